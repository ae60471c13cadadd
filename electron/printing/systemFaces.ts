// Faces of the terminal that hold characters the bundle lacks (extension A and later, some rare names). Looked up by
// file, because only the file tells what a face draws; the print then names the face, so the choice is ours and repeatable.
import { readdirSync, type Dirent } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { cmapCodePoints, sfntCmap } from './cmap.ts';

export interface SystemFace {
  readonly family: string;
  /** True when the face draws this code point. */
  readonly covers: (codePoint: number) => boolean;
}

// File name → family, in the order of preference: song faces first, since the forms are set in one.
const WANTED: readonly (readonly [RegExp, string])[] = [
  [/^NotoSerifCJK-Regular\.ttc$/i, 'Noto Serif CJK SC'],
  [/^NotoSerifCJKsc-Regular\.otf$/i, 'Noto Serif CJK SC'],
  [/^SourceHanSerifSC-Regular\.otf$/i, 'Source Han Serif SC'],
  [/^simsun\.ttc$/i, 'SimSun'],
  [/^simsunb\.ttf$/i, 'SimSun-ExtB'],
  [/^simsunextg\.ttf$/i, 'SimSun-ExtG'],
  [/^NotoSansCJK-Regular\.ttc$/i, 'Noto Sans CJK SC'],
  [/^msyh\.ttc$/i, 'Microsoft YaHei'],
];

function folders(): string[] {
  if (process.platform === 'win32') return [join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')];
}

function filesBelow(folder: string, depth: number): string[] {
  let entries: Dirent[];
  // A folder that is absent or closed to us holds no face we could use.
  try { entries = readdirSync(folder, { withFileTypes: true }); } catch { return []; }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? (depth > 0 ? filesBelow(path, depth - 1) : []) : [path];
  });
}

/** Installed faces worth asking, best first. Reads file names now and each face's table when first asked. */
export function findSystemFaces(where: readonly string[] = folders()): SystemFace[] {
  const files = where.flatMap((folder) => filesBelow(folder, 4));
  return WANTED.flatMap(([pattern, family]) => {
    const file = files.find((path) => pattern.test(basename(path)));
    return file === undefined ? [] : [{ family, covers: lazyCover(file) }];
  });
}

function lazyCover(file: string): (codePoint: number) => boolean {
  let points: Set<number> | null = null;
  return (codePoint) => {
    // A damaged font file must not stop a print: the face then simply draws nothing.
    try { points ??= cmapCodePoints(sfntCmap(file)); } catch { points = new Set(); }
    return points.has(codePoint);
  };
}
