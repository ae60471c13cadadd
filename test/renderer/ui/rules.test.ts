import { describe, expect, it } from 'vitest';
import { plainRules, ruleZh, rulesZh } from '../../../renderer/ui/rules.ts';

describe('a rule on screen', () => {
  it('is called by its number where people learn one, by its title where only the program has a name', () => {
    expect(ruleZh('P314', '脱密期')).toBe('规则 P314');
    expect(ruleZh('STATE', '办理顺序')).toBe('规则“办理顺序”');
  });
  it('stands in a row with others under one word', () => {
    const titles = new Map([['STATE', '办理顺序']]);
    expect(rulesZh(['P132', 'STATE', 'L039'], titles)).toBe('规则 P132、办理顺序、L039');
    expect(rulesZh([], titles)).toBe('');
  });
  it('loses its code in what an approval rests on, and nothing else', () => {
    expect(plainRules('P045 扩大范围须批准；COPY-REASON 写明复制事由')).toBe('P045 扩大范围须批准；写明复制事由');
  });
});
