import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { spell } from './keys.ts';

/** One key, the sentence for bar and F1, and what it does. */
export type KeyAct = Readonly<{
  /** As `spell` writes it. Several keys of one act: 'ArrowUp ArrowDown'. */
  key: string;
  label: string;
  /** Returning false lets the key go on to the field it was typed in. */
  run: (event: KeyboardEvent) => unknown;
  /** False: neither works nor is shown. */
  when?: boolean;
  /** False: works, stands in F1, not in the bar. */
  bar?: boolean;
  /** False: not while a text field has the focus (Enter, arrows, Space…). */
  inFields?: boolean;
}>;

export type KeyScope = Readonly<{
  /** Only while the focus is inside. */
  within?: RefObject<HTMLElement | null>;
  /** A dialog: the keys below are asleep until it is gone. */
  modal?: boolean;
  /** The frame: asked last, and shown last. */
  base?: boolean;
}>;

type Held = { acts: readonly KeyAct[]; scope: KeyScope; order: number };

const held = new Set<Held>();
const watchers = new Set<() => void>();
let order = 0;
let shown: readonly KeyAct[] = [];

const isTextField = (el: Element | null): boolean => {
  if (el instanceof HTMLTextAreaElement || (el instanceof HTMLElement && el.isContentEditable)) return true;
  return el instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(el.type);
};
/** A list that is open belongs to its field: Enter picks, Esc closes, arrows walk in it. */
const hasOpenList = (el: Element | null): boolean => el?.getAttribute('aria-expanded') === 'true' && el.getAttribute('role') === 'combobox';
const listKeys = new Set(['Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'Tab']);

/** Who is asked, in order: the latest part of a screen first, the frame last, nothing below a dialog but the frame's lock. */
function layers(focus: Element | null): Held[] {
  const all = [...held].sort((a, b) => Number(a.scope.base ?? false) - Number(b.scope.base ?? false) || b.order - a.order);
  const dialog = all.find((h) => h.scope.modal === true);
  return all.filter((h) => {
    if (dialog !== undefined && h !== dialog && !(h.order > dialog.order && h.scope.base !== true)) return false;
    const inside = h.scope.within;
    return inside === undefined || (inside.current !== null && focus !== null && inside.current.contains(focus));
  });
}

function onKeyDown(event: KeyboardEvent): void {
  const name = spell(event);
  if (name === null) return;
  const focus = event.target instanceof Element ? event.target : null;
  if (hasOpenList(focus) && listKeys.has(name)) return;
  const field = isTextField(focus);
  for (const layer of layers(focus)) {
    for (const act of layer.acts) {
      if (act.when === false || !act.key.split(' ').includes(name) || (field && act.inFields === false)) continue;
      if (act.run(event) === false) continue;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
  }
  // Lock works always, also above a dialog.
  if (name === 'Ctrl+L') for (const h of held) for (const act of h.acts) if (act.key === 'Ctrl+L') {
    event.preventDefault();
    act.run(event);
    return;
  }
}

/** Recomputes what the bar shows: keys that work here and now, the nearest first, each key once. */
function publish(): void {
  const focus = document.activeElement;
  const field = isTextField(focus);
  const seen = new Set<string>();
  const next: KeyAct[] = [];
  for (const layer of layers(focus)) {
    for (const act of layer.acts) {
      if (act.when === false || seen.has(act.key) || (field && act.inFields === false)) continue;
      seen.add(act.key);
      next.push(act);
    }
  }
  const same = next.length === shown.length && next.every((act, i) => act.key === shown[i]?.key && act.label === shown[i]?.label && act.bar === shown[i]?.bar);
  if (same) return;
  shown = next;
  for (const tell of watchers) tell();
}

let listening = false;
function listen(): void {
  if (listening) return;
  listening = true;
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('focusin', () => queueMicrotask(publish));
  window.addEventListener('focusout', () => queueMicrotask(publish));
}

/**
 * The only place that listens to keys. In: what each key does here, and where "here" is. The keys work while the component is
 * mounted, feed the bottom bar and F1, and the latest mounted part is asked first.
 */
export function useKeys(acts: readonly KeyAct[], scope: KeyScope = {}): void {
  const own = useRef<Held | null>(null);
  // Handlers are replaced on every render, so that they see fresh state; the place in the order stays.
  useEffect(() => {
    if (own.current === null) return;
    own.current.acts = acts;
    own.current.scope = scope;
    publish();
  });
  useEffect(() => {
    listen();
    const mine: Held = { acts, scope, order: ++order };
    own.current = mine;
    held.add(mine);
    publish();
    return () => {
      held.delete(mine);
      own.current = null;
      publish();
    };
    // The place in the order is taken once; the effect above keeps the contents fresh.
  }, []);
}

/** The keys that work here and now, for the bar and for F1. */
export function useShownKeys(): readonly KeyAct[] {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => shown,
  );
}
