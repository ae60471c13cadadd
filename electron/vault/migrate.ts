import { firstBooks } from './migrations/0010-first-books.ts';
import { carrierLives } from './migrations/0020-carrier-lives.ts';
import { standingLooks } from './migrations/0030-standing-looks.ts';
import { oldRegisters } from './migrations/0031-old-registers.ts';
import { holdersByName } from './migrations/0032-holders-by-name.ts';
import { VaultError } from './errors.ts';
import type { WriteDb } from './open.ts';

/** In order; shipped ones are frozen. Only add. */
export const migrations = [firstBooks, carrierLives, standingLooks, oldRegisters, holdersByName] as const;

/**
 * Brings the books to the newest schema, one immediate transaction per step.
 * Errors: VaultError `from_the_future` when a newer program has written them; nothing is touched then.
 */
export function migrate(db: WriteDb, upTo = Infinity): void {
  const latest = migrations[migrations.length - 1]?.version ?? 0;
  const current = db.pragma('user_version', { simple: true }) as number;
  if (current > latest) throw new VaultError('from_the_future', { found: current, known: latest });
  for (const step of migrations) {
    if (step.version <= current || step.version > upTo) continue;
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}
