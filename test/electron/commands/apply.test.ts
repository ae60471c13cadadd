import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '#electron/commands/apply.ts';
import { append, eventsDigest, nextSeq } from '#electron/commands/trail.ts';
import { enterRecord, move } from '#electron/policy/change.ts';
import type { Change } from '#electron/policy/change.ts';
import { verifyBooks } from '#electron/queries/verify.ts';
import { digestOf } from '#electron/vault/canonical.ts';
import { recordById } from '#electron/vault/read.ts';
import { insertRecord, updateRecord } from '#electron/vault/write.ts';
import { openDesk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';

let desk: Desk;
beforeEach(() => { desk = openDesk(); });
afterEach(() => { desk.close(); });

const carrier = { title: '关于青岭水文监测工作的通知', carrierKind: 'paper', level: 'secret', regime: 'state_secret', copies: 1, pages: 4, accessScope: ['沐书简'], place: '1号柜2格', state: 'in_custody' };
/** Plans written as the door writes them, entry and all. */
function put(changes: readonly Change[]) {
  return desk.db.transaction(() => {
    const { seq } = nextSeq(desk.db);
    const done = apply(desk.db, seq, changes, 2026);
    append(desk.db, desk.trailKey, 1, { at: '2026-11-20T01:00:00.000Z', happenedAt: null, lateReason: null, actor: 'clerk', second: null, act: 'carrier.enter', outcome: 'done', register: 'carriers', record: 1, number: null, rules: [], eventsDigest: eventsDigest(done.events), note: null });
    return done;
  }).immediate();
}
const wrong = (): string[] => verifyBooks({ db: desk.db, trailKey: desk.trailKey, generation: 1 }).checks.filter((c) => !c.ok).map((c) => c.name);
const stored = (id = 1) => recordById(desk.db, 'carriers', id);
const found = (word: string): number => (desk.db.prepare('SELECT COUNT(*) AS n FROM carriers_search WHERE carriers_search MATCH ?').get(`"${word}"`) as { n: number }).n;

describe('apply', () => {
  it('digests exactly the row that stands in the books afterwards, when a record is entered and moved on several times', () => {
    const made = put([enterRecord('c', 'carriers', carrier)]);
    expect(made.events[0]?.digest?.equals(digestOf(stored() ?? {}))).toBe(true);
    for (const set of [{ place: '3号柜1格' }, {}, { accessScope: ['沐书简', '闻人录'], pages: null }, { title: 'é 合成与分解' }]) {
      const before = stored();
      const { events } = put([move('carriers', before ?? { id: 0, revision: 0 }, set, 'placed')]);
      expect(events[0]?.digest?.equals(digestOf(stored() ?? {}))).toBe(true);
    }
    expect(wrong()).toEqual([]);
  });

  it('keeps row, event and digest equal, when a plan has cut a text inside a character', () => {
    const half = `${'页'.repeat(20)}😀`.slice(0, 21);
    expect(half.isWellFormed()).toBe(false);
    put([enterRecord('c', 'carriers', { ...carrier, note: half })]);
    put([move('carriers', stored() ?? { id: 0, revision: 0 }, { place: half }, 'placed')]);
    expect(stored()?.place).toBe(half.toWellFormed());
    expect(wrong()).toEqual([]);
  });

  it('moves a record twice in one act, when two changes name it with the revision that was judged', () => {
    put([enterRecord('c', 'carriers', carrier)]);
    const c = stored() ?? { id: 0, revision: 0 };
    put([move('carriers', c, { place: '3号柜' }, 'placed'), move('carriers', c, { pages: 5 }, 'corrected', { correction: true, reason: '清点' })]);
    expect(stored()).toMatchObject({ revision: 3, corrections: 1, place: '3号柜', pages: 5 });
    expect(wrong()).toEqual([]);
  });
});

describe('updateRecord', () => {
  beforeEach(() => { put([enterRecord('c', 'carriers', carrier)]); });
  const row = () => stored() as unknown as Parameters<typeof updateRecord>[2];

  it('refuses, when the row has moved on since it was read', () => {
    const old = row();
    updateRecord(desk.db, 'carriers', old, 1, { pages: 9 }, false);
    expect(() => updateRecord(desk.db, 'carriers', old, 1, { pages: 10 }, false)).toThrow('expected to change 1 row');
    expect(() => updateRecord(desk.db, 'carriers', old, 2, { pages: 10 }, false)).toThrow('expected to change 1 row');
    expect(stored()).toMatchObject({ revision: 2, pages: 9 });
  });

  it('finds a record by its new words and no longer by the old ones, when a searched text has changed', () => {
    expect(found('水文')).toBe(1);
    updateRecord(desk.db, 'carriers', row(), 1, { title: '关于石门管线普查的函' }, true);
    expect([found('水文'), found('管线')]).toEqual([0, 1]);
  });

  it('still finds it, when a searched text was written again as it was', () => {
    updateRecord(desk.db, 'carriers', row(), 1, { title: carrier.title, pages: 8 }, true);
    expect(found('水文')).toBe(1);
  });

  it('refuses half a character, when it comes past the plan', () => {
    expect(() => updateRecord(desk.db, 'carriers', row(), 1, { title: '\ud83d' }, true)).toThrow('half a character');
    expect(() => insertRecord(desk.db, 'carriers', { ...carrier, title: '\ud83d' }, 2026)).toThrow('half a character');
  });
});
