import { addMonths } from '#shared/time.ts';
import { clerk, reader, sysadmin } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, core, lend, plain, read, ready, readyTop, running, set, shelve, shelveTop, staff, topPaper } from './rulesCases.ts';
import { due, inDays, leaves, leavesAgreed, makes, passing, TODAY, word } from './conflicts.ts';
import type { Conflict, Input } from './conflicts.ts';
import { trip } from './samplesArchive.ts';
import { outcome, run } from './samplesProduction.ts';

const consent = { originatorConsent: '示厅密函〔2026〕1号', consentOn: '2026-11-10', consentFile: '保密室2026年第3卷' };
const copy: Input = { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺', place: '文印室', stamped: true, wasteSheets: 0 };
const notebook = (more: Input = {}) => all_(shelve({ title: '保密本', carrierKind: 'notebook', pages: 100, docNumber: undefined, copySerial: 'B001', ...more }), (d: Desk) => void d.must('notebook.issue', { carrier: 'ZT-2026-00002', holder: '南宫砚', pages: 100, dueOn: '2026-12-31' }));
const extract: Input = { carrier: CARRIER, by: '南宫砚', reason: '编制方案', notebook: 'ZT-2026-00002', content: '第三部分第二段' };
const confidential = { level: 'confidential', period: { years: 5 } };
const routed = (d: Desk): void => void d.must('carrier.route', agreed('carrier.route', { carrier: CARRIER, readers: ['南宫砚'] })(d));
const overnight: Input = { circulation: 1, reader: '南宫砚', signature: 'ink', place: '阅文室', dueOn: inDays(1) };
const burn = (more: Input = {}): Input => ({ carriers: [CARRIER], reason: '过期无用', method: 'shred', place: 'authority_facility', ...more });
const watchers = ['慕容档', '南宫砚', '独孤监', '甲某', '乙某', '丙某', '丁某', '戊某', '己某', '庚某'];
const batch = all_(...watchers.map((name) => staff(name)), shelve(), (d: Desk) => void d.must('carrier.destroy.propose', agreed('carrier.destroy.propose', burn())(d)));
const execute = (n: number): Input => ({ destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: watchers[0], witness2: watchers.slice(1, n).join('、'), escorts: watchers.slice(0, 2), receiptNumber: 'HZ-1', unrecoverable: true });
const supervisor = { account: 'nangong', name: '南宫砚', roles: ['approver'] } as const;
const many = (n: number) => all_(...Array.from({ length: n }, () => plain()));
const numbers = (n: number): string[] => Array.from({ length: n }, (_, i) => `ZT-2026-${String(i + 1).padStart(5, '0')}`);
const leave: Input = { person: '南宫砚', reason: '调离' };
const companions = ['慕容档', '独孤监', '甲某', '乙某', '丙某', '丁某', '戊某', '己某'];
const going = (n: number): Input => trip({ companions: companions.slice(0, n - 1) });
const topTravellers = all_(core, ...companions.map((name) => staff(name, { personnelClass: 'core' })), shelveTop());
const travellers = all_(staff(), ...companions.map((name) => staff(name)));
const telegram: Input = { telegramNumber: '示电〔2026〕12号', title: '关于汛期值守的电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', cabinetKind: 'code_cabinet', accessScope: ['南宫砚'] };
const wire = (d: Desk): void => void d.must('telegram.receive', telegram);
const filed = all_(plain(), staff(), (d: Desk) => void d.must('carrier.file', { carrier: CARRIER, archiveNumber: '2026-DA-001', place: '档案库1架' }));
const lost = (hours: number): Input => ({ carrier: CARRIER, discoveredBy: '欧阳笺', account: '清点时未见', reportedTo: '主管领导', discoveredAt: new Date(Date.parse('2026-11-20T09:00:00+08:00') - hours * 3_600_000).toISOString() });
const missing = all_(shelve(), (d: Desk) => void d.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '清点时未见', reportedTo: '主管领导' }));
const unsaid = all_(shelve(), (d: Desk) => void d.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '清点时未见', warnReason: '领导在途' }));
const report = (reportedTo: readonly string[]): Input => ({ incident: 1, reportedTo, remedy: '封存相关柜具', course: '2026年11月20日晨清点时发现', responsible: ['尚未查明'], harm: '内容可能外泄', inquiry: '已逐柜查找' });
const authorities = ['同级保密行政管理部门', '上级主管部门'];
const everybody = ['主管领导', '保密工作机构', ...authorities];
const anomaly = all_(staff(), (d: Desk): void => void d.must('incident.open', { kind: 'anomaly', title: '擅离职守', account: '三日未到岗', discoveredBy: '欧阳笺', reportedTo: '主管领导', persons: ['南宫砚'] }));
const months = (key: string, cases: readonly [number, string][], rule: string): Conflict => ({ item: 'C24', key, look: due(rule, 'dueOn'), shows: cases });
const ages = [6, 7, 12, 13, 36, 37, 60, 61];
const longest = (tier: string) => (desk: Desk): number => Math.max(...ages.filter((n) => {
  desk.must('person.register', reader(`甲${n}`, { personnelClass: tier, screenedOn: addMonths(TODAY, -n) }));
  return desk.judge('carrier.read', { ...read, reader: `甲${n}` }).reasons.every((r) => r.rule !== 'P065');
}));
const screened = (tier: string, least: number, most: number): Conflict => ({ item: 'C17', key: `screening.everyMonths.${tier}`, arrange: shelve(confidential), look: longest(tier), shows: [[least, least], [most, most]] });
const three = (item: string, key: string, arrange: (d: Desk) => void, look: (d: Desk) => unknown, rule: string): Conflict => ({ item, key, arrange, look, shows: [['leaderInCharge', `needs_approval 主管领导 ${rule}`], ['principalLeader', `needs_approval 主要负责人 ${rule}`], ['never', `deny ${rule}`]] });
const tiers = ['core', 'important', 'general'];
const places = ['authority_facility', 'designated_unit', 'own_equipment'];
const cabinet = (level: string, need: string): Conflict => ({ item: 'C09', key: `storage.cabinetFor.${level}`, arrange: shelve(level === 'confidential' ? confidential : {}), look: word('carrier.place', { carrier: CARRIER, place: '5号柜', cabinetKind: 'code_cabinet' }, 'P120'), shows: [['code_cabinet', 'silent'], ['code_safe', need]] });

/** Every parameter of Table A that decides something about carriers, with what each value answers. */
export const conflicts: readonly Conflict[] = [
  ...([['core', [[6, '2027-05-20'], [36, '2029-11-20'], [60, '2031-11-20']]], ['important', [[6, '2027-05-20'], [24, '2028-11-20'], [36, '2029-11-20']]], ['general', [[6, '2027-05-20'], [12, '2027-11-20'], [24, '2028-11-20']]]] as const).map(([tier, shows]): Conflict => ({
    item: 'C01', key: `coolingOff.months.${tier}`, arrange: staff('南宫砚', { personnelClass: tier }), look: leaves('person.leavePost', leave, 'persons', 'coolingOffUntil'), shows })),
  { item: 'C03', key: 'copy.topSecret', level: 'top_secret', arrange: readyTop, look: word('carrier.copy', { ...copy, ...consent }), shows: [['originatorConsent', 'needs_approval 主管领导 P086'], ['never', 'deny P085 P086']] },
  { item: 'C03', key: 'extract.approver.topSecret', level: 'top_secret', arrange: all_(readyTop, notebook(topPaper)), look: word('carrier.extract', { ...extract, ...consent }, 'P085'), shows: [['originator', 'silent'], ['never', 'deny P085']] },
  three('C04', 'copy.approver.secret', shelve(), word('carrier.copy', copy), 'P086'),
  three('C04', 'copy.approver.confidential', shelve(confidential), word('carrier.copy', copy), 'P086'),
  { item: 'C04', key: 'copy.originatorConsent.secret', arrange: shelve(), look: word('carrier.copy', copy), shows: [['notRequired', 'needs_approval 主管领导 P086'], ['required', 'deny P086']] },
  { item: 'C04', key: 'copy.originatorConsent.confidential', arrange: shelve(confidential), look: word('carrier.copy', copy), shows: [['notRequired', 'needs_approval 主管领导 P086'], ['required', 'deny P086']] },
  { item: 'C05', key: 'reading.recordFrom', arrange: all_(staff(), shelve(confidential), routed), look: makes('carrier.circulate', { circulation: 1, reader: '南宫砚', signature: 'ink', place: '阅文室' }, 'readings'), shows: [['secret', 0], ['confidential', 1]] },
  { item: 'C05', key: 'reading.signatureFrom', arrange: all_(staff(), shelve(confidential), set('reading.recordFrom', 'confidential'), (d) => void d.must('carrier.read', read)), look: due('P062', 'dueOn'), shows: [['secret', null], ['confidential', TODAY]] },
  { item: 'C06', key: 'circulation.sameDay.topSecret', level: 'top_secret', arrange: all_(readyTop, routed), look: word('carrier.circulate', { ...overnight, place: '保密室' }, 'P042'), shows: [['hard', 'deny P042']] },
  { item: 'C06', key: 'circulation.sameDay.secret', arrange: all_(ready, routed), look: word('carrier.circulate', overnight, 'P042'), shows: [['hard', 'deny P042'], ['soft', 'warn P042'], ['off', 'silent']] },
  { item: 'C06', key: 'circulation.sameDay.confidential', arrange: all_(staff(), shelve(confidential), routed), look: word('carrier.circulate', overnight, 'P042'), shows: [['hard', 'deny P042'], ['soft', 'warn P042'], ['off', 'silent']] },
  { item: 'C06', key: 'circulation.maxDays', arrange: ready, look: leavesAgreed('carrier.route', { carrier: CARRIER, readers: ['南宫砚'] }, 'circulations', 'dueOn'), shows: [[1, inDays(1)], [7, inDays(7)], [15, inDays(15)]] },
  { item: 'C06', key: 'loan.days', arrange: ready, look: leavesAgreed('carrier.lend', lend, 'loans', 'dueOn'), shows: [[1, inDays(1)], [7, inDays(7)], [30, inDays(30)]] },
  { item: 'C07', key: 'carryOut.approver.topSecret', level: 'top_secret', arrange: topTravellers, look: word('carrier.carryOut', going(2), 'P105'), shows: [['principalLeader', 'needs_approval 主要负责人 P105'], ['leaderInCharge', 'needs_approval 主管领导 P105'], ['never', 'deny P105']] },
  { item: 'C07', key: 'carryOut.escorts.topSecret', level: 'top_secret', arrange: topTravellers, look: (d) => passing('P105-E', 'carrier.carryOut', [1, 2, 3, 8, 9], going)(d)[0], shows: [[2, 2], [3, 3], [9, 9]] },
  three('C07', 'carryOut.approver.secret', ready, word('carrier.carryOut', going(1), 'P105'), 'P105'),
  three('C07', 'carryOut.approver.confidential', all_(staff(), shelve(confidential)), word('carrier.carryOut', going(1), 'P105'), 'P105'),
  { item: 'C07', key: 'carryOut.escorts.secret', arrange: all_(travellers, shelve()), look: (d) => passing('P105-E', 'carrier.carryOut', [1, 2, 8, 9], going)(d)[0], shows: [[1, 1], [2, 2], [9, 9]] },
  { item: 'C07', key: 'carryOut.escorts.confidential', arrange: all_(travellers, shelve(confidential)), look: (d) => passing('P105-E', 'carrier.carryOut', [1, 2, 8, 9], going)(d)[0], shows: [[1, 1], [2, 2], [9, 9]] },
  { item: 'C08', key: 'destruction.supervisors', arrange: batch, look: (d) => [2, 3, 8, 9].find((n) => d.judge('carrier.destroy.execute', execute(n), clerk, supervisor).reasons.every((r) => r.rule !== 'P124')), shows: [[2, 2], [3, 3], [9, 9]] },
  ...([['topSecret', 'top_secret', shelveTop()], ['secret', 'secret', shelve()], ['confidential', 'secret', shelve(confidential)]] as const).map(([name, level, arrange]): Conflict => ({
    item: 'C08', key: `destruction.approver.${name}`, level, arrange, look: word('carrier.destroy.propose', burn(), 'P123'), shows: [['leaderInCharge', 'needs_approval 主管领导 P123'], ['principalLeader', 'needs_approval 主要负责人 P123']] })),
  { item: 'C08', key: 'destruction.places', arrange: plain(), look: passing('P127', 'carrier.destroy.propose', places, (place) => burn({ place, placeName: 'SB-07' })), shows: [[places, places], [places.slice(0, 2), places.slice(0, 2)]] },
  { item: 'C08', key: 'destruction.ownMaxItems', arrange: many(101), look: (d) => Math.max(0, ...passing('P127', 'carrier.destroy.propose', [1, 30, 31, 100, 101], (n) => burn({ carriers: numbers(n), place: 'own_equipment', placeName: 'SB-07' }))(d)), shows: [[0, 0], [30, 30], [100, 100]] },
  { item: 'C09', key: 'storage.cabinetFor.topSecret', level: 'top_secret', arrange: shelveTop(), look: word('carrier.place', { carrier: CARRIER, place: '5号柜', cabinetKind: 'code_cabinet' }, 'P120'), shows: [['code_safe', 'deny P120']] },
  cabinet('secret', 'deny P120'), cabinet('confidential', 'deny P120'),
  { item: 'C09', key: 'storage.ownCabinetTopSecret', level: 'top_secret', arrange: (d) => void d.must('cabinet.register', { place: '1号柜', kind: 'code_safe', level: 'top_secret', keepers: ['欧阳笺'] }), look: word('carrier.enter', { title: '机密件', level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], copySerial: '000009', custodian: '欧阳笺', place: '1号柜', cabinetKind: 'code_safe', source: 'received', issuer: '示例省青岭厅' }, 'P120-O'), shows: [[true, 'deny P120-O']] },
  { item: 'C10', key: 'production.wasteMode', arrange: all_(staff(), running(), set('production.wasteWithinDays', 5)), look: (d) => { d.must('production.request', agreed('production.request', run())(d)); return leaves('production.complete', outcome(), 'productions', 'wasteDueOn')(d); }, shows: [['destroySameDay', TODAY], ['sealedContainer', inDays(5)]] },
  { item: 'C10', key: 'production.wasteWithinDays', arrange: all_(staff(), running(), set('production.wasteMode', 'sealedContainer')), look: (d) => { d.must('production.request', agreed('production.request', run())(d)); return leaves('production.complete', outcome(), 'productions', 'wasteDueOn')(d); }, shows: [[0, TODAY], [7, inDays(7)]] },
  { item: 'C14', key: 'person.tierScheme', look: passing('P223', 'person.register', tiers, (tier) => reader('甲某', { personnelClass: tier })), shows: [[tiers, tiers]] },
  { item: 'C14', key: 'person.tiersInUse', look: passing('P223', 'person.register', tiers, (tier) => reader('甲某', { personnelClass: tier })), shows: [[tiers, tiers], [['important', 'general'], ['important', 'general']], [['general'], ['general']]] },
  screened('core', 6, 12), screened('important', 6, 36), screened('general', 6, 60),
  { item: 'C18', key: 'computer.network', look: passing('P175', 'computer.register', ['none', 'approved_classified_network', 'other'], (network) => ({ assetNumber: 'SM-002', level: 'secret', room: '301', custodian: '欧阳笺', network, networkApproval: 'PF-1' })), shows: [['none', ['none']], ['approved_classified_network', ['none', 'approved_classified_network']]] },
  { item: 'C19', key: 'cipher.copy', arrange: wire, look: word('carrier.copy', copy, 'P145'), shows: [['never', 'deny P145']] },
  { item: 'C19', key: 'cipher.extract', arrange: all_(wire, shelve({ title: '保密本', carrierKind: 'notebook', docNumber: undefined, copySerial: undefined, oldNumber: 'BM1' })), look: word('telegram.extract', { telegram: 1, by: '欧阳笺', notebook: 'BM1', reason: '值守安排' }, 'P146'), shows: [['designatedWithApproval', 'needs_approval 主管领导 P146'], ['never', 'deny P146']] },
  { item: 'C19', key: 'cipher.keepers', arrange: wire, look: word('telegram.receive', { ...telegram, telegramNumber: '示电〔2026〕13号', keeper: '慕容档' }, 'P144'), shows: [[1, 'deny P144'], [2, 'silent']] },
  { item: 'C20', key: 'item.regime', look: word('carrier.enter', { title: '工作秘密', regime: 'work_secret', level: 'secret', period: { years: 10 }, custodian: '欧阳笺', place: '3号柜', source: 'received' }, 'P001'), shows: [['state_secret', 'deny P001']] },
  { item: 'C21', key: 'archive.loanOut', arrange: filed, look: word('archive.lendOut', { items: [CARRIER], reader: '南宫砚', purpose: '编制方案' }, 'P081'), shows: [['never', 'deny P081'], ['exception', 'needs_approval 主管领导 P081'], ['ordinary', 'silent']] },
  months('selfCheck.everyMonths', [[1, '2026-12-20'], [12, '2027-11-20']], 'L050'),
  months('assessment.personEveryMonths', [[1, '2026-12-20'], [12, '2027-11-20']], 'P321'),
  months('assessment.headEveryMonths', [[1, '2026-12-20'], [3, '2027-02-20'], [12, '2027-11-20']], 'P346'),
  months('assessment.jointEveryMonths', [[1, '2026-12-20'], [12, '2027-11-20']], 'P324'),
  months('inspection.computerEveryMonths', [[1, '2026-12-20'], [3, '2027-02-20'], [4, '2027-03-20']], 'P193'),
  { item: 'C26', key: 'separation.mode', arrange: ready, look: (d) => [word('stocktake.open', { kind: 'full', counter: '欧阳笺', checker: '欧阳笺' })(d), due('P411-C', 'dueOn')(d), d.do('account.create', { account: 'yi', name: '甲某', roles: ['system_administrator', 'auditor'], password: 'Qx7#mwvT2!kk' }, sysadmin).ok], shows: [['strict', ['deny P117-O', null, false]], ['reduced', ['allow', '2027-02-20', false]]] },
  { item: 'C26', key: 'separation.outsideCountMonths', arrange: all_(shelve(), set('separation.mode', 'reduced')), look: due('P411-C', 'dueOn'), shows: [[1, '2026-12-20'], [3, '2027-02-20']] },
  { item: 'C27', key: 'legalBasis.set', arrange: shelve(), look: word('carrier.copy', copy), shows: [['cn-2024-09', 'needs_approval 主管领导 P086']] },
  { item: 'C29', key: 'incident.recipients', arrange: missing, look: passing('P153-R', 'incident.report', [authorities, everybody, [...everybody, '省保密局']], report), shows: [[authorities, [authorities, everybody, [...everybody, '省保密局']]], [everybody, [everybody, [...everybody, '省保密局']]], [[...everybody, '省保密局'], [[...everybody, '省保密局']]]] },
  { item: 'C29', key: 'incident.reportWithinHours', arrange: shelve(), look: (d) => Math.max(...passing('P155-L', 'carrier.reportMissing', [0.5, 1, 2, 24, 25], lost)(d)), shows: [[1, 0.5], [24, 2]] },
  { item: 'C29', key: 'incident.internalWithinHours', arrange: unsaid, look: (d) => /\d+ 小时|立即/u.exec(String(due('P153-I', 'detailZh')(d)))?.[0], shows: [[0, '立即'], [1, '1 小时'], [4, '4 小时']] },
  { item: 'C29', key: 'incident.anomalyRecipient', arrange: anomaly, look: (d) => String(due('P161', 'detailZh')(d)).includes('市保密局'), shows: [[['省级保密行政管理部门'], false], [['市保密局'], true]] },
];
