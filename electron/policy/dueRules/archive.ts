import { daysBetween } from '#shared/time.ts';
import { declare } from './declare.ts';
import type { DueRule } from './declare.ts';

const clerk = ['clerk'] as const;
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);

/** What was opened in the archive is shelved the same day; what was carried out comes back and is counted. What is lent is called back by P075. */
export const archiveDueRules: readonly DueRule[] = [
  declare({
    id: 'P081', kind: 'archive', titleZh: '档案当日归架', register: 'archiveUses', roles: clerk, from: 'archiveUsesOpen', hard: false,
    look: (u, { today }) => {
      if (u.kind !== 'consult' || u.dueOn === null) return null;
      return { record: u.id, number: u.number, level: u.level, dueOn: u.dueOn, hard: u.level === 'top_secret', titleZh: `${u.readerName ?? ''}查阅档案 ${u.itemCount ?? 0} 件，当日归架`, detailZh: `${u.unit ?? ''}${u.unit === null ? '' : '，'}${lateZh(u.dueOn, today)}。请收回清点，办理档案归还。` };
    },
  }),
  declare({
    id: 'P106', kind: 'trip', titleZh: '外出应返回', register: 'trips', roles: clerk, from: 'tripsOut', hard: false, lead: () => 1,
    look: (t, { today }) => (t.dueOn === null ? null : { record: t.id, number: t.number, level: t.level, dueOn: t.dueOn, hard: t.level === 'top_secret', titleZh: `${t.travellerName ?? ''}携带 ${t.itemCount ?? 0} 件外出，应于 ${t.dueOn} 返回`, detailZh: `在${t.destination ?? '外'}，${lateZh(t.dueOn, today)}。请催返，按装箱清单清点并办理外出返回。` }),
  }),
];
