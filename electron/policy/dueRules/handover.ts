import { addDays, daysBetween } from '#shared/time.ts';
import type { DueRule } from './declare.ts';
import { declare } from './declare.ts';

const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);

/** Handing over is finished the day it is begun; what leavers hold comes back; their accounts are closed. */
export const handoverDueRules: readonly DueRule[] = [
  declare({
    id: 'P135-D', kind: 'handover', titleZh: '移交未办结', register: 'handovers', roles: ['clerk', 'approver'], from: 'handoversOpen', hard: true, always: true,
    look: (h, { today, profile }) => {
      if (h.openedOn === null) return null;
      const dueOn = addDays(h.openedOn, profile.number('leaving.revokeWithinDays'));
      return { record: h.id, number: h.number, level: h.level, dueOn, titleZh: `${h.giver ?? ''}移交 ${h.number ?? ''} 没有办结`, detailZh: `清册 ${h.itemCount ?? 0} 件，${lateZh(dueOn, today)}；离岗人员的权限当日取消。请清点、签名后办结。` };
    },
  }),
  declare({
    id: 'P137', kind: 'leaver', titleZh: '收回离岗人员的载体', register: 'persons', roles: ['clerk'], from: 'leaversHolding', hard: true, always: true,
    look: (p, { today }) => (p.held === 0 ? null : { record: p.id, number: p.number, level: null, dueOn: p.since ?? today, titleZh: `${p.name ?? ''}手中和名下还有 ${p.held} 件`, detailZh: `已离岗、脱密或暂停接触，${lateZh(p.since ?? today, today)}。请主动收回，办理归还或持有人移交。` }),
  }),
  declare({
    id: 'P142-D', kind: 'account', titleZh: '离岗人员的账户', register: 'accounts', roles: ['system_administrator', 'security_administrator'], from: 'accountsOfLeavers', hard: true, always: true,
    look: (a, { today }) => ({ record: a.id, number: a.account, level: null, dueOn: a.since ?? today, titleZh: `${a.name ?? ''}的账户 ${a.account ?? ''} 应停用`, detailZh: `已移交岗位或离岗，${lateZh(a.since ?? today, today)}。请系统管理员停用账户并换钥。` }),
  }),
];
