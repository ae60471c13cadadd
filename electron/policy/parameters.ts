import type { Level, StateSecretLevel } from '#shared/levels.ts';
import type { Parameter } from './parameter.ts';
import { classificationParameters } from './parametersClassification.ts';
import { archiveParameters } from './parametersArchive.ts';
import { countingParameters } from './parametersCounting.ts';
import { circulationParameters } from './parametersCirculation.ts';
import { endingParameters } from './parametersEnding.ts';
import { officeParameters } from './parametersOffice.ts';
import { productionParameters } from './parametersProduction.ts';

export type { Parameter } from './parameter.ts';

const LAW = '《保守国家秘密法》（2024）';
const REG = '《实施条例》（2024）';
type Rest = Omit<Parameter, 'key' | 'titleZh' | 'default'>;

const one = (key: string, titleZh: string, value: unknown, rest: Rest): Parameter => ({ key, titleZh, default: value, ...rest });
const LEVELS: readonly [string, StateSecretLevel, string][] = [['topSecret', 'top_secret', '绝密'], ['secret', 'secret', '机密'], ['confidential', 'confidential', '秘密']];
/** One parameter per level, topSecret / secret / confidential. */
const perLevel = (key: string, titleZh: string, values: readonly [unknown, unknown, unknown], rest: Rest, each?: readonly [Partial<Rest>, Partial<Rest>, Partial<Rest>]): Parameter[] =>
  LEVELS.map(([name, , zh], i) => one(`${key}.${name}`, `${titleZh}（${zh}）`, values[i], { ...rest, ...each?.[i] }));

/** Table B of the policy defaults, the rows of the groups in force. Every key exists once. */
export const parameters: readonly Parameter[] = [
  // ── calendar ──
  one('calendar.holidays', '节假日安排', ['程序内置'], {
    floor: ['程序内置'], pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(至\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?[休班]$/u, patternZh: '2027-01-01休、2027-02-06至2027-02-12休、2027-02-20班',
    unit: '', source: 'product', bound: '每年按国务院办公厅的放假通知补充', who: 'S', rules: ['L040', 'CALENDAR'],
  }),
  // ── classification (2.1) ──
  ...perLevel('period.maxYears', '保密期限上限', [30, 20, 10], { min: 1, unit: '年', source: '002-B2 11', bound: `${LAW}第二十条`, who: 'S', rules: ['P002', 'L008'] }, [{ max: 30 }, { max: 20 }, { max: 10 }]),
  one('period.yearsFromMonths', '满几个月须以年为单位', 12, { min: 12, max: 12, unit: '月', source: '002-P', bound: '密级标志管理规定（二手）', who: 'F', rules: ['P003'] }),
  one('period.unmarkedAs', '未标期限的处理', 'maximum', { allowed: ['maximum', 'askOriginator'], unit: '', source: 'law', bound: '密级标志管理规定（二手）', who: 'S', rules: ['L008'] }),
  one('period.expiryLeadDays', '期限届满提前提醒', 90, { min: 30, max: 365, unit: '日', source: 'product', bound: `延长须在届满前：${LAW}第二十四条`, who: 'S', rules: ['P005'] }),
  one('period.expiryCheckDays', '期满后核对延长通知的时限', 10, { min: 1, max: 30, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P005'] }),
  one('period.reviewEveryMonths', '定密事项审核周期', 12, { min: 1, max: 12, unit: '月', source: 'product', bound: `每年审核：${LAW}第二十四条`, who: 'S', rules: ['P017'] }),
  one('unit.maxOriginalLevel', '本单位原始定密权限', 'none', { allowed: ['none', 'confidential', 'secret', 'top_secret'], unit: '', source: '002-B3 2', bound: `${LAW}第十七条`, who: 'S+H', rules: ['P006'] }),
  one('copySerial.levels', '须有份号的密级', ['top_secret', 'secret'], { allowed: ['top_secret', 'secret', 'confidential'], floor: ['top_secret'], unit: '', source: '000-1M 30', bound: '绝密、机密须编份号（二手）', who: 'S', rules: ['P011'] }),
  one('scope.granularity', '知悉范围细度', 'personPreferred', { allowed: ['personPreferred', 'personRequired'], unit: '', source: '002-B2 15', bound: `${LAW}第二十一条`, who: 'S', rules: ['P012'] }),
  one('scope.widenApprover', '扩大知悉范围的批准人', 'principalLeader', { allowed: ['principalLeader', 'namedDelegate'], unit: '', source: '003-15 一2', bound: `${LAW}第二十一条第三款`, who: 'S+H', rules: ['P045'] }),
  ...classificationParameters,
  // ── receipt and circulation (2.3) ──
  one('receipt.registerWithinDays', '收文登记时限', 0, { min: 0, max: 1, unit: '日', source: '003-7', bound: `登记义务：${REG}第二十七条第二项`, who: 'S', rules: ['P036'] }),
  one('numbering.series', '编号序列', 'perLevelClass', { allowed: ['perLevelClass'], unit: '', source: '003-7', bound: `${REG}第二十七条第二项`, who: 'S+H', rules: ['P037'] }),
  one('circulation.maxDays', '传阅期限', 7, { min: 1, max: 15, softMax: 7, unit: '日', source: '003-7', bound: '', who: 'S', rules: ['P041'] }),
  ...perLevel('circulation.sameDay', '当日退还', ['hard', 'soft', 'soft'], { allowed: ['hard', 'soft', 'off'], unit: '', source: 'C06', bound: '离开时入柜（二手）', who: 'S', rules: ['P042', 'P067'] }, [{ allowed: ['hard'], who: 'F' }, {}, {}]),
  one('receipt.handInWithinWorkingDays', '会议文件交回登记时限', 1, { min: 0, max: 3, unit: '工作日', source: 'product', bound: '', who: 'S', rules: ['P056'] }),
  one('personalHold.maxDays', '个人留存上限', 7, { min: 1, max: 365, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P053'] }),
  // ── reading (2.4) ──
  one('reading.recordFrom', '知悉登记起点密级', 'secret', { allowed: ['secret', 'confidential'], unit: '', source: 'C05', bound: `${REG}第二十条`, who: 'S', rules: ['P061'] }),
  one('reading.signatureFrom', '知悉签名起点密级', 'secret', { allowed: ['secret', 'confidential'], unit: '', source: '002-B3 1', bound: `${REG}第二十条`, who: 'S', rules: ['P062'] }),
  one('reading.signatureMode', '签名方式', 'either', { allowed: ['inkOnForm', 'ownPassword', 'either'], unit: '', source: 'product', bound: '', who: 'S', rules: ['P044', 'P062'] }),
  one('reading.topSecretApprover', '绝密逐人批准人', 'leaderInCharge', { allowed: ['leaderInCharge', 'principalLeader'], unit: '', source: '000-1M 33', bound: '', who: 'S', rules: ['P063'] }),
  one('reading.tierLevel.core', '核心涉密人员可知悉', 'top_secret', { allowed: ['top_secret', 'secret', 'confidential'], unit: '', source: '002-H 35', bound: `${LAW}第四十三条`, who: 'S', rules: ['P064'] }),
  one('reading.tierLevel.important', '重要涉密人员可知悉', 'secret', { allowed: ['secret', 'confidential'], unit: '', source: '002-H 35', bound: `${LAW}第四十三条`, who: 'S', rules: ['P064'] }),
  one('reading.tierLevel.general', '一般涉密人员可知悉', 'confidential', { allowed: ['confidential'], unit: '', source: '002-H 35', bound: `${LAW}第四十三条`, who: 'F', rules: ['P064'] }),
  one('eligibility.checks', '接触条件', ['onPost', 'screened', 'trained', 'undertaking', 'certificate', 'notCoolingOff', 'notSuspended'], {
    allowed: ['onPost', 'screened', 'trained', 'undertaking', 'certificate', 'notCoolingOff', 'notSuspended'], floor: ['onPost', 'screened', 'trained', 'undertaking', 'notCoolingOff', 'notSuspended'], unit: '', source: '002-H 36', bound: `${LAW}第四十三条、第四十六条；${REG}第五十条`, who: 'S', rules: ['P065'] }),
  one('training.validMonths', '保密培训有效月数', 12, { min: 6, max: 12, unit: '月', source: 'product', bound: `定期教育：${REG}第九条`, who: 'S', rules: ['P065'] }),
  one('screening.everyMonths.core', '复审周期（核心）', 12, { min: 6, max: 12, unit: '月', source: 'C17', bound: `定期复审：${REG}第五十条`, who: 'S', rules: ['P065', 'P233'] }),
  one('screening.everyMonths.important', '复审周期（重要）', 36, { min: 6, max: 36, unit: '月', source: 'C17', bound: `定期复审：${REG}第五十条`, who: 'S', rules: ['P065', 'P233'] }),
  one('screening.everyMonths.general', '复审周期（一般）', 60, { min: 6, max: 60, unit: '月', source: 'C17', bound: `定期复审：${REG}第五十条`, who: 'S', rules: ['P065', 'P233'] }),
  one('reading.places.topSecret', '绝密阅读场所', ['保密室', '机要室', '阅文室'], { unit: '', source: '000-1M 33', bound: `${REG}第二十七条第四项、第二十九条第三项`, who: 'S', rules: ['P067'] }),
  one('reading.places.other', '机密、秘密阅读场所（“本单位”即本单位办公场所都可以）', ['本单位'], { unit: '', source: '000-1M 33', bound: `${REG}第二十七条第四项`, who: 'S', rules: ['P066'] }),
  one('reading.places.forbidden', '不得使用涉密载体的场所', ['家中', '住所', '宾馆', '酒店', '咖啡', '车上', '公共场所', '餐厅', '网吧'], { unit: '', source: '000-1M 33', bound: `${REG}第二十七条第四项`, who: 'S', rules: ['P066'] }),
  // ── loans (2.5) ──
  one('loan.days', '借阅期限', 7, { min: 1, max: 30, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P075'] }),
  one('loan.remindDays', '借阅到期提前提醒', 1, { min: 0, max: 7, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P075'] }),
  one('loan.approvers', '借阅批准人', 'ownerAndBorrowerLeader', { allowed: ['ownerAndBorrowerLeader', 'ownerLeader'], unit: '', source: '003-10 30', bound: '', who: 'S', rules: ['P073'] }),
  // ── copies (2.6) ──
  one('copy.topSecret', '复制绝密', 'originatorConsent', { allowed: ['originatorConsent', 'never'], unit: '', source: 'C03', bound: `${LAW}第二十六条第二款；${REG}第二十九条第四项`, who: 'S', rules: ['P085'] }),
  one('copy.approver.secret', '复制批准人（机密）', 'leaderInCharge', { allowed: ['leaderInCharge', 'principalLeader', 'never'], unit: '', source: 'C04', bound: `${REG}第二十七条第五项`, who: 'S', rules: ['P086'] }),
  one('copy.approver.confidential', '复制批准人（秘密）', 'leaderInCharge', { allowed: ['leaderInCharge', 'principalLeader', 'never'], unit: '', source: 'C04', bound: `${REG}第二十七条第五项`, who: 'S', rules: ['P086'] }),
  one('copy.originatorConsent.secret', '复制机密须制发机关同意', 'notRequired', { allowed: ['notRequired', 'required'], unit: '', source: 'C04', bound: '', who: 'S', rules: ['P086'] }),
  one('copy.originatorConsent.confidential', '复制秘密须制发机关同意', 'notRequired', { allowed: ['notRequired', 'required'], unit: '', source: 'C04', bound: '', who: 'S', rules: ['P086'] }),
  one('copy.returnDays', '复制件收回期限', 30, { min: 1, max: 365, unit: '日', source: 'product', bound: '', who: 'S', rules: ['P089'] }),
  one('extract.approver.topSecret', '摘抄绝密', 'originator', { allowed: ['originator', 'never'], unit: '', source: '000-1M 33', bound: `${LAW}第二十六条第二款；${REG}第二十九条第四项`, who: 'S', rules: ['P085', 'P090'] }),
  // ── storage (2.8) ──
  ...perLevel('storage.cabinetFor', '存放柜具', ['code_safe', 'code_cabinet', 'code_cabinet'], { allowed: ['code_safe', 'code_cabinet'], unit: '', source: 'C09', bound: '密码柜（二手）', who: 'S', rules: ['P120'] }, [{ allowed: ['code_safe'] }, {}, {}]),
  // ── destruction (2.9) ──
  one('destruction.supervisors', '监销人数', 2, { min: 2, max: 9, unit: '人', source: 'C08', bound: '二人以上监销（二手）', who: 'S', rules: ['P124'] }),
  one('destruction.keeperMayWitness', '保管人兼任监销', 'no', { allowed: ['no'], unit: '', source: '004-4', bound: '', who: 'F', rules: ['P125'] }),
  ...perLevel('destruction.approver', '销毁批准人', ['leaderInCharge', 'leaderInCharge', 'leaderInCharge'], { allowed: ['leaderInCharge', 'principalLeader'], unit: '', source: 'C08', bound: `${REG}第二十八条`, who: 'S', rules: ['P123', 'P131'] }),
  one('destruction.method.paper', '销毁方式（纸质）', ['shred', 'pulp'], { allowed: ['shred', 'pulp'], unit: '', source: '000-1M 35', bound: `不可还原：${REG}第二十八条`, who: 'S', rules: ['P126'] }),
  one('destruction.method.magnetic', '销毁方式（磁介质）', ['degauss', 'physical', 'chemical'], { allowed: ['degauss', 'physical', 'chemical'], unit: '', source: '000-1M 35', bound: `${REG}第二十八条`, who: 'S', rules: ['P126'] }),
  one('destruction.method.optical', '销毁方式（光介质）', ['physical'], { allowed: ['physical', 'chemical'], unit: '', source: '000-1M 35', bound: `${REG}第二十八条`, who: 'S', rules: ['P126'] }),
  one('destruction.method.solidState', '销毁方式（半导体介质）', ['physical'], { allowed: ['physical'], unit: '', source: '000-1M 35', bound: `${REG}第二十八条`, who: 'S', rules: ['P126'] }),
  one('destruction.method.object', '销毁方式（密品等）', ['physical', 'chemical'], { allowed: ['physical', 'chemical'], unit: '', source: '000-1M 35', bound: `${REG}第二十八条`, who: 'S', rules: ['P126'] }),
  one('destruction.places', '销毁地点', ['authority_facility', 'designated_unit', 'own_equipment'], { allowed: ['authority_facility', 'designated_unit', 'own_equipment'], floor: ['authority_facility', 'designated_unit'], unit: '', source: 'C08', bound: `${REG}第二十八条`, who: 'S', rules: ['P127'] }),
  one('destruction.ownMaxItems', '自行销毁每批上限', 30, { min: 0, max: 100, unit: '件', source: 'product', bound: `少量：${REG}第二十八条`, who: 'S+H', rules: ['P127'] }),
  // ── leaving the post (2.16) ──
  one('coolingOff.months.core', '脱密期（核心）', 36, { min: 6, max: 60, softMin: 36, unit: '月', source: 'C01', bound: `期限由单位确定：${LAW}第四十六条；三年以上（二手）`, who: 'S', rules: ['P305'] }),
  one('coolingOff.months.important', '脱密期（重要）', 24, { min: 6, max: 36, softMin: 24, unit: '月', source: 'C01', bound: `期限由单位确定：${LAW}第四十六条；二年以上（二手）`, who: 'S', rules: ['P305'] }),
  one('coolingOff.months.general', '脱密期（一般）', 12, { min: 6, max: 24, softMin: 12, unit: '月', source: 'C01', bound: `期限由单位确定：${LAW}第四十六条；一年以上（二手）`, who: 'S', rules: ['P305'] }),
  // ── incidents (2.12) ──
  ...perLevel('missing.days', '下落不明转泄密处理期限', [10, 60, 60], { min: 1, unit: '日', source: '000-6 八', bound: '自发现之日起（二手）', who: 'S', rules: ['P150', 'P151'] }, [{ max: 10 }, { max: 60 }, { max: 60 }]),
  one('missing.remindAtPercent', '查找提醒节点', [50, 80, 100], { unit: '%', source: 'product', bound: '', who: 'S', rules: ['P152'] }),
  one('incident.reportWithinHours', '泄密报告时限', 24, { min: 1, max: 24, unit: '小时', source: 'product', bound: `${REG}第六十一条第一款`, who: 'S', rules: ['P153'] }),
  one('incident.internalWithinHours', '单位内部报告时限', 1, { min: 0, max: 4, unit: '小时', source: 'product', bound: `立即：${LAW}第四十七条`, who: 'S', rules: ['P153'] }),
  one('incident.recipients', '泄密报告对象', ['主管领导', '保密工作机构', '同级保密行政管理部门', '上级主管部门'], { floor: ['同级保密行政管理部门', '上级主管部门'], unit: '', source: 'C29', bound: `${REG}第六十一条第一款`, who: 'S', rules: ['P153'] }),
  one('incident.closeTests', '四不放过', 4, { min: 4, max: 4, unit: '项', source: '000-6 九', bound: '', who: 'F', rules: ['P158'] }),
  // ── computers (2.13) ──
  one('terminal.level', '终端密级', null, { unit: '', source: 'law', bound: `${REG}第三十二条；${LAW}第三十一条第三项`, who: 'F', rules: ['L029', 'P167'] }),
  one('computer.filingNumber', '计算机备案号', 'required', { allowed: ['required'], unit: '', source: '002-Q 6', bound: '', who: 'F', rules: ['P164'] }),
  one('computer.network', '涉密计算机联网', 'none', { allowed: ['none', 'approved_classified_network'], unit: '', source: 'C18', bound: `${LAW}第三十条、第三十一条；${REG}第三十三条`, who: 'S+H', rules: ['P175'] }),
  one('computer.issueApprover', '计算机配发批准人', 'generalOffice', { allowed: ['generalOffice', 'secrecyOffice'], unit: '', source: '002-Q 5', bound: '', who: 'S', rules: ['P165'] }),
  one('computer.relocateApprover', '计算机移位批准人', 'secrecyOffice', { allowed: ['secrecyOffice'], unit: '', source: '002-Q 9', bound: '', who: 'S', rules: ['P185'] }),
  one('usageLog.levelRule', '使用登记簿密级', 'highestSession', { allowed: ['highestSession'], unit: '', source: '002-Q 10(六)', bound: '', who: 'F', rules: ['P179'] }),
  one('usageLog.retentionYears', '使用登记册保存年限', 5, { min: 5, max: 100, unit: '年', source: '002-Q 10(六)', bound: '', who: 'S', rules: ['P180'] }),
  one('backup.everyDays', '备份周期', 15, { min: 1, max: 15, unit: '日', source: '003-11', bound: '', who: 'S', rules: ['P212'] }),
  one('backup.keep', '保留备份数', 7, { min: 3, max: 60, unit: '份', source: 'product', bound: '', who: 'S', rules: ['P212'] }),
  one('account.password.minLength.confidential', '口令最短长度（秘密级终端）', 10, { min: 8, max: 64, unit: '字符', source: '002-Q 10(五)', bound: '（二手）', who: 'S', rules: ['P181'] }),
  one('account.password.minLength.secret', '口令最短长度（机密级终端）', 10, { min: 10, max: 64, unit: '字符', source: '002-Q 10(五)', bound: '（二手）', who: 'S', rules: ['P181'] }),
  one('account.password.minLength.topSecret', '口令最短长度（绝密级终端）', 12, { min: 10, max: 64, unit: '字符', source: '002-Q 10(五)', bound: '（二手）', who: 'S', rules: ['P181'] }),
  one('account.password.classes', '口令字符种类', 4, { min: 4, max: 4, unit: '种', source: '002-Q 10(五)', bound: '（二手）', who: 'F', rules: ['P182'] }),
  one('account.password.maxAgeDays.confidential', '口令更换周期（秘密级终端）', 30, { min: 1, max: 365, softMax: 30, unit: '日', source: 'law', bound: '（二手）', who: 'S', rules: ['L039'] }),
  one('account.password.maxAgeDays.secret', '口令更换周期（机密级终端）', 7, { min: 1, max: 365, softMax: 7, unit: '日', source: 'law', bound: '（二手）', who: 'S', rules: ['L039'] }),
  one('account.password.maxAgeDays.topSecret', '口令更换周期（绝密级终端）', 7, { min: 1, max: 365, softMax: 7, unit: '日', source: 'law', bound: '（二手）', who: 'S', rules: ['L039'] }),
  one('account.lockout.failures', '口令连续不符锁定次数', 5, { min: 3, max: 5, unit: '次', source: 'law', bound: '（二手）', who: 'S', rules: ['L039'] }),
  one('account.idleLockMinutes', '无操作锁定', 5, { min: 1, max: 10, unit: '分钟', source: 'product', bound: '（二手）', who: 'S', rules: ['P413'] }),
  one('audit.reportEveryMonths', '审计报告周期', 3, { min: 1, max: 6, softMax: 3, unit: '月', source: 'law', bound: '（二手）', who: 'S', rules: ['L040'] }),
  one('audit.anchorEveryWorkingDays', '纸质锚点打印周期', 1, { min: 1, max: 5, unit: '工作日', source: 'product', bound: '', who: 'S', rules: ['L040'] }),
  one('print.carrierEntry', '打印件登记为载体', 'required', { allowed: ['required'], unit: '', source: '002-Q 10(六)', bound: '（二手）', who: 'F', rules: ['P409'] }),
  one('print.aggregateRows', '一次打印涉密条目提示数', 1000, { min: 10, max: 5000, softMax: 1000, unit: '行', source: 'law', bound: `汇总后可能属于国家秘密或更高密级：${LAW}第三十六条第三款`, who: 'S', rules: ['L030'] }),
  one('print.linesPerPage', '续打每页行数', 12, { min: 8, max: 15, unit: '行', source: 'product', bound: '', who: 'S', rules: ['PRINT-PAGES'] }),
  one('legalBasis.set', '法律依据版本', 'cn-2024-09', { allowed: ['cn-2024-09'], unit: '', source: 'C27', bound: '', who: 'S', rules: [] }),
  ...productionParameters,
  ...circulationParameters,
  ...endingParameters,
  ...archiveParameters,
  ...countingParameters,
  ...officeParameters,
];

const byKey = new Map(parameters.map((p) => [p.key, p]));
export const parameterOf = (key: string): Parameter | undefined => byKey.get(key);

/** Why a value cannot be set, as Chinese sentences; empty when it can. `agreed`: the unit head's agreement is recorded. */
export function parameterProblems(parameter: Parameter, value: unknown, agreed: boolean): string[] {
  const { titleZh, bound } = parameter;
  const because = bound === '' ? '' : `，依据${bound}`;
  if (parameter.who === 'F') return [`${titleZh}是固定值，不能变更${because}。`];
  const problems: string[] = [];
  const list = Array.isArray(parameter.default);
  if (list !== Array.isArray(value) || (!list && typeof value !== typeof parameter.default)) return [`${titleZh}的取值形式不对，应与默认值相同。`];
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) problems.push(`${titleZh}须为整数。`);
    if (parameter.min !== undefined && value < parameter.min) problems.push(`${titleZh}不得低于 ${parameter.min} ${parameter.unit}${because}。`);
    if (parameter.max !== undefined && value > parameter.max) problems.push(`${titleZh}不得超过 ${parameter.max} ${parameter.unit}${because}。`);
    const soft = (parameter.softMin !== undefined && value < parameter.softMin) || (parameter.softMax !== undefined && value > parameter.softMax);
    if (soft && !agreed) problems.push(`${titleZh}超出通常范围，须经单位负责人同意并填写文号。`);
  }
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  // An empty word is part of every place name, and an empty list allows or forbids everything at once.
  const kind = typeof (list ? (parameter.default as readonly unknown[])[0] : parameter.default);
  if (values.length === 0 || new Set(values).size < values.length || values.some((v) => typeof v !== kind || (typeof v === 'string' && v.trim() === ''))) problems.push(`${titleZh}须逐项填写，不得为空或重复。`);
  if (parameter.allowed !== undefined && values.some((v) => !parameter.allowed?.includes(v))) problems.push(`${titleZh}只能取：${parameter.allowed.join('、')}${because}。`);
  const { pattern, patternZh } = parameter;
  if (pattern !== undefined && values.some((v) => parameter.floor?.includes(String(v)) !== true && !pattern.test(String(v)))) problems.push(`${titleZh}的写法不对，应写作：${patternZh ?? ''}。`);
  if (parameter.floor !== undefined && parameter.floor.some((v) => !values.includes(v))) problems.push(`${titleZh}不得少于：${parameter.floor.join('、')}${because}。`);
  if (parameter.who === 'S+H' && !agreed) problems.push(`变更${titleZh}须经单位负责人同意并填写文号。`);
  return problems;
}

/** The organisation's values over the defaults. */
export type Profile = Readonly<{ get: (key: string) => unknown; number: (key: string) => number; text: (key: string) => string; list: (key: string) => readonly string[]; changed: ReadonlyMap<string, unknown> }>;

export function profileOf(changed: ReadonlyMap<string, unknown>): Profile {
  const get = (key: string): unknown => {
    const parameter = byKey.get(key);
    if (parameter === undefined) throw new Error(`no parameter ${key}`);
    return changed.has(key) ? changed.get(key) : parameter.default;
  };
  return {
    changed,
    get,
    number: (key) => get(key) as number,
    text: (key) => get(key) as string,
    list: (key) => get(key) as readonly string[],
  };
}

/** 'secret' → 'secret', 'top_secret' → 'topSecret', for keys that exist per level. */
export const keyOfLevel = (level: Level): string => (level === 'top_secret' ? 'topSecret' : level);
