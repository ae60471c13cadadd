import { tidy } from './text.ts';

/** The dots that minority names are typed with, all of which mean the same separator (姓名间隔号, GB/T 15834). */
const dots = /[•‧∙⋅・･●·．]|(?<=\p{Script=Han})[.](?=\p{Script=Han})/gu;

/**
 * A person's name: blanks between Chinese characters out (张 三 → 张三), one kind of separator dot, latin names keep theirs.
 * Code points stay as typed otherwise, also rare ones and variation selectors.
 */
export function readName(text: string): string {
  const name = tidy(text);
  if (!/\p{Script=Han}/u.test(name)) return name;
  return name
    .replace(/(?<=[\p{Script=Han}\p{Variation_Selector}•‧∙⋅・･●·．]) +(?=[\p{Script=Han}•‧∙⋅・･●·．])/gu, '')
    .replace(dots, '·');
}
