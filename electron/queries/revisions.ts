import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { registerOf } from '#shared/registers/index.ts';
import { readEntry } from '../commands/trail.ts';
import type { ReadDb } from '../vault/open.ts';
import { eventsOf, trailAt } from '../vault/read.ts';
import { nameOf } from './names.ts';

/** What an event says it did to its record. A refusal did nothing and has neither `set` nor a digest. */
export type EventBody = Readonly<{ number?: string | null; set?: Readonly<Record<string, unknown>>; was?: Readonly<Record<string, unknown>>; correction?: boolean; reason?: string; command?: string; outcome?: string; reasons?: readonly { rule: string; messageZh: string }[] }>;
export const bodyOf = (text: string): EventBody => JSON.parse(text) as EventBody;

/** The wording of a record before each correction, oldest first: what is struck through on the page and on paper. */
export function revisionsOf(db: ReadDb, register: RegisterKey, record: AnyRecord) {
  if (record.corrections === 0) return [];
  const values: Record<string, unknown> = Object.fromEntries(Object.keys(registerOf(register).fields).map((f) => [f, null]));
  const out: { revision: number; values: Record<string, unknown>; correctedAt: string | null; at: string | null; by: string | null; reason: string | null; fields: readonly string[] }[] = [];
  for (const event of eventsOf(db, register, record.id)) {
    const body = bodyOf(event.body);
    if (body.set === undefined) continue;
    if (body.correction === true) {
      const row = trailAt(db, event.seq);
      const entry = row === null ? null : readEntry(row.entry);
      out.push({ revision: event.revision - 1, values: { ...values }, correctedAt: entry?.at ?? null, at: entry?.at ?? null, by: entry === null ? null : nameOf(db, entry.actor), reason: body.reason ?? null, fields: Object.keys(body.set) });
    }
    Object.assign(values, body.set);
  }
  return out;
}
