// A keyboard-wedge scanner types very fast digits and Enter. Pure, so that its timing can be tested.

export type ScanState = Readonly<{ digits: string; lastAt: number; fast: boolean }>;
export const nothingTyped: ScanState = { digits: '', lastAt: 0, fast: true };

/** Gap between two keys of a scanner, and how many digits at least make a burst (ui 4). */
export const burst = { gap: 35, digits: 8 } as const;
/** After this pause a new number begins. */
const pause = 4_000;

export type ScanStep = Readonly<{ state: ScanState; /** The whole code, when Enter ended one. */ done: string | null; taken: boolean }>;

/**
 * One key of a possible scan. In: what was collected, and the key by its position (`event.code`), because a full-width input
 * mode changes `event.key`. Enter after at least one digit ends it; any other key begins anew.
 */
export function scanStep(state: ScanState, key: Readonly<{ code: string; at: number }>): ScanStep {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(key.code)?.[1];
  if (digit !== undefined) {
    const fresh = state.digits === '' || key.at - state.lastAt > pause;
    const fast = fresh ? true : state.fast && key.at - state.lastAt <= burst.gap;
    return { state: { digits: fresh ? digit : state.digits + digit, lastAt: key.at, fast }, done: null, taken: true };
  }
  if (/^(Numpad)?Enter$/.test(key.code) && state.digits !== '') return { state: nothingTyped, done: state.digits, taken: true };
  if (/^Shift/.test(key.code)) return { state, done: null, taken: false };
  return { state: nothingTyped, done: null, taken: false };
}

/** True when what was collected came too fast for a hand. */
export const isBurst = (state: ScanState): boolean => state.fast && state.digits.length >= burst.digits;
