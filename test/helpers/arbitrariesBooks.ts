import { createHash, createHmac } from 'node:crypto';
import { all } from '#electron/vault/read.ts';
import { storedAsJson } from '#shared/registers/fields.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Desk } from './desk.ts';

type Row = Record<string, unknown>;

/** Every register line and every counter, as text: two equal texts mean that nothing has changed but the trail. */
export function contentOf(desk: Desk): string {
  return JSON.stringify([...registerKeys.map((k) => all(desk.db, `SELECT * FROM ${k} ORDER BY id`)), all(desk.db, 'SELECT * FROM counter ORDER BY series, year')]);
}

export const entriesOf = (desk: Desk): unknown[][] => all(desk.db, 'SELECT entry FROM audit ORDER BY seq').map((r) => JSON.parse(r['entry'] as string) as unknown[]);
export const trailLength = (desk: Desk): number => all(desk.db, 'SELECT COUNT(*) AS n FROM audit')[0]?.['n'] as number;

/** The digest of a row, worked out here and not by the product: fields in order, empty ones left out. */
function digest(row: Row): string {
  const kept = Object.keys(row).sort().filter((n) => row[n] !== null && row[n] !== undefined).map((n) => [n, typeof row[n] === 'string' ? row[n].normalize('NFC') : row[n]]);
  return createHash('sha256').update(JSON.stringify(kept)).digest('hex');
}

function parsed(register: RegisterKey, row: Row): Row {
  const { fields } = registerOf(register);
  return Object.fromEntries(Object.entries(row).map(([n, v]) => {
    const kind = fields[n]?.kind;
    return [n, kind !== undefined && storedAsJson.has(kind) && typeof v === 'string' ? JSON.parse(v) as unknown : v];
  }));
}

/**
 * What must hold whatever was tried. Out: every breach as a sentence; empty when the books are whole.
 * The chain, the digests, the replay of events into rows, the numbers without gaps, the moves of states, one holder for what is out.
 */
export function breaches(desk: Desk): string[] {
  const found: string[] = [];
  const events = all(desk.db, 'SELECT * FROM event ORDER BY id');
  const bySeq = new Map<number, Row[]>();
  for (const e of events) bySeq.set(e['seq'] as number, [...(bySeq.get(e['seq'] as number) ?? []), e]);

  let prev = '0'.repeat(64);
  let last = '';
  const trail = all(desk.db, 'SELECT * FROM audit ORDER BY seq');
  trail.forEach((row, i) => {
    const text = row['entry'] as string;
    const entry = JSON.parse(text) as unknown[];
    const hash = createHmac('sha256', desk.trailKey).update(text).digest('hex');
    if (row['seq'] !== i + 1 || entry[1] !== i + 1) found.push(`entry ${i + 1} has another number`);
    if (hash !== (row['hash'] as Buffer).toString('hex')) found.push(`entry ${i + 1} is not hashed as written`);
    if (entry.at(-1) !== prev) found.push(`entry ${i + 1} does not continue the one before`);
    if (String(entry[2]) < last) found.push(`entry ${i + 1} is earlier than the one before`);
    last = String(entry[2]);
    prev = hash;
    const own = bySeq.get(i + 1) ?? [];
    const sum = createHash('sha256');
    for (const e of own) sum.update(JSON.stringify([e['register'], e['record'], e['revision'], e['kind'], e['body'], (e['digest'] as Buffer | null)?.toString('hex') ?? null]));
    if (entry[13] !== (own.length === 0 ? null : sum.digest('hex'))) found.push(`entry ${i + 1} does not bind its events`);
    bySeq.delete(i + 1);
  });
  if (bySeq.size > 0) found.push('events without entry');

  const replayed = new Map<string, Row>();
  for (const e of events) {
    const register = e['register'] as RegisterKey;
    const key = `${register}/${String(e['record'])}`;
    const body = JSON.parse(e['body'] as string) as { number?: string | null; set?: Row; correction?: boolean };
    // A leader's 'refused' on an approval moves it; a refused act moves nothing and has no digest.
    if (e['digest'] === null) {
      if (e['kind'] !== 'refused' || body.set !== undefined) found.push(`${key}: event ${String(e['id'])} has no digest`);
      continue;
    }
    const before = replayed.get(key);
    const { field, moves } = registerOf(register).states;
    if (before === undefined) {
      replayed.set(key, { id: e['record'], number: body.number ?? null, corrections: 0, ...Object.fromEntries(Object.keys(registerOf(register).fields).map((n) => [n, null])), ...body.set, revision: e['revision'] });
    } else {
      const to = body.set?.[field];
      if (to !== undefined && to !== before[field] && moves[String(before[field])]?.includes(String(to)) !== true && e['kind'] !== 'import_withdrawn') found.push(`${key}: ${String(before[field])} moved to ${String(to)}`);
      if (e['revision'] !== (before['revision'] as number) + 1) found.push(`${key}: a revision is left out`);
      replayed.set(key, { ...before, ...body.set, revision: e['revision'], corrections: (before['corrections'] as number) + (body.correction === true ? 1 : 0) });
    }
    if (digest(replayed.get(key) ?? {}) !== (e['digest'] as Buffer).toString('hex')) found.push(`${key}: event ${String(e['id'])} has another digest`);
  }

  for (const register of registerKeys) {
    const rows = all(desk.db, `SELECT * FROM ${register} ORDER BY id`).map((r) => parsed(register, r));
    for (const row of rows) {
      const key = `${register}/${String(row['id'])}`;
      if (digest(replayed.get(key) ?? {}) !== digest(row)) found.push(`${key} is not what its events say`);
      replayed.delete(key);
    }
    const numbers = rows.map((r) => r['number']).filter((n): n is string => typeof n === 'string');
    const series = new Map<string, number[]>();
    for (const n of numbers) {
      const [prefix = '', year = '', count = ''] = n.split('-');
      series.set(`${prefix}-${year}`, [...(series.get(`${prefix}-${year}`) ?? []), Number(count)]);
    }
    for (const [name, counts] of series) if (counts.some((c, i) => c !== i + 1)) found.push(`${name} has gaps: ${counts.join(' ')}`);
  }
  if (replayed.size > 0) found.push(`events of records that are not there: ${[...replayed.keys()].join(' ')}`);

  for (const c of all(desk.db, 'SELECT * FROM carriers')) {
    const out = all(desk.db, `SELECT COUNT(*) AS n FROM loans WHERE carrier = ? AND state = 'out'`, c['id'])[0]?.['n'] as number;
    const steps = all(desk.db, `SELECT COUNT(*) AS n FROM circulationSteps WHERE carrier = ? AND state = 'out'`, c['id'])[0]?.['n'] as number;
    const notebooks = all(desk.db, `SELECT COUNT(*) AS n FROM notebooks WHERE carrier = ? AND state = 'out'`, c['id'])[0]?.['n'] as number;
    const held = c['state'] === 'lent' || c['state'] === 'reading' || c['state'] === 'circulating' || c['state'] === 'carried_out' || (c['state'] === 'in_use' && notebooks === 1);
    // An outsider who reads in the archive has a name and stands in no ledger.
    // So has who is named by an old register and has left the unit long ago.
    const old = all(desk.db, `SELECT 1 FROM loans WHERE carrier = ? AND state = 'out' AND importBatch IS NOT NULL UNION ALL SELECT 1 FROM notebooks WHERE carrier = ? AND state = 'out' AND importBatch IS NOT NULL`, c['id'], c['id']).length === 1;
    const somebody = c['holder'] !== null || ((c['state'] === 'reading' || old) && c['holderName'] !== null);
    if (held !== somebody && c['state'] !== 'missing') found.push(`${String(c['number'])} is ${String(c['state'])} and held by ${String(c['holderName'])}`);
    if (out > 1 || (out === 1) !== (c['state'] === 'lent')) found.push(`${String(c['number'])} is ${String(c['state'])} with ${out} open loans`);
    if (steps > 1 || (steps === 1) !== (c['state'] === 'circulating')) found.push(`${String(c['number'])} is ${String(c['state'])} with ${steps} readers of a circulation`);
    if (notebooks > 1 || (notebooks === 1 && c['state'] !== 'in_use')) found.push(`${String(c['number'])} is ${String(c['state'])} and issued as a notebook`);
    if (c['custodian'] === null || c['place'] === null) found.push(`${String(c['number'])} has no keeper or no place`);
  }
  return found;
}
