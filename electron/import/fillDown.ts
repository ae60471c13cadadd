import type { Cell, Grid } from './grid.ts';
import type { Heading } from './headings.ts';
import { importLimits } from './limits.ts';
import { ImportRefusal } from './refusal.ts';

/** Rows covered by a range that is merged over at least three columns: text across the page, not a record. */
export type Merged = Readonly<{
  cellAt: (row: number, column: number) => Cell | undefined;
  isAcross: (row: number) => boolean;
}>;

/**
 * What merged cells mean below their first row: the same as in it. Only cells of records are filled, a merge over a million
 * blank rows costs nothing; a workbook that merges more than any ledger could is refused.
 */
export function mergedCells(grid: Grid, heading: Heading): Merged {
  const present = new Map(grid.rows.map((r) => [r.row, r]));
  const lastRow = grid.rows.at(-1)?.row ?? 0;
  const filled = new Map<number, Map<number, Cell>>();
  const across = new Set<number>();
  let spent = 0;
  for (const merge of grid.merges) {
    if (merge.top <= heading.to) continue;
    if (merge.right - merge.left >= 2 && merge.top === merge.bottom) across.add(merge.top);
    const cell = present.get(merge.top)?.cells[merge.left];
    if (cell === undefined) continue;
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, lastRow); row++) {
      if (++spent > importLimits.mergedCells) throw new ImportRefusal('tooManyMerges', '工作表里合并单元格过多，不像登记簿；请取消合并、另存后再导入。');
      if (!present.has(row)) continue;
      const cells = filled.get(row) ?? new Map<number, Cell>();
      cells.set(merge.left, cell);
      filled.set(row, cells);
    }
  }
  return { cellAt: (row, column) => filled.get(row)?.get(column), isAcross: (row) => across.has(row) };
}
