import { describe, expect, it } from 'vitest';
import { parameterOf, parameterProblems, parameters, profileOf } from '#electron/policy/parameters.ts';
import type { Parameter } from '#electron/policy/parameters.ts';
import { ruleBook } from '#electron/policy/rules/index.ts';

const row = (p: Parameter): [string, Parameter] => [p.key, p];
const numbers = parameters.filter((p) => typeof p.default === 'number' && p.who !== 'F');
const choices = parameters.filter((p) => typeof p.default === 'string' && p.allowed !== undefined && p.who !== 'F');
const lists = parameters.filter((p) => Array.isArray(p.default) && p.who !== 'F');
const get = (key: string): Parameter => parameterOf(key) ?? expect.fail(`no parameter ${key}`);

describe('parameters', () => {
  it('exist once each', () => {
    expect(new Set(parameters.map((p) => p.key)).size).toBe(parameters.length);
  });

  it.each(parameters.filter((p) => p.who !== 'F').map(row))('%s stands at a default inside its bounds', (_key, p) => {
    expect(parameterProblems(p, p.default, true)).toEqual([]);
  });

  it.each(parameters.filter((p) => p.who === 'F').map(row))('%s is fixed for everybody', (_key, p) => {
    expect(parameterProblems(p, p.default, true)).toHaveLength(1);
    if (p.min !== undefined) expect(p.default).toBe(p.min);
  });

  it.each(numbers.map(row))('%s refuses what lies beyond its bounds, whoever agrees', (_key, p) => {
    if (p.min !== undefined) expect(parameterProblems(p, p.min - 1, true)).not.toEqual([]);
    if (p.max !== undefined) expect(parameterProblems(p, p.max + 1, true)).not.toEqual([]);
    if (p.min !== undefined) expect(parameterProblems(p, p.min, true)).toEqual([]);
    if (p.max !== undefined) expect(parameterProblems(p, p.max, true)).toEqual([]);
    expect(parameterProblems(p, 1.5, true)).not.toEqual([]);
  });

  it.each(numbers.filter((p) => p.softMax !== undefined || p.softMin !== undefined).map(row))('%s passes its usual bound only with the head', (_key, p) => {
    const beyond = p.softMax !== undefined ? p.softMax + 1 : (p.softMin ?? 0) - 1;
    expect(parameterProblems(p, beyond, false)).not.toEqual([]);
    expect(parameterProblems(p, beyond, true)).toEqual([]);
    expect(parameterProblems(p, p.softMax ?? p.softMin, false)).toEqual([]);
  });

  it.each(parameters.filter((p) => p.who === 'S+H').map(row))('%s waits for the head', (_key, p) => {
    expect(parameterProblems(p, p.default, false)).toHaveLength(1);
    expect(parameterProblems(p, p.default, true)).toEqual([]);
  });

  it.each(choices.map(row))('%s takes each of its variants and nothing else', (_key, p) => {
    expect(p.allowed).toContain(p.default);
    for (const variant of p.allowed ?? []) expect(parameterProblems(p, variant, true)).toEqual([]);
    for (const other of ['anything', '', 1, null, [], {}, true]) expect(parameterProblems(p, other, true)).not.toEqual([]);
  });

  it.each(lists.map(row))('%s keeps its floor and takes no empty, repeated or foreign entries', (_key, p) => {
    const standard = p.default as readonly unknown[];
    for (const floor of p.floor ?? []) expect(parameterProblems(p, standard.filter((v) => v !== floor), true)).not.toEqual([]);
    for (const value of [[], [''], [...standard, '  '], [...standard, standard[0]], [...standard, {}], [...standard, null], 'text', null]) expect(parameterProblems(p, value, true)).not.toEqual([]);
    if (p.allowed !== undefined) expect(parameterProblems(p, [...standard, 'anything'], true)).not.toEqual([]);
  });

  it.each(['2027-01-01', '2027-13-01休', '2027-01-01 休', '元旦休', '2027-01-01至休', '休'])('calendar.holidays takes no line like %s', (entry) => {
    expect(parameterProblems(get('calendar.holidays'), ['程序内置', entry], true)).toEqual([expect.stringContaining('写法不对')]);
    expect(parameterProblems(get('calendar.holidays'), ['程序内置', '2027-01-01休', '2027-02-06至2027-02-12休', '2027-02-20班'], false)).toEqual([]);
  });

  it('name their legal bound when they refuse by it', () => {
    expect(parameterProblems(get('incident.reportWithinHours'), 25, true)).toEqual(['泄密报告时限不得超过 24 小时，依据《实施条例》（2024）第六十一条第一款。']);
  });

  // policy-defaults, table B: the bounds the law sets for the groups in force.
  it.each([
    ['period.maxYears.topSecret', 31], ['period.maxYears.secret', 21], ['period.maxYears.confidential', 11], ['period.reviewEveryMonths', 13],
    ['incident.reportWithinHours', 25], ['missing.days.topSecret', 11], ['missing.days.secret', 61], ['destruction.supervisors', 1], ['destruction.ownMaxItems', 101],
    ['circulation.maxDays', 16], ['backup.everyDays', 16], ['account.lockout.failures', 6], ['account.idleLockMinutes', 11], ['account.password.minLength.secret', 9], ['account.password.minLength.topSecret', 9],
    ['circulation.sameDay.topSecret', 'soft'], ['computer.network', 'internet'], ['reading.recordFrom', 'top_secret'], ['reading.tierLevel.important', 'top_secret'], ['copy.topSecret', 'leaderInCharge'],
    ['storage.cabinetFor.topSecret', 'code_cabinet'], ['destruction.places', ['own_equipment']], ['eligibility.checks', ['onPost']], ['separation.mode', 'none'], ['terminal.level', 'top_secret'],
  ])('%s never becomes %j', (key, value) => {
    expect(parameterProblems(get(key), value, true)).not.toEqual([]);
  });

  it('are the only ones the rules name', () => {
    expect([...new Set(ruleBook.flatMap((r) => r.parameters))].filter((key) => parameterOf(key) === undefined)).toEqual([]);
  });
});

describe('a profile', () => {
  it('answers with the changed value, else with the default', () => {
    const profile = profileOf(new Map<string, unknown>([['loan.days', 3]]));
    expect([profile.number('loan.days'), profile.number('copy.returnDays')]).toEqual([3, 30]);
  });

  it('knows no parameter that the table does not know', () => {
    expect(() => profileOf(new Map<string, unknown>([['loan.hours', 3]])).get('loan.hours')).toThrow('no parameter loan.hours');
    expect(parameterOf('__proto__')).toBeUndefined();
    expect(parameterOf('constructor')).toBeUndefined();
  });
});
