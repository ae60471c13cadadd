import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { carrierRegister, SAMPLES } from '#build/contact/samples.ts';
import { collectFonts, ensureFonts, rangesOf } from '#build/fonts/collect.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, missingGlyphs, openFontBook } from '#electron/printing/fonts.ts';
import { findSystemFaces, type SystemFace } from '#electron/printing/systemFaces.ts';

const book = openFontBook(ensureFonts());
const dirs: string[] = [];
const temp = (): string => { const dir = mkdtempSync(join(tmpdir(), 'shoumi-fonts-')); dirs.push(dir); return dir; };
afterAll(() => dirs.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

const one = (title: string) => { const print = carrierRegister(1); return renderDocument({ ...print, rows: [{ cells: { ...print.rows[0]?.cells, title } }] }); };

describe('collectFonts', () => {
  it('writes both weights of both faces, licences and a style sheet without addresses outside', () => {
    const dir = temp();
    const manifest = collectFonts(dir);
    const files = readdirSync(dir);
    expect(new Set(manifest.slices.map((s) => `${s.family} ${s.weight}`))).toEqual(new Set(['Noto Serif SC 400', 'Noto Serif SC 700', 'Noto Sans SC 400', 'Noto Sans SC 700']));
    for (const slice of manifest.slices) expect(files).toContain(slice.file);
    expect(files).toEqual(expect.arrayContaining(['LICENSE-noto-serif-sc.txt', 'LICENSE-noto-sans-sc.txt', 'fonts.css', 'manifest.json']));
    expect(files.filter((f) => f.endsWith('.woff'))).toEqual([]);
  });
  it('writes runs of numbers short', () => {
    expect(rangesOf([0x20, 0x21, 0x22, 0x4e00])).toBe('20-22,4e00');
  });
});

describe('missingGlyphs', () => {
  it('names what the bundle does not draw, once and in order, when names are rare', () => {
    expect(missingGlyphs('王𬭎、李㐀、赵䎖、再见𬭎', book)).toEqual(['𬭎', '㐀', '䎖']);
  });
  it('is empty for every text the forms themselves print', () => {
    for (const [name, print] of SAMPLES) expect([name, missingGlyphs(renderDocument(print), book)]).toEqual([name, []]);
  });
  it('is silent about joiners and variation selectors, which draw nothing', () => {
    expect(missingGlyphs('葛\u{E0100}\u200B', book)).toEqual([]);
  });
  it('counts faces of the terminal, when they are handed over', () => {
    const face: SystemFace = { family: 'X', covers: (c) => c === 0x2cb4e };
    expect(missingGlyphs('𬭎㐀', book, [face])).toEqual(['㐀']);
  });
});

describe('embedFonts', () => {
  it('takes along only slices the text needs, when the text is short', () => {
    const html = embedFonts(one('甲'), book);
    const slices = html.match(/@font-face/g)?.length ?? 0;
    expect(slices).toBeGreaterThan(4);
    expect(slices).toBeLessThan(80);
    expect(html).not.toContain('/*fonts*/');
    expect(html).not.toMatch(/url\((?!data:font\/woff2)/);
  });
  it('names addresses instead of data, when a base is given', () => {
    const html = embedFonts(one('甲'), book, { base: 'app://shoumi/fonts/' });
    expect(html).toMatch(/url\(app:\/\/shoumi\/fonts\/noto-serif-sc-[\w-]+\.woff2\)/);
    expect(html).not.toContain('data:font');
  });
  it('draws a box with the code, when no face holds a character', () => {
    const html = embedFonts(one('王𬭎'), book);
    expect(html).toContain('王<span class="rare">U+2CB4E</span>');
  });
  it('sets the character in the face of the terminal, when one holds it', () => {
    const html = embedFonts(one('王𬭎'), book, { system: [{ family: 'Elsewhere', covers: () => false }, { family: 'Song Ext', covers: (c) => c === 0x2cb4e }] });
    expect(html).toContain('王<span class="sys1">𬭎</span>');
    expect(html).toContain(".sys1{font-family:'Song Ext'}");
  });
  it('puts the code into the foot, when the name of the printer cannot be drawn', () => {
    const print = carrierRegister(1);
    const html = embedFonts(renderDocument({ ...print, foot: { ...print.foot, printedBy: '王㐀' } }), book);
    expect(html.slice(0, html.indexOf('</style>'))).toContain('打印人 王〔U+3400〕');
  });
  it('refuses a manifest that points out of its folder', () => {
    const dir = temp();
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ version: 1, slices: [{ family: 'Noto Serif SC', weight: 400, file: '../secret.woff2', ranges: '20' }] }));
    expect(() => openFontBook(dir)).toThrow('outside its folder');
  });
});

describe('findSystemFaces', () => {
  it('finds nothing and asks nothing, when the folder is absent', () => {
    expect(findSystemFaces([join(temp(), 'none')])).toEqual([]);
  });
  it('treats a damaged file as a face without characters', () => {
    const dir = temp();
    writeFileSync(join(dir, 'simsunb.ttf'), 'not a font');
    expect(findSystemFaces([dir]).map((face) => [face.family, face.covers(0x2cb4e)])).toEqual([['SimSun-ExtB', false]]);
  });
});
