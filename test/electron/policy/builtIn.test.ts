import { afterAll, describe, expect, it, vi } from 'vitest';
import { watchIdle } from '#electron/idle.ts';
import { all } from '#electron/vault/read.ts';
import { registerKeys } from '#shared/registers/index.ts';
import { furnish } from '#test/helpers/arbitrariesActs.ts';
import { breaches, entriesOf } from '#test/helpers/arbitrariesBooks.ts';
import { clerk, openDesk, paper, secadmin } from '#test/helpers/desk.ts';

// The rules of the book that no command asks: what they promise is built into the store.
const desk = openDesk();
furnish(desk);
desk.must('policy.change', { key: 'loan.days', value: 5, reason: '从严' }, secadmin);
desk.must('setting.change', { key: 'department', value: '保密办' }, { account: 'sysadmin', name: '司空栈', roles: ['system_administrator'] });
afterAll(() => { desk.close(); });

const filled = registerKeys.filter((k) => all(desk.db, `SELECT id FROM ${k}`).length > 0);

describe('P133 rows survive', () => {
  it('finds a line in the registers it is about to attack', () => {
    expect(filled.length).toBeGreaterThan(12);
  });

  it.each(filled.map((k) => [k]))('refuses to delete from %s', (register) => {
    expect(() => desk.db.exec(`DELETE FROM ${register}`)).toThrow('nothing is erased');
  });

  it.each(filled.map((k) => [k]))('refuses to replace a line of %s', (register) => {
    const names = Object.keys(all(desk.db, `SELECT * FROM ${register} LIMIT 1`)[0] ?? {}).join(', ');
    expect(() => desk.db.exec(`INSERT OR REPLACE INTO ${register} (${names}) SELECT ${names} FROM ${register} WHERE id = 1`)).toThrow('nothing is erased');
  });

  it.each(filled.map((k) => [k]))('refuses a change of %s that is no new revision', (register) => {
    expect(() => desk.db.exec(`UPDATE ${register} SET corrections = corrections WHERE id = 1`)).toThrow('one revision at a time');
    expect(() => desk.db.exec(`UPDATE ${register} SET revision = revision + 1, id = id + 1000 WHERE id = 1`)).toThrow('one revision at a time');
  });

  it('keeps a destroyed carrier and its life line', () => {
    desk.must('carrier.destroy.execute', { destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: '慕容档', witness2: '南宫砚', escorts: ['慕容档', '南宫砚'], receiptNumber: 'HZ-01', unrecoverable: true }, clerk, { account: 'nangong', name: '南宫砚', roles: ['approver'] });
    expect(all(desk.db, `SELECT title, state FROM carriers WHERE number = 'ZT-2026-00003'`)).toEqual([{ title: '示范园区供水管网改造方案', state: 'destroyed' }]);
    expect(all(desk.db, `SELECT kind FROM event WHERE register = 'carriers' AND record = 3`).map((e) => e['kind'])).toEqual(['entered', 'destroy_proposed', 'destroyed']);
  });
});

describe('P155 and P410 the trail takes new entries only', () => {
  it.each(['audit', 'event'])('refuses to change, delete or replace a line of %s', (table) => {
    const key = table === 'audit' ? 'seq' : 'id';
    expect(() => desk.db.exec(`UPDATE ${table} SET ${key} = ${key}`)).toThrow(/new (entries|lines) only/);
    expect(() => desk.db.exec(`DELETE FROM ${table}`)).toThrow(/new (entries|lines) only/);
    expect(() => desk.db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} WHERE ${key} = 1`)).toThrow(/in order|new (entries|lines) only/);
  });

  it('refuses an entry out of order', () => {
    expect(() => desk.db.exec(`INSERT INTO audit SELECT seq + 5, entry, hash FROM audit ORDER BY seq DESC LIMIT 1`)).toThrow('in order');
    expect(() => desk.db.exec(`INSERT INTO event SELECT id + 5, seq, register, record, revision, kind, body, digest FROM event ORDER BY id DESC LIMIT 1`)).toThrow('in order');
  });

  it('is noticed when somebody with the key takes the guard away and changes an entry', () => {
    expect(breaches(desk)).toEqual([]);
    desk.db.exec('BEGIN');
    desk.db.exec(`DROP TRIGGER audit_no_update; UPDATE audit SET entry = replace(entry, '"clerk"', '"leader"') WHERE seq = 3`);
    expect(breaches(desk)).toContain('entry 3 is not hashed as written');
    desk.db.exec('ROLLBACK');
  });

  it('is noticed when somebody with the key changes a line of a register', () => {
    desk.db.exec('BEGIN');
    desk.db.exec(`DROP TRIGGER carriers_in_order; UPDATE carriers SET pages = 1 WHERE id = 1`);
    expect(breaches(desk)).toContain('carriers/1 is not what its events say');
    desk.db.exec('ROLLBACK');
    expect(breaches(desk)).toEqual([]);
  });
});

describe('P037 numbers', () => {
  it('cannot be turned back, skipped or erased', () => {
    expect(() => desk.db.exec('UPDATE counter SET last = last - 1')).toThrow('without gaps');
    expect(() => desk.db.exec('UPDATE counter SET last = last + 2')).toThrow('without gaps');
    expect(() => desk.db.exec('DELETE FROM counter')).toThrow('nothing is erased');
  });
});

describe('P167 the level of what is printed follows its content', () => {
  it('makes the printout a carrier of the highest level of the print', () => {
    desk.must('register.print', { form: 'ledger', title: '载体台账', rows: 3, level: 'confidential', secrecyPeriod: '10年', digest: 'a'.repeat(64) });
    expect(all(desk.db, `SELECT level FROM carriers WHERE source = 'printed'`)).toEqual([{ level: 'confidential' }]);
  });
});

describe('L018 the links of a carrier’s life', () => {
  it('each leave an event in the act’s own entry', () => {
    const before = entriesOf(desk).length;
    const done = desk.must('carrier.enter', paper('乙', { copySerial: '000077', warnReason: '部门暂用' }));
    expect(done.audit.seq).toBe(before + 1);
    expect(all(desk.db, 'SELECT kind FROM event WHERE seq = ?', done.audit.seq)).toEqual([{ kind: 'entered' }]);
  });
});

describe('P413 nobody at the terminal', () => {
  it('locks after the minutes of the parameter, and not while somebody works', () => {
    vi.useFakeTimers();
    const locked: string[] = [];
    const watch = watchIdle({ warn: () => undefined, lock: (why) => void locked.push(why) });
    watch.begin({ idleLockMinutes: 5 });
    vi.advanceTimersByTime(4 * 60_000);
    watch.activity();
    vi.advanceTimersByTime(4 * 60_000);
    expect(locked).toEqual([]);
    vi.advanceTimersByTime(61_000);
    expect(locked).toEqual(['idle']);
    vi.useRealTimers();
  });
});
