import { describe, expect, it } from 'vitest';
import { markTally } from '#electron/policy/markTally.ts';
import { codeText, fieldText, levelText, placeText, twoLines, whereabouts } from '#electron/printing/compose/words.ts';
import { digitsOf } from '#shared/labels.ts';
import { profileOf } from '#electron/policy/parameters.ts';
import type { Level } from '#shared/levels.ts';
import { readLabelDigits } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';

const marked = (lines: readonly (readonly [Level | null, string | null])[]) => {
  const tally = markTally(profileOf(new Map()), '2026-11-20');
  for (const [level, period] of lines) tally.add(level, period);
  return [tally.level(), tally.period()];
};

describe('level and period of a paper (K42)', () => {
  it.each([
    ['the highest level with the longest period of any line', [['secret', '5年'], ['confidential', '10年']], ['secret', '10年']],
    ['years above months', [['secret', '18个月'], ['secret', '1年']], ['secret', '18个月']],
    ['a day by how far it is', [['secret', '2040-01-01'], ['secret', '10年']], ['secret', '2040-01-01']],
    ['a condition above years, 长期 above all', [['secret', '20年'], ['secret', '项目验收后'], ['secret', '长期']], ['secret', '长期']],
    ['the upper bound for a line without period (L008)', [['secret', null], ['confidential', '5年']], ['secret', '20年']],
    ['内部 as a level without period', [['internal', null], [null, null]], ['internal', null]],
    ['nothing for nothing', [[null, null]], [null, null]],
  ] as const)('takes %s', (_name, lines, expected) => {
    expect(marked(lines)).toEqual(expected);
  });
});

describe('words on paper', () => {
  it('writes levels, places, times and codes as offices do', () => {
    expect([levelText('secret', '10年'), levelText('internal', null), levelText(null, null)]).toEqual(['机密★10年', '内部', '—']);
    expect([placeText('3号柜1格'), placeText('保密室 301'), placeText(null)]).toEqual(['3号柜\n1格', '保密室 301', '']);
    expect(twoLines('2026-11-20T17:05:00.000Z')).toBe('2026-11-21\n01:05');
    expect(codeText('JA47 K8F4 ZY5N D09N 0JB7 9')).toBe('JA47-K8F4-ZY5N-D09N-0JB7-9');
    expect(fieldText(registers.carriers.fields.copyingForbidden, 1)).toBe('是');
    expect(fieldText(registers.carriers.fields.accessScope, ['南宫砚', '慕容档'])).toBe('南宫砚、慕容档');
  });

  it('says who has a carrier and until when, when it is lent', () => {
    expect(whereabouts({ state: 'lent', holderName: '南宫砚', dueOn: '2026-11-27' } as never)).toBe('借出\n南宫砚\n至11-27');
    expect(whereabouts({ state: 'in_custody', holderName: null, dueOn: null } as never)).toBe('在库');
  });

  it('turns numbers into label digits that read back, and knows no label for others', () => {
    expect(readLabelDigits(digitsOf('ZT-2026-00388') ?? '')).toEqual({ book: 1, year: 2026, serial: 388 });
    expect(readLabelDigits(digitsOf('SP-2026-0207') ?? '')).toEqual({ book: 44, year: 2026, serial: 207 });
    expect([digitsOf(null), digitsOf('DY-2026-0001'), digitsOf('旧号 7')]).toEqual([null, null, null]);
  });
});
