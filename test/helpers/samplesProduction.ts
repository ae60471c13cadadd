import type { productionCommands } from '#shared/contract/production.ts';
import type { Desk } from './desk.ts';
import { approved, paper } from './desk.ts';

/** A run of 机密 as it is sent to the print room, everything in order. */
export const run = (more: Record<string, unknown> = {}): Record<string, unknown> => Object.fromEntries(Object.entries({
  title: '示范园区供水管网改造工作方案', docNumber: '青研〔2026〕8号', level: 'secret', period: { years: 10 }, basisDocument: '示厅函〔2026〕27号', accessScope: ['南宫砚'], distribution: [{ recipient: '示例省青岭厅', copies: 2 }, { recipient: '规划科', copies: 1 }],
  copies: 5, retention: '办结归档', returnBy: '2026-12-31', drafter: '南宫砚', department: '规划科', signed: [{ role: '科室负责人', name: '申屠核' }, { role: '主管领导', name: '闻人录' }, { role: '单位负责人', name: '公孙批' }], machine: 'SM-001', operator: '南宫砚', ...more,
}).filter(([, v]) => v !== undefined));

/** What the print room hands back: as many as approved, one for the files, seven sheets of waste. */
export const outcome = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  production: 1, copiesMade: 5, filedCopies: 1, typist: '南宫砚', proofreader: '南宫砚', proofs: 3, wasteSheets: 4, master: 'erased', pages: 12, custodian: '欧阳笺', place: '3号柜2格', cabinetKind: 'code_cabinet', ...more,
});

/** One run of the last two copies of everything: made, one line waiting at the counter, one consignment on the way, one run waiting to be made. */
export function furnishProduction(desk: Desk): void {
  for (const title of ['工作方案', '工作总结']) {
    const input = run({ title });
    desk.must('production.request', { ...input, approval: approved(desk, 'production.request', input) });
  }
  const made = desk.must('production.complete', outcome({ warnReason: '如实登记' })).result as { carriers: { number: string }[] };
  const [first, second] = made.carriers.map((c) => c.number);
  desk.must('carrier.dispatch', { carriers: [first], recipient: '示例省青岭厅', checkedBy: '端木核' });
  desk.must('carrier.enter', paper('函', { docNumber: '示厅函〔2026〕99号', copySerial: '000099' }));
  desk.must('carrier.convey', { carriers: [second], recipient: '示例省青岭厅', channel: 'confidential_transport', sealed: true, envelope: '青研机字第1号', itemsListed: true });
}

/** A well-formed input for every command of this area. */
export const productionSamples: Readonly<Record<keyof typeof productionCommands, Record<string, unknown>>> = {
  'production.request': run({ signed: undefined }), 'production.complete': outcome({ production: 2, warnReason: '如实登记' }), 'production.destroyWaste': { production: 1, sheets: 7, executor: '司马执', witness: '慕容档' }, 'production.cancel': { production: 2, reason: '不印了' },
  'carrier.file': { production: 1, archiveNumber: '2026-BM-001' }, 'carrier.dispatch': { carriers: ['ZT-2026-00001'], recipient: '示例省青岭厅', checkedBy: '端木核' },
  'dispatch.withdraw': { dispatch: 1, reason: '发往单位写错' },
  'carrier.convey': { carriers: ['ZT-2026-00001'], recipient: '示例省青岭厅', channel: 'confidential_post', sealed: true, envelope: '青研机字第2号', itemsListed: true }, 'carrier.acknowledge': { consignment: 1, receivedBy: '司徒收', count: 1 },
};
