/**
 * A working day with a marker in every text, traced from outside: acts, sorting, search, import, backup, and death without goodbye.
 * argv: folder, ledger, backup folder, 'twin' to let SQLite keep its temporary files where the package would. Prints nothing of what it reads.
 */
import { readFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { makeBackup } from '#electron/backup/backup.ts';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { act, ask } from '#electron/session.ts';
import { enterAs, paper } from '../ground.ts';

const [dir = '', ledger = '', to = '', twin = '', marker = ''] = process.argv.slice(2);
const text = (n: number): string => `${marker}密标${n}`;

const s = await enterAs(dir);
if (twin === 'twin') {
  s.vault.db.pragma('temp_store=0');
  s.vault.db.pragma('cache_size=10');
}
const failed: string[] = [];
const tried = async (name: string, work: () => Promise<{ ok: boolean }>): Promise<void> => {
  if (!(await work()).ok) failed.push(name);
};
for (let n = 1; n <= 40; n += 1) {
  const marked = { title: text(n), issuer: `厅${text(n)}`, docNumber: `示${marker}〔2026〕${n}号`, copySerial: `${marker}${n}`.slice(-20), place: `柜${text(n)}`, note: `注${text(n)}`.repeat(20), custodian: `欧阳笺${marker}`, accessScope: [`南宫${marker}`] };
  await tried('enter', () => act(s, 'carrier.enter', paper(n, marked)));
}
await tried('violation', () => act(s, 'violation.record', { kind: 'records', account: text(1).repeat(20), reason: text(2) }));
await tried('person', () => act(s, 'person.register', { name: `人${marker}`, department: text(1), post: text(2), note: text(3) }));
const number = `ZT-${new Date().getFullYear()}-00026`;
await tried('correct', () => act(s, 'carrier.correct', { carrier: number, revision: 1, set: { title: text(99) }, reason: text(98) }));
// A refusal and a fault carry the text back to the user; neither may leave it on the disk.
await act(s, 'carrier.lend', { carrier: number, borrower: `无此人${marker}`, reason: text(97) });
await tried('list', () => ask(s, 'record.list', { register: 'carriers', sort: 'receivedOn', search: marker, limit: 200 }));
await tried('search', () => ask(s, 'search', { text: marker }));
await tried('suggest', () => ask(s, 'suggest', { field: 'title', text: marker }));
const bytes = readFileSync(ledger);
const preview = await readLedgerFile(bytes, basename(ledger), 'carriers');
if (!preview.ok) failed.push('read ledger');
else await tried('import', () => importLedger(s, preview.value, 'carriers', 'all', bytes));
// What SQLite is known to spill: sorting more than its cache, temporary tables, new indexes, savepoints, VACUUM.
const { db } = s.vault;
db.prepare('SELECT a.title FROM carriers a, carriers b ORDER BY a.note DESC, b.title').all();
db.prepare('SELECT DISTINCT a.note || b.title FROM carriers a, carriers b').all();
db.exec('CREATE TEMP TABLE aside AS SELECT a.note, b.title FROM carriers a, carriers b');
db.exec('SAVEPOINT one; CREATE INDEX carriers_aside ON carriers (note, title); ROLLBACK TO one; RELEASE one');
await tried('backup', () => makeBackup(s, to));
db.exec('VACUUM');
await tried('last', () => act(s, 'carrier.enter', paper(500, { title: text(500) })));
writeSync(1, `${JSON.stringify({ failed })}\n`);
process.kill(process.pid, 'SIGKILL');
