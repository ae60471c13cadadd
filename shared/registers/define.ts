import { z } from 'zod';
import type { Role } from '../roles.ts';
import type { Field } from './fields.ts';

export type Fields = Readonly<Record<string, Field>>;
export type ValuesOf<F extends Fields> = { [K in keyof F]: z.output<F[K]['schema']> };

/** `{state: 'lent'}`, `{state: ['lent', 'reading']}`, `{dueOn: {to: 'today'}}`, `{note: {contains: '修'}}`, `{dueOn: null}`, `{dueOn: {some: true}}`. */
export type Condition = string | number | null | readonly (string | number)[] | Readonly<{ from?: string | number; to?: string | number; contains?: string; some?: boolean }>;
export type Filter = Readonly<Record<string, Condition>>;

export type View = Readonly<{ key: string; title: string; where: Filter }>;

export type RegisterSpec<K extends string, F extends Fields> = Readonly<{
  key: K;
  /** R01… of the mission, or null for what only the terminal itself needs. */
  id: string;
  title: string;
  /** What one line of it is called. */
  record: string;
  /** Prefix of the gap-free number, e.g. ZT → ZT-2026-00388. null: the record has no number. */
  series: string | null;
  digits: number;
  fields: F;
  list: Readonly<{ columns: readonly (keyof F & string)[]; sorts: readonly (keyof F & string)[] }>;
  views: readonly View[];
  states: Readonly<{ field: keyof F & string; moves: Readonly<Record<string, readonly string[]>> }>;
  /** Who may look into it. The auditor sees numbers and acts in the trail, never the content (P411, P414). */
  readers: readonly Role[];
  /** Field that names the record in one line. */
  name: keyof F & string;
  levelField: (keyof F & string) | null;
}>;

export type Register = RegisterSpec<string, Fields>;

/** Definitions check themselves when loaded, with messages that name the register and the field. */
export function defineRegister<const K extends string, const F extends Fields>(spec: RegisterSpec<K, F>) {
  const known = new Set(Object.keys(spec.fields));
  const bad = (what: string, field: string) => new Error(`register ${spec.key}: ${what} names the unknown field ${field}`);
  for (const f of spec.list.columns) if (!known.has(f)) throw bad('list.columns', f);
  for (const f of spec.list.sorts) if (!known.has(f)) throw bad('list.sorts', f);
  for (const view of spec.views) for (const f of Object.keys(view.where)) if (!known.has(f) && f !== 'corrections') throw bad(`view ${view.key}`, f);
  for (const own of ['id', 'number', 'revision', 'corrections']) if (known.has(own)) throw new Error(`register ${spec.key}: ${own} is given by the vault`);
  const states = spec.fields[spec.states.field];
  if (states?.kind !== 'choice') throw bad('states.field', spec.states.field);
  for (const [from, to] of Object.entries(spec.states.moves)) {
    for (const s of [from, ...to]) if (!(s in (states.of ?? {}))) throw new Error(`register ${spec.key}: move names the unknown state ${s}`);
  }
  const shape = Object.fromEntries(Object.entries(spec.fields).map(([name, f]) => [name, f.schema]));
  return { ...spec, values: z.strictObject(shape) as unknown as z.ZodType<ValuesOf<F>> };
}

/** The fields whose words the search box finds. */
export const searchedFields = (spec: Register): string[] => Object.keys(spec.fields).filter((f) => spec.fields[f]?.search === true);
/** The fields a clerk may put right with a reason. */
export const correctableFields = (spec: Register): string[] => Object.keys(spec.fields).filter((f) => spec.fields[f]?.correctable === true);
