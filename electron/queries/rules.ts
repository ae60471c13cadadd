import { parameterOf, parameters } from '../policy/parameters.ts';
import type { Parameter, Profile } from '../policy/parameters.ts';
import { dueRules } from '../policy/due.ts';
import { ruleBook } from '../policy/rules/index.ts';
import type { Level } from '#shared/levels.ts';
import type { Query } from './define.ts';

/** What the list needs to know of the terminal; the command line lists the rules of a vault that is not open. */
export type Standing = Readonly<{ level: Level | null; profile: Profile }>;

function resolved(a: Standing, key: string) {
  const p: Parameter | undefined = parameterOf(key);
  if (p === undefined) return { key, value: null, default: null, unit: '', source: '' };
  const value = key === 'terminal.level' ? a.level : a.profile.get(key);
  return { key, titleZh: p.titleZh, value, default: p.default, ...(p.min === undefined ? {} : { min: p.min }), ...(p.max === undefined ? {} : { max: p.max }), ...(p.allowed === undefined ? {} : { allowed: p.allowed }), unit: p.unit, source: p.source, bound: p.bound };
}

/** Due rules that have no line of their own in the rule book are told here, so that every list of the day can be looked up. */
const alone: Readonly<Record<string, { sentenceZh: string; matrix: readonly string[]; source: { seed?: string; law?: string } }>> = {
  P089: { sentenceZh: '复制件到期收回。', matrix: ['P089'], source: { seed: '003-14 4' } },
  'PAPER-APPROVAL': { sentenceZh: '纸面审批单打印两日没有录入结果的列入今日。', matrix: ['P411'], source: { seed: '（产品规定）' } },
  'APPROVAL-WAITING': { sentenceZh: '待审批的申请列入审批领导的今日。', matrix: ['P411'], source: { seed: '（产品规定）' } },
  'L005-A': { sentenceZh: '报请定密满十个工作日没有答复的提醒催办。', matrix: ['P006'], source: { law: '《实施条例》（2024）第二十五条' } },
  P233: { sentenceZh: '按涉密等级定期复审。', matrix: ['P233'], source: { seed: 'C17', law: '《实施条例》（2024）第五十条' } },
  P255: { sentenceZh: '在岗人员没有签订保密承诺书的列入今日。', matrix: ['P255'], source: { seed: '002-N 11' } },
  P313: { sentenceZh: '脱密期将满的提前提醒。', matrix: ['P313'], source: { law: '《保守国家秘密法》（2024）第四十六条' } },
  'L040-R': { sentenceZh: '审计记录定期核验，出具审计报告。', matrix: ['P410'], source: { law: '（二手）' } },
  CALENDAR: { sentenceZh: '按工作日计算的期限用当年的放假安排；下一年的安排没有载入的，年底前提醒补充，此前只按周末推算。', matrix: ['P056'], source: { seed: '（产品规定）' } },
  'VIOLATION-REVIEW': { sentenceZh: '违规登记由安全审计员阅处。', matrix: ['P411'], source: { seed: '004-4（三）' } },
};

/** The rule book with the organisation's values in it, then the due rules that stand outside it. Shape: cli.md. */
export function listRules(a: Standing) {
  const book = ruleBook.map((r) => ({
    id: r.id, titleZh: r.titleZh, matrix: r.matrix, outcome: r.outcome, source: r.source, parameters: r.parameters.map((key) => resolved(a, key)), commands: typeof r.commands === 'string' ? [r.commands] : [...r.commands], sentenceZh: r.sentenceZh,
    ...(dueRules.some((d) => d.id === r.id) ? { due: true } : {}), ...(r.checklistOnly === undefined ? {} : { checklistOnly: r.checklistOnly }),
  }));
  const known = new Set(book.map((r) => r.id));
  const more = dueRules.filter((d) => !known.has(d.id)).map((d) => ({
    id: d.id, titleZh: d.titleZh, matrix: alone[d.id]?.matrix ?? [d.id], outcome: 'due' as const, source: alone[d.id]?.source ?? {}, parameters: parameters.filter((p) => p.rules.includes(d.id)).map((p) => resolved(a, p.key)), commands: [], sentenceZh: alone[d.id]?.sentenceZh ?? d.titleZh, due: true,
  }));
  return [...book, ...more];
}

export const rules: Query<'rules'> = (a) => listRules({ level: a.terminal.level, profile: a.profile });

