import type { Parameter } from './parameter.ts';

const LAW = '《保守国家秘密法》（2024）';
const REG = '《实施条例》（2024）';
const one = (key: string, titleZh: string, value: unknown, rest: Omit<Parameter, 'key' | 'titleZh' | 'default'>): Parameter => ({ key, titleZh, default: value, ...rest });
const ladder = ['criticism', 'warning', 'demerit', 'demotion', 'removal', 'dismissal', 'fine', 'prosecution'];

/** Table B, the rest of group 2.9 and groups 2.10–2.12. */
export const endingParameters: readonly Parameter[] = [
  one('destruction.longTermRecords', '销毁登记保存', 'permanent', { allowed: ['permanent'], unit: '', source: 'product', bound: '长期保存（二手）', who: 'F', rules: ['P133', 'L026'] }),
  one('leaving.revokeWithinDays', '离岗取消权限时限', 0, { min: 0, max: 0, unit: '日', source: '001-T 6.5', bound: `${REG}第五十三条`, who: 'F', rules: ['P142'] }),
  one('handover.approver', '保密员交接批准人', 'supervisingLeader', { allowed: ['supervisingLeader', 'unitHead'], unit: '', source: '003-10 26', bound: '', who: 'S', rules: ['P136'] }),
  one('cipher.keepers', '密码电报保管人数', 1, { min: 1, max: 2, unit: '人', source: '003-6 五', bound: '', who: 'S', rules: ['P144'] }),
  one('cipher.copy', '复制密码电报', 'never', { allowed: ['never'], unit: '', source: 'C19', bound: `绝密：${LAW}第二十六条第二款`, who: 'F', rules: ['P145'] }),
  one('cipher.extract', '摘录密码电报', 'designatedWithApproval', { allowed: ['designatedWithApproval', 'never'], unit: '', source: 'C19', bound: `绝密须发电单位同意：${LAW}第二十六条第二款`, who: 'S', rules: ['P146'] }),
  one('cipher.replyChannel', '复电方式', 'asReceived', { allowed: ['asReceived'], unit: '', source: '003-6 五', bound: '', who: 'F', rules: ['P148'] }),
  one('incident.anomalyRecipient', '异常情况报告对象', ['省级保密行政管理部门'], { unit: '', source: '002-F 17', bound: '', who: 'S', rules: ['P161', 'P267', 'P310'] }),
  one('incident.anomalyWithinDays', '异常情况报告时限', 1, { min: 0, max: 3, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P161', 'P267', 'P310'] }),
  one('incident.resultWithinMonths', '查处结果报告时限', 3, { min: 1, max: 3, unit: '月', source: 'law', bound: '《报告泄露国家秘密事件的规定》第五条', who: 'S', rules: ['L047'] }),
  one('incident.sanctions', '处理阶梯', ladder, { allowed: ladder, unit: '', source: '001-A 六', bound: '', who: 'S', rules: ['P159'] }),
];
