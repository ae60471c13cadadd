const steps = [100, 110, 125, 150] as const;
let at = 0;

/** Ctrl+= and Ctrl+-: 100, 110, 125, 150 %. Sizes are in rem, so only the root changes; 0 goes back to 100 %. */
export function scaleBy(by: 1 | -1 | 0): void {
  at = by === 0 ? 0 : Math.max(0, Math.min(steps.length - 1, at + by));
  document.documentElement.style.fontSize = `${(15 * (steps[at] ?? 100)) / 100}px`;
  document.documentElement.dataset['scale'] = String(steps[at] ?? 100);
}
