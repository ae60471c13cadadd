import { missing } from '#shared/result.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord } from '#shared/registers/index.ts';
import { dueItems, dueRules } from '../policy/due.ts';
import { parameterOf, parameters, profileOf } from '../policy/parameters.ts';
import { firstUnknownYear } from '../policy/workingDays.ts';
import { all, recordById } from '../vault/read.ts';
import { newlyFound } from './check.ts';
import { Refused } from './define.ts';
import type { Asking, Query } from './define.ts';
import { dueRowsFor } from './due.ts';
import { nameOf } from './names.ts';

/** How far the holidays are known stands in the name of the parameter: whoever looks at the page sees it without asking. */
function calendarTitle(titleZh: string, a: Asking): string {
  const unknown = firstUnknownYear(Number(a.today.slice(0, 4)), a.profile.list('calendar.holidays'));
  return `${titleZh}（${unknown} 年起未载入，只按周末推算）`;
}

/** Every parameter with its value, bounds, source, and who changed it when and why. */
export const policy: Query<'policy'> = (a) => {
  const changed = new Map(all(a.db, 'SELECT * FROM parameters').map((r) => [String(r['key']), r]));
  return parameters.map((p) => {
    const line = changed.get(p.key);
    return {
      ...p, ...(p.key === 'calendar.holidays' ? { titleZh: calendarTitle(p.titleZh, a) } : {}), value: p.key === 'terminal.level' ? a.terminal.level : a.profile.get(p.key), changed: line !== undefined,
      ...(line === undefined ? {} : { changedBy: nameOf(a.db, String(line['changedBy'])), changedAt: line['changedAt'], reason: line['reason'], headAgreement: line['headAgreement'] }),
    };
  });
};

const MOST = 500;
type Finding = { register: string; record: number; number: string | null; titleZh: string; messageZh: string };

/**
 * What a new value would newly flag: due items that today's value does not show, and what the whole-ledger check would find.
 * Changes nothing. Refuses (missing) an unknown parameter.
 */
export const preview: Query<'policy.preview'> = (a, input) => {
  const parameter = parameterOf(input.key);
  if (parameter === undefined) throw new Refused(missing(`没有“${input.key}”这个参数。请从参数表中选择。`));
  const next: Asking = { ...a, profile: profileOf(new Map([...a.profile.changed, [input.key, input.value]])) };
  const findings: Finding[] = [];
  const titleOf = (register: string, id: number): { titleZh: string; number: string | null } => {
    const record = recordById(a.db, register as 'carriers', id) as unknown as AnyRecord | null;
    return { titleZh: String(record?.[registerOf(register as 'carriers').name] ?? ''), number: record?.number ?? null };
  };

  const items = (of: Asking) => dueItems(dueRowsFor(of, dueRules, 0), { today: of.today, now: of.at, profile: of.profile, terminalLevel: of.terminal.level }, 0, dueRules);
  const before = new Map(items(a).map((i) => [i.id, i]));
  for (const item of items(next)) {
    const was = before.get(item.id);
    // Newly listed, or past its day now while it was not before.
    if (was !== undefined && (was.overdueDays > 0 || item.overdueDays === 0)) continue;
    findings.push({ register: item.register ?? 'terminal', record: item.record ?? 0, number: item.number, titleZh: item.titleZh, messageZh: item.detailZh });
  }

  // The due list has told of a line already: the standing rule would say it a second time.
  const told = new Set(findings.map((f) => `${f.register} ${f.record}`));
  for (const f of newlyFound(a, input.key, next.profile, MOST)) if (!told.has(`${f.register} ${f.record}`)) findings.push({ register: f.register, record: f.record, number: f.number, titleZh: f.titleZh, messageZh: f.messageZh });
  // The security administrator learns how many and which numbers, not what stands in the books (P411).
  const mayRead = a.actor.roles.some((r) => r === 'clerk' || r === 'approver');
  return { findings: findings.slice(0, MOST).map((f) => (mayRead || f.register === 'persons' || f.register === 'terminal' || f.register === 'backups' || f.register === 'accounts' ? f : { ...f, number: f.number ?? titleOf(f.register, f.record).number, titleZh: registerOf(f.register as 'carriers').record, messageZh: f.messageZh.replace(/《[^》]*》/g, '') })), total: findings.length };
};
