/**
 * Works in a vault in a process of its own, to be killed, starved or traced. argv: what to do, folder, a JSON object of options.
 * Tells each success in one line on standard output the moment it knows of it; whoever reads the pipe has been acknowledged.
 */
import { readFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { makeBackup } from '#electron/backup/backup.ts';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { act, ask, lock } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { actOf, baseCarriers, enterAs, passwordOf } from '../ground.ts';

type Options = { count?: number; from?: number; pragma?: string[]; file?: string; to?: string; then?: 'lock' | 'hold' | 'die' };
const [what = '', dir = '', json = '{}'] = process.argv.slice(2);
const options = JSON.parse(json) as Options;

const tell = (line: unknown): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

async function acts(s: Session): Promise<void> {
  const from = options.from ?? 0;
  for (let n = from; n < from + (options.count ?? Infinity); n += 1) {
    const { name, input } = actOf(n, baseCarriers);
    const result = await act(s, name, input);
    if (result.ok) tell(result.value.audit);
    else tell({ refused: 'code' in result.refusal ? result.refusal.code : result.refusal.kind });
  }
}

async function importing(s: Session): Promise<void> {
  const file = options.file ?? '';
  const bytes = readFileSync(file);
  const preview = await readLedgerFile(bytes, basename(file), 'carriers');
  if (!preview.ok) return tell({ refused: preview.refusal.messageZh });
  tell({ begins: true });
  const imported = await importLedger(s, preview.value, 'carriers', 'all', bytes);
  if (!imported.ok) return tell({ refused: 'code' in imported.refusal ? imported.refusal.code : imported.refusal.kind });
  tell({ batch: imported.value.batch ?? null, counts: imported.value.counts, first: imported.value.sheets.flatMap((x) => x.rows).find((r) => r.status === 'rejected')?.problems ?? null });
}

async function backups(s: Session): Promise<void> {
  tell({ begins: true });
  for (let n = 0; n < (options.count ?? Infinity); n += 1) {
    const { name, input } = actOf(n, baseCarriers);
    const made = await act(s, name, input);
    if (made.ok) tell(made.value.audit);
    const backup = await makeBackup(s, options.to ?? '');
    if (backup.ok) tell({ backup: backup.value.file });
    else tell({ refused: 'code' in backup.refusal ? backup.refusal.code : backup.refusal.kind });
  }
}

async function revoking(s: Session): Promise<void> {
  tell({ begins: true });
  const revoked = await act(s, 'account.revoke', { account: 'leader', reason: '调离' }, { account: 'secadmin', password: passwordOf('secadmin') });
  if (revoked.ok) tell(revoked.value.audit);
  else tell({ refused: 'code' in revoked.refusal ? revoked.refusal.code : revoked.refusal.kind });
}

try {
  const s = await enterAs(dir, what === 'revoke' ? 'sysadmin' : 'clerk');
  for (const pragma of options.pragma ?? []) s.vault.db.pragma(pragma);
  if (what === 'acts') await acts(s);
  if (what === 'import') await importing(s);
  if (what === 'backups') await backups(s);
  if (what === 'revoke') await revoking(s);
  if (what === 'ask') tell(await ask(s, 'record.list', { register: 'carriers' }));
  if (options.then === 'die') process.kill(process.pid, 'SIGKILL');
  if (options.then === 'hold') {
    tell({ open: true });
    await new Promise((resolve) => setTimeout(resolve, 120_000));
  }
  lock(s);
  tell({ locked: true });
} catch (error) {
  tell({ thrown: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  process.exitCode = 1;
}
