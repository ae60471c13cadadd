import type { Level } from '#shared/levels.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Role } from '#shared/roles.ts';
import { addDays, daysBetween } from '#shared/time.ts';
import type { DueContext, DueRows, DueRule } from './dueRules/declare.ts';
import { dueRules } from './dueRules/index.ts';
import type { Profile } from './parameters.ts';

export type { DueContext, DueRow, DueRows, DueRule, DueSource } from './dueRules/declare.ts';
export { dueRules } from './dueRules/index.ts';

export type DueItem = Readonly<{
  id: string; kind: string; register: RegisterKey | null; record: number | null; number: string | null;
  dueOn: string; overdueDays: number; titleZh: string; detailZh: string; level: Level | null; rule: string; hard: boolean;
}>;

/** The rules whose lists these roles see. */
export const dueRulesFor = (roles: readonly Role[], rules: readonly DueRule[] = dueRules): readonly DueRule[] => rules.filter((r) => r.roles.some((role) => roles.includes(role)));

/** How many days ahead a rule shows when `within` days were asked for. */
export const horizonOf = (rule: DueRule, profile: Profile, within: number): number => (rule.always === true ? 36_500 : Math.max(within, rule.lead?.(profile) ?? 0));

/**
 * Everything that is due up to `within` days from the day of the context, for these roles. Pure.
 * Order: hard clocks first, then by day, then by rule and number.
 */
export function dueItems(rows: DueRows, c: DueContext, within: number, rules: readonly DueRule[]): DueItem[] {
  const items: DueItem[] = [];
  for (const rule of rules) {
    const until = addDays(c.today, horizonOf(rule, c.profile, within));
    for (const row of rows[rule.from] ?? []) {
      const due = rule.look(row as never, c);
      if (due === null || due.dueOn > until) continue;
      const register = due.register ?? rule.register;
      items.push({
        id: [rule.id, register ?? 'terminal', due.record ?? '', rule.from === 'usageYears' ? due.dueOn : ''].filter((s) => s !== '').join(':'), kind: rule.kind, register, record: due.record, number: due.number, dueOn: due.dueOn,
        overdueDays: Math.max(0, daysBetween(due.dueOn, c.today)), titleZh: due.titleZh, detailZh: due.detailZh, level: due.level, rule: rule.id, hard: due.hard ?? rule.hard,
      });
    }
  }
  return items.sort((a, b) => Number(b.hard) - Number(a.hard) || a.dueOn.localeCompare(b.dueOn) || a.rule.localeCompare(b.rule) || (a.record ?? 0) - (b.record ?? 0));
}
