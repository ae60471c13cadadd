import { describe, expect, it } from 'vitest';
import { registerOf } from '#shared/registers/index.ts';
import { roles } from '#shared/roles.ts';
import { railOf, shelvesOf, spokenOf, unshelved } from '../../../renderer/app/rails.ts';

describe('the rail', () => {
  it('has every book of the terminal on a shelf', () => expect(unshelved()).toEqual([]));
  it('gives every role 今日 first, and no key twice', () => {
    for (const role of roles) {
      const rail = railOf([role]);
      expect(rail[0]?.key).toBe('today');
      const digits = rail.flatMap((item) => item.digit ?? []);
      expect(new Set(digits).size).toBe(digits.length);
      expect(Math.max(...digits)).toBeLessThanOrEqual(8);
    }
  });
  it('is found by what people call a screen, each word by one screen only', () => {
    const all = railOf(['clerk']).map((item) => item.zh);
    const found = (word: string): string[] => all.filter((zh) => spokenOf(zh).some((said) => said.includes(word)));
    for (const [word, zh] of [['复印', '复制摘抄'], ['归还', '借还'], ['盘点', '清点'], ['交接', '移交'], ['出差', '携带外出'], ['丢失', '报失查找']] as const) expect(found(word)).toEqual([zh]);
    expect(spokenOf('备份')).toContain('备份与恢复');
    expect(spokenOf('constructor')).toEqual(['constructor']);
  });
  it('shows no book, when the role may not read it', () => {
    for (const role of roles) for (const shelf of shelvesOf([role])) for (const book of shelf.books) expect(registerOf(book).readers).toContain(role);
    expect(shelvesOf(['auditor']).flatMap((s) => s.books)).not.toContain('carriers');
    expect(shelvesOf(['system_administrator']).flatMap((s) => s.books)).not.toContain('persons');
  });
});
