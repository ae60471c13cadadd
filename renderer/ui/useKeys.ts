import { createContext, useContext, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { spell } from './keys.ts';
import { putAside } from './typeAhead.ts';

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
  /** The frame: asked last, and shown last. */
  base?: boolean;
}>;

type Held = { acts: readonly KeyAct[]; scope: KeyScope; order: number; depth: number };

/** How many dialogs a component is inside of. The keys of everything less deep are asleep. */
export const KeyDepth = createContext(0);

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

const holds = (outer: Held, inner: Held): boolean => {
  const [a, b] = [outer.scope.within?.current, inner.scope.within?.current];
  return a !== b && a?.contains(b ?? null) === true;
};

/** Inner parts before outer ones, parts before pages, pages before the frame; among equals the latest. */
function nearestFirst(a: Held, b: Held): number {
  if (a.scope.base !== b.scope.base) return a.scope.base === true ? 1 : -1;
  const [sa, sb] = [a.scope.within !== undefined, b.scope.within !== undefined];
  if (sa !== sb) return sa ? -1 : 1;
  if (sa && holds(b, a)) return -1;
  if (sa && holds(a, b)) return 1;
  return b.order - a.order;
}

/** Who is asked, in order; nothing below the topmost dialog. */
function layers(focus: Element | null): Held[] {
  const top = Math.max(0, ...[...held].map((h) => h.depth));
  return [...held]
    .filter((h) => h.depth === top && (h.scope.within === undefined || (focus !== null && h.scope.within.current?.contains(focus) === true)))
    .sort(nearestFirst);
}

function onKeyDown(event: KeyboardEvent): void {
  if (putAside(event)) return;
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
  const depth = useContext(KeyDepth);
  // Handlers are replaced on every render, so that they see fresh state; the place in the order stays. Before the window is drawn:
  // a key that comes right after an answer must not meet the handler of the screen before it.
  useLayoutEffect(() => {
    if (own.current === null) return;
    own.current.acts = acts;
    own.current.scope = scope;
  });
  useEffect(() => {
    if (own.current !== null) publish();
  });
  useEffect(() => {
    listen();
    const mine: Held = { acts, scope, order: ++order, depth };
    own.current = mine;
    held.add(mine);
    publish();
    return () => {
      held.delete(mine);
      own.current = null;
      publish();
    };
    // The place in the order is taken once; the effect above keeps the contents fresh.
  }, [depth]);
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
