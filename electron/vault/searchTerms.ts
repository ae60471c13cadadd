import { pinyin } from 'pinyin-pro';

/**
 * Words for the search box. Chinese has no blanks, so a text is cut into overlapping pairs of characters and its last
 * single one; the index also keeps the first character of each pair (FTS5 prefix), which answers one-character searches.
 * Brackets, blanks and punctuation fall away, so 〔2026〕, [2026] and （2026） are the same number.
 */
const tidy = (text: string): string[] => {
  const out: string[] = [];
  for (const c of text.normalize('NFKC').toLowerCase()) if (counts(c)) out.push(c);
  return out;
};

/** Whether a character is a letter or digit; asked of every character of every text, so each is looked at once. */
const counted = new Map<string, boolean>();
function counts(c: string): boolean {
  let known = counted.get(c);
  if (known === undefined) counted.set(c, (known = /[\p{L}\p{N}]/u.test(c)));
  return known;
}

const pairs = (chars: readonly string[]): string[] => chars.map((c, i) => c + (chars[i + 1] ?? ''));

const initials = new Map<string, readonly string[]>();

/** First letters of all readings of a character, the commonest first; a letter or digit stands for itself. */
function initialsOf(char: string): readonly string[] {
  const known = initials.get(char);
  if (known !== undefined) return known;
  let found: string[];
  if (/^[a-z0-9]$/.test(char)) found = [char];
  else {
    const readings = pinyin(char, { toneType: 'none', multiple: true, type: 'array' });
    found = [...new Set(readings.map((r) => r.normalize('NFKD').charAt(0).toLowerCase()).filter((c) => /[a-z]/.test(c)))];
  }
  initials.set(char, found);
  return found;
}

/** Initials of a text in its commonest reading, and for short texts (names) every other reading too. */
export const soundsOf = (text: string): string[] => soundsOfChars(tidy(text));

function soundsOfChars(chars: readonly string[]): string[] {
  const each = chars.map(initialsOf).filter((r) => r.length > 0);
  const main = each.map((r) => r[0] as string);
  if (each.length > 6) return [main.join('')];
  let all: string[] = [''];
  for (const readings of each) {
    all = all.flatMap((start) => readings.map((r) => start + r));
    if (all.length > 16) return [main.join('')];
  }
  return all;
}

/** What one record puts into the index: words and sounds, each as blank-separated terms. */
export function indexTerms(texts: readonly string[]): { words: string; sounds: string } {
  const words: string[] = [];
  const sounds: string[] = [];
  for (const text of texts) {
    const chars = tidy(text);
    words.push(...pairs(chars));
    if (chars.some((c) => c.charCodeAt(0) > 127)) for (const sound of soundsOfChars(chars)) sounds.push(...pairs([...sound]));
  }
  return { words: words.join(' '), sounds: sounds.join(' ') };
}

const phrase = (chars: readonly string[]): string => (chars.length === 1 ? `"${chars[0]}"*` : `"${pairs(chars).slice(0, -1).join(' ')}"`);

/**
 * The index question for what a person typed; blanks separate things that must all be found.
 * Out: an FTS5 expression, or null when nothing searchable was typed.
 */
export function searchQuestion(typed: string): string | null {
  const parts = typed.trim().split(/\s+/).map(tidy).filter((p) => p.length > 0);
  if (parts.length === 0) return null;
  return parts
    .map((chars) => {
      const column = chars.every((c) => /[a-z]/.test(c)) ? '{words sounds}' : 'words';
      return `${column} : ${phrase(chars)}`;
    })
    .join(' AND ');
}
