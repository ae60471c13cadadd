// A register continued on paper (续打): only the pages after the last sealed one, each with its running number and its digest.
import { markOf } from '#shared/levels.ts';
import type { ContinuationPage, ContinuationPrint, ContinuationSlipLine } from '#shared/printing.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { continuationOf, pageCode } from '../../commands/sealedPages.ts';
import { readEntry } from '../../commands/trail.ts';
import { markTally } from '../../policy/markTally.ts';
import type { Amendment } from '../../policy/printedPages.ts';
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

/**
 * The continuation of a register. A line shows its present wording, with the number of its draft; earlier drafts stand in a print
 * of the whole register. Throws Refused (invalid, with a code) when there is nothing to print or the last paper is not confirmed.
 */
export function continued(form: RegisterForm<RegisterKey>, books: Books): Filled {
  const { register } = form;
  const next = continuationOf(books.db, register, books.profile.number('print.linesPerPage'));
  if ('kind' in next) throw new Refused(next);
  const tally = markTally(books.profile, books.today);
  let classified = 0;
  let no = next.lineFrom;
  const recordOf = (id: number): RecordOf<RegisterKey> => {
    const record = recordById(books.db, register, id);
    if (record === null) throw new Error(`${register} ${id} stands on a page and is not in the books`);
    for (const [level, period] of ownMark(register, record as AnyRecord, books)) tally.add(level, period);
    return record;
  };
  const pages = next.pages.map((p, at): ContinuationPage => ({
    ...(at === 0 && next.replaces !== null ? { replaces: next.replaces } : {}), page: p.page, sealed: p.sealed, code: pageCode(p.digest),
    rows: p.lines.map(([id]) => {
      const record = recordOf(id);
      if (isClassified(register, record as AnyRecord, books)) classified++;
      const drafts = (record as AnyRecord).corrections;
      return { cells: { no: String(no++), ...form.cells(record, books) }, ...(drafts === 0 ? {} : { noteZh: `第${drafts + 1}稿` }) };
    }),
  }));
  for (const a of next.amendments) recordOf(a.record);
  const slip = next.amendments.flatMap((a) => slipLines(books, register, a));
  const spec = registerOf(register);
  const titleZh = form.titleZh ?? spec.title;
  const [level, secrecyPeriod] = [tally.level(), tally.period()];
  return {
    formCode: form.formCode, titleZh: `${titleZh}（续打）`, rows: pages.reduce((n, p) => n + p.rows.length, 0), classified, level, secrecyPeriod, continuation: { register, basis: next.basis },
    draft: (foot): ContinuationPrint => ({
      form: 'continuation', register: spec.id, ...baseOf(books, form.formCode, titleZh, markOf(level, secrecyPeriod), foot), orientation: form.orientation, columns: form.columns, linesPerPage: books.profile.number('print.linesPerPage'), pages, slip, signatures: form.signatures,
    }),
  };
}
