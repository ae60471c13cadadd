import { createHash } from 'node:crypto';
import { checkCharacter, cleanCode, fromBase32, inFours, toBase32 } from './crockford.ts';
import { VaultError } from './errors.ts';
import { ownBuffer, randomOwn, zero } from './keys.ts';

/** One printed sheet: four lines of four groups and a check character. Line breaks and spaces are free when it is typed in. */
export type RecoverySheet = Readonly<{ sheet: 1 | 2; text: string }>;

const lineDigits = 16;
const lines = 4;
const totalBytes = (lineDigits * lines * 5) / 8; // 1 sheet number, 3 pair number, 32 share, 4 checksum

function checksum(body: Buffer): Buffer {
  return createHash('sha256').update('recovery-sheet-v1').update(body).digest().subarray(0, 4);
}

function printSheet(sheet: 1 | 2, pair: Buffer, share: Buffer): RecoverySheet {
  const body = ownBuffer(totalBytes);
  body[0] = sheet;
  pair.copy(body, 1);
  share.copy(body, 4);
  checksum(body.subarray(0, 36)).copy(body, 36);
  const digits = toBase32(body, totalBytes * 8);
  zero(body);
  const printed: string[] = [];
  for (let at = 0; at < digits.length; at += lineDigits) {
    const line = digits.slice(at, at + lineDigits);
    printed.push(`${inFours(line)} ${checkCharacter(line)}`);
  }
  return { sheet, text: printed.join('\n') };
}

/** In: the 32-byte recovery secret. Out: two sheets whose shares xor to it; one sheet alone says nothing (security.md 6.4). */
export function printSheets(secret: Buffer): [RecoverySheet, RecoverySheet] {
  const pair = randomOwn(3);
  const first = randomOwn(32);
  const second = ownBuffer(32);
  for (let index = 0; index < 32; index += 1) second[index] = (secret[index] ?? 0) ^ (first[index] ?? 0);
  const sheets: [RecoverySheet, RecoverySheet] = [printSheet(1, pair, first), printSheet(2, pair, second)];
  zero(first, second);
  return sheets;
}

function readSheet(typed: string): Buffer {
  const clean = cleanCode(typed);
  const expected = (lineDigits + 1) * lines;
  if (clean.length !== expected) throw new VaultError('sheet_typo', { length: clean.length, expected }, `每张共 ${expected} 个字符，现有 ${clean.length} 个。`);
  let digits = '';
  for (let line = 0; line < lines; line += 1) {
    const part = clean.slice(line * (lineDigits + 1), (line + 1) * (lineDigits + 1));
    const code = part.slice(0, lineDigits);
    if (!/^[0-9A-HJKMNP-TV-Z]+$/.test(code) || checkCharacter(code) !== part.slice(-1)) throw new VaultError('sheet_typo', { line: line + 1 }, `不符的是第 ${line + 1} 行。`);
    digits += code;
  }
  const body = fromBase32(digits);
  if (body === null || !checksum(body.subarray(0, 36)).equals(body.subarray(36))) throw new VaultError('sheet_typo', {}, '每行单独相符，但整张不符，可能两行抄颠倒了。');
  return body;
}

/**
 * In: both sheets as typed, in either order. Out: the recovery secret (the caller zeroes it).
 * Throws `sheet_typo` (with the line), `sheet_same`, `sheet_unpaired`.
 */
export function joinSheets(typedA: string, typedB: string): Buffer {
  const a = readSheet(typedA);
  const b = readSheet(typedB);
  try {
    if (a[0] === b[0]) throw new VaultError('sheet_same');
    if (!a.subarray(1, 4).equals(b.subarray(1, 4))) throw new VaultError('sheet_unpaired');
    const secret = ownBuffer(32);
    for (let index = 0; index < 32; index += 1) secret[index] = (a[index + 4] ?? 0) ^ (b[index + 4] ?? 0);
    return secret;
  } finally {
    zero(a, b);
  }
}
