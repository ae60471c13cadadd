import { fieldsOf, focusFirst } from './useFieldWalk.ts';

/** The name of a box: its own `data-field`, or that of the span around a date field. */
const nameOf = (box: Element | null): string => (box instanceof HTMLElement ? (box.dataset['field'] ?? box.closest<HTMLElement>('[data-field-box]')?.dataset['fieldBox'] ?? '') : '');

function enter(box: HTMLElement | undefined): void {
  box?.focus();
  if (box instanceof HTMLInputElement && box.type !== 'checkbox') box.select();
}

/** The name of the field that has the cursor; '' outside named fields. */
export const fieldAt = (): string => nameOf(document.activeElement);

/** Puts the cursor into a field of the form and marks its text; without a name into the first one. */
export function focusField(form: HTMLElement | null, name?: string): void {
  if (form === null) return;
  if (name === undefined) focusFirst(form, false);
  else enter(fieldsOf(form).find((f) => nameOf(f) === name));
}

/** One field on or back within the element that carries `data-form`. False when there is none in that direction. */
export function step(from: HTMLElement, by: 1 | -1): boolean {
  const form = from.closest<HTMLElement>('[data-form]');
  if (form === null) return false;
  const all = fieldsOf(form);
  const next = all[all.indexOf(from) + by];
  if (next === undefined) return false;
  enter(next);
  return true;
}
