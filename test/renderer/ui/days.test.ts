import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween, echoDay, readDay, readTime, shiftDay, shortDay, shortMoment, timeOf } from '../../../renderer/ui/days.ts';

const today = '2026-11-20';

describe('reading a typed day', () => {
  it.each([
    ['20', '2026-11-20'], ['3', '2026-11-03'], ['1120', '2026-11-20'], ['105', '2026-01-05'], ['261120', '2026-11-20'], ['20261120', '2026-11-20'],
    ['2026-11-20', '2026-11-20'], ['2026.11.20', '2026-11-20'], ['2026年11月20日', '2026-11-20'], ['11月20日', '2026-11-20'], ['11-3', '2026-11-03'],
    ['２０２６１１２０', '2026-11-20'], ['0', '2026-11-20'], ['-1', '2026-11-19'], ['+7', '2026-11-27'], ['+40', '2026-12-30'],
  ])('understands %s as %s', (typed, day) => expect(readDay(typed, today)).toBe(day));
  it.each(['31', '1131', '20260230', '2026-13-01', 'abc', '', '12345', '1-2-3-4'])('finds no day, when %s names none', (typed) => expect(readDay(typed, today)).toBeNull());
  it('reads back every day it writes, when typed as eight digits', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (d) => {
      const day = d.toISOString().slice(0, 10);
      expect(readDay(day.replaceAll('-', ''), today)).toBe(day);
    }));
  });
});

describe('days in words', () => {
  it('counts across the end of a year, when days are shifted', () => {
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-11-20', '2027-11-20')).toBe(365);
  });
  it('leaves the year out, when it is this year', () => {
    expect(shortDay('2026-11-19', today)).toBe('11-19');
    expect(shortDay('2025-11-19', today)).toBe('2025-11-19');
    expect(shortDay('2026-11', today)).toBe('2026-11');
  });
  it('takes day and time from the country’s clock, when the machine is set to another zone', () => {
    const late = new Date('2026-11-19T17:05:00Z');
    expect([dayOf(late), timeOf(late)]).toEqual(['2026-11-20', '01:05']);
    expect(shortMoment('2026-11-19T17:05:00Z', today)).toBe('11-20 01:05');
  });
  it('echoes weekday and distance, when a day was understood', () => {
    expect(echoDay('2026-11-27', today)).toBe('11-27 周五（7 日后）');
    expect(echoDay(today, today)).toBe('11-20 周五（今日）');
  });
  it('reads a time with or without a colon', () => {
    expect(readTime('0931')).toBe('09:31');
    expect(readTime('9：31')).toBe('09:31');
    expect(readTime('2460')).toBeNull();
  });
});
