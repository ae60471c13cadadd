import { duringImport } from '#electron/commands/define.ts';
import type { Done } from '#electron/commands/door.ts';
import { commandNames, commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { carrierStates } from '#shared/registers/carriers.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { approver, secadmin, sysadmin, auditor } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { trailLength } from '../arbitrariesBooks.ts';
import { broken, digestOf } from './invariants.ts';
import { makers } from './makers.ts';
import { booked, differences, expectedOf } from './model.ts';
import type { Model } from './model.ts';
import { diceOf, everyone, NoTarget, settle, whoMay, worldOf } from './world.ts';
import type { Input, World } from './world.ts';

/** One thing somebody tries, some time after the one before. */
export type Step = Readonly<{ seed: number; minutes: number; wild: boolean }>;

export type Life = {
  world: World;
  model: Model;
  /** How often each command was accepted, and the last refusal of each. */
  accepted: Map<CommandName, number>;
  refused: Map<CommandName, string>;
  /** Carrier states that were reached. */
  reached: Set<string>;
  /** The last acts, for who has to find out what went wrong. */
  journal: string[];
  /** What the tables were when last looked at; null after every accepted act. */
  digest: string | null;
  refusals: number;
};

export function beginLife(desk: Desk): Life {
  settle(desk);
  const world = worldOf(desk);
  return { world, model: booked(world), accepted: new Map(), refused: new Map(), reached: new Set(), journal: [], digest: null, refusals: 0 };
}

/** An invariant that broke, with the acts that led to it. */
export class Broken extends Error {
  constructor(what: readonly string[], life: Life) {
    super(`${what.join('\n')}\n── last acts ──\n${life.journal.slice(-12).join('\n')}`);
  }
}

/** One knock at the door, with everything that must hold afterwards. */
function knock(life: Life, name: CommandName, input: Input, actor: Actor, second: Actor | null): Result<Done> {
  const { world, model } = life;
  const before = (life.digest ??= digestOf(world));
  const trail = trailLength(world.desk);
  const expected = expectedOf(name, input, world, model);
  let result: Result<Done>;
  try {
    const batch = input['importBatch'];
    const go = (): Result<Done> => world.desk.do(name, input, actor, second);
    // Rows of an old ledger come in only while their import runs.
    result = typeof batch === 'number' ? duringImport(world.desk.db, batch, go) : go();
  } catch (error) {
    life.journal.push(`${name} ${JSON.stringify(input)}`);
    throw new Broken([`${name} threw: ${String(error)}`], life);
  }
  const grown = trailLength(world.desk) - trail;
  const told = result.ok ? 'done' : `${result.refusal.kind} ${result.refusal.messageZh}`;
  life.journal.push(`${world.rows('SELECT MAX(seq) AS n FROM audit')[0]?.['n'] as number} ${actor.account}${second === null ? '' : `+${second.account}`} ${name} ${JSON.stringify(input)} → ${told}`);
  if (!result.ok) {
    life.refusals++;
    life.refused.set(name, told);
    if (digestOf(world) !== before) throw new Broken([`${name} was refused and changed the books`], life);
    if (grown !== (result.refusal.kind === 'policy' ? 1 : 0)) throw new Broken([`${name} was refused (${result.refusal.kind}) and the trail grew by ${grown}`], life);
    return result;
  }
  life.digest = null;
  life.accepted.set(name, (life.accepted.get(name) ?? 0) + 1);
  const after = booked(world);
  const wrong = differences(model, expected, after);
  if (grown !== 1) wrong.push(`${name} was done and the trail grew by ${grown}`);
  wrong.push(...broken(world));
  if (wrong.length > 0) throw new Broken(wrong, life);
  life.model = after;
  for (const { state } of after.values()) life.reached.add(state);
  return result;
}

/** Asks for approval and has it decided, mostly agreed; on the screen or on paper. Out: the approval's id when it was agreed. */
function approvalFor(life: Life, name: CommandName, input: Input, asker: Actor): number | null {
  const { dice } = life.world;
  const asked = knock(life, 'approval.request', { command: name, input, reason: '工作需要' }, asker, null);
  if (!asked.ok) return null;
  const { id } = (asked.value.result as { approval: { id: number } }).approval;
  const verdict = dice.chance(0.92) ? 'approved' : 'refused';
  const decided = dice.chance(0.85) ? knock(life, 'approval.decide', { request: id, verdict }, approver, null) : knock(life, 'approval.recordPaper', { request: id, verdict, signedBy: '闻人录', signedOn: life.world.day(0), opinion: '同意' }, asker, null);
  return decided.ok && verdict === 'approved' ? id : null;
}

/** Something other than what was agreed: more copies, another carrier, another person. Null when the act has none of it. */
function tampered(input: Input, w: World): Input | null {
  const other = (was: unknown): number | undefined => w.rows(`SELECT id FROM carriers WHERE id <> ? ORDER BY id DESC LIMIT 1`, was)[0]?.['id'] as number | undefined;
  for (const key of ['quantity', 'copies']) if (typeof input[key] === 'number') return { ...input, [key]: input[key] + 5 };
  for (const key of ['carrier']) if (typeof input[key] === 'number') return { ...input, [key]: other(input[key]) };
  for (const key of ['carriers', 'items']) if (Array.isArray(input[key])) return { ...input, [key]: [...(input[key] as number[]), ...w.rows(`SELECT id FROM carriers WHERE state IN ('in_custody', 'archived') AND id NOT IN (SELECT value FROM json_each(?)) LIMIT 1`, JSON.stringify(input[key])).map((r) => r['id'])] };
  return null;
}

const seconds: readonly Actor[] = [approver, secadmin, auditor, sysadmin];

/** Who has to stand by: the supervisor of a count, the other side of a handover, else anybody who may. */
function awaited(w: World, name: CommandName, input: Input): Actor {
  if (name === 'stocktake.close') return approver;
  if (name === 'carrier.destroy.execute') return auditor;
  const taker = name === 'handover.close' ? w.rows('SELECT taker FROM handovers WHERE id = ?', input['handover'])[0]?.['taker'] : undefined;
  return everyone.find((a) => a.name === taker) ?? w.dice.pick(seconds);
}

/** Tries an act and answers what the rules ask for: a reason, an approval, a second person. Out: what the last try came to. */
function attempt(life: Life, name: CommandName, wanted: Input, actor: Actor): Result<Done> {
  const { world } = life;
  const { dice, wild } = world;
  let input = wanted;
  let second: Actor | null = null;
  if (wild && dice.chance(0.2)) input = { ...input, approval: 1 + dice.int(30) };
  for (let turn = 0; ; turn++) {
    const result = knock(life, name, input, actor, second);
    if (result.ok || turn >= 4 || result.refusal.kind !== 'policy') return result;
    const left = result.refusal.decision.reasons.filter((r) => r.satisfied !== true).map((r) => r.outcome);
    if (left.includes('needs_second_person')) second = turn === 0 ? awaited(world, name, input) : dice.pick(seconds);
    else if (left.includes('deny')) return result;
    if (left.includes('warn')) input = { ...input, warnReason: '已核实' };
    if (!left.includes('needs_approval') || commands[name].roles[0] !== 'clerk') continue;
    const approval = approvalFor(life, name, Object.fromEntries(Object.entries(input).filter(([k]) => k !== 'approval')), actor);
    if (approval === null) return result;
    input = { ...input, approval };
    const other = dice.chance(0.15) ? tampered(input, world) : null;
    if (other !== null && knock(life, name, other, actor, second).ok) throw new Broken([`${name}: approval ${approval} was accepted for something else`], life);
    if (dice.chance(0.15)) {
      const done = knock(life, name, input, actor, second);
      if (done.ok && knock(life, name, input, actor, second).ok) throw new Broken([`${name}: approval ${approval} was used twice`], life);
      if (done.ok) return done;
    }
  }
}

/** What the post's own change means for the life: who took over acts from now on. */
function follow(life: Life): void {
  const last = life.world.rows(`SELECT takerAccount FROM handovers WHERE kind = 'post' AND state = 'closed' ORDER BY closedOn DESC, id DESC LIMIT 1`)[0];
  const keeper = everyone.find((a) => a.account === last?.['takerAccount']);
  if (keeper !== undefined) life.world.keeper = keeper;
}

const births: readonly CommandName[] = ['carrier.enter', 'carrier.enter', 'carrier.receive', 'production.request', 'production.complete'];
/** Acts that take what is under way one step further; without them a life would only ever begin things. */
const flow: readonly CommandName[] = ['carrier.lend', 'carrier.giveBack', 'carrier.read', 'carrier.route', 'carrier.circulate', 'carrier.circulate', 'circulation.takeBack', 'circulation.takeBack', 'circulation.finish', 'carrier.carryOut', 'carrier.checkIn', 'carrier.dispatch', 'carrier.convey', 'carrier.acknowledge', 'carrier.file', 'archive.consult', 'archive.lendOut', 'archive.close', 'carrier.destroy.propose', 'carrier.destroy.execute', 'carrier.reportMissing', 'carrier.find', 'stocktake.count', 'stocktake.close', 'handover.close', 'notebook.issue', 'notebook.giveBack', 'carrier.copy', 'carrier.transfer', 'carrier.returnToIssuer'];

/** Lives one step. */
export function live(life: Life, step: Step, forced?: CommandName): void {
  const { world } = life;
  world.dice = diceOf(step.seed);
  world.wild = step.wild;
  const { dice } = world;
  world.desk.at(new Date(Date.parse(world.now()) + step.minutes * 60_000).toISOString());
  // Half of the steps go where this life has not been yet.
  const rare = commandNames.filter((n) => !life.accepted.has(n));
  const from = dice.int(10);
  const name = forced ?? dice.pick(from < 3 && rare.length > 0 ? rare : from < 4 ? births : from < 7 ? flow : commandNames);
  let input: Input;
  try {
    // A clock that stands back is put right by two people; from then on the trail is no longer in the order of time, and that is another test's matter.
    if (name === 'clock.confirm' && world.rows(`SELECT json_extract(entry, '$[2]') AS at FROM audit ORDER BY seq DESC LIMIT 1`).some((r) => String(r['at']) > world.now())) return;
    const make = makers[name] as ((w: World) => Input) | undefined;
    if (make === undefined) return;
    input = make(world);
  } catch (error) {
    if (error instanceof NoTarget) return;
    throw error;
  }
  // Undefined is not on the wire.
  attempt(life, name, JSON.parse(JSON.stringify(input)) as Input, step.wild && dice.chance(0.3) ? dice.pick(everyone) : whoMay(name, world));
  follow(life);
}

/** What has to be under way before an act can be tried at all. */
const before: Partial<Record<CommandName, readonly CommandName[]>> = {
  'account.confirm': ['account.create'], 'account.grantRole': ['account.create', 'account.confirm'], 'account.unlock': ['account.create', 'account.confirm'], 'account.revoke': ['account.create', 'account.confirm'],
  'carrier.circulate': ['carrier.route'], 'circulation.takeBack': ['carrier.route', 'carrier.circulate'], 'circulation.followUp': ['carrier.route', 'carrier.circulate', 'circulation.takeBack'], 'circulation.addReaders': ['carrier.route'], 'circulation.finish': ['carrier.route'],
  'carrier.extendLoan': ['carrier.lend'], 'carrier.hold': ['carrier.lend'], 'carrier.giveBack': ['carrier.lend'], 'carrier.destroy.execute': ['carrier.destroy.propose'], 'carrier.destroy.cancel': ['carrier.destroy.propose'], 'carrier.find': ['carrier.reportMissing'],
  'stocktake.count': ['stocktake.open'], 'stocktake.close': ['stocktake.open', 'stocktake.count'], 'stocktake.cancel': ['stocktake.open'], 'recall.close': ['recall.open'], 'cabinet.change': ['cabinet.register'], 'check.correct': ['check.record'],
  'handover.close': ['handover.open'], 'handover.cancel': ['handover.open'], 'telegram.read': ['telegram.receive'], 'telegram.extract': ['telegram.receive'], 'telegram.reply': ['telegram.receive'], 'telegram.return': ['telegram.receive'],
  'incident.internal': ['incident.open'], 'incident.escalate': ['incident.open'], 'incident.sanction': ['incident.open'], 'incident.result': ['incident.open'], 'incident.report': ['incident.open'], 'incident.searchLog': ['incident.open'], 'incident.close': ['incident.open'], 'violation.review': ['violation.record'], 'tipOff.handle': ['tipOff.record'],
  ...Object.fromEntries(['loan.enter', 'dispatch.enter', 'copy.enter', 'notebook.enter', 'destruction.enter'].map((name) => [name, ['import.open', 'import.open', 'import.open', ...(name === 'loan.enter' ? ['carrier.enter', 'carrier.enter'] : [])]])),
  'import.withdraw': ['import.open', 'carrier.enter', 'carrier.enter', 'carrier.enter'], 'register.printed': ['register.print'], 'backup.rotate': ['backup.make'], 'approval.decide': ['approval.request'], 'approval.recordPaper': ['approval.request'], 'approval.void': ['approval.request'], 'knowledge.sign': ['carrier.read'],
  'computer.commission': ['computer.register'], 'computer.withdraw': ['computer.register'], 'usageLog.close': ['usageLog.open'], 'person.activate': ['person.register'], 'person.suspend': ['person.register', 'person.activate'], 'person.leavePost': ['person.register', 'person.activate'],
  'production.complete': ['production.request'], 'production.destroyWaste': ['production.request', 'production.complete'], 'production.cancel': ['production.request'], 'carrier.acknowledge': ['carrier.convey'],
  'archive.consult': ['carrier.file'], 'archive.lendOut': ['carrier.file'], 'archive.close': ['carrier.file', 'archive.consult'], 'archive.move': ['carrier.file'], 'carrier.extract': ['notebook.issue'], 'notebook.giveBack': ['notebook.issue'], 'carrier.checkIn': ['carrier.carryOut'],
  'classification.decide': ['classification.propose', 'classification.propose'], 'classification.submit': ['classification.propose'], 'classification.notified': ['classification.recordNotice'], 'refusal.reported': ['refusal.record'],
};

/** Which acts lead into the states that are seldom reached by the way. */
const into: Readonly<Record<string, readonly CommandName[]>> = {
  out_for_repair: ['import.open', 'carrier.enter', 'carrier.enter'], withdrawn: ['import.open', 'carrier.enter', 'carrier.enter', 'import.withdraw'], transferred: ['carrier.transfer'], in_use: ['notebook.issue'], reading: ['carrier.read'], returned: ['carrier.returnToIssuer'],
};

/** Goes on until every command was accepted in this life, and the rare states reached, each with a number of tries. Out: commands that never were. */
export function exhaust(life: Life, seed: number, tries: number): CommandName[] {
  let next = seed;
  const step = (): Step => ({ seed: (next = (next * 48_271 + 11) % 2_147_483_647), minutes: 7, wild: false });
  for (const name of commandNames) {
    for (let n = 0; n < tries && !life.accepted.has(name); n++) for (const act of [...(before[name] ?? []), name]) live(life, step(), act);
  }
  for (const [state, acts] of Object.entries(into)) for (let n = 0; n < tries && !life.reached.has(state); n++) for (const act of acts) live(life, step(), act);
  return commandNames.filter((name) => !life.accepted.has(name));
}

export const allStates: readonly string[] = Object.keys(carrierStates);
