// Which form a register has. Registers without a form of their own are printed with the columns their definition lists.
import type { PrintColumn } from '#shared/printing.ts';
import type { Field } from '#shared/registers/fields.ts';
import { registerOf, registers } from '#shared/registers/index.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { levelZh } from '#shared/levels.ts';
import { roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { nameOf } from '../../queries/names.ts';
import type { ReadDb } from '../../vault/open.ts';
import { all } from '../../vault/read.ts';
import { archiveUseForm, tripForm } from './archive.ts';
import { carrierForm, receiptForm } from './holdings.ts';
import { copyForm, loanForm, readingForm } from './circulation.ts';
import { consignmentForm, dispatchForm, productionForm } from './dispatching.ts';
import { destructionForm, incidentForm, violationForm } from './endings.ts';
import { classificationForm } from './levels.ts';
import { computerForm, personForm, usageForm } from './machines.ts';
import { circulationForm, circulationStepForm, notebookForm, refusalForm } from './routing.ts';
import { handoverForm, telegramForm } from './handing.ts';
import { dayOrNull, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import { fieldText, levelText, twoLines } from './words.ts';

/** R49 打印登记簿: what was printed, under which number, for what. Titles only, so it carries no level of its own rows. */
const printForm: RegisterForm<'prints'> = {
  register: 'prints', formCode: 'R49-D4H', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, number('打印编号', '23mm'), { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, { key: 'level', titleZh: '密级★\n期限', width: '18mm', nowrap: true }, { key: 'purpose', titleZh: '用途', width: '34mm', align: 'left' }, { key: 'copies', titleZh: '份数', width: '10mm' }, { key: 'rows', titleZh: '行数', width: '13mm' }, { key: 'by', titleZh: '打印人', width: '16mm' },
    { key: 'at', titleZh: '打印时间', width: '17.5mm' }, { key: 'carriers', titleZh: '登记为载体', width: '24mm' }, { key: 'result', titleZh: '打印结果', width: '18mm' }, { key: 'pages', titleZh: '页数', width: '11mm' }, remark('14mm'),
  ],
  cells: (p, books) => ({
    number: p.number ?? '', title: p.title ?? '', level: levelText(p.level, p.secrecyPeriod), purpose: p.purpose ?? '', copies: String(p.copies ?? 1), rows: String(p.rows ?? ''), by: p.printedBy ?? '', at: twoLines(p.printedAt), carriers: p.carrierNumbers ?? printoutsOf(books.db, p.number), result: p.result === 'done' ? '成功' : p.result === 'spoiled' ? '卡纸作废' : '未确认', pages: String(p.pages ?? ''), remark: '',
  }),
  day: (p) => dayOrNull(p.printedAt),
  signatures: ['登记人', '审核人'],
};

/** 审批登记簿: what was asked, who answered. The request names its items, so it takes most of the line. */
const approvalBook: RegisterForm<'approvals'> = {
  register: 'approvals', formCode: 'SP-A4H', titleZh: '审批登记簿', orientation: 'landscape', countLabelZh: '条数',
  columns: [
    no, number('审批单号', '23mm'), { key: 'act', titleZh: '办理事项', width: '22mm' }, { key: 'subject', titleZh: '事　　由', width: '1fr', align: 'left' }, { key: 'level', titleZh: '密级', width: '11mm' }, { key: 'by', titleZh: '申请人', width: '15mm' }, { key: 'at', titleZh: '申请时间', width: '17.5mm' }, { key: 'form', titleZh: '方式', width: '13mm' },
    { key: 'decidedBy', titleZh: '审批人', width: '15mm' }, { key: 'decidedAt', titleZh: '审批时间', width: '17.5mm' }, { key: 'opinion', titleZh: '审批意见', width: '30mm', align: 'left' }, { key: 'state', titleZh: '状态', width: '14mm' }, remark('14mm'),
  ],
  cells: (a, books) => ({
    number: a.number ?? '', act: a.commandZh ?? '', subject: a.subject ?? '', level: a.level === null ? '—' : levelZh[a.level], by: a.requestedBy === null ? '' : nameOf(books.db, a.requestedBy), at: twoLines(a.requestedAt), form: a.form === null ? '' : registers.approvals.fields.form.of[a.form],
    decidedBy: a.signedBy ?? a.decidedBy ?? '', decidedAt: a.signedBy === null ? twoLines(a.decidedAt) : (a.signedOn ?? ''), opinion: a.opinion ?? '', state: a.state === null ? '' : registers.approvals.fields.state.of[a.state], remark: '',
  }),
  day: (a) => dayOrNull(a.requestedAt),
  signatures: ['登记人', '审核人'],
};

/** Carriers a print became: they bear its number as their document number. */
function printoutsOf(db: ReadDb, number: string | null): string {
  if (number === null) return '';
  const found = all(db, `SELECT number FROM carriers WHERE docNumber = ? AND source = 'printed' ORDER BY id`, number).map((r) => String(r['number']));
  return found.length > 2 ? `${found[0] ?? ''}\n等 ${found.length} 件` : found.join('\n');
}

const WIDTHS: Readonly<Record<Field['kind'], PrintColumn['width']>> = { text: '1fr', note: '2fr', day: '20mm', instant: '20mm', count: '14mm', flag: '10mm', choice: '18mm', level: '12mm', names: '1fr', ids: '14mm', ref: '22mm', json: '1fr' };

const timed: readonly Field['kind'][] = ['day', 'instant'];
/** Fields that hold an account; paper shows the person's name. */
const accountFields: readonly string[] = ['requestedBy', 'createdBy', 'confirmedBy'];
const titles: Partial<Record<RegisterKey, string>> = { accounts: '账户登记簿' };

/** Roles as the office calls them. */
const rolesText = (value: unknown): string => (Array.isArray(value) ? value.map((role) => (Object.hasOwn(roleZh, String(role)) ? roleZh[role as Role] : String(role))).join('、') : '');

/** A plain book of the columns the register's own list has. */
function plainForm(register: RegisterKey): RegisterForm<RegisterKey> {
  const spec = registerOf(register);
  const state = spec.states.field;
  const fields = [...spec.list.columns, ...(spec.list.columns.includes(state) ? [] : [state])];
  return {
    register, formCode: `${spec.id}-A4H`, ...(titles[register] === undefined ? {} : { titleZh: titles[register] }), orientation: 'landscape', countLabelZh: '条数',
    columns: [no, ...(spec.series === null ? [] : [number('编号', '23mm')]), ...fields.map((key): PrintColumn => ({ key, titleZh: spec.fields[key]?.label ?? key, width: WIDTHS[spec.fields[key]?.kind ?? 'text'], nowrap: timed.includes(spec.fields[key]?.kind ?? 'text') })), remark('16mm')],
    cells: (record, books) => {
      const of = record as unknown as AnyRecord;
      const cells: Record<string, string> = { number: of.number ?? '', remark: '' };
      for (const key of fields) {
        const field = spec.fields[key];
        if (field === undefined) continue;
        if (key === 'roles') cells[key] = rolesText(of[key]);
        else if (accountFields.includes(key) && typeof of[key] === 'string') cells[key] = nameOf(books.db, of[key]);
        else cells[key] = field.kind === 'instant' ? twoLines(of[key] as string | null) : field.kind === 'level' && of[key] !== null ? levelZh[of[key] as keyof typeof levelZh] : fieldText(field, of[key]);
      }
      return cells;
    },
    day: () => null,
    signatures: ['登记人', '审核人'],
  };
}

type Forms = { readonly [K in RegisterKey]?: RegisterForm<K> };
const own: Forms = {
  carriers: carrierForm, receipts: receiptForm, readings: readingForm, loans: loanForm, copies: copyForm, destructions: destructionForm, incidents: incidentForm, violations: violationForm, computers: computerForm, usageLogs: usageForm, persons: personForm, prints: printForm, approvals: approvalBook,
  circulations: circulationForm, circulationSteps: circulationStepForm, notebooks: notebookForm, refusals: refusalForm,
  handovers: handoverForm, telegrams: telegramForm,
  classifications: classificationForm, archiveUses: archiveUseForm, trips: tripForm,
  dispatches: dispatchForm, productions: productionForm, consignments: consignmentForm,
};

/** The form of a register; every register can be printed. */
export const formOf = <K extends RegisterKey>(register: K): RegisterForm<K> => (own[register] as RegisterForm<K> | undefined) ?? (plainForm(register) as unknown as RegisterForm<K>);
