/**
 * How much of a stranger's file is read at most (security.md C6). The process that runs the reader is ended after
 * `seconds`; everything else is refused with a sentence.
 */
export const importLimits = {
  bytes: 50 * 1024 * 1024,
  rows: 200_000,
  columns: 1_000,
  seconds: 30,
  /** Expanded bytes per byte of a workbook. Below `smallExpansion` the ratio is harmless and not looked at. */
  zipRatio: 100,
  smallExpansion: 4 * 1024 * 1024,
  expandedBytes: 160 * 1024 * 1024,
  zipEntries: 4_096,
  /** Longest text of one cell; Excel itself stops at 32,767. */
  cellLength: 32_767,
  /** Cells that merged ranges may fill downwards. */
  mergedCells: 2_000_000,
} as const;
