/** The dots that minority names are typed with, all of which mean the same separator (姓名间隔号, GB/T 15834). */
const dots = /[•‧∙⋅・･●·．]|(?<=\p{Script=Han})[.](?=\p{Script=Han})/gu;
const blanks = /(?<=[\p{Script=Han}\p{Variation_Selector}•‧∙⋅・･●·．])\s+(?=[\p{Script=Han}•‧∙⋅・･●·．])/gu;

/**
 * A person's name as it is kept and compared: blanks between Chinese characters out (张 三 → 张三, as short names are spread out in
 * tables), one kind of separator dot, latin names keep theirs. Code points stay as typed otherwise, also rare ones and variation
 * selectors. One person written in two ways would be two people for every rule that keeps people apart.
 */
export const oneName = (name: string): string => (/\p{Script=Han}/u.test(name) ? name.replace(blanks, '').replace(dots, '·') : name);
