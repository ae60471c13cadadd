import { act, lock } from '#electron/session.ts';
import { copyOf, enterAs, foundGround, must, paper } from './ground.ts';
import { inspect } from './inspect.ts';
import { hold, reportOf, tally, word } from './report.ts';
import type { Report } from './report.ts';

const day = 86_400_000;
const at = (ms: number) => () => new Date(Date.now() + ms).toISOString();
const entriesOf = (s: Awaited<ReturnType<typeof enterAs>>): string[] => (s.vault.db.prepare('SELECT entry FROM audit ORDER BY seq').all() as { entry: string }[]).map((r) => r.entry);

/** FI-15: the clock set back, leaping ahead, moving by another zone. Order stays by number, nothing is entered before the entry before it, a leap is a line in the trail. */
export async function clocks(): Promise<Report> {
  const t = tally();
  const base = await foundGround(2);

  const back = copyOf(base);
  let s = await enterAs(back, 'clerk', at(-day));
  const before = entriesOf(s).length;
  const refused = await act(s, 'carrier.enter', paper(900));
  t.runs += 1;
  const code = !refused.ok && 'code' in refused.refusal ? refused.refusal.code : refused.ok ? 'taken' : refused.refusal.kind;
  word(t, code);
  hold(t, code === 'clock_back', `clock a day back: answered ${code}`);
  hold(t, entriesOf(s).length === before, 'clock a day back: something was entered');
  lock(s);
  let f = await inspect(back, []);
  hold(t, f.code === null && f.failed.length === 0, `clock a day back: afterwards ${f.code ?? f.failed.join(',')}`);

  const slip = copyOf(base);
  s = await enterAs(slip, 'clerk', at(-30_000));
  t.runs += 1;
  await must(s, 'carrier.enter', paper(901));
  const stamps = entriesOf(s).map((e) => (JSON.parse(e) as unknown[])[2] as string);
  hold(t, stamps.every((x, i) => i === 0 || x >= (stamps[i - 1] ?? '')), 'a small slip of the clock breaks the order of times');
  lock(s);

  const leap = copyOf(base);
  s = await enterAs(leap, 'clerk', at(3650 * day));
  t.runs += 1;
  hold(t, s.findings.some((x) => x.code === 'clock_leap'), 'a leap of ten years is not told');
  hold(t, entriesOf(s).some((e) => e.includes('clock.leap')), 'a leap of ten years is not in the trail');
  word(t, 'clock_leap');
  lock(s);
  // After the leap was put right again the real time lies before the last entry: refused until an administrator looks.
  s = await enterAs(leap, 'clerk');
  const after = await act(s, 'carrier.enter', paper(902));
  t.runs += 1;
  const then = !after.ok && 'code' in after.refusal ? after.refusal.code : after.ok ? 'taken' : after.refusal.kind;
  hold(t, then === 'clock_back', `real time after a leap: answered ${then}`);
  lock(s);
  f = await inspect(leap, []);
  t.breaks += f.breaks;
  hold(t, f.failed.length === 0 && f.breaks === 0, 'verification fails after a leap');

  const zone = copyOf(base);
  const was = process.env['TZ'];
  for (const tz of ['America/New_York', 'Pacific/Kiritimati']) {
    process.env['TZ'] = tz;
    s = await enterAs(zone);
    await must(s, 'carrier.enter', paper(903 + t.runs));
    lock(s);
    t.runs += 1;
  }
  if (was === undefined) delete process.env['TZ'];
  else process.env['TZ'] = was;
  f = await inspect(zone, []);
  hold(t, f.code === null && f.failed.length === 0 && f.breaks === 0, 'a change of time zone disturbs the books');
  return reportOf('FI-15', 'clock back, leap, other zone', t);
}
