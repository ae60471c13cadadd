import { storedAsJson } from '#shared/registers/fields.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { eventsDigest, readEntry } from '../commands/trail.ts';
import { canonicalInOrder, digestOfText } from '../vault/canonical.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, numberOf } from '../vault/read.ts';
import { structureOf } from '../vault/structure.ts';
import type { Structure } from '../vault/structure.ts';
import { verifyChain } from './chain.ts';
import type { Progress } from './chain.ts';
import type { Query, ReadDesk } from './define.ts';
import { bodyOf } from './revisions.ts';
import { sealedPages } from './sealedProof.ts';

export type VerificationCheck = Readonly<{ name: string; nameZh: string; ok: boolean; counted: number; findings: readonly string[] }>;
export type Verification = Readonly<{ ok: boolean; checks: readonly VerificationCheck[]; chain: Readonly<{ seq: number; hash: string }> }>;

const MOST = 20;
const EVERY = 20_000;

type EventRow = { id: number; seq: number; register: string; record: number; revision: number; kind: string; body: string; digest: Buffer | null };
const eventRow = (r: readonly unknown[]): EventRow => ({ id: r[0] as number, seq: r[1] as number, register: r[2] as string, record: r[3] as number, revision: r[4] as number, kind: r[5] as string, body: r[6] as string, digest: r[7] as Buffer | null });

/** Begins with the first look, not before: a walk that was opened and never closed would keep the store from closing when a page cannot be read. */
function* walk<T>(db: ReadDb, sql: string, ...bound: unknown[]): Generator<T, undefined, void> {
  yield* db.prepare(sql).raw().iterate(...bound) as unknown as Iterable<T>;
  return undefined;
}

function integrity(found: Structure): VerificationCheck {
  const findings = found.damage.map((r) => `存储结构有损：${r}。`);
  return { name: 'integrity', nameZh: '存储结构', ok: findings.length === 0, counted: found.pages, findings };
}

/** `loose`: what SQLite found of the references its schema knows. Those between registers are kept by the house: each is looked up here. */
function foreignKeys(db: ReadDb, loose: Structure['loose']): VerificationCheck {
  const findings = loose.map((r) => `${r.table} 第 ${r.row} 条指向不存在的登记。`);
  let counted = 0;
  for (const register of registerKeys) {
    for (const [name, field] of Object.entries(registerOf(register).fields)) {
      if (field.kind !== 'ref' || field.register === undefined || !registerKeys.includes(field.register as RegisterKey)) continue;
      counted += numberOf(db, `SELECT count(${name}) FROM ${register}`);
      for (const row of all(db, `SELECT r.id FROM ${register} r WHERE r.${name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${field.register} t WHERE t.id = r.${name}) LIMIT ${MOST}`)) findings.push(`${registerOf(register).title}第 ${String(row['id'])} 条的${field.label}指向不存在的登记。`);
    }
  }
  return { name: 'foreignKeys', nameZh: '登记之间的引用', ok: findings.length === 0, counted, findings: findings.slice(0, MOST) };
}

/** Takes the entries one after the other, and says at the end what it found. */
type Bound = Readonly<{ entry: (seq: number, text: string) => void; close: () => void; check: () => VerificationCheck }>;

/** Entries bind the events of their act: both lists are walked side by side, so that neither can lack or gain a line. */
function eventsBound(db: ReadDb, progress?: Progress): Bound {
  const findings: string[] = [];
  const events = walk<unknown[]>(db, 'SELECT id, seq, register, record, revision, kind, body, digest FROM event ORDER BY id');
  const total = numberOf(db, 'SELECT COALESCE(MAX(id), 0) FROM event');
  let counted = 0;
  let expected = 1;
  let next: IteratorResult<unknown[]> | null = null;
  const entry = (seq: number, text: string): void => {
    if (findings.length >= MOST) return;
    next ??= events.next();
    const mine: EventRow[] = [];
    while (next.done !== true && (next.value[1] as number) <= seq) {
      const event = eventRow(next.value);
      if (event.id !== expected) findings.push(`第 ${expected} 条事件缺失。`);
      expected = event.id + 1;
      counted++;
      if (event.seq === seq) mine.push(event);
      else findings.push(`第 ${event.id} 条事件没有对应的审计记录。`);
      if (counted % EVERY === 0) progress?.('events', counted, total);
      next = events.next();
    }
    let said: string | null;
    try {
      said = readEntry(text).eventsDigest;
    } catch {
      said = '';
    }
    if (said !== eventsDigest(mine)) findings.push(`第 ${seq} 条审计记录与其事件不符。`);
  };
  const check = (): VerificationCheck => {
    next ??= events.next();
    if (next.done !== true && findings.length < MOST) findings.push(`第 ${String(next.value[0])} 条及以后的事件没有对应的审计记录。`);
    return { name: 'events', nameZh: '审计记录与事件', ok: findings.length === 0, counted, findings };
  };
  // An open walk would keep the store from closing.
  return { entry, check, close: () => void events.return(undefined) };
}

/** The trail is read once: each entry is proven, and its events are held against it. */
function trail(desk: Pick<ReadDesk, 'db' | 'trailKey' | 'generation'>, progress?: Progress): { chain: VerificationCheck; events: VerificationCheck; head: { seq: number; hash: string } } {
  const total = numberOf(desk.db, 'SELECT COALESCE(MAX(seq), 0) FROM audit');
  const bound = eventsBound(desk.db, progress);
  try {
    const { findings, counted, seq, hash } = verifyChain(desk, { total, each: bound.entry, ...(progress === undefined ? {} : { progress }) });
    return { chain: { name: 'chain', nameZh: '审计链', ok: findings.length === 0, counted, findings }, events: bound.check(), head: { seq, hash } };
  } finally {
    bound.close();
  }
}

const nfc = (v: unknown): unknown => (typeof v === 'string' ? v.normalize('NFC') : v);
/** Whether two values stand for the same in the canonical form: empty is empty, strings by NFC, the rest as JSON. */
const same = (a: unknown, b: unknown): boolean => a === b || (a !== null && b !== null && JSON.stringify(nfc(a)) === JSON.stringify(nfc(b)));

/** How the columns of a register are read for the proof: in alphabetical order, so that the canonical form finds them sorted. */
type Columns = Readonly<{ names: readonly string[]; at: ReadonlyMap<string, number>; json: readonly boolean[] }>;
function columnsOf(register: RegisterKey): Columns {
  const { fields } = registerOf(register);
  const names = ['id', 'number', 'revision', 'corrections', ...Object.keys(fields)].sort();
  return { names, at: new Map(names.map((n, i) => [n, i])), json: names.map((n) => { const kind = fields[n]?.kind; return kind !== undefined && storedAsJson.has(kind); }) };
}

/** The stored rows against a replay of their events, both ways, and each row against the digest its last event holds. One record in memory at a time. */
function replayed(db: ReadDb, progress?: Progress): { state: VerificationCheck; digests: VerificationCheck } {
  const wrong: string[] = [];
  const undigested: string[] = [];
  let rowsSeen = 0;
  let digestsSeen = 0;
  const total = registerKeys.reduce((n, r) => n + numberOf(db, `SELECT COALESCE(MAX(id), 0) FROM ${r}`), 0);
  for (const register of registerKeys) {
    if (wrong.length >= MOST) break;
    const spec = registerOf(register);
    const { names, at: placeOf, json } = columnsOf(register);
    const [idAt, numberAt, revisionAt, correctionsAt] = ['id', 'number', 'revision', 'corrections'].map((n) => placeOf.get(n) ?? -1) as [number, number, number, number];
    const events = walk<[number, number, string, string | null]>(db, 'SELECT record, revision, body, iif(digest IS NULL, NULL, lower(hex(digest))) FROM event WHERE register = ? ORDER BY record, id', register);
    const rows = walk<unknown[]>(db, `SELECT ${names.join(', ')} FROM ${register} ORDER BY id`);
    const replay = new Array<unknown>(names.length);
    // One object for all rows: each gets every name anew.
    const record: Record<string, unknown> = {};
    try {
      let event = events.next();
      let row = rows.next();
      while ((event.done !== true || row.done !== true) && wrong.length < MOST) {
        const stored = row.done === true ? Infinity : (row.value[idAt] as number);
        const told = event.done === true ? Infinity : event.value[0];
        const id = Math.min(stored, told);
        const called = `${spec.title}第 ${id} 条`;
        replay.fill(null);
        replay[idAt] = id;
        let strangers: Map<string, unknown> | null = null;
        let last: string | null = null;
        let digested = false;
        let revision = 0;
        let corrections = 0;
        while (event.done !== true && event.value[0] === id) {
          const [, at, text, digest] = event.value;
          const body = bodyOf(text);
          if (body.set !== undefined) {
            revision++;
            if (at !== revision) wrong.push(`${called}的变动次序不连续。`);
            if (revision === 1) replay[numberAt] = body.number ?? null;
            if (body.correction === true) corrections++;
            for (const name of Object.keys(body.set)) {
              const place = placeOf.get(name);
              if (place === undefined) (strangers ??= new Map()).set(name, body.set[name]);
              else replay[place] = body.set[name] ?? null;
            }
            last = digest;
            digested = true;
          } else if (digest !== null) wrong.push(`${called}有一条没有内容的事件带着校验值。`);
          event = events.next();
        }
        if (stored !== id || row.done === true) {
          wrong.push(`${called}有事件而没有登记。`);
          continue;
        }
        rowsSeen++;
        if (!digested) wrong.push(`${called}没有事件。`);
        else {
          replay[revisionAt] = revision;
          replay[correctionsAt] = corrections;
          let fits = strangers === null || [...strangers.values()].every((v) => v === null);
          for (let i = 0; i < names.length; i++) {
            const raw = row.value[i];
            const value = raw !== null && json[i] === true && typeof raw === 'string' ? (JSON.parse(raw) as unknown) : raw;
            record[names[i] ?? ''] = value;
            if (!same(replay[i], value)) fits = false;
          }
          if (!fits) wrong.push(`${called}与其经过不符。`);
          digestsSeen++;
          if (undigested.length < MOST && last !== digestOfText(canonicalInOrder(record, names)).toString('hex')) undigested.push(`${called}与其校验值不符。`);
        }
        if (rowsSeen % EVERY === 0) progress?.('state', rowsSeen, total);
        row = rows.next();
      }
    } finally {
      events.return(undefined);
      rows.return(undefined);
    }
  }
  // From name to name in the index, not from event to event.
  const named = all(db, 'WITH RECURSIVE r (register) AS (SELECT MIN(register) FROM event UNION ALL SELECT (SELECT MIN(register) FROM event WHERE register > r.register) FROM r WHERE register IS NOT NULL) SELECT register FROM r WHERE register IS NOT NULL').map((r) => String(r['register']));
  wrong.push(...named.filter((n) => !(registerKeys as readonly string[]).includes(n)).map((n) => `有不属于任何台账的事件（${n}）。`));
  return {
    state: { name: 'state', nameZh: '登记与其经过', ok: wrong.length === 0, counted: rowsSeen, findings: wrong.slice(0, MOST) },
    digests: { name: 'digests', nameZh: '逐条校验值', ok: undigested.length === 0, counted: digestsSeen, findings: undigested },
  };
}

/** Numbers run from 1 without gap in each series and year, and no further than the counter stands (P037). */
function numbering(db: ReadDb): VerificationCheck {
  const findings: string[] = [];
  const series = new Map<string, { count: number; last: number }>();
  let counted = 0;
  for (const register of registerKeys) {
    if (registerOf(register).series === null) continue;
    for (const number of db.prepare(`SELECT number FROM ${register}`).pluck().iterate() as IterableIterator<string>) {
      const m = /^([A-Z]{2})-(\d{4})-(\d+)$/.exec(number);
      counted++;
      if (m === null) {
        if (findings.length < MOST) findings.push(`${number} 不是本机编号的写法。`);
        continue;
      }
      const key = `${m[1] ?? ''}-${m[2] ?? ''}`;
      const run = series.get(key) ?? { count: 0, last: 0 };
      run.count++;
      run.last = Math.max(run.last, Number(m[3]));
      series.set(key, run);
    }
  }
  for (const row of all(db, 'SELECT series, year, last FROM counter')) {
    const key = `${String(row['series'])}-${String(row['year'])}`;
    const run = series.get(key) ?? { count: 0, last: 0 };
    if (run.count !== row['last'] || run.last !== row['last']) findings.push(`${key} 编到 ${String(row['last'])} 号，实有 ${run.count} 条，末号 ${run.last}。`);
    series.delete(key);
  }
  for (const key of series.keys()) findings.push(`${key} 有登记而没有编号记录。`);
  return { name: 'numbering', nameZh: '编号连续', ok: findings.length === 0, counted, findings: findings.slice(0, MOST) };
}

/** The word index is derived and can be built again; it is counted only. */
function searchIndex(db: ReadDb): VerificationCheck {
  const tables = all(db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%~_search' ESCAPE '~'`).map((r) => String(r['name']));
  return { name: 'search', nameZh: '查找索引', ok: true, counted: tables.reduce((n, t) => n + numberOf(db, `SELECT count(*) FROM ${t}_docsize`), 0), findings: [] };
}

/**
 * Everything the books can prove about themselves without the file beneath them (page MACs are scanned outside, in another process).
 * In: a desk, or a copy opened for verification; `structure: 'elsewhere'` when another process asks SQLite about the same file at the
 * same time (`proveCopy`): then the check `integrity` is missing here, and the caller puts that answer beside this one.
 * Out: a verdict, each check with what was counted and at most 20 findings in Chinese, and the head of the chain. Reads only; memory
 * stays bounded. `progress` is called every 20,000 lines.
 */
export function verifyBooks(desk: Pick<ReadDesk, 'db' | 'trailKey' | 'generation'>, o: { progress?: Progress; structure?: 'elsewhere' } = {}): Verification {
  const { db } = desk;
  const structure = o.structure === 'elsewhere' ? null : structureOf(db);
  const checks: VerificationCheck[] = [...(structure === null ? [] : [integrity(structure)]), foreignKeys(db, structure?.loose ?? [])];
  const { chain, events, head } = trail(desk, o.progress);
  const { state, digests } = replayed(db, o.progress);
  checks.push(chain, events, state, digests, numbering(db), sealedPages(db), searchIndex(db));
  return { ok: checks.every((c) => c.ok), checks, chain: head };
}

export const verify: Query<'verify'> = (a) => verifyBooks(a);
