import { describe, expect, it } from 'vitest';
import { highest, isStateSecret, levelFrom, levels, levelZh, markOf, rankOf } from '#shared/levels.ts';
import { roleConflicts, roles } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { exitCodeOf } from '#shared/result.ts';
import { outcomes, worse } from '#shared/decision.ts';

describe('levels', () => {
  it('stand in their order, nothing below all', () => {
    expect([null, ...levels].map(rankOf)).toEqual([0, 1, 2, 3, 4]);
    expect(rankOf(undefined)).toBe(0);
  });

  it('are three of the law; 内部 is none', () => {
    expect(levels.filter(isStateSecret)).toEqual(['confidential', 'secret', 'top_secret']);
    expect(isStateSecret(null)).toBe(false);
  });

  it('head a list by the highest', () => {
    expect(highest(['confidential', null, 'secret', 'internal', undefined])).toBe('secret');
    expect(highest([null, undefined])).toBeNull();
    expect(highest([])).toBeNull();
  });

  it.each<[string, string | null]>([...levels.flatMap((l): [string, string][] => [[l, l], [levelZh[l], l], [`${levelZh[l]}级`, l]]), ['topSecret', 'top_secret'], [' 机密 ', 'secret'], ['公开', null], ['', null], ['__proto__', null]])('reads %j as %j', (text, level) => {
    expect(levelFrom(text)).toBe(level);
  });

  it('mark only what the law lets be marked (P007)', () => {
    expect([markOf('secret', '20年'), markOf('secret', null), markOf('internal', '20年'), markOf(null, '20年')]).toEqual(['机密★20年', '机密', null, null]);
  });
});

describe('roles (P411)', () => {
  const pairs = roles.flatMap((a, i) => roles.slice(i + 1).map((b): [Role, Role] => [a, b]));

  it.each(roles.map((r) => [r]))('%s stands alone', (role) => {
    expect(roleConflicts([role])).toEqual([]);
  });

  it.each(pairs)('%s and %s are not held by one', (a, b) => {
    expect(roleConflicts([a, b])).not.toEqual([]);
    expect(roleConflicts([b, a])).not.toEqual([]);
  });
});

describe('answers', () => {
  it('have the exit codes of the contract', () => {
    const messageZh = '';
    expect([
      exitCodeOf({ kind: 'invalid', messageZh, issues: [] }), exitCodeOf({ kind: 'missing', messageZh }), exitCodeOf({ kind: 'stale', messageZh, expected: 1, actual: 2 }), exitCodeOf({ kind: 'policy', messageZh, decision: { outcome: 'deny', reasons: [], checks: [] } }),
      exitCodeOf({ kind: 'sign_in', messageZh, code: 'x' }), exitCodeOf({ kind: 'locked', messageZh }), exitCodeOf({ kind: 'integrity', messageZh, code: 'x' }), exitCodeOf({ kind: 'environment', messageZh, code: 'x' }), exitCodeOf({ kind: 'fault', messageZh, ref: 'x' }),
    ]).toEqual([2, 2, 2, 3, 4, 4, 5, 6, 70]);
  });

  it('grow worse in the order of the list', () => {
    for (const a of outcomes) for (const b of outcomes) expect(worse(a, b)).toBe(outcomes[Math.max(outcomes.indexOf(a), outcomes.indexOf(b))]);
  });
});
