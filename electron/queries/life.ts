import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { missing } from '#shared/result.ts';
import { readEntry } from '../commands/trail.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, eventsOf, trailAt } from '../vault/read.ts';
import type { StoredEvent } from '../vault/read.ts';
import { Refused } from './define.ts';
import type { Query } from './define.ts';
import { recordOf } from './list.ts';
import { nameOf } from './names.ts';
import { bodyOf } from './revisions.ts';
import { tell } from './sentences.ts';
import { shown } from './shown.ts';

/** How far from an event the other events of the same act are looked for; an act on more records is told without names. */
const REACH = 400;

/** What else the act entered, as it is named in one sentence: who came to know, which copy, which violation. */
function othersOf(db: ReadDb, event: StoredEvent): string[] {
  const wanted: Readonly<Record<string, string>> = { read: 'readings', known: 'readings', copied: 'copies', violation: 'violations', refusal: 'refusals' };
  const register = wanted[event.kind];
  if (register === undefined || event.register !== 'carriers') return [];
  const rows = all(db, 'SELECT body FROM event WHERE id BETWEEN ? AND ? AND seq = ? AND +register = ?', event.id - REACH, event.id + REACH, event.seq, register);
  return rows.map((r) => {
    const body = bodyOf(String(r['body']));
    return String(body.set?.['readerName'] ?? body.number ?? '');
  }).filter((s) => s !== '');
}

/**
 * Everything that happened to one record, newest first, refusals included: who did what, where, what changed, under which rules.
 * Out: see `record.life` of the contract. Refuses (missing) a record that is not in the register.
 */
export const life: Query<'record.life'> = ({ db }, input) => {
  const register = input.register as RegisterKey;
  const record = recordOf(db, register, input.record);
  if (record === null) throw new Refused(missing(`没有找到${registerOf(register).record} ${String(input.record)}。请核对编号，或在台账中查找。`));
  const fields = registerOf(register).fields;
  let values: Record<string, unknown> = {};
  const lines = eventsOf(db, register, record.id).map((event) => {
    const body = bodyOf(event.body);
    const before = values;
    if (body.set !== undefined) values = { ...values, ...body.set };
    const after = values;
    const row = trailAt(db, event.seq);
    const entry = row === null ? null : readEntry(row.entry);
    const who = entry === null ? '（审计记录缺失）' : nameOf(db, entry.actor);
    const word = (field: string): string => {
      const value = shown(db, register, field, after[field]);
      return value === null ? '' : Array.isArray(value) ? value.join('、') : String(value);
    };
    const changed = event.kind === 'entered' || body.set === undefined ? [] : Object.keys(body.set).filter((f) => JSON.stringify(before[f] ?? null) !== JSON.stringify(after[f] ?? null));
    const { kindZh, sentenceZh } = tell(event.kind, { register, who, before, after, body, word, others: othersOf(db, event) });
    const rules = [...new Set([...(entry?.outcome === 'refused' ? entry.rules : []), ...(body.reasons ?? []).map((r) => r.rule)])];
    return {
      seq: event.seq, at: entry?.at ?? null, happenedAt: entry?.happenedAt ?? null, kind: event.kind, kindZh, actor: entry?.second == null ? who : `${who}、${nameOf(db, entry.second)}`, sentenceZh,
      changes: changed.map((f) => ({ field: f, labelZh: fields[f]?.label ?? f, from: shown(db, register, f, before[f]), to: shown(db, register, f, after[f]) })),
      ...(body.reason === undefined ? {} : { reason: body.reason }), ...(entry?.lateReason == null ? {} : { lateReason: entry.lateReason }), ...(rules.length > 0 ? { rules } : {}), revision: event.revision,
      ...(body.correction === true ? { struck: event.revision - 1 } : {}), ...(body.outcome === undefined ? {} : { outcome: body.outcome }),
    };
  });
  return lines.reverse();
};
