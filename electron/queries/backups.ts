import { existsSync } from 'node:fs';
import { registers } from '#shared/registers/index.ts';
import { all } from '../vault/read.ts';
import type { Asking, Query } from './define.ts';
import { nameOf } from './names.ts';

/** The copies, newest first. `present` is looked up, not remembered: a line in a register is no backup. */
export const backupLines = (a: Pick<Asking, 'db'>) =>
  all(a.db, 'SELECT * FROM backups ORDER BY id DESC').map((r) => ({
    id: r['id'], number: r['number'], file: r['file'], bytes: r['bytes'], sha256: r['sha256'], chainSeq: r['chainSeq'], chainCode: r['chainCode'], madeAt: r['madeAt'], madeBy: r['madeBy'] === null ? null : nameOf(a.db, String(r['madeBy'])),
    kind: r['kind'], seconds: r['seconds'], state: r['state'], stateZh: registers.backups.fields.state.of[String(r['state']) as 'verified'], present: typeof r['file'] === 'string' && existsSync(r['file']),
  }));

export const backups: Query<'backups'> = (a) => backupLines(a);
