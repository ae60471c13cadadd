import type { checkingCommands } from '#shared/contract/checking.ts';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import type { Level } from '#shared/levels.ts';
import { missing } from '#shared/result.ts';
import { enterRecord } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { standingContext, standingRuleOf } from '../policy/standingRules/index.ts';
import type { BookReader } from '../policy/standingRules/index.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, one, recordById, toRecord } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { find, findPerson } from './find.ts';

/** The field is a name of the house, never what somebody typed. */
const readerOf = (db: ReadDb): BookReader => ({
  byId: (register, id) => recordById(db, register, id),
  where: (register, field, value) => all(db, `SELECT * FROM ${register} WHERE ${field} = ?`, value).map((row) => toRecord(register, row)),
});

const about = (_q: Question, made: Made = {}): About | null => (made['explanation'] === undefined ? null : { register: 'explanations', record: made['explanation'].id, number: made['explanation'].number });

const explain = defineCommand({
  name: 'finding.explain',
  load: (db, input, setting) => {
    const rule = standingRuleOf(input.rule);
    if (rule === undefined) return missing(`没有“${input.rule}”这个核查项。请从全面核查的结果中选择。`);
    if (!isRegisterKey(input.register) || rule.register !== input.register) return missing(`${rule.titleZh}核查的是《${registerOf(rule.register).title}》。请从全面核查的结果中选择。`);
    const record = rule.register === 'persons' ? findPerson(db, input.record) : find(db, input.register as RegisterKey, input.record);
    if (isRefusal(record)) return record;
    const before = one(db, 'SELECT recordRevision, finding FROM explanations WHERE rule = ? AND register = ? AND record = ? ORDER BY id DESC LIMIT 1', rule.id, input.register, record.id);
    const messageZh = rule.look(record, standingContext({ today: setting.today, now: setting.now, profile: setting.profile, terminal: setting.terminal }, readerOf(db)));
    return { found: { rule: rule.id, ruleZh: rule.titleZh, register: input.register, record, messageZh, explained: before?.['recordRevision'] === record.revision && before['finding'] === messageZh } };
  },
  plan: (q) => {
    const f = q.facts.found;
    if (f === undefined) return [];
    const of = f.record as AnyRecord;
    const spec = registerOf(f.register);
    const level = spec.levelField === null ? null : (of[spec.levelField] as Level | null);
    return [enterRecord('explanation', 'explanations', {
      rule: f.rule, ruleZh: f.ruleZh, register: f.register, record: of.id, recordNumber: of.number, recordRevision: of.revision, title: String(of[spec.name] ?? spec.record).slice(0, 500), level,
      finding: f.messageZh, explanation: q.input.explanation, explainedBy: q.actor.name, explainedAt: q.happenedAt, state: 'explained',
    })];
  },
  about,
  result: (made) => ({ explanation: made['explanation'] }),
});

/** The whole-ledger check: explanations of what it found. */
export const checkingActs: { readonly [N in keyof typeof checkingCommands]: Command<N> } = { 'finding.explain': explain };
