import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLiveStore, protectStore, releaseStore } from '#electron/vault/guardedFs.ts';
import { openStore } from '#electron/vault/open.ts';
import { folder, runChild } from './fixture.ts';

describe('the guard around the live store (FI-21)', () => {
  it('refuses every file function under every name of the store, and nothing else', () => {
    const file = join(folder(), 'store.db');
    openStore(file, Buffer.alloc(32, 7), { create: true }).close();
    const { stdout } = runChild('guard.ts', [file]);
    const lines = stdout.trim().split('\n');
    const refused = lines.filter((line) => line.endsWith(' live_store_touched')).map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(refused).toEqual([
      ...['plain', 'relative', 'url', 'bytes', 'symbolic', 'hard', 'wal'].map((name) => `${name} readFileSync`),
      ...['openSync', 'copyFileSync', 'copyOnto', 'renameSync', 'rmSync', 'createReadStream', 'promises', 'promises.open'].map((name) => `live ${name}`),
    ]);
    expect(lines.slice(-3)).toEqual(['other readFileSync done', 'other stat done', 'closed readFileSync done']);
  });

  it('knows only stores that were declared', () => {
    const file = join(folder(), 'store.db');
    expect(isLiveStore(file)).toBe(false);
    protectStore(file);
    expect([file, `${file}-wal`, join(file, '..', 'store.db')].every(isLiveStore)).toBe(true);
    expect(isLiveStore(`${file}x`)).toBe(false);
    expect(isLiveStore(7)).toBe(false);
    releaseStore(file);
    expect(isLiveStore(file)).toBe(false);
  });
});
