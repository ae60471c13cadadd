import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { registerOf } from '#shared/registers/index.ts';
import { isFromKey } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import { appendEvent, insertRecord, updateRecord } from '../vault/write.ts';
import type { WriteDb } from '../vault/open.ts';
import { recordById } from '../vault/read.ts';
import type { Made } from './define.ts';

export type AppliedEvent = { id: number; register: RegisterKey; record: number; revision: number; kind: string; body: string; digest: Buffer | null };

/** Values with the ids and numbers of records made earlier in the same act filled in. Text that was cut inside a character is made what the store would make of it, so that row, event and digest say the same. */
function resolved(values: Readonly<Record<string, unknown>>, made: Made): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.toWellFormed();
    if (!isFromKey(value)) return value;
    const m = made[value.$from];
    if (m === undefined) throw new Error(`nothing was made under ${value.$from}`);
    return value.take === 'id' ? m.id : m.number;
  };
  for (const name of Object.keys(values)) {
    const value = values[name];
    out[name] = Array.isArray(value) ? (value.some(isFromKey) ? value.map(fill) : value) : fill(value);
  }
  return out;
}

/** Refuses a state that the register's own list of moves does not know; a bug in a command shows here, not in the books. */
function demandMove(register: RegisterKey, before: AnyRecord, set: Readonly<Record<string, unknown>>): void {
  const { field, moves } = registerOf(register).states;
  const to = set[field];
  const from = before[field];
  if (to === undefined || to === from) return;
  if (moves[String(from)]?.includes(String(to)) !== true) throw new Error(`${register}: ${String(from)} does not move to ${String(to)}`);
}

/**
 * Writes planned changes and their events, in the caller's transaction.
 * Out: what was made, by key, and the events with the digest of each row after its change.
 */
export function apply(db: WriteDb, seq: number, changes: readonly Change[], year: number): { made: Made; events: AppliedEvent[] } {
  const made: Record<string, { id: number; number: string | null; revision: number }> = {};
  const events: AppliedEvent[] = [];
  const moved = new Map<string, number>();
  for (const change of changes) {
    let event: Omit<AppliedEvent, 'id'>;
    if (change.kind === 'enter') {
      const values = resolved(change.values, made);
      const { record, digest } = insertRecord(db, change.register, values, year, change.prefix);
      made[change.key] = { id: record.id, number: record.number, revision: 1 };
      const kept: Record<string, unknown> = {};
      for (const name of Object.keys(values)) if (values[name] !== null && values[name] !== undefined) kept[name] = values[name];
      event = { register: change.register, record: record.id, revision: 1, kind: change.event, body: JSON.stringify({ number: record.number, set: kept }), digest };
    } else {
      const key = `${change.register}/${change.record}`;
      const revision = moved.get(key) ?? change.revision;
      const set = resolved(change.set, made);
      const before = recordById(db, change.register, change.record) as AnyRecord | null;
      if (before === null) throw new Error(`${key} is gone`);
      // A batch that is withdrawn takes back what it entered and nobody touched (UNTOUCHED): that undoes an entry, it is no step in the record's life.
      if (change.event !== 'import_withdrawn') demandMove(change.register, before, set);
      const was = change.correction === true ? Object.fromEntries(Object.keys(set).map((n) => [n, before[n] ?? null])) : undefined;
      const { digest } = updateRecord(db, change.register, before, revision, set, change.correction === true);
      moved.set(key, revision + 1);
      event = {
        register: change.register, record: change.record, revision: revision + 1, kind: change.event, digest,
        body: JSON.stringify({ set, ...(was === undefined ? {} : { was, correction: true }), ...(change.reason === undefined ? {} : { reason: change.reason }) }),
      };
    }
    events.push({ ...event, id: appendEvent(db, { ...event, seq }) });
  }
  return { made, events };
}
