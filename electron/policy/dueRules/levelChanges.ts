import { addMonths, daysBetween } from '#shared/time.ts';
import { secretGrades } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { DueRule } from './declare.ts';
import { declare } from './declare.ts';

const clerk = ['clerk'] as const;
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);
const of = (r: RecordOf<'classifications'>) => ({ record: r.id, number: r.number, level: r.level ?? r.oldLevel });
const called = (title: string | null): string => `《${(title ?? '').slice(0, 60)}》`;
/** Who is in scope and not told yet; the unit when nobody is named. */
const untold = (r: RecordOf<'classifications'>): string => {
  const names = (r.accessScope ?? []).filter((n) => !(r.notified ?? []).includes(n));
  return names.length > 0 ? names.slice(0, 5).join('、') + (names.length > 5 ? ` 等 ${names.length} 人` : '') : (r.scopeUnit ?? '知悉范围内人员');
};

/** What a decision about a level leaves to be done: up it goes, an answer is awaited, people are told, marks replaced, levels looked at every year. */
export const levelChangesDueRules: readonly DueRule[] = [
  declare({
    id: 'L005', kind: 'submit', titleZh: '拟定密级报请', register: 'classifications', roles: clerk, from: 'classificationsOpen', hard: true, lead: () => 5,
    look: (r, { today }) => (r.state !== 'proposed' || r.submitDueOn === null ? null : { ...of(r), dueOn: r.submitDueOn, titleZh: `${called(r.title)}拟定密级应报请确定`, detailZh: `拟定密级已先行保护，${lateZh(r.submitDueOn, today)}。请报请有权机关并登记报请日期。` }),
  }),
  declare({
    id: 'L005-A', kind: 'answer', titleZh: '报请待答复', register: 'classifications', roles: clerk, from: 'classificationsOpen', hard: false,
    look: (r, { today }) => (r.state !== 'submitted' || r.answerDueOn === null ? null : { ...of(r), dueOn: r.answerDueOn, titleZh: `${called(r.title)}报请${r.submittedTo ?? ''}应有答复`, detailZh: `${r.submittedOn ?? ''} 报请，${lateZh(r.answerDueOn, today)}。请催办；收到后登记答复。` }),
  }),
  declare({
    id: 'L009', kind: 'notify', titleZh: '通知知悉范围', register: 'classifications', roles: clerk, from: 'classificationsOpen', hard: true,
    look: (r, { today }) => (r.state !== 'decided' || r.notifyDueOn === null || r.notifiedOn !== null ? null : { ...of(r), dueOn: r.notifyDueOn, titleZh: `${called(r.title)}密级变更应书面通知`, detailZh: `${untold(r)}没有通知，${lateZh(r.notifyDueOn, today)}。请打印通知名单，通知后登记。` }),
  }),
  declare({
    id: 'P009', kind: 'mark', titleZh: '更换密级标志', register: 'classifications', roles: clerk, from: 'classificationsOpen', hard: false,
    look: (r, { today }) => (r.state !== 'decided' || r.notifyDueOn === null || r.newMark === null || r.markedOn !== null || r.superseded === true ? null : { ...of(r), dueOn: r.notifyDueOn, titleZh: `${called(r.title)}应更换密级标志`, detailZh: `原标志${r.oldMark ?? '无'}，新标志${r.newMark}，${lateZh(r.notifyDueOn, today)}。请打印变更标志，作好后登记。` }),
  }),
  declare({
    id: 'L004-D', kind: 'derived', titleZh: '核对派生件密级', register: 'carriers', roles: clerk, from: 'derivedBehind', hard: false,
    look: (c) => ({ record: c.id, number: c.number, level: c.level, dueOn: c.changedOn, titleZh: `${called(c.title)}的派生来源已变更密级`, detailZh: `来源 ${c.sourceNumber ?? ''} 现为${c.sourceMark ?? '非密'}，本件${c.secrecyPeriod === null ? '' : `期限${c.secrecyPeriod}，`}没有核对。请办理变更密级，或单件审核登记维持。` }),
  }),
  declare({
    id: 'P016', kind: 'commercial', titleZh: '商业秘密到期复审', register: 'carriers', roles: clerk, from: 'carriersEnding', hard: false, lead: (p) => p.number('commercialSecret.expiryLeadDays'),
    look: (c, { today }) => (c.regime !== 'commercial_secret' || c.periodEndsOn === null ? null : { record: c.id, number: c.number, level: c.level, dueOn: c.periodEndsOn, titleZh: `${called(c.title)}商业秘密${c.grade === null ? '' : secretGrades[c.grade]} ${c.periodEndsOn} 到期`, detailZh: `期限${c.secrecyPeriod ?? '未填'}，${lateZh(c.periodEndsOn, today)}。请复审后延期或解密。` }),
  }),
  declare({
    id: 'P017', kind: 'levelReview', titleZh: '密级年度审核', register: 'carriers', roles: clerk, from: 'levelReview', hard: false, lead: () => 30,
    look: (r, { today, profile }) => {
      if (r.items === 0 || r.oldestOn === null) return null;
      const dueOn = addMonths(r.oldestOn, profile.number('period.reviewEveryMonths'));
      return { record: null, number: null, level: null, dueOn, titleZh: `本单位所定密级 ${r.items} 件应年度审核`, detailZh: `最早一件 ${r.oldestOn} 审核或确定，${lateZh(dueOn, today)}。请逐件审核并登记结果。` };
    },
  }),
  declare({
    id: 'L013', kind: 'levelList', titleZh: '国家秘密事项一览表备案', register: 'classifications', roles: clerk, from: 'levelReview', hard: false, lead: () => 30,
    look: (r, { today, profile }) => {
      if (profile.text('unit.maxOriginalLevel') === 'none' || r.items === 0) return null;
      const dueOn = addMonths(r.listFiledOn ?? r.begunOn, profile.number('period.reviewEveryMonths'));
      return { record: null, number: null, level: null, dueOn, titleZh: '国家秘密事项一览表应更新备案', detailZh: `${r.listFiledOn === null ? '没有备案记录' : `上次备案 ${r.listFiledOn}`}，${lateZh(dueOn, today)}。请更新一览表报备，并在年度审核登记文号。` };
    },
  }),
];
