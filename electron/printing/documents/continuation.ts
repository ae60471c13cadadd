// A register continued from the last sealed page: pages cut by us, a fixed number of lines of one height on each, the running page
// number and the page's digest on the page itself, a slip of corrections before them.
import { fitted } from './fitted.ts';
import { textWidth } from './measure.ts';
import { columnWidths } from './register.ts';
import { html, lines, type Markup } from './markup.ts';
import { sheet, signLine, USABLE_WIDTH } from './sheet.ts';
import type { ContinuationPage, ContinuationPrint, PrintColumn, PrintRow } from '#shared/printing.ts';

/** Millimetres between the margins of the sheet. */
const USABLE_HEIGHT = { landscape: 210 - 22 - 20, portrait: 297 - 25 - 24 } as const;
/** Title, heads of the columns, foot with the digest and the signatures. */
const AROUND = 43;
/** The line that says why a page was printed again, on two lines at most. */
const AGAIN = 10;
/** Lines of the slip on one sheet. */
const SLIP_LINES = 11;
const EDGES = 1.6;
const LEADING = 1.15;

/** Sheets that the slip of corrections takes. */
export const slipSheets = (print: ContinuationPrint): number => Math.ceil(print.slip.length / SLIP_LINES);

/** A document number that does not fit on one line goes on before its bracket, where a reader looks for it. */
const laidIn = (column: PrintColumn, value: string, room: number, pt: number): string => {
  if (column.nowrap !== true || textWidth(value, pt) <= room) return value;
  const parted = value.replace(/(?<=[^\n])(?=〔)/gu, '\n');
  return parted.split('\n').every((part) => textWidth(part, pt) <= room) ? parted : value;
};

function cell(column: PrintColumn, value: string, width: number, pt: number, most: number): Markup {
  if (column.ink === true || value === '') return html`<td></td>`;
  const room = width - EDGES;
  const shown = lines(fitted(laidIn(column, value, room, pt), room, pt, most).lines.join('\n'));
  const text = column.code === true ? html`<code>${shown}</code>` : shown;
  return html`<td class="${column.align === 'left' ? 'l' : column.align === 'right' ? 'r' : 'c'}"><div>${text}</div></td>`;
}

/** What stands in a cell; the draft of a corrected line stands in the last one. */
const valueOf = (row: PrintRow, columns: readonly PrintColumn[], at: number): string => {
  const value = row.cells[columns[at]?.key ?? ''] ?? '';
  return at === columns.length - 1 && row.noteZh !== undefined ? [value, row.noteZh].filter((t) => t !== '').join('\n') : value;
};

const bodyRow = (row: PrintRow, columns: readonly PrintColumn[], widths: readonly number[], pt: number, most: number): Markup =>
  html`<tr>${columns.map((column, at) => cell(column, valueOf(row, columns, at), widths[at] ?? 10, pt, most))}</tr>`;

function head(print: ContinuationPrint, right: Markup): Markup {
  const unit = print.department === undefined ? print.organisation : `${print.organisation}　${print.department}`;
  return html`<h1>${print.titleZh}</h1><div class="sub"><span>单位（部门）：<u>${unit}</u></span>${right}</div>`;
}

function pageSection(print: ContinuationPrint, page: ContinuationPage, widths: readonly number[], pt: number, most: number): Markup {
  const { columns, linesPerPage } = print;
  const instead = page.replaces === undefined ? '' : `　代替 ${page.replaces} 所打本页，原页作废销毁`;
  const { again } = print;
  const state = again === undefined ? `${page.sealed ? '满页，已封' : '未满页，补满后重打'}${instead}` : `满页，已封　原页 ${again.print}${again.printedOn === '' ? '' : `（${again.printedOn} 打印）`}，本页照封页内容补印`;
  const blank = Array.from({ length: Math.max(0, linesPerPage - page.rows.length) }, (_, at) => (at === 0 ? html`<tr class="rest"><td colspan="${columns.length}">以下空白</td></tr>` : html`<tr>${columns.map(() => html`<td></td>`)}</tr>`));
  const left = page.rows.some((row) => columns.some((c, at) => c.ink !== true && fitted(laidIn(c, valueOf(row, columns, at), (widths[at] ?? 10) - EDGES, pt), (widths[at] ?? 10) - EDGES, pt, most).cut));
  const why = again === undefined ? '' : html`<p class="digest">补印第 ${again.times} 次，补印编号 <code>${print.foot.printNumber}</code>${again.reasonZh === '' ? '' : `　原页去向：${again.reasonZh}`}${again.corrected === 0 ? '' : `　封页后更正 ${again.corrected} 条，见更正附页`}</p>`;
  return html`<section class="page">${head(print, html`${again === undefined ? '' : html`<span class="open"><b>补印</b></span>`}<span>第 <b>${page.page}</b> 页</span><span class="${page.sealed ? 'full' : 'open'}">${state}</span>`)}
<table class="register fixed"><colgroup>${widths.map((_, at) => html`<col class="w${at}">`)}</colgroup>
<thead><tr>${columns.map((c) => html`<th scope="col">${lines(c.titleZh)}</th>`)}</tr></thead>
<tbody>${page.rows.map((row) => bodyRow(row, columns, widths, pt, most))}${blank}</tbody></table>
<p class="digest">第 ${page.page} 页　本页 ${page.rows.length} 行　页摘要 <code>${page.code}</code>${left ? '　带“…”的栏没有打全，全文见台账' : ''}</p>${why}${signLine(print.signatures)}</section>`;
}

const SLIP_COLUMNS: readonly (readonly [string, string])[] = [['页码', '14mm'], ['编号', '30mm'], ['更正的栏', '28mm'], ['原登记', '54mm'], ['更正为', '54mm'], ['更正原因', '40mm'], ['更正人\n日期', '26mm'], ['前页已改\n（签字）', 'auto']];

function slipSection(print: ContinuationPrint, from: number, of: number): Markup {
  const part = print.slip.slice((from - 1) * SLIP_LINES, from * SLIP_LINES);
  const room = print.orientation === 'landscape' ? 1 : USABLE_WIDTH.portrait / USABLE_WIDTH.landscape;
  const text = (value: string, width: number): Markup => html`<td class="l"><div>${lines(fitted(value === '' ? '（空）' : value, width * room - EDGES - 1, 9, 2).lines.join('\n'))}</div></td>`;
  return html`<section class="page">${head(print, html`<span><b>前页更正</b>${of > 1 ? `　第 ${from} 张，共 ${of} 张` : ''}</span><span>共 <b>${print.slip.length}</b> 处</span>`)}
<table class="register slip"><colgroup>${SLIP_COLUMNS.map((_, at) => html`<col class="s${at}">`)}</colgroup>
<thead><tr>${SLIP_COLUMNS.map(([titleZh]) => html`<th scope="col">${lines(titleZh)}</th>`)}</tr></thead>
<tbody>${part.map((s) => html`<tr><td>第 ${s.page} 页</td><td><code>${s.number}</code></td><td>${s.fieldZh}</td>${text(s.before, 54)}${text(s.after, 54)}${text(s.reasonZh, 40)}<td>${lines(s.byZh)}</td><td></td></tr>`)}<tr class="rest"><td colspan="${SLIP_COLUMNS.length}">以下空白</td></tr></tbody></table>
<p class="digest">以上各处在封页以后更正，封页不重打。请在原页相应处划线改正、签字，并将本附页附在所改的页后。</p>${signLine(print.signatures)}</section>`;
}

/** The pages as a printable document: the slip first, then the pages in order, each on a sheet of its own. */
export function continuationDocument(print: ContinuationPrint): string {
  const widths = columnWidths(print.columns, USABLE_WIDTH[print.orientation]);
  // A book of many narrow columns takes three small lines to a row, any other two larger ones.
  const pt = print.columns.length > 12 ? 8 : 9;
  const height = Math.floor(((USABLE_HEIGHT[print.orientation] - AROUND - (print.again === undefined ? 0 : AGAIN)) / print.linesPerPage) * 100) / 100;
  // What is left of the row is the rule and the air about the text.
  const most = Math.max(1, Math.floor((height - 0.6) / (pt * LEADING * 0.3528)));
  const sheets = slipSheets(print);
  const css = `
.page{break-after:page}
.page:last-of-type{break-after:auto}
h1{font-size:16pt}
.sub{margin:1.5mm 0 1.2mm;font-size:10.5pt}
.sub b{font-size:12pt;padding:0 1mm}
.open{border:.8pt solid #000;padding:0 2mm;font-weight:400}
.register th{font-size:${Math.min(9.5, pt + 0.4).toFixed(1)}pt;height:9.5mm;padding:.3mm .5mm}
.register td{font-size:${pt}pt;line-height:${LEADING};padding:0 .6mm}
.register td div{white-space:nowrap}
.fixed tbody tr,.fixed tbody td{height:${height}mm}
.slip td{height:9.5mm;font-size:9pt}
tr.rest td{letter-spacing:3pt;font-size:9pt}
.digest{margin-top:1.6mm;font-size:9pt}
.sign{margin-top:2mm;font-size:10pt}
${widths.map((w, at) => `.w${at}{width:${w}mm}`).join('')}${SLIP_COLUMNS.map(([, w], at) => (w === 'auto' ? '' : `.s${at}{width:${print.orientation === 'landscape' ? w : `${(Number.parseFloat(w) * USABLE_WIDTH.portrait) / USABLE_WIDTH.landscape}mm`}}`)).join('')}`;
  const body = html`${Array.from({ length: sheets }, (_, at) => slipSection(print, at + 1, sheets))}${print.pages.map((page) => pageSection(print, page, widths, pt, most))}`;
  return sheet(print, { orientation: print.orientation, css, body, numbering: 'sheets', runningZh: '' });
}
