import type { Parameter } from './parameter.ts';

const LAW = '《保守国家秘密法》（2024）';
const REG = '《实施条例》（2024）';
const tiers = ['core', 'important', 'general'];
const one = (key: string, titleZh: string, value: unknown, rest: Omit<Parameter, 'key' | 'titleZh' | 'default'>): Parameter => ({ key, titleZh, default: value, ...rest });
const months = (key: string, titleZh: string, value: number, max: number, bound: string, rules: readonly string[]): Parameter => one(key, titleZh, value, { min: 1, max, unit: '月', source: 'C24', bound, who: 'S', rules });

/** Table B: who does what in the office, its classes of persons, and the rhythm of its checks (conflicts C14, C24, C26). */
export const officeParameters: readonly Parameter[] = [
  one('separation.mode', '职责分离', 'strict', { allowed: ['strict', 'reduced'], unit: '', source: 'C26', bound: `三员分设在两种方式下都不变：${REG}第三十四条`, who: 'S+H', rules: ['P117-O', 'P117', 'P117-M', 'P125', 'P411', 'P411-C'] }),
  one('separation.outsideCountMonths', '简化分工时他人清点周期', 3, { min: 1, max: 3, unit: '月', source: 'C26', bound: '', who: 'S', rules: ['P411-C'] }),
  one('person.tierScheme', '涉密人员等级', tiers, { allowed: tiers, unit: '', source: 'C14', bound: `${LAW}第四十三条第一款`, who: 'F', rules: ['P223'] }),
  one('person.tiersInUse', '本单位使用的涉密等级', tiers, { allowed: tiers, unit: '', source: 'C14', bound: '', who: 'S', rules: ['P223', 'P223-U'] }),
  months('assessment.personEveryMonths', '涉密人员考核周期', 12, 12, `列入年度考核：${REG}第六条`, ['P321']),
  months('assessment.headEveryMonths', '部门负责人检查考核周期', 3, 12, '', ['P346']),
  months('assessment.jointEveryMonths', '联合检查周期', 12, 12, '', ['P324']),
  months('inspection.computerEveryMonths', '涉密计算机检查周期', 3, 4, `定期检查：${REG}第三十四条`, ['P193']),
];
