// Apart from the drafts, because the unlock screen needs it and not the router that they look at.

/** True from the moment the page is being wiped: a form that goes with it is unfinished, not given up. */
let wiped = false;

/** Called before the page is wiped. */
export function wipeWithDraft(): void {
  wiped = true;
}

/** A form stands again: what is left behind from now on was given up. */
export function formStands(): void {
  wiped = false;
}

/** Whether the page is being wiped. */
export const isWiped = (): boolean => wiped;
