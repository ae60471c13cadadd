// 涉密计算机使用登记册: one machine and one calendar year as a volume (P178, P180).
import { levelZh, markOf } from '#shared/levels.ts';
import type { PrintFact, UsageSession, UsageYearPrint } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { addMonths, dayOf } from '#shared/time.ts';
import { isRefusal } from '../../commands/define.ts';
import { findComputer } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { recordsWhere } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { corrections, withDrafts } from './drafts.ts';
import { usageForm } from './machines.ts';
import { markTally } from '../../policy/markTally.ts';
import type { Filled, PrintRequest } from './request.ts';

/** A cell of the log form, looked up by key; the form's columns are fixed, so a missing one is an empty text. */
const asSession = (cells: Readonly<Record<string, string>>, struck: boolean, noteZh: string | undefined): UsageSession => ({
  date: (cells['date'] ?? '').slice(5), user: cells['user'] ?? '', from: cells['from'] ?? '', to: cells['to'] ?? '', taskZh: cells['work'] ?? '', level: cells['level'] ?? '', mediaZh: cells['media'] ?? '', outputZh: cells['output'] ?? '', abnormalZh: cells['abnormal'] ?? '',
  ...(struck ? { struck: true } : {}), ...(noteZh === undefined && cells['remark'] === '' ? {} : { noteZh: [noteZh, cells['remark']].filter((s) => s !== undefined && s !== '').join('\n') }),
});

function factsOf(c: RecordOf<'computers'>): PrintFact[] {
  const f = registers.computers.fields;
  return [
    { labelZh: '设备密级', value: c.level === null ? '—' : `${levelZh[c.level]}级` }, { labelZh: '存放地点', value: c.room ?? '' }, { labelZh: '责 任 人', value: c.custodian ?? '' }, { labelZh: '硬盘序列号', value: c.diskSerial ?? '' },
    { labelZh: '联网情况', value: c.network === null || c.network === 'none' ? '单机' : f.network.of[c.network] },
  ];
}

/** The year volume. Takes `filter {computer, year}`; the year is this one when absent. */
export function usageYear(books: Books, request: PrintRequest): Filled {
  const ref = refOf(request, 'computer');
  if (ref === null) throw new Refused(invalid({ path: 'filter.computer', messageZh: '没有指明计算机。请填写设备编号后再打印。' }));
  const computer = findComputer(books.db, ref);
  if (isRefusal(computer)) throw new Refused(computer);
  const year = Number(request.filter?.['year'] ?? books.today.slice(0, 4));
  if (!Number.isInteger(year) || year < 1990 || year > 2200) throw new Refused(invalid({ path: 'filter.year', messageZh: '年度的写法不对。请填写四位年度，如 2026。' }));
  const logs = recordsWhere(books.db, 'usageLogs', { computer: computer.id, year }).filter((l) => l.startedAt !== null).sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? '') || a.id - b.id);
  const tally = markTally(books.profile, books.today);
  const months = Array.from({ length: 12 }, (_, at) => ({ month: at + 1, sessions: [] as UsageSession[] }));
  for (const log of logs) {
    tally.add(log.level, null);
    const month = months[Number(dayOf(log.startedAt ?? '').slice(5, 7)) - 1];
    const rows = withDrafts(books, 'usageLogs', log as unknown as AnyRecord, (r) => usageForm.cells(r as unknown as RecordOf<'usageLogs'>, books), request.history !== false, corrections());
    month?.sessions.push(...rows.map((r) => asSession(r.cells, r.struck === true, r.noteZh)));
  }
  const book = recordsWhere(books.db, 'usageBooks', { computer: computer.id, year })[0] ?? null;
  const keepUntil = book?.keepUntil ?? addMonths(`${year}-12-31`, 60);
  const titleZh = '涉密计算机使用登记册';
  const mark = markOf(tally.level(), tally.period());
  return {
    formCode: 'R18-A4H', titleZh: `${titleZh} ${computer.assetNumber ?? ''} ${year} 年度`, rows: logs.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): UsageYearPrint => ({ form: 'usage-year', ...baseOf(books, 'R18-A4H', titleZh, mark, foot), year: String(year), computerNumber: computer.assetNumber ?? computer.number ?? '', facts: factsOf(computer), months, keepUntil, signatures: ['管理人', '责任人'] }),
  };
}
