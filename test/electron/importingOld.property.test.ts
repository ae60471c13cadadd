import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { targets } from '#electron/import/targets.ts';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import type { Imported, ImportMode } from '#electron/importing.ts';
import { act } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { recordsWhere } from '#electron/vault/read.ts';
import type { ImportTargetId } from '#shared/import.ts';
import { registerKeys } from '#shared/registers/index.ts';
import { paper, reader } from '../helpers/desk.ts';
import { openTerminal } from '../helpers/terminal.ts';
import type { Terminal } from '../helpers/terminal.ts';

let here: Terminal | null = null;
afterEach(() => { here?.leave(); here = null; });

/** What stands in the cells of such books: as it should, as people write it, and what does not belong there. */
const day = fc.oneof(
  fc.tuple(fc.integer({ min: 2008, max: 2027 }), fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 31 }), fc.constantFrom('.', '-', '/', '年')).map(([y, m, d, by]) => (by === '年' ? `${y}年${m}月${d}日` : [y, m, d].join(by))),
  fc.constantFrom('', '', '3.5', '5月6日', '２０１２．６．３０', '20120301', '2012年3月', '已还', '未还', '同上', '长期', '43891', '#N/A'),
);
const person = fc.constantFrom('南宫砚', '诸葛存', '南 宫 砚', '司徒收、闻人录', '', '〃', '张', 'ABC', '王'.repeat(70));
const amount = fc.constantFrom('1', '2', '3份', '壹', '十二', '-1', '0', '1.5', '', '100001', '一册', '2+1');
const text = fc.oneof(fc.constantFrom('供水方案', '《旧方案》', 'ZT-2026-00001', 'ZT-2026-09999', '示厅发[2011]8号', '示厅发〔2011〕8号', '机要交通', '挂号', '粉碎', '化浆', '光盘', '3号柜', '=1+1', '"', ' ', ''), fc.string({ unit: 'grapheme', maxLength: 12 }));
const cellOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: day, moment: day, name: person, count: amount,
  level: fc.constantFrom('机密', '秘密', '绝密', '内部', '公开', '机密★10年', '机 密', '', '特密', '同上'), period: fc.constantFrom('10年', '长期', '', '2030年1月1日', '乱'),
};
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** A sheet of one of the books: some of its columns under one of their names, and some lines. */
const sheet = fc.constantFrom<ImportTargetId>('loans', 'dispatches', 'copies', 'notebooks', 'destructions', 'cabinets').chain((id) => {
  const { fields } = targets[id];
  const optional = fields.filter((f) => f.required !== true);
  return fc.tuple(fc.subarray(optional, { minLength: Math.min(3, optional.length) }), fc.integer({ min: 0, max: 9 }))
    .chain(([some, name]) => {
      const columns = fields.filter((f) => f.required === true || some.includes(f));
      const heads = columns.map((f) => [f.zh, ...f.synonyms][name % Math.min(2, f.synonyms.length + 1)] ?? f.zh);
      return fc.record({ id: fc.constant(id), heads: fc.constant(heads), lines: fc.array(fc.tuple(...columns.map((f) => cellOf[f.kind] ?? text)), { minLength: 1, maxLength: 6 }) });
    });
});

/** Everything all registers hold. */
const content = (s: Session): string => JSON.stringify(registerKeys.filter((k) => k !== 'imports').map((k) => recordsWhere(s.vault.db, k, {})));
const lines = (i: Imported) => i.sheets.flatMap((one) => one.rows);

describe('any old register of loans, dispatches, copies, notebooks, destruction or cabinets', () => {
  it('is read without a fault, changes nothing unless it may, and is taken once', async () => {
    await fc.assert(fc.asyncProperty(sheet, async ({ id, heads, lines: cells }) => {
      here?.leave();
      here = await openTerminal();
      const s = await here.sit('clerk');
      for (const [name, input] of [['person.register', reader('南宫砚')], ['carrier.enter', paper('供水方案', { copySerial: '000001' })]] as const) expect(await act(s, name, input)).toMatchObject({ ok: true });
      const bytes = Buffer.from([heads, ...cells].map((line) => line.map(quoted).join(',')).join('\n'), 'utf8');
      const preview = await readLedgerFile(bytes, '旧登记.csv', id);
      // A sheet without a line that could be a record is refused as a whole, with a sentence.
      if (!preview.ok) { expect(JSON.stringify(preview.refusal)).toContain('。'); return; }
      const take = async (mode: ImportMode): Promise<Imported> => {
        const done = await importLedger(s, structuredClone(preview.value), id, mode, bytes);
        if (!done.ok) throw new Error(JSON.stringify(done.refusal));
        return done.value;
      };
      const before = content(s);
      const looked = await take('dryRun');
      expect(content(s)).toBe(before);
      for (const line of lines(looked)) if (line.status === 'rejected') expect(line.problems.length).toBeGreaterThan(0);
      if (looked.counts.rejected > 0) {
        await take('all');
        expect(content(s)).toBe(before);
      }
      const taken = await take('valid');
      // What the look refused is refused; beyond that only what a line before it in the same file made impossible.
      const refused = (i: Imported): number[] => lines(i).filter((l) => l.status === 'rejected').map((l) => l.row);
      expect(refused(taken)).toEqual(expect.arrayContaining(refused(looked)));
      expect(taken.counts.created).toBe(taken.counts.ok + taken.counts.doubt);
      const after = content(s);
      const again = await take('valid');
      expect(again.counts.created).toBe(0);
      expect(content(s)).toBe(after);
    }), { numRuns: Number(process.env['OLD_REGISTERS_RUNS'] ?? 20) });
  }, 300_000);
});
