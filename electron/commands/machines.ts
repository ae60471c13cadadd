import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { toInstant, yearOf } from '#shared/time.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { all, recordsWhere, toRecord } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About } from './define.ts';
import { find, findCarrier, findComputer, findEach, findPerson } from './find.ts';
import type { ReadDb } from '../vault/open.ts';

const computerOf = (q: Question): RecordOf<'computers'> => q.facts.computer as RecordOf<'computers'>;
const about = (q: Question): About | null => (q.facts.computer === undefined ? null : { register: 'computers', record: q.facts.computer.id, number: q.facts.computer.number });
const loadComputer = (db: ReadDb, input: { computer: number | string }) => {
  const computer = findComputer(db, input.computer);
  return isRefusal(computer) ? computer : { computer };
};
const bookOf = (db: ReadDb, computer: number, year: number): RecordOf<'usageBooks'> | null => recordsWhere(db, 'usageBooks', { computer, year })[0] ?? null;

export const register = defineCommand({
  name: 'computer.register',
  load: (db, input) => {
    const same = all(db, `SELECT number FROM computers WHERE assetNumber = ? AND +state IN ('registered', 'in_use') LIMIT 1`, input.assetNumber)[0];
    return same === undefined ? {} : invalid({ path: 'assetNumber', messageZh: `设备编号 ${input.assetNumber} 已登记为 ${String(same['number'])}。请核对编号。` });
  },
  plan: (q) => {
    const i = q.input;
    return [enterRecord('computer', 'computers', {
      assetNumber: i.assetNumber, kind: i.kind, brandModel: i.brandModel ?? null, level: i.level, filingNumber: i.filingNumber ?? null, diskSerial: i.diskSerial ?? null, operatingSystem: i.operatingSystem ?? null, room: i.room, department: i.department ?? null, custodian: i.custodian, users: i.users ?? null,
      network: i.network === 'other' ? null : i.network, networkApproval: i.networkApproval ?? null, startedOn: i.startedOn ?? null, importBatch: i.importBatch ?? null, state: q.historical && i.startedOn !== undefined && i.filingNumber !== undefined ? 'in_use' : 'registered', note: i.note ?? null,
    })];
  },
  about: (_q, made) => (made['computer'] === undefined ? null : { register: 'computers', record: made['computer'].id, number: made['computer'].number }),
  result: (made) => ({ computer: made['computer'] }),
});

export const commission = defineCommand({
  name: 'computer.commission',
  load: loadComputer,
  plan: (q) => [move('computers', computerOf(q), { state: 'in_use', checkReport: q.input.checkReport ?? computerOf(q).checkReport, filingNumber: q.input.filingNumber ?? computerOf(q).filingNumber, startedOn: q.input.startedOn ?? q.today }, 'commissioned')],
  about,
});

export const assign = defineCommand({
  name: 'computer.assign',
  load: loadComputer,
  plan: (q) => [move('computers', computerOf(q), { custodian: q.input.custodian, ...(q.input.users === undefined ? {} : { users: q.input.users }), ...(q.input.department === undefined ? {} : { department: q.input.department }) }, 'assigned', { reason: q.input.reason })],
  about,
  bind: (input, f) => ({ computer: f.computer?.id, custodian: input.custodian }),
  quantity: () => 1,
});

export const relocate = defineCommand({
  name: 'computer.relocate',
  load: loadComputer,
  plan: (q) => [move('computers', computerOf(q), { room: q.input.room }, 'relocated', { reason: q.input.reason })],
  about,
  bind: (input, f) => ({ computer: f.computer?.id, room: input.room }),
  quantity: () => 1,
});

export const withdraw = defineCommand({
  name: 'computer.withdraw',
  load: loadComputer,
  plan: (q) => [move('computers', computerOf(q), { state: 'withdrawn', ...(q.input.diskKeptAt === undefined ? {} : { room: q.input.diskKeptAt }) }, 'withdrawn', { reason: q.input.reason })],
  about,
});

const usageAbout = (q: Question): About | null => (q.facts.usage === undefined ? null : { register: 'usageLogs', record: q.facts.usage.id, number: q.facts.usage.number });

export const openUsage = defineCommand({
  name: 'usageLog.open',
  load: (db, input, setting) => {
    const computer = findComputer(db, input.computer);
    if (isRefusal(computer)) return computer;
    const person = findPerson(db, input.user);
    if (isRefusal(person)) return person;
    const media = findEach(input.media ?? [], (ref) => findCarrier(db, ref));
    if (isRefusal(media)) return media;
    const start = toInstant(input.startedAt ?? input.happenedAt ?? setting.now);
    const overlap = all(db, `SELECT * FROM usageLogs WHERE computer = ? AND state IS NOT 'withdrawn' AND startedAt < ? AND (endedAt IS NULL OR endedAt > ?) ORDER BY id DESC LIMIT 1`, computer.id, input.endedAt === undefined ? '9999' : toInstant(input.endedAt), start).map((r) => toRecord('usageLogs', r))[0] ?? null;
    const year = yearOf(start);
    return { computer, person, media, openUsage: recordsWhere(db, 'usageLogs', { computer: computer.id, state: 'open' }).at(-1) ?? null, overlap, book: bookOf(db, computer.id, year) };
  },
  plan: (q) => {
    const c = computerOf(q);
    const p = q.facts.person as RecordOf<'persons'>;
    const media = q.facts.media ?? [];
    const i = q.input;
    const started = i.startedAt === undefined ? q.happenedAt : toInstant(i.startedAt);
    const ended = i.endedAt === undefined ? null : toInstant(i.endedAt);
    return [enterRecord('usage', 'usageLogs', {
      computer: c.id, computerNumber: c.assetNumber, computerLevel: c.level, year: yearOf(started), user: p.id, userName: p.name, startedAt: started, endedAt: ended, work: i.work ?? null, level: i.level, media: media.map((m) => m.id), mediaNumbers: media.length === 0 ? null : media.map((m) => m.number).join('、'),
      outputs: i.outputs ?? null, outputCount: i.outputCount ?? null, wasteSheets: i.wasteSheets ?? null, abnormal: i.abnormal ?? null, lateReason: i.lateReason ?? null, importBatch: i.importBatch ?? null, state: ended === null ? 'open' : 'closed',
    })];
  },
  about: (_q, made) => (made['usage'] === undefined ? null : { register: 'usageLogs', record: made['usage'].id, number: made['usage'].number }),
  result: (made) => ({ usage: made['usage'] }),
});

export const closeUsage = defineCommand({
  name: 'usageLog.close',
  load: (db, input) => {
    const usage = find(db, 'usageLogs', input.usage);
    if (isRefusal(usage)) return usage;
    const computer = usage.computer === null ? undefined : find(db, 'computers', usage.computer);
    const outputs = findEach(input.outputCarriers ?? [], (ref) => findCarrier(db, ref));
    if (isRefusal(outputs)) return outputs;
    return { usage, ...(computer === undefined || isRefusal(computer) ? {} : { computer, book: usage.year === null ? null : bookOf(db, computer.id, usage.year) }), carriers: [], media: outputs };
  },
  plan: (q) => {
    const i = q.input;
    return [move('usageLogs', q.facts.usage as RecordOf<'usageLogs'>, {
      state: 'closed', endedAt: i.endedAt === undefined ? q.happenedAt : toInstant(i.endedAt), outputs: i.outputs ?? null, outputCount: i.outputCount ?? null, outputCarriers: (q.facts.media ?? []).map((m) => m.id), wasteSheets: i.wasteSheets ?? null, abnormal: i.abnormal ?? null,
      ...(i.level === undefined ? {} : { level: i.level }), ...(i.work === undefined ? {} : { work: i.work }),
    }, 'closed')];
  },
  about: usageAbout,
});

export const closeYear = defineCommand({
  name: 'usageLog.closeYear',
  load: (db, input) => {
    const computer = findComputer(db, input.computer);
    if (isRefusal(computer)) return computer;
    const sessions = all(db, `SELECT * FROM usageLogs WHERE computer = ? AND year = ? AND state IS NOT 'withdrawn'`, computer.id, input.year).map((r) => toRecord('usageLogs', r));
    return { computer, sessions, book: bookOf(db, computer.id, input.year) };
  },
  plan: (q) => [enterRecord('book', 'usageBooks', { computer: computerOf(q).id, computerNumber: computerOf(q).assetNumber, year: q.input.year, sessions: q.facts.sessions?.length ?? 0, closedAt: q.now, state: 'closed' })],
  about,
  result: (made) => ({ book: made['book'] }),
});
