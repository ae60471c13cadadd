import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAside } from '#electron/aside/run.ts';
import { proveCopy } from '#electron/vault/copyProof.ts';
import { openStore, vacuumInto } from '#electron/vault/open.ts';
import type { WriteDb } from '#electron/vault/open.ts';
import { fillNotes, folder } from './fixture.ts';

const key = randomBytes(32);

/** A copy of a store that somebody with the key had in hand before. */
function copyAfter(touch: (db: WriteDb) => void = () => undefined): string {
  const dir = folder();
  const db = openStore(join(dir, 'store.db'), key, { create: true });
  fillNotes(db, 100);
  db.exec('CREATE TABLE marks (id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes (id), kind TEXT CHECK (kind IN (\'a\', \'b\'))) STRICT; INSERT INTO marks (note, kind) VALUES (1, \'a\')');
  touch(db);
  const file = join(dir, 'copy.db');
  vacuumInto(db, file);
  db.close();
  return file;
}

describe('the proof of a copy', () => {
  it('says nothing against a sound one and names its digest, also from a process of its own', async () => {
    const file = copyAfter();
    const bytes = readFileSync(file);
    const proven = proveCopy({ file, key });
    expect(proven).toMatchObject({ ok: true, bytes: bytes.length, pages: bytes.length / 4096, structure: { pages: bytes.length / 4096, damage: [], loose: [] } });
    expect(proven.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await runAside('proveCopy', { file, key: new Uint8Array(key) })).toEqual(proven);
  });

  it('does not ask SQLite about a copy with a page that does not fit', () => {
    const file = copyAfter();
    const bytes = readFileSync(file);
    bytes[3 * 4096 + 7] = (bytes[3 * 4096 + 7] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(proveCopy({ file, key })).toMatchObject({ ok: false, badCount: 1, bad: [4], structure: null, sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it('tells rows that break the schema and rows that point to nothing, when every page fits', () => {
    const file = copyAfter((db) => {
      db.pragma('ignore_check_constraints=ON');
      db.pragma('foreign_keys=OFF');
      db.exec(`INSERT INTO marks (note, kind) VALUES (7, 'z'), (4000, 'b')`);
    });
    const { ok, structure } = proveCopy({ file, key });
    expect(ok).toBe(true);
    expect(structure?.damage).toEqual([expect.stringContaining('CHECK constraint failed in marks')]);
    expect(structure?.loose).toEqual([{ table: 'marks', row: 3 }]);
  });
});
