import { createHash } from 'node:crypto';
import { commands, isCommandName } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { highest, levelFrom } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Decision } from '#shared/decision.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Facts, Question } from '../policy/question.ts';
import { canonical } from '../vault/canonical.ts';
import type { ReadDb } from '../vault/open.ts';
import { recordsWhere } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Binding } from './define.ts';
import { find } from './find.ts';

/** Short digest of what an approval is bound to. */
export const bindingOf = (command: CommandName, binding: Binding): string => createHash('sha256').update(canonical({ command, binding: JSON.stringify(binding) })).digest('hex').slice(0, 32);

/** What the door works out about the act that approval is asked for; handed to `plan` through the input. */
export type Asked = Readonly<{ decision: Decision; facts: Facts; binding: string; quantity: number }>;
export const askedKey = '$asked';

/** What comes into being by the act has no record yet: its level is what the input says. */
const levelIn = (value: unknown): Level | null => (typeof value === 'string' ? levelFrom(value) : null);

const approvalOf = (q: Question): RecordOf<'approvals'> => q.facts.approvalRecord as RecordOf<'approvals'>;
const about = (q: Question): About | null => (q.facts.approvalRecord === undefined ? null : { register: 'approvals', record: q.facts.approvalRecord.id, number: q.facts.approvalRecord.number });
const load = (db: ReadDb, ref: number | string) => {
  const approvalRecord = find(db, 'approvals', ref);
  return isRefusal(approvalRecord) ? approvalRecord : { approvalRecord };
};

/** A leader's 不同意 is not a refusal by the rules; the life line must not mix them up. */
const eventOf = (verdict: 'approved' | 'refused'): string => (verdict === 'approved' ? 'approved' : 'disagreed');

export const request = defineCommand({
  name: 'approval.request',
  load: () => ({}),
  plan: (q) => {
    const asked = (q.input as unknown as Record<string, unknown>)[askedKey] as Asked;
    const name = q.input.command;
    const wanted = (q.input.input ?? {}) as Readonly<Record<string, unknown>>;
    const carriers = asked.facts.carriers ?? (asked.facts.carrier === undefined ? [] : [asked.facts.carrier]);
    const people = asked.facts.people ?? (asked.facts.person === undefined ? [] : [asked.facts.person]);
    const needing = asked.decision.reasons.filter((r) => r.outcome === 'needs_approval');
    const titleZh = isCommandName(name) ? commands[name].titleZh : name;
    const what = carriers.map((c) => c.number).slice(0, 5).join('、') || (typeof wanted['title'] === 'string' ? `《${wanted['title'].slice(0, 200)}》` : (asked.facts.classification?.number ?? asked.facts.computer?.assetNumber ?? ''));
    return [enterRecord('approval', 'approvals', {
      command: name, commandZh: titleZh, subject: `${titleZh} ${what}${carriers.length > 5 ? ` 等 ${carriers.length} 件` : ''}${people.length > 0 ? `，${people.map((p) => p.name).join('、')}` : ''}：${q.input.reason}`.slice(0, 990), carriers: carriers.map((c) => c.id),
      level: highest([...carriers.map((c) => c.level), levelIn(wanted['level']) ?? asked.facts.computer?.level ?? null, asked.facts.classification?.level ?? null]), quantity: asked.quantity, person: people.map((p) => p.name).join('、').slice(0, 290) || null, binding: asked.binding, input: q.input.input, rules: needing.map((r) => r.rule),
      rulesZh: needing.map((r) => `${r.rule} ${r.titleZh}`).join('；'), approver: asked.decision.approverZh ?? '审批领导', requestedBy: q.actor.name, requester: q.actor.account, requestedAt: q.now, form: q.input.form, state: 'pending', note: q.input.reason,
    })];
  },
  about: (_q, made) => (made['approval'] === undefined ? null : { register: 'approvals', record: made['approval'].id, number: made['approval'].number }),
  result: (made) => ({ approval: made['approval'] }),
});

export const decideRequest = defineCommand({
  name: 'approval.decide',
  load: (db, input) => load(db, input.request),
  // Decided on the spot, the printed form needs no signature any more.
  plan: (q) => [move('approvals', approvalOf(q), { state: q.input.verdict, form: 'screen', decidedBy: q.actor.name, decidedAt: q.now, opinion: q.input.opinion ?? (q.input.verdict === 'approved' ? '同意。' : '不同意。') }, eventOf(q.input.verdict))],
  about,
});

export const recordPaper = defineCommand({
  name: 'approval.recordPaper',
  load: (db, input) => {
    const found = load(db, input.request);
    return isRefusal(found) ? found : { ...found, account: recordsWhere(db, 'accounts', { account: found.approvalRecord.requester })[0] ?? null };
  },
  plan: (q) => [move('approvals', approvalOf(q), { state: q.input.verdict, form: 'paper', signedBy: q.input.signedBy, signedOn: q.input.signedOn, opinion: q.input.opinion, paperFile: q.input.paperFile ?? null, decidedAt: q.now }, eventOf(q.input.verdict))],
  about,
});

export const voidRequest = defineCommand({
  name: 'approval.void',
  load: (db, input) => load(db, input.request),
  plan: (q) => [move('approvals', approvalOf(q), { state: 'void' }, 'void', { reason: q.input.reason })],
  about,
});
