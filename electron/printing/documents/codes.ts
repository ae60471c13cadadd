// Bar codes as drawings inside the document, so that no image has to be loaded.
import { code128, drawingSVG, qrcode } from 'bwip-js/browser';
import { raw, type Markup } from './markup.ts';

/**
 * Code 128 (code set C when the digits are even in number) or QR, drawn to fill its box (bars may be stretched evenly, squares may not). Digits only; anything else
 * throws a RangeError, because a Chinese input method would swallow what a scanner types.
 * The two symbols are taken by name: the library's general `toSVG` brings a hundred others into every start of the worker.
 */
export function codeDrawing(kind: 'code128' | 'qr', digits: string): Markup {
  if (!/^\d{4,20}$/.test(digits)) throw new RangeError('a label code holds 4 to 20 digits');
  // The typings know the general options only; `eclevel` (15 % may be scratched) belongs to this one symbol.
  const qr = { bcid: 'qrcode', text: digits, eclevel: 'M' };
  const svg = kind === 'code128'
    ? code128({ bcid: 'code128', text: digits, height: 10, includetext: false }, drawingSVG())
    : qrcode(qr, drawingSVG());
  return raw(svg.replace('<svg ', `<svg preserveAspectRatio="${kind === 'qr' ? 'xMidYMid' : 'none'}" class="${kind}" aria-label="${digits}" `));
}
