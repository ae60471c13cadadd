// 信封封面 and 封签: what is pasted on the envelope and over its seams. Cut out along the dashed lines.
import { sheet } from './sheet.ts';
import { html, unbroken } from './markup.ts';
import { longDate } from './numerals.ts';
import type { EnvelopePrint } from '#shared/printing.ts';

const CSS = `
.face{border:1.2pt solid #000;height:118mm;padding:7mm 9mm;position:relative;display:flex;flex-direction:column}
.hd{display:flex;justify-content:space-between;align-items:flex-start}
.hd strong{font-size:30pt;line-height:1;letter-spacing:4pt}
.hd .ur{font-size:22pt;border:1.6pt solid #000;padding:1.5mm 3mm}
.to{margin-top:9mm;font-size:20pt;line-height:1.4;text-align:center}
.docs{margin-top:8mm;font-size:11pt;line-height:1.6;max-height:36mm;overflow:hidden}
.ft{margin-top:auto;display:flex;justify-content:space-between;font-size:11pt;align-items:flex-end}
.cutline{border-top:.6pt dashed #000;margin:7mm 0 5mm;text-align:center;font-size:8.5pt;line-height:1;height:0}
.cutline span{background:#fff;padding:0 3mm;position:relative;top:-1.6mm}
.strip{border:1.2pt solid #000;height:26mm;margin-bottom:5mm;display:flex;align-items:stretch}
.strip div{display:flex;flex-direction:column;justify-content:center;align-items:center;padding:0 3mm}
.strip .w{width:34mm;border-right:.5pt solid #000}
.strip .w strong{font-size:24pt;letter-spacing:6pt;text-indent:6pt;line-height:1.1}
.strip .m{flex:1;font-size:10.5pt;line-height:1.6}
.strip .s{width:40mm;border-left:.5pt dashed #000;font-size:9pt;color:#000}
`;

/** The face names level, urgency, both sides and every document number inside (P050); the strips go over flap and seam (P099). */
export function envelopeDocument(print: EnvelopePrint): string {
  const strips = Array.from({ length: print.strips }, () => html`<div class="strip"><div class="w"><strong>密封</strong></div><div class="m"><span>封号 <code>${print.envelopeNumber === '' ? '＿＿＿＿＿＿' : print.envelopeNumber}</code>　${print.levelZh}</span><span>${print.organisation}　${longDate(print.sealedOn)}</span></div><div class="s"><span>骑缝加盖密封章</span></div></div>`);
  const body = html`<section class="face"><div class="hd"><strong>${print.levelZh}</strong>${print.urgencyZh === '' ? null : html`<b class="ur">${print.urgencyZh}</b>`}</div>
<p class="to"><b>${print.recipient}</b>${print.addressee === null ? null : html`<br>${print.addressee}　${print.urgencyZh === '亲收件' ? '亲启' : '收'}`}</p>
<p class="docs">内装 ${print.countZh}：${print.docNumbers.map((doc, at) => html`${at === 0 ? null : '　'}${unbroken(doc)}`)}</p>
<div class="ft"><span>封号 <code>${print.envelopeNumber === '' ? '＿＿＿＿＿＿' : print.envelopeNumber}</code><br>登记号 <code>${print.number}</code></span><span>${print.department === undefined ? print.organisation : `${print.organisation}　${print.department}`}</span></div></section>
<div class="cutline"><span>✂　沿虚线裁开；信封用韧线装订，封签贴在封口和中缝上，加盖密封章</span></div>${strips}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}
