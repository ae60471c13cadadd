import { paper } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, lent, ready, readyTop, set, shelve, staff, topPaper } from './rulesCases.ts';
import type { Case } from './rulesCases.ts';

type Part = Omit<Case, 'rule'>;
type Input = Record<string, unknown>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;

const mail = (more: Input) => ({
  command: 'carrier.receive',
  input: { title: '关于报送年度计划的通知', level: 'secret', period: { years: 10 }, issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕31号', copySerials: ['000007'], accessScope: ['南宫砚'], custodian: '欧阳笺', place: '3号柜1格', signedBy: '欧阳笺', counted: true, ...more },
}) as const;
const ordinaryMail = (more: Input) => mail({ level: null, period: undefined, copySerials: undefined, ...more });

/** 南宫砚 and 慕容档 may read what lies in the safe. */
const shared = all_(staff(), staff('慕容档'), shelve({ accessScope: ['南宫砚', '慕容档'] }));
const readers = ['南宫砚', '慕容档'];
const route = { carrier: CARRIER, readers } as const;
const routed = (more: Input = {}) => (d: Desk) => void d.must('carrier.route', agreed('carrier.route', { ...route, ...more })(d));
const circulating = all_(shared, routed());
const hand: Input = { circulation: 1, reader: '南宫砚', signature: 'ink', place: '阅文室' };
const handed = (more: Input = {}) => (d: Desk) => void d.must('carrier.circulate', { ...hand, ...more });
const back: Input = { circulation: 1, pagesChecked: true, signature: 'ink' };
const taken = (more: Input = {}) => (d: Desk) => void d.must('circulation.takeBack', { ...back, ...more });
const confidential = all_(staff(), shelve({ level: 'confidential' }), routed({ readers: ['南宫砚'] }));
const plainMail = all_(staff(), (d) => void d.must('carrier.receive', ordinaryMail({ urgency: 'normal' }).input), (d) => void d.must('carrier.route', { receipt: 'PW-2026-0001', readers: ['南宫砚'] }));
const topOut = all_(readyTop, routed({ readers: ['南宫砚'] }));
const instruct: Input = { instructions: '请规划科提出意见', followUpDueOn: '2026-11-27' };

const notebook = shelve({ title: '保密本', carrierKind: 'notebook', docNumber: undefined });
const issue: Input = { carrier: CARRIER, holder: '南宫砚', pages: 100, dueOn: '2026-12-31' };
const issued = all_(staff(), notebook, (d) => void d.must('notebook.issue', issue));
const close: Input = { carrier: CARRIER, pages: 100, used: 40 };

/** Group 2.3: at the receipt of mail. */
const receipt: Case[] = [
  ...of('P038',
    { name: 'gives classified mail until the next working day, over the weekend', ...mail({}), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { routeDueOn: '2026-11-23', routedOn: null }); } } },
    { name: 'gives it the same day where the unit says so', arrange: set('circulation.routeWithinWorkingDays', 0), ...mail({}), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { routeDueOn: '2026-11-20' }); } } },
    { name: 'asks nothing of ordinary mail', ...ordinaryMail({}), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { routeDueOn: null }); } } }),
  ...of('P040',
    { name: 'gives urgent mail only this day', ...mail({ urgency: 'urgent' }), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { routeDueOn: '2026-11-20' }); } } },
    { name: 'gives it to ordinary mail that is urgent too', ...ordinaryMail({ urgency: 'extra_urgent' }), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { routeDueOn: '2026-11-20' }); } } },
    { name: 'gives a day more where the unit says so', arrange: set('circulation.urgentWithinDays', 1), ...mail({ urgency: 'urgent' }), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { routeDueOn: '2026-11-21' }); } } },
    { name: 'leaves addressee-only mail to the usual term', ...mail({ urgency: 'addressee_only' }), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { routeDueOn: '2026-11-23' }); } } }),
  ...of('P054-S',
    { name: 'warns of a broken seal', ...mail({ sealIntact: false }), expect: { refused: 'warn' } },
    { name: 'lets a whole seal pass', ...mail({ sealIntact: true }), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { sealIntact: 1 }); } } }),
  ...of('P054-D',
    { name: 'opens a case for a broken seal', ...mail({ sealIntact: false, warnReason: '封口有裁痕，件数齐' }), expect: { passes: true, after: (b) => { expectRow(b.row('incidents'), { kind: 'damage', state: 'searching', carrierNumber: 'SW-2026-0001', account: '来文封签破损。封口有裁痕，件数齐' }); } } },
    { name: 'opens none for a whole one', ...mail({ sealIntact: true }), expect: { passes: true, after: (b) => { expectNone(b.rows('incidents')); } } }),
  ...of('P056',
    { name: 'warns of what is handed in on the second working day', ...mail({ channel: 'meeting', broughtBackOn: '2026-11-18' }), expect: { refused: 'warn' } },
    { name: 'refuses a day to come', ...mail({ channel: 'meeting', broughtBackOn: '2026-11-21' }), expect: denied },
    { name: 'warns of the next working day where the unit wants it at once', arrange: set('receipt.handInWithinWorkingDays', 0), ...mail({ channel: 'meeting', broughtBackOn: '2026-11-19' }), expect: { refused: 'warn' } },
    { name: 'lets the next working day pass', ...mail({ channel: 'meeting', broughtBackOn: '2026-11-19' }), expect: { passes: true, after: (b) => { expectRow(b.row('receipts'), { broughtBackOn: '2026-11-19' }); } } },
    { name: 'counts no weekend', arrange: (d) => { d.at('2026-11-23T09:00:00'); }, ...mail({ channel: 'meeting', broughtBackOn: '2026-11-20' }), expect: passes }),
  ...of('P056-R',
    { name: 'demands the day on which the meeting ended', ...mail({ channel: 'meeting' }), expect: { missing: ['broughtBackOn'] } },
    { name: 'asks it of no other mail', ...mail({ channel: 'courier' }), expect: passes }),
  ...of('L027-R',
    { name: 'counts who opened and counted the mail among those who know', arrange: staff('欧阳笺', { department: '保密办' }), ...mail({}), expect: { passes: true, after: (b) => { expectRow(b.row('readings'), { carrier: 1, carrierNumber: CARRIER, reader: 1, readerName: '欧阳笺', department: '保密办', how: 'opened', signature: 'ink', state: 'closed', inScope: 0 }); } } },
    { name: 'counts him for every copy', ...mail({ copies: 2, copySerials: ['000007', '000008'] }), expect: { passes: true, after: (b) => { if (b.rows('readings').length !== 2) throw new Error('not every copy was counted'); } } },
    { name: 'counts nobody for 秘密', ...mail({ level: 'confidential' }), expect: { passes: true, after: (b) => { expectNone(b.rows('readings')); } } },
    { name: 'counts him from 秘密 where the unit says so', arrange: set('reading.recordFrom', 'confidential'), ...mail({ level: 'confidential' }), expect: { passes: true, after: (b) => { expectRow(b.row('readings'), { how: 'opened', readerName: '欧阳笺' }); } } }),
  ...of('L019',
    { name: 'refuses 绝密 that somebody else signed for', level: 'top_secret', arrange: staff('欧阳笺', { personnelClass: 'core' }), ...mail(topPaper), expect: denied },
    { name: 'refuses a named person of a lower class', level: 'top_secret', arrange: staff('欧阳笺', { personnelClass: 'important', delegate: true }), ...mail(topPaper), expect: denied },
    { name: 'refuses a named person who is not on post', level: 'top_secret', arrange: staff('欧阳笺', { personnelClass: 'core', delegate: true, status: 'suspended' }), ...mail(topPaper), expect: denied },
    { name: 'lets the named person sign', level: 'top_secret', arrange: staff('欧阳笺', { personnelClass: 'core', delegate: true }), ...mail(topPaper), expect: passes },
    { name: 'asks it of no 机密', level: 'top_secret', ...mail({}), expect: passes }),
];

/** Group 2.3: circulation. */
const circulation: Case[] = [
  ...of('P039',
    { name: 'asks the office who is to read', arrange: shared, command: 'carrier.route', input: route, expect: { refused: 'needs_approval', says: /办公室负责人批定/ } },
    { name: 'asks the leader in charge where the unit says so', arrange: all_(shared, set('circulation.routerRole', 'leaderInCharge')), command: 'carrier.route', input: route, expect: { refused: 'needs_approval', says: /主管领导批定/ } },
    { name: 'asks again for further readers', arrange: all_(shared, routed({ readers: ['南宫砚'] })), command: 'circulation.addReaders', input: { circulation: 1, readers: ['慕容档'] }, expect: { refused: 'needs_approval' } },
    { name: 'refuses who is on the list already', arrange: circulating, command: 'circulation.addReaders', input: { circulation: 1, readers: ['慕容档'] }, expect: denied },
    { name: 'refuses to hand it to somebody the office did not name', arrange: all_(shared, routed({ readers: ['南宫砚'] })), command: 'carrier.circulate', input: { ...hand, reader: '慕容档' }, expect: denied },
    { name: 'refuses to hand it a second time to who has read it', arrange: all_(circulating, handed(), taken()), command: 'carrier.circulate', input: hand, expect: { refused: 'deny', says: /已阅退/ } },
    { name: 'enters the agreed readers, who named them and when', arrange: shared, command: 'carrier.route', input: agreed('carrier.route', route), expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { number: 'CY-2026-0001', carrierNumber: CARRIER, routedBy: '闻人录', routedOn: '2026-11-20', readers: '["南宫砚","慕容档"]', state: 'routed', dueOn: '2026-11-27', approval: 1 }); expectRow(b.row('carriers'), { circulation: 1, state: 'in_custody' }); expectRow(b.row('circulationSteps', 2), { turn: 2, readerName: '慕容档', state: 'waiting', circulationNumber: 'CY-2026-0001' }); } } },
    { name: 'lets agreed further readers pass', arrange: all_(shared, routed({ readers: ['南宫砚'] })), command: 'circulation.addReaders', input: agreed('circulation.addReaders', { circulation: 1, readers: ['慕容档'] }), expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { readers: '["南宫砚","慕容档"]' }); expectRow(b.row('circulationSteps', 2), { turn: 2, readerName: '慕容档', state: 'waiting' }); } } },
    { name: 'asks nobody about ordinary mail', arrange: all_(staff(), (d) => void d.must('carrier.receive', ordinaryMail({}).input)), command: 'carrier.route', input: { receipt: 'PW-2026-0001', readers: ['南宫砚'], routedBy: '闻人录' }, expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { carrier: null, receiptNumber: 'PW-2026-0001', routedBy: '闻人录' }); expectRow(b.row('receipts'), { circulation: 1, routedOn: '2026-11-20' }); } } }),
  ...of('P045-C',
    { name: 'refuses to list readers outside the scope', arrange: all_(ready, staff('慕容档')), command: 'carrier.route', input: route, expect: { refused: 'deny', by: ['P039', 'P045-C'], says: /慕容档不在/ } },
    { name: 'refuses to add them later', arrange: all_(ready, staff('慕容档'), routed({ readers: ['南宫砚'] })), command: 'circulation.addReaders', input: { circulation: 1, readers: ['慕容档'] }, expect: { refused: 'deny', by: ['P039', 'P045-C'] } },
    { name: 'lets them pass when the scope was widened', arrange: all_(ready, staff('慕容档'), (d) => void d.must('scope.widen', agreed('scope.widen', { carrier: CARRIER, add: ['慕容档'], reason: '参加编制' })(d))), command: 'carrier.route', input: agreed('carrier.route', route), expect: passes }),
  ...of('P041',
    { name: 'gives a circulation one week', arrange: shared, command: 'carrier.route', input: agreed('carrier.route', route), expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { dueOn: '2026-11-27' }); } } },
    { name: 'takes the unit’s own term', arrange: all_(shared, set('circulation.maxDays', 15)), command: 'carrier.route', input: agreed('carrier.route', route), expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { dueOn: '2026-12-05' }); } } },
    { name: 'keeps an earlier day that was given', arrange: shared, command: 'carrier.route', input: agreed('carrier.route', { ...route, dueOn: '2026-11-24' }), expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { dueOn: '2026-11-24' }); } } }),
  ...of('P041-M',
    { name: 'refuses a day beyond the term', arrange: shared, command: 'carrier.route', input: { ...route, dueOn: '2026-11-28' }, expect: { refused: 'deny', by: ['P039', 'P041-M'] } },
    { name: 'refuses a day in the past', arrange: shared, command: 'carrier.route', input: { ...route, dueOn: '2026-11-19' }, expect: { refused: 'deny', by: ['P039', 'P041-M'] } },
    { name: 'lets the last day of the term pass', arrange: shared, command: 'carrier.route', input: agreed('carrier.route', { ...route, dueOn: '2026-11-27' }), expect: passes }),
  ...of('P042',
    { name: 'warns when 机密 is to stay out over night', arrange: circulating, command: 'carrier.circulate', input: { ...hand, dueOn: '2026-11-21' }, expect: { refused: 'warn' } },
    { name: 'refuses it where the unit is strict', arrange: all_(circulating, set('circulation.sameDay.secret', 'hard')), command: 'carrier.circulate', input: { ...hand, dueOn: '2026-11-21', warnReason: '看不完' }, expect: denied },
    { name: 'refuses 秘密 over night where the unit is strict', arrange: all_(confidential, set('circulation.sameDay.confidential', 'hard')), command: 'carrier.circulate', input: { ...hand, dueOn: '2026-11-21' }, expect: denied },
    { name: 'warns for 秘密 as it stands', arrange: confidential, command: 'carrier.circulate', input: { ...hand, dueOn: '2026-11-21' }, expect: { refused: 'warn' } },
    { name: 'refuses 绝密 over night whatever is said', level: 'top_secret', arrange: topOut, command: 'carrier.circulate', input: (d) => ({ ...agreed('carrier.circulate', { ...hand, place: '保密室' })(d), dueOn: '2026-11-21', warnReason: '看不完' }), expect: denied },
    { name: 'lets it stay out where the unit does not ask', arrange: all_(circulating, set('circulation.sameDay.secret', 'off')), command: 'carrier.circulate', input: { ...hand, dueOn: '2026-11-21' }, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { state: 'circulating', dueOn: '2026-11-21', holderName: '南宫砚', place: '阅文室' }); } } }),
  ...of('P042-D',
    { name: 'wants what is handed out back this day', arrange: circulating, command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { dueOn: '2026-11-20' }); expectRow(b.row('circulationSteps'), { dueOn: '2026-11-20', state: 'out' }); } } },
    { name: 'wants it back by the end of the circulation where the unit does not ask for the day', arrange: all_(circulating, set('circulation.sameDay.secret', 'off')), command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { dueOn: '2026-11-27' }); } } },
    { name: 'does so for 秘密 too', arrange: all_(confidential, set('circulation.sameDay.confidential', 'off')), command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { dueOn: '2026-11-27' }); } } },
    { name: 'gives no day that is past', arrange: all_(circulating, set('circulation.sameDay.secret', 'off'), (d) => { d.at('2026-11-30T09:00:00'); }), command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { dueOn: '2026-11-30' }); } } },
    { name: 'gives ordinary mail the week', arrange: plainMail, command: 'carrier.circulate', input: { circulation: 1, reader: '南宫砚' }, expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { dueOn: '2026-11-27', reading: null }); } } }),
  ...of('P042-L',
    { name: 'warns of what comes back a day late', arrange: all_(circulating, handed(), (d) => { d.at('2026-11-21T09:00:00'); }), command: 'circulation.takeBack', input: back, expect: { refused: 'warn' } },
    { name: 'lets it pass with a remark', arrange: all_(circulating, handed(), (d) => { d.at('2026-11-21T09:00:00'); }), command: 'circulation.takeBack', input: { ...back, remark: '临时开会' }, expect: passes },
    { name: 'lets the same evening pass', arrange: all_(circulating, handed(), (d) => { d.at('2026-11-20T23:00:00'); }), command: 'circulation.takeBack', input: back, expect: passes }),
  ...of('P043',
    { name: 'refuses the next reader until the first has brought it back', arrange: all_(circulating, handed()), command: 'carrier.circulate', input: { ...hand, reader: '慕容档' }, expect: { refused: 'deny', says: /还在南宫砚处/ } },
    { name: 'refuses what was passed sideways', arrange: circulating, command: 'carrier.circulate', input: { ...hand, reader: '慕容档', passedBy: '南宫砚' }, expect: { refused: 'deny', says: /横传/ } },
    { name: 'refuses while it is lent', arrange: all_(circulating, lent()), command: 'carrier.circulate', input: hand, expect: denied },
    { name: 'refuses to lend what is out in circulation', arrange: all_(circulating, handed()), command: 'carrier.lend', input: { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' }, expect: { refused: 'deny', by: ['P043', 'P073'] } },
    { name: 'refuses ordinary mail to the next reader too', arrange: all_(staff(), staff('慕容档'), (d) => void d.must('carrier.receive', ordinaryMail({}).input), (d) => void d.must('carrier.route', { receipt: 'PW-2026-0001', readers }), (d) => void d.must('carrier.circulate', { circulation: 1, reader: '南宫砚' })), command: 'carrier.circulate', input: { circulation: 1, reader: '慕容档' }, expect: denied },
    { name: 'refuses to issue a notebook twice', arrange: all_(issued, staff('慕容档')), command: 'notebook.issue', input: { ...issue, holder: '慕容档' }, expect: denied },
    { name: 'lets the next reader of the circulation have it after the return', arrange: all_(circulating, handed(), taken()), command: 'carrier.circulate', input: { ...hand, reader: '慕容档' }, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { state: 'circulating', holderName: '慕容档' }); } } }),
  ...of('P043-O',
    { name: 'refuses a second sheet for the same item', arrange: circulating, command: 'carrier.route', input: route, expect: { refused: 'deny', by: ['P039', 'P043-O'] } },
    { name: 'refuses to return it to the issuer in between', arrange: circulating, command: 'carrier.returnToIssuer', input: { carrier: CARRIER, receivedBy: '司徒收' }, expect: denied },
    { name: 'refuses to list it for destruction', arrange: circulating, command: 'carrier.destroy.propose', input: { carriers: [CARRIER], reason: '过期', method: 'shred', place: 'authority_facility' }, expect: { refused: 'deny', by: ['P043-O', 'P123'] } },
    { name: 'refuses to dispatch it in between', arrange: circulating, command: 'carrier.dispatch', input: { carriers: [CARRIER], recipient: '示例省档案馆', checkedBy: '端木核' }, expect: denied },
    { name: 'refuses the signature over the counter for what was routed after its dispatch was entered', arrange: all_(shared, (d) => void d.must('carrier.dispatch', { carriers: [CARRIER], recipient: '示例省档案馆', checkedBy: '端木核' }), routed()), command: 'carrier.acknowledge', input: { dispatch: 1, receivedBy: '司徒收', count: 1 }, expect: denied },
    { name: 'lets it go back when the circulation is finished', arrange: all_(circulating, (d) => void d.must('circulation.finish', { circulation: 1, reason: '改为借阅' })), command: 'carrier.returnToIssuer', input: { carrier: CARRIER, receivedBy: '司徒收' }, expect: passes }),
  ...of('P044',
    { name: 'refuses the paper before the signature', arrange: circulating, command: 'carrier.circulate', input: { ...hand, signature: undefined }, expect: denied },
    { name: 'refuses a signature that is to come', arrange: circulating, command: 'carrier.circulate', input: { ...hand, signature: 'pending' }, expect: denied },
    { name: 'refuses ink where the unit wants the password', arrange: all_(circulating, set('reading.signatureMode', 'ownPassword')), command: 'carrier.circulate', input: hand, expect: denied },
    { name: 'refuses 秘密 before the signature too', arrange: confidential, command: 'carrier.circulate', input: { ...hand, signature: undefined }, expect: denied },
    { name: 'asks no signature for ordinary mail', arrange: plainMail, command: 'carrier.circulate', input: { circulation: 1, reader: '南宫砚' }, expect: passes },
    { name: 'lets a signed line pass', arrange: circulating, command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { signature: 'ink', state: 'out' }); } } }),
  ...of('SIGNED-HERE',
    { name: 'asks for the reader of a circulation when the own password is to sign', arrange: circulating, command: 'carrier.circulate', input: { ...hand, signature: 'own_password' }, expect: { refused: 'needs_second_person' } },
    { name: 'lets the reader of a circulation type it', arrange: circulating, command: 'carrier.circulate', input: { ...hand, signature: 'own_password' }, second: { account: 'ng', name: '南宫砚', roles: [] }, expect: { passes: true, after: (b) => { expectRow(b.row('readings'), { signature: 'own_password' }); } } },
    { name: 'asks for the same reader at the return', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, signature: 'own_password' }, second: { account: 'mr', name: '慕容档', roles: [] }, expect: { refused: 'needs_second_person' } }),
  ...of('P045',
    { name: 'asks when the scope was narrowed after the routing', arrange: all_(circulating, (d) => void d.must('scope.revoke', { carrier: CARRIER, remove: ['南宫砚'], reason: '调离' })), command: 'carrier.circulate', input: hand, expect: { refused: 'needs_approval' } },
    { name: 'lets an agreed reader pass', arrange: all_(circulating, (d) => void d.must('scope.revoke', { carrier: CARRIER, remove: ['南宫砚'], reason: '调离' })), command: 'carrier.circulate', input: agreed('carrier.circulate', hand), expect: { passes: true, after: (b) => { expectRow(b.row('readings'), { inScope: 0, approvedBy: '闻人录' }); } } }),
  ...of('P046-C',
    { name: 'demands that pages are counted and the return is signed', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { circulation: 1 }, expect: { missing: ['pagesChecked', 'signature'] } },
    { name: 'asks neither for ordinary mail', arrange: all_(plainMail, (d) => void d.must('carrier.circulate', { circulation: 1, reader: '南宫砚' })), command: 'circulation.takeBack', input: { circulation: 1 }, expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { state: 'back' }); } } },
    { name: 'puts it back where it belongs', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, opinion: '已阅' }, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { state: 'in_custody', holder: null, holderName: null, place: '3号柜1格', dueOn: null }); expectRow(b.row('circulationSteps'), { state: 'back', opinion: '已阅', backSignature: 'ink', pagesChecked: 1 }); expectRow(b.row('readings'), { state: 'closed' }); } } }),
  ...of('P054-P',
    { name: 'opens a case for pages that a reader did not bring back', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, pagesChecked: false, remark: '缺第 3 页', warnReason: '当面查找未见' }, expect: { passes: true, after: (b) => { expectRow(b.row('incidents'), { kind: 'shortage', carrier: 1, lastHolder: '南宫砚', state: 'searching', account: '由南宫砚退回时页数不齐。缺第 3 页；当面查找未见' }); } } },
    { name: 'opens one at the return of a loan too', arrange: all_(ready, lent()), command: 'carrier.giveBack', input: { carrier: CARRIER, pagesChecked: false, intact: true, warnReason: '缺末页' }, expect: { passes: true, after: (b) => { expectRow(b.row('incidents'), { kind: 'shortage', lastHolder: '南宫砚' }); } } },
    { name: 'opens none for a whole paper', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: back, expect: { passes: true, after: (b) => { expectNone(b.rows('incidents')); } } }),
  ...of('P046-W',
    { name: 'warns of a return nobody signed', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, signature: 'pending' }, expect: { refused: 'warn' } },
    { name: 'lets it pass with a reason', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, signature: 'pending', warnReason: '急赴外地，托带回签' }, expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { backSignature: 'pending' }); } } }),
  ...of('RETURN-CHECK',
    { name: 'warns when pages are missing after a reader', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, pagesChecked: false }, expect: { refused: 'warn' } },
    { name: 'lets a whole paper come back from a reader', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: back, expect: passes }),
  ...of('P047',
    { name: 'refuses a notebook back without a place where none is known', arrange: all_(issued, (d) => { d.db.exec(`UPDATE carriers SET home = NULL, revision = revision + 1`); }), command: 'notebook.giveBack', input: close, expect: denied },
    { name: 'lets it come back to the place that is said', arrange: issued, command: 'notebook.giveBack', input: { ...close, place: '5号柜' }, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { place: '5号柜', home: '3号柜1格' }); } } }),
  ...of('P047-M',
    { name: 'notes on the line of the circulation that the paper is missing', arrange: all_(circulating, handed()), command: 'carrier.reportMissing', input: { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未退回', reportedTo: '主管领导' }, expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { state: 'missing' }); expectRow(b.row('carriers'), { state: 'missing' }); } } },
    { name: 'notes it for a notebook too', arrange: issued, command: 'carrier.reportMissing', input: { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未交回', reportedTo: '主管领导' }, expect: { passes: true, after: (b) => { expectRow(b.row('notebooks'), { state: 'missing' }); } } },
    { name: 'closes the line when it is found', arrange: all_(circulating, handed(), (d) => void d.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未退回', reportedTo: '主管领导' })), command: 'carrier.find', input: { carrier: CARRIER, foundWhere: '会议室' }, expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { state: 'back', remark: '下落不明后找到' }); expectRow(b.row('carriers'), { state: 'in_custody', holder: null }); } } }),
  ...of('P052',
    { name: 'refuses to leave a circulating paper on a desk', arrange: circulating, command: 'carrier.circulate', input: { ...hand, leftFor: true }, expect: denied },
    { name: 'lets it be handed over face to face', arrange: circulating, command: 'carrier.circulate', input: { ...hand, leftFor: false }, expect: passes }),
  ...of('P041-F',
    { name: 'refuses to finish while somebody has it', arrange: all_(circulating, handed()), command: 'circulation.finish', input: { circulation: 1, reason: '不再传' }, expect: denied },
    { name: 'refuses to file it before the instruction is carried out', arrange: all_(circulating, handed(), taken(instruct)), command: 'circulation.finish', input: { circulation: 1, archiveNumber: '2026-3-12', reason: '不再传' }, expect: { refused: 'deny', says: /P058/ } },
    { name: 'lets it be finished before the instruction is carried out', arrange: all_(circulating, handed(), taken(instruct)), command: 'circulation.finish', input: { circulation: 1, reason: '不再传' }, expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { state: 'stopped', stopReason: '不再传', finishedOn: '2026-11-20' }); expectRow(b.row('circulationSteps', 2), { state: 'skipped' }); expectRow(b.row('carriers'), { circulation: null }); } } },
    { name: 'lets it be filed when the instruction is carried out', arrange: all_(circulating, handed(), taken(instruct), (d) => void d.must('circulation.followUp', { circulation: 1, text: '已提出意见', done: true })), command: 'circulation.finish', input: { circulation: 1, archiveNumber: '2026-3-12', reason: '不再传' }, expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { state: 'filed', archiveNumber: '2026-3-12' }); } } }),
  ...of('P041-R',
    { name: 'demands why it ends before everybody has read', arrange: circulating, command: 'circulation.finish', input: { circulation: 1 }, expect: { missing: ['reason'] } },
    { name: 'asks nothing when everybody has read', arrange: all_(circulating, handed(), taken(), handed({ reader: '慕容档' }), taken()), command: 'circulation.finish', input: { circulation: 1 }, expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { state: 'finished' }); } } }),
  ...of('P058',
    { name: 'demands the day until which the instruction is carried out', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, instructions: '请规划科提出意见' }, expect: { missing: ['followUpDueOn'] } },
    { name: 'keeps the instruction with its day', arrange: all_(circulating, handed()), command: 'circulation.takeBack', input: { ...back, ...instruct }, expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { instructions: '南宫砚（2026-11-20）：请规划科提出意见', followUpDueOn: '2026-11-27', followUpDoneOn: null }); } } }),
  ...of('P058-F',
    { name: 'refuses to follow up what nobody instructed', arrange: circulating, command: 'circulation.followUp', input: { circulation: 1, text: '已办' }, expect: denied },
    { name: 'refuses to go on after the end', arrange: all_(circulating, handed(), taken(instruct), (d) => void d.must('circulation.followUp', { circulation: 1, text: '已办', done: true })), command: 'circulation.followUp', input: { circulation: 1, text: '又办' }, expect: denied },
    { name: 'keeps what was done', arrange: all_(circulating, handed(), taken(instruct)), command: 'circulation.followUp', input: { circulation: 1, text: '已提出意见', done: true }, expect: { passes: true, after: (b) => { expectRow(b.row('circulations'), { followUpDoneOn: '2026-11-20' }); if (!String(b.row('circulations')['followUp']).includes('欧阳笺：已提出意见')) throw new Error('the text was not kept'); } } }),
];

/** Group 2.4, as far as circulation and notebooks meet it. */
const knowing: Case[] = [
  ...of('P061',
    { name: 'records every reader of a circulation', arrange: circulating, command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectRow(b.row('readings'), { how: 'circulated', readerName: '南宫砚', state: 'open', signature: 'ink', place: '阅文室' }); expectRow(b.row('circulationSteps'), { reading: 1 }); } } },
    { name: 'records no reader of 秘密', arrange: confidential, command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectNone(b.rows('readings')); expectRow(b.row('circulationSteps'), { reading: null, state: 'out' }); } } },
    { name: 'records him from 秘密 where the unit says so', arrange: all_(confidential, set('reading.recordFrom', 'confidential')), command: 'carrier.circulate', input: hand, expect: { passes: true, after: (b) => { expectRow(b.row('readings'), { how: 'circulated' }); } } }),
  ...of('P063',
    { name: 'asks for every reader of 绝密 in circulation', level: 'top_secret', arrange: topOut, command: 'carrier.circulate', input: { ...hand, place: '保密室' }, expect: { refused: 'needs_approval' } },
    { name: 'lets the approved reader have it', level: 'top_secret', arrange: topOut, command: 'carrier.circulate', input: agreed('carrier.circulate', { ...hand, place: '保密室' }), expect: passes }),
  ...of('P064',
    { name: 'asks when a reader’s class is below the paper', arrange: all_(staff('南宫砚', { personnelClass: 'general' }), shelve(), routed({ readers: ['南宫砚'] })), command: 'carrier.circulate', input: hand, expect: { refused: 'needs_approval' } },
    { name: 'asks before a notebook of a higher level is issued', arrange: all_(staff('南宫砚', { personnelClass: 'none' }), notebook), command: 'notebook.issue', input: issue, expect: denied },
    { name: 'lets a notebook of the own level be issued', arrange: all_(staff(), notebook), command: 'notebook.issue', input: issue, expect: passes }),
  ...of('P065',
    { name: 'refuses a reader of the circulation who was suspended since', arrange: all_(circulating, (d) => void d.must('person.suspend', { person: '南宫砚', reason: '审查' })), command: 'carrier.circulate', input: hand, expect: denied },
    { name: 'refuses a notebook to who has no undertaking', arrange: all_(staff('南宫砚', { undertakingOn: undefined }), notebook), command: 'notebook.issue', input: issue, expect: denied },
    { name: 'lets a reader in order have the paper', arrange: circulating, command: 'carrier.circulate', input: hand, expect: passes }),
  ...of('P066',
    { name: 'refuses a circulating paper at home', arrange: circulating, command: 'carrier.circulate', input: { ...hand, place: '家中' }, expect: denied },
    { name: 'lets it be read in the office', arrange: circulating, command: 'carrier.circulate', input: { ...hand, place: '规划科办公室' }, expect: passes }),
  ...of('P067',
    { name: 'refuses 绝密 in circulation outside the designated rooms', level: 'top_secret', arrange: topOut, command: 'carrier.circulate', input: { ...hand, place: '规划科办公室' }, expect: { refused: 'deny', by: ['P063', 'P067'] } },
    { name: 'refuses to pass 绝密 on by word of mouth', level: 'top_secret', arrange: readyTop, command: 'knowledge.record', input: { carrier: CARRIER, readers: ['南宫砚'], how: 'told', place: '保密室' }, expect: { refused: 'deny', by: ['P063', 'P067'] } },
    { name: 'lets 绝密 be read in its room', level: 'top_secret', arrange: topOut, command: 'carrier.circulate', input: agreed('carrier.circulate', { ...hand, place: '保密室' }), expect: passes }),
  ...of('P412',
    { name: 'calls back what a suspended reader has from the circulation', arrange: all_(circulating, set('circulation.sameDay.secret', 'off'), handed()), command: 'person.suspend', input: { person: '南宫砚', reason: '审查' }, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { dueOn: '2026-11-20', state: 'circulating' }); } } },
    { name: 'calls back his notebook', arrange: issued, command: 'person.suspend', input: { person: '南宫砚', reason: '审查' }, expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { dueOn: '2026-11-20', state: 'in_use' }); } } }),
  ...of('P071',
    { name: 'refuses to issue what is no notebook', arrange: ready, command: 'notebook.issue', input: issue, expect: denied },
    { name: 'refuses a notebook without a level', arrange: all_(staff(), shelve({ title: '笔记本', carrierKind: 'notebook', level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined })), command: 'notebook.issue', input: issue, expect: denied },
    { name: 'refuses the return of what was not issued', arrange: all_(staff(), (d) => void d.must('carrier.enter', paper('移动硬盘', { carrierKind: 'disk', docNumber: undefined })), (d) => { d.db.exec(`UPDATE carriers SET state = 'in_use', revision = revision + 1`); }), command: 'notebook.giveBack', input: close, expect: denied },
    { name: 'enters holder, pages and day', arrange: all_(staff(), notebook), command: 'notebook.issue', input: issue, expect: { passes: true, after: (b) => { expectRow(b.row('notebooks'), { number: 'BB-2026-0001', carrierNumber: CARRIER, holderName: '南宫砚', pagesOut: 100, dueOn: '2026-12-31', state: 'out' }); expectRow(b.row('carriers'), { state: 'in_use', holderName: '南宫砚', place: '规划科', pages: 100 }); } } }),
  ...of('P071-N',
    { name: 'demands an account of missing pages', arrange: issued, command: 'notebook.giveBack', input: { ...close, pages: 98 }, expect: { missing: ['remark'] } },
    { name: 'demands another count when there are more pages than before', arrange: issued, command: 'notebook.giveBack', input: { ...close, pages: 101, remark: '加页' }, expect: { missing: ['pages'] } },
    { name: 'demands another count when more is written than there is', arrange: issued, command: 'notebook.giveBack', input: { ...close, used: 101 }, expect: { missing: ['used'] } },
    { name: 'is content with every page', arrange: issued, command: 'notebook.giveBack', input: close, expect: { passes: true, after: (b) => { expectRow(b.row('notebooks'), { state: 'returned', pagesBack: 100, pagesUsed: 40, incident: null }); expectRow(b.row('carriers'), { state: 'in_custody', holder: null }); } } }),
  ...of('P071-L',
    { name: 'opens a case for missing pages', arrange: issued, command: 'notebook.giveBack', input: { ...close, pages: 98, remark: '本人称撕去废页' }, expect: { passes: true, after: (b) => { expectRow(b.row('incidents'), { kind: 'missing', carrier: 1, level: 'secret', lastHolder: '南宫砚', state: 'searching', title: '保密本缺 2 页' }); expectRow(b.row('notebooks'), { incident: 1 }); } } },
    { name: 'opens none when all are there', arrange: issued, command: 'notebook.giveBack', input: close, expect: { passes: true, after: (b) => { expectNone(b.rows('incidents')); } } }),
  ...of('P071-O',
    { name: 'refuses to hand on a notebook that somebody has', arrange: issued, command: 'carrier.transfer', input: { carrier: CARRIER, to: '慕容档', place: '5号柜', receivedBy: '慕容档' }, expect: denied },
    { name: 'lets it be handed on when it is back', arrange: all_(issued, (d) => void d.must('notebook.giveBack', close)), command: 'carrier.transfer', input: { carrier: CARRIER, to: '慕容档', place: '5号柜', receivedBy: '慕容档' }, expect: passes }),
  ...of('P071-D',
    { name: 'warns of a notebook without a day of return', arrange: all_(staff(), notebook), command: 'notebook.issue', input: { ...issue, dueOn: undefined }, expect: { refused: 'warn' } },
    { name: 'refuses a day that is past', arrange: all_(staff(), notebook), command: 'notebook.issue', input: { ...issue, dueOn: '2026-11-19' }, expect: denied },
    { name: 'lets it pass with a reason', arrange: all_(staff(), notebook), command: 'notebook.issue', input: { ...issue, dueOn: undefined, warnReason: '长期使用' }, expect: passes }),
  ...of('P072',
    { name: 'demands who collected what is not his work', command: 'violation.record', input: { kind: 'outside_duty', account: '多次打听', reason: '好奇' }, expect: { missing: ['person'] } },
    { name: 'lets it pass with the name', command: 'violation.record', input: { kind: 'outside_duty', account: '多次打听', reason: '好奇', person: '某某' }, expect: { passes: true, after: (b) => { expectRow(b.row('violations'), { kind: 'outside_duty', person: '某某' }); } } }),
  ...of('L034',
    { name: 'writes the clause that forbids it beside the kind', command: 'violation.record', input: { kind: 'ordinary_device', account: '在办公电脑上起草', reason: '图方便' }, expect: { passes: true, after: (b) => { expectRow(b.row('violations'), { kind: 'ordinary_device', rulesZh: '《保守国家秘密法》（2024）第三十一条第三项' }); } } },
    { name: 'keeps the rules that the act named', command: 'violation.record', input: { kind: 'disposed', account: '当废纸卖出', reason: '疏忽', rules: ['P123', 'P127'] }, expect: { passes: true, after: (b) => { expectRow(b.row('violations'), { rulesZh: '《保守国家秘密法》（2024）第二十八条第二项；P123、P127' }); } } }),
];

/** Holding and refusing. */
const holding: Case[] = [
  ...of('P053',
    { name: 'asks before somebody keeps what he has borrowed', arrange: all_(ready, lent()), command: 'carrier.hold', input: { carrier: CARRIER, until: '2026-11-27', reason: '赶写报告' }, expect: { refused: 'needs_approval' } },
    { name: 'refuses a term beyond what a person may keep', arrange: all_(ready, lent()), command: 'carrier.hold', input: { carrier: CARRIER, until: '2026-11-28', reason: '赶写报告' }, expect: denied },
    { name: 'refuses a day that is past', arrange: all_(ready, lent()), command: 'carrier.hold', input: { carrier: CARRIER, until: '2026-11-19', reason: '赶写报告' }, expect: denied },
    { name: 'refuses 绝密 whoever agrees', level: 'top_secret', arrange: all_(topOut, (d) => void d.must('carrier.circulate', agreed('carrier.circulate', { ...hand, place: '保密室' })(d))), command: 'carrier.hold', input: { carrier: CARRIER, until: '2026-11-20', reason: '看不完' }, expect: denied },
    { name: 'takes the unit’s longer term', arrange: all_(ready, lent(), set('personalHold.maxDays', 30)), command: 'carrier.hold', input: agreed('carrier.hold', { carrier: CARRIER, until: '2026-12-20', reason: '赶写报告' }), expect: { passes: true, after: (b) => { expectRow(b.row('carriers'), { holdUntil: '2026-12-20', holdReason: '赶写报告', dueOn: '2026-12-20', state: 'lent' }); expectRow(b.row('loans'), { dueOn: '2026-12-20' }); } } },
    { name: 'lets an agreed reader keep what circulates', arrange: all_(circulating, handed()), command: 'carrier.hold', input: agreed('carrier.hold', { carrier: CARRIER, until: '2026-11-23', reason: '赶写报告' }), expect: { passes: true, after: (b) => { expectRow(b.row('circulationSteps'), { dueOn: '2026-11-23', state: 'out' }); expectRow(b.row('carriers'), { holdUntil: '2026-11-23', state: 'circulating' }); } } }),
  ...of('P057',
    { name: 'demands which rule was to be broken', command: 'refusal.record', input: { askedBy: '某科长', asked: '要求复印自留' }, expect: { missing: ['rules'] } },
    { name: 'demands to whom it was reported when it was', command: 'refusal.record', input: { askedBy: '某科长', asked: '要求复印自留', rules: '不得私自复制', reportedAt: '2026-11-20T08:00:00' }, expect: { missing: ['reportedTo'] } },
    { name: 'refuses a time that has not come', command: 'refusal.record', input: { askedBy: '某科长', asked: '要求复印自留', rules: '不得私自复制', refusedAt: '2026-11-20T18:00:00' }, expect: { missing: ['refusedAt'] } },
    { name: 'keeps who refused and what', arrange: shelve(), command: 'refusal.record', input: { askedBy: '某科长', asked: '要求复印自留', rules: '不得私自复制', carrier: CARRIER }, expect: { passes: true, after: (b) => { expectRow(b.row('refusals'), { number: 'JJ-2026-001', askedBy: '某科长', refusedBy: '欧阳笺', carrierNumber: CARRIER, state: 'recorded', reportedAt: null }); } } }),
];

/** Compares only what the case is about. */
function expectRow(row: Record<string, unknown>, wanted: Record<string, unknown>): void {
  const found = Object.fromEntries(Object.keys(wanted).map((k) => [k, row[k]]));
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
}
function expectNone(rows: readonly unknown[]): void {
  if (rows.length > 0) throw new Error(`expected no line, found ${rows.length}`);
}

export const circulationCases: readonly Case[] = [...receipt, ...circulation, ...knowing, ...holding];
