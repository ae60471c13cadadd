// R12 销毁, R16 失踪与泄密, R37 违规: how carriers end and what went wrong.
import { registers } from '#shared/registers/index.ts';
import { dayOrNull, ink, levelColumn, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import { levelText, twoLines } from './words.ts';
import { levelZh } from '#shared/levels.ts';

const d = registers.destructions.fields;
export const destructionForm: RegisterForm<'destructions'> = {
  register: 'destructions', formCode: 'R12-A4H', orientation: 'landscape', countLabelZh: '批数',
  columns: [
    no, number('清册号', '20mm'), { key: 'listed', titleZh: '造册日期', width: '17.5mm', nowrap: true }, { key: 'level', titleZh: '最高\n密级', width: '11mm' }, { key: 'count', titleZh: '件数', width: '10mm' }, { key: 'reason', titleZh: '销毁原因', width: '1fr', align: 'left' }, { key: 'method', titleZh: '方式', width: '16mm' }, { key: 'place', titleZh: '承销单位（地点）', width: '30mm' },
    { key: 'approved', titleZh: '批准人', width: '14mm' }, { key: 'counted', titleZh: '清点数\n前/后', width: '15mm' }, { key: 'executor', titleZh: '销毁人', width: '14mm' }, { key: 'witness', titleZh: '监销人', width: '16mm' }, { key: 'at', titleZh: '销毁时间', width: '17.5mm' }, { key: 'state', titleZh: '状态', width: '13mm' }, ink('sign', '监销人\n签字', '16mm'), remark('13mm'),
  ],
  cells: (b) => ({
    number: b.number ?? '', listed: b.proposedOn ?? '', level: b.level === null ? '—' : levelZh[b.level], count: String(b.itemCount ?? 0), reason: b.reason ?? '', method: b.method === null ? '' : d.method.of[b.method], place: b.placeName ?? (b.place === null ? '' : d.place.of[b.place]), approved: b.approvedBy ?? '', counted: b.countBefore === null ? '' : `${b.countBefore}/${b.countAfter ?? ''}`,
    executor: b.executor ?? '', witness: [b.witness1, b.witness2].filter((s) => s !== null).join('\n'), at: twoLines(b.destroyedAt), state: b.state === null ? '' : d.state.of[b.state], remark: b.receiptNumber ?? '',
  }),
  day: (b) => b.proposedOn,
  total: (b) => (b.state === null ? null : [d.state.of[b.state], '件', b.itemCount ?? 0]),
  signatures: ['保管人', '审核人', '批准人'],
};

const i = registers.incidents.fields;
export const incidentForm: RegisterForm<'incidents'> = {
  register: 'incidents', formCode: 'R16-A4H', orientation: 'landscape', countLabelZh: '件数',
  columns: [
    no, number('事件号', '20mm'), { key: 'kind', titleZh: '类别', width: '15mm' }, { key: 'carrier', titleZh: '载体编号', width: '23.5mm', code: true, nowrap: true }, { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, levelColumn, { key: 'found', titleZh: '发现时间', width: '17.5mm' }, { key: 'by', titleZh: '发现人', width: '14mm' },
    { key: 'last', titleZh: '最后\n持有人', width: '14mm' }, { key: 'account', titleZh: '情况与查找', width: '40mm', align: 'left' }, { key: 'reported', titleZh: '报告时间\n及对象', width: '22mm' }, { key: 'result', titleZh: '结果', width: '18mm', align: 'left' }, { key: 'state', titleZh: '状态', width: '14mm' }, remark('12mm'),
  ],
  cells: (r, books) => ({
    number: r.number ?? '', kind: r.kind === null ? '' : i.kind.of[r.kind], carrier: r.carrierNumber ?? '', title: r.title ?? '', level: levelText(r.level, books.carrier(r.carrier)?.secrecyPeriod ?? null), found: twoLines(r.discoveredAt), by: r.discoveredBy ?? '', last: r.lastHolder ?? '', account: [r.account, r.search].filter((s) => s !== null).join('\n'),
    reported: [twoLines(r.reportedAt), r.reportedTo].filter((s) => s !== null && s !== '').join('\n'), result: [r.foundWhere === null ? null : `找到：${r.foundWhere}`, r.cause].filter((s) => s !== null).join('\n'), state: r.state === null ? '' : i.state.of[r.state], remark: '',
  }),
  day: (r) => dayOrNull(r.discoveredAt),
  signatures: ['经办人', '审核人'],
};

const v = registers.violations.fields;
export const violationForm: RegisterForm<'violations'> = {
  register: 'violations', formCode: 'R37-A4H', orientation: 'landscape', countLabelZh: '件数',
  columns: [
    no, number('登记号', '21.5mm'), { key: 'kind', titleZh: '情　形', width: '30mm', align: 'left' }, { key: 'carrier', titleZh: '载体编号', width: '23.5mm', code: true, nowrap: true }, { key: 'level', titleZh: '密级', width: '11mm' }, { key: 'person', titleZh: '涉及人员', width: '16mm' }, { key: 'at', titleZh: '发生时间', width: '17.5mm' }, { key: 'found', titleZh: '发现时间', width: '17.5mm' },
    { key: 'account', titleZh: '经　　过', width: '1fr', align: 'left' }, { key: 'rules', titleZh: '涉及规则', width: '30mm', align: 'left' }, { key: 'measures', titleZh: '处置措施', width: '30mm', align: 'left' }, { key: 'review', titleZh: '审计员\n阅处', width: '16mm' }, remark('12mm'),
  ],
  cells: (r) => ({
    number: r.number ?? '', kind: r.kind === null ? '' : v.kind.of[r.kind], carrier: r.carrierNumber ?? '—', level: r.level === null ? '—' : levelZh[r.level], person: r.person ?? '', at: twoLines(r.occurredAt), found: twoLines(r.discoveredAt), account: r.account ?? '', rules: r.rulesZh ?? '', measures: r.measures ?? '', review: [r.reviewedBy, r.reviewedAt === null ? null : twoLines(r.reviewedAt)].filter((s) => s !== null).join('\n'),
    remark: r.possibleLeak === 1 ? '可能\n泄密' : '',
  }),
  day: (r) => dayOrNull(r.discoveredAt),
  signatures: ['登记人', '审计员'],
};
