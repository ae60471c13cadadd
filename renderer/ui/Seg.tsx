import { useKeys } from './useKeys.ts';

export type SegProps<K extends string> = Readonly<{
  /** What the choice is about, for a reader aloud: 办理, 移交类别. */
  label: string;
  items: readonly Readonly<{ key: K; zh: string }>[];
  value: K;
  onChange: (key: K) => void;
  className?: string;
}>;

/**
 * The kinds of act on one screen, side by side. Ctrl+PgUp and Ctrl+PgDn go from one to the next from anywhere on the screen, as
 * between the sheets of a workbook, so that nobody walks through ten buttons with Tab.
 */
export function Seg<K extends string>({ label, items, value, onChange, className = '' }: SegProps<K>) {
  const go = (by: 1 | -1): void => {
    const at = items.findIndex((i) => i.key === value);
    const next = items[(at + by + items.length) % items.length];
    if (next !== undefined) onChange(next.key);
  };
  useKeys([
    { key: 'Ctrl+PageDown', label: `换${label}`, when: items.length > 1, run: () => go(1) },
    { key: 'Ctrl+PageUp', label: `上一种${label}`, bar: false, when: items.length > 1, run: () => go(-1) },
  ]);
  return <div className={`seg ${className}`} role="group" aria-label={label}>{items.map((i) => <button key={i.key} type="button" aria-pressed={value === i.key} onClick={() => onChange(i.key)}>{i.zh}</button>)}</div>;
}
