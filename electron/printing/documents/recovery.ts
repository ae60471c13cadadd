// 恢复密钥单: two halves of one secret, each alone worthless, each on its own page for its own envelope.
import { factTable, headLine, noteBlock, sheet } from './sheet.ts';
import { html } from './markup.ts';
import type { RecoveryPrint } from '#shared/printing.ts';

const CSS = `
.fk{width:28mm}
.page{break-after:page}
.page:last-of-type{break-after:auto}
.share{border:1.6pt solid #000;margin:6mm 0 4mm;padding:4mm 6mm;display:grid;grid-template-columns:repeat(4,1fr);gap:3mm 4mm}
.share div{display:flex;gap:2mm;align-items:baseline;white-space:nowrap}
.share span{font-size:9pt;min-width:6mm;text-align:right}
.share strong{font-size:16pt;letter-spacing:1pt}
.sum{font-size:11pt;margin-bottom:4mm}
.sum strong{font-size:14pt;letter-spacing:1pt}
.sg th{height:15mm;border:.5pt solid #000}
.sg td{height:15mm;text-align:right;vertical-align:bottom;font-size:10pt}
`;

/** Two pages. The caller passes the shares once and keeps nothing; the digits appear on paper only. */
export function recoveryDocument(print: RecoveryPrint): string {
  const body = html`${print.sheets.map((one) => html`<section class="page"><h1>${print.titleZh}（之${['一', '二'][one.index - 1] ?? String(one.index)}）</h1>${headLine(print, [['终端编号', print.terminalNumber]])}
${factTable([{ labelZh: '用　　途', value: '所有口令都不能用时，与另一张合用，由两人同时到场重新打开台账。单独一张没有用处。', wide: true }, { labelZh: '台账库', value: print.storeName }, { labelZh: '生成时间', value: print.createdAt }, { labelZh: '保管人', value: one.keeperZh, wide: true }])}
<div class="share">${one.groups.map((group, at) => html`<div><span>${at + 1}</span><strong>${group}</strong></div>`)}</div>
<p class="sum">校验　<strong>${one.checksum}</strong>　（录入时程序据此发现抄录错误）</p>
<table class="sg"><colgroup><col class="fk"><col><col class="fk"><col></colgroup><tbody><tr><th>保管人<br>（签字）</th><td>　　　　年　　月　　日</td><th>监封人<br>（签字）</th><td>　　　　年　　月　　日</td></tr></tbody></table>
${noteBlock([
    '本单不得复印、拍照、抄录，不得存入任何计算机或手机；打印后立即装入不透光信封，封口签名。',
    '两张分别由两人保管，分放两处保险柜，不得放在一起，也不得与终端同室。',
    '每半年检查一次信封是否完好；信封破损、遗失或保管人变动，请安全保密管理员立即更换恢复密钥，旧单随即失效。',
    '使用时两张同时到场，逐组录入；用后程序会要求生成新单，旧单按涉密载体销毁。',
    '字符中没有字母 I、L、O、U，0 与 1 均为数字。',
  ], true)}</section>`)}`;
  return sheet(print, { orientation: 'portrait', css: CSS, body, runningZh: '' });
}
