import { fold, quoted } from './text.ts';
import { chineseNumber } from './numbers.ts';

/** 密级 as the answer of an import says it. '' is "no marking". */
export type LevelWord = '绝密' | '机密' | '秘密' | '内部' | '公开' | '';

export type LevelReading = {
  level: LevelWord;
  /** The period in the same cell (机密★20年), '' when there is none. */
  period: string;
  problem?: { code: string; messageZh: string; rejects: boolean };
};

/** Level words at the start of a cell, longest first so that 绝密级 is not read as something else. */
const words: readonly (readonly [RegExp, LevelWord])[] = [
  [/^绝密级?/, '绝密'],
  [/^机密级?/, '机密'],
  [/^秘密级?/, '秘密'],
  [/^(内部资料|内部文件|内部使用|内部级?)/, '内部'],
  [/^(主动公开|依申请公开|公开发布|公开级?)/, '公开'],
  [/^(无密级|非涉密|不涉密|未涉密|非密|无密|普通件?|平件|一般件?|普件|未定密|不定密|无)/, ''],
];
const shortWords: Readonly<Record<string, LevelWord>> = { 绝: '绝密', 机: '机密', 秘: '秘密', 内: '内部' };
const none: LevelReading = { level: '', period: '' };

/** 保密期限 as marks show it: 5年, 6个月, 长期, 2030年12月31日, 解密条件 in words. '' when blank. */
export function readPeriod(text: string): string {
  const said = fold(text.slice(0, 500)).replace(/^[★☆*＊●◆:：,，;；·\-—()[\]【】]+|[()[\]【】]+$/g, '').replace(/^保密期限[:：]?/, '');
  if (said.length > 60) return said;
  if (said === '' || /^(无|\/|—|-|——)$/.test(said)) return '';
  if (/^长期(保密)?$|^永久$/.test(said)) return '长期';
  const span = /^(\d+|[一二两三四五六七八九十百廿卅]+)(年|个?月|[天日])?$/.exec(said);
  if (span === null) return said;
  const count = /^\d/.test(span[1] ?? '') ? Number(span[1]) : chineseNumber(span[1] ?? '');
  if (count === null) return said;
  // A bare number in a column of periods is years: nothing else is counted without its unit (国家秘密标志, GB/T 9704 7.2.2).
  const unit = span[2] ?? '年';
  return `${count}${unit.endsWith('月') ? '个月' : unit}`;
}

/**
 * Reads a level cell, with or without the period behind it: 秘 密, 机密级, 机密★20年, 秘密☆5年, 秘密（5年）, 秘密*3年.
 * What names no level is refused, not guessed: the level decides everything that follows. Several levels in one cell give
 * the highest and a doubt. Source: 保守国家秘密法（2024）第十四条, 国家秘密标志 ★.
 */
export function readLevel(text: string, label = '密级'): LevelReading {
  const said = fold(text);
  if (said === '' || /^[/\\\-—–.]+$/.test(said)) return none;
  if (said.length > 60) return unreadable(text, label);
  const short = Object.hasOwn(shortWords, said) ? shortWords[said] : undefined;
  if (short !== undefined) return { level: short, period: '' };

  for (const [pattern, level] of words) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const rest = said.slice(found[0].length);
    if (rest === '') return { level, period: '' };
    const others = [...said.matchAll(/绝密|机密|秘密|内部|公开/g)].map((m) => m[0] as LevelWord);
    if (new Set(others).size > 1) {
      const top = (['绝密', '机密', '秘密', '内部', '公开'] as const).find((w) => others.includes(w)) ?? level;
      return {
        level: top,
        period: '',
        problem: { code: 'levelSeveral', rejects: false, messageZh: `${label}读到${quoted(text)}，写了不止一个密级，已按其中最高的“${top}”填入，请对照原件核对。` },
      };
    }
    if (/解密|解除|降/.test(rest)) {
      return {
        level,
        period: '',
        problem: { code: 'levelChanged', rejects: false, messageZh: `${label}读到${quoted(text)}，看来密级已有变更或解除，已按“${level}”填入，请核对后办理变更或解密登记。` },
      };
    }
    const mark = /^[★☆*＊●◆✩✭⭐·:：,，;；(（[【\-—/](.*)$|^(\d.*|长期.*|[一二两三四五六七八九十]+年)$/u.exec(rest);
    if (mark !== null) return { level, period: level === '' || level === '公开' ? '' : readPeriod(rest) };
    return unreadable(text, label);
  }
  return unreadable(text, label);
}

function unreadable(text: string, label: string): LevelReading {
  return {
    ...none,
    problem: {
      code: 'levelUnreadable',
      rejects: true,
      messageZh: `${label}读到${quoted(text)}，不是绝密、机密、秘密、内部、公开中的任何一种（保守国家秘密法第十四条），无法确定按哪一级管理；请改正后重新导入。`,
    },
  };
}
