import type { ActField } from '../parts/fields.ts';

/** 拒绝办理, in the order it is told. */
export const refusalFields: readonly ActField[] = [
  { name: 'askedBy', labelZh: '要求人', kind: 'line', suggest: 'person', required: true },
  { name: 'refusedBy', labelZh: '拒绝人', kind: 'line', suggest: 'person' },
  { name: 'refusedAt', labelZh: '拒绝时间', kind: 'moment', hintZh: '不填即为现在。' },
  { name: 'asked', labelZh: '要求办理的事项', kind: 'line', required: true, span: 12 },
  { name: 'rules', labelZh: '违反的规定', kind: 'line', required: true, span: 12, hintZh: '如：涉密载体不得带回住所。' },
  { name: 'carrier', labelZh: '涉及载体', kind: 'line', hintZh: '编号；没有的不填。' },
  { name: 'reportedTo', labelZh: '已报告', kind: 'line', hintZh: '还没有报告的不填，列入今日。' },
  { name: 'reportedAt', labelZh: '报告时间', kind: 'moment', when: (typed) => (typed['reportedTo'] ?? '').trim() !== '' },
  { name: 'note', labelZh: '备注', kind: 'long' },
];
