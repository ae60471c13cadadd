import { startChild } from './children.ts';
import { codeIn, shoumi } from './cli.ts';
import { copyOf, enterAs, foundGround, must, paper } from './ground.ts';
import { inspect } from './inspect.ts';
import { hold, reportOf, tally, word } from './report.ts';
import type { Report } from './report.ts';
import { codeOfOpening } from './tamper.ts';
import { lock } from '#electron/session.ts';

/** FI-21: a vault that is open is opened again: by the command line, by another process, in the same process. Each is refused with 6 and nothing of the first is lost. */
export async function secondOpener(): Promise<Report> {
  const t = tally();
  const dir = copyOf(await foundGround(2));
  const refusedWith = (what: string, code: string, exit: number | null): void => {
    t.runs += 1;
    word(t, code);
    hold(t, code === 'opened_elsewhere' && exit === 6, `${what}: answered ${code}, exit ${exit}`);
  };
  const first = await startChild('acts', dir, { count: 3, then: 'hold' });
  const acks = first.lines.filter((l) => typeof l['seq'] === 'number') as unknown as { seq: number; hash: string }[];
  for (const args of [['list', '--register', 'carriers'], ['verify'], ['run', 'carrier.enter', '--input', '-']]) {
    const said = shoumi([...args, '--vault', dir, '--json'], { who: 'clerk', input: JSON.stringify(paper(77)) });
    refusedWith(`${args[0] ?? ''} beside an open session`, codeIn(said), said.code);
  }
  const other = await startChild('acts', dir, { count: 1, then: 'hold' });
  refusedWith('another process', String(other.lines.find((l) => 'thrown' in l)?.['thrown']), 6);
  other.end();
  first.end();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const f = await inspect(dir, acks);
  t.lost += f.lost;
  hold(t, acks.length === 3 && f.code === null && f.lost + f.half + f.breaks === 0, `afterwards ${f.code ?? ''} lost ${f.lost} of ${acks.length}`);

  const s = await enterAs(dir);
  refusedWith('the same process', await codeOfOpening(dir), 6);
  const said = shoumi(['list', '--register', 'carriers', '--vault', dir, '--json'], { who: 'clerk' });
  refusedWith('the command line beside this session', codeIn(said), said.code);
  await must(s, 'carrier.enter', paper(78));
  lock(s);
  return reportOf('FI-21', 'second opener', t);
}
