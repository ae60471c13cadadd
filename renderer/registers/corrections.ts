import type { Field } from '#shared/registers/fields.ts';
import { correctableFields } from '#shared/registers/define.ts';
import type { Register } from '#shared/registers/define.ts';
import type { Entry } from '../app/answers.ts';
import { viewOf } from './fieldViews.tsx';

export type Typed = Readonly<Record<string, string>>;

/** The correctable fields as they are typed when the form opens. */
export function startOf(spec: Register, entry: Entry): Typed {
  return Object.fromEntries(correctableFields(spec).map((name) => [name, editOf(spec.fields[name])?.start(entry.values[name]) ?? '']));
}

const editOf = (field: Field | undefined) => (field === undefined ? null : viewOf(field).edit);

/**
 * What the form would change. Out: `set`, only fields whose stored value differs, and `wrong`, fields whose text says nothing
 * sensible. A field put back to its old wording is no change.
 */
export function changesOf(spec: Register, entry: Entry, typed: Typed, today: string): { set: Record<string, never>; wrong: string[] } {
  const set: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const name of correctableFields(spec)) {
    const field = spec.fields[name];
    const edit = editOf(field);
    if (field === undefined || edit === null) continue;
    const text = typed[name] ?? '';
    if (text === edit.start(entry.values[name])) continue;
    const value = edit.read(text, field, today);
    if (value === undefined || !field.schema.safeParse(value).success) wrong.push(name);
    else if (JSON.stringify(value) !== JSON.stringify(entry.values[name] ?? null)) set[name] = value;
  }
  return { set: set as Record<string, never>, wrong };
}

/** A stored value in the words that are struck through. */
export const typedWords = (field: Field, value: unknown, today: string): string => {
  const words = viewOf(field).words({ field, value, today });
  return words === '—' ? '空' : words;
};
