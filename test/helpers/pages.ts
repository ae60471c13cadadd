// Pages of the book of persons as a print lays them out, without the program that draws them.
import { continuationOf, continuationsOf, pagesOfPrint } from '#electron/commands/sealedPages.ts';
import type { Continuation } from '#electron/policy/printedPages.ts';
import type { PagePaper, PrintColumn } from '#shared/printing.ts';
import type { AnyRecord } from '#shared/registers/index.ts';
import type { Desk } from './desk.ts';

const columns: readonly PrintColumn[] = [{ key: 'no', titleZh: '序号', width: '8mm' }, { key: 'name', titleZh: '姓名', width: '1fr' }];
const paperOf = (perPage: number) => (_at: number, lines: readonly AnyRecord[], from: number): PagePaper => ({ titleZh: '涉密人员台账', formNumber: 'R25-A4H', orientation: 'landscape', linesPerPage: perPage, columns, signatures: ['登记人'], rows: lines.map((r, i) => [String(from + i), String(r['name'])]) });

/** The next pages, or the code of the refusal. */
export function nextPages(desk: Desk, perPage = 12): Continuation | string {
  const found = continuationOf(desk.db, 'persons', perPage, paperOf(perPage));
  return 'kind' in found ? ((found.kind === 'invalid' ? found.issues[0]?.code : undefined) ?? found.kind) : found;
}

export const pagesInput = (c: Continuation) => ({ form: 'R25-A4H', title: '涉密人员台账（续打）', rows: 0, level: null, secrecyPeriod: null, digest: 'a'.repeat(64), continuation: { register: 'persons', basis: c.basis, papers: c.pages.map((p) => p.paper) } });

/** Thirteen persons, the first twelve of them on a sealed page. */
export function sealedPage(desk: Desk): void {
  for (let i = 0; i < 13; i++) desk.must('person.register', { name: `示例${i}` });
  const next = nextPages(desk);
  if (typeof next === 'string') throw new Error(next);
  desk.must('register.print', pagesInput(next));
  desk.must('register.printed', { print: 1, result: 'done' });
}

/** Page 1 once more. */
export const pageAgain = (desk: Desk) => ({ form: 'R25-A4H', title: '涉密人员台账（补印第1页）', rows: 12, level: null, secrecyPeriod: null, digest: 'a'.repeat(64), reprint: { register: 'persons', page: 1, digest: continuationsOf(desk.db, 'persons').flatMap(pagesOfPrint)[0]?.digest ?? 'none' } });
