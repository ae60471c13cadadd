// Any register as a ruled book page: head, rows with struck revisions, 以下空白, totals, signatures.
import { closingRow, factTable, headLine, noteBlock, sheet, signLine, USABLE_WIDTH } from './sheet.ts';
import { html, lines, unbroken, type Markup } from './markup.ts';
import { textWidth } from './measure.ts';
import { capitalNumber, longDate } from './numerals.ts';
import type { PrintColumn, PrintRow, PrintTotal, RegisterPrint } from '#shared/printing.ts';

const CSS = `
tr{break-inside:avoid}
.register td{padding:.4mm .6mm;text-wrap-style:auto}
.register td.ev,.register td.nx{text-wrap-style:balance}
.register td.l{text-wrap-style:auto}
table.facts td,table.facts th{height:8.4mm}
.fk{width:22mm}
`;

/** Millimetres of each column: fixed ones as given, fractions share the rest; scaled down when the book is too wide. */
export function columnWidths(columns: readonly PrintColumn[], usable: number): number[] {
  const fixed = columns.map((c) => (c.width.endsWith('mm') ? Number.parseFloat(c.width) : 0));
  const parts = columns.map((c) => (c.width.endsWith('fr') ? Number.parseFloat(c.width) : 0));
  const sum = fixed.reduce((a, b) => a + b, 0);
  const shares = parts.reduce((a, b) => a + b, 0);
  // A fraction never gets less than 10 mm: a title column that vanishes is worse than narrow neighbours.
  const rest = Math.max(usable - sum, shares * 10);
  const widths = columns.map((_, at) => (fixed[at] ?? 0) + (shares > 0 ? rest * ((parts[at] ?? 0) / shares) : 0));
  const total = widths.reduce((a, b) => a + b, 0);
  return total <= 0 ? widths : widths.map((w) => Math.round(w * (usable / total) * 100) / 100);
}

/** Size of the cells: a book of many columns is set smaller, never below 7.5 pt. */
function cellSize(columns: number): number {
  return columns <= 12 ? 9.5 : columns <= 17 ? 8.8 : columns <= 20 ? 8.2 : 7.5;
}

/** What the padding and the rule of a cell take from its column. */
const CELL_EDGES = 1.3;

// Cells repeat (levels, places, states), so each distinct text of a column is measured and escaped once. Most fit on one line:
// they are told so, which spares the layout engine the search for even lines.
function cellWriter(column: PrintColumn, width: number, pt: number): (value: string) => string {
  const known = new Map<string, string>();
  const side = column.align === 'left' ? 'l' : column.align === 'right' ? 'r' : '';
  const open = (...more: readonly string[]): string => {
    const className = [side, ...more].filter(Boolean).join(' ');
    return className === '' ? '<td>' : `<td class="${className}">`;
  };
  const room = width - CELL_EDGES;
  return (value) => {
    if (column.ink || value === '') return `${open()}</td>`;
    const old = known.get(value);
    if (old !== undefined) return old;
    const whole = !/[\r\n]/.test(value) && textWidth(value, pt) <= room;
    const longest = whole || !column.nowrap ? 0 : Math.max(...value.split(/\r?\n|(?=〔)/).map((part) => textWidth(part, pt)));
    // What does not fit on one line breaks where it must: nothing may run into the next column.
    const text = column.nowrap && !whole && longest <= room ? unbroken(value) : lines(value);
    const cell = `${open(!whole ? 'ev' : column.nowrap ? 'nw' : '')}${column.code ? `<code>${text.markup}</code>` : text.markup}</td>`;
    if (known.size < 5000) known.set(value, cell);
    return cell;
  };
}

function bodyRows(print: RegisterPrint, widths: readonly number[], pt: number): string {
  const writers = print.columns.map((column, at) => cellWriter(column, widths[at] ?? 10, pt));
  const last = print.columns.length - 1;
  const parts: string[] = [];
  for (const row of print.rows) parts.push(bodyRow(row, print.columns, writers, last));
  return parts.join('');
}

function bodyRow(row: PrintRow, columns: readonly PrintColumn[], writers: readonly ((value: string) => string)[], last: number): string {
  let cells = row.struck ? '<tr class="old">' : '<tr>';
  for (let at = 0; at <= last; at++) {
    const column = columns[at];
    const write = writers[at];
    if (column === undefined || write === undefined) continue;
    const value = row.cells[column.key] ?? '';
    if (at === last && row.noteZh !== undefined) cells += noteCell(value, row.noteZh, column.ink === true);
    else cells += write(value);
  }
  return `${cells}</tr>`;
}

function noteCell(value: string, noteZh: string, ink: boolean): string {
  return html`<td class="nx">${ink || value === '' ? null : html`${lines(value)}<br>`}${lines(noteZh)}</td>`.markup;
}

/** 合计 per kind, and the whole in capital numerals, so that no stroke can change it. */
export function totalsText(totals: readonly PrintTotal[]): Markup {
  const sum = totals.reduce((a, t) => a + t.count, 0);
  return html`<span>合计：</span>${totals.map((t) => html`<span>${t.kindZh} <b>${t.count}</b> ${t.unitZh ?? '件'}${t.detailZh === undefined ? null : `（${t.detailZh}）`}</span>`)}<span>总计 <b>${capitalNumber(sum)}</b>（${sum}）件</span>`;
}

/**
 * The register as a printable document. Signature columns stay blank, earlier revisions are struck through with their
 * note beside them (P: nothing vanishes), the last line says 以下空白.
 */
export function registerDocument(print: RegisterPrint): string {
  const usable = USABLE_WIDTH[print.orientation];
  const widths = columnWidths(print.columns, usable);
  const pt = cellSize(print.columns.length);
  const span = print.columns.length;
  const more: (readonly [string, string])[] = [];
  if (print.periodFrom !== undefined || print.periodTo !== undefined) more.push(['登记期间', `${longDate(print.periodFrom ?? '')} 至 ${longDate(print.periodTo ?? '')}`]);
  else if (print.year !== undefined) more.push(['年度', `${print.year} 年`]);
  more.push([print.countLabelZh ?? '件数', String(print.count)]);
  const blank = Array.from({ length: print.blankRows ?? 0 }, (_, at) => html`<tr><td>${print.rows.length + at + 1}</td>${Array.from({ length: span - 1 }, () => html`<td></td>`)}</tr>`);
  const end = print.blankRows ? null : html`<tr class="end"><td colspan="${span}">以下空白</td></tr>`;
  const totals = print.totals === undefined ? null : html`<tr class="tot"><td colspan="${span}">${totalsText(print.totals)}</td></tr>`;
  const css = `${CSS}.register td{font-size:${pt}pt}.register th{font-size:${Math.min(10, pt + 0.4).toFixed(1)}pt}${widths.map((w, at) => `.w${at}{width:${w}mm}`).join('')}`;
  const facts = print.facts === undefined || print.facts.length === 0 ? null : factTable(print.facts);
  const body = html`<h1>${print.titleZh}</h1>${headLine(print, more)}${facts}
<table class="register${facts === null ? '' : ' next'}"><colgroup>${widths.map((_, at) => html`<col class="w${at}">`)}</colgroup>
<thead><tr>${print.columns.map((c) => html`<th scope="col">${lines(c.titleZh)}</th>`)}</tr></thead>
<tbody>${{ markup: bodyRows(print, widths, pt) }}${blank}${end}${totals}${closingRow(span, html`${noteBlock(print.notes ?? [])}${signLine(print.signatures)}`)}</tbody></table>`;
  return sheet(print, { orientation: print.orientation, css, body });
}

/**
 * A register of very many lines as volumes of at most `cells` cells, each to be printed by itself: the layout engine
 * holds every page in memory, and some 170,000 cells (10,000 lines of 17 columns) were more than it could. Totals stand
 * in the last volume; a struck revision is never parted from the line that replaced it.
 */
export function registerVolumes(print: RegisterPrint, cells = 80_000): RegisterPrint[] {
  const most = Math.max(1, Math.floor(cells / Math.max(1, print.columns.length)));
  if (print.rows.length <= most) return [print];
  const parts: PrintRow[][] = [];
  for (let at = 0; at < print.rows.length;) {
    let end = Math.min(at + most, print.rows.length);
    while (end < print.rows.length && end > at + 1 && print.rows[end - 1]?.struck === true) end--;
    parts.push(print.rows.slice(at, end));
    at = end;
  }
  return parts.map((rows, at) => {
    const { totals, ...rest } = print;
    const last = at === parts.length - 1;
    const serialZh = `${print.serialZh === undefined ? '' : `${print.serialZh}　`}第 ${at + 1} 分册　共 ${parts.length} 分册`;
    return { ...rest, rows, serialZh, ...(last && totals !== undefined ? { totals } : {}), ...(last ? {} : { blankRows: 0 }) };
  });
}
