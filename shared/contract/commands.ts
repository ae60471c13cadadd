import { z } from 'zod';
import { personnelClasses, personStatuses } from '../registers/people.ts';
import { roles } from '../roles.ts';
import { violationKindKeys } from '../violations.ts';
import { act, anyRef, carrierRef, computerRef, isoDay, isoInstant, levelInput, line, longText, nameLine, nameList, personRef } from './inputs.ts';
import { archiveCommands } from './archive.ts';
import { checkingCommands } from './checking.ts';
import { circulationCommands } from './circulation.ts';
import { classificationCommands } from './classification.ts';
import { countingCommands } from './counting.ts';
import { endingCommands } from './ending.ts';
import { historyCommands } from './history.ts';
import { incidentCommands } from './incidents.ts';
import { cabinetKind, carrierKind, corrections, custody, itemFields, pagePaper } from './pieces.ts';
import type { Exchange } from './pieces.ts';
import { productionCommands } from './production.ts';

const personFields = {
  department: line().optional(),
  post: line().optional(),
  duty: line().optional(),
  personnelClass: z.enum(Object.keys(personnelClasses) as [keyof typeof personnelClasses, ...(keyof typeof personnelClasses)[]]).optional(),
  employment: z.enum(['staff', 'regular_contract', 'seconded', 're_employed', 'external_expert', 'temporary', 'intern', 'probation']).optional(),
  civilServant: z.boolean().optional(),
  screenedOn: isoDay.optional(),
  screeningResult: z.enum(['passed', 'failed']).optional(),
  trainedOn: isoDay.optional(),
  undertakingOn: isoDay.optional(),
  certificateUntil: isoDay.optional(),
  coolingOffFrom: isoDay.optional(),
  coolingOffUntil: isoDay.optional(),
  onPostFrom: isoDay.optional(),
  delegate: z.boolean().optional(),
  phone: line(40).optional(),
  formerName: nameLine().optional(),
  note: longText().optional(),
};

const clerk = ['clerk'] as const;

/** Everything that can change the books. If it is not here, it cannot be done. */
export const commands = {
  // ── receipts and carriers ──────────────────────────────────────────────────────────────────────────────────────
  'carrier.receive': {
    titleZh: '收文登记', roles: clerk, register: 'receipts',
    input: act({
      ...itemFields,
      receivedOn: isoDay.optional().describe('收文日期；不填即今天'),
      copies: z.int().min(1).max(10_000).default(1),
      copySerials: z.array(line(20)).max(10_000).optional().describe('每份的份号'),
      expectedCopies: z.int().min(1).max(10_000).optional().describe('来文清单所列份数'),
      carrierKind: carrierKind.default('paper'),
      urgency: z.enum(['normal', 'urgent', 'extra_urgent', 'addressee_only']).optional(),
      channel: z.enum(['confidential_transport', 'confidential_post', 'courier', 'exchange_station', 'meeting', 'ordinary', 'fax']).optional(),
      attachments: line().optional(),
      envelope: line().optional(),
      handler: nameLine().optional(),
      signedBy: nameLine().optional(),
      counted: z.boolean().optional().describe('已清点'),
      sealIntact: z.boolean().optional().describe('信封封签完好'),
      broughtBackOn: isoDay.optional().describe('会议带回的：会议结束日期'),
      asClassified: z.boolean().optional().describe('参照密件管理'),
      custodian: nameLine().optional(),
      place: line().optional(),
      cabinetKind: cabinetKind.optional(),
      distinctFrom: z.string().optional().describe('与已登记的同号文件确为另一件时，写明其编号'),
      oldNumber: line(60).optional(),
      importBatch: z.int().positive().optional(),
    }),
  },
  'carrier.enter': {
    titleZh: '登记载体', roles: clerk, register: 'carriers',
    input: act({
      ...itemFields, ...custody,
      carrierKind: carrierKind.default('paper'),
      kindNote: line().optional(),
      copySerial: line(20).optional(),
      copies: z.int().min(1).max(100_000).optional(),
      sizeNote: line().optional(),
      deviceSerial: line(120).optional(),
      receivedOn: isoDay.optional(),
      source: z.enum(['received', 'produced', 'imported']).default('produced'),
      basisDocument: line().optional().describe('定密依据（无定密权单位必填）'),
      state: z.enum(['in_custody', 'in_use', 'lent', 'out_for_repair', 'destroy_pending', 'transferred', 'destroyed', 'returned']).optional().describe('只用于旧台账导入'),
      oldNumber: line(60).optional(),
      oldState: line(60).optional(),
      holder: nameLine().optional().describe('现持有人，只用于旧台账导入'),
      importBatch: z.int().positive().optional(),
      distinctFrom: z.string().optional(),
    }),
  },
  'carrier.place': { titleZh: '存放', roles: clerk, register: 'carriers', input: act({ carrier: carrierRef, place: line(), cabinetKind: cabinetKind.optional(), home: z.boolean().default(true).describe('同时改为固定存放位置') }) },
  'carrier.lend': {
    titleZh: '借出', roles: clerk, register: 'loans', approvable: true,
    input: act({ carrier: carrierRef, borrower: personRef, reason: line().optional(), dueOn: isoDay.optional(), place: line().optional(), signature: z.enum(['pending', 'own_password', 'ink']).optional(), copyingNote: line().optional() }),
  },
  'carrier.read': {
    titleZh: '现场阅读', roles: clerk, register: 'readings', approvable: true,
    input: act({ carrier: carrierRef, reader: personRef, purpose: line().optional(), place: line().optional(), signature: z.enum(['pending', 'own_password', 'ink']).optional(), endedAt: isoInstant.optional() }),
  },
  'carrier.giveBack': {
    titleZh: '归还', roles: clerk, register: 'loans',
    input: act({ carrier: carrierRef, place: line().optional(), pagesChecked: z.boolean().optional().describe('页数齐全'), intact: z.boolean().optional().describe('无涂改、封签完好'), remark: line(1000).optional(), signature: z.enum(['pending', 'own_password', 'ink']).optional() }),
  },
  'carrier.extendLoan': { titleZh: '续借', roles: clerk, register: 'loans', approvable: true, input: act({ carrier: carrierRef, dueOn: isoDay, reason: line() }) },
  'carrier.copy': {
    titleZh: '复制', roles: clerk, register: 'copies', approvable: true,
    input: act({
      carrier: carrierRef, kind: z.enum(['copy', 'electronic']).default('copy'), quantity: z.int().min(1).max(10_000), reason: line().optional(), operator: nameLine().optional(), machine: line().optional(),
      place: line().optional().describe('本单位文印室等'), stamped: z.boolean().optional(), wasteSheets: z.int().min(0).max(100_000).optional(), originatorConsent: line().optional().describe('原定密机关同意的文号'), consentOn: isoDay.optional().describe('原定密机关同意的日期'), consentFile: line().optional().describe('同意文件归入何处'), recipients: z.array(personRef).max(200).optional().describe('领取人'), outsider: z.boolean().optional().describe('外单位或个人申请'),
      returnBy: isoDay.optional(), custodian: nameLine().optional(), storedAt: line().optional(), pages: z.int().min(0).optional(), privateUse: z.boolean().optional(),
    }),
  },
  'carrier.transfer': {
    titleZh: '移交', roles: clerk, register: 'carriers',
    input: act({ carrier: carrierRef, to: nameLine(300).describe('接收人'), toUnit: line().optional().describe('移交外单位时填写'), place: line().optional(), receivedBy: nameLine().optional().describe('接收签字人'), cabinetKind: cabinetKind.optional(), leftFor: z.boolean().optional() }),
  },
  'carrier.returnToIssuer': { titleZh: '清退', roles: clerk, register: 'carriers', input: act({ carrier: carrierRef, to: line().optional(), noticeNumber: line().optional(), receivedBy: nameLine().optional() }) },
  'carrier.destroy.propose': {
    titleZh: '造册待销毁', roles: clerk, register: 'destructions', approvable: true,
    input: act({
      carriers: z.array(carrierRef).min(1).max(2000), reason: line(), method: z.enum(['shred', 'pulp', 'degauss', 'physical', 'chemical']),
      place: z.enum(['authority_facility', 'designated_unit', 'own_equipment', 'scrap_sale', 'other']), placeName: line().optional(), issuerLeave: line().optional().describe('须清退件经制发机关书面同意的文号'), inForce: z.boolean().optional(), certificate: line().optional().describe('承销单位资质证书号'), certificateUntil: isoDay.optional().describe('资质有效期至'), agreement: line().optional().describe('与承销单位的保密协议号'),
    }),
  },
  'carrier.destroy.execute': {
    titleZh: '销毁', roles: clerk, register: 'destructions',
    input: act({ destruction: anyRef, countBefore: z.int().min(0), countAfter: z.int().min(0), executor: nameLine(), witness1: nameLine().optional(), witness2: nameLine().optional(), receiptNumber: line().optional(),
      tally: z.record(z.string(), z.int().min(0)).optional().describe('分类清点件数'), escorts: nameList.optional().describe('押运人'), unrecoverable: z.boolean().optional().describe('确认不可还原') }),
  },
  'carrier.destroy.cancel': { titleZh: '撤销造册', roles: clerk, register: 'destructions', input: act({ destruction: anyRef, reason: line() }) },
  'carrier.reportMissing': {
    titleZh: '报失', roles: clerk, register: 'incidents',
    input: act({ carrier: carrierRef, discoveredAt: isoInstant.optional(), discoveredBy: nameLine(), account: longText(), reportedTo: line().optional(), reportedAt: isoInstant.optional() }),
  },
  'carrier.find': { titleZh: '找到', roles: clerk, register: 'incidents', input: act({ carrier: carrierRef, foundWhere: line(), place: line().optional(), account: longText().optional() }) },
  'carrier.correct': { titleZh: '更正载体', roles: clerk, register: 'carriers', input: act({ carrier: carrierRef, revision: z.int().positive(), set: corrections, reason: line() }) },
  'record.correct': { titleZh: '更正', roles: clerk, register: null, input: act({ register: line(40), record: anyRef, revision: z.int().positive(), set: corrections, reason: line() }) },
  'record.view': { titleZh: '查看', roles: ['clerk', 'approver'], register: null, input: act({ register: line(40), record: anyRef }) },
  // ── knowledge ─────────────────────────────────────────────────────────────────────────────────────────────────
  'knowledge.record': {
    titleZh: '知悉登记', roles: clerk, register: 'readings', approvable: true,
    input: act({ carrier: carrierRef, readers: z.array(personRef).min(1).max(500), how: z.enum(['told', 'meeting', 'handled', 'copied', 'opened', 'read']), place: line().optional(), purpose: line().optional(), signature: z.enum(['pending', 'own_password', 'ink']).optional() }),
  },
  'knowledge.sign': { titleZh: '补签知悉', roles: clerk, register: 'readings', input: act({ reading: anyRef, signature: z.enum(['own_password', 'ink']) }) },
  'scope.set': { titleZh: '确定知悉范围', roles: clerk, register: 'carriers', input: act({ carrier: carrierRef, accessScope: nameList, basis: line() }) },
  'scope.widen': { titleZh: '扩大知悉范围', roles: clerk, register: 'carriers', approvable: true, input: act({ carrier: carrierRef, add: nameList, reason: line() }) },
  'scope.revoke': { titleZh: '取消知悉', roles: clerk, register: 'carriers', input: act({ carrier: carrierRef, remove: nameList, reason: line() }) },
  // ── incidents ─────────────────────────────────────────────────────────────────────────────────────────────────
  'incident.report': {
    titleZh: '报告', roles: clerk, register: 'incidents',
    input: act({ incident: anyRef, reportedAt: isoInstant.optional(), reportedTo: z.array(line()).min(1).max(20), remedy: longText().optional(), account: longText().optional(),
      byWord: z.boolean().optional().describe('先行口头报告'), course: longText().optional().describe('时间、地点和经过'), responsible: nameList.optional().describe('责任人；未查明的写“尚未查明”'), harm: longText().optional().describe('造成或可能造成的危害'), inquiry: longText().optional().describe('查处工作') }),
  },
  'incident.searchLog': { titleZh: '续记查找', roles: clerk, register: 'incidents', input: act({ incident: anyRef, entry: longText() }) },
  'incident.close': { titleZh: '结案', roles: clerk, register: 'incidents', input: act({ incident: anyRef, cause: longText().optional(), handled: longText().optional(), corrected: longText().optional(), educated: longText().optional() }) },
  'violation.record': {
    titleZh: '违规登记', roles: clerk, register: 'violations',
    input: act({
      kind: z.enum(violationKindKeys), account: longText(), reason: line(1000), command: line(60).optional(), rules: z.array(line(20)).max(50).optional(),
      carrier: carrierRef.optional(), computer: computerRef.optional(), person: nameLine().optional(), occurredAt: isoInstant.optional(), discoveredAt: isoInstant.optional(), possibleLeak: z.boolean().optional(), measures: longText().optional(),
    }),
  },
  'violation.review': { titleZh: '阅处违规登记', roles: ['auditor'], register: 'violations', input: act({ violation: anyRef, note: longText().optional() }) },
  // ── approvals ─────────────────────────────────────────────────────────────────────────────────────────────────
  'approval.request': { titleZh: '送审', roles: clerk, register: 'approvals', input: act({ command: line(60), input: z.record(z.string(), z.json()), reason: line(1000), form: z.enum(['screen', 'paper']).default('screen') }) },
  'approval.decide': { titleZh: '审批', roles: ['approver'], register: 'approvals', input: act({ request: anyRef, verdict: z.enum(['approved', 'refused']), opinion: longText().optional() }) },
  'approval.recordPaper': { titleZh: '录入纸面审批', roles: clerk, register: 'approvals', input: act({ request: anyRef, verdict: z.enum(['approved', 'refused']), signedBy: nameLine(), signedOn: isoDay, opinion: longText(), paperFile: line().optional() }) },
  'approval.void': { titleZh: '作废审批单', roles: clerk, register: 'approvals', input: act({ request: anyRef, reason: line() }) },
  // ── computers ─────────────────────────────────────────────────────────────────────────────────────────────────
  'computer.register': {
    titleZh: '登记计算机', roles: clerk, register: 'computers',
    input: act({
      assetNumber: line(60), kind: z.enum(['desktop', 'laptop', 'server', 'other']).default('desktop'), brandModel: line().optional(), level: levelInput.nullable(), filingNumber: line().optional(), diskSerial: line(120).optional(), operatingSystem: line().optional(),
      room: line(), department: line().optional(), custodian: nameLine(), users: nameList.optional(), network: z.enum(['none', 'approved_classified_network', 'other']).default('none'), networkApproval: line().optional(), note: longText().optional(), startedOn: isoDay.optional(), importBatch: z.int().positive().optional(),
    }),
  },
  'computer.commission': { titleZh: '启用计算机', roles: clerk, register: 'computers', input: act({ computer: computerRef, checkReport: line().optional(), filingNumber: line().optional(), startedOn: isoDay.optional() }) },
  'computer.assign': { titleZh: '调整责任人', roles: clerk, register: 'computers', approvable: true, input: act({ computer: computerRef, custodian: nameLine(), users: nameList.optional(), department: line().optional(), reason: line() }) },
  'computer.relocate': { titleZh: '变更位置', roles: clerk, register: 'computers', approvable: true, input: act({ computer: computerRef, room: line(), reason: line() }) },
  'computer.withdraw': { titleZh: '停用计算机', roles: clerk, register: 'computers', input: act({ computer: computerRef, reason: line(), diskKeptAt: line().optional() }) },
  'usageLog.open': {
    titleZh: '开机登记', roles: clerk, register: 'usageLogs',
    input: act({ computer: computerRef, user: personRef, startedAt: isoInstant.optional(), work: line(500).optional(), level: levelInput.nullable().default(null), media: z.array(carrierRef).max(50).optional(), endedAt: isoInstant.optional(), outputs: line().optional(), outputCount: z.int().min(0).optional(), wasteSheets: z.int().min(0).optional(), abnormal: line().optional(), importBatch: z.int().positive().optional() }),
  },
  'usageLog.close': {
    titleZh: '关机登记', roles: clerk, register: 'usageLogs',
    input: act({ usage: anyRef, endedAt: isoInstant.optional(), outputs: line().optional(), outputCount: z.int().min(0).optional(), outputCarriers: z.array(carrierRef).max(50).optional(), wasteSheets: z.int().min(0).optional(), abnormal: line().optional(), level: levelInput.nullable().optional(), work: line(500).optional() }),
  },
  'usageLog.closeYear': { titleZh: '封存年度册', roles: clerk, register: 'usageBooks', input: act({ computer: computerRef, year: z.int().min(1990).max(2200) }) },
  // ── people ────────────────────────────────────────────────────────────────────────────────────────────────────
  'person.register': { titleZh: '登记人员', roles: clerk, register: 'persons', input: act({ name: nameLine(), status: z.enum(Object.keys(personStatuses) as [keyof typeof personStatuses, ...(keyof typeof personStatuses)[]]).default('proposed'), ...personFields, importBatch: z.int().positive().optional() }) },
  'person.activate': { titleZh: '上岗', roles: clerk, register: 'persons', input: act({ person: personRef, onPostFrom: isoDay.optional() }) },
  'person.suspend': { titleZh: '暂停接触', roles: clerk, register: 'persons', input: act({ person: personRef, reason: line() }) },
  'person.leavePost': { titleZh: '离岗', roles: clerk, register: 'persons', input: act({ person: personRef, coolingOffFrom: isoDay.optional(), coolingOffUntil: isoDay.optional(), reason: line() }) },
  // ── imports and paper ─────────────────────────────────────────────────────────────────────────────────────────
  'import.open': { titleZh: '开始导入', roles: clerk, register: 'imports', input: act({ register: line(40), fileName: line(), fileDigest: line(80), encoding: line(40).optional(), rowsRead: z.int().min(0), accepted: z.int().min(0), doubtful: z.int().min(0), rejected: z.int().min(0), skipped: z.int().min(0) }) },
  'import.withdraw': { titleZh: '撤销导入', roles: clerk, register: 'imports', input: act({ batch: anyRef, reason: line() }) },
  'register.print': {
    titleZh: '打印', roles: ['clerk', 'auditor', 'system_administrator', 'security_administrator'], register: 'prints',
    input: act({ form: line(60), title: line(500), copies: z.int().min(1).max(99).default(1), purpose: line().optional(), rows: z.int().min(0), level: levelInput.nullable(), secrecyPeriod: line(60).nullable(), digest: line(80), filter: z.json().optional(), place: line().optional(),
      classified: z.int().min(0).optional().describe('其中涉密的行数；不填时，打印件有密级即按全部行计'),
      continuation: z.strictObject({ register: line(40), basis: line(80), papers: z.array(pagePaper).max(500) }).optional().describe('续打：哪本台账，排版时所见各页的摘要，以及各页所印的文字'),
      reprint: z.strictObject({ register: line(40), page: z.int().min(1), digest: line(80) }).optional().describe('补印：哪本台账的第几封页，以及该页的摘要') }),
  },
  'register.printed': { titleZh: '确认打印结果', roles: ['clerk', 'auditor', 'system_administrator', 'security_administrator'], register: 'prints', input: act({ print: anyRef, result: z.enum(['done', 'spoiled']), pages: z.int().min(0).optional() }) },
  // ── the terminal ──────────────────────────────────────────────────────────────────────────────────────────────
  'account.create': { titleZh: '建立账户', roles: ['system_administrator'], register: 'accounts', input: act({ account: line(40).regex(/^[\p{L}\p{N}_.-]+$/u, '账户只用字母、数字、汉字和 . _ -'), name: nameLine(), roles: z.array(z.enum(roles)).min(1).max(5), password: z.string().min(1).max(256), appointment: line().optional() }) },
  'account.confirm': { titleZh: '确认账户', roles: ['security_administrator'], register: 'accounts', input: act({ account: line(40) }) },
  'account.grantRole': { titleZh: '调整角色', roles: ['system_administrator'], register: 'accounts', input: act({ account: line(40), roles: z.array(z.enum(roles)).min(1).max(5), reason: line() }) },
  'account.setPassword': { titleZh: '修改口令', roles: [...roles], register: 'accounts', input: act({ oldPassword: z.string().min(1).max(256), newPassword: z.string().min(1).max(256) }) },
  'account.unlock': { titleZh: '解除锁定', roles: ['security_administrator'], register: 'accounts', input: act({ account: line(40), reason: line() }) },
  'account.revoke': { titleZh: '停用账户', roles: ['system_administrator'], register: 'accounts', input: act({ account: line(40), reason: line() }) },
  'policy.change': { titleZh: '变更制度参数', roles: ['security_administrator'], register: 'parameters', input: act({ key: line(100), value: z.json(), reason: line(1000), headAgreement: line().optional().describe('单位负责人同意的文号（须负责人同意的参数）') }) },
  'setting.change': { titleZh: '变更终端设置', roles: ['system_administrator'], register: 'settings', input: act({ key: z.enum(['organisation', 'department', 'terminalNumber', 'backupFolder', 'secondAnchorFolder']), value: line(1000) }) },
  'clock.confirm': { titleZh: '确认时钟', roles: ['system_administrator'], register: null, input: act({ reason: line() }) },
  'audit.anchor': { titleZh: '打印审计锚点', roles: ['clerk', 'auditor', 'system_administrator', 'security_administrator'], register: null, input: act({}) },
  'anchor.accept': { titleZh: '确认锚点差异', roles: ['security_administrator'], register: null, input: act({ reason: line(1000) }) },
  'audit.verified': { titleZh: '核验', roles: ['auditor', 'security_administrator', 'system_administrator', 'clerk'], register: null, input: act({ ok: z.boolean(), checks: z.array(z.strictObject({ name: line(40), ok: z.boolean(), counted: z.int().min(0) })).max(20) }) },
  'backup.make': { titleZh: '备份', roles: ['system_administrator', 'clerk'], register: 'backups', input: act({ file: line(1000), bytes: z.int().min(0), sha256: line(64), chainSeq: z.int().min(0), chainHash: line(64), seconds: z.int().min(0) }) },
  'backup.rotate': { titleZh: '轮换备份', roles: ['system_administrator', 'clerk'], register: 'backups', input: act({ backup: anyRef, reason: line() }) },
  ...classificationCommands, ...productionCommands, ...circulationCommands, ...archiveCommands, ...countingCommands, ...checkingCommands, ...endingCommands, ...incidentCommands, ...historyCommands,
  'restore.run': { titleZh: '恢复', roles: ['system_administrator', 'security_administrator', 'clerk', 'auditor'], register: 'backups', input: act({ file: line(1000), sha256: line(64), bytes: z.int().min(0), backupSeq: z.int().min(0), backupHash: line(64), missingFrom: z.int().min(0).nullable(), missingTo: z.int().min(0).nullable() }) },
} as const satisfies Record<string, Exchange>;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.output<(typeof commands)[N]['input']>;
export const commandNames = Object.keys(commands) as CommandName[];
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
