import { createHash, createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { ReadDb, WriteDb } from '../vault/open.ts';
import { trailHead } from '../vault/read.ts';
import { appendEntry } from '../vault/write.ts';

/** What an entry says. `outcome`: done, refused, or noted (something that happened to the terminal, not an act in the books). */
export type Entry = Readonly<{
  at: string;
  happenedAt: string | null;
  lateReason: string | null;
  actor: string;
  second: string | null;
  act: string;
  outcome: 'done' | 'refused' | 'noted';
  register: string | null;
  record: number | null;
  number: string | null;
  rules: readonly string[];
  eventsDigest: string | null;
  note: string | null;
}>;

const FORM = 1;
export const GENESIS = '0'.repeat(64);

/** The canonical form: one JSON array in fixed order, strings NFC, the hash before it at the end. It is exactly what is hashed and stored. */
export function canonicalEntry(seq: number, e: Entry, generation: number, prev: string): string {
  const nfc = (s: string | null): string | null => (s === null ? null : s.normalize('NFC'));
  return JSON.stringify([FORM, seq, e.at, e.happenedAt, nfc(e.lateReason), nfc(e.actor), nfc(e.second), e.act, e.outcome, e.register, e.record, e.number, e.rules, e.eventsDigest, nfc(e.note), generation, prev]);
}

/** The stored text back as an entry; throws on a form this program does not know. */
export function readEntry(text: string): Entry & { seq: number; generation: number; prev: string } {
  const a = JSON.parse(text) as unknown[];
  if (a[0] !== FORM) throw new Error('unknown form of a trail entry');
  const [, seq, at, happenedAt, lateReason, actor, second, act, outcome, register, record, number, rules, eventsDigest, note, generation, prev] = a;
  return { seq, at, happenedAt, lateReason, actor, second, act, outcome, register, record, number, rules, eventsDigest, note, generation, prev } as Entry & { seq: number; generation: number; prev: string };
}

/** Key objects by the buffer they were made from, held only as long as the buffer's owner holds it: setting up a key costs more than the hash. */
const keyObjects = new WeakMap<Buffer, KeyObject>();
const wiped = Buffer.alloc(32);

/** The key as the library takes it fastest. A wiped key is taken as it is, so that whoever is late signs with zeros and never with what was there before. */
function keyObjectOf(trailKey: Buffer): KeyObject | Buffer {
  if (trailKey.equals(wiped)) {
    keyObjects.delete(trailKey);
    return trailKey;
  }
  let known = keyObjects.get(trailKey);
  if (known === undefined) keyObjects.set(trailKey, (known = createSecretKey(trailKey)));
  return known;
}

export const hashEntry = (trailKey: Buffer, text: string): Buffer => createHmac('sha256', keyObjectOf(trailKey)).update(text).digest();

/** Digest over the events of one act, in order; binds them to the chain. */
export function eventsDigest(events: readonly Readonly<{ register: string; record: number; revision: number; kind: string; body: string; digest: Buffer | null }>[]): string | null {
  if (events.length === 0) return null;
  const hash = createHash('sha256');
  for (const e of events) hash.update(JSON.stringify([e.register, e.record, e.revision, e.kind, e.body, e.digest?.toString('hex') ?? null]));
  return hash.digest('hex');
}

/** When an entry was made: the third item of the canonical form. Asked several times for every act, so nothing else is read. */
const timeOf = (text: string): string => /^\[1,\d+,"([^"\\]*)"/.exec(text)?.[1] ?? readEntry(text).at;

export type Next = Readonly<{ seq: number; prev: string; at: string | null }>;

/** Where the next entry goes. */
export function nextSeq(db: ReadDb): Next {
  const head = trailHead(db);
  if (head === null) return { seq: 1, prev: GENESIS, at: null };
  return { seq: head.seq + 1, prev: head.hash.toString('hex'), at: timeOf(head.entry) };
}

/** Appends to the chain, in the caller's transaction; `next` when the caller has looked already in this transaction. The trail takes entries from the door and from the session only. */
export function append(db: WriteDb, trailKey: Buffer, generation: number, entry: Entry, next: Next = nextSeq(db)): { seq: number; hash: string } {
  const { seq, prev } = next;
  const text = canonicalEntry(seq, entry, generation, prev);
  const hash = hashEntry(trailKey, text);
  appendEntry(db, seq, text, hash);
  return { seq, hash: hash.toString('hex') };
}
