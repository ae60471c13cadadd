import { registerKeys, registerOf } from './registers/index.ts';

// What people type when they mean a number of the books or a 文号: any brackets, any width, blanks, with or without 第 and 号.

const places = new Map(registerKeys.flatMap((key) => {
  const { series, digits } = registerOf(key);
  return series === null ? [] : [[series as string, digits] as const];
}));
// A print room's own receipts are counted apart, in the same book.
places.set('PW', registerOf('receipts').digits);

/** Narrow signs, one kind of dash, no blanks. */
export const packed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/[‐-―−—]+/g, '-');

/** ZT-2026-00003 for `zt 2026 3`, `ＺＴ－２０２６－３` or `zt20263`; null when it is none of our numbers. */
export function numberTyped(text: string): string | null {
  const tidy = packed(text).toUpperCase();
  const run = /^([A-Z]{2})-?((?:19|20)\d{2})-?(\d{1,7})$/.exec(tidy);
  const digits = places.get(run?.[1] ?? '');
  return run === null || digits === undefined ? null : `${run[1] ?? ''}-${run[2] ?? ''}-${String(Number(run[3])).padStart(digits, '0')}`;
}

/** Code, year and serial of a 文号; `closed` when 号 was typed after it, so that the serial is whole. */
export type DocNumber = Readonly<{ code: string; year: string; serial: string; closed: boolean; bracketed: boolean }>;

/** The parts of a 文号 as typed: 示厅函[2026]27, 示厅函（２０２６）第27号, 示厅函2026年27号. Null when there is no year with a serial in it. */
export function docNumberTyped(text: string): DocNumber | null {
  const parts = /^(\D*?)([[({【〔〖<《]?)((?:19|20)\d{2})年?[\])}】〕〗>》]?第?(\d{1,6})(号?)$/.exec(packed(text));
  if (parts === null) return null;
  const [, code = '', open = '', year = '', serial = '', end = ''] = parts;
  return { code, year, serial, closed: end !== '', bracketed: open !== '' };
}

const pairsOfBrackets = [['〔', '〕'], ['[', ']'], ['(', ')'], ['（', '）'], ['［', '］'], ['【', '】']] as const;

/** Every way in which a 文号 may stand in the books, the text itself first. */
export function docNumberSpellings(text: string): string[] {
  const doc = docNumberTyped(text);
  const spelled = doc === null ? [] : pairsOfBrackets.flatMap(([open, shut]) => ['号', ''].map((end) => `${doc.code}${open}${doc.year}${shut}${doc.serial}${end}`));
  return [...new Set([text.trim(), text.replace(/\s+/g, ''), ...spelled])];
}

/** What is left of a text when only letters and digits count: two spellings of one title, name or 文号 are the same. */
export function sameAs(text: string): string {
  const doc = docNumberTyped(text);
  const kept = doc === null ? text : `${doc.code}${doc.year}${doc.serial}号`;
  return [...kept.normalize('NFKC').toLowerCase()].filter((c) => /[\p{L}\p{N}]/u.test(c)).join('');
}
