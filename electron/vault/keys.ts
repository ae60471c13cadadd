import { createCipheriv, createDecipheriv, createECDH, createHmac, hkdfSync, randomFillSync, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { VaultError } from './errors.ts';

/**
 * The only place where key bytes are made. All of them live in `Buffer.allocUnsafeSlow` memory (never the shared pool, never a
 * string) and are zeroed by `wipe`. Algorithms exist in Electron's BoringSSL too: scrypt, HKDF, AES-256-GCM, ECDH P-256.
 */
export type KeyRing = { generation: number; db: Buffer; trail: Buffer; anchor: Buffer; slots: Buffer; manifest: Buffer; root?: Buffer };

/** A sealed secret: 96-bit nonce, ciphertext, 128-bit tag. */
export type Box = { nonce: Buffer; ct: Buffer; tag: Buffer };

/** A secret sealed to a public key: the box and the ephemeral public key. */
export type SealedBox = Box & { epk: Buffer };

/** scrypt cost that the product never goes below (ASVS 5 appendix C: 2^17 at r=8, p=1). */
export const scryptFloor = 2 ** 17;
const scryptCeiling = 2 ** 20;
const tagLength = 16;
const curve = 'prime256v1';

/** A scrypt cost below the floor. Exists so that tests can open many vaults in a second; shipped code never makes one. */
export type TestCost = Readonly<{ n: number; forTests: true }>;

/** For tests only: a cheap derivation. */
export function scryptCostForTests(n: number): TestCost {
  return { n, forTests: true };
}

/** In: the wished cost. Out: the cost to store in a header. Throws a RangeError below the floor, above the ceiling, or for no power of two. */
export function scryptCost(wished: number | TestCost | undefined): number {
  const n = wished === undefined ? scryptFloor : typeof wished === 'number' ? wished : wished.n;
  const floor = typeof wished === 'object' ? 2 : scryptFloor;
  if (!Number.isInteger(Math.log2(n)) || n < floor || n > scryptCeiling) throw new RangeError('the scrypt cost must be a power of two from 2^17 to 2^20');
  return n;
}

/** Zeroed memory outside the shared pool. */
export function ownBuffer(length: number): Buffer {
  return Buffer.allocUnsafeSlow(length).fill(0);
}

/** Random bytes in memory of their own. */
export function randomOwn(length: number): Buffer {
  return randomFillSync(Buffer.allocUnsafeSlow(length));
}

/** A copy in memory of its own; the original stays. */
export function copyOwn(from: Buffer): Buffer {
  const own = ownBuffer(from.length);
  from.copy(own);
  return own;
}

/** Copies a secret into memory of its own and zeroes where it came from. */
function take(from: Buffer, length = from.length): Buffer {
  const own = ownBuffer(length);
  from.copy(own, length - from.length);
  from.fill(0);
  return own;
}

/** Zeroes buffers; undefined ones are passed over. */
export function zero(...buffers: readonly (Buffer | undefined)[]): void {
  for (const buffer of buffers) buffer?.fill(0);
}

/** A password as the bytes that are derived: NFC, UTF-8, memory of its own. The caller zeroes it. */
export function passwordBytes(password: string): Buffer {
  const text = password.normalize('NFC');
  const bytes = ownBuffer(Buffer.byteLength(text, 'utf8'));
  bytes.write(text, 'utf8');
  return bytes;
}

/** Password to 32-byte wrapping key. Asynchronous: 0.3 s on the thread pool, the window stays alive. */
export async function passwordKey(password: string, salt: Buffer, n: number): Promise<Buffer> {
  if (n > scryptCeiling) throw new VaultError('header_altered');
  const secret = passwordBytes(password);
  const r = 8;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      // Node's default maxmem refuses even 2^15.
      scrypt(secret, salt, 32, { N: n, r, p: 1, maxmem: 128 * n * r + 2 ** 20 }, (error, key) => {
        if (error === null) resolve(take(key));
        else reject(error);
      });
    });
  } finally {
    zero(secret);
  }
}

/** HKDF-SHA256 to 32 bytes in memory of their own. */
export function hkdf(secret: Buffer, salt: Buffer, info: string): Buffer {
  return take(Buffer.from(hkdfSync('sha256', secret, salt, info, 32)));
}

/** AES-256-GCM with a fresh nonce; `aad` binds what is readable beside the box. */
export function seal(key: Buffer, plain: Buffer, aad: Buffer): Box {
  const nonce = randomOwn(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(aad);
  const ct = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, ct, tag: cipher.getAuthTag() };
}

/**
 * Opens a box. Out: the secret in memory of its own, or null when key, nonce, text, tag or AAD do not fit.
 * Throws `short_tag` for a tag that is not 16 bytes: Node would accept 4 when the length is not pinned.
 */
export function unseal(key: Buffer, box: Box, aad: Buffer): Buffer | null {
  if (box.tag.length !== tagLength || box.nonce.length !== 12) throw new VaultError('short_tag');
  const decipher = createDecipheriv('aes-256-gcm', key, box.nonce, { authTagLength: tagLength });
  decipher.setAAD(aad);
  decipher.setAuthTag(box.tag);
  const plain = decipher.update(box.ct);
  try {
    decipher.final();
    return take(plain);
  } catch {
    plain.fill(0);
    return null;
  }
}

/** A new P-256 pair; the private half always has 32 bytes. */
export function newPair(): { publicKey: Buffer; privateKey: Buffer } {
  const ecdh = createECDH(curve);
  const publicKey = ecdh.generateKeys();
  return { publicKey, privateKey: take(ecdh.getPrivateKey(), 32) };
}

function agreedKey(privateKey: Buffer, theirs: Buffer, epk: Buffer, publicKey: Buffer): Buffer {
  const ecdh = createECDH(curve);
  ecdh.setPrivateKey(privateKey);
  const shared = take(ecdh.computeSecret(theirs), 32);
  const key = hkdf(shared, Buffer.concat([epk, publicKey]), 'seal-root|v1');
  zero(shared);
  return key;
}

/** Seals a secret to a public key; needs nothing that the holder of the key knows. */
export function sealTo(publicKey: Buffer, plain: Buffer, aad: Buffer): SealedBox {
  const pair = newPair();
  const key = agreedKey(pair.privateKey, publicKey, pair.publicKey, publicKey);
  const box = seal(key, plain, aad);
  zero(key, pair.privateKey);
  return { epk: pair.publicKey, ...box };
}

/** Opens what was sealed to this pair, or null. A point that is not on the curve is simply null. */
export function unsealFrom(privateKey: Buffer, publicKey: Buffer, sealed: SealedBox, aad: Buffer): Buffer | null {
  let key: Buffer;
  try {
    key = agreedKey(privateKey, sealed.epk, sealed.epk, publicKey);
  } catch {
    return null;
  }
  try {
    return unseal(key, sealed, aad);
  } finally {
    zero(key);
  }
}

/** HMAC-SHA256. */
export function mac(key: Buffer, data: Buffer | string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** Compares two MACs without telling by time where they differ. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** In: root key, store id (Base64 text of the header), generation. Out: the five sub-keys (security.md 6), without the root. */
export function deriveKeys(root: Buffer, storeId: string, generation: number): KeyRing {
  const sub = (label: string) => hkdf(root, Buffer.alloc(0), `${label}|v1|${storeId}|${generation}`);
  return { generation, db: sub('db'), trail: sub('trail'), anchor: sub('anchor'), slots: sub('slots'), manifest: sub('manifest') };
}

/** Zeroes every key of a ring. The ring stays an object so that late users fail on zeros instead of crashing. */
export function wipe(ring: KeyRing): void {
  zero(ring.db, ring.trail, ring.anchor, ring.slots, ring.manifest, ring.root);
  delete ring.root;
}

const hex = (text: string) => Buffer.from(text, 'hex');

/** Known answers: RFC 7914, RFC 5869 A.1, RFC 4231 case 2, GCM specification case 14, NIST CAVS P-256 count 0. */
const knownAnswers: Readonly<Record<string, () => boolean>> = {
  scrypt: () =>
    scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16, maxmem: 2 ** 25 }).equals(
      hex('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640'),
    ),
  hkdf: () =>
    Buffer.from(hkdfSync('sha256', Buffer.alloc(22, 0x0b), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42)).equals(
      hex('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'),
    ),
  hmac: () => mac(Buffer.from('Jefe'), 'what do ya want for nothing?').equals(hex('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')),
  gcm: () => {
    const box = { nonce: Buffer.alloc(12), ct: hex('cea7403d4d606b6e074ec5d3baf39d18'), tag: hex('d0d1c8a799996bf0265b98b5d48ab919') };
    const wrong = { ...box, tag: hex('d1d1c8a799996bf0265b98b5d48ab919') };
    const key = Buffer.alloc(32);
    return unseal(key, box, Buffer.alloc(0))?.equals(Buffer.alloc(16)) === true && unseal(key, wrong, Buffer.alloc(0)) === null;
  },
  ecdh: () => {
    const ecdh = createECDH(curve);
    ecdh.setPrivateKey(hex('7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534'));
    const theirs = hex('04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac');
    return ecdh.computeSecret(theirs).equals(hex('46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b'));
  },
};

/** Runs every known answer (about 60 ms, once at start). Throws `self_test` with the names that did not fit. */
export function selfTest(): void {
  const wrong = Object.entries(knownAnswers).filter(([, fits]) => !fits()).map(([name]) => name);
  if (wrong.length > 0) throw new VaultError('self_test', { wrong });
}
