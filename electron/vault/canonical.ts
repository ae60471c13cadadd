import { createHash } from 'node:crypto';

/**
 * The one form in which a record is digested: fields in alphabetical order, empty ones left out, JSON, strings NFC.
 * Leaving empty fields out keeps old digests good when a later version adds a field.
 */
export function canonical(values: Readonly<Record<string, unknown>>): string {
  const kept: [string, unknown][] = [];
  for (const name of Object.keys(values).sort()) {
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
