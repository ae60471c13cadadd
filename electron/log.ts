import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const LIMIT = 512 * 1024;

/**
 * The local log: times, channel names, codes and references. Never content, names or passwords (C9). One file and its
 * predecessor are kept. A log that cannot be written must not stop the work, so errors end here.
 */
export function openLog(folder: string): (line: string) => void {
  const file = path.join(folder, 'shoumi.log');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > LIMIT) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${line.replace(/[^\x20-\x7e]/g, '?').slice(0, 200)}\n`);
    } catch {
      // disk full or folder gone; the vault says so itself
    }
  };
}
