import type { z } from 'zod';
import { isRegisterKey, registerKeys, registerOf } from './registers/index.ts';
import type { RegisterKey } from './registers/index.ts';
import type { Issue } from './result.ts';

const codesZh: Readonly<Record<string, string>> = { invalid_type: '缺少或类型不对', unrecognized_keys: '多出不认识的项', too_small: '太短或太小', too_big: '太长或太大', invalid_format: '格式不对', invalid_value: '不在可选范围内', invalid_union: '不符合任何一种写法' };
/** Fields of acts that are not called as the books call them. */
const ownZh: Readonly<Record<string, string>> = { carrier: '载体', carriers: '载体', borrower: '借阅人', reader: '阅读人', readers: '阅读人', period: '保密期限', input: '办理内容', copySerials: '份号', verdict: '结果', quantity: '份数', record: '登记', revision: '第几次变动' };
/** So many choices are still read; more of them are looked up with `shoumi commands`. */
const MOST = 10;

/** What the books call a field: those of the act first, then any. Null for what only the act itself knows. */
function labelOf(field: string, register: string | null): string | null {
  const order: readonly RegisterKey[] = [...(register !== null && isRegisterKey(register) ? [register] : []), 'carriers', ...registerKeys];
  for (const key of order) {
    const { fields } = registerOf(key);
    if (Object.hasOwn(fields, field)) return fields[field]?.label ?? null;
  }
  return Object.hasOwn(ownZh, field) ? (ownZh[field] ?? null) : null;
}

function whatZh(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  const said = codesZh[issue.code] ?? '不符合要求';
  if (issue.code === 'unrecognized_keys') return `${said}：${issue.keys.join('、')}`;
  return issue.code === 'invalid_value' && issue.values.length <= MOST ? `${said}，可填 ${issue.values.map(String).join('、')}` : said;
}

/**
 * What is wrong with the shape of an input, each with its place and a sentence that names the field as the office does.
 * In: what zod found, the register the act is shown in. The same field is named once: its first problem is the one to mend.
 */
export function shapeProblems(issues: readonly z.core.$ZodIssue[], register: string | null): Issue[] {
  const found = new Map<string, Issue>();
  for (const issue of issues) {
    const path = (issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path).map(String).join('.');
    const whole = issue.path.map(String);
    const label = whole.map((part) => labelOf(part, register)).find((zh) => zh !== null) ?? (whole.length === 0 ? '输入' : whole.join('.'));
    if (!found.has(path)) found.set(path, { path, messageZh: `${label}的填写不合要求（${whatZh(issue)}）。请按说明改正。` });
  }
  return [...found.values()];
}
