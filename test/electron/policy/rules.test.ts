import { describe, expect, it } from 'vitest';
import { ruleBook } from '#electron/policy/rules/index.ts';
import { ruleCases } from '#test/helpers/rulesCasesAll.ts';
import { runCase } from '#test/helpers/rulesCases.ts';

const working = ruleBook.filter((r) => r.judge !== undefined || r.require !== undefined || r.effect !== undefined);

describe('rules', () => {
  it.each(ruleCases.map((c) => [`${c.rule} ${c.name}`, c] as const))('%s', (_name, c) => {
    runCase(c);
  });
});

describe('the table of cases', () => {
  it('names only rules of the book', () => {
    const known = new Set(ruleBook.map((r) => r.id));
    expect([...new Set(ruleCases.map((c) => c.rule))].filter((id) => !known.has(id))).toEqual([]);
  });

  it('has at least one case that bites and one that passes for every rule that works', () => {
    const gaps = working.filter((r) => {
      const own = ruleCases.filter((c) => c.rule === r.id);
      return !own.some((c) => 'passes' in c.expect) || own.length < 2 || !own.some((c) => !('passes' in c.expect) || c.expect.after !== undefined);
    });
    expect(gaps.map((r) => r.id)).toEqual([]);
  });

  it('has no two cases of one name', () => {
    const names = ruleCases.map((c) => `${c.rule} ${c.name}`);
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([]);
  });
});

describe('the rule book', () => {
  it.each(ruleBook.map((r) => [r.id, r] as const))('%s says in Chinese what to do, where it comes from and how it is judged', (_id, r) => {
    expect(r.sentenceZh).toMatch(/^[^a-z]*。$/u);
    expect(r.titleZh).not.toBe('');
    expect(r.matrix.every((m) => /^P\d{3}$/.test(m))).toBe(true);
    expect(`${r.source.seed ?? ''}${r.source.law ?? ''}`).not.toBe('');
    const judged = ['deny', 'warn', 'needs_approval', 'needs_second_person'].includes(r.outcome);
    expect({ judged: r.judge !== undefined, required: r.require !== undefined }).toEqual({ judged, required: r.outcome === 'record' });
    if (r.outcome === 'needs_approval') expect(r.approverZh).toBeTruthy();
  });
});
