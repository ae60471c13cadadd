// K42: what is printed takes the highest level and the longest period of its lines.
import { isStateSecret, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { daysBetween } from '#shared/time.ts';
import { keyOfLevel } from './parameters.ts';
import type { Profile } from './parameters.ts';
import { periodFrom } from './period.ts';

export type MarkTally = {
  add: (level: Level | null | undefined, period: string | null | undefined) => void;
  level: () => Level | null;
  period: () => string | null;
};

// A condition may hold longer than any number of years; 长期 holds longest.
const CONDITION = 1e8;

/** Length of a period in days, for comparing only. */
function lengthOf(period: string, today: string): number {
  const p = periodFrom(period);
  if ('years' in p) return p.years * 365.25;
  if ('months' in p) return p.months * 30.44;
  if ('until' in p) return daysBetween(today, p.until);
  if ('longTerm' in p) return Infinity;
  return CONDITION;
}

/**
 * Collects levels and periods line by line. A line with a state-secret level but no period counts with the longest one
 * its level allows (L008), so that a gap in an old ledger never shortens the mark of the paper. 内部 counts as a level
 * only when nothing higher is there and has no period.
 */
export function markTally(profile: Profile, today: string): MarkTally {
  let level: Level | null = null;
  let period: string | null = null;
  let longest = -Infinity;
  const known = new Map<string, number>();
  return {
    add: (of, text) => {
      if (of === null || of === undefined) return;
      if (rankOf(of) > rankOf(level)) level = of;
      if (!isStateSecret(of)) return;
      const own = text === null || text === undefined || text === '' || text === '未标明' ? `${profile.number(`period.maxYears.${keyOfLevel(of)}`)}年` : text;
      let days = known.get(own);
      if (days === undefined) known.set(own, (days = lengthOf(own, today)));
      if (days > longest) [longest, period] = [days, own];
    },
    level: () => level,
    period: () => period,
  };
}
