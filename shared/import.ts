import { z } from 'zod';

/**
 * What reading a ledger gives: rows as a clerk would copy them out, and every place where she should look again.
 * The shape is the `import` shape of the headless contract (cli.md); `headings`, `read` and `skipped` are beside it, so that
 * a screen can show which columns were not taken and what stood in the cells.
 */
export const importTargets = ['receipts', 'carriers', 'persons', 'readings', 'computers', 'usageLogs', 'dispatches', 'loans', 'copies', 'notebooks', 'destructions', 'cabinets'] as const;
export type ImportTargetId = (typeof importTargets)[number];

/**
 * - ok: taken as read.
 * - doubt: taken, but two readings are possible and the clerk should look.
 * - rejected: not taken; the problem says why.
 * - skipped: not a record (blank line, subtotal, repeated heading, signature, note).
 */
export const rowStatuses = ['ok', 'doubt', 'rejected', 'skipped'] as const;
export type RowStatus = (typeof rowStatuses)[number];

export const rowProblemSchema = z.strictObject({
  field: z.string().optional(),
  code: z.string(),
  messageZh: z.string(),
});

export const ledgerRowSchema = z.strictObject({
  /** The row number a person sees; in text files the first line of the record. */
  row: z.int().min(1),
  status: z.enum(rowStatuses),
  /** By field code. Levels are Chinese words, days ISO (YYYY-MM where the day is not given), counts integers, '' is blank. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  problems: z.array(rowProblemSchema),
  /** The cells as they stood, in the order of the sheet's `headings`; only for rows that need a look. */
  read: z.array(z.string()).optional(),
});

export const ledgerSheetSchema = z.strictObject({
  sheet: z.string(),
  /** The first row of the heading, 0 when the sheet was passed over. */
  headerRow: z.int().min(0),
  mapping: z.record(z.string(), z.string()),
  rows: z.array(ledgerRowSchema),
  /** Every heading of the sheet in column order; those missing from `mapping` were not taken. */
  headings: z.array(z.string()).optional(),
  /** Why a whole sheet was passed over. */
  skipped: z.strictObject({ code: z.string(), messageZh: z.string() }).optional(),
});

export const ledgerPreviewSchema = z.strictObject({
  file: z.string(),
  encoding: z.string().optional(),
  sheets: z.array(ledgerSheetSchema),
  labels: z.record(z.string(), z.string()),
  counts: z.strictObject({
    ok: z.int(),
    doubt: z.int(),
    rejected: z.int(),
    skipped: z.int(),
    created: z.int(),
  }),
});

export type RowProblem = z.infer<typeof rowProblemSchema>;
export type LedgerRow = z.infer<typeof ledgerRowSchema>;
export type LedgerSheet = z.infer<typeof ledgerSheetSchema>;
export type LedgerPreview = z.infer<typeof ledgerPreviewSchema>;
export type FieldValue = string | number;
