// 装箱清单: the same list on two pages, one for the case, one for the clerk.
import { codeDrawing } from './codes.ts';
import { factTable, headLine, sheet } from './sheet.ts';
import { html, lines, unbroken } from './markup.ts';
import type { PackingPrint } from '#shared/printing.ts';

const CSS = `
.fk{width:24mm}
.k0{width:9mm}.k1{width:34mm}.k3{width:30mm}.k4{width:17mm}.k5{width:24mm}.k6{width:18mm}.k7{width:13mm}
.copy{break-before:page}
.copy:first-of-type{break-before:auto}
.copy .top{display:flex;justify-content:center;position:relative}
.copy .top svg{position:absolute;right:0;top:0;height:9mm;width:38mm}
.copy h1 small{font-size:11pt;font-weight:400;letter-spacing:0}
`;

/** Every page bears the same rows in the same order, so that one can be checked against the other. */
export function packingDocument(print: PackingPrint): string {
  const rows = print.rows.map((row, at) => html`<tr><td>${at + 1}</td><td>${unbroken(row.number)}</td><td class="l">${lines(row.title)}</td><td>${lines(row.doc)}</td><td>${row.copySerial}</td><td>${row.level}</td><td>${row.volume}</td><td></td></tr>`);
  const signed = print.signatures.map((s) => html`<span>${s} <i></i></span>`);
  const body = html`${print.copies.map((copyZh) => html`<section class="copy"><div class="top"><h1>${print.titleZh}<small>（${copyZh}）</small></h1>${print.barcode === undefined ? null : codeDrawing('code128', print.barcode)}</div>${headLine(print, [['外出号', print.number]])}
${factTable(print.facts)}
<table class="next"><colgroup><col class="k0"><col class="k1"><col><col class="k3"><col class="k4"><col class="k5"><col class="k6"><col class="k7"></colgroup><thead><tr><th>序<br>号</th><th>编　号</th><th>名　　称</th><th>文　号</th><th>份号</th><th>密级★期限</th><th>页数<br>容量</th><th>返回<br>核对</th></tr></thead><tbody>${rows}<tr class="tot"><td colspan="8">${print.countZh}</td></tr></tbody></table>
<div class="sign">${signed}</div></section>`)}`;
  // Each copy has its own heading; what names a further page is the number in its corner and the heads of its columns.
  return sheet(print, { orientation: 'portrait', css: CSS, body, runningZh: '' });
}
