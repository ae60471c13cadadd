import { sanctionsZh } from '#shared/contract/incidents.ts';
import type { Sanction } from '#shared/contract/incidents.ts';
import { deny, LAW, REG } from '../question.ts';
import type { Question, Rule } from '../question.ts';

type Measures = readonly Readonly<{ name: string; measure: Sanction; on?: string; reason?: string }>[];
const asked = (path: string, messageZh: string) => ({ path, messageZh });
const measures = (q: Question): Measures => q.input['sanctions'] as Measures;

/** Group 2.12, second part: the course of a case, who answers for it, and what somebody saw. */
export const incidentCourseRules: readonly Rule[] = [
  {
    id: 'P162-O', titleZh: '立案写明所涉何事', matrix: ['P162'], outcome: 'record', source: { seed: '000-1M 12' }, parameters: [], commands: ['incident.open'],
    sentenceZh: '文件、图纸、照片、光盘等任何载体丢失、损毁、泄露都立案；不涉及在册载体的写明名称。',
    require: (q) => (q.input['kind'] !== 'anomaly' && q.facts.carrier === undefined && q.input['title'] === undefined ? [asked('title', '请填写所涉载体或事项的名称。没有在册载体的事件也要立案（规则 P162）。')] : []),
  },
  {
    id: 'P161-R', titleZh: '异常情况写明人员', matrix: ['P161'], outcome: 'record', source: { seed: '002-F 17' }, parameters: [], commands: ['incident.open'],
    sentenceZh: '涉密人员的异常情况写明是谁。',
    require: (q) => (q.input['kind'] === 'anomaly' && (q.facts.people ?? []).length === 0 ? [asked('persons', '请填写涉及的涉密人员。异常情况按人登记、按人上报（规则 P161）。')] : []),
  },
  { id: 'P161', titleZh: '重大异常上报', matrix: ['P161', 'P267', 'P310'], outcome: 'due', source: { seed: '002-F 17' }, parameters: ['incident.anomalyRecipient', 'incident.anomalyWithinDays'], commands: [], sentenceZh: '涉密人员的重大异常情况报省级保密行政管理部门；没有报的列入今日。' },
  { id: 'P153-I', titleZh: '单位内部立即报告', matrix: ['P153'], outcome: 'due', source: { seed: '000-1M 45；C29', law: `${LAW}第四十七条` }, parameters: ['incident.internalWithinHours'], commands: [], sentenceZh: '发现后立即报告主管领导和本单位保密工作机构；没有报的列入今日。' },
  { id: 'L047', titleZh: '三个月内报告查处结果', matrix: ['P153'], outcome: 'due', source: { law: '《报告泄露国家秘密事件的规定》第五条' }, parameters: ['incident.resultWithinMonths'], commands: [], sentenceZh: '泄密事件自发现之日起三个月内书面报告查处结果；查不完的报告进展和原因。' },
  {
    id: 'L047-P', titleZh: '只报进展的写明原因', matrix: ['P153'], outcome: 'record', source: { law: '《报告泄露国家秘密事件的规定》第五条' }, parameters: [], commands: ['incident.result'],
    sentenceZh: '不能按时查结的，报告进展，写明原因。',
    require: (q) => (q.input['progress'] === true && q.input['reason'] === undefined ? [asked('reason', '请填写没有查结的原因。只报进展不能代替结果（规则 L047）。')] : []),
  },
  {
    id: 'L047-D', titleZh: '结果在查明之后报告', matrix: ['P158'], outcome: 'deny', source: { law: '《报告泄露国家秘密事件的规定》第五条' }, parameters: [], commands: ['incident.result'],
    sentenceZh: '处理了责任人，才能报查处结果；日期不晚于今天。',
    judge: (q) => {
      const on = q.input['reportedOn'] as string | undefined;
      if (on !== undefined && on > q.today) return deny('不得登记。报告日期晚于今天（规则 L047）。', '请核对日期，报出后再登记。');
      return q.input['progress'] === true || q.facts.incident?.handled != null ? null : deny('不得登记结果。责任人还没有处理，没有结果可报（规则 L047）。', '请先登记责任人处理，或改报进展。');
    },
  },
  {
    id: 'P157', titleZh: '配合调查留有记录', matrix: ['P157'], outcome: 'record', source: { seed: '001-H 3.1(5)；003-7 五2' }, parameters: [], commands: ['incident.result'],
    sentenceZh: '有关机关介入调查的，写明配合调查的情况。',
    require: (q) => ((q.input['investigators'] ?? q.facts.incident?.investigators) != null && (q.input['cooperation'] ?? q.facts.incident?.cooperation) == null ? [asked('cooperation', '请填写配合调查的情况。保密行政管理部门、国家安全机关调查的，当事人须配合（规则 P157）。')] : []),
  },
  {
    id: 'P159', titleZh: '处理决定在本单位阶梯之内', matrix: ['P159'], outcome: 'deny', source: { seed: '001-A 六3；001-R 七2；000-1M 6', law: `${LAW}第五十七条` }, parameters: ['incident.sanctions'], commands: ['incident.sanction'],
    sentenceZh: '批评、警告、记过、降级、撤职、开除、罚款、移送，按本单位规定的阶梯登记；不予处理的写明理由。',
    judge: (q) => {
      const allowed = q.profile.list('incident.sanctions');
      const wrong = measures(q).find((s) => s.measure !== 'none' && !allowed.includes(s.measure));
      if (wrong !== undefined) return deny(`不得登记。本单位的处理办法中没有“${sanctionsZh[wrong.measure]}”（规则 P159）。`, '请选用本单位规定的处理，或请安全保密管理员变更参数。');
      const silent = measures(q).find((s) => s.measure === 'none' && s.reason === undefined);
      if (silent !== undefined) return deny(`不得登记。对${silent.name}不予处理而没有写明理由（规则 P159）。`, '请填写理由和决定机构。');
      const late = measures(q).find((s) => s.on !== undefined && s.on > q.today);
      return late === undefined ? null : deny(`不得登记。对${late.name}的处理日期晚于今天（规则 P159）。`, '请核对日期，作出决定后再登记。');
    },
  },
  {
    id: 'P160', titleZh: '负领导责任人一并登记', matrix: ['P160'], outcome: 'record', source: { seed: '000-4；002-J；002-I1 甲5' }, parameters: [], commands: ['incident.sanction'],
    sentenceZh: '处理责任人时写明疏于教育、监督的上级；没有的写明为什么。',
    require: (q) => (q.input['supervisor'] === undefined && q.input['noSupervisorReason'] === undefined && q.facts.incident?.supervisor == null ? [asked('supervisor', '请填写负领导责任人；没有的写明理由。疏于教育、监督的上级分担责任（规则 P160）。')] : []),
  },
  {
    id: 'P156', titleZh: '举报写明是否已制止', matrix: ['P156'], outcome: 'record', source: { seed: '002-I2 8；001-B 16' }, parameters: [], commands: ['tipOff.record'],
    sentenceZh: '发现他人违反保密规定，先制止，再举报；登记只有安全保密管理员能看。',
    require: (q) => (q.input['stopped'] === undefined ? [asked('stopped', '请写明是否已当场制止。发现违规应先制止、后报告（规则 P156）。')] : []),
  },
  {
    id: 'P156-H', titleZh: '被举报人不得处理', matrix: ['P156', 'P411'], outcome: 'deny', source: { seed: '002-I2 8', law: `${REG}第六十一条` }, parameters: [], commands: ['tipOff.handle'],
    sentenceZh: '举报涉及安全保密管理员本人的，由其他安全保密管理员处理。',
    judge: (q) => (q.facts.tipOff?.about?.includes(q.actor.name) === true ? deny('不得处理。举报涉及本人（规则 P156）。', '请另一位安全保密管理员处理，或由单位负责人指定。') : null),
  },
];
