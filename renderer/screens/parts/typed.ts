import type { Period } from '#shared/contract/inputs.ts';
import { levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';

/** Full-width digits, letters and brackets as a Chinese input method types them, back to the narrow ones. */
export const narrow = (text: string): string => text.normalize('NFKC').trim();

/** 文号 in the form offices print: the year stands in 〔〕. */
export function tidyDocNumber(text: string): string {
  return text.trim().replace(/[０-９]/g, (d) => narrow(d)).replace(/[[【（(〔［]\s*((?:19|20)\d{2})\s*[\]】）)〕］]/u, '〔$1〕');
}

/** 保密期限 as typed: `10`, `10年`, `6个月`, `20360910`, `长期`, a condition, or nothing (not marked). */
export function readPeriod(text: string): Period {
  const typed = narrow(text);
  if (typed === '' || typed === '未标明') return { unmarked: true };
  if (typed === '长期') return { longTerm: true };
  const years = /^(\d{1,3})\s*年?$/u.exec(typed);
  if (years !== null) return { years: Number(years[1]) };
  const months = /^(\d{1,3})\s*个?月$/u.exec(typed);
  if (months !== null) return { months: Number(months[1]) };
  const day = /^(\d{4})[-.年/]?(\d{2})[-.月/]?(\d{2})日?$/u.exec(typed);
  if (day !== null) return { until: `${day[1] ?? ''}-${day[2] ?? ''}-${day[3] ?? ''}` };
  return { condition: text.trim() };
}

/** The words after the star of the mark: 10年, 6个月, 2036-09-10; empty when nothing is printed there. */
export function periodZh(period: Period): string {
  if ('years' in period) return `${period.years}年`;
  if ('months' in period) return `${period.months}个月`;
  if ('until' in period) return period.until;
  if ('longTerm' in period) return '长期';
  return 'condition' in period ? period.condition : '';
}

/** Names between commas, enumeration commas or spaces; each once. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/[、，,;；\s]+/u).map((n) => n.trim()).filter((n) => n !== ''))];
}

/** Level above the terminal is refused where it is chosen (ui 6, sentence 3). Null when the level may be recorded here. */
export function levelRefusal(level: string, terminal: Level): string | null {
  if (level === '' || !(level in levelZh) || rankOf(level as Level) <= rankOf(terminal)) return null;
  return `不得登记。本终端为${levelZh[terminal]}级，不能登记${levelZh[level as Level]}载体，依据《保守国家秘密法》（2024）第三十一条、《保守国家秘密法实施条例》（2024）第三十二条。请在相应密级的终端登记。`;
}
