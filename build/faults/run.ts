import { tidy } from './ground.ts';
import { kills } from './kills.ts';
import { powerCuts } from './powerCut.ts';
import { clearText } from './clearText.ts';
import { clocks } from './clock.ts';
import { fullDisk } from './fullDisk.ts';
import { slotAttacks } from './slots.ts';
import { rotations } from './rotations.ts';
import { hostileFiles } from './hostileFiles.ts';
import { secondOpener } from './second.ts';
import { damagedBytes, logDamaged, oldPages, rollback } from './tamper.ts';
import { ioErrors } from './ioErrors.ts';
import { lineOf } from './report.ts';
import type { Report } from './report.ts';

export type Tier = 'commit' | 'night';
type Fault = Readonly<{ id: string; run: (night: boolean) => Promise<Report> | Report }>;

/** Every fault with the size of its two tiers. */
export const faults: readonly Fault[] = [
  { id: 'FI-01', run: (night) => kills(night ? { acts: 140, imports: 35, backups: 25 } : { acts: 8, imports: 2, backups: 2 }, night ? Date.now() : 1) },
  { id: 'FI-02', run: (night) => powerCuts(night ? { acts: 240, states: 300, twin: 60 } : { acts: 40, states: 25, twin: 12 }, night ? Date.now() : 1) },
  { id: 'FI-03', run: (night) => ioErrors(night ? { places: [1, 2, 3, 4, 5, 6, 7, 9, 12, 16, 21, 28, 37, 48, 60, 75, 90, 110], acts: 12 } : { places: [9, 40], acts: 8 }) },
  { id: 'FI-04', run: (night) => fullDisk({ kills: night ? 20 : 2 }) },
  { id: 'FI-05', run: (night) => damagedBytes(night ? { openEvery: 1, swaps: 200, cuts: 40 } : { openEvery: 12, swaps: 20, cuts: 3 }, night ? Date.now() : 1) },
  { id: 'FI-06', run: (night) => oldPages({ most: night ? 200 : 8 }) },
  { id: 'FI-07', run: (night) => logDamaged({ rounds: night ? 200 : 8 }, night ? Date.now() : 1) },
  { id: 'FI-08', run: () => rollback() },
  { id: 'FI-09', run: () => clearText() },
  { id: 'FI-14', run: (night) => rotations({ kills: night ? 60 : 4 }, night ? Date.now() : 1) },
  { id: 'FI-15', run: () => clocks() },
  { id: 'FI-18', run: (night) => hostileFiles(night ? { crafted: 99, mutated: 200 } : { crafted: 4, mutated: 6 }, night ? Date.now() : 1) },
  { id: 'FI-19', run: (night) => slotAttacks({ flips: night ? 2000 : 100 }, night ? Date.now() : 1) },
  { id: 'FI-21', run: () => secondOpener() },
];

/** Runs the faults of a tier, or some of them by id. Out: the exit code, 1 as soon as one promise was not kept. */
export async function runFaults(tier: Tier, only: readonly string[]): Promise<number> {
  let passed = 0;
  let failed = 0;
  for (const fault of faults) {
    if (only.length > 0 && !only.includes(fault.id)) continue;
    const began = performance.now();
    try {
      const report = await fault.run(tier === 'night');
      process.stdout.write(`${lineOf(report)} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
      if (report.skipped === undefined) {
        if (report.problems.length === 0) passed += 1;
        else failed += 1;
      }
    } catch (error) {
      failed += 1;
      process.stdout.write(`FAIL ${fault.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    tidy();
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
