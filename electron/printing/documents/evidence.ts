// What an inspector takes away: the isolation statement and the verification report. They say only what is known.
import { factTable, headLine, noteBlock, sheet, signLine } from './sheet.ts';
import { html, lines } from './markup.ts';
import { grouped } from './numerals.ts';
import type { IsolationPrint, VerificationPrint } from '#shared/printing.ts';

const CSS = `
.fk{width:28mm}
.verdict{border:1.6pt solid #000;margin:4mm 0;padding:4mm 5mm;font-size:14pt;line-height:1.5}
.f0{width:9mm}.f1{width:34mm}.f2{width:22mm}.f4{width:44mm}
.v0{width:9mm}.v1{width:46mm}.v2{width:34mm}.v4{width:20mm}
`;

const SHAPES = { good: '√', notice: '▲', violation: '×' } as const;

/** 终端隔离状态说明: what the program found at this terminal, item by item, with the clause that asks for it. */
export function isolationDocument(print: IsolationPrint): string {
  const rows = print.findings.map((f, at) => html`<tr><td>${at + 1}</td><td>${f.itemZh}</td><td>${SHAPES[f.grade]} ${f.stateZh}</td><td class="l">${lines(f.detailZh)}</td><td class="l">${f.clauseZh}</td></tr>`);
  const body = html`<h1>${print.titleZh}</h1>${headLine(print, [['检查时间', print.foot.printedAt]])}
${factTable([{ labelZh: '终端编号', value: print.terminalNumber }, { labelZh: '终端密级', value: print.levelZh }])}
<p class="verdict"><b>${print.verdictZh}</b></p>
<table><colgroup><col class="f0"><col class="f1"><col class="f2"><col><col class="f4"></colgroup><thead><tr><th>序<br>号</th><th>检查项目</th><th>结　果</th><th>说　　明</th><th>依　　据</th></tr></thead><tbody>${rows}<tr class="end"><td colspan="5">以下空白</td></tr></tbody></table>
${noteBlock(print.notes)}${signLine(['检查人', '安全保密管理员'])}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}

/** 核验报告: verdict first, then every check with its count and time, then what the paper anchor vouches for. */
export function verificationDocument(print: VerificationPrint): string {
  const rows = print.checks.map((c, at) => html`<tr><td>${at + 1}</td><td class="l">${c.nameZh}</td><td>${c.countZh}</td><td class="l">${c.good ? '√' : '×'} ${lines(c.resultZh)}</td><td>${c.durationZh}</td></tr>`);
  const anchor = print.anchor;
  const body = html`<h1>${print.titleZh}</h1>${headLine(print, [['核验时间', print.verifiedAt]])}
${factTable([{ labelZh: '终端编号', value: print.terminalNumber }, { labelZh: '核验人', value: print.verifiedBy }])}
<p class="verdict"><b>${print.good ? '√' : '×'} ${print.verdictZh}</b></p>
<table><colgroup><col class="v0"><col class="v1"><col class="v2"><col><col class="v4"></colgroup><thead><tr><th>序<br>号</th><th>核验项目</th><th>数　量</th><th>结　　果</th><th>用　时</th></tr></thead><tbody>${rows}<tr class="end"><td colspan="5">以下空白</td></tr></tbody></table>
<h2>纸质锚点</h2>${anchor === undefined ? html`<p>本次未与纸质锚点核对。</p>` : factTable([{ labelZh: '审计序号', value: `#${grouped(anchor.seq)}`, wide: true }, { labelZh: '锚点码', value: anchor.code, wide: true }, { labelZh: '核对结果', value: anchor.resultZh, wide: true }])}
${noteBlock(print.notes)}${signLine(['核验人', '安全审计员'])}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body });
}
