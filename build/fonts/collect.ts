// Copies the slices of the two bundled families into the build, with a style sheet for the windows and a list of what
// each slice draws for the printer. Run by the build; `ensureFonts` makes the folder for tests and the command line.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cmapCodePoints, woff2Cmap } from '#electron/printing/cmap.ts';
import type { FontManifest, FontSlice } from '#electron/printing/fonts.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const FAMILIES = [
  { family: 'Noto Serif SC', package: 'noto-serif-sc' },
  { family: 'Noto Sans SC', package: 'noto-sans-sc' },
] as const;
const WEIGHTS = [400, 700] as const;
const MANIFEST_VERSION = 1;

/** Numbers as `4e00-4e5f,4e61`, the short form of the manifest and of unicode-range. */
export function rangesOf(points: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < points.length;) {
    const from = points[at] ?? 0;
    let to = from;
    while (points[at + 1] === to + 1) { to++; at++; }
    at++;
    parts.push(from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`);
  }
  return parts.join(',');
}

function declared(ranges: string): Set<number> {
  const points = new Set<number>();
  for (const range of ranges.split(',')) {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    for (let c = Number.parseInt(from, 16); c <= Number.parseInt(to, 16); c++) points.add(c);
  }
  return points;
}

/**
 * Writes slices, `fonts.css`, `manifest.json` and the licences into `outDir`. A slice answers for the characters that it
 * both declares and draws. Throws when a package is missing; takes a few seconds.
 */
export function collectFonts(outDir: string): FontManifest {
  mkdirSync(outDir, { recursive: true });
  const slices: FontSlice[] = [];
  let css = '';
  for (const { family, package: name } of FAMILIES) {
    const source = join(root, 'node_modules', '@fontsource', name);
    writeFileSync(join(outDir, `LICENSE-${name}.txt`), readFileSync(join(source, 'LICENSE')));
    for (const weight of WEIGHTS) {
      const sheet = readFileSync(join(source, `${weight}.css`), 'utf8');
      for (const face of sheet.matchAll(/url\(\.\/files\/([\w-]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g)) {
        const file = face[1] ?? '';
        const data = readFileSync(join(source, 'files', file));
        const drawn = cmapCodePoints(woff2Cmap(data));
        const points = [...declared(face[2] ?? '')].filter((c) => drawn.has(c)).sort((a, b) => a - b);
        if (points.length === 0) continue;
        writeFileSync(join(outDir, file), data);
        const ranges = rangesOf(points);
        slices.push({ family, weight, file, ranges });
        css += `@font-face{font-family:'${family}';font-style:normal;font-weight:${weight};font-display:block;src:url(./${file}) format('woff2');unicode-range:${ranges.split(',').map((r) => `U+${r}`).join(',')}}\n`;
      }
    }
  }
  const manifest: FontManifest = { version: MANIFEST_VERSION, slices };
  writeFileSync(join(outDir, 'fonts.css'), css);
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

/** The folder of the bundled fonts, made on first use under `dist/fonts`. Safe when several processes ask at once. */
export function ensureFonts(outDir: string = join(root, 'dist', 'fonts')): string {
  if (existsSync(join(outDir, 'manifest.json'))) return outDir;
  const part = `${outDir}.part-${process.pid}`;
  collectFonts(part);
  try {
    mkdirSync(dirname(outDir), { recursive: true });
    renameSync(part, outDir);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(join(outDir, 'manifest.json'))) throw error;
  }
  return outDir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) collectFonts(process.argv[2] ?? join(root, 'dist', 'fonts'));
