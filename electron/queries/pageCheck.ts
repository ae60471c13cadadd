import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { dayOf, showInstant } from '#shared/time.ts';
import { continuationsOf, pageCode, pagesOfPrint, pageStands, reprintsOf } from '../commands/sealedPages.ts';
import { readEntry } from '../commands/trail.ts';
import { eventsOf, recordById, trailAt } from '../vault/read.ts';
import type { Asking, Query } from './define.ts';
import { nameOf } from './names.ts';
import { bodyOf } from './revisions.ts';

type Since = Readonly<{ number: string | null; corrected: readonly Readonly<{ fieldsZh: string; reason: string | null; by: string | null; at: string | null }>[]; further: number }>;

/** What happened to a line after its page was printed: corrections, which the paper does not show, and acts, which it cannot. */
function since(a: Asking, register: RegisterKey, id: number, revision: number): Since {
  const after = eventsOf(a.db, register, id).filter((e) => e.digest !== null && e.revision > revision).map((e) => ({ seq: e.seq, body: bodyOf(e.body) }));
  const corrected = after.filter((e) => e.body.correction === true).map((e) => {
    const row = trailAt(a.db, e.seq);
    const entry = row === null ? null : readEntry(row.entry);
    return { fieldsZh: Object.keys(e.body.set ?? {}).map((f) => registerOf(register).fields[f]?.label ?? f).join('、'), reason: e.body.reason ?? null, by: entry === null ? null : nameOf(a.db, entry.actor), at: entry?.at ?? null };
  });
  return { number: recordById(a.db, register, id)?.number ?? null, corrected, further: after.length - corrected.length };
}

/**
 * A page of a continued register against the books: its digest is recomputed from the lines as they stood when it was printed, from
 * what stood on its paper and from the page before it, compared with what the book of prints keeps and, when given, with the code in the foot of the paper;
 * and what was corrected since is named. A page that no valid print holds is answered with ok: false.
 */
export const pageCheck: Query<'print.pageCheck'> = (a, input) => {
  const register = input.register as RegisterKey;
  const spec = registerOf(register);
  const prints = continuationsOf(a.db, register);
  const printed = prints.flatMap((print) => pagesOfPrint(print).map((page) => ({ print, page })));
  // A page that was not full was printed again: the latest counts.
  const found = printed.findLast(({ page }) => page.page === input.page);
  if (found === undefined) {
    const last = printed.at(-1)?.page.page;
    return { ok: false, intact: false, same: null, messageZh: `${last === undefined ? `《${spec.title}》没有续打过` : `《${spec.title}》没有续打过第 ${input.page} 页，最后一页是第 ${last} 页`}。请核对台账和页码；纸页上确有的，请安全保密管理员到场核查。`, register, page: input.page, sealed: false, code: '', digest: '', print: null, printedOn: null, lines: 0, corrected: [], further: 0 };
  }
  const { print, page } = found;
  const before = printed.findLast((p) => p.page.page === input.page - 1 && p.page.sealed)?.page.digest ?? '';
  const intact = pageStands(a.db, register, page, before);
  const code = pageCode(page.digest);
  const bare = (text: string): string => text.replace(/[\s\-－—]/gu, '').toUpperCase();
  const same = input.code === undefined ? null : bare(input.code) === bare(code);
  const changed = page.lines.map(([id, revision]) => since(a, register, id, revision)).filter((s) => s.corrected.length > 0 || s.further > 0);
  const corrected = changed.filter((s) => s.corrected.length > 0);
  const further = changed.reduce((n, s) => n + s.further, 0);
  const which = `《${spec.title}》第 ${page.page} 页（${print.number ?? ''}，${showInstant(print.printedAt ?? '')} 打印，${page.sealed ? '满页已封' : '未满页'}）`;
  const again = reprintsOf(a.db, register, page.page).map((p) => p.number ?? '');
  const ending = `${again.length === 0 ? '' : `补印过 ${again.length} 次（${again.join('、')}），原页再出现的请交安全保密管理员；`}${corrected.length === 0 ? '打印以后没有更正' : `打印以后更正 ${corrected.length} 条：${corrected.map((s) => `${s.number ?? ''} ${s.corrected.map((c) => c.fieldsZh).join('、')}`).join('；')}，请核对原页是否已改正`}${further === 0 ? '' : `；另有后续办理 ${further} 次`}。`;
  const messageZh = !intact ? `与台账不符。${which}按台账重算的摘要与打印时登记的不一致，登记可能被改动。请停止使用本页，请安全保密管理员和安全审计员到场核验。`
    : same === false ? `与纸页不符。${which}的页摘要是 ${code}，与所报的不一致。请对照页脚重新录入；确实不符的，该纸页不是本终端所打或已被替换。`
    : `${same === true ? '纸页与台账相符' : '台账与打印时相符'}。${which}${page.lines.length} 行的摘要重算一致；${ending}`;
  return { ok: intact && same !== false, intact, same, messageZh, register, page: page.page, sealed: page.sealed, code, digest: page.digest, print: print.number, printedOn: print.printedAt === null ? null : dayOf(print.printedAt), lines: page.lines.length, corrected, further };
};
