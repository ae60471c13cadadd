/** What one fault did to the vault. `problems` says every way in which the promise was not kept; empty means kept. */
export type Report = Readonly<{
  fault: string;
  title: string;
  runs: number;
  lost: number;
  half: number;
  breaks: number;
  /** How often which code was answered. */
  words: Readonly<Record<string, number>>;
  problems: readonly string[];
  /** The same fault against a vault without the protection: it must do harm, or the test shows nothing. */
  twin?: string;
  skipped?: string;
}>;

/** Collects while a fault runs. */
export type Tally = { runs: number; lost: number; half: number; breaks: number; words: Record<string, number>; problems: string[] };
export const tally = (): Tally => ({ runs: 0, lost: 0, half: 0, breaks: 0, words: {}, problems: [] });

export function word(t: Tally, code: string): void {
  t.words[code] = (t.words[code] ?? 0) + 1;
}

/** Notes a broken promise; the first hundred are kept. */
export function broken(t: Tally, what: string): void {
  if (t.problems.length < 100) t.problems.push(what);
}

/** A promise that must hold. */
export function hold(t: Tally, fine: boolean, what: string): void {
  if (!fine) broken(t, what);
}

export const reportOf = (fault: string, title: string, t: Tally, twin?: string): Report => ({ fault, title, ...t, ...(twin === undefined ? {} : { twin }) });

/** A fault this machine cannot provide, with the reason. */
export const skippedReport = (fault: string, title: string, skipped: string): Report => ({ fault, title, ...tally(), skipped });

/** The line of a fault. */
export function lineOf(r: Report): string {
  if (r.skipped !== undefined) return `skip ${r.fault} ${r.title}: ${r.skipped}`;
  const words = Object.entries(r.words).sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => `${code} ${n}`).join(', ');
  const head = `${r.problems.length === 0 ? 'ok  ' : 'FAIL'} ${r.fault} ${r.title}: runs ${r.runs}, lost ${r.lost}, half ${r.half}, chain breaks ${r.breaks}${words === '' ? '' : `, words: ${words}`}${r.twin === undefined ? '' : `; twin: ${r.twin}`}`;
  return [head, ...r.problems.slice(0, 10).map((p) => `       ${p}`)].join('\n');
}
