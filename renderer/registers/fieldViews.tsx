import type { ReactNode } from 'react';
import { levels, levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { Field, FieldKind } from '#shared/registers/fields.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import { personnelClasses } from '#shared/registers/people.ts';
import { dayOf, readDay, readTime, shortDay, shortMoment, timeOf } from '../ui/days.ts';
import { LevelMark } from '../ui/LevelMark.tsx';

// How a field of any kind is shown, spelled and typed. A kind without an entry does not compile.

type Shown = Readonly<{ field: Field; value: unknown; today: string }>;

export type FieldView = Readonly<{
  /** In a cell or among the facts. */
  show: (shown: Shown) => ReactNode;
  /** As plain words: struck old values, screen readers, printing lists. */
  words: (shown: Shown) => string;
  /** Pixels a column needs at 100 %. */
  width: number;
  align?: 'right';
  /** How it is typed while being corrected; null: only its own act changes it. */
  edit: null | Readonly<{
    box: 'line' | 'long' | 'day' | 'choice' | 'flag' | 'names';
    start: (value: unknown) => string;
    /** What was typed as a stored value; undefined when it says nothing sensible. */
    read: (typed: string, field: Field, today: string) => unknown;
  }>;
}>;

const none = '—';
const asText = (value: unknown): string => (value === null || value === undefined || value === '' ? none : String(value));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isLevel = (value: unknown): value is Level => (levels as readonly unknown[]).includes(value);
const lineEdit = { box: 'line', start: (v: unknown) => (v === null || v === undefined ? '' : String(v)), read: (typed: string) => (typed.trim() === '' ? null : typed.trim().normalize('NFC')) } as const;

// Texts that a book copies from another place as a code; a person reads the word.
const coded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  涉密等级: personnelClasses,
  台账: Object.fromEntries(registerKeys.map((key) => [key, registerOf(key).title])),
  设置: { organisation: '单位名称', department: '部门', terminalNumber: '终端编号', backupFolder: '备份位置', secondAnchorFolder: '第二锚点位置' },
};
const decoded = ({ field, value }: Shown): string => (typeof value === 'string' && Object.hasOwn(coded[field.label] ?? {}, value) ? (coded[field.label]?.[value] ?? value) : asText(value));

const plain = (width: number): FieldView => ({ show: decoded, words: decoded, width, edit: lineEdit });

export const fieldViews = {
  text: plain(120),
  note: { ...plain(180), edit: { ...lineEdit, box: 'long' } },
  day: {
    show: ({ value, today }) => (typeof value === 'string' ? shortDay(value, today) : none),
    words: ({ value }) => asText(value),
    width: 92,
    edit: { box: 'day', start: lineEdit.start, read: (typed, _field, today) => (typed.trim() === '' ? null : (/^\d{4}-\d{2}$/.test(typed.trim()) ? typed.trim() : readDay(typed, today)) ?? undefined) },
  },
  instant: {
    show: ({ value, today }) => (typeof value === 'string' ? shortMoment(value, today) : none),
    words: ({ value, today }) => (typeof value === 'string' ? shortMoment(value, today) : none),
    width: 116,
    edit: {
      box: 'line',
      start: (value) => (typeof value === 'string' ? localMoment(value) : ''),
      read: (typed, _field, today) => readMoment(typed, today),
    },
  },
  count: {
    show: ({ value }) => (typeof value === 'number' ? (value >= 10_000 ? value.toLocaleString('en-US') : String(value)) : none),
    words: ({ value }) => asText(value),
    width: 70,
    align: 'right',
    edit: { box: 'line', start: lineEdit.start, read: (typed) => (typed.trim() === '' ? null : /^\d+$/.test(typed.normalize('NFKC').trim()) ? Number(typed.normalize('NFKC')) : undefined) },
  },
  flag: {
    show: ({ value }) => (value === 1 ? '是' : value === 0 ? '否' : none),
    words: ({ value }) => (value === 1 ? '是' : value === 0 ? '否' : none),
    width: 64,
    edit: { box: 'flag', start: (value) => (value === 1 ? '1' : value === 0 ? '0' : ''), read: (typed) => (typed === '' ? null : Number(typed)) },
  },
  choice: {
    show: ({ value, field }) => choiceWord(field, value),
    words: ({ value, field }) => choiceWord(field, value),
    width: 90,
    edit: { box: 'choice', start: lineEdit.start, read: (typed) => (typed === '' ? null : typed) },
  },
  level: {
    show: ({ value }) => (isLevel(value) ? <LevelMark level={value} /> : none),
    words: ({ value }) => (isLevel(value) ? levelZh[value] : none),
    width: 122,
    edit: null,
  },
  names: {
    show: ({ value }) => list(value).join('、') || none,
    words: ({ value }) => list(value).join('、') || none,
    width: 140,
    edit: { box: 'names', start: (value) => list(value).join('、'), read: (typed) => (typed.trim() === '' ? null : typed.split(/[、，,;；\s]+/u).map((n) => n.trim().normalize('NFC')).filter((n) => n !== '')) },
  },
  ids: { show: ({ value }) => (list(value).length === 0 ? none : `${list(value).length} 件`), words: ({ value }) => (list(value).length === 0 ? none : `${list(value).length} 件`), width: 70, edit: null },
  ref: { show: ({ value }) => asText(value), words: ({ value }) => asText(value), width: 80, edit: null },
  json: { show: ({ value }) => jsonWords(value), words: ({ value }) => jsonWords(value), width: 140, edit: null },
} as const satisfies Record<FieldKind, FieldView>;

/** The values a field chooses from, also where a book copied the code as text; undefined when anything may stand there. */
export const choicesOf = (field: Field): Readonly<Record<string, string>> | undefined => (field.kind === 'choice' ? field.of : field.kind === 'text' && Object.hasOwn(coded, field.label) ? coded[field.label] : undefined);

/** The view of a field, as generic code wants it. A copied code is chosen from its list like the original. */
export const viewOf = (field: Field): FieldView => (field.kind === 'text' && choicesOf(field) !== undefined ? { ...fieldViews.text, edit: fieldViews.choice.edit } : fieldViews[field.kind]);

/** For machines to compare, or said already by the field beside it: no line among the facts. */
export const unread: ReadonlySet<string> = new Set(['command', 'binding', 'digest', 'sha256', 'fileDigest', 'chainHash', 'requester', 'periodForm']);

function choiceWord(field: Field, value: unknown): string {
  if (value === null || value === undefined) return none;
  return field.of?.[String(value)] ?? String(value);
}

type PrintedPage = Readonly<{ page: number; digest: string; sealed?: boolean }>;
const isPage = (value: unknown): value is PrintedPage => typeof value === 'object' && value !== null && 'page' in value && 'digest' in value && typeof value.digest === 'string';
/** Pages of a continuation print by number and the beginning of their digest. */
const pagesWords = (value: unknown): string | null =>
  Array.isArray(value) && value.length > 0 && value.every(isPage) ? value.map((p) => `第 ${p.page} 页 ${p.digest.slice(0, 4).toUpperCase()}-${p.digest.slice(4, 8).toUpperCase()}…${p.sealed === true ? '' : '（未满）'}`).join('，') : null;
const jsonWords = (value: unknown): string => pagesWords(value) ?? (value === null || value === undefined ? none : Array.isArray(value) && value.every((v) => typeof v === 'string') ? value.join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value));

function localMoment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${dayOf(at)} ${timeOf(at)}`;
}

/** `1120 0931`, `2026-11-20 09:31` or `0931` (today) as a stored moment; null when empty, undefined when unreadable. */
export function readMoment(typed: string, today: string): string | null | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  const parts = text.split(/[\sT]+/);
  const time = readTime(parts.at(-1) ?? '');
  const day = parts.length === 1 ? today : readDay(parts.slice(0, -1).join(' '), today);
  if (time === null || day === null) return undefined;
  const at = new Date(`${day}T${time}:00+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
