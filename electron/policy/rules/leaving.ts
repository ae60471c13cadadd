import { personnelClasses } from '#shared/registers/people.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addMonths, dayOf } from '#shared/time.ts';
import { parameterOf } from '../parameters.ts';
import { deny, LAW, REG, warn } from '../question.ts';
import type { Finding, Question, Rule } from '../question.ts';

type Tier = RecordOf<'persons'>['personnelClass'];

/** Months of the 脱密期 for a class, as the unit has set them; null for who has none to sit out. */
export const coolingMonths = (q: Question, tier: Tier): number | null => (tier === null || tier === 'none' ? null : q.profile.number(`coolingOff.months.${tier}`));

/** The period as it would stand after the act; null when the act says nothing about it. */
function wanted(q: Question): { tier: Tier; from: string | null; until: string | null } | null {
  const day = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  if (q.command === 'person.leavePost') return { tier: q.facts.person?.personnelClass ?? null, from: day(q.input['coolingOffFrom']) ?? dayOf(q.happenedAt), until: day(q.input['coolingOffUntil']) };
  if (q.facts.record?.register !== 'persons') return null;
  const p = q.facts.record.value as RecordOf<'persons'>;
  const set = q.input['set'] as Readonly<Record<string, unknown>>;
  // What an old ledger says of those who have left long ago may be put right; a running period may not be shortened that way.
  if (p.status !== 'cooling_off' || !('coolingOffFrom' in set || 'coolingOffUntil' in set)) return null;
  return { tier: p.personnelClass, from: 'coolingOffFrom' in set ? day(set['coolingOffFrom']) : p.coolingOffFrom, until: 'coolingOffUntil' in set ? day(set['coolingOffUntil']) : p.coolingOffUntil };
}

/** A correction may not take away what a running period already was. */
function weakened(q: Question, until: string | null, from: string | null): Finding | null {
  if (q.command !== 'record.correct') return null;
  const p = q.facts.record?.value as RecordOf<'persons'>;
  const lost = (until === null && p.coolingOffUntil !== null) || (from === null && p.coolingOffFrom !== null);
  return lost ? deny(`不得更正。${p.name ?? ''}正在脱密期内，起止日期不能去掉，依据${LAW}第四十六条（规则 P305）。`, '请填写正确的起止日期。') : null;
}

/** Group 2.16, as far as the register of persons reaches. */
export const leavingRules: readonly Rule[] = [
  {
    id: 'P304', titleZh: '脱密期自离岗起算', matrix: ['P304'], outcome: 'deny', source: { seed: '000-5（二）；002-H 38', law: `${LAW}第四十六条；${REG}第五十三条` }, parameters: [], commands: ['person.leavePost'],
    sentenceZh: '脱密期自离岗之日起算，不得早于离岗的日期。',
    judge: (q) => {
      const from = q.input['coolingOffFrom'] as string | undefined;
      const off = dayOf(q.happenedAt);
      if (from === undefined || from >= off) return null;
      return deny(`不得登记。脱密期起于 ${from}，早于离岗的 ${off}，依据${LAW}第四十六条（规则 P304）。`, '请改脱密期起；离岗确在以前的，填写发生时间和补登原因。');
    },
  },
  {
    id: 'P305', titleZh: '脱密期按涉密等级', matrix: ['P305', 'P306'], outcome: 'deny', source: { seed: 'C01', law: `${LAW}第四十六条；${REG}第五十三条` }, parameters: ['coolingOff.months.core', 'coolingOff.months.important', 'coolingOff.months.general'], commands: ['person.leavePost', 'record.correct'],
    sentenceZh: '脱密期按核心、重要、一般分别计算，不得短于本单位规定的月数；长于上限的写明批准文号。',
    judge: (q) => {
      const period = wanted(q);
      if (period === null) return null;
      const { tier, from, until } = period;
      const gone = weakened(q, until, from);
      const months = coolingMonths(q, tier);
      if (gone !== null || months === null || tier === null || from === null || until === null) return gone;
      const least = addMonths(from, months);
      const verb = q.command === 'record.correct' ? '不得更正' : '不得登记';
      if (until < least) return deny(`${verb}。${personnelClasses[tier]}涉密人员脱密期不少于 ${months} 个月，自 ${from} 起应至 ${least}，填写的是 ${until}，依据${LAW}第四十六条和本单位制度（规则 P305）。`, `请改为 ${least} 或以后；不填即按制度参数计算。`);
      const max = parameterOf(`coolingOff.months.${tier}`)?.max;
      if (max === undefined || until <= addMonths(from, max)) return null;
      return warn(`脱密期至 ${until}，超过${personnelClasses[tier]}涉密人员一般的 ${max} 个月（规则 P305）。`, '延长须经单位负责人批准，请写明批准文号。');
    },
  },
];
