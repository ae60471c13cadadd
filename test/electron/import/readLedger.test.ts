import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readLedger } from '#electron/import/readLedger.ts';
import { targets } from '#electron/import/targets.ts';
import { headingKey } from '#electron/import/headings.ts';
import { importTargets, ledgerPreviewSchema } from '#shared/import.ts';
import { codes, oldWorkbook, records, refusalOf, skipped, workbook } from '#test/electron/import/books.ts';

const now = new Date('2026-06-01T00:00:00Z');
const heading = ['序号', '收文号', '收文日期', '来文机关', '文号', '标题', '密级', '份数'];
const line = (n: number, more: Partial<Record<number, string | number | null>> = {}) => [n, `S-${n}`, `2012.5.${n}`, '国务院', `国发〔2012〕${n}号`, `标题${n}`, '无', '1'].map((v, i) => (i in more ? (more[i] ?? null) : v));
const csv = (...lines: (readonly (string | number | null)[])[]) => lines.map((l) => l.map((c) => c ?? '').join(',')).join('\r\n');

describe('reading a ledger', () => {
  it('gives the contract shape, when all is well', () => {
    const preview = readLedger(workbook([{ name: '2012', lines: [['收文登记簿'], heading, line(1), line(2)] }]), 'C:\\office\\收文.xlsx', 'receipts', { now });
    expect(ledgerPreviewSchema.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({ file: '收文.xlsx', counts: { ok: 2, doubt: 0, rejected: 0, skipped: 0, created: 0 } });
    expect(preview.labels['receivedOn']).toBe('收文日期');
    expect(preview.sheets[0]).toMatchObject({ sheet: '2012', headerRow: 2, mapping: { 收文号: 'receiptNumber', 标题: 'title' } });
    expect(preview.sheets[0]?.rows[0]).toEqual({
      row: 3,
      status: 'ok',
      values: { receiptNumber: 'S-1', receivedOn: '2012-05-01', issuer: '国务院', docNumber: '国发〔2012〕1号', title: '标题1', level: '', secrecyPeriod: '', copies: 1 },
      problems: [],
    });
  });

  it.each(['xlsx', 'biff8', 'xlml', 'html'] as const)('reads the same rows, when the file is %s', (form) => {
    const preview = readLedger(workbook([{ lines: [heading, line(1), line(2)] }], form), '收文.xls', 'receipts', { now });
    expect(records(preview).map((r) => [r.row, r.status, r.values['title'], r.values['receivedOn']])).toEqual([
      [2, 'ok', '标题1', '2012-05-01'],
      [3, 'ok', '标题2', '2012-05-02'],
    ]);
  });

  it('reads Chinese text, when the workbook is older than Unicode', () => {
    const preview = readLedger(oldWorkbook([['收文号', '文件标题'], ['乙七', '关于开展清点的通知']]), '收文.xls', 'receipts');
    expect(records(preview).map((r) => r.values)).toEqual([{ receiptNumber: '乙七', title: '关于开展清点的通知' }]);
  });

  it.each([
    ['UTF-8', (t: string) => Buffer.from(t)],
    ['UTF-8', (t: string) => Buffer.from(`\uFEFF${t}`)],
    ['UTF-16LE', (t: string) => iconv.encode(t, 'utf16le', { addBOM: true })],
    ['UTF-16LE', (t: string) => iconv.encode(t, 'utf16le', { addBOM: false })],
    ['UTF-16BE', (t: string) => iconv.encode(t, 'utf16be', { addBOM: true })],
    ['GB18030', (t: string) => iconv.encode(t, 'gbk')],
    ['GB18030', (t: string) => iconv.encode(t, 'gb18030')],
  ])('reads text in %s, with commas, tabs and semicolons', (encoding, encode) => {
    for (const separator of [',', '\t', ';', '，']) {
      const text = csv(['收文登记簿'], heading, line(1), line(2)).replaceAll(',', separator);
      const preview = readLedger(encode(text), '收文.csv', 'receipts', { now });
      expect([preview.encoding, ...records(preview).map((r) => r.values['title'])]).toEqual([encoding, '标题1', '标题2']);
    }
  });

  it('keeps four-byte characters of GB18030 and reports what the encoding lost', () => {
    const text = csv(heading, line(1, { 5: '彭欣𨱇' }));
    expect(records(readLedger(iconv.encode(text, 'gb18030'), 'a.csv', 'receipts'))[0]?.values['title']).toBe('彭欣𨱇');
    const broken = Buffer.concat([Buffer.from(csv(heading, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => line(n)))), Buffer.from('\n10,S-10,2012.5.10,国务院,国发〔2012〕10号,坏'), Buffer.from([0xe6, 0xa0]), Buffer.from('字,无,1')]);
    const preview = readLedger(broken, 'a.csv', 'receipts', { now });
    expect(preview.encoding).toBe('UTF-8');
    expect(codes(records(preview).at(-1))).toEqual(['characterLost']);
  });

  it('counts rows as a person does, when records run over several lines and quotes are careless', () => {
    const text = ['"收文\n号",标题,"备 注"', '1,"第一\n行",x', '2,他说"好",y', '3,"未关的引号,z', '4,最后,"与""12""号同批"'].join('\n');
    const preview = readLedger(Buffer.from(text), 'a.csv', 'receipts');
    expect(records(preview).map((r) => [r.row, r.values['title'], r.values['note']])).toEqual([
      [3, '第一 行', 'x'],
      [5, '他说"好"', 'y'],
      [6, '"未关的引号', 'z'],
      [7, '最后', '与"12"号同批'],
    ]);
  });

  it('finds the heading below titles and over two merged rows', () => {
    const preview = readLedger(
      workbook([
        {
          lines: [
            ['某单位收文登记簿（2012年）'],
            ['（说明）', null, null, null, null, '登记人：欧阳笺'],
            ['序号', '收文\n日期', '来　　文', null, null, '密 级', '办理', null],
            [null, null, '来文机关', '文  号', '文 件 标 题', null, '承办人', '办结日期'],
            [1, '5月1日', '国务院', '国发[2012]1号', '一', '秘密★5年', '慕容 档', '已办结'],
          ],
          merges: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:F4', 'G3:H3'],
        },
      ]),
      'x.xlsx',
      'receipts',
      { now },
    );
    expect(preview.sheets[0]).toMatchObject({ headerRow: 3, mapping: { 收文日期: 'receivedOn', 来文机关: 'issuer', 文号: 'docNumber', 文件标题: 'title', 密级: 'level', 承办人: 'handler' } });
    expect(preview.sheets[0]?.headings).toEqual(['序号', '收文日期', '来文机关', '文号', '文件标题', '密级', '承办人', '办结日期']);
    expect(records(preview)[0]).toMatchObject({ row: 5, status: 'doubt', values: { receivedOn: '2012-05-01', level: '秘密', secrecyPeriod: '5年', handler: '慕容档' } });
  });

  it('names the leaves by their group, when two groups have the same ones', () => {
    const lines = [['编号', '名称', '移交', null, '保管', null], [null, null, '姓名', '日期', '姓名', '日期'], ['Z1', '盘', '甲', '2020.1.1', '乙', '2020.1.2']];
    const preview = readLedger(workbook([{ lines, merges: ['C1:D1', 'E1:F1', 'A1:A2', 'B1:B2'] }]), 'x.xlsx', 'carriers', { mapping: { '保管/姓名': 'custodian', '保管/日期': 'receivedOn' }, now });
    expect(records(preview)[0]?.values).toMatchObject({ custodian: '乙', receivedOn: '2020-01-02' });
  });

  it('skips what is no record, each with its reason', () => {
    const preview = readLedger(
      Buffer.from(csv(['收文登记簿'], heading, line(1), ['', '', '', '', '', '', '', ''], ['', '5月小计：1件'], heading, line(2), ['', '', '', '', '', '本页小计 60 件'], ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'], ['7', 'S-7'], ['合计', '', '2件'], ['注：本表由办公室保管。'], ['', '审核：　　填表日期：2012年12月31日'], ['', '', '', ''])),
      'a.csv',
      'receipts',
      { now },
    );
    expect(skipped(preview)).toEqual([[4, 'blank'], [5, 'subtotal'], [6, 'repeatedHeading'], [8, 'subtotal'], [9, 'columnNumbers'], [10, 'onlyNumber'], [11, 'subtotal'], [12, 'note'], [13, 'signature']]);
    expect(records(preview).map((r) => r.row)).toEqual([3, 7]);
  });

  it('keeps a record whose title speaks of sums', () => {
    const preview = readLedger(Buffer.from(csv(heading, line(1, { 5: '关于2012年预算合计数的通知' }), line(2, { 5: '合计问题的批复' }))), 'a.csv', 'receipts', { now });
    expect(records(preview).map((r) => r.status)).toEqual(['ok', 'ok']);
  });

  it('copies what stands above, for ditto marks and for cells merged downwards', () => {
    const lines = [heading, line(1), line(2, { 3: '〃' }), line(3, { 3: null }), line(4, { 3: '同上' }), line(5, { 3: null })];
    const preview = readLedger(workbook([{ lines, merges: ['D2:D2', 'D3:D4'] }]), 'x.xlsx', 'receipts', { now });
    expect(records(preview).map((r) => r.values['issuer'])).toEqual(['国务院', '国务院', '国务院', '国务院', '']);
    const merged = readLedger(workbook([{ lines: [heading, line(1), line(2, { 3: null }), line(3, { 3: null })], merges: ['D2:D3'] }]), 'x.xlsx', 'receipts', { now });
    expect(records(merged).map((r) => r.values['issuer'])).toEqual(['国务院', '国务院', '']);
  });

  it('reads dates by the calendar of the workbook, when it counts from 1904', () => {
    const day = { t: 'n', v: 40_000, z: 'yyyy/m/d' } as const;
    const lines = [heading, [1, 'S-1', day, '国务院', '国发〔2012〕1号', '一', '', 1]];
    expect(records(readLedger(workbook([{ lines }]), 'x.xlsx', 'receipts', { now }))[0]?.values['receivedOn']).toBe('2009-07-06');
    expect(records(readLedger(workbook([{ lines }], 'xlsx', true), 'x.xlsx', 'receipts', { now }))[0]?.values['receivedOn']).toBe('2013-07-07');
  });

  it('doubts a row that repeats an earlier one, across sheets, and only then', () => {
    const preview = readLedger(workbook([{ name: '上', lines: [heading, line(1), line(2, { 5: '标题1' })] }, { name: '下', lines: [heading, line(3, { 4: '国发[2012]1号', 5: '标题1' }), line(4, { 4: '国发〔2012〕1号' })] }]), 'x.xlsx', 'receipts', { now });
    expect(records(preview).map((r) => r.status)).toEqual(['ok', 'ok', 'doubt', 'ok']);
    expect(records(preview)[2]?.problems[0]?.messageZh).toMatch(/^与上文重复：.*“上”第2行/);
  });

  it('rejects rows without a title or with an unreadable level, and keeps what was read', () => {
    const preview = readLedger(Buffer.from(csv(heading, line(1, { 5: null }), line(2, { 6: '较高' }))), 'a.csv', 'receipts', { now });
    expect(records(preview).map((r) => [r.status, ...codes(r)])).toEqual([['rejected', 'required'], ['rejected', 'levelUnreadable']]);
    expect(records(preview)[1]?.read?.[6]).toBe('较高');
    for (const row of records(preview)) for (const p of row.problems) expect(p.messageZh).toMatch(/[；，].*。$/);
  });

  it('skips hidden sheets and sheets of notes with a reason, unless one is asked for', () => {
    const book = workbook([{ name: '台账', lines: [heading, line(1)] }, { name: '说明', lines: [['1. 按年编号。']] }, { name: '旧', lines: [heading, line(2)], hidden: true }]);
    const preview = readLedger(book, 'x.xlsx', 'receipts', { now });
    expect(preview.sheets.map((s) => [s.sheet, s.skipped?.code, s.rows.length])).toEqual([['台账', undefined, 1], ['说明', 'sheetWithoutHeading', 0], ['旧', 'sheetHidden', 0]]);
    expect(records(readLedger(book, 'x.xlsx', 'receipts', { sheet: '旧', now })).map((r) => r.values['title'])).toEqual(['标题2']);
    expect(refusalOf(() => readLedger(book, 'x.xlsx', 'receipts', { sheet: '无此表' }))).toMatchObject({ code: 'sheetMissing' });
  });

  it('follows the mapping, when one is given', () => {
    const book = Buffer.from('甲,乙,丙\n文一,2012.5.1,说明一');
    expect(refusalOf(() => readLedger(book, 'a.csv', 'receipts'))).toMatchObject({ code: 'headingMissing', headings: ['甲', '乙', '丙'] });
    const preview = readLedger(book, 'a.csv', 'receipts', { mapping: { 甲: 'title', ' 乙 ': 'receivedOn' }, now });
    expect(records(preview)[0]?.values).toEqual({ title: '文一', receivedOn: '2012-05-01' });
    expect(refusalOf(() => readLedger(book, 'a.csv', 'receipts', { mapping: { 甲: 'nonsense' } }))).toMatchObject({ code: 'mappingUnknown' });
    const ignored = readLedger(Buffer.from(csv(heading, line(1))), 'a.csv', 'receipts', { mapping: { 密级: '' }, now });
    expect(Object.hasOwn(records(ignored)[0]?.values ?? {}, 'level')).toBe(false);
  });

  it('names the missing column, when a heading lacks what every record needs', () => {
    const refusal = refusalOf(() => readLedger(Buffer.from('文号,收文日期\n国发〔2012〕1号,2012.5.1'), 'a.csv', 'receipts'));
    expect(refusal).toMatchObject({ code: 'requiredHeadingMissing', headings: ['文号', '收文日期'] });
    expect(refusal.messageZh).toContain('没有“标题”一列');
  });

  it('never evaluates a formula, and says so, when its value was not stored', () => {
    const stored = { t: 'n', v: 7, f: 'SUM(1,2)' } as const;
    const lines = [heading, [1, 'S-1', '2012.5.1', '国务院', '国发〔2012〕1号', '一', '', stored], [2, 'S-2', '2012.5.2', '国务院', '国发〔2012〕2号', { t: 's', f: 'HYPERLINK("http://x","二")' }, '', 1], [3, 'S-3', '2012.5.3', { t: 'e', v: 0x17 }, '国发〔2012〕3号', '三', '', 1]];
    const rows = records(readLedger(workbook([{ lines: lines as never }]), 'x.xlsx', 'receipts', { now }));
    expect(rows[0]).toMatchObject({ status: 'ok', values: { copies: 7 } });
    expect([rows[1]?.status, codes(rows[1])]).toEqual(['rejected', ['cellBroken', 'required']]);
    expect([rows[2]?.status, codes(rows[2])]).toEqual(['doubt', ['cellBroken']]);
  });

  it('doubts a date it expects and does not find, but not one the sheet has no column for', () => {
    const rows = records(readLedger(Buffer.from(csv(heading, line(1, { 2: null }), line(2, { 2: '不详' }))), 'a.csv', 'receipts', { now }));
    expect(rows.map(codes)).toEqual([['missing'], ['dateUnreadable']]);
    expect(records(readLedger(Buffer.from('文号,标题\n国发〔2012〕1号,一'), 'a.csv', 'receipts', { now })).map((r) => r.status)).toEqual(['ok']);
  });

  it('takes title and number apart, when one column holds both, and only then', () => {
    const text = (head: string) => `顺序号,收文时间,${head},密级\n1,2012.5.1,关于甲的通知（国办发[2012]1号）,\n2,2012.5.2,国发〔2012〕第2号 关于乙的意见,\n3,2012.5.3,关于丙的函,`;
    const read = (head: string) => records(readLedger(Buffer.from(text(head)), 'a.csv', 'receipts', { now })).map((r) => [r.values['title'], r.values['docNumber']]);
    expect(read('公文标题及文号')).toEqual([['关于甲的通知', '国办发〔2012〕1号'], ['关于乙的意见', '国发〔2012〕2号'], ['关于丙的函', '']]);
    expect(read('公文标题')).toEqual([['关于甲的通知（国办发[2012]1号）', undefined], ['国发〔2012〕第2号 关于乙的意见', undefined], ['关于丙的函', undefined]]);
  });

  it('asks for a look, when two columns give two periods', () => {
    const rows = records(readLedger(Buffer.from('编号,名称,密级,保密期限\nZ1,盘一,机密★20年,10年\nZ2,盘二,机密★20年,\nZ3,盘三,机密,五年'), 'a.csv', 'carriers', { now }));
    expect(rows.map((r) => [r.status, r.values['secrecyPeriod'], ...codes(r)])).toEqual([['doubt', '10年', 'periodConflict'], ['ok', '20年'], ['ok', '5年']]);
  });

  it('reads the other registers', () => {
    const first = (text: string, target: (typeof importTargets)[number]) => records(readLedger(Buffer.from(text), 'a.csv', target, { now }))[0];
    expect(first('姓名,部门,涉密等级,承诺书签订日期,脱密期至\n欧 阳笺,办公室,核心涉密人员,2020.1.2,2030-01-01', 'persons')).toMatchObject({ status: 'ok', values: { name: '欧阳笺', personnelClass: '核心', undertakingOn: '2020-01-02', coolingOffUntil: '2030-01-01' } });
    expect(first('文件编号,文件名称,知悉人,知悉时间,知悉方式\n12,文一,慕容档,2024年3月5日 9:30,阅读', 'readings')).toMatchObject({ status: 'ok', values: { carrierNumber: '12', reader: '慕容档', readAt: '2024-03-05T09:30', method: '阅读' } });
    expect(first('保密编号,类型,品牌,密级,硬盘序列号,责任人,启用日期\nJ-01,台式机,某牌,机密,wd－001,公孙墨,2020.1', 'computers')).toMatchObject({ status: 'doubt', values: { assetNumber: 'J-01', diskSerial: 'WD-001', startedOn: '2020-01' } });
    expect(first('日期,设备编号,使用人,使用时间,使用事由,异常情况\n2024.3.5,J-01,公孙墨,8:30-10:05,起草,无', 'usageLogs')).toMatchObject({ status: 'ok', values: { date: '2024-03-05', startAt: '08:30', endAt: '10:05', abnormal: '' } });
  });

  it.each(importTargets)('has no heading of %s that means two things equally', (id) => {
    const first = new Map<string, string>();
    for (const f of targets[id].fields) {
      const key = headingKey(f.zh);
      expect(first.get(key), `${f.zh} names two fields`).toBeUndefined();
      first.set(key, f.code);
    }
    for (const same of targets[id].sameWhen.flat()) expect(targets[id].fields.map((f) => f.code)).toContain(same);
    expect(targets[id].fields.filter((f) => f.required === true)).toHaveLength(1);
  });
});
