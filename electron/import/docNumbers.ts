import { fold, tidy } from './text.ts';

/** Beyond this a text is no document number, and a title none that ends in one. */
const longest = 300;

/**
 * 发文字号 in the form of 党政机关公文格式（GB/T 9704—2012）7.2.5: agency code, year in 〔〕, serial without 第 and without
 * leading zeros. Numbers of another build (令第5号, 机密件 numbers) are only tidied.
 */
export function readDocNumber(text: string): string {
  if (text.length > longest) return tidy(text);
  const packed = fold(text).replace(/[‐‑‒–—―−]/g, '-');
  const year = /^(.*?)[〔[(【（［{〈<《]((?:19|20)\d{2})年?[〕\])】）］}〉>》]第?0*(\d+)(号?)(.*)$/u.exec(packed);
  if (year === null) return tidy(text).replace(/ (?=[\p{Script=Han}\d〔〕])|(?<=[\p{Script=Han}〔〕]) /gu, '');
  const [, agency = '', inYear = '', serial = '', , rest = ''] = year;
  return `${agency}〔${inYear}〕${serial}号${rest}`;
}

const atEnd = /^(.+?)[ 　,，;；]*[(（【[]?([\p{Script=Han}]{1,12}[〔[(（【［]\s*(?:19|20)\d{2}\s*[〕\])）】］]\s*第?\s*\d+\s*号)[)）】\]]?$/su;
const atStart = /^[(（【[]?([\p{Script=Han}]{1,12}[〔[(（【［]\s*(?:19|20)\d{2}\s*[〕\])）】］]\s*第?\s*\d+\s*号)[)）】\]]?[ 　,，;；、]*(.+)$/su;

/**
 * A cell of a column that holds title and number together (公文标题及文号), taken apart; the number is '' when none is found.
 * Only for such columns: elsewhere a number in a title belongs to the title.
 */
export function splitTitle(text: string): { title: string; docNumber: string } {
  if (text.length > longest) return { title: text, docNumber: '' };
  const ended = atEnd.exec(text);
  if (ended !== null) return { title: ended[1] ?? '', docNumber: readDocNumber(ended[2] ?? '') };
  const started = atStart.exec(text);
  if (started !== null) return { title: started[2] ?? '', docNumber: readDocNumber(started[1] ?? '') };
  return { title: text, docNumber: '' };
}
