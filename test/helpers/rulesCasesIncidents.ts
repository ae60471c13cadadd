import { secadmin } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, lent, ready, set, shelve, shelveTop, staff } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';

type Part = Omit<Case, 'rule'>;
type Input = Record<string, unknown>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;
const look = (after: (b: Books) => void) => ({ passes: true, after }) as const;
function row(found: Input, wanted: Input): void {
  const part = Object.fromEntries(Object.keys(wanted).map((k) => [k, found[k]]));
  if (JSON.stringify(part) !== JSON.stringify(wanted)) throw new Error(`expected ${JSON.stringify(wanted)}, found ${JSON.stringify(part)}`);
}

// ── destruction ──
const list = (more: Input = {}): Input => ({ carriers: [CARRIER], reason: '过期无用', method: 'shred', place: 'authority_facility', ...more });
const proposed = (more: Input = {}) => (d: Desk) => void d.must('carrier.destroy.propose', agreed('carrier.destroy.propose', list(more))(d));
const watching = all_(...['慕容档', '南宫砚'].map((name) => staff(name)));
const batch = all_(watching, shelve(), proposed());
/** One of the supervisors, with an account. */
const supervisor = { account: 'nangong', name: '南宫砚', roles: ['approver'] } as const;
const burn: Input = { destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: '慕容档', witness2: '南宫砚', escorts: ['慕容档', '南宫砚'], receiptNumber: 'HZ-2026-01', unrecoverable: true };
const mixed = all_(watching, shelve(), shelve({ carrierKind: 'map', copySerial: undefined, docNumber: '示图2' }), proposed({ carriers: [CARRIER, 'ZT-2026-00002'] }));
const burnTwo: Input = { ...burn, countBefore: 2, countAfter: 2 };
const unit = { place: 'designated_unit', placeName: '示例销毁中心', certificate: 'ZZ-01', certificateUntil: '2027-12-31', agreement: 'XY-01' };

const destruction: Case[] = [
  ...of('P123',
    { name: 'asks the principal leader where the unit says so for the highest level of the list', arrange: all_(shelve(), set('destruction.approver.secret', 'principalLeader')), command: 'carrier.destroy.propose', input: list(), expect: { refused: 'needs_approval', says: /主要负责人/ } },
    { name: 'asks him for 秘密 too where that is said', arrange: all_(shelve({ level: 'confidential' }), set('destruction.approver.confidential', 'principalLeader')), command: 'carrier.destroy.propose', input: list(), expect: { refused: 'needs_approval', says: /主要负责人/ } },
    { name: 'asks him for 绝密 where that is said', level: 'top_secret', arrange: all_(shelveTop(), set('destruction.approver.topSecret', 'principalLeader')), command: 'carrier.destroy.propose', input: list(), expect: { refused: 'needs_approval', says: /主要负责人/ } },
    { name: 'asks the leader in charge otherwise', arrange: shelve(), command: 'carrier.destroy.propose', input: list(), expect: { refused: 'needs_approval', says: /主管领导/ } }),
  ...of('P129-K',
    { name: 'refuses two kinds without a count of each', arrange: mixed, second: supervisor, command: 'carrier.destroy.execute', input: burnTwo, expect: { refused: 'deny', says: /2 类/ } },
    { name: 'refuses when one kind stands for the other', arrange: mixed, second: supervisor, command: 'carrier.destroy.execute', input: { ...burnTwo, tally: { paper: 2 } }, expect: { refused: 'deny', says: /纸质清册 1 件，清点 2 件/ } },
    { name: 'refuses a kind that was not on the list', arrange: batch, second: supervisor, command: 'carrier.destroy.execute', input: { ...burn, tally: { paper: 1, usb: 1 } }, expect: denied },
    { name: 'lets equal counts of each pass', arrange: mixed, second: supervisor, command: 'carrier.destroy.execute', input: { ...burnTwo, tally: { paper: 1, map: 1 } }, expect: passes }),
  ...of('P126-U',
    { name: 'demands that nothing can be restored', arrange: batch, second: supervisor, command: 'carrier.destroy.execute', input: { ...burn, unrecoverable: undefined }, expect: { missing: ['unrecoverable'] } },
    { name: 'keeps that it was confirmed', arrange: batch, second: supervisor, command: 'carrier.destroy.execute', input: burn, expect: look((b) => row(b.row('destructions'), { unrecoverable: 1, state: 'destroyed', escorts: '["慕容档","南宫砚"]' })) }),
  ...of('L025',
    { name: 'asks for the second escort', arrange: batch, second: supervisor, command: 'carrier.destroy.execute', input: { ...burn, escorts: ['慕容档'] }, expect: { refused: 'needs_second_person' } },
    { name: 'counts nobody twice', arrange: batch, second: supervisor, command: 'carrier.destroy.execute', input: { ...burn, escorts: ['慕容档', '慕容档'] }, expect: { refused: 'needs_second_person' } },
    { name: 'refuses to close without the receipt of the facility', arrange: batch, second: supervisor, command: 'carrier.destroy.execute', input: { ...burn, receiptNumber: undefined }, expect: denied },
    { name: 'asks neither on own equipment', arrange: all_(watching, shelve(), proposed({ place: 'own_equipment', placeName: 'SB-07' })), second: supervisor, command: 'carrier.destroy.execute', input: { ...burn, escorts: undefined, receiptNumber: undefined }, expect: look((b) => row(b.row('destructions'), { equipment: 'SB-07', state: 'destroyed' })) }),
  ...of('L024-D',
    ...(['placeName', 'certificate', 'certificateUntil', 'agreement'] as const).map((gap): Part => ({ name: `refuses a designated unit without ${gap}`, arrange: shelve({ level: null, period: undefined, source: 'produced', copySerial: undefined }), command: 'carrier.destroy.propose', input: list({ ...unit, [gap]: undefined }), expect: denied })),
    { name: 'refuses one whose certificate has run out', arrange: shelve({ level: null, period: undefined, source: 'produced', copySerial: undefined }), command: 'carrier.destroy.propose', input: list({ ...unit, certificateUntil: '2026-11-19' }), expect: { refused: 'deny', says: /2026-11-19 到期/ } },
    { name: 'lets a certified one with an agreement pass', arrange: shelve({ level: null, period: undefined, source: 'produced', copySerial: undefined }), command: 'carrier.destroy.propose', input: list(unit), expect: look((b) => row(b.row('destructions'), { certificate: 'ZZ-01', agreement: 'XY-01', tally: '{"paper":1}' })) }),
];

// ── cases ──
const lost: Input = { carrier: CARRIER, discoveredBy: '欧阳笺', account: '清点时未见', reportedTo: '主管领导' };
const missing = all_(shelve(), (d) => void d.must('carrier.reportMissing', lost));
const seven: Input = { incident: 1, reportedTo: ['主管领导', '保密工作机构', '同级保密行政管理部门', '上级主管部门'], remedy: '封存相关柜具', course: '20日晨在3号柜前清点时发现', responsible: ['尚未查明'], harm: '内容可能外泄', inquiry: '已逐柜查找' };
const leak: Input = { kind: 'leak', title: '示范园区方案', level: 'secret', discoveredBy: '欧阳笺', account: '互联网计算机上发现', reportedTo: '主管领导' };
const leaked = (d: Desk): void => void d.must('incident.open', leak);
const odd: Input = { kind: 'anomaly', persons: ['南宫砚'], discoveredBy: '欧阳笺', account: '三日未到岗，无法联系', reportedTo: '主管领导' };
const closing: Input = { incident: 1, cause: '误放', handled: '批评教育', corrected: '增设登记', educated: '全员培训' };
const found = (d: Desk): void => void d.must('carrier.find', { carrier: CARRIER, foundWhere: '复印机旁' });
const punish: Input = { incident: 1, responsible: ['某某'], supervisor: '某处长', sanctions: [{ name: '某某', measure: 'warning', by: '党组会' }] };
const punished = (d: Desk): void => void d.must('incident.sanction', punish);
const seen: Input = { about: '某处人员', account: '把文件放在桌上离开', stopped: true };

const incidents: Case[] = [
  ...of('P155-L',
    { name: 'warns when it is entered more than a day after it was found', arrange: shelve(), command: 'carrier.reportMissing', input: { ...lost, discoveredAt: '2026-11-19T08:00:00' }, expect: { refused: 'warn' } },
    { name: 'warns earlier where the unit reports earlier', arrange: all_(shelve(), set('incident.reportWithinHours', 2)), command: 'carrier.reportMissing', input: { ...lost, discoveredAt: '2026-11-20T06:00:00' }, expect: { refused: 'warn' } },
    { name: 'warns of any other case too', command: 'incident.open', input: { ...leak, discoveredAt: '2026-11-01T08:00:00' }, expect: { refused: 'warn' } },
    { name: 'takes the true day with the reason', arrange: shelve(), command: 'carrier.reportMissing', input: { ...lost, discoveredAt: '2026-11-18T08:00:00', warnReason: '当时以为借出' }, expect: look((b) => row(b.row('incidents'), { discoveredAt: '2026-11-18T00:00:00.000Z' })) }),
  ...of('DISCOVERED',
    { name: 'refuses any case found in the future', command: 'incident.open', input: { ...leak, discoveredAt: '2026-11-20T18:00:00' }, expect: denied }),
  ...of('P152',
    { name: 'warns of a case nobody was told of', command: 'incident.open', input: { ...leak, reportedTo: undefined }, expect: { refused: 'warn' } }),
  ...of('P163',
    { name: 'writes who had it and who read it into the case', arrange: all_(ready, lent()), command: 'carrier.reportMissing', input: lost, expect: look((b) => row(b.row('incidents'), { chain: '责任人 欧阳笺，原存 3号柜1格，最后持有人 南宫砚。2026-11-20 借给南宫砚，没有归还记录；2026-11-20 南宫砚知悉。' })) },
    { name: 'writes it into the case of a violation', arrange: shelve(), command: 'violation.record', input: { kind: 'records', account: '未登记', reason: '疏忽', carrier: CARRIER, possibleLeak: true }, expect: look((b) => row(b.row('incidents'), { chain: '责任人 欧阳笺，原存 3号柜1格，最后持有人 欧阳笺。没有经手和知悉记录。' })) },
    { name: 'has nothing to write without a carrier', command: 'incident.open', input: leak, expect: look((b) => row(b.row('incidents'), { chain: null })) }),
  ...of('P162',
    { name: 'is told inside at once, which is not yet the written report', arrange: shelve(), command: 'carrier.reportMissing', input: lost, expect: look((b) => row(b.row('incidents'), { internalTo: '主管领导', reportedAt: null })) }),
  ...of('P162-O',
    { name: 'demands what it is about where no carrier is named', command: 'incident.open', input: { ...leak, title: undefined }, expect: { missing: ['title'] } },
    { name: 'opens a case for damage of whatever is in the books', arrange: shelve(), command: 'incident.open', input: { kind: 'damage', carrier: CARRIER, discoveredBy: '欧阳笺', account: '受潮', reportedTo: '主管领导' }, expect: look((b) => row(b.row('incidents'), { kind: 'damage', carrierNumber: CARRIER, level: 'secret', state: 'searching', resultDueOn: null })) },
    { name: 'gives a leak three months for its result', command: 'incident.open', input: leak, expect: look((b) => row(b.row('incidents'), { kind: 'leak', title: '示范园区方案', level: 'secret', state: 'leak', resultDueOn: '2027-02-20' })) },
    { name: 'gives it less where the unit says so', arrange: set('incident.resultWithinMonths', 1), command: 'incident.open', input: leak, expect: look((b) => row(b.row('incidents'), { resultDueOn: '2026-12-20' })) }),
  ...of('P161-R',
    { name: 'demands the person of an anomaly', command: 'incident.open', input: { ...odd, persons: undefined }, expect: { missing: ['persons'] } },
    { name: 'opens the case by name', arrange: staff(), command: 'incident.open', input: odd, expect: look((b) => row(b.row('incidents'), { kind: 'anomaly', anomaly: 1, title: '南宫砚', persons: '[1]' })) }),
  ...of('P153-R',
    { name: 'warns when an anomaly is not told to the bureau above', arrange: all_(staff(), (d) => void d.must('incident.open', odd)), command: 'incident.report', input: { incident: 1, reportedTo: ['上级主管部门'], remedy: '暂停接触' }, expect: { refused: 'warn', says: /省级保密行政管理部门/ } },
    { name: 'warns of whom the unit names for anomalies', arrange: all_(staff(), set('incident.anomalyRecipient', ['省保密局', '国家安全机关']), (d) => void d.must('incident.open', odd)), command: 'incident.report', input: { incident: 1, reportedTo: ['省保密局'], remedy: '暂停接触' }, expect: { refused: 'warn', says: /国家安全机关/ } },
    { name: 'is content when the bureau was told', arrange: all_(staff(), (d) => void d.must('incident.open', odd)), command: 'incident.report', input: { incident: 1, reportedTo: ['省级保密行政管理部门'], remedy: '暂停接触' }, expect: passes }),
  ...of('L046',
    ...(['responsible', 'course', 'harm', 'inquiry'] as const).map((gap): Part => ({ name: `demands ${gap} in the written report`, arrange: missing, command: 'incident.report', input: { ...seven, [gap]: undefined }, expect: { missing: [gap] } })),
    { name: 'takes the search log for the inquiry', arrange: all_(missing, (d) => void d.must('incident.searchLog', { incident: 1, entry: '查过2号柜' })), command: 'incident.report', input: { ...seven, inquiry: undefined }, expect: passes },
    { name: 'lets an urgent case be told by word of mouth first', arrange: missing, command: 'incident.report', input: { incident: 1, reportedTo: seven['reportedTo'], remedy: '封存', byWord: true }, expect: look((b) => { row(b.row('incidents'), { state: 'searching', reportedAt: null }); if (b.row('incidents')['wordOfMouthAt'] === null) throw new Error('no word of mouth'); }) },
    { name: 'keeps all seven items', arrange: missing, command: 'incident.report', input: seven, expect: look((b) => row(b.row('incidents'), { state: 'reported', responsible: '["尚未查明"]', course: seven['course'], harm: seven['harm'] })) }),
  ...of('P150-C',
    { name: 'refuses to close a search that ran out as if nothing was', level: 'top_secret', arrange: all_(shelveTop(), (d) => void d.must('carrier.reportMissing', lost), (d) => { d.at('2026-12-01T09:00:00'); }), command: 'incident.close', input: closing, expect: { refused: 'deny', says: /P150/ } },
    { name: 'refuses it for 机密 after sixty days', arrange: all_(missing, (d) => { d.at('2027-01-20T09:00:00'); }), command: 'incident.close', input: closing, expect: { refused: 'deny', says: /P151/ } },
    { name: 'refuses it earlier where the unit searches less long', arrange: all_(missing, set('missing.days.secret', 5), (d) => { d.at('2026-11-26T09:00:00'); }), command: 'incident.close', input: closing, expect: denied },
    { name: 'lets it be closed once it was handled as a leak', arrange: all_(missing, (d) => { d.at('2027-01-20T09:00:00'); }, (d) => void d.must('incident.escalate', { incident: 1, reason: '六十日未找到' })), command: 'incident.close', input: closing, expect: look((b) => row(b.row('incidents'), { state: 'closed', resultDueOn: '2027-02-20' })) },
    { name: 'lets it be closed when it was found', arrange: all_(missing, (d) => { d.at('2027-01-20T09:00:00'); }, found), command: 'incident.close', input: closing, expect: passes }),
  ...of('STATE',
    { name: 'refuses to escalate what was found', arrange: all_(missing, found), command: 'incident.escalate', input: { incident: 1, reason: '期满' }, expect: denied },
    { name: 'refuses to escalate twice', arrange: leaked, command: 'incident.escalate', input: { incident: 1, reason: '期满' }, expect: denied },
    { name: 'refuses a sanction in a closed case', arrange: all_(missing, (d) => void d.must('incident.close', closing)), command: 'incident.sanction', input: punish, expect: denied }),
  ...of('L047-P',
    { name: 'demands why it is not finished', arrange: leaked, command: 'incident.result', input: { incident: 1, progress: true }, expect: { missing: ['reason'] } },
    { name: 'keeps the progress and why', arrange: leaked, command: 'incident.result', input: { incident: 1, progress: true, reason: '鉴定未出' }, expect: look((b) => row(b.row('incidents'), { progressReportedOn: '2026-11-20', progressReason: '鉴定未出', resultReportedOn: null })) }),
  ...of('L047-D',
    { name: 'refuses a result before anybody was dealt with', arrange: leaked, command: 'incident.result', input: { incident: 1 }, expect: denied },
    { name: 'refuses a day to come', arrange: all_(leaked, punished), command: 'incident.result', input: { incident: 1, reportedOn: '2026-11-21' }, expect: denied },
    { name: 'lets the result pass', arrange: all_(leaked, punished), command: 'incident.result', input: { incident: 1 }, expect: look((b) => row(b.row('incidents'), { resultReportedOn: '2026-11-20' })) }),
  ...of('P157',
    { name: 'demands how the people helped where an organ investigates', arrange: leaked, command: 'incident.result', input: { incident: 1, progress: true, reason: '核查中', investigators: '国家安全机关' }, expect: { missing: ['cooperation'] } },
    { name: 'keeps it', arrange: leaked, command: 'incident.result', input: { incident: 1, progress: true, reason: '核查中', investigators: '国家安全机关', cooperation: '提供登记簿，当事人到场说明' }, expect: look((b) => row(b.row('incidents'), { investigators: '国家安全机关', cooperation: '提供登记簿，当事人到场说明' })) }),
  ...of('P159',
    { name: 'refuses a measure the unit does not use', arrange: all_(leaked, set('incident.sanctions', ['criticism', 'warning'])), command: 'incident.sanction', input: { ...punish, sanctions: [{ name: '某某', measure: 'fine' }] }, expect: { refused: 'deny', says: /罚款/ } },
    { name: 'refuses to let somebody off without a word', arrange: leaked, command: 'incident.sanction', input: { ...punish, sanctions: [{ name: '某某', measure: 'none' }] }, expect: denied },
    { name: 'refuses a decision to come', arrange: leaked, command: 'incident.sanction', input: { ...punish, sanctions: [{ name: '某某', measure: 'warning', on: '2026-11-21' }] }, expect: denied },
    { name: 'keeps each decision', arrange: leaked, command: 'incident.sanction', input: punish, expect: look((b) => row(b.row('incidents'), { sanctionsZh: '某某：警告（2026-11-20，党组会决定）', handled: '某某：警告（2026-11-20，党组会决定）', supervisor: '某处长', responsible: '["某某"]' })) }),
  ...of('P160',
    { name: 'demands who failed to supervise', arrange: leaked, command: 'incident.sanction', input: { ...punish, supervisor: undefined }, expect: { missing: ['supervisor'] } },
    { name: 'takes the reason why nobody did', arrange: leaked, command: 'incident.sanction', input: { ...punish, supervisor: undefined, noSupervisorReason: '已尽教育监督之责' }, expect: look((b) => row(b.row('incidents'), { supervisor: '无（已尽教育监督之责）' })) },
    { name: 'asks it only once', arrange: all_(leaked, punished), command: 'incident.sanction', input: { ...punish, supervisor: undefined }, expect: passes }),
  ...of('P156',
    { name: 'demands whether it was stopped', command: 'tipOff.record', input: { ...seen, stopped: undefined }, expect: { missing: ['stopped'] } },
    { name: 'keeps who told it', command: 'tipOff.record', input: seen, expect: look((b) => row(b.row('tipOffs'), { reporter: '欧阳笺', stopped: 1, state: 'recorded' })) },
    { name: 'leaves the name out when asked to', command: 'tipOff.record', input: { ...seen, anonymous: true }, expect: look((b) => row(b.row('tipOffs'), { reporter: null })) }),
  ...of('P156-H',
    { name: 'refuses to let the accused handle it', arrange: (d) => void d.must('tipOff.record', { ...seen, about: secadmin.name }), command: 'tipOff.handle', input: { tipOff: 1, handled: '查无实据' }, actor: secadmin, expect: denied },
    { name: 'lets the security administrator handle it', arrange: (d) => void d.must('tipOff.record', seen), command: 'tipOff.handle', input: { tipOff: 1, handled: '已批评' }, actor: secadmin, expect: look((b) => row(b.row('tipOffs'), { state: 'handled', handledBy: secadmin.name })) }),
  ...of('P414',
    { name: 'lets nobody else read what was told', arrange: (d) => void d.must('tipOff.record', seen), command: 'record.view', input: { register: 'tipOffs', record: 1 }, expect: denied }),
];

export const incidentsCases: readonly Case[] = [...destruction, ...incidents];
