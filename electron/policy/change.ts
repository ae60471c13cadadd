import type { RegisterKey } from '#shared/registers/index.ts';

/** Stands for the id or number of a record that the same act brings into being. */
export type FromKey = Readonly<{ $from: string; take: 'id' | 'number' }>;
export const fromKey = (key: string, take: 'id' | 'number'): FromKey => ({ $from: key, take });
export const isFromKey = (value: unknown): value is FromKey => typeof value === 'object' && value !== null && '$from' in value;

/** A new line in a register. `key` lets other changes of the act refer to it. */
export type Enter = Readonly<{ kind: 'enter'; key: string; register: RegisterKey; values: Readonly<Record<string, unknown>>; event: string; prefix?: string }>;

/** An existing record moves on. `revision` is the one that was judged; another one found at writing is a fault. */
export type Move = Readonly<{
  kind: 'move';
  register: RegisterKey;
  record: number;
  revision: number;
  set: Readonly<Record<string, unknown>>;
  event: string;
  correction?: boolean;
  reason?: string;
}>;

export type Change = Enter | Move;

export const enterRecord = (key: string, register: RegisterKey, values: Readonly<Record<string, unknown>>, event = 'entered', prefix?: string): Enter =>
  prefix === undefined ? { kind: 'enter', key, register, values, event } : { kind: 'enter', key, register, values, event, prefix };

export const move = (register: RegisterKey, of: Readonly<{ id: number; revision: number }>, set: Readonly<Record<string, unknown>>, event: string, more: Pick<Move, 'correction' | 'reason'> = {}): Move => ({
  kind: 'move', register, record: of.id, revision: of.revision, set, event, ...more,
});
