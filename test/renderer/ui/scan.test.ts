import { describe, expect, it } from 'vitest';
import { isBurst, nothingTyped, scanStep } from '../../../renderer/ui/scan.ts';
import type { ScanState } from '../../../renderer/ui/scan.ts';

function type(digits: string, gap: number, start = 1000): ScanState {
  let state = nothingTyped;
  [...digits].forEach((d, i) => {
    state = scanStep(state, { code: `Digit${d}`, at: start + i * gap }).state;
  });
  return state;
}

describe('collecting a scan', () => {
  it('hands over the digits, when Enter ends them', () => {
    const step = scanStep(type('012026003885', 10), { code: 'Enter', at: 1200 });
    expect(step.done).toBe('012026003885');
    expect(step.state).toEqual(nothingTyped);
  });
  it('is a burst, when the keys come faster than a hand and are at least eight', () => {
    expect(isBurst(type('012026003885', 20))).toBe(true);
    expect(isBurst(type('012026003885', 36))).toBe(false);
    expect(isBurst(type('388', 5))).toBe(false);
  });
  it('takes number-pad digits by their position, when a full-width mode is on', () => {
    expect(scanStep(nothingTyped, { code: 'Numpad7', at: 1 }).state.digits).toBe('7');
  });
  it('begins anew, when another key or a long pause comes between', () => {
    expect(scanStep(type('012', 10), { code: 'KeyA', at: 1100 }).state.digits).toBe('');
    expect(scanStep(type('012', 10), { code: 'Digit9', at: 9000 }).state.digits).toBe('9');
  });
  it('leaves Enter to others, when nothing was collected', () => {
    expect(scanStep(nothingTyped, { code: 'Enter', at: 1 })).toMatchObject({ done: null, taken: false });
  });
});
