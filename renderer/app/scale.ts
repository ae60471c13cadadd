import { useSyncExternalStore } from 'react';

const steps = [100, 110, 125, 150] as const;
const watchers = new Set<() => void>();
let at = 0;

/** Ctrl+= and Ctrl+-: 100, 110, 125, 150 %. Sizes are in rem, so only the root changes; 0 goes back to 100 %. */
export function scaleBy(by: 1 | -1 | 0): void {
  at = by === 0 ? 0 : Math.max(0, Math.min(steps.length - 1, at + by));
  document.documentElement.style.fontSize = `${15 * scale()}px`;
  for (const tell of watchers) tell();
}

const scale = (): number => (steps[at] ?? 100) / 100;

/** The scale as a factor, for the few sizes that are reckoned in pixels. */
export function useScale(): number {
  return useSyncExternalStore((tell) => {
    watchers.add(tell);
    return () => watchers.delete(tell);
  }, scale);
}
