import path from 'node:path';
import { doorOf, foundVault, openSession } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { fillBooks } from './books.ts';
import type { Filling } from './books.ts';

/** An invented office with years of books behind it. */
export type Office = Readonly<{ dir: string; session: Session; entries: number; events: number; passwords: Readonly<Record<string, string>> }>;

export const password = 'Lengshan#Qingtai2026';
const accounts = [
  { account: 'clerk', name: '欧阳笺', roles: ['clerk'] }, { account: 'leader', name: '闻人录', roles: ['approver'] }, { account: 'sysadmin', name: '司空栈', roles: ['system_administrator'] },
  { account: 'secadmin', name: '令狐策', roles: ['security_administrator'] }, { account: 'auditor', name: '端木核', roles: ['auditor'] },
] as const;

const FOUNDED = '2024-01-02T01:00:00Z';
export const TODAY = '2026-11-20T01:00:00Z';

/** A training vault in `dir`/vault, its clerk signed in on 2026-11-20, its books filled. */
export async function openOffice(dir: string, fill: Omit<Filling, 'from' | 'until'> | null, say: (line: string) => void): Promise<Office> {
  let clock = Date.parse(FOUNDED);
  const now = (): string => new Date((clock += 1000)).toISOString();
  const vault = path.join(dir, 'vault');
  await foundVault(vault, { terminal: { organisation: '青岭研究所', terminalNumber: 'QL-07', level: 'secret' }, testClock: true, accounts: accounts.map((a) => ({ ...a, roles: [...a.roles], password })) }, now);
  const session = await openSession(vault, 'clerk', password, now);
  const made = fill === null ? { entries: 0, events: 0 } : fillBooks(doorOf(session), { ...fill, from: new Date(clock + 60_000).toISOString(), until: '2026-11-19T09:00:00Z' }, say);
  clock = Date.parse(TODAY);
  return { dir: vault, session, ...made, passwords: Object.fromEntries(accounts.map((a) => [a.account, password])) };
}
