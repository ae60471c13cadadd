import { z } from 'zod';
import { act, anyRef, carrierRef, isoDay, levelInput, line, longText, nameList, periodInput } from './inputs.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;
const item = {
  carrier: carrierRef.optional().describe('已登记的载体；拟定新事项时不填'),
  title: line(500).optional(),
  level: levelInput,
  period: periodInput.optional(),
  periodBasis: line().optional().describe('超过最长期限时所依据的专门规定'),
  accessScope: nameList.optional(),
  scopeUnit: line().optional(),
};

/** Group 2.1: levels are proposed, decided, changed, extended, released; notices of others are recorded. */
export const classificationCommands = {
  'classification.propose': {
    titleZh: '提出定密', roles: clerk, register: 'classifications',
    input: act({
      ...item, kind: z.enum(['original', 'derived', 'provisional']).default('derived'), basis: line(1000).optional().describe('定密依据'), clause: line().optional().describe('保密事项范围条目'), basisDocument: line().optional().describe('有权机关的定密依据文件'),
      derivedReason: z.enum(['executes', 'continues', 'compiles', 'replies']).optional(), source: carrierRef.optional().describe('派生来源载体'), proposer: line(60), submitTo: line().optional(),
    }),
  },
  'classification.decide': {
    titleZh: '定密决定', roles: clerk, register: 'classifications', approvable: true,
    input: act({ classification: anyRef, verdict: z.enum(['agreed', 'refused']), decider: line(60), deciderOffice: line().optional(), level: levelInput.optional(), period: periodInput.optional(), reason: line(1000).optional() }),
  },
  'classification.submit': {
    titleZh: '报请定密', roles: clerk, register: 'classifications',
    input: act({ classification: anyRef, to: line().optional(), submittedOn: isoDay.optional(), answeredOn: isoDay.optional(), answerNumber: line().optional(), level: levelInput.nullable().optional(), period: periodInput.optional() }),
  },
  'classification.change': {
    titleZh: '变更密级', roles: clerk, register: 'classifications', approvable: true,
    input: act({ ...item, carrier: carrierRef, decider: line(60), basis: line(1000), noticeNumber: line().optional().describe('原定密机关的通知文号；本单位不是原定密单位时必填'), noticeOn: isoDay.optional(), commercialConsent: line().optional() }),
  },
  'classification.extend': {
    titleZh: '延长保密期限', roles: clerk, register: 'classifications', approvable: true,
    input: act({ carrier: carrierRef, period: periodInput, periodBasis: line().optional(), decider: line(60), basis: line(1000), noticeNumber: line().optional(), noticeOn: isoDay.optional(), decidedOn: isoDay.optional(), commercialConsent: line().optional() }),
  },
  'classification.release': {
    titleZh: '解密', roles: clerk, register: 'classifications', approvable: true,
    input: act({ carrier: carrierRef, reason: z.enum(['ended', 'condition', 'decided', 'published']), decider: line(60).optional(), basis: line(1000).optional(), noticeNumber: line().optional(), noticeOn: isoDay.optional(), extensionChecked: z.boolean().optional().describe('已核对没有延长通知'), commercialConsent: line().optional() }),
  },
  'classification.recordNotice': {
    titleZh: '登记密级变更通知', roles: clerk, register: 'classifications',
    input: act({
      carriers: z.array(carrierRef).min(1).max(2000), notice: z.enum(['change', 'extension', 'release', 'published']), noticeNumber: line(), noticeFrom: line(), noticeOn: isoDay, decidedOn: isoDay, level: levelInput.optional(), period: periodInput.optional(), note: longText().optional(),
    }),
  },
  'classification.notified': { titleZh: '登记通知知悉范围', roles: clerk, register: 'classifications', input: act({ classification: anyRef, people: nameList, notifiedOn: isoDay.optional() }) },
  'classification.suggestRelease': { titleZh: '建议解密', roles: clerk, register: 'classifications', input: act({ carrier: carrierRef, to: line(), reason: line(1000) }) },
  'classification.review': { titleZh: '年度审核', roles: clerk, register: 'classifications', input: act({ carriers: z.array(carrierRef).min(1).max(20_000), result: z.enum(['keep', 'proposeChange', 'proposeRelease']).default('keep'), decider: line(60), note: longText().optional() }) },
  'label.print': {
    titleZh: '打印标志标签', roles: clerk, register: 'prints',
    input: act({ carriers: z.array(carrierRef).max(2000).default([]), places: z.array(line()).max(500).default([]), sheet: z.enum(['a4_3x7', 'a4_3x8', 'a4_4x10', 'single']).default('a4_3x7'), change: z.boolean().default(false).describe('变更标志：印新旧两标志'), writtenNotice: line().optional().describe('不便作标志的书面通知文号') }),
  },
  'label.applied': { titleZh: '登记已贴标志', roles: clerk, register: 'carriers', input: act({ carriers: z.array(carrierRef).min(1).max(2000), where: line().optional() }) },
} as const satisfies Record<string, Exchange>;
