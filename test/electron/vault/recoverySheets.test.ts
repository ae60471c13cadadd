import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { VaultError } from '#electron/vault/errors.ts';
import { joinSheets, printSheets } from '#electron/vault/recoverySheets.ts';
import { codeOf } from './fixture.ts';

describe('recovery sheets', () => {
  const secret = randomBytes(32);
  const [one, two] = printSheets(secret);

  it('give the secret back together, in either order and however they are typed', () => {
    for (const [a, b] of [[one.text, two.text], [two.text, one.text], [one.text.toLowerCase(), two.text.replaceAll(/\s/g, '')]] as const) expect(joinSheets(a, b).equals(secret)).toBe(true);
  });

  it('say nothing alone, and are different at every printing', () => {
    const [again] = printSheets(secret);
    expect(again.text).not.toBe(one.text);
    expect(one.text.split('\n')).toHaveLength(4);
  });

  it('name the line that was mistyped', () => {
    for (let line = 0; line < 4; line += 1) {
      const lines = one.text.split('\n');
      const text = lines[line]!;
      lines[line] = (text.startsWith('7') ? '8' : '7') + text.slice(1);
      try {
        joinSheets(lines.join('\n'), two.text);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(VaultError);
        expect((error as VaultError).details).toEqual({ line: line + 1 });
        expect((error as VaultError).messageZh).toContain(`第 ${line + 1} 行`);
      }
    }
  });

  it('notice missing characters, exchanged lines, the same sheet twice and sheets of two printings', async () => {
    const lines = one.text.split('\n');
    expect(await codeOf(() => joinSheets(one.text.slice(0, -1), two.text))).toBe('sheet_typo');
    expect(await codeOf(() => joinSheets([lines[1], lines[0], lines[2], lines[3]].join('\n'), two.text))).toBe('sheet_typo');
    expect(await codeOf(() => joinSheets('', ''))).toBe('sheet_typo');
    expect(await codeOf(() => joinSheets(one.text, one.text))).toBe('sheet_same');
    expect(await codeOf(() => joinSheets(one.text, printSheets(secret)[1].text))).toBe('sheet_unpaired');
  });
});
