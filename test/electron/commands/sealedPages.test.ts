import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuationsOf, pagesOfPrint, pageStands } from '#electron/commands/sealedPages.ts';
import { sealedPages } from '#electron/queries/sealedProof.ts';
import type { Continuation } from '#electron/policy/printedPages.ts';
import { recordById } from '#electron/vault/read.ts';
import { withBooks, set } from '#test/helpers/rulesCases.ts';
import { openDesk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { nextPages, pageAgain, pagesInput, sealedPage } from '#test/helpers/pages.ts';

const next = (desk: Desk): Continuation | string => nextPages(desk, perPageOf(desk));
const perPageOf = (desk: Desk): number => {
  const row = desk.db.prepare(`SELECT value FROM parameters WHERE key = 'print.linesPerPage'`).pluck().get();
  return row === undefined ? 12 : Number(row);
};
const printId = (done: { result: unknown }): number => (done.result as { print: { id: number } }).print.id;

type Step = { kind: 'add'; many: number } | { kind: 'correct'; which: number } | { kind: 'print'; result: 'done' | 'spoiled' } | { kind: 'lines'; perPage: number };
const steps = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), many: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), which: fc.nat(200) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('print' as const), result: fc.constantFrom('done' as const, 'done' as const, 'done' as const, 'spoiled' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lines' as const), perPage: fc.integer({ min: 8, max: 15 }) }) },
), { minLength: 3, maxLength: 14 });

/** Sealed pages and lists of corrections as the paper in the folder has them, page by page. */
function checkFolder(desk: Desk): void {
  const sealed = continuationsOf(desk.db, 'persons').flatMap((p) => pagesOfPrint(p).filter((page) => page.sealed));
  expect(sealed.map((p) => p.page)).toEqual(sealed.map((_, at) => at + 1));
  const lines = sealed.flatMap((p) => p.lines.map(([id]) => id));
  expect(lines).toEqual(lines.map((_, at) => at + 1));
  let before = '';
  for (const page of sealed) {
    expect(pageStands(desk.db, 'persons', page, before)).toBe(true);
    before = page.digest;
  }
}

function run(desk: Desk, script: readonly Step[]): void {
  let made = 0;
  let printed = 0;
  const owed = new Set<string>();
  const sealedIds = (): Set<number> => new Set(continuationsOf(desk.db, 'persons').flatMap((p) => pagesOfPrint(p).filter((x) => x.sealed).flatMap((x) => x.lines.map(([id]) => id))));
  for (const step of script) {
    if (step.kind === 'add') for (let i = 0; i < step.many; i++) desk.must('person.register', { name: `示例${++made}` });
    else if (step.kind === 'lines') set('print.linesPerPage', step.perPage)(desk);
    else if (step.kind === 'correct') {
      if (made === 0) continue;
      const id = (step.which % made) + 1;
      const revision = recordById(desk.db, 'persons', id)?.revision;
      desk.must('record.correct', { register: 'persons', record: id, revision, set: { department: `部门${revision ?? 0}` }, reason: '录入有误' });
      if (sealedIds().has(id)) owed.add(`${id} ${(revision ?? 0) + 1}`);
    } else {
      const plan = next(desk);
      if (typeof plan === 'string') {
        expect([plan, made === printed, owed.size]).toEqual(['nothing_to_print', true, 0]);
        continue;
      }
      const id = printId(desk.must('register.print', pagesInput(plan)));
      expect(next(desk)).toBe('print_unconfirmed');
      expect(plan.amendments.map((a) => a.record).sort((a, b) => a - b)).toEqual([...owed].map((o) => Number(o.split(' ')[0])).sort((a, b) => a - b));
      // Every line not yet sealed is on this print, once, when anything was added.
      const on = plan.pages.flatMap((p) => p.lines.map(([line]) => line));
      if (on.length > 0) expect(on.at(-1)).toBe(made);
      desk.must('register.printed', { print: id, result: step.result });
      if (step.result === 'done') {
        owed.clear();
        printed = made;
      }
    }
    checkFolder(desk);
  }
  expect(sealedPages(desk.db)).toMatchObject({ ok: true, counted: continuationsOf(desk.db, 'persons').reduce((n, p) => n + pagesOfPrint(p).length, 0), findings: [] });
}

describe('PRINT-PAGES: a register continued on paper', () => {
  it('has each line on exactly one sealed page, in order, and each correction on one slip, whatever is added, corrected, spoiled in between', () => {
    fc.assert(fc.property(steps, (script) => { withBooks('secret', (desk) => run(desk, script)); }), { numRuns: 30 });
  }, 120_000);

  it('cuts a very long register at full pages, and the next print goes on from there', () => {
    const desk = openDesk();
    try {
      desk.db.transaction(() => { for (let i = 0; i < 3605; i++) desk.must('person.register', { name: `示例${i}` }); })();
      const first = next(desk);
      if (typeof first === 'string') throw new Error(first);
      expect([first.pages.length, first.pages.every((p) => p.sealed), first.lastRecord]).toEqual([300, true, 3600]);
      desk.must('register.printed', { print: printId(desk.must('register.print', pagesInput(first))), result: 'done' });
      const then = next(desk);
      if (typeof then === 'string') throw new Error(then);
      expect(then.pages.map((p) => [p.page, p.lines.length, p.sealed])).toEqual([[301, 5, false]]);
      expect([then.lineFrom, then.firstNumber, then.lastNumber]).toEqual([3601, 'RY-2026-3601', 'RY-2026-3605']);
    } finally {
      desk.close();
    }
  }, 60_000);

  it('gives a lost sealed page again under a number of its own, seals nothing by it, and goes on as if it had not been', () => {
    withBooks('secret', (desk) => {
      const code = (input: unknown): string | undefined => {
        const told = desk.do('register.print', input);
        return told.ok ? undefined : told.refusal.kind === 'invalid' ? told.refusal.issues[0]?.code : told.refusal.kind;
      };
      const why = '原页遗失，已登记查找';
      expect(code({ ...pageAgain(desk), warnReason: why })).toBe('page_unknown');
      sealedPage(desk);
      expect(code(pageAgain(desk))).toBe('policy');
      expect(code({ ...pageAgain(desk), warnReason: why, reprint: { ...pageAgain(desk).reprint, page: 2 } })).toBe('page_open');
      expect(code({ ...pageAgain(desk), warnReason: why, reprint: { ...pageAgain(desk).reprint, digest: 'b'.repeat(64) } })).toBe('pages_moved');
      const id = printId(desk.must('register.print', { ...pageAgain(desk), warnReason: why }));
      expect(recordById(desk.db, 'prints', id)).toMatchObject({ number: 'DY-2026-0002', register: 'persons', continuation: 0, pageFrom: 1, pageTo: 1, firstNumber: 'RY-2026-0001', lastNumber: 'RY-2026-0012', pageDigests: null, note: why });
      expect(next(desk)).toBe('nothing_to_print');
      desk.must('register.printed', { print: id, result: 'done' });
      desk.must('person.register', { name: '示例后来' });
      expect((next(desk) as Continuation).pages.map((p) => [p.page, p.lines.length])).toEqual([[2, 2]]);
      checkFolder(desk);
    });
  });

  it('is not entered on pages that have moved on since they were laid out', () => {
    withBooks('secret', (desk) => {
      desk.must('person.register', { name: '示例一' });
      const plan = next(desk) as Continuation;
      desk.must('record.correct', { register: 'persons', record: 1, revision: 1, set: { department: '测绘科' }, reason: '录入有误' });
      expect(desk.do('register.print', pagesInput(plan))).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ code: 'pages_moved' }] } });
      expect(desk.db.prepare('SELECT count(*) FROM prints').pluck().get()).toBe(0);
    });
  });
});

