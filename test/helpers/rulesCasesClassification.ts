import { expect } from 'vitest';
import { paper } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, plain, set, shelve, staff } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';

type Part = Omit<Case, 'rule'>;
type Input = Record<string, unknown>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;
const row = (books: Books, register: string, id: number, values: Input): void => { expect(books.row(register, id)).toMatchObject(values); };
const after = (look: (books: Books) => void) => ({ passes: true, after: look }) as const;
const steps = (...names: readonly (readonly [string, Input])[]) => (desk: Desk): void => { for (const [name, input] of names) desk.must(name, input); };

/** Paper of another organ, its period ending on the given day. */
const foreign = (more: Input = {}) => shelve({ issuedOn: '2016-11-20', ...more });
/** Paper this unit made and set the level of. */
const own = (more: Input = {}) => shelve({ source: 'produced', issuer: '青岭研究所', basisDocument: '示厅函〔2026〕2号', issuedOn: '2026-01-10', ...more });
const officers = set('classification.officers', ['闻人录 机密 规划业务', '司徒收 秘密']);
const authority = set('unit.maxOriginalLevel', 'secret');
const matter: Input = { title: '供水调度方案', level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], kind: 'original', clause: '水利工作保密事项范围第三条', basis: '涉及未公开的调度数据', proposer: '南宫砚' };
const derived: Input = { ...matter, kind: 'derived', clause: undefined, derivedReason: 'executes', source: CARRIER };
const propose = (more: Input = {}) => (desk: Desk): void => void desk.must('classification.propose', { ...matter, ...more });
const proposing = (more: Input = {}) => ({ command: 'classification.propose', input: { ...matter, ...more } }) as const;
const decide: Input = { classification: 1, verdict: 'agreed', decider: '闻人录' };
const change: Input = { carrier: CARRIER, level: 'confidential', period: { years: 5 }, decider: '闻人录', basis: '情势变化' };
const early: Input = { carrier: CARRIER, reason: 'decided', decider: '闻人录', basis: '情势变化' };
const ended: Input = { carrier: CARRIER, reason: 'ended', extensionChecked: true };
const notice: Input = { carriers: [CARRIER], notice: 'change', level: 'confidential', period: { years: 10 }, noticeNumber: '示厅密〔2026〕9号', noticeFrom: '示例省青岭厅', noticeOn: '2026-11-19', decidedOn: '2026-11-18' };
const byNotice: Input = { carrier: CARRIER, level: 'confidential', period: { years: 5 }, noticeNumber: '示厅密〔2026〕9号', noticeOn: '2026-11-19' };
/** A commercial secret, decided and on the shelf. */
const firm: Input = { level: null, period: { years: 3 }, regime: 'commercial_secret', docNumber: undefined, copySerial: undefined, cabinetKind: undefined, issuer: '青岭研究所', source: 'produced', accessScope: ['慕容档'] };
const commercial = (more: Input = {}) => shelve({ ...firm, grade: 'grade1', ...more });
const business: Input = { title: '报价底稿', regime: 'commercial_secret', grade: 'grade2', period: { years: 3 }, accessScope: ['南宫砚'], kind: 'original', proposer: '南宫砚' };
const copied = (desk: Desk): void => void desk.must('carrier.copy', agreed('carrier.copy', { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺', place: '文印室', stamped: true, wasteSheets: 0 })(desk));

/** Entry rules of group 2.1 and what they say to decisions. */
const entry: Case[] = [
  ...of('P001', { name: 'refuses a decision about a state secret without a level', ...proposing({ level: undefined }), expect: denied }, { name: 'refuses a level on a commercial secret', ...proposing({ regime: 'commercial_secret', grade: 'grade1' }), expect: denied }),
  ...of('P002',
    { name: 'refuses a proposal above twenty years', ...proposing({ period: { years: 21 } }), expect: denied },
    { name: 'refuses an extension beyond the maximum', arrange: all_(own(), officers), command: 'classification.extend', input: { carrier: CARRIER, period: { years: 21 }, decider: '闻人录', basis: '仍须保密' }, expect: { refused: 'deny', by: ['P002', 'P013'] } },
    { name: 'lets an extension pass within the maximum', arrange: all_(own(), officers), command: 'classification.extend', input: agreed('classification.extend', { carrier: CARRIER, period: { years: 15 }, decider: '闻人录', basis: '仍须保密' }), expect: passes }),
  ...of('P003', { name: 'refuses a change to twelve months', arrange: foreign({ issuedOn: '2026-11-01' }), command: 'classification.change', input: { ...byNotice, period: { months: 12 } }, expect: denied }),
  ...of('P004', { name: 'refuses “not marked” where the unit itself decides', ...proposing({ period: { unmarked: true } }), expect: denied }),
  ...of('P006',
    { name: 'refuses a final decision without authority', arrange: all_(officers, propose()), command: 'classification.decide', input: decide, expect: { refused: 'deny', by: ['P006', 'P013'] } },
    { name: 'lets a decision within the authority pass', arrange: all_(officers, authority, propose()), command: 'classification.decide', input: agreed('classification.decide', decide), expect: passes },
    { name: 'lets a derived decision pass without authority', arrange: all_(officers, shelve(), propose(derived)), command: 'classification.decide', input: agreed('classification.decide', decide), expect: passes }),
  ...of('P007',
    { name: 'refuses a label for what is no state secret', arrange: plain(), command: 'label.print', input: { carriers: [CARRIER] }, expect: denied },
    { name: 'refuses to enter a mark on a commercial secret', arrange: commercial(), command: 'label.applied', input: { carriers: [CARRIER] }, expect: denied },
    { name: 'lets the label of a state secret pass', arrange: shelve(), command: 'label.print', input: { carriers: [CARRIER] }, expect: after((b) => { row(b, 'carriers', 1, { markText: '机密★10年' }); }) },
    { name: 'lets 解密 be put beside the old mark', arrange: all_(foreign(), (d) => d.at('2026-11-23T09:00:00'), steps(['classification.release', ended])), command: 'label.print', input: { carriers: [CARRIER], change: true }, expect: after((b) => { row(b, 'carriers', 1, { markText: '解密', oldMark: '机密★10年' }); }) }),
  ...of('P018', { name: 'keeps an unmarked party document as 内部 where the unit says so', arrange: set('handling.unmarkedPartyDocument', 'asInternal'), command: 'carrier.receive', input: { title: '通知', asClassified: true, custodian: '欧阳笺', place: '3号柜1格', signedBy: '欧阳笺', counted: true }, expect: after((b) => { row(b, 'receipts', 1, { regime: 'internal' }); row(b, 'carriers', 1, { regime: 'internal', asClassified: null }); }) }),
  ...of('P019',
    { name: 'asks who graded a recording made here', command: 'carrier.enter', input: paper('讲话录音', { source: 'produced', carrierKind: 'tape', basisDocument: '示厅函〔2026〕2号' }), expect: { missing: ['kindNote'] } },
    { name: 'lets it pass with the grading department', command: 'carrier.enter', input: paper('讲话录音', { source: 'produced', carrierKind: 'tape', basisDocument: '示厅函〔2026〕2号', kindNote: '领导讲话录音，办公室定级' }), expect: passes }),
  ...of('L008-A',
    { name: 'warns where the unit asks the originator', arrange: set('period.unmarkedAs', 'askOriginator'), command: 'carrier.enter', input: paper('月报', { period: { unmarked: true } }), expect: { refused: 'warn' } },
    { name: 'stays silent where the maximum is assumed', command: 'carrier.enter', input: paper('月报', { period: { unmarked: true } }), expect: passes }),
  ...of('L015',
    { name: 'refuses an object nobody is named for', command: 'carrier.enter', input: paper('样机', { carrierKind: 'object', accessScope: undefined, scopeUnit: '规划科', warnReason: '来文如此' }), expect: denied },
    { name: 'lets a paper pass with the unit only', command: 'carrier.enter', input: paper('月报', { accessScope: undefined, scopeUnit: '规划科', warnReason: '来文如此' }), expect: passes },
    { name: 'lets an object pass with persons', command: 'carrier.enter', input: paper('样机', { carrierKind: 'object' }), expect: passes }),
  ...of('L016',
    { name: 'refuses a legal period on a work secret', command: 'carrier.enter', input: paper('会议底稿', { regime: 'work_secret', level: null }), expect: denied },
    { name: 'lets a work secret pass without level and period', command: 'carrier.enter', input: paper('会议底稿', { regime: 'work_secret', level: null, period: undefined }), expect: after((b) => { row(b, 'carriers', 1, { regime: 'work_secret', level: null, secrecyPeriod: null }); }) }),
  ...of('L029', { name: 'refuses a proposal above the terminal', level: 'confidential', ...proposing({ period: { years: 10 } }), expect: denied }),
];

/** Who decides. */
const deciders: Case[] = [
  ...of('L001',
    { name: 'refuses the drafter as decider', arrange: all_(set('classification.officers', ['南宫砚 机密']), authority, propose()), command: 'classification.decide', input: { ...decide, decider: '南宫砚' }, expect: { refused: 'deny', by: ['L001', 'P013'] } },
    { name: 'lets another decide', arrange: all_(officers, authority, propose({ proposer: '令狐策' })), command: 'classification.decide', input: agreed('classification.decide', decide), expect: passes }),
  ...of('L002',
    { name: 'refuses who is not on the list', arrange: all_(authority, propose()), command: 'classification.decide', input: decide, expect: { refused: 'deny', by: ['L002', 'P013'] } },
    { name: 'refuses above the decider’s own top level', arrange: all_(officers, authority, propose()), command: 'classification.decide', input: { ...decide, decider: '司徒收' }, expect: { refused: 'deny', by: ['L002', 'P013'] } },
    { name: 'refuses an early release without a decider', arrange: own(), command: 'classification.release', input: { ...early, decider: undefined }, expect: { refused: 'deny', by: ['L002', 'P013'] } },
    { name: 'refuses a review by anybody', arrange: own(), command: 'classification.review', input: { carriers: [CARRIER], decider: '南宫砚' }, expect: denied },
    { name: 'warns of a decider whose training has run out', arrange: all_(officers, own(), staff('闻人录', { trainedOn: '2024-01-01' })), command: 'classification.review', input: { carriers: [CARRIER], decider: '闻人录' }, expect: { refused: 'warn' } },
    { name: 'follows the months a training is good for', arrange: all_(officers, own(), staff('闻人录', { trainedOn: '2026-04-01' }), set('training.validMonths', 6)), command: 'classification.review', input: { carriers: [CARRIER], decider: '闻人录' }, expect: { refused: 'warn' } },
    { name: 'lets the head of the unit decide by office', arrange: own(), command: 'classification.review', input: { carriers: [CARRIER], decider: '闻人录', deciderOffice: '主要负责人' }, expect: passes },
    { name: 'lets a designated person decide', arrange: all_(officers, own()), command: 'classification.review', input: { carriers: [CARRIER], decider: '闻人录' }, expect: passes }),
  ...of('P013',
    { name: 'asks for the 定密责任人 at a decision', arrange: all_(officers, authority, propose()), command: 'classification.decide', input: decide, expect: { refused: 'needs_approval' } },
    { name: 'asks for the 定密责任人 at a change of the unit’s own', arrange: all_(officers, own()), command: 'classification.change', input: change, expect: { refused: 'needs_approval' } },
    { name: 'asks for the 定密责任人 at an early release', arrange: all_(officers, own()), command: 'classification.release', input: early, expect: { refused: 'needs_approval' } },
    { name: 'refuses a decider other than the one who signed', arrange: all_(set('classification.officers', ['闻人录 机密', '令狐策 机密']), own()), command: 'classification.change', input: (d) => ({ ...change, decider: '令狐策', approval: agreed('classification.change', change)(d)['approval'] }), expect: denied },
    { name: 'lets a refusal pass without approval', arrange: all_(officers, authority, propose()), command: 'classification.decide', input: { ...decide, verdict: 'refused', reason: '不属于国家秘密' }, expect: after((b) => { row(b, 'classifications', 1, { state: 'refused', decider: '闻人录' }); }) },
    { name: 'lets another organ’s notice pass without approval', arrange: foreign({ issuedOn: '2026-11-01' }), command: 'classification.change', input: byNotice, expect: passes },
    { name: 'lets an approved change pass', arrange: all_(officers, own()), command: 'classification.change', input: agreed('classification.change', change), expect: after((b) => { row(b, 'carriers', 1, { level: 'confidential', secrecyPeriod: '5年', periodEndsOn: '2031-01-10' }); }) }),
  ...of('L003',
    { name: 'asks for the clause and the reason of an original decision', ...proposing({ clause: undefined, basis: undefined }), expect: { missing: ['clause', 'basis'] } },
    { name: 'lets a provisional level pass without clause', ...proposing({ kind: 'provisional', clause: undefined, basis: undefined }), expect: passes },
    { name: 'lets an original decision pass with both', ...proposing(), expect: passes }),
  ...of('L004',
    { name: 'refuses a derived level without one of the four reasons', arrange: shelve(), command: 'classification.propose', input: { ...derived, derivedReason: undefined }, expect: denied },
    { name: 'refuses a derived level without a source', command: 'classification.propose', input: { ...derived, source: undefined }, expect: denied },
    { name: 'refuses less than the source', arrange: shelve(), command: 'classification.propose', input: { ...derived, level: 'confidential' }, expect: denied },
    { name: 'refuses to decide less than the source', arrange: all_(officers, shelve(), propose(derived)), command: 'classification.decide', input: { ...decide, level: 'confidential' }, expect: { refused: 'deny', by: ['L004', 'P013'] } },
    { name: 'refuses to change a derived item below its source', arrange: all_(officers, shelve(), plain({ issuer: '青岭研究所', source: 'produced' }), propose({ ...derived, carrier: 'ZT-2026-00002' }), (d) => void d.must('classification.decide', agreed('classification.decide', decide)(d))), command: 'classification.change', input: { ...change, carrier: 'ZT-2026-00002' }, expect: { refused: 'deny', by: ['L004', 'P013'] } },
    { name: 'lets the same level pass', arrange: shelve(), command: 'classification.propose', input: derived, expect: after((b) => { row(b, 'classifications', 1, { kind: 'derived', sourceNumber: CARRIER, level: 'secret', state: 'proposed' }); }) },
    { name: 'lets a source outside the ledger pass by its number', command: 'classification.propose', input: { ...derived, source: undefined, basisDocument: '示厅函〔2026〕2号' }, expect: passes }),
  ...of('L005',
    { name: 'makes an original level without authority provisional and sets ten working days', arrange: plain(), ...proposing({ carrier: CARRIER }), expect: after((b) => { row(b, 'classifications', 1, { kind: 'provisional', submitDueOn: '2026-12-04' }); row(b, 'carriers', 1, { level: 'secret', provisional: 1 }); }) },
    { name: 'follows the unit’s shorter time', arrange: set('classification.submitWithinWorkingDays', 3), ...proposing({ kind: 'provisional' }), expect: after((b) => { row(b, 'classifications', 1, { submitDueOn: '2026-11-25' }); }) },
    { name: 'expects the answer ten working days after it went up', arrange: propose(), command: 'classification.submit', input: { classification: 1, to: '示例省青岭厅' }, expect: after((b) => { row(b, 'classifications', 1, { state: 'submitted', answerDueOn: '2026-12-04' }); }) },
    { name: 'leaves an original level within the authority alone', arrange: authority, ...proposing(), expect: after((b) => { row(b, 'classifications', 1, { kind: 'original', submitDueOn: null }); }) }),
  ...of('L006',
    { name: 'protects at the highest level anybody claims', level: 'top_secret', arrange: plain(), ...proposing({ carrier: CARRIER, disputed: ['confidential', 'top_secret'] }), expect: after((b) => { row(b, 'carriers', 1, { level: 'top_secret', provisional: 1 }); row(b, 'classifications', 1, { level: 'top_secret', disputed: '秘密、绝密' }); }) },
    { name: 'leaves an undisputed level alone', arrange: plain(), ...proposing({ carrier: CARRIER }), expect: after((b) => { row(b, 'carriers', 1, { level: 'secret' }); }) }),
  ...of('ANSWERED',
    { name: 'asks where a provisional level goes', arrange: propose(), command: 'classification.submit', input: { classification: 1 }, expect: { missing: ['to'] } },
    { name: 'asks for number and level of the answer', arrange: all_(propose(), steps(['classification.submit', { classification: 1, to: '示例省青岭厅' }])), command: 'classification.submit', input: { classification: 1, answeredOn: '2026-11-20' }, expect: { missing: ['answerNumber', 'level'] } },
    { name: 'asks for the level of an answer about an original decision too', arrange: all_(authority, propose(), steps(['classification.submit', { classification: 1, to: '示例省青岭厅' }])), command: 'classification.submit', input: { classification: 1, answeredOn: '2026-11-20', answerNumber: '示厅密〔2026〕12号' }, expect: { missing: ['level'] } },
    { name: 'lets the answer pass and makes the level final', arrange: all_(plain(), propose({ carrier: CARRIER }), steps(['classification.submit', { classification: 1, to: '示例省青岭厅' }])), command: 'classification.submit', input: { classification: 1, answeredOn: '2026-11-20', answerNumber: '示厅密〔2026〕12号', level: 'confidential', period: { years: 5 } }, expect: after((b) => { row(b, 'carriers', 1, { level: 'confidential', provisional: 0, secrecyPeriod: '5年', markText: '秘密★5年', oldMark: '拟定 机密★10年' }); row(b, 'classifications', 1, { state: 'done' }); }) },
    { name: 'lets “no secret” pass and frees the item', arrange: all_(plain(), propose({ carrier: CARRIER }), steps(['classification.submit', { classification: 1, to: '示例省青岭厅' }])), command: 'classification.submit', input: { classification: 1, answeredOn: '2026-11-20', answerNumber: '示厅密〔2026〕12号', level: null }, expect: after((b) => { row(b, 'carriers', 1, { level: null, provisional: 0, regime: 'ordinary', periodEndsOn: null }); }) }),
];

/** Changing, extending, releasing, telling, marking. */
const changes: Case[] = [
  ...of('P009-A',
    { name: 'refuses to change another organ’s secret without its notice', arrange: foreign(), command: 'classification.change', input: { ...change, decider: undefined, period: { years: 10 } }, expect: denied },
    { name: 'refuses to release another organ’s secret early', arrange: foreign(), command: 'classification.release', input: early, expect: denied },
    { name: 'refuses to change what is no secret', arrange: plain(), command: 'classification.change', input: { ...change, period: undefined, noticeNumber: '示厅密〔2026〕9号' }, expect: denied },
    { name: 'refuses to change a provisional level', arrange: all_(plain(), propose({ carrier: CARRIER })), command: 'classification.change', input: { ...change, noticeNumber: '示厅密〔2026〕9号', period: undefined }, expect: denied },
    { name: 'lets the organ’s notice pass', arrange: foreign({ issuedOn: '2026-11-01' }), command: 'classification.change', input: byNotice, expect: passes },
    { name: 'lets the unit change its own', arrange: all_(officers, own()), command: 'classification.change', input: agreed('classification.change', change), expect: passes }),
  ...of('P009-R',
    { name: 'asks what is to change', arrange: foreign(), command: 'classification.change', input: { carrier: CARRIER, noticeNumber: '示厅密〔2026〕9号' }, expect: { missing: ['level'] } },
    { name: 'asks for the basis of an early release', arrange: own(), command: 'classification.release', input: { ...early, basis: undefined }, expect: { missing: ['basis'] } },
    { name: 'asks for the period of an extension by notice', arrange: foreign(), command: 'classification.recordNotice', input: { ...notice, notice: 'extension', level: undefined, period: undefined }, expect: { missing: ['period'] } },
    { name: 'asks how a condition was met', arrange: shelve({ period: { condition: '项目公布后' } }), command: 'classification.release', input: { carrier: CARRIER, reason: 'condition' }, expect: { missing: ['basis'] } },
    { name: 'lets a met condition pass with its proof', arrange: shelve({ period: { condition: '项目公布后' } }), command: 'classification.release', input: { carrier: CARRIER, reason: 'condition', basis: '项目已于本月公布' }, expect: after((b) => { row(b, 'classifications', 1, { kind: 'release', releaseReason: 'condition' }); row(b, 'carriers', 1, { level: null, regime: 'ordinary' }); }) }),
  ...of('L010',
    { name: 'refuses an extension decided after the end', arrange: foreign({ period: { years: 9 } }), command: 'classification.extend', input: { carrier: CARRIER, period: { years: 15 }, noticeNumber: '示厅密〔2026〕9号' }, expect: denied },
    { name: 'refuses an extension that does not reach further', arrange: foreign({ issuedOn: '2026-11-01' }), command: 'classification.extend', input: { carrier: CARRIER, period: { years: 9 }, noticeNumber: '示厅密〔2026〕9号' }, expect: denied },
    { name: 'refuses a late notice that was not queried', arrange: foreign({ period: { years: 9 } }), command: 'classification.recordNotice', input: { ...notice, notice: 'extension', level: undefined, period: { years: 15 } }, expect: denied },
    { name: 'keeps a queried late notice on hold and the item as it is', arrange: foreign({ period: { years: 9 } }), command: 'classification.recordNotice', input: { ...notice, notice: 'extension', level: undefined, period: { years: 15 }, queriedWith: '示例省青岭厅' }, expect: after((b) => { row(b, 'classifications', 1, { suspended: 1, state: 'submitted', queriedWith: '示例省青岭厅' }); row(b, 'carriers', 1, { secrecyPeriod: '9年', level: 'secret' }); }) },
    { name: 'refuses to release what is on hold', arrange: all_(foreign({ period: { years: 9 } }), steps(['classification.recordNotice', { ...notice, notice: 'extension', level: undefined, period: { years: 15 }, queriedWith: '示例省青岭厅' }])), command: 'classification.release', input: ended, expect: denied },
    { name: 'lets the confirmed extension take effect', arrange: all_(foreign({ period: { years: 9 } }), steps(['classification.recordNotice', { ...notice, notice: 'extension', level: undefined, period: { years: 15 }, queriedWith: '示例省青岭厅' }])), command: 'classification.submit', input: { classification: 1, answeredOn: '2026-11-20', answerNumber: '示厅密〔2026〕20号', confirmed: true }, expect: after((b) => { row(b, 'carriers', 1, { secrecyPeriod: '15年', periodEndsOn: '2031-11-20' }); row(b, 'classifications', 1, { state: 'decided', suspended: 0 }); }) },
    { name: 'lets the release pass when the answer says the extension does not count', arrange: all_(foreign({ period: { years: 9 } }), steps(['classification.recordNotice', { ...notice, notice: 'extension', level: undefined, period: { years: 15 }, queriedWith: '示例省青岭厅' }], ['classification.submit', { classification: 1, answeredOn: '2026-11-20', answerNumber: '示厅密〔2026〕20号', confirmed: false }])), command: 'classification.release', input: ended, expect: passes },
    { name: 'lets an extension in time pass', arrange: foreign({ issuedOn: '2026-11-01' }), command: 'classification.extend', input: { carrier: CARRIER, period: { years: 15 }, noticeNumber: '示厅密〔2026〕9号' }, expect: after((b) => { row(b, 'carriers', 1, { secrecyPeriod: '15年', periodEndsOn: '2041-11-01' }); row(b, 'classifications', 1, { kind: 'extension', oldPeriod: '10年' }); }) }),
  ...of('P005-A',
    { name: 'refuses a release on the last day', arrange: foreign(), command: 'classification.release', input: ended, expect: denied },
    { name: 'refuses a release by date of a condition', arrange: shelve({ period: { condition: '项目公布后' } }), command: 'classification.release', input: ended, expect: denied },
    { name: 'refuses a condition that was never set', arrange: foreign(), command: 'classification.release', input: { carrier: CARRIER, reason: 'condition', basis: '已公布' }, expect: denied },
    { name: 'refuses a release of what is no secret', arrange: plain(), command: 'classification.release', input: ended, expect: denied },
    { name: 'refuses a release nobody checked', arrange: foreign({ period: { years: 9 } }), command: 'classification.release', input: { carrier: CARRIER, reason: 'ended' }, expect: denied },
    { name: 'lets an unchecked release pass where the unit does not hold', arrange: all_(foreign({ period: { years: 9 } }), set('period.expiryHandling', 'immediate')), command: 'classification.release', input: { carrier: CARRIER, reason: 'ended' }, expect: passes },
    { name: 'lets a checked release pass and keeps custody', arrange: foreign({ period: { years: 9 } }), command: 'classification.release', input: ended, expect: after((b) => { row(b, 'carriers', 1, { level: null, regime: 'ordinary', state: 'in_custody', periodEndsOn: null, oldMark: '机密★9年', markText: '解密' }); row(b, 'classifications', 1, { releaseReason: 'ended', effectiveOn: '2025-11-20' }); }) }),
  ...of('P009',
    { name: 'puts the new mark beside the old one, also on copies', arrange: all_(foreign({ issuedOn: '2026-11-01' }), copied), command: 'classification.change', input: byNotice, expect: after((b) => { for (const id of [1, 2]) row(b, 'carriers', id, { oldMark: '机密★10年', markText: '秘密★5年', markApplied: 0, level: 'confidential' }); row(b, 'classifications', 1, { oldMark: '机密★10年', newMark: '秘密★5年', count: 2 }); }) },
    { name: 'leaves what is on hold with its mark', arrange: foreign({ period: { years: 9 } }), command: 'classification.recordNotice', input: { ...notice, notice: 'extension', level: undefined, period: { years: 15 }, queriedWith: '示例省青岭厅' }, expect: after((b) => { row(b, 'carriers', 1, { oldMark: null }); }) }),
  ...of('P009-B',
    { name: 'refuses a change label for what never changed', arrange: shelve(), command: 'label.print', input: { carriers: [CARRIER], change: true }, expect: denied },
    { name: 'lets the change label pass after a change', arrange: all_(foreign({ issuedOn: '2026-11-01' }), steps(['classification.change', byNotice])), command: 'label.print', input: { carriers: [CARRIER], change: true }, expect: passes }),
  ...of('L007',
    { name: 'counts a new period from the issue date', arrange: foreign({ issuedOn: '2026-03-05' }), command: 'classification.change', input: byNotice, expect: after((b) => { row(b, 'carriers', 1, { periodEndsOn: '2031-03-05' }); }) },
    { name: 'counts from the notice where no date is marked', arrange: shelve({ receivedOn: undefined, source: 'imported', issuedOn: undefined }), command: 'classification.change', input: byNotice, expect: after((b) => { expect(['2031-11-19', '2031-11-20']).toContain(b.row('carriers', 1)['periodEndsOn']); }) }),
  ...of('L009',
    { name: 'makes telling due on the next working day', arrange: foreign({ issuedOn: '2026-11-01' }), command: 'classification.recordNotice', input: notice, expect: after((b) => { row(b, 'classifications', 1, { state: 'decided', notifyDueOn: '2026-11-23', accessScope: '["南宫砚"]' }); }) },
    { name: 'is done when everybody was told and the mark replaced', arrange: all_(foreign({ issuedOn: '2026-11-01' }), steps(['classification.recordNotice', notice], ['label.applied', { carriers: [CARRIER], where: '首页左上角' }])), command: 'classification.notified', input: { classification: 1, people: ['南宫砚'] }, expect: after((b) => { row(b, 'classifications', 1, { state: 'done', notifiedOn: '2026-11-20', markedOn: '2026-11-20' }); row(b, 'carriers', 1, { markApplied: 1 }); }) },
    { name: 'stays open while somebody in scope was not told', arrange: all_(foreign({ issuedOn: '2026-11-01', accessScope: ['南宫砚', '慕容档'] }), steps(['classification.recordNotice', notice])), command: 'classification.notified', input: { classification: 1, people: ['慕容档'] }, expect: after((b) => { row(b, 'classifications', 1, { state: 'decided', notifiedOn: null }); }) }),
  ...of('L012',
    { name: 'refuses to suggest what the unit decides itself', arrange: own(), command: 'classification.suggestRelease', input: { carrier: CARRIER, to: '示例省青岭厅', reason: '过时' }, expect: denied },
    { name: 'refuses to suggest for what is no secret', arrange: plain(), command: 'classification.suggestRelease', input: { carrier: CARRIER, to: '示例省青岭厅', reason: '过时' }, expect: denied },
    { name: 'lets a suggestion to the originator pass', arrange: foreign(), command: 'classification.suggestRelease', input: { carrier: CARRIER, to: '示例省青岭厅', reason: '内容已过时' }, expect: after((b) => { row(b, 'classifications', 1, { kind: 'suggestion', submittedTo: '示例省青岭厅', state: 'submitted' }); row(b, 'carriers', 1, { level: 'secret' }); }) }),
  ...of('L014',
    { name: 'asks for the written notice where no mark can be put', arrange: shelve(), command: 'label.print', input: { carriers: [CARRIER], unmarkable: true }, expect: { missing: ['writtenNotice'] } },
    { name: 'lets it pass with the notice', arrange: shelve(), command: 'label.print', input: { carriers: [CARRIER], unmarkable: true, writtenNotice: '青研密〔2026〕5号' }, expect: passes }),
];

/** Commercial secrets. */
const firmCases: Case[] = [
  ...of('P014',
    { name: 'asks the general manager at the second grade', arrange: (d) => void d.must('classification.propose', business), command: 'classification.decide', input: decide, expect: { refused: 'needs_approval', says: /由总经理定/ } },
    { name: 'asks the department head at the third grade', arrange: (d) => void d.must('classification.propose', { ...business, grade: 'grade3' }), command: 'classification.decide', input: decide, expect: { refused: 'needs_approval', says: /由部门负责人定/ } },
    { name: 'follows the unit’s own approver', arrange: all_(set('commercialSecret.approver.grade2', 'departmentHead'), (d) => void d.must('classification.propose', business)), command: 'classification.decide', input: decide, expect: { refused: 'needs_approval', says: /由部门负责人定/ } },
    { name: 'refuses without a grade', arrange: (d) => void d.must('classification.propose', { ...business, grade: undefined }), command: 'classification.decide', input: decide, expect: denied },
    { name: 'lets an approved grade pass onto the carrier', arrange: all_(plain(), (d) => void d.must('classification.propose', { ...business, carrier: CARRIER })), command: 'classification.decide', input: agreed('classification.decide', decide), expect: after((b) => { row(b, 'carriers', 1, { grade: 'grade2', regime: 'commercial_secret', level: null, markText: '商业秘密（二级，3年）' }); }) }),
  ...of('P015',
    { name: 'asks for the higher office at an early release', arrange: commercial(), command: 'classification.release', input: early, expect: { refused: 'needs_approval' } },
    { name: 'lets an approved extension pass', arrange: commercial(), command: 'classification.extend', input: agreed('classification.extend', { carrier: CARRIER, period: { years: 5 }, basis: '仍有价值' }), expect: after((b) => { row(b, 'carriers', 1, { secrecyPeriod: '5年', grade: 'grade1', markText: '商业秘密（一级，5年）' }); }) },
    { name: 'lets the release pass where no consent is demanded', arrange: all_(commercial(), set('commercialSecret.releaseConsent', 'none')), command: 'classification.release', input: early, expect: after((b) => { row(b, 'carriers', 1, { grade: null, regime: 'ordinary' }); }) }),
  ...of('P020',
    { name: 'refuses the first grade to a clerk of another department', arrange: all_(commercial(), staff('南宫砚', { duty: '科员' })), command: 'knowledge.record', input: { carrier: CARRIER, readers: ['南宫砚'], how: 'handled' }, expect: denied },
    { name: 'refuses a director the first grade', arrange: all_(commercial(), staff('南宫砚', { duty: '技术总监' })), command: 'knowledge.record', input: { carrier: CARRIER, readers: ['南宫砚'], how: 'handled' }, expect: denied },
    { name: 'follows the unit’s own list', arrange: all_(commercial({ grade: 'grade3' }), staff('南宫砚', { duty: '部门经理' }), set('commercialSecret.readers.grade3', ['总经理'])), command: 'knowledge.record', input: { carrier: CARRIER, readers: ['南宫砚'], how: 'handled' }, expect: denied },
    { name: 'lets a director know the second grade', arrange: all_(commercial({ grade: 'grade2' }), staff('南宫砚', { duty: '技术总监' })), command: 'knowledge.record', input: { carrier: CARRIER, readers: ['南宫砚'], how: 'handled' }, expect: passes },
    { name: 'lets named staff know it', arrange: all_(commercial({ accessScope: ['南宫砚'] }), staff('南宫砚', { duty: '科员' })), command: 'knowledge.record', input: { carrier: CARRIER, readers: ['南宫砚'], how: 'handled' }, expect: passes }),
];

export const classificationCases: readonly Case[] = [...entry, ...deciders, ...changes, ...firmCases];
