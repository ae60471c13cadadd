import type { CommandName } from '#shared/contract/commands.ts';
import { sysadmin } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, lend, machine, read, running, shelve, staff, use } from './rulesCases.ts';
import { classificationSamples, furnishClassification } from './samplesClassification.ts';
import { furnishProduction, productionSamples } from './samplesProduction.ts';
import { circulationSamples, furnishCirculation } from './samplesCirculation.ts';
import { archiveSamples, furnishArchive } from './samplesArchive.ts';
import { checkingSamples, furnishChecking } from './samplesChecking.ts';
import { countingSamples, furnishCabinet, furnishCounting } from './samplesCounting.ts';
import { furnishHandover, handoverSamples } from './samplesHandover.ts';
import { furnishIncidents, incidentsSamples } from './samplesIncidents.ts';

type Input = Record<string, unknown>;
const digest = 'a'.repeat(64);

/** Books with one record of every kind, so that every sample below finds what it is about. */
export const furnish = (desk: Desk): void => {
  all_(staff(), shelve(), shelve({ copySerial: '000004' }), shelve({ copySerial: '000005' }), running(), machine({ assetNumber: 'SM-002' }))(desk);
  desk.must('account.create', { account: 'xin', name: '新来者', roles: ['clerk'], password: 'Qx7#mwvT2!kk' }, sysadmin);
  desk.must('account.create', { account: 'jian', name: '闻人录', roles: ['approver'], password: 'Qx7#mwvT2!kk' }, sysadmin);
  desk.must('carrier.read', { ...read, carrier: 'ZT-2026-00002' });
  desk.must('carrier.destroy.propose', agreed('carrier.destroy.propose', { carriers: ['ZT-2026-00003'], reason: '过期', method: 'shred', place: 'authority_facility' })(desk));
  desk.must('violation.record', { kind: 'other', account: '未登记外借', reason: '疏忽', possibleLeak: true });
  desk.must('approval.request', { command: 'carrier.lend', input: lend, reason: '工作需要' });
  desk.must('usageLog.open', use);
  desk.must('import.open', { register: 'carriers', fileName: '旧台账.xlsx', fileDigest: digest, rowsRead: 1, accepted: 1, doubtful: 0, rejected: 0, skipped: 0 });
  desk.must('register.print', { form: 'ledger', title: '载体台账', rows: 1, level: null, secrecyPeriod: null, digest });
  staff('慕容档')(desk);
  desk.must('backup.make', { file: 'D:/b', bytes: 1, sha256: digest, chainSeq: 1, chainHash: digest, seconds: 1 }, sysadmin);
  furnishClassification(desk);
  furnishCirculation(desk);
  furnishProduction(desk);
  furnishCounting(desk);
  furnishHandover(desk);
  furnishIncidents(desk);
  furnishArchive(desk);
  furnishChecking(desk);
  furnishCabinet(desk);
};

/** A well-formed input for every command; the compiler asks for one when a command is added. */
export const sampleInputs: Readonly<Record<CommandName, Input>> = {
  'carrier.receive': { title: '通知' }, 'carrier.enter': { title: '月报', custodian: '欧阳笺', place: '3号柜' }, 'carrier.place': { carrier: CARRIER, place: '5号柜' }, 'carrier.lend': lend, 'carrier.read': read,
  'carrier.giveBack': { carrier: 'ZT-2026-00002' }, 'carrier.extendLoan': { carrier: CARRIER, dueOn: '2026-11-25', reason: '未办完' }, 'carrier.copy': { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺' },
  'carrier.transfer': { carrier: CARRIER, to: '慕容档', place: '5号柜', receivedBy: '慕容档' }, 'carrier.returnToIssuer': { carrier: CARRIER, receivedBy: '司徒收' },
  'carrier.destroy.propose': { carriers: [CARRIER], reason: '过期', method: 'shred', place: 'authority_facility' }, 'carrier.destroy.execute': { destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: '慕容档', witness2: '南宫砚', escorts: ['慕容档', '南宫砚'], receiptNumber: 'HZ-01', unrecoverable: true }, 'carrier.destroy.cancel': { destruction: 1, reason: '改送' },
  'carrier.reportMissing': { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' }, 'carrier.find': { carrier: CARRIER, foundWhere: '柜顶' }, 'carrier.correct': { carrier: CARRIER, revision: 1, set: { pages: 39 }, reason: '笔误' },
  'record.correct': { register: 'persons', record: 1, revision: 1, set: { duty: '科长' }, reason: '笔误' }, 'record.view': { register: 'carriers', record: CARRIER },
  'knowledge.record': { carrier: CARRIER, readers: ['南宫砚'], how: 'handled' }, 'knowledge.sign': { reading: 1, signature: 'ink' }, 'scope.set': { carrier: CARRIER, accessScope: ['南宫砚'], basis: '来文' }, 'scope.widen': { carrier: CARRIER, add: ['慕容档'], reason: '参加编制' }, 'scope.revoke': { carrier: CARRIER, remove: ['南宫砚'], reason: '调离' },
  'incident.report': { incident: 1, reportedTo: ['主管领导'], remedy: '封存', byWord: true }, 'incident.searchLog': { incident: 1, entry: '再查一遍' }, 'incident.close': { incident: 1, cause: '误放', handled: '批评', corrected: '登记', educated: '培训' },
  'violation.record': { kind: 'other', account: '未登记外借', reason: '疏忽' }, 'violation.review': { violation: 1 },
  'approval.request': { command: 'carrier.lend', input: lend, reason: '工作需要' }, 'approval.decide': { request: 2, verdict: 'approved' }, 'approval.recordPaper': { request: 2, verdict: 'approved', signedBy: '闻人录', signedOn: '2026-11-20', opinion: '同意' }, 'approval.void': { request: 2, reason: '不办了' },
  'computer.register': { assetNumber: 'SM-003', level: 'secret', room: '301', custodian: '欧阳笺' }, 'computer.commission': { computer: 'SM-002', checkReport: 'JC-2' }, 'computer.assign': { computer: 'SM-001', custodian: '慕容档', reason: '调岗' }, 'computer.relocate': { computer: 'SM-001', room: '302', reason: '调整' }, 'computer.withdraw': { computer: 'SM-002', reason: '老化' },
  'usageLog.open': { ...use, computer: 'SM-002' }, 'usageLog.close': { usage: 1, outputs: '无', abnormal: '无' }, 'usageLog.closeYear': { computer: 'SM-001', year: 2025 },
  'person.register': { name: '慕容档' }, 'person.activate': { person: '南宫砚' }, 'person.suspend': { person: '南宫砚', reason: '审查' }, 'person.leavePost': { person: '南宫砚', reason: '调离' },
  'import.open': { register: 'carriers', fileName: '旧.xlsx', fileDigest: digest, rowsRead: 1, accepted: 1, doubtful: 0, rejected: 0, skipped: 0 }, 'import.withdraw': { batch: 1, reason: '读错' },
  'register.print': { form: 'ledger', title: '载体台账', rows: 1, level: null, secrecyPeriod: null, digest }, 'register.printed': { print: 1, result: 'done' },
  'account.create': { account: 'jiu', name: '旧来者', roles: ['clerk'], password: 'Qx7#mwvT2!kk' }, 'account.confirm': { account: 'xin' }, 'account.grantRole': { account: 'xin', roles: ['approver'], reason: '调岗' }, 'account.setPassword': { oldPassword: 'x', newPassword: 'Qx7#mwvT2!kk' }, 'account.unlock': { account: 'xin', reason: '本人申请' }, 'account.revoke': { account: 'xin', reason: '调离' },
  'policy.change': { key: 'loan.days', value: 5, reason: '从严' }, 'setting.change': { key: 'department', value: '保密办' }, 'clock.confirm': { reason: '已校对' }, 'audit.anchor': {}, 'anchor.accept': { reason: '核对纸质锚点' }, 'audit.verified': { ok: true, checks: [] },
  ...classificationSamples, ...productionSamples, ...circulationSamples, ...archiveSamples, ...countingSamples, ...checkingSamples, ...handoverSamples, ...incidentsSamples,
  'loan.enter': { importBatch: 1, borrower: '南宫砚', title: '旧件', lentOn: '2020-03-01', returnedOn: '2020-03-05' }, 'dispatch.enter': { importBatch: 1, recipient: '示例省青岭厅', title: '旧件', sentOn: '2020-03-01', receivedBy: '司徒收' },
  'copy.enter': { importBatch: 1, title: '旧件', quantity: 2, copiedOn: '2020-03-01' }, 'notebook.enter': { importBatch: 1, carrier: 'BM-1', holder: '南宫砚', issuedOn: '2020-03-01' }, 'destruction.enter': { importBatch: 1, title: '旧件', destroyedOn: '2020-03-01' },
  'backup.make': { file: 'D:/b', bytes: 1, sha256: digest, chainSeq: 1, chainHash: digest, seconds: 1 }, 'backup.rotate': { backup: 1, reason: '轮换' }, 'restore.run': { file: 'D:/b', sha256: digest, bytes: 1, backupSeq: 1, backupHash: digest, missingFrom: null, missingTo: null },
};

