// Which slices of the bundled faces a print needs, and what happens to characters that no face holds. A document carries
// its fonts with it, so paper looks the same on every terminal as far as the bundle reaches.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACE_TAGS, FONT_MARK } from './documents/sheet.ts';
import type { SystemFace } from './systemFaces.ts';

export interface FontSlice {
  readonly family: 'Noto Serif SC' | 'Noto Sans SC';
  readonly weight: 400 | 700;
  readonly file: string;
  /** Code points the slice answers for, `4e00-4e5f,4e61`. */
  readonly ranges: string;
}

export interface FontManifest {
  readonly version: number;
  readonly slices: readonly FontSlice[];
}

type Face = 'serif' | 'serifBold' | 'sans' | 'sansBold';
const FACES: Readonly<Record<Face, readonly [FontSlice['family'], FontSlice['weight']]>> = {
  serif: ['Noto Serif SC', 400], serifBold: ['Noto Serif SC', 700], sans: ['Noto Sans SC', 400], sansBold: ['Noto Sans SC', 700],
};

/** The opened bundle. */
export interface FontBook {
  readonly dir: string;
  /** Slices of one face by code point: the index into `slices`, or -1. */
  readonly sliceOf: (face: Face, codePoint: number) => number;
  readonly slices: readonly FontSlice[];
  /** Base64 of one slice, kept after the first reading. */
  readonly data: (slice: FontSlice) => string;
}

const PLANES = 0x110000;

/** Opens the folder `collectFonts` wrote (dist/fonts). Throws when it is missing or not ours. */
export function openFontBook(dir: string): FontBook {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as FontManifest;
  const maps = new Map<string, Int16Array>();
  manifest.slices.forEach((slice, index) => {
    if (!/^[\w-]+\.woff2$/.test(slice.file)) throw new Error('font manifest names a file outside its folder');
    const key = `${slice.family}/${slice.weight}`;
    let map = maps.get(key);
    if (map === undefined) { map = new Int16Array(PLANES).fill(-1); maps.set(key, map); }
    for (const range of slice.ranges.split(',')) {
      const [from = '', to = from] = range.split('-');
      map.fill(index, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1);
    }
  });
  const base64 = new Map<string, string>();
  return {
    dir,
    slices: manifest.slices,
    sliceOf: (face, codePoint) => maps.get(FACES[face].join('/'))?.[codePoint] ?? -1,
    data: (slice) => {
      let text = base64.get(slice.file);
      if (text === undefined) { text = readFileSync(join(dir, slice.file)).toString('base64'); base64.set(slice.file, text); }
      return text;
    },
  };
}

// Nothing to draw: controls, joiners, variation selectors. They stay in the text as the clerk entered them.
function invisible(c: number): boolean {
  return c < 0x21 || (c >= 0x7f && c <= 0xa0) || (c >= 0x200b && c <= 0x200f) || c === 0x2060 || c === 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

/**
 * Characters of a text that would not be drawn, each once, in order of appearance: neither the bundle nor one of the
 * given faces of the terminal holds them. The caller warns with them before printing.
 */
export function missingGlyphs(text: string, book: FontBook, system: readonly SystemFace[] = []): string[] {
  const missing = new Set<string>();
  for (const c of text) {
    const point = c.codePointAt(0) ?? 0;
    if (invisible(point) || book.sliceOf('serif', point) >= 0 || system.some((face) => face.covers(point))) continue;
    missing.add(c);
  }
  return [...missing];
}

export interface EmbedOptions {
  /** Faces of the terminal for characters beyond the bundle; none by default. */
  readonly system?: readonly SystemFace[];
  /** Address the slices are served from (`app://…/fonts/`); without it they travel inside the document. */
  readonly base?: string;
}

/**
 * Fills the font rules into a document made by `renderDocument`: only slices its text needs, in the faces it needs them.
 * A character of a terminal's face is set in that face; one that nobody holds becomes a small box with its code, U+2CB4E.
 */
export function embedFonts(html: string, book: FontBook, options: EmbedOptions = {}): string {
  const system = options.system ?? [];
  const used = new Set<number>();
  const set = new Typesetter(book, system, used);
  const at = html.indexOf('<body>');
  const head = set.plain(html.slice(0, at));
  const body = set.body(html.slice(at));
  const rules = [...used].sort((a, b) => a - b).map((index) => {
    const slice = book.slices[index];
    if (slice === undefined) return '';
    const source = options.base === undefined ? `data:font/woff2;base64,${book.data(slice)}` : `${options.base}${slice.file}`;
    return `@font-face{font-family:'${slice.family}';font-weight:${slice.weight};font-display:block;src:url(${source}) format('woff2');unicode-range:${slice.ranges.split(',').map((r) => `U+${r}`).join(',')}}`;
  });
  const faces = system.map((face, index) => `.sys${index}{font-family:'${face.family}'}`);
  // A function as replacement: in a string `$` would be read as a pattern.
  return head.replace(FONT_MARK, () => `${rules.join('\n')}\n${faces.join('')}`) + body;
}

/** Waits in the page until every embedded slice is ready; the printer evaluates it before it asks for the PDF. */
export const FONTS_READY = 'Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => document.fonts.size)';

const TAG_FACE = new Map<string, Face>([
  ...FACE_TAGS.serifBold.map((tag) => [tag, 'serifBold'] as const),
  ...FACE_TAGS.sans.map((tag) => [tag, 'sans'] as const),
  ...FACE_TAGS.sansBold.map((tag) => [tag, 'sansBold'] as const),
]);
const ASCII = /^[ -~\n]*$/;

class Typesetter {
  readonly #book: FontBook;
  readonly #system: readonly SystemFace[];
  readonly #used: Set<number>;
  /** Texts repeat by the thousand in a register: each is looked at once per face. */
  readonly #known = new Map<Face, Map<string, string>>();

  constructor(book: FontBook, system: readonly SystemFace[], used: Set<number>) {
    this.#book = book;
    this.#system = system;
    this.#used = used;
    for (const face of ['serif', 'serifBold', 'sans', 'sansBold'] as const) {
      this.#known.set(face, new Map());
      // Latin is always there: digits of the page numbers and entities are not seen as text.
      const latin = book.sliceOf(face, 0x30);
      if (latin >= 0) used.add(latin);
    }
  }

  /** Head: no elements may stand in style rules, so an unknown character becomes its code in brackets. */
  plain(head: string): string {
    return head.replace(/[\u0250-\u{10ffff}]/gu, (c) => {
      const point = c.codePointAt(0) ?? 0;
      if (this.#book.sliceOf('serif', point) >= 0 || invisible(point) || this.#system.some((face) => face.covers(point))) return c;
      return `〔${code(point)}〕`;
    });
  }

  body(html: string): string {
    const stack: Face[] = ['serif'];
    return html.replace(/<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g, (token: string, slash: string | undefined, tag: string | undefined) => {
      if (tag === undefined) return this.#text(token, stack[stack.length - 1] ?? 'serif');
      const face = TAG_FACE.get(tag);
      if (face !== undefined) { if (slash === '/') stack.pop(); else stack.push(face); }
      return token;
    });
  }

  #text(text: string, face: Face): string {
    if (ASCII.test(text)) return text;
    const known = this.#known.get(face);
    const before = known?.get(text);
    if (before !== undefined) return before;
    let out = '';
    for (const c of text) out += this.#character(c, face);
    if (text.length < 200) known?.set(text, out);
    return out;
  }

  #character(c: string, face: Face): string {
    const point = c.codePointAt(0) ?? 0;
    const slice = this.#book.sliceOf(face, point);
    if (slice >= 0) { this.#used.add(slice); return c; }
    const serif = this.#book.sliceOf('serif', point);
    if (serif >= 0) { this.#used.add(serif); return `<span class="bk">${c}</span>`; }
    if (invisible(point)) return c;
    const system = this.#system.findIndex((one) => one.covers(point));
    return system >= 0 ? `<span class="sys${system}">${c}</span>` : `<span class="rare">${code(point)}</span>`;
  }
}

function code(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
