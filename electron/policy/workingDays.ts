import chineseDays from 'chinese-days';
import { addDays } from '#shared/time.ts';

/** True on days when offices work: weekends and holidays off, days worked in lieu on; beyond the published calendars weekdays count. */
export const isWorkingDay = (day: string): boolean => chineseDays.isWorkday(day);

/** The n-th working day after a day; the day itself when n is 0. */
export function workingDayAfter(day: string, n: number): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left--;
  }
  return at;
}

/** Working days after `from` up to and including `to`; at most `most` are counted. */
export function workingDaysBetween(from: string, to: string, most = 400): number {
  let n = 0;
  for (let at = addDays(from, 1); at <= to && n < most; at = addDays(at, 1)) if (isWorkingDay(at)) n++;
  return n;
}
