/** One line of the bench: a measured value beside its floor and its goal. `value` is the ratio when the unit is `x`; `floor` is what was measured beneath it, in the unit named in `detail`. */
export type Figure = Readonly<{
  name: string;
  titleZh: string;
  value: number;
  floor: number | null;
  goal: number | null;
  acceptable: number | null;
  unit: 'x' | 'ms' | 'rows/s' | 'MB';
  /** Which way is good. */
  better: 'low' | 'high';
  ok: boolean;
  detail: string;
}>;

const rounded = (x: number): number => (Math.abs(x) >= 100 ? Math.round(x) : Math.abs(x) >= 10 ? Math.round(x * 10) / 10 : Math.round(x * 1000) / 1000);

/** The value below which the share `q` of the measurements lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

type Given = Omit<Figure, 'ok' | 'goal' | 'acceptable' | 'better'>;

/** A figure that should be small. */
export const atMost = (goal: number, acceptable: number, f: Given): Figure => ({ ...f, value: rounded(f.value), floor: f.floor === null ? null : rounded(f.floor), goal, acceptable, better: 'low', ok: f.value <= acceptable });
/** A figure that should be large. */
export const atLeast = (goal: number, f: Given): Figure => ({ ...f, value: rounded(f.value), floor: f.floor === null ? null : rounded(f.floor), goal, acceptable: goal, better: 'high', ok: f.value >= goal });
/** A figure that is told and not judged. */
export const told = (f: Given): Figure => ({ ...f, value: rounded(f.value), floor: f.floor === null ? null : rounded(f.floor), goal: null, acceptable: null, better: f.unit === 'rows/s' || f.unit === 'x' ? 'high' : 'low', ok: true });

/** How long the work took, in milliseconds. */
export function timed<T>(work: () => T): { ms: number; value: T } {
  const from = performance.now();
  const value = work();
  return { ms: performance.now() - from, value };
}
export async function timedAsync<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const from = performance.now();
  const value = await work();
  return { ms: performance.now() - from, value };
}

/** Milliseconds as a person reads them. */
export const showMs = (ms: number): string => (ms >= 10_000 ? `${(ms / 1000).toFixed(1)} 秒` : ms >= 100 ? `${Math.round(ms)} 毫秒` : ms >= 1 ? `${ms.toFixed(2)} 毫秒` : `${Math.round(ms * 1000)} 微秒`);

const wide = (text: string): number => [...text].reduce((n, c) => n + (c > '\u2e7f' ? 2 : 1), 0);
const padded = (text: string, width: number, left = false): string => (left ? ' '.repeat(Math.max(0, width - wide(text))) + text : text + ' '.repeat(Math.max(0, width - wide(text))));
const unitZh: Readonly<Record<Figure['unit'], string>> = { x: ' 倍', ms: ' 毫秒', 'rows/s': ' 行/秒', MB: ' MB' };

/** The table people read: each figure beside its goal and what was measured beneath it. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((f) => {
    const sign = f.better === 'high' ? '≥' : '≤';
    const goal = f.goal === null ? '—' : `${sign}${f.goal}${f.acceptable === null || f.acceptable === f.goal ? '' : `（可接受 ${f.acceptable}）`}`;
    const mark = f.goal === null ? '  ' : !f.ok ? '✗ ' : (sign === '≤' ? f.value <= f.goal : f.value >= f.goal) ? '✓ ' : '○ ';
    return { mark, title: f.titleZh, value: `${f.value}${unitZh[f.unit]}`, goal, detail: f.detail };
  });
  const width = (of: (r: (typeof rows)[number]) => string): number => Math.max(4, ...rows.map((r) => wide(of(r))));
  const [title, value, goal] = [width((r) => r.title), width((r) => r.value), width((r) => r.goal)];
  return rows.map((r) => `${r.mark}${padded(r.title, title)}  ${padded(r.value, value, true)}  ${padded(r.goal, goal)}  ${r.detail}`).join('\n');
}
