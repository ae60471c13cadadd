import { levelZh, levels } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { missing } from '#shared/result.ts';
import { dayOf } from '#shared/time.ts';
import { all, inHandsSql } from '../vault/read.ts';
import { Refused } from './define.ts';
import type { Query } from './define.ts';
import { recordOf } from './list.ts';

type Line = { level: Level | null; levelZh: string; items: number; times: number; firstOn: string; lastOn: string };

/**
 * What one person came to know (P070): items and times by level, first and last day, what is still in his hands. Readings, loans
 * below the level where readings are kept, and lines of circulations count alike. Out: highest level first. Refuses (missing) an unknown person.
 */
export const personKnowledge: Query<'person.knowledge'> = ({ db }, input) => {
  const person = recordOf(db, 'persons', input.person);
  if (person === null) throw new Refused(missing(`没有找到人员 ${String(input.person)}。请核对编号。`));
  const rows = all(db, `
    SELECT level, carrier, startedAt AS at FROM readings WHERE reader = ? AND state IS NOT 'withdrawn'
    UNION ALL SELECT level, carrier, lentAt FROM loans l WHERE borrower = ? AND state IS NOT 'withdrawn' AND NOT EXISTS (SELECT 1 FROM readings r WHERE r.loan = l.id)
    UNION ALL SELECT level, carrier, outAt FROM circulationSteps WHERE reader = ? AND outAt IS NOT NULL AND reading IS NULL`, person.id, person.id, person.id);
  const byLevel = new Map<Level | null, { items: Set<unknown>; times: number; first: string; last: string }>();
  for (const r of rows) {
    if (r['at'] === null) continue;
    const on = dayOf(String(r['at']));
    const level = r['level'] as Level | null;
    const line = byLevel.get(level) ?? { items: new Set(), times: 0, first: on, last: on };
    line.items.add(r['carrier']);
    line.times++;
    if (on < line.first) line.first = on;
    if (on > line.last) line.last = on;
    byLevel.set(level, line);
  }
  const totals: Line[] = [...levels.toReversed(), null].flatMap((level) => {
    const line = byLevel.get(level);
    return line === undefined ? [] : [{ level, levelZh: level === null ? '无密级' : levelZh[level], items: line.items.size, times: line.times, firstOn: line.first, lastOn: line.last }];
  });
  const held = all(db, `SELECT id, number, title, level, state FROM carriers WHERE ${inHandsSql} AND +state IN ('lent', 'reading', 'circulating', 'carried_out', 'in_use', 'missing') ORDER BY id`, person.id, person['name']);
  return { person: person.number, name: (person as unknown as { name: string | null }).name, totals, held };
};
