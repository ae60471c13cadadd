import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyBooks } from '#electron/queries/verify.ts';
import { openStore } from '#electron/vault/open.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Level } from '#shared/levels.ts';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { openDesk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { allStates, beginLife, exhaust, live } from '#test/helpers/lives/life.ts';
import type { Step } from '#test/helpers/lives/life.ts';
import { withBooks } from '#test/helpers/rulesCases.ts';

// Small here; LIVES=night lives long lives with thousands of carriers, and has the time to shorten the one that breaks something.
const night = process.env['LIVES'] === 'night';
const size = night ? { lives: 120, steps: 1200 } : { lives: 6, steps: 220 };

const minutes = fc.oneof({ arbitrary: fc.constantFrom(1, 5, 20, 60, 200), weight: 12 }, { arbitrary: fc.constantFrom(600, 1440, 7200), weight: 3 }, { arbitrary: fc.constantFrom(-0.5, -90), weight: 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ seed: fc.noShrink(fc.nat()), minutes, wild: fc.oneof({ arbitrary: fc.constant(false), weight: 9 }, { arbitrary: fc.constant(true), weight: 1 }) }), { minLength: size.steps, maxLength: size.steps, size: 'max' });
const level = fc.constantFrom<Level>('secret', 'secret', 'top_secret');

/** Everything that the books can prove about themselves: the chain is whole, and the events told again give the rows. */
function whole(desk: Desk): void {
  expect(breaches(desk)).toEqual([]);
  expect(verifyBooks(desk).checks.filter((c) => !c.ok)).toEqual([]);
}

describe('lives of carriers', () => {
  // Every act is followed by the questions of test/helpers/lives/invariants.ts and compared with the model; a refusal leaves every table as it was.
  it('break no invariant, change nothing by a refusal, and can be told again from their events', () => {
    let carriers = 0;
    fc.assert(fc.property(level, steps, (at, list) => {
      withBooks(at, (desk) => {
        const life = beginLife(desk);
        for (const step of list) live(life, step);
        whole(desk);
        carriers += life.model.size;
        // A life that only ever heard refusals would prove little; over the years of a long one training and clearances run out.
        expect([...life.accepted.values()].reduce((n, m) => n + m, 0)).toBeGreaterThan(life.refusals / (night ? 2 : 1));
      });
    }), { numRuns: size.lives, ...(night ? { interruptAfterTimeLimit: 8 * 3_600_000 } : { seed: 20261122, endOnFailure: true }) });
    expect(carriers).toBeGreaterThan(size.lives * 40);
  }, night ? 9 * 3_600_000 : 120_000);

  it('reach every command and every state of a carrier', () => {
    const left = new Set<CommandName>();
    const reached = new Set<string>();
    for (let seed = 1; seed === 1 || (seed <= 4 && (left.size > 0 || reached.size < allStates.length)); seed++) {
      withBooks('secret', (desk) => {
        const life = beginLife(desk);
        const never = exhaust(life, seed * 7919, 15);
        if (seed === 1) for (const name of never) left.add(name);
        for (const name of life.accepted.keys()) left.delete(name);
        for (const state of life.reached) reached.add(state);
        whole(desk);
      });
    }
    expect([...left]).toEqual([]);
    expect(allStates.filter((s) => !reached.has(s))).toEqual([]);
  });

  it('stand in the file as they were lived, when it is closed and opened again', () => {
    const desk = openDesk();
    const life = beginLife(desk);
    for (let n = 1; n <= 60; n++) live(life, { seed: n * 104_729, minutes: 30, wild: false });
    const seq = verifyBooks(desk).chain.seq;
    desk.close();
    const db = openStore(desk.file, Buffer.from(desk.key));
    const again = verifyBooks({ db, trailKey: desk.trailKey, generation: desk.generation });
    expect(again).toMatchObject({ ok: true, chain: { seq } });
    db.close();
  });
});
