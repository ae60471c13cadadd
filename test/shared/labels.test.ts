import { describe, expect, it } from 'vitest';
import { digitsOf, numberOfDigits, numberOfLabel } from '#shared/labels.ts';
import { labelDigits } from '#shared/printing.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';

describe('bar codes', () => {
  it.each(['ZT-2026-00388', 'SW-2026-0007', 'SP-2026-0207', 'JY-2026-00012', 'GJ-2026-003', 'XH-2026-001', 'DA-2026-0001', 'WC-2026-0015'])('%s is read back as it was written', (number) => {
    const digits = digitsOf(number);
    expect(digits).toMatch(/^\d{12}$/);
    expect(numberOfDigits(digits ?? '')).toBe(number);
  });

  it('are of series that a register numbers in', () => {
    const known = new Set(registerKeys.map((key) => registerOf(key).series));
    for (let book = 0; book < 100; book += 1) {
      const number = numberOfLabel({ book, year: 2026, serial: 1 });
      if (number !== null) expect(known).toContain(number.slice(0, 2));
    }
  });

  it('of one book are not taken for another', () => {
    const same = ['ZT-2026-00012', 'JY-2026-00012', 'SP-2026-0012', 'DA-2026-0012', 'WC-2026-0012'].map(digitsOf);
    expect(new Set(same).size).toBe(5);
    expect(same.map((d) => numberOfDigits(d ?? '')?.slice(0, 2))).toEqual(['ZT', 'JY', 'SP', 'DA', 'WC']);
  });

  it('of nothing we print and with a wrong digit are nobody’s', () => {
    expect(numberOfDigits(labelDigits(99, 2026, 1))).toBeNull();
    const digits = digitsOf('WC-2026-0001') ?? '';
    expect(numberOfDigits(digits.slice(0, 11) + String((Number(digits[11]) + 1) % 10))).toBeNull();
    expect([digitsOf(null), digitsOf('DY-2026-0001'), digitsOf('旧号 7')]).toEqual([null, null, null]);
  });
});
