import { levels } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { ReadDb } from '../vault/open.ts';
import { statement } from '../vault/read.ts';
import { lastEventOf } from './standing.ts';

/**
 * State, level, period and number of corrections of every record of a register, four bytes each, in memory: tabs with counts, the answer
 * to “how many are out” and pages of a state come from here without touching the rows. Built at first use, then kept up by reading
 * only the records that newer events name. It holds no content and goes with the connection.
 */
export type Tally = Readonly<{
  /** Highest id; every id from 1 up exists, because nothing is erased. */
  size: () => number;
  stateAt: (id: number) => string | null;
  levelAt: (id: number) => Level | null;
  correctionsAt: (id: number) => number;
  /** 保密期限 as written; undefined when the register has more different ones than the tally keeps apart. */
  periodAt: (id: number) => string | null | undefined;
  /** How many records share state, level and number of corrections: a few dozen kinds, whatever the register holds. */
  kinds: () => Iterable<Kind>;
}>;
export type Kind = Readonly<{ state: string | null; level: Level | null; corrections: number; count: number }>;

const NONE = 255;
const MANY = 254;

class Book implements Tally {
  states = new Uint8Array(0);
  ranks = new Uint8Array(0);
  fixes = new Uint8Array(0);
  periods = new Uint8Array(0);
  readonly known: string[] = [];
  readonly counts = new Map<number, number>();
  last = 0;
  seen = 0;
  readonly names: readonly string[];
  readonly #state: string;
  readonly #level: string;
  readonly #period: string;
  readonly #register: RegisterKey;

  constructor(register: RegisterKey) {
    const spec = registerOf(register);
    this.#register = register;
    this.#state = spec.states.field;
    this.#level = spec.levelField ?? 'NULL';
    this.#period = Object.hasOwn(spec.fields, 'secrecyPeriod') ? 'secrecyPeriod' : 'NULL';
    this.names = Object.keys(spec.fields[spec.states.field]?.of ?? {});
  }

  #room(id: number): void {
    if (id < this.states.length) return;
    const wanted = Math.max(1024, Math.ceil(id * 1.5));
    const grown = (old: Uint8Array<ArrayBuffer>, fill: number): Uint8Array<ArrayBuffer> => {
      const bigger = new Uint8Array(wanted).fill(fill);
      bigger.set(old);
      return bigger;
    };
    this.states = grown(this.states, NONE);
    this.ranks = grown(this.ranks, NONE);
    this.fixes = grown(this.fixes, 0);
    this.periods = grown(this.periods, NONE);
  }

  /** State, level and corrections in one number. */
  #kindOf(id: number): number {
    return ((this.states[id] ?? NONE) << 16) | ((this.ranks[id] ?? NONE) << 8) | (this.fixes[id] ?? 0);
  }

  #count(id: number, by: 1 | -1): void {
    const kind = this.#kindOf(id);
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + by);
  }

  #put(row: readonly unknown[], known: boolean): void {
    const id = row[0] as number;
    this.#room(id);
    if (known) this.#count(id, -1);
    const state = this.names.indexOf(row[1] as string);
    const rank = levels.indexOf(row[2] as Level);
    this.states[id] = state < 0 ? NONE : state;
    this.ranks[id] = rank < 0 ? NONE : rank;
    this.fixes[id] = Math.min(NONE, row[3] as number);
    this.periods[id] = this.#periodCode(row[4] as string | null);
    this.#count(id, 1);
    if (id > this.last) this.last = id;
  }

  #periodCode(period: string | null): number {
    if (period === null) return NONE;
    const at = this.known.indexOf(period);
    if (at >= 0) return at;
    return this.known.length < MANY ? this.known.push(period) - 1 : MANY;
  }

  /** Brings the tally to the present state of the books. */
  catchUp(db: ReadDb): void {
    const now = lastEventOf(db);
    if (now === this.seen && this.seen !== 0) return;
    const columns = `id, ${this.#state} AS s, ${this.#level} AS l, corrections AS c, ${this.#period} AS p`;
    if (this.seen === 0) {
      for (const row of db.prepare(`SELECT ${columns} FROM ${this.#register}`).raw().iterate()) this.#put(row as unknown[], false);
    } else {
      const one = statement(db, `SELECT ${columns} FROM ${this.#register} WHERE id = ?`);
      const ids = statement(db, 'SELECT DISTINCT record FROM event WHERE id > ? AND +register = ?').all(this.seen, this.#register);
      const before = this.last;
      for (const { record } of ids) {
        const row = one.get(record);
        if (row !== undefined) this.#put(Object.values(row), (record as number) <= before);
      }
    }
    this.seen = now;
  }

  kinds = (): Kind[] => [...this.counts].map(([kind, count]) => ({ state: this.names[kind >> 16] ?? null, level: levels[(kind >> 8) & NONE] ?? null, corrections: kind & NONE, count }));
  size = (): number => this.last;
  stateAt = (id: number): string | null => this.names[this.states[id] ?? NONE] ?? null;
  levelAt = (id: number): Level | null => levels[this.ranks[id] ?? NONE] ?? null;
  correctionsAt = (id: number): number => this.fixes[id] ?? 0;
  periodAt = (id: number): string | null | undefined => (this.periods[id] === MANY ? undefined : (this.known[this.periods[id] ?? NONE] ?? null));
}

const books = new WeakMap<object, Map<RegisterKey, Book>>();

/** The tally of a register as the books stand now. */
export function tallyOf(db: ReadDb, register: RegisterKey): Tally {
  let mine = books.get(db);
  if (mine === undefined) books.set(db, (mine = new Map()));
  let book = mine.get(register);
  if (book === undefined) mine.set(register, (book = new Book(register)));
  book.catchUp(db);
  return book;
}
