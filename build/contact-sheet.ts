// All printed forms with sample data, as PDF and as pictures, to be looked at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLES } from '#build/contact-samples.ts';
import { ensureFonts } from '#build/fonts/collect.ts';
import { openPdfEngine } from '#build/host/pdfEngine.mjs';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import { findSystemFaces } from '#electron/printing/systemFaces.ts';

/**
 * Writes `NN-form.pdf` and, where pdftoppm is installed, `NN-form-page.png` into `outDir`; returns the PDF paths.
 * `only` limits it to names that contain that text.
 */
export async function writeContactSheet(outDir: string, only = ''): Promise<string[]> {
  mkdirSync(outDir, { recursive: true });
  const book = openFontBook(ensureFonts());
  const system = findSystemFaces();
  const engine = await openPdfEngine();
  const written: string[] = [];
  try {
    for (const [name, print] of SAMPLES) {
      if (!name.includes(only)) continue;
      const pdf = join(outDir, `${name}.pdf`);
      writeFileSync(pdf, await engine.print(embedFonts(renderDocument(print), book, { system })));
      written.push(pdf);
      execFileSync('pdftoppm', ['-r', '100', '-png', pdf, join(outDir, name)]);
    }
  } finally {
    await engine.close();
  }
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeContactSheet(process.argv[2] ?? 'out/contact', process.argv[3] ?? '');
