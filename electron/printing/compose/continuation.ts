// A register continued on paper (续打): only the pages after the last sealed one, each with its running number and its digest; and one
// sealed page printed again (补印) when its sheet was lost.
import { markOf } from '#shared/levels.ts';
import type { ContinuationPage, ContinuationPrint, ContinuationSlipLine, PagePaper, PrintColumn, PrintFoot, PrintRow } from '#shared/printing.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { continuationOf, pageCode, reprintOf } from '../../commands/sealedPages.ts';
import { readEntry } from '../../commands/trail.ts';
import { markTally } from '../../policy/markTally.ts';
import type { Amendment, PrintedPage } from '../../policy/printedPages.ts';
import { Refused } from '../../queries/define.ts';
import { nameOf } from '../../queries/names.ts';
import { recordById, trailAt } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { isClassified, ownMark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import type { Filled } from './request.ts';
import { fieldText } from './words.ts';

/** One correction as lines of the slip, one for each field, so that it can be carried over to the sealed page by hand. */
function slipLines(books: Books, register: RegisterKey, a: Amendment): ContinuationSlipLine[] {
  const row = trailAt(books.db, a.seq);
  const entry = row === null ? null : readEntry(row.entry);
  return Object.keys(a.set).map((name) => {
    const field = registerOf(register).fields[name];
    const shown = (value: unknown): string => (field === undefined ? String(value) : fieldText(field, value));
    return { page: a.page, number: a.number ?? '', fieldZh: field?.label ?? name, before: shown(a.was[name]), after: shown(a.set[name]), reasonZh: a.reason ?? '', byZh: entry === null ? '' : `${nameOf(books.db, entry.actor)}\n${dayOf(entry.at)}` };
  });
}

/** What is to stand on a page. The draft of a corrected line stands in the last column that is not signed by hand. */
function paperOf(form: RegisterForm<RegisterKey>, books: Books, linesPerPage: number, records: readonly AnyRecord[], from: number): PagePaper {
  const { columns } = form;
  const noteAt = columns.findLastIndex((c) => c.ink !== true);
  const rows = records.map((record, i) => {
    const cells: Readonly<Record<string, string>> = { no: String(from + i), ...form.cells(record as unknown as RecordOf<RegisterKey>, books) };
    return columns.map((column, at) => {
      const text = column.ink === true ? '' : (cells[column.key] ?? '');
      return at === noteAt && record.corrections > 0 ? [text, `第${record.corrections + 1}稿`].filter((t) => t !== '').join('\n') : text;
    });
  });
  return { titleZh: form.titleZh ?? registerOf(form.register).title, formNumber: form.formCode, orientation: form.orientation, linesPerPage, columns, signatures: form.signatures, rows };
}

/** What is drawn is what was digested. */
const drawn = (p: PrintedPage, paper: PagePaper): ContinuationPage => ({ page: p.page, sealed: p.sealed, code: pageCode(p.digest), rows: paper.rows.map((row): PrintRow => ({ cells: Object.fromEntries(paper.columns.map((c: PrintColumn, at) => [c.key, row[at] ?? ''])) })) });

const sheetOf = (books: Books, paper: PagePaper, register: RegisterKey, mark: string | null, foot: PrintFoot): Omit<ContinuationPrint, 'pages' | 'slip'> => ({
  form: 'continuation', register: registerOf(register).id, ...baseOf(books, paper.formNumber, paper.titleZh, mark, foot), orientation: paper.orientation, columns: paper.columns, linesPerPage: paper.linesPerPage, signatures: paper.signatures,
});

/**
 * The continuation of a register. A line shows its present wording, with the number of its draft; earlier drafts stand in a print
 * of the whole register. Throws Refused (invalid, with a code) when there is nothing to print or the last paper is not confirmed.
 */
export function continued(form: RegisterForm<RegisterKey>, books: Books): Filled {
  const { register } = form;
  const perPage = books.profile.number('print.linesPerPage');
  const paper = (records: readonly AnyRecord[], from: number): PagePaper => paperOf(form, books, perPage, records, from);
  const next = continuationOf(books.db, register, perPage, (_at, records, from) => paper(records, from));
  if ('kind' in next) throw new Refused(next);
  const tally = markTally(books.profile, books.today);
  let classified = 0;
  const counted = (id: number): boolean => {
    const record = recordById(books.db, register, id) as AnyRecord | null;
    if (record === null) throw new Error(`${register} ${id} stands on a page and is not in the books`);
    for (const [level, period] of ownMark(register, record, books)) tally.add(level, period);
    return isClassified(register, record, books);
  };
  const papers: PagePaper[] = [];
  const pages = next.pages.map((p, at): ContinuationPage => {
    if (p.paper === undefined) throw new Error(`page ${p.page} of ${register} was laid out without its paper`);
    papers.push(p.paper);
    for (const [id] of p.lines) if (counted(id)) classified++;
    return { ...drawn(p, p.paper), ...(at === 0 && next.replaces !== null ? { replaces: next.replaces } : {}) };
  });
  for (const a of next.amendments) counted(a.record);
  const slip = next.amendments.flatMap((a) => slipLines(books, register, a));
  const [level, secrecyPeriod] = [tally.level(), tally.period()];
  const empty = paper([], 1);
  return {
    formCode: form.formCode, titleZh: `${empty.titleZh}（续打）`, rows: pages.reduce((n, p) => n + p.rows.length, 0), classified, level, secrecyPeriod, continuation: { register, basis: next.basis, papers },
    draft: (foot): ContinuationPrint => ({ ...sheetOf(books, empty, register, markOf(level, secrecyPeriod), foot), pages, slip }),
  };
}

/**
 * A sealed page once more, word for word as it was sealed, marked 补印, with a print number of its own. Its mark is the higher of the one
 * it was printed under and that of its lines now. Throws Refused (invalid, with a code) when the page cannot be printed again.
 */
export function printedAgain(form: RegisterForm<RegisterKey>, books: Books, page: number, reasonZh: string): Filled {
  const { register } = form;
  const found = reprintOf(books.db, register, page);
  if ('kind' in found) throw new Refused(found);
  const { paper, digest, lines } = found.page;
  const tally = markTally(books.profile, books.today);
  tally.add(found.level, found.secrecyPeriod);
  let classified = 0;
  for (const [id] of lines) {
    const record = recordById(books.db, register, id) as AnyRecord | null;
    if (record === null) continue;
    for (const [level, period] of ownMark(register, record, books)) tally.add(level, period);
    if (isClassified(register, record, books)) classified++;
  }
  const [level, secrecyPeriod] = [tally.level(), tally.period()];
  const again = { print: found.print, printedOn: found.printedAt === null ? '' : dayOf(found.printedAt), times: found.times + 1, reasonZh: reasonZh.trim(), corrected: found.corrected };
  return {
    formCode: paper.formNumber, titleZh: `${paper.titleZh}（补印第${page}页）`, rows: paper.rows.length, classified, level, secrecyPeriod, reprint: { register, page, digest },
    draft: (foot): ContinuationPrint => ({ ...sheetOf(books, paper, register, markOf(level, secrecyPeriod), foot), pages: [drawn(found.page, paper)], slip: [], again }),
  };
}
