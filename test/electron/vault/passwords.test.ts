import { describe, expect, it } from 'vitest';
import { passwordProblems } from '#electron/vault/passwords.ts';

describe('passwords', () => {
  it.each([
    ['Abcdef#123', 'confidential', 0],
    ['Abcdef#12', 'confidential', 1],
    ['Abcdef#123', 'secret', 0],
    ['Abcdef#12', 'secret', 1],
    ['Abcdefgh#123', 'top_secret', 0],
    ['Abcdefg#123', 'top_secret', 1],
    ['abcdef#123', 'secret', 1],
    ['ABCDEF#123', 'secret', 1],
    ['Abcdef#xyz', 'secret', 1],
    ['Abcdef1234', 'secret', 1],
    ['abc', 'secret', 2],
    [' Abcdef#123', 'secret', 1],
    [`Ab#1${'x'.repeat(125)}`, 'secret', 1],
  ] as const)('%s at a %s terminal has %i problems', (password, level, problems) => {
    expect(passwordProblems(password, level)).toHaveLength(problems);
  });

  it('must be more than the account name, in any case', () => {
    expect(passwordProblems('xBaiLi#2026Ax', 'secret', { account: 'baili#2026' })).toHaveLength(1);
    expect(passwordProblems('xBaiLi#2026x', 'secret', { account: 'murong' })).toEqual([]);
    expect(passwordProblems('xBaiLi#2026x', 'secret', { account: 'baili' })).toEqual([]);
    expect(passwordProblems('甲乙甲乙BaLi#2', 'secret', { account: '甲乙甲乙b' })).toHaveLength(1);
  });

  it('follow the unit’s settings, when they are given', () => {
    expect(passwordProblems('Abcdef#123', 'secret', { minLength: 14 })).toHaveLength(1);
    expect(passwordProblems('Abcdef1234', 'secret', { classes: 3 })).toEqual([]);
  });

  it('count characters as people do, and never repeat the password', () => {
    expect(passwordProblems('Aa1#𠮷𠮷𠮷𠮷𠮷𠮷', 'secret')).toEqual([]);
    for (const problem of passwordProblems('Qz', 'top_secret', { account: 'qz' })) {
      expect(problem).not.toContain('Qz');
      expect(problem).toMatch(/。$/);
    }
  });
});
