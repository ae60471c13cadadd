import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './durable.ts';
import { asVaultError, VaultError } from './errors.ts';
import { type Box, hkdf, mac, newPair, passwordKey, randomOwn, sameBytes, seal, sealTo, type SealedBox, unseal, unsealFrom, zero } from './keys.ts';
import type { TerminalLevel } from './passwords.ts';

/** Newest header form this program knows. */
export const headerVersion = 1;
/** Account name of the slot that the two recovery sheets open; no person can have it (it is empty). */
export const recoveryAccount = '';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const count = z.int().min(0);
const box = z.strictObject({ nonce: base64, ct: base64, tag: base64 });
/** The cost of a derivation: what scrypt takes and a terminal can pay, or a forged header would be an error of ours instead of a refusal. */
const scryptN = z.int().min(2).max(2 ** 20).refine((n) => Number.isInteger(Math.log2(n)));
const kdf = z.union([z.strictObject({ name: z.literal('scrypt'), n: scryptN, r: z.literal(8), p: z.literal(1), salt: base64 }), z.strictObject({ name: z.literal('hkdf'), salt: base64 })]);

const slotForm = z.strictObject({
  slotId: base64,
  kind: z.enum(['account', 'recovery']),
  account: z.string().max(64),
  name: z.string().max(64),
  roles: z.array(z.string().max(64)).max(16),
  state: z.enum(['active', 'pending', 'revoked']),
  kdf,
  pub: base64,
  priv: box.nullable(),
  root: box.extend({ epk: base64 }).nullable(),
  created: z.string().max(40),
});

const headerForm = z.strictObject({
  v: z.literal(headerVersion),
  storeId: base64,
  terminal: z.strictObject({ organisation: z.string(), terminalNumber: z.string(), level: z.enum(['confidential', 'secret', 'top_secret']) }),
  testClock: z.boolean(),
  cipher: z.strictObject({ name: z.literal('sqlcipher'), legacy: z.literal(4), pageSize: z.literal(4096), scryptN }),
  generation: count,
  slotEpoch: count,
  recoveryUsed: z.boolean(),
  slots: z.array(slotForm).max(500),
  mac: base64,
});

/** One key slot: who, how the password becomes a key, the sealed private key, the root sealed to the public key. Roles are a hint for the screen; rights come from the store. */
export type Slot = z.infer<typeof slotForm>;
export type SlotState = Slot['state'];
/** The header file, readable before unlock. */
export type Header = z.infer<typeof headerForm>;
export type Terminal = { organisation: string; terminalNumber: string; level: TerminalLevel };

/** Path of the header inside a vault folder. */
export function headerFile(dir: string): string {
  return join(dir, 'header.json');
}

/** Deterministic text of plain data: sorted keys, NFC strings. What is MACed and what is bound as AAD. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(typeof value === 'string' ? value.normalize('NFC') : value);
}

const bytes = (text: string) => Buffer.from(text, 'base64');
const text = (buffer: Buffer) => buffer.toString('base64');
const boxOf = (form: z.infer<typeof box>): Box => ({ nonce: bytes(form.nonce), ct: bytes(form.ct), tag: bytes(form.tag) });
const formOf = (sealed: Box) => ({ nonce: text(sealed.nonce), ct: text(sealed.ct), tag: text(sealed.tag) });

/**
 * What a private key is bound to: its store, its slot, its account, how it is derived, its public half. Roles are bound to the
 * root box instead, which an administrator can seal again without the person's password.
 */
function privateAad(storeId: string, slot: Pick<Slot, 'slotId' | 'kind' | 'account' | 'kdf' | 'pub'>): Buffer {
  return Buffer.from(canonical(['priv', headerVersion, storeId, slot.slotId, slot.kind, slot.account, slot.kdf, slot.pub]));
}

/** What a sealed root is bound to: everything above, the roles and the generation. Moving a slot anywhere fails at unwrap. */
function rootAad(storeId: string, generation: number, slot: Slot): Buffer {
  return Buffer.from(canonical(['root', headerVersion, storeId, generation, slot.slotId, slot.kind, slot.account, slot.roles, slot.kdf, slot.pub]));
}

/** Who a new slot is for. */
export type SlotOwner = Readonly<{ account: string; name: string; roles: readonly string[] }>;

function fillSlot(storeId: string, owner: SlotOwner, kind: Slot['kind'], form: Slot['kdf'], kek: Buffer, created: string): Slot {
  const pair = newPair();
  const bare = { slotId: text(randomOwn(16)), kind, account: owner.account, kdf: form, pub: text(pair.publicKey) };
  const priv = formOf(seal(kek, pair.privateKey, privateAad(storeId, bare)));
  zero(kek, pair.privateKey);
  return { ...bare, name: owner.name, roles: [...owner.roles], state: 'pending', priv, root: null, created };
}

/** A new slot behind a password: pending, because it holds no root yet. */
export async function newSlot(storeId: string, scryptN: number, owner: SlotOwner, password: string, created: string): Promise<Slot> {
  const salt = randomOwn(16);
  const kek = await passwordKey(password, salt, scryptN);
  return fillSlot(storeId, owner, 'account', { name: 'scrypt', n: scryptN, r: 8, p: 1, salt: text(salt) }, kek, created);
}

/** The slot behind the recovery sheets. In: the 32 bytes of sheet A xor sheet B (the caller zeroes them). */
export function newRecoverySlot(storeId: string, secret: Buffer, created: string): Slot {
  const salt = randomOwn(16);
  const owner = { account: recoveryAccount, name: '恢复信封', roles: [] };
  return fillSlot(storeId, owner, 'recovery', { name: 'hkdf', salt: text(salt) }, recoveryKey(secret, salt), created);
}

function recoveryKey(secret: Buffer, salt: Buffer): Buffer {
  return hkdf(secret, salt, 'recovery|v1');
}

/** Seals a root to a slot and makes it active. Needs only the slot's public key. */
export function giveRoot(storeId: string, generation: number, slot: Slot, root: Buffer): Slot {
  const sealed = sealTo(bytes(slot.pub), root, rootAad(storeId, generation, slot));
  return { ...slot, state: 'active', root: { epk: text(sealed.epk), ...formOf(sealed) } };
}

/** Takes away both secrets of a slot; the line stays, so that the account name is not used again. */
export function emptySlot(slot: Slot): Slot {
  return { ...slot, state: 'revoked', priv: null, root: null };
}

/** Private key of a slot, or null when the key does not fit. Zeroes `kek`. */
function privateKeyOf(header: Header, slot: Slot, kek: Buffer): Buffer | null {
  try {
    return slot.priv === null ? null : unseal(kek, boxOf(slot.priv), privateAad(header.storeId, slot));
  } finally {
    zero(kek);
  }
}

/** In: a password. Out: the slot's private key, or null. Costs one scrypt, right or wrong. Caller zeroes the key. */
export async function openWithPassword(header: Header, slot: Slot, password: string): Promise<Buffer | null> {
  if (slot.kdf.name !== 'scrypt') return null;
  return privateKeyOf(header, slot, await passwordKey(password, bytes(slot.kdf.salt), slot.kdf.n));
}

/** The same work as `openWithPassword` for an account that does not exist, so that time does not tell (K5). */
export async function openNothing(header: Header, password: string): Promise<null> {
  const kek = await passwordKey(password, createHash('sha256').update(header.storeId).digest().subarray(0, 16), header.cipher.scryptN);
  const opened = unseal(kek, { nonce: Buffer.alloc(12), ct: Buffer.alloc(32), tag: Buffer.alloc(16) }, Buffer.alloc(0));
  zero(kek, opened ?? undefined);
  return null;
}

/** In: sheet A xor sheet B. Out: the recovery slot's private key, or null. */
export function openWithSheets(header: Header, slot: Slot, secret: Buffer): Buffer | null {
  return slot.kdf.name === 'hkdf' ? privateKeyOf(header, slot, recoveryKey(secret, bytes(slot.kdf.salt))) : null;
}

/** The root in a slot, or null. The caller zeroes root and private key. */
export function rootIn(header: Header, slot: Slot, privateKey: Buffer): Buffer | null {
  if (slot.root === null) return null;
  const sealed: SealedBox = { epk: bytes(slot.root.epk), ...boxOf(slot.root) };
  return unsealFrom(privateKey, bytes(slot.pub), sealed, rootAad(header.storeId, header.generation, slot));
}

/** The same person under a new password: new salt, same pair; the root is sealed again because it is bound to the salt. */
export async function rewrap(header: Header, slot: Slot, privateKey: Buffer, root: Buffer | null, password: string): Promise<Slot> {
  const salt = randomOwn(16);
  const form: Slot['kdf'] = { name: 'scrypt', n: header.cipher.scryptN, r: 8, p: 1, salt: text(salt) };
  const kek = await passwordKey(password, salt, header.cipher.scryptN);
  const next: Slot = { ...slot, kdf: form };
  next.priv = formOf(seal(kek, privateKey, privateAad(header.storeId, next)));
  zero(kek);
  return root === null ? next : giveRoot(header.storeId, header.generation, next, root);
}

/** Header with its MAC computed over everything else. */
export function sealHeader(header: Omit<Header, 'mac'> & { mac?: string }, slotsKey: Buffer): Header {
  const { mac: _old, ...open } = header;
  return { ...open, mac: text(mac(slotsKey, canonical(open))) };
}

/** True when the header's MAC fits this slots key. */
export function headerFits(header: Header, slotsKey: Buffer): boolean {
  const { mac: claimed, ...open } = header;
  return sameBytes(bytes(claimed), mac(slotsKey, canonical(open)));
}

/** Parses header text. Throws `from_the_future` for a newer form, `header_damaged` for anything that is not a header. */
export function parseHeader(content: string): Header {
  let raw: unknown;
  try {
    raw = JSON.parse(content);
  } catch {
    throw new VaultError('header_damaged');
  }
  if (typeof raw === 'object' && raw !== null && 'v' in raw && typeof raw.v === 'number' && raw.v > headerVersion) throw new VaultError('from_the_future', { found: raw.v, known: headerVersion });
  const parsed = headerForm.safeParse(raw);
  if (!parsed.success) throw new VaultError('header_damaged');
  return parsed.data;
}

/** Reads the header of a vault folder. Throws `unknown_vault`, `header_damaged`, `from_the_future`, `no_rights`, `disk_error`. */
export function readHeaderFile(dir: string): Header {
  const file = headerFile(dir);
  if (!existsSync(file)) throw new VaultError('unknown_vault');
  try {
    return parseHeader(readFileSync(file, 'utf8'));
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
}

/** Text of a header file. */
export function headerText(header: Header): string {
  return `${JSON.stringify(header, null, 1)}\n`;
}

/** Raises the epoch, seals and writes the header (whole or not at all, the old one as `.prev`). Out: what was written. */
export function writeHeader(dir: string, header: Header, slotsKey: Buffer): Header {
  const next = sealHeader({ ...header, slotEpoch: header.slotEpoch + 1 }, slotsKey);
  try {
    replaceFile(headerFile(dir), headerText(next), { keepPrevious: true });
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
  return next;
}

/** True when the header is older than the epoch and generation that the store remembers: an old slot file was put back (security.md 6.2). */
export function slotsRolledBack(header: Pick<Header, 'slotEpoch' | 'generation'>, inDb: Readonly<{ slotEpoch: number; generation: number }>): boolean {
  return header.generation < inDb.generation || header.slotEpoch < inDb.slotEpoch;
}
