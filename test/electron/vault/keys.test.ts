import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { VaultError } from '#electron/vault/errors.ts';
import { copyOwn, deriveKeys, newPair, ownBuffer, passwordKey, scryptCost, scryptCostForTests, scryptFloor, seal, sealTo, selfTest, unseal, unsealFrom, wipe } from '#electron/vault/keys.ts';
import { codeOf } from './fixture.ts';

const aad = Buffer.from('what is readable');

describe('keys', () => {
  it('give the known answers of the standards', () => {
    expect(selfTest).not.toThrow();
  });

  it('open a box only with its own key, text, nonce, tag and AAD: every single bit matters', () => {
    const key = randomBytes(32);
    const box = seal(key, Buffer.from('thirty-two bytes of secret root!'), aad);
    expect(unseal(key, box, aad)?.toString()).toBe('thirty-two bytes of secret root!');
    expect(unseal(key, box, Buffer.from('what is readablE'))).toBeNull();
    expect(unseal(randomBytes(32), box, aad)).toBeNull();
    let tried = 0;
    for (const part of ['nonce', 'ct', 'tag'] as const) {
      for (let bit = 0; bit < box[part].length * 8; bit += 1) {
        const flipped = Buffer.from(box[part]);
        flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7));
        expect(unseal(key, { ...box, [part]: flipped }, aad)).toBeNull();
        tried += 1;
      }
    }
    expect(tried).toBe(480);
  });

  it('refuse a short tag, which Node itself would accept', async () => {
    const key = randomBytes(32);
    const box = seal(key, Buffer.alloc(32, 7), aad);
    for (const length of [0, 4, 8, 12, 13, 14, 15, 17]) {
      const tag = Buffer.concat([box.tag, Buffer.alloc(1)]).subarray(0, length);
      expect(await codeOf(() => unseal(key, { ...box, tag }, aad)), String(length)).toBe('short_tag');
    }
    // The failing twin: without a pinned length four bytes are enough.
    const loose = createDecipheriv('aes-256-gcm', key, box.nonce);
    loose.setAAD(aad);
    loose.setAuthTag(box.tag.subarray(0, 4));
    expect(Buffer.concat([loose.update(box.ct), loose.final()]).equals(Buffer.alloc(32, 7))).toBe(true);
    expect(createCipheriv('aes-256-gcm', key, box.nonce)).toBeDefined();
  });

  it('open what is sealed to a public key with its private key alone', () => {
    const [mine, theirs] = [newPair(), newPair()];
    const sealed = sealTo(mine.publicKey, Buffer.alloc(32, 9), aad);
    expect(unsealFrom(mine.privateKey, mine.publicKey, sealed, aad)?.equals(Buffer.alloc(32, 9))).toBe(true);
    expect(unsealFrom(theirs.privateKey, theirs.publicKey, sealed, aad)).toBeNull();
    expect(unsealFrom(mine.privateKey, mine.publicKey, { ...sealed, epk: theirs.publicKey }, aad)).toBeNull();
    expect(unsealFrom(mine.privateKey, mine.publicKey, { ...sealed, epk: Buffer.alloc(65, 4) }, aad)).toBeNull();
    expect(unsealFrom(mine.privateKey, mine.publicKey, sealed, Buffer.from('elsewhere'))).toBeNull();
  });

  it('keep private keys 32 bytes long, whatever their first byte', () => {
    for (let index = 0; index < 600; index += 1) expect(newPair().privateKey.length).toBe(32);
  });

  it('differ by purpose, store and generation', () => {
    const root = Buffer.alloc(32, 1);
    const rings = [deriveKeys(root, 'c3RvcmU=', 1), deriveKeys(root, 'c3RvcmU=', 2), deriveKeys(root, 'b3RoZXI=', 1)];
    const all = rings.flatMap((ring) => [ring.db, ring.trail, ring.anchor, ring.slots, ring.manifest].map((key) => key.toString('hex')));
    expect(new Set(all).size).toBe(15);
    expect(deriveKeys(root, 'c3RvcmU=', 1).db.equals(rings[0]!.db)).toBe(true);
  });

  it('live outside the shared pool and are zeroed by wipe', () => {
    const ring = { ...deriveKeys(Buffer.alloc(32, 1), 'c3RvcmU=', 1), root: copyOwn(Buffer.alloc(32, 3)) };
    const keys = [ring.db, ring.trail, ring.anchor, ring.slots, ring.manifest, ring.root];
    expect(keys.every((key) => key.buffer.byteLength === 32)).toBe(true);
    expect(ownBuffer(7).buffer.byteLength).toBe(7);
    wipe(ring);
    expect(keys.every((key) => key.every((byte) => byte === 0))).toBe(true);
    expect('root' in ring).toBe(false);
  });

  it('cost at least 2^17 in the product, and what a test asks for in a test', () => {
    expect(scryptCost(undefined)).toBe(scryptFloor);
    expect(scryptCost(2 ** 18)).toBe(2 ** 18);
    expect(scryptCost(scryptCostForTests(16))).toBe(16);
    for (const n of [2 ** 16, 2 ** 17 + 1, 2 ** 21, Number.NaN, -1]) expect(() => scryptCost(n)).toThrow(RangeError);
  });

  it('refuse a cost that would eat the memory, instead of trying it', async () => {
    await expect(passwordKey('x', Buffer.alloc(16), 2 ** 24)).rejects.toThrow(VaultError);
  });
});
