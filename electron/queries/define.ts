import type { QueryInput, QueryName } from '#shared/contract/queries.ts';
import type { Level } from '#shared/levels.ts';
import type { Refusal } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Profile } from '../policy/parameters.ts';
import type { ReadDb } from '../vault/open.ts';

/** What asking needs: the books to read, the key the trail is checked with, a clock, the terminal. Nothing that could write. */
export type ReadDesk = Readonly<{
  db: ReadDb;
  trailKey: Buffer;
  generation: number;
  storeId: string;
  now: () => string;
  terminal: Readonly<{ level: Level; organisation: string; terminalNumber: string; department?: string; training: boolean; backupFolder?: string }>;
}>;

/** One look at the books: time and parameters are taken once, so that every part of an answer speaks of the same moment. */
export type Asking = ReadDesk & Readonly<{ actor: Actor; at: string; today: string; profile: Profile }>;

/** One thing that can be asked. Out: the answer, or a refusal the user is entitled to. */
export type Query<N extends QueryName> = (asking: Asking, input: QueryInput<N>) => unknown;

/** Thrown inside a query to answer with a refusal; `askBooks` turns it into the result. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
