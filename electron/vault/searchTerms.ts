import { docNumberTyped, numberTyped } from '#shared/typedNumbers.ts';
import { pinyin } from 'pinyin-pro';

/**
 * Words for the search box. Chinese has no blanks, so a text is cut into overlapping pairs of characters and its last
 * single one; the index also keeps the first character of each pair (FTS5 prefix), which answers one-character searches.
 * Brackets, blanks and punctuation fall away, so 〔2026〕, [2026] and （2026） are the same number.
 */
const tidy = (text: string): string[] => signsOf(text).map((s) => s.char);

/** A letter or digit, with the first letters of all its readings once they were asked for. */
type Sign = { readonly char: string; initials: readonly string[] | null };

/** Every character met so far; null for what falls away. Asked of every character of every text, so each is looked at once. */
const signs = new Map<string, Sign | null>();

function signsOf(text: string): Sign[] {
  const out: Sign[] = [];
  for (const c of text.normalize('NFKC').toLowerCase()) {
    let sign = signs.get(c);
    if (sign === undefined) signs.set(c, (sign = /[\p{L}\p{N}]/u.test(c) ? { char: c, initials: null } : null));
    if (sign !== null) out.push(sign);
  }
  return out;
}

const pairs = (chars: readonly string[]): string[] => chars.map((c, i) => c + (chars[i + 1] ?? ''));

/** First letters of all readings of a character, the commonest first; a letter or digit stands for itself. */
function initialsOf(sign: Sign): readonly string[] {
  if (sign.initials !== null) return sign.initials;
  if (/^[a-z0-9]$/.test(sign.char)) sign.initials = [sign.char];
  else {
    const readings = pinyin(sign.char, { toneType: 'none', multiple: true, type: 'array' });
    sign.initials = [...new Set(readings.map((r) => r.normalize('NFKD').charAt(0).toLowerCase()).filter((c) => /[a-z]/.test(c)))];
  }
  return sign.initials;
}

/** Initials of a text in its commonest reading, and for short texts (names) every other reading too. */
export const soundsOf = (text: string): string[] => soundsOfSigns(signsOf(text));

function soundsOfSigns(of: readonly Sign[]): string[] {
  let main = '';
  const each: (readonly string[])[] = [];
  for (const sign of of) {
    const readings = initialsOf(sign);
    if (readings[0] === undefined) continue;
    main += readings[0];
    each.push(readings);
  }
  if (each.length > 6) return [main];
  let all: string[] = [''];
  for (const readings of each) {
    all = all.flatMap((start) => readings.map((r) => start + r));
    if (all.length > 16) return [main];
  }
  return all;
}

/** What one record puts into the index: words and sounds, each as blank-separated terms. */
export function indexTerms(texts: readonly string[]): { words: string; sounds: string } {
  const words: string[] = [];
  const sounds: string[] = [];
  for (const text of texts) {
    const found = signsOf(text);
    let spoken = false;
    for (let i = 0; i < found.length; i++) {
      const char = found[i]?.char ?? '';
      words.push(char + (found[i + 1]?.char ?? ''));
      if (char.charCodeAt(0) > 127) spoken = true;
    }
    if (!spoken) continue;
    for (const sound of soundsOfSigns(found)) for (let i = 0; i < sound.length; i++) sounds.push(sound.slice(i, i + 2));
  }
  return { words: words.join(' '), sounds: sounds.join(' ') };
}

const phrase = (chars: readonly string[]): string => (chars.length === 1 ? `"${chars[0]}"*` : `"${pairs(chars).slice(0, -1).join(' ')}"`);

/** A text that ends here: its last single character is a term of its own. */
const ending = (chars: readonly string[]): string => `"${pairs(chars).join(' ')}"`;

/** The ways one thing without blanks may stand in the index: as typed, as a whole number of ours, as a 文号 without 第 and with or without 号. */
function waysOf(typed: string): string[] {
  const chars = tidy(typed);
  if (chars.length === 0) return [];
  const ways = [phrase(chars)];
  const number = numberTyped(typed);
  if (number !== null) ways.push(phrase(tidy(number)));
  const doc = docNumberTyped(typed);
  if (doc !== null && (doc.code !== '' || doc.bracketed || doc.closed)) {
    const bare = tidy(`${doc.code}${doc.year}${doc.serial}`);
    if (doc.closed) ways.push(phrase([...bare, '号']), ending(bare));
    else ways.push(phrase(bare));
  }
  const column = chars.every((c) => /[a-z]/.test(c)) ? '{words sounds}' : 'words';
  return [...new Set(ways)].map((way) => `${column} : ${way}`);
}

const either = (ways: readonly string[]): string => (ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' OR ')})`);

/**
 * The index question for what a person typed; blanks separate things that must all be found. A number or 文号 typed with blanks in it
 * is one thing.
 * Out: an FTS5 expression, or null when nothing searchable was typed.
 */
export function searchQuestion(typed: string): string | null {
  const parts = typed.trim().split(/\s+/).map(waysOf).filter((p) => p.length > 0);
  if (parts.length === 0) return null;
  const each = parts.map(either).join(' AND ');
  if (parts.length === 1) return each;
  const doc = docNumberTyped(typed);
  if (numberTyped(typed) === null && doc === null) return each;
  const whole = either(waysOf(typed.replace(/\s+/g, '')));
  // Brackets or 号 say that a 文号 is meant; otherwise the blanks may as well stand between a word and a year.
  return numberTyped(typed) !== null || doc?.bracketed === true || doc?.closed === true ? whole : `(${each}) OR ${whole}`;
}
