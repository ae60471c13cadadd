import type { QueryInput } from '#shared/contract/queries.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import type { Profile } from '../policy/parameters.ts';
import { standingContext, standingRuleOf, standingRules } from '../policy/standingRules/index.ts';
import type { BookReader, StandingContext, StandingRule } from '../policy/standingRules/index.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, numberOf, recordById, statement, toRecord } from '../vault/read.ts';
import { Refused } from './define.ts';
import type { Asking, Query } from './define.ts';
import { nameOf } from './names.ts';

export type CheckProgress = Readonly<{ register: RegisterKey; done: number; total: number }>;
export type Explained = Readonly<{ explanation: string; by: string; at: string; number: string }>;
export type LedgerFinding = Readonly<{ rule: string; register: RegisterKey; record: number; number: string | null; titleZh: string; messageZh: string; explained?: Explained }>;
export type CheckedRule = Readonly<{ id: string; titleZh: string; sentenceZh: string; register: RegisterKey; registerZh: string; matrix: readonly string[]; found: number; explained: number }>;
export type LedgerCheck = Readonly<{ ok: boolean; counted: Readonly<{ rules: number; lines: number }>; rules: readonly CheckedRule[]; findings: readonly LedgerFinding[] }>;

const BATCH = 1000;

/** The field is a name of the house, never what somebody typed. */
const readerOf = (db: ReadDb): BookReader => ({
  byId: (register, id) => recordById(db, register, id),
  where: (register, field, value) => all(db, `SELECT * FROM ${register} WHERE ${field} = ?`, value).map((row) => toRecord(register, row)),
});

/** What the rules may look at, as of now and with the parameters given. */
export const contextOf = (a: Asking, profile: Profile = a.profile): StandingContext =>
  standingContext({ today: a.today, now: a.at, profile, terminal: { level: a.terminal.level, organisation: a.terminal.organisation } }, readerOf(a.db));

/** The lines of the registers that these rules are about, a thousand at a time, so that 200,000 carriers fit in memory. */
export function* linesFor(db: ReadDb, rules: readonly StandingRule[]): Generator<{ register: RegisterKey; rules: readonly StandingRule[]; rows: readonly AnyRecord[]; done: number; total: number }> {
  const registers = registerKeys.filter((key) => rules.some((r) => r.register === key));
  const total = registers.reduce((n, r) => n + numberOf(db, `SELECT COALESCE(MAX(id), 0) FROM ${r}`), 0);
  let done = 0;
  for (const register of registers) {
    const own = rules.filter((r) => r.register === register);
    const next = statement(db, `SELECT * FROM ${register} WHERE id > ? ORDER BY id LIMIT ${BATCH}`);
    for (let last = 0, full = true; full;) {
      const rows = next.all(last).map((r) => toRecord(register, r) as unknown as AnyRecord);
      full = rows.length === BATCH;
      last = rows.at(-1)?.id ?? last;
      done += rows.length;
      yield { register, rules: own, rows, done, total };
    }
  }
}

/** The last explanation of each finding; it holds while the record and what was found in it are what was explained. */
function explanationsIn(db: ReadDb): Map<string, { revision: number; finding: string; told: Explained }> {
  const found = new Map<string, { revision: number; finding: string; told: Explained }>();
  for (const r of statement(db, 'SELECT number, rule, register, record, recordRevision, finding, explanation, explainedBy, explainedAt FROM explanations ORDER BY id').iterate()) {
    found.set(`${String(r['rule'])} ${String(r['register'])} ${String(r['record'])}`, { revision: Number(r['recordRevision']), finding: String(r['finding']), told: { explanation: String(r['explanation']), by: nameOf(db, String(r['explainedBy'])), at: String(r['explainedAt']), number: String(r['number']) } });
  }
  return found;
}

const titleOf = (register: RegisterKey, row: AnyRecord): string => {
  const spec = registerOf(register);
  return String(row[spec.name] ?? row.number ?? spec.record).slice(0, 120);
};

function chosen(ids: readonly string[] | undefined): readonly StandingRule[] {
  if (ids === undefined) return standingRules;
  return ids.map((id) => {
    const rule = standingRuleOf(id);
    if (rule === undefined) throw new Refused(invalid({ path: 'rules', messageZh: `没有“${id}”这个核查项。请用 shoumi check 查看全部。` }));
    return rule;
  });
}

/**
 * Asks every rule that can be judged on what stands in the books, line by line. Changes nothing.
 * Yields after each thousand lines, so that who runs it can report, rest or stop; returns the whole answer. Each rule lists at most
 * `most` findings that nobody explained and as many explained ones; all are counted. Throws Refused at once for an unknown rule.
 */
export const checkLedger = (a: Asking, input: QueryInput<'ledger.check'>): Generator<CheckProgress, LedgerCheck> => stepsOf(a, chosen(input.rules), input.most);

function* stepsOf(a: Asking, rules: readonly StandingRule[], most: number): Generator<CheckProgress, LedgerCheck> {
  const context = contextOf(a);
  const explained = explanationsIn(a.db);
  const tally = new Map(rules.map((r) => [r.id, { found: 0, explained: 0, listed: [] as LedgerFinding[], listedExplained: 0 }]));
  let lines = 0;
  for (const batch of linesFor(a.db, rules)) {
    for (const row of batch.rows) {
      for (const rule of batch.rules) {
        const messageZh = rule.look(row as never, context);
        const sum = messageZh === null ? undefined : tally.get(rule.id);
        if (messageZh === null || sum === undefined) continue;
        const known = explained.get(`${rule.id} ${batch.register} ${row.id}`);
        const told = known?.revision === row.revision && known.finding === messageZh ? known.told : undefined;
        sum.found += 1;
        if (told !== undefined) sum.explained += 1;
        if ((told === undefined ? sum.listed.length - sum.listedExplained : sum.listedExplained) >= most) continue;
        if (told !== undefined) sum.listedExplained += 1;
        sum.listed.push({ rule: rule.id, register: batch.register, record: row.id, number: row.number, titleZh: titleOf(batch.register, row), messageZh, ...(told === undefined ? {} : { explained: told }) });
      }
    }
    lines += batch.rows.length;
    yield { register: batch.register, done: batch.done, total: batch.total };
  }
  const sums = [...tally.values()];
  return {
    ok: sums.every((s) => s.found === s.explained), counted: { rules: rules.length, lines }, findings: sums.flatMap((s) => s.listed),
    rules: rules.map((r) => ({ id: r.id, titleZh: r.titleZh, sentenceZh: r.sentenceZh, register: r.register, registerZh: registerOf(r.register).title, matrix: r.matrix, found: tally.get(r.id)?.found ?? 0, explained: tally.get(r.id)?.explained ?? 0 })),
  };
}

export const ledgerCheck: Query<'ledger.check'> = (a, input) => {
  const run = checkLedger(a, input);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
};

/** Findings that other parameters would bring and today's do not have. One pass over the registers whose rules the parameter decides. */
export function newlyFound(a: Asking, key: string, next: Profile, most: number): LedgerFinding[] {
  const rules = standingRules.filter((r) => r.parameters.includes(key));
  const [before, after] = [contextOf(a), contextOf(a, next)];
  const found: LedgerFinding[] = [];
  for (const batch of linesFor(a.db, rules)) {
    for (const row of batch.rows) for (const rule of batch.rules) {
      const messageZh = rule.look(row as never, after);
      if (messageZh === null || rule.look(row as never, before) !== null) continue;
      found.push({ rule: rule.id, register: batch.register, record: row.id, number: row.number, titleZh: titleOf(batch.register, row), messageZh });
      if (found.length >= most) return found;
    }
  }
  return found;
}
