import { describe, expect, it } from 'vitest';
import { ruleBook } from '#electron/policy/rules/index.ts';
import { runCase } from '#test/helpers/rulesCases.ts';
import { ruleCases } from '#test/helpers/rulesCasesAll.ts';
import { runStandingCase, standingCases } from '#test/helpers/standingCases.ts';
import { standingRules } from '#electron/policy/standingRules/index.ts';

// Run by build/rules-removed.mjs only: build/vitest.removed.config.ts gives the book the means to lose a rule.
declare const withoutRule: (id: string | null) => number;
declare const withoutStandingRule: (id: string | null) => number;

const working = ruleBook.filter((r) => r.judge !== undefined || r.require !== undefined || r.effect !== undefined);

/** The names of the cases of a rule that fail while the book stands as it stands. */
const failing = (id: string): string[] => ruleCases.filter((c) => c.rule === id).flatMap((c) => (fails(() => { runCase(c); }) ? [c.name] : []));
const failingStanding = (id: string): number => standingCases.filter((c) => c.rule === id && fails(() => { runStandingCase(c); })).length;

function fails(run: () => void): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}

describe('a missing rule is noticed', () => {
  it.each(working.map((r) => [r.id, r] as const))('%s', (id, rule) => {
    expect(failing(id)).toEqual([]);
    try {
      expect(withoutRule(id)).toBe(1);
      const noticed = failing(id);
      console.log(`REMOVED ${JSON.stringify({ id, matrix: rule.matrix, cases: ruleCases.filter((c) => c.rule === id).length, failing: noticed.length })}`);
      expect(noticed.length).toBeGreaterThan(0);
    } finally {
      withoutRule(null);
    }
  });
});

// What the whole-ledger check looks for, taken away in the same manner.
describe('a missing rule is noticed', () => {
  it.each([...standingRules].map((r) => [r.id, r] as const))('%s', (id, rule) => {
    expect(failingStanding(id)).toBe(0);
    try {
      expect(withoutStandingRule(id)).toBe(1);
      const noticed = failingStanding(id);
      console.log(`REMOVED ${JSON.stringify({ id, matrix: rule.matrix, cases: standingCases.filter((c) => c.rule === id).length, failing: noticed })}`);
      expect(noticed).toBeGreaterThan(0);
    } finally {
      withoutStandingRule(null);
    }
  });
});
