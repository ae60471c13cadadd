// `node build/demo/seed.ts <folder> [under-way]`: the demonstration's vault with nine days of work in it, its keys made cheap. The end-to-end tests
// start it as a process of its own, because the database is native code and tests run where sources are transformed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportTargetId } from '#shared/import.ts';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { foundVault } from '#electron/session.ts';
import { scryptCostForTests } from '#electron/vault/keys.ts';
import { makeBackup } from '#electron/backup/backup.ts';
import { demoClock, Desk, people } from './day.ts';
import { furtherLives } from './lives.ts';
import type { Papers } from './lives.ts';
import { nineDays } from './story.ts';
import { underWay } from './underWay.ts';

const sample = (name: string): string => path.resolve(import.meta.dirname, '../sample', name);

/** `keys: 'real'` for what is shown to people; without persons their overdue trainings do not fill the day's list; with `underWay` every procedure stands half done. */
export type Seeding = Readonly<{ keys?: 'real' | 'cheap'; persons?: boolean; underWay?: boolean }>;

/** Makes the vault in `folder`, with the accounts and passwords of the demonstration. Out: the number of a carrier with a long life, and which papers go with the lives. */
export async function seed(folder: string, more: Seeding = {}): Promise<{ carrier: string; papers: Papers }> {
  const clock = demoClock(10);
  await foundVault(folder, { terminal: { organisation: '青岭研究所（演示）', terminalNumber: '03', level: 'secret' }, testClock: true, accounts: Object.values(people).map((p) => ({ ...p, roles: [...p.roles] })), ...(more.keys === 'real' ? {} : { scryptN: scryptCostForTests(1024) }) }, clock.now);
  const desk = new Desk(folder, clock);
  try {
    const ledgers: readonly (readonly [string, ImportTargetId])[] = [['涉密人员台账（样例）.csv', 'persons'], ['收文登记簿（样例）.xlsx', 'receipts'], ['涉密载体台账（样例）.csv', 'carriers']];
    for (const [name, register] of ledgers) {
      if (register === 'persons' && more.persons === false) continue;
      const session = await desk.sit('clerk');
      const bytes = readFileSync(sample(name));
      const read = await readLedgerFile(bytes, name, register);
      if (!read.ok) throw new Error(`${name}: ${read.refusal.messageZh}`);
      const taken = await importLedger(session, read.value, register, 'valid', bytes);
      if (!taken.ok) throw new Error(`${name}: ${taken.refusal.messageZh}`);
    }
    const { carrier } = await nineDays(desk);
    const { papers } = await furtherLives(desk);
    const further = more.underWay === true ? (await underWay(desk)).papers : [];
    clock.today();
    const backup = await makeBackup(await desk.sit('clerk'), path.join(folder, '../backups'));
    if (!backup.ok) throw new Error(backup.refusal.messageZh);
    return { carrier, papers: [...papers, ...further] };
  } finally {
    desk.leave();
  }
}

const [, script, folder, more] = process.argv;
if (script !== undefined && path.resolve(script) === import.meta.filename && folder !== undefined) await seed(path.resolve(folder), { underWay: more === 'under-way' });
