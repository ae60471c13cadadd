import type { RecordOf } from '#shared/registers/index.ts';
import { addDays, dayOf, daysBetween } from '#shared/time.ts';
import { declare } from './declare.ts';
import type { DueRule } from './declare.ts';

const clerk = ['clerk'] as const;
const called = (title: string | null): string => `《${(title ?? '').slice(0, 60)}》`;
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);
const at = (p: Readonly<{ id: number; number: string | null; level: RecordOf<'productions'>['level'] }>) => ({ record: p.id, number: p.number, level: p.level });

/** Waste of a run is destroyed, its original filed, everything sent is receipted. */
export const productionDueRules: readonly DueRule[] = [
  declare({
    id: 'P029', kind: 'waste', titleZh: '废页待销毁', register: 'productions', roles: clerk, from: 'productionsOpen', hard: false,
    look: (p, { today }) => (p.wasteDueOn === null || p.wasteDestroyedAt !== null ? null : { ...at(p), dueOn: p.wasteDueOn, titleZh: `${called(p.title)}废页、清样 ${(p.wasteSheets ?? 0) + (p.proofs ?? 0)} 页待销毁`, detailZh: `${p.wasteMode === 'sealedContainer' ? '已封存，' : ''}${lateZh(p.wasteDueOn, today)}。请两人销毁并登记。` }),
  }),
  declare({
    id: 'P035', kind: 'filing', titleZh: '原稿归档', register: 'productions', roles: clerk, from: 'productionsOpen', hard: false,
    look: (p, { today, profile }) => {
      if (p.state !== 'made' || p.madeAt === null) return null;
      const dueOn = addDays(dayOf(p.madeAt), profile.number('production.fileOriginalWithinDays'));
      return { ...at(p), dueOn, titleZh: `${called(p.title)}原稿应于 ${dueOn} 前归档`, detailZh: `主办${p.department ?? p.drafter ?? '（未填）'}，${lateZh(dueOn, today)}。请收齐原稿和存档份后办理归档。` };
    },
  }),
  declare({
    id: 'P102', kind: 'receipt', titleZh: '投送回执', register: 'consignments', roles: clerk, from: 'consignmentsOpen', hard: false,
    look: (c, { today }) => {
      if (c.state === 'receipted' || c.dueOn === null) return null;
      const odd = c.state === 'exception' ? `回执异常：${c.problem ?? '件数不符'}，` : '';
      return { ...at(c), dueOn: c.dueOn, hard: c.state === 'exception', titleZh: `发往${c.recipient ?? ''} ${c.itemCount ?? 0} 件，回执未到`, detailZh: `${odd}${lateZh(c.dueOn, today)}。请向收件单位查问，收到后登记回执。` };
    },
  }),
  declare({
    id: 'P102-D', kind: 'receipt', titleZh: '发文回执', register: 'dispatches', roles: clerk, from: 'dispatchesOpen', hard: false,
    look: (d, { today, profile }) => {
      // With a consignment the receipt is asked for there.
      if (d.state === 'receipted' || d.consignment !== null || d.sentOn === null) return null;
      const dueOn = d.state === 'registered' ? d.sentOn : addDays(d.sentOn, profile.number('conveyance.receiptDays'));
      const what = d.state === 'registered' ? '已登记，尚未发出' : '回执未到';
      return { ...at(d), dueOn, titleZh: `${called(d.title)}发往${d.recipient ?? ''}，${what}`, detailZh: `${d.copies ?? 0} 份，${lateZh(dueOn, today)}。${d.state === 'registered' ? '请办机要投送，或当面签收后登记回执。' : '请向收件单位查问，收到后登记回执。'}` };
    },
  }),
];
