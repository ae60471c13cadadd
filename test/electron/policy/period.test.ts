import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodEnd, periodForm, periodFrom, periodText } from '#electron/policy/period.ts';
import { addMonths } from '#shared/time.ts';

describe('the end of a period', () => {
  it.each([
    [{ years: 1 }, '2024-02-29', '2025-02-28'], [{ years: 4 }, '2024-02-29', '2028-02-29'], [{ years: 30 }, '2026-11-20', '2056-11-20'], [{ months: 1 }, '2026-01-31', '2026-02-28'], [{ months: 1 }, '2028-01-31', '2028-02-29'],
    [{ months: 13 }, '2026-12-31', '2028-01-31'], [{ months: 6 }, '2026-08-31', '2027-02-28'], [{ years: 74 }, '2026-02-28', '2100-02-28'], [{ months: 1 }, '2100-01-29', '2100-02-28'], [{ months: 1 }, '2000-01-30', '2000-02-29'],
    [{ until: '2030-06-30' }, '2026-01-01', '2030-06-30'], [{ years: 10 }, '2026-11', '2036-11-01'],
  ] as const)('of %j from %s is %s', (period, from, end) => {
    expect(periodEnd(period, from, '2026-11-20')).toBe(end);
  });

  it('counts from today when nothing says when it was issued (L007)', () => {
    expect(periodEnd({ years: 10 }, null, '2026-11-20')).toBe('2036-11-20');
  });

  it('is open for a condition, long term and what is not marked', () => {
    for (const p of [{ condition: '公布后' }, { longTerm: true }, { unmarked: true }] as const) expect(periodEnd(p, '2026-11-20', '2026-11-20')).toBeNull();
  });

  it('agrees with the calendar of the terminal for every day and length', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }), fc.integer({ min: 1, max: 1200 }), (date, months) => {
      const day = date.toISOString().slice(0, 10);
      expect(periodEnd({ months }, day, day)).toBe(addMonths(day, months));
    }), { numRuns: 500 });
  });
});

describe('the words of a period', () => {
  it.each([[{ years: 20 }, '20年', 'years'], [{ months: 6 }, '6个月', 'months'], [{ until: '2030-06-30' }, '2030-06-30', 'date'], [{ condition: '项目公布后' }, '项目公布后', 'condition'], [{ longTerm: true }, '长期', 'long_term'], [{ unmarked: true }, '未标明', 'unmarked']] as const)('%j reads %s', (period, text, form) => {
    expect([periodText(period), periodForm(period)]).toEqual([text, form]);
    if (!('unmarked' in period)) expect(periodFrom(text)).toEqual(period);
  });

  it.each([['', { unmarked: true }], ['  ', { unmarked: true }], [' 20 年 ', { years: 20 }], ['6月', { months: 6 }]] as const)('%j is understood', (text, period) => {
    expect(periodFrom(text)).toEqual(period);
  });
});
