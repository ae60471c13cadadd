// R04 阅读知悉, R05 借阅, R06 复制摘抄: who came to know, who had it, what was made of it.
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Books } from './books.ts';
import { dayOrNull, ink, levelColumn, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import { copyText, inTwo, levelText, twoLines } from './words.ts';

const how = registers.readings.fields.how.of;
const periodOf = (books: Books, carrier: number | null): string | null => books.carrier(carrier)?.secrecyPeriod ?? null;
const scopeText = (r: RecordOf<'readings'>): string => (r.inScope === 1 ? '范围内' : r.inScope === 0 ? (r.approvedBy === null ? '范围外' : `${r.approvedBy}\n批准`) : '');
const signatureText = (r: RecordOf<'readings'>): string => (r.signature === 'own_password' ? '本人口令确认' : r.signature === 'pending' ? '待签名' : '');
const withdrawn = (state: string | null): string => (state === 'withdrawn' ? '已撤销' : '');

export const readingForm: RegisterForm<'readings'> = {
  register: 'readings', formCode: 'R04-A4H', titleZh: '阅读（知悉）登记簿', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, number('载体编号'), { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, levelColumn, { key: 'copy', titleZh: '份号', width: '13mm', nowrap: true }, { key: 'reader', titleZh: '知悉人', width: '15mm' }, { key: 'department', titleZh: '部门', width: '17mm' },
    { key: 'how', titleZh: '知悉\n方式', width: '13mm' }, { key: 'from', titleZh: '开始时间', width: '18mm' }, { key: 'to', titleZh: '结束时间', width: '18mm' }, { key: 'place', titleZh: '地　点', width: '18mm' }, { key: 'scope', titleZh: '范围内或\n批准人', width: '16mm' }, ink('sign', '本人签名', '18mm'), remark('16mm'),
  ],
  cells: (r) => ({
    number: r.carrierNumber ?? '', title: r.title ?? '', level: levelText(r.level, r.secrecyPeriod), copy: copyText(r.copySerial), reader: r.readerName ?? '', department: r.department ?? '', how: r.how === null ? '' : how[r.how], from: twoLines(r.startedAt), to: twoLines(r.endedAt), place: r.place ?? '', scope: scopeText(r),
    remark: [signatureText(r), withdrawn(r.state)].filter((s) => s !== '').join('\n'),
  }),
  day: (r) => dayOrNull(r.startedAt),
  signatures: ['经管人', '审核人'],
  notes: ['机密级以上载体的知悉人员逐人登记（《中华人民共和国保守国家秘密法实施条例》2024 年第二十条）。'],
};

/** The same lines for one carrier, with room for ink: 涉密载体阅读（知悉）登记表. */
export const knowerForm: RegisterForm<'readings'> = {
  ...readingForm, formCode: 'R04-A4', titleZh: '涉密载体阅读（知悉）登记表', orientation: 'portrait', countLabelZh: '已登记',
  columns: [
    no, { key: 'reader', titleZh: '姓　名', width: '15mm' }, { key: 'department', titleZh: '部　门', width: '18mm' }, { key: 'how', titleZh: '知悉\n方式', width: '11mm' }, { key: 'from', titleZh: '开始\n时间', width: '20mm', nowrap: true }, { key: 'to', titleZh: '结束\n时间', width: '20mm', nowrap: true }, { key: 'place', titleZh: '地　点', width: '18mm' },
    { key: 'scope', titleZh: '范围内\n或批准人', width: '16mm' }, ink('sign', '本人签名', '1fr'), ink('clerk', '经办人\n签　名', '13mm'), remark('12mm'),
  ],
  signatures: ['经管人', '审核人'],
  notes: ['机密级以上载体的知悉人员逐人登记（《中华人民共和国保守国家秘密法实施条例》2024 年第二十条）。', '先签名，后阅读；阅毕即交回经管人，不得横传。', '范围外人员须先经指定负责人批准并填审批单号。', '写错不得涂改，划线更正并签名，本机另作更正登记。'],
};

const loanStates = registers.loans.fields.state.of;
export const loanForm: RegisterForm<'loans'> = {
  register: 'loans', formCode: 'R05-A4H', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, number('借阅号'), { key: 'carrier', titleZh: '载体编号', width: '23.5mm', code: true, nowrap: true }, { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, levelColumn, { key: 'borrower', titleZh: '借阅人', width: '14mm' }, { key: 'department', titleZh: '部门', width: '16mm' }, { key: 'reason', titleZh: '借阅事由', width: '18mm', align: 'left' },
    { key: 'lent', titleZh: '借出时间', width: '17.5mm' }, { key: 'due', titleZh: '应还日期', width: '17.5mm', nowrap: true }, { key: 'back', titleZh: '归还时间', width: '17.5mm' }, { key: 'check', titleZh: '归还\n检查', width: '14mm' }, ink('sign', '借阅人\n签字', '14mm'), ink('clerk', '经办人\n签字', '14mm'), remark('16mm'),
  ],
  cells: (l, books) => ({
    number: l.number ?? '', carrier: l.carrierNumber ?? '', title: l.title ?? '', level: levelText(l.level, periodOf(books, l.carrier)), borrower: l.borrowerName ?? '', department: l.department ?? '', reason: l.reason ?? '', lent: twoLines(l.lentAt), due: l.dueOn ?? '', back: twoLines(l.returnedAt), check: l.returnCheck ?? '',
    remark: [l.state === 'returned' || l.state === null ? '' : loanStates[l.state], (l.extensions ?? 0) > 0 ? `续借${l.extensions ?? 0}次` : '', inTwo(books.approvalNumber(l.approval))].filter((s) => s !== '').join('\n'),
  }),
  day: (l) => dayOrNull(l.lentAt),
  signatures: ['经管人', '审核人'],
};

const copyKinds = registers.copies.fields.kind.of;
export const copyForm: RegisterForm<'copies'> = {
  register: 'copies', formCode: 'R06-A4H', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, number('复制号', '22.5mm'), { key: 'carrier', titleZh: '母件编号', width: '23.5mm', code: true, nowrap: true }, { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, levelColumn, { key: 'kind', titleZh: '方式', width: '14mm' }, { key: 'quantity', titleZh: '份数', width: '9mm' }, { key: 'pages', titleZh: '每份\n页数', width: '10mm' },
    { key: 'reason', titleZh: '事由', width: '20mm', align: 'left' }, { key: 'operator', titleZh: '复制人', width: '14mm' }, { key: 'machine', titleZh: '设备\n地点', width: '19mm' }, { key: 'waste', titleZh: '废页', width: '9mm' }, { key: 'at', titleZh: '复制时间', width: '17.5mm' }, { key: 'approval', titleZh: '审批单', width: '22mm', nowrap: true }, ink('sign', '领取人\n签字', '14mm'), remark('12mm'),
  ],
  cells: (c, books) => ({
    number: c.number ?? '', carrier: c.carrierNumber ?? '', title: c.title ?? '', level: levelText(c.level, periodOf(books, c.carrier)), kind: c.kind === null ? '' : copyKinds[c.kind], quantity: String(c.quantity ?? ''), pages: String(c.pages ?? '—'), reason: c.reason ?? '', operator: c.operator ?? '', machine: [c.machine, c.place].filter((s) => s !== null).join('\n'),
    waste: String(c.wasteSheets ?? 0), at: twoLines(c.madeAt), approval: [books.approvalNumber(c.approval), c.originatorConsent].filter((s) => s !== null).join('\n') || '—', remark: c.stamped === 1 ? '已盖戳' : c.kind === 'extract' && c.notebook !== null ? `记入\n${books.carrier(c.notebook)?.number ?? ''}` : '',
  }),
  day: (c) => dayOrNull(c.madeAt),
  total: (c) => [c.kind === null ? '复制' : copyKinds[c.kind], '份', c.quantity ?? 0],
  signatures: ['复制人', '审核人'],
};
