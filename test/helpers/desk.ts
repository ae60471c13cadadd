import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { enter, judge } from '#electron/commands/door.ts';
import type { Done, Door } from '#electron/commands/door.ts';
import { migrate } from '#electron/vault/migrate.ts';
import { openStore } from '#electron/vault/open.ts';
import type { Level } from '#shared/levels.ts';
import type { Decision } from '#shared/decision.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';

export const clerk: Actor = { account: 'clerk', name: '欧阳笺', roles: ['clerk'] };
export const approver: Actor = { account: 'leader', name: '闻人录', roles: ['approver'] };
export const sysadmin: Actor = { account: 'sysadmin', name: '司空栈', roles: ['system_administrator'] };
export const secadmin: Actor = { account: 'secadmin', name: '令狐策', roles: ['security_administrator'] };
export const auditor: Actor = { account: 'auditor', name: '端木核', roles: ['auditor'] };

export type Desk = Door & {
  file: string;
  key: Buffer;
  /** Sets the clock; local China time without zone is fine. */
  at: (iso: string) => void;
  do: (name: string, input: unknown, actor?: Actor, second?: Actor | null) => Result<Done>;
  must: (name: string, input: unknown, actor?: Actor, second?: Actor | null) => Done;
  judge: (name: string, input: unknown, actor?: Actor, second?: Actor | null) => Decision;
  close: () => void;
};

/** Real books in a real encrypted file, a clock that moves one second with each look, and no accounts: the door is told who acts. */
export function openDesk(level: Level = 'secret', start = '2026-11-20T09:00:00+08:00'): Desk {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'desk-')), 'store.db');
  const key = randomBytes(32);
  const db = openStore(file, Buffer.from(key), { create: true });
  migrate(db);
  let clock = Date.parse(start);
  const door: Door = { db, trailKey: randomBytes(32), generation: 1, now: () => new Date((clock += 1000)).toISOString(), terminal: { level, organisation: '青岭研究所', training: true } };
  const act = (name: string, input: unknown, actor: Actor = clerk, second: Actor | null = null) => enter(door, actor, name, input, second);
  return {
    ...door, file, key,
    at: (iso) => { clock = Date.parse(/[Z+]/.test(iso) ? iso : `${iso}+08:00`); },
    do: act,
    must: (name, input, actor, second) => {
      const result = act(name, input, actor, second);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
      return result.value;
    },
    judge: (name, input, actor = clerk, second = null) => {
      const result = judge(door, actor, second, name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
      return result.value;
    },
    close: () => { db.close(); },
  };
}

/** A person who may read up to the tier; everything in order on 2026-11-20. */
export const reader = (name: string, more: Record<string, unknown> = {}) => ({
  name, department: '规划科', post: '规划岗', personnelClass: 'important', employment: 'staff', status: 'on_post', screenedOn: '2026-03-01', screeningResult: 'passed', trainedOn: '2026-05-10', undertakingOn: '2026-03-05', ...more,
});

/** A classified paper in the safe, in scope for the given readers. */
export const paper = (title: string, more: Record<string, unknown> = {}) => ({
  title, level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕27号', copySerial: '000003', pages: 38, custodian: '欧阳笺', place: '3号柜1格', cabinetKind: 'code_cabinet', source: 'received', ...more,
});

/** Sends an act for approval and has it agreed; out: the approval's id. */
export function approved(desk: Desk, command: string, input: Record<string, unknown>): number {
  const asked = desk.must('approval.request', { command, input, reason: '工作需要' });
  const id = (asked.result as { approval: { id: number } }).approval.id;
  desk.must('approval.decide', { request: id, verdict: 'approved' }, approver);
  return id;
}
