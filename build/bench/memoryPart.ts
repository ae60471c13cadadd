import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { lock } from '#electron/session.ts';
import { told } from './figure.ts';
import type { Figure } from './figure.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';

const child = path.join(import.meta.dirname, 'memoryChild.ts');
const heldBy = (vault: string): number => (JSON.parse(execFileSync(process.execPath, ['--expose-gc', child, vault], { encoding: 'utf8' })) as { rss: number }).rss / 1_048_576;

/** Memory of a session over the full books, after a morning of looking, against the same over empty books. Locks the office: it comes last. */
export async function benchMemory(office: Office, dir: string, say: (line: string) => void): Promise<Figure> {
  say('会话内存');
  lock(office.session);
  const value = heldBy(office.dir);
  const empty = await openOffice(path.join(dir, 'empty'), null, say);
  lock(empty.session);
  const floor = heldBy(empty.dir);
  return told({ name: 'memory', titleZh: '会话内存', value, floor, unit: 'MB', detail: `空库 ${Math.round(floor)} MB，满库多 ${Math.round(value - floor)} MB` });
}
