import { expect } from 'vitest';
import { answersTo } from './samplesCounting.ts';
import { approver, paper, secadmin, sysadmin } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, core, lent, plain, ready, set, shelve, shelveTop, staff } from './rulesCases.ts';
import type { Case } from './rulesCases.ts';

type Part = Omit<Case, 'rule'>;
type Input = Record<string, unknown>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;
const expectRow = (row: Input, values: Input): void => { expect(row).toMatchObject(values); };

/** An account of this terminal in somebody's name. */
const holds = (name: string, account = 'one') => (d: Desk) => void d.must('account.create', { account, name, roles: ['approver'], password: 'Qx7#mwvT2!kk' }, sysadmin);

// ── recall ──
const second = shelve({ copySerial: '000004' });
const issuer: Input = { kind: 'issuer', title: '清退青岭厅文件', issuer: '示例省青岭厅', noticeNumber: '示厅函〔2026〕40号', dueOn: '2026-12-10' };
const task: Input = { kind: 'task', title: '专项收回', dueOn: '2026-12-10', carriers: [CARRIER] };
const annual: Input = { kind: 'annual', title: '2026 年年终清退', year: 2026, dueOn: '2026-12-31' };
const recalling = (more: Input) => (d: Desk) => void d.must('recall.open', { ...more });
const closing = { command: 'recall.close', input: { recall: 1, checkedBy: '闻人录' } } as const;
const open = { command: 'recall.open' } as const;

const recalls: Case[] = [
  ...of('P113-N',
    { name: 'asks whose notice it is', arrange: ready, ...open, input: { ...issuer, issuer: undefined, noticeNumber: undefined, carriers: [CARRIER] }, expect: { missing: ['issuer', 'noticeNumber'] } },
    { name: 'asks for the year', arrange: ready, ...open, input: { ...annual, year: undefined, carriers: [CARRIER] }, expect: { missing: ['year'] } },
    { name: 'asks which carriers a task gives back', arrange: ready, ...open, input: { ...task, carriers: undefined }, expect: { missing: ['carriers'] } },
    { name: 'lets a notice with its number pass', arrange: ready, ...open, input: issuer, expect: passes }),
  ...of('P112-S',
    { name: 'refuses an issuing body from which nothing is held', arrange: ready, ...open, input: { ...issuer, issuer: '某部' }, expect: denied },
    { name: 'refuses a carrier that another open recall has', arrange: all_(ready, recalling(task)), ...open, input: { ...task, title: '再收回' }, expect: denied },
    { name: 'calls in what the year brought', arrange: all_(ready, second), ...open, input: annual, expect: { passes: true, after: (b) => { expectRow(b.row('recalls'), { itemCount: 2, state: 'open', level: 'secret' }); expectRow(b.row('carriers', 2), { recall: 1, returnBy: '2026-12-31', returnRequired: null }); } } },
    { name: 'leaves what another recall has already called', arrange: all_(ready, second, recalling(task)), ...open, input: annual, expect: { passes: true, after: (b) => { expectRow(b.row('recalls', 2), { itemCount: 1, items: '[2]' }); } } },
    { name: 'takes a carrier again once the recall is closed', arrange: all_(ready, recalling(task), (d) => void d.must('recall.close', closing.input)), ...open, input: task, expect: passes }),
  ...of('P112-D',
    { name: 'refuses a day that is past', arrange: ready, ...open, input: { ...issuer, dueOn: '2026-11-19' }, expect: denied },
    { name: 'lets today pass', arrange: ready, ...open, input: { ...issuer, dueOn: '2026-11-20' }, expect: passes }),
  ...of('K18',
    { name: 'marks what the issuing body wants back', arrange: ready, ...open, input: issuer, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { returnRequired: 1, returnBy: '2026-12-10', recall: 1 }); } } },
    { name: 'does not mark what the year calls in', arrange: ready, ...open, input: annual, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { returnRequired: null, returnBy: '2026-12-31' }); } } },
    { name: 'keeps an earlier day of return', arrange: all_(staff(), shelve({ returnBy: '2026-12-01' })), ...open, input: annual, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { returnBy: '2026-12-01' }); } } }),
  ...of('P113-X',
    { name: 'asks where the rest is that the issuing body wants', arrange: all_(ready, recalling(issuer)), ...closing, expect: { missing: ['explanation'] } },
    { name: 'asks about what a person still has', arrange: all_(ready, lent(), recalling(annual)), ...closing, expect: { missing: ['explanation'] } },
    { name: 'takes the explanation', arrange: all_(ready, recalling(issuer)), command: 'recall.close', input: { ...closing.input, explanation: '制发机关同意延至次年' }, expect: { passes: true, after: (b) => { expectRow(b.row('recalls'), { missing: 1, returned: 0, state: 'closed', checkedBy: '闻人录' }); } } },
    { name: 'asks nothing when all of the year lies in the office', arrange: all_(ready, recalling(annual)), ...closing, expect: { passes: true, after: (b) => { expectRow(b.row('recalls'), { kept: 1, missing: 0 }); } } },
    { name: 'asks nothing about what has its own case', arrange: all_(ready, recalling(annual), (d) => void d.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' })), ...closing, expect: { passes: true, after: (b) => { expectRow(b.row('recalls'), { missing: 1, kept: 0 }); } } },
    { name: 'counts what went back', arrange: all_(ready, recalling(issuer), (d) => void d.must('carrier.returnToIssuer', { carrier: CARRIER, receivedBy: '司徒收' })), ...closing, expect: { passes: true, after: (b) => { expectRow(b.row('recalls'), { returned: 1, missing: 0 }); } } }),
  ...of('K18-X',
    { name: 'asks by whose leave it is destroyed', arrange: all_(staff(), shelve(), recalling(issuer), (d) => { d.db.prepare(`UPDATE carriers SET state = 'destroyed', revision = revision + 1 WHERE id = 1`).run(); }), ...closing, expect: { missing: ['explanation'] } },
    { name: 'asks nothing of what the year calls in', arrange: all_(staff(), shelve(), recalling(annual), (d) => { d.db.prepare(`UPDATE carriers SET state = 'destroyed', revision = revision + 1 WHERE id = 1`).run(); }), ...closing, expect: { passes: true, after: (b) => { expectRow(b.row('recalls'), { destroyed: 1 }); } } }),
];

// ── stocktake ──
const begin: Input = { kind: 'full', counter: '欧阳笺', checker: '闻人录' };
const started = (more: Input = {}) => (d: Desk) => void d.must('stocktake.open', { ...begin, ...more });
const counted = (more: Input) => (d: Desk) => void d.must('stocktake.count', { stocktake: 1, ...more });
const start = { command: 'stocktake.open' } as const;
const tick = { command: 'stocktake.count' } as const;
const end = { command: 'stocktake.close', second: approver } as const;
const both = all_(ready, second);
const outside: Input = { custodian: '慕容档', oldNumber: '旧-1', copySerial: '000009' };

const stocktakes: Case[] = [
  ...of('P116-S',
    { name: 'refuses a place where nothing lies', arrange: ready, ...start, input: { ...begin, kind: 'part', place: '9号柜' }, expect: denied },
    { name: 'freezes what should be there', arrange: all_(both, lent()), ...start, input: begin, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakes'), { expected: '[1,2]', expectedCount: 2, level: 'secret', keepers: '["欧阳笺"]', scopeZh: '全部在册载体', state: 'open' }); } } },
    { name: 'knows what a person keeps and has in hand', arrange: all_(both, shelve(outside), lent()), ...start, input: { ...begin, kind: 'part', custodian: '南宫砚' }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakes'), { expected: '[1]' }); } } },
    { name: 'draws a sample of the size that was asked for', arrange: both, ...start, input: { ...begin, kind: 'sample', sampleSize: 1 }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakes'), { expectedCount: 1, scopeZh: '全部在册载体，抽查 1 件' }); } } }),
  ...of('P116-R',
    { name: 'asks what part', arrange: ready, ...start, input: { ...begin, kind: 'part' }, expect: { missing: ['place'] } },
    { name: 'asks how many a sample has', arrange: ready, ...start, input: { ...begin, kind: 'sample' }, expect: { missing: ['sampleSize'] } },
    { name: 'asks whose post is handed over', arrange: ready, ...start, input: { ...begin, kind: 'handover' }, expect: { missing: ['custodian'] } },
    { name: 'knows that a full count has no limits', arrange: ready, ...start, input: { ...begin, place: '3号柜' }, expect: { missing: ['kind'] } },
    { name: 'lets a part with its place pass', arrange: ready, ...start, input: { ...begin, kind: 'part', place: '3号柜' }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakes'), { scopeZh: '存放在3号柜', expectedCount: 1 }); } } }),
  ...of('P117-O',
    { name: 'refuses one person for both', arrange: ready, ...start, input: { ...begin, checker: '欧阳笺' }, expect: denied },
    { name: 'refuses a keeper as checker', arrange: all_(ready, shelve(outside)), ...start, input: { ...begin, checker: '慕容档' }, expect: denied },
    { name: 'lets a checker pass who keeps something else', arrange: all_(ready, shelve({ ...outside, place: '9号柜' })), ...start, input: { ...begin, kind: 'part', place: '3号柜', checker: '慕容档' }, expect: passes },
    { name: 'refuses a keeper as counter where the unit wants others', arrange: all_(ready, set('stocktake.counter', 'independentOnly')), ...start, input: begin, expect: denied },
    { name: 'lets the keeper count beside an independent checker', arrange: ready, ...start, input: begin, expect: passes },
    { name: 'lets others count where the unit wants others', arrange: all_(ready, set('stocktake.counter', 'independentOnly')), ...start, input: { ...begin, counter: '慕容档' }, expect: passes }),
  ...of('P117-A',
    { name: 'refuses a checker without an account', arrange: all_(ready, holds('闻人录')), ...start, input: { ...begin, checker: '慕容档' }, expect: { refused: 'deny', says: /慕容档在本机没有账户/ } },
    { name: 'refuses a checker whose account is closed', arrange: all_(ready, holds('闻人录', 'one'), holds('慕容档', 'two'), (d) => { d.must('account.confirm', { account: 'two' }, secadmin); d.must('account.revoke', { account: 'two', reason: '调离' }, sysadmin, secadmin); }), ...start, input: { ...begin, checker: '慕容档' }, expect: denied },
    { name: 'lets one with an account pass', arrange: all_(ready, holds('闻人录')), ...start, input: begin, expect: passes }),
  ...of('P116-C',
    { name: 'refuses the same carrier twice', arrange: all_(ready, started(), counted({ scanned: CARRIER })), ...tick, input: { stocktake: 1, scanned: CARRIER }, expect: denied },
    { name: 'refuses the same unknown code twice', arrange: all_(ready, started(), counted({ scanned: '外来-7' })), ...tick, input: { stocktake: 1, scanned: '外来-7' }, expect: denied },
    { name: 'counts what lies where the books say', arrange: all_(ready, started()), ...tick, input: { stocktake: 1, scanned: CARRIER, place: '3号柜' }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakeLines'), { bucket: 'found', carrierNumber: CARRIER, expectedPlace: '3号柜1格', foundPlace: '3号柜' }); expectRow(b.row('carriers'), { place: '3号柜1格' }); } } },
    { name: 'sees another place', arrange: all_(ready, started()), ...tick, input: { stocktake: 1, scanned: CARRIER, place: '13号柜' }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakeLines'), { bucket: 'misplaced', foundPlace: '13号柜' }); } } },
    { name: 'takes another place for the same carrier', arrange: all_(ready, started(), counted({ scanned: CARRIER, place: '13号柜' })), ...tick, input: { stocktake: 1, scanned: CARRIER, place: '3号柜1格' }, expect: { passes: true, after: (b) => { expect(b.rows('stocktakeLines')).toHaveLength(1); expectRow(b.row('stocktakeLines'), { bucket: 'found' }); } } },
    { name: 'takes an unknown code as one too many', arrange: all_(ready, started()), ...tick, input: { stocktake: 1, scanned: '外来-7' }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakeLines'), { bucket: 'unexpected', carrier: null, scanned: '外来-7' }); } } },
    { name: 'takes what is outside the frozen list as one too many', arrange: all_(ready, shelve({ ...outside, place: '9号柜' }), started({ kind: 'part', place: '3号柜' })), ...tick, input: { stocktake: 1, scanned: '旧-1' }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakeLines'), { bucket: 'unexpected', carrier: 2 }); } } },
    { name: 'takes what the books lend and finds in the cabinet as out of place', arrange: all_(ready, lent(), started()), ...tick, input: { stocktake: 1, scanned: CARRIER }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakeLines'), { bucket: 'misplaced' }); } } },
    { name: 'counts what its holder shows', arrange: all_(ready, lent(), started()), ...tick, input: { stocktake: 1, carriers: [CARRIER], withHolder: true }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakeLines'), { bucket: 'found', foundPlace: '南宫砚' }); } } },
    { name: 'takes several from a sheet', arrange: all_(both, started()), ...tick, input: { stocktake: 1, carriers: [CARRIER, 'ZT-2026-00002'] }, expect: { passes: true, after: (b) => { expect(b.rows('stocktakeLines').map((l) => l['bucket'])).toEqual(['found', 'found']); } } }),
  ...of('P117',
    { name: 'waits for the checker', arrange: all_(ready, started(), counted({ scanned: CARRIER })), command: 'stocktake.close', input: { stocktake: 1 }, expect: { refused: 'needs_second_person' } },
    { name: 'refuses somebody else', arrange: all_(ready, started({ checker: '慕容档' }), counted({ scanned: CARRIER })), ...end, input: { stocktake: 1 }, expect: denied },
    { name: 'closes with the checker’s password', arrange: all_(ready, started(), counted({ scanned: CARRIER })), ...end, input: { stocktake: 1 }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakes'), { state: 'closed', found: 1, missing: 0, checkerAccount: 'leader' }); } } }),
  ...of('P118-W',
    { name: 'warns before a case is opened', arrange: all_(both, started(), counted({ scanned: CARRIER })), ...end, input: { stocktake: 1 }, expect: { refused: 'warn', says: /1 件没有清点到/ } },
    { name: 'closes when the search is told', arrange: all_(both, started(), counted({ scanned: CARRIER })), ...end, input: { stocktake: 1, warnReason: '各柜已查' }, expect: passes }),
  ...of('P118-H',
    { name: 'warns of what nobody has seen with its holder', arrange: all_(ready, lent(), started()), ...end, input: { stocktake: 1 }, expect: { refused: 'warn', says: /在外没有核实/ } },
    { name: 'opens no case for what is lent', arrange: all_(ready, lent(), started()), ...end, input: { stocktake: 1, warnReason: '本人出差' }, expect: { passes: true, after: (b) => { expect(b.rows('incidents')).toEqual([]); expectRow(b.row('stocktakeLines'), { bucket: 'unconfirmed' }); expectRow(b.row('stocktakes'), { unconfirmed: 1, missing: 0 }); expectRow(b.row('carriers'), { state: 'lent' }); } } }),
  ...of('P118-E',
    { name: 'asks what is done about what lies elsewhere', arrange: all_(ready, started(), counted({ scanned: CARRIER, place: '5号柜' })), ...end, input: { stocktake: 1 }, expect: { missing: ['action'] } },
    { name: 'asks about one too many', arrange: all_(ready, started(), counted({ scanned: CARRIER }), counted({ scanned: '外来-7' })), ...end, input: { stocktake: 1 }, expect: { missing: ['action'] } },
    { name: 'takes the explanation of each', arrange: all_(ready, started(), counted({ scanned: CARRIER, place: '5号柜', explanation: '上周借出后误放' })), ...end, input: { stocktake: 1 }, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { place: '5号柜', home: '3号柜1格' }); } } },
    { name: 'takes one word for all', arrange: all_(ready, started(), counted({ scanned: CARRIER, place: '5号柜' })), ...end, input: { stocktake: 1, action: '放回原处' }, expect: { passes: true, after: (b) => { expectRow(b.row('stocktakes'), { misplaced: 1, found: 0, action: '放回原处' }); } } }),
  ...of('P118',
    { name: 'opens a case for each that is not there', arrange: all_(both, started(), counted({ scanned: CARRIER })), ...end, input: { stocktake: 1, warnReason: '各柜已查' }, expect: { passes: true, after: (b) => {
      expectRow(b.row('incidents'), { kind: 'missing', carrierNumber: 'ZT-2026-00002', lastHolder: '欧阳笺', discoveredBy: '欧阳笺', account: '清点 PD-2026-001 没有找到。各柜已查', state: 'searching' });
      expectRow(b.row('carriers', 2), { state: 'missing' });
      expectRow(b.row('stocktakeLines', 2), { bucket: 'missing', carrier: 2, incident: 1 });
      expectRow(b.row('stocktakes'), { found: 1, missing: 1 });
    } } },
    { name: 'opens no second case for what was reported meanwhile', arrange: all_(both, started(), counted({ scanned: CARRIER }), (d) => void d.must('carrier.reportMissing', { carrier: 'ZT-2026-00002', discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' })), ...end, input: { stocktake: 1 }, expect: { passes: true, after: (b) => { expect(b.rows('incidents')).toHaveLength(1); expectRow(b.row('stocktakes'), { missing: 1 }); } } },
    { name: 'opens none for what went back meanwhile', arrange: all_(both, started(), counted({ scanned: CARRIER }), (d) => void d.must('carrier.returnToIssuer', { carrier: 'ZT-2026-00002', receivedBy: '司徒收' })), ...end, input: { stocktake: 1 }, expect: { passes: true, after: (b) => { expect(b.rows('incidents')).toEqual([]); expectRow(b.row('stocktakes'), { found: 2 }); } } }),
];

// ── cabinets ──
const cabinet = (more: Input = {}) => (d: Desk) => void d.must('cabinet.register', { place: '3号柜', kind: 'code_cabinet', level: 'secret', ...more });
const put = (place: string): { command: 'carrier.place'; input: Input } => ({ command: 'carrier.place', input: { carrier: CARRIER, place } });
const newCabinet = { command: 'cabinet.register' } as const;

const low = cabinet({ place: '4号柜', level: 'confidential' });
const copied: Input = { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺', place: '文印室', stamped: true, wasteSheets: 0, storedAt: '4号柜' };
const compiled: Input = { carriers: [CARRIER, 'ZT-2026-00002'], title: '供水方案汇编', reason: '会议用', operator: '欧阳笺', custodian: '欧阳笺', place: '4号柜' };
const filedTwo = all_(shelve({ level: 'confidential', copySerial: '000007' }), shelve({ docNumber: '示厅函〔2026〕28号', copySerial: '000008' }), (d: Desk) => { for (const n of [1, 2]) d.must('carrier.file', { carrier: `ZT-2026-0000${n}`, archiveNumber: `2026-DA-00${n}`, place: '档案库1架' }); });
const moved = { command: 'archive.move', input: { items: [CARRIER, 'ZT-2026-00002'], volumes: 1, toPlace: '4号柜', receivedBy: '慕容档' } } as const;
const book = shelve({ title: '保密本', carrierKind: 'notebook', docNumber: undefined });
const handedOut = (place: string | undefined) => ({ command: 'notebook.issue', input: { carrier: CARRIER, holder: '南宫砚', pages: 100, dueOn: '2026-12-31', place } }) as const;

const storage: Case[] = [
  ...of('P120-R',
    { name: 'refuses a cabinet of a lower level', arrange: all_(ready, cabinet({ place: '4号柜', level: 'confidential' })), ...put('4号柜2格'), expect: denied },
    { name: 'refuses it where a carrier is entered', arrange: all_(staff(), cabinet({ level: 'confidential' })), command: 'carrier.enter', input: paper('方案'), expect: denied },
    { name: 'lets the fitting cabinet pass', arrange: all_(ready, cabinet({ place: '4号柜' })), ...put('4号柜2格'), expect: passes },
    { name: 'does not take 14 for 4', arrange: all_(ready, cabinet({ place: '4号柜', level: 'confidential' }), cabinet({ place: '14号柜' })), ...put('14号柜'), expect: passes },
    { name: 'refuses a copy into a cabinet of a lower level', arrange: all_(ready, low), command: 'carrier.copy', input: copied, expect: { refused: 'deny', by: ['P086', 'P120-R'] } },
    { name: 'refuses a compilation there', arrange: all_(ready, second, low), command: 'carrier.compile', input: compiled, expect: { refused: 'deny', by: ['L020', 'P120-R'] } },
    { name: 'refuses an archive move there, whichever of the files is too high', arrange: all_(staff(), filedTwo, low), ...moved, expect: denied },
    { name: 'refuses a notebook kept there', arrange: all_(staff(), book, low), ...handedOut('4号柜'), expect: denied },
    { name: 'lets a notebook be kept in the fitting cabinet', arrange: all_(staff(), book, cabinet({ place: '4号柜' })), ...handedOut('4号柜'), expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { place: '4号柜', state: 'in_use' }); } } },
    { name: 'refuses a cipher telegram there', arrange: low, command: 'telegram.receive', input: { telegramNumber: '示电〔2026〕12号', title: '电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '4号柜', accessScope: ['南宫砚'] }, expect: denied },
    { name: 'leaves a cabinet without a level alone', arrange: all_(ready, cabinet({ place: '4号柜', level: null })), ...put('4号柜'), expect: passes }),
  ...of('P120-O',
    { name: 'keeps the 绝密 cabinet to itself', arrange: all_(ready, cabinet({ place: '绝密柜', kind: 'code_safe', level: 'top_secret' })), ...put('绝密柜'), expect: denied },
    { name: 'lets 绝密 in', level: 'top_secret', arrange: all_(core, shelveTop(), cabinet({ place: '绝密柜', kind: 'code_safe', level: 'top_secret' })), ...put('绝密柜'), expect: passes }),
  ...of('P121',
    { name: 'refuses the cabinet of ordinary material', arrange: all_(ready, cabinet({ place: '普柜', level: null, ordinary: true })), ...put('普柜'), expect: denied },
    { name: 'refuses ordinary material in a classified cabinet', arrange: all_(staff(), plain(), cabinet({ place: '4号柜' })), ...put('4号柜'), expect: denied },
    { name: 'only warns where the unit says so', arrange: all_(ready, set('storage.mixedCabinet', 'warn'), cabinet({ place: '普柜', level: null, ordinary: true })), ...put('普柜'), expect: { refused: 'warn' } },
    { name: 'lets ordinary material lie with ordinary material', arrange: all_(staff(), plain(), cabinet({ place: '普柜', level: null, ordinary: true })), ...put('普柜'), expect: passes }),
  ...of('P119',
    { name: 'warns of a place that is no registered cabinet', arrange: all_(ready, cabinet()), ...put('规划科抽屉'), expect: { refused: 'warn' } },
    { name: 'warns of a copy kept in a drawer', arrange: all_(ready, cabinet()), command: 'carrier.copy', input: agreed('carrier.copy', { ...copied, storedAt: '规划科抽屉' }), expect: { refused: 'warn', says: /规划科抽屉不是登记的保密柜/ } },
    { name: 'warns of files moved to a shelf that is no cabinet', arrange: all_(staff(), filedTwo, cabinet()), ...moved, expect: { refused: 'warn', says: /4号柜不是登记的保密柜/ } },
    { name: 'warns of a notebook kept in a drawer', arrange: all_(staff(), book, cabinet()), ...handedOut('规划科抽屉'), expect: { refused: 'warn' } },
    { name: 'says nothing of a notebook in the hands of its reader', arrange: all_(staff(), book, cabinet()), ...handedOut(undefined), expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { place: '规划科' }); } } },
    { name: 'takes the reason', arrange: all_(ready, cabinet()), command: 'carrier.place', input: { carrier: CARRIER, place: '规划科抽屉', warnReason: '本周编制方案' }, expect: passes },
    { name: 'says nothing as long as no cabinet is registered', arrange: ready, ...put('规划科抽屉'), expect: passes },
    { name: 'says nothing of ordinary material', arrange: all_(staff(), plain(), cabinet()), ...put('规划科抽屉'), expect: passes }),
  ...of('P120-C',
    { name: 'refuses a level above the furniture', ...newCabinet, input: { place: '4号柜', kind: 'iron_cabinet', level: 'confidential' }, expect: denied },
    { name: 'refuses to raise it', arrange: cabinet({ kind: 'iron_cabinet', level: null }), command: 'cabinet.change', input: { cabinet: 1, level: 'secret', reason: '调整' }, expect: denied },
    { name: 'wants a safe where the unit wants a safe', arrange: set('storage.cabinetFor.secret', 'code_safe'), ...newCabinet, input: { place: '4号柜', kind: 'code_cabinet', level: 'secret' }, expect: denied },
    { name: 'wants a safe for 秘密 where the unit wants a safe', arrange: set('storage.cabinetFor.confidential', 'code_safe'), ...newCabinet, input: { place: '4号柜', kind: 'code_cabinet', level: 'confidential' }, expect: denied },
    { name: 'lets the fitting furniture pass', ...newCabinet, input: { place: '4号柜', kind: 'code_cabinet', level: 'secret' }, expect: { passes: true, after: (b) => { expectRow(b.row('cabinets'), { number: 'GJ-2026-001', place: '4号柜', level: 'secret', ordinary: 0, state: 'in_service' }); } } }),
  ...of('P121-C',
    { name: 'refuses one cabinet for both', ...newCabinet, input: { place: '4号柜', kind: 'code_cabinet', level: 'secret', ordinary: true }, expect: denied },
    { name: 'only warns where the unit says so', arrange: set('storage.mixedCabinet', 'warn'), ...newCabinet, input: { place: '4号柜', kind: 'code_cabinet', level: 'secret', ordinary: true }, expect: { refused: 'warn' } },
    { name: 'lets a cabinet of ordinary material pass', ...newCabinet, input: { place: '4号柜', kind: 'other', ordinary: true }, expect: passes }),
  ...of('P120-U',
    { name: 'refuses a second cabinet of one name', arrange: cabinet(), ...newCabinet, input: { place: '3号柜', kind: 'code_safe' }, expect: denied },
    { name: 'lets the name be used again after the old one is gone', arrange: all_(cabinet(), (d) => void d.must('cabinet.change', { cabinet: 1, withdrawn: true, reason: '报废' })), ...newCabinet, input: { place: '3号柜', kind: 'code_safe' }, expect: passes }),
  ...of('P120-H',
    { name: 'refuses to take a cabinet away with carriers in it', arrange: all_(ready, cabinet()), command: 'cabinet.change', input: { cabinet: 1, withdrawn: true, reason: '报废' }, expect: denied },
    { name: 'refuses to lower it below what lies in it', arrange: all_(ready, cabinet()), command: 'cabinet.change', input: { cabinet: 1, level: 'confidential', reason: '调整' }, expect: denied },
    { name: 'lets the code be changed', arrange: all_(ready, cabinet()), command: 'cabinet.change', input: { cabinet: 1, codeChangedOn: '2026-11-20', keepers: ['欧阳笺'], reason: '换人' }, expect: { passes: true, after: (b) => { expectRow(b.row('cabinets'), { codeChangedOn: '2026-11-20', keepers: '["欧阳笺"]', level: 'secret' }); } } }),
];

// ── checklists ──
const look = { command: 'check.record' } as const;
const store = (more: Input = {}): Input => ({ checklist: 'store', inspector: '欧阳笺', answers: answersTo('store'), ...more });
const checks: Case[] = [
  ...of('CHECK-ALL',
    { name: 'refuses a list with gaps', ...look, input: store({ answers: answersTo('store').slice(1) }), expect: denied },
    { name: 'refuses a question that is not on the list', ...look, input: store({ answers: [...answersTo('store'), { key: 'moon', answer: 'yes' }] }), expect: denied },
    { name: 'refuses a question answered twice', ...look, input: store({ answers: [...answersTo('store'), { key: 'damp', answer: 'no', note: '潮' }], correctBy: '2026-12-01' }), expect: denied },
    { name: 'takes a whole list', ...look, input: store(), expect: { passes: true, after: (b) => { expectRow(b.row('checks'), { checklist: 'store', titleZh: '库房柜具检查表', good: 8, bad: 0, state: 'closed', checkedOn: '2026-11-20' }); } } }),
  ...of('CHECK-BAD',
    { name: 'asks what was found and by when it is put right', ...look, input: store({ answers: answersTo('store', 'yes', { damp: 'no' }) }), expect: { missing: ['findings', 'correctBy'] } },
    { name: 'takes the finding', ...look, input: store({ answers: answersTo('store', 'yes', { damp: 'no', fire: 'na' }), findings: '北墙返潮', correctBy: '2026-12-01' }), expect: { passes: true, after: (b) => { expectRow(b.row('checks'), { good: 6, bad: 1, state: 'open', correctBy: '2026-12-01' }); } } }),
];

/** Group 2.8 and the checklists. */
export const countingCases: readonly Case[] = [...recalls, ...stocktakes, ...storage, ...checks];
