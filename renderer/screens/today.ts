import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { Role } from '#shared/roles.ts';
import type { DueItem } from '../app/answers.ts';
import { places } from '../app/places.ts';
import { daysBetween } from '../ui/days.ts';

// Pure parts of 今日: groups, order and the one verb of every line.

export type DueGroup = Readonly<{ key: 'late' | 'today' | 'soon' | 'later'; titleZh: string; items: readonly DueItem[] }>;

const levelWeight: Readonly<Record<string, number>> = { top_secret: 3, secret: 2, confidential: 1 };

/** Clocks of the law first, then by level, then by days. */
function inOrder(a: DueItem, b: DueItem): number {
  return Number(b.hard ?? false) - Number(a.hard ?? false) || (a.overdueDays > 0 || b.overdueDays > 0 ? (levelWeight[b.level ?? ''] ?? 0) - (levelWeight[a.level ?? ''] ?? 0) : 0) || a.dueOn.localeCompare(b.dueOn);
}

/** 已超期, 今日到期, 七日内, and what has a longer notice than a week (60 days of a search, 90 of a period): empty groups are left out. */
export function groupsOf(due: readonly DueItem[], today: string): DueGroup[] {
  const groups: DueGroup[] = [
    { key: 'late', titleZh: '已超期', items: due.filter((d) => d.dueOn < today) },
    { key: 'today', titleZh: '今日到期', items: due.filter((d) => d.dueOn === today) },
    { key: 'soon', titleZh: '七日内', items: due.filter((d) => d.dueOn > today && daysBetween(today, d.dueOn) <= 7) },
    { key: 'later', titleZh: '以后到期，已在提醒期内', items: due.filter((d) => daysBetween(today, d.dueOn) > 7) },
  ];
  return groups.map((g) => ({ ...g, items: [...g.items].sort(inOrder) })).filter((g) => g.items.length > 0);
}

export type Verb = Readonly<{ zh: string; to: string }>;

const mayRead = (register: string, roles: readonly Role[]): boolean => isRegisterKey(register) && registerOf(register).readers.some((role) => roles.includes(role));

const incident = (item: DueItem): string => (item.register === 'incidents' && item.record !== null ? `${places.missing}?incident=${item.record}` : places.missing);
const act = (command: string) => (item: DueItem): string | null => (item.register === null || item.record === null ? null : `${places.record(item.register, item.record)}?act=${command}`);
const desk = (item: DueItem): string | null => (item.register === 'carriers' ? places.deskFor(item.number ?? item.record ?? '') : null);
const sheet = (item: DueItem): string | null => (item.record === null ? null : places.circulation(item.record));
const matter = (item: DueItem): string | null => (item.record === null ? null : places.levels(item.record));
const guards: readonly Role[] = ['clerk', 'system_administrator', 'security_administrator', 'auditor'];

/** The verb of each kind of line and who may do it; the others only look. `to` null: the record itself. */
const verbs: readonly Readonly<{ kind: string; who: readonly Role[]; zh: string; to: (item: DueItem) => string | null }>[] = [
  { kind: 'loan', who: ['clerk'], zh: '归还登记', to: desk },
  { kind: 'reading', who: ['clerk'], zh: '归还登记', to: desk },
  { kind: 'circulating', who: ['clerk'], zh: '退阅登记', to: (item) => places.circulateFor(item.number ?? item.record ?? '') },
  { kind: 'route', who: ['clerk'], zh: '送批办', to: (item) => (item.record === null ? null : places.routeFor(item.record)) },
  { kind: 'urgentRoute', who: ['clerk'], zh: '送批办', to: (item) => (item.record === null ? null : places.routeFor(item.record)) },
  { kind: 'urgentReading', who: ['clerk'], zh: '送阅', to: sheet },
  { kind: 'circulation', who: ['clerk'], zh: '催办', to: sheet },
  { kind: 'instruction', who: ['clerk'], zh: '登记落实', to: sheet },
  { kind: 'submit', who: ['clerk'], zh: '报请', to: matter },
  { kind: 'answer', who: ['clerk'], zh: '登记答复', to: matter },
  { kind: 'notify', who: ['clerk'], zh: '登记通知', to: matter },
  { kind: 'mark', who: ['clerk'], zh: '更换标志', to: matter },
  { kind: 'period', who: ['clerk'], zh: '核对解密', to: act('classification.release') },
  { kind: 'derived', who: ['clerk'], zh: '变更密级', to: act('classification.change') },
  { kind: 'commercial', who: ['clerk'], zh: '复审', to: act('classification.extend') },
  { kind: 'levelReview', who: ['clerk'], zh: '年度审核', to: () => places.levelsMode('review') },
  { kind: 'levelList', who: ['clerk'], zh: '登记备案', to: () => places.levelsMode('review') },
  { kind: 'refusal', who: ['clerk'], zh: '登记报告', to: act('refusal.reported') },
  { kind: 'recall', who: ['clerk'], zh: '办清退', to: act('carrier.returnToIssuer') },
  { kind: 'annualRecall', who: ['clerk'], zh: '开始清退', to: () => places.recall() },
  { kind: 'recallDate', who: ['clerk'], zh: '开始清退', to: () => places.recall() },
  { kind: 'recallOpen', who: ['clerk'], zh: '办清退', to: (item) => (item.record === null ? null : places.recall(item.record)) },
  { kind: 'stocktake', who: ['clerk'], zh: '去清点', to: () => places.stocktake() },
  { kind: 'storeCheck', who: ['clerk'], zh: '去检查', to: () => places.checks('store') },
  { kind: 'headCheck', who: ['clerk'], zh: '去检查', to: () => places.checks('heads') },
  { kind: 'assessment', who: ['clerk'], zh: '去考核', to: () => places.checks('people') },
  { kind: 'jointCheck', who: ['clerk'], zh: '去检查', to: () => places.checks('joint') },
  { kind: 'computerCheck', who: ['clerk'], zh: '去检查', to: () => places.checks('computers') },
  { kind: 'outsideCount', who: ['clerk'], zh: '去清点', to: () => places.stocktake() },
  { kind: 'selfCheck', who: ['clerk'], zh: '去自查', to: () => places.checks('self') },
  { kind: 'correction', who: ['clerk'], zh: '登记整改', to: act('check.correct') },
  { kind: 'archive', who: ['clerk'], zh: '档案归还', to: (item) => (item.record === null ? null : places.dealing('archiveUses', item.record)) },
  { kind: 'trip', who: ['clerk'], zh: '外出返回', to: (item) => (item.record === null ? null : places.dealing('trips', item.record)) },
  { kind: 'signature', who: ['clerk'], zh: '补签', to: act('knowledge.sign') },
  { kind: 'missing', who: ['clerk'], zh: '续记查找', to: incident },
  { kind: 'missingReminder', who: ['clerk'], zh: '续记查找', to: incident },
  { kind: 'incidentReport', who: ['clerk'], zh: '报告', to: incident },
  { kind: 'incidentInside', who: ['clerk'], zh: '登记报告', to: incident },
  { kind: 'incidentResult', who: ['clerk'], zh: '报结果', to: incident },
  { kind: 'anomaly', who: ['clerk'], zh: '上报', to: incident },
  { kind: 'handover', who: ['clerk'], zh: '办移交', to: (item) => (item.record === null ? null : places.handover(item.record)) },
  { kind: 'leaver', who: ['clerk'], zh: '收回', to: () => places.handover() },
  { kind: 'account', who: ['system_administrator'], zh: '停用', to: () => places.accounts },
  { kind: 'approval', who: ['clerk'], zh: '录入结果', to: () => places.approvals },
  { kind: 'approval', who: ['approver'], zh: '去审批', to: () => places.approvals },
  { kind: 'usageOpen', who: ['clerk'], zh: '关机登记', to: () => places.usage },
  { kind: 'yearBook', who: ['clerk'], zh: '封存', to: () => places.usage },
  { kind: 'backup', who: guards, zh: '去备份', to: () => places.backups },
  { kind: 'anchor', who: guards, zh: '打印锚点', to: () => places.verify },
  { kind: 'auditReport', who: guards, zh: '去核验', to: () => places.verify },
  { kind: 'password', who: ['clerk', 'approver', 'system_administrator', 'security_administrator', 'auditor'], zh: '改口令', to: () => places.accounts },
  { kind: 'calendar', who: ['security_administrator'], zh: '录入节假日', to: () => places.policy },
  { kind: 'violation', who: ['auditor'], zh: '阅处', to: act('violation.review') },
];

/**
 * The one verb of a line for somebody with these roles. Out: null when he can neither do it nor open the record; anything that
 * has no verb of its own opens its record.
 */
export function verbOf(item: DueItem, roles: readonly Role[]): Verb | null {
  const record = item.register !== null && item.record !== null && mayRead(item.register, roles) ? places.record(item.register, item.record) : null;
  const verb = verbs.find((v) => v.kind === item.kind && v.who.some((role) => roles.includes(role)));
  const to = verb?.to(item) ?? record;
  return to === null ? null : { zh: verb?.zh ?? '打开', to };
}

/** Mark of a line: ! when late, 今 today, the number of days otherwise. */
export function shapeOf(item: DueItem, today: string, days: number): readonly [string, 'late' | 'today' | 'soon'] {
  if (item.dueOn < today) return ['!', 'late'];
  return item.dueOn === today ? ['今', 'today'] : [String(days), 'soon'];
}

/** 早上好 to 晚上好 by the application clock. */
export function greeting(hour: number): string {
  if (hour < 5) return '夜深了';
  if (hour < 12) return '早上好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}
