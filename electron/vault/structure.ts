import type { ReadDb } from './open.ts';

/** Findings kept of each kind; after the first the rest says little. */
const MOST = 20;

/** What SQLite says about its own file. `damage`: its words for what is broken; `loose`: rows that point to nothing. Empty lists when all is well. */
export type Structure = Readonly<{ pages: number; damage: readonly string[]; loose: readonly Readonly<{ table: string; row: number }>[] }>;

/**
 * Whole trees, whole rows, indexes and tables that agree, checks and references of the schema (security.md 7.4). Reads every page in use.
 * In: any open store or copy. Out: at most 20 findings of each kind. Throws what the driver throws when a page cannot be read.
 */
export function structureOf(db: ReadDb): Structure {
  const said = db.prepare(`PRAGMA integrity_check(${MOST})`).pluck().all() as string[];
  const loose = db.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number }[];
  return { pages: db.prepare('PRAGMA page_count').pluck().get() as number, damage: said.filter((line) => line !== 'ok'), loose: loose.slice(0, MOST).map((r) => ({ table: r.table, row: r.rowid })) };
}
