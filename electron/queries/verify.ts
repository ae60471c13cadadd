import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { eventsDigest, readEntry } from '../commands/trail.ts';
import { canonical, digestOfText } from '../vault/canonical.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, numberOf, toRecord } from '../vault/read.ts';
import { verifyChain } from './chain.ts';
import type { Progress } from './chain.ts';
import type { Query, ReadDesk } from './define.ts';
import { bodyOf } from './revisions.ts';

export type VerificationCheck = Readonly<{ name: string; nameZh: string; ok: boolean; counted: number; findings: readonly string[] }>;
export type Verification = Readonly<{ ok: boolean; checks: readonly VerificationCheck[]; chain: Readonly<{ seq: number; hash: string }> }>;

const MOST = 20;
const EVERY = 20_000;

type EventRow = { id: number; seq: number; register: string; record: number; revision: number; kind: string; body: string; digest: Buffer | null };
const eventRow = (r: readonly unknown[]): EventRow => ({ id: r[0] as number, seq: r[1] as number, register: r[2] as string, record: r[3] as number, revision: r[4] as number, kind: r[5] as string, body: r[6] as string, digest: r[7] as Buffer | null });

const walk = <T>(db: ReadDb, sql: string, ...bound: unknown[]): Iterator<T> => db.prepare(sql).raw().iterate(...bound) as unknown as Iterator<T>;

function integrity(db: ReadDb): VerificationCheck {
  const rows = db.prepare('PRAGMA integrity_check(20)').pluck().all() as string[];
  const findings = rows.filter((r) => r !== 'ok').map((r) => `存储结构有损：${r}。`);
  return { name: 'integrity', nameZh: '存储结构', ok: findings.length === 0, counted: numberOf(db, 'PRAGMA page_count'), findings };
}

function foreignKeys(db: ReadDb): VerificationCheck {
  const findings: string[] = [];
  let counted = 0;
  const loose = db.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number }[];
  findings.push(...loose.slice(0, MOST).map((r) => `${r.table} 第 ${r.rowid} 条指向不存在的登记。`));
  // References between registers are kept by the house, not by the store: each is looked up here.
  for (const register of registerKeys) {
    for (const [name, field] of Object.entries(registerOf(register).fields)) {
      if (field.kind !== 'ref' || field.register === undefined || !registerKeys.includes(field.register as RegisterKey)) continue;
      counted += numberOf(db, `SELECT count(${name}) FROM ${register}`);
      for (const row of all(db, `SELECT r.id FROM ${register} r WHERE r.${name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${field.register} t WHERE t.id = r.${name}) LIMIT ${MOST}`)) findings.push(`${registerOf(register).title}第 ${String(row['id'])} 条的${field.label}指向不存在的登记。`);
    }
  }
  return { name: 'foreignKeys', nameZh: '登记之间的引用', ok: findings.length === 0, counted, findings: findings.slice(0, MOST) };
}

/** Entries bind the events of their act: both lists are walked side by side, so that neither can lack or gain a line. */
function eventsBound(db: ReadDb, progress?: Progress): VerificationCheck {
  const findings: string[] = [];
  const entries = walk<[number, string]>(db, 'SELECT seq, entry FROM audit ORDER BY seq');
  const events = walk<unknown[]>(db, 'SELECT id, seq, register, record, revision, kind, body, digest FROM event ORDER BY id');
  const total = numberOf(db, 'SELECT COALESCE(MAX(id), 0) FROM event');
  let counted = 0;
  let expected = 1;
  try {
    // Inside, so that a page that cannot be read closes both walks: an open one would keep the store from closing.
    let next = events.next();
    for (let e = entries.next(); e.done !== true && findings.length < MOST; e = entries.next()) {
      const [seq, text] = e.value;
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
    }
    if (next.done !== true && findings.length < MOST) findings.push(`第 ${String(next.value[0])} 条及以后的事件没有对应的审计记录。`);
  } finally {
    entries.return?.();
    events.return?.();
  }
  return { name: 'events', nameZh: '审计记录与事件', ok: findings.length === 0, counted, findings };
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
    const names = ['id', 'number', 'revision', 'corrections', ...Object.keys(spec.fields)];
    const events = walk<[number, number, string, string, Buffer | null]>(db, 'SELECT record, revision, kind, body, digest FROM event WHERE register = ? ORDER BY record, id', register);
    const rows = walk<unknown[]>(db, `SELECT ${names.join(', ')} FROM ${register} ORDER BY id`);
    try {
      let event = events.next();
      let row = rows.next();
      while ((event.done !== true || row.done !== true) && wrong.length < MOST) {
        const stored = row.done === true ? Infinity : (row.value[0] as number);
        const told = event.done === true ? Infinity : event.value[0];
        const id = Math.min(stored, told);
        const called = `${spec.title}第 ${id} 条`;
        const replay: Record<string, unknown> = { id };
        let last: Buffer | null = null;
        let digested = false;
        let revision = 0;
        let corrections = 0;
        while (event.done !== true && event.value[0] === id) {
          const [, at, , text, digest] = event.value;
          const body = bodyOf(text);
          if (body.set !== undefined) {
            revision++;
            if (at !== revision) wrong.push(`${called}的变动次序不连续。`);
            if (revision === 1) replay['number'] = body.number ?? null;
            if (body.correction === true) corrections++;
            Object.assign(replay, body.set);
            last = digest;
            digested = true;
          } else if (digest !== null) wrong.push(`${called}有一条没有内容的事件带着校验值。`);
          event = events.next();
        }
        if (stored !== id || row.done === true) {
          wrong.push(`${called}有事件而没有登记。`);
          continue;
        }
        const values: Record<string, unknown> = {};
        row.value.forEach((v, i) => { values[names[i] ?? ''] = v; });
        const record = toRecord(register, values) as unknown as Record<string, unknown>;
        rowsSeen++;
        if (!digested) wrong.push(`${called}没有事件。`);
        else {
          const text = canonical(record);
          if (canonical({ ...replay, revision, corrections }) !== text) wrong.push(`${called}与其经过不符。`);
          digestsSeen++;
          if (undigested.length < MOST && last?.equals(digestOfText(text)) !== true) undigested.push(`${called}与其校验值不符。`);
        }
        if (rowsSeen % EVERY === 0) progress?.('state', rowsSeen, total);
        row = rows.next();
      }
    } finally {
      events.return?.();
      rows.return?.();
    }
  }
  const strangers = all(db, `SELECT DISTINCT register FROM event WHERE register NOT IN (${registerKeys.map(() => '?').join(', ')}) LIMIT 5`, ...registerKeys);
  wrong.push(...strangers.map((r) => `有不属于任何台账的事件（${String(r['register'])}）。`));
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
 * In: a desk, or a copy opened for verification. Out: a verdict, each check with what was counted and at most 20 findings in Chinese,
 * and the head of the chain. Reads only; memory stays bounded. `progress` is called every 20,000 lines.
 */
export function verifyBooks(desk: Pick<ReadDesk, 'db' | 'trailKey' | 'generation'>, progress?: Progress): Verification {
  const { db } = desk;
  const total = numberOf(db, 'SELECT COALESCE(MAX(seq), 0) FROM audit');
  const checks: VerificationCheck[] = [integrity(db), foreignKeys(db)];
  const chain = verifyChain(desk, { total, ...(progress === undefined ? {} : { progress }) });
  checks.push({ name: 'chain', nameZh: '审计链', ok: chain.findings.length === 0, counted: chain.counted, findings: chain.findings });
  checks.push(eventsBound(db, progress));
  const { state, digests } = replayed(db, progress);
  checks.push(state, digests, numbering(db), searchIndex(db));
  return { ok: checks.every((c) => c.ok), checks, chain: { seq: chain.seq, hash: chain.hash } };
}

export const verify: Query<'verify'> = (a) => verifyBooks(a);
