// Slips: two to a page with a cut line; each half carries its own mark, number and foot, because the halves part company.
import { factTable, sheet } from './sheet.ts';
import { html, type Markup } from './markup.ts';
import { codeDrawing } from './codes.ts';
import { grouped } from './numerals.ts';
import type { LoanSlipPrint, PrintSlip } from '#shared/printing.ts';

const CSS = `
@page{size:A4 portrait;margin:8mm 14mm 8mm 22mm;@top-left{content:none}@top-right{content:none}@top-center{content:none}@bottom-center{content:none}@bottom-left{content:none}@bottom-right{content:none}}
.fk{width:24mm}
.half{height:140mm;position:relative;break-inside:avoid;padding-top:2mm}
.half.upper{border-bottom:.6pt dashed #000}
.half.lower{padding-top:9mm;height:141mm;break-after:page}
.half.lower:last-of-type{break-after:auto}
.cut{position:absolute;left:0;right:0;bottom:-2.4mm;text-align:center;font-size:8.5pt;line-height:1}
.cut span{background:#fff;padding:0 3mm}
.bar{display:flex;justify-content:space-between;align-items:flex-start;min-height:15mm}
.bar strong{font-size:16pt;line-height:1;white-space:nowrap}
.bar .no{text-align:right;font-size:9.5pt;line-height:1.45}
.bar svg{height:10mm;width:44mm;display:block;margin-left:auto}
.half h1{font-size:17pt;margin:-4mm 0 3mm}
.half h1 small{font-size:10.5pt;font-weight:400;letter-spacing:0}
.half table.facts td,.half table.facts th{height:8.4mm;font-size:10pt}
.sg th{width:24mm;height:12mm;border:.5pt solid #000}
.sg td{height:12mm;text-align:right;font-size:9pt;vertical-align:bottom}
.half .note{margin-top:1.6mm;font-size:9pt;line-height:1.45}
.sf{position:absolute;left:0;right:0;bottom:4.5mm;border-top:.5pt solid #000;padding-top:.8mm;display:flex;justify-content:space-between;font-size:8pt;line-height:1.35;white-space:nowrap}
`;

function half(print: LoanSlipPrint, slip: PrintSlip, at: number, of: number): Markup {
  const rows: Markup[] = [];
  for (let i = 0; i < slip.signatures.length; i += 2) {
    const second = slip.signatures[i + 1];
    rows.push(html`<tr class="sg"><th>${slip.signatures[i] ?? ''}</th><td${second === undefined ? html` colspan="3"` : null}>年　　月　　日</td>${second === undefined ? null : html`<th>${second}</th><td>年　　月　　日</td>`}</tr>`);
  }
  const upper = at % 2 === 0;
  const foot = print.foot;
  return html`<section class="half ${upper ? 'upper' : 'lower'}"><div class="bar"><strong>${slip.mark ?? ''}</strong><div class="no">表号 <code>${print.formNumber}</code>　编号 <code>${slip.number}</code>${print.sample ? html`<br>【样张　数据均为虚构】` : null}${slip.barcode === undefined ? null : codeDrawing('code128', slip.barcode)}</div></div>
<h1>${slip.titleZh}${slip.copyZh === undefined ? null : html`<small>（${slip.copyZh}）</small>`}</h1>
${factTable([{ labelZh: '单位（部门）', value: print.department === undefined ? print.organisation : `${print.organisation}　${print.department}`, wide: true }, ...slip.facts])}
<table class="next"><colgroup><col class="fk"><col><col class="fk"><col></colgroup><tbody>${rows}</tbody></table>
${slip.noteZh === undefined ? null : html`<p class="note">${slip.noteZh}</p>`}
<div class="sf"><span>打印编号 ${foot.printNumber}　打印人 ${foot.printedBy}　${foot.printedAt}${foot.carrierNumber === null ? null : html`<br>本表打印后为涉密载体，已登记 ${foot.carrierNumber}`}</span><span>第 ${at + 1} 张　共 ${of} 张</span><span>审计链首 #${grouped(foot.chainSeq)}　${foot.chainCode}</span></div>
${upper ? html`<div class="cut"><span>✂　沿此线裁开</span></div>` : null}</section>`;
}

/** 借据, 签收单, 催还单 and the like. */
export function slipDocument(print: LoanSlipPrint): string {
  const body = html`${print.slips.map((slip, at) => half(print, slip, at, print.slips.length))}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body, bareFoot: true });
}
