import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { published } from './published.ts';

/**
 * Writes the sample ledgers beside this file. Everything in them is public (published documents) or invented; see README.md.
 * No luck and no clock: the same lines come out every time.
 */
export const sampleFiles = { receipts: '收文登记簿（样例）.xlsx', carriers: '涉密载体台账（样例）.csv', persons: '涉密人员台账（样例）.csv' } as const;

const disclaimer = '（样例：所列文件均已在中国政府网公开；收文、份数、人员、密级及标有“演练”的文件均为虚构）';
const handlers = ['欧阳笺', '南宫砚', '慕容档', '百里章', '司徒印', '东方簿', '钟离书', '皇甫柜', '公孙墨', '欧阳 笺', '南宫　砚', '慕容档 '];
const chineseDigits = '〇一二三四五六七八九';

type Cell = string | number | { serial: number; format?: string } | null;
type Drill = readonly [docNumber: string, title: string, issuer: string, issuedOn: string, level: string];

/** Invented for exercises. They carry the marks that public documents never carry. */
const drills: readonly Drill[] = [
  ['演指〔2022〕1号', '关于开展涉密载体清点演练的通知（演练）', '市演练指挥部', '2022-01-10', '秘密★5年'],
  ['演指〔2022〕2号', '演练方案第一号（演练）', '市演练指挥部', '2022-01-17', '机密★10年'],
  ['演办〔2022〕3号', '关于报送演练联络员名单的通知（演练）', '市演练指挥部办公室', '2022-01-24', '内部'],
  ['演指〔2022〕4号', '虚构项目情况汇编（演练）', '市演练指挥部', '2022-02-11', '机密级★20年'],
  ['演指〔2022〕5号', '模拟应急预案（演练）', '市演练指挥部', '2022-02-16', '秘 密'],
  ['演办〔2022〕6号', '关于演练经费安排的函（演练）', '市演练指挥部办公室', '2022-02-25', '内部资料'],
  ['演指〔2022〕7号', '演练情况专报第一期（演练）', '市演练指挥部', '2022-03-04', '秘密☆3年'],
  ['演指〔2022〕8号', '演练情况专报第二期（演练）', '市演练指挥部', '2022-03-11', '秘密（3年）'],
  ['演指〔2022〕9号', '虚构通信保障方案（演练）', '市演练指挥部', '2022-03-18', '机密*10年'],
  ['演办〔2022〕10号', '演练简报第三期（演练）', '市演练指挥部办公室', '2022-03-25', '内 部'],
  ['演指〔2022〕11号', '演练情况专报第三期（演练）', '市演练指挥部', '2022-04-08', '秘密级★5年'],
  ['演指〔2022〕12号', '模拟干部名册（演练）', '市演练指挥部', '2022-04-15', '机密'],
  ['演办〔2022〕13号', '关于演练资料清退的通知（演练）', '市演练指挥部办公室', '2022-04-22', '秘密★长期'],
  ['演指〔2022〕14号', '演练方案第二号（演练）', '市演练指挥部', '2022-05-06', '绝密★30年'],
  ['演指〔2022〕15号', '演练总结（演练）', '市演练指挥部', '2022-05-20', '秘密★5年'],
];

const parts = (iso: string): [number, number, number] => iso.split('-').map(Number) as [number, number, number];
const serialOf = (iso: string): number => {
  const [y, m, d] = parts(iso);
  return Math.round((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000);
};
const fullWidth = (text: string): string => text.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll('.', '．');
const inChinese = (n: number): string => (n < 10 ? chineseDigits[n] : `${n < 20 ? '' : chineseDigits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : chineseDigits[n % 10]}`) ?? '';

/** One day in the n-th of the spellings offices use. */
function spelled(iso: string, n: number): Cell {
  const [y, m, d] = parts(iso);
  const ways: Cell[] = [
    `${y}.${m}.${d}`,
    { serial: serialOf(iso), format: 'yyyy/m/d' },
    `${y}年${m}月${d}日`,
    iso,
    iso.replaceAll('-', ''),
    fullWidth(`${y}.${m}.${d}`),
    { serial: serialOf(iso), format: 'yyyy"年"m"月"d"日"' },
    `${[...String(y)].map((c) => chineseDigits[Number(c)]).join('')}年${inChinese(m)}月${inChinese(d)}日`,
    `${y}/${m}/${d}`,
  ];
  return ways[n % ways.length] ?? iso;
}

/** 国发〔2013〕37号 in the n-th of the ways it is typed. */
function typed(docNumber: string, n: number): string {
  const ways = [docNumber, docNumber.replace('〔', '[').replace('〕', ']'), docNumber.replace('〔', '（').replace('〕', '）'), docNumber.replace('〔', '【').replace('〕', '】'), docNumber.replace('〔', ' 〔').replace('〕', '〕 '), docNumber.replace('〕', '〕第'), fullWidth(docNumber)];
  return ways[n % ways.length] ?? docNumber;
}

function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The register as a workbook. */
export function receiptsSample(): Buffer {
  const lines: Cell[][] = [
    ['某市演练局收文登记簿（2022年上半年）'],
    [disclaimer],
    ['序号', '收文号', '收文\n日期', '来　　文', null, null, '成文日期', '密 级', '份数', '办　　理', null, '备注'],
    [null, null, null, '来文机关', '文  号', '文 件 标 题', null, null, null, '承办人', '办结日期', null],
  ];
  const merges = ['A1:L1', 'A2:L2', 'D3:F3', 'J3:K3', 'A3:A4', 'B3:B4', 'C3:C4', 'G3:G4', 'H3:H4', 'I3:I4', 'L3:L4'];
  const real = published.map(([docNumber, title, issuedOn]) => ({ docNumber, title, issuedOn, issuer: docNumber.startsWith('国办') ? '国务院办公厅' : '国务院', level: '' }));
  const invented = drills.map(([docNumber, title, issuer, issuedOn, level]) => ({ docNumber, title, issuer, issuedOn, level }));
  const all = [...real];
  for (const [i, drill] of invented.entries()) all.splice((i + 1) * 5, 0, drill);

  let received = '2022-01-12';
  let month = '2022-01';
  let count = 0;
  let above = '';
  let mergeStart: number | undefined;
  const closeMerge = () => {
    if (mergeStart !== undefined && lines.length > mergeStart) merges.push(`D${mergeStart}:D${lines.length}`);
    mergeStart = undefined;
  };
  for (const [i, doc] of all.entries()) {
    const day = doc.level === '' ? received : addDays(doc.issuedOn, 4) > received ? addDays(doc.issuedOn, 4) : received;
    if (day.slice(0, 7) !== month) {
      closeMerge();
      lines.push([null, `${Number(month.slice(5))}月小计：${count}件`], []);
      merges.push(`B${lines.length - 1}:L${lines.length - 1}`);
      count = 0;
      above = '';
    }
    received = day;
    month = day.slice(0, 7);
    count++;
    const same = doc.issuer === above;
    const merged = same && i % 3 === 1;
    if (!merged) closeMerge();
    if (merged) mergeStart ??= lines.length;
    above = doc.issuer;
    const [, m, d] = parts(day);
    const receivedCell: Cell = i % 17 === 5 ? `${m}月${d}日` : i % 13 === 4 ? { serial: serialOf(day) } : spelled(day, i);
    const issuedCell: Cell = i === 30 ? `${doc.issuedOn.slice(0, 4)}年${Number(doc.issuedOn.slice(5, 7))}月` : spelled(doc.issuedOn, i + 3);
    const issuer = merged ? null : same && i % 3 === 2 ? (i % 2 === 0 ? '〃' : '同上') : doc.issuer;
    const level = doc.level === '' ? (['公开', '无', '公开发布', '平件', '—', ''][i % 6] ?? '') : doc.level;
    const copies: Cell = [1, '2份', '１', 3, '5 份', '一份'][i % 6] ?? 1;
    const number = i % 4 === 0 ? i + 1 : i % 4 === 1 ? `2022-${String(i + 1).padStart(4, '0')}` : fullWidth(`2022-${String(i + 1).padStart(4, '0')}`).replace('-', '－');
    lines.push([{ serial: lines.length - 3 }, number, receivedCell, issuer, typed(doc.docNumber, i), doc.title, issuedCell, level, copies, handlers[i % handlers.length] ?? '', i % 5 === 0 ? '已办结' : null, i % 7 === 3 ? '传阅' : null]);
    if (i % 2 === 0) received = addDays(received, 3);
  }
  closeMerge();
  const twice = all[40];
  if (twice !== undefined) lines.push([null, '2022-0901', spelled(received, 2), twice.issuer, twice.docNumber, twice.title, spelled(twice.issuedOn, 0), '', 1, '钟离书', null, '补登']);
  lines.push([null, '2022-0902', spelled(received, 0), '市演练指挥部办公室', '演办〔2022〕16号', null, spelled('2022-05-25', 0), '内部', 1, '东方簿', null, '标题待补']);
  lines.push([null, '2022-0903', spelled(received, 0), '市演练指挥部办公室', '演办〔2022〕17号', '演练物资清单（演练）', spelled('2022-05-26', 0), '较高', 1, '东方簿', null, null]);
  lines.push([], [null, `合计：${all.length + 3} 件`], [null, '审核：　　　　　　　填表日期：2022年6月30日']);

  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(lines.map((line) => line.map(asCell)));
  sheet['!merges'] = merges.map((m) => XLSX.utils.decode_range(m));
  sheet['!cols'] = [6, 14, 14, 20, 20, 60, 16, 12, 8, 10, 10, 12].map((wch) => ({ wch }));
  XLSX.utils.book_append_sheet(book, sheet, '上半年');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['1. 收文号按年度流水编排。'], ['2. 密级栏按文件版头填写，无密级填“无”。'], ['3. 本表为样例，内容公开或虚构。']]), '填写说明');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['密级'], ['公开'], ['内部'], ['秘密'], ['机密'], ['绝密']]), '字典');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

function asCell(cell: Cell): XLSX.CellObject | string | number | null {
  return cell !== null && typeof cell === 'object' ? { t: 'n', v: cell.serial, ...(cell.format === undefined ? {} : { z: cell.format }) } : cell;
}

/** The ledger of carriers, in GBK. */
export function carriersSample(): Buffer {
  const kinds = ['U盘', '移动硬盘', '刻录光盘', '纸质材料', '硬盘', '笔记本电脑', '存储卡', '打印机硬盘'];
  const marks = ['机密★10年', '秘密☆5年', '秘 密', '机密级', '秘密（3年）', '秘密*长期', '内部', '机密级★20年', '平件', '秘密 ★ 5年'];
  const places = ['保密室1号柜', '保密室2号柜第3层', '档案库 A-03', '机要室'];
  const states = ['在库', '在用', '借出', '待销毁', '已移交'];
  const lines: string[][] = [['涉密载体台账（样例，载体均为虚构）'], ['单位：某市演练局　　填表人：慕容档　　填表日期：2022年12月31日'], [], ['序号', '载体编号', '载体名称', '载体类型', '密级及\n保密期限', '份数', '页数/容量', '制发单位', '接收日期', '责任人', '存放位置', '状态', '备注']];
  for (let i = 1; i <= 40; i++) {
    const kind = kinds[i % kinds.length] ?? '';
    const day = addDays('2022-01-05', i * 8);
    const [y, m, d] = parts(day);
    const serial = String(i).padStart(4, '0');
    const number = [`YL-2022-${serial}`, `yl-2022-${serial}`, `YL－2022－${serial}`][i % 3] ?? '';
    const date = i === 17 ? '' : i === 23 ? String(serialOf(day)) : ([`${String(y).slice(2)}.${m}.${d}`, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, day.replaceAll('-', ''), fullWidth(`${y}.${m}.${d}`), day][i % 6] ?? '');
    const name = kind === '纸质材料' ? `保密演练材料（${inChinese(i)}）` : `${kind}${i % 2 === 0 ? ' 演练专用' : ' 虚构型号 32G'}`;
    lines.push([String(i), number, name, kind, marks[i % marks.length] ?? '', ['1', '2份', '１', '3'][i % 4] ?? '', kind === '纸质材料' ? `${i + 4}页` : '32G', ['本单位', '市演练指挥部', ''][i % 3] ?? '', date, handlers[i % handlers.length] ?? '', places[i % places.length] ?? '', states[i % states.length] ?? '', i === 9 ? '标签脱落\n重新粘贴' : i === 30 ? '与"0012"号同批' : '']);
    if (i % 20 === 0) lines.push(['', '', '本页小计 20 件'], []);
  }
  lines.push(['合计', '', '40件']);
  return iconv.encode(lines.map((l) => csvLine(l, 13)).join('\r\n') + '\r\n', 'gbk');
}

/** The ledger of people, in UTF-8 with a mark in front, as spreadsheets save it. */
export function personsSample(): Buffer {
  const lines = [
    ['涉密人员台账（样例，人员均为虚构）'],
    ['姓名', '部门', '职务/岗位', '涉密等级', '审查日期', '培训日期', '承诺书签订日期', '人员状态', '脱密期至', '联系电话', '备注'],
    ['欧阳笺', '办公室', '保密员', '重要涉密人员', '2021.3.15', '2022-05-18', '2021年3月20日', '在岗', '', '0000-0001', ''],
    ['南宫砚', '办公室', '主任', '核心', '2021.3.15', '2022-05-18', '2021年3月20日', '在岗', '', '0000-0002', ''],
    ['慕容档', '档案科', '档案员', '重要', '2020年6月1日', '2022-05-18', '2020.6.8', '在岗', '', '0000-0003', ''],
    ['百里章', '机要室', '机要员', '核心涉密人员', '20190910', '2022-05-18', '2019.9.12', '在岗', '', '0000-0004', ''],
    ['司徒印', '文印室', '文印员', '一般', '2021/4/2', '2022.5.18', '2021/4/6', '在岗', '', '0000-0005', ''],
    ['东方簿', '综合科', '科员', '一般涉密人员', '2021-04-02', '2022.5.18', '2021-04-06', '在岗', '', '0000-0006', ''],
    ['钟离书', '综合科', '科长', '重要', '二〇二〇年六月一日', '2022年5月18日', '二〇二〇年六月八日', '在岗', '', '0000-0007', ''],
    ['皇甫柜', '后勤科', '库房管理员', '一般', '2021.4.2', '2022年5月18日', '2021.4.6', '在岗', '', '0000-0008', ''],
    ['公孙墨', '信息科', '系统管理员', '重要', '2020.6.1', '2021.5.20', '2020.6.8', '在岗', '', '0000-0009', '本年度培训待补'],
    ['欧阳 砚', '信息科', '安全管理员', '重要', '２０２０．６．１', '2022.5.18', '2020.6.8', '在岗', '', '0000-0010', ''],
    ['南宫档', '信息科', '审计员', '重要', '2020.6.1', '2022.5.18', '2020.6.8', '在岗', '', '0000-0011', ''],
    ['慕容章', '法规科', '副科长', '一般', '2022年3月', '2022.5.18', '2022.3.28', '在岗', '', '0000-0012', ''],
    ['司徒簿', '规划科', '科员', '一般', '2022.3.25', '', '2022.3.28', '在岗', '', '0000-0013', '新入岗'],
    ['东方书', '规划科', '科员', '机密', '2022.3.25', '2022.5.18', '2022.3.28', '在岗', '', '0000-0014', ''],
    ['钟离柜', '综合科', '原科长', '重要', '2018.5.4', '2021.5.20', '2018.5.9', '脱密期', '2024-06-30', '0000-0015', '2022年6月离岗'],
    ['填表人：欧阳笺', '', '', '审核：南宫砚'],
  ];
  return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(lines.map((l) => csvLine(l, 11)).join('\r\n') + '\r\n', 'utf8')]);
}

function csvLine(cells: readonly string[], width: number): string {
  return Array.from({ length: width }, (_, i) => cells[i] ?? '')
    .map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c))
    .join(',');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = new URL('.', import.meta.url);
  writeFileSync(new URL(sampleFiles.receipts, here), receiptsSample());
  writeFileSync(new URL(sampleFiles.carriers, here), carriersSample());
  writeFileSync(new URL(sampleFiles.persons, here), personsSample());
}
