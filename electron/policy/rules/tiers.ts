import { personnelClasses } from '#shared/registers/people.ts';
import { deny, LAW } from '../question.ts';
import type { Question, Rule } from '../question.ts';

const tiers = ['core', 'important', 'general'] as const;
type Tier = (typeof tiers)[number];
const isTier = (x: unknown): x is Tier => tiers.includes(x as Tier);
const inWords = (list: readonly string[]): string => tiers.filter((t) => list.includes(t)).map((t) => personnelClasses[t]).join('、');

/** The class that the act would give a person, or with which it would put him on post. */
function tierOf(q: Question): unknown {
  if (q.command === 'person.register') return q.input['personnelClass'];
  if (q.command === 'person.activate') return q.facts.person?.personnelClass;
  return q.facts.record?.register === 'persons' ? (q.input['set'] as Readonly<Record<string, unknown>>)['personnelClass'] : null;
}

/** Classes of classified persons: three by law, of which a unit may use fewer (C14). */
export const tierRules: readonly Rule[] = [
  {
    id: 'P223', titleZh: '涉密等级按本单位使用的等级', matrix: ['P223'], outcome: 'deny', source: { seed: 'C14；001-C 5；002-H 35', law: `${LAW}第四十三条第一款` }, parameters: ['person.tierScheme', 'person.tiersInUse'], commands: ['person.register', 'person.activate', 'record.correct'],
    sentenceZh: '涉密人员分核心、重要、一般；本单位不用的等级不确定给任何人。',
    judge: (q) => {
      const tier = tierOf(q);
      const used = q.profile.list('person.tiersInUse');
      if (!isTier(tier) || used.includes(tier)) return null;
      return deny(`不得确定为${personnelClasses[tier]}。本单位只用${inWords(used)}，依据${LAW}第四十三条和本单位制度（规则 P223）。`, '请改涉密等级；确需使用这一等级的，请安全保密管理员先变更“本单位使用的涉密等级”。');
    },
  },
  {
    id: 'P223-U', titleZh: '在用的涉密等级不能停用', matrix: ['P223'], outcome: 'deny', source: { seed: 'C14' }, parameters: ['person.tiersInUse'], commands: ['policy.change'],
    sentenceZh: '还有人员的涉密等级不能停用，先调整人员等级。',
    judge: (q) => {
      const { key, value } = q.input;
      if (key !== 'person.tiersInUse' || !Array.isArray(value)) return null;
      const left = (q.facts.tiersHeld ?? []).filter((t) => isTier(t) && !value.includes(t));
      return left.length === 0 ? null : deny(`不得变更。台账中还有${inWords(left)}涉密人员（规则 P223）。`, '请先调整这些人员的涉密等级，或保留这一等级。');
    },
  },
];
