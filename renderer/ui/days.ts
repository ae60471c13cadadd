import { addDays, clockOf, dayOf as dayOfInstant, daysBetween } from '#shared/time.ts';

// Days as people type and read them, in the calendar of shared/time.ts. Pure: the day that is "today" comes in.

export { addDays as shiftDay, daysBetween };

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const pad = (n: number): string => String(n).padStart(2, '0');

/** The calendar day of a moment, 2026-11-20. */
export const dayOf = (moment: Date): string => dayOfInstant(moment.toISOString());

/** Hour and minute of a moment, 09:31. */
export const timeOf = (moment: Date): string => clockOf(moment.toISOString());

export const weekdayOf = (day: string): string => weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? '';

const exists = (y: number, m: number, d: number): string | null => {
  const at = new Date(Date.UTC(y, m - 1, d));
  return at.getUTCFullYear() === y && at.getUTCMonth() === m - 1 && at.getUTCDate() === d ? `${y}-${pad(m)}-${pad(d)}` : null;
};

/**
 * Reads a typed day: `20` this month, `1120`, `261120`, `20261120`, `2026-11-20`, `2026.11.20`, `2026年11月20日`, full width
 * too; `0` today, `-1` yesterday, `+7` in a week. Out: ISO day, or null when it names no day.
 */
export function readDay(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').trim().replaceAll('−', '-');
  if (text === '0') return today;
  if (/^[+-]\d{1,4}$/.test(text)) return addDays(today, Number(text));
  const [y, m] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const parts = /^(?:(\d{4}|\d{2})[-./年\s])?(\d{1,2})[-./月\s](\d{1,2})日?$/.exec(text);
  if (parts !== null) {
    const year = parts[1] === undefined ? y : Number(parts[1]) + (parts[1].length === 2 ? 2000 : 0);
    return exists(year, Number(parts[2]), Number(parts[3]));
  }
  if (!/^\d+$/.test(text)) return null;
  if (text.length <= 2) return exists(y, m, Number(text));
  if (text.length <= 4) return exists(y, Number(text.slice(0, -2)), Number(text.slice(-2)));
  if (text.length === 6) return exists(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)));
  if (text.length === 8) return exists(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  return null;
}

/** Reads a typed time: `0931`, `931`, `9:31`, `9`. Out: `09:31`, or null. */
export function readTime(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const parts = /^(\d{1,2})[:.时](\d{1,2})分?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? /^(\d{1,2})$/.exec(text);
  if (parts === null) return null;
  const [h, min] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return h < 24 && min < 60 ? `${pad(h)}:${pad(min)}` : null;
}

/** 11-20 within this year, 2026-11-20 otherwise; months of old ledgers stay as they are. */
export const shortDay = (day: string, today: string): string => (day.length > 7 && day.slice(0, 4) === today.slice(0, 4) ? day.slice(5, 10) : day.slice(0, 10));

/** A stored moment (UTC) as read on this terminal: 11-20 09:31. */
export function shortMoment(iso: string, today: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${shortDay(dayOf(at), today)} ${timeOf(at)}`;
}

/** What the field understood, echoed at once: 11-27 周五（7 日后）. */
export function echoDay(day: string, today: string): string {
  const far = daysBetween(today, day);
  const when = far === 0 ? '今日' : far > 0 ? `${far} 日后` : `${-far} 日前`;
  return `${shortDay(day, today)} ${weekdayOf(day)}（${when}）`;
}
