// `node test/e2e/seed.ts <folder>`: the demonstration's vault with nine days of work in it, its keys made cheap. A process of its own,
// because the database is native code and the tests run where sources are transformed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportTargetId } from '#shared/import.ts';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { foundVault } from '#electron/session.ts';
import { scryptCostForTests } from '#electron/vault/keys.ts';
import { makeBackup } from '#electron/backup/backup.ts';
import { demoClock, Desk, people } from '#build/demo/day.ts';
import { nineDays } from '#build/demo/story.ts';

const sample = (name: string): string => path.resolve(import.meta.dirname, '../../build/sample', name);

/** Makes the vault in `folder`; out: nothing, the accounts and passwords are those of the demonstration. */
export async function seed(folder: string): Promise<void> {
  const clock = demoClock(10);
  await foundVault(folder, { terminal: { organisation: '青岭研究所（演示）', terminalNumber: '03', level: 'secret' }, testClock: true, accounts: Object.values(people).map((p) => ({ ...p, roles: [...p.roles] })), scryptN: scryptCostForTests(1024) }, clock.now);
  const desk = new Desk(folder, clock);
  try {
    const ledgers: readonly (readonly [string, ImportTargetId])[] = [['涉密人员台账（样例）.csv', 'persons'], ['收文登记簿（样例）.xlsx', 'receipts'], ['涉密载体台账（样例）.csv', 'carriers']];
    for (const [name, register] of ledgers) {
      const session = await desk.sit('clerk');
      const bytes = readFileSync(sample(name));
      const read = await readLedgerFile(bytes, name, register);
      if (!read.ok) throw new Error(`${name}: ${read.refusal.messageZh}`);
      const taken = await importLedger(session, read.value, register, 'valid', bytes);
      if (!taken.ok) throw new Error(`${name}: ${taken.refusal.messageZh}`);
    }
    await nineDays(desk);
    clock.today();
    const backup = await makeBackup(await desk.sit('clerk'), path.join(folder, '../backups'));
    if (!backup.ok) throw new Error(backup.refusal.messageZh);
  } finally {
    desk.leave();
  }
}

const [, script, folder] = process.argv;
if (script !== undefined && path.resolve(script) === import.meta.filename && folder !== undefined) await seed(path.resolve(folder));
