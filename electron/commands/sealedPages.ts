// Continuation printing (续打): a register as numbered pages, of which the full ones are sealed and never printed again.
// Which pages come next is read from the books inside the transaction that enters the print, so two prints cannot overlap.
import type { PagePaper } from '#shared/printing.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import type { Amendment, Continuation, PrintedPage, Reprint } from '../policy/printedPages.ts';
import { canonical, digestOf, digestOfText } from '../vault/canonical.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, eventsOf, recordById, recordsWhere, toRecord } from '../vault/read.ts';

/** One print holds at most so many lines; more than that the layout engine cannot hold. The next continuation goes on from there. */
const MOST_LINES = 3600;

/** Pages of a print; none for a print that is no continuation. */
export const pagesOfPrint = (print: RecordOf<'prints'>): readonly PrintedPage[] => (print.pageDigests as readonly PrintedPage[] | null) ?? [];

/** Continuation prints of a register whose paper exists, oldest first. A spoiled print sealed nothing. */
export const continuationsOf = (db: ReadDb, register: RegisterKey): RecordOf<'prints'>[] => recordsWhere(db, 'prints', { register, continuation: 1 }).filter((p) => p.result !== 'spoiled').sort((a, b) => a.id - b.id);

/**
 * A record as it stood at a revision, replayed from its events. Out: null when the events do not lead there. The present revision is
 * the stored row itself, so that a row changed past the door is noticed.
 */
export function recordAt(db: ReadDb, register: RegisterKey, id: number, revision: number): AnyRecord | null {
  const now = recordById(db, register, id) as AnyRecord | null;
  if (now === null || now.revision === revision) return now;
  const then: Record<string, unknown> = { ...Object.fromEntries(Object.keys(registerOf(register).fields).map((name) => [name, null])), id, number: now.number, revision: 0, corrections: 0 };
  let corrections = 0;
  for (const event of eventsOf(db, register, id)) {
    if (event.digest === null || event.revision > revision) continue;
    const body = JSON.parse(event.body) as { set?: Record<string, unknown>; correction?: boolean };
    if (body.correction === true) corrections++;
    Object.assign(then, body.set, { revision: event.revision, corrections });
  }
  return then['revision'] === revision ? (then as AnyRecord) : null;
}

/** What stood on a page in one fixed order, so that its digest does not depend on how it was stored. */
const wordsOf = (p: PagePaper): unknown[] => [p.titleZh, p.formNumber, p.orientation, p.linesPerPage, p.columns.map((c) => canonical(c as unknown as Record<string, unknown>)), p.signatures, p.rows];

/**
 * SHA-256, hex, over the lines of a page, what stood on its paper and the digest of the page before it, so that pages chain. The first
 * page has '' before it. What a cell takes from another register (where a carrier is now) is in no entry of this one: only the paper
 * has it. Pages printed before the paper was kept have none; theirs is the digest of the lines alone.
 */
export const pageDigest = (register: RegisterKey, page: number, before: string, lines: readonly AnyRecord[], paper?: PagePaper): string =>
  digestOfText(JSON.stringify([register, page, before, lines.map((r) => [r.number, r.revision, digestOf(r).toString('hex')]), ...(paper === undefined ? [] : [wordsOf(paper)])])).toString('hex');

/** Whether a page is still what was printed: its lines replayed to where they stood then, its paper, and the page before it give its digest. */
export function pageStands(db: ReadDb, register: RegisterKey, page: PrintedPage, before: string): boolean {
  const lines = page.lines.map(([id, revision]) => recordAt(db, register, id, revision));
  return lines.every((r): r is AnyRecord => r !== null) && pageDigest(register, page.page, before, lines, page.paper) === page.digest;
}

/** The first 128 bits of a page's digest in eight groups, as they stand in its foot. */
export const pageCode = (digest: string): string => (digest.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join('-');

/** A line the last print itself brought about (its copies in the ledger, its own line in the book of prints) is no reason to print again. */
const broughtBy = (last: RecordOf<'prints'> | null, register: RegisterKey, record: AnyRecord): boolean =>
  last !== null && ((register === 'carriers' && record['source'] === 'printed' && record['docNumber'] === last.number) || (register === 'prints' && record.id === last.id));

/** What was laid out must be what is entered: otherwise a line entered in between would be sealed without being on the paper. */
export const pagesMoved = (register: RegisterKey): Refusal => invalid({ path: 'continuation.basis', code: 'pages_moved', messageZh: `《${registerOf(register).title}》在排版以后又有登记或续打，各页已经变了，本次没有登记。请重新打印。` });

function amendmentsSince(db: ReadDb, register: RegisterKey, last: RecordOf<'prints'>, sealed: readonly PrintedPage[]): Amendment[] {
  const sealedTo = sealed.at(-1)?.lines.at(-1)?.[0] ?? 0;
  const entered = all(db, `SELECT id FROM event WHERE register = 'prints' AND record = ? ORDER BY id LIMIT 1`, last.id)[0]?.['id'];
  if (sealedTo === 0 || typeof entered !== 'number') return [];
  const rows = all(db, `SELECT id, seq, record, body FROM event WHERE id > ? AND register = ? AND record <= ? AND digest IS NOT NULL AND instr(body, '"correction":true') > 0 ORDER BY record, id`, entered, register, sealedTo);
  return rows.flatMap((row): Amendment[] => {
    const body = JSON.parse(row['body'] as string) as { set?: Record<string, unknown>; was?: Record<string, unknown>; correction?: boolean; reason?: string };
    const record = row['record'] as number;
    const page = sealed.find((p) => p.lines.some(([id]) => id === record))?.page;
    if (body.correction !== true || page === undefined) return [];
    return [{ event: row['id'] as number, seq: row['seq'] as number, page, record, number: recordById(db, register, record)?.number ?? null, set: body.set ?? {}, was: body.was ?? {}, reason: body.reason ?? null }];
  });
}

/**
 * What a continuation print of the register would hold now: the page that was not full, filled up, and those after it; and what
 * was corrected on sealed pages since. In: the books, lines to a page, and what is to stand on a page: its place in the print, its lines,
 * the running number of the first. Out: the pages, or a refusal (invalid) with a code: `print_unconfirmed` while nobody has said what
 * became of the last paper, `nothing_to_print` when nothing was added or corrected, `pages_moved` when a paper does not hold its lines.
 */
export function continuationOf(db: ReadDb, register: RegisterKey, perPage: number, paperOf: (at: number, lines: readonly AnyRecord[], from: number) => PagePaper | undefined): Continuation | Refusal {
  const prints = continuationsOf(db, register);
  const title = registerOf(register).title;
  const waiting = prints.find((p) => p.state === 'issued');
  if (waiting !== undefined) return invalid({ path: 'continuation', code: 'print_unconfirmed', messageZh: `不能续打。《${title}》上次续打 ${waiting.number ?? ''} 还没有确认打印结果。请先在打印登记簿中确认“打印成功”或“卡纸作废”，再续打。` });
  const sealed = prints.flatMap((p) => pagesOfPrint(p).filter((page) => page.sealed));
  const last = prints.at(-1) ?? null;
  const lastSealed = sealed.at(-1);
  const amendments = last === null ? [] : amendmentsSince(db, register, last, sealed);
  const most = Math.floor(MOST_LINES / perPage) * perPage;
  const printedTo = last?.lastRecord ?? 0;
  const records = all(db, `SELECT * FROM ${register} WHERE id > ? ORDER BY id LIMIT ?`, lastSealed?.lines.at(-1)?.[0] ?? 0, most).map((row) => toRecord(register, row) as AnyRecord);
  const added = records.some((r) => r.id > printedTo && !broughtBy(last, register, r));
  if (!added && amendments.length === 0) return invalid({ path: 'continuation', code: 'nothing_to_print', messageZh: last === null ? `没有可打印的。《${title}》还没有登记。请登记后再打印。` : `没有可续打的。《${title}》自上次续打 ${last.number ?? ''} 以来没有新登记，已封页也没有更正。需要整本重印的，请不选“续打”。` });
  const pages: PrintedPage[] = [];
  const lineFrom = sealed.reduce((n, p) => n + p.lines.length, 0) + 1;
  let before = lastSealed?.digest ?? '';
  let page = lastSealed?.page ?? 0;
  for (let at = 0; added && at < records.length; at += perPage) {
    const lines = records.slice(at, at + perPage);
    const paper = paperOf(pages.length, lines, lineFrom + at);
    if (paper === undefined || paper.rows.length !== lines.length || paper.linesPerPage !== perPage || paper.rows.some((row) => row.length !== paper.columns.length)) return pagesMoved(register);
    const digest = pageDigest(register, (page += 1), before, lines, paper);
    pages.push({ page, sealed: lines.length === perPage, digest, lines: lines.map((r) => [r.id, r.revision]), paper });
    before = digest;
  }
  const shown = added ? records : [];
  const basis = digestOfText(JSON.stringify([register, last?.id ?? 0, perPage, pages.map((p) => p.digest), amendments.map((a) => a.event)])).toString('hex');
  return {
    register, pages, replaces: prints.findLast((p) => pagesOfPrint(p).some((old) => old.page === pages[0]?.page))?.number ?? null, amendments, basis, lineFrom, firstNumber: shown[0]?.number ?? null, lastNumber: shown.at(-1)?.number ?? null, lastRecord: Math.max(printedTo, shown.at(-1)?.id ?? 0),
  };
}

/** Prints of a sealed page made in the place of a lost sheet, oldest first. */
export const reprintsOf = (db: ReadDb, register: RegisterKey, page: number): RecordOf<'prints'>[] => recordsWhere(db, 'prints', { register, continuation: 0, pageFrom: page }).filter((p) => p.result !== 'spoiled');

/**
 * A sealed page to be printed once more as it was sealed, for a sheet that was lost or spoiled. Out: the page with what stood on it; or a
 * refusal (invalid) with a code: `page_unknown`, `page_open` while it is not full (continuing prints it anyway), `print_unconfirmed`,
 * `page_text_unkept` for pages printed before their text was kept, `page_broken` when it no longer fits its digest.
 */
export function reprintOf(db: ReadDb, register: RegisterKey, page: number): Reprint | Refusal {
  const title = `《${registerOf(register).title}》`;
  const no = (code: string, messageZh: string): Refusal => invalid({ path: 'reprint', code, messageZh });
  const printed = continuationsOf(db, register).flatMap((print) => pagesOfPrint(print).map((p) => ({ print, page: p })));
  const found = printed.findLast((p) => p.page.page === page);
  if (found === undefined) return no('page_unknown', `不能补印。${title}没有续打过第 ${page} 页${printed.length === 0 ? '' : `，最后一页是第 ${printed.at(-1)?.page.page ?? 0} 页`}。请核对页码。`);
  const { print } = found;
  const { paper } = found.page;
  if (!found.page.sealed) return no('page_open', `不能补印。${title}第 ${page} 页未满页，没有封页。请用“续打”，补满后重打本页。`);
  if (print.state === 'issued') return no('print_unconfirmed', `不能补印。${title}第 ${page} 页由 ${print.number ?? ''} 打印，还没有确认打印结果。请先在打印登记簿中确认。`);
  const before = printed.findLast((p) => p.page.page === page - 1 && p.page.sealed)?.page.digest ?? '';
  if (!pageStands(db, register, found.page, before)) return no('page_broken', `不能补印。${title}第 ${page} 页按台账重算的摘要与封页时登记的不一致，登记可能被改动。请安全保密管理员和安全审计员到场核验。`);
  if (paper === undefined) return no('page_text_unkept', `不能补印。${title}第 ${page} 页封页时没有留存页面文字，不能照原样打印。请按登记期间筛选后打印相应各条，附在原页处。`);
  const ids = found.page.lines.map(([id]) => id);
  const corrected = found.page.lines.filter(([id, revision]) => eventsOf(db, register, id).some((e) => e.digest !== null && e.revision > revision && (JSON.parse(e.body) as { correction?: boolean }).correction === true)).length;
  return {
    register, page: { ...found.page, paper }, print: print.number ?? '', printedAt: print.printedAt, level: print.level, secrecyPeriod: print.secrecyPeriod,
    firstNumber: recordById(db, register, ids[0] ?? 0)?.number ?? null, lastNumber: recordById(db, register, ids.at(-1) ?? 0)?.number ?? null, times: reprintsOf(db, register, page).length, corrected,
  };
}
