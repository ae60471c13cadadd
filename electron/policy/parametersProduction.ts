import type { StateSecretLevel } from '#shared/levels.ts';
import type { Parameter } from './parameter.ts';

const LAW = '《保守国家秘密法》（2024）';
const REG = '《实施条例》（2024）';
type Rest = Omit<Parameter, 'key' | 'titleZh' | 'default'>;
const one = (key: string, titleZh: string, value: unknown, rest: Rest): Parameter => ({ key, titleZh, default: value, ...rest });
const LEVELS: readonly [string, StateSecretLevel, string][] = [['topSecret', 'top_secret', '绝密'], ['secret', 'secret', '机密'], ['confidential', 'confidential', '秘密']];
const channels = ['confidential_transport', 'confidential_post', 'courier'];
const employments = ['probation', 'temporary', 'intern', 'external_expert', 'seconded', 're_employed', 'regular_contract', 'staff'];

/** Table B, the rows of groups 2.2, dispatch of 2.3 and conveyance of 2.7. */
export const productionParameters: readonly Parameter[] = [
  one('production.requiredFields', '送印前须定的事项', ['level', 'period', 'scope', 'copies', 'retention', 'returnBy'], {
    allowed: ['level', 'period', 'scope', 'copies', 'retention', 'returnBy', 'basis', 'secretPoints'], floor: ['level', 'period', 'scope'], unit: '', source: '000-1M 30', bound: `${LAW}第十九条`, who: 'S', rules: ['P010'] }),
  one('production.approver', '印制批准人', 'leaderInCharge', { allowed: ['leaderInCharge', 'principalLeader'], unit: '', source: '003-6 二', bound: '', who: 'S', rules: ['P022'] }),
  one('production.signChain.ordinary', '会签次序（一般公文）', ['科室负责人', '主管领导', '单位负责人'], { unit: '', source: '003-1 一', bound: '', who: 'S', rules: ['P023'] }),
  one('production.signChain.normative', '会签次序（规范性文件）', ['科室负责人', '办公室', '法制机构', '主管领导', '单位负责人'], { unit: '', source: '003-1 一', bound: '', who: 'S', rules: ['P023'] }),
  one('production.outsideApprover', '外印批准人', 'unitHead', { allowed: ['unitHead', 'leaderInCharge'], unit: '', source: '003-1 二', bound: '', who: 'S', rules: ['P028'] }),
  one('production.outsidePartner', '外单位承制', 'qualifiedWithAgreement', { allowed: ['qualifiedWithAgreement', 'forbidden'], unit: '', source: '000-1M 32', bound: `${LAW}第四十一条、第四十二条；${REG}第二十七条第一项`, who: 'S', rules: ['P027', 'L024'] }),
  one('production.countTolerance', '份数允许出入', 0, { min: 0, max: 0, unit: '份', source: '003-11', bound: '', who: 'F', rules: ['P024', 'P032'] }),
  one('production.wasteMode', '废页处理', 'destroySameDay', { allowed: ['destroySameDay', 'sealedContainer'], unit: '', source: 'C10', bound: '及时销毁（二手）', who: 'S', rules: ['P029'] }),
  one('production.wasteWithinDays', '封存废页的销毁期限', 0, { min: 0, max: 7, unit: '日', source: '000-1M 32', bound: '及时销毁（二手）', who: 'S', rules: ['P029'] }),
  one('production.masterDisposition', '电子底稿处置', 'perRun', { allowed: ['perRun'], unit: '', source: '003-10 27', bound: '', who: 'F', rules: ['P030'] }),
  one('production.fileOriginalWithinDays', '原稿归档期限', 30, { min: 1, max: 90, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P035'] }),
  one('department.delegates', '部门收件人', 'headOrDelegate', { allowed: ['headOrDelegate', 'delegateOnly'], unit: '', source: '003-10 28', bound: `绝密专人收发：${REG}第二十九条第一项`, who: 'S', rules: ['P048', 'P055-F'] }),
  one('dispatch.excludedEmployment', '不得发文的用工性质', ['probation'], { allowed: employments, unit: '', source: '003-10 28', bound: '', who: 'S', rules: ['P049'] }),
  ...LEVELS.map(([name, level, zh]) => one(`conveyance.channels.${name}`, `传递渠道（${zh}）`, level === 'top_secret' ? channels : [...channels, 'exchange_station'], {
    allowed: level === 'top_secret' ? channels : [...channels, 'exchange_station'], unit: '', source: '000-1M 36', bound: `${LAW}第二十八条；${REG}第二十七条第三项`, who: 'S', rules: ['P098', 'P103'] })),
  ...LEVELS.map(([name, level, zh]) => one(`conveyance.escorts.${name}`, `专人投送人数（${zh}）`, level === 'top_secret' ? 2 : 1, {
    min: level === 'top_secret' ? 2 : 1, max: 9, unit: '人', source: 'product', bound: level === 'top_secret' ? `${REG}第二十九条第二项` : '', who: 'S', rules: ['P100'] })),
  one('conveyance.receiptDays', '回执期限', 15, { min: 1, max: 30, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P102'] }),
];
