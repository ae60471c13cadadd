// Where each initial of the pinyin order begins. i, u and v begin no syllable.
const starts: readonly (readonly [string, string])[] = [
  ['a', '阿'], ['b', '八'], ['c', '嚓'], ['d', '哒'], ['e', '妸'], ['f', '发'], ['g', '旮'], ['h', '哈'], ['j', '讥'], ['k', '咔'], ['l', '垃'],
  ['m', '妈'], ['n', '拿'], ['o', '哦'], ['p', '啪'], ['q', '期'], ['r', '然'], ['s', '撒'], ['t', '塌'], ['w', '挖'], ['x', '昔'], ['y', '压'], ['z', '匝'],
];
const order = new Intl.Collator('zh-Hans-u-co-pinyin');

/**
 * The pinyin initials of a short word, for lists the page already holds (the core completes what is in the books): 机要交通 → jyjt.
 * Other characters stay as they are. One reading per character; good enough for fixed lists, which are also found by character.
 */
export function initialsOf(word: string): string {
  return [...word].map((ch) => {
    if (!/\p{Script=Han}/u.test(ch)) return ch.toLowerCase();
    let found = '';
    for (const [letter, first] of starts) if (order.compare(ch, first) >= 0) found = letter;
    return found;
  }).join('');
}

/** True when the typed text finds the word: by its characters, its initials, or its code. */
export function matches(word: string, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  return wanted === '' || word.toLowerCase().includes(wanted) || initialsOf(word).includes(wanted);
}
