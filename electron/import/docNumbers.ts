import { fold, tidy } from './text.ts';

/**
 * 发文字号 in the form of 党政机关公文格式（GB/T 9704—2012）7.2.5: agency code, year in 〔〕, serial without 第 and without
 * leading zeros. Numbers of another build (令第5号, 机密件 numbers) are only tidied.
 */
export function readDocNumber(text: string): string {
  const packed = fold(text).replace(/[‐‑‒–—―−]/g, '-');
  const year = /^(.*?)[〔[(【（［{〈<《]((?:19|20)\d{2})年?[〕\])】）］}〉>》]第?0*(\d+)(号?)(.*)$/u.exec(packed);
  if (year === null) return tidy(text).replace(/ (?=[\p{Script=Han}\d〔〕])|(?<=[\p{Script=Han}〔〕]) /gu, '');
  const [, agency = '', inYear = '', serial = '', , rest = ''] = year;
  return `${agency}〔${inYear}〕${serial}号${rest}`;
}
