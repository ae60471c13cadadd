import { canonicalEntry, eventsDigest, hashEntry, readEntry, GENESIS } from '#electron/commands/trail.ts';
import { verifyBooks } from '#electron/queries/ask.ts';
import { deskOf, lock } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { digestOf } from '#electron/vault/canonical.ts';
import { VaultError } from '#electron/vault/errors.ts';
import { metaOf, recordById } from '#electron/vault/read.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { registerKeys } from '#shared/registers/index.ts';
import { enterAs } from './ground.ts';
import type { Who } from './ground.ts';

/** An act whose success was told to the outside. */
export type Ack = Readonly<{ seq: number; hash: string }>;

export type Findings = {
  /** The code of the refusal when the vault would not open, or `readOnly`'s code, or null. */
  code: string | null;
  readOnly: boolean;
  lost: number;
  half: number;
  breaks: number;
  /** Names of the product's own checks that failed. */
  failed: string[];
  head: number;
  /** Acts that stand in the trail as done. */
  done: number;
  milliseconds: number;
};

const codeOf = (error: unknown): string => (error instanceof VaultError ? error.code : error instanceof Error && 'code' in error ? String(error.code) : 'unexpected');

type EventRow = { register: string; record: number; revision: number; kind: string; body: string; digest: Buffer | null };

/** The trail walked with our own eyes, not with the product's verification: numbers, links, MACs, the events each entry binds, each row against its last digest. */
function walk(s: Session, acks: readonly Ack[], f: Findings): void {
  const { db, keys } = s.vault;
  const rows = db.prepare('SELECT seq, entry, hash FROM audit ORDER BY seq').all() as { seq: number; entry: string; hash: Buffer }[];
  const { generation } = s.vault.header;
  /** Keys of generations before this one stand in the store since their exchange. */
  const keyOf = (of: number): Buffer => (of === generation ? keys.trail : Buffer.from(metaOf(db, `trailKey.${of}`) ?? '', 'hex'));
  let prev = GENESIS;
  rows.forEach((row, i) => {
    const entry = readEntry(row.entry);
    if (entry.outcome === 'done') f.done += 1;
    const whole = canonicalEntry(entry.seq, entry, entry.generation, entry.prev) === row.entry;
    if (row.seq !== i + 1 || entry.seq !== row.seq || entry.prev !== prev || !whole || !hashEntry(keyOf(entry.generation), row.entry).equals(row.hash)) f.breaks += 1;
    const events = db.prepare('SELECT register, record, revision, kind, body, digest FROM event WHERE seq = ? ORDER BY id').all(row.seq) as EventRow[];
    if (eventsDigest(events) !== entry.eventsDigest) f.half += 1;
    prev = row.hash.toString('hex');
  });
  f.head = rows.length;
  for (const ack of acks) if (rows[ack.seq - 1]?.hash.toString('hex') !== ack.hash) f.lost += 1;
  const newest = db.prepare('SELECT register, record, digest FROM event e WHERE digest IS NOT NULL AND id = (SELECT MAX(id) FROM event WHERE register = e.register AND record = e.record AND digest IS NOT NULL)').all() as { register: RegisterKey; record: number; digest: Buffer }[];
  for (const { register, record, digest } of newest) {
    const row: AnyRecord | null = recordById(db, register, record) as AnyRecord | null;
    if (row === null || !digestOf(row).equals(digest)) f.half += 1;
  }
  const known = new Map<string, number>();
  for (const { register } of newest) known.set(register, (known.get(register) ?? 0) + 1);
  for (const register of registerKeys) {
    const count = db.prepare(`SELECT count(*) FROM ${register}`).pluck().get() as number;
    if (count !== (known.get(register) ?? 0)) f.half += 1;
  }
}

/**
 * Opens a vault as its owner would after the fault and looks at everything. In: the folder, what had been acknowledged.
 * Out: what is wrong. Never throws for a damaged vault: that is an answer.
 */
export async function inspect(dir: string, acks: readonly Ack[], o: { who?: Who; and?: (s: Session) => void | Promise<void> } = {}): Promise<Findings> {
  const f: Findings = { code: null, readOnly: false, lost: 0, half: 0, breaks: 0, failed: [], head: 0, done: 0, milliseconds: 0 };
  const began = performance.now();
  let s: Session;
  try {
    s = await enterAs(dir, o.who);
  } catch (error) {
    f.code = codeOf(error);
    return f;
  }
  f.milliseconds = performance.now() - began;
  try {
    if (s.readOnly !== null) {
      f.readOnly = true;
      f.code = 'code' in s.readOnly ? s.readOnly.code : s.readOnly.kind;
    }
    f.failed = verifyBooks(deskOf(s)).checks.filter((c) => !c.ok).map((c) => c.name);
    walk(s, acks, f);
    await o.and?.(s);
  } catch (error) {
    f.code = codeOf(error);
  }
  try {
    lock(s);
  } catch (error) {
    // A vault that cannot be closed keeps its file until the program ends.
    f.code = `cannot be locked (${error instanceof Error ? error.message : String(error)})`;
  }
  return f;
}
