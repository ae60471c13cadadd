import { describe, expect, it } from 'vitest';
import { registerOf } from '#shared/registers/index.ts';
import { roles } from '#shared/roles.ts';
import { railOf, shelvesOf, unshelved } from '../../../renderer/app/rails.ts';

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
  it('shows no book, when the role may not read it', () => {
    for (const role of roles) for (const shelf of shelvesOf([role])) for (const book of shelf.books) expect(registerOf(book).readers).toContain(role);
    expect(shelvesOf(['auditor']).flatMap((s) => s.books)).not.toContain('carriers');
    expect(shelvesOf(['system_administrator']).flatMap((s) => s.books)).not.toContain('persons');
  });
});
