import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRegisterKey } from '#shared/registers/index.ts';
import { confirmPrinted, printForm } from '../paper.ts';
import type { PrintRequest } from '../printing/compose/request.ts';
import { classifyTarget } from '../terminal/targets.ts';
import { openPrinter } from './printer.ts';
import { ended, Ended, usage } from './output.ts';
import { needed, numberFlag, parseJson, textFlag } from './options.ts';
import type { Options } from './options.ts';
import { inSession } from './signIn.ts';

/** Pages of a PDF, read from its page tree. */
export const pagesOf = (pdf: Uint8Array): number => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1').match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 0;

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
  const request = {
    ...(register === undefined ? {} : { register }), ...(form === undefined ? {} : { form }), ...(filter === undefined ? {} : { filter: parseJson(filter, 'filter') }), ...(textFlag(o, 'view') === undefined ? {} : { view: textFlag(o, 'view') }),
    ...(copies === undefined ? {} : { copies }), ...(purpose === undefined ? {} : { purpose }),
  } as PrintRequest;
  return inSession(o, async (s) => {
    const target = classifyTarget(path.dirname(out), { trainingVault: s.vault.header.testClock });
    if (!target.ok) throw new Ended(6, { ok: false, kind: 'environment', code: `target_${target.kind}`, messageZh: `不能把打印件存到该位置。${target.reasonZh}` }, `不能把打印件存到该位置。${target.reasonZh}`);
    const printer = await openPrinter().catch((error: unknown) => {
      const messageZh = error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : '这里没有能生成 PDF 的浏览器。请安装 chromium 后重试。';
      throw new Ended(6, { ok: false, kind: 'environment', code: 'no_printer', messageZh }, messageZh);
    });
    try {
      const made = await printForm(s, { ...request, volumes: true });
      if (!made.ok) throw ended(made.refusal, 'print');
      const { html, furtherVolumes = [], ...told } = made.value;
      const files: { file: string; pages: number }[] = [];
      for (const [i, volume] of [html, ...furtherVolumes].entries()) {
        const pdf = await printer.print(volume);
        const file = i === 0 ? out : out.replace(/(\.pdf)?$/i, `（第${i + 1}册）.pdf`);
        writeFileSync(file, pdf, { mode: 0o600 });
        files.push({ file, pages: pagesOf(pdf) });
      }
      const pages = files.reduce((n, f) => n + f.pages, 0);
      await confirmPrinted(s, told.number, 'done', pages);
      return { document: { ok: true, file: out, pages, ...(files.length > 1 ? { volumes: files } : {}), ...told }, human: `已打印 ${told.title}，${pages} 页，编号 ${told.number}${told.carrierNumbers.length > 0 ? `，登记为载体 ${told.carrierNumbers.join('、')}` : ''}：${files.map((f) => f.file).join('、')}` };
    } finally {
      await printer.close();
    }
  });
}
