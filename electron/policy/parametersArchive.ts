import type { Parameter } from './parameter.ts';

const LAW = '《保守国家秘密法》（2024）';
const REG = '《实施条例》（2024）';

type Rest = Omit<Parameter, 'key' | 'titleZh' | 'default'>;
const one = (key: string, titleZh: string, value: unknown, rest: Rest): Parameter => ({ key, titleZh, default: value, ...rest });

const LEVELS = [['topSecret', '绝密'], ['secret', '机密'], ['confidential', '秘密']] as const;
/** Purposes for which nothing is ever taken along; a unit may add its own, these stay. */
const neverFor = ['private_visit', 'sightseeing', 'home', 'social'];

/** Table B, groups 2.5 to 2.7: archives, extracts, carrying out. */
export const archiveParameters: readonly Parameter[] = [
  one('archive.outOfListApprover', '分发范围外借档批准人', 'generalOffice', { allowed: ['generalOffice', 'leaderInCharge'], unit: '', source: '003-10 33', bound: `知悉范围：${LAW}第二十一条第三款`, who: 'S', rules: ['P077'] }),
  one('archive.consultApprover', '查阅档案批准人', 'officeDirector', { allowed: ['officeDirector', 'leaderInCharge'], unit: '', source: '003-15 二', bound: '', who: 'S', rules: ['P078', 'P080'] }),
  one('archive.loanOut', '档案借出档案室', 'exception', { allowed: ['never', 'exception', 'ordinary'], unit: '', source: 'C21', bound: '', who: 'S', rules: ['P081'] }),
  one('archive.copyApprover', '档案复制摘抄批准人', 'unitHead', { allowed: ['unitHead', 'never'], unit: '', source: '003-10 33', bound: `绝密另须原定密机关同意：${LAW}第二十六条第二款`, who: 'S', rules: ['P097'] }),
  ...LEVELS.slice(1).map(([name, zh]) => one(`extract.approver.${name}`, `摘抄批准人（${zh}）`, 'leaderInCharge', { allowed: ['leaderInCharge', 'principalLeader', 'never'], unit: '', source: '000-1M 33', bound: `${REG}第二十七条第五项`, who: 'S', rules: ['P090'] })),
  ...LEVELS.map(([name, zh]) => one(`carryOut.approver.${name}`, `携带外出批准人（${zh}）`, name === 'topSecret' ? 'principalLeader' : 'leaderInCharge', { allowed: ['principalLeader', 'leaderInCharge', 'never'], unit: '', source: 'C07', bound: '', who: 'S', rules: ['P105'] })),
  ...LEVELS.map(([name, zh]) => one(`carryOut.escorts.${name}`, `携带外出人数（${zh}）`, name === 'topSecret' ? 2 : 1, { min: name === 'topSecret' ? 2 : 1, max: 9, unit: '人', source: 'law', bound: name === 'topSecret' ? `${REG}第二十九条第二项` : '', who: 'S', rules: ['P105-E'] })),
  one('carryOut.maxDays', '携带外出最长天数', 15, { min: 1, max: 60, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P106'] }),
  one('carryOut.mediaApprover', '存储介质外出批准人', 'unitHead', { allowed: ['unitHead'], unit: '', source: '000-9.2', bound: '', who: 'S', rules: ['P110'] }),
  one('carryOut.forbiddenPurposes', '不得携带外出的用途', neverFor, { allowed: ['meeting', 'work', 'delivery', 'foreign_affairs', ...neverFor, 'other'], floor: neverFor, unit: '', source: '000-9.1', bound: '', who: 'S', rules: ['P109'] }),
  ...LEVELS.map(([name, zh]) => one(`border.requirement.${name}`, `出境要求（${zh}）`, name === 'topSecret' ? 'stateRuleCited' : 'permit', { allowed: [name === 'topSecret' ? 'stateRuleCited' : 'permit', 'never'], unit: '', source: '000-1M 33', bound: `${LAW}第二十八条；${REG}第二十九条第五项`, who: 'S', rules: ['P107'] })),
];
