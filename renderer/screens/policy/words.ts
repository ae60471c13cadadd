import { outcomeZh } from '#shared/decision.ts';
import { levelFrom, levelZh } from '#shared/levels.ts';
import type { PolicyLine, RuleLine } from '../../app/answers.ts';

const unitZh: Readonly<Record<string, string>> = { days: '日', day: '日', months: '个月', month: '个月', years: '年', year: '年', hours: '小时', minutes: '分钟', items: '件', persons: '人', times: '次', working_days: '个工作日', workingDays: '个工作日', percent: '%', count: '', none: '', '': '' };

/** The codes parameters choose from. */
const codeZh: Readonly<Record<string, string>> = {
  approved_classified_network: '经批准的涉密网', askOriginator: '询问制发机关', authority_facility: '保密行政管理部门销毁机构', designated_unit: '指定承销单位', own_equipment: '本单位合规设备', certificate: '上岗证有效', chemical: '化学处理',
  code_cabinet: '密码文件柜', code_safe: '密码保险柜', iron_cabinet: '铁皮柜', degauss: '消磁', physical: '物理销毁', pulp: '化浆', shred: '粉碎', either: '两种均可', generalOffice: '办公室', hard: '必须', soft: '提示', off: '不要求', highestSession: '按最高一次',
  inkOnForm: '纸面签名', ownPassword: '本人口令', leaderInCharge: '分管领导', principalLeader: '主要负责人', namedDelegate: '指定负责人', secrecyOffice: '保密工作机构', ownerAndBorrowerLeader: '双方领导', maximum: '按最长期限', never: '不准', no: '否', none: '无', notCoolingOff: '不在脱密期',
  ownerLeader: '保管方领导（同一部门内）', officeDirector: '办公室负责人', unitHead: '单位负责人', exception: '例外批准', ordinary: '凭单借出', permit: '须有出境许可证', stateRuleCited: '须有国家规定', meeting: '会议', work: '公务', delivery: '送达', foreign_affairs: '涉外活动', private_visit: '探亲访友', sightseeing: '参观游览', home: '带回住所', social: '社交', other: '其他',
  notSuspended: '未暂停接触', onPost: '在岗', screened: '审查合格', trained: '培训合格', undertaking: '承诺书有效', notRequired: '不要求', required: '必须', originator: '原定密机关', originatorConsent: '原定密机关同意', perLevelClass: '按密级分列', personPreferred: '以到人为主', personRequired: '必须到人', strict: '从严',
};

/** A value of a parameter as people read it. */
export function wordOf(value: unknown, unit = ''): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((v) => wordOf(v)).join('、');
  if (typeof value === 'number') return `${value.toLocaleString('zh-CN')}${unitZh[unit] ?? (/^\p{Script=Han}/u.test(unit) ? unit : ` ${unit}`)}`;
  if (typeof value === 'object') return JSON.stringify(value);
  const level = levelFrom(String(value));
  return level === null ? (codeZh[String(value)] ?? String(value)) : levelZh[level];
}

/** The lawful range: bounds, or the values one may choose from. */
export function rangeOf(p: PolicyLine): string {
  if (p.allowed !== undefined && p.allowed.length > 0) return p.allowed.map((a) => wordOf(a, p.unit)).join('、');
  if (p.min === undefined && p.max === undefined) return '—';
  return `${p.min === undefined ? '不限' : p.min.toLocaleString('zh-CN')}–${p.max === undefined ? '不限' : wordOf(p.max, p.unit)}`;
}

/** Who may change it. */
export function whoZh(who: string): string {
  if (/^F/i.test(who)) return '固定，不可改';
  return /H/.test(who) ? '须负责人同意' : '安全保密管理员';
}

export const isFixed = (who: string): boolean => /^F/i.test(who);
export const needsHead = (who: string): boolean => /H/.test(who);

export const outcomeWord = (r: RuleLine): string => (r.checklistOnly === true ? '检查项' : outcomeZh[r.outcome]);

/**
 * What was typed as the value a parameter takes, in the kind of its present value. Out: undefined when it is no such value.
 */
export function readValue(typed: string, like: unknown): string | number | boolean | string[] | undefined {
  const text = typed.normalize('NFKC').trim();
  if (typeof like === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (typeof like === 'boolean') return text === '是' || text === 'true' ? true : text === '否' || text === 'false' ? false : undefined;
  if (Array.isArray(like)) return text === '' ? [] : text.split(/[、，,\s]+/u).filter((s) => s !== '');
  return text === '' ? undefined : text;
}
