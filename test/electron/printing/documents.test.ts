import { describe, expect, it } from 'vitest';
import { carrierRegister, destruction, SAMPLES } from '#build/contact/samples.ts';
import { codeDrawing } from '#electron/printing/documents/codes.ts';
import { docDigest } from '#electron/printing/documents/digest.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { cssString, html, lines, unbroken } from '#electron/printing/documents/markup.ts';
import { capitalNumber, grouped, longDate } from '#electron/printing/documents/numerals.ts';
import { columnWidths, registerVolumes } from '#electron/printing/documents/register.ts';
import { labelDigits, readLabelDigits, type PrintDocument } from '#shared/printing.ts';

const body = (document: string): string => document.slice(document.indexOf('<body>'));
const HOSTILE = '<script>alert(1)</script>&"\'</style><img src=x onerror=alert(2)>';

/** Puts hostile text into every string of a print, except those a form chooses its shape by. */
function poisoned(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return ['form', 'orientation', 'width', 'align', 'key', 'stock', 'codeKind', 'grade', 'digits', 'barcode'].includes(key) ? value : HOSTILE;
  if (Array.isArray(value)) return value.map((one: unknown) => poisoned(one, key));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poisoned(v, k)]));
  return value;
}

describe('every form', () => {
  it.each(SAMPLES)('%s is the same text as last time, when its data are the same', (_name, print) => {
    expect(renderDocument(print)).toMatchSnapshot();
  });

  it.each(SAMPLES)('%s escapes every text, when all of them are hostile', (_name, print) => {
    const document = renderDocument(poisoned(print) as PrintDocument);
    expect(document).not.toMatch(/<script|<img|onerror=alert\(2\)>/);
    // Exactly one style element, closed once: no text of a record ended it early.
    expect(document.match(/<\/?style/g)).toEqual(['<style', '</style']);
    expect(body(document)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;');
  });

  it.each(SAMPLES)('%s may load nothing and runs nothing, when a page opens it', (_name, print) => {
    const document = renderDocument(print);
    expect(document).toContain("default-src 'none'");
    expect(document).not.toMatch(/<script|\son\w+=|javascript:|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(body(document)).not.toMatch(/\sstyle=/);
  });

  it('says 样张, when the data are for demonstration only', () => {
    for (const [, print] of SAMPLES) {
      expect(renderDocument({ ...print, sample: true })).toContain('样张');
      expect(renderDocument({ ...print, sample: false })).not.toContain('样张');
    }
  });
});

describe('register', () => {
  it('leaves a signature column blank, when the row holds a text for it', () => {
    const print = carrierRegister(5);
    expect(print.rows[0]?.cells['sign']).toBe('不应印出');
    expect(renderDocument(print)).not.toContain('不应印出');
  });

  it('strikes the earlier revision and keeps its note readable, when a row was corrected', () => {
    const document = renderDocument(carrierRegister(5));
    const struck = /<tr class="old">.*?<\/tr>/.exec(document)?.[0] ?? '';
    expect(struck).toContain('33号');
    expect(struck).toContain('<td class="nx">第1稿<br>见下行</td>');
    expect(document.match(/<tr class="old">/g)).toHaveLength(1);
  });

  it('ends with 以下空白 and capital totals, when it has rows', () => {
    const document = renderDocument(carrierRegister(29));
    expect(document).toContain('以下空白');
    expect(document).toContain('总计 <b>贰拾玖</b>（29）件');
  });

  it('offers numbered blank lines instead of 以下空白, when blank rows are asked for', () => {
    const document = renderDocument({ ...carrierRegister(2), blankRows: 3 });
    expect(document).not.toContain('以下空白');
    expect(document).toMatch(/<tr><td>5<\/td>(<td><\/td>){16}<\/tr>/);
  });

  it('shows no mark, when the content is internal', () => {
    expect(renderDocument(carrierRegister(2, null))).toMatch(/@top-left\{content:""/);
  });

  it('breaks a long number rather than let it run into the next column, when it does not fit', () => {
    const print = carrierRegister(1);
    const document = renderDocument({ ...print, rows: [{ cells: { ...print.rows[0]?.cells, docNumber: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' } }] });
    expect(document).toContain('<td class="ev">ABCDEFGHIJKLMNOPQRSTUVWXYZ</td>');
  });
});

describe('registerVolumes', () => {
  it('leaves a register whole, when it is short', () => {
    const print = carrierRegister(20);
    expect(registerVolumes(print)).toEqual([print]);
  });
  it('keeps every line once, the totals last and a struck line with its successor, when it is long', () => {
    const print = carrierRegister(10);
    const volumes = registerVolumes(print, 17 * 3);
    expect(volumes.flatMap((volume) => volume.rows)).toEqual(print.rows);
    expect(volumes[0]?.rows).toHaveLength(2);
    expect(volumes[1]?.rows[0]?.struck).toBe(true);
    expect(volumes.map((volume) => volume.totals !== undefined)).toEqual(volumes.map((_, at) => at === volumes.length - 1));
    expect(volumes[0]?.serialZh).toContain(`第 1 分册　共 ${volumes.length} 分册`);
  });
});

describe('columnWidths', () => {
  const column = (width: `${number}mm` | `${number}fr`) => ({ key: 'k', titleZh: 't', width });
  it('gives fractions the rest, when fixed columns leave some', () => {
    expect(columnWidths([column('20mm'), column('1fr'), column('3fr')], 100)).toEqual([20, 20, 60]);
  });
  it('shrinks all alike, when the book is wider than the paper', () => {
    expect(columnWidths([column('100mm'), column('100mm')], 100)).toEqual([50, 50]);
  });
  it('keeps at least a tenth of the paper for a fraction, when fixed columns fill it', () => {
    expect(columnWidths([column('100mm'), column('1fr')], 110)[1]).toBe(10);
  });
});

describe('slips', () => {
  it('carry their own mark, number and foot each, because they are cut apart', () => {
    const slip = SAMPLES.find(([, print]) => print.form === 'loan-slip')?.[1];
    const document = body(renderDocument(slip!));
    for (const text of ['<strong>机密★10年</strong>', 'DY-2026-0320', '#18,224', 'JY-2026-0093']) expect(document.split(text).length - 1).toBeGreaterThanOrEqual(2);
  });
});

describe('destruction', () => {
  it('has two lines for 监销人 on list and certificate, and no certificate before the destruction', () => {
    const done = renderDocument(destruction);
    expect(done.match(/监销人[一二]<br>（签字）<\/th><td><\/td>/g)).toHaveLength(4);
    const { certificate: _none, ...open } = destruction;
    expect(renderDocument(open).match(/监销人[一二]<br>（签字）/g)).toHaveLength(2);
    expect(renderDocument(open)).not.toContain('销毁证明');
  });
});

describe('numerals', () => {
  it.each([[0, '零'], [7, '柒'], [10, '壹拾'], [29, '贰拾玖'], [107, '壹佰零柒'], [1010, '壹仟零壹拾'], [2000, '贰仟'], [10005, '壹万零伍'], [30400, '叁万零肆佰'], [120000, '壹拾贰万']])('%i is %s', (value, text) => {
    expect(capitalNumber(value)).toBe(text);
  });
  it('refuses what is no count', () => {
    expect(() => capitalNumber(-1)).toThrow(RangeError);
    expect(() => capitalNumber(1.5)).toThrow(RangeError);
  });
  it('writes dates and counts as paper does', () => {
    expect(longDate('2026-09-01')).toBe('2026 年 9 月 1 日');
    expect(longDate('九月')).toBe('九月');
    expect([grouped(9999), grouped(18224)]).toEqual(['9999', '18,224']);
  });
});

describe('markup', () => {
  it('escapes strings and keeps markup, when a template mixes both', () => {
    expect(html`<b>${'a<b'}</b>${null}${false}${3}${[html`<i></i>`, html`&amp;`]}`.markup).toBe('<b>a&lt;b</b>3<i></i>&amp;');
    expect(lines('甲\n<乙').markup).toBe('甲<br>&lt;乙');
  });
  it('drops control characters, when a text holds some', () => {
    expect(html`${'a\u0000b\u001bc'}`.markup).toBe('abc');
  });
  it('breaks a document number before 〔 only', () => {
    expect(unbroken('示厅函〔2026〕27号').markup).toBe('<span class="nw">示厅函</span><wbr><span class="nw">〔2026〕27号</span>');
  });
  it('cannot leave a CSS string, when the text tries', () => {
    expect(cssString('a"}</style>\\\nb')).toBe('"a\\22 }\\3c /style\\3e \\5c \\a b"');
  });
});

describe('label digits', () => {
  it('come back as they went in, and every single wrong digit is found', () => {
    const digits = labelDigits(1, 2026, 388);
    expect(digits).toMatch(/^0120260038\d{2}$/);
    expect(readLabelDigits(digits)).toEqual({ book: 1, year: 2026, serial: 388 });
    for (let at = 0; at < 12; at++) for (let d = 0; d < 10; d++) {
      if (String(d) === digits[at]) continue;
      expect(readLabelDigits(digits.slice(0, at) + d + digits.slice(at + 1))).toBeNull();
    }
  });
  it('refuse a part that does not fit', () => {
    expect(() => labelDigits(1, 2026, 100000)).toThrow(RangeError);
    expect(readLabelDigits('ZT-2026-00388')).toBeNull();
  });
  it('are the only thing a bar code holds', () => {
    expect(() => codeDrawing('code128', 'ZT-2026-00388')).toThrow(RangeError);
    expect(codeDrawing('qr', labelDigits(1, 2026, 388)).markup).toMatch(/^<svg .*<\/svg>\s*$/s);
  });
});

describe('docDigest', () => {
  it('is the same for the same content in another key order, and another for other content', () => {
    const digest = docDigest({ rows: [{ a: '1', b: '2' }], count: 1 });
    expect(digest).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(docDigest({ count: 1, rows: [{ b: '2', a: '1' }] })).toBe(digest);
    expect(docDigest({ rows: [{ a: '1', b: '3' }], count: 1 })).not.toBe(digest);
  });
});
