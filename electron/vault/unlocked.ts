import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VaultError, type VaultErrorCode } from './errors.ts';
import type { KeyRing } from './keys.ts';
import type { WriteDb } from './open.ts';
import type { Header } from './slots.ts';

/** Something that is not quite right but does not stop the work. */
export type Finding = Readonly<{ code: FindingCode; messageZh: string }>;
export type FindingCode = VaultErrorCode | 'attempts_missing' | 'folder_open_to_others' | 'weak_key_derivation' | 'recovery_used' | 'anchor_missing' | 'anchor_not_written';

/**
 * An open vault. `db`, `keys` and `header` are replaced in place by rotation, so hold on to the vault, not to its parts.
 * `keys.root` is there only in sessions of the system and the security administrator, who enrol and confirm.
 * `anchorDirs` may be extended once the settings in the store are known.
 */
export type UnlockedVault = {
  readonly dir: string;
  header: Header;
  readonly account: string;
  db: WriteDb;
  keys: KeyRing;
  readonly findings: Finding[];
  anchorDirs: string[];
};

const open = new Map<string, UnlockedVault>();

function nameOf(dir: string): string {
  return existsSync(dir) ? realpathSync(dir) : resolve(dir);
}

/** Path of the store inside a vault folder. */
export function storeIn(dir: string): string {
  return join(dir, 'store.db');
}

/** Path of the first anchor folder. */
export function anchorsIn(dir: string): string {
  return join(dir, 'anchors');
}

/** Remembers that this thread holds the vault, so that proving a second person compares with its keys. */
export function remember(v: UnlockedVault): UnlockedVault {
  open.set(nameOf(v.dir), v);
  return v;
}

export function forget(v: UnlockedVault): void {
  open.delete(nameOf(v.dir));
}

/** The vault of this folder when this thread holds it open. */
export function heldHere(dir: string): UnlockedVault | undefined {
  return open.get(nameOf(dir));
}

/** Throws `vault_closed` when the vault was locked in the meantime. */
export function demandOpen(v: UnlockedVault): void {
  if (heldHere(v.dir) !== v) throw new VaultError('vault_closed');
}
