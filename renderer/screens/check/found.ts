import type { CheckedRule, LedgerCheck, LedgerFinding } from '../../app/answers.ts';
import type { ActField } from '../parts/fields.ts';

export const explainFields: readonly ActField[] = [{ name: 'explanation', labelZh: '说明', kind: 'long', required: true, hintZh: '写明查过什么、为什么是这样、什么时候处理完。登记再变动后须重新说明。' }];

/** Rules that found something, those with most to do first; nothing to do comes last. */
export const rulesFound = (check: LedgerCheck): CheckedRule[] => check.rules.filter((r) => r.found > 0).sort((a, b) => b.found - b.explained - (a.found - a.explained));

/** What the middle of the page lists: one rule's findings, or all; what nobody has explained comes first. */
export const findingsOf = (check: LedgerCheck, rule: string | null): LedgerFinding[] =>
  check.findings.filter((f) => rule === null || f.rule === rule).sort((a, b) => Number(a.explained !== undefined) - Number(b.explained !== undefined));

/** The verdict above the list. */
export function verdictZh(check: LedgerCheck): string {
  const left = check.rules.reduce((n, r) => n + r.found - r.explained, 0);
  const told = check.rules.reduce((n, r) => n + r.explained, 0);
  const scope = `核查 ${check.counted.rules} 项、${check.counted.lines.toLocaleString('zh-CN')} 条登记`;
  if (left === 0) return told === 0 ? `${scope}，没有发现问题。` : `${scope}，${told.toLocaleString('zh-CN')} 处都已说明。`;
  return `${scope}，有 ${left.toLocaleString('zh-CN')} 处待处理${told === 0 ? '' : `，另有 ${told.toLocaleString('zh-CN')} 处已说明`}。逐条处理，一时处理不了的按 F2 说明。`;
}

/** The answer after one finding was explained: a check of many minutes' entries need not run again for it. */
export function withExplained(check: LedgerCheck, finding: LedgerFinding, told: NonNullable<LedgerFinding['explained']>): LedgerCheck {
  const same = (f: LedgerFinding): boolean => f.rule === finding.rule && f.register === finding.register && f.record === finding.record;
  const rules = check.rules.map((r) => (r.id === finding.rule ? { ...r, explained: r.explained + 1 } : r));
  return { ...check, ok: rules.every((r) => r.found === r.explained), rules, findings: check.findings.map((f) => (same(f) ? { ...f, explained: told } : f)) };
}
