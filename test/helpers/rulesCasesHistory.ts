import { duringImport } from '#electron/commands/define.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Desk } from './desk.ts';
import { all_, CARRIER, lent, ready, set, shelve, shelveTop, staff } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';

type Input = Record<string, unknown>;
type Part = Omit<Case, 'rule'>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const denied = { refused: 'deny' } as const;
const OLD = '旧登记如此';

const open = (register: string) => (d: Desk) => void d.must('import.open', { register, fileName: '旧登记.xlsx', fileDigest: 'd'.repeat(64), rowsRead: 1, accepted: 1, doubtful: 0, rejected: 0, skipped: 0 });
const line = (command: CommandName, input: Input) => (d: Desk) => void duringImport(d.db, 1, () => d.must(command, { importBatch: 1, warnReason: OLD, ...input }));
/** A row of a running import of that register; batch 1 is opened unless the arrangement has done so. */
const says = (register: string, command: CommandName, input: Input, expect: Case['expect'], arrange: (d: Desk) => void = () => undefined): Part => ({
  name: '', command, input: { importBatch: 1, ...input }, importing: Number(input['importBatch'] ?? 1), expect, arrange: all_(open(register), arrange),
});
const named = (name: string, part: Part): Part => ({ ...part, name });
const loan = (more: Input = {}): Input => ({ borrower: '南宫砚', lentOn: '2026-11-18', carrier: CARRIER, warnReason: OLD, ...more });
const note = (register: string, text: RegExp) => ({ passes: true, after: (b: Books) => { if (!text.test(String(b.rows(register).at(-1)?.['note']))) throw new Error(String(b.rows(register).at(-1)?.['note'])); } }) as const;
const passes = { passes: true } as const;
const back = { title: '旧件', carrier: undefined, lentOn: '2020-03-01', returnedOn: '2020-03-02' };

export const historyCases: readonly Case[] = [
  ...of('HIST-PLACE',
    named('refuses an old loan that is out of what is in no ledger', says('loans', 'loan.enter', loan({ carrier: '旧-9' }), denied)),
    named('refuses an old loan that fits two carriers', says('loans', 'loan.enter', loan({ carrier: undefined, docNumber: '示厅函〔2026〕12号' }), denied, all_(shelve({ docNumber: '示厅函〔2026〕12号' }), shelve({ docNumber: '示厅函〔2026〕12号', copySerial: '000009' })))),
    named('refuses a second loan of what is lent', says('loans', 'loan.enter', loan(), { refused: 'deny', says: /已有未归还的借阅/ }, all_(ready, lent()))),
    named('refuses old destruction of what stands in the ledger', says('destructions', 'destruction.enter', { carrier: CARRIER, title: '旧件', level: 'secret', destroyedOn: '2020-03-01', approver: '闻人录', witnesses: ['甲', '乙'] }, denied, ready)),
    named('refuses an old issue of what is no notebook', says('notebooks', 'notebook.enter', { carrier: CARRIER, holder: '南宫砚', issuedOn: '2020-03-01' }, denied, ready)),
    named('lends what the old register says is out', says('loans', 'loan.enter', loan(), { passes: true, after: (b) => { if (b.row('carriers')['state'] !== 'lent' || b.row('loans')['state'] !== 'out') throw new Error('not lent'); } }, ready)),
    named('asks nothing of what came back', says('loans', 'loan.enter', loan(back), passes))),
  ...of('HIST-TWICE',
    named('refuses the same line of an old register twice', says('loans', 'loan.enter', loan(back), denied, all_(staff(), line('loan.enter', loan(back))))),
    named('refuses the same line of dispatch twice', says('dispatches', 'dispatch.enter', { recipient: '示例省青岭厅', title: '旧件', sentOn: '2020-03-01', receivedBy: '司徒收' }, denied, line('dispatch.enter', { recipient: '示例省青岭厅', title: '旧件', sentOn: '2020-03-01', receivedBy: '司徒收' }))),
    named('refuses it from another file though that file has it twice', says('loans', 'loan.enter', loan({ ...back, distinctFrom: '两次', importBatch: 2 }), denied, all_(staff(), line('loan.enter', loan(back)), open('loans')))),
    named('takes it when the same file has it twice', says('loans', 'loan.enter', loan({ ...back, distinctFrom: '两次' }), passes, all_(staff(), line('loan.enter', loan(back)))))),
  ...of('HIST-DAYS',
    named('refuses a day that lies ahead', says('copies', 'copy.enter', { title: '旧件', copiedOn: '2026-11-21' }, denied)),
    named('refuses a return before the loan', says('loans', 'loan.enter', loan({ ...back, returnedOn: '2020-02-28' }), denied)),
    named('takes a return on the same day', says('loans', 'loan.enter', loan({ ...back, returnedOn: '2020-03-01' }), passes))),
  ...of('HIST-FLAG',
    named('asks the clerk to look at a loan that was too long', says('loans', 'loan.enter', { ...loan({ ...back, level: 'secret', returnedOn: '2020-06-01' }), warnReason: undefined }, { refused: 'warn', says: /借期 92 日/ })),
    named('writes it into the note', says('loans', 'loan.enter', loan({ ...back, level: 'secret', returnedOn: '2020-06-01' }), note('loans', /^补登时核出：借期 92 日，超过规定的 7 日（规则 P075）。$/))),
    named('measures by the unit’s own days', says('loans', 'loan.enter', { ...loan({ ...back, level: 'secret', returnedOn: '2020-03-05' }), warnReason: undefined }, { refused: 'warn' }, set('loan.days', 3))),
    named('says that 绝密 stayed out over night', { ...says('loans', 'loan.enter', loan({ ...back, level: 'top_secret' }), note('loans', /绝密件没有当日退还/)), level: 'top_secret' }),
    named('says that a channel was not lawful and a receipt is missing', says('dispatches', 'dispatch.enter', { recipient: '示例省青岭厅', title: '旧件', level: 'secret', sentOn: '2020-03-01', channel: 'ordinary', warnReason: OLD }, note('dispatches', /没有走机要渠道（规则 P098）；没有签收人，未见回执（规则 P102）/))),
    named('says that what was sent still stands in the ledger', says('dispatches', 'dispatch.enter', { carrier: CARRIER, recipient: '示例省青岭厅', title: '旧件', sentOn: '2020-03-01', receivedBy: '司徒收', warnReason: OLD }, note('dispatches', /仍记为“在库”/), ready)),
    named('says that 绝密 was copied without the originator', { ...says('copies', 'copy.enter', { carrier: CARRIER, title: '旧件', copiedOn: '2020-03-01', warnReason: OLD }, note('copies', /没有写明批准人（规则 P086）；绝密件复制没有原定密机关同意/), shelveTop()), level: 'top_secret' }),
    named('says that pages are missing', says('notebooks', 'notebook.enter', { carrier: 'BM-1', holder: '南宫砚', issuedOn: '2020-03-01', pages: 100, returnedOn: '2021-03-01', pagesBack: 98, warnReason: OLD }, note('notebooks', /缺 2 页（规则 P071）/))),
    named('says that one witness was the destroyer himself', says('destructions', 'destruction.enter', { title: '旧件', level: 'secret', destroyedOn: '2020-03-01', approver: '闻人录', executor: '甲', witnesses: ['甲', '乙'], warnReason: OLD }, note('carriers', /监销人不足两名（规则 P124）/))),
    named('has nothing to say of a line in order', says('destructions', 'destruction.enter', { title: '旧件', level: 'secret', destroyedOn: '2020-03-01', approver: '闻人录', executor: '司马执', witnesses: ['甲', '乙'] }, passes))),
  ...of('L029', named('refuses an old line above the terminal', says('copies', 'copy.enter', { title: '旧件', level: 'top_secret', copiedOn: '2020-03-01', approver: '闻人录', originatorConsent: '示厅函〔2020〕1号' }, denied))),
  ...of('IMPORT-BATCH', { name: 'refuses a line of an old register outside of an import', arrange: open('loans'), command: 'loan.enter', input: { importBatch: 1, ...loan(back) }, expect: denied }),
];
