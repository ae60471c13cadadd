import { narrow } from '../parts/typed.ts';

const rowsOf = (text: string): string[] => text.split(/\n|；|;/u).map((row) => row.trim()).filter((row) => row !== '');

/** 分发表 as typed, one recipient a line: `示例省青岭厅 2`, `规划科×1份`. What cannot be read goes as typed, so that the refusal names the field. */
export function readDistribution(text: string): unknown {
  const lines = rowsOf(text).map((row) => /^(.+?)[\s×xX＊*，,：:]+(\d{1,5})\s*份?$/u.exec(row.replace(/[０-９]/gu, (d) => narrow(d))));
  return lines.some((m) => m === null) ? text : lines.map((m) => ({ recipient: (m?.[1] ?? '').trim(), copies: Number(m?.[2]) }));
}

/** 会签 as typed, one signature a line: `科室负责人 申屠核 2026-11-19`; the day may be left out. */
export function readSignatures(text: string): unknown {
  const lines = rowsOf(text).map((row) => /^(\S+)[\s：:]+(\S+?)(?:\s+(\d{4}-\d{2}-\d{2}))?$/u.exec(row));
  return lines.some((m) => m === null) ? text : lines.map((m) => ({ role: m?.[1] ?? '', name: m?.[2] ?? '', ...(m?.[3] === undefined ? {} : { on: m[3] }) }));
}

/** The lines of a stored list, to be shown: 示例省青岭厅 2 份、规划科 1 份. */
export function distributionZh(list: unknown): string {
  if (!Array.isArray(list)) return '';
  return (list as { recipient?: unknown; copies?: unknown }[]).map((l) => `${String(l.recipient ?? '')} ${String(l.copies ?? '')} 份`).join('、');
}
