import type { LedgerRow } from '#shared/import.ts';
import { count, dayOf, doubled, given, kinds, levelOf, pick, textOf } from './cells.ts';
import type { Values } from './cells.ts';
import { readDocNumber } from './docNumbers.ts';
import { readName } from './names.ts';

type Maker = Readonly<{ name: string; make: (row: LedgerRow, me: string) => Record<string, unknown>; batch: boolean }>;
type Words = readonly (readonly [RegExp, string])[];

/** Several names in one cell: 张三、李四 or 张三 李四. */
const namesIn = (v: Values, key: string): string[] | undefined => {
  const found = textOf(v, key, 2000)?.split(/[、，,;；/\s]+/).map(readName).filter((n) => n !== '' && [...n].length <= 60);
  return found === undefined || found.length === 0 ? undefined : [...new Set(found)];
};
const levelIn = (v: Values) => levelOf[String(v['level'] ?? '')] ?? null;
const positive = (v: Values, key: string): number | undefined => {
  const n = count(v, key);
  return n !== undefined && n >= 1 ? n : undefined;
};
/** What has no field of its own is kept in the note under its heading. */
const noted = (v: Values, more: readonly (readonly [string, string | undefined])[]): string | undefined => {
  const parts = [...more.flatMap(([zh, text]) => (text === undefined ? [] : [`${zh}${text}`])), textOf(v, 'note', 2500) ?? ''].filter((t) => t !== '');
  return parts.length === 0 ? undefined : parts.join('；').slice(0, 3000);
};
/** A date that is known to the month only, or that could not be read, does not get lost. */
const loose = (v: Values, key: string, zh: string): readonly [string, string | undefined] => [`原${zh} `, dayOf(v, key) === undefined ? textOf(v, key, 40) : undefined];

/** What the line says of its item. 文件编号 may hold a 文号: then it is looked for as one too. */
function item(v: Values): Record<string, unknown> {
  const number = textOf(v, 'carrierNumber', 60);
  const asDocument = number !== undefined && /号$|[[〔(（【]\d{4}/.test(number) ? readDocNumber(number) : undefined;
  return { carrier: number, docNumber: textOf(v, 'docNumber', 120) ?? asDocument, copySerial: textOf(v, 'copySerial', 20), title: textOf(v, 'title', 500), level: levelIn(v), oldNumber: textOf(v, 'oldNumber', 60) };
}

/** True when something is written where the day of return belongs (已还, 2012年5月) that is no day: it is back, only the day is not known. */
function backSomehow(row: LedgerRow): true | undefined {
  const written = textOf(row.values, 'returnedOn') !== undefined || row.problems.some((p) => p.field === 'returnedOn' && p.code.startsWith('date'));
  return written && dayOf(row.values, 'returnedOn') === undefined ? true : undefined;
}

function loan(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  const approver = textOf(v, 'approver', 60);
  return given({
    ...item(v), borrower: textOf(v, 'borrower', 60), department: textOf(v, 'department'), reason: textOf(v, 'reason'), lentOn: dayOf(v, 'lentOn'), dueOn: dayOf(v, 'dueOn'), returnedOn: dayOf(v, 'returnedOn'), returned: backSomehow(row), returnCheck: textOf(v, 'returnCheck'),
    note: noted(v, [['批准人', approver], loose(v, 'lentOn', '借出日期'), loose(v, 'returnedOn', '归还日期')]), ...doubled(row),
  });
}
const channels: Words = [[/机要交通/, 'confidential_transport'], [/机要通信|机要局|机要邮|密件/, 'confidential_post'], [/交换/, 'exchange_station'], [/专人|自取|面交|直送|当面/, 'courier'], [/传真/, 'fax'], [/邮件|网络|电邮|OA/i, 'network'], [/会议/, 'meeting'], [/挂号|平信|邮寄|快递|普通/, 'ordinary']];
const urgencies: Words = [[/特急|特提/, 'extra_urgent'], [/急/, 'urgent'], [/亲收|亲启/, 'addressee_only']];

function dispatch(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  const channel = textOf(v, 'channel', 60);
  const { carrier: _none, copySerial, ...of } = item(v);
  return given({
    ...of, copySerials: copySerial, recipient: textOf(v, 'recipient'), addressee: textOf(v, 'addressee', 60), sentOn: dayOf(v, 'sentOn'), secrecyPeriod: textOf(v, 'secrecyPeriod', 60), copies: positive(v, 'copies'), urgency: pick(urgencies, textOf(v, 'urgency') ?? channel), envelope: textOf(v, 'envelope'),
    channel: pick(channels, channel), handler: textOf(v, 'handler', 60), receivedBy: textOf(v, 'receivedBy', 60), receivedOn: dayOf(v, 'receivedOn'), receiptNumber: textOf(v, 'receiptNumber'),
    note: noted(v, [['发送方式', pick(channels, channel) === undefined ? channel : undefined], ['签发', textOf(v, 'signatory', 60)], ['拟稿', textOf(v, 'drafter', 60)], ['归卷', textOf(v, 'archiveNumber', 60)], loose(v, 'sentOn', '发出日期'), loose(v, 'receivedOn', '签收日期')]), ...doubled(row),
  });
}

const copyKinds: Words = [[/摘/, 'extract'], [/汇编/, 'compile'], [/拷贝|刻录|电子/, 'electronic']];
function copy(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  return given({
    ...item(v), kind: pick(copyKinds, textOf(v, 'kind', 60)) ?? 'copy', quantity: positive(v, 'quantity') ?? 1, pages: count(v, 'pages'), reason: textOf(v, 'reason'), operator: textOf(v, 'operator', 60), machine: textOf(v, 'machine'), approver: textOf(v, 'approver', 60), originatorConsent: textOf(v, 'originatorConsent'),
    copiedOn: dayOf(v, 'copiedOn'), recipients: namesIn(v, 'recipients'), note: noted(v, [['原份数', positive(v, 'quantity') === undefined ? '未写明' : undefined], loose(v, 'copiedOn', '复制日期')]), ...doubled(row),
  });
}

function notebook(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  return given({
    ...item(v), docNumber: undefined, holder: textOf(v, 'holder', 60), department: textOf(v, 'department'), issuedOn: dayOf(v, 'issuedOn'), pages: count(v, 'pages'), dueOn: dayOf(v, 'dueOn'), returnedOn: dayOf(v, 'returnedOn'), returned: backSomehow(row), pagesBack: count(v, 'pagesBack'), remark: textOf(v, 'remark', 1000),
    note: noted(v, [loose(v, 'issuedOn', '领用日期'), loose(v, 'returnedOn', '交回日期')]), ...doubled(row),
  });
}

const ways: Words = [[/粉碎|碎纸/, 'shred'], [/化浆|纸浆|造纸/, 'pulp'], [/消磁/, 'degauss'], [/化学|溶解/, 'chemical'], [/物理|砸|锯|焚|烧|熔/, 'physical']];
const wheres: Words = [[/保密局|销毁中心|销毁工作|保密行政/, 'authority_facility'], [/本单位|自行|碎纸机|机关/, 'own_equipment'], [/厂|公司|中心|站|单位/, 'designated_unit']];
function destruction(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  const kind = textOf(v, 'carrierKind', 60);
  const method = textOf(v, 'method', 60);
  const place = textOf(v, 'place');
  return given({
    ...item(v), issuer: textOf(v, 'issuer'), carrierKind: pick(kinds, kind) ?? (kind === undefined ? 'paper' : 'other'), kindNote: kind, copies: positive(v, 'copies') ?? 1, pages: count(v, 'pages'), custodian: textOf(v, 'custodian', 60), listNumber: textOf(v, 'listNumber', 60), reason: textOf(v, 'reason'), destroyedOn: dayOf(v, 'destroyedOn'),
    method: pick(ways, method), place: pick(wheres, place), placeName: place, approver: textOf(v, 'approver', 60), executor: textOf(v, 'executor', 60), witnesses: namesIn(v, 'witnesses')?.slice(0, 20), receiptNumber: textOf(v, 'receiptNumber'),
    note: noted(v, [['销毁方式', pick(ways, method) === undefined ? method : undefined], loose(v, 'destroyedOn', '销毁日期')]), ...doubled(row),
  });
}

const cabinetKinds: Words = [[/密码.{0,2}保险|保险柜|保险箱/, 'code_safe'], [/密码/, 'code_cabinet'], [/铁皮|铁柜|文件柜/, 'iron_cabinet'], [/库|档案/, 'archive_room']];
function cabinet(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  const kind = textOf(v, 'kind', 60);
  return given({ place: textOf(v, 'place'), kind: pick(cabinetKinds, kind) ?? 'other', room: textOf(v, 'room'), level: levelIn(v), keepers: namesIn(v, 'keepers'), codeChangedOn: dayOf(v, 'codeChangedOn'), note: noted(v, [['柜具', pick(cabinetKinds, kind) === undefined ? kind : undefined]]) });
}

/** What the rows of old registers become: the acts that enter them late. */
export const historyMakers: Readonly<Record<'dispatches' | 'loans' | 'copies' | 'notebooks' | 'destructions' | 'cabinets', Maker>> = {
  dispatches: { name: 'dispatch.enter', make: dispatch, batch: true },
  loans: { name: 'loan.enter', make: loan, batch: true },
  copies: { name: 'copy.enter', make: copy, batch: true },
  notebooks: { name: 'notebook.enter', make: notebook, batch: true },
  destructions: { name: 'destruction.enter', make: destruction, batch: true },
  cabinets: { name: 'cabinet.register', make: cabinet, batch: true },
};
