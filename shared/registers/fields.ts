import { z } from 'zod';
import { dayOrMonth, isMeantDay, isRealDay } from '../time.ts';
import { levels } from '../levels.ts';

/** What a field of any kind says about itself. Screens, storage and generators ask; they never guess. */
export type Field<S extends z.ZodType = z.ZodType> = Readonly<{
  kind: FieldKind;
  label: string;
  schema: S;
  column: 'TEXT' | 'INTEGER';
  /** Words of this field are found by the search box. */
  search?: boolean;
  /** A clerk may put it right with a reason; everything else changes only by its act. */
  correctable?: boolean;
  /** choice: code → 中文. */
  of?: Readonly<Record<string, string>>;
  /** ref: register key the number belongs to. */
  register?: string;
  max?: number;
}>;

export type FieldKind = 'text' | 'note' | 'day' | 'instant' | 'count' | 'flag' | 'choice' | 'level' | 'names' | 'ids' | 'ref' | 'json';

type Options = { search?: boolean; correctable?: boolean };

/** One line of text, NFC, at most `max` characters; null when empty. */
export const text = (label: string, o: Options & { max?: number } = {}) =>
  ({ kind: 'text', label, schema: z.string().trim().min(1).max(o.max ?? 300).nullable(), column: 'TEXT', ...o }) as const satisfies Field;

/** Several lines. */
export const note = (label: string, o: Options = {}) =>
  ({ kind: 'note', label, schema: z.string().max(4000).nullable(), column: 'TEXT', ...o }) as const satisfies Field;

/** A calendar day, ISO YYYY-MM-DD; `partial` also allows YYYY-MM, as old ledgers write. */
export const day = (label: string, o: Options & { partial?: boolean } = {}) =>
  ({
    kind: 'day',
    label,
    schema: (o.partial === true ? z.string().regex(dayOrMonth).refine(isRealDay) : z.iso.date()).refine(isMeantDay).nullable(),
    column: 'TEXT',
    ...(o.search === undefined ? {} : { search: o.search }),
    ...(o.correctable === undefined ? {} : { correctable: o.correctable }),
  }) as const satisfies Field;

/** A moment, UTC ISO text. */
export const instant = (label: string, o: Options = {}) =>
  ({ kind: 'instant', label, schema: z.iso.datetime({ offset: true }).nullable(), column: 'TEXT', ...o }) as const satisfies Field;

export const count = (label: string, o: Options & { min?: number } = {}) =>
  ({ kind: 'count', label, schema: z.int().min(o.min ?? 0).max(Number.MAX_SAFE_INTEGER).nullable(), column: 'INTEGER', ...(o.correctable === undefined ? {} : { correctable: o.correctable }) }) as const satisfies Field;

/** 是 / 否, kept as 1 and 0. */
export const flag = (label: string, o: Options = {}) =>
  ({ kind: 'flag', label, schema: z.union([z.literal(0), z.literal(1)]).nullable(), column: 'INTEGER', ...o }) as const satisfies Field;

export const choice = <const T extends Readonly<Record<string, string>>>(label: string, of: T, o: Options = {}) =>
  ({
    kind: 'choice',
    label,
    of,
    schema: z.enum(Object.keys(of) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]]).nullable(),
    column: 'TEXT',
    ...o,
  }) as const satisfies Field;

export const level = (label = '密级', o: Options = {}) =>
  ({ kind: 'level', label, schema: z.enum(levels).nullable(), column: 'TEXT', ...o }) as const satisfies Field;

/** Names of persons, JSON list. */
export const names = (label: string, o: Options = {}) =>
  ({ kind: 'names', label, schema: z.array(z.string().trim().min(1).max(60)).max(2000).nullable(), column: 'TEXT', ...o }) as const satisfies Field;

/** Ids of records, JSON list. */
export const ids = (label: string, register: string) =>
  ({ kind: 'ids', label, register, schema: z.array(z.int().positive()).max(20_000).nullable(), column: 'TEXT' }) as const satisfies Field;

/** Another record, by id. */
export const ref = (label: string, register: string) =>
  ({ kind: 'ref', label, register, schema: z.int().positive().nullable(), column: 'INTEGER' }) as const satisfies Field;

/** Structured data that only code reads. */
export const json = (label: string) =>
  ({ kind: 'json', label, schema: z.json().nullable(), column: 'TEXT' }) as const satisfies Field;

/** Kinds that are stored as JSON text. */
export const storedAsJson: ReadonlySet<FieldKind> = new Set<FieldKind>(['names', 'ids', 'json']);
