import { levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import type { PrintedPage } from '../policy/printedPages.ts';
import type { ReadDb } from '../vault/open.ts';
import { one, valuesOf } from '../vault/read.ts';

/** `overdue` 超期, `late` 补登, `corrected` 更正过, `above` 高于本机密级, `unsigned` 待签名, `closed` 已结. */
export type EntryFlag = 'overdue' | 'late' | 'corrected' | 'above' | 'unsigned' | 'closed';
export type Entry = Readonly<{ id: number; number: string | null; revision: number; corrections: number; values: Readonly<Record<string, unknown>>; labels: Readonly<Record<string, string>>; state: string | null; flags: readonly EntryFlag[] }>;

/** What shaping knows of the desk. */
export type Shaping = Readonly<{ db: ReadDb; today: string; terminal: { level: Level } }>;

const outStates: readonly unknown[] = ['lent', 'reading', 'circulating', 'carried_out', 'routed', 'out', 'open'];

/** True when the record was entered after the fact: its first entry in the trail says when it happened. */
function enteredLate(db: ReadDb, register: RegisterKey, id: number): boolean {
  const row = one(db, 'SELECT a.entry FROM event e JOIN audit a ON a.seq = e.seq WHERE e.register = ? AND e.record = ? ORDER BY e.id LIMIT 1', register, id);
  return row !== undefined && !/^\[1,\d+,"[^"]*",null,/.test(row['entry'] as string);
}

function flagsOf(s: Shaping, register: RegisterKey, r: AnyRecord, state: string | null): EntryFlag[] {
  const spec = registerOf(register);
  const flags: EntryFlag[] = [];
  const due = r['dueOn'];
  const back = r['returnBy'];
  const past = (day: unknown): boolean => typeof day === 'string' && day < s.today;
  if ((outStates.includes(state) && past(due)) || (register === 'carriers' && heldStates.includes(state as CarrierState) && past(back))) flags.push('overdue');
  if (typeof r['lateReason'] === 'string' || enteredLate(s.db, register, r.id)) flags.push('late');
  if (r.corrections > 0) flags.push('corrected');
  if (spec.levelField !== null && rankOf(r[spec.levelField] as Level | null) > rankOf(s.terminal.level)) flags.push('above');
  if (r['signature'] === 'pending') flags.push('unsigned');
  if (state !== null && (spec.states.moves[state] ?? []).length === 0) flags.push('closed');
  return flags;
}

/** What codes and references are called: 机密, 在库, ZT-2026-00388. */
export function labelsOf(db: ReadDb, register: RegisterKey, values: Readonly<Record<string, unknown>>): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [name, field] of Object.entries(registerOf(register).fields)) {
    const value = values[name];
    if (value === null || value === undefined) continue;
    if (field.kind === 'choice') labels[name] = field.of?.[String(value)] ?? String(value);
    else if (field.kind === 'level') labels[name] = levelZh[value as Level];
    else if (field.kind === 'ref' && field.register !== undefined && isRegisterKey(field.register)) {
      const row = one(db, `SELECT number FROM ${field.register} WHERE id = ?`, value);
      if (typeof row?.['number'] === 'string') labels[name] = row['number'];
    }
  }
  return labels;
}

/** A record as every screen and the command line get it. */
export function entryOf(s: Shaping, register: RegisterKey, record: AnyRecord): Entry {
  const values = valuesOf(record);
  // What stood on a page belongs to the readers of its register; the book of prints has others.
  if (register === 'prints' && Array.isArray(values['pageDigests'])) values['pageDigests'] = (values['pageDigests'] as PrintedPage[]).map(({ paper: _paper, ...page }) => page);
  const state = (values[registerOf(register).states.field] ?? null) as string | null;
  return { id: record.id, number: record.number, revision: record.revision, corrections: record.corrections, values, labels: labelsOf(s.db, register, values), state, flags: flagsOf(s, register, record, state) };
}
