import { expect } from 'vitest';
import { duringImport } from '#electron/commands/define.ts';
import type { Done } from '#electron/commands/door.ts';
import { all, one } from '#electron/vault/read.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Outcome } from '#shared/decision.ts';
import type { Level } from '#shared/levels.ts';
import type { Actor } from '#shared/roles.ts';
import { approved, clerk, openDesk, paper, reader, secadmin } from './desk.ts';
import type { Desk } from './desk.ts';

type Input = Record<string, unknown>;
type Row = Record<string, unknown>;

/** What the door answers: refused by exactly these rules, sent back for a missing record, or done, with a look into the books. */
type Expectation =
  | Readonly<{ refused: Exclude<Outcome, 'allow'>; by?: readonly string[]; says?: RegExp }>
  | Readonly<{ missing: readonly string[] }>
  | Readonly<{ passes: true; after?: (books: Books, done: Done) => void }>;

export type Case = Readonly<{
  rule: string;
  name: string;
  level?: Level;
  arrange?: (desk: Desk) => void;
  command: CommandName;
  input: Input | ((desk: Desk) => Input);
  actor?: Actor;
  second?: Actor;
  /** The act is a row of the import of this batch, which is running. */
  importing?: number;
  expect: Expectation;
}>;

/** Short looks at what an act left behind. */
export type Books = Readonly<{ row: (register: string, id?: number) => Row; rows: (register: string) => Row[] }>;
export const booksOf = (desk: Desk): Books => ({
  row: (register, id = 1) => one(desk.db, `SELECT * FROM ${register} WHERE id = ?`, id) ?? {},
  rows: (register) => all(desk.db, `SELECT * FROM ${register} ORDER BY id`),
});

const START = '2026-11-20T09:00:00+08:00';
const desks = new Map<Level, Desk>();

/** Real encrypted books that are the same before and after: what happens in `use` is rolled back. */
export function withBooks<T>(level: Level, use: (desk: Desk) => T): T {
  let desk = desks.get(level);
  if (desk === undefined) desks.set(level, (desk = openDesk(level)));
  desk.at(START);
  desk.db.exec('BEGIN IMMEDIATE');
  try {
    return use(desk);
  } finally {
    desk.db.exec('ROLLBACK');
  }
}

const sorted = (rules: readonly string[]): string[] => [...new Set(rules)].sort();

/** Runs one case through the door; throws when the answer is not the expected one. */
export function runCase(c: Case): void {
  withBooks(c.level ?? 'secret', (desk) => {
    c.arrange?.(desk);
    const input = typeof c.input === 'function' ? c.input(desk) : c.input;
    const go = () => desk.do(c.command, input, c.actor ?? clerk, c.second ?? null);
    const result = c.importing === undefined ? go() : duringImport(desk.db, c.importing, go);
    if ('passes' in c.expect) {
      if (!result.ok) throw new Error(`expected to pass: ${JSON.stringify(result.refusal)}`);
      c.expect.after?.(booksOf(desk), result.value);
      return;
    }
    if (result.ok) throw new Error('expected a refusal, it was done');
    const { refusal } = result;
    if ('missing' in c.expect) {
      expect(refusal.kind === 'invalid' ? refusal.issues.map((i) => i.path) : refusal).toEqual(c.expect.missing);
      expect(JSON.stringify(refusal)).toContain('规则');
      return;
    }
    if (refusal.kind !== 'policy') throw new Error(`expected a refusal by rule: ${JSON.stringify(refusal)}`);
    const open = refusal.decision.reasons.filter((r) => r.satisfied !== true);
    expect({ outcome: refusal.decision.outcome, by: sorted(open.map((r) => r.rule)) }).toEqual({ outcome: c.expect.refused, by: sorted(c.expect.by ?? [c.rule]) });
    const own = open.find((r) => r.rule === c.rule);
    expect(own?.outcome).toBe(c.expect.refused);
    // A sentence, and what to do next (product.md, principles).
    expect(own?.messageZh).toMatch(/^.+。$/u);
    expect(own?.nextStepZh).toMatch(/^.+。$/u);
    if (c.expect.says !== undefined) expect(own?.messageZh).toMatch(c.expect.says);
  });
}

// ── common arrangements: one reader, one paper, one machine ──
export const CARRIER = 'ZT-2026-00001';
export const staff = (name = '南宫砚', more: Input = {}) => (desk: Desk) => void desk.must('person.register', reader(name, more));
export const shelve = (more: Input = {}) => (desk: Desk) => void desk.must('carrier.enter', paper('示范园区供水管网改造方案', more));
export const plain = (more: Input = {}) => shelve({ level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined, ...more });
export const topPaper = { level: 'top_secret', period: { years: 20 }, cabinetKind: 'code_safe' };
export const shelveTop = (more: Input = {}) => shelve({ ...topPaper, ...more });
export const core = staff('南宫砚', { personnelClass: 'core' });
export const all_ = (...steps: ((desk: Desk) => void)[]) => (desk: Desk) => { for (const step of steps) step(desk); };
export const ready = all_(staff(), shelve());
export const readyTop = all_(core, shelveTop());
export const set = (key: string, value: unknown) => (desk: Desk) => void desk.must('policy.change', { key, value, reason: '本单位制度', headAgreement: '青研函〔2026〕3号' }, secadmin);
/** The act with an approval agreed for exactly it. */
export const agreed = (command: CommandName, input: Input) => (desk: Desk): Input => ({ ...input, approval: approved(desk, command, input) });
export const lend: Input = { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' };
export const lent = (more: Input = {}) => (desk: Desk) => void desk.must('carrier.lend', agreed('carrier.lend', { ...lend, ...more })(desk));
export const read: Input = { carrier: CARRIER, reader: '南宫砚', purpose: '编制方案', place: '阅文室' };
export const machine = (more: Input = {}) => (desk: Desk) => void desk.must('computer.register', { assetNumber: 'SM-001', level: 'secret', filingNumber: 'BA-2026-01', room: '301', custodian: '欧阳笺', ...more });
export const running = (more: Input = {}) => all_(machine(more), (desk) => void desk.must('computer.commission', { computer: 'SM-001', checkReport: 'JC-2026-01' }));
export const use: Input = { computer: 'SM-001', user: '南宫砚', work: '起草方案', level: 'secret' };
