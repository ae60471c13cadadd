// 今日待办单: the list for the morning round, with a box to tick by hand.
import { headLine, sheet, signLine } from './sheet.ts';
import { html, lines } from './markup.ts';
import { longDate } from './numerals.ts';
import type { DueListPrint } from '#shared/printing.ts';

const CSS = `
.d0{width:9mm}.d2{width:26mm}.d3{width:18mm}.d4{width:20mm}.d5{width:18mm}.d6{width:15mm}.d7{width:11mm}
td.box span{display:inline-block;width:4mm;height:4mm;border:.8pt solid #000;vertical-align:middle}
h2 small{font-weight:400;font-size:10.5pt}
`;

/** Overdue, today, the coming week; an empty group says so, because silence could be a missing page. */
export function dueListDocument(print: DueListPrint): string {
  const groups = print.groups.map((group) => html`<h2>${group.titleZh} <small>（${group.rows.length} 项）</small></h2>${group.rows.length === 0 ? html`<p>无。</p>` : html`<table><colgroup><col class="d0"><col><col class="d2"><col class="d3"><col class="d4"><col class="d5"><col class="d6"><col class="d7"></colgroup><thead><tr><th>序<br>号</th><th>事　　项</th><th>编　号</th><th>当事人</th><th>密　级</th><th>期　限</th><th>依　据</th><th>已办</th></tr></thead><tbody>${group.rows.map((row, at) => html`<tr><td>${at + 1}</td><td class="l">${lines(row.titleZh)}</td><td><code>${row.number}</code></td><td>${row.personZh}</td><td>${row.level}</td><td>${lines(row.dueZh)}</td><td class="nw">${row.ruleZh}</td><td class="box"><span></span></td></tr>`)}</tbody></table>`}`);
  const body = html`<h1>${print.titleZh}</h1>${headLine(print, [['日期', longDate(print.date)]])}${groups}${signLine(['经办人'])}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}
