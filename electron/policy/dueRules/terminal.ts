import type { Role } from '#shared/roles.ts';
import { roles } from '#shared/roles.ts';
import { addDays, addMonths, dayOf, daysBetween } from '#shared/time.ts';
import type { DueRule } from './declare.ts';
import { keyOfLevel } from '../parameters.ts';
import { firstUnknownYear, unknownYearZh, workingDayAfter } from '../workingDays.ts';
import { declare } from './declare.ts';

const everyone: readonly Role[] = roles;
const lateZh = (dueOn: string, today: string): string => (dueOn < today ? `已超 ${daysBetween(dueOn, today)} 日` : dueOn === today ? '今日到期' : `还有 ${daysBetween(today, dueOn)} 日`);

/** The terminal itself: copies, passwords, paper anchors, the auditor's reports. */
export const terminalDueRules: readonly DueRule[] = [
  declare({
    id: 'P212', kind: 'backup', titleZh: '备份', register: 'backups', roles: ['clerk', 'system_administrator'], from: 'backup', hard: false,
    look: (b, { today, profile }) => {
      const every = profile.number('backup.everyDays');
      const dueOn = addDays(b.lastOn ?? b.begunOn, every);
      return { record: null, number: b.number, level: null, dueOn, titleZh: '备份', detailZh: `${b.lastOn === null ? '尚无备份' : `上次 ${b.lastOn}`}，每 ${every} 日一次，${lateZh(dueOn, today)}。请备份到内置硬盘并核验。` };
    },
  }),
  declare({
    id: 'L039', kind: 'password', titleZh: '口令更换', register: 'accounts', roles: everyone, from: 'me', hard: false,
    look: (a, { today, profile, terminalLevel }) => {
      if (a.passwordSetAt === null || a.state === 'revoked' || terminalLevel === 'internal') return null;
      const days = profile.number(`account.password.maxAgeDays.${keyOfLevel(terminalLevel)}`);
      const dueOn = addDays(dayOf(a.passwordSetAt), days);
      return { record: a.id, number: null, level: null, dueOn, titleZh: '更换本人口令', detailZh: `口令 ${dayOf(a.passwordSetAt)} 设定，每 ${days} 日更换，${lateZh(dueOn, today)}。请修改口令。` };
    },
  }),
  declare({
    id: 'L040', kind: 'anchor', titleZh: '打印纸质锚点', register: null, roles: ['clerk', 'auditor'], from: 'trail', hard: false,
    look: (t, { today, profile }) => {
      const every = profile.number('audit.anchorEveryWorkingDays');
      const entered = profile.list('calendar.holidays');
      const dueOn = workingDayAfter(t.anchorOn ?? t.begunOn, every, entered);
      const unknown = unknownYearZh(dueOn, entered);
      return { record: null, number: null, level: null, dueOn, titleZh: '打印审计锚点', detailZh: `${t.anchorOn === null ? '尚未打印' : `上次 ${t.anchorOn}`}，每 ${every} 个工作日一次，${lateZh(dueOn, today)}${unknown === '' ? '' : `（${unknown}）`}。请打印锚点单，与审计员同签。` };
    },
  }),
  declare({
    id: 'L040-R', kind: 'auditReport', titleZh: '审计核验和报告', register: null, roles: ['auditor'], from: 'trail', hard: false,
    look: (t, { today, profile }) => {
      const every = profile.number('audit.reportEveryMonths');
      const dueOn = addMonths(t.verifiedOn ?? t.begunOn, every);
      return { record: null, number: null, level: null, dueOn, titleZh: '核验审计记录，出具审计报告', detailZh: `${t.verifiedOn === null ? '尚未核验' : `上次核验 ${t.verifiedOn}`}，每 ${every} 个月一次，${lateZh(dueOn, today)}。请核验并打印报告。` };
    },
  }),
  declare({
    id: 'CALENDAR', kind: 'calendar', titleZh: '下一年放假安排', register: null, roles: ['clerk', 'security_administrator'], from: 'trail', hard: false, lead: () => 30,
    look: (_t, { today, profile }) => {
      const year = firstUnknownYear(Number(today.slice(0, 4)), profile.list('calendar.holidays'));
      const dueOn = `${year - 1}-12-31`;
      return { record: null, number: null, level: null, dueOn, titleZh: `${year} 年放假安排未载入`, detailZh: `${year} 年的工作日期限只按周末推算，节假日和调休不在内。请安全保密管理员按放假通知在制度参数“节假日安排”中补充。` };
    },
  }),
  declare({
    id: 'VIOLATION-REVIEW', kind: 'violation', titleZh: '违规登记待阅处', register: 'violations', roles: ['auditor'], from: 'violationsNew', hard: false,
    look: (v, { today }) => {
      if (v.state !== 'recorded') return null;
      const dueOn = v.discoveredAt === null ? today : dayOf(v.discoveredAt);
      return { record: v.id, number: v.number, level: v.level, dueOn, titleZh: `${v.number ?? ''} 待阅处`, detailZh: `违规登记须由审计员阅处，${lateZh(dueOn, today)}。请打开阅处。` };
    },
  }),
];
