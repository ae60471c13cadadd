// Continuation printing (续打): a register as numbered pages, of which the full ones are sealed and never printed again.
// Which pages come next is read from the books inside the transaction that enters the print, so two prints cannot overlap.
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import type { Amendment, Continuation, PrintedPage } from '../policy/printedPages.ts';
import { digestOf, digestOfText } from '../vault/canonical.ts';
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

/** SHA-256, hex, over the lines of a page and the digest of the page before it, so that pages chain. The first page has '' before it. */
export const pageDigest = (register: RegisterKey, page: number, before: string, lines: readonly AnyRecord[]): string =>
  digestOfText(JSON.stringify([register, page, before, lines.map((r) => [r.number, r.revision, digestOf(r).toString('hex')])])).toString('hex');

/** The first 128 bits of a page's digest in eight groups, as they stand in its foot. */
export const pageCode = (digest: string): string => (digest.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join('-');

/** A line the last print itself brought about (its copies in the ledger, its own line in the book of prints) is no reason to print again. */
const broughtBy = (last: RecordOf<'prints'> | null, register: RegisterKey, record: AnyRecord): boolean =>
  last !== null && ((register === 'carriers' && record['source'] === 'printed' && record['docNumber'] === last.number) || (register === 'prints' && record.id === last.id));

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
 * was corrected on sealed pages since. In: the books, lines to a page. Out: the pages, or a refusal (invalid) with a code:
 * `print_unconfirmed` while nobody has said what became of the last paper, `nothing_to_print` when nothing was added or corrected.
 */
export function continuationOf(db: ReadDb, register: RegisterKey, perPage: number): Continuation | Refusal {
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
  let before = lastSealed?.digest ?? '';
  let page = lastSealed?.page ?? 0;
  for (let at = 0; added && at < records.length; at += perPage) {
    const lines = records.slice(at, at + perPage);
    const digest = pageDigest(register, (page += 1), before, lines);
    pages.push({ page, sealed: lines.length === perPage, digest, lines: lines.map((r) => [r.id, r.revision]) });
    before = digest;
  }
  const shown = added ? records : [];
  const basis = digestOfText(JSON.stringify([register, last?.id ?? 0, perPage, pages.map((p) => p.digest), amendments.map((a) => a.event)])).toString('hex');
  return {
    register, pages, replaces: prints.findLast((p) => pagesOfPrint(p).some((old) => old.page === pages[0]?.page))?.number ?? null, amendments, basis, lineFrom: sealed.reduce((n, p) => n + p.lines.length, 0) + 1, firstNumber: shown[0]?.number ?? null, lastNumber: shown.at(-1)?.number ?? null, lastRecord: Math.max(printedTo, shown.at(-1)?.id ?? 0),
  };
}
