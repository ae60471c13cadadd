import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRecord } from '#electron/vault/write.ts';
import { openDesk, paper, reader, approved } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { ask, told } from './support.ts';
import type { Page } from './support.ts';

let desk: Desk;
const list = (input: Record<string, unknown>) => told<Page>(desk, 'record.list', { register: 'carriers', ...input });
const ids = (page: Page) => page.entries.map((e) => e.id);

/** Twelve carriers: 1–8 in the safe, 9 and 10 lent (9 overdue), 11 in reading, 12 missing; 2 and 5 corrected, 3 without level. */
beforeAll(() => {
  desk = openDesk('secret', '2026-11-02T09:00:00+08:00');
  desk.must('person.register', reader('南宫砚'));
  for (let i = 1; i <= 12; i++) {
    const more = { basisDocument: '依据', copySerial: String(i).padStart(6, '0'), pages: i, ...(i % 2 === 0 ? { returnBy: `2027-0${(i % 3) + 1}-10` } : {}) };
    desk.must('carrier.enter', i === 3 ? { title: '普通资料', custodian: '欧阳笺', place: '9号柜', warnReason: '无' } : paper(`文件${i}号`, { ...more, ...(i === 4 ? { level: 'confidential', period: { years: 5 } } : {}) }));
  }
  const lend = (carrier: number, dueOn?: string) => {
    const input = { carrier, borrower: '南宫砚', reason: '办文', ...(dueOn === undefined ? {} : { dueOn }) };
    desk.must('carrier.lend', { ...input, approval: approved(desk, 'carrier.lend', input) });
  };
  lend(9, '2026-11-04');
  lend(10);
  desk.must('carrier.read', { carrier: 11, reader: '南宫砚', purpose: '办文', place: '阅文室' });
  desk.must('carrier.reportMissing', { carrier: 12, discoveredBy: '欧阳笺', account: '清点未见', reportedTo: '主管领导' });
  desk.must('carrier.correct', { carrier: 2, revision: 1, set: { pages: 99, title: '文件二' }, reason: '页数登错' });
  desk.must('carrier.correct', { carrier: 5, revision: 1, set: { pages: 50 }, reason: '页数登错' });
  desk.must('carrier.correct', { carrier: 5, revision: 2, set: { pages: 51 }, reason: '再核' });
  desk.at('2026-11-06T09:00:00');
});
afterAll(() => desk.close());

describe('record.list', () => {
  it('shows each view of the definition with its count', () => {
    const { counts } = list({ counts: true });
    expect(counts).toEqual({ held: 12, in: 8, out: 3, overdue: 2, destroy: 0, missing: 1, ending: 0, corrected: 2, provisional: 0, remark: 0, commercial: 0, work: 0, closed: 0, all: 12 });
    for (const [view, n] of Object.entries(counts ?? {})) expect(list({ view }), view).toMatchObject({ total: n, entries: { length: n } });
    expect(ids(list({ view: 'out' }))).toEqual([11, 10, 9]);
    expect(ids(list({ view: 'corrected' }))).toEqual([5, 2]);
  });

  it('counts anew when something was entered since', () => {
    const before = list({ register: 'persons', view: 'all', counts: true });
    desk.must('person.register', reader('申屠简'));
    expect(list({ register: 'persons', view: 'all', counts: true }).counts?.['all']).toBe((before.counts?.['all'] ?? 0) + 1);
  });

  it.each([
    [{ level: 'confidential' }, [4]],
    [{ level: null }, [3]],
    [{ level: { to: 'confidential' } }, [4]],
    [{ level: { from: 'confidential', to: 'confidential' } }, [4]],
    [{ state: ['lent', 'missing'] }, [12, 10, 9]],
    [{ dueOn: { to: 'yesterday' } }, [11, 9]],
    [{ dueOn: { from: '+1', to: '+7' } }, [10]],
    [{ dueOn: { some: true }, state: 'lent' }, [10, 9]],
    [{ returnBy: null, state: 'in_custody' }, [7, 5, 3, 1]],
    [{ title: { contains: '普通' } }, [3]],
    [{ title: { contains: '%' } }, []],
    [{ accessScope: '南宫砚', pages: { from: 8, to: 9 } }, [9, 8]],
    [{ number: 'ZT-2026-00007' }, [7]],
    [{ corrections: { from: 2 } }, [5]],
    [{ pages: [1, 7] }, [7, 1]],
  ])('filters by %j', (filter, expected) => {
    expect(ids(list({ filter }))).toEqual(expected);
    expect(list({ filter }).total).toBe(expected.length);
  });

  it('takes a day as the whole day when it filters moments', () => {
    expect(list({ register: 'loans', filter: { lentAt: '2026-11-02' } }).total).toBe(2);
    expect(list({ register: 'loans', filter: { lentAt: { to: '2026-11-02' } } }).total).toBe(2);
    expect(list({ register: 'loans', filter: { lentAt: { from: '2026-11-03' } } }).total).toBe(0);
  });

  it.each(['1号', '10号', 'wj', '000004', '示厅函[2026]27号', 'ZT-2026-00008', '文件 12'])('finds %s by words, newest first', (search) => {
    const page = list({ search });
    expect(page.entries.length).toBeGreaterThan(0);
    expect(page.total).toBe(page.entries.length);
    expect(ids(page)).toEqual(ids(page).toSorted((a, b) => b - a));
  });

  it('joins words, view and filter', () => {
    expect(ids(list({ search: '文件', view: 'out', filter: { dueOn: { to: 'yesterday' } } }))).toEqual([11, 9]);
    expect(ids(list({ search: '没有这样的词' }))).toEqual([]);
    expect(ids(list({ search: '！？' }))).toEqual([]);
  });

  it('flags what the clerk should see', () => {
    const flags = (id: number) => list({ filter: { id } }).entries[0]?.flags;
    expect(flags(9)).toContain('overdue');
    expect(flags(10)).not.toContain('overdue');
    expect(flags(2)).toContain('corrected');
    expect(list({ register: 'readings' }).entries.every((e) => e.flags.includes('unsigned'))).toBe(true);
  });

  it('flags what was entered after the fact', () => {
    desk.must('carrier.enter', { ...paper('补登件', { basisDocument: '依据', copySerial: '000077' }), happenedAt: '2026-11-03T10:00:00', lateReason: '当日停电' });
    const page = list({ search: '补登件' });
    expect(page.entries[0]?.flags).toContain('late');
    expect(list({ filter: { id: 1 } }).entries[0]?.flags).not.toContain('late');
  });

  it('calls codes and references by name', () => {
    expect(list({ filter: { id: 9 } }).entries[0]?.labels).toMatchObject({ level: '机密', state: '借出', holder: 'RY-2026-0001' });
  });

  it('gives the struck wordings before each correction, oldest first', () => {
    const [entry] = list({ filter: { id: 5 }, history: true }).entries;
    expect(entry?.revisions?.map((r) => [r.revision, r.values['pages'], r.reason, r.fields])).toEqual([[1, 5, '页数登错', ['pages']], [2, 50, '再核', ['pages']]]);
    expect(entry?.values['pages']).toBe(51);
    expect(list({ filter: { id: 5 } }).entries[0]).not.toHaveProperty('revisions');
  });

  it('refuses names that the definition does not have, and injections in any of them', () => {
    for (const name of ['nothing', 'id) OR (1=1', '1=1; DROP TABLE carriers;--', 'state" OR ""="', '__proto__x', 'constructor', 'hasOwnProperty']) {
      expect(ask(desk, 'record.list', { register: 'carriers', filter: { [name]: 1 } }), name).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
      expect(ask(desk, 'record.list', { register: 'carriers', sort: name }), name).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
      expect(ask(desk, 'record.list', { register: 'carriers', view: name }), name).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
      expect(ask(desk, 'record.list', { register: name }), name).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    }
    for (const value of [`' OR 1=1 --`, `") OR 1=1`, '%']) expect(list({ filter: { title: value } }).total).toBe(0);
    for (const search of [`" OR "`, 'words:文', 'NEAR(文 件)', '文*', `') OR 1=1`, 'a AND']) expect(() => list({ search })).not.toThrow();
    for (const bad of [{ dueOn: { between: 1 } }, { dueOn: {} }, { title: { contains: 1 } }, { state: [] }, { state: [{ a: 1 }] }]) expect(ask(desk, 'record.list', { register: 'carriers', filter: bad }), JSON.stringify(bad)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
  });

  it('refuses a cursor it did not hand out', () => {
    for (const cursor of ['x', Buffer.from('{"v":{},"i":1}').toString('base64url'), Buffer.from('{"v":1,"i":"1 OR 1"}').toString('base64url')]) expect(ask(desk, 'record.list', { register: 'carriers', cursor })).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ path: 'cursor' }] } });
  });

  it('counts a search exactly to 1000 and says so beyond', () => {
    desk.db.transaction(() => { for (let i = 0; i < 1001; i++) insertRecord(desk.db, 'imports', { fileName: `批量${i}`, state: 'done' }, 2026); }).immediate();
    expect(list({ register: 'imports', search: '批量', limit: 5 })).toMatchObject({ total: 1000, totalIsAtLeast: true });
    expect(list({ register: 'imports', search: '批量7', limit: 5 })).toMatchObject({ total: 111 });
    expect(list({ register: 'imports', search: '批量7', limit: 5 })).not.toHaveProperty('totalIsAtLeast');
  });

  it('returns each record exactly once however the pages are cut', () => {
    fc.assert(fc.property(
      fc.integer({ min: 1, max: 7 }), fc.boolean(), fc.constantFrom(undefined, 'id', 'number', 'dueOn', 'receivedOn', 'docNumber', 'periodEndsOn'), fc.constantFrom(undefined, 'held', 'in', 'overdue', 'corrected', 'all'), fc.constantFrom(undefined, '文件', '1'), fc.constantFrom({}, { returnBy: { some: true } }, { pages: { from: 4 } }),
      (limit, descending, sort, view, search, filter) => {
        const question = { descending, filter, ...(sort === undefined ? {} : { sort }), ...(view === undefined ? {} : { view }), ...(search === undefined ? {} : { search }) };
        const whole = list({ ...question, limit: 1000 });
        const cut: number[] = [];
        for (let cursor: string | undefined; ;) {
          const page = list({ ...question, limit, ...(cursor === undefined ? {} : { cursor }) });
          cut.push(...ids(page));
          if (page.cursor === undefined) break;
          expect(page.entries.length).toBe(limit);
          cursor = page.cursor;
        }
        expect(cut).toEqual(ids(whole));
        expect(new Set(cut).size).toBe(cut.length);
        expect(whole.total).toBe(cut.length);
      },
    ), { numRuns: 150 });
  });

  it('puts records without the sorted value last, both ways', () => {
    for (const descending of [true, false]) {
      const due = list({ sort: 'dueOn', descending, limit: 1000 }).entries.map((e) => e.values['dueOn']);
      const known = due.filter((d) => d !== null) as string[];
      expect(due.slice(0, known.length)).toEqual(descending ? known.toSorted().toReversed() : known.toSorted());
    }
  });
});

describe('record.get', () => {
  it('finds by id, number and what people call it', () => {
    const get = (register: string, record: unknown) => told<{ id: number } | null>(desk, 'record.get', { register, record });
    expect(get('carriers', 7)?.id).toBe(7);
    expect(get('carriers', 'zt-2026-00007')?.id).toBe(7);
    expect(get('persons', '南宫砚')?.id).toBe(1);
    expect(get('carriers', 'ZT-2026-99999')).toBeNull();
    expect(get('carriers', 9999)).toBeNull();
  });
});
