import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { benchDoor } from '#build/bench/doorPart.ts';
import { atLeast, atMost, quantile, table } from '#build/bench/figure.ts';
import { benchChain, benchCipher } from '#build/bench/filePart.ts';
import { openOffice } from '#build/bench/office.ts';
import { lock, deskOf } from '#electron/session.ts';
import { verifyBooks } from '#electron/queries/ask.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'bench-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const silent = (): void => undefined;

describe('bench', () => {
  it('measures every act against a floor that wrote the same bytes, when the stores are tiny', () => {
    const figures = benchDoor(dir, { carriers: 20, rounds: 1 }, silent);
    expect(figures.map((f) => f.name)).toEqual(expect.arrayContaining(['door', 'door.carrier.enter', 'door.carrier.lend', 'door.carrier.giveBack', 'door.carrier.correct', 'door.record.view']));
    for (const f of figures) {
      expect(f.floor).toBeGreaterThan(0);
      expect(Number.isFinite(f.value)).toBe(true);
    }
  });

  it('fills books that prove themselves, and compares the same work on both twins, when the office is small', async () => {
    const office = await openOffice(dir, { carriers: 120, entries: 700, persons: 10 }, silent);
    expect(office.entries).toBeGreaterThanOrEqual(700);
    const found = verifyBooks(deskOf(office.session));
    expect(found.checks.filter((c) => !c.ok)).toEqual([]);
    expect(benchChain(office, 1, silent).unit).toBe('x');
    expect(benchCipher(office, 1, silent).name).toBe('cipher');
    lock(office.session);
  });

  it('tells a figure that misses from one that does not, when it is put beside its goal', () => {
    const base = { name: 'n', titleZh: '测', floor: 1, unit: 'x', detail: '' } as const;
    expect(atMost(1.25, 1.6, { ...base, value: 1.7 }).ok).toBe(false);
    expect(atMost(1.25, 1.6, { ...base, value: 1.5 }).ok).toBe(true);
    expect(atLeast(10, { ...base, value: 9.9 }).ok).toBe(false);
    expect(table([atMost(1.25, 1.6, { ...base, value: 1.7 })])).toContain('✗ 测');
    expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  });
});
