import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approved, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { agreed, lend } from '#test/helpers/rulesCases.ts';
import { digitsOf } from '#shared/labels.ts';
import { trip } from '#test/helpers/samplesArchive.ts';
import { told } from './support.ts';

type Groups = { groups: { kind: string; hits: { register: string; number: string; titleZh: string; detailZh: string }[] }[] };
let desk: Desk;
const search = (text: string) => told<Groups>(desk, 'search', { text }).groups;
const carriers = (text: string) => search(text).find((g) => g.kind === 'carriers')?.hits ?? [];

const brackets = [['〔', '〕'], ['［', '］'], ['[', ']'], ['(', ')'], ['（', '）'], ['【', '】'], ['', '']] as const;
const numbers = [27, 270, 127, 2, 7].map((n) => ['示厅函', 2026, n] as const);

beforeAll(() => {
  desk = openDesk();
  desk.must('person.register', reader('南宫砚'));
  for (const [code, year, n] of numbers) desk.must('carrier.enter', paper(`第${n}号文件`, { docNumber: `${code}〔${year}〕${n}号`, copySerial: '000001' }));
});
afterAll(() => desk.close());

describe('the search box', () => {
  it('finds a 文号 first, when it is typed in any bracket style', () => {
    fc.assert(fc.property(fc.constantFrom(...brackets), fc.constantFrom(...brackets), fc.constantFrom(...numbers), fc.constantFrom('', ' '), ([open], [, close], [code, year, n], blank) => {
      const hits = carriers(`${code}${open}${year}${close}${blank}${n}号`);
      expect(hits[0]?.titleZh).toBe(`第${n}号文件`);
    }), { numRuns: 80 });
  });

  it('answers where a carrier is and who has it in the hit itself', () => {
    expect(carriers('第270号')[0]?.detailZh).toMatch(/^示厅函〔2026〕270号 · 000001 · 机密 · 在库，3号柜1格；责任人欧阳笺/);
    desk.must('carrier.lend', agreed('carrier.lend', { ...lend, carrier: 'ZT-2026-00002' })(desk));
    expect(carriers('第270号')[0]?.detailZh).toMatch(/^示厅函〔2026〕270号 · 000001 · 机密 · 借出，在南宫砚（规划科）处.*应于 2026-11-\d\d 归还/);
  });

  it('finds by number, by one character, by initials, by person and in the newer books', () => {
    expect(carriers('ZT-2026-00003').map((h) => h.number)).toEqual(['ZT-2026-00003']);
    expect(carriers('函').length).toBe(5);
    expect(carriers('stqlt').length + carriers('slsqlt').length).toBeGreaterThan(0);
    expect(search('南宫砚').some((g) => g.kind === 'persons')).toBe(true);
    desk.must('cabinet.register', { place: '9号柜', kind: 'code_safe', level: 'secret' });
    expect(search('9号柜').map((g) => g.kind)).toContain('cabinets');
  });

  it('finds behind a scanned code the record of that very book, not one with the same tail', () => {
    const going = trip({ carriers: ['ZT-2026-00001'] });
    desk.must('carrier.carryOut', { ...going, approval: approved(desk, 'carrier.carryOut', going) });
    for (const [register, number] of [['carriers', 'ZT-2026-00001'], ['loans', 'JY-2026-00001'], ['approvals', 'SP-2026-0001'], ['trips', 'WC-2026-0001']] as const) {
      expect(search(digitsOf(number) ?? '').flatMap((g) => g.hits.map((h) => [h.register, h.number]))).toEqual([[register, number]]);
    }
  });
});
