import type { CommandInput, CommandName } from '#shared/contract/commands.ts';
import type { Level } from '#shared/levels.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Change } from '../policy/change.ts';
import type { Profile } from '../policy/parameters.ts';
import type { Facts, Question } from '../policy/question.ts';
import type { ReadDb } from '../vault/open.ts';
import { lastActsFor } from './lastActs.ts';

/** What loading may know besides the books. */
export type Setting = Readonly<{ actor: Actor; now: string; today: string; profile: Profile; terminal: { level: Level; organisation: string; training: boolean } }>;

/** The record an entry is about, for the trail. */
export type About = Readonly<{ register: RegisterKey; record: number; number: string | null }>;

/** What applying made of the planned changes, by key. */
export type Made = Readonly<Record<string, Readonly<{ id: number; number: string | null; revision: number }>>>;

/** What a request for approval is bound to: the same act on the same items for the same people in the same quantity. */
export type Binding = Readonly<Record<string, unknown>>;

/**
 * One thing that may change the books. `load` gathers, `plan` is pure and says what would change,
 * `result` is what the caller is told. Judging happens in the rule book, writing in the door.
 */
export type Command<N extends CommandName> = Readonly<{
  name: N;
  load: (db: ReadDb, input: CommandInput<N>, setting: Setting) => Facts | Refusal;
  plan: (q: Question & { input: CommandInput<N> }) => readonly Change[] | Refusal;
  result?: (made: Made, q: Question & { input: CommandInput<N> }) => unknown;
  about?: (q: Question & { input: CommandInput<N> }, made: Made) => About | null;
  /** Only for commands that can be approved. */
  bind?: (input: CommandInput<N>, facts: Facts) => Binding;
  /** How many the act makes, for the approval form. */
  quantity?: (input: CommandInput<N>, facts: Facts) => number;
}>;

/** The batch an import is entering at this moment, per connection. In memory only: no act can bring it about by what it says. */
const importRuns = new WeakMap<object, number>();

/** Runs the rows of an import: while `work` runs, and only then, acts may be entered as part of this batch (rule IMPORT-BATCH). */
export function duringImport<T>(db: ReadDb, batch: number, work: () => T): T {
  importRuns.set(db, batch);
  try {
    return work();
  } finally {
    importRuns.delete(db);
  }
}

/** Adds to what a command loads what every act is judged by: what happened last to its records, and whether it belongs to a running import. */
export const defineCommand = <N extends CommandName>(command: Command<N>): Command<N> => ({
  ...command,
  load: (db, input, setting) => {
    const loaded = command.load(db, input, setting);
    if (isRefusal(loaded)) return loaded;
    const { happenedAt, importBatch } = input as { happenedAt?: string; importBatch?: number };
    const lastActs = lastActsFor(db, command.name, happenedAt, loaded);
    const importing = importBatch !== undefined && importRuns.get(db) === importBatch;
    return lastActs.length === 0 && !importing ? loaded : { ...loaded, lastActs, importing };
  },
});

export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'kind' in x && 'messageZh' in x;
export const isPlanRefusal = (x: readonly Change[] | Refusal): x is Refusal => !Array.isArray(x);
