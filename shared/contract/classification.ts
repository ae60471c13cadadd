import { z } from 'zod';
import { secretGrades } from '../registers/carriers.ts';
import { act, anyRef, carrierRef, isoDay, levelInput, line, longText, nameLine, nameList, periodInput } from './inputs.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;
const grade = z.enum(Object.keys(secretGrades) as [keyof typeof secretGrades, ...(keyof typeof secretGrades)[]]).describe('商业秘密等级');
/** The later word on a level: who decided, on which basis, or by which notice of the organ that set it. */
const decision = {
  decider: nameLine().optional().describe('定密责任人；凭通知办理的不填'),
  deciderOffice: line().optional().describe('定密责任人职务'),
  basis: line(1000).optional().describe('依据'),
  noticeNumber: line().optional().describe('原定密机关或其上级的通知文号；本单位不是原定密单位时必填'),
  noticeFrom: line().optional(),
  noticeOn: isoDay.optional(),
};

/** Group 2.1: levels are proposed, decided, changed, extended, released; notices of others are recorded. */
export const classificationCommands = {
  'classification.propose': {
    titleZh: '提出定密', roles: clerk, register: 'classifications',
    input: act({
      carrier: carrierRef.optional().describe('已登记的载体；拟定新事项时不填'),
      title: line(500).optional(),
      regime: z.enum(['state_secret', 'commercial_secret']).default('state_secret'),
      level: levelInput.optional(),
      grade: grade.optional(),
      period: periodInput.optional(),
      periodBasis: line().optional().describe('超过最长期限时所依据的专门规定'),
      accessScope: nameList.optional(),
      scopeUnit: line().optional(),
      kind: z.enum(['original', 'derived', 'provisional']).default('derived'),
      basis: line(1000).optional().describe('定密依据'),
      clause: line().optional().describe('保密事项范围条目'),
      basisDocument: line().optional().describe('派生来源文件；来源不在本单位台账时填写'),
      derivedReason: z.enum(['executes', 'continues', 'compiles', 'replies']).optional(),
      source: carrierRef.optional().describe('派生来源载体'),
      disputed: z.array(levelInput).max(9).optional().describe('有争议的，各方主张的密级'),
      proposer: nameLine().describe('承办人'),
      submitTo: line().optional().describe('报请机关'),
    }),
  },
  'classification.decide': {
    titleZh: '定密决定', roles: clerk, register: 'classifications', approvable: true,
    input: act({ classification: anyRef, verdict: z.enum(['agreed', 'refused']), decider: nameLine(), deciderOffice: line().optional(), level: levelInput.optional(), grade: grade.optional(), period: periodInput.optional(), periodBasis: line().optional(), reason: line(1000).optional() }),
  },
  'classification.submit': {
    titleZh: '报请和答复', roles: clerk, register: 'classifications',
    input: act({
      classification: anyRef, to: line().optional(), submittedOn: isoDay.optional(), answeredOn: isoDay.optional(), answerNumber: line().optional(),
      level: levelInput.nullable().optional().describe('答复的密级；答复不属于国家秘密的填空'), period: periodInput.optional(), confirmed: z.boolean().optional().describe('暂缓的延长通知：答复为延长有效'),
    }),
  },
  'classification.change': {
    titleZh: '变更密级', roles: clerk, register: 'classifications', approvable: true,
    input: act({ carrier: carrierRef, level: levelInput.optional(), grade: grade.optional(), period: periodInput.optional(), periodBasis: line().optional(), ...decision }),
  },
  'classification.extend': {
    titleZh: '延长保密期限', roles: clerk, register: 'classifications', approvable: true,
    input: act({ carrier: carrierRef, period: periodInput.describe('延长后的保密期限，从原起算日算起'), periodBasis: line().optional(), decidedOn: isoDay.optional(), ...decision }),
  },
  'classification.release': {
    titleZh: '解密', roles: clerk, register: 'classifications', approvable: true,
    input: act({ carrier: carrierRef, reason: z.enum(['ended', 'condition', 'decided', 'published']), extensionChecked: z.boolean().optional().describe('已核对没有延长通知'), ...decision }),
  },
  'classification.recordNotice': {
    titleZh: '登记密级变更通知', roles: clerk, register: 'classifications',
    input: act({
      carriers: z.array(carrierRef).min(1).max(2000), notice: z.enum(['change', 'extension', 'release', 'published']), noticeNumber: line(), noticeFrom: line(), noticeOn: isoDay, decidedOn: isoDay, level: levelInput.optional(), period: periodInput.optional(),
      queriedWith: line().optional().describe('届满后才决定延长的：已向何机关查询'), note: longText().optional(),
    }),
  },
  'classification.notified': { titleZh: '登记通知知悉范围', roles: clerk, register: 'classifications', input: act({ classification: anyRef, people: nameList, notifiedOn: isoDay.optional() }) },
  'classification.suggestRelease': { titleZh: '建议解密', roles: clerk, register: 'classifications', input: act({ carrier: carrierRef, to: line(), reason: line(1000) }) },
  'classification.review': {
    titleZh: '年度审核', roles: clerk, register: 'classifications',
    input: act({
      carriers: z.array(carrierRef).min(1).max(20_000), result: z.enum(['keep', 'proposeChange', 'proposeRelease']).default('keep'), decider: nameLine(), deciderOffice: line().optional(),
      listNumber: line().optional().describe('国家秘密事项一览表备案文号'), listFiledOn: isoDay.optional(), note: longText().optional(),
    }),
  },
  'label.print': {
    titleZh: '制作密级标志', roles: clerk, register: 'carriers',
    input: act({ carriers: z.array(carrierRef).min(1).max(2000), change: z.boolean().default(false).describe('变更标志：印新旧两标志'), unmarkable: z.boolean().default(false).describe('不便作标志'), writtenNotice: line().optional().describe('不便作标志的书面通知文号') }),
  },
  'label.applied': { titleZh: '登记已作标志', roles: clerk, register: 'carriers', input: act({ carriers: z.array(carrierRef).min(1).max(2000), where: line().optional().describe('标志位置') }) },
} as const satisfies Record<string, Exchange>;
