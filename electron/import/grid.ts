/** A sheet as a plain grid, whatever file it came from. Nothing in it refers to the file's library. */

export type Cell = Readonly<{
  /** What a person sees in the cell. */
  text: string;
  /** The stored number, when the cell holds one. */
  number?: number;
  /** What the number format shows of a date; absent when the cell is not formatted as a date. */
  shows?: 'day' | 'monthDay' | 'month' | 'time';
  /** The cell shows an error (#REF!), or a formula whose value was never stored. Formulas are not evaluated. */
  broken?: true;
}>;

export type GridRow = Readonly<{
  /** Row number a person sees; in text files the line the record starts on. */
  row: number;
  /** By column, with holes. Never longer than the column limit. */
  cells: readonly (Cell | undefined)[];
}>;

/** Rows are row numbers as in `GridRow.row`, columns count from 0; both ends inclusive. */
export type Merge = Readonly<{ top: number; left: number; bottom: number; right: number }>;

export type Grid = Readonly<{
  name: string;
  hidden: boolean;
  date1904: boolean;
  rows: readonly GridRow[];
  merges: readonly Merge[];
}>;

export type Opened = Readonly<{ grids: readonly Grid[]; encoding?: string }>;
