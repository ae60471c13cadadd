import { afterAll, describe, expect, it } from 'vitest';
import { approver, clerk, openDesk } from '#test/helpers/desk.ts';
import { ask, readDesk } from './support.ts';
import { askBooks } from '#electron/queries/ask.ts';
import type { ReadDb } from '#electron/vault/open.ts';
import { recordsWhere } from '#electron/vault/read.ts';

const desk = openDesk();
afterAll(() => { desk.close(); });

/** The connection, and every text that is prepared on it. */
function listened(db: ReadDb): { db: ReadDb; texts: Set<string> } {
  const texts = new Set<string>();
  const through = new Proxy(db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'prepare') return (sql: string) => { texts.add(sql); return target.prepare(sql); };
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { db: through, texts };
}

/** Walks over a whole register of a large unit that a question makes, as SQLite plans them; a walk along a covering index is none. */
function walks(texts: Iterable<string>): string[] {
  const large = /^SCAN (carriers|receipts|circulations|circulationSteps|classifications|dispatches|consignments|readings|loans|copies|approvals|c|k|m|s)\b(?! USING (COVERING )?INDEX)/;
  return [...texts].flatMap((sql) => {
    const plan = desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from(sql.matchAll(/\?/g), () => null)) as { detail: string }[];
    return plan.filter((p) => large.test(p.detail)).map((p) => `${p.detail}: ${sql.slice(0, 120)}`);
  });
}

describe('what is looked at after every entry', () => {
  it.each([clerk, approver])('opens the first screen without a walk over a large register, when $account asks', (actor) => {
    const { db, texts } = listened(desk.db);
    expect(askBooks(readDesk(desk, { db }), actor, 'today', {}).ok).toBe(true);
    // The tallies read once what they keep; they are known by their columns.
    const standing = [...texts].filter((t) => !/ AS s, .* AS l, corrections AS c/.test(t));
    expect(standing.length).toBeGreaterThan(10);
    expect(walks(standing)).toEqual([]);
  });

  it('counts the tabs of the carrier ledger without a walk over it', () => {
    const { db, texts } = listened(desk.db);
    expect(askBooks(readDesk(desk, { db }), clerk, 'record.list', { register: 'carriers', counts: true }).ok).toBe(true);
    const tabs = [...texts].filter((t) => t.includes('FROM carriers') && !/ AS s, .* AS l, corrections AS c/.test(t));
    expect(tabs.some((t) => t.includes('regime'))).toBe(true);
    expect(walks(tabs)).toEqual([]);
  });

  it('finds what belongs to a record by an index, though the index leaves out the empty', () => {
    const { db, texts } = listened(desk.db);
    recordsWhere(db, 'circulationSteps', { circulation: 1 });
    recordsWhere(db, 'carriers', { holder: 1 });
    expect(texts.size).toBe(2);
    expect(walks(texts)).toEqual([]);
    expect(recordsWhere(desk.db, 'carriers', { holder: null })).toEqual([]);
  });

  it('finds an index missing: the very texts walk when it is gone', () => {
    const { db, texts } = listened(desk.db);
    expect(askBooks(readDesk(desk, { db }), clerk, 'today', {}).ok).toBe(true);
    desk.db.exec('SAVEPOINT without; DROP INDEX carriers_own; DROP INDEX classifications_changes');
    expect(walks([...texts].filter((t) => t.includes('oldestOn') && t.includes('carriers')))).not.toEqual([]);
    desk.db.exec('ROLLBACK TO without; RELEASE without');
    expect(ask(desk, 'today').ok).toBe(true);
  });
});
