// Keys pressed while the window cannot take them yet: a document is being registered, a list of names is on its way. They wait and
// are pressed again, in order, so that nobody has to look whether the terminal is ready.

type Pressed = Readonly<{ key: string; code: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean }>;

const kept: Pressed[] = [];
let holders = 0;
let again = false;

/** Locking and leaving work at once; what the browser does by itself cannot be pressed again. */
const passes = (e: KeyboardEvent): boolean => e.isComposing || e.keyCode === 229 || e.metaKey || e.key === 'Escape' || ['Shift', 'Control', 'Alt', 'CapsLock', 'Process'].includes(e.key) || (e.ctrlKey && /^[acvxyzl]$/i.test(e.key));

const strokeOf = ({ key, code, shiftKey, ctrlKey, altKey }: KeyboardEvent): Pressed => ({ key, code, shiftKey, ctrlKey, altKey });

/** True when the key was put aside. Asked before anybody else hears of a key; those pressed again come by here too and pass. */
export function putAside(event: KeyboardEvent): boolean {
  if ((holders === 0 && !again) || !event.isTrusted || passes(event)) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  kept.push(strokeOf(event));
  return true;
}

/** What a browser does with a key that nobody took: it writes, deletes, or goes on to the next box. */
function byItself({ key, shiftKey }: Pressed): void {
  const box = document.activeElement;
  if (key === 'Backspace' || key === 'Delete') document.execCommand(key === 'Backspace' ? 'delete' : 'forwardDelete');
  else if (key.length === 1) document.execCommand('insertText', false, key);
  else if (key === 'Tab') {
    const all = [...document.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href]')].filter((el) => el.offsetParent !== null && el.tabIndex >= 0 && !(el as HTMLInputElement).disabled);
    const next = all[all.findIndex((el) => el === box) + (shiftKey ? -1 : 1)];
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  }
}

async function pressAgain(): Promise<void> {
  if (again) return;
  again = true;
  // Between two keys the window draws: what the first one changed is what the second one meets.
  for (let next = kept.shift(); next !== undefined; next = holders === 0 ? kept.shift() : undefined) {
    const { key, code, shiftKey, ctrlKey, altKey } = next;
    const taken = !(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, altKey, bubbles: true, cancelable: true, composed: true }));
    if (!taken && !ctrlKey && !altKey) byItself(next);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  again = false;
  // A key that came in while the last one was at work.
  if (holders === 0 && kept.length > 0) void pressAgain();
}

/**
 * From now on keys wait; `first` is pressed again before them. Out: lets them go when called, once. `drop` forgets them: after a
 * refusal what was typed ahead was meant for another box.
 */
export function holdKeys(first?: KeyboardEvent): (drop?: boolean) => void {
  holders += 1;
  if (first !== undefined) kept.unshift(strokeOf(first));
  let held = true;
  return (drop = false) => {
    if (!held) return;
    held = false;
    holders -= 1;
    if (drop) kept.length = 0;
    else if (holders === 0) void pressAgain();
  };
}
