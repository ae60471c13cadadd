// 审计锚点单: one line on paper that bounds every later forgery (design: anchors on paper, 100 bits and a check character).
import { factTable, headLine, noteBlock, sheet } from './sheet.ts';
import { html } from './markup.ts';
import { grouped, longDate } from './numerals.ts';
import type { AnchorPrint, PrintFact } from '#shared/printing.ts';

const CSS = `
.fk{width:28mm}
.code{border:1.6pt solid #000;margin:6mm 0 4mm;padding:6mm 0 5mm;text-align:center}
.code p{font-size:11pt}
.code strong{display:block;font-size:21pt;line-height:1.5;letter-spacing:1.5pt;white-space:nowrap}
.a0{width:12mm}.a1{width:34mm}.a2{width:30mm}
.sg th{height:16mm;border:.5pt solid #000}
.sg td{height:16mm;text-align:right;vertical-align:bottom;font-size:10pt}
`;

/** The sheet printed at close of work, on demand and with every backup. It reveals nothing about the registers. */
export function anchorDocument(print: AnchorPrint): string {
  const facts: PrintFact[] = [
    { labelZh: '终端编号', value: print.terminalNumber }, { labelZh: '日　　期', value: longDate(print.date) },
    { labelZh: '打印缘由', value: print.occasionZh }, { labelZh: '审计序号', value: `#${grouped(print.seq)}` },
  ];
  if (print.backupId !== undefined) facts.push({ labelZh: '随附备份', value: print.backupId, wide: true });
  const previous = print.previous.map((p, at) => html`<tr><td>${at + 1}</td><td>${longDate(p.date)}</td><td><code>#${grouped(p.seq)}</code></td><td><code>${p.code}</code></td></tr>`);
  const body = html`<h1>${print.titleZh}</h1>${headLine(print, [])}
${factTable(facts)}
<div class="code"><p>审计序号 <b>${print.seq}</b> 处的锚点码</p><strong>${print.code}</strong></div>
<table class="sg"><colgroup><col class="fk"><col><col class="fk"><col></colgroup><tbody><tr><th>保密员<br>（签字）</th><td>　　　　年　　月　　日</td><th>安全审计员<br>（签字）</th><td>　　　　年　　月　　日</td></tr></tbody></table>
${noteBlock([
    '本单只含校验码，不含台账内容；由安全审计员单独保管，不与终端放在一处。',
    '核验时在“核验”页输入审计序号和锚点码，不分大小写；码中没有字母 I、L、O、U，0 与 1 均为数字。',
    '核对一致，说明该序号及以前的审计记录自打印以来未发现改动；不一致，请停止登记，封存终端，报保密工作机构。',
  ], true)}
${previous.length === 0 ? null : html`<h2>此前的锚点（供对照，以当日纸质原件为准）</h2><table><colgroup><col class="a0"><col class="a1"><col class="a2"><col></colgroup><thead><tr><th>序<br>号</th><th>日　期</th><th>审计序号</th><th>锚　点　码</th></tr></thead><tbody>${previous}<tr class="end"><td colspan="4">以下空白</td></tr></tbody></table>`}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}
