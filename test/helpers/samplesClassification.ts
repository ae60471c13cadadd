import type { classificationCommands } from '#shared/contract/classification.ts';
import type { Desk } from './desk.ts';
import { CARRIER } from './rulesCases.ts';

/** One provisional level that waits to go up. */
export const furnishClassification = (desk: Desk): void =>
  void desk.must('classification.propose', { title: '供水调度方案', level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], kind: 'provisional', proposer: '南宫砚' });

/** A well-formed input for every command of this area. */
export const classificationSamples: Readonly<Record<keyof typeof classificationCommands, Record<string, unknown>>> = {
  'classification.propose': { title: '供水调度方案', level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], derivedReason: 'executes', source: CARRIER, proposer: '南宫砚' },
  'classification.decide': { classification: 1, verdict: 'agreed', decider: '闻人录', deciderOffice: '主要负责人' },
  'classification.submit': { classification: 1, to: '示例省青岭厅' },
  'classification.change': { carrier: CARRIER, level: 'confidential', period: { years: 5 }, noticeNumber: '示厅密〔2026〕9号' },
  'classification.extend': { carrier: CARRIER, period: { years: 15 }, noticeNumber: '示厅密〔2026〕9号' },
  'classification.release': { carrier: CARRIER, reason: 'decided', noticeNumber: '示厅密〔2026〕9号' },
  'classification.recordNotice': { carriers: [CARRIER], notice: 'release', noticeNumber: '示厅密〔2026〕9号', noticeFrom: '示例省青岭厅', noticeOn: '2026-11-19', decidedOn: '2026-11-18' },
  'classification.notified': { classification: 1, people: ['南宫砚'] },
  'classification.suggestRelease': { carrier: CARRIER, to: '示例省青岭厅', reason: '内容已过时' },
  'classification.review': { carriers: [CARRIER], decider: '闻人录', deciderOffice: '主要负责人' },
  'label.print': { carriers: [CARRIER] },
  'label.applied': { carriers: [CARRIER] },
};
