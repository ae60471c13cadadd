/** The terminal's calendar is China's, without summer time, whatever zone the operating system was set to. */
const OFFSET_MS = 8 * 3_600_000;

/** The local calendar day of an instant: '2026-11-22T17:00:00.000Z' → '2026-11-23'. */
export const dayOf = (instant: string): string => new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);

/** The local clock of an instant, HH:MM. */
export const clockOf = (instant: string): string => new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16);

export const yearOf = (instant: string): number => Number(dayOf(instant).slice(0, 4));

/** '2026-11-22' and 7 → '2026-11-29'. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Same day number, or the month's last day (policy-defaults 2: time). */
export function addMonths(day: string, months: number): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const total = y * 12 + (m - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`;
}

/** Whole days from one day to the other; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** An instant given with or without zone; without one it is the terminal's local time. Out: UTC ISO text. */
export function toInstant(text: string): string {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  return new Date(zoned ? text : `${text}+08:00`).toISOString();
}

/** '2026-11-22T09:31:00.000Z' → '2026-11-22 17:31', as people read it. */
export const showInstant = (instant: string | null): string => (instant === null ? '' : `${dayOf(instant)} ${clockOf(instant)}`);

/** 2026-11-20, or 2026-11 where only the month is known. */
export const dayOrMonth = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;

/** True for a month, and for a day that the calendar has. */
export function isRealDay(text: string): boolean {
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** True for years an office can mean; beyond them a day is a slip of the pen, and sums of days leave the calendar. */
export const isMeantDay = (text: string): boolean => text >= '1900' && text < '2200';
