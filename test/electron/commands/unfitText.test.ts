import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breaches, contentOf, trailLength } from '#test/helpers/arbitrariesBooks.ts';
import { openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';

let desk: Desk;
beforeEach(() => { desk = openDesk(); });
afterEach(() => { desk.close(); });

const nested = (depth: number): unknown => {
  let at: unknown = 1;
  for (let i = 0; i < depth; i++) at = [at];
  return at;
};

describe('text that the books cannot hold', () => {
  it.each<[string, string, unknown, string]>([
    ['half of a surrogate pair', 'carrier.enter', paper('甲\ud800乙'), 'title'],
    ['the other half', 'person.register', reader('\udc00'), 'name'],
    ['half a pair in a list', 'carrier.enter', { ...paper('甲'), accessScope: ['南宫砚', '\ud842'] }, 'accessScope.1'],
    ['half a pair in a correction', 'record.correct', { register: 'persons', record: 1, revision: 1, set: { name: '\udc00' }, reason: '录入有误' }, 'set.name'],
    ['half a pair as a name of a field', 'approval.request', { command: 'carrier.lend', input: { '\ud800': 1 }, reason: '需用' }, 'input'],
    ['a zero character', 'carrier.enter', paper('甲\u0000乙'), 'title'],
    ['a mark that turns the direction of writing', 'carrier.enter', paper('甲\u202e乙'), 'title'],
    ['nothing that can be seen', 'carrier.enter', paper('\u200b\u200b'), 'title'],
    ['lists in lists without end', 'approval.request', { command: 'carrier.lend', input: { x: nested(20_000) }, reason: '需用' }, 'input.x'],
  ])('is refused as input and enters nothing, when it holds %s', (_, name, input, path) => {
    desk.must('person.register', reader('南宫砚'));
    const before = { content: contentOf(desk), trail: trailLength(desk) };
    const result = desk.do(name, input);
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ path: expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')}`)) as string, messageZh: expect.stringMatching(/。$/) as string }] } });
    expect({ content: contentOf(desk), trail: trailLength(desk) }).toEqual(before);
    expect(breaches(desk)).toEqual([]);
  });

  it('is not confused with rare characters, a name of a minority or a long dash', () => {
    const title = '𰻞𠮷龘〇——买买提·吐尔逊㐂';
    desk.must('carrier.enter', paper(title));
    expect(contentOf(desk)).toContain(title);
    expect(breaches(desk)).toEqual([]);
  });

  it('becomes one line, when lines were pasted into a field of one line', () => {
    desk.must('carrier.enter', paper('关于水资源\r\n管理的意见'));
    expect(contentOf(desk)).toContain('关于水资源 管理的意见');
  });
});

describe('a day', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-04-31'])('is refused, when the calendar has no %s', (issuedOn) => {
    expect(desk.do('carrier.enter', { ...paper('甲'), issuedOn })).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ path: 'issuedOn' }] } });
  });
  it.each(['2024-02-29', '2026-04-30', '2026-02'])('is taken, when it is %s', (issuedOn) => {
    expect(desk.do('carrier.enter', { ...paper('甲'), issuedOn }).ok).toBe(true);
  });
});
