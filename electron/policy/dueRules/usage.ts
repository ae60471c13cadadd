import { dayOf, daysBetween } from '#shared/time.ts';
import type { DueRule } from './declare.ts';
import { declare } from './declare.ts';

const clerk = ['clerk'] as const;

/** Machine logs: every session ends on its day, every year is closed. */
export const usageDueRules: readonly DueRule[] = [
  declare({
    id: 'P178', kind: 'usageOpen', titleZh: '没有关机登记', register: 'usageLogs', roles: clerk, from: 'usageOpen', hard: false,
    look: (u, { today }) => {
      if (u.state !== 'open' || u.startedAt === null) return null;
      const dueOn = dayOf(u.startedAt);
      // A session of today is simply running.
      return dueOn >= today ? null : { record: u.id, number: u.number, level: u.level, dueOn, titleZh: `${u.computerNumber ?? ''} ${dueOn} 的使用没有关机登记`, detailZh: `使用人${u.userName ?? ''}，已过 ${daysBetween(dueOn, today)} 日。请补办关机登记，写明输出和异常情况。` };
    },
  }),
  declare({
    id: 'P180', kind: 'yearBook', titleZh: '年度册待封存', register: 'computers', roles: clerk, from: 'usageYears', hard: false,
    look: (y, { today }) => {
      const dueOn = `${y.year}-12-31`;
      return dueOn >= today ? null : { record: y.computer, number: y.number, level: y.level, dueOn, titleZh: `${y.assetNumber ?? ''} ${y.year} 年度使用登记册待封存`, detailZh: '年度结束后成册封存，保存五年。请核对后封存年度册。' };
    },
  }),
];
