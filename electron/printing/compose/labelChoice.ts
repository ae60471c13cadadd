// What the clerk chooses about a sheet of labels.
import { isLabelStock, labelsPerSheet } from '#shared/printing.ts';
import type { LabelPrint, LabelStock } from '#shared/printing.ts';

export type LabelChoice = Pick<LabelPrint, 'stock' | 'skip' | 'codeKind'> & Readonly<{ change: boolean }>;

/**
 * Reads the choice from what came with the request; what is not there or makes no sense is as if it had not been chosen. In: the data
 * of the request, the stock used when none is named. Out: stock, places already used on the first sheet, kind of code, and whether
 * labels for changed marks are wanted.
 */
export function labelChoice(data: unknown, usual: LabelStock): LabelChoice {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const stock = isLabelStock(given['stock']) ? given['stock'] : usual;
  const skip = Number(given['skip'] ?? 0);
  return { stock, skip: Number.isInteger(skip) && skip >= 0 && skip < labelsPerSheet(stock) ? skip : 0, codeKind: given['codeKind'] === 'qr' ? 'qr' : 'code128', change: given['change'] === true };
}
