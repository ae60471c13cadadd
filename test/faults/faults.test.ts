import { afterEach, describe, expect, it } from 'vitest';
import { clearText } from '#build/faults/clearText.ts';
import { clocks } from '#build/faults/clock.ts';
import { fullDisk } from '#build/faults/fullDisk.ts';
import { tidy } from '#build/faults/ground.ts';
import { hostileFiles } from '#build/faults/hostileFiles.ts';
import { ioErrors } from '#build/faults/ioErrors.ts';
import { kills } from '#build/faults/kills.ts';
import { powerCuts } from '#build/faults/powerCut.ts';
import type { Report } from '#build/faults/report.ts';
import { rotations } from '#build/faults/rotations.ts';
import { secondOpener } from '#build/faults/second.ts';
import { slotAttacks } from '#build/faults/slots.ts';
import { damagedBytes, logDamaged, oldPages, rollback } from '#build/faults/tamper.ts';

afterEach(tidy);

/** A fault keeps its promise when nobody can name a way in which it did not, and when it was really done. */
function kept(report: Report): void {
  expect(report.problems).toEqual([]);
  expect(report.lost + report.half + report.breaks).toBe(0);
  expect(report.runs).toBeGreaterThan(0);
}

// The small tier; `npm run faults` runs the large one.
describe('faults', { timeout: 120_000 }, () => {
  it('loses nothing acknowledged, when killed in acts, an import and a backup', async () => kept(await kills({ acts: 3, imports: 2, backups: 1 })));

  it('loses nothing acknowledged, when the power is cut; its twin without flushes does', async (c) => {
    const report = await powerCuts({ acts: 24, states: 8, twin: 12 });
    if (report.skipped !== undefined) return c.skip(report.skipped);
    kept(report);
    expect(report.twin).toMatch(/loses in [1-9]/);
  });

  it('answers in words and keeps everything, when writes and flushes of the store fail', async (c) => {
    const report = await ioErrors({ places: [9], acts: 6 });
    if (report.skipped !== undefined) return c.skip(report.skipped);
    kept(report);
    expect(Object.keys(report.words)).toContain('disk_full');
  });

  it('refuses and goes on later, when the disk is full', async (c) => {
    const report = await fullDisk({ kills: 1 });
    if (report.skipped !== undefined) return c.skip(report.skipped);
    kept(report);
    expect(report.words['disk_full']).toBeGreaterThanOrEqual(3);
  });

  it('finds a flipped byte in every page, swapped pages, cuts and exchanged files, each in its own words', async () => {
    const report = await damagedBytes({ openEvery: 30, swaps: 12, cuts: 2 });
    kept(report);
    expect(report.words).toMatchObject({ 'open:not_encrypted': 1, 'open:store_missing': 1, 'open:from_the_future': 1, 'open:unknown_vault': 1, 'open:header_damaged': 1 });
    expect(report.words['open:wrong_key']).toBeGreaterThanOrEqual(2);
  });

  it('reports old genuine pages that change what is stored, when the page MAC accepts them', async () => {
    const report = await oldPages({ most: 6 });
    kept(report);
    expect(report.twin).toBe('the page MAC alone accepts 6 of 6');
  });

  it('says that the store is older than its anchor, when the log of a crash is cut, flipped or removed', async () => {
    const report = await logDamaged({ rounds: 8 });
    kept(report);
    expect(report.words['older_than_anchor']).toBeGreaterThan(0);
    expect(report.words['nothing']).toBeUndefined();
  });

  it('refuses an older store and older key slots, and finds all together by paper', async () => {
    const report = await rollback();
    kept(report);
    expect(report.words).toEqual({ older_than_anchor: 2, slots_rolled_back: 1, opens: 1, paper: 1 });
  });

  it('writes no clear text to any file in a whole day; its twin does', async (c) => {
    const report = await clearText();
    if (report.skipped !== undefined) return c.skip(report.skipped);
    kept(report);
    expect(report.words['file writes with clear text']).toBe(0);
  });

  it('leaves one generation that opens and keeps the revoked account out, when killed while keys are exchanged', async () => kept(await rotations({ kills: 2 })));

  it('keeps the order, when the clock is set back, leaps or changes its zone', async () => kept(await clocks()));

  it('survives hostile files on the command line and damaged ones in a session', async () => kept(await hostileFiles({ crafted: 3, mutated: 4 })));

  it('opens with no altered header, slot or shortened tag', async () => {
    const report = await slotAttacks({ flips: 60 });
    kept(report);
    expect(report.words['short_tag']).toBe(3);
  });

  it('is refused to a second opener, whoever it is', async () => {
    const report = await secondOpener();
    kept(report);
    expect(report.words).toEqual({ opened_elsewhere: 6 });
  });
});
