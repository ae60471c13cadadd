import { expect } from 'vitest';
import { approved } from './desk.ts';
import type { Desk } from './desk.ts';
import { all_, CARRIER, core, lend, lent, read, ready, set, shelve, shelveTop, staff, topPaper } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';
import { back, consulting, trip } from './samplesArchive.ts';

type Input = Record<string, unknown>;
type Part = Omit<Case, 'rule'>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;
const by = (...rules: string[]) => ({ refused: 'deny', by: rules }) as const;
const asks = (says: RegExp, ...more: string[]) => ({ refused: 'needs_approval', ...(more.length === 0 ? {} : { by: more }), says }) as const;
const leaves = (look: (books: Books) => void) => ({ passes: true, after: look }) as const;
const row = (register: string, expected: Input, id = 1) => leaves((b) => { expect(b.row(register, id)).toMatchObject(expected); });
const agree = (command: string, input: Input) => (desk: Desk): Input => {
  const given = Object.fromEntries(Object.entries(input).filter(([, v]) => v !== undefined));
  return { ...given, approval: approved(desk, command, given) };
};
const TWO = 'ZT-2026-00002';
const second = { docNumber: '示厅函〔2026〕28号', copySerial: '000004' };

// ── the archive ──
const filed = (more: Input = {}) => all_(staff(), shelve(more), file());
const file = (carrier = CARRIER) => (desk: Desk) => void desk.must('carrier.file', { carrier, archiveNumber: '2026-DA-001', place: '档案库1架' });
const plainFile = (more: Input = {}) => filed({ level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined, ...more });
const classOf = (archiveClass: string, revision = 2) => (desk: Desk) => void desk.must('carrier.correct', { carrier: CARRIER, revision, set: { archiveClass }, reason: '补登类别' });
const consult = (more: Input = {}) => ({ command: 'archive.consult', input: consulting(more) }) as const;
const agreedConsult = (more: Input = {}) => ({ command: 'archive.consult', input: agree('archive.consult', consulting(more)) }) as const;
const outsider = { reader: undefined, readerName: '太史来', unit: '示例省档案馆', outsider: true, letter: '示档介〔2026〕15号' };
const lending = (more: Input = {}): Input => ({ items: [CARRIER], reader: '南宫砚', purpose: '编制方案', ...more });
const lendOut = (more: Input = {}) => ({ command: 'archive.lendOut', input: lending(more) }) as const;
const agreedLendOut = (more: Input = {}) => ({ command: 'archive.lendOut', input: agree('archive.lendOut', lending(more)) }) as const;
const opened = (more: Input = {}) => (desk: Desk) => void desk.must('archive.consult', agree('archive.consult', consulting(more))(desk));
const lentOut = (desk: Desk) => void desk.must('archive.lendOut', agree('archive.lendOut', lending())(desk));
const closes = (more: Input = {}) => ({ command: 'archive.close', input: back(more) }) as const;

/** Group 2.5. */
const archive: Case[] = [
  ...of('P073',
    { name: 'asks the keeper’s leader alone within one section where the unit says so', arrange: all_(staff(), staff('欧阳笺'), shelve(), set('loan.approvers', 'ownerLeader')), command: 'carrier.lend', input: lend, expect: asks(/须经保管方领导批准/) },
    { name: 'asks both leaders across sections', arrange: all_(staff(), staff('欧阳笺', { department: '办公室' }), shelve(), set('loan.approvers', 'ownerLeader')), command: 'carrier.lend', input: lend, expect: asks(/须经保管方和借阅方领导批准/) }),
  ...of('P083-A',
    { name: 'refuses what was never filed', arrange: ready, ...consult(), expect: by('P080', 'P083-A') },
    { name: 'refuses a file that somebody is reading', arrange: all_(filed(), opened()), ...consult(), expect: by('P080', 'P083-A', 'STATE') },
    { name: 'lets a volume of the archive pass that has no number of its own filing', arrange: all_(staff(), shelve({ carrierKind: 'archive' })), ...agreedConsult(), expect: row('carriers', { state: 'reading' }) }),
  ...of('P078',
    { name: 'refuses an outsider without a letter', arrange: plainFile(), ...consult({ ...outsider, letter: undefined }), expect: denied },
    { name: 'refuses an outsider of whom nobody ticked it', arrange: plainFile(), ...consult({ ...outsider, letter: undefined, outsider: false }), expect: denied },
    { name: 'refuses 绝密 to one who stands in no ledger', level: 'top_secret', arrange: all_(core, shelveTop(), file()), ...consult({ ...outsider, place: '保密室' }), expect: denied },
    { name: 'asks the director for an outsider', arrange: plainFile(), ...consult(outsider), expect: asks(/须经办公室负责人批准，依据/) },
    { name: 'asks the leader where the unit says so, and for the scope with 机密', arrange: all_(filed(), set('archive.consultApprover', 'leaderInCharge')), ...consult(outsider), expect: asks(/须经主管领导批准，涉密的并经主要负责人/) },
    { name: 'lets an agreed outsider read, by name and letter', arrange: filed(), ...agreedConsult(outsider), expect: leaves((b) => {
      expect(b.row('archiveUses')).toMatchObject({ number: 'DA-2026-0001', kind: 'consult', readerName: '太史来', reader: null, outsider: 1, letter: '示档介〔2026〕15号', state: 'open', dueOn: '2026-11-20' });
      expect(b.row('carriers')).toMatchObject({ state: 'reading', holder: null, holderName: '太史来', place: '档案查阅室' });
      expect(b.row('readings')).toMatchObject({ readerName: '太史来', reader: null, department: '示例省档案馆', how: 'read', inScope: 0, state: 'open' });
    }) }),
  ...of('P078-R',
    { name: 'asks who reads', arrange: plainFile(), ...consult({ reader: undefined }), expect: { missing: ['reader'] } },
    { name: 'asks for the unit of an outsider', arrange: plainFile(), ...consult({ ...outsider, unit: undefined }), expect: { missing: ['unit'] } },
    { name: 'takes the section of an own reader', arrange: plainFile(), ...consult(), expect: row('archiveUses', { readerName: '南宫砚', unit: '规划科' }) }),
  ...of('P079',
    { name: 'asks for the range', arrange: plainFile(), ...consult({ range: undefined }), expect: { missing: ['range'] } },
    { name: 'asks for the check of extracts', arrange: all_(plainFile(), (d) => void d.must('archive.consult', consulting())), ...closes({ extracts: '第3页两段' }), expect: { missing: ['extractChecked'] } },
    { name: 'lets checked extracts pass', arrange: all_(plainFile(), (d) => void d.must('archive.consult', consulting())), ...closes({ extracts: '第3页两段', extractChecked: true }), expect: row('archiveUses', { extracts: '第3页两段', extractChecked: 1, state: 'closed' }) }),
  ...of('P080',
    { name: 'asks the director for a classified file', arrange: filed(), ...consult(), expect: asks(/机密档案须经办公室负责人批准/) },
    { name: 'asks the leader where the unit says so', arrange: all_(filed(), set('archive.consultApprover', 'leaderInCharge')), ...consult(), expect: asks(/须经主管领导批准/) },
    { name: 'asks for minutes of meetings', arrange: all_(staff(), (d) => void d.must('carrier.enter', { title: '所务会议记录', custodian: '欧阳笺', place: '3号柜' }), file()), ...consult(), expect: asks(/会议记录须经/) },
    { name: 'lets other files be read without', arrange: plainFile(), ...consult(), expect: passes },
    { name: 'lets an agreed reading pass', arrange: filed(), ...agreedConsult(), expect: row('carriers', { state: 'reading', holderName: '南宫砚', dueOn: null }) }),
  ...of('P082',
    { name: 'refuses a personnel file to another clerk', arrange: all_(plainFile({ custodian: '慕容档' }), classOf('personnel')), ...consult(), expect: denied },
    { name: 'refuses the copy of a case file', arrange: all_(plainFile({ custodian: '慕容档' }), classOf('case')), command: 'carrier.copy', input: { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺' }, expect: denied },
    { name: 'refuses what was filed as a personnel file', arrange: all_(staff(), shelve({ level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined, custodian: '慕容档' }), (d) => void d.must('carrier.file', { carrier: CARRIER, archiveNumber: '2026-RS-001', archiveClass: 'personnel' })), ...consult(), expect: denied },
    { name: 'lets its own keeper', arrange: all_(plainFile(), classOf('personnel')), ...consult(), expect: passes }),
  ...of('P084',
    { name: 'refuses who has nothing to do with it', arrange: plainFile(), ...consult({ related: false }), expect: denied },
    { name: 'refuses to lend it', arrange: plainFile(), ...lendOut({ related: false }), expect: by('P081', 'P084') },
    { name: 'lets who works on it', arrange: plainFile(), ...consult({ related: true }), expect: passes }),
  ...of('P081',
    { name: 'refuses the ordinary way out', arrange: all_(staff(), shelve({ carrierKind: 'archive' })), command: 'carrier.lend', input: lend, expect: by('P073', 'P081') },
    { name: 'refuses every loan where the unit says never', arrange: all_(filed(), set('archive.loanOut', 'never')), ...lendOut(), expect: denied },
    { name: 'refuses 绝密 out of the room', level: 'top_secret', arrange: all_(core, shelveTop(), file()), ...lendOut(), expect: by('P063', 'P067', 'P081') },
    { name: 'asks for the exception', arrange: plainFile(), ...lendOut(), expect: asks(/是例外，须经主管领导批准/) },
    { name: 'asks only for classified files where loans are ordinary', arrange: all_(filed(), set('archive.loanOut', 'ordinary')), ...lendOut(), expect: asks(/档案借出档案室须经主管领导批准/) },
    { name: 'lets other files out where loans are ordinary', arrange: all_(plainFile(), set('archive.loanOut', 'ordinary')), ...lendOut(), expect: passes },
    { name: 'lets the agreed exception pass, with a loan of its own', arrange: filed(), ...agreedLendOut(), expect: leaves((b) => {
      expect(b.row('archiveUses')).toMatchObject({ kind: 'lend', state: 'open', dueOn: '2026-11-27' });
      expect(b.row('loans')).toMatchObject({ carrierNumber: CARRIER, borrowerName: '南宫砚', state: 'out' });
      expect(b.row('carriers')).toMatchObject({ state: 'lent', holderName: '南宫砚' });
    }) }),
  ...of('P077',
    { name: 'asks the office for a reader who was not on the list', arrange: filed({ accessScope: ['慕容档'] }), ...lendOut(), expect: asks(/须经党政办公室批准/, 'P045', 'P077', 'P081') },
    { name: 'asks the leader where the unit says so', arrange: all_(filed({ accessScope: ['慕容档'] }), set('archive.outOfListApprover', 'leaderInCharge')), ...lendOut(), expect: asks(/须经主管领导批准/, 'P045', 'P077', 'P081') },
    { name: 'lets who was on the list', arrange: filed(), ...agreedLendOut(), expect: passes }),
  ...of('L028', { name: 'refuses a file whose originator limits the readers', arrange: filed({ accessScope: ['慕容档'], wideningForbidden: true }), ...lendOut(), expect: by('L028', 'P081') }),
  ...of('P075-A',
    { name: 'gives files a day to come back', arrange: filed(), ...agreedLendOut(), expect: leaves((b) => { expect([b.row('loans')['dueOn'], b.row('carriers')['dueOn'], b.row('archiveUses')['dueOn']]).toEqual(['2026-11-27', '2026-11-27', '2026-11-27']); }) },
    { name: 'keeps a day that was given', arrange: filed(), ...agreedLendOut({ dueOn: '2026-11-23' }), expect: row('loans', { dueOn: '2026-11-23', promisedDueOn: '2026-11-23' }) }),
  ...of('P075-B',
    { name: 'refuses a day after the term', arrange: filed(), ...lendOut({ dueOn: '2026-11-28' }), expect: by('P075-B', 'P081') },
    { name: 'refuses yesterday', arrange: filed(), ...lendOut({ dueOn: '2026-11-19' }), expect: by('P075-B', 'P081') },
    { name: 'lets the last day pass', arrange: filed(), ...agreedLendOut({ dueOn: '2026-11-27' }), expect: passes }),
  ...of('P061-A',
    { name: 'enters who read 机密 in the archive', arrange: filed(), ...agreedConsult(), expect: row('readings', { readerName: '南宫砚', carrierNumber: CARRIER, how: 'read', state: 'open', signature: 'pending', inScope: 1 }) },
    { name: 'enters the loan of a file with its loan', arrange: filed(), ...agreedLendOut(), expect: row('readings', { how: 'loan', loan: 1 }) },
    { name: 'enters 秘密 where the unit writes it down', arrange: all_(set('reading.recordFrom', 'confidential'), filed({ level: 'confidential' })), ...agreedConsult(), expect: row('readings', { level: 'confidential' }) },
    { name: 'leaves 秘密 alone otherwise', arrange: filed({ level: 'confidential' }), ...agreedConsult(), expect: leaves((b) => { expect(b.rows('readings')).toEqual([]); }) }),
  ...of('P083',
    { name: 'asks for the count and the receiver of a move', arrange: filed(), command: 'archive.move', input: { items: [CARRIER], toPlace: '档案库2架' }, expect: { missing: ['volumes', 'receivedBy'] } },
    { name: 'asks for shelf and look at the return', arrange: all_(filed(), opened()), ...closes({ reshelved: undefined, intact: undefined }), expect: { missing: ['reshelved', 'intact'] } },
    { name: 'asks what is damaged', arrange: all_(filed(), opened()), ...closes({ intact: false }), expect: { missing: ['damage'] } },
    { name: 'moves a file with its paper', arrange: filed(), command: 'archive.move', input: { items: [CARRIER], volumes: 1, toPlace: '档案库2架', receivedBy: '慕容档' }, expect: leaves((b) => {
      expect(b.row('carriers')).toMatchObject({ place: '档案库2架', home: '档案库2架', state: 'archived' });
      expect(b.row('archiveUses')).toMatchObject({ kind: 'move', state: 'closed', fromPlace: '档案库1架', toPlace: '档案库2架', receivedBy: '慕容档', volumes: 1 });
    }) },
    { name: 'puts a file that was read back on its shelf', arrange: all_(filed(), opened()), ...closes(), expect: leaves((b) => {
      expect(b.row('carriers')).toMatchObject({ state: 'archived', holder: null, place: '档案库1架' });
      expect(b.row('readings')).toMatchObject({ state: 'closed' });
    }) },
    { name: 'puts a file that was lent back on its shelf', arrange: all_(filed(), lentOut), ...closes(), expect: leaves((b) => {
      expect(b.row('carriers')).toMatchObject({ state: 'archived', holder: null, dueOn: null });
      expect(b.row('loans')).toMatchObject({ state: 'returned' });
    }) }),
  ...of('P083-B',
    { name: 'refuses the ordinary return of a file', arrange: all_(filed(), lentOut), command: 'carrier.giveBack', input: { carrier: CARRIER }, expect: denied },
    { name: 'lets the ordinary return of a loan pass', arrange: all_(ready, lent()), command: 'carrier.giveBack', input: { carrier: CARRIER }, expect: row('carriers', { state: 'in_custody' }) }),
  ...of('P097-E',
    { name: 'refuses extracts of a classified file that nobody agreed to', arrange: all_(filed(), opened()), ...closes({ extracts: '第3页', extractChecked: true }), expect: denied },
    { name: 'lets extracts pass that were entered', arrange: all_(filed(), withNotebook(), opened(), (d) => void d.must('carrier.extract', agree('carrier.extract', taking())(d))), ...closes({ extracts: '第3页', extractChecked: true }), expect: passes }),
  ...of('STATE',
    { name: 'refuses a second end of a reading', arrange: all_(filed(), opened(), (d) => void d.must('archive.close', back())), ...closes(), expect: denied }),
];

// ── extracts and compilations ──
function withNotebook(more: Input = {}, holder = '南宫砚') {
  return all_(shelve({ title: '保密本', carrierKind: 'notebook', pages: 100, docNumber: undefined, copySerial: 'B001', ...more }), (d: Desk) => void d.must('notebook.issue', { carrier: TWO, holder, pages: 100, dueOn: '2026-12-31' }));
}
function taking(more: Input = {}): Input {
  return { carrier: CARRIER, by: '南宫砚', reason: '编制方案', notebook: TWO, content: '第三部分第二段', ...more };
}
const extract = (more: Input = {}) => ({ command: 'carrier.extract', input: taking(more) }) as const;
const agreedExtract = (more: Input = {}) => ({ command: 'carrier.extract', input: agree('carrier.extract', taking(more)) }) as const;
const desk = all_(ready, withNotebook());
const topDesk = all_(core, shelveTop(), withNotebook(topPaper));
const consent = { originatorConsent: '示厅密函〔2026〕1号', consentOn: '2026-11-10', consentFile: '保密室2026年第3卷' };
const copying = (more: Input = {}): Input => ({ carrier: CARRIER, quantity: 2, reason: '会议用', operator: '欧阳笺', place: '文印室', stamped: true, wasteSheets: 0, ...more });
const copy = (more: Input = {}) => ({ command: 'carrier.copy', input: copying(more) }) as const;
const agreedCopy = (more: Input = {}) => ({ command: 'carrier.copy', input: agree('carrier.copy', copying(more)) }) as const;
const compiling = (more: Input = {}): Input => ({ carriers: [CARRIER, TWO], title: '供水方案汇编', copies: 2, reason: '会议用', operator: '欧阳笺', custodian: '欧阳笺', place: '3号柜1格', ...more });
const compile = (more: Input = {}) => ({ command: 'carrier.compile', input: compiling(more) }) as const;
const agreedCompile = (more: Input = {}) => ({ command: 'carrier.compile', input: agree('carrier.compile', compiling(more)) }) as const;
const parts = (one: Input = {}, two: Input = {}) => all_(staff(), shelve(one), shelve({ ...second, ...two }));

/** Group 2.6. */
const extracts: Case[] = [
  ...of('P090',
    { name: 'asks before an extract', arrange: desk, ...extract(), expect: asks(/摘抄机密载体须经主管领导批准/) },
    { name: 'asks the principal leader where the unit says so', arrange: all_(desk, set('extract.approver.secret', 'principalLeader')), ...extract(), expect: asks(/主要负责人/) },
    { name: 'refuses where the unit extracts none', arrange: all_(desk, set('extract.approver.secret', 'never')), ...extract(), expect: denied },
    { name: 'asks the leader for 绝密 beside the originator', level: 'top_secret', arrange: topDesk, ...extract(consent), expect: asks(/摘抄绝密载体须经主管领导批准/) },
    { name: 'lets 内部 be taken down', arrange: all_(staff(), shelve({ level: 'internal', period: undefined })), ...extract({ notebook: undefined }), expect: passes },
    { name: 'enters an agreed extract with its notebook', arrange: desk, ...agreedExtract(), expect: leaves((b) => {
      expect(b.row('copies')).toMatchObject({ kind: 'extract', notebook: 2, content: '第三部分第二段', operator: '南宫砚', level: 'secret' });
      expect(b.row('readings')).toMatchObject({ how: 'copied', readerName: '南宫砚', state: 'closed' });
      expect(b.rows('carriers')).toHaveLength(2);
    }) }),
  ...of('P085',
    { name: 'refuses an extract of 绝密 without the originator', level: 'top_secret', arrange: topDesk, ...extract(), expect: by('P085', 'P090') },
    { name: 'refuses extracts where the unit says never', level: 'top_secret', arrange: all_(topDesk, set('extract.approver.topSecret', 'never')), ...extract(consent), expect: by('P085', 'P090') },
    { name: 'lets copies stand where only extracts are never', level: 'top_secret', arrange: all_(shelveTop(), set('extract.approver.topSecret', 'never')), ...agreedCopy(consent), expect: passes },
    { name: 'refuses to compile 绝密 without the originator', level: 'top_secret', arrange: parts(topPaper), ...compile(), expect: by('L020', 'P085') }),
  ...of('P090-F',
    { name: 'refuses 绝密 word for word', level: 'top_secret', arrange: topDesk, ...extract({ ...consent, full: true }), expect: by('P090', 'P090-F') },
    { name: 'lets other papers be taken down whole', arrange: desk, ...agreedExtract({ full: true }), expect: passes }),
  ...of('P090-N',
    { name: 'refuses a sheet of paper', arrange: ready, ...extract({ notebook: undefined }), expect: by('P090', 'P090-N') },
    { name: 'refuses what is no notebook', arrange: all_(ready, shelve(second)), ...extract(), expect: by('P090', 'P090-N') },
    { name: 'refuses a notebook of a lower level', arrange: all_(ready, withNotebook({ level: 'confidential' })), ...extract(), expect: { refused: 'deny', by: ['P090', 'P090-N'], says: /为秘密，不能记入机密内容/ } },
    { name: 'refuses the notebook of another', arrange: all_(ready, staff('慕容档'), withNotebook({ accessScope: ['慕容档'] }, '慕容档')), ...extract(), expect: by('P090', 'P090-N') },
    { name: 'lets the own notebook pass', arrange: desk, ...agreedExtract(), expect: passes }),
  ...of('P090-C',
    { name: 'asks what was taken down', arrange: desk, ...extract({ content: undefined }), expect: { missing: ['content'] } },
    { name: 'is content with the place', arrange: desk, ...agreedExtract(), expect: passes }),
  ...of('P076',
    { name: 'refuses extracts of what is lent', arrange: all_(desk, lent()), ...extract(), expect: by('P076', 'P090') },
    { name: 'lets an extract pass with the note on the loan form', arrange: all_(desk, lent({ copyingNote: '准予摘抄' })), ...agreedExtract(), expect: passes }),
  ...of('P091',
    { name: 'refuses extracts for private reference', arrange: desk, ...extract({ privateUse: true }), expect: by('P090', 'P091') }),
  ...of('COPY-REASON',
    { name: 'demands the reason of an extract', arrange: desk, ...extract({ reason: undefined }), expect: { missing: ['reason'] } },
    { name: 'demands who compiled', arrange: parts(), ...compile({ operator: undefined }), expect: { missing: ['operator'] } }),
  ...of('P065',
    { name: 'refuses an extract by who may not know', arrange: all_(staff('南宫砚', { trainedOn: undefined }), shelve(), shelve({ title: '保密本', carrierKind: 'notebook', docNumber: undefined, copySerial: 'B001' })), ...extract(), expect: by('P065', 'P090', 'P090-N') }),
  ...of('L022-B',
    { name: 'refuses extracts where the issuer forbids copies', arrange: all_(staff(), shelve({ copyingForbidden: true }), withNotebook()), ...extract(), expect: by('L022-B', 'P090') },
    { name: 'refuses a compilation with such a part', arrange: parts({}, { copyingForbidden: true }), ...compile(), expect: by('L020', 'L022-B') },
    { name: 'lets others pass', arrange: desk, ...agreedExtract(), expect: passes }),
  ...of('L022',
    { name: 'demands the stamp before a copy is entered', arrange: shelve(), ...agreedCopy({ stamped: undefined }), expect: { missing: ['stamped'] } },
    { name: 'asks for no stamp on 内部', arrange: shelve({ level: 'internal', period: undefined }), ...copy({ stamped: undefined }), expect: passes },
    { name: 'lets stamped copies pass', arrange: shelve(), ...agreedCopy(), expect: row('copies', { stamped: 1 }) }),
  ...of('L022-P',
    { name: 'writes unit and day of the reprint', arrange: shelve(), ...agreedCopy(), expect: leaves((b) => {
      expect(b.row('copies')['stampText']).toBe('青岭研究所 2026年11月20日翻印，共 2 份');
      expect(b.row('carriers', 2)['note']).toBe('青岭研究所 2026年11月20日翻印，共 2 份');
    }) },
    { name: 'writes it on every copy', arrange: shelve(), ...agreedCopy({ quantity: 1 }), expect: row('carriers', { note: '青岭研究所 2026年11月20日翻印，共 1 份' }, 2) }),
  ...of('P093',
    { name: 'asks for an outsider at the copier', arrange: shelve({ level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined }), ...copy({ outsider: true }), expect: asks(/须经办公室许可/) },
    { name: 'lets the own office copy', arrange: shelve({ level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined }), ...copy(), expect: passes }),
  ...of('P094',
    { name: 'demands the waste', arrange: shelve(), ...agreedCopy({ wasteSheets: undefined }), expect: { missing: ['wasteSheets'] } },
    { name: 'asks for none of a disc', arrange: shelve(), ...agreedCopy({ wasteSheets: undefined, kind: 'electronic' }), expect: row('carriers', { carrierKind: 'optical' }, 2) },
    { name: 'is content with none', arrange: shelve(), ...agreedCopy(), expect: row('copies', { wasteSheets: 0 }) }),
  ...of('P095',
    { name: 'refuses copies for anybody of a section', arrange: ready, ...copy({ recipients: ['南宫砚'] }), expect: by('P086', 'P095') },
    { name: 'refuses the head where the unit wants the delegate', arrange: all_(staff('南宫砚', { duty: '科长' }), shelve(), set('department.delegates', 'delegateOnly')), ...copy({ recipients: ['南宫砚'] }), expect: by('P086', 'P095') },
    { name: 'lets the head take them', arrange: all_(staff('南宫砚', { duty: '科长' }), shelve()), ...agreedCopy({ recipients: ['南宫砚'] }), expect: row('copies', { recipients: '["南宫砚"]' }) }),
  ...of('P097',
    { name: 'asks the unit head for copies of a file', arrange: filed(), ...copy(), expect: asks(/须经单位负责人批准/, 'P086', 'P097') },
    { name: 'refuses them where the unit says never', arrange: all_(filed(), set('archive.copyApprover', 'never')), ...copy(), expect: by('P086', 'P097') },
    { name: 'asks for extracts of a file', arrange: all_(filed(), withNotebook()), ...extract(), expect: asks(/摘抄须经单位负责人/, 'P090', 'P097') },
    { name: 'lets agreed copies of a file pass', arrange: filed(), ...agreedCopy(), expect: row('carriers', { state: 'archived' }) }),
  ...of('L020',
    { name: 'asks before a compilation', arrange: parts(), ...compile(), expect: asks(/汇编机密内容须经主管领导批准/) },
    { name: 'asks the principal leader where the unit says so', arrange: all_(parts(), set('copy.approver.secret', 'principalLeader')), ...compile(), expect: asks(/主要负责人/) },
    { name: 'refuses a level the unit copies none of', arrange: all_(parts({}, { level: 'confidential' }), set('copy.approver.confidential', 'never')), ...compile(), expect: denied },
    { name: 'refuses without consent where the unit wants it', arrange: all_(parts(), set('copy.originatorConsent.secret', 'required')), ...compile(), expect: denied },
    { name: 'lets papers without level be compiled', arrange: parts({ level: null, period: undefined }, { level: null, period: undefined }), ...compile(), expect: passes },
    { name: 'lets an agreed compilation pass', arrange: parts(), ...agreedCompile(), expect: row('copies', { kind: 'compile', quantity: 2, sources: '[1,2]', children: '[3,4]' }) }),
  ...of('L020-S',
    { name: 'refuses a reader who may not know a part', arrange: parts({ accessScope: ['南宫砚', '慕容档'] }, {}), ...compile({ accessScope: ['慕容档'] }), expect: by('L020', 'L020-S') },
    { name: 'lets a reader of all parts', arrange: parts({ accessScope: ['南宫砚', '慕容档'] }, {}), ...agreedCompile({ accessScope: ['南宫砚'] }), expect: row('carriers', { accessScope: '["南宫砚"]' }, 3) }),
  ...of('L020-E',
    { name: 'takes the highest level, the latest end and the common scope', arrange: parts({ level: 'confidential', accessScope: ['南宫砚', '慕容档'], period: { years: 10 }, issuedOn: '2026-01-10' }, { period: { years: 5 }, issuedOn: '2026-11-10', accessScope: ['慕容档', '独孤默'] }), ...agreedCompile(), expect: row('carriers', { level: 'secret', regime: 'state_secret', secrecyPeriod: '2036-01-10', periodForm: 'date', periodEndsOn: '2036-01-10', accessScope: '["慕容档"]', source: 'compiled', parent: 2, issuer: '青岭研究所', copySerial: '000001' }, 3) },
    { name: 'lets 长期 outlast every date', arrange: parts({ period: { longTerm: true }, periodBasis: '专门规定' }), ...agreedCompile(), expect: row('carriers', { secrecyPeriod: '长期', periodForm: 'long_term', periodEndsOn: null }, 4) },
    { name: 'hands on what the originator forbade of the scope', arrange: parts({}, { wideningForbidden: true }), ...agreedCompile(), expect: row('carriers', { wideningForbidden: 1 }, 3) }),
  ...of('P088',
    { name: 'refuses more compilations than agreed', arrange: parts(), command: 'carrier.compile', input: (d) => ({ ...agree('carrier.compile', compiling())(d), copies: 3 }), expect: denied }),
];

// ── trips ──
const go = (more: Input = {}) => ({ command: 'carrier.carryOut', input: trip(more) }) as const;
const agreedGo = (more: Input = {}) => ({ command: 'carrier.carryOut', input: agree('carrier.carryOut', trip(more)) }) as const;
const away = (more: Input = {}) => (d: Desk) => void d.must('carrier.carryOut', agree('carrier.carryOut', trip(more))(d));
const home = (more: Input = {}) => ({ command: 'carrier.checkIn', input: { trip: 1, counted: 1, pagesChecked: true, ...more } }) as const;
const pair = { companions: ['慕容档'] };
const top = all_(core, staff('慕容档', { personnelClass: 'core' }), shelveTop());
const ordinary = all_(staff(), shelve({ level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined }));
const border = { border: true, destination: '境外示例城' };
const disk = all_(staff(), shelve({ carrierKind: 'disk', pages: undefined }));
const twoOut = all_(ready, shelve(second), away({ carriers: [CARRIER, TWO], counted: 2 }));

/** Group 2.7, carrying out. */
const trips: Case[] = [
  ...of('P105',
    { name: 'asks the leader for 机密', arrange: ready, ...go(), expect: asks(/须经主管领导批准/) },
    { name: 'asks the principal leader for 绝密', level: 'top_secret', arrange: top, ...go(pair), expect: asks(/须经主要负责人批准/) },
    { name: 'asks the leader for 绝密 where the unit says so', level: 'top_secret', arrange: all_(top, set('carryOut.approver.topSecret', 'leaderInCharge')), ...go(pair), expect: asks(/须经主管领导批准/) },
    { name: 'refuses 绝密 where the unit says never', level: 'top_secret', arrange: all_(top, set('carryOut.approver.topSecret', 'never')), ...go(pair), expect: denied },
    { name: 'lets an agreed trip pass, with its list', arrange: ready, ...agreedGo(), expect: leaves((b) => {
      expect(b.row('trips')).toMatchObject({ number: 'WC-2026-0001', travellerName: '南宫砚', itemNumbers: CARRIER, itemCount: 1, countOut: 1, dueOn: '2026-11-22', state: 'out', level: 'secret' });
      expect(b.row('carriers')).toMatchObject({ state: 'carried_out', holderName: '南宫砚', place: '示例省青岭厅', dueOn: '2026-11-22', trip: 1 });
    }) }),
  ...of('P111',
    { name: 'asks for papers without level', arrange: ordinary, ...go(), expect: asks(/带出办公楼须经书面批准/) },
    { name: 'lets an agreed paper pass', arrange: ordinary, ...agreedGo(), expect: passes }),
  ...of('P105-E',
    { name: 'refuses one person with 绝密', level: 'top_secret', arrange: top, ...go(), expect: by('P105', 'P105-E') },
    { name: 'counts one person once', level: 'top_secret', arrange: top, ...go({ companions: ['南宫砚'] }), expect: by('P105', 'P105-E') },
    { name: 'follows the unit’s own number', arrange: all_(ready, set('carryOut.escorts.secret', 2)), ...go(), expect: by('P105', 'P105-E') },
    { name: 'lets two go with 绝密', level: 'top_secret', arrange: top, ...agreedGo(pair), expect: row('trips', { companions: '["慕容档"]' }) }),
  ...of('P065',
    { name: 'refuses a companion in the cooling-off period', arrange: all_(ready, staff('慕容档', { coolingOffUntil: '2027-01-01' })), ...go(pair), expect: by('P065', 'P105') }),
  ...of('P105-M',
    { name: 'asks how it is protected', arrange: ready, ...go({ measures: undefined }), expect: { missing: ['measures'] } },
    { name: 'asks nothing for papers without level', arrange: ordinary, ...agreedGo({ measures: undefined }), expect: passes }),
  ...of('P106',
    { name: 'asks for the return and the count', arrange: ready, ...go({ dueOn: undefined, counted: undefined }), expect: { missing: ['dueOn', 'counted'] } },
    { name: 'is content with both', arrange: ready, ...agreedGo(), expect: passes }),
  ...of('P106-T',
    { name: 'refuses a return after the longest trip', arrange: ready, ...go({ dueOn: '2026-12-06' }), expect: by('P105', 'P106-T') },
    { name: 'refuses a return before today', arrange: ready, ...go({ dueOn: '2026-11-19' }), expect: by('P105', 'P106-T') },
    { name: 'refuses a list of one for a case of two', arrange: ready, ...go({ counted: 2 }), expect: by('P105', 'P106-T') },
    { name: 'follows the unit’s own days', arrange: all_(ready, set('carryOut.maxDays', 1)), ...go(), expect: by('P105', 'P106-T') },
    { name: 'lets the last day pass', arrange: ready, ...agreedGo({ dueOn: '2026-12-05' }), expect: passes }),
  ...of('P107',
    { name: 'refuses the border without a permit', arrange: ready, ...go(border), expect: by('P105', 'P107') },
    { name: 'refuses 绝密 with a permit alone', level: 'top_secret', arrange: top, ...go({ ...border, ...pair, permit: 'CJ-2026-1' }), expect: by('P105', 'P107') },
    { name: 'refuses every border where the unit says never', arrange: all_(ready, set('border.requirement.secret', 'never')), ...go({ ...border, permit: 'CJ-2026-1' }), expect: by('P105', 'P107') },
    { name: 'refuses 绝密 in spite of the state’s rule where the unit says never', level: 'top_secret', arrange: all_(top, set('border.requirement.topSecret', 'never')), ...go({ ...border, ...pair, stateRule: '某规定第三条' }), expect: by('P105', 'P107') },
    { name: 'lets a permit pass', arrange: ready, ...agreedGo({ ...border, permit: 'CJ-2026-1' }), expect: row('trips', { border: 1, permit: 'CJ-2026-1' }) },
    { name: 'lets 绝密 pass with the state’s rule', level: 'top_secret', arrange: top, ...agreedGo({ ...border, ...pair, stateRule: '某规定第三条' }), expect: row('trips', { stateRule: '某规定第三条' }) }),
  ...of('P109',
    { name: 'refuses a visit to friends', arrange: ready, ...go({ purpose: 'private_visit' }), expect: by('P105', 'P109') },
    { name: 'refuses to take it home', arrange: ready, ...go({ purpose: 'home' }), expect: by('P105', 'P109') },
    { name: 'refuses a home by its name', arrange: ready, ...go({ destination: '本人家中' }), expect: by('P105', 'P109') },
    { name: 'refuses what the unit adds', arrange: all_(ready, set('carryOut.forbiddenPurposes', ['private_visit', 'sightseeing', 'home', 'social', 'other'])), ...go({ purpose: 'other' }), expect: by('P105', 'P109') },
    { name: 'lets work pass', arrange: ready, ...agreedGo({ purpose: 'work' }), expect: passes }),
  ...of('P108',
    { name: 'asks for a foreign affair', arrange: ordinary, ...go({ purpose: 'foreign_affairs', keeper: '南宫砚' }), expect: asks(/涉外活动携带载体须经批准/, 'P108', 'P111') },
    { name: 'lets an agreed one pass', arrange: ordinary, ...agreedGo({ purpose: 'foreign_affairs', keeper: '南宫砚' }), expect: row('trips', { keeper: '南宫砚' }) }),
  ...of('P110',
    { name: 'asks the unit head for a disk', arrange: disk, ...go({ keeper: '南宫砚' }), expect: asks(/须经单位负责人批准/, 'P105', 'P110') },
    { name: 'lets an agreed disk pass', arrange: disk, ...agreedGo({ keeper: '南宫砚' }), expect: passes }),
  ...of('P110-K',
    { name: 'asks who keeps a disk on the way', arrange: disk, ...go(), expect: { missing: ['keeper'] } },
    { name: 'asks who keeps it at a foreign affair', arrange: ordinary, ...go({ purpose: 'foreign_affairs' }), expect: { missing: ['keeper'] } },
    { name: 'asks nobody for a paper', arrange: ready, ...agreedGo(), expect: passes }),
  ...of('P106-C',
    { name: 'refuses a count that does not add up', arrange: twoOut, ...home(), expect: denied },
    { name: 'refuses more than went', arrange: twoOut, ...home({ counted: 3 }), expect: denied },
    { name: 'refuses a missing one that never went', arrange: all_(twoOut, shelve({ docNumber: '示厅函〔2026〕29号', copySerial: '000005' })), ...home({ missing: ['ZT-2026-00003'], reportedTo: '主管领导' }), expect: denied },
    { name: 'takes everything back', arrange: twoOut, ...home({ counted: 2 }), expect: leaves((b) => {
      expect(b.row('trips')).toMatchObject({ state: 'back', countBack: 2, checkedBy: '欧阳笺', checkNote: '页数齐全' });
      expect(b.rows('carriers').map((c) => [c['state'], c['holder'], c['dueOn'], c['place']])).toEqual([['in_custody', null, null, '3号柜1格'], ['in_custody', null, null, '3号柜1格']]);
    }) }),
  ...of('P106-R',
    { name: 'warns of a loss that is not reported', arrange: twoOut, ...home({ missing: [TWO] }), expect: { refused: 'warn' } },
    { name: 'warns of a late return', arrange: all_(ready, away(), (d) => d.at('2026-11-23T09:00:00')), ...home(), expect: { refused: 'warn' } },
    { name: 'warns of missing pages', arrange: all_(ready, away()), ...home({ pagesChecked: false }), expect: { refused: 'warn' } },
    { name: 'lets the day of return pass', arrange: all_(ready, away(), (d) => d.at('2026-11-22T20:00:00')), ...home(), expect: passes }),
  ...of('P106-M',
    { name: 'opens a case for what did not come back', arrange: twoOut, ...home({ missing: [TWO], reportedTo: '主管领导' }), expect: leaves((b) => {
      expect(b.row('incidents')).toMatchObject({ kind: 'missing', carrierNumber: TWO, lastHolder: '南宫砚', reportedTo: '主管领导', state: 'searching' });
      expect(b.rows('carriers').map((c) => c['state'])).toEqual(['in_custody', 'missing']);
      expect(b.row('trips')).toMatchObject({ state: 'back', notBack: TWO });
    }) },
    { name: 'opens none when all is there', arrange: twoOut, ...home({ counted: 2 }), expect: leaves((b) => { expect(b.rows('incidents')).toEqual([]); }) }),
  ...of('P412',
    { name: 'calls back what a suspended traveller has with him', arrange: all_(ready, away()), command: 'person.suspend', input: { person: '南宫砚', reason: '审查' }, expect: row('carriers', { state: 'carried_out', dueOn: '2026-11-20' }) }),
  ...of('STATE',
    { name: 'refuses a second return', arrange: all_(ready, away(), (d) => void d.must('carrier.checkIn', home().input)), ...home(), expect: by('P106-C', 'STATE') },
    { name: 'refuses to read what is carried out', arrange: all_(ready, away()), command: 'carrier.read', input: read, expect: denied }),
];

/** Groups 2.5 to 2.7 as far as this area goes. */
export const archiveCases: readonly Case[] = [...archive, ...extracts, ...trips];
