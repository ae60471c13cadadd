import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { shapeProblems } from '#shared/shapeProblems.ts';

function problems(name: CommandName, input: unknown): readonly { path: string; messageZh: string }[] {
  const parsed = commands[name].input.safeParse(input);
  return parsed.success ? [] : shapeProblems(parsed.error.issues, commands[name].register);
}

describe('what is wrong with the shape of an input', () => {
  it.each([
    ['the name the register has for it', 'carrier.receive', { title: '甲', level: '机密' }, 'level', '密级的填写不合要求（不在可选范围内，可填 internal、confidential、secret、top_secret）。请按说明改正。'],
    ['the first of several problems', 'carrier.receive', { title: '甲', issuedOn: '2026-13-01' }, 'issuedOn', '成文日期的填写不合要求（日期写作 2026-11-20，只知道月份时写作 2026-11）。请按说明改正。'],
    ['the carrier’s own name', 'carrier.lend', { carrier: -1, borrower: '南宫砚' }, 'carrier', '载体的填写不合要求（太短或太小）。请按说明改正。'],
    ['the key nobody knows', 'carrier.find', { carrier: 1, foundWhere: '柜顶', colour: 1 }, 'colour', '输入的填写不合要求（多出不认识的项：colour）。请按说明改正。'],
  ] as const)('is said with %s', (_what, name, input, path, messageZh) => {
    expect(problems(name, input)).toEqual([{ path, messageZh }]);
  });

  it('is said without a word of code for every field that an act of the clerk demands', () => {
    for (const { messageZh } of problems('carrier.lend', {})) expect(messageZh).toMatch(/^[\p{Script=Han}]/u);
    for (const { messageZh } of problems('carrier.destroy.execute', {})) expect(messageZh).toMatch(/^[\p{Script=Han}]/u);
    for (const { messageZh } of problems('stocktake.count', {})) expect(messageZh).toMatch(/^[\p{Script=Han}]/u);
  });
});
