// `npm run contact-sheet -- [folder] [part of a name]`: every printed form as PDF and as pictures, to be looked at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openContactOffice } from '#build/contact/office.ts';
import { askerOf, everySheet, formRequests } from '#build/contact/requests.ts';
import { SAMPLES } from '#build/contact/samples.ts';
import { ensureFonts } from '#build/fonts/collect.ts';
import { openPdfEngine } from '#build/host/pdfEngine.mjs';
import { composePrint, formKeys, isComposed } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import { findSystemFaces } from '#electron/printing/systemFaces.ts';
import { deskOf } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import type { PrintDocument, PrintFoot } from '#shared/printing.ts';

/** Forms nobody has shown yet: a new form key must come with a request in requests.ts. */
export const formsWithoutSample = (): string[] => formKeys.filter((key) => (formRequests[key] as readonly unknown[] | undefined ?? []).length === 0);

/** Every form and every register from the books of the contact office. Throws with the refusal when one cannot be composed. */
export function composeEverySheet(s: Session): (readonly [name: string, print: PrintDocument])[] {
  return everySheet.map(([name, asked], at) => {
    const { as: _as, ...request } = asked;
    const composed = composePrint(deskOf(s), askerOf(asked, s.me), request);
    if (!isComposed(composed)) throw new Error(`${name}: ${JSON.stringify(composed)}`);
    const foot: PrintFoot = { printNumber: `DY-2026-${String(at + 1).padStart(4, '0')}`, printedBy: s.me.name, printedAt: '2026-11-20 11:20', carrierNumber: composed.level === null ? null : `ZT-2026-${String(at + 101).padStart(5, '0')}`, chainSeq: 18_224, chainCode: '7K3Q-9MWD-2FXA-0TE5-RV8C-H' };
    return [name, composed.draft(foot)] as const;
  });
}

/**
 * Writes `name.pdf` and `name-page.png` into `outDir`; returns the PDF paths. `only` limits it to names that contain that text.
 * Throws when a form key has no sample or an act of the office is refused.
 */
export async function writeContactSheet(outDir: string, only = ''): Promise<string[]> {
  const missing = formsWithoutSample();
  if (missing.length > 0) throw new Error(`没有样例的表单：${missing.join('、')}。请在 build/contact/requests.ts 补上。`);
  mkdirSync(outDir, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'contact-'));
  const book = openFontBook(ensureFonts());
  const system = findSystemFaces();
  const engine = await openPdfEngine();
  const written: string[] = [];
  try {
    const office = await openContactOffice(work);
    const sheets = [...SAMPLES.map(([name, print]) => [`sample-${name}`, print] as const), ...composeEverySheet(office.session)];
    office.close();
    for (const [name, print] of sheets) {
      if (!name.includes(only)) continue;
      const pdf = join(outDir, `${name}.pdf`);
      writeFileSync(pdf, await engine.print(embedFonts(renderDocument(print), book, { system })));
      written.push(pdf);
      execFileSync('pdftoppm', ['-r', '100', '-png', pdf, join(outDir, name)]);
    }
  } finally {
    await engine.close();
    rmSync(work, { recursive: true, force: true });
  }
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outDir = process.argv[2] ?? 'out/contact';
  const written = await writeContactSheet(outDir, process.argv[3] ?? '');
  const pages = readdirSync(outDir).filter((file) => file.endsWith('.png')).length;
  console.log(`表单 ${written.length} 份，${pages} 页，写在 ${outDir}。`);
}
