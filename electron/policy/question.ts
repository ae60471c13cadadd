import type { CommandName } from '#shared/contract/commands.ts';
import type { Circumstances } from '#shared/contract/inputs.ts';
import type { Outcome, Source } from '#shared/decision.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import type { Issue } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Change } from './change.ts';
import type { Profile } from './parameters.ts';
import type { Continuation, Reprint } from './printedPages.ts';

/** What happened last to a record that an act would move, and when it happened (not when it was entered). */
export type LastAct = Readonly<{ register: RegisterKey; number: string | null; act: string; at: string }>;

/** What the books say about the act, gathered before anything is judged. */
export type Facts = Readonly<{
  carrier?: RecordOf<'carriers'>;
  carriers?: readonly RecordOf<'carriers'>[];
  person?: RecordOf<'persons'>;
  people?: readonly RecordOf<'persons'>[];
  loan?: RecordOf<'loans'> | null;
  reading?: RecordOf<'readings'> | null;
  destruction?: RecordOf<'destructions'>;
  /** The supervisors by name, with their standing in the register of persons; null for who is not in it. */
  witnesses?: readonly Readonly<{ name: string; status: RecordOf<'persons'>['status'] }>[];
  incident?: RecordOf<'incidents'> | null;
  /** Incidents not closed that are about the carriers of the act. */
  openCases?: readonly RecordOf<'incidents'>[];
  violation?: RecordOf<'violations'>;
  computer?: RecordOf<'computers'>;
  usage?: RecordOf<'usageLogs'>;
  openUsage?: RecordOf<'usageLogs'> | null;
  /** A session of the same computer at the same time. */
  overlap?: RecordOf<'usageLogs'> | null;
  sessions?: readonly RecordOf<'usageLogs'>[];
  book?: RecordOf<'usageBooks'> | null;
  media?: readonly RecordOf<'carriers'>[];
  batch?: RecordOf<'imports'>;
  /** What a batch entered, and what it moved: `back` is how the moved ones stood before it. `touched`: something happened to it since. */
  batchRecords?: readonly Readonly<{ register: RegisterKey; id: number; revision: number; number: string | null; state: string; touched: boolean; back?: Readonly<Record<string, unknown>> }>[];
  /** How many carriers fit what an old line says of its item. */
  meant?: number;
  /** A line of an old register that says the same and is entered already; `sameFile`: it came with the same import. */
  earlier?: Readonly<{ register: RegisterKey; number: string; sameFile: boolean }> | null;
  account?: RecordOf<'accounts'> | null;
  /** The account of who hands over a post, as far as the books know it. */
  giverAccount?: RecordOf<'accounts'> | null;
  /** Other accounts of the same name that are not closed. */
  namesakes?: readonly RecordOf<'accounts'>[];
  /** Another person of the ledger who bears the name that the act would give. */
  sameName?: RecordOf<'persons'> | null;
  approvalRecord?: RecordOf<'approvals'>;
  print?: RecordOf<'prints'>;
  /** The pages a continuation print would hold. */
  continuation?: Continuation;
  /** The highest number given to a copy of the carrier so far. */
  copiesBefore?: number;
  /** The sealed page that is printed once more. */
  reprint?: Reprint;
  backup?: RecordOf<'backups'>;
  parameter?: RecordOf<'parameters'> | null;
  setting?: RecordOf<'settings'> | null;
  /** Classes that people in the ledger have who have not left. */
  tiersHeld?: readonly string[];
  record?: Readonly<{ register: RegisterKey; value: RecordOf<RegisterKey> }>;
  /** Same 文号 and 份号 already in the books. */
  duplicates?: readonly Readonly<{ register: RegisterKey; number: string; id: number; copySerial: string | null }>[];
  custodianPerson?: RecordOf<'persons'> | null;
  childrenOut?: readonly RecordOf<'carriers'>[];
  classification?: RecordOf<'classifications'>;
  /** Decisions whose mark is not replaced yet. */
  classifications?: readonly RecordOf<'classifications'>[];
  /** What a notice names; `carriers` holds their copies too. */
  named?: readonly RecordOf<'carriers'>[];
  /** Where a level was derived from. */
  sourceCarrier?: RecordOf<'carriers'> | null;
  /** The 定密责任人, when the ledger of persons knows the name. */
  decider?: RecordOf<'persons'> | null;
  /** A late extension that its organ has not answered. */
  openQuery?: RecordOf<'classifications'> | null;
  production?: RecordOf<'productions'>;
  /** Every copy that the run made, wherever it is now. */
  copiesOfRun?: readonly RecordOf<'carriers'>[];
  dispatch?: RecordOf<'dispatches'>;
  /** The other lines of the same run. */
  dispatches?: readonly RecordOf<'dispatches'>[];
  consignment?: RecordOf<'consignments'>;
  circulation?: RecordOf<'circulations'>;
  steps?: readonly RecordOf<'circulationSteps'>[];
  receipt?: RecordOf<'receipts'>;
  notebook?: RecordOf<'notebooks'> | null;
  notebookCarrier?: RecordOf<'carriers'> | null;
  archiveUse?: RecordOf<'archiveUses'>;
  loans?: readonly RecordOf<'loans'>[];
  readings?: readonly RecordOf<'readings'>[];
  /** Extracts made of the carriers of the act. */
  extractsMade?: readonly RecordOf<'copies'>[];
  trip?: RecordOf<'trips'>;
  recall?: RecordOf<'recalls'>;
  stocktake?: RecordOf<'stocktakes'>;
  /** Carriers that were put somewhere else after a count had seen them. */
  movedSince?: readonly number[];
  stocktakeLines?: readonly RecordOf<'stocktakeLines'>[];
  /** The account with which a count will be confirmed; null when its checker has none. */
  checkerAccount?: RecordOf<'accounts'> | null | undefined;
  /** What a count would be about: everything that should be there. */
  expected?: Readonly<{ ids: readonly number[]; level: Level | null; keepers: readonly string[]; scopeZh: string }>;
  /** What a recall would call in; `busy`: the carriers that another open recall has already called. */
  recalled?: Readonly<{ carriers: readonly RecordOf<'carriers'>[]; busy: readonly RecordOf<'carriers'>[] }>;
  handover?: RecordOf<'handovers'>;
  /** A handover of the clerk's own post that is not closed: until then nothing is entered. */
  postHandover?: RecordOf<'handovers'> | null;
  telegram?: RecordOf<'telegrams'>;
  cabinet?: RecordOf<'cabinets'> | null;
  /** What lies in the cabinet of the act with the highest level. */
  highestIn?: RecordOf<'carriers'> | null;
  /** The cabinet at the place that the act names; null: this unit registers its cabinets, and the place is in none of them. */
  cabinetAt?: RecordOf<'cabinets'> | null;
  check?: RecordOf<'checks'>;
  /** What the whole-ledger check says today of the record that is explained; null when it has nothing to say. */
  found?: Readonly<{ rule: string; ruleZh: string; register: RegisterKey; record: RecordOf<RegisterKey>; messageZh: string | null; explained: boolean }>;
  refusal?: RecordOf<'refusals'>;
  tipOff?: RecordOf<'tipOffs'>;
  /** What lies in the hands of who hands over. */
  heldByGiver?: readonly RecordOf<'carriers'>[];
  /** Whose account is closed while things are still entered under this name and not handed over to who acts. */
  handoverOwedBy?: string | null;
  /** Cipher telegrams that the act touches. */
  telegrams?: readonly RecordOf<'telegrams'>[];
  /** Who had the item and who read it, in lines, for a case. */
  courseZh?: string;
  /** Only for an act that is said to have happened earlier. */
  lastActs?: readonly LastAct[];
  /** The act is a row of the import that is running at this moment. */
  importing?: boolean;
}>;

/** The approval that came with the act, already looked up: is it agreed, unused and bound to exactly this? `approverGone`: the account that agreed is closed. */
export type ApprovalGiven = Readonly<{ record: RecordOf<'approvals'>; fits: boolean; coversRules: readonly string[]; approverGone?: boolean }>;

/** Everything a rule may look at. Time and identity are handed in; the same question always has the same answer. */
export type Question = Readonly<{
  command: CommandName;
  input: Readonly<Record<string, unknown>> & Circumstances;
  actor: Actor;
  second: Actor | null;
  facts: Facts;
  profile: Profile;
  /** UTC ISO text. */
  now: string;
  /** The terminal's calendar day of now. */
  today: string;
  /** When it happened: now, or earlier for a late entry. */
  happenedAt: string;
  terminal: Readonly<{ level: Level; organisation: string; training: boolean }>;
  approval: ApprovalGiven | null;
  /** The act enters what is written in an old ledger: rules about the moment of the act do not apply to it. */
  historical: boolean;
}>;

/** `approverZh`: who can approve, where a parameter of the rule decides it; otherwise the rule says it. */
export type Finding = Readonly<{ outcome: Exclude<Outcome, 'allow'>; messageZh: string; nextStepZh: string; approverZh?: string }>;

/** How the rule works: judged when a command is decided, a mandatory record, an effect, a due date, computed, or a question for a checklist. */
export type Rule = Readonly<{
  id: string;
  titleZh: string;
  matrix: readonly string[];
  outcome: 'deny' | 'needs_approval' | 'needs_second_person' | 'warn' | 'record' | 'effect' | 'due' | 'computed';
  source: Source;
  parameters: readonly string[];
  commands: readonly CommandName[] | 'every command' | 'every query';
  /** What to do, in one sentence; shown in the rule list. */
  sentenceZh: string;
  checklistOnly?: boolean;
  /** Role that can approve, as the office calls it. */
  approverZh?: string;
  judge?: (q: Question) => Finding | readonly Finding[] | null;
  /** Mandatory records that are missing. */
  require?: (q: Question) => readonly Issue[];
  /** Further changes that follow from the act. */
  effect?: (q: Question, planned: readonly Change[]) => readonly Change[];
}>;

export const deny = (messageZh: string, nextStepZh: string): Finding => ({ outcome: 'deny', messageZh, nextStepZh });
export const warn = (messageZh: string, nextStepZh: string): Finding => ({ outcome: 'warn', messageZh, nextStepZh });
export const needsApproval = (messageZh: string, nextStepZh: string, approverZh?: string): Finding => ({ outcome: 'needs_approval', messageZh, nextStepZh, ...(approverZh === undefined ? {} : { approverZh }) });
export const needsSecond = (messageZh: string, nextStepZh: string): Finding => ({ outcome: 'needs_second_person', messageZh, nextStepZh });

export const LAW = '《保守国家秘密法》（2024）';
export const REG = '《实施条例》（2024）';
