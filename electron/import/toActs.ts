import type { LedgerRow } from '#shared/import.ts';
import { count, dayOf, dayOrMonth, doubled, given, isSecret, kinds, levelOf, periodOf, pick, regimeOf, textOf } from './cells.ts';
import { historyMakers } from './toHistory.ts';

/** An act of the door and the row it comes from. */
export type RowAct = Readonly<{ sheet: number; row: number; name: string; input: Record<string, unknown> }>;

const OLD = '旧台账导入，照原台账登记';

const states: readonly (readonly [RegExp, string])[] = [
  [/待销毁/, 'destroy_pending'], [/已销毁|销毁/, 'destroyed'], [/移交/, 'transferred'], [/清退/, 'returned'], [/维修/, 'out_for_repair'], [/借出|借阅|在外/, 'lent'], [/在用|使用/, 'in_use'], [/在库|在册|保存|保管|入库/, 'in_custody'],
];
function receipt(row: LedgerRow, me: string): Record<string, unknown> {
  const v = row.values;
  const word = String(v['level'] ?? '');
  const level = levelOf[word] ?? null;
  const serial = textOf(v, 'copySerial', 20);
  const extra = [word === '公开' ? '原标“公开”' : '', dayOf(v, 'receivedOn') === undefined && textOf(v, 'receivedOn') !== undefined ? `原收文日期 ${String(v['receivedOn'])}` : '', textOf(v, 'note', 3000) ?? ''].filter((s) => s !== '').join('；');
  const copies = count(v, 'copies');
  return given({
    title: textOf(v, 'title', 500), level, regime: regimeOf(word), period: periodOf(textOf(v, 'secrecyPeriod', 60), isSecret(level)), issuer: textOf(v, 'issuer'), docNumber: textOf(v, 'docNumber', 120), issuedOn: dayOrMonth(v, 'issuedOn'), receivedOn: dayOf(v, 'receivedOn'),
    copies: copies !== undefined && copies >= 1 ? copies : undefined, copySerials: serial !== undefined && isSecret(level) ? [serial] : undefined, handler: textOf(v, 'handler', 60), returnBy: dayOf(v, 'returnBy'), place: textOf(v, 'place'), oldNumber: textOf(v, 'receiptNumber', 60), note: extra === '' ? undefined : extra,
    custodian: isSecret(level) ? (textOf(v, 'handler', 60) ?? me) : undefined, ...doubled(row),
  });
}

function carrier(row: LedgerRow, me: string): Record<string, unknown> {
  const v = row.values;
  const word = String(v['level'] ?? '');
  const level = levelOf[word] ?? null;
  const kindWord = textOf(v, 'carrierKind', 60);
  const stateWord = textOf(v, 'state', 60);
  const scope = textOf(v, 'accessScope', 2000)?.split(/[、，,;；\s]+/).filter((s) => s !== '');
  const copies = count(v, 'copies');
  const pages = count(v, 'pages') ?? (/^\d+页?$/.test(textOf(v, 'pages') ?? '') ? Number.parseInt(String(v['pages']), 10) : undefined);
  return given({
    title: textOf(v, 'title', 500), level, regime: regimeOf(word), period: periodOf(textOf(v, 'secrecyPeriod', 60), isSecret(level)), carrierKind: pick(kinds, kindWord) ?? 'other', kindNote: kindWord, issuer: textOf(v, 'issuer'), docNumber: textOf(v, 'docNumber', 120), copySerial: textOf(v, 'copySerial', 20),
    copies: copies !== undefined && copies >= 1 ? copies : undefined, pages, sizeNote: pages === undefined ? textOf(v, 'pages') : undefined, deviceSerial: textOf(v, 'serial', 120), receivedOn: dayOf(v, 'receivedOn'), custodian: textOf(v, 'custodian', 60) ?? me, place: textOf(v, 'place') ?? '未写明', source: 'imported',
    state: pick(states, stateWord) ?? (textOf(v, 'holder', 60) === undefined ? 'in_custody' : 'lent'), holder: textOf(v, 'holder', 60), oldState: stateWord, oldNumber: textOf(v, 'carrierNumber', 60), accessScope: scope !== undefined && scope.length > 0 && scope.every((s) => [...s].length <= 60) ? scope : undefined, note: textOf(v, 'note', 3900), ...doubled(row),
  });
}

const classes: Readonly<Record<string, string>> = { 核心: 'core', 重要: 'important', 一般: 'general' };
const employments: readonly (readonly [RegExp, string])[] = [[/返聘/, 're_employed'], [/借调/, 'seconded'], [/实习/, 'intern'], [/临时/, 'temporary'], [/试用/, 'probation'], [/专家/, 'external_expert'], [/合同|聘/, 'regular_contract'], [/在编|正式|事业|行政/, 'staff']];
const statuses: readonly (readonly [RegExp, string])[] = [[/脱密/, 'cooling_off'], [/暂停/, 'suspended'], [/离|退休|调出/, 'left'], [/拟|待/, 'proposed'], [/非涉密/, 'outside'], [/在/, 'on_post']];

function person(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  const word = textOf(v, 'personnelClass') ?? '';
  const personnelClass = Object.entries(classes).find(([zh]) => word.includes(zh))?.[1] ?? (word === '' ? undefined : 'none');
  const screened = dayOf(v, 'screenedOn');
  return given({
    name: textOf(v, 'name', 60), department: textOf(v, 'department'), post: textOf(v, 'post'), personnelClass, employment: pick(employments, textOf(v, 'employment')), status: pick(statuses, textOf(v, 'status')) ?? (personnelClass === undefined || personnelClass === 'none' ? 'outside' : 'on_post'), screenedOn: screened,
    screeningResult: screened === undefined ? undefined : 'passed', trainedOn: dayOf(v, 'trainedOn'), undertakingOn: dayOf(v, 'undertakingOn'), coolingOffFrom: dayOf(v, 'coolingOffFrom'), coolingOffUntil: dayOf(v, 'coolingOffUntil'), onPostFrom: dayOf(v, 'determinedOn'), phone: textOf(v, 'phone', 40), note: textOf(v, 'note', 3900),
  });
}

function computer(row: LedgerRow, me: string): Record<string, unknown> {
  const v = row.values;
  const kind = textOf(v, 'kind') ?? '';
  return given({
    assetNumber: textOf(v, 'assetNumber', 60), kind: /便携|笔记本/.test(kind) ? 'laptop' : /服务器/.test(kind) ? 'server' : /台式|计算机|电脑/.test(kind) || kind === '' ? 'desktop' : 'other', brandModel: textOf(v, 'brandModel'), level: levelOf[String(v['level'] ?? '')] ?? null, filingNumber: textOf(v, 'filingNumber'),
    diskSerial: textOf(v, 'diskSerial', 120), operatingSystem: textOf(v, 'operatingSystem'), room: textOf(v, 'room') ?? '未写明', department: textOf(v, 'department'), custodian: textOf(v, 'custodian', 60) ?? me, startedOn: dayOf(v, 'startedOn'), note: textOf(v, 'note', 3900),
  });
}

const minute = (text: string | undefined, day: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{2}:\d{2}$/.test(text)) return day === undefined ? undefined : `${day}T${text}:00`;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? `${text}:00` : /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T08:00:00` : undefined;
};

function usage(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  const day = dayOf(v, 'date');
  const startedAt = minute(textOf(v, 'startAt'), day) ?? (day === undefined ? undefined : `${day}T08:00:00`);
  return given({
    computer: textOf(v, 'computer', 60), user: textOf(v, 'user', 60), startedAt, endedAt: minute(textOf(v, 'endAt'), day) ?? startedAt, work: textOf(v, 'work', 500), level: levelOf[String(v['level'] ?? '')] ?? null, outputs: textOf(v, 'outputs'), abnormal: textOf(v, 'abnormal'),
  });
}

const methods: readonly (readonly [RegExp, string])[] = [[/传达/, 'told'], [/会议/, 'meeting'], [/复制|摘抄/, 'copied'], [/经手|承办/, 'handled']];
function reading(row: LedgerRow): Record<string, unknown> {
  const v = row.values;
  const at = minute(textOf(v, 'readAt'), undefined);
  return given({ carrier: textOf(v, 'carrierNumber', 40), readers: textOf(v, 'reader', 60) === undefined ? undefined : [textOf(v, 'reader', 60)], how: pick(methods, textOf(v, 'method')) ?? 'read', place: textOf(v, 'place') ?? '未写明', purpose: textOf(v, 'purpose'), signature: 'ink', happenedAt: at });
}

const makers: Readonly<Record<string, { name: string; make: (row: LedgerRow, me: string) => Record<string, unknown>; batch: boolean }>> = {
  receipts: { name: 'carrier.receive', make: receipt, batch: true },
  carriers: { name: 'carrier.enter', make: carrier, batch: true },
  persons: { name: 'person.register', make: person, batch: true },
  computers: { name: 'computer.register', make: computer, batch: true },
  usageLogs: { name: 'usageLog.open', make: usage, batch: true },
  readings: { name: 'knowledge.record', make: reading, batch: false },
  ...historyMakers,
};

/**
 * The act that enters one row of an old ledger. Pure. `me` answers for what names nobody.
 * Late and warned about by nature: both reasons say that it is written as the old ledger has it.
 */
export function actOfRow(register: string, sheet: number, row: LedgerRow, me: string, batch: number): RowAct {
  const maker = makers[register];
  if (maker === undefined) throw new Error(`nothing is imported into ${register}`);
  return { sheet, row: row.row, name: maker.name, input: { ...maker.make(row, me), lateReason: OLD, warnReason: OLD, ...(maker.batch ? { importBatch: batch } : {}) } };
}
