import type { Parameter } from './parameter.ts';

const REG = '《实施条例》（2024）';
type Rest = Omit<Parameter, 'key' | 'titleZh' | 'default'>;
const one = (key: string, titleZh: string, value: unknown, rest: Rest): Parameter => ({ key, titleZh, default: value, ...rest });
const window = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])至(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Table B, the rows of group 2.8, and how often a unit checks itself. */
export const countingParameters: readonly Parameter[] = [
  one('recall.window', '年度清退期间', '12-01至12-31', { pattern: window, patternZh: '写作月-日至月-日，在同一年内，如 12-01至12-31', unit: '', source: '000-1M 35', bound: '每年清退（二手）', who: 'S', rules: ['P112'] }),
  one('recall.dates', '保密部门规定的清退日', ['无'], { pattern: /^(无|(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/, patternZh: '写作月-日，如 06-30；没有规定的写“无”', unit: '', source: '003-7', bound: `${REG}第二十七条第九项`, who: 'S', rules: ['P113'] }),
  one('recall.leadDays', '清退提前提醒', 7, { min: 1, max: 60, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P114', 'P113'] }),
  one('stocktake.everyMonths', '清点周期', 3, { min: 1, max: 12, unit: '月', source: 'product', bound: '每年至少清点一次（二手）', who: 'S', rules: ['P116'] }),
  one('stocktake.counter', '清点人', 'keeperPlusIndependent', { allowed: ['keeperPlusIndependent', 'independentOnly'], unit: '', source: '004-4', bound: '', who: 'S', rules: ['P117'] }),
  one('storage.ownCabinetTopSecret', '绝密专柜', true, { unit: '', source: '003-14 3', bound: '绝密专柜存放（二手）', who: 'F', rules: ['P067', 'P120'] }),
  one('storage.mixedCabinet', '涉密与普通材料混存', 'deny', { allowed: ['deny', 'warn'], unit: '', source: '003-7', bound: '', who: 'S+H', rules: ['P121'] }),
  one('storage.checkEveryMonths', '库房柜具检查周期', 3, { min: 1, max: 12, unit: '月', source: 'product', bound: '', who: 'S', rules: ['P122'] }),
  one('selfCheck.everyMonths', '保密自查周期', 1, { min: 1, max: 12, unit: '月', source: 'C24', bound: `${REG}第五十八条`, who: 'S', rules: ['L050', 'P115'] }),
];
