import type { ActField } from '../parts/fields.ts';

/** 开机: who, for what, up to which level, which media (P176 and after). A blank end means the machine is in use. */
export const openFields: readonly ActField[] = [
  { name: 'user', labelZh: '使用人', kind: 'line', suggest: 'person', required: true },
  { name: 'startedAt', labelZh: '开机时间', kind: 'moment', hintZh: '不填即现在。' },
  { name: 'level', labelZh: '处理信息最高密级', kind: 'level' },
  { name: 'work', labelZh: '使用事由', kind: 'line', span: 8 },
  { name: 'media', labelZh: '使用介质', kind: 'refs', hintZh: '介质编号，可填多件，可扫码。' },
];

/** What only a finished session has; also used for 补录 of a paper log. */
export const closeFields: readonly ActField[] = [
  { name: 'endedAt', labelZh: '关机时间', kind: 'moment', hintZh: '不填即现在。' },
  { name: 'outputs', labelZh: '输出情况', kind: 'line', required: true, span: 8, hintZh: '打印、刻录的内容；没有请填“无”。' },
  { name: 'outputCount', labelZh: '输出份数', kind: 'count' },
  { name: 'outputCarriers', labelZh: '输出载体编号', kind: 'refs', hintZh: '已登记的载体编号。' },
  { name: 'wasteSheets', labelZh: '废页数', kind: 'count' },
  { name: 'abnormal', labelZh: '异常情况', kind: 'line', required: true, span: 12, hintZh: '无异常请填“无”。' },
];

export const lateFields: readonly ActField[] = [
  ...openFields.map((f) => (f.name === 'startedAt' ? { ...f, required: true, hintZh: '如 1120 0931。' } : f)),
  ...closeFields.filter((f) => f.name !== 'outputCarriers').map((f) => (f.name === 'endedAt' ? { ...f, required: true, hintZh: '如 1120 1130。' } : f)),
  { name: 'lateReason', labelZh: '补登原因', kind: 'line', required: true, span: 12 },
];
