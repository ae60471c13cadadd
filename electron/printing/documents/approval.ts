// 审批单: what is asked, what was checked, and boxes in which the answer is written by hand (paper is equal).
import { factTable, headLine, noteBlock, opinionCell, sheet, titleLine } from './sheet.ts';
import { html, lines, unbroken, type Markup } from './markup.ts';
import { codeDrawing } from './codes.ts';
import type { ApprovalPrint } from '#shared/printing.ts';

const CSS = `
.fk{width:24mm}
.i0{width:9mm}.i1{width:36mm}.i3{width:26mm}.i4{width:20mm}
.chk td{height:8mm}
.op td{height:30mm}
.op div{min-height:27mm}
`;

/** The approval form; the boxes stay empty, the number and its bar code bring the answer back into the program. */
export function approvalDocument(print: ApprovalPrint): string {
  const boxes: Markup[] = [];
  for (let at = 0; at < print.opinions.length; at += 2) {
    const one = print.opinions[at];
    const two = print.opinions[at + 1];
    if (one === undefined) continue;
    boxes.push(html`<tr class="op">${opinionCell(one.titleZh, one.hintZh, two === undefined ? 2 : 1)}${two === undefined ? null : opinionCell(two.titleZh, two.hintZh)}</tr>`);
  }
  const items = print.items.map((item, at) => html`<tr><td>${at + 1}</td><td>${unbroken(item.number)}</td><td class="l">${lines(item.title)}</td><td>${item.level}</td><td>${item.quantity}</td></tr>`);
  const checks = print.checks.map((check) => html`<tr class="chk"><td class="l" colspan="4">${check.textZh}</td><td>${check.resultZh}</td></tr>`);
  const body = html`${titleLine(print.titleZh, print.barcode === undefined ? null : codeDrawing('code128', print.barcode))}${headLine(print, [['编号', print.number]])}
${factTable(print.facts)}
<table class="next"><colgroup><col class="i0"><col class="i1"><col><col class="i3"><col class="i4"></colgroup><thead><tr><th>序<br>号</th><th>编　号</th><th>名　　称</th><th>密级★期限</th><th>数　量</th></tr></thead><tbody>${items}<tr class="end"><td colspan="5">以下空白</td></tr>
${checks.length === 0 ? null : html`<tr><th colspan="4">办理前核查</th><th>结　果</th></tr>${checks}`}</tbody></table>
<table class="next"><tbody>${boxes}</tbody></table>
${noteBlock(print.notes ?? [])}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}
