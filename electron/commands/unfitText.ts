import type { Issue } from '#shared/result.ts';

/** Nothing a person fills in is nested deeper. */
const DEEPEST = 40;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/**
 * Finds text that the books cannot hold as it was given. Half of a surrogate pair becomes another character when it is stored, so
 * that the record no longer equals what its events say and verification fails for good; control and direction marks make a line
 * read differently from what was entered.
 * In: raw input. Out: the first such place with a sentence, or null. Works without recursion: input may be nested without end.
 */
export function unfitText(raw: unknown): Issue | null {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: raw, path: '', depth: 0 }];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { value, path, depth } = one;
    if (typeof value === 'string') {
      if (!value.isWellFormed() || unseen.test(value)) return { path, messageZh: '填写的内容含有不能显示或不完整的字符，无法照原样保存。请删去后重新输入该处。' };
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST) return { path, messageZh: '填写的内容层次太多。请按说明改正。' };
      for (const [key, inner] of Object.entries(value)) {
        if (!key.isWellFormed() || unseen.test(key)) return { path, messageZh: '填写的内容里有一项的名称含有不能显示或不完整的字符。请按说明改正。' };
        waiting.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
      }
    }
  }
  return null;
}
