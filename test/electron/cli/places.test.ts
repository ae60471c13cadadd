import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shoumi } from '#build/faults/cli.ts';
import type { Calling, Said } from '#build/faults/cli.ts';
import { foundGround, passwordOf, scratch, tidy } from '#build/faults/ground.ts';

const sample = fileURLToPath(new URL('../../../build/sample/收文登记簿（样例）.xlsx', import.meta.url));
let vault = '';
beforeAll(async () => { vault = await foundGround(2); });
afterAll(tidy);

const call = (args: readonly string[], o: Calling = { who: 'clerk' }): Said => shoumi([...args, '--vault', vault, '--json'], o);
const totalOf = (register: string): number => (call(['list', '--register', register, '--limit', '1']).document as { total: number }).total;
const file = (name: string, content: string): string => {
  const at = join(scratch(), name);
  writeFileSync(at, content);
  return at;
};

describe('a file that is to be written', { timeout: 180_000 }, () => {
  it('is refused before anything is printed, when its folder is missing or it is a folder', () => {
    const before = [totalOf('prints'), totalOf('carriers')];
    const folder = scratch();
    for (const out of [join(folder, 'none', 'x.pdf'), folder]) {
      expect(call(['print', '--register', 'carriers', '--purpose', '检查', '--out', out])).toMatchObject({ code: 2, stderr: '', document: { kind: 'invalid', issues: [{ path: 'out' }] } });
    }
    expect([totalOf('prints'), totalOf('carriers')]).toEqual(before);
  });

  it('is refused before anything is imported, when the rejected rows have no place', () => {
    const said = call(['import', '--register', 'receipts', '--file', sample, '--accept-valid', '--rejects', join(scratch(), 'none', 'r.xlsx')]);
    expect(said).toMatchObject({ code: 2, stderr: '', document: { kind: 'invalid', issues: [{ path: 'rejects' }] } });
    expect([totalOf('receipts'), totalOf('imports')]).toEqual([0, 0]);
  });

  it('is written with the rejected rows, when it has a place', () => {
    const rejects = join(scratch(), 'sub', 'r.xlsx');
    mkdirSync(join(rejects, '..'));
    expect(call(['import', '--register', 'receipts', '--file', sample, '--accept-valid', '--rejects', rejects]).code).toBe(0);
    expect(existsSync(rejects)).toBe(true);
  });
});

describe('what a file or an option holds', { timeout: 180_000 }, () => {
  it.each<[string, () => readonly string[], string]>([
    ['a list as a filter of a print', () => ['print', '--register', 'carriers', '--purpose', '检查', '--out', join(scratch(), 'x.pdf'), '--filter', '[]'], 'filter'],
    ['nothing as a mapping', () => ['import', '--register', 'receipts', '--file', sample, '--dry-run', '--mapping', file('m.json', 'null')], 'mapping'],
    ['a list as a mapping', () => ['import', '--register', 'receipts', '--file', sample, '--dry-run', '--mapping', file('m.json', '[]')], 'mapping'],
    ['an object as a field of a mapping', () => ['import', '--register', 'receipts', '--file', sample, '--dry-run', '--mapping', file('m.json', '{"文号": {}}')], 'mapping'],
    ['nothing as an anchor', () => ['verify', '--anchors', file('a.json', '[null]')], 'anchors'],
    ['nothing as recovery sheets', () => ['recover', '--account', 'clerk', '--input', file('s.json', 'null')], 'input'],
  ])('is bad input with its place, when it is %s', (_, args, path) => {
    const said = args()[0] === 'recover' ? call(args(), { password: passwordOf('clerk') }) : call(args());
    expect(said).toMatchObject({ code: 2, stderr: '', document: { ok: false, kind: 'invalid', issues: [{ path }] } });
  });
});

describe('standard input', { timeout: 180_000 }, () => {
  it('gives the password first and the input after it, when both are asked of it', () => {
    const said = call(['run', 'person.register', '--input', '-', '--as', 'clerk', '--password-stdin'], { input: `${passwordOf('clerk')}\n{"name": "甲"}\n` });
    expect(said).toMatchObject({ code: 0, document: { ok: true, command: 'person.register' } });
  });
});

describe('help', () => {
  it('names every command and the ends, when it is asked', () => {
    const { stdout } = shoumi(['help']);
    for (const id of 'init registers commands queries rules run run-batch decide query list import print backup backups restore verify isolation due recover demo bench'.split(' ')) expect(stdout).toContain(id);
    expect(stdout).toContain('--accept-valid');
    expect(stdout).toContain('70 程序出错');
  });
});
