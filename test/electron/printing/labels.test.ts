// Labels are read back from the paper: the sheet is printed, turned into a picture, and the codes are decoded from its dots by a
// reader of our own, written from the standards and not from the library that draws them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { labelChoice } from '#electron/printing/compose/labelChoice.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import { labelDigits, labelsPerSheet, labelStocks, readLabelDigits } from '#shared/printing.ts';
import type { LabelPrint, LabelStock } from '#shared/printing.ts';

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftoppm');
const DPI = 300;
const px = (mm: number): number => Math.round((mm / 25.4) * DPI);

type Picture = Readonly<{ width: number; height: number; dark: (x: number, y: number) => boolean }>;
function pictureOf(pdf: Buffer): Picture {
  const dir = mkdtempSync(join(tmpdir(), 'labels-'));
  try {
    writeFileSync(join(dir, 'l.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-f', '1', '-singlefile', join(dir, 'l.pdf'), join(dir, 'l')]);
    const file = readFileSync(join(dir, 'l.pgm'));
    const [head = '', w = '', h = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1')) ?? [];
    const [width, height] = [Number(w), Number(h)];
    return { width, height, dark: (x, y) => (file[head.length + y * width + x] ?? 255) < 128 };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Widths of bars and blanks of Code 128, values 0 to 105 and the stop. */
const BARS = '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'.match(/\d{6}/g) as readonly string[];

/** One line of dots as digits, when it is a whole Code 128 in code set C; null otherwise. */
function code128In(runs: readonly number[]): string | null {
  for (let at = 0; at + 6 < runs.length; at++) {
    const values: number[] = [];
    for (let i = at; i + 6 <= runs.length; i += 6) {
      const part = runs.slice(i, i + 6);
      const module = part.reduce((a, b) => a + b, 0) / 11;
      const value = BARS.indexOf(part.map((r) => Math.max(1, Math.round(r / module))).join(''));
      if (value === -1) break;
      values.push(value);
    }
    if (values[0] !== 105 || values.length < 3) continue;
    const check = values.pop() ?? -1;
    if (values.reduce((sum, v, i) => sum + v * Math.max(1, i), 0) % 103 !== check) continue;
    return values.slice(1).map((v) => String(v).padStart(2, '0')).join('');
  }
  return null;
}

/** Tries each line of a label until one reads. */
function barsOf(p: Picture, left: number, top: number, width: number, height: number): string | null {
  for (let y = top; y < top + height; y++) {
    const runs: number[] = [];
    let was = false;
    for (let x = left; x < left + width; x++) {
      const is = p.dark(x, y);
      if (is === was && runs.length > 0) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
      else if (is || runs.length > 0) runs.push(1);
      was = is;
    }
    const found = code128In(runs);
    if (found !== null) return found;
  }
  return null;
}

/** A QR code of version 1 with digits in it: the square is found, its 21 by 21 modules are looked at, the mask is taken off. */
function squareOf(p: Picture, left: number, top: number, width: number, height: number): string | null {
  let [x0, x1, y0, y1] = [Infinity, -1, Infinity, -1];
  for (let y = top; y < top + height; y++) for (let x = left; x < left + width; x++) if (p.dark(x, y)) [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x), Math.min(y0, y), Math.max(y1, y)];
  const size = (x1 - x0 + 1) / 21;
  if (!(size > 2) || Math.abs((x1 - x0) - (y1 - y0)) > size) return null;
  const m = (row: number, col: number): number => (p.dark(Math.floor(x0 + (col + 0.5) * size), Math.floor(y0 + (row + 0.5) * size)) ? 1 : 0);
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map((c) => m(8, c)).reduce((a, b) => a * 2 + b, 0);
  const mask = ((format >> 3) & 7) ^ 0b101;
  const masks = [(r: number, c: number) => (r + c) % 2, (r: number) => r % 2, (_r: number, c: number) => c % 3, (r: number, c: number) => (r + c) % 3, (r: number, c: number) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2, (r: number, c: number) => ((r * c) % 2) + ((r * c) % 3), (r: number, c: number) => (((r * c) % 2) + ((r * c) % 3)) % 2, (r: number, c: number) => (((r + c) % 2) + ((r * c) % 3)) % 2];
  const own = (r: number, c: number): boolean => (r < 9 && (c < 9 || c > 12)) || (r > 12 && c < 9) || r === 6 || c === 6;
  const bits: number[] = [];
  for (let pair = 20, up = true; pair > 0; pair -= 2, up = !up) {
    if (pair === 6) pair = 5;
    for (let i = 0; i < 21; i++) for (const c of [pair, pair - 1]) {
      const r = up ? 20 - i : i;
      if (!own(r, c)) bits.push(m(r, c) ^ (masks[mask]?.(r, c) === 0 ? 1 : 0));
    }
  }
  const take = (n: number): number => bits.splice(0, n).reduce((a, b) => a * 2 + b, 0);
  if (take(4) !== 1) return null;
  let left_ = take(10);
  let digits = '';
  for (; left_ >= 3; left_ -= 3) digits += String(take(10)).padStart(3, '0');
  if (left_ === 2) digits += String(take(7)).padStart(2, '0');
  if (left_ === 1) digits += String(take(4));
  return digits;
}

const print = (stock: LabelStock, codeKind: 'code128' | 'qr', skip: number, count: number): LabelPrint => ({
  form: 'labels', titleZh: '载体标签', formNumber: 'R01-BQ', organisation: '青岭研究所', mark: null, sample: false, foot: { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 1, chainCode: 'X' }, stock, skip, codeKind,
  labels: Array.from({ length: count }, (_, i) => ({ number: `ZT-2026-${String(i * 977 + 1).padStart(5, '0')}`, digits: labelDigits(1, 2026, i * 977 + 1), mark: '机密★20年', title: '关于报送示范园区供水管网改造工作方案和年度物资储备情况的通知（送审稿）', placeZh: '3号柜1格' })),
});

describe.skipIf(!tools)('labels read back from the printed sheet', { timeout: 120_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });

  const sheets = (Object.keys(labelStocks) as LabelStock[]).flatMap((stock) => (['code128', 'qr'] as const).map((kind) => [stock, kind] as const));
  it.each(sheets)('%s with %s: every label has its code whole, in its own place, after those that were used', async (stock, kind) => {
    const book = openFontBook(ensureFonts());
    const s = labelStocks[stock];
    const skip = 2;
    const made = print(stock, kind, skip, labelsPerSheet(stock) - skip);
    const p = pictureOf(Buffer.from(await engine.print(embedFonts(renderDocument(made), book))));
    expect([p.width, p.height].map((n) => Math.round((n / DPI) * 25.4))).toEqual([210, 297]);
    const read = Array.from({ length: labelsPerSheet(stock) }, (_, i) => {
      const [x, y] = [s.left + (i % s.columns) * s.width, s.top + Math.floor(i / s.columns) * s.height];
      const low = s.height < 34;
      const [padX, padY] = low ? [4, 2.4] : [5, 4.2];
      return kind === 'code128' ? barsOf(p, px(x), px(y), px(s.width), px(s.height)) : squareOf(p, px(x + padX) - 4, px(y + s.height - padY - (low ? 12 : 14)) - 2, px(low ? 12 : 14) + 8, px(low ? 12 : 14) + 4);
    });
    expect(read).toEqual([...Array.from({ length: skip }, () => null), ...made.labels.map((l) => l.digits)]);
    for (const digits of read.slice(skip)) expect(readLabelDigits(digits ?? '')?.book).toBe(1);
  });
});

describe('what is chosen about labels', () => {
  it('takes what the printer can have and nothing else', () => {
    expect(labelChoice({ stock: 'a4-40', skip: 39, codeKind: 'qr' }, 'a4-24')).toEqual({ stock: 'a4-40', skip: 39, codeKind: 'qr', change: false });
    expect(labelChoice({ stock: 'a4-99', skip: 24, codeKind: 'x', change: true }, 'a4-24')).toEqual({ stock: 'a4-24', skip: 0, codeKind: 'code128', change: true });
    expect(labelChoice(null, 'a4-14')).toEqual({ stock: 'a4-14', skip: 0, codeKind: 'code128', change: false });
  });
});
