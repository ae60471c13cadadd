import type { Parameter } from './parameter.ts';

const LAW = '《保守国家秘密法》（2024）';
const REG = '《实施条例》（2024）';
type Rest = Omit<Parameter, 'key' | 'titleZh' | 'default'>;
const one = (key: string, titleZh: string, value: unknown, rest: Rest): Parameter => ({ key, titleZh, default: value, ...rest });
const fixed = (key: string, titleZh: string, value: string, rest: Omit<Rest, 'who' | 'allowed' | 'unit'>): Parameter => one(key, titleZh, value, { ...rest, allowed: [value], unit: '', who: 'F' });
const grades = [['grade1', '一级'], ['grade2', '二级'], ['grade3', '三级']] as const;

/** Table B, the rows of group 2.1 that the entry of an item alone does not need. */
export const classificationParameters: readonly Parameter[] = [
  fixed('item.regime', '密级只属国家秘密', 'state_secret', { source: 'C20', bound: `${LAW}第十四条、第二十二条第三款、第六十四条`, rules: ['P001', 'P007', 'P014', 'P020', 'L016'] }),
  fixed('period.formRequired', '期限、解密时间、解密条件三者须有其一', 'oneOf', { source: '002-B2 11', bound: `${LAW}第二十条`, rules: ['P004'] }),
  fixed('period.expiryEffect', '期限届满的效力', 'automaticRelease', { source: 'law', bound: `届满自行解密：${LAW}第二十四条`, rules: ['P005', 'P005-A'] }),
  one('period.expiryHandling', '期限届满后的处理', 'holdUntilChecked', { allowed: ['holdUntilChecked', 'immediate'], unit: '', source: 'product', bound: '', who: 'S', rules: ['P005', 'P005-A'] }),
  fixed('classification.deciderRole', '决定密级的人', '定密责任人', { source: 'law', bound: `${LAW}第十六条；${REG}第十七条`, rules: ['P013', 'L001', 'L002'] }),
  one('classification.officers', '定密责任人（姓名 最高密级 业务范围）', ['主要负责人 绝密'], { pattern: /^\S+ (绝密|机密|秘密)( .+)?$/u, patternZh: '写作“姓名 最高密级 业务范围”，以空格分开', unit: '', source: 'law', bound: `${LAW}第十六条；${REG}第十四条`, who: 'S+H', rules: ['L002'] }),
  one('classification.submitWithinWorkingDays', '拟定密级报请时限', 10, { min: 1, max: 10, unit: '工作日', source: 'law', bound: `${REG}第二十五条`, who: 'S', rules: ['P006', 'L005'] }),
  one('classification.answerWithinWorkingDays', '报请后的答复时限', 10, { min: 10, max: 10, unit: '工作日', source: 'law', bound: `${REG}第二十五条`, who: 'F', rules: ['P006', 'L005'] }),
  one('mark.position.paper', '标志位置（纸介质）', 'topLeftFrontPage', { allowed: ['topLeftFrontPage'], unit: '', source: '002-B3 3', bound: `明显位置：${REG}第二十一条`, who: 'S', rules: ['P008'] }),
  one('mark.position.electronic', '标志位置（电子文件）', 'fileNameSuffix', { allowed: ['fileNameSuffix'], unit: '', source: '002-B3 3', bound: `明显位置：${REG}第二十一条`, who: 'S', rules: ['P008'] }),
  one('mark.position.object', '标志位置（介质、设备、密品）', 'shellAndPackaging', { allowed: ['shellAndPackaging', 'shell', 'packaging'], unit: '', source: '002-B3 3', bound: `明显位置：${REG}第二十一条`, who: 'S', rules: ['P008'] }),
  one('handling.unmarkedPartyDocument', '无密级党内文件', 'asClassified', { allowed: ['asClassified', 'asInternal'], unit: '', source: '003-7 （一）3', bound: `不标密级：${LAW}第二十二条第三款`, who: 'S', rules: ['P018'] }),
  ...grades.map(([key, zh]) => one(`commercialSecret.approver.${key}`, `商业秘密批准人（${zh}）`, key === 'grade3' ? 'departmentHead' : 'generalManager', { allowed: ['generalManager', 'departmentHead'], unit: '', source: '000-4', bound: '', who: 'S', rules: ['P014'] })),
  one('commercialSecret.releaseConsent', '商业秘密解密、延期须上级同意', 'higherSecrecyOffice', { allowed: ['higherSecrecyOffice', 'none'], unit: '', source: '000-1M 29', bound: '', who: 'S', rules: ['P015'] }),
  one('commercialSecret.readers.grade1', '可知悉商业秘密的职务（一级）', ['董事', '监事', '总经理'], { unit: '', source: '003-10 15', bound: '', who: 'S', rules: ['P020'] }),
  one('commercialSecret.readers.grade2', '可知悉商业秘密的职务（二级）', ['董事', '监事', '总经理', '总监'], { unit: '', source: '003-10 16', bound: '', who: 'S', rules: ['P020'] }),
  one('commercialSecret.readers.grade3', '可知悉商业秘密的职务（三级）', ['董事', '监事', '总经理', '总监', '部门经理', '部门负责人'], { unit: '', source: '003-10 17', bound: '', who: 'S', rules: ['P020'] }),
  one('commercialSecret.expiryLeadDays', '商业秘密到期提前提醒', 90, { min: 30, max: 365, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P016'] }),
];
