import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { append } from '#electron/commands/trail.ts';
import { askBooks, verifyBooks } from '#electron/queries/ask.ts';
import type { Verification } from '#electron/queries/ask.ts';
import { paperCode } from '#electron/vault/anchorCode.ts';
import { all, one } from '#electron/vault/read.ts';
import { putMeta } from '#electron/vault/write.ts';
import { approved, auditor, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { readDesk, storeId, told } from './support.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.must('person.register', reader('南宫砚'));
  for (let i = 1; i <= 4; i++) desk.must('carrier.enter', paper(`文件${i}`, { basisDocument: '依据', copySerial: String(i) }));
  const input = { carrier: 1, borrower: '南宫砚', reason: '办文' };
  desk.must('carrier.lend', { ...input, approval: approved(desk, 'carrier.lend', input) });
  desk.do('carrier.lend', input);
  desk.must('carrier.correct', { carrier: 2, revision: 1, set: { pages: 5, note: '更正' }, reason: '登错' });
});
afterEach(() => desk.close());

/** Someone who holds the key and knows SQL: the triggers are no obstacle to him. */
function tamper(sql: string): void {
  for (const t of all(desk.db, `SELECT name FROM sqlite_schema WHERE type = 'trigger'`)) desk.db.exec(`DROP TRIGGER ${String(t['name'])}`);
  desk.db.exec(sql);
}
const verdict = () => verifyBooks(readDesk(desk));
const bad = (v: Verification) => v.checks.filter((c) => !c.ok).map((c) => c.name);

describe('verifyBooks', () => {
  it('finds nothing in books that were kept through the door', () => {
    const v = verdict();
    expect(bad(v)).toEqual([]);
    expect(v.ok).toBe(true);
    expect(v.checks.map((c) => c.name)).toEqual(['integrity', 'foreignKeys', 'chain', 'events', 'state', 'digests', 'numbering', 'sealedPages', 'search']);
    expect(v.checks.filter((c) => c.name !== 'integrity' && c.name !== 'sealedPages').every((c) => c.counted > 0)).toBe(true);
    const head = one(desk.db, 'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
    expect(v.chain).toEqual({ seq: head?.['seq'], hash: (head?.['hash'] as Buffer).toString('hex') });
  });

  it.each([
    ['a row', `UPDATE carriers SET title = '换了' WHERE id = 2`, ['state', 'digests']],
    ['a state alone', `UPDATE carriers SET state = 'destroyed' WHERE id = 3`, ['state', 'digests']],
    ['a revision', `UPDATE carriers SET revision = 9 WHERE id = 3`, ['state', 'digests']],
    ['a row and its event', `UPDATE carriers SET title = '换了' WHERE id = 3; UPDATE event SET body = replace(body, '文件3', '换了') WHERE register = 'carriers' AND record = 3`, ['events', 'digests']],
    ['an event', `UPDATE event SET body = replace(body, '更正', '改正') WHERE kind = 'corrected'`, ['events', 'state']],
    ['a refusal', `UPDATE event SET body = replace(body, 'deny', 'warn') WHERE kind = 'refused'`, ['events']],
    ['a missing row', `DELETE FROM carriers WHERE id = 4`, ['state', 'numbering']],
    ['a missing event', `DELETE FROM event WHERE id = (SELECT max(id) FROM event)`, ['events', 'state', 'digests']],
    ['a row without event', `INSERT INTO persons (id, number, revision, name, status) VALUES (2, 'RY-2026-0002', 1, '多出', 'on_post')`, ['state', 'numbering']],
    ['an entry', `UPDATE audit SET entry = replace(entry, '"clerk"', '"other"') WHERE seq = 3`, ['chain']],
    ['a missing entry', `DELETE FROM audit WHERE seq = 3`, ['chain', 'events']],
    ['two entries in each other’s place', `UPDATE audit SET seq = 100 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 100`, ['chain', 'events']],
    ['a number', `UPDATE carriers SET number = 'ZT-2026-00009' WHERE id = 4`, ['state', 'digests', 'numbering']],
    ['a counter', `UPDATE counter SET last = last + 1 WHERE series = 'ZT'`, ['numbering']],
    ['a reference', `UPDATE carriers SET receipt = 77 WHERE id = 4`, ['foreignKeys', 'state', 'digests']],
  ])('names %s that was altered', (_what, sql, names) => {
    tamper(sql);
    const v = verdict();
    expect(v.ok).toBe(false);
    expect(bad(v)).toEqual(names);
    for (const check of v.checks) if (!check.ok) for (const f of check.findings) expect(f).toMatch(/[一-鿿].*。$/);
  });

  it('does not accept another key', () => {
    expect(bad(verifyBooks(readDesk(desk, { trailKey: Buffer.alloc(32, 1) })))).toEqual(['chain']);
  });

  it('follows the chain over a change of keys, with the earlier key kept in the books', () => {
    const next = Buffer.alloc(32, 3);
    const entry = { at: '2026-11-21T01:00:00.000Z', happenedAt: null, lateReason: null, actor: 'sysadmin', second: null, act: 'vault.rotate', outcome: 'noted' as const, register: null, record: null, number: null, rules: [], eventsDigest: null, note: null };
    append(desk.db, next, 2, entry);
    const rotated = readDesk(desk, { trailKey: next, generation: 2 });
    expect(bad(verifyBooks(rotated))).toEqual(['chain']);
    putMeta(desk.db, 'trailKey.1', desk.trailKey.toString('hex'));
    expect(bad(verifyBooks(rotated))).toEqual([]);
  });

  it('is asked for by name, with the same answer', () => {
    expect(told<Verification>(desk, 'verify', {}, auditor)).toEqual(verdict());
  });
});

describe('paper anchors', () => {
  const check = (seq: number, code: string) => told<{ ok: boolean; messageZh: string }>(desk, 'audit.checkPaper', { seq, code }, auditor);
  const head = () => told<{ seq: number; code: string; hash: string }>(desk, 'audit.head', {}, auditor);

  it('fit the chain they were printed from, however they are typed', () => {
    const { seq, code } = head();
    desk.must('record.view', { register: 'carriers', record: 1 });
    expect(check(seq, code)).toMatchObject({ ok: true });
    expect(check(seq, code.toLowerCase().replaceAll(' ', '').replaceAll('0', 'o').replaceAll('1', 'l'))).toMatchObject({ ok: true });
  });

  it('tell a slip of the hand from another chain and from an older store', () => {
    const { seq, code, hash } = head();
    expect(check(seq, code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')).messageZh).toContain('抄写有误');
    expect(check(seq - 1, code).messageZh).toContain('与本机不符');
    expect(check(seq + 50, paperCode({ storeId, generation: 1, seq: seq + 50, hash })).messageZh).toContain(`只有 ${seq} 条`);
  });

  it('do not hide what was altered after them', () => {
    const { seq, code } = head();
    desk.must('record.view', { register: 'carriers', record: 1 });
    tamper(`UPDATE audit SET entry = replace(entry, 'record.view', 'record.seen') WHERE seq = ${seq + 1}`);
    expect(check(seq, code)).toMatchObject({ ok: false, messageZh: expect.stringContaining(`第 ${seq + 1} 条与其校验值不符`) as string });
  });
});

describe('audit.list', () => {
  type List = { entries: { seq: number; act: string; actZh: string; outcome: string; number: string | null }[]; total: number; cursor?: string };
  const list = (input: Record<string, unknown> = {}) => told<List>(desk, 'audit.list', input, auditor);

  it('shows acts by name and numbers, and nothing that stands in the registers', () => {
    const text = JSON.stringify(list());
    expect(text).not.toMatch(/文件\d|南宫砚|3号柜|办文|登错/);
    expect(list().entries.find((e) => e.act === 'carrier.lend')).toMatchObject({ actZh: '借出', number: 'ZT-2026-00001' });
    expect(askBooks(readDesk(desk), auditor, 'record.life', { register: 'carriers', record: 1 }).ok).toBe(false);
  });

  it('filters by act, outcome, record and day, newest first, in pages', () => {
    expect(list({ act: 'carrier.lend' })).toMatchObject({ total: 2, entries: [{ outcome: 'refused' }, { outcome: 'done' }] });
    expect(list({ outcome: 'refused' }).total).toBe(1);
    expect(list({ register: 'carriers', record: 2 }).entries.map((e) => e.act)).toEqual(['carrier.correct', 'carrier.enter']);
    expect(list({ act: `x' OR 1=1 --` }).total).toBe(0);
    const all = list();
    expect(list({ from: '2026-11-20', to: '2026-11-20' }).total).toBe(all.total);
    expect(list({ from: '2026-11-21' }).total).toBe(0);
    expect(list({ to: '2026-11-19' }).total).toBe(0);
    expect(list({ seq: 3 }).entries.map((e) => e.seq)).toEqual([3]);
    const cut: number[] = [];
    for (let cursor: string | undefined; ;) {
      const page = list({ limit: 4, ...(cursor === undefined ? {} : { cursor }) });
      cut.push(...page.entries.map((e) => e.seq));
      if (page.cursor === undefined) break;
      ({ cursor } = page);
    }
    expect(cut).toEqual(all.entries.map((e) => e.seq));
  });
});
