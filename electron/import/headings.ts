import type { Grid, GridRow } from './grid.ts';
import { fold, tidy } from './text.ts';
import type { ImportTarget } from './fields.ts';

/** Where the heading of a sheet is and which column holds which field. */
export type Heading = Readonly<{
  /** First and last row of the heading, as a person counts. */
  from: number;
  to: number;
  /** Column → heading text as shown; columns without a heading are absent. */
  texts: ReadonlyMap<number, string>;
  /** Column → field code. */
  fields: ReadonlyMap<number, string>;
  /** Columns that only count lines (序号). */
  ordinals: ReadonlySet<number>;
}>;

/** Headings asked for by hand: folded heading → field code, '' for "leave this column out". */
export type AskedMapping = ReadonlyMap<string, string>;

const deepest = 3;
const searched = 60;
const ordinal = /^(序号|行号|序|no|项次|#)$/;

/** A heading for comparing: folded, lower case, without stars, colons and underscores. */
export function headingKey(text: string): string {
  return fold(text).toLowerCase().replace(/[*:：.。_※'"]/g, '');
}

type Column = { group: string; leaf: string };

/**
 * Finds the heading: the rows (up to three, merged or not) that name the most fields of the target, among the first sixty.
 * Undefined when fewer than two fields are named (or none of those asked for by hand).
 */
export function findHeading(grid: Grid, target: ImportTarget, asked: AskedMapping): Heading | undefined {
  const lookup = lookupOf(target);
  let best: { heading: Heading; score: number } | undefined;
  for (const [index] of grid.rows.slice(0, searched).entries()) {
    let fewer = 0;
    for (let depth = 1; depth <= deepest; depth++) {
      const rows = grid.rows.slice(index, index + depth);
      const last = rows.at(-1);
      if (rows.length < depth || last === undefined || !adjacent(rows)) break;
      if (!looksLikeHeading(last)) break;
      const heading = assign(rows, grid, lookup, asked);
      const score = heading.fields.size;
      // A further row belongs to the heading only when it names something that the rows above do not.
      if (depth > 1 && score <= fewer) break;
      fewer = score;
      const enough = score >= 2 || [...heading.texts.values()].some((t) => asked.has(headingKey(t)));
      // At a tie the heading with fewer lines above it wins: a title line that names nothing is no part of it.
      const tighter = best !== undefined && score === best.score && heading.from > best.heading.from && heading.from <= best.heading.to;
      if (enough && (score > (best?.score ?? 0) || tighter)) best = { heading, score };
    }
  }
  return best?.heading;
}

/** In text files a heading cell may run over several lines, so that row numbers jump. */
function adjacent(rows: readonly GridRow[]): boolean {
  return rows.every((r, i) => i === 0 || r.row - (rows[i - 1]?.row ?? 0) <= 3);
}

function looksLikeHeading(row: GridRow): boolean {
  let filled = 0;
  let odd = 0;
  for (const cell of row.cells) {
    if (cell === undefined) continue;
    filled++;
    const text = fold(cell.text);
    if (cell.number !== undefined || text.length > 24 || /\d{3,}/.test(text)) odd++;
  }
  return filled > 0 && odd * 4 <= filled;
}

function assign(rows: readonly GridRow[], grid: Grid, lookup: ReadonlyMap<string, readonly (readonly [string, number])[]>, asked: AskedMapping): Heading {
  const columns = columnsOf(rows, grid);
  const texts = new Map<number, string>();
  const ordinals = new Set<number>();
  const wishes: { column: number; field: string; rank: number }[] = [];
  const leaves = new Map<string, number>();
  for (const { leaf } of columns.values()) leaves.set(leaf, (leaves.get(leaf) ?? 0) + 1);

  const shown = new Set<string>();
  for (const [column, { group, leaf }] of columns) {
    let text = group !== '' && (leaves.get(leaf) ?? 0) > 1 ? `${group}/${leaf}` : leaf;
    for (let n = 2; shown.has(text); n++) text = `${leaf}（${n}）`;
    shown.add(text);
    texts.set(column, text);
    const byHand = asked.get(headingKey(text)) ?? asked.get(headingKey(leaf));
    if (byHand !== undefined) {
      if (byHand !== '') wishes.push({ column, field: byHand, rank: -1 });
      continue;
    }
    if (ordinal.test(headingKey(leaf))) {
      ordinals.add(column);
      continue;
    }
    for (const [distance, key] of candidates(group, leaf).entries()) {
      for (const [field, rank] of lookup.get(key) ?? []) wishes.push({ column, field, rank: distance * 1000 + rank });
    }
  }

  const fields = new Map<number, string>();
  const taken = new Set<string>();
  for (const wish of wishes.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (fields.has(wish.column) || taken.has(wish.field)) continue;
    fields.set(wish.column, wish.field);
    taken.add(wish.field);
  }
  return { from: rows[0]?.row ?? 0, to: rows.at(-1)?.row ?? 0, texts, fields, ordinals };
}

/** The ways a heading may be looked up, the most literal first: with its group, alone, without brackets, its first part. */
function candidates(group: string, leaf: string): string[] {
  const key = headingKey(leaf);
  const bare = key.replace(/[(（[【].*?[)）\]】]/g, '');
  const first = bare.split(/[/、,，;及和与或]/)[0] ?? '';
  const ways = group === '' ? [] : [headingKey(group) + key];
  return [...new Set([...ways, key, bare, first])].filter((k) => k !== '');
}

/** Group and leaf per column; merged group cells speak for all the columns they cover. */
function columnsOf(rows: readonly GridRow[], grid: Grid): ReadonlyMap<number, Column> {
  const columns = new Map<number, string[]>();
  const add = (column: number, text: string) => {
    if (text === '') return;
    const parts = columns.get(column) ?? [];
    if (parts.at(-1) !== text) parts.push(text);
    columns.set(column, parts);
  };
  const first = rows[0]?.row ?? 0;
  const last = rows.at(-1)?.row ?? 0;
  const wide = grid.merges.filter((m) => m.right > m.left && m.top >= first && m.top <= last && m.right - m.left < 200);
  const filled = new Set(rows.flatMap((r) => [...r.cells.keys()].filter((c) => r.cells[c] !== undefined)));
  for (const row of rows) {
    const spread = new Map<number, string>();
    for (const m of wide.filter((w) => w.top === row.row)) {
      const text = row.cells[m.left]?.text;
      for (let c = m.left + 1; text !== undefined && c <= m.right; c++) if (filled.has(c)) spread.set(c, text);
    }
    const width = Math.max(row.cells.length, ...spread.keys());
    for (let c = 0; c < width; c++) add(c, shownHeading(row.cells[c]?.text ?? spread.get(c) ?? ''));
  }
  const result = new Map<number, Column>();
  for (const [column, parts] of [...columns].toSorted(([a], [b]) => a - b)) result.set(column, { group: parts.slice(0, -1).join(''), leaf: parts.at(-1) ?? '' });
  return result;
}

/** A heading as shown: 文 件 标 题 → 文件标题; latin headings keep their blanks. */
function shownHeading(text: string): string {
  const shown = tidy(text).slice(0, 60);
  return /\p{Script=Han}/u.test(shown) ? shown.replace(/ /g, '') : shown;
}

function lookupOf(target: ImportTarget): ReadonlyMap<string, readonly (readonly [string, number])[]> {
  const lookup = new Map<string, [string, number][]>();
  for (const f of target.fields) {
    for (const [rank, word] of [f.zh, ...f.synonyms].entries()) {
      const key = headingKey(word);
      lookup.set(key, [...(lookup.get(key) ?? []), [f.code, rank]]);
    }
  }
  return lookup;
}
