// 涉密计算机使用登记, one machine and one year as a volume: cover, months, closing lines (kept five years, 002-Q 10).
import { closingRow, factTable, headLine, noteBlock, sheet, signLine } from './sheet.ts';
import { html, lines, type Markup } from './markup.ts';
import type { UsageSession, UsageYearPrint } from '#shared/printing.ts';

const CSS = `
.fk{width:32mm}
.cover{break-after:page;padding-top:14mm}
.cover h1{font-size:28pt;letter-spacing:5pt;margin-bottom:6mm}
.cover .yr{text-align:center;font-size:18pt;margin-bottom:12mm}
.cover table.facts{width:190mm;margin:0 auto}
.cover table.facts td,.cover table.facts th{height:11mm;font-size:12pt}
.u0{width:9mm}.u1{width:19mm}.u2{width:18mm}.u3{width:13mm}.u4{width:13mm}.u6{width:13mm}.u7{width:30mm}.u8{width:36mm}.u9{width:24mm}.u10{width:20mm}.u11{width:20mm}
.use td{font-size:9pt}
tr.month{break-after:avoid}
tr.month td{height:8mm;text-align:left;padding-left:2mm;font-size:10.5pt}
`;

function sessionRow(session: UsageSession, number: number): Markup {
  return html`<tr class="${session.struck ? 'old' : ''}"><td>${number}</td><td>${session.date}</td><td>${session.user}</td><td>${session.from}</td><td>${session.to}</td><td class="l">${lines(session.taskZh)}</td><td>${session.level}</td><td>${lines(session.mediaZh)}</td><td>${lines(session.outputZh)}</td><td>${lines(session.abnormalZh)}</td><td></td><td class="nx">${lines(session.noteZh ?? '')}</td></tr>`;
}

/** Cover and register; every month is named, also one without a session, so that a missing month cannot hide. */
export function usageYearDocument(print: UsageYearPrint): string {
  let number = 0; // an earlier revision has the number of the line that replaced it
  const months = print.months.map((month) => {
    const valid = month.sessions.filter((s) => s.struck !== true).length;
    return html`<tr class="month"><td colspan="12"><b>${month.month} 月</b>　${valid === 0 ? '本月无使用记录' : `本月 ${valid} 次`}</td></tr>${month.sessions.map((s) => sessionRow(s, s.struck ? number + 1 : ++number))}`;
  });
  const total = print.months.reduce((sum, m) => sum + m.sessions.filter((s) => s.struck !== true).length, 0);
  const body = html`<section class="cover"><h1>${print.titleZh}</h1><p class="yr">${print.year} 年度</p>
${factTable([{ labelZh: '单位（部门）', value: print.department === undefined ? print.organisation : `${print.organisation}　${print.department}`, wide: true }, { labelZh: '计算机编号', value: print.computerNumber }, ...print.facts, { labelZh: '全年使用次数', value: String(total) }, { labelZh: '保存至', value: print.keepUntil }])}
${signLine(print.signatures)}</section>
${headLine(print, [['计算机编号', print.computerNumber], ['年度', `${print.year} 年`], ['次数', String(total)]])}
<table class="use"><colgroup>${Array.from({ length: 12 }, (_, at) => html`<col class="u${at}">`)}</colgroup><thead><tr><th>序<br>号</th><th>日　期</th><th>使用人</th><th>开机</th><th>关机</th><th>使用事由及处理的信息</th><th>最高<br>密级</th><th>接入介质</th><th>打印、刻录输出</th><th>异常情况</th><th>使用人<br>签　名</th><th>备　注</th></tr></thead><tbody>${months}<tr class="end"><td colspan="12">以下空白</td></tr>${closingRow(12, html`${noteBlock([`本册全年 ${total} 次，年终封存，自封存之日起保存不少于五年。`, '写错不得涂改，划线更正并签名，本机另作更正登记。'])}${signLine(print.signatures)}`)}</tbody></table>`;
  return sheet(print, { orientation: 'landscape', css: CSS, body, runningZh: `${print.titleZh}（${print.computerNumber}，${print.year} 年度）` });
}
