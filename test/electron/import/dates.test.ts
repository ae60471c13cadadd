import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readMoment, yearIn, type DateContext } from '#electron/import/dates.ts';

const context: DateContext = { label: '收文日期', date1904: false, now: new Date('2026-06-01T00:00:00Z'), past: true };
const read = (text: string, more: Partial<DateContext> = {}) => {
  const { value, problems } = readDate({ text }, { ...context, ...more });
  return [value, ...problems.map((p) => p.code)];
};
const han = '〇一二三四五六七八九';
const small = (n: number) => (n < 10 ? han[n] : `${n < 20 ? '' : han[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : han[n % 10]}`) as string;
const wide = (text: string) => text.replace(/[0-9./-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const pad = (n: number) => String(n).padStart(2, '0');

/** Every way of writing a whole day that must come back without a remark. */
const spellings: ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}-${pad(m)}-${pad(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => ` ${y} 年 ${m} 月 ${d} 日 `,
  (y, m, d) => `${y}年${m}月${d}号`,
  (y, m, d) => `${y}${pad(m)}${pad(d)}`,
  (y, m, d) => wide(`${y}.${m}.${d}`),
  (y, m, d) => wide(`${y}${pad(m)}${pad(d)}`),
  (y, m, d) => wide(`${y}年${m}月${d}日`),
  (y, m, d) => `${[...String(y)].map((c) => han[Number(c)]).join('')}年${small(m)}月${small(d)}日`,
  (y, m, d) => `${[...String(y)].map((c) => han[Number(c)]).join('').replaceAll('〇', '○')}年${small(m)}月${small(d)}日`,
  (y, m, d) => `${[...String(y)].map((c) => han[Number(c)]).join('').replaceAll('〇', 'O')}年${small(m)}月${small(d).replace('二十', '廿').replace('三十', '卅')}日`,
  (y, m, d) => `${y}。${m}。${d}`,
  (y, m, d) => `${y}、${m}、${d}`,
  (y, m, d) => `${y}.${m}.${d}.`,
  (y, m, d) => `'${y}-${m}-${d}`,
  (y, m, d) => `${y}年${m}月${d}日（星期三）`,
  (y, m, d) => `${y}-${pad(m)}-${pad(d)} 08:30:00`,
  (y, m, d) => `${pad(y % 100)}.${m}.${d}`,
  (y, m, d) => `${pad(y % 100)}年${m}月${d}日`,
];

describe('reading dates', () => {
  const days = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-05-31'), noInvalidDate: true });

  it('reads back the day, when it is spelled in any of the ways offices use', () => {
    fc.assert(
      fc.property(days, fc.nat(spellings.length - 1), (day, n) => {
        const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
        const spelled = (spellings[n] as (typeof spellings)[number])(y, m, d);
        // Two digits can only mean the last hundred years.
        fc.pre(!/^\d{2}[.年]/.test(spelled) || y > 1927);
        expect([spelled, ...read(spelled)]).toEqual([spelled, `${y}-${pad(m)}-${pad(d)}`]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the day behind a serial number and says so, when the cell has no date format', () => {
    fc.assert(
      fc.property(days, (day) => {
        const serial = Math.floor(day.getTime() / 86_400_000) + 25_569;
        fc.pre(serial >= 10_000);
        const iso = day.toISOString().slice(0, 10);
        expect(read(String(serial))).toEqual([iso, 'dateSerial']);
        expect(readDate({ text: '', number: serial }, context)).toMatchObject({ value: iso, problems: [{ code: 'dateSerial' }] });
        expect(readDate({ text: '', number: serial, shows: 'day' }, context)).toEqual({ value: iso, problems: [] });
        expect(readDate({ text: '', number: serial - 1462, shows: 'day' }, { ...context, date1904: true })).toEqual({ value: iso, problems: [] });
      }),
    );
  });

  it.each([
    ['2012年5月', '2012-05', 'dateMonthOnly'],
    ['2012.5', '2012-05', 'dateMonthOnly'],
    ['二〇一二年十二月', '2012-12', 'dateMonthOnly'],
    ['05/00/1975', '1975-05', 'dateMonthOnly'],
    ['2012-02-30', '', 'dateImpossible'],
    ['2012年13月1日', '', 'dateImpossible'],
    ['00/00/0000', '', 'dateZero'],
    ['去年夏天', '', 'dateUnreadable'],
    ['2027-01-01', '2027-01-01', 'dateFuture'],
    ['2012.5.1-2012.5.3', '2012-05-01', 'dateRange'],
    ['2012.5.1（补）', '2012-05-01', 'dateRemark'],
    ['3/4/2012', '2012-03-04', 'dateOrder'],
    ['5月1日', '', 'dateYearMissing'],
  ])('reads %s as "%s" with %s, when no more is known', (text, value, code) => {
    expect(read(text)).toEqual([value, code]);
  });

  it('reads western order without a remark, when only one order is possible', () => {
    expect(read('25/12/2012')).toEqual(['2012-12-25']);
    expect(read('12/25/2012')).toEqual(['2012-12-25']);
  });

  it('takes the year of the sheet and says so, when the cell has none', () => {
    const year = { value: 2012, from: '表名' };
    for (const text of ['5月1日', '5.1', '５／１', '五月一日']) expect(read(text, { year })).toEqual(['2012-05-01', 'dateYearAssumed']);
    expect(readDate({ text: '5月1日' }, { ...context, year }).problems[0]?.messageZh).toMatch(/^收文日期缺年份，取表名年份/);
  });

  it('trusts a stored date unless its hidden year differs from the sheet’s, when the format hides the year', () => {
    const cell = { text: '5月1日', number: 41_030, shows: 'monthDay' } as const;
    expect(readDate(cell, { ...context, year: { value: 2012, from: '表名' } })).toEqual({ value: '2012-05-01', problems: [] });
    expect(readDate(cell, { ...context, year: { value: 2013, from: '表名' } }).problems).toMatchObject([{ code: 'dateYearAssumed' }]);
  });

  it('reads time and day, when a cell holds a moment', () => {
    const value = (text: string) => readMoment({ text }, context).value;
    expect(value('2012-05-01 08:30')).toBe('2012-05-01T08:30');
    expect(value('2012年5月1日下午2时30分')).toBe('2012-05-01T14:30');
    expect(value('8：05')).toBe('08:05');
    expect(value('2012.5.1')).toBe('2012-05-01');
    expect(readMoment({ text: '', number: 0.75, shows: 'time' }, context).value).toBe('18:00');
    expect(readMoment({ text: '', number: 41_030.5, shows: 'day' }, context).value).toBe('2012-05-01T12:00');
  });

  it('never throws and gives ISO or nothing, when handed any text', () => {
    const alphabet = fc.string({ unit: fc.constantFrom(...'0123456789年月日.-/〇○一二十廿星期 ()（）至O：'), maxLength: 16 });
    fc.assert(
      fc.property(fc.oneof(alphabet, fc.string()), (text) => {
        expect(readDate({ text }, context).value).toMatch(/^(\d{4}-\d{2}(-\d{2})?)?$/);
        expect(readMoment({ text }, context).value).toMatch(/^(\d{4}-\d{2}(-\d{2})?)?T?(\d{2}:\d{2})?$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the one year of a title, when there is exactly one', () => {
    expect(yearIn('收文登记簿（2012年上半年）')).toBe(2012);
    expect(yearIn('二〇一二年度收文')).toBe(2012);
    expect(yearIn('2011-2012年收文')).toBeUndefined();
    expect(yearIn('收文登记簿')).toBeUndefined();
    expect(yearIn('No. 120125')).toBeUndefined();
  });
});
