import { askBooks } from '#electron/queries/ask.ts';
import type { ReadDesk } from '#electron/queries/ask.ts';
import type { Actor } from '#shared/roles.ts';
import { clerk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';

export const storeId = Buffer.from('a store of the tests').toString('base64');

/** The reading side of real books. */
export const readDesk = (desk: Desk, more: Partial<ReadDesk> = {}): ReadDesk => ({
  db: desk.db, trailKey: desk.trailKey, generation: desk.generation, storeId, now: desk.now, terminal: { level: desk.terminal.level, organisation: desk.terminal.organisation, terminalNumber: 'SM-07', training: true }, ...more,
});

export const ask = (desk: Desk, name: string, input: unknown = {}, actor: Actor = clerk) => askBooks(readDesk(desk), actor, name, input);

/** The answer; a refusal fails the test. */
export function told<T>(desk: Desk, name: string, input: unknown = {}, actor: Actor = clerk): T {
  const result = ask(desk, name, input, actor);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
  return result.value as T;
}

export type Page = { register: string; total: number | null; totalIsAtLeast?: true; cursor?: string; counts?: Record<string, number>; entries: { id: number; number: string; revision: number; corrections: number; state: string; flags: string[]; values: Record<string, unknown>; labels: Record<string, string>; revisions?: { revision: number; values: Record<string, unknown>; by: string; reason: string; at: string; fields: string[] }[] }[] };
