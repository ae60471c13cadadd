// R16 on paper: 泄密事件报告表 with its seven items, 查找记录, 处理决定.
import { digitsOf } from '#shared/labels.ts';
import { levelZh, markOf } from '#shared/levels.ts';
import type { ApprovalPrint, PrintFact, RegisterPrint } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { showInstant } from '#shared/time.ts';
import { isRefusal } from '../../commands/define.ts';
import { find } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import { ink, no } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { docOf, kindZh, levelText, totalKind } from './words.ts';

type Incident = RecordOf<'incidents'>;
const f = registers.incidents.fields;
const dash = (value: string | number | null | undefined): string => (value === null || value === undefined || value === '' ? '—' : String(value));
/** Lines for handwriting on the search record. */
const BLANK_LINES = 8;

function incidentOf(books: Books, request: PrintRequest): Incident {
  const ref = refOf(request, 'incident');
  if (ref === null) throw new Refused(invalid({ path: 'filter.incident', messageZh: '没有指明事件。请填写事件号后再打印。' }));
  const found = find(books.db, 'incidents', ref);
  if (isRefusal(found)) throw new Refused(found);
  return found;
}

function paperOf(books: Books, i: Incident) {
  const c = books.carrier(i.carrier);
  const tally = markTally(books.profile, books.today);
  tally.add(i.level, c?.secrecyPeriod ?? null);
  const digits = digitsOf(i.number);
  return { c, level: tally.level(), secrecyPeriod: tally.period(), mark: markOf(tally.level(), tally.period()), barcode: digits === null ? {} : { barcode: digits }, levelText: i.level === null ? '—' : levelText(i.level, c?.secrecyPeriod ?? null) };
}
const itemsOf = (p: ReturnType<typeof paperOf>): ApprovalPrint['items'] => (p.c === null ? [] : [{ number: p.c.number ?? '', title: `${p.c.title ?? ''}${docOf(p.c) === '—' ? '' : `\n${docOf(p.c)}`}`, level: levelText(p.c.level, p.c.secrecyPeriod), quantity: `${p.c.copies ?? 1} ${totalKind(p.c.carrierKind)[1]}` }]);

/** 泄密事件报告表: the seven items the law asks for, then the opinions. What is not entered yet stays open for the pen. Takes `filter {incident}`. */
export function incidentReport(books: Books, request: PrintRequest): Filled {
  const i = incidentOf(books, request);
  const p = paperOf(books, i);
  const titleZh = i.kind === 'anomaly' ? '涉密人员异常情况报告表' : '泄密事件报告表';
  const item = (n: number, labelZh: string, value: string | null): PrintFact => ({ labelZh: `${n}．${labelZh}`, value: value ?? '', wide: true });
  const what = [i.title, p.levelText === '—' ? null : p.levelText, p.c === null ? null : `${p.c.copies ?? 1} ${totalKind(p.c.carrierKind)[1]}`, p.c === null ? null : kindZh(p.c.carrierKind).replace('\n', '')].filter((s) => s !== null).join('　');
  const facts: readonly PrintFact[] = [
    { labelZh: '类　　别', value: i.kind === null ? '' : f.kind.of[i.kind] }, { labelZh: '发现时间', value: showInstant(i.discoveredAt) }, { labelZh: '发 现 人', value: dash(i.discoveredBy) }, { labelZh: '最后持有人', value: dash(i.lastHolder) },
    item(1, '秘密内容、密级、数量、载体', what), item(2, '如何发现', i.account), item(3, '责 任 人', (i.responsible ?? []).join('、') || null), item(4, '时间地点经过', i.course), item(5, '危　　害', i.harm), item(6, '查处工作', i.search), item(7, '补救措施', i.remedy),
    { labelZh: '经手与知悉', value: dash(i.chain), wide: true }, { labelZh: '内部报告', value: [showInstant(i.internalAt), i.internalTo].filter((s) => s !== null && s !== '').join('　') || '—' }, { labelZh: '口头报告', value: showInstant(i.wordOfMouthAt) || '—' }, { labelZh: '书面报告', value: [showInstant(i.reportedAt), i.reportedTo].filter((s) => s !== null && s !== '').join('　') || '—', wide: true },
  ];
  return {
    formCode: 'R16-B-A4', titleZh, rows: 1, level: p.level, secrecyPeriod: p.secrecyPeriod,
    draft: (foot): ApprovalPrint => ({
      form: 'approval', ...baseOf(books, 'R16-B-A4', titleZh, p.mark, foot), number: i.number ?? '', ...p.barcode, facts, items: itemsOf(p), checks: [],
      opinions: [{ titleZh: '保密工作机构' }, { titleZh: '单位负责人', hintZh: '（签字盖章）' }],
      notes: ['发现泄密或可能泄密，立即采取补救措施，二十四小时内向同级保密行政管理部门和上级主管部门书面报告；情况紧急的先口头报告。', `自发现之日起三个月内书面报告查处结果${i.resultDueOn === null ? '' : `（${i.resultDueOn} 前）`}，查不完的报告进展和原因。`],
    }),
  };
}

/** One line of the log that is kept as text: 2026-11-20 09:00 欧阳笺：… */
const LOGGED = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) ([^：]{1,60})：(.*)$/u;

/** 查找记录: each search on its line, with empty lines for those still to come. Takes `filter {incident}`. */
export function searchRecord(books: Books, request: PrintRequest): Filled {
  const i = incidentOf(books, request);
  const p = paperOf(books, i);
  const titleZh = '涉密载体查找记录';
  const found = (i.search ?? '').split('\n').filter((s) => s !== '').map((line, at) => {
    const parts = LOGGED.exec(line);
    return { cells: { no: String(at + 1), at: parts?.[1]?.replace(' ', '\n') ?? '', who: parts?.[2] ?? '', what: parts?.[3] ?? line, sign: '' } };
  });
  const facts: readonly PrintFact[] = [
    { labelZh: '事 件 号', value: i.number ?? '' }, { labelZh: '载体编号', value: dash(i.carrierNumber) }, { labelZh: '名　　称', value: dash(i.title), wide: true }, { labelZh: '密　　级', value: p.levelText }, { labelZh: '发现时间', value: showInstant(i.discoveredAt) }, { labelZh: '经手与知悉', value: dash(i.chain), wide: true },
    ...(i.foundAt === null ? [] : [{ labelZh: '查找结果', value: `${showInstant(i.foundAt)} 找到，在${i.foundWhere ?? ''}`, wide: true }]), ...(i.escalatedAt === null ? [] : [{ labelZh: '转泄密处理', value: showInstant(i.escalatedAt), wide: true }]),
  ];
  return {
    formCode: 'R16-C-A4', titleZh, rows: found.length, level: p.level, secrecyPeriod: p.secrecyPeriod,
    draft: (foot): RegisterPrint => ({
      form: 'register', register: 'R16', ...baseOf(books, 'R16-C-A4', titleZh, p.mark, foot), orientation: 'portrait', count: found.length, countLabelZh: '次数', facts,
      columns: [no, { key: 'at', titleZh: '时　间', width: '22mm' }, { key: 'who', titleZh: '查找人', width: '20mm' }, { key: 'what', titleZh: '查找地点和情况', width: '1fr', align: 'left' }, ink('sign', '签　字', '24mm')], rows: found, blankRows: BLANK_LINES,
      notes: ['绝密载体自发现下落不明之日起十日、机密和秘密六十日未找到的，按泄密事件处理；查找期限不影响立即报告。'], signatures: ['记录人', '保密工作机构负责人'],
    }),
  };
}

/** 处理决定: who answers for the case, with which measure, and who failed to supervise. Takes `filter {incident}`. */
export function sanctionDecision(books: Books, request: PrintRequest): Filled {
  const i = incidentOf(books, request);
  if (i.sanctionsZh === null) throw new Refused(invalid({ path: 'filter.incident', messageZh: `事件 ${i.number ?? ''} 还没有处理决定。请先登记责任人处理。` }));
  const p = paperOf(books, i);
  const titleZh = '保密违规处理决定';
  const facts: readonly PrintFact[] = [
    { labelZh: '事　　件', value: `${i.kind === null ? '' : f.kind.of[i.kind]}　${i.number ?? ''}` }, { labelZh: '密　　级', value: i.level === null ? '—' : levelZh[i.level] }, { labelZh: '事　　实', value: [i.account, i.course].filter((s) => s !== null).join('\n'), wide: true }, { labelZh: '原　　因', value: dash(i.cause), wide: true },
    { labelZh: '责 任 人', value: (i.responsible ?? []).join('、') || '—', wide: true }, { labelZh: '处理决定', value: i.sanctionsZh, wide: true }, { labelZh: '负领导责任', value: dash(i.supervisor), wide: true }, { labelZh: '整改措施', value: dash(i.corrected), wide: true }, { labelZh: '教育情况', value: dash(i.educated), wide: true },
  ];
  return {
    formCode: 'R16-D-A4', titleZh, rows: 1, level: p.level, secrecyPeriod: p.secrecyPeriod,
    draft: (foot): ApprovalPrint => ({
      form: 'approval', ...baseOf(books, 'R16-D-A4', titleZh, p.mark, foot), number: i.number ?? '', ...p.barcode, facts, items: itemsOf(p), checks: [],
      opinions: [{ titleZh: '保密工作机构' }, { titleZh: '人事（纪检）部门' }, { titleZh: '单位负责人', hintZh: '（签字盖章）' }, { titleZh: '被处理人', hintZh: '（阅知签字，可陈述意见）' }],
      notes: ['四不放过：原因没有查明、责任人没有处理、整改没有落实、人员没有受到教育，不得结案。'],
    }),
  };
}
