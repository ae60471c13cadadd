import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, numberOf } from '#electron/vault/read.ts';
import { insertRecord } from '#electron/vault/write.ts';
import { approved, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { told } from './support.ts';
import type { Page } from './support.ts';

const MANY = 700;
let desk: Desk;
const list = (input: Record<string, unknown>) => told<Page>(desk, 'record.list', { register: 'carriers', ...input });

/** Many in the safe, a few in each other state: the first are walked over, the others found by the index of the state. */
beforeAll(() => {
  desk = openDesk('secret', '2026-11-02T09:00:00+08:00');
  desk.must('person.register', reader('南宫砚'));
  desk.must('carrier.enter', paper('文件1号', { basisDocument: '依据', copySerial: '000001' }));
  for (let n = 2; n <= MANY; n++) {
    const state = n % 23 === 0 ? 'lent' : n % 31 === 0 ? 'missing' : n % 97 === 0 ? 'out_for_repair' : 'in_custody';
    const day = (k: number): string => `2026-1${k % 2}-${String(10 + (k % 5)).padStart(2, '0')}`;
    insertRecord(desk.db, 'carriers', { title: `文件${n}号`, level: n % 3 === 0 ? 'secret' : 'confidential', state, dueOn: state === 'lent' && n % 4 !== 0 ? day(n * 7) : null, receivedOn: n % 6 === 0 ? null : day(n * 11), docNumber: n % 5 === 0 ? null : `函〔${n % 9}〕` }, 2026);
  }
});
afterAll(() => desk.close());

/** The same by SQL without any of the shortcuts. */
const wanted = (where: string, column: string, descending: boolean): number[] => {
  const order = descending ? 'DESC' : 'ASC';
  return all(desk.db, `SELECT id FROM carriers WHERE ${where} ORDER BY ${column === 'id' ? '' : `+${column} IS NULL, +${column} ${order}, `}+id ${order}`).map((r) => r['id'] as number);
};
const walked = (input: Record<string, unknown>): number[] => {
  const out: number[] = [];
  for (let cursor: string | undefined; ;) {
    const page = list({ ...input, limit: 13, ...(cursor === undefined ? {} : { cursor }) });
    out.push(...page.entries.map((e) => e.id));
    if (page.cursor === undefined) return out;
    ({ cursor } = page);
  }
};

describe('pages of a state', () => {
  const views: [string, Record<string, unknown>, string][] = [
    ['few', { view: 'out' }, `state IN ('lent', 'reading', 'out_for_repair')`], ['none', { view: 'destroy' }, `state = 'destroy_pending'`], ['many', { view: 'in' }, `state = 'in_custody'`],
    ['few of a level', { view: 'out', filter: { level: 'secret' } }, `state IN ('lent', 'reading', 'out_for_repair') AND level = 'secret'`], ['few of a word', { view: 'missing', filter: { title: { contains: '1' } } }, `state = 'missing' AND title LIKE '%1%'`],
  ];
  it.each(views.flatMap((v) => ['id', 'dueOn', 'receivedOn', 'docNumber'].flatMap((sort) => [true, false].map((descending) => [...v, sort, descending] as const))))('hold every record once and in order: %s, %o, %s by %s, descending %s', (_name, input, where, sort, descending) => {
    expect(walked({ ...input, sort, descending })).toEqual(wanted(where, sort, descending));
    expect(list({ ...input, sort, descending }).total).toBe(wanted(where, sort, descending).length);
  });

  it('and their counts follow every act', () => {
    const counts = () => list({ counts: true, limit: 1 }).counts ?? {};
    const inBooks = () => ({ out: numberOf(desk.db, `SELECT count(*) FROM carriers WHERE state IN ('lent', 'reading', 'out_for_repair')`), in: numberOf(desk.db, `SELECT count(*) FROM carriers WHERE state = 'in_custody'`), corrected: numberOf(desk.db, 'SELECT count(*) FROM carriers WHERE corrections > 0'), all: MANY });
    expect(counts()).toMatchObject(inBooks());
    const before = counts();
    const input = { carrier: 1, borrower: '南宫砚', reason: '办文' };
    desk.must('carrier.lend', { ...input, approval: approved(desk, 'carrier.lend', input) });
    expect(counts()).toMatchObject({ ...inBooks(), out: (before['out'] ?? 0) + 1 });
    desk.must('carrier.correct', { carrier: 1, revision: 2, set: { pages: 99 }, reason: '页数登错' });
    expect(counts()).toMatchObject({ ...inBooks(), corrected: 1 });
    desk.must('carrier.enter', paper('又一件', { basisDocument: '依据', copySerial: '000002' }));
    expect(counts()).toMatchObject({ ...inBooks(), all: MANY + 1 });
    expect(walked({ view: 'out' })[0]).toBe(wanted(`state IN ('lent', 'reading', 'out_for_repair')`, 'id', true)[0]);
  });
});
