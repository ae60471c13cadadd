import type { Period } from '#shared/contract/inputs.ts';

/** 保密期限 as it stands in the mark: 20年, 6个月, 2030-06-30, 条件…, 长期. */
export function periodText(p: Period): string {
  if ('years' in p) return `${p.years}年`;
  if ('months' in p) return `${p.months}个月`;
  if ('until' in p) return p.until;
  if ('condition' in p) return p.condition;
  if ('longTerm' in p) return '长期';
  return '未标明';
}

export type PeriodForm = 'years' | 'months' | 'date' | 'condition' | 'long_term' | 'unmarked';
export function periodForm(p: Period): PeriodForm {
  if ('years' in p) return 'years';
  if ('months' in p) return 'months';
  if ('until' in p) return 'date';
  if ('condition' in p) return 'condition';
  return 'longTerm' in p ? 'long_term' : 'unmarked';
}

/**
 * Last day of the period, counted from the issue date, without one from the day of written notice (L007).
 * null for a condition or long term: these never end by date.
 */
export function periodEnd(p: Period, issuedOn: string | null, today: string): string | null {
  if ('until' in p) return p.until;
  const months = 'years' in p ? p.years * 12 : 'months' in p ? p.months : null;
  if (months === null) return null;
  const from = issuedOn === null ? today : issuedOn.length === 7 ? `${issuedOn}-01` : issuedOn;
  const [y, m, d] = from.split('-').map(Number) as [number, number, number];
  const total = y * 12 + (m - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12;
  const last = month === 1 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] as number);
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`;
}

/** Reads 20年, 6个月, 长期, 2030-06-30, ''. Out: the period, `unmarked` for empty, a condition for any other text. */
export function periodFrom(text: string): Period {
  const tidy = text.trim();
  const years = /^(\d{1,3})\s*年$/.exec(tidy);
  if (years !== null) return { years: Number(years[1]) };
  const months = /^(\d{1,3})\s*个?月$/.exec(tidy);
  if (months !== null) return { months: Number(months[1]) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(tidy)) return { until: tidy };
  if (tidy === '长期') return { longTerm: true };
  return tidy === '' ? { unmarked: true } : { condition: tidy };
}
