import { expect } from 'vitest';
import { approver, auditor, clerk, secadmin, sysadmin } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, plain, ready, shelve, shelveTop, staff } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';

type Input = Record<string, unknown>;
type Part = Omit<Case, 'rule'>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;
const row = (register: string, expected: Input) => ({ passes: true, after: (b: Books) => { expect(b.row(register)).toMatchObject(expected); } }) as const;

// ── who is who ──
const password = 'Qx7#mwvT2!kk';
const account = (roles: string[], more: Input = {}) => ({ command: 'account.create', actor: sysadmin, input: { account: 'xin', name: '欧阳笺', roles, password, ...more } }) as const;
const holds = (roles: string[], more: Input = {}) => (d: Desk): void => void d.must('account.create', { account: 'lao', name: '欧阳笺', roles, password, ...more }, sysadmin);
const clock = { command: 'clock.confirm', actor: sysadmin, input: { reason: '已校对' } } as const;
const newcomer = (more: Input = {}) => ({ command: 'person.register', input: { name: '张伟', department: '规划科', ...more } }) as const;

const asks = (command: string, input: Input) => (d: Desk): void => void d.must('approval.request', { command, input, reason: '工作需要', form: 'paper' });
const wanted = (borrower: string) => all_(ready, asks('carrier.lend', { carrier: CARRIER, borrower, reason: '编制方案' }));
const borrowed: Input = { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' };
/** The leader's account, and its end. */
const leaving = (d: Desk): void => { d.must('account.create', { account: approver.account, name: approver.name, roles: ['approver'], password: 'Qx7#mwvT2!kk' }, sysadmin); d.must('account.confirm', { account: approver.account }, secadmin); };
const closes = (d: Desk): void => void d.must('account.revoke', { account: approver.account, reason: '调离' }, sysadmin, secadmin);
const signed = (more: Input) => ({ command: 'approval.recordPaper', input: { request: 1, verdict: 'approved', signedBy: approver.name, signedOn: '2026-11-20', opinion: '同意', ...more } }) as const;

const people: Case[] = [
  ...of('SECOND-SELF',
    { name: 'refuses another account of the same person', ...clock, second: { account: 'audit2', name: sysadmin.name, roles: ['auditor'] }, expect: { ...denied, says: /司空栈就是办理人本人/ } },
    { name: 'lets two people pass', ...clock, second: auditor, expect: passes }),
  ...of('ONE-SIDE',
    { name: 'refuses approval to who keeps the registers under another account', arrange: holds(['clerk']), ...account(['approver']), expect: { ...denied, says: /已有账户 lao（保密员）/ } },
    { name: 'refuses a second administrator’s office under another account', arrange: holds(['system_administrator']), ...account(['auditor']), expect: denied },
    { name: 'refuses it when the role comes later', arrange: all_(holds(['clerk']), (d) => void d.must('account.create', { account: 'xin', name: '欧阳笺', roles: ['clerk'], password }, sysadmin)), command: 'account.grantRole', actor: sysadmin, input: { account: 'xin', roles: ['approver'], reason: '调岗' }, expect: denied },
    { name: 'lets a second account of the same office pass', arrange: holds(['clerk']), ...account(['clerk']), expect: passes },
    { name: 'looks no longer at an account that is closed', arrange: all_(holds(['clerk']), (d) => void d.must('account.revoke', { account: 'lao', reason: '调离' }, sysadmin, auditor)), ...account(['approver']), expect: passes },
    { name: 'lets another person pass', arrange: holds(['clerk']), ...account(['approver'], { name: '欧阳笺（财务科）' }), expect: passes }),
  ...of('OWN-REQUEST',
    { name: 'refuses the decision to the other account of who asked', arrange: all_(ready, (d) => void d.must('approval.request', { command: 'carrier.lend', input: { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' }, reason: '工作需要' })), command: 'approval.decide', actor: { ...approver, account: 'xin', name: clerk.name }, input: { request: 1, verdict: 'approved' }, expect: denied }),
  ...of('OWN-MATTER',
    { name: 'refuses the decision to who borrows', arrange: wanted('南宫砚'), command: 'approval.decide', actor: { ...approver, name: '南宫砚' }, input: { request: 1, verdict: 'approved' }, expect: { ...denied, says: /办给南宫砚本人/ } },
    { name: 'refuses a paper signed by who borrows', arrange: wanted('南宫砚'), ...signed({ signedBy: '南宫砚' }), expect: denied },
    { name: 'lets who borrows say no', arrange: wanted('南宫砚'), command: 'approval.decide', actor: { ...approver, name: '南宫砚' }, input: { request: 1, verdict: 'refused' }, expect: passes },
    { name: 'lets the leader settle a list that the leader stands on', arrange: all_(ready, staff('慕容档'), asks('knowledge.record', { carrier: CARRIER, readers: ['慕容档'], how: 'told', place: '会议室' })), command: 'approval.decide', actor: { ...approver, name: '慕容档' }, input: { request: 1, verdict: 'approved' }, expect: row('approvals', { state: 'approved', form: 'screen' }) }),
  ...of('APPROVER-GONE',
    { name: 'asks for a word when who agreed has no account any more', arrange: all_(ready, leaving), command: 'carrier.lend', input: (d) => { const i = agreed('carrier.lend', borrowed)(d); closes(d); return i; }, expect: { refused: 'warn', says: /由闻人录批准，其账户已停用/ } },
    { name: 'lets it pass with that word', arrange: all_(ready, leaving), command: 'carrier.lend', input: (d) => { const i = agreed('carrier.lend', borrowed)(d); closes(d); return { ...i, warnReason: '已向新任领导核对' }; }, expect: passes },
    { name: 'asks nothing while the account is in force', arrange: all_(ready, leaving), command: 'carrier.lend', input: agreed('carrier.lend', borrowed), expect: passes }),
  ...of('SIGNED-BEFORE',
    { name: 'asks for a word when the paper was signed before it was asked for', arrange: wanted('南宫砚'), ...signed({ signedOn: '2019-03-01' }), expect: { refused: 'warn', says: /签字日期 2019-03-01 早于申请日期 2026-11-20/ } },
    { name: 'lets it pass with that word', arrange: wanted('南宫砚'), ...signed({ signedOn: '2026-11-18', warnReason: '先有纸面请示，2026年第7号' }), expect: passes },
    { name: 'asks nothing for a signature of the same day', arrange: wanted('南宫砚'), ...signed({}), expect: passes }),
  ...of('NAMESAKE',
    { name: 'refuses a second person of the same name', arrange: staff('张伟', { department: '财务科' }), ...newcomer(), expect: { ...denied, says: /RY-2026-0001（财务科）/ } },
    { name: 'refuses a correction that makes two people one', arrange: all_(staff('张伟'), staff('张炜')), command: 'record.correct', input: { register: 'persons', record: 2, revision: 1, set: { name: '张伟' }, reason: '笔误' }, expect: denied },
    { name: 'refuses the name spread out with blanks', arrange: staff('张伟'), ...newcomer({ name: '张　伟' }), expect: denied },
    { name: 'refuses a correction to the name spread out', arrange: all_(staff('张伟'), staff('张炜')), command: 'record.correct', input: { register: 'persons', record: 2, revision: 1, set: { name: '张 伟' }, reason: '笔误' }, expect: denied },
    { name: 'lets the name with the department pass', arrange: staff('张伟'), ...newcomer({ name: '张伟（规划科）' }), expect: passes },
    { name: 'lets a slip of the pen be put right', arrange: staff('张炜'), command: 'record.correct', input: { register: 'persons', record: 1, revision: 1, set: { name: '张伟' }, reason: '笔误' }, expect: passes }),
  ...of('NOT-YET',
    { name: 'refuses a training that has not been yet', ...newcomer({ trainedOn: '2026-11-21' }), expect: { ...denied, says: /培训日期 2026-11-21 还没有到/ } },
    { name: 'refuses it as a correction too', arrange: staff(), command: 'record.correct', input: { register: 'persons', record: 1, revision: 1, set: { trainedOn: '2099-01-01' }, reason: '笔误' }, expect: denied },
    { name: 'refuses a document of next month', arrange: ready, command: 'carrier.correct', input: { carrier: CARRIER, revision: 1, set: { issuedOn: '2026-12' }, reason: '笔误' }, expect: denied },
    { name: 'refuses a signature of tomorrow', arrange: all_(ready, (d) => void d.must('approval.request', { command: 'carrier.lend', input: { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' }, reason: '工作需要' })), command: 'approval.recordPaper', input: { request: 1, verdict: 'approved', signedBy: '闻人录', signedOn: '2026-11-21', opinion: '同意' }, expect: denied },
    { name: 'refuses a change of the code that has not been yet', command: 'cabinet.register', input: { place: '9号柜', kind: 'code_cabinet', level: 'secret', codeChangedOn: '2026-12-01' }, expect: { ...denied, says: /密码更换日期/ } },
    { name: 'lets today and this month pass', arrange: ready, command: 'carrier.correct', input: { carrier: CARRIER, revision: 1, set: { issuedOn: '2026-11', receivedOn: '2026-11-20' }, reason: '笔误' }, expect: passes },
    { name: 'lets a day of return that is to come pass', arrange: ready, command: 'carrier.correct', input: { carrier: CARRIER, revision: 1, set: { returnBy: '2027-06-30' }, reason: '笔误' }, expect: passes }),
];

// ── corrections ──
const fix = (set: Input, more: Input = {}) => ({ command: 'carrier.correct', input: { carrier: CARRIER, revision: 1, set, reason: '笔误', ...more } }) as const;
const notebook = shelve({ carrierKind: 'notebook', docNumber: undefined, copySerial: undefined });
const listed = (d: Desk): void => void d.must('carrier.destroy.propose', agreed('carrier.destroy.propose', { carriers: [CARRIER], reason: '过期', method: 'shred', place: 'authority_facility' })(d));
const destroyed = (d: Desk): void => void d.must('carrier.destroy.execute', { destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: '慕容档', witness2: auditor.name, escorts: ['慕容档', auditor.name], receiptNumber: 'HZ-01', unrecoverable: true }, clerk, auditor);
const gone = all_(ready, staff('慕容档'), staff(auditor.name), listed, destroyed);

const corrections: Case[] = [
  ...of('P133-C',
    { name: 'refuses to change what was destroyed', arrange: gone, ...fix({ pages: 12 }, { revision: 3 }), expect: denied },
    { name: 'takes a note', arrange: gone, ...fix({ note: '清册第 1 页' }, { revision: 3 }), expect: row('carriers', { note: '清册第 1 页', state: 'destroyed' }) }),
  ...of('P009-C',
    { name: 'refuses to make a received secret the unit’s own', arrange: ready, ...fix({ issuer: '青岭研究所' }), expect: denied },
    { name: 'refuses it by the general correction too', arrange: ready, command: 'record.correct', input: { register: 'carriers', record: 1, revision: 1, set: { issuer: '青岭研究所' }, reason: '笔误' }, expect: denied },
    { name: 'lets another organ pass', arrange: ready, ...fix({ issuer: '示例省青岭局' }), expect: passes },
    { name: 'lets what is no secret pass', arrange: all_(staff(), plain()), ...fix({ issuer: '青岭研究所' }), expect: passes }),
  ...of('P011-C',
    { name: 'refuses a number that another item bears with the same serial', arrange: all_(ready, shelve({ docNumber: '示厅函〔2026〕28号' })), ...fix({ docNumber: '示厅函〔2026〕28号' }), expect: { ...denied, says: /ZT-2026-00002/ } },
    { name: 'lets the number of another copy pass', arrange: all_(ready, shelve({ docNumber: '示厅函〔2026〕28号', copySerial: '000004' })), ...fix({ docNumber: '示厅函〔2026〕28号' }), expect: passes }),
  ...of('P120-K',
    { name: 'refuses furniture below the level', arrange: ready, ...fix({ cabinetKind: 'iron_cabinet' }), expect: denied },
    { name: 'refuses a coded cabinet for 绝密', level: 'top_secret', arrange: all_(staff('南宫砚', { personnelClass: 'core' }), shelveTop()), ...fix({ cabinetKind: 'code_cabinet' }), expect: denied },
    { name: 'lets better furniture pass', arrange: ready, ...fix({ cabinetKind: 'code_safe' }), expect: passes }),
  ...of('P071-K',
    { name: 'refuses to make a document a notebook', arrange: ready, ...fix({ carrierKind: 'notebook' }), expect: denied },
    { name: 'refuses to make a notebook that was used a paper', arrange: all_(notebook, (d) => void d.must('carrier.place', { carrier: CARRIER, place: '5号柜1格', cabinetKind: 'code_cabinet' })), ...fix({ carrierKind: 'paper' }, { revision: 2 }), expect: denied },
    { name: 'lets a slip at the entry be put right', arrange: shelve({ carrierKind: 'optical', docNumber: undefined, copySerial: undefined }), ...fix({ carrierKind: 'notebook' }), expect: passes }),
  ...of('P126-C',
    { name: 'refuses another kind while it waits for destruction', arrange: all_(ready, listed), ...fix({ carrierKind: 'optical' }, { revision: 2 }), expect: denied },
    { name: 'lets another kind in the safe pass', arrange: ready, ...fix({ carrierKind: 'optical' }), expect: passes }),
  ...of('P045-L',
    { name: 'asks on what ground a ban of the issuer is lifted', arrange: shelve({ copyingForbidden: true, returnRequired: true }), ...fix({ copyingForbidden: false }), expect: { refused: 'warn', says: /制发机关不准复制/ } },
    { name: 'takes the ground', arrange: shelve({ returnRequired: true }), ...fix({ returnRequired: false }, { warnReason: '原件没有清退要求' }), expect: row('carriers', { returnRequired: 0 }) },
    { name: 'asks nothing when a restriction is added', arrange: ready, ...fix({ copyingForbidden: true }), expect: passes }),
  ...of('P005-C',
    { name: 'counts the period from the corrected day', arrange: shelve({ issuedOn: '2026-10-01' }), ...fix({ issuedOn: '2025-10-01' }), expect: row('carriers', { issuedOn: '2025-10-01', periodEndsOn: '2035-10-01' }) },
    { name: 'leaves a period that ends on a fixed day', arrange: shelve({ period: { until: '2030-06-30' }, issuedOn: '2026-10-01' }), ...fix({ issuedOn: '2025-10-01' }), expect: row('carriers', { periodEndsOn: '2030-06-30' }) }),
];

/** One person, one side; one name, one person; corrections that would undo what acts and law have made. */
export const identityCases: readonly Case[] = [...people, ...corrections];
