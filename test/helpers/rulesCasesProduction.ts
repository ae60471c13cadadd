import { expect } from 'vitest';
import { approved, reader } from './desk.ts';
import type { Desk } from './desk.ts';
import { all_, CARRIER, core, machine, running, set, shelve, shelveTop, staff } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';
import { outcome, run } from './samplesProduction.ts';

type Input = Record<string, unknown>;
type Part = Omit<Case, 'rule'>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;
const leaves = (look: (books: Books) => void) => ({ passes: true, after: look }) as const;
const row = (register: string, expected: Input, id = 1) => leaves((b) => { expect(b.row(register, id)).toMatchObject(expected); });

const office = all_(staff(), running());
/** A run sent for approval and agreed, then entered. */
const asked = (more: Input = {}) => ({ command: 'production.request', input: run(more) }) as const;
const entered = (more: Input = {}) => ({ command: 'production.request', input: (desk: Desk) => ({ ...run(more), approval: approved(desk, 'production.request', run(more)) }) }) as const;
const approvedRun = (more: Input = {}) => (desk: Desk) => void desk.must('production.request', { ...run(more), approval: approved(desk, 'production.request', run(more)) });
const madeRun = (more: Input = {}, how: Input = {}) => all_(approvedRun(more), (desk) => void desk.must('production.complete', outcome(how)));
const printed = (more: Input = {}) => ({ command: 'production.complete', input: outcome(more) }) as const;
const abroad = { madeWhere: 'outside', partner: '示例省印务中心', certificate: 'BM-2025-118', certificateUntil: '2027-06-30', agreement: '青研保协〔2026〕2号', machine: undefined, operator: undefined };
const waste = (more: Input = {}) => ({ command: 'production.destroyWaste', input: { production: 1, sheets: 7, executor: '司马执', witness: '慕容档', ...more } }) as const;
const send = (more: Input = {}) => ({ command: 'carrier.dispatch', input: { carriers: [CARRIER], recipient: '示例省青岭厅', checkedBy: '端木核', ...more } }) as const;
const goes = (more: Input = {}) => ({ command: 'carrier.convey', input: { carriers: [CARRIER], recipient: '示例省青岭厅', channel: 'confidential_transport', sealed: true, envelope: '青研机字第1号', itemsListed: true, ...more } }) as const;
const ownCar = { channel: 'courier', couriers: ['南宫砚'], route: '沿湖东路直达', vehicle: '公务车', measures: '密码箱，不离人' };
const back = (more: Input = {}) => ({ command: 'carrier.acknowledge', input: { consignment: 1, receivedBy: '司徒收', count: 1, ...more } }) as const;
const did = (act: { command: string; input: Input }) => (desk: Desk) => void desk.must(act.command, act.input);
const ready = all_(staff(), shelve());
const readyTop = all_(core, shelveTop());
const onTheWay = all_(ready, did(goes()));
const unsend = { command: 'dispatch.withdraw', input: { dispatch: 1, reason: '发往单位写错' } } as const;
/** 内部 may be faxed; a state secret never. */
const faxable = shelve({ level: 'internal', period: undefined, copySerial: undefined });
const faxIn = (more: Input = {}) => ({ command: 'carrier.receive', input: { title: '关于报送统计数据的通知', level: null, issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕77号', copies: 1, channel: 'fax', ...more } }) as const;
const inside = { outside: false, recipient: '规划科', addressee: '南宫砚' };

/** Group 2.2. */
const production: Case[] = [
  ...of('P010',
    { name: 'refuses a run without return date or retention', arrange: office, ...asked({ returnBy: undefined, retention: undefined }), expect: { refused: 'deny', by: ['P010', 'P022'], says: /留存要求、清退日期/ } },
    { name: 'refuses 未标明 as a period of an own document', arrange: office, ...asked({ period: { unmarked: true } }), expect: { refused: 'deny', by: ['P010', 'P022'] } },
    { name: 'refuses a run without basis where the unit demands it', arrange: all_(office, set('production.requiredFields', ['level', 'period', 'scope', 'copies', 'retention', 'returnBy', 'secretPoints'])), ...asked(), expect: { refused: 'deny', by: ['P010', 'P022'] } },
    { name: 'takes 不要求清退 for a return date', arrange: office, ...entered({ returnBy: undefined, noReturn: true }), expect: passes }),
  ...of('P001', { name: 'lets a run of 内部 pass', arrange: office, ...asked({ level: 'internal', period: undefined }), expect: passes }),
  ...of('P002', { name: 'refuses a run with a period above the maximum', arrange: office, ...asked({ period: { years: 21 } }), expect: { refused: 'deny', by: ['P002', 'P022'] } }),
  ...of('P006', { name: 'refuses a run at a level of its own without authority and basis', arrange: office, ...asked({ basisDocument: undefined }), expect: { refused: 'deny', by: ['P006', 'P022'] } }),
  ...of('L029', { name: 'refuses a run above the terminal', level: 'confidential', arrange: all_(staff(), running({ level: 'confidential' })), ...asked(), expect: { refused: 'deny', by: ['L029', 'P022', 'P026'] } }),
  ...of('L021',
    { name: 'refuses a run of 绝密 without the originator', level: 'top_secret', arrange: all_(core, running({ level: 'top_secret' })), ...asked({ level: 'top_secret', period: { years: 20 } }), expect: { refused: 'deny', by: ['L021', 'P022'] } },
    { name: 'lets it pass with the consent', level: 'top_secret', arrange: all_(core, running({ level: 'top_secret' })), ...entered({ level: 'top_secret', period: { years: 20 }, originatorConsent: '示厅函〔2026〕30号' }), expect: passes }),
  ...of('P026',
    { name: 'refuses a run on no machine of the ledger', arrange: staff(), ...asked({ machine: undefined }), expect: { refused: 'deny', by: ['P022', 'P026'] } },
    { name: 'refuses a machine of a lower level', arrange: all_(staff(), running({ level: 'confidential' })), ...asked(), expect: { refused: 'deny', by: ['P022', 'P026'] } },
    { name: 'refuses a machine that is not commissioned', arrange: all_(staff(), machine()), ...asked(), expect: { refused: 'deny', by: ['P022', 'P026'] } },
    { name: 'refuses a run without a maker', arrange: office, ...asked({ operator: undefined }), expect: { refused: 'deny', by: ['P022', 'P026'] } },
    { name: 'refuses a maker whose training is past', arrange: all_(staff('南宫砚', { trainedOn: '2025-01-10' }), running()), ...asked(), expect: { refused: 'deny', by: ['P022', 'P026'] } },
    { name: 'refuses a lower machine also when the run is entered as done', arrange: all_(office, approvedRun(), machine({ assetNumber: 'SM-002', level: 'confidential' }), (desk) => void desk.must('computer.commission', { computer: 'SM-002', checkReport: 'JC-2' })), ...printed({ machine: 'SM-002' }), expect: denied },
    { name: 'lets the right machine and maker pass', arrange: office, ...entered(), expect: row('productions', { number: 'YZ-2026-0001', machineNumber: 'SM-001', copiesApproved: 5, distributed: 3, state: 'approved', signatory: '公孙批' }) }),
  ...of('P026-W',
    { name: 'warns of a typist who is in no ledger', arrange: all_(office, approvedRun()), ...printed({ typist: '无名氏' }), expect: { refused: 'warn' } },
    { name: 'warns of a proofreader without undertaking', arrange: all_(office, staff('慕容档', { undertakingOn: undefined }), approvedRun()), ...printed({ proofreader: '慕容档' }), expect: { refused: 'warn' } },
    { name: 'lets it pass with a reason', arrange: all_(office, approvedRun()), ...printed({ typist: '无名氏', warnReason: '临时顶班' }), expect: passes }),
  ...of('P027',
    { name: 'refuses a print shop in the street', arrange: office, ...asked({ ...abroad, partner: '青岭快印社' }), expect: { refused: 'deny', by: ['P022', 'P027', 'P028'] } },
    { name: 'refuses an unnamed maker', arrange: office, ...asked({ ...abroad, partner: undefined }), expect: { refused: 'deny', by: ['P022', 'P027', 'P028'] } },
    { name: 'refuses every outside maker where the unit forbids it', arrange: all_(office, set('production.outsidePartner', 'forbidden')), ...asked(abroad), expect: { refused: 'deny', by: ['P022', 'P027', 'P028'] } },
    { name: 'lets a qualified maker pass', arrange: office, ...entered(abroad), expect: row('productions', { madeWhere: 'outside', partner: '示例省印务中心', machine: null }) }),
  ...of('L024',
    { name: 'refuses a certificate that is past', arrange: office, ...asked({ ...abroad, certificateUntil: '2026-11-19' }), expect: { refused: 'deny', by: ['L024', 'P022', 'P028'] } },
    { name: 'refuses a maker without agreement', arrange: office, ...asked({ ...abroad, agreement: undefined }), expect: { refused: 'deny', by: ['L024', 'P022', 'P028'] } },
    { name: 'lets the last day of the certificate pass', arrange: office, ...entered({ ...abroad, certificateUntil: '2026-11-20' }), expect: passes }),
  ...of('P032-L',
    { name: 'refuses a list of more than the run', arrange: office, ...asked({ copies: 2 }), expect: { refused: 'deny', by: ['P022', 'P032-L'] } },
    { name: 'refuses one recipient on two lines', arrange: office, ...asked({ distribution: [{ recipient: '规划科', copies: 1 }, { recipient: '规划科', copies: 1 }] }), expect: { refused: 'deny', by: ['P022', 'P032-L'] } },
    { name: 'lets a list of the whole run pass', arrange: office, ...entered({ copies: 3 }), expect: passes }),
  ...of('P023',
    { name: 'asks for those who have not signed', arrange: office, ...asked({ level: 'internal', period: undefined, signed: [{ role: '科室负责人', name: '申屠核' }] }), expect: { refused: 'needs_approval', says: /主管领导、单位负责人/ } },
    { name: 'asks a normative text for the legal section', arrange: office, ...asked({ level: 'internal', period: undefined, documentKind: 'normative' }), expect: { refused: 'needs_approval', says: /办公室、法制机构/ } },
    { name: 'refuses signatures in the wrong order', arrange: office, ...asked({ level: 'internal', period: undefined, signed: [{ role: '主管领导', name: '闻人录' }, { role: '科室负责人', name: '申屠核' }, { role: '单位负责人', name: '公孙批' }] }), expect: denied },
    { name: 'follows the unit’s own chain', arrange: all_(office, set('production.signChain.ordinary', ['主管领导'])), ...asked({ level: 'internal', period: undefined, signed: [{ role: '主管领导', name: '闻人录' }] }), expect: passes },
    { name: 'lets a complete chain pass', arrange: office, ...asked({ level: 'internal', period: undefined }), expect: passes }),
  ...of('P022',
    { name: 'asks for the leader in charge', arrange: office, ...asked(), expect: { refused: 'needs_approval', says: /5 份须经主管领导批准/ } },
    { name: 'asks for the principal leader where the unit says so', arrange: all_(office, set('production.approver', 'principalLeader')), ...asked(), expect: { refused: 'needs_approval', says: /主要负责人/ } },
    { name: 'lets the approved run pass', arrange: office, ...entered(), expect: passes }),
  ...of('P028',
    { name: 'asks the unit head for outside printing', arrange: office, ...asked({ ...abroad, level: 'internal', period: undefined }), expect: { refused: 'needs_approval', says: /单位负责人批准/ } },
    { name: 'asks the leader in charge where the unit says so', arrange: all_(office, set('production.outsideApprover', 'leaderInCharge')), ...asked({ ...abroad, level: 'internal', period: undefined }), expect: { refused: 'needs_approval', says: /主管领导批准/ } },
    { name: 'refuses it without the section that applies', arrange: office, ...asked({ ...abroad, level: 'internal', period: undefined, department: undefined }), expect: denied },
    { name: 'lets own printing of 内部 pass', arrange: office, ...asked({ level: 'internal', period: undefined }), expect: passes }),
  ...of('P022-N',
    { name: 'refuses more copies than were agreed', arrange: office, command: 'production.request', input: (desk) => ({ ...run({ copies: 6 }), approval: approved(desk, 'production.request', run()) }), expect: denied },
    { name: 'lets fewer pass', arrange: office, command: 'production.request', input: (desk) => ({ ...run({ copies: 4 }), approval: approved(desk, 'production.request', run()) }), expect: passes }),
  ...of('P024',
    { name: 'refuses one copy too many', arrange: all_(office, approvedRun()), ...printed({ copiesMade: 6 }), expect: denied },
    { name: 'refuses more for the files than were made', arrange: all_(office, approvedRun()), ...printed({ filedCopies: 6 }), expect: denied },
    { name: 'warns of one too few', arrange: all_(office, approvedRun()), ...printed({ copiesMade: 4 }), expect: { refused: 'warn' } },
    { name: 'lets the approved number pass', arrange: all_(office, approvedRun()), ...printed(), expect: row('productions', { state: 'made', copiesMade: 5, filedCopies: 1, surplus: 1 }) }),
  ...of('P011-M',
    { name: 'refuses one serial twice', arrange: all_(office, approvedRun()), ...printed({ copySerials: ['1', '2', '3', '4', '4'] }), expect: denied },
    { name: 'refuses fewer serials than copies', arrange: all_(office, approvedRun()), ...printed({ copySerials: ['1', '2'] }), expect: denied },
    { name: 'lets five serials pass', arrange: all_(office, approvedRun()), ...printed({ copySerials: ['11', '12', '13', '14', '15'] }), expect: row('carriers', { copySerial: '15' }, 5) }),
  ...of('P032-M',
    { name: 'refuses what does not suffice for list and files', arrange: all_(office, approvedRun()), ...printed({ filedCopies: 3 }), expect: denied },
    { name: 'lets exactly enough pass', arrange: all_(office, approvedRun()), ...printed({ filedCopies: 2 }), expect: row('productions', { surplus: 0 }) }),
  ...of('P025',
    { name: 'asks for typist and proofreader', arrange: all_(office, approvedRun()), ...printed({ typist: undefined, proofreader: undefined }), expect: { missing: ['typist', 'proofreader'] } },
    { name: 'asks for who printed when nobody was named', arrange: all_(office, approvedRun({ ...abroad })), ...printed(), expect: { missing: ['printedBy'] } },
    { name: 'lets the maker of the request stand for who printed', arrange: all_(office, approvedRun()), ...printed(), expect: row('productions', { typist: '南宫砚', printedBy: '南宫砚' }) }),
  ...of('P029',
    { name: 'asks for the waste', arrange: all_(office, approvedRun()), ...printed({ wasteSheets: undefined, proofs: undefined }), expect: { missing: ['wasteSheets', 'proofs'] } },
    { name: 'has waste destroyed the same day', arrange: all_(office, approvedRun()), ...printed(), expect: row('productions', { wasteMode: 'destroySameDay', wasteDueOn: '2026-11-20' }) },
    { name: 'gives sealed waste the days of the unit', arrange: all_(office, set('production.wasteMode', 'sealedContainer'), set('production.wasteWithinDays', 5), approvedRun()), ...printed(), expect: row('productions', { wasteMode: 'sealedContainer', wasteDueOn: '2026-11-25' }) },
    { name: 'lets days of sealed waste not count for waste of the same day', arrange: all_(office, set('production.wasteWithinDays', 5), approvedRun()), ...printed(), expect: row('productions', { wasteDueOn: '2026-11-20' }) },
    { name: 'leaves a run without waste without a day', arrange: all_(office, approvedRun()), ...printed({ wasteSheets: 0, proofs: 0 }), expect: row('productions', { wasteDueOn: null }) }),
  ...of('P029-C',
    { name: 'refuses fewer sheets than were counted', arrange: all_(office, madeRun()), ...waste({ sheets: 6 }), expect: denied },
    { name: 'refuses more', arrange: all_(office, madeRun()), ...waste({ sheets: 8 }), expect: denied },
    { name: 'lets all of them pass', arrange: all_(office, madeRun()), ...waste(), expect: row('productions', { wasteDestroyed: 7, wasteWitness: '慕容档' }) }),
  ...of('P029-T',
    { name: 'asks for a witness', arrange: all_(office, madeRun()), ...waste({ witness: undefined }), expect: { refused: 'needs_second_person' } },
    { name: 'refuses one person in both parts', arrange: all_(office, madeRun()), ...waste({ witness: '司马执' }), expect: denied },
    { name: 'lets two people pass', arrange: all_(office, madeRun()), ...waste(), expect: passes }),
  ...of('P030',
    { name: 'asks what became of the file', arrange: all_(office, approvedRun()), ...printed({ master: undefined }), expect: { missing: ['master'] } },
    { name: 'lets a kept, encrypted file pass', arrange: all_(office, approvedRun()), ...printed({ master: 'keptEncrypted' }), expect: row('productions', { master: 'keptEncrypted' }) }),
  ...of('P033',
    { name: 'makes every copy a carrier with number, serial, level, period and keeper', arrange: all_(office, approvedRun()), ...printed(), expect: leaves((b) => {
      expect(b.rows('carriers')).toHaveLength(5);
      expect(b.row('carriers', 5)).toMatchObject({ number: 'ZT-2026-00005', title: '示范园区供水管网改造工作方案', copySerial: '000005', level: 'secret', secrecyPeriod: '10年', periodEndsOn: '2036-11-20', regime: 'state_secret', source: 'produced', custodian: '欧阳笺', place: '3号柜2格', returnBy: '2026-12-31', production: 1, state: 'in_custody' });
      expect(b.row('productions')['children']).toBe('[1,2,3,4,5]');
    }) },
    { name: 'makes discs optical carriers and 内部 one without period', arrange: all_(office, did({ command: 'production.request', input: run({ documentKind: 'disc', level: 'internal', period: undefined }) })), ...printed(), expect: row('carriers', { carrierKind: 'optical', level: 'internal', regime: 'internal', secrecyPeriod: null }) }),
  ...of('L027',
    { name: 'counts typist, proofreader and printer among those who know, each once', arrange: all_(office, staff('慕容档'), approvedRun()), ...printed({ proofreader: '慕容档' }), expect: leaves((b) => {
      expect(b.rows('readings').map((r) => [r['readerName'], r['how'], r['carrier'], r['carrierNumber'], r['inScope'], r['signature']])).toEqual([['南宫砚', 'typed', 1, CARRIER, 1, 'pending'], ['慕容档', 'typed', 1, CARRIER, 0, 'pending']]);
    }) },
    { name: 'leaves 秘密 out', arrange: all_(office, approvedRun({ level: 'confidential', period: { years: 5 } })), ...printed(), expect: leaves((b) => { expect(b.rows('readings')).toEqual([]); }) }),
  ...of('P120',
    { name: 'refuses copies of a run in an iron cabinet', arrange: all_(office, approvedRun()), ...printed({ cabinetKind: 'iron_cabinet' }), expect: denied }),
  ...of('FILE-RETURN',
    { name: 'refuses to file what the issuer wants back', arrange: shelve({ returnRequired: true }), command: 'carrier.file', input: { carrier: CARRIER, archiveNumber: '2026-BM-001' }, expect: denied },
    { name: 'lets another pass', arrange: shelve(), command: 'carrier.file', input: { carrier: CARRIER, archiveNumber: '2026-BM-001', place: '档案库1架' }, expect: row('carriers', { state: 'archived', archiveNumber: '2026-BM-001', archivedOn: '2026-11-20', place: '档案库1架', home: '档案库1架' }) }),
];

const firstTwo = { carriers: ['ZT-2026-00001', 'ZT-2026-00002'] };

/** Dispatch of group 2.3. */
const dispatch: Case[] = [
  ...of('P032',
    { name: 'refuses a recipient who is not on the list', arrange: all_(office, madeRun()), ...send({ recipient: '示例省档案馆' }), expect: denied },
    { name: 'refuses more than the list gives', arrange: all_(office, madeRun()), ...send({ carriers: ['ZT-2026-00001', 'ZT-2026-00002', 'ZT-2026-00003'] }), expect: denied },
    { name: 'counts what the recipient has had before', arrange: all_(office, madeRun(), did(send(firstTwo))), ...send({ carriers: ['ZT-2026-00003'] }), expect: denied },
    { name: 'refuses a carrier that the run did not make', arrange: all_(office, madeRun(), shelve()), ...send({ carriers: ['ZT-2026-00006'], production: 1 }), expect: denied },
    { name: 'refuses the end of the list while a recipient waits', arrange: all_(office, madeRun()), ...send({ ...firstTwo, finalList: true }), expect: { refused: 'deny', says: /规划科 1 份，实发 0 份/ } },
    { name: 'refuses the end while a copy cannot be found', arrange: all_(office, madeRun(), did(send(firstTwo)), (desk) => void desk.must('carrier.reportMissing', { carrier: 'ZT-2026-00005', discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' })), ...send({ ...inside, addressee: '南宫砚', carriers: ['ZT-2026-00003'], finalList: true }), expect: { refused: 'deny', by: ['P032', 'P048'], says: /发出 3 份、归档 0 份、在手 1 份，差 1 份/ } },
    { name: 'lets the end pass when issued, filed and left make up the run', arrange: all_(office, madeRun(), did(send(firstTwo)), (desk) => void desk.must('carrier.file', { carrier: 'ZT-2026-00005', archiveNumber: '2026-BM-001' })), ...send({ outside: true, recipient: '规划科', carriers: ['ZT-2026-00003'], finalList: true }), expect: row('productions', { counted: 1 }) }),
  ...of('DISPATCH-ONCE',
    { name: 'refuses what was lost on the way and found, while its first dispatch has no receipt', arrange: all_(ready, did(send({ channel: 'confidential_transport' })), (d) => void d.must('carrier.reportMissing', { carrier: 'ZT-2026-00001', discoveredBy: '欧阳笺', account: '途中遗失', reportedTo: '主管领导' }), (d) => void d.must('carrier.find', { carrier: 'ZT-2026-00001', foundWhere: '车上', warnReason: '已核对' })), ...send({ recipient: '示例省档案馆' }), expect: { refused: 'deny', says: /还没有回执/ } },
    { name: 'refuses a second consignment of what was found again, while the first has no receipt', arrange: all_(ready, (d) => void d.must('carrier.convey', goes().input), (d) => void d.must('carrier.reportMissing', { carrier: 'ZT-2026-00001', discoveredBy: '欧阳笺', account: '途中遗失', reportedTo: '主管领导' }), (d) => void d.must('carrier.find', { carrier: 'ZT-2026-00001', foundWhere: '车上', warnReason: '已核对' })), ...goes(), expect: { refused: 'deny', says: /TS-2026-0001/ } },
    { name: 'refuses a carrier that waits for another recipient', arrange: all_(ready, did(send())), ...send({ recipient: '示例省档案馆' }), expect: denied },
    { name: 'lets another carrier pass', arrange: all_(ready, shelve({ copySerial: '000004' }), did(send())), ...send({ carriers: ['ZT-2026-00002'], recipient: '示例省档案馆' }), expect: passes }),
  ...of('P048',
    { name: 'refuses a colleague who is no delegate', arrange: ready, ...send(inside), expect: denied },
    { name: 'refuses a delivery without a name', arrange: ready, ...send({ ...inside, addressee: undefined }), expect: denied },
    { name: 'refuses the head where the unit allows delegates only', arrange: all_(staff('南宫砚', { duty: '科长' }), shelve(), set('department.delegates', 'delegateOnly')), ...send(inside), expect: denied },
    { name: 'lets the head of the section pass', arrange: all_(staff('南宫砚', { duty: '科长' }), shelve()), ...send(inside), expect: row('dispatches', { recipient: '规划科', outside: 0, state: 'registered', copies: 1 }) },
    { name: 'lets the delegate pass', arrange: all_(staff('南宫砚', { delegate: true }), shelve()), ...send(inside), expect: passes }),
  ...of('P049',
    { name: 'refuses a handler on probation', arrange: all_(staff('慕容档', { employment: 'probation', delegate: true }), shelve()), ...send({ handler: '慕容档' }), expect: denied },
    { name: 'refuses interns where the unit says so', arrange: all_(staff('慕容档', { employment: 'intern', delegate: true }), shelve(), set('dispatch.excludedEmployment', ['probation', 'intern'])), ...send({ handler: '慕容档' }), expect: denied },
    { name: 'lets regular staff pass', arrange: all_(staff('慕容档', { delegate: true }), shelve()), ...send({ handler: '慕容档' }), expect: row('dispatches', { handler: '慕容档' }) }),
  ...of('P059',
    { name: 'refuses an outside exchange by somebody else', arrange: all_(staff('慕容档'), shelve()), ...send({ handler: '慕容档' }), expect: denied },
    { name: 'lets the clerk pass', arrange: ready, ...send(), expect: row('dispatches', { handler: '欧阳笺' }) }),
  ...of('L019',
    { name: 'refuses 绝密 without a handler', level: 'top_secret', arrange: readyTop, ...send({ addressee: '司徒收' }), expect: denied },
    { name: 'refuses 绝密 sent by a core person who is not named for it', level: 'top_secret', arrange: all_(staff('欧阳笺', { personnelClass: 'core' }), shelveTop()), ...send({ handler: '欧阳笺', addressee: '司徒收' }), expect: denied },
    { name: 'refuses 绝密 sent by a named person who is suspended', level: 'top_secret', arrange: all_(staff('慕容档', { personnelClass: 'core', delegate: true, status: 'suspended' }), shelveTop()), ...send({ handler: '慕容档', addressee: '司徒收' }), expect: denied },
    { name: 'lets 绝密 pass between named persons', level: 'top_secret', arrange: all_(staff('慕容档', { personnelClass: 'core', delegate: true }), shelveTop()), ...send({ handler: '慕容档', addressee: '司徒收' }), expect: passes }),
  ...of('L019-A',
    { name: 'refuses 绝密 without a named addressee', level: 'top_secret', arrange: all_(staff('慕容档', { personnelClass: 'core', delegate: true }), shelveTop()), ...send({ handler: '慕容档' }), expect: denied },
    { name: 'lets 绝密 pass to a named person', level: 'top_secret', arrange: all_(staff('慕容档', { personnelClass: 'core', delegate: true }), shelveTop()), ...send({ handler: '慕容档', addressee: '司徒收' }), expect: passes }),
  ...of('P055-F',
    { name: 'refuses a fax to nobody', arrange: faxable, ...send({ channel: 'fax' }), expect: denied },
    { name: 'refuses a fax inside the unit to somebody who is no head', arrange: all_(staff(), faxable), ...send({ ...inside, channel: 'fax' }), expect: denied },
    { name: 'refuses a fax as a consignment', arrange: faxable, ...goes({ channel: 'fax' }), expect: denied },
    { name: 'refuses a fax that came in for nobody', ...faxIn(), expect: denied },
    { name: 'refuses a fax that came in for somebody who is no head', arrange: staff(), ...faxIn({ handler: '南宫砚' }), expect: denied },
    { name: 'refuses the head where only delegates may take it', arrange: all_(staff('南宫砚', { duty: '科长' }), set('department.delegates', 'delegateOnly')), ...faxIn({ handler: '南宫砚' }), expect: denied },
    { name: 'enters a fax that went out', arrange: faxable, ...send({ channel: 'fax', addressee: '司徒收' }), expect: row('dispatches', { channel: 'fax', addressee: '司徒收', state: 'sent' }) },
    { name: 'enters a fax that came in for a delegate', arrange: staff('南宫砚', { delegate: true }), ...faxIn({ handler: '南宫砚' }), expect: row('receipts', { channel: 'fax', handler: '南宫砚' }) },
    { name: 'asks nothing of other mail', ...faxIn({ channel: 'ordinary' }), expect: passes }),
  ...of('P051',
    { name: 'asks for a second look', arrange: ready, ...send({ checkedBy: undefined }), expect: { refused: 'needs_second_person' } },
    { name: 'refuses a second look by the same person', arrange: ready, ...send({ checkedBy: '欧阳笺' }), expect: denied },
    { name: 'refuses a consignment to somebody else than the line says', arrange: all_(ready, did(send())), ...goes({ recipient: '示例省档案馆' }), expect: denied },
    { name: 'refuses a consignment of half a line', arrange: all_(ready, shelve({ copySerial: '000004' }), did(send(firstTwo))), ...goes(), expect: denied },
    { name: 'refuses a line that has gone already', arrange: all_(ready, shelve({ copySerial: '000004' }), did(send()), did(goes())), ...goes({ carriers: ['ZT-2026-00002'], dispatches: [1] }), expect: denied },
    { name: 'lets the line go as it was entered', arrange: all_(ready, did(send())), ...goes(), expect: leaves((b) => {
      expect(b.row('dispatches')).toMatchObject({ state: 'sent', consignment: 1, channel: 'confidential_transport', envelope: '青研机字第1号' });
      expect(b.row('consignments')).toMatchObject({ number: 'TS-2026-0001', state: 'out', itemCount: 1, level: 'secret', dueOn: '2026-12-05' });
      expect(b.row('carriers')).toMatchObject({ state: 'in_transit', consignment: 1, place: '送往示例省青岭厅', holder: null });
    }) }),
  ...of('P052-D',
    { name: 'refuses what is left at the gate', arrange: ready, ...send({ channel: 'left_for' }), expect: denied },
    { name: 'lets the exchange station pass', arrange: ready, ...send({ channel: 'exchange_station' }), expect: row('carriers', { state: 'in_transit' }) }),
  ...of('P055-D',
    { name: 'refuses the fax', arrange: ready, ...send({ channel: 'fax' }), expect: denied },
    { name: 'refuses the network', arrange: ready, ...goes({ channel: 'network' }), expect: denied },
    { name: 'lets 机要通信 pass', arrange: ready, ...send({ channel: 'confidential_post' }), expect: row('dispatches', { state: 'sent', channel: 'confidential_post' }) }),
];

/** Group 2.7. */
const conveyance: Case[] = [
  ...of('P103',
    { name: 'refuses 绝密 over the network', level: 'top_secret', arrange: readyTop, ...goes({ channel: 'network' }), expect: denied },
    { name: 'lets 绝密 go by 机要交通', level: 'top_secret', arrange: readyTop, ...goes(), expect: passes }),
  ...of('P098',
    { name: 'refuses ordinary post', arrange: ready, ...goes({ channel: 'ordinary' }), expect: denied },
    { name: 'refuses to send it along with a meeting', arrange: ready, ...send({ channel: 'meeting' }), expect: denied },
    { name: 'refuses the exchange station for 绝密', level: 'top_secret', arrange: readyTop, ...goes({ channel: 'exchange_station' }), expect: denied },
    { name: 'refuses a channel that the unit has closed', arrange: all_(ready, set('conveyance.channels.secret', ['confidential_transport'])), ...goes({ channel: 'confidential_post' }), expect: denied },
    { name: 'lets the exchange station pass for 机密', arrange: ready, ...goes({ channel: 'exchange_station' }), expect: passes }),
  ...of('P098-S',
    { name: 'refuses a courier who is in the cooling-off period', arrange: all_(ready, (desk) => void desk.must('person.register', reader('慕容档', { status: 'cooling_off', coolingOffUntil: '2027-05-01' }))), ...goes({ ...ownCar, couriers: ['慕容档'] }), expect: denied },
    { name: 'lets a courier in order pass', arrange: ready, ...goes(ownCar), expect: row('consignments', { couriers: '["南宫砚"]', route: '沿湖东路直达' }) }),
  ...of('P100',
    { name: 'asks for route, vehicle and measures', arrange: ready, ...goes({ channel: 'courier', couriers: ['南宫砚'] }), expect: { missing: ['route', 'vehicle', 'measures'] } },
    { name: 'asks 机要交通 for none of them', arrange: ready, ...goes(), expect: passes }),
  ...of('P100-E',
    { name: 'asks for a courier', arrange: ready, ...goes({ ...ownCar, couriers: [] }), expect: { refused: 'needs_second_person' } },
    { name: 'asks for two with 绝密', level: 'top_secret', arrange: readyTop, ...goes(ownCar), expect: { refused: 'needs_second_person' } },
    { name: 'asks for two with 机密 where the unit says so', arrange: all_(ready, set('conveyance.escorts.secret', 2)), ...goes(ownCar), expect: { refused: 'needs_second_person' } },
    { name: 'does not take one person for two', level: 'top_secret', arrange: readyTop, ...goes({ ...ownCar, couriers: ['南宫砚', 1] }), expect: { refused: 'needs_second_person' } },
    { name: 'lets two pass', level: 'top_secret', arrange: all_(readyTop, staff('慕容档', { personnelClass: 'core' })), ...goes({ ...ownCar, couriers: ['南宫砚', '慕容档'] }), expect: passes }),
  ...of('P100-D',
    { name: 'sends a courier by the book of conveyance', arrange: ready, ...send({ channel: 'courier' }), expect: denied },
    { name: 'lets the line be entered first', arrange: ready, ...send(), expect: row('carriers', { state: 'in_custody' }) }),
  ...of('P101',
    { name: 'refuses a go-between', arrange: ready, ...goes({ viaThird: true }), expect: denied },
    { name: 'lets direct delivery pass', arrange: ready, ...goes({ viaThird: false }), expect: passes }),
  ...of('P102',
    { name: 'asks for the list of items', arrange: ready, ...goes({ itemsListed: undefined }), expect: { missing: ['itemsListed'] } },
    { name: 'lets listed items pass', arrange: ready, ...goes(), expect: row('consignments', { itemNumbers: CARRIER }) }),
  ...of('P099',
    { name: 'asks for seal and envelope', arrange: ready, ...goes({ sealed: false, envelope: undefined }), expect: { missing: ['sealed', 'envelope'] } },
    { name: 'lets a sealed envelope pass', arrange: ready, ...goes(), expect: row('consignments', { sealed: 1, envelope: '青研机字第1号' }) }),
  ...of('L017-D',
    { name: 'asks what the other side counted', arrange: onTheWay, ...back({ count: undefined }), expect: { missing: ['count'] } },
    { name: 'closes the movement when counted and signed', arrange: all_(ready, did(send()), did(goes())), ...back({ receiptNumber: 'H-7' }), expect: leaves((b) => {
      expect(b.row('consignments')).toMatchObject({ state: 'receipted', receivedBy: '司徒收', receivedCount: 1, receiptNumber: 'H-7' });
      expect(b.row('dispatches')).toMatchObject({ state: 'receipted', receivedBy: '司徒收' });
      expect(b.row('carriers')).toMatchObject({ state: 'returned', place: '示例省青岭厅' });
    }) }),
  ...of('ACK-TIME',
    { name: 'refuses a receipt from the future', arrange: onTheWay, ...back({ receivedAt: '2026-11-21T09:00:00+08:00' }), expect: denied },
    { name: 'refuses a receipt from before it was sent', arrange: onTheWay, ...back({ receivedAt: '2026-11-19T09:00:00+08:00' }), expect: denied },
    { name: 'refuses more than was sent', arrange: onTheWay, ...back({ count: 2 }), expect: denied },
    { name: 'lets a receipt of the same minute pass', arrange: onTheWay, ...back(), expect: passes }),
  ...of('P054-A',
    { name: 'opens a case when less arrives, and nothing is closed', arrange: all_(ready, shelve({ copySerial: '000004' }), did(send(firstTwo)), did(goes(firstTwo))), ...back({ count: 1, problem: '封签完好' }), expect: leaves((b) => {
      expect(b.rows('incidents')).toHaveLength(1);
      expect(b.row('incidents')).toMatchObject({ kind: 'shortage', level: 'secret', discoveredBy: '司徒收', state: 'searching', carrierNumber: 'ZT-2026-00001、ZT-2026-00002' });
      expect(b.row('incidents')['account']).toContain('发往示例省青岭厅 2 件，实收 1 件，短缺 1 件。封签完好');
      expect(b.row('consignments')).toMatchObject({ state: 'exception', receivedCount: 1 });
      expect(b.row('dispatches')).toMatchObject({ state: 'sent' });
      expect(b.row('carriers')).toMatchObject({ state: 'in_transit' });
    }) },
    { name: 'opens none when all arrives', arrange: onTheWay, ...back(), expect: leaves((b) => { expect(b.rows('incidents')).toEqual([]); }) }),
  ...of('STATE',
    { name: 'refuses to take back a line that is sent', arrange: all_(ready, did(send()), did(goes())), ...unsend, expect: { refused: 'deny', says: /已经发出/ } },
    { name: 'refuses to take a line back twice', arrange: all_(ready, did(send()), did(unsend)), ...unsend, expect: denied },
    { name: 'refuses a receipt for a line that was taken back', arrange: all_(ready, did(send()), did(unsend)), ...back({ consignment: undefined, dispatch: 1, count: 0 }), expect: { refused: 'deny', says: /已作废/ } },
    { name: 'refuses to send what is on the way', arrange: onTheWay, ...goes(), expect: denied },
    { name: 'refuses a second receipt', arrange: all_(onTheWay, did(back())), ...back({ count: 0 }), expect: denied },
    { name: 'refuses to send copies of a run that is not made', arrange: all_(office, approvedRun(), shelve()), ...send({ production: 1 }), expect: { refused: 'deny', by: ['P032', 'STATE'] } },
    { name: 'refuses to complete a run twice', arrange: all_(office, madeRun()), ...printed(), expect: denied },
    { name: 'refuses to destroy waste twice', arrange: all_(office, madeRun(), did(waste())), ...waste(), expect: denied },
    { name: 'refuses to file a run that is not made', arrange: all_(office, approvedRun()), command: 'carrier.file', input: { production: 1, archiveNumber: '2026-BM-001' }, expect: denied },
    { name: 'refuses to cancel a run that is made', arrange: all_(office, madeRun()), command: 'production.cancel', input: { production: 1, reason: '不印了' }, expect: denied },
    { name: 'lets a carrier that got lost on the way be reported', arrange: onTheWay, command: 'carrier.reportMissing', input: { carrier: CARRIER, discoveredBy: '欧阳笺', account: '回执未到', reportedTo: '主管领导' }, expect: row('carriers', { state: 'missing' }) }),
];

export const productionCases: readonly Case[] = [...production, ...dispatch, ...conveyance];
