import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { holdKeys } from '../../ui/typeAhead.ts';
import { useKeys } from '../../ui/useKeys.ts';

const fields = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled]), button[data-field]';

/** The fields of a form in their order, those on screen only. */
export const fieldsOf = (form: HTMLElement): HTMLElement[] => [...form.querySelectorAll<HTMLElement>(fields)].filter((el) => el.offsetParent !== null && el.tabIndex >= 0);

/** Puts the cursor into the first empty field, or the first. */
export function focusFirst(form: HTMLElement | null, onlyEmpty = true): void {
  if (form === null) return;
  const all = fieldsOf(form);
  const empty = onlyEmpty ? all.find((el) => el instanceof HTMLInputElement && el.value === '' && el.type !== 'checkbox') : undefined;
  (empty ?? all[0])?.focus();
}

type Walk = Readonly<{ /** Enter in the last field, and Ctrl+S or Ctrl+Enter anywhere. */ onPost: () => void; postZh?: string; ready?: boolean; /** False where another part of the screen posts on Ctrl+S: the decision card. */ saves?: boolean; /** True while the answer to what was typed is on its way: the decision card on screen may be gone with it. */ judging?: boolean }>;

const inCard = (el: EventTarget | null | undefined): boolean => el instanceof Element && el.closest('.dec') !== null;

/** Enter moves on, Shift+Enter back, Enter in the last field and Ctrl+S post (ui 4). Enter in a long text needs Alt for a line break. */
export function useFieldWalk(form: RefObject<HTMLElement | null>, { onPost, postZh = '登记', ready = true, saves = true, judging = false }: Walk): void {
  const waiting = useRef<{ release: (drop?: boolean) => void; timer: ReturnType<typeof setTimeout> } | null>(null);
  const waited = useRef(false);
  const letGo = (): void => {
    clearTimeout(waiting.current?.timer);
    waiting.current?.release();
    waiting.current = null;
  };
  // From the last field of the form a quick hand must not walk into the box of a warning that the next answer takes away. An answer
  // that does not come keeps the keyboard no longer than this.
  const wait = (event: KeyboardEvent): void => {
    waiting.current ??= { release: holdKeys(event), timer: setTimeout(() => { waited.current = true; letGo(); }, 3000) };
  };
  useEffect(() => {
    waited.current = false;
    if (!judging) letGo();
  }, [judging]);
  useEffect(() => letGo, []);
  const step = (by: 1 | -1) => (event: KeyboardEvent): unknown => {
    if (form.current === null || event.target instanceof HTMLButtonElement) return false;
    const all = fieldsOf(form.current);
    const at = all.findIndex((el) => el === event.target);
    if (at < 0) return false;
    const next = all[at + by];
    if (next === undefined && by === 1) {
      if (ready) onPost();
      return true;
    }
    if (judging && !waited.current && by === 1 && inCard(next) && !inCard(event.target)) {
      wait(event);
      return true;
    }
    next?.focus();
    if (next instanceof HTMLInputElement && next.type !== 'checkbox') next.select();
    return true;
  };
  const breakLine = (event: KeyboardEvent): unknown => {
    if (!(event.target instanceof HTMLTextAreaElement)) return false;
    const { selectionStart, selectionEnd } = event.target;
    event.target.setRangeText('\n', selectionStart, selectionEnd, 'end');
    event.target.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  };
  useKeys(
    [
      { key: 'Enter', label: '下一项', run: step(1) },
      { key: 'Shift+Enter', label: '上一项', run: step(-1) },
      { key: 'Alt+Enter', label: '长文本中换行', bar: false, run: breakLine },
      { key: 'Ctrl+S Ctrl+Enter', label: postZh, when: ready && saves, run: onPost },
    ],
    { within: form },
  );
}
