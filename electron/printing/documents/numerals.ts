// Numbers as paper wants them.

const CAPITALS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS = ['', '拾', '佰', '仟'];

/** 107 → 壹佰零柒, for totals nobody may alter with a stroke. Whole numbers from 0 to 99,999,999; else a RangeError. */
export function capitalNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) throw new RangeError('capitalNumber takes whole numbers from 0 to 99,999,999');
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return section(low);
  return `${section(high)}万${low === 0 ? '' : (low < 1000 ? '零' : '') + section(low)}`;
}

function section(value: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) { gap = text !== ''; continue; }
    text += (gap ? '零' : '') + (CAPITALS[digit] ?? '') + (UNITS[place] ?? '');
    gap = false;
  }
  return text;
}

/** 2026-11-20 → 2026 年 11 月 20 日; anything else is returned as it came. */
export function longDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return parts ? `${parts[1] ?? ''} 年 ${Number(parts[2])} 月 ${Number(parts[3])} 日` : iso;
}

/** Thousands comma from 10,000 on. */
export function grouped(value: number): string {
  return value < 10_000 ? String(value) : value.toLocaleString('en-US');
}
