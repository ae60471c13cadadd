import { choice, count, day, flag, level, names, note, ref, text } from './fields.ts';
import { defineRegister } from './define.ts';

export const carrierKinds = {
  paper: '纸质', optical: '光盘', usb: 'U盘', disk: '移动硬盘', internal_disk: '硬盘', card: '存储卡', tape: '磁带录音带', film: '胶片影像',
  laptop: '便携计算机', map: '图纸地图', notebook: '保密本', object: '密品', printout: '打印件', telegram: '密码电报', archive: '档案卷宗', other: '其他',
} as const;

/** Which medium class a kind belongs to, for destruction methods (P126). */
export const mediumClassOf: Readonly<Record<keyof typeof carrierKinds, 'paper' | 'magnetic' | 'optical' | 'solidState' | 'object'>> = {
  paper: 'paper', printout: 'paper', map: 'paper', notebook: 'paper', telegram: 'paper', archive: 'paper', optical: 'optical', usb: 'solidState', card: 'solidState', disk: 'magnetic',
  internal_disk: 'magnetic', tape: 'magnetic', laptop: 'magnetic', film: 'object', object: 'object', other: 'object',
};

/** Grades of commercial secrets. They are no levels of the law and are never marked as such (K41). */
export const secretGrades = { grade1: '一级', grade2: '二级', grade3: '三级' } as const;
export type SecretGrade = keyof typeof secretGrades;

export const carrierStates = {
  in_custody: '在库', lent: '借出', reading: '阅读中', circulating: '传阅中', carried_out: '携带外出', in_transit: '在途', archived: '已归档', in_use: '在用', out_for_repair: '外送维修',
  destroy_pending: '待销毁', destroyed: '已销毁', transferred: '已移交', returned: '已清退', missing: '查找中', withdrawn: '已撤销',
} as const;
export type CarrierState = keyof typeof carrierStates;

/** States in which the unit holds the carrier. The others are closed or out of its hands. */
export const heldStates: readonly CarrierState[] = ['in_custody', 'lent', 'reading', 'circulating', 'carried_out', 'in_transit', 'archived', 'in_use', 'out_for_repair', 'destroy_pending', 'missing'];

/** States in which somebody other than the keeper has it, or it is on its way. */
export const outStates: readonly CarrierState[] = ['lent', 'reading', 'circulating', 'carried_out', 'in_transit', 'out_for_repair'];

/** R01 涉密载体台账. One record per physical copy; 密级, 保密期限 and 知悉范围 apart; who answers for it, where it belongs, where it is: three facts. */
export const carriers = defineRegister({
  key: 'carriers',
  id: 'R01',
  title: '涉密载体台账',
  record: '载体',
  series: 'ZT',
  digits: 5,
  fields: {
    title: text('名称', { search: true, correctable: true, max: 500 }),
    carrierKind: choice('载体类别', carrierKinds, { correctable: true }),
    kindNote: text('类别说明', { correctable: true }),
    regime: choice('性质', { state_secret: '国家秘密', internal: '内部', commercial_secret: '商业秘密', work_secret: '工作秘密', ordinary: '非密' }),
    level: level(),
    secrecyPeriod: text('保密期限', { max: 60 }),
    periodForm: choice('期限形式', { years: '年', months: '月', date: '到期日', condition: '解密条件', long_term: '长期', unmarked: '未标明' }),
    periodEndsOn: day('期限届满日'),
    periodBasis: text('期限依据'),
    issuer: text('制发机关', { search: true, correctable: true }),
    docNumber: text('文号', { search: true, correctable: true }),
    copySerial: text('份号', { search: true }),
    copies: count('份数', { min: 1 }),
    pages: count('页数', { correctable: true }),
    sizeNote: text('容量', { correctable: true }),
    deviceSerial: text('序列号', { search: true, correctable: true }),
    issuedOn: day('制发日期', { partial: true, correctable: true }),
    receivedOn: day('接收日期', { correctable: true }),
    source: choice('来源', { received: '收文', produced: '自制', copied: '复制', extracted: '摘抄', compiled: '汇编', proof: '清样废页', printed: '打印', imported: '旧台账' }),
    receipt: ref('收文登记', 'receipts'),
    parent: ref('母件', 'carriers'),
    accessScope: names('知悉范围', {}),
    scopeUnit: text('知悉范围（单位）'),
    custodian: text('责任人', { search: true }),
    home: text('存放位置', { search: true }),
    place: text('现在何处', { search: true }),
    holder: ref('持有人', 'persons'),
    holderName: text('持有人姓名', { search: true }),
    cabinetKind: choice('柜具', { code_safe: '密码保险柜', code_cabinet: '密码文件柜', iron_cabinet: '铁皮柜', archive_room: '档案库', other: '其他' }, { correctable: true }),
    dueOn: day('应还日期'),
    returnBy: day('清退日期', { correctable: true }),
    copyingForbidden: flag('制发机关不准复制', { correctable: true }),
    wideningForbidden: flag('制发机关限定范围', { correctable: true }),
    returnRequired: flag('须清退制发机关', { correctable: true }),
    markApplied: flag('已贴密级标志', { correctable: true }),
    destruction: ref('销毁批次', 'destructions'),
    oldNumber: text('原载体编号', { search: true }),
    oldState: text('原状态'),
    importBatch: ref('导入批次', 'imports'),
    state: choice('状态', carrierStates),
    note: note('备注', { correctable: true, search: true }),
    asClassified: flag('参照密件管理'),
    provisional: flag('拟定密级'),
    markText: text('密级标志'),
    oldMark: text('原密级标志'),
    production: ref('印制', 'productions'),
    circulation: ref('传阅', 'circulations'),
    trip: ref('携带外出', 'trips'),
    consignment: ref('投送', 'consignments'),
    recall: ref('清退批次', 'recalls'),
    archiveNumber: text('归档号', { search: true }),
    archivedOn: day('归档日期'),
    holdUntil: day('个人留存至'),
    holdReason: text('个人留存原因'),
    grade: choice('商业秘密等级', secretGrades),
    reviewedOn: day('密级审核日期'),
    archiveClass: choice('档案类别', { general: '普通档案', personnel: '干部人事档案', case: '案件检查档案' }, { correctable: true }),
  },
  list: {
    columns: ['level', 'title', 'docNumber', 'copySerial', 'carrierKind', 'custodian', 'place', 'state', 'dueOn'],
    sorts: ['dueOn', 'receivedOn', 'docNumber', 'periodEndsOn'],
  },
  views: [
    { key: 'held', title: '在册', where: { state: heldStates } },
    { key: 'in', title: '在库', where: { state: 'in_custody' } },
    { key: 'out', title: '在外', where: { state: outStates } },
    { key: 'overdue', title: '超期', where: { state: ['lent', 'reading', 'circulating', 'carried_out'], dueOn: { to: 'yesterday' } } },
    { key: 'destroy', title: '待销毁', where: { state: 'destroy_pending' } },
    { key: 'missing', title: '查找中', where: { state: 'missing' } },
    { key: 'ending', title: '期限将满', where: { state: ['in_custody', 'lent', 'reading', 'circulating', 'carried_out', 'archived'], periodEndsOn: { to: '+90' } } },
    { key: 'corrected', title: '更正过', where: { corrections: { from: 1 } } },
    { key: 'provisional', title: '拟定密级', where: { state: heldStates, provisional: 1 } },
    { key: 'remark', title: '待换标志', where: { state: heldStates, oldMark: { some: true }, markApplied: 0 } },
    { key: 'commercial', title: '商业秘密', where: { state: heldStates, regime: 'commercial_secret' } },
    { key: 'work', title: '工作秘密', where: { state: heldStates, regime: 'work_secret' } },
    { key: 'closed', title: '已结', where: { state: ['destroyed', 'returned', 'transferred', 'withdrawn'] } },
    { key: 'all', title: '全部', where: {} },
  ],
  states: {
    field: 'state',
    moves: {
      in_custody: ['lent', 'reading', 'circulating', 'carried_out', 'in_transit', 'archived', 'in_use', 'out_for_repair', 'destroy_pending', 'transferred', 'returned', 'missing', 'withdrawn', 'in_custody'],
      lent: ['in_custody', 'archived', 'missing', 'lent'],
      reading: ['in_custody', 'archived', 'missing'],
      circulating: ['in_custody', 'missing', 'circulating'],
      carried_out: ['in_custody', 'missing', 'carried_out'],
      in_transit: ['in_custody', 'transferred', 'returned', 'missing', 'in_transit'],
      archived: ['in_custody', 'lent', 'reading', 'destroy_pending', 'transferred', 'returned', 'missing', 'archived', 'withdrawn'],
      in_use: ['in_custody', 'lent', 'reading', 'returned', 'missing', 'withdrawn', 'in_use', 'destroy_pending', 'transferred'],
      out_for_repair: ['in_custody', 'missing', 'withdrawn'],
      destroy_pending: ['destroyed', 'in_custody', 'archived', 'missing', 'withdrawn'],
      missing: ['in_custody', 'archived', 'missing'],
      destroyed: [],
      transferred: ['withdrawn'],
      returned: ['withdrawn'],
      withdrawn: [],
    },
  },
  readers: ['clerk', 'approver'],
  name: 'title',
  levelField: 'level',
});
