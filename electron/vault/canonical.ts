import { createHash } from 'node:crypto';

/**
 * The one form in which a record is digested: fields in alphabetical order, empty ones left out, JSON, strings NFC.
 * Leaving empty fields out keeps old digests good when a later version adds a field.
 */
export const canonical = (values: Readonly<Record<string, unknown>>): string => canonicalInOrder(values, Object.keys(values).sort());

/** The same for a caller who knows the names and has them in alphabetical order already: every row of a register has the same. */
export function canonicalInOrder(values: Readonly<Record<string, unknown>>, sorted: readonly string[]): string {
  const kept: unknown[] = [];
  for (const name of sorted) {
    const value = values[name];
    if (value === null || value === undefined) continue;
    kept.push([name, typeof value === 'string' ? value.normalize('NFC') : value]);
  }
  return JSON.stringify(kept);
}

/** SHA-256 of a canonical form that is already at hand. */
export const digestOfText = (text: string): Buffer => createHash('sha256').update(text).digest();

/** SHA-256 over the canonical form of a stored row, JSON columns parsed. */
export const digestOf = (row: Readonly<Record<string, unknown>>): Buffer => digestOfText(canonical(row));
