// Labels for carriers: a digits-only code for the scanner, and beside it the number as people read it.
import { sheet } from './sheet.ts';
import { html, type Markup } from './markup.ts';
import { codeDrawing } from './codes.ts';
import { labelsPerSheet, labelStocks } from '#shared/printing.ts';
import type { LabelPrint } from '#shared/printing.ts';

/** Sheets of labels; `skip` leaves the places free that were used before. Titles are cut to two lines, numbers never. */
export function labelDocument(print: LabelPrint): string {
  const stock = labelStocks[print.stock];
  const perPage = labelsPerSheet(print.stock);
  // On a low label the title has one line and the air about it goes.
  const low = stock.height < 34;
  const cells: (Markup | null)[] = [...Array.from({ length: print.skip }, () => null), ...print.labels.map((label) => html`<div class="in"><div class="up"><strong>${label.oldMark === undefined ? null : html`<s>${label.oldMark}</s>　`}${label.mark ?? ''}</strong><span>${print.sample ? '样张' : label.placeZh}</span></div><p class="t">${label.title}</p><div class="cd">${codeDrawing(print.codeKind, label.digits)}<code>${label.number}</code></div></div>`)];
  const pages: Markup[] = [];
  for (let at = 0; at < cells.length; at += perPage) {
    pages.push(html`<section class="labels">${cells.slice(at, at + perPage).map((cell) => html`<div class="lab">${cell}</div>`)}</section>`);
  }
  const css = `
.labels{width:210mm;height:296mm;padding:${stock.top}mm 0 0 ${stock.left}mm;display:grid;grid-template-columns:repeat(${stock.columns},${stock.width}mm);grid-auto-rows:${stock.height}mm;align-content:start;break-after:page}
.labels:last-of-type{break-after:auto}
.lab{overflow:hidden;padding:${low ? '2.4mm 4mm' : '4.2mm 5mm'}}
.in{height:100%;display:flex;flex-direction:column;justify-content:space-between}
.up{display:flex;justify-content:space-between;align-items:baseline;font-size:8.5pt;line-height:1.1}
.up strong{font-size:${low ? 9.5 : 11}pt}
.t{font-size:${low ? 7.5 : 9}pt;line-height:1.25;max-height:${low ? 1.25 : 2.5}em;overflow:hidden}
.cd{display:flex;flex-direction:${print.codeKind === 'qr' ? 'row' : 'column'};align-items:${print.codeKind === 'qr' ? 'flex-end' : 'center'};gap:1mm ${print.codeKind === 'qr' ? '3mm' : '0'}}
.cd code{font-size:11pt;line-height:1.1;letter-spacing:.5pt}
.code128{width:${Math.min(stock.width - (low ? 13 : 16), 84)}mm;height:${low ? 8 : 9.5}mm}
.qr{width:${low ? 12 : 14}mm;height:${low ? 12 : 14}mm}
`;
  return sheet(print, { orientation: 'portrait', css, body: html`${pages}`, bare: true });
}
