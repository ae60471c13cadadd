import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, clockOf, dayOf, daysBetween, showInstant, toInstant, yearOf } from '#shared/time.ts';

const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));

describe('the calendar of the terminal', () => {
  it.each([['2026-11-22T15:59:59.999Z', '2026-11-22', '23:59'], ['2026-11-22T16:00:00.000Z', '2026-11-23', '00:00'], ['2026-12-31T16:00:00.000Z', '2027-01-01', '00:00'], ['1988-06-01T15:30:00.000Z', '1988-06-01', '23:30']])('reads %s as %s %s', (instant, day, clock) => {
    expect([dayOf(instant), clockOf(instant), yearOf(instant), showInstant(instant)]).toEqual([day, clock, Number(day.slice(0, 4)), `${day} ${clock}`]);
  });

  it.each([['2026-11-20T09:00', '2026-11-20T01:00:00.000Z'], ['2026-11-20T09:00:00+08:00', '2026-11-20T01:00:00.000Z'], ['2026-11-20T01:00:00Z', '2026-11-20T01:00:00.000Z'], ['2026-11-20T09:00:00+0900', '2026-11-20T00:00:00.000Z']])('takes %s for %s', (text, instant) => {
    expect(toInstant(text)).toBe(instant);
  });

  it.each([['2024-02-28', 1, '2024-02-29'], ['2026-02-28', 1, '2026-03-01'], ['2026-12-31', 1, '2027-01-01'], ['2026-03-01', -1, '2026-02-28']])('%s and %i days is %s', (day, days, wanted) => {
    expect(addDays(day, days)).toBe(wanted);
  });

  it.each([['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2024-02-29', 12, '2025-02-28'], ['2026-11-30', 3, '2027-02-28'], ['2026-03-31', -1, '2026-02-28'], ['2026-01-15', -1, '2025-12-15']])('%s and %i months is %s', (day, months, wanted) => {
    expect(addMonths(day, months)).toBe(wanted);
  });

  it('counts back what it counted on', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }));
  });

  it('shows nothing for no instant', () => {
    expect(showInstant(null)).toBe('');
  });
});
