import type { circulationCommands } from '#shared/contract/circulation.ts';
import { paper } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreed } from './rulesCases.ts';

/** Three circulations (one not begun, one with a reader, one with an instruction), a loan, two notebooks, a refusal. Needs the reader 南宫砚. */
export const furnishCirculation = (desk: Desk): void => {
  const enter = (oldNumber: string, more: Record<string, unknown> = {}): void => void desk.must('carrier.enter', paper(`第${oldNumber}件`, { docNumber: `示厅函〔2026〕${oldNumber}号`, oldNumber, ...more }));
  for (const oldNumber of ['801', '802', '803', '804']) enter(oldNumber);
  for (const oldNumber of ['805', '806']) enter(oldNumber, { carrierKind: 'notebook', docNumber: undefined, title: '保密本' });
  const route = (carrier: string): void => void desk.must('carrier.route', agreed('carrier.route', { carrier, readers: ['南宫砚'] })(desk));
  for (const carrier of ['801', '802', '803']) route(carrier);
  const out = { reader: '南宫砚', signature: 'ink', place: '阅文室' };
  for (const circulation of [2, 3]) desk.must('carrier.circulate', { circulation, ...out });
  desk.must('circulation.takeBack', { circulation: 3, pagesChecked: true, signature: 'ink', instructions: '请规划科提出意见', followUpDueOn: '2026-11-27' });
  desk.must('carrier.lend', agreed('carrier.lend', { carrier: '804', borrower: '南宫砚', reason: '编制方案' })(desk));
  desk.must('notebook.issue', { carrier: '806', holder: '南宫砚', pages: 100, dueOn: '2026-12-31' });
  desk.must('refusal.record', { askedBy: '某科长', asked: '要求把文件带回家', rules: '涉密载体不得带回住所' });
};

/** A well-formed input for every command of this area. */
export const circulationSamples: Readonly<Record<keyof typeof circulationCommands, Record<string, unknown>>> = {
  'carrier.route': { carrier: 'ZT-2026-00001', readers: ['南宫砚'], proposal: '请规划科阅' },
  'carrier.circulate': { circulation: 1, reader: '南宫砚', signature: 'ink', place: '阅文室' },
  'circulation.takeBack': { circulation: 2, pagesChecked: true, signature: 'ink', opinion: '已阅' },
  'circulation.followUp': { circulation: 3, text: '已提出意见', done: true },
  'circulation.addReaders': { circulation: 3, readers: ['南宫砚'] },
  'circulation.finish': { circulation: 1, reason: '改为借阅' },
  'refusal.record': { askedBy: '某科长', asked: '要求复印两份自留', rules: '不得私自复制' },
  'refusal.reported': { refusal: 1, reportedTo: '主管领导' },
  'carrier.hold': { carrier: '804', until: '2026-11-25', reason: '赶写报告' },
  'notebook.issue': { carrier: '805', holder: '南宫砚', pages: 100, dueOn: '2026-12-31' },
  'notebook.giveBack': { carrier: '806', pages: 100, used: 40 },
};
