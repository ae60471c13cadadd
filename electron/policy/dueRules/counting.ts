import type { ChecklistKey } from '#shared/checklists.ts';
import { addDays, addMonths, daysBetween } from '#shared/time.ts';
import type { Profile } from '../parameters.ts';
import type { DueRule } from './declare.ts';
import { declare } from './declare.ts';

const clerk = ['clerk'] as const;
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);

/** A checklist that is filled in at a rhythm of its own: kind and name on the list, what it says before the first and the next time. */
const rhythm = (id: string, kind: string, list: ChecklistKey, titleZh: string, did: string, next: string): DueRule => declare({
  id, kind, titleZh, register: 'checks', roles: clerk, from: 'checklists', hard: false,
  look: (l, { today, profile }) => {
    if (l.key !== list) return null;
    const dueOn = addMonths(l.lastOn ?? l.begunOn, profile.number(l.everyMonths));
    return { record: null, number: null, level: null, dueOn, titleZh, detailZh: `${l.lastOn === null ? `尚未${did}` : `上次 ${l.lastOn}`}，${lateZh(dueOn, today)}。${next}` };
  },
});

/** First and last day of the recall of a year; a window that would run into the next year ends with this one. */
const recallWindow = (profile: Profile, year: number): { from: string; until: string } => {
  const [first = '', last = ''] = profile.text('recall.window').split('至');
  return { from: `${year}-${first}`, until: last < first ? `${year}-12-31` : `${year}-${last}` };
};

/** What comes back, what is counted, what is looked at: the rhythms of the year. */
export const countingDueRules: readonly DueRule[] = [
  declare({
    id: 'P112', kind: 'annualRecall', titleZh: '年终清退', register: 'recalls', roles: clerk, from: 'recallYear', hard: false, lead: (p) => { const w = recallWindow(p, 2026); return daysBetween(w.from, w.until); },
    look: (y, { today, profile }) => {
      const { from, until } = recallWindow(profile, y.year);
      // Books begun after the window need not look back.
      if (y.opened || today < from || y.begunOn > until) return null;
      return { record: null, number: null, level: null, dueOn: until, titleZh: `${y.year} 年年终清退`, detailZh: `各部门载体应于 ${until} 前全部收回，归档或销毁，${lateZh(until, today)}。请开始年度清退。` };
    },
  }),
  declare({
    id: 'P113', kind: 'recallDate', titleZh: '规定的清退日', register: 'recalls', roles: clerk, from: 'recallYear', hard: true, lead: (p) => p.number('recall.leadDays'),
    look: (y, { today, profile }) => {
      const next = profile.list('recall.dates').filter((d) => d !== '无').map((d) => `${y.year}-${d}`).sort().find((d) => d >= y.begunOn && !y.dueDays.some((on) => on <= d && on >= addDays(d, -90)));
      return next === undefined ? null : { record: null, number: null, level: null, dueOn: next, titleZh: `${next} 清退`, detailZh: `保密部门规定 ${next} 清退，${lateZh(next, today)}。请开始清退，按规定日期退还。` };
    },
  }),
  declare({
    id: 'P113-R', kind: 'recallOpen', titleZh: '清退未办结', register: 'recalls', roles: clerk, from: 'recallsOpen', hard: false, lead: (p) => p.number('recall.leadDays'),
    look: (r, { today }) => (r.dueOn === null ? null : { record: r.id, number: r.number, level: r.level, dueOn: r.dueOn, hard: r.kind === 'issuer', titleZh: `${r.title ?? '清退'}应于 ${r.dueOn} 办结`, detailZh: `应清退 ${r.itemCount ?? 0} 件，还在册 ${r.left} 件，${lateZh(r.dueOn, today)}。请逐件清退、归档或销毁，再办结。` }),
  }),
  declare({
    id: 'P116', kind: 'stocktake', titleZh: '清点', register: 'stocktakes', roles: clerk, from: 'stocktaking', hard: false,
    look: (s, { today, profile }) => {
      if (s.held === 0) return null;
      const months = profile.number('stocktake.everyMonths');
      const dueOn = addMonths(s.lastOn ?? s.begunOn, months);
      // A count by others is a full count as well: what it settles is asked for once (P411-C).
      if (profile.text('separation.mode') === 'reduced' && addMonths(s.lastOutsideOn ?? s.begunOn, profile.number('separation.outsideCountMonths')) <= dueOn) return null;
      return { record: null, number: null, level: null, dueOn, titleZh: '全面清点载体', detailZh: `${s.lastOn === null ? '尚未全面清点' : `上次 ${s.lastOn}`}，每 ${months} 个月一次，在册 ${s.held} 件，${lateZh(dueOn, today)}。请开始清点。` };
    },
  }),
  declare({
    id: 'P411-C', kind: 'outsideCount', titleZh: '他人清点', register: 'stocktakes', roles: clerk, from: 'stocktaking', hard: false,
    look: (s, { today, profile }) => {
      if (s.held === 0 || profile.text('separation.mode') !== 'reduced') return null;
      const months = profile.number('separation.outsideCountMonths');
      const dueOn = addMonths(s.lastOutsideOn ?? s.begunOn, months);
      return { record: null, number: null, level: null, dueOn, titleZh: '保管人以外的人全面清点', detailZh: `简化分工的单位每 ${months} 个月由保管人以外的两人全面清点，${s.lastOutsideOn === null ? '尚未清点' : `上次 ${s.lastOutsideOn}`}，${lateZh(dueOn, today)}。请开始清点，清点人和监督人都选不保管载体的人。` };
    },
  }),
  rhythm('P122', 'storeCheck', 'store', '库房柜具检查', '检查', '请打印检查表，逐项检查后登记。'),
  rhythm('L050', 'selfCheck', 'self', '保密自查', '自查', '请按自查表逐项检查后登记。'),
  rhythm('P346', 'headCheck', 'heads', '部门负责人检查考核', '检查', '请按检查考核表逐项检查后登记。'),
  rhythm('P321', 'assessment', 'people', '涉密人员考核', '考核', '请会同人事部门逐人考核，按考核表登记。'),
  rhythm('P324', 'jointCheck', 'joint', '组织、人事、保密联合检查', '检查', '请约组织、人事部门共同检查后登记。'),
  rhythm('P193', 'computerCheck', 'computers', '涉密计算机检查', '检查', '请用专用工具逐台检查后登记。'),
  declare({
    id: 'CHECK-DUE', kind: 'correction', titleZh: '检查整改', register: 'checks', roles: clerk, from: 'checksOpen', hard: false, lead: () => 3,
    look: (c, { today }) => (c.correctBy === null ? null : { record: c.id, number: c.number, level: null, dueOn: c.correctBy, titleZh: `${c.titleZh ?? '检查'}的问题应于 ${c.correctBy} 整改`, detailZh: `不符合 ${c.bad ?? 0} 项，${lateZh(c.correctBy, today)}。请整改后登记。` }),
  }),
];
