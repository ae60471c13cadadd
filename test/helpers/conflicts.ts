import { askBooks } from '#electron/queries/ask.ts';
import { all, one } from '#electron/vault/read.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Level } from '#shared/levels.ts';
import { addDays } from '#shared/time.ts';
import { approved, clerk } from './desk.ts';
import type { Desk } from './desk.ts';
import { CARRIER } from './rulesCases.ts';

export type Input = Record<string, unknown>;

/**
 * One parameter of Table A. `shows`: each value beside what the books then answer. A value without a second word is one that only the
 * bounds allow or refuse. Left out of `shows`: nothing that the parameter's bounds allow and that stands apart in Table A.
 */
export type Conflict = Readonly<{
  item: string;
  key: string;
  level?: Level;
  arrange?: (desk: Desk) => void;
  look: (desk: Desk) => unknown;
  shows: readonly (readonly [value: unknown, answer: unknown])[];
}>;

/** The decision in one line: outcome, who approves, which rules speak. */
export const word = (command: CommandName, input: Input | ((desk: Desk) => Input), only?: string) => (desk: Desk): string => {
  const d = desk.judge(command, typeof input === 'function' ? input(desk) : input);
  const open = d.reasons.filter((r) => r.satisfied !== true && (only === undefined || r.rule === only));
  const outcome = only === undefined ? d.outcome : (open[0]?.outcome ?? 'silent');
  return [outcome, outcome === 'needs_approval' ? (d.approverZh ?? '') : '', ...new Set(open.map((r) => r.rule))].filter((s) => s !== '').join(' ');
};

/** What the act leaves in a field of a register's last line. */
export const leaves = (command: CommandName, input: Input, register: string, field: string) => (desk: Desk): unknown => {
  desk.must(command, input);
  return one(desk.db, `SELECT ${field} AS v FROM ${register} ORDER BY id DESC LIMIT 1`)?.['v'] ?? null;
};
/** The same with the approval it asks for. */
export const leavesAgreed = (command: CommandName, input: Input, register: string, field: string) => (desk: Desk): unknown => leaves(command, { ...input, approval: approved(desk, command, input) }, register, field)(desk);

/** Which of the inputs a rule lets pass. */
export const passing = <T>(rule: string, command: CommandName, of: readonly T[], input: (x: T) => Input) => (desk: Desk): T[] => of.filter((x) => desk.judge(command, input(x)).reasons.every((r) => r.rule !== rule || r.satisfied === true));

/** How many lines the register has after the act, of those it may make by itself. */
export const makes = (command: CommandName, input: Input, register: string) => (desk: Desk): number => {
  const before = all(desk.db, `SELECT id FROM ${register}`).length;
  desk.must(command, input);
  return all(desk.db, `SELECT id FROM ${register}`).length - before;
};

/** What the list of due things says of a rule: days and sentences. */
export const due = (rule: string, say: 'dueOn' | 'detailZh' | 'hard', within = 3650) => (desk: Desk): unknown => {
  const told = askBooks({ db: desk.db, trailKey: desk.trailKey, generation: 1, storeId: '', now: desk.now, terminal: { level: desk.terminal.level, organisation: desk.terminal.organisation, terminalNumber: 'SM-07', training: true } }, clerk, 'due', { within });
  if (!told.ok) throw new Error(JSON.stringify(told.refusal));
  return (told.value as { rule: string; dueOn: string; detailZh: string; hard: boolean }[]).filter((i) => i.rule === rule).map((i) => i[say])[0] ?? null;
};

export const TODAY = '2026-11-20';
export const inDays = (days: number): string => addDays(TODAY, days);
export { CARRIER };
