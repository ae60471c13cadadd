import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRecord } from '#electron/vault/write.ts';
import { approved, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { agreed, lend } from '#test/helpers/rulesCases.ts';
import { digitsOf } from '#shared/labels.ts';
import { trip } from '#test/helpers/samplesArchive.ts';
import { told } from './support.ts';
import type { Page } from './support.ts';

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
    expect(carriers('第270号')[0]?.detailZh).toMatch(/^在库，3号柜1格；责任人欧阳笺.* · 示厅函〔2026〕270号 · 000001 · 机密$/);
    desk.must('carrier.lend', agreed('carrier.lend', { ...lend, carrier: 'ZT-2026-00002' })(desk));
    expect(carriers('第270号')[0]?.detailZh).toMatch(/^借出，在南宫砚（规划科）处.*应于 2026-11-\d\d 归还.* · 示厅函〔2026〕270号 · 000001 · 机密$/);
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

  it.each([
    ['示厅函[2026]27号'], ['示厅函〔2026〕27号'], ['示厅函(2026)27号'], ['示厅函（2026）27号'], ['示厅函【2026】27号'], ['示厅函［２０２６］２７号'], ['示厅函〔2026〕27'], ['示厅函[2026] 27'], ['示厅函 〔2026〕 27 号'], ['示厅函〔2026〕第27号'],
    ['示厅函2026年27号'], ['示厅函202627'],
  ])('takes %s for one and the same 文号, in the search box and in the book', (typed) => {
    expect(carriers(typed)[0]?.titleZh).toBe('第27号文件');
    const page = told<Page>(desk, 'record.list', { register: 'carriers', search: typed });
    expect(page.entries.map((e) => e.values['title'])).toContain('第27号文件');
    // With 号 the serial is whole: 270号 and 127号 are other papers.
    if (typed.replace(/\s/g, '').endsWith('号')) expect(page.total).toBe(1);
  });

  it.each([['[2026]27号'], ['〔2026〕第27号'], ['2026年27号']])('finds a paper by %s, without the code of the organ', (typed) => {
    expect(carriers(typed).map((h) => h.titleZh)).toContain('第27号文件');
  });

  it.each([['ZT-2026-00003'], ['zt-2026-3'], ['ZT 2026 3'], ['zt20263'], ['ＺＴ－２０２６－００００３'], ['ZT—2026—00003'], ['2026-3'], ['ZT-3'], ['3'], ['00003']])('takes %s for the number of a record', (typed) => {
    expect(carriers(typed)[0]?.number).toBe('ZT-2026-00003');
  });

  it.each([['zt-2026-3'], ['ZT 2026 3'], ['ＺＴ－２０２６－００００３'], [digitsOf('ZT-2026-00003') ?? '']])('finds %s in the find box of a book, alone', (typed) => {
    expect(told<Page>(desk, 'record.list', { register: 'carriers', search: typed }).entries.map((e) => e.number)).toEqual(['ZT-2026-00003']);
  });

  it('does not take a short number with its year for longer ones', () => {
    const other = openDesk();
    for (let i = 1; i <= 12; i++) other.must('carrier.enter', paper(`文件${i}号`, { docNumber: `青文〔2026〕${i}号` }));
    expect(told<Page>(other, 'record.list', { register: 'carriers', search: 'zt-2026-1' }).entries.map((e) => e.number)).toEqual(['ZT-2026-00001']);
    expect(told<Page>(other, 'record.list', { register: 'carriers', search: '青文[2026]1号' }).total).toBe(1);
    other.close();
  });
});

describe('the order of the hits', () => {
  let other: Desk;
  const found = (text: string, limit = 8) => told<Groups>(other, 'search', { text, limit }).groups;
  const titles = (text: string, limit?: number) => found(text, limit).find((g) => g.kind === 'carriers')?.hits.map((h) => h.titleZh) ?? [];

  beforeAll(() => {
    other = openDesk();
    other.must('person.register', reader('南宫砚'));
    for (let i = 1; i <= 3; i++) other.must('carrier.enter', paper(`防汛方案${i}`, { docNumber: '青水〔2026〕5号', copySerial: `00000${i}` }));
    for (let i = 1; i <= 9; i++) {
      other.must('carrier.enter', paper(`防汛方案（旧）${i}`, { docNumber: '青水〔2026〕5号', copySerial: `00001${i}` }));
      other.must('carrier.returnToIssuer', { carrier: i + 3, receivedBy: '司徒收' });
    }
  });
  afterAll(() => other.close());

  it('puts what is in hand before what is closed, newest first, also when the closed ones are newer and more', () => {
    expect(titles('防汛').slice(0, 4)).toEqual(['防汛方案3', '防汛方案2', '防汛方案1', '防汛方案（旧）9']);
    expect(titles('防汛', 2)).toEqual(['防汛方案3', '防汛方案2']);
    expect(titles('青水[2026]5号', 3)).toEqual(['防汛方案3', '防汛方案2', '防汛方案1']);
  });

  it('puts the paper called exactly so first, whatever else has the words', () => {
    expect(titles('防汛方案1')[0]).toBe('防汛方案1');
    expect(titles('防汛方案(旧) 4')[0]).toBe('防汛方案（旧）4');
  });

  it('puts the person named before the papers with the name, whose hits say that he has them', () => {
    other.must('carrier.lend', agreed('carrier.lend', { ...lend, carrier: 'ZT-2026-00001' })(other));
    const groups = found('南宫砚');
    expect(groups[0]).toMatchObject({ kind: 'persons', hits: [{ titleZh: '南宫砚', detailZh: expect.stringMatching(/^现持载体 1 件 · 规划科/) as string }] });
    expect(groups.find((g) => g.kind === 'carriers')?.hits[0]).toMatchObject({ titleZh: '防汛方案1', detailZh: expect.stringMatching(/借出，在南宫砚（规划科）处/) as string });
    expect(found('ngy')[0]?.kind === 'persons' || found('ngy').some((g) => g.kind === 'persons')).toBe(true);
    expect(found('NGY').map((g) => g.kind)).toEqual(found('ngy').map((g) => g.kind));
  });

  it('names the book of an import batch as people call it', () => {
    insertRecord(other.db, 'imports', { fileName: '旧台账.xlsx', register: 'carriers', importedBy: '欧阳笺', state: 'done' }, 2026);
    expect(found('旧台账')[0]?.hits[0]?.detailZh).toMatch(/^涉密载体台账 · /);
  });

  it('finds what lies in a cabinet and what is in a box of the archive by its place', () => {
    other.must('carrier.enter', paper('档案柜里的文件', { place: '12号柜3格' }));
    expect(titles('12号柜')).toEqual(['档案柜里的文件']);
    expect(titles('１２号柜３格')).toEqual(['档案柜里的文件']);
    expect(found('12号柜')[0]?.hits[0]?.detailZh).toMatch(/^在库，12号柜3格/);
  });
});
