import { isStateSecret, levels } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { readDay, readTime } from '../../ui/days.ts';
import type { SuggestField } from './Combo.tsx';
import { namesIn, narrow, readPeriod, tidyDocNumber } from './typed.ts';

/** Everything typed into a form of an act is text until the act is put together. */
export type Typed = Readonly<Record<string, string>>;

/** One field of an act, in the order it is filled in. The name is that of the command's input. */
export type ActField = Readonly<{
  name: string;
  labelZh: string;
  kind: 'line' | 'long' | 'day' | 'month' | 'moment' | 'count' | 'flag' | 'choice' | 'level' | 'period' | 'names' | 'refs' | 'lines' | 'docNumber';
  /** choice: code → 中文. */
  of?: Readonly<Record<string, string>>;
  suggest?: SuggestField;
  required?: boolean;
  initial?: string;
  hintZh?: string;
  /** Columns of twelve; 4 unless told. */
  span?: number;
  /** The level is part of the record even when there is none. */
  alwaysSent?: boolean;
  /** Makes of the text what the command takes, where no kind says it. */
  read?: (text: string) => unknown;
  /** Only asked for when the other fields call for it. */
  when?: (typed: Typed) => boolean;
}>;

/** The form as it opens. */
export function initialOf(fields: readonly ActField[], given: Typed = {}): Typed {
  return Object.fromEntries(fields.map((f) => [f.name, given[f.name] ?? f.initial ?? '']));
}

const isLevel = (text: string): text is Level => (levels as readonly string[]).includes(text);

/** A moment as typed: `0931` today, `1120 0931`, or ISO. What cannot be read goes as typed and is named by the refusal. */
export function readMoment(text: string, today: string): string {
  const words = narrow(text).replace('T', ' ').split(/\s+/);
  const time = readTime(words.at(-1) ?? '');
  const day = words.length === 1 ? today : readDay(words.slice(0, -1).join(' '), today);
  return time === null || day === null ? text : `${day}T${time}`;
}

function valueOf(field: ActField, typed: Typed, today: string): unknown {
  const text = (typed[field.name] ?? '').trim();
  if (field.kind === 'level') return isLevel(text) ? text : field.alwaysSent === true ? null : undefined;
  if (field.kind === 'period') return isStateSecret(isLevel(typed['level'] ?? '') ? (typed['level'] as Level) : null) ? readPeriod(text) : undefined;
  if (text === '') return undefined;
  if (field.read !== undefined) return field.read(text);
  switch (field.kind) {
    case 'count':
      // What is no number goes as typed, so that the refusal names the field instead of a silent blank.
      return /^\d+$/.test(narrow(text)) ? Number(narrow(text)) : text;
    case 'flag':
      return text === '1';
    case 'names':
    case 'refs':
    case 'lines':
      return field.kind !== 'lines' ? namesIn(text) : text.split(/\n|；|;/u).map((s) => s.trim()).filter((s) => s !== '');
    case 'moment':
      return readMoment(text, today);
    case 'docNumber':
      return tidyDocNumber(text);
    default:
      return text;
  }
}

/** The input of the command: blanks are left out, so that the terminal's own sentences name what is missing. */
export function toInput(fields: readonly ActField[], typed: Typed, today: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.when !== undefined && !field.when(typed)) continue;
    const value = valueOf(field, typed, today);
    if (value !== undefined) input[field.name] = value;
  }
  return input;
}

/** True when every field that must be filled is. */
export const isFilled = (fields: readonly ActField[], typed: Typed): boolean =>
  fields.every((f) => f.required !== true || (f.when !== undefined && !f.when(typed)) || (typed[f.name] ?? '').trim() !== '');
