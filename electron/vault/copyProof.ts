import { createHash } from 'node:crypto';
import { openCopy } from './open.ts';
import { scanPages } from './pageScan.ts';
import type { ScanResult } from './pageScan.ts';
import { structureOf } from './structure.ts';
import type { Structure } from './structure.ts';

/** `structure` is null when a page does not fit its MAC: what SQLite would say about such a file proves nothing. */
export type CopyProof = ScanResult & Readonly<{ sha256: string; structure: Structure | null }>;

/**
 * What can be proven of a copy without knowing what is written in it: the MAC of every page, and in the same reading the SHA-256 of the
 * file, then its structure. The bytes that are digested are the very bytes whose MAC fitted. Meant for a process of its own, beside the
 * one that proves the books. In: a copy nobody writes to, and its key, which stays the caller's.
 * Throws the file system's own errors and those of `openCopy`.
 */
export function proveCopy(input: { file: string; key: Buffer }): CopyProof {
  const hash = createHash('sha256');
  const scan = scanPages(input.file, input.key, (piece) => hash.update(piece));
  const sha256 = hash.digest('hex');
  if (!scan.ok) return { ...scan, sha256, structure: null };
  const copy = openCopy(input.file, input.key, { constraints: true });
  try {
    return { ...scan, sha256, structure: structureOf(copy) };
  } finally {
    copy.close();
  }
}
