// Text laid into a cell of fixed height: lines are broken here, not by the layout engine, so that what does not fit is known and marked.
import { textWidth } from './measure.ts';

export const CUT = '…';

/** Codes and numbers stay whole, an opening bracket stays with what it opens, closing marks with what they close. */
const PIECES = /[（〔［【《“‘(]*(?:[0-9A-Za-z]+(?:[.\-/:][0-9A-Za-z]+)*|\n|[^\n])[）〕］】》”’)，。、；：！？]*/gu;

/**
 * In: a text, the millimetres of its column, its size, how many lines the cell has. Out: the lines, the last ending in … when something
 * is left out, and whether it is. Widths are estimated a little large, so what is said to fit does fit.
 */
export function fitted(text: string, room: number, pt: number, most: number): { lines: readonly string[]; cut: boolean } {
  const out: string[] = [''];
  const width = (t: string): number => textWidth(t, pt);
  const put = (piece: string): void => {
    const last = out.length - 1;
    if (width(`${out[last] ?? ''}${piece}`) <= room) out[last] += piece;
    else if ((out[last] ?? '') !== '' && width(piece) <= room) out.push(piece);
    else if ([...piece].length > 1) for (const c of piece) put(c);
    else if (out[last] === '') out[last] = piece;
    else out.push(piece);
  };
  for (const [piece] of text.replace(/\r\n?/g, '\n').trim().matchAll(PIECES)) {
    if (piece.startsWith('\n')) {
      out.push('');
      if (piece.length > 1) put(piece.slice(1));
    } else put(piece);
  }
  if (out.length <= most) return { lines: out, cut: false };
  const kept = out.slice(0, most);
  let end = [...(kept.at(-1) ?? '')];
  while (end.length > 0 && width(`${end.join('')}${CUT}`) > room) end = end.slice(0, -1);
  kept[most - 1] = `${end.join('').trimEnd()}${CUT}`;
  return { lines: kept, cut: true };
}
