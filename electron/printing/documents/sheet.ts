// The sheet every form is printed on: page boxes, faces, tables. Which face a text takes is decided by its tag alone
// (see FACE_TAGS), so that fonts.ts can tell from the HTML which slices of which face a print needs.
import { cssString, html, lines, type Markup } from './markup.ts';
import { textWidth } from './measure.ts';
import { grouped } from './numerals.ts';
import type { PrintBase, PrintFact } from '#shared/printing.ts';

/** Tags that leave the regular serif face. Everything else is Noto Serif SC 400. */
export const FACE_TAGS = {
  serifBold: ['th', 'b', 'h1', 'h2'],
  sans: ['code'],
  sansBold: ['strong'],
} as const;

/** Replaced by fonts.ts with the @font-face rules of the slices this print needs. */
export const FONT_MARK = '/*fonts*/';

export const SERIF = "'Noto Serif SC','Noto Serif CJK SC','Source Han Serif SC','SimSun','SimSun-ExtB','SimSun-ExtG',serif";
export const SANS = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','SimHei','SimSun-ExtB',sans-serif";

const CSS = `
*{box-sizing:border-box}
html,body{margin:0;padding:0;background:#fff;color:#000}
body{font:400 10.5pt/1.4 ${SERIF};font-variant-numeric:tabular-nums;font-synthesis:none;-webkit-print-color-adjust:exact}
p,h1,h2{margin:0}
b,th,h1,h2{font-family:${SERIF};font-weight:700}
code{font-family:${SANS};font-weight:400}
strong{font-family:${SANS};font-weight:700}
h1{font-size:20pt;line-height:1.25;text-align:center;letter-spacing:3pt;text-indent:3pt}
h2{font-size:12pt;margin:4.5mm 0 1.6mm;break-after:avoid}
.sub{display:flex;justify-content:space-between;gap:6mm;margin:3.5mm 0 1.6mm;font-size:11pt}
.sub span{white-space:nowrap}
.sub span:first-child{white-space:normal}
.sub u{text-decoration:none;border-bottom:.4pt solid #000;padding:0 3mm}
table{border-collapse:collapse;width:100%;table-layout:fixed;border:1.6pt solid #000}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.5pt solid #000;padding:.5mm .9mm;text-align:center;vertical-align:middle;overflow-wrap:anywhere;line-break:strict}
th{font-size:10pt;line-height:1.25;height:10.5mm}
thead tr:last-child th{border-bottom:1pt solid #000}
td{height:9.5mm;font-size:9.5pt;line-height:1.25;text-wrap:balance}
.l{text-align:left;padding-left:1.4mm;text-wrap:wrap}
.r{text-align:right;padding-right:1.4mm}
.nw{white-space:nowrap}
tr.old td{text-decoration:line-through;text-decoration-thickness:.6pt}
tr.old td.nx{text-decoration:none}
tr.end td{height:6mm;letter-spacing:3pt;font-size:9pt}
tr.tot td{height:9mm;text-align:left;padding-left:2mm;font-size:10.5pt}
tr.tot span{white-space:nowrap;margin-right:7mm}
table.facts{break-inside:avoid}
table.facts td{height:9mm;font-size:10.5pt;text-align:left;padding-left:1.8mm;text-wrap:wrap}
table.facts th{font-size:10.5pt;height:9mm;border:.5pt solid #000}
table.next{border-top:0}
table.next tr:first-child>*{border-top:0}
tr.end,tr.tot,tr.close{break-before:avoid}
tr.close td{border:1.6pt hidden;border-top:1.6pt solid #000;padding:0;height:auto;text-align:left;line-height:1.4;text-wrap:wrap}
.sign{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4mm 5mm;margin-top:6mm;font-size:11pt;break-inside:avoid;white-space:nowrap}
.sign i{font-style:normal;display:inline-block;width:26mm;border-bottom:.4pt solid #000;height:5.5mm;vertical-align:bottom}
.sign.many{font-size:9.5pt;gap:2mm;margin-top:4mm}
.sign.many span{display:flex;flex:1 1 auto}
.sign.many i{flex:1 0 15mm;width:15mm;max-width:30mm}
.sign.many .date{flex:0 0 auto}
.top{display:flex;justify-content:center;position:relative}
.top.wide{padding-right:42mm}
.top.wide h1{letter-spacing:2pt;text-indent:0}
.top svg{position:absolute;right:0;top:-1mm;height:9mm;width:38mm}
.note{margin-top:2.5mm;font-size:9.5pt;line-height:1.55;break-inside:avoid}
.item{font-size:10pt;line-height:1.6;padding-left:1.3em;text-indent:-1.3em;break-inside:avoid}
.op td{height:25mm;vertical-align:top;text-align:left;padding:1.6mm 2mm;font-size:10.5pt}
.op div{display:flex;flex-direction:column;justify-content:space-between;min-height:22mm}
.op .dt{text-align:right}
.warm{position:absolute;left:0;top:0;width:0;height:0;overflow:hidden;color:transparent}
.bk{font-family:'Noto Serif SC';font-weight:400}
.rare{display:inline-block;border:.5pt solid #000;font-size:5.5pt;line-height:1.1;padding:0 .4mm;vertical-align:middle;text-decoration:none;white-space:nowrap}
`;

export interface SheetOptions {
  readonly orientation: 'landscape' | 'portrait';
  /** Rules of this form only. */
  readonly css?: string;
  readonly body: Markup;
  /** Stands at the top of the second page and after; the title and （续） when absent. */
  readonly runningZh?: string;
  /** Slips and labels carry their own foot or none: then the margin boxes stay empty but for the page number. */
  readonly bareFoot?: boolean;
  /** What stands in the middle of the foot: the pages of this print when absent, or only how many sheets it has, for pages that carry their own numbers. */
  readonly numbering?: 'sheets';
  /** Labels leave the sheet to the stock they are printed on. */
  readonly bare?: boolean;
}

/** The usable width in millimetres between the margins. */
export const USABLE_WIDTH = { landscape: 297 - 18 - 14, portrait: 210 - 22 - 14 } as const;

/**
 * A complete, script-less HTML document. In: what every form has, and its body. Out: HTML whose @font-face rules are
 * still to be filled in by `embedFonts`. The policy in its head lets it load nothing but fonts handed over with it.
 */
export function sheet(print: PrintBase, options: SheetOptions): string {
  const page = options.bare ? barePage() : pageRules(print, options);
  const warm = [...page.texts].join(' ');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data: app:"><title>${html`${print.titleZh}`.markup}</title>
<style>${FONT_MARK}${CSS}${page.css}${options.css ?? ''}</style></head>
<body>${options.body.markup}${html`<p class="warm" aria-hidden="true">${warm}<strong>${print.mark ?? ''}</strong><b>${options.runningZh ?? `${print.titleZh}（续）`}</b></p>`.markup}</body></html>
`;
}

/** Points of the small print in the foot. */
const FOOT_SIZE = 8.5;

function barePage(): { css: string; texts: readonly string[] } {
  return { css: '@page{size:A4 portrait;margin:0}', texts: [] };
}

function pageRules(print: PrintBase, options: SheetOptions): { css: string; texts: readonly string[] } {
  const foot = print.foot;
  const land = options.orientation === 'landscape';
  const left = land
    ? [`打印编号 ${foot.printNumber}　打印人 ${foot.printedBy}　${foot.printedAt}`]
    : [`打印编号 ${foot.printNumber}　打印人 ${foot.printedBy}`, `打印时间 ${foot.printedAt}`];
  if (foot.carrierNumber !== null) left.push(`本表打印后为涉密载体，已登记 ${foot.carrierNumber}`);
  const right: string[] = [];
  if (foot.pageDigest !== undefined) right.push(`本表摘要 ${foot.pageDigest}`);
  const head = `审计链首 #${grouped(foot.chainSeq)}`;
  const side = land ? 104 : 70;
  // A code that does not fit beside its number stands below it, whole: it is compared by eye.
  if (textWidth(`${head}　${foot.chainCode}`, FOOT_SIZE) <= side) right.push(`${head}　${foot.chainCode}`);
  else right.push(head, foot.chainCode);
  const corner = [`${print.sample ? '【样张　虚构数据】　' : ''}表号 ${print.formNumber}`];
  if (print.serialZh !== undefined) corner.push(print.serialZh);
  const line = `font:400 ${FOOT_SIZE}pt/1.4 ${SERIF};white-space:pre-wrap;vertical-align:top;padding-top:1.2mm;margin-top:4mm;border-top:.5pt solid #000`;
  const usable = land ? USABLE_WIDTH.landscape : USABLE_WIDTH.portrait;
  const middle = usable - 2 * side;
  // Above, the running title needs the room; below, the numbers do.
  const corners = land ? 80 : 58;
  const running = `${options.runningZh ?? `${print.titleZh}（续）`}`;
  const boxes = [
    `@top-left{content:${cssString(print.mark ?? '')};font:700 16pt/1 ${SANS};letter-spacing:.5pt;text-align:left;vertical-align:top;padding-top:11mm;width:${corners}mm}`,
    `@top-right{content:${cssString(corner.join('\n'))};font:400 9.5pt/1.4 ${SERIF};white-space:pre-wrap;text-align:right;vertical-align:top;padding-top:10mm;width:${corners}mm}`,
    `@top-center{content:${cssString(running)};font:700 12pt/1.2 ${SERIF};vertical-align:top;padding-top:${land ? 12 : 13}mm;width:${usable - 2 * corners}mm}`,
    `@bottom-center{content:${options.numbering === 'sheets' ? '"本次打印 " counter(page) "／" counter(pages) " 张"' : '"第 " counter(page) " 页　共 " counter(pages) " 页"'};${line};font-size:10pt;text-align:center;width:${middle}mm}`,
  ];
  if (!options.bareFoot) {
    boxes.push(
      `@bottom-left{content:${cssString(left.join('\n'))};${line};text-align:left;width:${side}mm}`,
      `@bottom-right{content:${cssString(right.join('\n'))};${line.replace('pre-wrap', 'pre')};text-align:right;width:${side}mm}`,
    );
  }
  const margins = land ? '22mm 14mm 20mm 18mm' : '25mm 14mm 24mm 22mm';
  return {
    css: `@page{size:A4 ${options.orientation};margin:${margins};${boxes.join('')}}@page :first{@top-center{content:none}}`,
    texts: [...left, ...right, ...corner, '第0123456789页　共', ...(options.numbering === 'sheets' ? ['本次打印／张'] : []), running],
  };
}

/** 单位（部门）, and whatever else stands on the line above the table. */
export function headLine(print: PrintBase, more: readonly (readonly [string, string])[]): Markup {
  const unit = print.department === undefined ? print.organisation : `${print.organisation}　${print.department}`;
  return html`<div class="sub"><span>单位（部门）：<u>${unit}</u></span>${more.map(([label, value]) => html`<span>${label}：<u>${value}</u></span>`)}</div>`;
}

/** Labels and values, two to a line unless `wide`. */
export function factTable(facts: readonly PrintFact[], className = ''): Markup {
  const rows: Markup[] = [];
  let half: PrintFact | null = null;
  const flush = (): void => {
    if (half !== null) rows.push(html`<tr><th>${half.labelZh}</th><td colspan="3">${lines(half.value)}</td></tr>`);
    half = null;
  };
  for (const fact of facts) {
    if (fact.wide) { flush(); rows.push(html`<tr><th>${fact.labelZh}</th><td colspan="3">${lines(fact.value)}</td></tr>`); }
    else if (half === null) half = fact;
    else { rows.push(html`<tr><th>${half.labelZh}</th><td>${lines(half.value)}</td><th>${fact.labelZh}</th><td>${lines(fact.value)}</td></tr>`); half = null; }
  }
  flush();
  return html`<table class="facts ${className}"><colgroup><col class="fk"><col><col class="fk"><col></colgroup><tbody>${rows}</tbody></table>`;
}

/** Letters of a title that can stand in the middle of the sheet before it runs into the bar code at the right. */
const BESIDE_CODE = 11;

/** The title with its bar code beside it; a long title moves to the left of the code instead of under it. */
export function titleLine(titleZh: string, code: Markup | null): Markup {
  return html`<div class="top ${code !== null && titleZh.length > BESIDE_CODE ? 'wide' : ''}"><h1>${titleZh}</h1>${code}</div>`;
}

/** Lines to sign on, and the date. */
export function signLine(signatures: readonly string[]): Markup {
  if (signatures.length === 0) return html``;
  const letters = signatures.reduce((n, name) => n + name.length + 5, 10);
  // As many as this do not stand side by side on an upright sheet at full size; the lines then take what room there is.
  const many = letters * 3.9 + signatures.length * 26 > USABLE_WIDTH.portrait - 4;
  return html`<div class="sign ${many ? 'many' : ''}">${signatures.map((name) => html`<span>${name}（签字）：<i></i></span>`)}<span class="date">${many ? '' : '　　　'}年　　月　　日</span></div>`;
}

/**
 * What stands below a book: notes and signatures, as its last line without rules. Only lines of one table can be kept together
 * across pages; a block after the table would go to a last page alone.
 */
export function closingRow(span: number, body: Markup): Markup {
  return body.markup === '' ? body : html`<tr class="close"><td colspan="${span}">${body}</td></tr>`;
}

/** 说明：1. … 2. … A single note has no number; `apart` puts each on a line of its own. */
export function noteBlock(notes: readonly string[], apart = false): Markup {
  if (notes.length === 0) return html``;
  if (notes.length === 1) return html`<p class="note">说明：${notes[0] ?? ''}</p>`;
  if (apart) return html`<p class="note">说明：</p>${notes.map((note, at) => html`<p class="item">${at + 1}. ${note}</p>`)}`;
  return html`<p class="note">说明：${notes.map((note, at) => html`${at + 1}. ${note}`)}</p>`;
}

/** A box for an opinion: what is asked at the top, signature and date at the foot. */
export function opinionCell(titleZh: string, hintZh?: string, span = 1): Markup {
  return html`<td colspan="${span}"><div><span>${titleZh}意见：${hintZh === undefined ? null : html`<br>${hintZh}`}</span><span class="dt">签字：　　　　　　　　年　　月　　日</span></div></td>`;
}
