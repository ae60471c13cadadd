import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { isLabelStock, labelStocks } from '#shared/printing.ts';
import { isRegisterKey } from '#shared/registers/index.ts';
import { confirmPrinted, printForm } from '../paper.ts';
import type { PrintRequest } from '../printing/compose/request.ts';
import { placeToWrite } from './outFile.ts';
import { openPrinter } from './printer.ts';
import { ended, Ended, usage } from './output.ts';
import { needed, numberFlag, on, parseJson, textFlag } from './options.ts';
import type { Options } from './options.ts';
import { inSession } from './signIn.ts';

/** Pages of a PDF, read from its page tree. */
export const pagesOf = (pdf: Uint8Array): number => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1').match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 0;

/** A filter names columns; a list or a bare word would silently print the whole book. */
function filterFrom(given: string): unknown {
  const filter = parseJson(given, 'filter');
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) throw usage('--filter 须为 {"栏": 值}。请按台账各栏筛选。', 'filter');
  return filter;
}

/** Which labels are in the printer: stock, kind of code, places already used. Null when nothing was said about them. */
function labelSheets(o: Options): Record<string, unknown> | null {
  const [stock, codeKind, skip] = [textFlag(o, 'stock'), textFlag(o, 'code'), numberFlag(o, 'skip')];
  if (stock !== undefined && !isLabelStock(stock)) throw usage(`没有“${stock}”这种标签纸。可选：${Object.entries(labelStocks).map(([key, s]) => `${key}（${s.titleZh}）`).join('、')}。`, 'stock');
  if (codeKind !== undefined && codeKind !== 'code128' && codeKind !== 'qr') throw usage('--code 须为 code128（一维码）或 qr（二维码）。', 'code');
  const chosen = { ...(stock === undefined ? {} : { stock }), ...(codeKind === undefined ? {} : { codeKind }), ...(skip === undefined ? {} : { skip }) };
  return Object.keys(chosen).length === 0 ? null : chosen;
}

/** `print`: enters the print, gives it its number, writes the PDF. The paper is a carrier before it exists (P409). */
export function print(o: Options): Promise<{ document: unknown; human: string }> {
  const register = textFlag(o, 'register');
  const form = textFlag(o, 'form');
  if ((register === undefined) === (form === undefined)) throw usage('请用 --register 指明台账，或用 --form 指明表单，二者取一。', 'register');
  if (register !== undefined && !isRegisterKey(register)) throw usage(`没有“${register}”这本台账。`, 'register');
  const out = path.resolve(needed(o, 'out'));
  const filter = textFlag(o, 'filter');
  const copies = numberFlag(o, 'copies');
  const purpose = textFlag(o, 'purpose');
  const reason = textFlag(o, 'reason');
  const reprint = numberFlag(o, 'reprint');
  const sheets = labelSheets(o);
  const request = {
    ...(register === undefined ? {} : { register }), ...(form === undefined ? {} : { form }), ...(filter === undefined ? {} : { filter: filterFrom(filter) }), ...(textFlag(o, 'view') === undefined ? {} : { view: textFlag(o, 'view') }),
    ...(copies === undefined ? {} : { copies }), ...(purpose === undefined ? {} : { purpose }), ...(reason === undefined ? {} : { reason }), ...(on(o, 'continue') ? { continuation: true } : {}), ...(reprint === undefined ? {} : { reprint }), ...(sheets === null ? {} : { data: sheets }),
  } as PrintRequest;
  return inSession(o, async (s) => {
    placeToWrite(out, 'out', s.vault.header.testClock);
    const printer = await openPrinter().catch((error: unknown) => {
      const messageZh = error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : '这里没有能生成 PDF 的浏览器。请安装 chromium 后重试。';
      throw new Ended(6, { ok: false, kind: 'environment', code: 'no_printer', messageZh }, messageZh);
    });
    try {
      const made = await printForm(s, { ...request, volumes: true });
      if (!made.ok) throw ended(made.refusal, 'print');
      const { html, furtherVolumes = [], ...told } = made.value;
      const files: { file: string; pages: number }[] = [];
      try {
        for (const [i, volume] of [html, ...furtherVolumes].entries()) {
          const pdf = await printer.print(volume);
          const file = i === 0 ? out : out.replace(/(\.pdf)?$/i, `（第${i + 1}册）.pdf`);
          writeFileSync(file, pdf, { mode: 0o600 });
          files.push({ file, pages: pagesOf(pdf) });
        }
      } catch {
        // The number is used and stays so; the sheet that never came out is entered as spoiled, as at a printer that jams.
        await confirmPrinted(s, told.number, 'spoiled', 0);
        const messageZh = `打印件没有写成文件，编号 ${told.number} 已记为作废，编号不再使用。请核对磁盘空间和打印环境后重新打印。`;
        throw new Ended(6, { ok: false, kind: 'environment', code: 'not_written', messageZh }, messageZh);
      }
      const pages = files.reduce((n, f) => n + f.pages, 0);
      await confirmPrinted(s, told.number, 'done', pages);
      return { document: { ok: true, file: out, pages, ...(files.length > 1 ? { volumes: files } : {}), ...told }, human: `已打印 ${told.title}，${pages} 页，编号 ${told.number}${told.carrierNumbers.length > 0 ? `，登记为载体 ${told.carrierNumbers.join('、')}` : ''}：${files.map((f) => f.file).join('、')}` };
    } finally {
      await printer.close();
    }
  });
}
