import type { Decision, Outcome, Source } from '#shared/decision.ts';
import type { Level } from '#shared/levels.ts';
import type { Role } from '#shared/roles.ts';
import type { QueryName } from '#shared/contract/queries.ts';

// What each question answers, as the page reads it. The comments of shared/contract/queries.ts are the source.

export type Values = Readonly<Record<string, unknown>>;

export type Flag = 'overdue' | 'late' | 'corrected' | 'above' | 'unsigned' | 'closed';

export type Entry = Readonly<{
  id: number;
  number: string | null;
  revision: number;
  corrections: number;
  values: Values;
  /** Words for codes, and the numbers of the records that references name. */
  labels?: Readonly<Record<string, string>>;
  state: string | null;
  flags?: readonly Flag[];
  /** Earlier wordings, oldest first; only when asked for with `history`. */
  revisions?: readonly Readonly<{ revision: number; values: Values; correctedAt?: string | null; by?: string | null; reason?: string | null }>[];
}>;

export type RecordList = Readonly<{ register: string; total: number; entries: readonly Entry[]; cursor?: string; counts?: Readonly<Record<string, number>> }>;

export type LifeChange = Readonly<{ field: string; labelZh: string; from: unknown; to: unknown }>;
export type LifeEntry = Readonly<{
  seq: number;
  at: string | null;
  happenedAt: string | null;
  kind: string;
  kindZh: string;
  actor: string;
  sentenceZh: string;
  changes: readonly LifeChange[];
  reason?: string;
  lateReason?: string;
  rules?: readonly string[];
  revision?: number;
}>;

export type PossibleAct = Readonly<{ command: string; titleZh: string; outcome: Outcome; reasonZh?: string; key?: string }>;
export type Knower = Readonly<{ name: string; personId: number | null; how: string; firstAt: string; times: number; inScope: boolean; signature: string | null }>;
export type PersonKnowledge = Readonly<{ person: string | null; name: string | null; totals: readonly Readonly<{ level: Level | null; levelZh: string; items: number; times: number; firstOn: string; lastOn: string }>[]; held: readonly Readonly<{ id: number; number: string | null; title: string | null; level: Level | null; state: string }>[] }>;
export type SearchHit = Readonly<{ register: string; id: number; number: string | null; titleZh: string; detailZh: string; level: Level | null; state: string | null }>;
export type SearchGroup = Readonly<{ kind: string; titleZh: string; hits: readonly SearchHit[] }>;
export type DueItem = Readonly<{
  id: string | number;
  kind: string;
  register: string | null;
  record: number | null;
  number: string | null;
  dueOn: string;
  overdueDays: number;
  titleZh: string;
  detailZh: string;
  level: Level | null;
  rule: string | null;
  /** A clock of the law that nobody may put off. */
  hard?: boolean;
}>;
export type BackupLine = Readonly<{ number: string; file: string; bytes: number; sha256: string; chainSeq: number; chainCode: string; madeAt: string; madeBy: string; state: string; present: boolean }>;
export type Today = Readonly<{
  due: readonly DueItem[];
  terminal: Values;
  holdings: readonly Readonly<{ level: Level | null; in: number; out: number }>[];
  ageing: readonly Readonly<{ bin: string; count: number; /** Past its day. */ late?: boolean }>[];
  backup: Partial<BackupLine> | null;
  chain: Readonly<{ seq: number; hash: string; code: string }>;
  anchorDays: number | null;
  newViolations: number;
}>;
export type RuleLine = Readonly<{ id: string; titleZh: string; matrix: readonly string[]; outcome: Outcome; source: Source; parameters: readonly Values[]; commands: readonly string[]; sentenceZh: string; checklistOnly?: boolean }>;
export type PolicyLine = Readonly<{
  key: string;
  titleZh: string;
  value: unknown;
  default: unknown;
  min?: number;
  max?: number;
  allowed?: readonly unknown[];
  unit: string;
  source: Source | string;
  bound?: unknown;
  who: string;
  rules: readonly string[];
  changedBy?: string;
  changedAt?: string;
  reason?: string;
}>;
/** One carrier that a running stocktake still lacks. */
export type LeftLine = Readonly<{ id: number; number: string | null; title: string | null; level: Level | null; place: string | null; keeper: string | null; holder: string | null; out: boolean; stateZh: string }>;
export type AccountLine = Readonly<{ account: string; name: string; roles: readonly Role[]; rolesZh: string; state: string; stateZh: string; passwordSetAt: string | null; lastSignInAt: string | null; createdBy: string | null; confirmedBy: string | null; failures: number }>;
export type AuditLine = Readonly<{
  seq: number;
  at: string;
  happenedAt: string | null;
  late: boolean;
  actor: string;
  actorZh: string;
  second: string | null;
  act: string;
  actZh: string;
  outcome: string;
  register: string | null;
  record: number | null;
  number: string | null;
  rules: readonly string[];
  hash: string;
}>;
export type ShelfBook = Readonly<{ key: string; id: string; title: string; record: string; count: number; last: string | null }>;
export type IsolationFinding = Readonly<{ check: string; ok: boolean; findingZh: string; source: Source | string }>;
export type VerifyCheck = Readonly<{ name: string; nameZh: string; ok: boolean; counted: number; findings: readonly unknown[] }>;

export type LedgerFinding = Readonly<{ rule: string; register: string; record: number; number: string | null; titleZh: string; messageZh: string; explained?: Readonly<{ explanation: string; by: string; at: string; number: string }> }>;
export type CheckedRule = Readonly<{ id: string; titleZh: string; sentenceZh: string; register: string; registerZh: string; matrix: readonly string[]; found: number; explained: number }>;
export type LedgerCheck = Readonly<{ ok: boolean; counted: Readonly<{ rules: number; lines: number }>; rules: readonly CheckedRule[]; findings: readonly LedgerFinding[] }>;

export type Answers = {
  'record.list': RecordList;
  'record.get': Entry | null;
  'record.life': readonly LifeEntry[];
  'carrier.acts': readonly PossibleAct[];
  'carrier.knowers': readonly Knower[];
  'carrier.where': Readonly<{ carrier: unknown; answerZh: string }>;
  'person.knowledge': PersonKnowledge;
  'stocktake.left': Readonly<{ left: number; people: readonly Readonly<{ name: string; expected: number; left: number }>[]; lines: readonly LeftLine[] }>;
  search: Readonly<{ groups: readonly SearchGroup[] }>;
  suggest: readonly string[];
  'receipt.duplicates': Readonly<{ duplicates: readonly Readonly<{ register: string; number: string; id: number; receivedOn: string | null }>[] }>;
  decide: Decision;
  due: readonly DueItem[];
  today: Today;
  rules: readonly RuleLine[];
  policy: readonly PolicyLine[];
  'policy.preview': Readonly<{ findings: readonly Readonly<{ register: string; record: number; number: string | null; titleZh: string; messageZh: string }>[] }>;
  accounts: readonly AccountLine[];
  'audit.list': Readonly<{ entries: readonly AuditLine[]; total: number; cursor?: string }>;
  'audit.head': Readonly<{ seq: number; hash: string; code: string; at: string }>;
  verify: Readonly<{ ok: boolean; checks: readonly VerifyCheck[]; chain: Readonly<{ seq: number; hash: string }> }>;
  'ledger.check': LedgerCheck;
  'audit.checkPaper': Readonly<{ ok: boolean; messageZh: string; seq: number; code: string }>;
  'print.pageCheck': Readonly<{ ok: boolean; intact: boolean; same: boolean | null; messageZh: string; page: number; sealed: boolean; code: string; print: string | null; lines: number }>;
  backups: readonly BackupLine[];
  isolation: readonly IsolationFinding[];
  terminal: Values;
  shelf: readonly ShelfBook[];
  'register.mark': Readonly<{ mark: string | null; level: Level | null; period: string | null }>;
};

/** Fails to compile when a query of the contract has no answer here. */
type Complete = { [N in QueryName]: Answers[N] };
export type AnswerOf<N extends QueryName> = Complete[N];

/** What the door says of an act that was done. */
export type Acted = Readonly<{
  command?: string;
  result?: unknown;
  events?: readonly Readonly<{ id: number; kind: string; register: string; record: number; number?: string | null }>[];
  audit?: Readonly<{ seq: number; hash: string }>;
  [more: string]: unknown;
}>;
