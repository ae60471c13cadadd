import { Buffer } from 'node:buffer';
import { Script } from 'node:vm';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { runAside } from '#electron/aside/run.ts';
import { importLimits } from '#electron/import/limits.ts';
import { readLedger } from '#electron/import/readLedger.ts';
import { ImportRefusal } from '#electron/import/refusal.ts';
import { importTargets, ledgerPreviewSchema } from '#shared/import.ts';
import { records, refusalOf, workbook } from '#test/electron/import/books.ts';

/** A zip with whatever one likes in it, sizes in the headers included. */
function zip(parts: readonly { name: string; data: Buffer; claims?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims } of parts) {
    const packed = deflateRawSync(data, { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims ?? data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const contentTypes = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const book = (sheetXml: string, name = 's', workbookHead = '') =>
  zip([
    { name: '[Content_Types].xml', data: Buffer.from(contentTypes) },
    { name: 'xl/workbook.xml', data: Buffer.from(`<?xml version="1.0"?>${workbookHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`) },
    { name: 'xl/_rels/workbook.xml.rels', data: Buffer.from('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>') },
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.from(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetXml}</worksheet>`) },
  ]);
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const headingRow = `<row r="1">${cell('A1', '文号')}${cell('B1', '标题')}</row>`;

/** Reads, and accepts a refusal with a sentence as an answer. Anything else that is thrown is a defect. */
function answer(bytes: Buffer): 'read' | 'refused' {
  try {
    ledgerPreviewSchema.parse(readLedger(bytes, 'x', 'receipts'));
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(ImportRefusal);
    expect((error as ImportRefusal).messageZh).toMatch(/[，；].+。$/);
    return 'refused';
  }
}

/** Ends work that does not end by itself, as the process that reads ledgers is ended after its time. */
function untilStopped<T>(work: () => T, milliseconds = 5_000): T | 'stopped' {
  Object.assign(globalThis, { untilStopped: work });
  try {
    return new Script('globalThis.untilStopped()').runInThisContext({ timeout: milliseconds }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'stopped';
    throw error;
  }
}

describe('files that are not what they should be', () => {
  it('reads the hand-made workbook, so that the refusals below mean something', () => {
    const good = book(`<sheetData>${headingRow}<row r="2">${cell('A2', '国发〔2012〕1号')}${cell('B2', '一')}</row></sheetData>`);
    expect(records(readLedger(good, 'x.xlsx', 'receipts')).map((r) => r.values)).toEqual([{ docNumber: '国发〔2012〕1号', title: '一' }]);
  });

  it('refuses with a sentence, when there is nothing to read', () => {
    expect(refusalOf(() => readLedger(Buffer.alloc(0), 'x', 'receipts')).code).toBe('empty');
    expect(refusalOf(() => readLedger(Buffer.alloc(importLimits.bytes + 1, 0x31), 'x', 'receipts')).code).toBe('tooLarge');
    expect(refusalOf(() => readLedger(Buffer.from('%PDF-1.7'), 'x', 'receipts')).code).toBe('notALedger');
    expect(refusalOf(() => readLedger(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 4]), 'x.png', 'receipts')).code).toBe('notALedger');
    expect(refusalOf(() => readLedger(Buffer.from('只有一段话。'), 'x.txt', 'receipts')).code).toBe('headingMissing');
    expect(refusalOf(() => readLedger(Buffer.from('<p>没有表格</p>'), 'x.xls', 'receipts')).code).toBe('notALedger');
    expect(refusalOf(() => readLedger(zip([{ name: 'word/document.xml', data: Buffer.from('<w/>') }]), 'x.docx', 'receipts')).code).toBe('notALedger');
    expect(refusalOf(() => readLedger(zip([{ name: 'a.txt', data: Buffer.from('a') }]), 'x.zip', 'receipts')).code).toBe('formatUnsupported');
    expect(refusalOf(() => readLedger(Buffer.from('文号,标题'), 'x', 'nonsense' as (typeof importTargets)[number])).code).toBe('targetUnknown');
    expect(refusalOf(() => readLedger(Buffer.from('文号,标题'), 'x', 'constructor' as (typeof importTargets)[number])).code).toBe('targetUnknown');
  });

  it('refuses a workbook that expands beyond its ratio, whatever size it claims', () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024, 0x20);
    for (const claims of [undefined, 100, 0]) {
      const bomb = zip([{ name: '[Content_Types].xml', data: Buffer.from(contentTypes) }, { name: 'xl/workbook.xml', data: zeros, ...(claims === undefined ? {} : { claims }) }]);
      expect(refusalOf(() => readLedger(bomb, 'x.xlsx', 'receipts')).code).toBe('zipBomb');
    }
  });

  it('refuses a million columns, in text and in workbooks, but not a far column that is blank', () => {
    expect(refusalOf(() => readLedger(Buffer.from(`文号,标题\n${'x,'.repeat(1_000_000)}`), 'x.csv', 'receipts')).code).toBe('tooManyColumns');
    expect(answer(Buffer.from(`文号,标题\n1,一${','.repeat(1_000_000)}`))).toBe('read');
    expect(refusalOf(() => readLedger(book(`<sheetData>${headingRow}<row r="2">${cell('XFD2', '远')}</row></sheetData>`), 'x.xlsx', 'receipts')).code).toBe('tooManyColumns');
    expect(answer(book(`<dimension ref="A1:XFD1048576"/><sheetData>${headingRow}<row r="2">${cell('A2', '1')}${cell('B2', '一')}<c r="XFD2" s="0"/></row></sheetData><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>`))).toBe('read');
  });

  it('refuses more rows than a ledger has', () => {
    expect(refusalOf(() => readLedger(Buffer.from(`文号,标题\n${'1,一\n'.repeat(importLimits.rows)}`), 'x.csv', 'receipts')).code).toBe('tooManyRows');
  });

  it('refuses merged ranges without end', () => {
    const rows = Array.from({ length: 2_600 }, (_, i) => `<row r="${i + 2}">${cell(`A${i + 2}`, '1')}${cell(`B${i + 2}`, '一')}</row>`).join('');
    const merges = Array.from({ length: 1_900 }, (_, i) => `<mergeCell ref="A${i + 2}:A1048576"/>`).join('');
    expect(refusalOf(() => readLedger(book(`<sheetData>${headingRow}${rows}</sheetData><mergeCells>${merges}</mergeCells>`), 'x.xlsx', 'receipts')).code).toBe('tooManyMerges');
  });

  it('expands no entities and follows no external ones', () => {
    const head = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;&a;">]>';
    const xml = `<sheetData>${headingRow}<row r="2">${cell('A2', '1')}${cell('B2', '标题&amp;&b;')}</row></sheetData>`;
    const title = String(records(readLedger(book(xml, 's', head), 'x.xlsx', 'receipts'))[0]?.values['title']);
    expect(title).toBe('标题&&b;');
  });

  it('shows names of sheets and files and does nothing else with them', () => {
    const data = `<sheetData>${headingRow}<row r="2">${cell('A2', '1')}${cell('B2', '一')}</row></sheetData>`;
    for (const name of ['../../etc/passwd', 'C:\\x', '__proto__', 'constructor', '\u202Etxt', 'a'.repeat(400)]) {
      const preview = readLedger(book(data, name), `/tmp/../${name}.xlsx`, 'receipts');
      expect(preview.file).not.toMatch(/[/\\]/);
      expect(records(preview)).toHaveLength(1);
    }
    expect(({} as Record<string, unknown>)['title']).toBeUndefined();
  });

  it('is not led astray by headings named like parts of objects', () => {
    const preview = readLedger(Buffer.from('__proto__,标题,constructor,文号\nx,一,y,1'), 'x.csv', 'receipts', { mapping: JSON.parse('{"__proto__":"note"}') as Record<string, string> });
    expect(records(preview)[0]?.values).toEqual({ note: 'x', title: '一', docNumber: '1' });
    expect(Object.keys(preview.sheets[0]?.mapping ?? {})).toContain('__proto__');
  });

  it('ends in time, when an HTML table claims endless spans', () => {
    const html = '<html><meta charset="gb2312"><table><tr><td>文号</td><td>标题</td></tr><tr><td rowspan="999999999">国发〔2012〕1号</td><td>一</td></tr><tr><td>二</td></tr></table></html>';
    const preview = readLedger(iconv.encode(html, 'gbk'), 'x.xls', 'receipts');
    expect([preview.encoding, ...records(preview).map((r) => r.values['title'])]).toEqual(['GB18030', '一', '二']);
    expect(answer(Buffer.from(html.replace('rowspan', 'colspan')))).toMatch(/read|refused/);
  });

  it('reads a cell of 32,000 brackets, years or dots in no time', () => {
    for (const unit of ['(', '〔', '（2012', '2012', '年', '12:', '张 ', '小计', '〔2012〕']) {
      const long = unit.repeat(32_000 / unit.length);
      const began = process.cpuUsage();
      const preview = readLedger(Buffer.from(`文号,标题,收文日期,密级,份数,承办人\n${Array.from({ length: 6 }, () => long).join(',')}`), 'x.csv', 'receipts');
      expect(process.cpuUsage(began).user / 1000, unit).toBeLessThan(5_000);
      expect(records(preview)[0]?.status).toBe('rejected');
    }
  });

  it('answers or refuses with a sentence, when handed any bytes', () => {
    const start = fc.constantFrom(Buffer.alloc(0), Buffer.from('PK\x03\x04'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('<html><table>'), Buffer.from([0xff, 0xfe]), Buffer.from([0x09, 0x08, 0x10, 0x00]), Buffer.from('文号,标题\n'));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 600 }), (head, rest) => {
        answer(Buffer.concat([head, Buffer.from(rest)]));
      }),
      { numRuns: 400 },
    );
  });

  const lines = [['收文号', '收文日期', '来文机关', '文号', '标题', '密级', '份数'], ...Array.from({ length: 20 }, (_, i) => [i + 1, '2012.5.1', i % 3 === 0 ? '国务院' : '〃', `国发〔2012〕${i + 1}号`, `标题${i}`, '机密★5年', '2份'])];
  const saved = (form: 'xlsx' | 'biff8' | 'html' | 'xlml'): Buffer => workbook([{ lines, merges: ['C3:C4'] }], form);
  const damaged = (bytes: Buffer, flips: readonly (readonly [number, number])[]): Buffer => {
    const copy = Buffer.from(bytes);
    for (const [at, value] of flips) copy[at % copy.length] = value;
    return copy;
  };

  it('answers or refuses with a sentence, when a good workbook is damaged', () => {
    const good = [...(['xlsx', 'biff8', 'html', 'xlml'] as const).map(saved), iconv.encode(lines.map((l) => l.join(',')).join('\n'), 'gbk')];
    const seen = { read: 0, refused: 0, stopped: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }), fc.option(fc.nat(), { nil: undefined }), (bytes, flips, cut) => {
        const copy = damaged(bytes, flips);
        seen[untilStopped(() => answer(cut === undefined ? copy : copy.subarray(0, cut % copy.length)))]++;
      }),
      { numRuns: 300, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
    // Both answers must have been given, or the damage was none; what never ends is rare.
    expect(seen.read).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.stopped).toBeLessThan(5);
  }, 120_000);

  it('stops the process that reads, with a sentence, when a damaged workbook keeps the reader busy for ever', async () => {
    const endless = damaged(saved('biff8'), [[2060332715, 148], [1572400623, 238], [1419273334, 143], [1285362412, 10], [278953092, 243], [1558365399, 250], [1690561321, 64]]);
    expect(untilStopped(() => answer(endless), 1_000)).toBe('stopped');
    await expect(runAside('readLedger', { bytes: endless, fileName: 'x.xls', target: 'receipts', options: {} }, { milliseconds: 3_000, megabytes: 1024 })).rejects.toMatchObject({ code: 'aside_timeout', messageZh: expect.stringMatching(/。$/) as string });
  });
});
