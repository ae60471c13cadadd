import type { QueryInput } from '#shared/contract/queries.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { docNumberSpellings, sameAs } from '#shared/typedNumbers.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, one } from '../vault/read.ts';
import { searchQuestion, soundsOf } from '../vault/searchTerms.ts';
import type { Query } from './define.ts';

/** Where the values of each field stand in the books. */
const homes: Readonly<Record<QueryInput<'suggest'>['field'], readonly (readonly [RegisterKey, string])[]>> = {
  issuer: [['receipts', 'issuer'], ['carriers', 'issuer']], custodian: [['carriers', 'custodian'], ['persons', 'name']], place: [['carriers', 'home'], ['carriers', 'place']], person: [['persons', 'name']], department: [['persons', 'department'], ['computers', 'department']],
  computer: [['computers', 'assetNumber']], docNumber: [['receipts', 'docNumber'], ['carriers', 'docNumber']], title: [['receipts', 'title'], ['carriers', 'title']], room: [['computers', 'room']],
};

/** So many of the newest records that carry the words speak for what is used most. */
const LOOKED = 400;
const plain = (text: string): string => [...text.normalize('NFKC').toLowerCase()].filter((c) => /[\p{L}\p{N}]/u.test(c)).join('');

function* values(db: ReadDb, register: RegisterKey, column: string, question: string | null): Generator<string> {
  const words = question !== null && one(db, 'SELECT 1 FROM sqlite_schema WHERE name = ?', `${register}_search`) !== undefined;
  const rows = words
    ? all(db, `SELECT ${column} AS v FROM ${register} WHERE id IN (SELECT rowid FROM ${register}_search WHERE ${register}_search MATCH ? ORDER BY rowid DESC LIMIT ${LOOKED})`, question)
    : all(db, `SELECT ${column} AS v FROM ${register} ORDER BY id DESC LIMIT ${LOOKED}`);
  for (const row of rows) if (typeof row['v'] === 'string') yield row['v'];
}

/**
 * Completions of a field by characters anywhere in it or pinyin initials. Out: texts, those that begin with what was typed first,
 * then the most used, then the newest.
 */
export const suggest: Query<'suggest'> = ({ db }, input) => {
  const typed = plain(input.text);
  const question = typed === '' ? null : searchQuestion(input.text);
  const found = new Map<string, number>();
  for (const [register, column] of homes[input.field]) for (const v of values(db, register, column, question)) found.set(v, (found.get(v) ?? 0) + 1);
  const letters = /^[a-z]+$/.test(typed);
  const rank = (v: string): number => {
    const text = plain(v);
    const sounds = letters ? soundsOf(v) : [];
    if (text.startsWith(typed) || sounds.some((s) => s.startsWith(typed))) return 2;
    return text.includes(typed) || sounds.some((s) => s.includes(typed)) ? 1 : 0;
  };
  return [...found].map(([text, times], i) => ({ text, times, rank: typed === '' ? 1 : rank(text), i })).filter((x) => x.rank > 0).sort((x, y) => y.rank - x.rank || y.times - x.times || x.i - y.i).slice(0, input.limit).map((x) => x.text);
};

/** Records that bear the same 文号 with whatever brackets, and the same 份号 when one is given. */
export const duplicates: Query<'receipt.duplicates'> = ({ db }, input) => {
  const wanted = sameAs(input.docNumber);
  const question = wanted === '' ? null : searchQuestion(input.docNumber.replace(/\s+/g, ''));
  // Spelled alike, the index of the column answers; only other spellings need the words.
  const spelled = docNumberSpellings(input.docNumber);
  const exact = (register: 'receipts' | 'carriers', columns: string) => all(db, `SELECT ${columns} FROM ${register} WHERE docNumber IN (${spelled.map(() => '?').join(', ')}) AND state IS NOT 'withdrawn' ORDER BY id DESC LIMIT ${LOOKED}`, ...spelled);
  const byWords = (register: 'receipts' | 'carriers', columns: string) => (question === null ? [] : all(db, `SELECT ${columns} FROM ${register} WHERE id IN (SELECT rowid FROM ${register}_search WHERE ${register}_search MATCH ? ORDER BY rowid DESC LIMIT ${LOOKED}) AND state IS NOT 'withdrawn' ORDER BY id DESC`, question)).filter((r) => sameAs(String(r['docNumber'] ?? '')) === wanted);
  const same = (register: 'receipts' | 'carriers', columns: string) => {
    const found = exact(register, columns);
    return found.length > 0 ? found : byWords(register, columns);
  };
  const receipts = same('receipts', 'id, number, docNumber, receivedOn, copySerials').map((r) => ({ register: 'receipts', number: r['number'], id: r['id'], receivedOn: r['receivedOn'], copySerial: r['copySerials'] }));
  const carriers = same('carriers', 'id, number, docNumber, receivedOn, copySerial').map((r) => ({ register: 'carriers', number: r['number'], id: r['id'], receivedOn: r['receivedOn'], copySerial: r['copySerial'] }));
  if (input.copySerial === undefined) return { duplicates: [...receipts, ...carriers] };
  const serial = input.copySerial.trim();
  return { duplicates: carriers.filter((c) => c.copySerial === serial) };
};
