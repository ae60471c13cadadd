import type { DueItem } from '../app/answers.ts';
import { places } from '../app/places.ts';

// Pure parts of 今日: groups, order and the one verb of every line.

export type DueGroup = Readonly<{ key: 'late' | 'today' | 'soon'; titleZh: string; items: readonly DueItem[] }>;

const levelWeight: Readonly<Record<string, number>> = { top_secret: 3, secret: 2, confidential: 1 };

/** Clocks of the law first, then by level, then by days. */
function inOrder(a: DueItem, b: DueItem): number {
  return Number(b.hard ?? false) - Number(a.hard ?? false) || (a.overdueDays > 0 || b.overdueDays > 0 ? (levelWeight[b.level ?? ''] ?? 0) - (levelWeight[a.level ?? ''] ?? 0) : 0) || a.dueOn.localeCompare(b.dueOn);
}

/** 已超期, 今日到期, 七日内: empty groups are left out. */
export function groupsOf(due: readonly DueItem[], today: string): DueGroup[] {
  const groups: DueGroup[] = [
    { key: 'late', titleZh: '已超期', items: due.filter((d) => d.dueOn < today) },
    { key: 'today', titleZh: '今日到期', items: due.filter((d) => d.dueOn === today) },
    { key: 'soon', titleZh: '七日内', items: due.filter((d) => d.dueOn > today) },
  ];
  return groups.map((g) => ({ ...g, items: [...g.items].sort(inOrder) })).filter((g) => g.items.length > 0);
}

export type Verb = Readonly<{ zh: string; to: string }>;

const recordOf = (item: DueItem): string => (item.register === null || item.record === null ? places.today : places.record(item.register, item.record));

/** The one verb of a line, by what it is about. Anything unknown opens its record. */
export function verbOf(item: DueItem): Verb {
  const kind = item.kind.toLowerCase();
  const carrier = item.number ?? item.record;
  if (/loan|lend|return(?!by)|reading/.test(kind) && !/recall/.test(kind)) return item.register === 'carriers' && carrier !== null ? { zh: '归还登记', to: places.deskFor(carrier) } : { zh: '打开', to: recordOf(item) };
  if (/sign|unsigned/.test(kind)) return { zh: '补签', to: recordOf(item) };
  if (/missing|incident|leak|search/.test(kind)) return { zh: '续记查找', to: item.record === null ? places.missing : `${places.missing}?incident=${item.record}` };
  if (/approval/.test(kind)) return { zh: '录入结果', to: places.approvals };
  if (/backup/.test(kind)) return { zh: '去备份', to: places.backups };
  if (/anchor/.test(kind)) return { zh: '打印锚点', to: places.verify };
  if (/destr/.test(kind)) return { zh: '去销毁', to: item.number === null ? places.destruction() : places.destruction(item.number) };
  if (/usage/.test(kind)) return { zh: '关机登记', to: places.usage };
  if (/violation/.test(kind)) return { zh: '阅处', to: recordOf(item) };
  if (/account|password/.test(kind)) return { zh: '看账户', to: places.accounts };
  if (/isolation|terminal|clock/.test(kind)) return { zh: '看本机', to: places.terminal };
  return { zh: '打开', to: recordOf(item) };
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
