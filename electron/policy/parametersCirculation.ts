import type { Parameter } from './parameter.ts';

type Rest = Omit<Parameter, 'key' | 'titleZh' | 'default'>;
const one = (key: string, titleZh: string, value: unknown, rest: Rest): Parameter => ({ key, titleZh, default: value, ...rest });

/** Every half hour from noon to the last minute of the day: an office closes at one of them. */
const closing = [...Array.from({ length: 24 }, (_, i) => `${String(12 + Math.floor(i / 2))}:${i % 2 === 0 ? '00' : '30'}`), '23:59'];

/** Table B, the rows of circulation in group 2.3. */
export const circulationParameters: readonly Parameter[] = [
  one('circulation.routeWithinWorkingDays', '送批办时限', 1, { min: 0, max: 1, unit: '工作日', source: '003-7', bound: '', who: 'S', rules: ['P038'] }),
  one('circulation.urgentWithinDays', '急件送批办、送阅时限', 0, { min: 0, max: 1, unit: '日', source: '003-7', bound: '', who: 'S', rules: ['P040'] }),
  one('circulation.mode', '传阅方式', 'direct', { allowed: ['direct'], unit: '', source: '003-11', bound: '直传（二手）', who: 'F', rules: ['P043'] }),
  one('circulation.routerRole', '传阅人批定人', 'officeDirector', { allowed: ['officeDirector', 'leaderInCharge'], unit: '', source: '003-7', bound: '', who: 'S', rules: ['P039'] }),
  one('calendar.workdayEnd', '下班时间', '17:30', { allowed: closing, unit: '', source: 'product', bound: '', who: 'S', rules: ['P042'] }),
];
