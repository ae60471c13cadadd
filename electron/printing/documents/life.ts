// The life of one carrier on paper: what it is, everything that happened to it, who knows it, what was corrected.
import { closingRow, factTable, headLine, sheet, signLine } from './sheet.ts';
import { html, lines } from './markup.ts';
import { grouped } from './numerals.ts';
import type { LifePrint } from '#shared/printing.ts';

const CSS = `
.fk{width:24mm}
table.facts td,table.facts th{height:8.2mm}
.sign{margin-top:4mm}
th{height:8.4mm}
h2{margin-top:3.5mm}
.keep{break-inside:avoid}
.e0{width:9mm}.e1{width:30mm}.e2{width:24mm}.e3{width:24mm}.e5{width:18mm}
.k0{width:9mm}.k1{width:26mm}.k2{width:40mm}.k3{width:24mm}.k4{width:32mm}
.m0{width:26mm}.m3{width:26mm}.m4{width:18mm}.m5{width:30mm}
td.dot{position:relative;padding:0}
td.dot::before{content:'';position:absolute;left:50%;top:0;bottom:0;border-left:1pt solid #000}
td.dot::after{content:'';position:absolute;left:calc(50% - 1.3mm);top:calc(50% - 1.3mm);width:2.6mm;height:2.6mm;border:1pt solid #000;border-radius:50%;background:#fff}
tr.first td.dot::before{top:50%}
tr.last td.dot::before{bottom:50%}
tr.last td.dot::after{background:#000}
tr.old td.dot::after{border-style:dotted}
`;

/** Identity, life line, known persons and corrections of one carrier. */
export function lifeDocument(print: LifePrint): string {
  const last = print.events.length - 1;
  const events = print.events.map((event, at) => html`<tr class="${[at === 0 ? 'first' : '', at === last ? 'last' : '', event.struck ? 'old' : ''].filter(Boolean).join(' ')}"><td class="dot"></td><td>${event.at}</td><td><b>${event.kindZh}</b></td><td>${event.personZh}</td><td class="l">${lines(event.detailZh)}</td><td class="nx"><code>#${grouped(event.chainSeq)}</code>${event.noteZh === undefined ? null : html`<br>${event.noteZh}`}</td></tr>`);
  const known = print.known.map((person, at) => html`<tr><td>${at + 1}</td><td>${person.name}</td><td>${person.department}</td><td>${person.methodZh}</td><td>${person.at}</td><td>${person.scopeZh}</td></tr>`);
  const corrections = print.corrections.map((c) => html`<tr><td>${c.fieldZh}</td><td class="l"><s>${c.before}</s></td><td class="l">${c.after}</td><td>${c.reasonZh}</td><td>${c.by}</td><td>${c.at}</td></tr>`);
  const body = html`<h1>${print.titleZh}</h1>${headLine(print, [['载体编号', print.carrierNumber]])}
${factTable([...print.facts, { labelZh: '现　　状', value: print.stateZh, wide: true }])}
<h2>一、经历（${print.events.length} 项）</h2>
<table><colgroup><col class="e0"><col class="e1"><col class="e2"><col class="e3"><col><col class="e5"></colgroup><thead><tr><th></th><th>时间</th><th>事项</th><th>当事人</th><th>内　　容</th><th>审计序号</th></tr></thead><tbody>${events}<tr class="end"><td colspan="6">以下空白</td></tr></tbody></table>
<h2>二、知悉人员（${print.known.length} 人）</h2>
<table><colgroup><col class="k0"><col class="k1"><col class="k2"><col class="k3"><col class="k4"><col></colgroup><thead><tr><th>序<br>号</th><th>姓　名</th><th>部门职务</th><th>知悉方式</th><th>知悉时间</th><th>范围内或审批单号</th></tr></thead><tbody>${known}<tr class="end"><td colspan="6">以下空白</td></tr></tbody></table>
${print.corrections.length === 0 ? html`<div class="keep"><h2>三、更正</h2><p>无更正。</p>${signLine(print.signatures)}</div>` : html`<h2>三、更正（${print.corrections.length} 处）</h2>
<table><colgroup><col class="m0"><col><col><col class="m3"><col class="m4"><col class="m5"></colgroup><thead><tr><th>栏目</th><th>原登记</th><th>更正为</th><th>事由</th><th>更正人</th><th>时间</th></tr></thead><tbody>${corrections}${closingRow(6, signLine(print.signatures))}</tbody></table>`}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}
