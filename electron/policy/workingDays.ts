import chineseDays from 'chinese-days';
import { addDays } from '#shared/time.ts';

/** One line of `calendar.holidays` that the unit adds to the calendar of the program: a day, or 甲至乙, with 休 or 班. */
const line = /^(\d{4}-\d{2}-\d{2})(?:至(\d{4}-\d{2}-\d{2}))?([休班])$/;

/** The first national holidays of October are off in every published year; beyond the published years they are taken for what the week says. */
const published = (year: number): boolean => [1, 2, 3].every((d) => !chineseDays.isWorkday(`${year}-10-0${d}`));

/** True when the holidays of a year are in the program or were entered by the unit; otherwise only weekends are known. */
export const yearKnown = (year: number, entered: readonly string[] = []): boolean => published(year) || entered.some((e) => e.startsWith(`${year}-`) && e.endsWith('休'));

/** The first year from this one on whose holidays nobody has told the program. */
export function firstUnknownYear(year: number, entered: readonly string[] = []): number {
  let y = year;
  while (yearKnown(y, entered)) y++;
  return y;
}

/** To be said beside a day that was counted in working days; empty while the calendar of its year is known. */
export const unknownYearZh = (day: string, entered: readonly string[] = []): string => (yearKnown(Number(day.slice(0, 4)), entered) ? '' : `${day.slice(0, 4)} 年放假安排未载入，只按周末推算`);

/**
 * True on days when offices work: weekends and holidays off, days worked in lieu on; beyond the published calendars weekdays count.
 * `entered`: the unit's own lines of `calendar.holidays`, which go before the calendar of the program.
 */
export function isWorkingDay(day: string, entered: readonly string[] = []): boolean {
  for (const text of entered) {
    const [, from, to, kind] = line.exec(text) ?? [];
    if (from !== undefined && from <= day && day <= (to ?? from)) return kind === '班';
  }
  return chineseDays.isWorkday(day);
}

/** The n-th working day after a day; the day itself when n is 0. */
export function workingDayAfter(day: string, n: number, entered: readonly string[] = []): string {
  let at = day;
  // Whoever enters a whole year as free still gets an answer.
  for (let left = n, tried = 0; left > 0 && tried < 3660; tried++) {
    at = addDays(at, 1);
    if (isWorkingDay(at, entered)) left--;
  }
  return at;
}

/** Working days after `from` up to and including `to`; at most `most` are counted. */
export function workingDaysBetween(from: string, to: string, most = 400, entered: readonly string[] = []): number {
  let n = 0;
  for (let at = addDays(from, 1); at <= to && n < most; at = addDays(at, 1)) if (isWorkingDay(at, entered)) n++;
  return n;
}
