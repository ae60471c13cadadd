import { choice, count, instant, level, note, text } from './fields.ts';
import { defineRegister } from './define.ts';

/** R37 核查说明. A finding of the whole-ledger check is explained, never dismissed; the explanation holds until the record changes again. */
export const explanations = defineRegister({
  key: 'explanations',
  id: 'R37',
  title: '核查说明登记簿',
  record: '核查说明',
  series: 'SM',
  digits: 4,
  fields: {
    rule: text('核查项'),
    ruleZh: text('核查内容', { search: true }),
    register: text('台账'),
    record: count('登记'),
    recordNumber: text('登记编号', { search: true }),
    recordRevision: count('登记稿次'),
    title: text('名称', { search: true, max: 500 }),
    level: level(),
    finding: text('发现问题', { max: 1000 }),
    explanation: note('说明', { search: true }),
    explainedBy: text('说明人'),
    explainedAt: instant('说明时间'),
    state: choice('状态', { explained: '已说明' }),
    note: note('备注', { correctable: true }),
  },
  list: { columns: ['ruleZh', 'recordNumber', 'level', 'title', 'finding', 'explanation', 'explainedBy', 'explainedAt'], sorts: ['explainedAt'] },
  views: [{ key: 'all', title: '全部', where: {} }],
  states: { field: 'state', moves: { explained: [] } },
  readers: ['clerk', 'approver'],
  name: 'title',
  levelField: 'level',
});
