import { createHash } from 'node:crypto';
import { checkCharacter, cleanCode, inFours, toBase32 } from './crockford.ts';

/** What a paper anchor vouches for: the record at `seq` of one vault has this hash. */
export type PaperAnchor = Readonly<{ storeId: string; generation: number; seq: number; hash: Buffer | string }>;

const bits = 100;
const length = bits / 5 + 1;

/** In: a hash as bytes or hex. Out: lower-case hex. Throws a RangeError for anything but 32 bytes. */
export function hashHex(hash: Buffer | string): string {
  const hex = typeof hash === 'string' ? hash.toLowerCase() : hash.toString('hex');
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError('an audit hash has 32 bytes');
  return hex;
}

/**
 * The code of the printed anchor sheet (审计锚点单): the first 100 bits of
 * SHA-256("anchor-v1" ‖ storeId ‖ generation ‖ seq ‖ hash) in Crockford Base32, five groups of four and a check character.
 * It reveals nothing and needs no key to be checked (security.md 7.4). `storeId` is the Base64 text of the header.
 */
export function paperCode(anchor: PaperAnchor): string {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(anchor.generation, 0);
  numbers.writeBigUInt64BE(BigInt(anchor.seq), 4);
  const digest = createHash('sha256')
    .update('anchor-v1')
    .update(Buffer.from(anchor.storeId, 'base64'))
    .update(numbers)
    .update(Buffer.from(hashHex(anchor.hash), 'hex'))
    .digest();
  const code = toBase32(digest, bits);
  return `${inFours(code)} ${checkCharacter(code)}`;
}

/** True when a typed code has the right length and its check character fits: tells a slip of the hand from a mismatch. */
export function wellFormedPaperCode(typed: string): boolean {
  const clean = cleanCode(typed);
  if (clean.length !== length) return false;
  const code = clean.slice(0, -1);
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(code) && checkCharacter(code) === clean.slice(-1);
}

/** True when two codes are the same, however they were typed; false as soon as one is not well formed. */
export function samePaperCode(a: string, b: string): boolean {
  return wellFormedPaperCode(a) && wellFormedPaperCode(b) && cleanCode(a) === cleanCode(b);
}
