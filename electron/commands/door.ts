import { commands, isCommandName } from '#shared/contract/commands.ts';
import type { CommandInput, CommandName } from '#shared/contract/commands.ts';
import type { Circumstances } from '#shared/contract/inputs.ts';
import { outcomeZh } from '#shared/decision.ts';
import type { Decision } from '#shared/decision.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { done, invalid, refuse } from '#shared/result.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { shapeProblems } from '#shared/shapeProblems.ts';
import { dayOf, toInstant, yearOf } from '#shared/time.ts';
import { move } from '../policy/change.ts';
import { decide, followUp } from '../policy/decide.ts';
import { profileOf } from '../policy/parameters.ts';
import { placeIn, storing } from '../policy/rules/storage.ts';
import type { Profile } from '../policy/parameters.ts';
import type { ApprovalGiven, Facts, Question } from '../policy/question.ts';
import { all, recordById, recordsWhere } from '../vault/read.ts';
import type { ReadDb, WriteDb } from '../vault/open.ts';
import { appendEvent } from '../vault/write.ts';
import { apply } from './apply.ts';
import { askedKey, bindingOf } from './approvals.ts';
import type { Asked } from './approvals.ts';
import { cabinetAt } from './cabinets.ts';
import { isPlanRefusal, isRefusal } from './define.ts';
import type { About, Command, Setting } from './define.ts';
import { find } from './find.ts';
import { registry } from './registry.ts';
import { successionOf } from './succession.ts';
import { append, eventsDigest, nextSeq } from './trail.ts';
import type { Next } from './trail.ts';
import { unfitText } from './unfitText.ts';

/** What the door needs to stand: the books, the key of the trail, a clock, the terminal. */
export type Door = Readonly<{
  db: WriteDb;
  trailKey: Buffer;
  generation: number;
  now: () => string;
  terminal: Readonly<{ level: Level; organisation: string; training: boolean }>;
}>;

export type Done = Readonly<{
  command: CommandName;
  result: unknown;
  events: readonly { id: number; kind: string; register: RegisterKey; record: number }[];
  audit: { seq: number; hash: string };
  decision: Decision;
}>;

/** The clock may stand still this long without the entry being refused; it is then stamped with the time of the one before. */
const CLOCK_GRACE_MS = 60_000;

/** The profile last made for a connection, and the rows it was made of. It is taken again only when the books say the very same. */
const profiles = new WeakMap<ReadDb, { rows: string; profile: Profile }>();

/** The organisation's parameters as they stand in the books now. They are read for every act and parsed when they have changed. */
export function profileFrom(db: ReadDb): Profile {
  const found = all(db, 'SELECT key, value FROM parameters');
  const rows = found.length === 0 ? '' : JSON.stringify(found);
  let last = profiles.get(db);
  if (last === undefined || last.rows !== rows) {
    last = { rows, profile: profileOf(new Map(found.map((r) => [r['key'] as string, JSON.parse(r['value'] as string) as unknown]))) };
    profiles.set(db, last);
  }
  return last.profile;
}

/** The time of this act, never before the last entry. A clock that was set back is refused: order must not be in doubt (L040). */
function stamp(door: Door, { at }: Next = nextSeq(door.db)): string | Refusal {
  const now = door.now();
  if (at === null || now >= at) return now;
  const behind = Date.parse(at) - Date.parse(now);
  if (behind <= CLOCK_GRACE_MS) return at;
  const minutes = Math.round(behind / 60_000);
  const span = minutes < 120 ? `${minutes} 分钟` : minutes < 2880 ? `${Math.round(minutes / 60)} 小时` : `${Math.round(minutes / 1440)} 天`;
  return { kind: 'environment', code: 'clock_back', messageZh: `时钟比上一条登记早 ${span}。为保证先后次序，暂不能登记。请系统管理员核对时间；已有登记不受影响。` };
}

type Whole = (work: () => Result<Done>) => Result<Done>;
const wholes = new WeakMap<WriteDb, Whole>();
/** Runs work in an immediate transaction, or as a part of the one that is under way. The wrapper is made once per connection. */
function whole(db: WriteDb, work: () => Result<Done>): Result<Done> {
  let known = wholes.get(db);
  if (known === undefined) wholes.set(db, (known = db.transaction((inner: () => Result<Done>) => inner()).immediate));
  return known(work);
}

const commandOf = <N extends CommandName>(name: N): Command<N> => registry[name] as unknown as Command<N>;

/** Checks the shape of an input. Out: the input, or every problem with its path in Chinese. */
export function validate(name: CommandName, raw: unknown): { input: Record<string, unknown> & Circumstances } | Refusal {
  const unfit = unfitText(raw);
  if (unfit !== null) return invalid(unfit);
  const parsed = commands[name].input.safeParse(raw);
  if (parsed.success) return { input: parsed.data as Record<string, unknown> & Circumstances };
  return invalid(...shapeProblems(parsed.error.issues, commands[name].register));
}

/** Whether who agreed on the screen has no account in force any more. A signature on paper stays what it is. */
function hasGone(db: ReadDb, { form, decidedBy }: RecordOf<'approvals'>): boolean {
  const held = form !== 'screen' || decidedBy === null ? [] : recordsWhere(db, 'accounts', { name: decidedBy });
  return held.length > 0 && held.every((a) => a.state === 'revoked');
}

/** The approval that came with the act, if any: looked up and compared with what the act is bound to. */
function approvalGiven(db: ReadDb, name: CommandName, input: Circumstances, facts: Facts): ApprovalGiven | null | Refusal {
  const ownsField = name.startsWith('approval.');
  if (input.approval === undefined || ownsField) return null;
  const record = find(db, 'approvals', input.approval);
  if (isRefusal(record)) return record;
  const command = commandOf(name);
  const binding = command.bind === undefined ? null : bindingOf(name, command.bind(input as never, facts));
  return { record, fits: record.state === 'approved' && record.binding === binding, coversRules: (record.rules as string[] | null) ?? [], approverGone: hasGone(db, record) };
}

type Asking = { question: Question; setting: Setting };

/** Loads what the act is about and puts the question to be judged. Changes nothing. */
function ask(door: Door, db: ReadDb, actor: Actor, second: Actor | null, name: CommandName, input: Record<string, unknown> & Circumstances, now: string, entering = false): Asking | Refusal {
  const profile = profileFrom(db);
  const today = dayOf(now);
  const setting: Setting = { actor, now, today, profile, terminal: door.terminal };
  const loaded = commandOf(name).load(db, input as never, setting);
  if (isRefusal(loaded)) return loaded;
  // Rows are judged before their batch exists (the preview of an import); they are entered only into one that does.
  const batch = entering && typeof input['importBatch'] === 'number' ? find(db, 'imports', input['importBatch']) : null;
  if (batch !== null && isRefusal(batch)) return batch;
  // Wherever an act puts a carrier, the rules know the registered cabinet of that place.
  const cabinet = (storing as readonly CommandName[]).includes(name) ? cabinetAt(db, placeIn(name, input)) : undefined;
  const facts: Facts = { ...loaded, ...successionOf(db, actor), ...(batch === null ? {} : { batch }), ...(cabinet === undefined ? {} : { cabinetAt: cabinet }) };
  const approval = approvalGiven(db, name, input, facts);
  if (approval !== null && isRefusal(approval)) return approval;
  const timed: Record<string, unknown> = { ...input };
  for (const key of ['startedAt', 'endedAt', 'discoveredAt', 'occurredAt', 'reportedAt'] as const) if (typeof timed[key] === 'string') timed[key] = toInstant(timed[key]);
  const happenedAt = input.happenedAt === undefined ? now : toInstant(input.happenedAt);
  return { setting, question: { command: name, input: timed, actor, second, facts, profile, now, today, happenedAt, terminal: door.terminal, approval, historical: typeof input['importBatch'] === 'number' } };
}

/** For `approval.request`: judges the act that approval is asked for, so that the request says what it is bound to. */
function askedFor(door: Door, actor: Actor, input: Record<string, unknown>, now: string): Asked | Refusal {
  const name = input['command'];
  if (typeof name !== 'string' || !isCommandName(name) || commandOf(name).bind === undefined) return invalid({ path: 'command', messageZh: '这件事不用送审，或没有这个办理事项。请直接办理。' });
  const shaped = validate(name, input['input']);
  if (isRefusal(shaped)) return shaped;
  const asking = ask(door, door.db, actor, null, name, shaped.input, now);
  if (isRefusal(asking)) return asking;
  const decision = decide(asking.question);
  if (decision.issues !== undefined) return invalid(...decision.issues.map((i) => ({ path: `input.${i.path}`, messageZh: i.messageZh })));
  if (decision.outcome === 'deny') return { kind: 'policy', decision, messageZh: decision.reasons[0]?.messageZh ?? outcomeZh.deny };
  if (!decision.reasons.some((r) => r.outcome === 'needs_approval')) return invalid({ path: 'command', messageZh: '这件事不需要审批。请直接办理。' });
  const command = commandOf(name);
  const facts = asking.question.facts;
  return { decision, facts, binding: bindingOf(name, command.bind?.(shaped.input as never, facts) ?? {}), quantity: command.quantity?.(shaped.input as never, facts) ?? 1 };
}

/** The decision only. Changes nothing and enters nothing (`decide` of the contract). */
export function judge(door: Door, actor: Actor, second: Actor | null, name: string, raw: unknown): Result<Decision> {
  if (!isCommandName(name)) return refuse(invalid({ path: 'command', messageZh: `没有“${name}”这个办理事项。` }));
  const shaped = validate(name, raw);
  if (isRefusal(shaped)) return refuse(shaped);
  const now = stamp(door);
  if (typeof now !== 'string') return refuse(now);
  const asking = ask(door, door.db, actor, second, name, shaped.input, now);
  return isRefusal(asking) ? refuse(asking) : done(decide(asking.question));
}

/**
 * The only way in. Validates, then in one immediate transaction: loads, authorises and decides by the rule book, applies, enters.
 * In: who is signed in (never taken from the page), the name and raw input of a command.
 * Out: what was done with its place in the trail, or a refusal; a policy refusal is entered too. Throws only for bugs, and then nothing has changed.
 */
export function enter(door: Door, actor: Actor, name: string, raw: unknown, second: Actor | null = null): Result<Done> {
  if (!isCommandName(name)) return refuse(invalid({ path: 'command', messageZh: `没有“${name}”这个办理事项。` }));
  const shaped = validate(name, raw);
  if (isRefusal(shaped)) return refuse(shaped);
  return whole(door.db, () => inside(door, actor, name, shaped.input, second));
}

function inside(door: Door, actor: Actor, name: CommandName, input: Record<string, unknown> & Circumstances, second: Actor | null): Result<Done> {
  const { db } = door;
  const next = nextSeq(db);
  // Two people stand by the clock being right now; only so does an entry made by a clock that ran ahead not block the terminal for good.
  const now = name === 'clock.confirm' ? door.now() : stamp(door, next);
  if (typeof now !== 'string') return refuse(now);
  let full = input;
  if (name === 'approval.request' && actor.roles.includes('clerk')) {
    const asked = askedFor(door, actor, input, now);
    // Refused by rule is entered here too; where it came from is no excuse (P414, L026).
    if (isRefusal(asked) && asked.kind === 'policy') {
      const audit = append(db, door.trailKey, door.generation, { at: now, happenedAt: null, lateReason: null, actor: actor.account, second: second?.account ?? null, act: name, outcome: 'refused', register: null, record: null, number: null, rules: asked.decision.reasons.filter((r) => r.satisfied !== true).map((r) => r.rule), eventsDigest: null, note: String(input['command']) });
      return refuse({ ...asked, audit });
    }
    if (isRefusal(asked)) return refuse(asked);
    full = { ...input, [askedKey]: asked };
  }
  const asking = ask(door, db, actor, second, name, full, now, true);
  if (isRefusal(asking)) return refuse(asking);
  const { question } = asking;
  const command = commandOf(name);
  const q = question as Question & { input: CommandInput<CommandName> };
  const decision = decide(question);
  const late = question.happenedAt < now && input.happenedAt !== undefined;
  const entry = { at: now, happenedAt: late ? question.happenedAt : null, lateReason: input.lateReason ?? null, actor: actor.account, second: second?.account ?? null, act: name };

  // Who may not do it at all is told so before being told what the form lacks.
  const barred = decision.reasons.find((r) => r.outcome === 'deny' && r.rule === 'P414');
  if (decision.issues !== undefined && barred === undefined) return refuse(invalid(...decision.issues));
  if (decision.outcome !== 'allow') {
    const about = command.about?.(q as never, {}) ?? null;
    const rules = decision.reasons.filter((r) => r.satisfied !== true).map((r) => r.rule);
    const { seq } = next;
    const events = about === null ? [] : [refusedEvent(db, seq, about, name, decision)];
    // A refused confirmation of the clock must not itself set the trail's time back.
    const at = next.at !== null && now < next.at ? next.at : now;
    const audit = append(db, door.trailKey, door.generation, { ...entry, at, outcome: 'refused', register: about?.register ?? null, record: about?.record ?? null, number: about?.number ?? null, rules, eventsDigest: eventsDigest(events), note: decision.outcome }, next);
    return refuse({ kind: 'policy', decision, audit, messageZh: decision.reasons.find((r) => r.satisfied !== true)?.messageZh ?? outcomeZh[decision.outcome] });
  }

  const planned = command.plan(q as never);
  if (isPlanRefusal(planned)) return refuse(planned);
  const used = question.approval === null ? [] : [move('approvals', question.approval.record, { state: 'used', usedAt: now }, 'used')];
  const changes = [...followUp(question, planned), ...used];
  const { seq } = next;
  const { made, events } = apply(db, seq, changes, yearOf(now));
  const about = command.about?.(q as never, made) ?? null;
  const rules = [...decision.reasons.map((r) => r.rule)];
  const note = name === 'register.print' ? String(question.input['digest']) : (input.warnReason ?? null);
  const audit = append(db, door.trailKey, door.generation, { ...entry, outcome: 'done', register: about?.register ?? null, record: about?.record ?? null, number: about?.number ?? null, rules, eventsDigest: eventsDigest(events), note }, next);
  const result = command.result === undefined ? (about === null ? {} : { register: about.register, id: about.record, number: about.number }) : command.result(made, q as never);
  return done({ command: name, result, events: events.map((e) => ({ id: e.id, kind: e.kind, register: e.register, record: e.record })), audit, decision });
}

/** A refusal stays on the life line of the record it was about; it changes nothing there. */
function refusedEvent(db: WriteDb, seq: number, about: About, name: CommandName, decision: Decision) {
  const record = recordById(db, about.register, about.record);
  const event = {
    register: about.register, record: about.record, revision: record?.revision ?? 0, kind: 'refused', digest: null,
    body: JSON.stringify({ command: name, outcome: decision.outcome, reasons: decision.reasons.filter((r) => r.satisfied !== true).map((r) => ({ rule: r.rule, messageZh: r.messageZh })) }),
  };
  appendEvent(db, { ...event, seq });
  return event;
}

/**
 * Several acts in one transaction, all or nothing. A refusal undoes everything and is itself entered afterwards.
 * Out: one result each; after the first refusal the rest is not tried.
 */
export function enterAll(door: Door, actor: Actor, acts: readonly { name: string; input: unknown }[], second: Actor | null = null): { ok: boolean; results: Result<Done>[] } {
  class Undo extends Error {}
  let results: Result<Done>[] = [];
  let failed: { name: string; input: unknown } | null = null;
  try {
    door.db.transaction(() => {
      results = [];
      for (const act of acts) {
        const result = enter(door, actor, act.name, act.input, second);
        results.push(result);
        if (!result.ok) {
          failed = act;
          throw new Undo();
        }
      }
    }).immediate();
    return { ok: true, results };
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    const last = results.at(-1);
    const again = failed as { name: string; input: unknown } | null;
    // The refusal's own entry went with the transaction; it is entered again by itself.
    if (again !== null && last !== undefined && !last.ok && last.refusal.kind === 'policy') results[results.length - 1] = enterRefusedAgain(door, actor, again, second, last);
    return { ok: false, results };
  }
}

function enterRefusedAgain(door: Door, actor: Actor, act: { name: string; input: unknown }, second: Actor | null, was: Result<Done>): Result<Done> {
  // Only judged, never applied: on the state before the batch the same act might be lawful.
  if (!isCommandName(act.name) || was.ok || was.refusal.kind !== 'policy') return was;
  const { decision } = was.refusal;
  const audit = note(door, actor.account, act.name, `整批未办：${decision.outcome}`, 'refused', decision.reasons.map((r) => r.rule), second?.account ?? null);
  return audit === null ? was : refuse({ ...was.refusal, audit });
}

/**
 * Something that happened to the terminal itself (sign-in, lock, failed tries, clock, verification) enters the trail without touching a register.
 * Out: its place, or null when the clock stands before the last entry.
 */
export function note(door: Door, actor: string, act: string, text: string | null, outcome: 'noted' | 'refused' = 'noted', rules: readonly string[] = [], second: string | null = null): { seq: number; hash: string } | null {
  return door.db.transaction(() => {
    const now = stamp(door);
    if (typeof now !== 'string') return null;
    return append(door.db, door.trailKey, door.generation, { at: now, happenedAt: null, lateReason: null, actor, second, act, outcome, register: null, record: null, number: null, rules, eventsDigest: null, note: text });
  }).immediate();
}
