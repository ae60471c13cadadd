import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Our own scheme: nothing remote exists, and `file:` is not used. */
export const SCHEME = 'app';
export const ORIGIN = 'app://bundle';
export const START_PAGE = `${ORIGIN}/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Address path to file, fixed when the program starts. A request only ever looks up a name here; no path is joined from it. */
export type Pages = ReadonlyMap<string, string>;

/**
 * Lists the files that may be served. A file of an unknown kind is left out, so a stray file never becomes a page.
 * `at` is the address prefix, for example `/` or `/fonts/`.
 */
export function listPages(folder: string, at = '/'): Map<string, string> {
  const pages = new Map<string, string>();
  if (!existsSync(folder)) return pages;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) listPages(file, `${at}${entry.name}/`).forEach((f, name) => pages.set(name, f));
    else if (path.extname(entry.name) in types) pages.set(at + entry.name, file);
  }
  return pages;
}

/**
 * The content security policy of the application window (security design 5.1; the nonce and the default Trusted Types policy
 * are the least that the component library needs, see the figures in the design notes).
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

/** A document on its way to paper: its own inline style, its own embedded fonts, nothing else and no script at all. */
export const paperPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "script-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const headersFor = (type: string, policy: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});

export const notFound = (): Response => new Response('not found', { status: 404, headers: headersFor('text/plain; charset=utf-8', "default-src 'none'") });

const metaNonce = /(<meta\s+name="csp-nonce"\s+content=")[^"]*(")/;

const FACES = '/fonts/fonts.css';

/** Puts the window's nonce where the page's style library finds it, and the bundled faces where the build could not know them. */
export function withHead(html: string, nonce: string, faces: boolean): string {
  const link = faces ? `<link rel="stylesheet" href=".${FACES}">` : '';
  const marked = metaNonce.test(html) ? html.replace(metaNonce, `$1${nonce}$2`) : html.replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`);
  return marked.replace('</head>', `${link}</head>`);
}

/**
 * Answers the requests of one window. Exact names only: no decoding, no query, no other host or method. Anything else is 404.
 */
export function servePages(pages: Pages, nonce: string): (request: Request) => Promise<Response> {
  return async (request) => {
    // The text of the address is compared, not a parsed path: what does not look exactly like a listed name is not one.
    const name = request.url.startsWith(`${ORIGIN}/`) ? request.url.slice(ORIGIN.length) : '';
    const file = request.method === 'GET' ? pages.get(name) : undefined;
    if (file === undefined) return notFound();
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const bytes = await readFile(file);
    const body = path.extname(file) === '.html' ? withHead(bytes.toString('utf8'), nonce, pages.has(FACES)) : new Uint8Array(bytes);
    return new Response(body, { headers: headersFor(type, pagePolicy(nonce)) });
  };
}
