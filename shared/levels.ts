/**
 * 密级. The three levels of the law (保守国家秘密法（2024）第十四条) and, beside them, `internal` (内部), which orders
 * cabinets, machines and media but is no state-secret level and is never printed as a mark (K41).
 */
export const levels = ['internal', 'confidential', 'secret', 'top_secret'] as const;
export type Level = (typeof levels)[number];

/** Levels a terminal, a carrier under state-secret regime or a printed mark may have. */
export const stateSecretLevels = ['confidential', 'secret', 'top_secret'] as const;
export type StateSecretLevel = (typeof stateSecretLevels)[number];

export const levelZh: Readonly<Record<Level, string>> = {
  internal: '内部',
  confidential: '秘密',
  secret: '机密',
  top_secret: '绝密',
};

/** 0 for no level, then 内部 1, 秘密 2, 机密 3, 绝密 4. For comparing, never for showing. */
export function rankOf(level: Level | null | undefined): number {
  return level === null || level === undefined ? 0 : levels.indexOf(level) + 1;
}

/** True when the level is one of the three of the law. */
export function isStateSecret(level: Level | null | undefined): level is StateSecretLevel {
  return rankOf(level) > 1;
}

/** The highest of the given levels, or null when there is none. */
export function highest(all: Iterable<Level | null | undefined>): Level | null {
  let top: Level | null = null;
  for (const level of all) if (level !== null && level !== undefined && rankOf(level) > rankOf(top)) top = level;
  return top;
}

/** Reads 绝密, 机密级, 'secret', 'topSecret'…; null when it names no level. */
export function levelFrom(text: string): Level | null {
  const tidy = text.trim().replace(/级$/, '');
  for (const level of levels) if (levelZh[level] === tidy || level === tidy) return level;
  return tidy === 'topSecret' ? 'top_secret' : null;
}

/** The mark in the form of the law's templates, 机密★20年; null for what may not be marked. */
export function markOf(level: Level | null | undefined, period: string | null | undefined): string | null {
  if (!isStateSecret(level)) return null;
  return period ? `${levelZh[level]}★${period}` : levelZh[level];
}
