import { roleConflicts, roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import type { CreateInput } from '#shared/session.ts';

// What is typed on the way to a new store, and what is still missing. Pure.

export type Person = Readonly<{ account: string; name: string; roles: readonly Role[]; password: string; again: string }>;
export type Plan = Readonly<{ organisation: string; terminalNumber: string; level: CreateInput['level'] | ''; people: readonly Person[]; backupFolder: string; training: boolean }>;

const person = (account: string, ...roles: Role[]): Person => ({ account, name: '', roles, password: '', again: '' });

/** Five people, one role each; the accounts may be renamed. */
export const emptyPlan: Plan = {
  organisation: '',
  terminalNumber: '',
  level: '',
  people: [person('baomi', 'clerk'), person('shenpi', 'approver'), person('xitong', 'system_administrator'), person('anquan', 'security_administrator'), person('shenji', 'auditor')],
  backupFolder: '',
  training: false,
};

export const steps = ['存放位置', '单位与终端', '终端密级', '人员', '口令', '备份位置', '核对'] as const;
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Fewest characters of a passphrase by terminal level (P181), and how many of the four classes it must hold (P182). */
export const passwordRule = { confidential: 10, secret: 10, top_secret: 12 } as const;

/** How many of the four classes (capital, small, digit, other) a passphrase holds. */
export const classesOf = (password: string): number => [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/].filter((c) => c.test(password)).length;

/** What is wrong with one passphrase; null when it may stay. */
export function passwordProblem(p: Person, level: Plan['level']): string | null {
  const least = level === '' ? 10 : passwordRule[level];
  if (p.password.length < least) return `口令至少 ${least} 个字符（规则 P181），现有 ${p.password.length} 个。`;
  if (classesOf(p.password) < 4) return '口令须含大写、小写、数字和符号四类（规则 P182）。';
  if (p.account !== '' && p.password.toLowerCase().includes(p.account.toLowerCase())) return '口令不得包含账户名。';
  return p.password === p.again ? null : '两次输入的口令不一致。';
}

/** What keeps the step from being left; empty when it is complete. */
export function problemsOf(plan: Plan, step: Step): string[] {
  switch (step) {
    case 1:
      return [...(plan.organisation.trim() === '' ? ['请填写单位全称。'] : []), ...(plan.terminalNumber.trim() === '' ? ['请填写终端编号。'] : [])];
    case 2:
      return plan.level === '' ? ['请选择本终端的密级。'] : [];
    case 3: {
      const used = plan.people.filter((p) => p.name.trim() !== '');
      const blank = plan.people.filter((p) => p.name.trim() === '').flatMap((p) => p.roles.map((r) => roleZh[r]));
      const accounts = used.map((p) => p.account.trim());
      const same = used.map((p) => p.name.trim());
      return [
        ...(blank.length > 0 ? [`请填写${blank.join('、')}的姓名。`] : []),
        ...(used.some((p) => !/^[\p{L}\p{N}_.-]+$/u.test(p.account.trim())) ? ['账户只用字母、数字、汉字和 . _ -。'] : []),
        ...(new Set(accounts).size < accounts.length ? ['账户不得重名。'] : []),
        ...(new Set(same).size < same.length ? sameHolder(used) : []),
      ];
    }
    case 4:
      return plan.people.flatMap((p) => {
        const problem = passwordProblem(p, plan.level);
        return problem === null ? [] : [`${p.name}：${problem}`];
      });
    default:
      return [];
  }
}

/** One name in two places: which of the roles one person may not hold together (P411). */
function sameHolder(people: readonly Person[]): string[] {
  const names = [...new Set(people.map((p) => p.name.trim()))];
  return names.flatMap((name) => {
    const held = people.filter((p) => p.name.trim() === name).flatMap((p) => p.roles);
    return held.length < 2 ? [] : roleConflicts(held).map((c) => `${name}：${c}（规则 P411）。`);
  });
}

/** The plan as the session takes it. Only complete plans. */
export function toCreate(plan: Plan): CreateInput {
  if (plan.level === '') throw new Error('a store needs the level of its terminal');
  return {
    organisation: plan.organisation.trim(),
    terminalNumber: plan.terminalNumber.trim(),
    level: plan.level,
    training: plan.training,
    ...(plan.backupFolder.trim() === '' ? {} : { backupFolder: plan.backupFolder.trim() }),
    accounts: plan.people.map((p) => ({ account: p.account.trim(), name: p.name.trim(), roles: [...p.roles], password: p.password })),
  };
}
