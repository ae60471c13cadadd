import { levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { carrierStates, heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { numberOfDigits } from '#shared/labels.ts';
import { searchedFields } from '#shared/registers/define.ts';
import { isRegisterKey, registerKeys, registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { docNumberSpellings, numberTyped, packed, sameAs } from '#shared/typedNumbers.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, heldSql, inHandsSql, numberOf, one, recordById } from '../vault/read.ts';
import { searchQuestion } from '../vault/searchTerms.ts';
import { whereIs } from './carrier.ts';
import type { Query } from './define.ts';
import { shown } from './shown.ts';
import { tallyOf } from './tally.ts';

/** Where the search box looks, in the order of the groups. */
const places: readonly RegisterKey[] = ['carriers', 'persons', 'receipts', 'computers', 'approvals', 'loans', 'circulations', 'notebooks', 'incidents', 'violations', 'refusals', 'copies', 'readings', 'usageLogs', 'usageBooks',
  'dispatches', 'productions', 'consignments', 'classifications', 'archiveUses', 'trips', 'recalls', 'stocktakes', 'destructions', 'handovers', 'telegrams', 'checks', 'cabinets', 'explanations', 'prints', 'imports'];

/** Second line of a hit, by register. */
const details: Partial<Record<RegisterKey, readonly string[]>> = {
  carriers: ['docNumber', 'copySerial'], receipts: ['docNumber', 'issuer', 'receivedOn'], persons: ['department', 'post', 'personnelClass'], computers: ['room', 'custodian', 'filingNumber'],
  approvals: ['commandZh', 'requestedBy'], loans: ['carrierNumber', 'borrowerName', 'dueOn'], circulations: ['carrierNumber', 'docNumber', 'routedBy', 'dueOn'], notebooks: ['carrierNumber', 'department', 'dueOn'], refusals: ['askedBy', 'refusedBy'], readings: ['carrierNumber', 'readerName', 'how'], incidents: ['kind', 'carrierNumber', 'discoveredBy'], violations: ['kind', 'carrierNumber', 'person'],
  copies: ['carrierNumber', 'quantity', 'operator'], usageLogs: ['computerNumber', 'userName', 'startedAt'], usageBooks: ['year', 'sessions'], prints: ['purpose', 'printedBy'], imports: ['register', 'importedBy'],
};

export type Hit = Readonly<{ register: RegisterKey; id: number; number: string | null; titleZh: string; detailZh: string; level: Level | null; state: string | null; stateZh: string | null }>;

function hitOf(db: ReadDb, register: RegisterKey, record: AnyRecord, today: string): Hit {
  const spec = registerOf(register);
  const named = (f: string): unknown => (f === 'register' && typeof record[f] === 'string' && isRegisterKey(record[f]) ? registerOf(record[f]).title : shown(db, register, f, record[f]));
  const words = (details[register] ?? []).map(named).filter((v) => v !== null && v !== '').map(String);
  const state = (record[spec.states.field] ?? null) as string | null;
  const stateZh = register === 'carriers' && state !== null ? carrierStates[state as CarrierState] : (shown(db, register, spec.states.field, state) as string | null);
  const level = spec.levelField === null ? null : (record[spec.levelField] as Level | null);
  const base = { register, id: record.id, number: record.number, titleZh: String(record[spec.name] ?? record.number ?? '').slice(0, 120), level, state, stateZh };
  const marked = level === null ? [] : [levelZh[level]];
  // “Where is it, who has it” is what a carrier is looked up for: the hit begins with the answer. Of a person: how many are in hand.
  if (register === 'carriers') return { ...base, detailZh: [whereIs({ db, today }, record as unknown as RecordOf<'carriers'>), ...words, ...marked].join(' · ') };
  const inHand = register === 'persons' ? numberOf(db, `SELECT count(*) FROM carriers WHERE ${inHandsSql} AND +state IN ${heldSql}`, record.id, record['name']) : 0;
  return { ...base, detailZh: [...(inHand === 0 ? [] : [`现持载体 ${inHand} 件`]), ...words, ...marked, ...(stateZh === null ? [] : [stateZh])].join(' · ') };
}

/** Numbers a typed text may stand for: as typed, whole, without its series, or the tail of this year's and last year's. */
function exactNumbers(text: string, register: RegisterKey, today: string): string[] {
  const spec = registerOf(register);
  if (spec.series === null) return [];
  const tidy = packed(text).toUpperCase();
  const out = [tidy];
  const whole = numberTyped(text) ?? numberOfDigits(tidy);
  if (whole !== null) out.push(whole);
  const series = register === 'receipts' ? ['SW', 'PW'] : [spec.series];
  const year = Number(today.slice(0, 4));
  const tail = /^(?:([A-Z]{2})-?)?(?:((?:19|20)\d{2})-)?(\d{1,7})$/.exec(tidy);
  if (tail !== null) for (const y of tail[2] === undefined ? [year, year - 1] : [tail[2]]) for (const s of series) if (tail[1] === undefined || tail[1] === s) out.push(`${s}-${y}-${(tail[3] ?? '').padStart(spec.digits, '0')}`);
  return [...new Set(out)];
}

/** Columns besides the number by which people name a record exactly, each with an index. */
const calls: Partial<Record<RegisterKey, readonly string[]>> = { carriers: ['oldNumber', 'docNumber'], receipts: ['docNumber'], dispatches: ['docNumber'], persons: ['name'], computers: ['assetNumber'] };

/** So many records of one exact name are looked at, so that one still held is not hidden by newer ones that are closed. */
const NAMESAKES = 50;

function exact(db: ReadDb, register: RegisterKey, text: string, today: string): number[] {
  const found: number[] = [];
  for (const number of exactNumbers(text, register, today)) {
    const row = one(db, `SELECT id FROM ${register} WHERE number = ?`, number);
    if (row !== undefined) found.push(row['id'] as number);
  }
  for (const column of calls[register] ?? []) {
    const spelled = column === 'docNumber' ? docNumberSpellings(text) : [...new Set([text, text.replace(/\s+/g, '')])];
    for (const row of all(db, `SELECT id FROM ${register} WHERE ${column} IN (${spelled.map(() => '?').join(', ')}) ORDER BY id DESC LIMIT ${NAMESAKES}`, ...spelled)) found.push(row['id'] as number);
  }
  return found;
}

const gone: readonly string[] = ['withdrawn', 'cancelled', 'void'];

/** How far a state is behind: 0 in hand or under way, 1 closed, 2 withdrawn. People look for what is there. */
function behind(register: RegisterKey, state: string): 0 | 1 | 2 {
  if (gone.includes(state)) return 2;
  if (register === 'carriers') return heldStates.includes(state as CarrierState) ? 0 : 1;
  if (register === 'persons') return state === 'left' ? 1 : 0;
  return (registerOf(register).states.moves[state] ?? []).every((to) => to === state || gone.includes(to)) ? 1 : 0;
}

/** The newest records with the words are weighed by their state as far down as here; older ones come in when these are few. */
const WEIGHED = 1000;
/** Of so many of the newest the name is compared with what was typed. */
const COMPARED = 60;

/** Ids that carry the words, those in hand before closed ones, each kind newest first; `named` are those whose name is just what was typed. */
function withWords(db: ReadDb, register: RegisterKey, question: string, text: string, most: number): { named: number[]; rest: number[] } {
  const spec = registerOf(register);
  const tally = tallyOf(db, register);
  const states = Object.keys(spec.fields[spec.states.field]?.of ?? {});
  const best = Math.min(2, ...states.map((s) => behind(register, s)));
  const kinds: [number[], number[], number[]] = [[], [], []];
  const newest: number[] = [];
  let seen = 0;
  for (const id of db.prepare(`SELECT rowid FROM ${register}_search WHERE ${register}_search MATCH ? ORDER BY rowid DESC LIMIT ${WEIGHED}`).pluck().iterate(question) as IterableIterator<number>) {
    const kind = kinds[behind(register, tally.stateAt(id) ?? '')];
    if (kind.length < most) kind.push(id);
    if (newest.length < COMPARED) newest.push(id);
    seen += 1;
    if (seen >= COMPARED && (kinds[best]?.length ?? 0) >= most) break;
  }
  const wanted = sameAs(text);
  const named = newest.length === 0 ? [] : all(db, `SELECT id, ${spec.name} AS name FROM ${register} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`, JSON.stringify(newest)).filter((r) => typeof r['name'] === 'string' && sameAs(r['name']) === wanted).map((r) => r['id'] as number);
  return { named, rest: kinds.flat() };
}

/**
 * The search box: exact number, 文号 in any spelling or name first, then words, pinyin initials, one character; what is in hand before
 * what is closed, newest first.
 * Out: groups by kind of record with at most `limit` hits each; only registers this role may open.
 */
export const search: Query<'search'> = ({ db, actor, today }, input) => {
  const text = input.text.trim().normalize('NFC');
  if (text === '') return { groups: [] };
  const question = searchQuestion(text);
  const groups = places.filter((r) => registerKeys.includes(r) && actor.roles.some((role) => registerOf(r).readers.includes(role))).map((register) => {
    const words = question === null || searchedFields(registerOf(register)).length === 0 ? { named: [], rest: [] } : withWords(db, register, question, text, input.limit);
    const tally = tallyOf(db, register);
    const certain = [...new Set([...exact(db, register, text, today), ...words.named])].map((id) => ({ id, rank: behind(register, tally.stateAt(id) ?? '') })).sort((a, b) => a.rank - b.rank || b.id - a.id).map(({ id }) => id);
    const hits = [...new Set([...certain, ...words.rest])].slice(0, input.limit).map((id) => recordById(db, register, id)).filter((r) => r !== null);
    return { kind: register, titleZh: registerOf(register).record, certain: certain.length, hits: hits.map((r) => hitOf(db, register, r as unknown as AnyRecord, today)) };
  }).filter((g) => g.hits.length > 0);
  // A record named exactly comes before everything that only mentions the words.
  return { groups: groups.map((g, i) => ({ g, i })).sort((a, b) => Number(b.g.certain > 0) - Number(a.g.certain > 0) || a.i - b.i).map(({ g: { certain: _certain, ...g } }) => g) };
};
