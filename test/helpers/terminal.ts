import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NewVault } from '#electron/vault/vault.ts';
import { scryptCostForTests } from '#electron/vault/keys.ts';
import { foundVault, lock, openSession } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';

/** Five people, as the first-run wizard asks for them. */
export const staff = {
  clerk: { account: 'ouyang', name: '欧阳笺', roles: ['clerk'], password: 'Ou-Yang#2026x' },
  leader: { account: 'wenren', name: '闻人录', roles: ['approver'], password: 'Wen-Ren#2026x' },
  system: { account: 'sikong', name: '司空栈', roles: ['system_administrator'], password: 'Si-Kong#2026x' },
  security: { account: 'linghu', name: '令狐策', roles: ['security_administrator'], password: 'Ling-Hu#2026x' },
  audit: { account: 'duanmu', name: '端木核', roles: ['auditor'], password: 'Duan-Mu#2026x' },
} as const;
export type Who = keyof typeof staff;

export type Terminal = {
  folder: string;
  root: string;
  sheets: readonly { sheet: 1 | 2; text: string }[];
  at: (iso: string) => void;
  clock: () => string;
  sit: (who: Who) => Promise<Session>;
  leave: () => void;
};

/** A founded training vault with real slots (cheap scrypt), a clock that moves a second per look, one person at a time. */
export async function openTerminal(more: Partial<NewVault> = {}, start = '2026-11-20T09:00:00+08:00'): Promise<Terminal> {
  const root = mkdtempSync(path.join(tmpdir(), 'terminal-'));
  const folder = path.join(root, 'vault');
  let now = Date.parse(start);
  const clock = (): string => new Date((now += 1000)).toISOString();
  const { recoverySheets } = await foundVault(folder, { terminal: { organisation: '青岭研究所', terminalNumber: '03', level: 'secret' }, testClock: true, accounts: Object.values(staff).map((s) => ({ ...s, roles: [...s.roles] })), scryptN: scryptCostForTests(1024), ...more }, clock);
  let here: Session | null = null;
  const leave = (): void => {
    if (here !== null) lock(here);
    here = null;
  };
  return {
    folder, root, sheets: recoverySheets, clock, leave,
    at: (iso) => { now = Date.parse(/[Z+]/.test(iso) ? iso : `${iso}+08:00`); },
    sit: async (who) => {
      leave();
      here = await openSession(folder, staff[who].account, staff[who].password, clock);
      return here;
    },
  };
}
