// Papers the terminal speaks for itself: 审计锚点单, 恢复密钥单, 隔离状态, 核验报告, 审计记录, 今日待办单.
import { z } from 'zod';
import { levelZh, markOf } from '#shared/levels.ts';
import type { AnchorPrint, DueListPrint, IsolationPrint, PrintFoot, PrintRow, RecoveryPrint, RegisterPrint, VerificationPrint } from '#shared/printing.ts';
import { invalid } from '#shared/result.ts';
import { showInstant } from '#shared/time.ts';
import { registerOf } from '#shared/registers/index.ts';
import { queries } from '#shared/contract/queries.ts';
import { readEntry } from '../../commands/trail.ts';
import { auditList } from '../../queries/audit.ts';
import { Refused } from '../../queries/define.ts';
import { dueFor } from '../../queries/due.ts';
import { paperCode } from '../../vault/anchorCode.ts';
import { eventsOf, recordById, recordsWhere, trailAt } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import { no, remark } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { codeText, levelText, twoLines } from './words.ts';

const ANCHOR = 'R49-MD';
const PREVIOUS = 5;

/** Reads what a form was handed; throws Refused when it does not fit. */
function handed<T>(shape: z.ZodType<T>, data: unknown, what: string): T {
  const parsed = shape.safeParse(data);
  if (!parsed.success) throw new Refused(invalid({ path: 'data', messageZh: `缺少${what}的内容，不能打印。请从相应页面重新打印。` }));
  return parsed.data;
}

function earlierAnchors(books: Books): AnchorPrint['previous'] {
  return recordsWhere(books.db, 'prints', { form: ANCHOR }).slice(-PREVIOUS).reverse().flatMap((p) => {
    const seq = eventsOf(books.db, 'prints', p.id)[0]?.seq;
    const row = seq === undefined ? null : trailAt(books.db, seq);
    if (row === null) return [];
    const entry = readEntry(row.entry);
    return [{ date: showInstant(entry.at).slice(0, 10), seq: row.seq, code: codeText(paperCode({ storeId: books.storeId, generation: entry.generation, seq: row.seq, hash: row.hash })) }];
  });
}

/** The anchor is the entry of its own print: so the paper bounds everything before it and names itself. Reveals nothing of the registers. */
export function anchorSheet(books: Books, request: PrintRequest): Filled {
  const titleZh = '审计锚点单';
  const given = z.object({ occasionZh: z.string().max(40).optional(), backupId: z.string().max(300).optional() }).safeParse(request.data ?? {});
  const data = given.success ? given.data : {};
  const previous = earlierAnchors(books);
  return {
    formCode: ANCHOR, titleZh, rows: 1, level: null, secrecyPeriod: null,
    draft: (foot): AnchorPrint => ({
      form: 'anchor', ...baseOf(books, ANCHOR, titleZh, null, foot), terminalNumber: books.terminal.terminalNumber, date: books.today, seq: foot.chainSeq, code: foot.chainCode, occasionZh: data.occasionZh ?? '当日收工', ...(data.backupId === undefined ? {} : { backupId: data.backupId }), previous,
    }),
  };
}

const sheetsShape = z.object({ sheets: z.array(z.object({ sheet: z.union([z.literal(1), z.literal(2)]), text: z.string().min(20).max(400) })).length(2) });

/** The terminal as far as a sheet names it: at the founding there are no books yet to ask. */
export type Place = Pick<Books, 'terminal' | 'at'>;

/** Two pages, one share on each. In: the two sheets as the vault handed them out. */
export function recoveryPrint(place: Place, sheets: z.output<typeof sheetsShape>['sheets'], foot: PrintFoot): RecoveryPrint {
  return {
    form: 'recovery', ...baseOf(place, 'R49-HF', '恢复密钥单', null, foot), terminalNumber: place.terminal.terminalNumber, storeName: `${place.terminal.organisation}涉密台账`, createdAt: showInstant(place.at),
    sheets: sheets.map((s) => ({ index: s.sheet, keeperZh: s.sheet === 1 ? '单位负责人' : '保密工作机构负责人', groups: s.text.split(/\s+/).filter((g) => g.length === 4), checksum: s.text.split(/\s+/).filter((g) => g.length === 1).join(' ') })),
  };
}

/** Two shares, each on its own page. They come from the caller, appear on paper and are not kept; the digest is taken without them. */
export function recoverySheets(books: Books, request: PrintRequest): Filled {
  const { sheets } = handed(sheetsShape, Array.isArray(request.data) ? { sheets: request.data } : request.data, '恢复单');
  return { formCode: 'R49-HF', titleZh: '恢复密钥单', rows: 2, level: null, secrecyPeriod: null, draft: (foot) => recoveryPrint(books, sheets, foot) };
}

const CHECKS: Readonly<Record<string, string>> = { network: '网络连接', wireless: '无线网络', bluetooth: '蓝牙', otherRadio: '其他无线', removableMedia: '移动介质', camera: '摄像头', microphone: '麦克风' };
const findingsShape = z.array(z.object({ check: z.string(), ok: z.boolean(), findingZh: z.string(), source: z.string() })).min(1).max(50);

/** 终端隔离状态: what the program saw at this terminal. Takes the findings as `data`. */
export function isolation(books: Books, request: PrintRequest): Filled {
  const findings = handed(findingsShape, request.data, '隔离自检');
  const bad = findings.filter((f) => !f.ok).length;
  const titleZh = '终端隔离状态检查记录';
  return {
    formCode: 'R49-GL', titleZh, rows: findings.length, level: null, secrecyPeriod: null,
    draft: (foot): IsolationPrint => ({
      form: 'isolation', ...baseOf(books, 'R49-GL', titleZh, null, foot), terminalNumber: books.terminal.terminalNumber, levelZh: `${levelZh[books.terminal.level]}级`, verdictZh: bad === 0 ? `${findings.length} 项检查未发现连接、无线和接入介质。` : `${findings.length} 项检查中有 ${bad} 项不符合要求或未能检查。`,
      findings: findings.map((f) => ({ itemZh: CHECKS[f.check] ?? f.check, stateZh: f.ok ? '正常' : '不符', detailZh: f.findingZh, clauseZh: f.source, grade: f.ok ? 'good' : 'violation' })), notes: ['本记录只说明检查时本程序所见，不代替保密检查和专用工具检测。'],
    }),
  };
}

const verificationShape = z.object({
  ok: z.boolean(), checks: z.array(z.object({ name: z.string(), nameZh: z.string(), ok: z.boolean(), counted: z.number(), findings: z.array(z.union([z.string(), z.object({ messageZh: z.string() })])), seconds: z.number().optional() })).max(30),
  anchor: z.object({ seq: z.number(), code: z.string(), messageZh: z.string() }).optional(),
});

/** 审计核验报告. Takes the answer of the query `verify` as `data`; says only what was looked at. */
export function verification(books: Books, request: PrintRequest): Filled {
  const v = handed(verificationShape, request.data, '核验');
  const bad = v.checks.filter((c) => !c.ok).length;
  const titleZh = '审计核验报告';
  return {
    formCode: 'R49-HY', titleZh, rows: v.checks.length, level: null, secrecyPeriod: null,
    draft: (foot): VerificationPrint => ({
      form: 'verification', ...baseOf(books, 'R49-HY', titleZh, null, foot), terminalNumber: books.terminal.terminalNumber, verifiedAt: showInstant(books.at), verifiedBy: books.actor.name, good: v.ok, verdictZh: v.ok ? '核验各项相符，未发现改动。' : `${bad} 项不符。请停止登记，请安全保密管理员和安全审计员到场。`,
      checks: v.checks.map((c) => ({ nameZh: c.nameZh, countZh: `${c.counted.toLocaleString('en-US')} 条`, resultZh: c.ok ? '相符' : c.findings.slice(0, 5).map((f) => (typeof f === 'string' ? f : f.messageZh)).join('\n') || '不符', durationZh: c.seconds === undefined ? '—' : `${c.seconds.toFixed(1)} 秒`, good: c.ok })),
      ...(v.anchor === undefined ? {} : { anchor: { seq: v.anchor.seq, code: v.anchor.code, resultZh: v.anchor.messageZh } }), notes: ['本报告说明核验时所见；没有与纸质锚点核对的区段，不能排除持有全部口令者的伪造。'],
    }),
  };
}

type AuditAnswer = Readonly<{ entries: readonly { seq: number; at: string; happenedAt: string | null; actorZh: string; secondZh: string | null; actZh: string; outcome: string; outcomeZh: string; registerZh: string | null; number: string | null; rules: readonly string[]; hash: string }[]; cursor?: string }>;

/** The trail for the auditor: who did what to which number. Content of the registers never appears (P411), so the paper has no level. */
export function auditTrail(books: Books, request: PrintRequest): Filled {
  const { limit: _limit, cursor: _cursor, ...wanted } = (request.filter ?? {}) as Record<string, unknown>;
  const rows: PrintRow[] = [];
  for (let cursor: string | undefined; ;) {
    const parsed = queries['audit.list'].input.safeParse({ ...wanted, limit: 20_000, ...(cursor === undefined ? {} : { cursor }) });
    if (!parsed.success) throw new Refused(invalid({ path: 'filter', messageZh: '审计记录的筛选写法不对。请在审计记录页重新筛选后打印。' }));
    const page = auditList(books, parsed.data) as AuditAnswer;
    for (const e of page.entries) {
      rows.push({ cells: {
        no: String(e.seq), at: e.happenedAt === null ? twoLines(e.at) : `${twoLines(e.at)}\n补登`, who: e.secondZh === null ? e.actorZh : `${e.actorZh}\n${e.secondZh}`, act: e.actZh, outcome: e.outcomeZh, register: e.registerZh ?? '—', number: e.number ?? '—', rules: e.rules.join('、'), hash: e.hash.slice(0, 12), remark: '',
      } });
    }
    if (page.cursor === undefined) break;
    cursor = page.cursor;
  }
  rows.reverse();
  const titleZh = '审计记录';
  return {
    formCode: 'R49-SJ', titleZh, rows: rows.length, level: null, secrecyPeriod: null,
    draft: (foot): RegisterPrint => ({
      form: 'register', register: 'R49', ...baseOf(books, 'R49-SJ', titleZh, null, foot), orientation: 'landscape', count: rows.length, countLabelZh: '条数', rows, signatures: ['安全审计员', '安全保密管理员'], notes: ['本表只列编号和办理事项，不含台账内容。'],
      columns: [
        { ...no, titleZh: '审计\n序号', width: '14mm' }, { key: 'at', titleZh: '时　间', width: '21mm' }, { key: 'who', titleZh: '办理人', width: '20mm' }, { key: 'act', titleZh: '事　项', width: '30mm' }, { key: 'outcome', titleZh: '结果', width: '14mm' }, { key: 'register', titleZh: '台　账', width: '1fr' },
        { key: 'number', titleZh: '编　号', width: '28mm', code: true, nowrap: true }, { key: 'rules', titleZh: '规　则', width: '38mm' }, { key: 'hash', titleZh: '记录校验值', width: '28mm', code: true, nowrap: true }, remark('16mm'),
      ],
    }),
  };
}

/** 今日待办单 for whoever prints it: overdue, today, the days ahead. Takes `data {within}`. */
export function dueList(books: Books, request: PrintRequest): Filled {
  const within = Number((request.data as { within?: unknown } | undefined)?.within ?? 7);
  const items = dueFor(books, Number.isInteger(within) && within >= 0 && within <= 365 ? within : 7);
  const tally = markTally(books.profile, books.today);
  const row = (i: (typeof items)[number]): DueListPrint['groups'][number]['rows'][number] => {
    const carrierId = i.register === 'carriers' ? i.record : null;
    const of = i.register === null || i.record === null || carrierId !== null || !('carrier' in registerOf(i.register).fields) ? null : (recordById(books.db, i.register, i.record) as unknown as { carrier: number | null } | null);
    const c = books.carrier(carrierId ?? of?.carrier ?? null);
    tally.add(i.level, c?.secrecyPeriod ?? null);
    const late = i.overdueDays > 0 ? `\n超 ${i.overdueDays} 日` : '';
    return { titleZh: i.detailZh === '' ? i.titleZh : `${i.titleZh}\n${i.detailZh}`, number: i.number ?? '—', personZh: c?.holderName ?? '', level: levelText(i.level, c?.secrecyPeriod ?? null), dueZh: `${i.dueOn.slice(0, 4) === books.today.slice(0, 4) ? '' : `${i.dueOn.slice(0, 4)}\n`}${i.dueOn.slice(5)}${late}`, ruleZh: i.rule };
  };
  const groups: DueListPrint['groups'] = [
    { titleZh: '已超期', rows: items.filter((i) => i.dueOn < books.today).map(row) }, { titleZh: '今日到期', rows: items.filter((i) => i.dueOn === books.today).map(row) }, { titleZh: '近期到期', rows: items.filter((i) => i.dueOn > books.today).map(row) },
  ];
  const titleZh = '今日待办单';
  const mark = markOf(tally.level(), tally.period());
  return { formCode: 'R00-DB', titleZh, rows: items.length, level: tally.level(), secrecyPeriod: tally.period(), draft: (foot): DueListPrint => ({ form: 'due-list', ...baseOf(books, 'R00-DB', titleZh, mark, foot), date: books.today, groups }) };
}

