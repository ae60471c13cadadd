import { levels, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { Field } from '#shared/registers/fields.ts';
import { storedAsJson } from '#shared/registers/fields.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import type { Issue } from '#shared/result.ts';
import { addDays, toInstant } from '#shared/time.ts';
import { Refused } from './define.ts';
import type { Tally } from './tally.ts';

/** A piece of a WHERE clause: only names of the definition are in the text, every value is bound. */
export type Piece = Readonly<{ field: string; text: string; bound: readonly unknown[] }>;

/** A filter, split into what the tally answers (state, level, corrections) and what needs the rows. */
export type Sieve = Readonly<{ quick: ((tally: Tally, id: number) => boolean) | null; quickPieces: readonly Piece[]; pieces: readonly Piece[] }>;

type Span = { from?: string | number | undefined; to?: string | number | undefined; contains?: string | undefined; some?: boolean | undefined };
type Want = { kind: 'any'; of: readonly (string | number | null)[] } | { kind: 'span'; span: Span };

const own = ['id', 'number', 'revision', 'corrections'] as const;
const scalar = (v: unknown): v is string | number => typeof v === 'string' || typeof v === 'number';

/** Reads one condition of the filter language; null when it is none. */
function wantOf(raw: unknown): Want | null {
  if (raw === null || scalar(raw)) return { kind: 'any', of: [raw] };
  if (typeof raw === 'boolean') return { kind: 'any', of: raw ? [1] : [0, null] };
  if (Array.isArray(raw)) return raw.length > 0 && raw.length <= 2000 && raw.every((v) => v === null || scalar(v)) ? { kind: 'any', of: raw as (string | number | null)[] } : null;
  const given = raw as Record<string, unknown>;
  const { from, to, contains, some, ...rest } = given;
  const bad = Object.keys(rest).length > 0 || Object.keys(given).length === 0 || (from !== undefined && !scalar(from)) || (to !== undefined && !scalar(to)) || (contains !== undefined && typeof contains !== 'string') || (some !== undefined && typeof some !== 'boolean');
  return bad ? null : { kind: 'span', span: { from: from as Span['from'], to: to as Span['to'], contains: contains as Span['contains'], some: some as Span['some'] } };
}

/** today, yesterday, tomorrow, +90, -30 → a day; anything else stays what it is. */
export function dayWord(value: string | number, today: string): string | number {
  if (typeof value !== 'string') return value;
  if (value === 'today') return today;
  if (value === 'yesterday') return addDays(today, -1);
  if (value === 'tomorrow') return addDays(today, 1);
  return /^[+-]\d{1,5}$/.test(value) ? addDays(today, Number(value)) : value;
}

const isDay = (v: unknown): v is string => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v);
const startOf = (day: string): string => toInstant(`${day}T00:00:00`);

function spanPieces(field: string, kind: Field['kind'] | 'own', span: Span, today: string): Omit<Piece, 'field'>[] {
  const pieces: Omit<Piece, 'field'>[] = [];
  const timed = kind === 'day' || kind === 'instant';
  const bound = (v: string | number): string | number => (timed ? dayWord(v, today) : v);
  if (span.from !== undefined) {
    const v = bound(span.from);
    pieces.push({ text: `${field} >= ?`, bound: [kind === 'instant' && isDay(v) ? startOf(v) : v] });
  }
  if (span.to !== undefined) {
    const v = bound(span.to);
    // A day as upper end of a moment means the whole day.
    if (kind === 'instant' && isDay(v)) pieces.push({ text: `${field} < ?`, bound: [startOf(addDays(v, 1))] });
    else pieces.push({ text: `${field} <= ?`, bound: [v] });
  }
  if (span.contains !== undefined) pieces.push({ text: `${field} LIKE ? ESCAPE '\\'`, bound: [`%${span.contains.normalize('NFC').replace(/[\\%_]/g, (c) => `\\${c}`)}%`] });
  if (span.some !== undefined) pieces.push({ text: span.some ? `${field} IS NOT NULL` : `${field} IS NULL`, bound: [] });
  return pieces;
}

function anyPiece(field: string, kind: Field['kind'] | 'own', of: readonly (string | number | null)[], today: string): Omit<Piece, 'field'> {
  const timed = kind === 'day' || kind === 'instant';
  const values = of.filter((v): v is string | number => v !== null).map((v) => (timed ? dayWord(v, today) : v));
  const none = of.includes(null) ? [`${field} IS NULL`] : [];
  const json = kind !== 'own' && storedAsJson.has(kind);
  const texts: string[] = [];
  const bound: unknown[] = [];
  if (json && values.length > 0) {
    texts.push(`EXISTS (SELECT 1 FROM json_each(${field}) WHERE value IN (SELECT value FROM json_each(?)))`);
    bound.push(JSON.stringify(values));
  } else if (kind === 'instant') {
    for (const v of values) {
      texts.push(isDay(v) ? `(${field} >= ? AND ${field} < ?)` : `${field} = ?`);
      bound.push(...(isDay(v) ? [startOf(v), startOf(addDays(v, 1))] : [v]));
    }
  } else if (kind === 'flag' && values.length === 1 && (values[0] === 0 || values[0] === 1)) {
    // Written out, so that SQLite sees that an index of only those with the flag set will do.
    texts.push(`${field} = ${values[0]}`);
  } else if (values.length === 1) {
    texts.push(`${field} = ?`);
    bound.push(values[0]);
  } else if (values.length > 1) {
    texts.push(`${field} IN (${values.map(() => '?').join(', ')})`);
    bound.push(...values);
  }
  return { text: `(${[...texts, ...none].join(' OR ')})`, bound };
}

/** Levels a span covers: 秘密 up to 机密 is an order of protection, not of letters. */
const levelsIn = (span: Span): Level[] => levels.filter((l) => (span.from === undefined || rankOf(l) >= rankOf(span.from as Level)) && (span.to === undefined || rankOf(l) <= rankOf(span.to as Level)));

/**
 * Reads filters of the language in shared/registers/define.ts; all of them must hold.
 * Throws Refused (invalid) with the path of every condition that names an unknown field or cannot be read.
 */
export function sieveOf(register: RegisterKey, filters: readonly Readonly<Record<string, unknown>>[], today: string): Sieve {
  const spec = registerOf(register);
  const issues: Issue[] = [];
  const pieces: Piece[] = [];
  const quickPieces: Piece[] = [];
  const tests: ((tally: Tally, id: number) => boolean)[] = [];
  for (const filter of filters) {
    for (const [name, raw] of Object.entries(filter)) {
      const known = Object.hasOwn(spec.fields, name);
      const kind = known ? (spec.fields[name]?.kind ?? 'own') : 'own';
      if (!known && !(own as readonly string[]).includes(name)) {
        issues.push({ path: `filter.${name}`, messageZh: `${spec.title}没有“${name}”这一项。请按台账各栏筛选。` });
        continue;
      }
      let want = wantOf(raw);
      if (want === null) {
        issues.push({ path: `filter.${name}`, messageZh: `“${known ? (spec.fields[name]?.label ?? name) : name}”的筛选写法不对。请写一个值、一组值，或起止范围。` });
        continue;
      }
      if (kind === 'level' && want.kind === 'span' && (want.span.from !== undefined || want.span.to !== undefined)) want = { kind: 'any', of: levelsIn(want.span) };
      const made: Piece[] = want.kind === 'any' ? [{ field: name, ...anyPiece(name, kind, want.of, today) }] : spanPieces(name, kind, want.span, today).map((p) => ({ field: name, ...p }));
      const of = want.kind === 'any' ? new Set<string | number | null>(want.of) : null;
      const { span } = want.kind === 'span' ? want : { span: null };
      if (name === spec.states.field && of !== null) {
        tests.push((t, id) => of.has(t.stateAt(id)));
        quickPieces.push(...made);
      } else if (name === spec.levelField && of !== null) {
        tests.push((t, id) => of.has(t.levelAt(id)));
        quickPieces.push(...made);
      } else if (name === 'corrections' && span !== null && span.to === undefined && span.contains === undefined && span.some === undefined && typeof span.from === 'number' && span.from < 255) {
        const { from } = span;
        tests.push((t, id) => t.correctionsAt(id) >= from);
        quickPieces.push(...made);
      } else pieces.push(...made);
    }
  }
  if (issues.length > 0) throw new Refused(invalid(...issues));
  return { quick: tests.length === 0 ? null : (t, id) => tests.every((test) => test(t, id)), quickPieces, pieces };
}

/** `WHERE …` of pieces and of further texts that bind nothing of their own names. Empty when there is nothing to demand. */
export function whereOf(pieces: readonly Piece[], more: readonly string[] = []): string {
  const texts = [...pieces.map((p) => p.text), ...more];
  return texts.length === 0 ? '' : ` WHERE ${texts.join(' AND ')}`;
}
export const boundOf = (pieces: readonly Piece[]): unknown[] => pieces.flatMap((p) => [...p.bound]);
