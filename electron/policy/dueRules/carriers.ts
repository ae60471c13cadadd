import { rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addDays, clockOf, dayOf, daysBetween } from '#shared/time.ts';
import type { DueRule } from './declare.ts';
import { keyOfLevel } from '../parameters.ts';
import { declare } from './declare.ts';

const clerk = ['clerk'] as const;
const called = (c: RecordOf<'carriers'>): string => `《${(c.title ?? '').slice(0, 60)}》`;
const at = (c: RecordOf<'carriers'>) => ({ record: c.id, number: c.number, level: c.level });
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);

/** What is out has to come back, what was borrowed from others has to return, periods end, signatures are owed. */
export const carrierDueRules: readonly DueRule[] = [
  declare({
    id: 'P075', kind: 'loan', titleZh: '借阅到期', register: 'carriers', roles: clerk, from: 'carriersOut', hard: false, lead: (p) => p.number('loan.remindDays'),
    look: (c, { today }) => (c.state !== 'lent' || c.dueOn === null || c.holdUntil !== null ? null : { ...at(c), dueOn: c.dueOn, hard: c.level === 'top_secret', titleZh: `${called(c)}应于 ${c.dueOn} 归还`, detailZh: `在${c.holderName ?? c.place ?? '外'}处，${lateZh(c.dueOn, today)}。请催还并办理归还登记。` }),
  }),
  declare({
    id: 'P042', kind: 'reading', titleZh: '当日退还', register: 'carriers', roles: clerk, from: 'carriersOut', hard: false,
    look: (c, { today, now, profile }) => {
      if (c.state !== 'reading' || c.dueOn === null) return null;
      const mode = c.level === 'top_secret' || c.level === 'secret' || c.level === 'confidential' ? profile.text(`circulation.sameDay.${keyOfLevel(c.level)}`) : 'soft';
      if (mode === 'off') return null;
      const end = profile.text('calendar.workdayEnd');
      const late = c.dueOn === today && clockOf(now) >= end ? `已过 ${end} 下班时间` : lateZh(c.dueOn, today);
      return { ...at(c), dueOn: c.dueOn, hard: mode === 'hard', titleZh: `${called(c)}当日退还`, detailZh: `${c.holderName ?? ''}在${c.place ?? '阅文室'}阅读，没有借阅手续的当日收回，${late}。请办理归还登记。` };
    },
  }),
  declare({
    id: 'P089', kind: 'recall', titleZh: '复制件收回', register: 'carriers', roles: clerk, from: 'carriersBack', hard: false,
    look: (c, { today }) => ((c.source !== 'copied' && c.source !== 'extracted') || c.returnBy === null ? null : { ...at(c), dueOn: c.returnBy, titleZh: `${called(c)}复制件应于 ${c.returnBy} 收回`, detailZh: `责任人${c.custodian ?? ''}，${lateZh(c.returnBy, today)}。请收回后登记或列入销毁。` }),
  }),
  declare({
    id: 'P114', kind: 'recall', titleZh: '清退到期', register: 'carriers', roles: clerk, from: 'carriersBack', hard: false, lead: (p) => p.number('recall.leadDays'),
    look: (c, { today }) => (c.source === 'copied' || c.source === 'extracted' || c.returnBy === null ? null : { ...at(c), dueOn: c.returnBy, hard: c.returnRequired === 1, titleZh: `${called(c)}应于 ${c.returnBy} 清退`, detailZh: `制发机关${c.issuer ?? '（未填）'}，${lateZh(c.returnBy, today)}。请清退并办理登记。` }),
  }),
  declare({
    id: 'P005', kind: 'period', titleZh: '保密期限届满', register: 'carriers', roles: clerk, from: 'carriersEnding', hard: false, lead: (p) => p.number('period.expiryLeadDays'),
    look: (c, { today, profile }) => {
      if (c.periodEndsOn === null || c.regime === 'commercial_secret') return null;
      const check = profile.number('period.expiryCheckDays');
      const held = profile.text('period.expiryHandling') === 'holdUntilChecked' ? `请在届满后 ${check} 日内核对延长通知；没有延长的自行解密，请登记解密，公布另经审查。` : '已自行解密，请登记解密，公布另经审查。';
      const next = c.periodEndsOn >= today ? '请核对是否收到延长保密期限的通知。' : held;
      return { ...at(c), dueOn: c.periodEndsOn, titleZh: `${called(c)}保密期限 ${c.periodEndsOn} 届满`, detailZh: `期限${c.secrecyPeriod ?? '未标明'}，${lateZh(c.periodEndsOn, today)}。${next}` };
    },
  }),
  declare({
    id: 'P062', kind: 'signature', titleZh: '知悉人补签', register: 'readings', roles: clerk, from: 'readingsUnsigned', hard: false,
    look: (r, { today, profile }) => {
      if (r.signature !== 'pending' || r.startedAt === null || r.state === 'withdrawn' || rankOf(r.level) < rankOf(profile.text('reading.signatureFrom') as Level)) return null;
      const dueOn = dayOf(r.endedAt ?? r.startedAt);
      return { record: r.id, number: r.number, level: r.level, dueOn, titleZh: `${r.readerName ?? ''}知悉 ${r.carrierNumber ?? ''} 待签名`, detailZh: `知悉记录由本人签名，${lateZh(dueOn, today)}。请${r.readerName ?? '本人'}补签。` };
    },
  }),
  declare({
    id: 'PAPER-APPROVAL', kind: 'approval', titleZh: '纸面审批未录入', register: 'approvals', roles: clerk, from: 'approvalsPending', hard: false,
    look: (a, { today }) => {
      if (a.form !== 'paper' || a.requestedAt === null) return null;
      const dueOn = addDays(dayOf(a.requestedAt), 2);
      // Silent for two days: only then it belongs on the list of the day.
      return dueOn > today ? null : { record: a.id, number: a.number, level: a.level, dueOn, titleZh: `审批单 ${a.number ?? ''} 已打印，没有录入结果`, detailZh: `${a.commandZh ?? ''}，${lateZh(dueOn, today)}。请录入签字结果，或作废。` };
    },
  }),
  declare({
    id: 'APPROVAL-WAITING', kind: 'approval', titleZh: '待审批', register: 'approvals', roles: ['approver'], from: 'approvalsPending', hard: false,
    look: (a) => (a.form !== 'screen' || a.requestedAt === null ? null : { record: a.id, number: a.number, level: a.level, dueOn: dayOf(a.requestedAt), titleZh: `审批单 ${a.number ?? ''} 待审批`, detailZh: `${a.commandZh ?? ''}，${a.rulesZh ?? ''}。请审阅后同意或不同意。` }),
  }),
];
