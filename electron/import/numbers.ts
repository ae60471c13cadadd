import { fold } from './text.ts';

const digits: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, '○': 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** 十二 → 12, 二十 → 20, 三百零五 → 305, 廿一 → 21; null when it is no Chinese numeral below ten thousand. */
export function chineseNumber(text: string): number | null {
  const spelled = text.replace(/廿/g, '二十').replace(/卅/g, '三十');
  let total = 0;
  let pending: number | null = null;
  for (const c of spelled) {
    const unit = Object.hasOwn(units, c) ? units[c] : undefined;
    const digit = Object.hasOwn(digits, c) ? digits[c] : undefined;
    if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = null;
    } else if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = digit;
    } else return null;
  }
  return spelled === '' ? null : total + (pending ?? 0);
}

const countUnits = '(?:份|件|本|册|张|套|个|枚|盘|盒|卷|台|部|只|块|页|枝|支|页码|p)';

/** A count as people write it: 2, ２, 2份, 2 份, 贰份, 一式三份, 共5份. Null when it is not one clear whole number. */
export function readCount(text: string): number | null {
  if (text.length > 40) return null;
  const said = fold(text).replace(/^(共计?|一式|各|计)/, '').replace(new RegExp(`${countUnits}$`, 'i'), '');
  if (/^\d{1,7}(?:\.0+)?$/.test(said)) return Number.parseInt(said, 10);
  return chineseNumber(said);
}
