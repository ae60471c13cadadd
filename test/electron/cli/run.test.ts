import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shoumi } from '#build/faults/cli.ts';
import { foundGround, paper, tidy } from '#build/faults/ground.ts';

let vault = '';
beforeAll(async () => { vault = await foundGround(1); });
afterAll(tidy);

const run = (name: string, input: unknown) => shoumi(['run', name, '--vault', vault, '--input', '-'], { who: 'clerk', input: JSON.stringify(input) });

describe('shoumi run, read by a person', { timeout: 60_000 }, () => {
  it('says what was done and the number it gave, in words of the office', () => {
    const said = run('carrier.enter', paper(7));
    expect([said.code, said.stderr]).toEqual([0, '']);
    expect(said.stdout).toMatch(/^已办登记载体：ZT-\d{4}-\d{5}。审计记录第 \d+ 条。\n$/u);
  });

  it('names a field that is wrong as the register does, with what may stand there', () => {
    const said = run('carrier.enter', { ...paper(8), level: '机密' });
    expect([said.code, said.stdout]).toEqual([2, '']);
    expect(said.stderr).toMatch(/^level：密级的填写不合要求（不在可选范围内，可填 .*secret.*）。请按说明改正。\n$/u);
  });
});
