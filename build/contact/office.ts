// An invented office with one of everything that is printed, entered through the door like any other day. The contact sheet and the
// tests of paper fill their forms from its books.
import path from 'node:path';
import { enter } from '#electron/commands/door.ts';
import { doorOf, foundVault, lock, openSession } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { scryptCostForTests } from '#electron/vault/keys.ts';
import { checklistOf } from '#shared/checklists.ts';
import type { Actor } from '#shared/roles.ts';

const password = 'Lengshan#Qingtai2026';
const leader: Actor = { account: 'leader', name: '闻人录', roles: ['approver'] };
const security: Actor = { account: 'secadmin', name: '令狐策', roles: ['security_administrator'] };
const system: Actor = { account: 'sysadmin', name: '司空栈', roles: ['system_administrator'] };
const staff = [{ account: 'clerk', name: '欧阳笺', roles: ['clerk'] as const }, leader, system, security, { account: 'auditor', name: '端木核', roles: ['auditor'] as const }];

type Input = Readonly<Record<string, unknown>>;
type Made = Readonly<{ id: number; number: string }>;
/** Acts that must be taken, the same with an approval agreed for exactly them, and a carrier put on the books. */
export type Hands = Readonly<{
  must: (name: string, input: Input, actor?: Actor, second?: Actor) => Readonly<Record<string, unknown>>;
  agreed: (name: string, input: Input) => Readonly<Record<string, unknown>>;
  carrier: (title: string, more?: Input) => Made;
}>;

function handsOf(s: Session): Hands {
  const must: Hands['must'] = (name, input, actor = s.me, second) => {
    const result = enter(doorOf(s), actor, name, input, second ?? null);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
    return result.value.result as Readonly<Record<string, unknown>>;
  };
  let copies = 0;
  return {
    must,
    agreed: (command, input) => {
      const { id } = must('approval.request', { command, input, reason: '工作需要' })['approval'] as Made;
      must('approval.decide', { request: id, verdict: 'approved', opinion: '同意。' }, leader);
      return must(command, { ...input, approval: id });
    },
    carrier: (title, more = {}) => {
      copies += 1;
      const input = { title, level: 'secret', period: { years: 10 }, accessScope: ['南宫砚', '慕容档'], issuer: '示例省青岭厅', docNumber: `示厅函〔2026〕${20 + copies}号`, copySerial: String(copies).padStart(6, '0'), pages: 12 + copies, issuedOn: '2026-10-12', custodian: '欧阳笺', place: '3号柜1格', cabinetKind: 'code_cabinet', source: 'received', ...more };
      return must('carrier.enter', Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))['carrier'] as Made;
    },
  };
}

/** People, a machine that was used, mail that came in, and what is done with a carrier at the desk. */
function deskWork({ must, agreed, carrier }: Hands): void {
  for (const [name, department] of [['南宫砚', '规划科'], ['慕容档', '储备科'], ['钟离书', '规划科'], ['上官册', '测绘科']] as const) {
    must('person.register', { name, department, post: '业务岗', personnelClass: 'important', employment: 'staff', status: 'on_post', delegate: true, screenedOn: '2026-03-01', screeningResult: 'passed', trainedOn: '2026-05-10', undertakingOn: '2026-03-05' });
  }
  must('computer.register', { assetNumber: 'SM-001', level: 'secret', filingNumber: 'BA-2026-01', diskSerial: 'EX-0003', brandModel: '示例 T1', room: '保密室 301', department: '规划科', custodian: '慕容档', users: ['慕容档', '钟离书'] });
  must('computer.commission', { computer: 'SM-001', checkReport: 'JC-2026-01' });
  must('usageLog.open', { computer: 'SM-001', user: '慕容档', work: '起草物资储备方案', level: 'secret', startedAt: '2026-11-20T08:10:00', endedAt: '2026-11-20T08:55:00', outputs: '打印 1 份', outputCount: 1, abnormal: '无' });
  const mail = { level: 'secret', period: { years: 10 }, issuer: '示例省青岭厅', pages: 12, accessScope: ['南宫砚', '慕容档'], custodian: '欧阳笺', place: '3号柜1格', signedBy: '欧阳笺', counted: true, channel: 'confidential_transport', cabinetKind: 'code_cabinet' };
  must('carrier.receive', { ...mail, title: '关于报送年度计划的通知', docNumber: '示厅函〔2026〕31号', copySerials: ['000107'], urgency: 'urgent' });
  must('carrier.receive', { ...mail, title: '关于报送季度计划的通知', docNumber: '示厅函〔2026〕32号', copySerials: ['000108'], urgency: 'normal' });
  const route = { carrier: 'ZT-2026-00001', readers: ['南宫砚', '慕容档'], proposal: '拟请规划科、储备科阅，提出意见。' };
  agreed('carrier.route', route);
  must('carrier.circulate', { circulation: 1, reader: '南宫砚', signature: 'ink', place: '阅文室' });
  must('circulation.takeBack', { circulation: 1, pagesChecked: true, signature: 'ink', opinion: '已阅', instructions: '请规划科提出意见', followUpDueOn: '2026-11-27' });
  const plan = carrier('示范园区供水管网改造方案（送审稿）', { accessScope: ['南宫砚', '钟离书'] });
  must('carrier.correct', { carrier: plan.id, revision: 1, set: { docNumber: '示厅函〔2026〕27号' }, reason: '文号录入有误' });
  must('knowledge.record', { carrier: plan.id, readers: ['钟离书'], how: 'meeting', place: '第二会议室', signature: 'ink' });
  agreed('carrier.lend', { carrier: plan.id, borrower: '南宫砚', reason: '编制方案', place: '规划科 302', dueOn: '2026-11-27', signature: 'ink' });
  const map = carrier('园区测绘成果图 1:2000（示例幅）', { carrierKind: 'map', pages: 1 });
  agreed('carrier.copy', { carrier: map.id, kind: 'copy', quantity: 2, reason: '送评审会', operator: '欧阳笺', machine: 'FY-01', place: '文印室', stamped: true, wasteSheets: 2 });
  must('violation.record', { kind: 'records', account: '上午借出未当面清点，下午补点，页数相符。', reason: '经办人疏忽', carrier: map.id, person: '慕容档', measures: '批评教育' });
  must('refusal.record', { askedBy: '某科长', asked: '要求把文件带回家', rules: '涉密载体不得带回住所', carrier: plan.id });
  carrier('年度物资储备数据光盘', { carrierKind: 'optical', pages: undefined, sizeNote: '0.6GB', deviceSerial: 'GP-2026-011', place: '5号柜盘架' });
  const notebook = carrier('保密本', { carrierKind: 'notebook', docNumber: undefined });
  must('notebook.issue', { carrier: notebook.id, holder: '南宫砚', pages: 100, dueOn: '2026-12-31' });
}

/** A run printed, sent out in a sealed envelope, a file read in the archive, papers carried to a conference. */
function printRoomWork({ must, agreed, carrier }: Hands): void {
  const run = {
    title: '示范园区供水管网改造工作方案', docNumber: '青研〔2026〕8号', level: 'secret', period: { years: 10 }, basisDocument: '示厅函〔2026〕27号', accessScope: ['南宫砚'], distribution: [{ recipient: '示例省青岭厅', copies: 2 }, { recipient: '规划科', copies: 1 }], copies: 5, retention: '办结归档', returnBy: '2026-12-31',
    drafter: '南宫砚', department: '规划科', signed: [{ role: '科室负责人', name: '申屠核' }, { role: '主管领导', name: '闻人录' }, { role: '单位负责人', name: '公孙批' }], machine: 'SM-001', operator: '南宫砚',
  };
  agreed('production.request', run);
  const made = must('production.complete', { production: 1, copiesMade: 5, filedCopies: 1, typist: '南宫砚', proofreader: '南宫砚', proofs: 3, wasteSheets: 4, master: 'erased', pages: 12, custodian: '欧阳笺', place: '3号柜2格', cabinetKind: 'code_cabinet' })['carriers'] as readonly Made[];
  const away = made.slice(0, 2).map((c) => c.number);
  must('carrier.dispatch', { carriers: away, recipient: '示例省青岭厅', addressee: '司徒收', urgency: 'addressee_only', checkedBy: '端木核' });
  must('carrier.convey', { carriers: away, recipient: '示例省青岭厅', channel: 'courier', couriers: ['南宫砚'], route: '沿湖东路直达', vehicle: '公务车', measures: '密码箱', sealed: true, envelope: '青研机字第1号', itemsListed: true });
  const file = carrier('会议文件汇集');
  must('carrier.file', { carrier: file.id, archiveNumber: '2026-DA-001', place: '档案库1架' });
  agreed('archive.consult', { items: [file.number], readerName: '太史来', unit: '示例省档案馆', outsider: true, letter: '示档介〔2026〕15号', purpose: '编制方案', range: '第1至10页', place: '档案查阅室' });
  const bag = [carrier('方案评审材料').number, carrier('方案评审意见汇总').number];
  agreed('carrier.carryOut', { carriers: bag, traveller: '南宫砚', companions: ['慕容档'], destination: '示例省青岭厅', purpose: 'meeting', reason: '参加方案评审会', measures: '密码箱，随身携带', dueOn: '2026-11-22', counted: 2 });
}

/** Levels set and changed, cabinets counted, papers called in, a list answered. */
function oversight({ must, agreed, carrier }: Hands): void {
  must('policy.change', { key: 'classification.officers', value: ['闻人录 机密 规划业务'], reason: '指定', headAgreement: '青研函〔2026〕3号' }, security);
  must('classification.propose', { title: '供水调度方案', level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], kind: 'original', clause: '水利工作保密事项范围第三条', basis: '涉及未公开的调度数据', proposer: '南宫砚', submitTo: '示例省青岭厅', disputed: ['confidential'] });
  must('classification.recordNotice', { carriers: [carrier('防洪调度数据').id], notice: 'change', level: 'confidential', period: { years: 5 }, noticeNumber: '示厅密〔2026〕9号', noticeFrom: '示例省青岭厅', noticeOn: '2026-11-19', decidedOn: '2026-11-18' });
  must('classification.notified', { classification: 2, people: ['慕容档'] });
  agreed('classification.change', { carrier: carrier('机井普查表', { source: 'produced', issuer: '青岭研究所', basisDocument: '示厅函〔2026〕2号', issuedOn: '2026-01-10' }).id, level: 'confidential', period: { years: 5 }, decider: '闻人录', basis: '情势变化' });
  const seen = carrier('应急演练脚本', { place: '5号柜1格' });
  must('stocktake.open', { kind: 'full', counter: '欧阳笺', checker: '闻人录' });
  must('stocktake.count', { stocktake: 1, scanned: seen.number });
  must('stocktake.count', { stocktake: 1, scanned: 'ZT-2026-00002', place: '5号柜2格', explanation: '归还时放错' });
  must('stocktake.close', { stocktake: 1, warnReason: '各柜已查' }, undefined, leader);
  must('recall.open', { kind: 'issuer', title: '清退青岭厅文件', issuer: '示例省青岭厅', noticeNumber: '示厅函〔2026〕40号', dueOn: '2026-12-10' });
  must('check.record', { checklist: 'store', inspector: '欧阳笺', place: '档案库', answers: checklistOf('store').questions.map((x) => ({ key: x.key, answer: x.key === 'damp' ? 'no' : x.key === 'fire' ? 'na' : 'yes' })), findings: '北墙返潮', correctBy: '2026-12-01' });
}

/** What was destroyed, what is missing, who leaves, who takes over, what came by cipher. */
function endings({ must, agreed, carrier }: Hands): void {
  const burn = [carrier('过期会议通知', { level: 'confidential', period: { years: 1 } }).id, carrier('协调会汇报提纲（过程稿）').id];
  agreed('carrier.destroy.propose', { carriers: burn, reason: '使用期满无保存价值', method: 'shred', place: 'authority_facility', placeName: '示例市销毁工作机构' });
  must('carrier.destroy.execute', { destruction: 1, countBefore: 2, countAfter: 2, executor: '司马执', witness1: '慕容档', witness2: '钟离书', escorts: ['慕容档', '钟离书'], receiptNumber: 'HZ-2026-08', unrecoverable: true }, undefined, { account: 'zhongli', name: '钟离书', roles: ['approver'] });
  must('telegram.receive', { telegramNumber: '示电〔2026〕12号', title: '关于汛期值守的电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', accessScope: ['南宫砚'] });
  must('telegram.read', { telegram: 1, reader: '南宫砚', purpose: '值守', place: '机要室', signature: 'ink' });
  must('account.create', { account: 'heir', name: '宗政接', roles: ['clerk'], password: 'Qx7#mwvT2!kk' }, system);
  must('handover.open', { kind: 'holder', cause: '调离', person: '南宫砚', giver: '南宫砚', taker: '欧阳笺' });
  must('handover.open', { kind: 'post', cause: '轮岗', giver: '欧阳笺', giverAccount: 'clerk', taker: '宗政接', takerAccount: 'heir', supervisor: '闻人录' });
  must('carrier.reportMissing', { carrier: carrier('云杉项目阶段评审材料').id, discoveredAt: '2026-11-20T08:30:00', discoveredBy: '欧阳笺', account: '晨检时不在柜内，最后一次见到是昨日下班前。', reportedTo: '主管领导' });
  must('incident.searchLog', { incident: 1, entry: '查过 3 号柜和文印室，没有找到。' });
  must('incident.report', { incident: 1, reportedTo: ['主管领导', '保密工作机构', '同级保密行政管理部门', '上级主管部门'], remedy: '封存文印室设备', course: '20 日晨在 3 号柜前发现', responsible: ['南宫砚'], harm: '方案内容可能外泄' });
  must('incident.sanction', { incident: 1, responsible: ['南宫砚'], supervisor: '某处长', sanctions: [{ name: '南宫砚', measure: 'warning', by: '党组会' }] });
  must('tipOff.record', { about: '某处人员', account: '把文件放在桌上离开', stopped: true });
  for (const [place, kind] of [['3号柜', 'code_cabinet'], ['5号柜', 'code_cabinet'], ['机要柜', 'code_safe']] as const) must('cabinet.register', { place, kind, level: 'secret', room: '保密室 301' });
}

export type Office = Readonly<{ session: Session; close: () => void }>;

/** Founds the office in `dir`/vault and fills its books; the clerk is signed in on 2026-11-20. Throws when an act is refused. */
export async function openContactOffice(dir: string): Promise<Office> {
  let clock = Date.parse('2026-11-20T09:00:00+08:00');
  const now = (): string => new Date((clock += 1000)).toISOString();
  const vault = path.join(dir, 'vault');
  await foundVault(vault, { terminal: { organisation: '青岭研究所', terminalNumber: '03', level: 'secret' }, testClock: true, accounts: staff.map((a) => ({ ...a, roles: [...a.roles], password })), scryptN: scryptCostForTests(1024) }, now);
  const session = await openSession(vault, 'clerk', password, now);
  const hands = handsOf(session);
  for (const work of [deskWork, printRoomWork, oversight, endings]) work(hands);
  return { session, close: () => { lock(session); } };
}
