import { choice, day, flag, note, ref, text } from './fields.ts';
import { defineRegister } from './define.ts';

export const personnelClasses = { core: '核心', important: '重要', general: '一般', none: '非涉密' } as const;
export const personStatuses = {
  proposed: '拟上岗', on_post: '在岗', suspended: '暂停接触', cooling_off: '脱密期', left: '已离岗', outside: '非涉密人员',
} as const;

/** R25 涉密人员台账. Class, status, and until when screening, training and undertaking hold; the procedures come with their own registers. */
export const persons = defineRegister({
  key: 'persons',
  id: 'R25',
  title: '涉密人员台账',
  record: '人员',
  series: 'RY',
  digits: 4,
  fields: {
    name: text('姓名', { search: true, correctable: true, max: 60 }),
    formerName: text('替代写法', { search: true, correctable: true }),
    department: text('部门', { search: true, correctable: true }),
    post: text('涉密岗位', { search: true, correctable: true }),
    duty: text('职务', { correctable: true }),
    personnelClass: choice('涉密等级', personnelClasses, { correctable: true }),
    employment: choice('用工性质', { staff: '在编', regular_contract: '正式合同', seconded: '借调', re_employed: '返聘', external_expert: '外聘专家', temporary: '临时', intern: '实习', probation: '试用' }, { correctable: true }),
    civilServant: flag('公务员', { correctable: true }),
    status: choice('人员状态', personStatuses),
    screenedOn: day('审查日期', { correctable: true }),
    screeningResult: choice('审查结果', { passed: '合格', failed: '不合格' }, { correctable: true }),
    trainedOn: day('最近培训日期', { correctable: true }),
    undertakingOn: day('承诺书签订日期', { correctable: true }),
    certificateUntil: day('上岗证有效期至', { correctable: true }),
    coolingOffFrom: day('脱密期起', { correctable: true }),
    coolingOffUntil: day('脱密期至', { correctable: true }),
    onPostFrom: day('上岗日期', { correctable: true }),
    delegate: flag('部门保密联系人', { correctable: true }),
    phone: text('联系电话', { correctable: true }),
    importBatch: ref('导入批次', 'imports'),
    note: note('备注', { correctable: true }),
  },
  list: { columns: ['name', 'department', 'post', 'personnelClass', 'status', 'screenedOn', 'trainedOn', 'undertakingOn'], sorts: ['name', 'department'] },
  views: [
    { key: 'present', title: '在岗', where: { status: 'on_post' } },
    { key: 'cooling', title: '脱密期', where: { status: 'cooling_off' } },
    { key: 'suspended', title: '暂停', where: { status: 'suspended' } },
    { key: 'left', title: '已离岗', where: { status: 'left' } },
    { key: 'corrected', title: '更正过', where: { corrections: { from: 1 } } },
    { key: 'all', title: '全部', where: {} },
  ],
  states: {
    field: 'status',
    moves: {
      proposed: ['on_post', 'left', 'outside', 'suspended'],
      on_post: ['suspended', 'cooling_off', 'left'],
      suspended: ['on_post', 'cooling_off', 'left'],
      cooling_off: ['left', 'on_post'],
      left: ['proposed', 'on_post'],
      outside: ['proposed', 'on_post', 'left'],
    },
  },
  readers: ['clerk', 'approver'],
  name: 'name',
  levelField: null,
});
