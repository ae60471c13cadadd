import { deny } from '../question.ts';
import type { Rule } from '../question.ts';

const explaining = ['finding.explain'] as const;

/** The whole-ledger check: what it finds is put right or explained, and only what it finds. */
export const checkingRules: readonly Rule[] = [
  {
    id: 'CHECK-STANDS', titleZh: '只说明查出的问题', matrix: ['P115'], outcome: 'deny', source: { seed: '（产品规定）' }, parameters: [], commands: explaining,
    sentenceZh: '全面核查现在没有这一问题的，不登记说明。',
    judge: (q) => {
      const f = q.facts.found;
      return f === undefined || f.messageZh !== null ? null : deny(`不必说明。${f.record.number ?? '本条'}现在没有“${f.ruleZh}”的问题，依据本单位制度（规则 CHECK-STANDS）。`, '请重新核查，按最新结果处理。');
    },
  },
  {
    id: 'CHECK-ONCE', titleZh: '一个问题说明一次', matrix: ['P115'], outcome: 'deny', source: { seed: '（产品规定）' }, parameters: [], commands: explaining,
    sentenceZh: '登记和问题都没有变动的，原说明继续有效，不重复说明；变动后须重新说明。',
    judge: (q) => {
      const f = q.facts.found;
      return f?.explained === true ? deny(`不必重复说明。${f.record.number ?? '本条'}的“${f.ruleZh}”已有说明，登记没有再变动，依据本单位制度（规则 CHECK-ONCE）。`, '原说明有误的，在核查说明登记簿更正备注。') : null;
    },
  },
];
