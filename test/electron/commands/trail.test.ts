import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashEntry } from '#electron/commands/trail.ts';
import { deriveKeys, wipe } from '#electron/vault/keys.ts';

const plainly = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

describe('hashEntry', () => {
  it('gives the same as HMAC-SHA256 of the entry, when asked once or again with the same key', () => {
    const key = randomBytes(32);
    for (const text of ['["第一条"]', '["第二条"]', '["第二条"]']) expect(hashEntry(key, text).toString('hex')).toBe(plainly(key, text));
  });

  it('keeps keys apart, when two are in use at the same time', () => {
    const [a, b] = [randomBytes(32), randomBytes(32)];
    expect(hashEntry(a, 'x').equals(hashEntry(b, 'x'))).toBe(false);
    expect(hashEntry(a, 'x').toString('hex')).toBe(plainly(a, 'x'));
  });

  it('signs with zeros and never with the old key, when the ring was wiped in the meantime', () => {
    const ring = deriveKeys(randomBytes(32), 'store', 1);
    const before = hashEntry(ring.trail, 'x').toString('hex');
    wipe(ring);
    expect(hashEntry(ring.trail, 'x').toString('hex')).toBe(plainly(Buffer.alloc(32), 'x'));
    expect(hashEntry(ring.trail, 'x').toString('hex')).not.toBe(before);
  });
});
