// Real Chromium and poppler, as the tests of paper need them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ReadPdf {
  readonly pages: number;
  readonly size: string;
  /** Text of each page as it stands on it, blanks kept. */
  readonly text: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly type: string; readonly embedded: boolean }[];
}

/** Reads a PDF back with poppler. */
export function readPdf(pdf: Buffer): ReadPdf {
  const dir = mkdtempSync(join(tmpdir(), 'shoumi-pdf-'));
  try {
    const file = join(dir, 'print.pdf');
    writeFileSync(file, pdf);
    const info = execFileSync('pdfinfo', [file]).toString();
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 28 }).toString().split('\f').slice(0, -1);
    const fonts = execFileSync('pdffonts', [file]).toString().split('\n').slice(2).filter(Boolean).map((line) => ({ name: line.slice(0, 36).trim(), type: line.slice(37, 54).trim(), embedded: line.slice(72, 75).trim() === 'yes' }));
    return { pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]), size: /Page size:\s+(.*)/.exec(info)?.[1] ?? '', text, fonts };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Text with all blanks removed: a change of face puts blanks into what `pdftotext` returns. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
