import type { Source } from '#shared/decision.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import type { Profile } from '../parameters.ts';

/** The few reads a whole-ledger check needs besides the line it is looking at. Whoever holds the books hands them in. */
export type BookReader = Readonly<{
  byId: <K extends RegisterKey>(register: K, id: number) => RecordOf<K> | null;
  /** All lines of a register where one field has a value. */
  where: <K extends RegisterKey>(register: K, field: string, value: string | number) => readonly RecordOf<K>[];
}>;

export type Terminal = Readonly<{ level: Level; organisation: string }>;

/** What a rule may look at besides its line: the day, the parameters, and what the other books say. */
export type StandingContext = Readonly<{
  today: string;
  now: string;
  profile: Profile;
  terminal: Terminal;
  person: (id: number | null) => RecordOf<'persons'> | null;
  /** The one person of that name; null when nobody or several are called so. */
  personNamed: (name: string | null) => RecordOf<'persons'> | null;
  carrier: (id: number | null) => RecordOf<'carriers'> | null;
  computer: (id: number | null) => RecordOf<'computers'> | null;
  /** What is open and about this carrier. */
  openLoan: (carrier: number) => RecordOf<'loans'> | null;
  openCirculation: (carrier: number) => RecordOf<'circulations'> | null;
  openNotebook: (carrier: number) => RecordOf<'notebooks'> | null;
  /** Cases about this carrier, also closed ones. */
  casesOf: (carrier: number) => readonly RecordOf<'incidents'>[];
  isOnTrip: (carrier: number) => boolean;
  isOnTheWay: (carrier: number) => boolean;
  isListedForDestruction: (carrier: number) => boolean;
  readingsOf: (carrier: number) => readonly RecordOf<'readings'>[];
  /** The cabinet in use whose name a place begins with. */
  cabinetAt: (place: string | null) => RecordOf<'cabinets'> | null;
  copiesOfRun: (production: number) => readonly RecordOf<'carriers'>[];
  linesOfRun: (production: number) => readonly RecordOf<'dispatches'>[];
}>;

/** A rule that can be judged on what stands in the books, without an act: one register, one line at a time. */
export type StandingRule<K extends RegisterKey = RegisterKey> = Readonly<{
  id: string;
  matrix: readonly string[];
  register: K;
  titleZh: string;
  source: Source;
  /** Parameters whose value decides; a change of one of them asks this rule again. */
  parameters: readonly string[];
  /** What is demanded, in one sentence. */
  sentenceZh: string;
  /** What is wrong with this line, why, and what to do next; null when nothing is. Pure. */
  look: (row: RecordOf<K>, c: StandingContext) => string | null;
}>;

/** Takes a rule with the type of its lines; the check hands each rule only lines of its own register. */
export const declare = <K extends RegisterKey>(rule: StandingRule<K>): StandingRule => rule as unknown as StandingRule;
