import { describe, expect, it } from 'vitest';
import type { DueItem } from '../../../renderer/app/answers.ts';
import { groupsOf, shapeOf, verbOf } from '../../../renderer/screens/today.ts';

const today = '2026-11-20';
const item = (part: Partial<DueItem>): DueItem => ({ id: 1, kind: 'loan', register: 'carriers', record: 388, number: 'ZT-2026-00388', dueOn: today, overdueDays: 0, titleZh: '', detailZh: '', level: null, rule: null, ...part });

describe('今日', () => {
  it('puts lines into three groups, and leaves an empty group out', () => {
    const groups = groupsOf([item({ id: 1, dueOn: '2026-11-25' }), item({ id: 2, dueOn: '2026-11-19' })], today);
    expect(groups.map((g) => [g.titleZh, g.items.map((i) => i.id)])).toEqual([['已超期', [2]], ['七日内', [1]]]);
  });
  it('puts clocks of the law first, then by level, then by days, when they are late', () => {
    const late = [item({ id: 'old', dueOn: '2026-11-01', overdueDays: 19 }), item({ id: 'secret', level: 'secret', dueOn: '2026-11-19', overdueDays: 1 }), item({ id: 'hard', hard: true, dueOn: '2026-11-18', overdueDays: 2 })];
    expect(groupsOf(late, today)[0]?.items.map((i) => i.id)).toEqual(['hard', 'secret', 'old']);
  });
  it('marks late, today and soon by shape', () => {
    expect(shapeOf(item({ dueOn: '2026-11-19' }), today, -1)).toEqual(['!', 'late']);
    expect(shapeOf(item({}), today, 0)).toEqual(['今', 'today']);
    expect(shapeOf(item({ dueOn: '2026-11-24' }), today, 4)).toEqual(['4', 'soon']);
  });
  it('leads the clerk to the desk, when a carrier is not back', () => {
    expect(verbOf(item({ kind: 'loan' }), ['clerk'])).toEqual({ zh: '归还登记', to: '/desk?carrier=ZT-2026-00388' });
  });
  it('leads from mail to the office, from a circulation to its sheet, and from a reader to taking back', () => {
    expect(verbOf(item({ kind: 'route', register: 'receipts', record: 3 }), ['clerk'])).toEqual({ zh: '送批办', to: '/circulation?receipt=3' });
    expect(verbOf(item({ kind: 'circulation', register: 'circulations', record: 5 }), ['clerk'])).toEqual({ zh: '催办', to: '/circulation/5' });
    expect(verbOf(item({ kind: 'circulating' }), ['clerk'])).toEqual({ zh: '退阅登记', to: '/circulation?carrier=ZT-2026-00388' });
    expect(verbOf(item({ kind: 'refusal', register: 'refusals', record: 2 }), ['clerk'])).toEqual({ zh: '登记报告', to: '/register/refusals/2?act=refusal.reported' });
  });
  it('offers no act, when the role may neither do it nor read it', () => {
    expect(verbOf(item({ kind: 'loan' }), ['auditor'])).toBeNull();
    expect(verbOf(item({ kind: 'loan' }), ['approver'])?.to).toBe('/register/carriers/388');
  });
});
