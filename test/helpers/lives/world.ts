import { all } from '#electron/vault/read.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { commands } from '#shared/contract/commands.ts';
import { addDays, dayOf } from '#shared/time.ts';
import type { Actor, Role } from '#shared/roles.ts';
import { approver, auditor, clerk, paper, reader, secadmin, sysadmin } from '../desk.ts';
import type { Desk } from '../desk.ts';

export type Input = Record<string, unknown>;
export type Row = Record<string, unknown>;

/** Nothing in the books fits the act that was chosen; the life goes on with another act. */
export class NoTarget extends Error {}

/** Chances of one step: the same seed always falls the same way, so that a life can be lived again. */
export type Dice = Readonly<{ int: (below: number) => number; chance: (p: number) => boolean; pick: <T>(list: readonly T[]) => T; some: <T>(list: readonly T[], atMost: number) => T[] }>;

export function diceOf(seed: number): Dice {
  let a = seed | 0;
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new NoTarget();
    return list[int(list.length)] as T;
  };
  return {
    int, pick, chance: (p) => next() < p,
    some: (list, atMost) => {
      const rest = [...list];
      const taken = [];
      for (let n = 1 + int(atMost); n > 0 && rest.length > 0; n--) taken.push(...rest.splice(int(rest.length), 1));
      if (taken.length === 0) throw new NoTarget();
      return taken;
    },
  };
}

/** The unit in which the lives are lived: real books, a moving clock, people with accounts. */
export type World = {
  readonly desk: Desk;
  dice: Dice;
  /** Who has the clerk's post now; it changes hands. */
  keeper: Actor;
  /** True for a step that picks its targets without looking at their state. */
  wild: boolean;
  rows: (sql: string, ...bound: unknown[]) => Row[];
  /** One record of a register that fits, by id; in a wild step any record, or one that is not there. */
  one: (register: string, where?: string, ...bound: unknown[]) => number;
  many: (register: string, atMost: number, where?: string, ...bound: unknown[]) => number[];
  /** One carrier in a state, with the condition. */
  carrier: (states: string, where?: string) => number;
  person: (where?: string) => string;
  day: (n: number) => string;
  now: () => string;
  /** A word that is new in this life. */
  fresh: (stem: string) => string;
};

export const secondClerk: Actor = { account: 'jie', name: '接手人', roles: ['clerk'] };
const otherApprover: Actor = { account: 'gongsun', name: '公孙批', roles: ['approver'] };
export const everyone: readonly Actor[] = [clerk, approver, otherApprover, sysadmin, secadmin, auditor, secondClerk];
const holders: Readonly<Record<Exclude<Role, 'clerk'>, readonly Actor[]>> = { approver: [approver, otherApprover], system_administrator: [sysadmin], security_administrator: [secadmin], auditor: [auditor] };
/** Somebody whose role may do the act. */
export function whoMay(name: CommandName, world: World): Actor {
  const role = world.dice.pick<Role>(commands[name].roles);
  return role === 'clerk' ? world.keeper : world.dice.pick(holders[role]);
}

export const people = ['南宫砚', '慕容档', '独孤默', '百里舟', '东方墨', '申屠校'] as const;

export function worldOf(desk: Desk): World {
  let words = 0;
  const world: World = {
    desk, dice: diceOf(1), keeper: clerk, wild: false,
    rows: (sql, ...bound) => all(desk.db, sql, ...bound),
    one: (register, where = '1', ...bound) => {
      const { dice, wild } = world;
      if (wild && dice.chance(0.3)) return 9_999;
      const ids = wild ? world.rows(`SELECT id FROM ${register}`) : world.rows(`SELECT id FROM ${register} WHERE ${where}`, ...bound);
      return dice.pick(ids)['id'] as number;
    },
    many: (register, atMost, where = '1', ...bound) => world.dice.some(world.rows(`SELECT id FROM ${register} WHERE ${world.wild ? '1' : where}`, ...(world.wild ? [] : bound)), atMost).map((r) => r['id'] as number),
    carrier: (states, where = '1') => world.one('carriers', `state IN (${states.split(' ').map((s) => `'${s}'`).join(', ')}) AND (${where})`),
    person: (where = '1') => world.dice.pick(world.rows(`SELECT name FROM persons WHERE ${world.wild ? '1' : `status = 'on_post' AND (${where})`}`))['name'] as string,
    day: (n) => addDays(dayOf(desk.now()), n),
    now: () => desk.now(),
    fresh: (stem) => `${stem}${++words}`,
  };
  return world;
}

/** The unit on its first day: readers of every tier, a few papers, machines, accounts, the officers who decide levels. */
export function settle(desk: Desk): void {
  people.forEach((name, i) => desk.must('person.register', reader(name, { personnelClass: i < 2 ? 'important' : i < 5 ? 'core' : 'general', trainedOn: '2026-10-10', department: i % 2 === 0 ? '规划科' : '档案室', duty: i === 0 ? '总经理' : '科员' })));
  desk.must('person.register', reader(auditor.name, { department: '审计室' }));
  for (const a of [{ account: 'jie', name: '接手人', roles: ['clerk'] }, { account: 'clerk', name: '欧阳笺', roles: ['clerk'] }, { account: 'jian', name: '闻人录', roles: ['approver'] }]) desk.must('account.create', { ...a, password: 'Qx7#mwvT2!kk' }, sysadmin);
  for (const n of [1, 2]) {
    desk.must('computer.register', { assetNumber: `SM-00${n}`, level: 'secret', filingNumber: `BA-${n}`, room: '301', custodian: '欧阳笺' });
    desk.must('computer.commission', { computer: `SM-00${n}`, checkReport: `JC-${n}` });
  }
  for (const [key, value] of [['classification.officers', ['闻人录 机密 规划业务', '公孙批 机密']], ['unit.maxOriginalLevel', 'secret']] as const) desk.must('policy.change', { key, value, reason: '本单位制度', headAgreement: '青研函〔2026〕3号' }, secadmin);
  for (let n = 1; n <= 30; n++) desk.must('carrier.enter', paper(`来文${n}`, { docNumber: `示厅函〔2026〕${n}号`, copySerial: '000001', level: n % 3 === 0 ? 'confidential' : 'secret', accessScope: [...people].slice(0, 2 + (n % 4)) }));
  for (let n = 1; n <= 3; n++) desk.must('carrier.enter', paper(`保密本${n}`, { carrierKind: 'notebook', docNumber: undefined, copySerial: undefined, level: 'secret' }));
}
