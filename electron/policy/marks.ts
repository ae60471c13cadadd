import { isStateSecret, levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { secretGrades } from '#shared/registers/carriers.ts';
import type { SecretGrade } from '#shared/registers/carriers.ts';

/** What decides the words of a mark. */
export type Marked = Readonly<{ level: Level | null; secrecyPeriod: string | null; provisional: 0 | 1 | null; regime: string | null; grade: SecretGrade | null }>;

/**
 * The words of the mark: 机密★20年, 机密★2030-06-30, 机密★条件; 拟定 before a level nobody has decided yet (实施条例（2024）第二十一条、第二十五条).
 * A commercial secret names itself and never uses ★ or a level of the law (保守国家秘密法（2024）第二十二条第三款). null: nothing to mark.
 */
export function markWords(c: Marked): string | null {
  if (c.regime === 'commercial_secret') return c.grade === null ? null : `商业秘密（${[secretGrades[c.grade], c.secrecyPeriod].filter((p) => p !== null).join('，')}）`;
  if (!isStateSecret(c.level)) return null;
  const mark = c.secrecyPeriod === null || c.secrecyPeriod === '未标明' ? levelZh[c.level] : `${levelZh[c.level]}★${c.secrecyPeriod}`;
  return c.provisional === 1 ? `拟定 ${mark}` : mark;
}

/** What stands on an item that was a secret and is none any more. */
export const releasedMark = '解密';
