import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Flushes a folder, so that a rename in it survives a power cut. Windows has no such call and does not need it. */
export function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Flushes one file. Never for the live store: opening it here would drop its lock (security.md 1, finding 8). */
export function fsyncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a new private file (0600) and flushes it. The file is whole or the call throws. */
export function writeNewFile(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, text, null, 'utf8');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Replaces a file so that a power cut leaves the old or the new content, never a mixture:
 * temporary file beside it, flush, rename, flush of the folder. With `keepPrevious` the old content stays as `<file>.prev`.
 */
export function replaceFile(file: string, text: string, o: { keepPrevious?: boolean } = {}): void {
  const part = `${file}.tmp`;
  try {
    writeNewFile(part, text);
    if (o.keepPrevious === true && existsSync(file)) {
      copyFileSync(file, `${file}.prev`);
      fsyncFile(`${file}.prev`);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  fsyncFolder(dirname(file));
}
