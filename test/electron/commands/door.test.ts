import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterAll, note } from '#electron/commands/door.ts';
import { all, recordById } from '#electron/vault/read.ts';
import { registerKeys } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import { breaches, contentOf, entriesOf, trailLength } from '#test/helpers/arbitrariesBooks.ts';
import { approved, approver, auditor, clerk, openDesk, paper, reader, secadmin, sysadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';

let desk: Desk;
beforeEach(() => { desk = openDesk(); });
afterEach(() => { desk.close(); });

const CARRIER = 'ZT-2026-00001';
const lend = { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' };
const stock = (): void => {
  desk.must('person.register', reader('南宫砚'));
  desk.must('carrier.enter', paper('甲'));
};
const refusalOf = (name: string, input: unknown, ...who: Parameters<Desk['do']> extends [unknown, unknown, ...infer R] ? R : never): Refusal => {
  const result = desk.do(name, input, ...who);
  if (result.ok) throw new Error('it was done');
  return result.refusal;
};
const events = (): number => all(desk.db, 'SELECT COUNT(*) AS n FROM event')[0]?.['n'] as number;

describe('one transaction', () => {
  it.each(['audit', 'event'])('leaves no line, no number and no entry when %s cannot take its own', (table) => {
    stock();
    const before = { content: contentOf(desk), trail: trailLength(desk), events: events() };
    desk.db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON main.${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    expect(() => desk.do('carrier.enter', paper('乙', { copySerial: '000004' }))).toThrow('broken');
    desk.db.exec('DROP TRIGGER broken');
    expect({ content: contentOf(desk), trail: trailLength(desk), events: events() }).toEqual(before);
    expect(desk.must('carrier.enter', paper('乙', { copySerial: '000004' })).result).toMatchObject({ carrier: { number: 'ZT-2026-00002' } });
    expect(breaches(desk)).toEqual([]);
  });

  it('records nothing when a refusal cannot be entered', () => {
    stock();
    desk.db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    expect(() => desk.do('carrier.lend', lend)).toThrow('broken');
    desk.db.exec('DROP TRIGGER broken');
    expect(breaches(desk)).toEqual([]);
  });

  it('writes one entry per act, with who, what, when and the digest of its events', () => {
    stock();
    const done = desk.must('carrier.place', { carrier: CARRIER, place: '5号柜' });
    const entry = entriesOf(desk).at(-1) ?? [];
    expect(entry.slice(1, 13)).toEqual([done.audit.seq, expect.any(String), null, null, 'clerk', null, 'carrier.place', 'done', 'carriers', 1, CARRIER, []]);
    expect(done.events.map((e) => e.kind)).toEqual(['placed']);
  });

  it('writes who stood by', () => {
    desk.must('restore.run', { file: 'D:/b', sha256: 'a'.repeat(64), bytes: 1, backupSeq: 1, backupHash: 'b'.repeat(64), missingFrom: null, missingTo: null }, sysadmin, auditor);
    expect(entriesOf(desk).at(-1)?.slice(5, 7)).toEqual(['sysadmin', 'auditor']);
  });
});

describe('refusals', () => {
  it('change nothing but the trail and the life line of the record', () => {
    stock();
    const before = contentOf(desk);
    const refusal = refusalOf('carrier.lend', lend);
    expect(refusal).toMatchObject({ kind: 'policy', audit: { seq: trailLength(desk) } });
    expect(contentOf(desk)).toBe(before);
    expect(all(desk.db, 'SELECT kind, register, record, digest FROM event ORDER BY id').at(-1)).toEqual({ kind: 'refused', register: 'carriers', record: 1, digest: null });
    expect(entriesOf(desk).at(-1)?.slice(7, 13)).toEqual(['carrier.lend', 'refused', 'carriers', 1, CARRIER, ['P073']]);
  });

  it('are entered when they answer a request for approval', () => {
    stock();
    const before = contentOf(desk);
    const refusal = refusalOf('approval.request', { command: 'carrier.lend', input: { ...lend, dueOn: '2027-01-01' }, reason: '工作需要' });
    expect(refusal).toMatchObject({ kind: 'policy', audit: { seq: trailLength(desk) } });
    expect(entriesOf(desk).at(-1)?.slice(7, 9)).toEqual(['approval.request', 'refused']);
    expect(contentOf(desk)).toBe(before);
    expect(breaches(desk)).toEqual([]);
  });

  it.each([
    ['bad input', 'carrier.place', { carrier: CARRIER }],
    ['an unknown record', 'carrier.place', { carrier: 'ZT-2026-09999', place: '5号柜' }],
    ['a request nobody needs', 'approval.request', { command: 'carrier.place', input: {}, reason: '试' }],
    ['an approval that is not there', 'carrier.lend', { ...lend, approval: 77 }],
  ])('for %s leave no trace at all', (_what, name, input) => {
    stock();
    const before = { content: contentOf(desk), trail: trailLength(desk) };
    expect(['invalid', 'missing']).toContain(refusalOf(name, input).kind);
    expect({ content: contentOf(desk), trail: trailLength(desk) }).toEqual(before);
  });

  it('tell who may not do it at all so before what the form lacks', () => {
    stock();
    expect(refusalOf('carrier.transfer', { carrier: CARRIER, to: '慕容档', place: '5号柜' }, auditor).kind).toBe('policy');
    expect(refusalOf('carrier.transfer', { carrier: CARRIER, to: '慕容档', place: '5号柜' }, clerk).kind).toBe('invalid');
  });
});

describe('numbers', () => {
  it('run on without gaps after refusals, faults and undone batches', () => {
    stock();
    desk.do('carrier.enter', paper('超限', { period: { years: 99 } }));
    desk.db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    expect(() => desk.do('carrier.enter', paper('故障', { copySerial: '000009' }))).toThrow();
    desk.db.exec('DROP TRIGGER broken');
    expect(enterAll(desk, clerk, [{ name: 'carrier.enter', input: paper('一', { copySerial: '000011' }) }, { name: 'carrier.enter', input: paper('二', { period: { years: 99 } }) }]).ok).toBe(false);
    desk.must('carrier.enter', paper('乙', { copySerial: '000004' }));
    expect(all(desk.db, 'SELECT number FROM carriers ORDER BY id').map((r) => r['number'])).toEqual([CARRIER, 'ZT-2026-00002']);
    expect(breaches(desk)).toEqual([]);
  });

  it('begin anew with the year of the terminal’s calendar', () => {
    desk.at('2026-12-31T23:59:00');
    desk.must('carrier.enter', paper('旧年'));
    desk.at('2027-01-01T00:00:30');
    expect(desk.must('carrier.enter', paper('新年', { copySerial: '000004' })).result).toMatchObject({ carrier: { number: 'ZT-2027-00001' } });
  });
});

describe('revisions', () => {
  it('refuse a correction of what somebody else has changed, with both numbers', () => {
    stock();
    desk.must('carrier.place', { carrier: CARRIER, place: '5号柜' });
    const refusal = refusalOf('carrier.correct', { carrier: CARRIER, revision: 1, set: { pages: 39 }, reason: '笔误' });
    expect(refusal).toMatchObject({ kind: 'stale', expected: 1, actual: 2 });
    expect(desk.must('carrier.correct', { carrier: CARRIER, revision: 2, set: { pages: 39 }, reason: '笔误' }).events).toHaveLength(1);
  });

  it('keep what stood before a correction, with its reason', () => {
    stock();
    desk.must('carrier.correct', { carrier: CARRIER, revision: 1, set: { pages: 39 }, reason: '笔误' });
    expect(JSON.parse(all(desk.db, 'SELECT body FROM event ORDER BY id').at(-1)?.['body'] as string)).toEqual({ set: { pages: 39 }, was: { pages: 38 }, correction: true, reason: '笔误' });
    expect(recordById(desk.db, 'carriers', 1)).toMatchObject({ pages: 39, revision: 2, corrections: 1 });
  });

  it.each([['state', 'destroyed'], ['level', 'confidential'], ['number', 'ZT-2026-00099'], ['id', 7], ['revision', 9], ['corrections', 0], ['nothing', 1], ['constructor', 1], ['toString', 1]])('do not let a correction set %s', (field, value) => {
    stock();
    expect(refusalOf('carrier.correct', { carrier: CARRIER, revision: 1, set: { [field]: value }, reason: '试' })).toMatchObject({ kind: 'invalid', issues: [{ path: `set.${field}` }] });
  });

  it.each(['accounts', 'parameters', 'prints', 'backups', 'imports', 'settings', 'approvals'])('do not let anybody correct %s', (register) => {
    stock();
    desk.must('account.create', { account: 'xin', name: '新来者', roles: ['clerk'], password: 'Qx7#mwvT2!kk' }, sysadmin);
    expect(['invalid', 'missing']).toContain(refusalOf('record.correct', { register, record: 1, revision: 1, set: { note: '改' }, reason: '试' }).kind);
  });
});

describe('several acts at once', () => {
  const good = (n: number) => ({ name: 'carrier.enter', input: paper(`第${n}件`, { copySerial: `1000${n}` }) });

  it('are all done', () => {
    expect(enterAll(desk, clerk, [good(1), good(2), good(3)])).toMatchObject({ ok: true, results: [{ ok: true }, { ok: true }, { ok: true }] });
    expect(breaches(desk)).toEqual([]);
  });

  it('are none of them done when one is refused; only the refusal stays', () => {
    const before = contentOf(desk);
    const { ok, results } = enterAll(desk, clerk, [good(1), { name: 'carrier.enter', input: paper('超限', { period: { years: 99 } }) }, good(3)]);
    expect({ ok, tried: results.length }).toEqual({ ok: false, tried: 2 });
    expect(contentOf(desk)).toBe(before);
    expect(trailLength(desk)).toBe(1);
    expect(results[1]).toMatchObject({ ok: false, refusal: { kind: 'policy', audit: { seq: 1 } } });
    expect(entriesOf(desk)[0]?.slice(7, 9)).toEqual(['carrier.enter', 'refused']);
    expect(breaches(desk)).toEqual([]);
  });

  it('leave nothing at all when one is badly formed', () => {
    expect(enterAll(desk, clerk, [good(1), { name: 'carrier.enter', input: {} }]).ok).toBe(false);
    expect({ trail: trailLength(desk), events: events() }).toEqual({ trail: 0, events: 0 });
  });

  it('leave nothing when one breaks', () => {
    desk.db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON main.carriers WHEN NEW.title = '第2件' BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    expect(() => enterAll(desk, clerk, [good(1), good(2)])).toThrow('broken');
    expect({ trail: trailLength(desk), events: events() }).toEqual({ trail: 0, events: 0 });
  });
});

describe('approvals', () => {
  const twoOfEach = (): void => {
    stock();
    desk.must('person.register', reader('慕容档'));
    desk.must('carrier.enter', paper('乙', { copySerial: '000004', accessScope: ['南宫砚', '慕容档'] }));
  };

  it.each([
    ['another carrier', 'carrier.lend', { ...lend, carrier: 'ZT-2026-00002' }],
    ['another borrower', 'carrier.lend', { ...lend, carrier: 'ZT-2026-00002', borrower: '慕容档' }],
    ['leave to copy that was not on the form', 'carrier.lend', { ...lend, copyingNote: '准予复制' }],
    ['another act', 'carrier.copy', { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺' }],
    ['an act that needs none', 'carrier.place', { carrier: CARRIER, place: '5号柜' }],
  ])('do not cover %s', (_what, name, input) => {
    twoOfEach();
    const approval = approved(desk, 'carrier.lend', lend);
    expect(refusalOf(name, { ...input, approval })).toMatchObject({ kind: 'policy', decision: { outcome: 'deny', reasons: expect.arrayContaining([expect.objectContaining({ rule: 'APPROVAL-BOUND' })]) } });
    expect(recordById(desk.db, 'approvals', approval)?.state).toBe('approved');
  });

  it.each([
    ['method', { method: 'pulp' }], ['place', { place: 'designated_unit' }], ['items', { carriers: [CARRIER, 'ZT-2026-00002'] }],
  ])('of a destruction do not cover another %s', (_what, more) => {
    twoOfEach();
    const list = { carriers: [CARRIER], reason: '过期', method: 'shred', place: 'authority_facility' };
    const approval = approved(desk, 'carrier.destroy.propose', list);
    expect(refusalOf('carrier.destroy.propose', { ...list, ...more, approval })).toMatchObject({ kind: 'policy', decision: { outcome: 'deny' } });
    expect(desk.do('carrier.destroy.propose', { ...list, approval }).ok).toBe(true);
  });

  it('hold for one act only', () => {
    twoOfEach();
    const approval = approved(desk, 'carrier.lend', lend);
    desk.must('carrier.lend', { ...lend, approval });
    desk.must('carrier.giveBack', { carrier: CARRIER });
    expect(refusalOf('carrier.lend', { ...lend, approval }).kind).toBe('policy');
    expect(recordById(desk.db, 'approvals', approval)?.state).toBe('used');
  });

  it('are not used up by an act that is refused', () => {
    twoOfEach();
    const approval = approved(desk, 'carrier.lend', lend);
    expect(desk.do('carrier.lend', { ...lend, dueOn: '2027-06-01', approval }).ok).toBe(false);
    expect(desk.do('carrier.lend', { ...lend, approval }).ok).toBe(true);
  });

  it.each([['nobody has decided', null], ['was refused', 'refused'], ['was made void', 'void']] as const)('do not hold when the request %s', (_what, end) => {
    stock();
    const id = (desk.must('approval.request', { command: 'carrier.lend', input: lend, reason: '工作需要' }).result as { approval: { id: number } }).approval.id;
    if (end === 'refused') desk.must('approval.decide', { request: id, verdict: 'refused' }, approver);
    if (end === 'void') desk.must('approval.void', { request: id, reason: '不办了' });
    expect(refusalOf('carrier.lend', { ...lend, approval: id })).toMatchObject({ kind: 'policy', decision: { outcome: 'deny' } });
  });

  it('do not answer a rule that did not bite when they were asked for', () => {
    stock();
    const approval = approved(desk, 'carrier.lend', lend);
    desk.must('scope.revoke', { carrier: CARRIER, remove: ['南宫砚'], reason: '调离项目' });
    expect(refusalOf('carrier.lend', { ...lend, approval })).toMatchObject({ decision: { outcome: 'needs_approval' } });
  });

  it('on paper hold like those on the screen, with signer and day', () => {
    stock();
    const id = (desk.must('approval.request', { command: 'carrier.lend', input: lend, reason: '工作需要', form: 'paper' }).result as { approval: { id: number } }).approval.id;
    desk.must('approval.recordPaper', { request: id, verdict: 'approved', signedBy: '闻人录', signedOn: '2026-11-20', opinion: '同意借阅。' });
    desk.must('carrier.lend', { ...lend, approval: id });
    expect(recordById(desk.db, 'approvals', id)).toMatchObject({ state: 'used', signedBy: '闻人录', signedOn: '2026-11-20', form: 'paper' });
    expect(recordById(desk.db, 'loans', 1)).toMatchObject({ approval: id });
  });

  it.each(['policy.change', 'carrier.place', '__proto__', 'nothing.at.all'])('cannot be asked for %s', (command) => {
    stock();
    expect(refusalOf('approval.request', { command, input: {}, reason: '试' }).kind).toBe('invalid');
  });
});

describe('time', () => {
  it('keeps what happened and when it was entered apart (P155)', () => {
    desk.must('carrier.enter', paper('甲', { receivedOn: '2026-11-16' }));
    desk.must('carrier.place', { carrier: CARRIER, place: '5号柜', happenedAt: '2026-11-18T15:00:00', lateReason: '停电' });
    const [at, happenedAt, why] = entriesOf(desk).at(-1)?.slice(2, 5) ?? [];
    expect(String(at).slice(0, 10)).toBe('2026-11-20');
    expect([happenedAt, why]).toEqual(['2026-11-18T07:00:00.000Z', '停电']);
  });

  it('refuses to enter anything while the clock stands before the last entry', () => {
    stock();
    const before = { content: contentOf(desk), trail: trailLength(desk) };
    desk.at('2026-11-20T06:00:00');
    expect(refusalOf('carrier.place', { carrier: CARRIER, place: '5号柜' })).toMatchObject({ kind: 'environment', code: 'clock_back', messageZh: expect.stringContaining('3 小时') });
    expect(note(desk, 'clerk', 'session.lock', null)).toBeNull();
    expect({ content: contentOf(desk), trail: trailLength(desk) }).toEqual(before);
    desk.at('2026-11-20T10:00:00');
    expect(desk.do('carrier.place', { carrier: CARRIER, place: '5号柜' }).ok).toBe(true);
  });

  it('stamps an entry with the time of the one before when the clock is a little behind', () => {
    stock();
    const last = entriesOf(desk).at(-1)?.[2];
    desk.at('2026-11-20T08:59:30');
    desk.must('carrier.place', { carrier: CARRIER, place: '5号柜' });
    expect(entriesOf(desk).at(-1)?.[2]).toBe(last);
    expect(breaches(desk)).toEqual([]);
  });

  it('reads a time without zone as China’s', () => {
    stock();
    desk.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导', discoveredAt: '2026-11-20T08:00' });
    expect(recordById(desk.db, 'incidents', 1)?.discoveredAt).toBe('2026-11-20T00:00:00.000Z');
  });
});

describe('names and inputs', () => {
  it.each(['', 'carrier', 'carrier.nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'carrier.enter ', 'x'.repeat(100_000)])('refuses the unknown command %.30s', (name) => {
    expect(refusalOf(name, {}).kind).toBe('invalid');
    expect(trailLength(desk)).toBe(0);
  });

  it.each([
    ['a key too many', { ...paper('甲'), number: 'ZT-2026-00099' }],
    ['a prototype as key', JSON.parse(`{"title":"甲","custodian":"乙","place":"丙","__proto__":{"level":"secret"}}`)],
    ['a constructor as key', { ...paper('甲'), constructor: {} }],
    ['no object', 'carrier'], ['nothing', null], ['nothing given', undefined], ['a list', []],
    ['a level that is none', paper('甲', { level: '绝密级' })],
    ['a title of 501 characters', paper('密'.repeat(501))],
    ['a title of spaces', paper('   ')],
    ['a note of a megabyte', paper('甲', { note: 'x'.repeat(1_000_000) })],
    ['a day that is none', paper('甲', { receivedOn: '2026-02-30' })],
    ['a number too large', paper('甲', { pages: 1e308 })],
    ['a period of two kinds', paper('甲', { period: { years: 3, months: 3 } })],
    ['a scope of 2001 names', paper('甲', { accessScope: Array.from({ length: 2001 }, (_, i) => `人${i}`) })],
  ])('refuses %s', (_what, input) => {
    expect(refusalOf('carrier.enter', input).kind).toBe('invalid');
    expect(trailLength(desk)).toBe(0);
  });

  it('takes a text of SQL as a text', () => {
    desk.must('carrier.enter', paper(`'); DROP TABLE carriers; --`));
    expect(recordById(desk.db, 'carriers', 1)?.title).toBe(`'); DROP TABLE carriers; --`);
    expect(refusalOf('carrier.place', { carrier: `1 OR 1=1`, place: '5号柜' }).kind).toBe('missing');
  });

  it('normalises what people type', () => {
    desk.must('carrier.enter', paper('  e\u0301tude  '));
    expect(recordById(desk.db, 'carriers', 1)?.title).toBe('\u00e9tude');
  });

  it('keeps passwords out of the books and the trail', () => {
    const password = 'Qx7#mwvT2!kk';
    desk.must('account.create', { account: 'xin', name: '新来者', roles: ['clerk'], password }, sysadmin);
    desk.must('account.setPassword', { oldPassword: password, newPassword: 'Zz9$plokmIJ' }, clerk);
    const everything = JSON.stringify([...['audit', 'event', ...registerKeys].map((t) => all(desk.db, `SELECT * FROM ${t}`))]);
    expect(everything).not.toContain(password);
    expect(everything).not.toContain('Zz9$plokmIJ');
  });
});

describe('looking', () => {
  it('is itself entered (P410)', () => {
    stock();
    const before = contentOf(desk);
    desk.must('record.view', { register: 'carriers', record: CARRIER }, approver);
    expect(entriesOf(desk).at(-1)?.slice(5, 12)).toEqual(['leader', null, 'record.view', 'done', 'carriers', 1, CARRIER]);
    expect(contentOf(desk)).toBe(before);
  });

  it('before deciding changes and enters nothing', () => {
    stock();
    const before = { content: contentOf(desk), trail: trailLength(desk) };
    desk.judge('carrier.lend', lend);
    desk.judge('policy.change', { key: 'loan.days', value: 3, reason: '从严' }, secadmin);
    expect({ content: contentOf(desk), trail: trailLength(desk) }).toEqual(before);
  });
});
