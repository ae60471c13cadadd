// Reading the books for paper: which lines of a register, in the order of entry, one after the other.
import { registerOf } from '#shared/registers/index.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { dayOf } from '#shared/time.ts';
import type { Actor } from '#shared/roles.ts';
import { Refused } from '../../queries/define.ts';
import type { Asking, ReadDesk } from '../../queries/define.ts';
import { boundOf, sieveOf, whereOf } from '../../queries/filter.ts';
import { profileFrom } from '../../queries/standing.ts';
import { one, recordById, toRecord } from '../../vault/read.ts';
import { searchQuestion } from '../../vault/searchTerms.ts';
import type { PrintRequest } from './request.ts';

/** One look at the books for one print: the time is taken once, carriers that many lines refer to are read once. */
export type Books = Asking & Readonly<{
  carrier: (id: number | null) => RecordOf<'carriers'> | null;
  approvalNumber: (id: number | null) => string | null;
}>;

export function openBooks(desk: ReadDesk, actor: Actor): Books {
  const carriers = new Map<number, RecordOf<'carriers'> | null>();
  const at = desk.now();
  return {
    ...desk, actor, at, today: dayOf(at), profile: profileFrom(desk.db),
    carrier: (id) => {
      if (id === null) return null;
      let found = carriers.get(id);
      if (found === undefined) carriers.set(id, (found = recordById(desk.db, 'carriers', id)));
      return found;
    },
    approvalNumber: (id) => (id === null ? null : (recordById(desk.db, 'approvals', id)?.number ?? null)),
  };
}

const hasWords = (books: Books, register: RegisterKey): boolean => one(books.db, 'SELECT 1 FROM sqlite_schema WHERE name = ?', `${register}_search`) !== undefined;

/** Conditions by which a record is named rather than chosen: its number may stand where its id is asked for. */
function tidied(register: RegisterKey, request: PrintRequest): Record<string, unknown> {
  const spec = registerOf(register);
  const filter: Record<string, unknown> = { ...request.filter };
  if (request.record !== undefined) filter[typeof request.record === 'number' ? 'id' : 'number'] = request.record;
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value !== 'string' || spec.fields[name]?.kind !== 'ref') continue;
    filter[`${name}Number`] = value;
    delete filter[name];
  }
  return filter;
}

/**
 * The lines of a register a request chooses, oldest first, read one at a time so that ten thousand lines fit in memory.
 * Throws Refused (invalid) for an unknown view or condition.
 */
export function* lines<K extends RegisterKey>(books: Books, register: K, request: PrintRequest): Generator<RecordOf<K>> {
  const spec = registerOf(register);
  const view = request.view === undefined || request.view === '' ? null : spec.views.find((v) => v.key === request.view);
  if (view === undefined) throw new Refused(invalid({ path: 'view', messageZh: `${spec.title}没有“${request.view ?? ''}”这一页。请从台账上方选择。` }));
  const filters = [...(view === null ? [] : [view.where as Readonly<Record<string, unknown>>]), tidied(register, request)];
  const sieve = sieveOf(register, filters, books.today);
  const pieces = [...sieve.quickPieces, ...sieve.pieces];
  const bound = boundOf(pieces);
  const more: string[] = [];
  const typed = (request.search ?? '').trim();
  if (typed !== '') {
    const question = searchQuestion(typed);
    if (question === null) return;
    if (!hasWords(books, register)) throw new Refused(invalid({ path: 'search', messageZh: `${spec.title}打印时不能按词查找。请改用各栏筛选。` }));
    more.push(`id IN (SELECT rowid FROM ${register}_search WHERE ${register}_search MATCH ?)`);
    bound.push(question);
  }
  const rows = books.db.prepare(`SELECT * FROM ${register}${whereOf(pieces, more)} ORDER BY id`).iterate(...bound) as IterableIterator<Record<string, unknown>>;
  for (const row of rows) yield toRecord(register, row);
}

/** The one record a form is about. Throws Refused when the request names none. */
export function theOne<K extends RegisterKey>(found: RecordOf<K> | null, what: string): RecordOf<K> {
  if (found === null) throw new Refused({ kind: 'missing', messageZh: `没有找到要打印的${what}。请核对编号后再打印。` });
  return found;
}

/** What a request calls the record of a form: under `name` in the filter, under `record` or `number`, or as `record` itself. */
export function refOf(request: PrintRequest, ...names: readonly string[]): number | string | null {
  for (const name of [...names, 'record', 'number', 'id']) {
    const value = request.filter?.[name];
    if (typeof value === 'string' || typeof value === 'number') return value;
  }
  return request.record ?? null;
}
