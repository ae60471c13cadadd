import { isStateSecret } from '#shared/levels.ts';
import { addDays, clockOf, dayOf, daysBetween } from '#shared/time.ts';
import { keyOfLevel } from '../parameters.ts';
import type { DueRule } from './declare.ts';
import { declare } from './declare.ts';

const clerk = ['clerk'] as const;
/** What presses is shown to the leaders too. */
const both = ['clerk', 'approver'] as const;
const called = (title: string | null): string => `《${(title ?? '').slice(0, 60)}》`;
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);
const pressing = (urgency: string | null): boolean => urgency === 'urgent' || urgency === 'extra_urgent';

/** Mail goes to the office, from reader to clerk to reader, and to its end; what people keep comes back. */
export const circulationDueRules: readonly DueRule[] = [
  declare({
    id: 'P038', kind: 'route', titleZh: '送批办', register: 'receipts', roles: clerk, from: 'receiptsToRoute', hard: false,
    look: (r, { today }) => (r.routeDueOn === null || pressing(r.urgency) ? null : { record: r.id, number: r.number, level: r.level, dueOn: r.routeDueOn, titleZh: `${called(r.title)}待送批办`, detailZh: `来文应于 ${r.routeDueOn} 前送办公室负责人批办，${lateZh(r.routeDueOn, today)}。请打印呈批传阅笺，送批办后登记。` }),
  }),
  declare({
    id: 'P040', kind: 'urgentRoute', titleZh: '急件送批办', register: 'receipts', roles: both, from: 'receiptsToRoute', hard: true,
    look: (r, { today }) => (r.routeDueOn === null || !pressing(r.urgency) ? null : { record: r.id, number: r.number, level: r.level, dueOn: r.routeDueOn, titleZh: `急件${called(r.title)}待送批办`, detailZh: `急件随到随送，${lateZh(r.routeDueOn, today)}。请立即送批办。` }),
  }),
  declare({
    id: 'P040-C', kind: 'urgentReading', titleZh: '急件送阅', register: 'circulations', roles: both, from: 'circulationsOpen', hard: true,
    look: (c, { today, profile }) => {
      if (!pressing(c.urgency) || c.outWith !== null || c.waiting === 0 || c.startedOn === null) return null;
      const dueOn = addDays(c.startedOn, profile.number('circulation.urgentWithinDays'));
      return { record: c.id, number: c.number, level: c.level, dueOn, titleZh: `急件${called(c.title)}待送阅`, detailZh: `还有 ${c.waiting} 人没有看，${lateZh(dueOn, today)}。请立即送下一人。` };
    },
  }),
  declare({
    id: 'P041', kind: 'circulation', titleZh: '传阅到期', register: 'circulations', roles: clerk, from: 'circulationsOpen', hard: false, lead: () => 1,
    look: (c, { today }) => {
      // What presses and waits is asked for at once, not by the end of the week (P040-C).
      if (c.dueOn === null || (pressing(c.urgency) && c.outWith === null && c.waiting > 0 && c.startedOn !== null)) return null;
      const where = c.outWith === null ? (c.waiting === 0 ? '都已看完，请结束传阅' : `还有 ${c.waiting} 人没有看，请送下一人`) : `在${c.outWith}处${c.waiting === 0 ? '' : `，还有 ${c.waiting} 人没有看`}，请催退`;
      return { record: c.id, number: c.number, level: c.level, dueOn: c.dueOn, titleZh: `${called(c.title)}传阅应于 ${c.dueOn} 结束`, detailZh: `${lateZh(c.dueOn, today)}；${where}。` };
    },
  }),
  declare({
    id: 'P042-C', kind: 'circulating', titleZh: '当日退阅', register: 'carriers', roles: clerk, from: 'carriersOut', hard: false,
    look: (c, { today, now, profile }) => {
      if (c.state !== 'circulating' || c.dueOn === null || c.holdUntil !== null || !isStateSecret(c.level)) return null;
      const mode = profile.text(`circulation.sameDay.${keyOfLevel(c.level)}`);
      if (mode === 'off') return null;
      const end = profile.text('calendar.workdayEnd');
      const late = c.dueOn === today && clockOf(now) >= end ? `已过 ${end} 下班时间` : lateZh(c.dueOn, today);
      return { record: c.id, number: c.number, level: c.level, dueOn: c.dueOn, hard: mode === 'hard', titleZh: `${called(c.title)}当日退还`, detailZh: `${c.holderName ?? ''}在${c.place ?? '阅文室'}阅看，送阅件当日收回，${late}。请办理退阅登记。` };
    },
  }),
  declare({
    id: 'P058', kind: 'instruction', titleZh: '批示落实', register: 'circulations', roles: clerk, from: 'instructionsOpen', hard: false, lead: () => 3,
    look: (c, { today }) => (c.followUpDueOn === null || c.followUpDoneOn !== null ? null : { record: c.id, number: c.number, level: c.level, dueOn: c.followUpDueOn, titleZh: `${called(c.title)}批示应于 ${c.followUpDueOn} 办结`, detailZh: `${lateZh(c.followUpDueOn, today)}。请跟踪落实，登记落实情况；办结后注明。` }),
  }),
  declare({
    id: 'P053', kind: 'hold', titleZh: '个人留存到期', register: 'carriers', roles: clerk, from: 'carriersKept', hard: false, lead: () => 1,
    look: (c, { today }) => (c.holdUntil === null ? null : { record: c.id, number: c.number, level: c.level, dueOn: c.holdUntil, titleZh: `${called(c.title)}个人留存至 ${c.holdUntil}`, detailZh: `在${c.holderName ?? '个人'}处留存，${lateZh(c.holdUntil, today)}。请收回，办理归还登记。` }),
  }),
  declare({
    id: 'P053-L', kind: 'hold', titleZh: '个人持有过久', register: 'loans', roles: clerk, from: 'loansExtended', hard: false,
    look: (l, { today, profile }) => {
      if (l.lentAt === null || l.dueOn === null) return null;
      const dueOn = addDays(dayOf(l.lentAt), profile.number('personalHold.maxDays'));
      return l.dueOn <= dueOn ? null : { record: l.id, number: l.number, level: l.level, dueOn, hard: l.level === 'top_secret', titleZh: `${l.borrowerName ?? ''}持有 ${l.carrierNumber ?? ''} 过久`, detailZh: `自 ${dayOf(l.lentAt)} 借出，续借至 ${l.dueOn}，超过个人留存上限，${lateZh(dueOn, today)}。请收回，或办个人留存审批。` };
    },
  }),
  declare({
    id: 'P071', kind: 'notebook', titleZh: '保密本交回', register: 'notebooks', roles: clerk, from: 'notebooksOut', hard: false, lead: () => 3,
    look: (n, { today }) => (n.dueOn === null ? null : { record: n.id, number: n.number, level: n.level, dueOn: n.dueOn, titleZh: `${n.holderName ?? ''}的保密本 ${n.carrierNumber ?? ''} 应于 ${n.dueOn} 交回`, detailZh: `领用时 ${n.pagesOut ?? ''} 页，${lateZh(n.dueOn, today)}。请收回，逐页清点后登记。` }),
  }),
  declare({
    id: 'P057', kind: 'refusal', titleZh: '拒绝办理未报告', register: 'refusals', roles: clerk, from: 'refusalsUnreported', hard: false,
    look: (r, { today }) => {
      if (r.refusedAt === null) return null;
      const dueOn = dayOf(r.refusedAt);
      return { record: r.id, number: r.number, level: null, dueOn, titleZh: `拒绝办理 ${r.number ?? ''} 尚未向上报告`, detailZh: `${r.refusedBy ?? ''}拒绝${r.askedBy ?? ''}的要求，${lateZh(dueOn, today)}。请向上报告后登记。` };
    },
  }),
];
