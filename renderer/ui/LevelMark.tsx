import { levelZh, markOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';

export type LevelMarkProps = Readonly<{ level: Level | null | undefined; period?: string | null | undefined; big?: boolean; /** The secrecy has ended: the mark is struck through. */ ended?: boolean }>;

/** 密级★期限 with its ladder. Word, shape, then colour; nothing for what has no level. */
export function LevelMark({ level, period, big = false, ended = false }: LevelMarkProps) {
  if (level === null || level === undefined) return null;
  const word = markOf(level, period) ?? levelZh[level];
  const mark = <span className={`lv lv-${level}${big ? ' big' : ''}`}>{word}</span>;
  if (!ended) return mark;
  return (
    <span className="lv-ended">
      <s>{mark}</s> 解密
    </span>
  );
}
