import { isStateSecret } from '#shared/levels.ts';
import type { StateSecretLevel } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addDays, addMonths, dayOf, daysBetween } from '#shared/time.ts';
import type { Due, DueContext, DueRule } from './declare.ts';
import { keyOfLevel } from '../parameters.ts';
import { declare } from './declare.ts';

const seen = ['clerk', 'approver'] as const;
type Incident = RecordOf<'incidents'>;

/** The clock of a missing item: from the day of discovery, by level; null when none runs. */
function clockOf(i: Incident, c: DueContext): { level: StateSecretLevel; from: string; days: number; ends: string; nth: number } | null {
  if ((i.kind !== 'missing' && i.kind !== 'shortage') || i.escalatedAt !== null || i.discoveredAt === null || !isStateSecret(i.level)) return null;
  const from = dayOf(i.discoveredAt);
  const days = c.profile.number(`missing.days.${keyOfLevel(i.level)}`);
  return { level: i.level, from, days, ends: addDays(from, days), nth: daysBetween(from, c.today) };
}
const what = (i: Incident): string => `${i.carrierNumber ?? i.number ?? ''}${i.kind === 'shortage' ? ' 收文短缺' : ' 下落不明'}`;
const at = (i: Incident) => ({ record: i.id, number: i.number, level: i.level });

/** The day of the last line of the search log, which begins with its day; empty when nothing is written. */
const writtenUpOn = (i: Incident): string => (i.search ?? '').split('\n').map((l) => l.slice(0, 10)).filter((d) => /^\d{4}-\d{2}-\d{2}$/.test(d)).at(-1) ?? '';

const deadline = (rule: string, levels: readonly StateSecretLevel[]) => (i: Incident, c: DueContext): Due | null => {
  const clock = clockOf(i, c);
  if (clock === null || !levels.includes(clock.level)) return null;
  return { ...at(i), dueOn: clock.ends, titleZh: `${what(i)}第 ${clock.nth} 日`, detailZh: `满 ${clock.days} 日（${clock.ends}）未找到按泄密事件处理（规则 ${rule}），不影响立即报告的义务。${clock.ends < c.today ? '期限已过，请办理“转泄密处理”' : '请继续查找'}。` };
};

/** Clocks that start with the discovery and that nobody may put off. */
export const incidentDueRules: readonly DueRule[] = [
  declare({
    id: 'P153', kind: 'incidentReport', titleZh: '二十四小时内报告', register: 'incidents', roles: seen, from: 'incidentsOpen', hard: true, always: true,
    look: (i, c) => {
      if (i.reportedAt !== null || i.discoveredAt === null || i.kind === 'anomaly' || (i.state !== 'searching' && i.state !== 'leak')) return null;
      const hours = c.profile.number('incident.reportWithinHours');
      const end = new Date(Date.parse(i.discoveredAt) + hours * 3_600_000).toISOString();
      const left = Math.floor((Date.parse(end) - Date.parse(c.now)) / 3_600_000);
      return { ...at(i), dueOn: dayOf(end), titleZh: `${i.number ?? ''} 尚未报告`, detailZh: `自发现起 ${hours} 小时内向同级保密行政管理部门和上级主管部门报告，${left >= 0 ? `还有 ${left} 小时` : `已超 ${-left} 小时`}。请报告后登记。` };
    },
  }),
  declare({ id: 'P150', kind: 'missing', titleZh: '绝密下落不明十日', register: 'incidents', roles: seen, from: 'incidentsOpen', hard: true, always: true, look: deadline('P150', ['top_secret']) }),
  declare({ id: 'P151', kind: 'missing', titleZh: '机密、秘密下落不明六十日', register: 'incidents', roles: seen, from: 'incidentsOpen', hard: true, always: true, look: deadline('P151', ['secret', 'confidential']) }),
  declare({
    id: 'P152', kind: 'missingReminder', titleZh: '查找提醒节点', register: 'incidents', roles: ['clerk'], from: 'incidentsOpen', hard: false,
    look: (i, c) => {
      const clock = clockOf(i, c);
      if (clock === null) return null;
      // The last day is P151's own; a point is past when the search has been written up since.
      const points = (c.profile.get('missing.remindAtPercent') as readonly number[]).filter((percent) => percent < 100).map((percent) => ({ percent, on: addDays(clock.from, Math.ceil((clock.days * percent) / 100)) }));
      // The last point that has come, else the next one ahead.
      const point = points.filter((p) => p.on <= c.today).at(-1) ?? points[0];
      if (point === undefined || writtenUpOn(i) >= point.on) return null;
      return { ...at(i), dueOn: point.on, titleZh: `${what(i)}，查找期限已到 ${point.percent}% 节点`, detailZh: `第 ${clock.nth} 日，期限 ${clock.days} 日。请续记查找情况，并向领导报告进展。` };
    },
  }),
  declare({
    id: 'P153-I', kind: 'incidentInside', titleZh: '单位内部立即报告', register: 'incidents', roles: seen, from: 'incidentsOpen', hard: true, always: true,
    look: (i, c) => {
      if (i.internalAt !== null || i.reportedAt !== null || i.discoveredAt === null) return null;
      const hours = c.profile.number('incident.internalWithinHours');
      const end = new Date(Date.parse(i.discoveredAt) + hours * 3_600_000).toISOString();
      return { ...at(i), dueOn: dayOf(end), titleZh: `${i.number ?? ''} 尚未报告单位领导`, detailZh: `发现后${hours === 0 ? '立即' : ` ${hours} 小时内`}报告主管领导和保密工作机构，${c.now > end ? '已超时' : '请立即报告'}。报告后登记“单位内部报告”。` };
    },
  }),
  declare({
    id: 'P161', kind: 'anomaly', titleZh: '重大异常上报', register: 'incidents', roles: seen, from: 'incidentsOpen', hard: true, always: true,
    look: (i, c) => {
      if (i.kind !== 'anomaly' || i.reportedAt !== null || i.discoveredAt === null) return null;
      const dueOn = addDays(dayOf(i.discoveredAt), c.profile.number('incident.anomalyWithinDays'));
      return { ...at(i), dueOn, titleZh: `${i.title ?? i.number ?? ''}的异常情况尚未上报`, detailZh: `应于 ${dueOn} 前报${c.profile.list('incident.anomalyRecipient').join('、')}。请报告后登记。` };
    },
  }),
  declare({
    id: 'L047', kind: 'incidentResult', titleZh: '查处结果报告', register: 'incidents', roles: seen, from: 'resultsOwed', hard: true, lead: () => 30,
    look: (i, c) => {
      if (i.discoveredAt === null || i.resultDueOn === null || i.resultReportedOn !== null) return null;
      const months = c.profile.number('incident.resultWithinMonths');
      // A promised day stays unless the unit has set a shorter term; a progress report begins a new term.
      const set = addMonths(i.progressReportedOn ?? dayOf(i.discoveredAt), months);
      const dueOn = i.progressReportedOn !== null || set < i.resultDueOn ? set : i.resultDueOn;
      return { ...at(i), dueOn, titleZh: `${i.number ?? ''} 查处结果应于 ${dueOn} 前报告`, detailZh: `${i.progressReportedOn === null ? '' : `${i.progressReportedOn} 已报进展。`}自${i.progressReportedOn === null ? '发现' : '上次报告'}起 ${months} 个月内书面报告结果。查不完的，请报告进展并写明原因。` };
    },
  }),
];
