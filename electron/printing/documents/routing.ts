// 文件呈批传阅笺: goes with the paper to the office and from reader to clerk to reader; opinions and signatures are ink.
import { factTable, headLine, noteBlock, opinionCell, sheet, titleLine } from './sheet.ts';
import { html, lines, type Markup } from './markup.ts';
import { codeDrawing } from './codes.ts';
import type { RoutingPrint } from '#shared/printing.ts';

const CSS = `
.fk{width:22mm}
.op td{height:26mm}
.op div{min-height:23mm}
.r0{width:9mm}.r1{width:19mm}.r2{width:22mm}.r3{width:21mm}.r4{width:21mm}.r6{width:24mm}
.readers td{height:11mm}
`;

/** The slip as far as it is known; every box and every signature stays empty for ink. */
export function routingDocument(print: RoutingPrint): string {
  const row = (turn: string, name: string, department: string, out: string, back: string): Markup => html`<tr><td>${turn}</td><td>${name}</td><td>${lines(department)}</td><td>${lines(out)}</td><td>${lines(back)}</td><td></td><td></td></tr>`;
  const blank = Array.from({ length: print.blankRows }, (_, at) => row(String(print.readers.length + at + 1), '', '', '', ''));
  const body = html`${titleLine(print.titleZh, print.barcode === undefined ? null : codeDrawing('code128', print.barcode))}${headLine(print, [[print.numberZh, print.number]])}
${factTable(print.facts)}
<table class="next"><tbody><tr class="op">${opinionCell('拟办', print.proposal ?? undefined)}${opinionCell(`批办（${print.routerZh}）`, print.routed ?? undefined)}</tr></tbody></table>
<table class="next readers"><colgroup><col class="r0"><col class="r1"><col class="r2"><col class="r3"><col class="r4"><col><col class="r6"></colgroup>
<thead><tr><th>次<br>序</th><th>传阅人</th><th>部　门</th><th>送阅时间</th><th>退阅时间</th><th>批　示　意　见</th><th>本人签名</th></tr></thead>
<tbody>${print.readers.map((r) => row(r.turn, r.name, r.department, r.out, r.back))}${blank}</tbody></table>
<table class="next"><tbody><tr class="op">${opinionCell('批示落实', print.followUp ?? undefined, 2)}</tr></tbody></table>
${noteBlock(print.notes)}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}
