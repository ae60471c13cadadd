import type { CommandName } from '#shared/contract/commands.ts';
import type { endingCommands } from '#shared/contract/ending.ts';
import type { incidentCommands } from '#shared/contract/incidents.ts';
import { clerk } from '../desk.ts';
import { maybe, ORGAN, scope } from './actsCarriers.ts';
import type { Makers } from './actsCarriers.ts';
import { secondClerk } from './world.ts';
import type { Input, World } from './world.ts';

const others = { electronicFiles: 0, devices: 1, media: 0, notebooks: 0, passes: 1, keys: 2, doorRights: 1 };
const inCustody = `state = 'in_custody' AND EXISTS (SELECT 1 FROM carriers c WHERE c.id = telegrams.carrier AND c.state = 'in_custody')`;
const readerOfTelegram = (w: World, telegram: number): string => {
  const names = w.rows(`SELECT p.name FROM telegrams t JOIN carriers c ON c.id = t.carrier, json_each(c.accessScope) s JOIN persons p ON p.name = s.value WHERE t.id = ? AND p.status = 'on_post' AND p.personnelClass <> 'general'`, telegram);
  return names.length === 0 ? w.person() : (w.dice.pick(names)['name'] as string);
};

/** Handing over, cipher telegrams. */
export const endingActsOf: Makers<keyof typeof endingCommands> = {
  'handover.open': (w) => {
    const taker = w.keeper.account === clerk.account ? secondClerk : clerk;
    return w.dice.pick<() => Input>([
      () => ({ kind: 'post', cause: '轮岗', giver: w.keeper.name, taker: taker.name, takerAccount: taker.account, supervisor: '闻人录' }),
      () => {
        const person = w.person();
        return { kind: 'holder', cause: '调离', person, giver: person, taker: w.keeper.name };
      },
      () => ({ kind: 'unit', cause: '机构调整', giver: w.keeper.name, taker: '对方保密员', toUnit: '示例市某局', supervisor: '闻人录', carriers: w.many('carriers', 3, `state = 'in_custody' AND carrierKind = 'paper' AND circulation IS NULL`) }),
      () => ({ kind: 'retired', cause: '退休', giver: '退休人员', taker: w.keeper.name, carriers: w.many('carriers', 2, `state = 'in_custody' AND carrierKind = 'paper'`) }),
    ])();
  },
  'handover.close': (w) => {
    const handover = w.one('handovers', `state = 'open'`);
    const h = w.rows('SELECT * FROM handovers WHERE id = ?', handover)[0] ?? {};
    const kept = `state NOT IN ('destroyed', 'transferred', 'returned', 'withdrawn', 'missing')`;
    const n = h['kind'] === 'unit' || h['kind'] === 'retired'
      ? w.rows(`SELECT COUNT(*) AS n FROM handovers h, json_each(h.items) i JOIN carriers c ON c.id = i.value WHERE h.id = ? AND c.${kept}`, handover)
      : w.rows(`SELECT COUNT(*) AS n FROM carriers WHERE custodian = ? AND ${kept}`, h['giver'] ?? '');
    return { handover, counted: n[0]?.['n'] ?? 0, ...(h['kind'] === 'unit' ? { receiptNumber: w.fresh('回执') } : { others }), differences: '已逐件核对', signedFrom: 'ink', signedTo: 'ink', ...(h['kind'] === 'post' || h['kind'] === 'holder' ? { rightsRevokedOn: w.day(0) } : {}), keptPrivately: false };
  },
  'handover.cancel': (w) => ({ handover: w.one('handovers', `state = 'open'`), reason: '暂缓' }),
  'telegram.receive': (w) => ({ telegramNumber: w.fresh('示电〔2026〕'), title: w.fresh('电报'), issuer: ORGAN, level: 'secret', period: { years: 10 }, keeper: w.rows(`SELECT keeper FROM telegrams WHERE state = 'in_custody' LIMIT 1`)[0]?.['keeper'] ?? w.keeper.name, place: '机要柜1格', cabinetKind: 'code_cabinet', accessScope: scope(w) }),
  'telegram.read': (w) => {
    const telegram = w.one('telegrams', inCustody);
    return { telegram, reader: readerOfTelegram(w, telegram), purpose: '值守安排', place: '机要室', signature: 'ink' };
  },
  'telegram.extract': (w) => {
    const telegram = w.one('telegrams', inCustody);
    return { telegram, by: (w.rows('SELECT keeper FROM telegrams WHERE id = ?', telegram)[0]?.['keeper'] as string | undefined) ?? '欧阳笺', notebook: w.carrier('in_custody in_use', `carrierKind = 'notebook' AND level = 'secret'`), reason: '值守安排', originatorConsent: w.fresh('示电同意'), consentOn: w.day(0) };
  },
  'telegram.reply': (w) => ({ telegram: w.one('telegrams', `${inCustody} AND repliedAt IS NULL`), channel: 'cipher', replyNumber: w.fresh('青电〔2026〕') }),
  'telegram.return': (w) => ({ telegram: w.one('telegrams', inCustody), receivedBy: '司徒收' }),
};

const open = (w: World, where = '1'): number => w.one('incidents', `state <> 'closed' AND (${where})`);

/** Cases and what becomes of them. */
export const incidentActsOf: Makers<keyof typeof incidentCommands | `incident.${'report' | 'searchLog' | 'close'}` | `violation.${'record' | 'review'}`> = {
  'incident.open': (w) => w.dice.pick<() => Input>([
    () => ({ kind: 'damage', carrier: w.carrier('in_custody archived'), discoveredBy: w.keeper.name, account: '受潮', remedy: '晾干', reportedTo: '主管领导' }),
    () => ({ kind: 'leak', carrier: w.carrier('in_custody lent'), discoveredBy: w.keeper.name, account: '可能外泄', remedy: '封存', reportedTo: '主管领导' }),
    () => ({ kind: 'anomaly', persons: [w.person()], discoveredBy: w.keeper.name, account: '未经批准出境', reportedTo: '主管领导' }),
  ])(),
  'incident.internal': (w) => ({ incident: open(w), to: '主管领导' }),
  'incident.escalate': (w) => ({ incident: w.one('incidents', `state IN ('searching', 'reported')`), reason: '查找期满没有找到' }),
  'incident.sanction': (w) => ({ incident: open(w), responsible: ['某某'], supervisor: '某处长', sanctions: [{ name: '某某', measure: w.dice.pick(['criticism', 'warning']), by: '党组会' }] }),
  'incident.result': (w) => ({ incident: open(w), progress: w.dice.chance(0.5), reason: '还在核查' }),
  'incident.report': (w) => ({ incident: open(w), reportedTo: ['主管领导', '保密工作机构', '同级保密行政管理部门', '上级主管部门', '省级保密行政管理部门'], remedy: '封存', byWord: w.dice.chance(0.3), course: '当日下午，保密室', responsible: ['尚未查明'], harm: '待评估', inquiry: '逐柜查找', account: '清点发现' }),
  'incident.searchLog': (w) => ({ incident: open(w), entry: '再查一遍' }),
  'incident.close': (w) => ({ incident: open(w, `foundAt IS NOT NULL OR kind NOT IN ('missing') OR escalatedAt IS NOT NULL`), cause: '误放', handled: '批评', corrected: '登记', educated: '培训' }),
  'violation.record': (w) => ({ kind: 'other', account: '未登记外借', reason: '疏忽', ...maybe(w, 0.5, 'carrier', () => w.one('carriers')), ...maybe(w, 0.3, 'possibleLeak', () => true) }),
  'violation.review': (w) => ({ violation: w.one('violations', `state = 'recorded'`) }),
  'tipOff.record': () => ({ about: '某处人员', account: '在走廊谈论', stopped: true }),
  'tipOff.handle': (w) => ({ tipOff: w.one('tipOffs'), handled: '已核实' }),
};

const digest = 'a'.repeat(64);
const account = (w: World, state: string): string => w.dice.pick(w.rows(`SELECT account FROM accounts WHERE state = ? AND account LIKE 'yong%'`, state))['account'] as string;
const computer = (w: World, state = `state = 'in_use'`): number => w.one('computers', state);

type Rest = Exclude<CommandName, keyof typeof incidentActsOf | keyof typeof endingActsOf | keyof typeof import('./actsCarriers.ts').carrierActs | keyof typeof import('./actsCourse.ts').circulationActsOf | keyof typeof import('./actsCourse.ts').archiveActsOf | keyof typeof import('./actsCourse.ts').productionActsOf | keyof typeof import('./actsLevels.ts').levelActsOf | keyof typeof import('./actsLevels.ts').countingActsOf>;

/** Approvals by themselves, machines, people, imports, paper, accounts, parameters, backups. */
export const terminalActsOf: Makers<Rest> = {
  'approval.request': (w) => ({ command: 'carrier.lend', input: { carrier: w.carrier('in_custody', `level IS NOT NULL AND carrierKind = 'paper'`), borrower: w.person(), reason: '编制方案' }, reason: '工作需要' }),
  'approval.decide': (w) => ({ request: w.one('approvals', `state = 'pending'`), verdict: w.dice.pick(['approved', 'refused']) }),
  'approval.recordPaper': (w) => ({ request: w.one('approvals', `state = 'pending'`), verdict: w.dice.pick(['approved', 'approved', 'refused']), signedBy: w.dice.pick(['闻人录', '公孙批']), signedOn: w.day(0), opinion: '同意' }),
  'approval.void': (w) => ({ request: w.one('approvals', `state IN ('pending', 'approved')`), reason: '不办了' }),
  'computer.register': (w) => ({ assetNumber: w.fresh('SM-1'), level: w.dice.pick(['secret', 'confidential']), filingNumber: w.fresh('BA-'), room: '301', custodian: w.keeper.name }),
  'computer.commission': (w) => ({ computer: computer(w, `state = 'registered'`), checkReport: w.fresh('JC-') }),
  'computer.assign': (w) => ({ computer: computer(w), custodian: '慕容档', reason: '调岗' }),
  'computer.relocate': (w) => ({ computer: computer(w), room: w.fresh('3'), reason: '调整' }),
  'computer.withdraw': (w) => ({ computer: computer(w, `state IN ('registered', 'in_use') AND assetNumber LIKE 'SM-1%'`), reason: '老化', diskKeptAt: '保密室' }),
  'usageLog.open': (w) => ({ computer: computer(w, `state = 'in_use' AND NOT EXISTS (SELECT 1 FROM usageLogs u WHERE u.computer = computers.id AND u.state = 'open')`), user: w.person(`personnelClass <> 'general'`), work: '起草', level: 'confidential' }),
  'usageLog.close': (w) => ({ usage: w.one('usageLogs', `state = 'open'`), outputs: '无', outputCount: 0, wasteSheets: 0, abnormal: '无' }),
  'usageLog.closeYear': (w) => ({ computer: computer(w), year: 2000 + w.dice.int(26) }),
  'person.register': (w) => ({ name: w.fresh('人员'), department: '规划科', personnelClass: 'important', employment: 'staff', screenedOn: w.day(-30), screeningResult: 'passed', trainedOn: w.day(-10), undertakingOn: w.day(-5), status: 'proposed' }),
  'person.activate': (w) => ({ person: w.one('persons', `status IN ('proposed', 'suspended')`) }),
  'person.suspend': (w) => ({ person: w.one('persons', `status = 'on_post' AND (name LIKE '人员%' OR name = '申屠校')`), reason: '审查' }),
  'person.leavePost': (w) => ({ person: w.one('persons', `status IN ('on_post', 'suspended') AND name LIKE '人员%'`), reason: '调离' }),
  'loan.enter': (w) => ({ importBatch: w.one('imports', `state = 'done' AND register = 'loans'`), borrower: w.dice.pick(['南宫砚', '旧人']), lentOn: w.day(-900), ...(w.dice.chance(0.5) ? { carrier: String(w.rows(`SELECT number FROM carriers WHERE state = 'in_custody' AND importBatch IS NOT NULL LIMIT 1`)[0]?.['number'] ?? w.fresh('旧-')) } : { title: w.fresh('旧件'), level: 'secret', returnedOn: w.day(-800) }), warnReason: '旧登记如此' }),
  'dispatch.enter': (w) => ({ importBatch: w.one('imports', `state = 'done' AND register = 'dispatches'`), recipient: '示例省青岭厅', title: w.fresh('旧件'), level: 'secret', sentOn: w.day(-900), copies: 3, ...maybe(w, 0.5, 'receivedBy', () => '司徒收'), warnReason: '旧登记如此' }),
  'copy.enter': (w) => ({ importBatch: w.one('imports', `state = 'done' AND register = 'copies'`), title: w.fresh('旧件'), level: 'secret', quantity: 2, copiedOn: w.day(-900), warnReason: '旧登记如此' }),
  'notebook.enter': (w) => ({ importBatch: w.one('imports', `state = 'done' AND register = 'notebooks'`), carrier: w.fresh('BM-'), holder: w.dice.pick(['南宫砚', '旧人']), level: 'confidential', issuedOn: w.day(-900), pages: 100, ...maybe(w, 0.3, 'returnedOn', () => w.day(-100)), warnReason: '旧登记如此' }),
  'destruction.enter': (w) => ({ importBatch: w.one('imports', `state = 'done' AND register = 'destructions'`), title: w.fresh('旧件'), level: 'secret', destroyedOn: w.day(-900), listNumber: w.dice.pick(['1', '2']), warnReason: '旧登记如此' }),
  'import.open': (w) => ({ register: w.dice.pick(['carriers', 'carriers', 'carriers', 'carriers', 'loans', 'dispatches', 'copies', 'notebooks', 'destructions']), fileName: w.fresh('旧台账'), fileDigest: digest, rowsRead: 3, accepted: 3, doubtful: 0, rejected: 0, skipped: 0 }),
  'import.withdraw': (w) => ({ batch: w.one('imports', `state = 'done' AND NOT EXISTS (SELECT 1 FROM carriers c WHERE c.importBatch = imports.id AND c.revision > 1)`), reason: '读错' }),
  'finding.explain': (w) => ({ rule: 'BOOK-PRINT', register: 'prints', record: w.one('prints', `state = 'issued'`), explanation: '纸件已核对，待补登结果' }),
  'register.print': (w) => ({ form: 'ledger', title: '载体台账', rows: 3, copies: 1 + w.dice.int(2), purpose: '核对', digest, ...w.dice.pick<Input>([{ level: null, secrecyPeriod: null }, { level: 'secret', secrecyPeriod: '10年' }]), place: '3号柜1格' }),
  'register.printed': (w) => ({ print: w.one('prints', `state = 'issued'`), result: w.dice.pick(['done', 'spoiled']), pages: 2 }),
  'account.create': (w) => ({ account: w.fresh('yong'), name: w.fresh('账户'), roles: w.dice.pick([['clerk'], ['approver']]), password: 'Qx7#mwvT2!kk' }),
  'account.confirm': (w) => ({ account: account(w, 'pending') }),
  'account.grantRole': (w) => ({ account: account(w, 'active'), roles: ['approver'], reason: '调岗' }),
  'account.setPassword': () => ({ oldPassword: 'x', newPassword: 'Qx7#mwvT2!kk' }),
  'account.unlock': (w) => ({ account: account(w, 'active'), reason: '本人申请' }),
  'account.revoke': (w) => ({ account: account(w, 'active'), reason: '调离' }),
  'policy.change': (w) => ({ ...w.dice.pick<Input>([{ key: 'loan.days', value: 1 + w.dice.int(9) }, { key: 'reading.recordFrom', value: w.dice.pick(['secret', 'confidential']) }, { key: 'incident.reportWithinHours', value: 1 + w.dice.int(40) }, { key: 'copy.returnDays', value: 10 + w.dice.int(30) }, { key: 'circulation.maxDays', value: 1 + w.dice.int(9) }, { key: 'destruction.ownMaxItems', value: w.dice.int(40) }]), reason: '从严', headAgreement: '青研函〔2026〕4号' }),
  'setting.change': (w) => ({ key: 'department', value: w.fresh('保密办') }),
  'clock.confirm': () => ({ reason: '已校对' }),
  'audit.anchor': () => ({}),
  'anchor.accept': () => ({ reason: '核对纸质锚点' }),
  'audit.verified': () => ({ ok: true, checks: [] }),
  'backup.make': (w) => ({ file: w.fresh('D:/b'), bytes: 1, sha256: digest, chainSeq: 1, chainHash: digest, seconds: 1 }),
  'backup.rotate': (w) => ({ backup: w.one('backups', `state = 'verified'`), reason: '轮换' }),
  'restore.run': (w) => ({ file: w.fresh('D:/b'), sha256: digest, bytes: 1, backupSeq: 1, backupHash: digest, missingFrom: null, missingTo: null }),
};
