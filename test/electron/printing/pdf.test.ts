import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carrierRegister, destruction, SAMPLES } from '#build/contact/samples.ts';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import { findSystemFaces } from '#electron/printing/systemFaces.ts';
import type { PrintDocument, UsageYearPrint } from '#shared/printing.ts';
import { readPdf, squeezed, type ReadPdf } from './support.ts';

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');

describe.skipIf(!tools)('on paper', { timeout: 180_000 }, () => {
  const book = openFontBook(ensureFonts());
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const print = async (document: PrintDocument): Promise<ReadPdf> => readPdf(await engine.print(embedFonts(renderDocument(document), book)));

  it('repeats head, mark, page x of y and print number on each page and loses no row, when a register has 1,000 rows', async () => {
    const pdf = await print(carrierRegister(1000));
    expect(pdf.size).toContain('841.92 x 594.96');
    expect(pdf.pages).toBeGreaterThan(50);
    expect(pdf.text).toHaveLength(pdf.pages);
    pdf.text.forEach((page, at) => {
      const text = squeezed(page);
      expect(text).toContain('机密★20年');
      expect(text).toContain('载体编号');
      expect(text).toContain(`第${at + 1}页共${pdf.pages}页`);
      expect(text).toContain('DY-2026-0316');
      expect(text).toContain('ZT-2026-00442');
      expect(text).toContain('7K3Q-9MWD-2FXA');
      expect(text.includes('涉密载体台账（续）')).toBe(at > 0);
    });
    const all = squeezed(pdf.text.join(''));
    const missing = Array.from({ length: 1000 }, (_, at) => `ZT-2026-${String(at + 388).padStart(5, '0')}`).filter((number) => !all.includes(number));
    expect(missing).toEqual([]);
    expect(all.match(/之\d+/g)).toBeTruthy();
    expect(all).not.toContain('不应印出');
    expect(squeezed(pdf.text.at(-1) ?? '')).toContain('以下空白');
    expect(squeezed(pdf.text.at(-1) ?? '')).toContain('保管人（签字）');
  });

  it.each(SAMPLES)('%s holds embedded Noto faces only and no Type 3, when it is printed', async (_name, document) => {
    const pdf = await print(document);
    expect(pdf.fonts.length).toBeGreaterThan(0);
    for (const font of pdf.fonts) {
      expect(font.name).toMatch(/Noto(Serif|Sans)SC/);
      expect(font.type).toBe('CID TrueType');
      expect(font.embedded).toBe(true);
    }
  });

  it.each(SAMPLES.filter(([, document]) => ['loan-slip', 'approval', 'anchor', 'isolation', 'due-list', 'verification', 'life'].includes(document.form)))('%s fits one page, when it has the usual number of lines', async (_name, document) => {
    expect((await print(document)).pages).toBe(1);
  });

  it('puts each recovery share on a page of its own', async () => {
    const recovery = SAMPLES.find(([, document]) => document.form === 'recovery')![1];
    const pdf = await print(recovery);
    expect(pdf.pages).toBe(2);
    expect(squeezed(pdf.text[0] ?? '')).toContain('之一');
    expect(squeezed(pdf.text[0] ?? '')).not.toContain('之二');
    expect(squeezed(pdf.text[1] ?? '')).toContain('之二');
  });

  it('counts a destruction list once with capital total and opens the certificate on a new page', async () => {
    const pdf = await print(destruction);
    expect(squeezed(pdf.text[0] ?? '')).toContain('总计柒（7）件');
    expect(squeezed(pdf.text.at(-1) ?? '')).toContain('涉密载体销毁证明');
    expect(squeezed(pdf.text.at(-1) ?? '')).not.toContain('（续）');
  });

  it('prints hostile names as they are, when they look like markup', async () => {
    const base = carrierRegister(1);
    const pdf = await print({ ...base, foot: { ...base.foot, printedBy: '<b>"x"</style>' }, rows: [{ cells: { ...base.rows[0]?.cells, keeper: '<i>&' } }] });
    expect(squeezed(pdf.text[0] ?? '')).toContain('<i>&');
    expect(squeezed(pdf.text[0] ?? '')).toContain('打印人<b>"x"</style>');
  });

  it('prints a rare name as itself, when a face of the terminal holds it, and as its code, when none does', async () => {
    const base = carrierRegister(1);
    const document = renderDocument({ ...base, rows: [{ cells: { ...base.rows[0]?.cells, keeper: '王𬭎㐀䎖镕淼喆' } }] });
    const without = squeezed(readPdf(await engine.print(embedFonts(document, book))).text.join(''));
    expect(without).toContain('U+2CB4E');
    expect(without).toContain('镕淼喆');
    const system = findSystemFaces();
    const rare = ['𬭎', '㐀', '䎖'].filter((c) => system.some((face) => face.covers(c.codePointAt(0)!)));
    const text = squeezed(readPdf(await engine.print(embedFonts(document, book, { system }))).text.join(''));
    for (const c of rare) expect(text).toContain(c);
    expect((text.match(/U\+[0-9A-F]+/g) ?? []).length).toBe(3 - rare.length);
  });

  it('keeps the closing lines with a line of the book, whatever number of lines the year has', async () => {
    const sample = SAMPLES.find(([, document]) => document.form === 'usage-year')![1] as UsageYearPrint;
    const sessions = sample.months.flatMap((month) => month.sessions).filter((session) => session.struck !== true);
    let alone = 0; // of so many lengths some must end where the closing lines no longer fit
    for (let lines = 24; lines < 40; lines += 1) {
      const months = [{ month: 1, sessions: Array.from({ length: lines }, (_, at) => ({ ...sessions[at % sessions.length]!, taskZh: `第${at + 1}行` })) }];
      const pdf = await print({ ...sample, months });
      const last = squeezed(pdf.text.at(-1) ?? '');
      expect(last, `${lines}`).toContain(`第${lines}行`);
      expect(last, `${lines}`).toContain('以下空白');
      expect(last, `${lines}`).toContain('管理人（签字）');
      if (!last.includes(`第${lines - 1}行`)) alone += 1;
    }
    expect(alone).toBeGreaterThan(0);
  });

  it('keeps the code of the chain whole in the foot, when it is as long as it is in use', async () => {
    const life = SAMPLES.find(([, document]) => document.form === 'life')![1];
    // Codes of broad letters, and a number short enough that the line just about fits.
    for (const [chainSeq, chainCode] of [[118_224, '7K3Q-9MWD-2FXA-0TE5-RV8C-H'], [59, 'HRFM-E2EG-Q2D3-MMJW-R19Z-W'], [59, '6RWB-NYPB-RRSK-68XX-H8GK-W'], [7, 'WMWM-WMWM-WMWM-WMWM-WMWM-W'], [7, '1111-1111-1111-1111-1111-1']] as const) {
      const pdf = await print({ ...life, foot: { ...life.foot, chainSeq, chainCode } });
      expect(pdf.text[0]?.split('\n').some((line) => line.includes(chainCode)), chainCode).toBe(true);
      expect(squeezed(pdf.text[0] ?? '')).toContain(`审计链首#${chainSeq === 118_224 ? '118,224' : chainSeq}`);
      expect(pdf.pages).toBe(1);
    }
  });

  it('runs no script of a document, when one slipped in', async () => {
    const html = '<!doctype html><meta charset="utf-8"><body>before<script>document.body.textContent="changed"</script></body>';
    expect(readPdf(await engine.print(html)).text.join('')).toContain('before');
  });

  it('refuses with a sentence, when a font inside the document is damaged', async () => {
    const html = embedFonts(renderDocument(carrierRegister(1)), book).replace(/base64,[^)]+/, 'base64,AAAA');
    await expect(engine.print(html)).rejects.toThrow('字体');
  });
});
