import { levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { carrierStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { numberOfDigits } from '#shared/labels.ts';
import { searchedFields } from '#shared/registers/define.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, one, recordById, toRecord } from '../vault/read.ts';
import { searchQuestion } from '../vault/searchTerms.ts';
import { whereIs } from './carrier.ts';
import type { Query } from './define.ts';
import { shown } from './shown.ts';

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
  const words = (details[register] ?? []).map((f) => shown(db, register, f, record[f])).filter((v) => v !== null && v !== '').map(String);
  const state = (record[spec.states.field] ?? null) as string | null;
  const stateZh = register === 'carriers' && state !== null ? carrierStates[state as CarrierState] : (shown(db, register, spec.states.field, state) as string | null);
  const level = spec.levelField === null ? null : (record[spec.levelField] as Level | null);
  // “Where is it, who has it” is what a carrier is looked up for: the hit answers it.
  const last = register === 'carriers' ? [whereIs({ db, today }, record as unknown as RecordOf<'carriers'>)] : stateZh === null ? [] : [stateZh];
  return { register, id: record.id, number: record.number, titleZh: String(record[spec.name] ?? record.number ?? '').slice(0, 120), detailZh: [...words, ...(level === null ? [] : [levelZh[level]]), ...last].join(' · '), level, state, stateZh };
}

/** Numbers a typed text may stand for: as typed, without blanks, the digits of a label, or the tail of this year's and last year's. */
function exactNumbers(text: string, register: RegisterKey, today: string): string[] {
  const spec = registerOf(register);
  if (spec.series === null) return [];
  const tidy = text.replace(/\s+/g, '').toUpperCase();
  const out = [tidy];
  const run = /^([A-Z]{2})-?(\d{4})-?(\d+)$/.exec(tidy);
  if (run !== null) out.push(`${run[1] ?? ''}-${run[2] ?? ''}-${(run[3] ?? '').padStart(spec.digits, '0')}`);
  const scanned = numberOfDigits(tidy);
  if (scanned?.startsWith(`${spec.series}-`) === true) out.push(scanned);
  if (/^\d{1,7}$/.test(tidy)) {
    const year = Number(today.slice(0, 4));
    for (const y of [year, year - 1]) for (const series of register === 'receipts' ? ['SW', 'PW'] : [spec.series]) out.push(`${series}-${y}-${tidy.padStart(spec.digits, '0')}`);
  }
  return [...new Set(out)];
}

/** Columns besides the number by which people name a record exactly. */
const calls: Partial<Record<RegisterKey, readonly string[]>> = { carriers: ['oldNumber', 'docNumber'], receipts: ['docNumber'], persons: ['name'], computers: ['assetNumber'] };

/** 文号 as it is kept: 示厅函〔2026〕27号, whichever brackets (〔〕［］[]()（）【】) and blanks were typed, or none. */
function docNumberOf(text: string): string {
  const tidy = text.normalize('NFKC').replace(/\s+/g, '');
  const parts = /^(\D*?)[[(【〔]?((?:19|20)\d{2})[\])】〕]?(?:第)?(\d+)号?$/.exec(tidy);
  return parts === null ? text : `${parts[1] ?? ''}〔${parts[2] ?? ''}〕${parts[3] ?? ''}号`;
}

function exact(db: ReadDb, register: RegisterKey, text: string, today: string): AnyRecord[] {
  const found: AnyRecord[] = [];
  for (const number of exactNumbers(text, register, today)) {
    const row = one(db, `SELECT * FROM ${register} WHERE number = ?`, number);
    if (row !== undefined) found.push(toRecord(register, row) as unknown as AnyRecord);
  }
  for (const column of calls[register] ?? []) for (const row of all(db, `SELECT * FROM ${register} WHERE ${column} = ? ORDER BY id DESC LIMIT 5`, column === 'docNumber' ? docNumberOf(text) : text)) found.push(toRecord(register, row) as unknown as AnyRecord);
  return found;
}

/**
 * The search box: exact number first, then words, the tail of a number, 文号 with any brackets, pinyin initials, one character.
 * Out: groups by kind of record with at most `limit` hits each, newest first; only registers this role may open.
 */
export const search: Query<'search'> = ({ db, actor, today }, input) => {
  const text = input.text.trim().normalize('NFC');
  if (text === '') return { groups: [] };
  const question = searchQuestion(text);
  const groups = places.filter((r) => registerKeys.includes(r) && actor.roles.some((role) => registerOf(r).readers.includes(role))).map((register) => {
    const hits = new Map<number, AnyRecord>();
    for (const record of exact(db, register, text, today)) hits.set(record.id, record);
    const certain = hits.size;
    if (question !== null && hits.size < input.limit && searchedFields(registerOf(register)).length > 0) {
      const ids = all(db, `SELECT rowid AS id FROM ${register}_search WHERE ${register}_search MATCH ? ORDER BY rowid DESC LIMIT ?`, question, input.limit + hits.size).map((r) => r['id'] as number);
      for (const id of ids) {
        if (hits.size >= input.limit) break;
        const record = hits.has(id) ? null : recordById(db, register, id);
        if (record !== null) hits.set(id, record as unknown as AnyRecord);
      }
    }
    return { kind: register, titleZh: registerOf(register).record, certain, hits: [...hits.values()].slice(0, input.limit).map((r) => hitOf(db, register, r, today)) };
  }).filter((g) => g.hits.length > 0);
  // A record named exactly comes before everything that only mentions the words.
  return { groups: groups.map((g, i) => ({ g, i })).sort((a, b) => Number(b.g.certain > 0) - Number(a.g.certain > 0) || a.i - b.i).map(({ g: { certain: _certain, ...g } }) => g) };
};
