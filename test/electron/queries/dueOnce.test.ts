import { describe, expect, it } from 'vitest';
import { profileFrom } from '#electron/commands/door.ts';
import { dueRules } from '#electron/policy/due.ts';
import type { DueItem } from '#electron/policy/due.ts';
import { dueFor } from '#electron/queries/due.ts';
import { roles } from '#shared/roles.ts';
import { addDays, dayOf } from '#shared/time.ts';
import { clerk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { beginLife, live } from '#test/helpers/lives/life.ts';
import { agreed, all_, CARRIER, lent, ready, set, shelve, staff, withBooks } from '#test/helpers/rulesCases.ts';

/** Rules that call for one and the same thing, each in its own case: of these one line at most speaks of a carrier, a sheet or the stock. */
const sameThing: Readonly<Record<string, readonly string[]>> = {
  'bring it back to the clerk': ['P075', 'P042', 'P042-C', 'P053', 'P053-L', 'P071', 'P106', 'P137'],
  'give it back, or search for it': ['P089', 'P114', 'P150', 'P151'],
  'get the receipt': ['P102', 'P102-D'],
  'put the new mark on': ['P009'],
  'send it to the office': ['P038', 'P040'],
  'send it to the next reader': ['P040-C', 'P041'],
  'count everything': ['P116', 'P411-C'],
};

const asked = (desk: Desk, days = 0): DueItem[] => {
  const today = addDays(dayOf(desk.now()), days);
  return dueFor({ db: desk.db, today, at: `${today}T15:59:59.000Z`, profile: profileFrom(desk.db), actor: { ...clerk, roles }, terminal: desk.terminal } as unknown as Parameters<typeof dueFor>[0], 7);
};

/** What a line is about: the carriers it names, or the record itself. A case of missing pages is not about the whereabouts of its carrier. */
function about(desk: Desk, item: DueItem): string[] {
  if (item.record === null || item.register === null) return [item.register ?? 'terminal'];
  const row = (desk.db.prepare(`SELECT * FROM ${item.register} WHERE id = ?`).get(item.record) ?? {}) as Readonly<Record<string, unknown>>;
  if (item.register === 'persons') return (desk.db.prepare('SELECT id FROM carriers WHERE holder = ? OR custodian = ?').all(item.record, row['name']) as { id: number }[]).map((c) => `carrier ${c.id}`);
  if (item.register === 'carriers') return [`carrier ${item.record}`];
  if (item.register === 'incidents' && row['kind'] !== 'missing') return [`incidents ${item.record}`];
  if (typeof row['carrier'] === 'number' && item.register !== 'circulations') return [`carrier ${row['carrier']}`];
  const list = typeof row['items'] === 'string' ? row['items'] : row['carriers'];
  return typeof list === 'string' ? (JSON.parse(list) as number[]).map((id) => `carrier ${id}`) : [`${item.register} ${item.record}`];
}

/** Lines that ask for the same thing twice. */
function twice(desk: Desk, items: readonly DueItem[]): string[] {
  return Object.entries(sameThing).flatMap(([thing, rules]) => {
    const lines = new Map<string, string[]>();
    for (const item of items) {
      if (!rules.includes(item.rule)) continue;
      for (const what of about(desk, item)) lines.set(what, [...(lines.get(what) ?? []), `${item.rule} ${item.titleZh}`]);
    }
    return [...lines].filter(([, said]) => said.length > 1).map(([what, said]) => `${thing}, ${what}: ${said.join(' | ')}`);
  });
}

const of = (desk: Desk, days: number, ...wanted: string[]): string[] => asked(desk, days).map((i) => i.rule).filter((r) => wanted.includes(r));

describe('what is due', () => {
  it('is asked for once, whatever was done before', () => {
    let lines = 0;
    for (const seed of [5, 77]) {
      withBooks('secret', (desk) => {
        const life = beginLife(desk);
        for (let n = 1; n <= 320; n++) {
          live(life, { seed: seed * 7919 + n * 104_729, minutes: [5, 60, 200, 1440][n % 4] ?? 5, wild: false });
          if (n % 40 !== 0) continue;
          for (const days of [0, 9, 45]) {
            const items = asked(desk, days);
            lines += items.length;
            expect(new Set(items.map((i) => i.id)).size).toBe(items.length);
            expect(twice(desk, items)).toEqual([]);
          }
        }
      });
    }
    expect(lines).toBeGreaterThan(1000);
  });

  it('names only rules that are declared', () => {
    const known = new Set(dueRules.map((r) => r.id));
    expect(Object.values(sameThing).flat().filter((id) => !known.has(id))).toEqual([]);
  });

  it('is the limit of personal keeping, once a loan is extended beyond it', () => {
    withBooks('secret', (desk) => {
      all_(ready, lent())(desk);
      desk.at('2026-11-26T09:00:00');
      desk.must('carrier.extendLoan', agreed('carrier.extendLoan', { carrier: CARRIER, dueOn: '2026-12-03', reason: '未办完' })(desk));
      expect(of(desk, 7, 'P075', 'P053-L')).toEqual(['P053-L']);
    });
  });

  it('is collected as a whole from who has left the post', () => {
    withBooks('secret', (desk) => {
      all_(ready, lent())(desk);
      expect(of(desk, 10, 'P075', 'P137')).toEqual(['P075']);
      desk.must('person.suspend', { person: '南宫砚', reason: '审查' });
      expect(of(desk, 10, 'P075', 'P137')).toEqual(['P137']);
    });
  });

  it('is searched for and no longer called back, once it is lost', () => {
    withBooks('secret', (desk) => {
      all_(staff(), shelve({ returnBy: '2026-11-25' }))(desk);
      expect(of(desk, 0, 'P114', 'P151')).toEqual(['P114']);
      desk.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' });
      expect(of(desk, 0, 'P114', 'P151')).toEqual(['P151']);
    });
  });

  it('is one mark, however often the level changed, and the last one', () => {
    withBooks('secret', (desk) => {
      ready(desk);
      for (const [n, level, years] of [[1, 'confidential', 8], [2, 'confidential', 6]] as const) desk.must('classification.recordNotice', { carriers: [CARRIER], notice: 'change', noticeNumber: `示厅密〔2026〕${n}号`, noticeFrom: '示例省青岭厅', noticeOn: '2026-11-20', decidedOn: '2026-11-20', level, period: { years } });
      const marks = asked(desk).filter((i) => i.rule === 'P009');
      expect(marks.map((i) => i.detailZh)).toEqual([expect.stringContaining('秘密★6年')]);
    });
  });

  it('is one count, where others have to count anyhow', () => {
    withBooks('secret', (desk) => {
      ready(desk);
      expect(of(desk, 100, 'P116', 'P411-C')).toEqual(['P116']);
      set('separation.mode', 'reduced')(desk);
      expect(of(desk, 100, 'P116', 'P411-C')).toEqual(['P411-C']);
    });
  });

  it('leaves a point of the search when the search was written up since', () => {
    withBooks('secret', (desk) => {
      ready(desk);
      desk.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' });
      desk.at('2026-12-21T09:00:00');
      expect(of(desk, 0, 'P151', 'P152').toSorted()).toEqual(['P151', 'P152']);
      desk.must('incident.searchLog', { incident: 1, entry: '逐柜查过' });
      expect(of(desk, 0, 'P151', 'P152')).toEqual(['P151']);
      // The next point is at 80 of a hundred; the last day is the term itself.
      expect(of(desk, 17, 'P151', 'P152').toSorted()).toEqual(['P151', 'P152']);
      desk.at('2027-01-10T09:00:00');
      desk.must('incident.searchLog', { incident: 1, entry: '问过各科' });
      expect(of(desk, 9, 'P151', 'P152')).toEqual(['P151']);
    });
  });
});
