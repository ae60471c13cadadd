/**
 * The one Trusted Types policy of the page. The component library writes style sheets as text; text that can hold neither an
 * element (`<`) nor a character reference (`&`) cannot become markup, everything else is refused. Scripts are never made from text.
 * Out: the text itself. Throws a TypeError for anything that could be markup.
 */
export function onlyPlainText(text: string): string {
  if (/[<&]/.test(text)) throw new TypeError('markup from a string is not allowed here');
  return text;
}

const refuse = (): never => {
  throw new TypeError('scripts from a string are not allowed here');
};

type TrustedTypes = { createPolicy: (name: string, rules: Record<string, (text: string) => string>) => unknown };

/** Must run before anything renders; a browser without Trusted Types has no door to guard. */
export function installTrustedTypes(): void {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  types?.createPolicy('default', { createHTML: onlyPlainText, createScript: refuse, createScriptURL: refuse });
}
