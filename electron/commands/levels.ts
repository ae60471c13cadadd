import type { Period } from '#shared/contract/inputs.ts';
import { isStateSecret } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { SecretGrade } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import { keyOfLevel } from '../policy/parameters.ts';
import type { Profile } from '../policy/parameters.ts';
import { periodForm, periodText } from '../policy/period.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, toRecord } from '../vault/read.ts';
import { isRefusal } from './define.ts';
import { find, findPerson } from './find.ts';

/** What an item becomes. A state secret has a level, a commercial secret a grade; with neither it is no secret. */
export type Become = Readonly<{ level: Level | null; grade?: SecretGrade | null; period?: Period | undefined; periodBasis?: string | undefined; provisional?: boolean }>;

/** 保密期限 as stored; a period that is not marked counts as the longest one (L008). The day of its end is worked out by rule L007. */
export function lasting(period: Period, level: Level | null, profile: Profile): Record<string, unknown> {
  if ('unmarked' in period && isStateSecret(level)) return { secrecyPeriod: periodText({ years: profile.number(`period.maxYears.${keyOfLevel(level)}`) }), periodForm: 'unmarked' };
  return { secrecyPeriod: periodText(period), periodForm: periodForm(period) };
}

/** The fields of a carrier that follow from what it becomes. */
export function becoming(to: Become, profile: Profile): Record<string, unknown> {
  const grade = to.grade ?? null;
  if (to.level === null && grade === null) return { level: null, grade: null, regime: 'ordinary', secrecyPeriod: null, periodForm: null, periodEndsOn: null, provisional: 0 };
  return {
    level: to.level, grade, regime: grade === null ? 'state_secret' : 'commercial_secret', provisional: to.provisional === true ? 1 : 0,
    ...(to.period === undefined ? {} : lasting(to.period, to.level, profile)), ...(to.periodBasis === undefined ? {} : { periodBasis: to.periodBasis }),
  };
}

/** One move for each carrier of the matter. */
export const relabel = (carriers: readonly RecordOf<'carriers'>[], to: Become, profile: Profile, event: string, reason?: string): Change[] =>
  carriers.map((c) => move('carriers', c, becoming(to, profile), event, reason === undefined ? {} : { reason }));

/** The person who decides, when the ledger of persons knows exactly one of that name. */
export function deciderOf(db: ReadDb, name: string | undefined): RecordOf<'persons'> | null {
  const found = name === undefined ? undefined : findPerson(db, name);
  return found === undefined || isRefusal(found) ? null : found;
}

/** The item a level was derived from, by the last decision that says so. */
export function sourceOf(db: ReadDb, carrier: number): RecordOf<'carriers'> | null {
  const row = all(db, `SELECT sourceCarrier FROM classifications WHERE carrier = ? AND kind = 'derived' AND sourceCarrier IS NOT NULL AND +state = 'done' ORDER BY id DESC LIMIT 1`, carrier)[0];
  const found = row === undefined ? undefined : find(db, 'carriers', row['sourceCarrier'] as number);
  return found === undefined || isRefusal(found) ? null : found;
}

/** A late extension about this carrier that the organ has not answered yet (L010). */
export const openQuery = (db: ReadDb, carrier: number): RecordOf<'classifications'> | null => {
  const row = all(db, `SELECT * FROM classifications WHERE carrier = ? AND suspended = 1 AND +state = 'submitted' ORDER BY id DESC LIMIT 1`, carrier)[0];
  return row === undefined ? null : toRecord('classifications', row);
};

