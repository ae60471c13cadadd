import { missing } from '#shared/result.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf } from '#shared/registers/index.ts';
import { dueItems, dueRules } from '../policy/due.ts';
import { parameterOf, parameters, profileOf } from '../policy/parameters.ts';
import { ineligible } from '../policy/rules/knowledge.ts';
import type { Question } from '../policy/question.ts';
import { firstUnknownYear } from '../policy/workingDays.ts';
import { all, recordById, toRecord } from '../vault/read.ts';
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
 * What a new value would newly flag: due items that today's value does not show, and people who would no longer be entitled.
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

  if (input.key === 'loan.days') {
    const days = Number(input.value);
    for (const row of all(a.db, `SELECT id, number, carrierNumber, title, lentAt, dueOn FROM loans WHERE state = 'out' AND lentAt IS NOT NULL`)) {
      const out = Math.floor((Date.parse(a.at) - Date.parse(String(row['lentAt']))) / 86_400_000);
      if (out > days && !(row['dueOn'] !== null && String(row['dueOn']) < a.today)) findings.push({ register: 'loans', record: row['id'] as number, number: row['number'] as string, titleZh: String(row['title'] ?? ''), messageZh: `已借出 ${out} 日，超过新的借期 ${days} 日。` });
    }
  }

  const periodLevel = /^period\.maxYears\.(topSecret|secret|confidential)$/.exec(input.key)?.[1];
  if (periodLevel !== undefined) {
    const years = Number(input.value);
    const rows = all(a.db, `SELECT id, number, title, secrecyPeriod FROM carriers WHERE level = ? AND state NOT IN ('destroyed', 'returned', 'transferred', 'withdrawn') AND periodForm = 'years' AND periodBasis IS NULL AND CAST(secrecyPeriod AS INTEGER) > ? AND CAST(secrecyPeriod AS INTEGER) <= ? LIMIT ${MOST}`,
      periodLevel === 'topSecret' ? 'top_secret' : periodLevel, years, a.profile.number(input.key));
    for (const row of rows) findings.push({ register: 'carriers', record: row['id'] as number, number: row['number'] as string, titleZh: String(row['title'] ?? ''), messageZh: `保密期限 ${String(row['secrecyPeriod'])} 超过新的上限 ${years} 年。` });
  }

  if (/^(eligibility|training|screening)\./.test(input.key)) {
    const people = all(a.db, `SELECT * FROM persons WHERE status IN ('on_post', 'suspended', 'cooling_off')`).map((r) => toRecord('persons', r));
    const gaps = (of: Asking, p: RecordOf<'persons'>): string[] => ineligible({ profile: of.profile, today: of.today } as Question, p);
    for (const p of people) {
      const was = gaps(a, p);
      const added = gaps(next, p).filter((g) => !was.includes(g));
      if (added.length > 0) findings.push({ register: 'persons', record: p.id, number: p.number, titleZh: p.name ?? '', messageZh: `${p.name ?? ''}${added.join('，')}，将不能接触国家秘密。` });
    }
  }
  // The security administrator learns how many and which numbers, not what stands in the books (P411).
  const mayRead = a.actor.roles.some((r) => r === 'clerk' || r === 'approver');
  return { findings: findings.slice(0, MOST).map((f) => (mayRead || f.register === 'persons' || f.register === 'terminal' || f.register === 'backups' || f.register === 'accounts' ? f : { ...f, number: f.number ?? titleOf(f.register, f.record).number, titleZh: registerOf(f.register as 'carriers').record, messageZh: f.messageZh.replace(/《[^》]*》/g, '') })), total: findings.length };
};
