import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { act, foundVault, lock, openSession } from '#electron/session.ts';
import type { Clock, Session } from '#electron/session.ts';
import { scryptCostForTests } from '#electron/vault/keys.ts';
import { lifeAct, lifeLength } from './lifeActs.ts';

/** Invented people and passwords of the vaults that are broken on purpose. Nothing of it exists outside a temporary folder. */
export const people = [
  { account: 'clerk', name: '欧阳笺', roles: ['clerk'], password: 'Qingtai-Desk#2026' },
  { account: 'leader', name: '闻人录', roles: ['approver'], password: 'Lanxi-Sign#2026' },
  { account: 'sysadmin', name: '司空栈', roles: ['system_administrator'], password: 'Yufeng-Host#2026' },
  { account: 'secadmin', name: '令狐策', roles: ['security_administrator'], password: 'Hengtai-Guard#2026' },
  { account: 'auditor', name: '端木核', roles: ['auditor'], password: 'Cangshan-Book#2026' },
] as const;
export type Who = (typeof people)[number]['account'];

export const passwordOf = (who: Who): string => people.find((p) => p.account === who)?.password ?? '';

/** Environment of the processes that are started by the hundred: nothing but the path, and compiled code kept from one to the next. */
export const bareEnv: Readonly<Record<string, string>> = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/shoumi-faults/', import.meta.url)) };

const folders: string[] = [];

/** A private folder that `tidy` removes. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shoumi-faults-'));
  folders.push(folder);
  return folder;
}

/** Removes what this process made, however the run ended. */
export function tidy(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
process.on('exit', tidy);

/** Signs in as one of the people. */
export const enterAs = (dir: string, who: Who = 'clerk', clock?: Clock): Promise<Session> => openSession(dir, who, passwordOf(who), clock);

/** A paper with every text that may stand on it; `n` makes it another one. */
export const paper = (n: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: `关于下达第${n}批水文监测任务的通知`, level: 'secret', period: { years: 10 }, accessScope: ['南宫砚', '慕容档'], issuer: '示例省青岭厅', docNumber: `示厅函〔2026〕${n}号`, copySerial: String(100_000 + n), pages: 38,
  custodian: '欧阳笺', place: `${(n % 7) + 1}号柜${(n % 5) + 1}格`, cabinetKind: 'code_cabinet', source: 'received', ...more,
});

/** Does an act that must succeed. Out: its place in the trail. */
export async function must(s: Session, name: string, input: unknown): Promise<{ seq: number; hash: string }> {
  const result = await act(s, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.refusal.kind} ${result.refusal.messageZh}`);
  return result.value.audit;
}

/** The n-th act of a working day: entering, receiving, placing, and the life of one carrier after the other, in turn. Every one touches several tables. */
export function actOf(n: number, carriers: number): { name: string; input: unknown } {
  const numbered = (which: number): string => `ZT-${new Date().getFullYear()}-${String((which % carriers) + 1).padStart(5, '0')}`;
  const carrier = numbered(n);
  if (n % 8 > 3) {
    const nth = Math.floor(n / 8) * 4 + (n % 8) - 4;
    return lifeAct(nth, numbered(Math.floor(nth / lifeLength) * 2));
  }
  switch (n % 4) {
    case 0:
      return { name: 'carrier.enter', input: paper(1_000_000 + n) };
    case 1:
      return { name: 'carrier.place', input: { carrier, place: `${(n % 9) + 1}号柜${(n % 6) + 1}格`, cabinetKind: 'code_cabinet' } };
    case 2:
      return { name: 'carrier.receive', input: { title: `收文第${n}件`, level: 'secret', period: { years: 5 }, accessScope: ['南宫砚'], issuer: '示例省青岭厅', docNumber: `示收〔2026〕${n}号`, copies: 2, copySerials: [String(200_000 + 2 * n), String(200_001 + 2 * n)], channel: 'confidential_transport', counted: true, signedBy: '欧阳笺', custodian: '欧阳笺', place: '3号柜1格', cabinetKind: 'code_cabinet' } };
    default:
      return { name: 'violation.record', input: { kind: 'records', account: `登记第${n}件时发现漏签`, reason: '日常检查' } };
  }
}

/** Papers in the books of a base vault. */
export const baseCarriers = 24;

/** A vault with people, papers and a day's work in it, locked. Its key derivation is cheap, so that it opens a thousand times in a minute. */
export async function foundGround(carriers: number = baseCarriers): Promise<string> {
  const dir = join(scratch(), 'vault');
  await foundVault(dir, { terminal: { organisation: '青岭研究所', terminalNumber: 'SM-07', level: 'secret' }, testClock: true, scryptN: scryptCostForTests(1024), accounts: people });
  const s = await enterAs(dir);
  for (const name of ['南宫砚', '慕容档']) await must(s, 'person.register', { name, department: '规划科', post: '规划岗', personnelClass: 'important', employment: 'staff', status: 'on_post', screenedOn: '2026-03-01', screeningResult: 'passed', trainedOn: '2026-05-10', undertakingOn: '2026-03-05' });
  for (let n = 1; n <= carriers; n += 1) await must(s, 'carrier.enter', paper(n));
  lock(s);
  return dir;
}

/** A copy of a closed vault to be broken. */
export function copyOf(dir: string): string {
  const to = join(scratch(), 'vault');
  cpSync(dir, to, { recursive: true });
  return to;
}

export const readWhole = (file: string): Buffer => readFileSync(file);

/** Luck that can be had again: the same seed gives the same numbers (mulberry32). */
export function dice(seed: number): { below: (n: number) => number; chance: () => number } {
  let state = seed >>> 0;
  const chance = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { below: (n) => Math.floor(chance() * n), chance };
}
