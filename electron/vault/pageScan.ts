import { createHmac, createSecretKey, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { asVaultError } from './errors.ts';

/**
 * Checks the MAC of every page of a SQLCipher 4 file without SQLite: free pages too, which SQL never reads (security.md 4.3).
 * Meant for a process of its own or for copies: on Linux, reading the live store in the process that holds it drops its lock.
 */
export const pageSize = 4096;
const macLength = 64;
const saltLength = 16;
const plainMagic = Buffer.from('SQLite format 3\0', 'latin1');
const listed = 1000;
/** The page of the byte at 1 GiB, on which SQLite locks: never written, never sealed, nothing but zeros. Only files beyond that size have it. */
const lockPage = 2 ** 30 / pageSize + 1;
const blank = Buffer.alloc(pageSize);

/** Result of a scan. `bad` lists at most the first 1000 page numbers (from 1); `badCount` counts all. */
export type ScanResult = Readonly<{ bytes: number; pages: number; badCount: number; bad: readonly number[]; wholePages: boolean; plain: boolean; ok: boolean }>;

/**
 * What kind of file this is: `ok`; `plain` (clear text SQLite); `wrong_key` (no page fits: other key, other generation, or the
 * salt itself is damaged); `damaged` (some pages fit, some do not, or the length is not whole); `empty`; `missing`; `unreadable`.
 */
export type FileKind = 'ok' | 'plain' | 'wrong_key' | 'damaged' | 'empty' | 'missing' | 'unreadable';

function pageMacKey(rawKey: Uint8Array, salt: Buffer): Buffer {
  const macSalt = Buffer.from(salt);
  for (let index = 0; index < macSalt.length; index += 1) macSalt[index] = (macSalt[index] ?? 0) ^ 0x3a;
  return pbkdf2Sync(rawKey, macSalt, 2, 32, 'sha512');
}

/** For many pages: an HMAC takes up a key object three times faster than a Buffer. The library wipes it when it lets go of it. */
function pageMacKeyObject(rawKey: Uint8Array, salt: Buffer): KeyObject {
  const bytes = pageMacKey(rawKey, salt);
  try {
    return createSecretKey(bytes);
  } finally {
    bytes.fill(0);
  }
}

function pageFits(macKey: KeyObject | Buffer, page: Buffer, number: number): boolean {
  const counter = Buffer.alloc(4);
  counter.writeUInt32LE(number);
  const computed = createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? saltLength : 0, pageSize - macLength))
    .update(counter)
    .digest();
  return timingSafeEqual(computed, page.subarray(pageSize - macLength));
}

/** Reads until the buffer is full or the file ends; out: bytes read. */
function fill(handle: number, buffer: Buffer, position: number): number {
  let done = 0;
  while (done < buffer.length) {
    const count = readSync(handle, buffer, done, buffer.length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

/**
 * In: file and raw 32-byte database key; `hear` is given every piece of the file in order, so that it is read once for other uses too.
 * Out: which pages fit. Throws the file system's own errors (missing file, read error).
 */
export function scanPages(file: string, rawKey: Uint8Array, hear?: (piece: Buffer) => void): ScanResult {
  const handle = openSync(file, 'r');
  let macKey: KeyObject | undefined;
  try {
    const { size } = fstatSync(handle);
    const chunk = Buffer.allocUnsafeSlow(256 * pageSize);
    const bad: number[] = [];
    let badCount = 0;
    let pages = 0;
    let plain = false;
    for (let position = 0; position < size; position += chunk.length) {
      const count = fill(handle, chunk, position);
      hear?.(chunk.subarray(0, count));
      if (position === 0) {
        plain = chunk.subarray(0, plainMagic.length).equals(plainMagic);
        macKey = pageMacKeyObject(rawKey, chunk.subarray(0, saltLength));
      }
      for (let at = 0; at + pageSize <= count; at += pageSize) {
        pages += 1;
        const page = chunk.subarray(at, at + pageSize);
        if (pages === lockPage ? page.equals(blank) : macKey !== undefined && pageFits(macKey, page, pages)) continue;
        badCount += 1;
        if (bad.length < listed) bad.push(pages);
      }
    }
    const wholePages = size > 0 && size % pageSize === 0;
    return { bytes: size, pages, badCount, bad, wholePages, plain, ok: wholePages && badCount === 0 };
  } finally {
    closeSync(handle);
  }
}

/** True when page 1 is sealed under this key: cheap proof at every open that the file is encrypted and the key is right. */
export function firstPageFits(file: string, rawKey: Uint8Array): boolean {
  const handle = openSync(file, 'r');
  const page = Buffer.allocUnsafeSlow(pageSize);
  try {
    if (fill(handle, page, 0) < pageSize) return false;
    const macKey = pageMacKey(rawKey, page.subarray(0, saltLength));
    const fits = pageFits(macKey, page, 1);
    macKey.fill(0);
    return fits;
  } finally {
    closeSync(handle);
  }
}

function kindOf(scan: ScanResult): FileKind {
  if (scan.plain) return 'plain';
  if (scan.ok) return 'ok';
  if (scan.bytes === 0) return 'empty';
  return scan.pages > 0 && scan.badCount === scan.pages ? 'wrong_key' : 'damaged';
}

const nothingRead: ScanResult = { bytes: 0, pages: 0, badCount: 0, bad: [], wholePages: false, plain: false, ok: false };

/**
 * The job as it arrives over a process border: plain data in, plain data out. The caller zeroes its copy of the key.
 * A missing or unreadable file is an answer, not an error.
 */
export function pageScan(input: { file: string; key: Uint8Array }): ScanResult & { kind: FileKind } {
  try {
    const scan = scanPages(input.file, input.key);
    return { kind: kindOf(scan), ...scan };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing', ...nothingRead };
    if (asVaultError(error)?.code === 'disk_error' || asVaultError(error)?.code === 'no_rights') return { kind: 'unreadable', ...nothingRead };
    throw error;
  }
}

/** In: file and key. Out: what kind of file it is. Scan twice and compare before calling a disk sound (security.md 4.4). */
export function classify(file: string, rawKey: Uint8Array): FileKind {
  return pageScan({ file, key: rawKey }).kind;
}
