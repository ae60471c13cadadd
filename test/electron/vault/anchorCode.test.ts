import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashHex, paperCode, samePaperCode, wellFormedPaperCode } from '#electron/vault/anchorCode.ts';
import { checkCharacter, cleanCode, fromBase32, toBase32 } from '#electron/vault/crockford.ts';

const anchor = { storeId: 'AAECAwQFBgcICQoLDA0ODw==', generation: 1, seq: 17941, hash: 'ab'.repeat(32) };

describe('the code on paper', () => {
  it('is five groups of four and a check character, and always the same for the same record', () => {
    const code = paperCode(anchor);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){5}[0-9A-Z*~$=]$/);
    expect(paperCode({ ...anchor, hash: Buffer.from(anchor.hash, 'hex') })).toBe(code);
    // Frozen (computed once by another program): a code printed today is typed in years from now.
    expect(code).toBe('WBVS VDJ0 TQAZ TBY1 4PSH =');
  });

  it('differs when store, generation, number or hash differ', () => {
    const codes = [anchor, { ...anchor, storeId: 'AAECAwQFBgcICQoLDA0OEA==' }, { ...anchor, generation: 2 }, { ...anchor, seq: 17942 }, { ...anchor, hash: `${'ab'.repeat(31)}ac` }].map(paperCode);
    expect(new Set(codes).size).toBe(5);
  });

  it('is recognised however it is typed', () => {
    const code = paperCode(anchor);
    for (const typed of [code.toLowerCase(), code.replaceAll(' ', ''), code.replaceAll(' ', '-'), ` ${code}\n`, code.replaceAll('0', 'O').replaceAll('1', 'l'), code.replace(/[A-Z0-9]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))]) {
      expect(samePaperCode(typed, code), typed).toBe(true);
    }
  });

  it('is refused, when one character is wrong or two neighbours are swapped', () => {
    const code = cleanCode(paperCode(anchor));
    for (let index = 0; index < code.length; index += 1) {
      const wrong = code.slice(0, index) + (code[index] === '7' ? '8' : '7') + code.slice(index + 1);
      expect(wellFormedPaperCode(wrong)).toBe(false);
      if (index === 0 || code[index] === code[index - 1]) continue;
      const swapped = code.slice(0, index - 1) + code[index] + code[index - 1] + code.slice(index + 1);
      expect(samePaperCode(swapped, code)).toBe(false);
    }
    for (const typed of ['', 'X', code.slice(1), `${code}0`, 'UUUU UUUU UUUU UUUU UUUU U']) expect(samePaperCode(typed, typed)).toBe(false);
  });

  it('takes no hash of another length', () => {
    for (const hash of ['', 'ab', 'zz'.repeat(32), Buffer.alloc(31)]) expect(() => hashHex(hash)).toThrow(RangeError);
  });
});

describe('Base32', () => {
  it('gives back what it was given', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 5, maxLength: 40 }), (bytes) => {
      const whole = bytes.subarray(0, bytes.length - (bytes.length % 5));
      expect(fromBase32(toBase32(whole, whole.length * 8))?.equals(whole)).toBe(true);
    }));
    expect(fromBase32('!!!!')).toBeNull();
  });

  it('has a check character that fits Crockford’s definition', () => {
    // 1234 in Base32 is 16J, its check character modulo 37 is D.
    expect(checkCharacter('16J')).toBe('D');
  });
});
