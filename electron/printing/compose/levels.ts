// R14 on paper: 定密审批表, 变更解密记录 with the list of those who are told, and the book itself.
import { digitsOf } from '#shared/labels.ts';
import { markOf } from '#shared/levels.ts';
import type { ApprovalPrint, PrintFact, PrintRow, RegisterPrint } from '#shared/printing.ts';
import { secretGrades } from '#shared/registers/carriers.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { isRefusal } from '../../commands/define.ts';
import { find } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { recordsWhere } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import { ink, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { levelText, totalKind } from './words.ts';

type Matter = RecordOf<'classifications'>;
const { kind: kinds, state: states, derivedReason: reasons, releaseReason: releases } = registers.classifications.fields;
/** 变更解密记录 leaves room to add names by hand. */
const SPARE_LINES = 4;

const dash = (value: string | number | null | undefined): string => (value === null || value === undefined || value === '' ? '—' : String(value));
/** 机密★10年, 商业秘密 二级, or 非密 for what is none any more. */
const standing = (level: Matter['level'], grade: Matter['grade'], period: string | null): string => (grade !== null ? `商业秘密${secretGrades[grade]}${period === null ? '' : `　${period}`}` : level === null ? '非密' : levelText(level, period));
const now = (m: Matter): string => standing(m.level, m.grade, m.secrecyPeriod);
const before = (m: Matter): string => (m.oldLevel === null && m.oldGrade === null ? '—' : standing(m.oldLevel, m.oldGrade, m.oldPeriod));
const scopeText = (m: Matter): string => ((m.accessScope ?? []).length > 0 ? (m.accessScope ?? []).join('、') : dash(m.scopeUnit));

function matterOf(books: Books, request: PrintRequest): Matter {
  const ref = refOf(request, 'classification');
  if (ref === null) throw new Refused(invalid({ path: 'filter.classification', messageZh: '没有指明定密事项。请填写定密编号后再打印。' }));
  const found = find(books.db, 'classifications', ref);
  if (isRefusal(found)) throw new Refused(found);
  return found;
}

/** Level and period of the paper: what the matter is now and what it was before, whichever is higher. */
function tallyOf(books: Books, m: Matter) {
  const tally = markTally(books.profile, books.today);
  tally.add(m.level, m.secrecyPeriod);
  // What is released is no secret any more; the record of it is not marked for what it was.
  if (m.level !== null) tally.add(m.oldLevel, m.oldPeriod);
  return tally;
}

/** 定密审批表: proposed by the drafter, decided by the 定密责任人, in boxes to be signed. Takes `filter {classification}`. */
export function decisionSheet(books: Books, request: PrintRequest): Filled {
  const m = matterOf(books, request);
  const commercial = m.regime === 'commercial_secret';
  const titleZh = commercial ? '商业秘密审批表' : '定密审批表';
  const tally = tallyOf(books, m);
  const mark = markOf(tally.level(), tally.period());
  const digits = digitsOf(m.number);
  const carrier = books.carrier(m.carrier);
  const facts: readonly PrintFact[] = [
    { labelZh: '事项名称', value: m.title ?? '', wide: true }, { labelZh: '类　　别', value: m.kind === null ? '' : kinds.of[m.kind] }, { labelZh: commercial ? '拟定等级' : '拟定密级', value: now(m) }, { labelZh: '知悉范围', value: scopeText(m), wide: true },
    { labelZh: '定密依据', value: dash(m.basis), wide: true }, ...(commercial ? [] : [{ labelZh: '事项范围', value: dash(m.clause), wide: true }]),
    ...(m.kind === 'derived' ? [{ labelZh: '派生理由', value: m.derivedReason === null ? '—' : reasons.of[m.derivedReason] }, { labelZh: '来　　源', value: dash(m.sourceNumber) }] : []), ...(m.disputed === null ? [] : [{ labelZh: '争议密级', value: `${m.disputed}；决定前按最高的保护`, wide: true }]),
    { labelZh: '承 办 人', value: dash(m.proposer) }, { labelZh: '提出日期', value: dash(m.proposedOn) }, ...(m.submitDueOn === null ? [] : [{ labelZh: '报请机关', value: dash(m.submittedTo) }, { labelZh: '应报请日期', value: m.submitDueOn }]),
    ...(m.decidedOn === null ? [] : [{ labelZh: '登记结果', value: [m.state === 'refused' ? '不同意' : now(m), m.decider, m.decidedOn, m.answerNumber].filter((s) => s !== null).join('　'), wide: true }]),
  ];
  return {
    formCode: 'R14-A4', titleZh, rows: carrier === null ? 0 : 1, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): ApprovalPrint => ({
      form: 'approval', ...baseOf(books, 'R14-A4', titleZh, mark, foot), number: m.number ?? '', ...(digits === null ? {} : { barcode: digits }), facts,
      items: carrier === null ? [] : [{ number: carrier.number ?? '', title: carrier.title ?? '', level: now(m), quantity: `${m.count ?? 1} ${totalKind(carrier.carrierKind)[1]}` }], checks: [],
      opinions: commercial ? [{ titleZh: '产生部门' }, { titleZh: m.grade === 'grade3' ? '部门负责人审批' : '总经理审批' }]
        : [{ titleZh: '承办部门' }, { titleZh: '保密工作机构' }, { titleZh: '定密责任人审定', hintZh: '（写明密级、保密期限和知悉范围）' }, ...(m.submitDueOn === null ? [] : [{ titleZh: '有权机关答复', hintZh: '（文号、密级、期限）' }])],
      notes: commercial ? ['审批后连同载体登记，本表归档。'] : ['承办人与定密责任人不得为同一人；原始定密须写明保密事项范围条目，派生定密须写明来源。', '审批后登记并作出密级标志，本表归档；没有定密权或不明确的，先按拟定密级保护并报请确定。'],
    }),
  };
}

/** Everybody who has to be told, those already told dated, then empty lines. */
function toldRows(books: Books, m: Matter): PrintRow[] {
  const names = [...new Set([...(m.accessScope ?? []), ...(m.notified ?? [])])];
  return names.map((name, at) => {
    const person = recordsWhere(books.db, 'persons', { name })[0];
    return { cells: { no: String(at + 1), name, department: person?.department ?? m.scopeUnit ?? '', told: (m.notified ?? []).includes(name) ? '已通知' : '', how: '', sign: '', day: '', remark: '' } };
  });
}

/**
 * 密级变更记录, 解密记录, 延长保密期限记录 with the list of those who are told in writing; 解密建议书 for another organ's secret.
 * Takes `filter {classification}`.
 */
export function changeSheet(books: Books, request: PrintRequest): Filled {
  const m = matterOf(books, request);
  const suggestion = m.kind === 'suggestion';
  const released = m.kind === 'release' || (m.kind === 'notice' && m.level === null);
  const titleZh = suggestion ? '解密建议书' : released ? '解密记录' : m.kind === 'extension' ? '延长保密期限记录' : '密级变更记录';
  const tally = tallyOf(books, m);
  const mark = markOf(tally.level(), tally.period());
  const carrier = books.carrier(m.carrier);
  const facts: readonly PrintFact[] = [
    { labelZh: '事项名称', value: m.title ?? '', wide: true }, { labelZh: '载体编号', value: dash(m.carrierNumber) }, { labelZh: '文　　号', value: dash(carrier?.docNumber) },
    ...(suggestion ? [{ labelZh: '现定密级', value: before(m) }, { labelZh: '原定密机关', value: dash(m.submittedTo) }, { labelZh: '建议理由', value: dash(m.basis), wide: true }, { labelZh: '建议日期', value: dash(m.proposedOn) }, { labelZh: '答　　复', value: m.answeredOn === null ? '—' : [m.answerNumber, m.answeredOn].filter((s) => s !== null).join('　') }]
      : [
        { labelZh: '原定密级', value: before(m) }, { labelZh: '现定密级', value: now(m) }, { labelZh: '原 标 志', value: dash(m.oldMark) }, { labelZh: '新 标 志', value: dash(m.newMark) },
        ...(released ? [{ labelZh: '解密理由', value: m.releaseReason === null ? '—' : releases.of[m.releaseReason] }, { labelZh: '生效日期', value: dash(m.effectiveOn) }] : [{ labelZh: '决定日期', value: dash(m.decidedOn) }, { labelZh: '生效日期', value: dash(m.effectiveOn) }]),
        { labelZh: '依　　据', value: [m.basis, m.noticeNumber, m.noticeFrom].filter((s) => s !== null).join('；') || '—', wide: true }, { labelZh: '决 定 人', value: dash([m.decider, m.deciderOffice].filter((s) => s !== null).join('　')) }, { labelZh: '通知时限', value: dash(m.notifyDueOn) },
        { labelZh: '件　　数', value: m.count === null ? '见台账' : `${m.count} 件（含复制件）` }, { labelZh: '更换标志', value: m.markedOn ?? '未更换' }, ...(m.suspended === 1 ? [{ labelZh: '暂缓查询', value: `届满后才决定，已向${m.queriedWith ?? ''}查询，答复前不办理`, wide: true }] : []),
      ]),
  ];
  const rows = suggestion ? [] : toldRows(books, m);
  return {
    formCode: suggestion ? 'R14J-A4' : 'R14B-A4', titleZh, rows: rows.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): RegisterPrint => ({
      form: 'register', register: 'R14', ...baseOf(books, suggestion ? 'R14J-A4' : 'R14B-A4', titleZh, mark, foot), serialZh: `定密编号 ${m.number ?? ''}`, orientation: 'portrait', count: rows.length, countLabelZh: suggestion ? '附件' : '应通知人数', facts,
      columns: suggestion ? [no, { key: 'name', titleZh: '原定密机关意见', width: '1fr', align: 'left' }, ink('sign', '签字盖章', '40mm'), { key: 'day', titleZh: '日期', width: '30mm' }]
        : [no, { key: 'name', titleZh: '姓　名', width: '24mm' }, { key: 'department', titleZh: '部　门', width: '1fr', align: 'left' }, { key: 'told', titleZh: '登记', width: '16mm' }, { key: 'how', titleZh: '通知方式', width: '24mm' }, ink('sign', '签　字', '26mm'), { key: 'day', titleZh: '日　期', width: '24mm' }, remark('18mm')],
      rows, blankRows: suggestion ? 3 : Math.max(SPARE_LINES, 8 - rows.length), signatures: suggestion ? ['承办人', '单位盖章'] : ['承办人', '定密责任人', '保密员'],
      notes: suggestion ? ['答复前仍按原密级管理。'] : released ? ['解密不等于公开；公布另经保密审查。', '新标志作在原标志旁，原标志划去。'] : ['变更须书面通知知悉范围内的单位和人员；新标志作在原标志旁，原标志划去。'],
    }),
  };
}

/** R14 定密变更解密登记簿. */
export const classificationForm: RegisterForm<'classifications'> = {
  register: 'classifications', formCode: 'R14-A4H', orientation: 'landscape', countLabelZh: '条数',
  columns: [
    no, number('定密编号', '23mm'), { key: 'kind', titleZh: '类别', width: '15mm' }, { key: 'title', titleZh: '事　项　名　称', width: '1fr', align: 'left' }, { key: 'carrier', titleZh: '载体编号', width: '24.5mm', code: true, nowrap: true }, { key: 'before', titleZh: '原密级\n期限', width: '19mm' }, { key: 'level', titleZh: '现密级\n期限', width: '19mm' },
    { key: 'decider', titleZh: '定密\n责任人', width: '15mm' }, { key: 'day', titleZh: '决定日期', width: '20mm', nowrap: true }, { key: 'basis', titleZh: '依据、通知文号', width: '31mm', align: 'left' }, { key: 'told', titleZh: '通知', width: '13mm' }, { key: 'marked', titleZh: '更换标志', width: '20mm', nowrap: true }, { key: 'state', titleZh: '状态', width: '13mm' }, remark('10mm'),
  ],
  cells: (m) => ({
    number: m.number ?? '', kind: m.kind === null ? '' : kinds.of[m.kind], title: m.title ?? '', carrier: dash(m.carrierNumber), before: before(m), level: m.kind === 'suggestion' || m.kind === 'review' ? '—' : now(m), decider: dash(m.decider), day: m.decidedOn ?? m.proposedOn ?? '',
    basis: [m.releaseReason === null ? null : releases.of[m.releaseReason], m.noticeNumber, m.clause, m.basis].filter((s) => s !== null).join('；').slice(0, 90), told: m.notifyDueOn === null ? '—' : `${(m.notified ?? []).length}/${(m.accessScope ?? []).length}人`, marked: m.markedOn ?? (m.newMark === null ? '—' : '未更换'), state: m.state === null ? '' : states.of[m.state], remark: '',
  }),
  day: (m) => m.decidedOn ?? m.proposedOn,
  signatures: ['登记人', '审核人'],
};
