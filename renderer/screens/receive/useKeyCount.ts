import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Keys that only hold others. */
const held = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Process']);

/**
 * Counts the keys of one entry, so that the clerk sees what the screen costs her (ui 5.5: at most 25). The title's own words do not
 * count. Only counts; `useKeys` stays the place where keys do something. Out: the count, and a function that starts again.
 */
export function useKeyCount(form: RefObject<HTMLElement | null>): readonly [number, () => number] {
  const [count, setCount] = useState(0);
  const now = useRef(0);
  useEffect(() => {
    const hear = (e: KeyboardEvent): void => {
      const box = e.target instanceof HTMLElement ? e.target : null;
      if (box === null || form.current?.contains(box) !== true || held.has(e.key) || e.repeat) return;
      if (box.dataset['field'] === 'title' && e.key !== 'Enter' && e.key !== 'Tab' && !e.ctrlKey) return;
      now.current += 1;
      setCount(now.current);
    };
    window.addEventListener('keydown', hear, { capture: true, passive: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [form]);
  const again = useCallback(() => {
    const was = now.current;
    now.current = 0;
    setCount(0);
    return was;
  }, []);
  return [count, again];
}
