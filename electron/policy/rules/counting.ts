import type { Rule } from '../question.ts';
import { recallRules } from './recallRules.ts';
import { stocktakeRules } from './stocktakes.ts';
import { storageRules } from './storage.ts';

/** Group 2.8: return, stocktake, storage. */
export const countingRules: readonly Rule[] = [
  ...recallRules, ...stocktakeRules, ...storageRules,
  { id: 'L031', titleZh: '台账自身标明密级和期限', matrix: ['P409', 'P179'], outcome: 'computed', source: { law: '台账按最高密级、最长期限管理（二手）' }, parameters: [], commands: [], sentenceZh: '每本台账按所载最高密级、最长期限标明密级，屏幕和打印件都显示。' },
];
