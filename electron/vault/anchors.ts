import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashHex } from './anchorCode.ts';
import { replaceFile } from './durable.ts';
import { asVaultError } from './errors.ts';
import { mac, sameBytes } from './keys.ts';
import { canonical } from './slots.ts';
import type { UnlockedVault } from './unlocked.ts';

const anchorForm = z.strictObject({
  v: z.literal(1),
  storeId: z.string(),
  generation: z.int(),
  slotEpoch: z.int(),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  mac: z.string(),
});

/** The local anchor: how far the audit trail had come, kept outside the store (security.md 7.4). */
export type LocalAnchor = z.infer<typeof anchorForm>;

/** What a caller knows when it writes one. */
export type AnchorFacts = Readonly<{ seq: number; hash: Buffer | string; slotEpoch: number; at: string }>;

/**
 * `same`: the store ends at the anchor. `newer`: the store contains the anchor and goes on. `missing`: no anchor. `older`: the store or
 * the header lies before the anchor, or tells another story at that place: a rollback. `foreign`: not an anchor of this vault.
 */
export type AnchorVerdict = 'same' | 'newer' | 'missing' | 'older' | 'foreign';

type AnchorHome = Pick<UnlockedVault, 'header' | 'keys' | 'anchorDirs'>;

function fileIn(folder: string): string {
  return join(folder, 'anchor.json');
}

/** Text of an anchor under a key ring. */
export function anchorText(storeId: string, keys: Readonly<{ generation: number; anchor: Buffer }>, facts: AnchorFacts): string {
  const open = { v: 1, storeId, generation: keys.generation, slotEpoch: facts.slotEpoch, seq: facts.seq, hash: hashHex(facts.hash), at: facts.at };
  return `${JSON.stringify({ ...open, mac: mac(keys.anchor, canonical(open)).toString('base64') })}\n`;
}

/** Writes the anchor to every anchor folder of the vault, flushed. Throws `disk_full`, `disk_error`, `no_rights`. */
export function writeAnchor(v: AnchorHome, facts: AnchorFacts): void {
  const text = anchorText(v.header.storeId, v.keys, facts);
  try {
    for (const folder of v.anchorDirs) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      replaceFile(fileIn(folder), text);
    }
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
}

function readOne(v: AnchorHome, folder: string): LocalAnchor | 'missing' | 'foreign' | 'older' {
  if (!existsSync(fileIn(folder))) return 'missing';
  let anchor: LocalAnchor;
  try {
    anchor = anchorForm.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return 'foreign';
  }
  const { mac: claimed, ...open } = anchor;
  if (anchor.storeId !== v.header.storeId) return 'foreign';
  if (sameBytes(Buffer.from(claimed, 'base64'), mac(v.keys.anchor, canonical(open))) && anchor.generation === v.keys.generation) return anchor;
  // An anchor of a later generation cannot be checked with today's older key, but it says that store and header were both set back.
  return anchor.generation > v.keys.generation ? 'older' : 'foreign';
}

/** The newest valid anchor of all anchor folders, or why there is none. */
export function readAnchor(v: AnchorHome): LocalAnchor | 'missing' | 'foreign' | 'older' {
  const found = v.anchorDirs.map((folder) => readOne(v, folder));
  if (found.includes('older')) return 'older';
  const valid = found.filter((one) => typeof one === 'object').sort((a, b) => b.seq - a.seq);
  return valid[0] ?? (found.includes('foreign') ? 'foreign' : 'missing');
}

/**
 * Compares the store with the local anchor. In: how to find the hash (lower-case hex) of a trail entry, and the last entry's number.
 * Out: a verdict; only `same` and `newer` are good. Does not throw for any content of the anchor file.
 */
export function compareAnchor(v: AnchorHome, lookup: (seq: number) => string | null, headSeq: number): AnchorVerdict {
  const anchor = readAnchor(v);
  if (typeof anchor === 'string') return anchor;
  if (headSeq < anchor.seq || v.header.slotEpoch < anchor.slotEpoch) return 'older';
  if (lookup(anchor.seq)?.toLowerCase() !== anchor.hash) return 'older';
  return headSeq === anchor.seq ? 'same' : 'newer';
}
