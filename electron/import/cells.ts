import type { FieldValue, LedgerRow } from '#shared/import.ts';
import type { Level } from '#shared/levels.ts';

/** The cells of a row as the contract wants them. */
export type Values = Readonly<Record<string, FieldValue>>;
/** Text of a cell, at most `max` characters; undefined when blank. */
export const textOf = (v: Values, key: string, max = 300): string | undefined => {
  const value = v[key];
  const text = value === undefined ? '' : String(value).trim();
  return text === '' ? undefined : [...text].slice(0, max).join('');
};
export const dayOf = (v: Values, key: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(String(v[key] ?? '')) ? String(v[key]) : undefined);
export const dayOrMonth = (v: Values, key: string): string | undefined => (/^\d{4}-\d{2}(-\d{2})?$/.test(String(v[key] ?? '')) ? String(v[key]) : undefined);
export const count = (v: Values, key: string): number | undefined => (typeof v[key] === 'number' && Number.isInteger(v[key]) ? v[key] : undefined);
/** Leaves out what is not given. */
export const given = (o: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(o).filter(([, x]) => x !== undefined));

/** 保密期限 in the words of an old ledger → the period of the contract; blank means unmarked. */
export function periodOf(text: string | undefined, secret: boolean): Record<string, unknown> | undefined {
  if (!secret) return undefined;
  if (text === undefined) return { unmarked: true };
  const years = /^(\d{1,3})\s*年$/.exec(text);
  if (years !== null) return { years: Number(years[1]) };
  const months = /^(\d{1,3})\s*个?月$/.exec(text);
  if (months !== null) return { months: Number(months[1]) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { until: text };
  return text === '长期' ? { longTerm: true } : { condition: text };
}
export const isSecret = (level: Level | null | undefined): boolean => level !== null && level !== undefined && level !== 'internal';
export const regimeOf = (word: string): string | undefined => (word === '内部' ? 'internal' : undefined);
/** What says that a row that looks like one before it is another. */
export const doubled = (row: LedgerRow): Record<string, unknown> => (row.problems.some((p) => p.code.toLowerCase().includes('duplicate')) ? { distinctFrom: '旧台账原有两条' } : {});
/** The levels in the words of a ledger. */
export const levelOf: Readonly<Record<string, Level | null>> = { 绝密: 'top_secret', 机密: 'secret', 秘密: 'confidential', 内部: 'internal', 公开: null, '': null };

/** Kinds of carriers in the words of a ledger, the first that fits. */
export const kinds: readonly (readonly [RegExp, string])[] = [
  [/打印机硬盘|^硬盘/, 'internal_disk'], [/移动硬盘/, 'disk'], [/U盘|优盘|闪存/i, 'usb'], [/光盘|DVD|CD/i, 'optical'], [/存储卡|SD|TF/i, 'card'], [/录音带|磁带|录像带/, 'tape'], [/胶片|底片|影像/, 'film'],
  [/笔记本|便携/, 'laptop'], [/图纸|地图/, 'map'], [/保密本|笔记/, 'notebook'], [/纸|文件|资料|试卷|材料/, 'paper'],
];
export const pick = (of: readonly (readonly [RegExp, string])[], text: string | undefined): string | undefined => (text === undefined ? undefined : of.find(([pattern]) => pattern.test(text))?.[1]);
