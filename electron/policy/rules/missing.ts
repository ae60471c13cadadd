import { isStateSecret } from '#shared/levels.ts';
import { addDays, dayOf } from '#shared/time.ts';
import { enterRecord } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, LAW, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';

type Incident = NonNullable<Question['facts']['incident']>;

/** Who has to hear of a case: of an anomaly of a person the bureau above, of everything else authority and superior. */
const recipientsOf = (q: Question, i: Incident | null | undefined): readonly string[] => (i?.kind === 'anomaly' ? q.profile.list('incident.anomalyRecipient') : q.profile.list('incident.recipients'));
/** The last day of the search, when one is set: 绝密 ten days, 机密 and 秘密 sixty. */
const searchEnds = (q: Question, i: Incident): string | null =>
  (i.kind === 'missing' || i.kind === 'shortage') && i.discoveredAt !== null && isStateSecret(i.level) ? addDays(dayOf(i.discoveredAt), q.profile.number(`missing.days.${keyOfLevel(i.level)}`)) : null;
const asked = (path: string, messageZh: string) => ({ path, messageZh });

/** Group 2.12, first part: what is missing is reported and searched for, and a case ends only when it is dealt with. */
export const missingRules: readonly Rule[] = [
  { id: 'P150', titleZh: '绝密下落不明十日', matrix: ['P150'], outcome: 'due', source: { seed: '000-6 八；001-K 六', law: '自发现之日起（二手）' }, parameters: ['missing.days.topSecret'], commands: [], sentenceZh: '绝密载体自发现下落不明之日起十日未找到的，按泄密事件处理。' },
  { id: 'P151', titleZh: '机密、秘密下落不明六十日', matrix: ['P151'], outcome: 'due', source: { seed: '000-6 八；001-K 六', law: '自发现之日起（二手）' }, parameters: ['missing.days.secret', 'missing.days.confidential', 'missing.remindAtPercent'], commands: [], sentenceZh: '机密、秘密载体自发现下落不明之日起六十日未找到的，按泄密事件处理。' },
  {
    id: 'P152', titleZh: '发现即报，时钟自发现起算', matrix: ['P152'], outcome: 'warn', source: { seed: '000-6 八；003-15 六9', law: `${LAW}第四十七条` }, parameters: ['missing.remindAtPercent'], commands: ['carrier.reportMissing', 'incident.open'],
    sentenceZh: '发现下落不明立即报告；查找期限不影响报告义务。',
    judge: (q) => (q.input['reportedTo'] === undefined ? warn(`尚未填写已向谁报告。应当立即报告，依据${LAW}第四十七条（规则 P152）。`, '请写明未报告的原因；登记后二十四小时内补报告。') : null),
  },
  { id: 'P153', titleZh: '二十四小时内报告', matrix: ['P153'], outcome: 'due', source: { seed: '000-6 八；003-7 五2', law: `${REG}第六十一条第一款` }, parameters: ['incident.reportWithinHours', 'incident.recipients'], commands: [], sentenceZh: '泄密或可能泄密，二十四小时内向同级保密行政管理部门和上级主管部门报告。' },
  {
    id: 'P153-R', titleZh: '报告对象齐全', matrix: ['P153'], outcome: 'warn', source: { seed: 'C29', law: `${REG}第六十一条第一款` }, parameters: ['incident.recipients', 'incident.anomalyRecipient'], commands: ['incident.report'],
    sentenceZh: '报告对象包括同级保密行政管理部门和上级主管部门；涉密人员异常情况报上级保密行政管理部门。',
    judge: (q) => {
      const to = [q.facts.incident?.reportedTo ?? '', ...(q.input['reportedTo'] as string[])].join('、');
      const left = recipientsOf(q, q.facts.incident).filter((r) => !to.includes(r));
      return left.length === 0 ? null : warn(`报告对象还缺${left.join('、')}，依据${REG}第六十一条第一款（规则 P153）。`, '请写明何时补报。');
    },
  },
  {
    id: 'P154', titleZh: '报告写明补救措施', matrix: ['P154'], outcome: 'record', source: { seed: '001-E 4；003-6 十三', law: `${LAW}第四十七条` }, parameters: [], commands: ['incident.report'],
    sentenceZh: '报告时写明已采取的补救措施。',
    require: (q) => (q.input['remedy'] === undefined && q.facts.incident?.remedy == null ? [{ path: 'remedy', messageZh: '请填写补救措施。发现泄密或可能泄密应当立即采取补救措施（规则 P154）。' }] : []),
  },
  { id: 'P155', titleZh: '事件不得删除、不得倒填', matrix: ['P155'], outcome: 'computed', source: { seed: '003-15 六9' }, parameters: [], commands: [], sentenceZh: '事件登记不能删除；发生时间与登记时间分开记录，补登有标记。' },
  {
    id: 'P158', titleZh: '四不放过才能结案', matrix: ['P158'], outcome: 'deny', source: { seed: '000-6 九' }, parameters: ['incident.closeTests'], commands: ['incident.close'],
    sentenceZh: '原因查明、责任人处理、整改落实、人员受教育，四项齐全才能结案。',
    judge: (q) => {
      const gaps = ([['cause', '原因'], ['handled', '责任人处理'], ['corrected', '整改措施'], ['educated', '教育情况']] as const).filter(([k]) => q.input[k] === undefined && q.facts.incident?.[k] == null);
      if (gaps.length === 0) return null;
      return deny(`不得结案。还缺${gaps.map(([, t]) => t).join('、')}（四不放过，规则 P158）。`, '请补齐后结案。');
    },
  },
  {
    id: 'P162', titleZh: '任何载体下落不明都立案', matrix: ['P162'], outcome: 'effect', source: { seed: '000-1M 12' }, parameters: [], commands: ['carrier.reportMissing'],
    sentenceZh: '下落不明随报失立案，写明最后持有人和知悉情况。',
    effect: (q, planned) => {
      const c = q.facts.carrier;
      if (c === undefined) return planned;
      const found = (q.input['discoveredAt'] as string | undefined) ?? q.happenedAt;
      const reported = q.input['reportedTo'] !== undefined;
      return [...planned, enterRecord('incident', 'incidents', {
        kind: 'missing', carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, discoveredAt: found, discoveredBy: q.input['discoveredBy'], lastHolder: c.holderName ?? c.custodian, account: q.input['account'],
        internalAt: reported ? ((q.input['reportedAt'] as string | undefined) ?? q.now) : null, internalTo: reported ? q.input['reportedTo'] : null, reportedTo: reported ? q.input['reportedTo'] : null, state: 'searching',
      })];
    },
  },
  {
    id: 'DISCOVERED', titleZh: '发现时间不晚于现在', matrix: ['P152', 'P155'], outcome: 'deny', source: { seed: '000-6 八' }, parameters: [], commands: ['carrier.reportMissing', 'incident.open'],
    sentenceZh: '发现时间不得晚于登记时间。',
    judge: (q) => {
      const at = q.input['discoveredAt'] as string | undefined;
      return at !== undefined && at > q.now ? deny('不得登记。发现时间晚于现在（规则 P155）。', '请核对发现时间。') : null;
    },
  },
  {
    id: 'P155-L', titleZh: '补立的事件写明原因', matrix: ['P155'], outcome: 'warn', source: { seed: '003-15 六9；000-1M 15' }, parameters: ['incident.reportWithinHours'], commands: ['carrier.reportMissing', 'incident.open'],
    sentenceZh: '发现后超过报告时限才登记的，写明为什么没有当时登记。',
    judge: (q) => {
      const at = q.input['discoveredAt'] as string | undefined;
      const hours = q.profile.number('incident.reportWithinHours');
      if (at === undefined || at > q.now || Date.parse(q.now) - Date.parse(at) <= hours * 3_600_000) return null;
      return warn(`发现已超过 ${hours} 小时才登记，隐瞒不报本身就是违规（规则 P155）。`, '请写明没有及时登记的原因；发现时间照实填写，时钟仍从发现起算。');
    },
  },
  {
    id: 'P163', titleZh: '事件写明全部经手和知悉', matrix: ['P163'], outcome: 'effect', source: { seed: '000-1M 31' }, parameters: [], commands: ['carrier.reportMissing', 'incident.open', 'violation.record'],
    sentenceZh: '立案时从台账取出本件的经手人和知悉人，写入事件。',
    effect: (q, planned) => (q.facts.courseZh === undefined ? planned : planned.map((p) => (p.kind === 'enter' && p.register === 'incidents' ? { ...p, values: { ...p.values, chain: q.facts.courseZh } } : p))),
  },
  {
    id: 'L046', titleZh: '书面报告七项齐全', matrix: ['P153'], outcome: 'record', source: { law: `《报告泄露国家秘密事件的规定》第四条；${REG}第六十一条` }, parameters: [], commands: ['incident.report'],
    sentenceZh: '书面报告写明秘密内容和密级数量、如何发现、责任人、时间地点经过、危害、查处工作、补救措施；紧急的先口头、后书面。',
    require: (q) => {
      const i = q.facts.incident;
      if (q.input['byWord'] === true || i == null || i.kind === 'anomaly') return [];
      const gaps = [];
      if (i.title === null) gaps.push(asked('incident', '事件没有写明所涉秘密的名称。请先更正事件登记，再报告（规则 L046）。'));
      if (i.account === null && q.input['account'] === undefined) gaps.push(asked('account', '请填写如何发现。七项要素缺一不可（规则 L046）。'));
      if (q.input['responsible'] === undefined && (i.responsible ?? []).length === 0) gaps.push(asked('responsible', '请填写责任人；还没有查明的写“尚未查明”（规则 L046）。'));
      if (q.input['course'] === undefined && i.course === null) gaps.push(asked('course', '请填写时间、地点和经过（规则 L046）。'));
      if (q.input['harm'] === undefined && i.harm === null) gaps.push(asked('harm', '请填写造成或可能造成的危害（规则 L046）。'));
      if (q.input['inquiry'] === undefined && i.search === null) gaps.push(asked('inquiry', '请填写已做或拟做的查处工作（规则 L046）。'));
      return gaps;
    },
  },
  {
    id: 'P150-C', titleZh: '期满未找到按泄密处理', matrix: ['P150', 'P151'], outcome: 'deny', source: { seed: '000-6 八；001-K 六', law: '自发现之日起（二手）' }, parameters: ['missing.days.topSecret', 'missing.days.secret', 'missing.days.confidential'], commands: ['incident.close'],
    sentenceZh: '查找期满没有找到的，先转泄密处理，再依程序结案。',
    judge: (q) => {
      const i = q.facts.incident;
      const ends = i == null ? null : searchEnds(q, i);
      if (i == null || ends === null || i.foundAt !== null || i.escalatedAt !== null || q.today <= ends) return null;
      return deny(`不得结案。${i.number ?? ''} 查找期已于 ${ends} 届满，没有找到，须按泄密事件处理（规则 ${i.level === 'top_secret' ? 'P150' : 'P151'}）。`, '请先办理“转泄密处理”。');
    },
  },
];
