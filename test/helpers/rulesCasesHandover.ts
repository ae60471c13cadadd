import { approver, clerk, paper, secadmin, sysadmin } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed, all_, CARRIER, core, lent, ready, set, shelve, staff, topPaper } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';

type Part = Omit<Case, 'rule'>;
type Input = Record<string, unknown>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;
const two = { refused: 'needs_second_person' } as const;
const look = (after: (b: Books) => void) => ({ passes: true, after }) as const;
function row(found: Input, wanted: Input): void {
  const part = Object.fromEntries(Object.keys(wanted).map((k) => [k, found[k]]));
  if (JSON.stringify(part) !== JSON.stringify(wanted)) throw new Error(`expected ${JSON.stringify(wanted)}, found ${JSON.stringify(part)}`);
}

// ── the clerk's own post: 欧阳笺 hands over to 宗政接 ──
const heir = { account: 'heir', name: '宗政接', roles: ['clerk'] } as const;
const account = (name: string, more: Input = {}) => (d: Desk) => void d.must('account.create', { account: name, name: '宗政接', roles: ['clerk'], password: 'Qx7#mwvT2!kk', ...more }, sysadmin);
const post: Input = { kind: 'post', cause: '轮岗', giver: '欧阳笺', giverAccount: 'clerk', taker: '宗政接', takerAccount: 'heir', supervisor: '闻人录' };
const begun = all_(account('heir'), shelve(), (d) => void d.must('handover.open', post));
const others = { electronicFiles: 0, devices: 1, media: 0, notebooks: 2, passes: 1, keys: 3, doorRights: 1 };
const sign: Input = { handover: 1, counted: 1, others, rightsRevokedOn: '2026-11-20' };
const signed = (more: Input = {}) => agreed('handover.close', Object.fromEntries(Object.entries({ ...sign, ...more }).filter(([, v]) => v !== undefined)));
const ended = all_(begun, (d) => void d.must('handover.close', signed()(d), clerk, heir));

// ── a holder who leaves: 南宫砚 ──
const leaver: Input = { kind: 'holder', cause: '调离', person: '南宫砚', giver: '南宫砚', taker: '欧阳笺' };
const leaving = all_(staff(), (d) => void d.must('handover.open', leaver));
const out: Input = { handover: 1, counted: 0, others, signedFrom: 'ink', signedTo: 'ink', rightsRevokedOn: '2026-11-20', keptPrivately: false };
const keeps = all_(staff(), shelve({ custodian: '南宫砚' }), (d) => void d.must('handover.open', leaver));

// ── a unit that is merged, a retired person ──
const merged: Input = { kind: 'unit', cause: '机构合并', giver: '欧阳笺', taker: '司徒收', toUnit: '示例省档案馆' };
const merging = all_(shelve(), (d) => void d.must('handover.open', merged));
const gone: Input = { handover: 1, counted: 1, signedFrom: 'ink', signedTo: 'ink', receiptNumber: '示档收〔2026〕5号' };
const retired: Input = { kind: 'retired', cause: '离休退还', giver: '百里离', taker: '欧阳笺', carriers: [CARRIER] };
const givenBack = all_(shelve(), (d) => void d.must('handover.open', retired));

const handover: Case[] = [
  ...of('P135-N',
    { name: 'lets the new clerk enter nothing before the handover is closed', arrange: begun, command: 'carrier.place', input: { carrier: CARRIER, place: '5号柜' }, actor: heir, expect: { refused: 'deny', says: /接收人还不能登记/ } },
    { name: 'lets him take part in the handover itself', arrange: begun, command: 'handover.cancel', input: { handover: 1, reason: '改期' }, actor: heir, expect: passes },
    { name: 'lets the old clerk work on until then', arrange: begun, command: 'carrier.place', input: { carrier: CARRIER, place: '5号柜' }, expect: passes },
    { name: 'lets the new clerk work when it is closed', arrange: ended, command: 'carrier.place', input: { carrier: CARRIER, place: '5号柜' }, actor: heir, expect: passes },
    { name: 'lets the old clerk enter nothing more from then on', arrange: ended, command: 'carrier.place', input: { carrier: CARRIER, place: '5号柜' }, expect: { refused: 'deny', says: /已移交保密员岗位/ } },
    { name: 'lets the old clerk not even look', arrange: ended, command: 'record.view', input: { register: 'carriers', record: CARRIER }, expect: denied },
    { name: 'forgets a handover that was cancelled', arrange: all_(begun, (d) => void d.must('handover.cancel', { handover: 1, reason: '改期' })), command: 'carrier.place', input: { carrier: CARRIER, place: '5号柜' }, actor: heir, expect: passes },
    { name: 'lets a new clerk enter nothing while an earlier one left things under his name', arrange: all_(account('old', { name: '欧阳笺' }), account('heir'), shelve(), revoked('old')), command: 'carrier.place', input: { carrier: CARRIER, place: '5号柜' }, actor: heir, expect: { refused: 'deny', says: /欧阳笺名下/ } },
    { name: 'lets him enter when nothing was left', arrange: all_(account('old', { name: '端木旧' }), account('heir'), shelve(), revoked('old')), command: 'carrier.place', input: { carrier: CARRIER, place: '5号柜' }, actor: heir, expect: passes }),
  ...of('P135-O',
    { name: 'refuses a handover to oneself', arrange: all_(account('heir'), shelve()), command: 'handover.open', input: { ...post, taker: '欧阳笺' }, expect: denied },
    { name: 'refuses the taker as supervising leader', arrange: all_(account('heir'), shelve()), command: 'handover.open', input: { ...post, supervisor: '宗政接' }, expect: denied },
    { name: 'refuses a second list of the same giver', arrange: begun, command: 'handover.open', input: post, expect: { refused: 'deny', says: /YJ-2026-001/ } },
    { name: 'lets three different people pass', arrange: all_(account('heir'), shelve()), command: 'handover.open', input: post, expect: look((b) => row(b.row('handovers'), { number: 'YJ-2026-001', giverAccount: 'clerk', itemCount: 1, items: '[1]', level: 'secret', state: 'open' })) }),
  ...of('P135-R',
    { name: 'demands the new clerk’s account and the supervising leader', command: 'handover.open', input: { ...post, takerAccount: undefined, supervisor: undefined }, expect: { missing: ['takerAccount', 'supervisor'] } },
    { name: 'demands the person of a holder', command: 'handover.open', input: { ...leaver, person: undefined }, expect: { missing: ['person'] } },
    { name: 'demands the successor of a merged unit', command: 'handover.open', input: { ...merged, toUnit: undefined }, expect: { missing: ['toUnit'] } },
    { name: 'demands that what a retired person returns is entered first', command: 'handover.open', input: { ...retired, carriers: undefined }, expect: { missing: ['carriers'] } },
    { name: 'lets what a retired person returns be listed', arrange: shelve(), command: 'handover.open', input: retired, expect: look((b) => row(b.row('handovers'), { kind: 'retired', itemCount: 1 })) }),
  ...of('P135-A',
    { name: 'refuses an account that is no clerk’s', arrange: account('heir', { roles: ['approver'] }), command: 'handover.open', input: post, expect: denied },
    { name: 'refuses the giver’s own account', arrange: account('clerk', { name: '欧阳笺' }), command: 'handover.open', input: { ...post, takerAccount: 'clerk' }, expect: denied },
    { name: 'refuses an account that is closed', arrange: all_(account('heir'), revoked('heir')), command: 'handover.open', input: post, expect: denied },
    { name: 'lets a clerk’s account pass', arrange: account('heir'), command: 'handover.open', input: post, expect: passes }),
  ...of('P135-G',
    { name: 'refuses to end another clerk’s account', arrange: all_(account('heir'), account('other', { name: '公孙旧' })), command: 'handover.open', input: { ...post, giverAccount: 'other' }, expect: { refused: 'deny', says: /账户 other 是公孙旧的/ } },
    { name: 'refuses one’s own account under another name', arrange: all_(account('heir'), shelve()), command: 'handover.open', input: { ...post, giver: '欧阳戋' }, expect: { refused: 'deny', says: /账户 clerk 是欧阳笺的/ } },
    { name: 'refuses an account that is not there', arrange: all_(account('heir'), shelve()), command: 'handover.open', input: { ...post, giverAccount: 'clerc' }, expect: { refused: 'deny', says: /没有账户 clerc/ } },
    { name: 'refuses a giver nobody knows', arrange: account('heir'), command: 'handover.open', input: { ...post, giver: '欧阳戋', giverAccount: undefined }, expect: { refused: 'deny', says: /名下也没有载体/ } },
    { name: 'takes the account of the giver’s name, and never that of who enters it', actor: heir, arrange: all_(account('heir'), account('old', { name: '端木旧' })), command: 'handover.open', input: { ...post, giver: '端木旧', giverAccount: undefined }, expect: look((b) => row(b.row('handovers'), { giverAccount: 'old' })) },
    { name: 'lets a giver of the time before the books pass without an account', actor: heir, arrange: all_(account('heir'), shelve({ custodian: '端木旧' })), command: 'handover.open', input: { ...post, giver: '端木旧', giverAccount: undefined }, expect: look((b) => row(b.row('handovers'), { giverAccount: null, itemCount: 1 })) },
    { name: 'lets one’s own post pass', arrange: all_(account('heir'), shelve()), command: 'handover.open', input: { ...post, giverAccount: undefined }, expect: look((b) => row(b.row('handovers'), { giverAccount: 'clerk' })) }),
  ...of('P135-E',
    { name: 'refuses who stands below the level', arrange: all_(account('heir'), shelve(), staff('宗政接', { personnelClass: 'general' })), command: 'handover.open', input: post, expect: { refused: 'deny', says: /够不上机密/ } },
    { name: 'refuses who is not on post', arrange: all_(account('heir'), shelve(), staff('宗政接', { status: 'suspended' })), command: 'handover.open', input: post, expect: denied },
    { name: 'refuses at the end who was suspended meanwhile', arrange: all_(staff('宗政接'), begun), command: 'handover.close', input: (d) => { const i = signed()(d); d.must('person.suspend', { person: '宗政接', reason: '审查' }); return i; }, second: heir, expect: denied },
    { name: 'asks nothing where nothing is secret', arrange: all_(account('heir'), staff('宗政接', { personnelClass: 'general' })), command: 'handover.open', input: post, expect: passes },
    { name: 'lets an eligible one pass', arrange: all_(account('heir'), shelve(), staff('宗政接')), command: 'handover.open', input: post, expect: passes }),
  ...of('P134',
    { name: 'refuses while something is lent to who leaves', arrange: all_(ready, lent(), (d) => void d.must('handover.open', leaver)), command: 'handover.close', input: out, expect: { refused: 'deny', says: /手中还有 1 件/ } },
    { name: 'refuses while something was lost in his hands', arrange: all_(ready, lent(), (d) => void d.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' }), (d) => void d.must('handover.open', leaver)), command: 'handover.close', input: out, expect: denied },
    { name: 'lets him go when everything is back', arrange: all_(ready, lent(), (d) => void d.must('handover.open', leaver), (d) => void d.must('carrier.giveBack', { carrier: CARRIER, pagesChecked: true, intact: true })), command: 'handover.close', input: out, expect: look((b) => row(b.row('handovers'), { state: 'closed', closedOn: '2026-11-20', rightsRevokedOn: '2026-11-20' })) }),
  ...of('P135',
    { name: 'refuses a count that is short', arrange: keeps, command: 'handover.close', input: out, expect: { refused: 'deny', says: /清册 1 件，清点 0 件/ } },
    { name: 'refuses a count that is too high', arrange: leaving, command: 'handover.close', input: { ...out, counted: 1 }, expect: denied },
    { name: 'refuses without a word about what is being looked for', arrange: all_(keeps, (d) => void d.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' })), command: 'handover.close', input: out, expect: { refused: 'deny', says: /下落不明/ } },
    { name: 'keeps the list of differences', arrange: all_(keeps, (d) => void d.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' })), command: 'handover.close', input: { ...out, differences: '由欧阳笺继续查找' }, expect: look((b) => row(b.row('handovers'), { differenceCount: 1, itemCount: 0, differences: `清册所列已不在的：${CARRIER} 下落不明，查找中\n由欧阳笺继续查找` })) },
    { name: 'puts every carrier under the name of who takes over', arrange: keeps, command: 'handover.close', input: { ...out, counted: 1 }, expect: look((b) => { row(b.row('carriers'), { custodian: '欧阳笺', state: 'in_custody', place: '3号柜1格' }); row(b.row('handovers'), { counted: 1, differenceCount: 0, othersZh: '电子文件 0 件、设备 1 件、存储介质 0 件、保密本 2 件、工作证件 1 件、钥匙 3 件、门禁权限 1 件' }); }) }),
  ...of('P135-S',
    { name: 'asks for the other side of the post', arrange: begun, command: 'handover.close', input: signed(), expect: two },
    { name: 'is not content with somebody else', arrange: begun, command: 'handover.close', input: signed(), second: approver, expect: two },
    { name: 'is not content with the giver twice', arrange: begun, command: 'handover.close', input: signed(), second: clerk, expect: two },
    { name: 'takes the supervising leader for a giver who signed on paper', arrange: begun, command: 'handover.close', input: signed({ signedFrom: 'ink' }), actor: heir, second: approver, expect: passes },
    { name: 'does not take him for a giver who did not sign', arrange: begun, command: 'handover.close', input: signed(), actor: heir, second: approver, expect: two },
    { name: 'refuses a holder’s handover that nobody signed', arrange: leaving, command: 'handover.close', input: { ...out, signedFrom: undefined }, expect: denied },
    { name: 'asks for the password of who is said to have given it', arrange: leaving, command: 'handover.close', input: { ...out, signedFrom: 'own_password' }, expect: two },
    { name: 'lets both sides of the post pass', arrange: begun, command: 'handover.close', input: signed({ signedFrom: 'own_password', signedTo: 'own_password' }), second: heir, expect: look((b) => { row(b.row('carriers'), { custodian: '宗政接', state: 'in_custody' }); row(b.row('handovers'), { state: 'closed', signedFrom: 'own_password', signedTo: 'own_password' }); }) }),
  ...of('P136',
    { name: 'asks the supervising leader', arrange: begun, command: 'handover.close', input: sign, second: heir, expect: { refused: 'needs_approval', says: /主管领导/ } },
    { name: 'asks the head of the unit where the unit says so', arrange: all_(begun, set('handover.approver', 'unitHead')), command: 'handover.close', input: sign, second: heir, expect: { refused: 'needs_approval', says: /单位主要负责人/ } },
    { name: 'asks nobody for a holder', arrange: leaving, command: 'handover.close', input: out, expect: passes }),
  ...of('P140',
    { name: 'refuses to close without the receipt of the successor', arrange: merging, command: 'handover.close', input: { ...gone, receiptNumber: undefined }, expect: { refused: 'deny', says: /示例省档案馆的回执/ } },
    { name: 'refuses what is out', arrange: all_(staff(), merging, lent()), command: 'handover.close', input: gone, expect: { refused: 'deny', says: /不在库/ } },
    { name: 'refuses a notebook that somebody still writes in', arrange: all_(staff(), shelve({ title: '保密本', carrierKind: 'notebook', pages: 12, docNumber: undefined, copySerial: 'B001' }), (d) => void d.must('handover.open', merged), (d) => void d.must('notebook.issue', { carrier: CARRIER, holder: '南宫砚', pages: 12, dueOn: '2026-12-31' })), command: 'handover.close', input: gone, expect: { refused: 'deny', says: /不在库/ } },
    { name: 'hands the whole list over against the receipt', arrange: merging, command: 'handover.close', input: gone, expect: look((b) => { row(b.row('carriers'), { state: 'transferred', place: '示例省档案馆', holderName: '司徒收' }); row(b.row('handovers'), { receiptNumber: '示档收〔2026〕5号' }); }) }),
  ...of('P141',
    { name: 'demands the count of everything else', arrange: leaving, command: 'handover.close', input: { ...out, others: undefined }, expect: { missing: ['others'] } },
    { name: 'demands it of a retired person too', arrange: givenBack, command: 'handover.close', input: { ...out, counted: 1, others: undefined }, expect: { missing: ['others'] } },
    { name: 'lets a full list pass', arrange: givenBack, command: 'handover.close', input: { ...out, counted: 1, rightsRevokedOn: undefined }, expect: look((b) => row(b.row('carriers'), { custodian: '欧阳笺' })) }),
  ...of('P142',
    { name: 'refuses without the day on which rights ended', arrange: leaving, command: 'handover.close', input: { ...out, rightsRevokedOn: undefined }, expect: denied },
    { name: 'refuses a day to come', arrange: leaving, command: 'handover.close', input: { ...out, rightsRevokedOn: '2026-11-21' }, expect: denied },
    { name: 'refuses it for the post too', arrange: begun, command: 'handover.close', input: { ...sign, rightsRevokedOn: undefined }, second: heir, expect: { refused: 'deny', by: ['P136', 'P142'] } },
    { name: 'lets the same day pass', arrange: leaving, command: 'handover.close', input: out, expect: passes }),
  ...of('P142-W',
    { name: 'warns when rights ended later than the handover began', arrange: all_(leaving, (d) => { d.at('2026-11-23T09:00:00'); }), command: 'handover.close', input: { ...out, rightsRevokedOn: '2026-11-22' }, expect: { refused: 'warn' } },
    { name: 'lets it pass with a reason', arrange: all_(leaving, (d) => { d.at('2026-11-23T09:00:00'); }), command: 'handover.close', input: { ...out, rightsRevokedOn: '2026-11-22', warnReason: '门禁系统周末停机' }, expect: passes }),
  ...of('P143',
    { name: 'refuses while something is kept privately', arrange: leaving, command: 'handover.close', input: { ...out, keptPrivately: true }, expect: denied },
    { name: 'refuses without an answer', arrange: leaving, command: 'handover.close', input: { ...out, keptPrivately: undefined }, expect: denied },
    { name: 'lets him pass who keeps nothing', arrange: leaving, command: 'handover.close', input: out, expect: passes }),
  ...of('STATE',
    { name: 'refuses to close a handover twice', arrange: all_(leaving, (d) => void d.must('handover.close', out)), command: 'handover.close', input: out, expect: denied },
    { name: 'refuses to return a telegram twice', arrange: all_(wire(), (d) => void d.must('telegram.return', { telegram: 1, receivedBy: '司徒收' })), command: 'telegram.return', input: { telegram: 1, receivedBy: '司徒收' }, expect: denied }),
];

// ── cipher telegrams ──
const telegram: Input = { telegramNumber: '示电〔2026〕12号', title: '关于汛期值守的电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', cabinetKind: 'code_cabinet', accessScope: ['南宫砚'] };
function wire(more: Input = {}) { return (d: Desk): void => void d.must('telegram.receive', { ...telegram, ...more }); }
const book = (more: Input = {}) => shelve({ title: '保密本', carrierKind: 'notebook', docNumber: undefined, copySerial: undefined, oldNumber: 'BM1', ...more });
const readable = all_(staff(), wire());
const look1: Input = { telegram: 1, reader: '南宫砚', purpose: '值守安排', place: '机要室', signature: 'ink' };
const note: Input = { telegram: 1, by: '欧阳笺', notebook: 'BM1', reason: '值守安排' };
const both = all_(wire(), book());
const topWire = wire({ ...topPaper, title: '绝密电报' });
function revoked(name: string) { return (d: Desk): void => void d.must('account.revoke', { account: name, reason: '调离' }, sysadmin, secadmin); }

const telegrams: Case[] = [
  ...of('P144',
    { name: 'refuses a second keeper', arrange: wire(), command: 'telegram.receive', input: { ...telegram, telegramNumber: '示电〔2026〕13号', keeper: '慕容档' }, expect: { refused: 'deny', says: /欧阳笺/ } },
    { name: 'lets a deputy keep where the unit says so', arrange: all_(wire(), set('cipher.keepers', 2)), command: 'telegram.receive', input: { ...telegram, telegramNumber: '示电〔2026〕13号', keeper: '慕容档' }, expect: passes },
    { name: 'refuses a third there', arrange: all_(wire(), set('cipher.keepers', 2), wire({ telegramNumber: '示电〔2026〕13号', keeper: '慕容档' })), command: 'telegram.receive', input: { ...telegram, telegramNumber: '示电〔2026〕14号', keeper: '钟离书' }, expect: denied },
    { name: 'lets another keep when everything has gone back', arrange: all_(wire(), (d) => void d.must('telegram.return', { telegram: 1, receivedBy: '司徒收' })), command: 'telegram.receive', input: { ...telegram, telegramNumber: '示电〔2026〕13号', keeper: '慕容档' }, expect: passes },
    { name: 'enters a telegram as a carrier with its own line', command: 'telegram.receive', input: telegram, expect: look((b) => { row(b.row('carriers'), { carrierKind: 'telegram', level: 'secret', secrecyPeriod: '10年', custodian: '欧阳笺', copyingForbidden: 1, state: 'in_custody' }); row(b.row('telegrams'), { number: 'MD-2026-0001', carrier: 1, carrierNumber: CARRIER, keeper: '欧阳笺', channel: 'cipher', state: 'in_custody' }); }) }),
  ...of('P144-E',
    { name: 'refuses to enter one as an ordinary carrier', command: 'carrier.enter', input: paper('电报', { carrierKind: 'telegram' }), expect: denied },
    { name: 'lets a paper pass', command: 'carrier.enter', input: paper('通知'), expect: passes }),
  ...of('P144-H',
    { name: 'refuses to lend it', arrange: readable, command: 'carrier.lend', input: { carrier: CARRIER, borrower: '南宫砚', reason: '值守' }, expect: { refused: 'deny', by: ['P073', 'P144-H'] } },
    { name: 'refuses to hand it on', arrange: wire(), command: 'carrier.transfer', input: { carrier: CARRIER, to: '慕容档', place: '5号柜', receivedBy: '慕容档' }, expect: denied },
    { name: 'refuses the return of ordinary papers', arrange: wire(), command: 'carrier.returnToIssuer', input: { carrier: CARRIER, receivedBy: '司徒收' }, expect: denied },
    { name: 'lets it be read before its keeper', arrange: readable, command: 'telegram.read', input: look1, expect: look((b) => { row(b.row('readings'), { readerName: '南宫砚', how: 'read', state: 'closed', signature: 'ink' }); row(b.row('telegrams'), { readers: '["南宫砚"]' }); row(b.row('carriers'), { state: 'in_custody' }); }) }),
  ...of('P145',
    { name: 'refuses a copy', arrange: wire(), command: 'carrier.copy', input: { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺' }, expect: { refused: 'deny', by: ['P086', 'P145'] } },
    { name: 'refuses to reprint it as a document', arrange: both, command: 'telegram.extract', input: { ...note, reprint: true }, expect: { refused: 'deny', by: ['P145', 'P146'] } },
    { name: 'lets an extract pass', arrange: both, command: 'telegram.extract', input: agreed('telegram.extract', note), expect: passes }),
  ...of('P146',
    { name: 'asks the leader before anything is written out', arrange: both, command: 'telegram.extract', input: note, expect: { refused: 'needs_approval' } },
    { name: 'refuses anybody but the keeper', arrange: both, command: 'telegram.extract', input: { ...note, by: '慕容档' }, expect: denied },
    { name: 'refuses every extract where the unit says so', arrange: all_(both, set('cipher.extract', 'never')), command: 'telegram.extract', input: note, expect: { refused: 'deny', says: /一律不摘录/ } },
    { name: 'refuses 绝密 without the sender’s written consent', level: 'top_secret', arrange: all_(topWire, book(topPaper)), command: 'telegram.extract', input: note, expect: denied },
    { name: 'asks the leader for 绝密 with consent', level: 'top_secret', arrange: all_(topWire, book(topPaper)), command: 'telegram.extract', input: { ...note, originatorConsent: '示厅函〔2026〕50号', consentOn: '2026-11-19' }, expect: { refused: 'needs_approval' } },
    { name: 'keeps which notebook it went into', arrange: both, command: 'telegram.extract', input: agreed('telegram.extract', note), expect: look((b) => row(b.row('telegrams'), { extracts: 1, extractsZh: '2026-11-20 欧阳笺 摘入 ZT-2026-00002，事由：值守安排' })) }),
  ...of('P146-B',
    { name: 'refuses an extract into nowhere', arrange: both, command: 'telegram.extract', input: { ...note, notebook: undefined }, expect: { refused: 'deny', by: ['P146', 'P146-B'] } },
    { name: 'refuses what is no notebook', arrange: all_(wire(), shelve({ oldNumber: 'BM1' })), command: 'telegram.extract', input: note, expect: { refused: 'deny', by: ['P146', 'P146-B'] } },
    { name: 'refuses a notebook of a lower level', arrange: all_(wire(), book({ level: 'confidential' })), command: 'telegram.extract', input: note, expect: { refused: 'deny', by: ['P146', 'P146-B'], says: /低于/ } },
    { name: 'lets a notebook of the same level pass', arrange: both, command: 'telegram.extract', input: agreed('telegram.extract', note), expect: passes }),
  ...of('P147',
    { name: 'refuses to send it back by mail', arrange: wire(), command: 'telegram.return', input: { telegram: 1, receivedBy: '司徒收', channel: 'ordinary' }, expect: denied },
    { name: 'refuses 机要 mail too', arrange: wire(), command: 'telegram.return', input: { telegram: 1, receivedBy: '司徒收', channel: 'confidential_post' }, expect: { refused: 'deny', says: /机要邮寄/ } },
    { name: 'refuses to convey it like a paper', arrange: wire(), command: 'carrier.convey', input: { carriers: [CARRIER], recipient: '示例省青岭厅', channel: 'confidential_transport', sealed: true, envelope: '1', itemsListed: true }, expect: denied },
    { name: 'lets confidential transport take it back', arrange: wire(), command: 'telegram.return', input: { telegram: 1, receivedBy: '司徒收' }, expect: look((b) => { row(b.row('telegrams'), { state: 'returned' }); row(b.row('carriers'), { state: 'returned', place: '示例省青岭厅' }); }) }),
  ...of('P148',
    { name: 'refuses a plain answer to cipher', arrange: wire(), command: 'telegram.reply', input: { telegram: 1, channel: 'plain', classified: false }, expect: denied },
    { name: 'refuses a phone call', arrange: wire(), command: 'telegram.reply', input: { telegram: 1, channel: 'phone', classified: false }, expect: { refused: 'deny', says: /电话/ } },
    { name: 'refuses cipher for a plain one', arrange: wire({ channel: 'plain', level: 'internal', period: undefined }), command: 'telegram.reply', input: { telegram: 1, channel: 'cipher' }, expect: denied },
    { name: 'lets cipher answer cipher', arrange: wire(), command: 'telegram.reply', input: { telegram: 1, channel: 'cipher', replyNumber: '青电3号' }, expect: look((b) => row(b.row('telegrams'), { replyChannel: 'cipher', replyNumber: '青电3号' })) }),
  ...of('P149',
    { name: 'refuses secrets in a plain answer', arrange: wire({ channel: 'plain', level: 'internal', period: undefined }), command: 'telegram.reply', input: { telegram: 1, channel: 'plain' }, expect: denied },
    { name: 'lets plain words answer a plain one', arrange: wire({ channel: 'plain', level: 'internal', period: undefined }), command: 'telegram.reply', input: { telegram: 1, channel: 'plain', classified: false }, expect: passes }),
  ...of('P149-W',
    { name: 'warns of a plain telegram that carries a secret', command: 'telegram.receive', input: { ...telegram, channel: 'plain' }, expect: { refused: 'warn' } },
    { name: 'lets it be entered with what was done', command: 'telegram.receive', input: { ...telegram, channel: 'plain', warnReason: '已通知发电单位' }, expect: passes }),
  ...of('P063',
    { name: 'asks for each reader of a 绝密 telegram', level: 'top_secret', arrange: all_(core, topWire), command: 'telegram.read', input: { ...look1, place: '保密室' }, expect: { refused: 'needs_approval' } }),
  ...of('P065',
    { name: 'lets nobody read a telegram who is suspended', arrange: all_(staff('南宫砚', { status: 'suspended' }), wire()), command: 'telegram.read', input: look1, expect: denied }),
];

export const handoverCases: readonly Case[] = [...handover, ...telegrams];
