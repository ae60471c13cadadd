// R17 涉密计算机台账, R18 使用登记簿, R25 涉密人员台账.
import { levelZh } from '#shared/levels.ts';
import { registers } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { dayOrNull, ink, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import { twoLines } from './words.ts';

const c = registers.computers.fields;
export const computerForm: RegisterForm<'computers'> = {
  register: 'computers', formCode: 'R17-A4H', orientation: 'landscape', countLabelZh: '台数',
  columns: [
    no, number('登记号', '22mm'), { key: 'asset', titleZh: '设备编号', width: '22mm', nowrap: true }, { key: 'kind', titleZh: '类型', width: '12mm' }, { key: 'model', titleZh: '品牌型号', width: '1fr' }, { key: 'level', titleZh: '密级', width: '11mm' }, { key: 'filing', titleZh: '备案号', width: '24mm' }, { key: 'disk', titleZh: '硬盘序列号', width: '26mm' }, { key: 'os', titleZh: '操作系统', width: '20mm' },
    { key: 'network', titleZh: '联网', width: '15mm' }, { key: 'room', titleZh: '存放位置', width: '18mm' }, { key: 'department', titleZh: '部门', width: '17mm' }, { key: 'keeper', titleZh: '责任人', width: '14mm' }, { key: 'started', titleZh: '启用日期', width: '17.5mm', nowrap: true }, { key: 'state', titleZh: '状态', width: '12mm' }, remark('13mm'),
  ],
  cells: (r) => ({
    number: r.number ?? '', asset: r.assetNumber ?? '', kind: r.kind === null ? '' : c.kind.of[r.kind], model: r.brandModel ?? '', level: r.level === null ? '—' : levelZh[r.level], filing: r.filingNumber ?? '', disk: r.diskSerial ?? '', os: r.operatingSystem ?? '', network: r.network === null ? '' : r.network === 'none' ? '单机' : c.network.of[r.network], room: r.room ?? '', department: r.department ?? '', keeper: r.custodian ?? '', started: r.startedOn ?? '',
    state: r.state === null ? '' : c.state.of[r.state], remark: r.labelApplied === 1 ? '已贴\n标识' : '',
  }),
  day: () => null,
  total: (r) => [r.kind === null ? '其他' : c.kind.of[r.kind], '台', 1],
  signatures: ['管理人', '审核人', '批准人'],
};

/** Clock of an end on another day than the start carries its day. */
const endText = (from: string | null, to: string | null): string => (to === null ? '' : from !== null && dayOf(from) === dayOf(to) ? twoLines(to).slice(11) : twoLines(to));

export const usageForm: RegisterForm<'usageLogs'> = {
  register: 'usageLogs', formCode: 'R18-B4H', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, { key: 'computer', titleZh: '设备编号', width: '22mm', nowrap: true, code: true }, { key: 'date', titleZh: '日　期', width: '17.5mm', nowrap: true }, { key: 'user', titleZh: '使用人', width: '15mm' }, { key: 'from', titleZh: '开机', width: '12mm' }, { key: 'to', titleZh: '关机', width: '17.5mm' }, { key: 'work', titleZh: '使用事由及处理的信息', width: '1fr', align: 'left' },
    { key: 'level', titleZh: '最高\n密级', width: '11mm' }, { key: 'media', titleZh: '接入介质', width: '24mm' }, { key: 'output', titleZh: '打印、刻录输出', width: '32mm' }, { key: 'abnormal', titleZh: '异常情况', width: '22mm' }, ink('sign', '使用人\n签名', '17mm'), remark('16mm'),
  ],
  cells: (r) => ({
    computer: r.computerNumber ?? '', date: r.startedAt === null ? '' : dayOf(r.startedAt), user: r.userName ?? '', from: r.startedAt === null ? '' : twoLines(r.startedAt).slice(11), to: endText(r.startedAt, r.endedAt), work: r.work ?? '', level: r.level === null ? '—' : levelZh[r.level], media: r.mediaNumbers ?? '无',
    output: [r.outputs, (r.wasteSheets ?? 0) > 0 ? `废页${r.wasteSheets ?? 0}张` : null].filter((s) => s !== null).join('\n') || '无', abnormal: r.abnormal ?? '', remark: [r.state === 'open' ? '使用中' : r.state === 'withdrawn' ? '已撤销' : '', r.lateReason === null ? '' : '补登'].filter((s) => s !== '').join('\n'),
  }),
  day: (r) => dayOrNull(r.startedAt),
  signatures: ['管理人', '审核人'],
};

const p = registers.persons.fields;
export const personForm: RegisterForm<'persons'> = {
  register: 'persons', formCode: 'R25-A4H', orientation: 'landscape', countLabelZh: '人数',
  columns: [
    no, number('编号', '22mm'), { key: 'name', titleZh: '姓　名', width: '18mm' }, { key: 'department', titleZh: '部　门', width: '24mm' }, { key: 'post', titleZh: '涉密岗位', width: '1fr' }, { key: 'class', titleZh: '涉密\n等级', width: '12mm' }, { key: 'employment', titleZh: '用工\n性质', width: '15mm' }, { key: 'status', titleZh: '状态', width: '16mm' }, { key: 'screened', titleZh: '审查日期', width: '17.5mm', nowrap: true },
    { key: 'trained', titleZh: '最近培训', width: '17.5mm', nowrap: true }, { key: 'undertaking', titleZh: '承诺书\n签订', width: '17.5mm', nowrap: true }, { key: 'post2', titleZh: '上岗日期', width: '17.5mm', nowrap: true }, { key: 'cooling', titleZh: '脱密期', width: '18mm' }, ink('sign', '本人签字', '17mm'), remark('14mm'),
  ],
  cells: (r) => ({
    number: r.number ?? '', name: r.name ?? '', department: r.department ?? '', post: r.post ?? '', class: r.personnelClass === null ? '' : p.personnelClass.of[r.personnelClass], employment: r.employment === null ? '' : p.employment.of[r.employment], status: r.status === null ? '' : p.status.of[r.status], screened: r.screenedOn ?? '', trained: r.trainedOn ?? '', undertaking: r.undertakingOn ?? '', post2: r.onPostFrom ?? '',
    cooling: r.coolingOffFrom === null && r.coolingOffUntil === null ? '' : `${r.coolingOffFrom ?? ''}\n${r.coolingOffUntil ?? ''}`, remark: r.delegate === 1 ? '部门\n联系人' : '',
  }),
  day: () => null,
  total: (r) => [r.personnelClass === null ? '未定' : p.personnelClass.of[r.personnelClass], '人', 1],
  signatures: ['管理人', '审核人', '批准人'],
};
