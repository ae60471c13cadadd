import type { RecordOf } from '#shared/registers/index.ts';
import { addMonths, daysBetween } from '#shared/time.ts';
import type { DueRule } from './declare.ts';
import { declare } from './declare.ts';

const clerk = ['clerk'] as const;
type Person = RecordOf<'persons'>;
const at = (p: Person) => ({ record: p.id, number: p.number, level: null });
const posted = (p: Person): boolean => p.status === 'on_post' && p.personnelClass !== 'none';
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);
/** What has never been done is due from the first day on post. */
const since = (p: Person, today: string): string => (p.onPostFrom !== null && p.onPostFrom < today ? p.onPostFrom : today);
const AHEAD = 30;

/** What keeps people entitled to know: screening, training, undertaking; and the end of the cooling-off time. */
export const peopleDueRules: readonly DueRule[] = [
  declare({
    id: 'P233', kind: 'screening', titleZh: '保密审查复审', register: 'persons', roles: clerk, from: 'persons', hard: false, lead: () => AHEAD,
    look: (p, { today, profile }) => {
      if (!posted(p)) return null;
      const tier = p.personnelClass === 'core' || p.personnelClass === 'important' ? p.personnelClass : 'general';
      const dueOn = p.screenedOn === null ? since(p, today) : addMonths(p.screenedOn, profile.number(`screening.everyMonths.${tier}`));
      return { ...at(p), dueOn, titleZh: `${p.name ?? ''}保密审查${p.screenedOn === null ? '没有记录' : '应复审'}`, detailZh: `${p.screenedOn === null ? '在岗而没有保密审查记录' : `上次 ${p.screenedOn}`}，${lateZh(dueOn, today)}。请办理复审，更正审查日期。` };
    },
  }),
  declare({
    id: 'P065', kind: 'training', titleZh: '保密培训', register: 'persons', roles: clerk, from: 'persons', hard: false, lead: () => AHEAD,
    look: (p, { today, profile }) => {
      if (!posted(p)) return null;
      const dueOn = p.trainedOn === null ? since(p, today) : addMonths(p.trainedOn, profile.number('training.validMonths'));
      return { ...at(p), dueOn, titleZh: `${p.name ?? ''}保密培训${p.trainedOn === null ? '没有记录' : '到期'}`, detailZh: `${p.trainedOn === null ? '在岗而没有保密培训记录' : `上次 ${p.trainedOn}`}，${lateZh(dueOn, today)}；过期不能接触国家秘密。请安排培训，更正培训日期。` };
    },
  }),
  declare({
    id: 'P255', kind: 'undertaking', titleZh: '保密承诺书', register: 'persons', roles: clerk, from: 'persons', hard: false,
    look: (p, { today }) => (!posted(p) || p.undertakingOn !== null ? null : { ...at(p), dueOn: since(p, today), titleZh: `${p.name ?? ''}没有签订保密承诺书`, detailZh: '在岗人员须签订保密承诺书，没有签的不能接触国家秘密。请补签，更正签订日期。' }),
  }),
  declare({
    id: 'P313', kind: 'coolingOff', titleZh: '脱密期满', register: 'persons', roles: clerk, from: 'persons', hard: false, lead: () => AHEAD,
    look: (p, { today }) => (p.status !== 'cooling_off' || p.coolingOffUntil === null ? null : { ...at(p), dueOn: p.coolingOffUntil, titleZh: `${p.name ?? ''}脱密期 ${p.coolingOffUntil} 届满`, detailZh: `${lateZh(p.coolingOffUntil, today)}。请核对有无延长，办理脱密期终止手续。` }),
  }),
];
