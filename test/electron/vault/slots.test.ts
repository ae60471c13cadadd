import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deriveKeys } from '#electron/vault/keys.ts';
import { canonical, emptySlot, giveRoot, type Header, headerFits, newRecoverySlot, openWithSheets, parseHeader, readHeaderFile, rootIn, sealHeader, type Slot, writeHeader } from '#electron/vault/slots.ts';
import { codeOf, folder } from './fixture.ts';

const secret = randomBytes(32);
const root = randomBytes(32);
const storeId = randomBytes(16).toString('base64');
const keys = deriveKeys(root, storeId, 3);

function headerOf(slots: Slot[], id = storeId): Header {
  return sealHeader(
    {
      v: 1,
      storeId: id,
      terminal: { organisation: '青石镇人民政府', terminalNumber: 'SM-07', level: 'secret' },
      testClock: false,
      cipher: { name: 'sqlcipher', legacy: 4, pageSize: 4096, scryptN: 1024 },
      generation: 3,
      slotEpoch: 17,
      recoveryUsed: false,
      slots,
    },
    keys.slots,
  );
}

const slot = giveRoot(storeId, 3, newRecoverySlot(storeId, secret, '2026-11-22T08:00:00Z'), root);
const header = headerOf([slot]);

/** The whole way in, without the slow derivation: does this header still lead to the root and fit it? */
function opens(candidate: Header): boolean {
  const [only] = candidate.slots;
  if (only === undefined) return false;
  try {
    const privateKey = openWithSheets(candidate, only, secret);
    const found = privateKey === null ? null : rootIn(candidate, only, privateKey);
    return found !== null && found.equals(root) && headerFits(candidate, keys.slots);
  } catch {
    return false;
  }
}

describe('a slot', () => {
  it('leads to the root', () => {
    expect(opens(header)).toBe(true);
  });

  it('is refused after any flipped bit in the sealed parts (FI-19)', () => {
    const parts = [['priv', 'nonce'], ['priv', 'ct'], ['priv', 'tag'], ['root', 'epk'], ['root', 'nonce'], ['root', 'ct'], ['root', 'tag'], ['pub'], ['kdf', 'salt']] as const;
    let refused = 0;
    for (let run = 0; run < 2000; run += 1) {
      const copy = structuredClone(header);
      const path = parts[run % parts.length]!;
      let home = copy.slots[0] as unknown as Record<string, unknown>;
      for (const name of path.slice(0, -1)) home = home[name] as Record<string, unknown>;
      const last = path.at(-1)!;
      const bytes = Buffer.from(home[last] as string, 'base64');
      const bit = randomInt(bytes.length * 8);
      bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
      home[last] = bytes.toString('base64');
      if (!opens(copy)) refused += 1;
    }
    expect(refused).toBe(2000);
  });

  it('is refused after any change of a readable part, even when the header is sealed again', () => {
    const changes: ((copy: Header) => void)[] = [
      (copy) => (copy.slots[0]!.account = 'baili'),
      (copy) => (copy.slots[0]!.roles = ['security_administrator']),
      (copy) => (copy.slots[0]!.slotId = randomBytes(16).toString('base64')),
      (copy) => (copy.slots[0]!.kind = 'account'),
      (copy) => (copy.generation = 4),
      (copy) => (copy.storeId = randomBytes(16).toString('base64')),
      (copy) => (copy.slots[0]!.root = { ...copy.slots[0]!.root!, tag: copy.slots[0]!.root!.tag.slice(0, 8) }),
      (copy) => (copy.slots[0] = emptySlot(copy.slots[0]!)),
    ];
    for (const change of changes) {
      const copy = structuredClone(header);
      change(copy);
      expect(opens(sealHeader(copy, keys.slots)), String(change)).toBe(false);
    }
  });

  it('of another store or another slot does not fit here', () => {
    const elsewhere = randomBytes(16).toString('base64');
    const foreign = giveRoot(elsewhere, 3, newRecoverySlot(elsewhere, secret, ''), root);
    expect(opens(headerOf([foreign]))).toBe(false);
    const second = giveRoot(storeId, 3, newRecoverySlot(storeId, secret, ''), root);
    expect(opens(headerOf([second]))).toBe(true);
    expect(opens(headerOf([{ ...slot, priv: second.priv }]))).toBe(false);
    expect(opens(headerOf([{ ...slot, root: second.root }]))).toBe(false);
  });
});

describe('the header file', () => {
  it('is refused after any change of its text that still parses (FI-19)', () => {
    const text = JSON.stringify(header);
    let parsed = 0;
    for (let run = 0; run < 2000; run += 1) {
      const bytes = Buffer.from(text);
      const bit = randomInt(bytes.length * 8);
      bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
      let candidate: Header;
      try {
        candidate = parseHeader(bytes.toString());
      } catch {
        continue;
      }
      // The spare bits at the end of a Base64 text change the letters but not the bytes.
      if (canonical(candidate) === canonical(header)) continue;
      parsed += 1;
      const sameMac = Buffer.from(candidate.mac, 'base64').equals(Buffer.from(header.mac, 'base64'));
      const { mac: _a, ...openA } = candidate;
      const { mac: _b, ...openB } = header;
      if (sameMac && canonical(openA) === canonical(openB)) continue;
      expect(opens(candidate)).toBe(false);
    }
    expect(parsed).toBeGreaterThan(200);
  });

  it('is refused when cut off anywhere, and when it has keys that nobody knows', async () => {
    const text = JSON.stringify(header);
    for (let length = 0; length < text.length; length += 37) expect(await codeOf(() => parseHeader(text.slice(0, length)))).toBe('header_damaged');
    expect(await codeOf(() => parseHeader(JSON.stringify({ ...header, extra: 1 })))).toBe('header_damaged');
    expect(await codeOf(() => parseHeader(JSON.stringify({ ...header, v: 2 })))).toBe('from_the_future');
    expect(await codeOf(() => readHeaderFile(folder()))).toBe('unknown_vault');
  });

  it('raises its epoch with each writing and keeps the one before', () => {
    const dir = folder();
    writeFileSync(join(dir, 'header.json'), JSON.stringify(header));
    const next = writeHeader(dir, header, keys.slots);
    expect(next.slotEpoch).toBe(18);
    expect(readHeaderFile(dir)).toEqual(next);
    expect(headerFits(next, keys.slots)).toBe(true);
    expect(parseHeader(readFileSync(join(dir, 'header.json.prev'), 'utf8')).slotEpoch).toBe(17);
  });
});
