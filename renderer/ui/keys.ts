/** What of a keyboard event decides which key it is. */
export type Stroke = Readonly<{ key: string; code: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean; metaKey: boolean; isComposing: boolean; keyCode: number }>;

const codeNames: Readonly<Record<string, string>> = { Equal: '=', Minus: '-', NumpadAdd: '=', NumpadSubtract: '-', NumpadEnter: 'Enter' };
const named = /^(F\d{1,2}|Enter|Escape|Tab|Delete|Backspace|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right))$/;

/**
 * Spells a key the way screens name it: 'F2', 'Ctrl+K', 'Shift+F6', 'Alt+ArrowLeft', 'Space', 'Enter'.
 * Out: null for what never is a command: a bare letter or digit, anything while an input method composes (the first key of a
 * composition has `isComposing` false but keyCode 229), and combinations input methods and scanners use (ui 4).
 */
export function spell(stroke: Stroke): string | null {
  if (stroke.isComposing || stroke.keyCode === 229 || stroke.metaKey) return null;
  if (stroke.ctrlKey && stroke.altKey) return null;
  // With Ctrl the position of the key counts, not what a layout or a full-width mode makes of it.
  const fromCode = /^Key([A-Z])$/.exec(stroke.code)?.[1] ?? /^(?:Digit|Numpad)(\d)$/.exec(stroke.code)?.[1] ?? codeNames[stroke.code];
  if (stroke.ctrlKey) {
    const name = named.test(stroke.key) ? stroke.key : fromCode;
    if (name === undefined || (stroke.shiftKey && /^[A-Z]$/.test(name))) return null;
    return stroke.shiftKey ? `Ctrl+Shift+${name}` : `Ctrl+${name}`;
  }
  const name = stroke.key === ' ' && !stroke.shiftKey ? 'Space' : named.test(stroke.key) ? stroke.key : null;
  if (name === null) return null;
  if (stroke.altKey) return `Alt+${name}`;
  return stroke.shiftKey ? `Shift+${name}` : name;
}

const shown: Readonly<Record<string, string>> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'PgUp', PageDown: 'PgDn', Delete: 'Del' };

const pairs: Readonly<Record<string, string>> = { 'ArrowUp ArrowDown': '↑↓', 'ArrowLeft ArrowRight': '←→', 'PageUp PageDown': 'PgUp PgDn' };

/** How a key is printed on a button and in the bottom bar: 'Ctrl K', 'Esc', '↑↓'. Of several keys for one act the first is shown. */
export function keyLabel(key: string): string {
  const first = key.split(' ')[0] ?? key;
  return pairs[key] ?? first.split(/\+(?=.)/).map((part) => shown[part] ?? part).join(' ');
}
