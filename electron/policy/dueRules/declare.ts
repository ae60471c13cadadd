import type { Level } from '#shared/levels.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import type { Role } from '#shared/roles.ts';
import type { Profile } from '../parameters.ts';

/** The rows due rules look at, by name. Each is loaded by the queries, bounded by the horizon of the rules that want it. */
export type DueSources = {
  /** Lent or in reading, with a day of return; not what P053-L calls back, nor what P137 collects from leavers. */
  carriersOut: RecordOf<'carriers'>;
  /** At hand or with somebody of the office, with a day on which it has to go back or be taken back; what is lost or on its way has its own clock. */
  carriersBack: RecordOf<'carriers'>;
  /** Held, with the end of the secrecy period in sight. */
  carriersEnding: RecordOf<'carriers'>;
  /** Classified or urgent mail that the office has not routed yet. */
  receiptsToRoute: RecordOf<'receipts'>;
  /** Circulations that run, with what stands in their lines. */
  circulationsOpen: RecordOf<'circulations'> & Readonly<{ outWith: string | null; waiting: number }>;
  /** Circulations with a leader's instruction that is not carried out. */
  instructionsOpen: RecordOf<'circulations'>;
  /** Kept by a person with leave, until a day. */
  carriersKept: RecordOf<'carriers'>;
  /** Loans extended beyond what a person may keep. */
  loansExtended: RecordOf<'loans'>;
  notebooksOut: RecordOf<'notebooks'>;
  refusalsUnreported: RecordOf<'refusals'>;
  archiveUsesOpen: RecordOf<'archiveUses'>;
  tripsOut: RecordOf<'trips'>;
  /** Decisions about levels that leave something to be done; `superseded`: a later one brings the carrier its next mark. */
  classificationsOpen: RecordOf<'classifications'> & Readonly<{ superseded?: boolean }>;
  /** Items whose source has got another level since their own was decided: the item, the source's number, its level now and the day of its change. */
  derivedBehind: RecordOf<'carriers'> & Readonly<{ sourceNumber: string | null; sourceMark: string | null; changedOn: string }>;
  /** One line: how many state secrets of this unit's own are held, since when the oldest was not looked at, when the list of matters was filed. */
  levelReview: Readonly<{ items: number; oldestOn: string | null; listFiledOn: string | null; begunOn: string }>;
  incidentsOpen: RecordOf<'incidents'>;
  /** Leaks whose result is not reported yet, also after the thing was found or the case closed. */
  resultsOwed: RecordOf<'incidents'>;
  handoversOpen: RecordOf<'handovers'>;
  /** Persons off their post with the number of carriers in their hands or under their name. */
  leaversHolding: RecordOf<'persons'> & Readonly<{ held: number; since: string | null }>;
  /** Accounts that still work though their person has left or has handed over the post. */
  accountsOfLeavers: RecordOf<'accounts'> & Readonly<{ since: string | null }>;
  readingsUnsigned: RecordOf<'readings'>;
  approvalsPending: RecordOf<'approvals'>;
  usageOpen: RecordOf<'usageLogs'>;
  /** A machine and a past year without a closed book. */
  usageYears: Readonly<{ computer: number; number: string | null; assetNumber: string | null; year: number; level: Level | null }>;
  persons: RecordOf<'persons'>;
  violationsNew: RecordOf<'violations'>;
  /** Made, and the original not filed or the waste not destroyed. */
  productionsOpen: RecordOf<'productions'>;
  consignmentsOpen: RecordOf<'consignments'>;
  dispatchesOpen: RecordOf<'dispatches'>;
  recallsOpen: RecordOf<'recalls'> & Readonly<{ left: number }>;
  /** One line: the year's recall, the days for which a recall was opened, since when the books are kept. */
  recallYear: Readonly<{ year: number; opened: boolean; dueDays: readonly string[]; begunOn: string }>;
  /** One line: how much is held, and since when all of it has been counted. */
  stocktaking: Readonly<{ held: number; lastOn: string | null; lastOutsideOn: string | null; begunOn: string }>;
  /** A checklist with a rhythm, and when it was last filled in. */
  checklists: Readonly<{ key: string; titleZh: string; everyMonths: string; lastOn: string | null; begunOn: string }>;
  checksOpen: RecordOf<'checks'>;
  /** One line: when the last proven backup was made and when the books were begun. */
  backup: Readonly<{ lastOn: string | null; number: string | null; begunOn: string }>;
  /** One line: the account of who asks. */
  me: RecordOf<'accounts'>;
  /** One line: when the last anchor was printed and the last verification entered. */
  trail: Readonly<{ anchorOn: string | null; verifiedOn: string | null; begunOn: string }>;
};
export type DueSource = keyof DueSources;
export type DueRow<S extends DueSource> = DueSources[S];
export type DueRows = { readonly [S in DueSource]?: readonly DueSources[S][] };

export type DueContext = Readonly<{ today: string; now: string; profile: Profile; terminalLevel: Level }>;

/** What one row gives rise to. */
export type Due = Readonly<{ record: number | null; number: string | null; dueOn: string; titleZh: string; detailZh: string; level: Level | null; hard?: boolean; register?: RegisterKey }>;

/**
 * A due date, declared. `lead`: so many days ahead it shows even when fewer are asked for; `always`: shows as long as it is open,
 * however far ahead. `hard`: a clock of the law that nobody may put off.
 */
export type DueRule<S extends DueSource = DueSource> = Readonly<{
  id: string;
  kind: string;
  titleZh: string;
  register: RegisterKey | null;
  roles: readonly Role[];
  from: S;
  hard: boolean;
  lead?: (profile: Profile) => number;
  always?: true;
  look: (row: DueSources[S], c: DueContext) => Due | null;
}>;

/** Takes a rule with the type of its rows; the engine hands each rule only rows of its own source. */
export const declare = <S extends DueSource>(rule: DueRule<S>): DueRule => rule as unknown as DueRule;
