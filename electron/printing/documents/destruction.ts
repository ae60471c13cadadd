// 销毁清册 and 销毁证明: the list that is approved and checked three times, and the certificate that closes it.
import { factTable, headLine, noteBlock, opinionCell, sheet } from './sheet.ts';
import { html, lines, unbroken } from './markup.ts';
import { capitalNumber, longDate } from './numerals.ts';
import { totalsText } from './register.ts';
import type { DestructionPrint } from '#shared/printing.ts';

const CSS = `
.x0{width:8mm}.x2{width:18mm}.x3{width:14mm}.x4{width:29mm}.x5{width:11mm}.x6{width:14mm}.x7{width:13.5mm}.x8{width:14mm}.x9{width:12mm}
.y0{width:23mm}.fk{width:30mm}
.plain td{height:9.5mm;font-size:10.5pt}
.sg td{height:13mm}
.sg th{height:13mm;border:.5pt solid #000}
.plain th{border:.5pt solid #000}
.close{break-inside:avoid}
@page cert{@top-center{content:none}}
.cert{break-before:page;page:cert}
.cert p.say{font-size:12.5pt;line-height:2.1;text-indent:2em;margin:6mm 0;text-align:justify}
`;

const NOTES = [
  '监销人不少于二人，保管人不得兼任监销人，批准人不得兼任销毁人。',
  '出库、到场、销毁前三次清点，件数与合计一致方可销毁。',
  '在借、在查、下落不明的载体不得列入。',
  '本清册与审批记录长期保存，不得随载体一并销毁。',
];

/** List with tally per kind and capital total; the certificate follows when the destruction is recorded. */
export function destructionDocument(print: DestructionPrint): string {
  const total = print.totals.reduce((a, t) => a + t.count, 0);
  const rows = print.rows.map((row, at) => html`<tr><td>${at + 1}</td><td class="l">${lines(row.title)}</td><td>${lines(row.issuer)}</td><td>${lines(row.kindZh)}</td><td>${row.number.length > 40 ? lines(row.number) : unbroken(row.number)}</td><td>${row.level}</td><td>${row.volume}</td><td>${row.quantity}</td><td>${row.keeper}</td><td></td></tr>`);
  const list = html`<h1>${print.titleZh}</h1>${headLine(print, [['造册日期', longDate(print.listedOn)]])}
<table><colgroup><col class="x0"><col><col class="x2"><col class="x3"><col class="x4"><col class="x5"><col class="x6"><col class="x7"><col class="x8"><col class="x9"></colgroup><thead><tr><th>序<br>号</th><th>文件资料名称</th><th>制发单位</th><th>载体<br>类别</th><th>文号或编号</th><th>密级</th><th>页数或<br>容　量</th><th>份数或<br>数　量</th><th>保管人</th><th>监销<br>核对</th></tr></thead><tbody>${rows}<tr class="end"><td colspan="10">以下空白</td></tr><tr class="tot"><td colspan="10">${totalsText(print.totals)}</td></tr></tbody></table>
<div class="close"><table class="next plain"><colgroup><col class="y0"><col><col class="y0"><col></colgroup><tbody>
<tr><th>销毁原因</th><td class="l" colspan="3">${lines(print.reasonZh)}</td></tr>
<tr><th>承销单位</th><td class="l">${print.destroyerUnit}</td><th>销毁方式</th><td class="l">${lines(print.methodZh)}</td></tr>
<tr><th>押 运 人</th><td>${print.escorts?.[0] ?? ''}</td><th>押 运 人</th><td>${(print.escorts ?? []).slice(1).join('、')}</td></tr>
<tr class="op">${opinionCell('保密工作机构', undefined, 2)}${opinionCell('主管领导审批', undefined, 2)}</tr>
<tr><th>销毁时间</th><td>　　　年　　月　　日　　时</td><th>销毁地点</th><td></td></tr>
<tr class="sg"><th>销毁人<br>（签字）</th><td></td><th>接收人<br>（签字）</th><td></td></tr>
<tr class="sg"><th>监销人一<br>（签字）</th><td></td><th>监销人二<br>（签字）</th><td></td></tr></tbody></table>
${noteBlock(NOTES)}</div>`;
  const c = print.certificate;
  const certificate = c === undefined ? null : html`<section class="cert"><h1>涉密载体销毁证明</h1>${headLine(print, [['编号', c.number]])}
<p class="say">经 ${c.approvedBy} 批准（审批单 ${c.approvalNumber}），清册 ${print.number} 所列涉密载体共 <b>${capitalNumber(total)}</b>（${total}）件，已按下列清点全数销毁，销毁方式为${print.methodZh}，承销单位为${print.destroyerUnit}。现场监销人核对实物、件数与清册一致${c.unrecoverable === true ? '，查看残余，确认信息不可还原' : ''}${c.receiptZh === undefined ? '' : `；承销单位回执号 ${c.receiptZh}`}，特此证明。</p>
${factTable(print.totals.map((t) => ({ labelZh: t.kindZh, value: `${t.count} ${t.unitZh ?? '件'}（${capitalNumber(t.count)}）` })))}
<table class="next plain"><thead><tr><th>清点环节</th><th>清点件数</th><th>时　间</th><th>清点人</th></tr></thead><tbody>${c.counts.map((count) => html`<tr><td>${count.stageZh}</td><td><b>${count.count}</b></td><td>${count.at}</td><td>${count.by}</td></tr>`)}</tbody></table>
<table class="next plain"><colgroup><col class="y0"><col><col class="y0"><col></colgroup><tbody><tr class="sg"><th>监销人一<br>（签字）</th><td></td><th>监销人二<br>（签字）</th><td></td></tr><tr class="sg"><th>销毁人<br>（签字）</th><td></td><th>单位<br>（盖章）</th><td>　　　年　　月　　日</td></tr></tbody></table></section>`;
  return sheet(print, { orientation: 'portrait', css: CSS, body: html`${list}${certificate}` });
}
