import { describe, expect, it } from 'vitest';
import { emptyPlan, passwordProblem, problemsOf, toCreate } from '../../../renderer/screens/firstRun/plan.ts';
import type { Plan } from '../../../renderer/screens/firstRun/plan.ts';

const names = ['欧阳笺', '闻人录', '东方簿', '司空鉴', '令狐签'];
const good = 'Qingling-2026';
const full: Plan = { ...emptyPlan, organisation: '示例单位', terminalNumber: '03 号机', level: 'secret', people: emptyPlan.people.map((p, i) => ({ ...p, name: names[i] ?? '', password: good, again: good })) };

describe('the first run', () => {
  it('lets every step be left, when everything is filled in', () => {
    for (const step of [0, 1, 2, 3, 4, 5, 6] as const) expect(problemsOf(full, step)).toEqual([]);
    expect(toCreate(full)).toMatchObject({ level: 'secret', accounts: [{ account: 'baomi', roles: ['clerk'], password: good }, {}, {}, {}, {}] });
  });
  it('names what is missing, when a step is incomplete', () => {
    expect(problemsOf(emptyPlan, 1)).toHaveLength(2);
    expect(problemsOf(emptyPlan, 2)).toEqual(['请选择本终端的密级。']);
    expect(problemsOf(emptyPlan, 3)[0]).toContain('保密员');
  });
  it('refuses one person in two administrator roles', () => {
    const people = full.people.map((p, i) => (i === 4 ? { ...p, name: '东方簿' } : p));
    expect(problemsOf({ ...full, people }, 3).join()).toContain('不得由一人兼任');
  });
  it('asks for length and classes by the level of the terminal', () => {
    const p = { ...full.people[0], password: 'Abc-1234567', again: 'Abc-1234567' } as (typeof full.people)[number];
    expect(passwordProblem(p, 'secret')).toBeNull();
    expect(passwordProblem(p, 'top_secret')).toContain('P181');
    expect(passwordProblem({ ...p, password: 'abcdefghijkl', again: 'abcdefghijkl' }, 'secret')).toContain('P182');
    expect(passwordProblem({ ...p, again: 'x' }, 'secret')).toContain('不一致');
  });
});
