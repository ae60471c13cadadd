import { levels, levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { dayOf, daysBetween } from '#shared/time.ts';
import { workingDaysBetween } from '../policy/workingDays.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, numberOf } from '../vault/read.ts';
import { headOf } from './audit.ts';
import { backupLines } from './backups.ts';
import type { Asking, Query } from './define.ts';
import { dueFor } from './due.ts';
import { kept } from './standing.ts';
import { tallyOf } from './tally.ts';
import { trailDays } from './trailDays.ts';

type Holding = { level: Level | null; in: number; out: number };
const inside = new Set(['in_custody', 'archived', 'in_use', 'destroy_pending']);
const outside = new Set(['lent', 'reading', 'circulating', 'carried_out', 'in_transit', 'out_for_repair', 'missing']);

/** What the unit holds, by level: in its cabinets and out of them. Highest level first. */
export function holdings(db: ReadDb): Holding[] {
  return kept(db, 'holdings', () => {
    const order: (Level | null)[] = [...levels.toReversed(), null];
    const lines = new Map<Level | null, Holding>(order.map((level) => [level, { level, in: 0, out: 0 }]));
    const tally = tallyOf(db, 'carriers');
    for (let id = 1; id <= tally.size(); id++) {
      const state = tally.stateAt(id) ?? '';
      const line = lines.get(tally.levelAt(id));
      if (line === undefined) continue;
      if (inside.has(state)) line.in++;
      else if (outside.has(state)) line.out++;
    }
    return [...lines.values()];
  });
}

/** Loans that are out, by how long; the last bin holds what is past its day. */
function ageing(a: Asking): { bin: string; count: number; late?: boolean }[] {
  const bins = [{ bin: '当日', most: 0, count: 0 }, { bin: '1–3 日', most: 3, count: 0 }, { bin: '4–7 日', most: 7, count: 0 }, { bin: '8–30 日', most: 30, count: 0 }, { bin: '30 日以上', most: Infinity, count: 0 }];
  let late = 0;
  for (const row of all(a.db, `SELECT lentAt, dueOn FROM loans WHERE state = 'out' AND lentAt IS NOT NULL`)) {
    if (row['dueOn'] !== null && String(row['dueOn']) < a.today) {
      late++;
      continue;
    }
    const days = daysBetween(dayOf(String(row['lentAt'])), a.today);
    const bin = bins.find((b) => days <= b.most);
    if (bin !== undefined) bin.count++;
  }
  return [...bins.map(({ bin, count }) => ({ bin, count })), { bin: '超期', count: late, late: true }];
}

/** The first screen of the day: what is due, how the terminal stands, what is held, what is out. */
export const today: Query<'today'> = (a, input) => {
  const { terminal } = a;
  const { anchorAt } = trailDays(a.db);
  const head = headOf(a);
  const keeps = a.actor.roles.some((r) => r === 'clerk' || r === 'approver');
  return {
    due: dueFor(a, input.within),
    terminal: { organisation: terminal.organisation, department: terminal.department ?? null, terminalNumber: terminal.terminalNumber, level: terminal.level, levelZh: levelZh[terminal.level], training: terminal.training },
    // What the books hold is the business of those who keep them.
    holdings: keeps ? holdings(a.db) : [],
    ageing: keeps ? ageing(a) : [],
    backup: backupLines(a)[0] ?? null,
    chain: { seq: head.seq, hash: head.hash, code: head.code },
    anchorDays: anchorAt === null ? null : workingDaysBetween(dayOf(anchorAt), a.today, 400, a.profile.list('calendar.holidays')),
    newViolations: numberOf(a.db, `SELECT count(*) FROM violations WHERE state = 'recorded'`),
  };
};
