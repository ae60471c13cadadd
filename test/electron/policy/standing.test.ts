import { describe, expect, it } from 'vitest';
import { parameterOf } from '#electron/policy/parameters.ts';
import { standingRules } from '#electron/policy/standingRules/index.ts';
import { paper, runStandingCase, saidOfCarrier, standingCases } from '#test/helpers/standingCases.ts';

describe('what the whole-ledger check looks for', () => {
  it.each(standingCases.map((c, i) => [`${c.rule} ${i}`, c] as const))('%s is found where it stands and nowhere else', (_name, c) => {
    runStandingCase(c);
  });

  it('has a case for every rule', () => {
    expect(standingRules.map((r) => r.id).filter((id) => !standingCases.some((c) => c.rule === id))).toEqual([]);
  });

  it.each(standingRules.map((r) => [r.id, r] as const))('%s says what it demands and on what ground', (_id, r) => {
    expect(r.sentenceZh).toMatch(/^[^a-z]*。$/u);
    expect(r.matrix.every((m) => /^P\d{3}$/.test(m)) && r.matrix.length > 0).toBe(true);
    expect(`${r.source.seed ?? ''}${r.source.law ?? ''}`).not.toBe('');
    expect(r.parameters.filter((key) => parameterOf(key) === undefined)).toEqual([]);
  });

  it('finds nothing in a carrier that is in order', () => {
    expect([...saidOfCarrier(paper).keys()]).toEqual([]);
  });
});
