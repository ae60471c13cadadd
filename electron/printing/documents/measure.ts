// Widths of text before it is printed: enough to decide where a line may stay whole.

const BROAD: ReadonlySet<string> = new Set('ACDGHKNOQRTUVXY');

/**
 * Millimetres that a text of this size takes at most, in the bundled faces. Widths in em, a little above those of the faces:
 * Han one, digits 0.555, hyphen 0.36, W and M 1.0, the broad letters 0.76, the others 0.66.
 */
export function textWidth(text: string, pt: number): number {
  let em = 0;
  for (const c of text) {
    if (c > '\u007f') em += 1;
    else if (c >= '0' && c <= '9') em += 0.555;
    else if (c === '-' || c === '.' || c === ' ') em += 0.36;
    else if (c === 'W' || c === 'M') em += 1;
    else if (BROAD.has(c)) em += 0.76;
    else em += 0.66;
  }
  return em * pt * 0.3528;
}
