import { useEffect, useRef } from 'react';
import { nothingTyped, scanStep } from './scan.ts';
import type { ScanState } from './scan.ts';

/**
 * Collects digits while nothing editable has the focus, so that Chromium keeps the input method off and a scanner gets through.
 * `onDigits` shows what has come so far, `onCode` gets the whole when Enter follows.
 */
export function useScanner({ onDigits, onCode }: Readonly<{ onDigits: (digits: string) => void; onCode: (code: string) => void }>): void {
  const calls = useRef({ onDigits, onCode });
  useEffect(() => {
    calls.current = { onDigits, onCode };
  });
  useEffect(() => {
    let state: ScanState = nothingTyped;
    const hear = (event: KeyboardEvent): void => {
      const at = document.activeElement;
      const editable = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || (at instanceof HTMLElement && at.isContentEditable);
      if (editable || event.ctrlKey || event.altKey || event.metaKey) {
        state = nothingTyped;
        return;
      }
      const step = scanStep(state, { code: event.code, at: event.timeStamp });
      state = step.state;
      if (step.done !== null) {
        // Enter that ends a scan must not press the button that happens to have the focus.
        event.preventDefault();
        event.stopImmediatePropagation();
        calls.current.onCode(step.done);
      } else if (step.taken) calls.current.onDigits(state.digits);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
