// The preview shows a printed form inside the page. The content security policy allows no frame, and no markup may be made from a
// string, so the form is read here and built node by node from a closed list of elements.

export type PaperNode = string | Readonly<{ tag: string; attrs: readonly (readonly [string, string])[]; children: readonly PaperNode[] }>;
export type Paper = Readonly<{ css: string; landscape: boolean; corners: Readonly<Record<string, string>>; body: readonly PaperNode[] }>;

const elements = new Set(['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'p', 'div', 'section', 'header', 'footer', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'code', 'small', 'h1', 'h2', 'h3', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'br', 'wbr', 'hr', 'svg', 'g', 'rect', 'path', 'line', 'circle', 'text', 'polyline', 'polygon']);
const empty = new Set(['br', 'wbr', 'hr', 'col', 'meta', 'rect', 'path', 'line', 'circle', 'polyline', 'polygon']);
export const drawn = new Set(['svg', 'g', 'rect', 'path', 'line', 'circle', 'text', 'polyline', 'polygon']);
const attributes = /^(class|colspan|rowspan|span|lang|scope|aria-[a-z]+|role|width|height|viewBox|x|y|x1|x2|y1|y2|r|cx|cy|d|points|fill|stroke|stroke-width|transform|preserveAspectRatio|shape-rendering)$/;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', emsp: '\u2003', ensp: '\u2002' };

const plain = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, dec: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (dec !== undefined) return String.fromCodePoint(Number(dec));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[(name ?? '').toLowerCase()] ?? whole;
  });

function readAttributes(text: string): [string, string][] {
  const found: [string, string][] = [];
  for (const m of text.matchAll(/([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+)))?/g)) {
    const name = m[1] ?? '';
    if (attributes.test(name)) found.push([name, plain(m[2] ?? m[3] ?? m[4] ?? '')]);
  }
  return found;
}

type Open = { tag: string; attrs: [string, string][]; children: PaperNode[]; kept: boolean };

/** Elements outside the list lose their tag and keep their text; scripts and styles lose both. */
function readBody(html: string): PaperNode[] {
  const root: Open = { tag: '', attrs: [], children: [], kept: true };
  const stack: Open[] = [root];
  const top = (): Open => stack[stack.length - 1] ?? root;
  const close = (): void => {
    const done = stack.pop();
    if (done === undefined || done === root) return;
    if (done.kept) top().children.push({ tag: done.tag, attrs: done.attrs, children: done.children });
    else top().children.push(...done.children);
  };
  const text = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
  for (const m of text.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*?)?)(\/?)>|([^<]+)|</g)) {
    const words = m[5];
    const tag = m[2];
    if (tag === undefined) {
      if (words !== undefined) top().children.push(plain(words));
      continue;
    }
    const name = tag.toLowerCase();
    if (m[1] === '/') {
      const at = stack.findLastIndex((o) => o.tag === name);
      if (at > 0) while (stack.length > at) close();
      continue;
    }
    stack.push({ tag: name, attrs: readAttributes(m[3] ?? ''), children: [], kept: elements.has(name) });
    if (empty.has(name) || m[4] === '/') close();
  }
  while (stack.length > 1) close();
  return root.children;
}

/** A CSS string of a page margin box back to its text. */
const cssText = (text: string): string => text.replace(/\\([0-9a-f]{1,6}) ?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/**
 * Reads one printed form. In: the complete HTML document of the form. Out: its style without fonts and page rules, the texts of the
 * page's corners, and its body as plain data. Never throws; what it does not know it leaves out.
 */
export function readPaper(html: string): Paper {
  const css = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map((m) => m[1] ?? '').join('\n');
  const corners: Record<string, string> = {};
  for (const m of css.matchAll(/@(top-left|top-right|bottom-left|bottom-right)\s*\{\s*content:\s*"((?:[^"\\]|\\.)*)"/g)) corners[m[1] ?? ''] ??= cssText(m[2] ?? '');
  const own = css.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
  return {
    css: own.replace(/(^|[},\s])(?:html|body)(?=[\s,{])/g, '$1.sheet'),
    landscape: /@page[^}]*landscape/.test(css),
    corners,
    body: readBody(/<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? ''),
  };
}
