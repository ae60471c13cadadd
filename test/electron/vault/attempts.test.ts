import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attemptOfNobody, attemptsMissing, attemptsOnFullDisk, attemptState, attemptWasRight, attemptWasWrong, beginAttempt, clearLock, drainAttempts, startAttempts, waitSeconds } from '#electron/vault/attempts.ts';
import { codeOf, folder, runChild, straceIsHere } from './fixture.ts';

const at = '2026-11-22T08:00:00.000Z';

function started(): string {
  const dir = folder();
  startAttempts(dir);
  return dir;
}

function fail(dir: string, account: string, lockAfter?: number): boolean {
  beginAttempt(dir, account, at, lockAfter);
  return attemptWasWrong(dir, account, at, lockAfter).locked;
}

describe('failed sign-ins', () => {
  it('lock after the set number of failures, each account for itself', () => {
    const dir = started();
    expect([1, 2, 3].map(() => fail(dir, 'baili', 3))).toEqual([false, false, true]);
    expect(fail(dir, 'murong', 3)).toBe(false);
    expect(attemptState(dir, 'baili')).toMatchObject({ failures: 3, locked: true, lastAt: at });
    expect(attemptState(dir, 'nobody')).toMatchObject({ failures: 0, locked: false });
  });

  it('count a try whose check never ended', async () => {
    const dir = started();
    for (let index = 0; index < 5; index += 1) beginAttempt(dir, 'baili', at);
    expect(await codeOf(() => beginAttempt(dir, 'baili', at))).toBe('locked_out');
  });

  it('start again at zero after success and after the lock is cleared', () => {
    const dir = started();
    fail(dir, 'baili');
    attemptWasRight(dir, 'baili');
    expect(attemptState(dir, 'baili').failures).toBe(0);
    for (let index = 0; index < 5; index += 1) fail(dir, 'baili');
    clearLock(dir, 'baili', at);
    expect(attemptState(dir, 'baili')).toMatchObject({ failures: 0, locked: false });
  });

  it('make the screen wait 1, 2, 4 … 60 seconds from the third failure on', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30].map(waitSeconds)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('go over into the trail once, and never hold a name that does not exist', () => {
    const dir = started();
    fail(dir, 'baili');
    attemptOfNobody(dir, at);
    const kept = drainAttempts(dir, 0, { keep: true });
    expect(kept.events).toEqual([{ at, account: 'baili', kind: 'failed' }, { at, account: null, kind: 'failed' }]);
    const first = drainAttempts(dir, 0);
    expect(first).toMatchObject({ events: kept.events, continuity: 'continues', dropped: 0 });
    const second = drainAttempts(dir, first.serial);
    expect(second).toMatchObject({ events: [], continuity: 'continues' });
    expect(second.serial).toBeGreaterThan(first.serial);
    expect(attemptState(dir, 'baili').failures).toBe(1);
  });

  it('notice a removed and an exchanged file by the serial number', () => {
    const dir = started();
    const file = join(dir, 'attempts.json');
    const old = readFileSync(file);
    for (let index = 0; index < 5; index += 1) fail(dir, 'baili');
    const { serial } = drainAttempts(dir, 0);
    writeFileSync(file, old);
    expect(attemptState(dir, 'baili').locked).toBe(false);
    const exchanged = drainAttempts(dir, serial);
    expect(exchanged.continuity).toBe('older');
    expect(exchanged.serial).toBeGreaterThan(serial);
    rmSync(file);
    expect(attemptsMissing(dir)).toBe(true);
    expect(drainAttempts(dir, serial).continuity).toBe('missing');
    expect(attemptsMissing(dir)).toBe(false);
    writeFileSync(file, '{"half":');
    expect(drainAttempts(dir, serial).continuity).toBe('missing');
  });

  it('stay small: old events are counted, not kept', () => {
    const dir = started();
    for (let index = 0; index < 510; index += 1) attemptOfNobody(dir, at);
    const { events, dropped } = drainAttempts(dir, 0);
    expect(events).toHaveLength(500);
    expect(dropped).toBe(10);
  });

  it('cope with an account that is called like a built-in property', () => {
    const dir = started();
    expect([1, 2, 3].map(() => fail(dir, 'constructor', 3))).toEqual([false, false, true]);
  });
});

describe('on a full disk', () => {
  /** One try in a program of its own, for which no new file can be written. */
  function onFullDisk(dir: string, kind: 'wrong' | 'right'): unknown {
    const { stdout } = runChild('fullDisk.ts', [dir, 'baili', kind], ['strace', '-f', '-qq', '-o', '/dev/null', '-P', join(dir, 'attempts.json.tmp'), '-e', 'trace=openat', '-e', 'inject=openat:error=ENOSPC']);
    return stdout.startsWith('{') ? JSON.parse(stdout) : stdout;
  }

  it('failures are counted past every restart, and lock', () => {
    if (!straceIsHere) return console.log('strace is not installed: no disk was filled');
    const dir = started();
    const before = readFileSync(join(dir, 'attempts.json'), 'utf8');
    expect([1, 2, 3, 4, 5].map(() => onFullDisk(dir, 'wrong'))).toEqual([1, 2, 3, 4, 5].map((failures) => ({ failures, locked: failures === 5, spare: true })));
    expect(onFullDisk(dir, 'right')).toBe('locked_out');
    expect(readFileSync(join(dir, 'attempts.json'), 'utf8')).toBe(before);
    expect(statSync(join(dir, 'attempts.spare'))).toMatchObject({ size: 4096 });
    expect(drainAttempts(dir).events.filter((e) => e.account === 'baili').map((e) => e.kind)).toEqual(['failed', 'failed', 'failed', 'failed', 'failed', 'locked', 'refused']);
    expect(attemptsOnFullDisk(dir)).toBe(false);
    expect(attemptState(dir, 'baili')).toMatchObject({ failures: 5, locked: true });
  });

  it('the right password is let through', () => {
    if (!straceIsHere) return console.log('strace is not installed: no disk was filled');
    const dir = started();
    expect(onFullDisk(dir, 'wrong')).toMatchObject({ failures: 1 });
    expect(onFullDisk(dir, 'right')).toEqual({ failures: 0, locked: false, spare: true });
  });

  it('no guess is taken that cannot be counted', () => {
    if (!straceIsHere) return console.log('strace is not installed: no disk was filled');
    const dir = started();
    rmSync(join(dir, 'attempts.spare'));
    expect(onFullDisk(dir, 'wrong')).toBe('disk_full');
    expect(attemptState(dir, 'baili').failures).toBe(0);
    // The next try with room takes the page again.
    fail(dir, 'baili');
    expect(existsSync(join(dir, 'attempts.spare'))).toBe(true);
  });

  it('the oldest events give way to the counters when the page is full', () => {
    if (!straceIsHere) return console.log('strace is not installed: no disk was filled');
    const dir = started();
    for (let index = 0; index < 60; index += 1) attemptOfNobody(dir, at);
    expect(onFullDisk(dir, 'wrong')).toMatchObject({ failures: 1, spare: true });
    const { events, dropped } = drainAttempts(dir);
    expect(events.at(-1)).toMatchObject({ account: 'baili', kind: 'failed' });
    expect(events.length + dropped).toBe(61);
    expect(dropped).toBeGreaterThan(0);
  });

  it('a spare page is no substitute for a file that was taken away', () => {
    const dir = started();
    fail(dir, 'baili');
    rmSync(join(dir, 'attempts.json'));
    expect(attemptsMissing(dir)).toBe(true);
    writeFileSync(join(dir, 'attempts.spare'), 'torn{'.padEnd(4096));
    startAttempts(dir);
    expect(attemptState(dir, 'baili').failures).toBe(0);
  });
});
