import { outcomeZh } from '#shared/decision.ts';
import type { PolicyLine, RuleLine } from '../../app/answers.ts';

const unitZh: Readonly<Record<string, string>> = { days: '日', day: '日', months: '个月', month: '个月', years: '年', year: '年', hours: '小时', minutes: '分钟', items: '件', persons: '人', times: '次', working_days: '个工作日', workingDays: '个工作日', percent: '%', count: '', none: '', '': '' };

/** A value of a parameter as people read it. */
export function wordOf(value: unknown, unit = ''): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((v) => wordOf(v)).join('、');
  if (typeof value === 'number') return `${value.toLocaleString('zh-CN')}${unitZh[unit] ?? (unit === '' ? '' : ` ${unit}`)}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The lawful range: bounds, or the values one may choose from. */
export function rangeOf(p: PolicyLine): string {
  if (p.allowed !== undefined && p.allowed.length > 0) return p.allowed.map((a) => wordOf(a, p.unit)).join('、');
  if (p.min === undefined && p.max === undefined) return '—';
  return `${p.min === undefined ? '不限' : p.min.toLocaleString('zh-CN')}–${p.max === undefined ? '不限' : wordOf(p.max, p.unit)}`;
}

/** Who may change it. */
export function whoZh(who: string): string {
  if (/^F/i.test(who)) return '固定，不可改';
  return /H/.test(who) ? '须负责人同意' : '安全保密管理员';
}

export const isFixed = (who: string): boolean => /^F/i.test(who);
export const needsHead = (who: string): boolean => /H/.test(who);

export const outcomeWord = (r: RuleLine): string => (r.checklistOnly === true ? '检查项' : outcomeZh[r.outcome]);

/**
 * What was typed as the value a parameter takes, in the kind of its present value. Out: undefined when it is no such value.
 */
export function readValue(typed: string, like: unknown): string | number | boolean | string[] | undefined {
  const text = typed.normalize('NFKC').trim();
  if (typeof like === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (typeof like === 'boolean') return text === '是' || text === 'true' ? true : text === '否' || text === 'false' ? false : undefined;
  if (Array.isArray(like)) return text === '' ? [] : text.split(/[、，,\s]+/u).filter((s) => s !== '');
  return text === '' ? undefined : text;
}
