import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { GENESIS } from '../commands/trail.ts';
import type { ReadDb } from '../vault/open.ts';
import { metaOf, trailAt } from '../vault/read.ts';
import type { ReadDesk } from './define.ts';

/** Findings kept; after the first the rest says little. */
const MOST = 20;
const HEX = 64;
export type Progress = (name: string, done: number, total: number) => void;

/**
 * Keys of earlier generations stand in the books, those of the present one in the desk. As key objects, which an HMAC takes
 * up five times faster than a Buffer; they live for one verification only.
 */
function keysOf(desk: Pick<ReadDesk, 'db' | 'trailKey' | 'generation'>): (generation: number) => KeyObject | null {
  const known = new Map<number, KeyObject | null>([[desk.generation, createSecretKey(desk.trailKey)]]);
  return (generation) => {
    const found = known.get(generation);
    if (found !== undefined) return found;
    const text = metaOf(desk.db, `trailKey.${generation}`);
    const key = text !== null && /^[0-9a-f]{64}$/.test(text) ? createSecretKey(text, 'hex') : null;
    known.set(generation, key);
    return key;
  };
}

/** The number before the last hash of the canonical form `…,generation,"prev"]`. */
function generationIn(text: string): number {
  const end = text.length - HEX - 4;
  return Number(text.slice(text.lastIndexOf(',', end - 1) + 1, end));
}

/**
 * Proves that every entry is as it was entered and follows the one before it. One HMAC per entry and two looks at its ends;
 * nothing is parsed. In: `from` starts in the middle, trusting that entry's own hash as a beginning. `progress` every 20,000.
 * `each` is given every entry, also those after the proof has given up, so that the trail is read once for other checks too.
 * Out: how many were looked at, sentences about what does not fit, the head reached.
 */
export function verifyChain(desk: Pick<ReadDesk, 'trailKey' | 'generation'> & { db: ReadDb }, o: { from?: number; progress?: Progress; total?: number; each?: (seq: number, entry: string) => void } = {}): { counted: number; findings: string[]; seq: number; hash: string } {
  const { db } = desk;
  const { each } = o;
  const keyFor = keysOf(desk);
  const findings: string[] = [];
  const from = o.from ?? 1;
  let prev = from > 1 ? (trailAt(db, from - 1)?.hash.toString('hex') ?? GENESIS) : GENESIS;
  let expected = from;
  let counted = 0;
  // Digits instead of bytes: a Buffer for each of a million hashes costs as much as the hashing.
  const rows = db.prepare('SELECT seq, entry, lower(hex(hash)) FROM audit WHERE seq >= ? ORDER BY seq').raw().iterate(from) as IterableIterator<[number, string, string]>;
  for (const [seq, entry, hash] of rows) {
    each?.(seq, entry);
    if (findings.length >= MOST) {
      if (each === undefined) break;
      continue;
    }
    counted++;
    if (seq !== expected) findings.push(`第 ${expected} 条缺失。`);
    const key = keyFor(generationIn(entry));
    const fits = key !== null && createHmac('sha256', key).update(entry).digest('hex') === hash;
    if (!fits) findings.push(`第 ${seq} 条与其校验值不符。`);
    else if (!entry.startsWith(`[1,${seq},`)) findings.push(`第 ${seq} 条的序号与内容不符。`);
    if (entry.length < HEX + 3 || entry.slice(-HEX - 2, -2) !== prev) findings.push(`第 ${seq} 条与前一条不相连。`);
    if (findings.length >= MOST) continue;
    prev = hash;
    expected = seq + 1;
    if (counted % 20_000 === 0) o.progress?.('chain', counted, o.total ?? counted);
  }
  return { counted, findings, seq: expected - 1, hash: prev };
}
