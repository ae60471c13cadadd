// Text becomes HTML here and nowhere else, so that nothing reaches paper unescaped.

/** A piece of finished HTML; only `html`, `join` and `raw` make one. */
export interface Markup { readonly markup: string }

type Piece = string | number | null | undefined | false | Markup | readonly Markup[];

// A character the XML family forbids would end up as a box on paper; a tab or a line break is kept for `lines`.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes one text for element content and quoted attributes; control characters are dropped. */
export function escapeText(text: string): string {
  return text.replace(CONTROL, '').replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);
}

/** Marks HTML we wrote ourselves (drawings, style-free fragments). Never call it with text from a record. */
export function raw(markup: string): Markup {
  return { markup };
}

function piece(value: Piece): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  let all = '';
  for (const one of value) all += one.markup;
  return all;
}

/** Template tag: strings are escaped, `Markup` is kept, null and false vanish. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  let markup = strings[0] ?? '';
  for (let at = 0; at < values.length; at++) markup += piece(values[at]) + (strings[at + 1] ?? '');
  return { markup };
}

/** Text with its line breaks kept. */
export function lines(text: string): Markup {
  return { markup: escapeText(text).replace(/\r?\n/g, '<br>') };
}

/** A document number on as few lines as possible: it may break before 〔 only. */
export function unbroken(text: string): Markup {
  const parts = text.split(/\r?\n|(?=〔)/);
  if (parts.length === 1) return html`<span class="nw">${text}</span>`;
  return { markup: text.split(/\r?\n/).map((line) => line.split(/(?=〔)/).map((part) => `<span class="nw">${escapeText(part)}</span>`).join('<wbr>')).join('<br>') };
}

/** Text as a CSS string for a page margin box. `<` is escaped so that no text can end the style element. */
export function cssString(text: string): string {
  const escaped = text.replace(CONTROL, '').replace(/[\\"<>&']/g, (c) => `\\${c.codePointAt(0)?.toString(16) ?? ''} `).replace(/\r?\n/g, '\\a ');
  return `"${escaped}"`;
}
