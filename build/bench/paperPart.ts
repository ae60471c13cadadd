import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine } from '#build/host/pdfEngine.mjs';
import type { PdfEngine } from '#build/host/pdfEngine.mjs';
import { columnWidths, registerDocument } from '#electron/printing/documents/register.ts';
import { FONT_MARK, SERIF, USABLE_WIDTH } from '#electron/printing/documents/sheet.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import type { FontBook } from '#electron/printing/fonts.ts';
import type { PrintColumn, RegisterPrint } from '#shared/printing.ts';
import { atMost, median, showMs, timedAsync } from './figure.ts';
import type { Figure } from './figure.ts';
import { docNumberOf, placeOf, titleOf } from './words.ts';

const columns: readonly PrintColumn[] = [
  { key: 'no', titleZh: '序号', width: '14mm' }, { key: 'number', titleZh: '载体编号', width: '34mm', nowrap: true }, { key: 'title', titleZh: '名称', width: '1fr', align: 'left' }, { key: 'doc', titleZh: '文号', width: '44mm', nowrap: true },
  { key: 'level', titleZh: '密级★期限', width: '26mm', nowrap: true }, { key: 'place', titleZh: '存放地点', width: '26mm' }, { key: 'state', titleZh: '状态', width: '18mm' },
];

function register(rows: number): RegisterPrint {
  return {
    form: 'register', register: 'carriers', orientation: 'landscape', titleZh: '涉密载体台账', formNumber: 'R01-A4H', organisation: '青岭研究所', mark: '机密★20年', sample: true, count: rows, columns, signatures: ['保管人', '监督人'],
    foot: { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: 'ZT-2026-00442', chainSeq: 18_224, chainCode: '7K3Q-9MWD-2FXA' },
    rows: Array.from({ length: rows }, (_, n) => ({ cells: { no: String(n + 1), number: `ZT-2026-${String(n + 1).padStart(5, '0')}`, title: titleOf(n), doc: docNumberOf(n), level: '机密★10年', place: placeOf(n), state: '在库' } })),
  };
}

/** The same table as static HTML: same sheet, same faces, same height of lines, nothing of a form around it but room for its head. */
function staticHtml(print: RegisterPrint): string {
  const widths = columnWidths(print.columns, USABLE_WIDTH.landscape);
  const cells = print.rows.map((row) => `<tr>${print.columns.map((c) => `<td>${row.cells[c.key] ?? ''}</td>`).join('')}</tr>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${FONT_MARK}
@page{size:A4 landscape;margin:22mm 14mm 20mm 18mm}*{box-sizing:border-box}body{margin:0;font:400 9.5pt/1.25 ${SERIF};font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;table-layout:fixed;border:1.6pt solid #000}tr{break-inside:avoid}td,th{border:.5pt solid #000;padding:.4mm .6mm;text-align:center;vertical-align:middle;overflow-wrap:anywhere}
th{height:10.5mm}td{height:9.5mm}td:nth-child(3){text-align:left}.head{height:20mm}${widths.map((w, at) => `.w${at}{width:${w}mm}`).join('')}</style></head>
<body><div class="head"></div><table><colgroup>${widths.map((_, at) => `<col class="w${at}">`).join('')}</colgroup><thead><tr>${print.columns.map((c) => `<th>${c.titleZh}</th>`).join('')}</tr></thead><tbody>${cells}</tbody></table></body></html>`;
}

function pagesOf(pdf: Buffer, dir: string): number {
  const file = path.join(dir, 'pages.pdf');
  writeFileSync(file, pdf);
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file]).toString())?.[1]);
  rmSync(file);
  return pages;
}

/** A register of many lines on paper, from its rows to the finished PDF, against the same table as static HTML through the same engine. */
export async function benchPaper(dir: string, rows: number, rounds: number, say: (line: string) => void): Promise<Figure[]> {
  say('打印');
  if (findPdfBrowser() === null) {
    say('  没有可用的浏览器，略去');
    return [];
  }
  const book: FontBook = openFontBook(ensureFonts());
  const print = register(rows);
  const engine: PdfEngine = await openPdfEngine();
  try {
    const bareHtml = embedFonts(staticHtml(print), book);
    const done: number[] = [];
    const bare: number[] = [];
    let pages: [number, number] = [0, 0];
    await engine.print(embedFonts(registerDocument(register(50)), book));
    for (let n = 0; n < rounds; n++) {
      const floor = async (): Promise<void> => {
        const { ms, value } = await timedAsync(() => engine.print(bareHtml));
        bare.push(ms);
        pages = [pages[0], pagesOf(value, dir)];
      };
      if (n % 2 === 1) await floor();
      const { ms, value } = await timedAsync(() => engine.print(embedFonts(registerDocument(print), book)));
      done.push(ms);
      pages = [pagesOf(value, dir), pages[1]];
      if (n % 2 === 0) await floor();
    }
    const [value, floor] = [median(done), median(bare)];
    const same = pages[0] === pages[1] ? `同为 ${pages[0]} 页` : `${pages[0]} 页，静态 ${pages[1]} 页`;
    return [atMost(1.1, 1.3, { name: 'paper', titleZh: `打印 ${rows} 行台账`, value: value / floor, floor, unit: 'x', detail: `${showMs(value)}，同表静态 HTML ${showMs(floor)}，${same}` })];
  } finally {
    await engine.close();
  }
}
