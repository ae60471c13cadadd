import { labelDigits, readLabelDigits } from './printing.ts';
import { registerKeys, registerOf } from './registers/index.ts';

/**
 * First two digits of a label or bar code, by series: the number of the register in the books where it is free. A number that has
 * once been printed keeps its digits for ever. A scanner reads digits only (see `labelDigits`).
 */
const books: Readonly<Record<string, number>> = { ZT: 1, SW: 2, CY: 3, YD: 4, JY: 5, FZ: 6, YZ: 7, TS: 8, WC: 9, XH: 12, YJ: 13, DM: 14, MD: 15, AJ: 16, JS: 17, SJ: 18, FW: 22, RY: 25, GJ: 39, SP: 44, DA: 45 };

const series = new Map(Object.entries(books).map(([name, book]) => [book, name]));
if (series.size !== Object.keys(books).length) throw new Error('two series share a label book');
const places = new Map(registerKeys.map((key) => [registerOf(key).series, registerOf(key).digits]));

/** ZT-2026-00388 → twelve digits; null for numbers that have no label. */
export function digitsOf(number: string | null): string | null {
  const parts = /^([A-Z]{2})-(\d{4})-(\d{1,5})$/.exec(number ?? '');
  const book = parts === null ? undefined : books[parts[1] ?? ''];
  return parts === null || book === undefined ? null : labelDigits(book, Number(parts[2]), Number(parts[3]));
}

export type Label = Readonly<{ book: number; year: number; serial: number }>;

/** The number that a label stands for, as the books write it; null for a book that nothing is printed from. */
export function numberOfLabel(label: Label): string | null {
  const name = series.get(label.book);
  return name === undefined ? null : `${name}-${label.year}-${String(label.serial).padStart(places.get(name) ?? 5, '0')}`;
}

/** The number behind twelve scanned digits; null when they are none of ours. */
export function numberOfDigits(digits: string): string | null {
  const label = readLabelDigits(digits);
  return label === null ? null : numberOfLabel(label);
}
