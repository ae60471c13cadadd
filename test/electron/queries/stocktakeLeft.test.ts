import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { ask, told } from './support.ts';

type Left = { left: number; people: { name: string; expected: number; left: number }[]; lines: { number: string; keeper: string }[] };
let desk: Desk;
const left = (more: object = {}): Left => told<Left>(desk, 'stocktake.left', { stocktake: 1, ...more });

beforeAll(() => {
  desk = openDesk();
  desk.must('person.register', reader('南宫砚'));
  for (const [title, copySerial] of [['甲', '000001'], ['乙', '000002']] as const) desk.must('carrier.enter', paper(title, { basisDocument: '示保〔2026〕1号', copySerial }));
  desk.must('stocktake.open', { counter: '钟离书', checker: '闻人录' });
});
afterAll(() => desk.close());

it('lists what nobody has counted yet and whose it is, and no longer what was counted', () => {
  const [keeper] = left().people;
  expect(left()).toMatchObject({ left: 2, people: [{ expected: 2, left: 2 }], lines: [{ number: 'ZT-2026-00001' }, { number: 'ZT-2026-00002' }] });
  desk.must('stocktake.count', { stocktake: 1, carriers: [1], explanation: '凭签字的核对表' });
  expect(left()).toMatchObject({ left: 1, people: [{ name: keeper?.name, expected: 2, left: 1 }], lines: [{ number: 'ZT-2026-00002' }] });
  expect(left({ person: '别人' })).toMatchObject({ left: 1, lines: [] });
  expect(left({ person: keeper?.name })).toMatchObject({ lines: [{ number: 'ZT-2026-00002', keeper: keeper?.name }] });
});

it('is refused for a stocktake that there is not', () => {
  expect(ask(desk, 'stocktake.left', { stocktake: 99 })).toMatchObject({ ok: false, refusal: { kind: 'missing' } });
});
