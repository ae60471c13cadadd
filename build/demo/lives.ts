import type { FormKey, PrintRequest } from '#electron/printing/compose/request.ts';
import type { Desk } from './day.ts';
import type { Told } from './story.ts';

type Named = { id: number; number: string };
/** What is printed of them: file name, form, number of the record, or under which name its id is asked for. */
export type Papers = readonly (readonly [file: string, form: FormKey, of: string | Readonly<Record<string, number>>])[];

/** The same as it is asked onto paper. */
export const askedAs = ([, form, of]: Papers[number]): PrintRequest => (typeof of === 'string' ? { form, record: of } : { form, filter: of });

/**
 * The afternoon before today, one of each: a run printed, a document that goes round, a level decided, a count and a recall begun,
 * a holder who hands over, a cipher telegram. Left as an office would have them standing, so every screen has something to show.
 */
export async function furtherLives(desk: Desk): Promise<{ told: Told; papers: Papers }> {
  const told: Told = [];
  const { clock } = desk;
  const made = async (name: string, input: Record<string, unknown>, key: string): Promise<Named> => ((await desk.must(name, input)).result as Record<string, Named>)[key] as Named;
  clock.to(1, '16:30');
  await desk.sit('clerk');

  const run = {
    title: '示范园区供水管网改造工作方案（演示）', docNumber: '青研〔2026〕8号', level: 'secret', period: { years: 10 }, basisDocument: '示厅函〔2026〕27号', accessScope: ['南宫砚', '慕容档'], distribution: [{ recipient: '示例省青岭厅', copies: 2 }, { recipient: '规划科', copies: 1 }],
    copies: 5, retention: '办结归档', returnBy: clock.back(-40), drafter: '南宫砚', department: '规划科', signed: [{ role: '科室负责人', name: '钟离书' }, { role: '主管领导', name: '闻人录' }, { role: '单位负责人', name: '公孙批' }], machine: 'JSJ-301', operator: '南宫砚',
  };
  const printing = await desk.approved('production.request', run, '印发各科室执行');
  const production = await made('production.request', { ...run, approval: printing }, 'production');
  await desk.must('production.complete', { production: production.id, copiesMade: 5, filedCopies: 1, typist: '南宫砚', proofreader: '慕容档', proofs: 3, wasteSheets: 4, master: 'erased', pages: 12, custodian: '欧阳笺', place: '4号柜2格', cabinetKind: 'code_cabinet' });
  told.push(`印制 ${production.number}：先审批后开印，成品逐份编号，校样和废页记到销毁为止。`);

  const enter = (title: string, more: Record<string, unknown> = {}): Promise<Named> => made('carrier.enter', { title, custodian: '欧阳笺', cabinetKind: 'code_cabinet', source: 'received', level: 'confidential', period: { years: 5 }, copySerial: '000001', issuer: '示例省青岭厅', place: '4号柜3格', accessScope: ['南宫砚', '慕容档', '东方簿', '司徒印', '钟离书'], ...more }, 'carrier');
  const round = await enter('关于汛期值守安排的通知（演示）', { docNumber: '示厅函〔2026〕40号' });
  const routing = { carrier: round.number, readers: ['南宫砚', '慕容档', '东方簿'], routedBy: '闻人录', dueOn: clock.back(-6) };
  const routed = await desk.try('carrier.route', routing);
  const circulation = routed.ok ? ((routed.value.result as { circulation: Named }).circulation) : await made('carrier.route', { ...routing, approval: await desk.approved('carrier.route', routing, '请有关同志阅') }, 'circulation');
  await desk.must('carrier.circulate', { circulation: circulation.id, reader: '南宫砚', signature: 'ink', place: '阅文室' });
  told.push(`传阅 ${circulation.number}：办公室定读者，一人一退，不横传。`);

  const proposal = await made('classification.propose', { title: '供水调度方案（演示）', level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], kind: 'provisional', proposer: '南宫砚' }, 'classification');
  told.push(`定密 ${proposal.number}：承办人提出，定密责任人决定，报请和答复都有期限。`);

  const stocktake = await made('stocktake.open', { kind: 'part', place: '4号柜3格', counter: '欧阳笺', checker: '闻人录' }, 'stocktake');
  const due = await enter('阶段性评审材料（演示）', { docNumber: '示厅函〔2026〕41号', place: '4号柜4格' });
  const recall = await made('recall.open', { kind: 'task', title: '评审材料专项收回', dueOn: clock.back(-20), carriers: [due.number] }, 'recall');
  told.push(`清点 ${stocktake.number}、清退 ${recall.number}：应有的先定下来，再逐件核对。`);

  const handover = await made('handover.open', { kind: 'holder', cause: '调离', person: '司徒印', giver: '司徒印', taker: '慕容档' }, 'handover');
  told.push(`移交 ${handover.number}：持有人调离前逐件点交，差异当面签。`);

  const telegram = await made('telegram.receive', { telegramNumber: '示电〔2026〕12号', title: '关于汛期值守的电报（演示）', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', cabinetKind: 'code_cabinet', accessScope: ['南宫砚'], warnReason: '机要室专柜' }, 'telegram');
  told.push(`密码电报 ${telegram.number}：单独登记，专人专柜，不得翻印。`);
  const papers: Papers = [
    ['呈批传阅笺.pdf', 'routingSlip', circulation.number], ['印制审批单.pdf', 'draftSheet', production.number], ['定密审批表.pdf', 'classificationSheet', proposal.number], ['清点表.pdf', 'stocktakeSheet', stocktake.number],
    ['清退单.pdf', 'recallSheet', recall.number], ['移交清册.pdf', 'handoverList', handover.number],
  ];
  return { told, papers };
}
