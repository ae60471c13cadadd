import type { Desk } from './day.ts';
import type { Papers } from './lives.ts';
import type { Told } from './story.ts';

type Named = { id: number; number: string };
type Input = Record<string, unknown>;

/** The account of whoever takes over the clerk's post. Opens nothing but the demonstration vault. */
export const heir = { account: 'murong', name: '慕容档', password: 'Mu-Rong#2026-demo' } as const;

/**
 * The rest of a carrier's life, each procedure left where an office would have it standing at the end of a day: a notebook issued and written into, a case
 * on the road, a courier's receipt outstanding, a level changed but not yet marked, a count with all four buckets, a batch approved and not yet burnt, a
 * loss that became a leak, the clerk's own post being handed over, requests waiting on the screen and on paper.
 */
export async function underWay(desk: Desk): Promise<{ told: Told; papers: Papers }> {
  const told: Told = [];
  const papers: Papers[number][] = [];
  const { clock } = desk;
  const made = async (name: string, input: Input, key: string): Promise<Named> => ((await desk.must(name, input)).result as Record<string, Named>)[key] as Named;
  const agreed = async (name: string, input: Input, key: string, reason: string): Promise<Named> => made(name, { ...input, approval: await desk.approved(name, input, reason) }, key);
  let copies = 20;
  const enter = (title: string, more: Input = {}): Promise<Named> => {
    copies += 1;
    return made('carrier.enter', { title: `${title}（演示）`, custodian: '欧阳笺', cabinetKind: 'code_cabinet', source: 'received', level: 'secret', period: { years: 10 }, issuer: '示例省青岭厅', docNumber: `示厅函〔2026〕${60 + copies}号`, copySerial: String(copies).padStart(6, '0'), pages: 12, place: '6号柜1格', accessScope: ['南宫砚', '慕容档', '东方簿'], ...more }, 'carrier');
  };
  clock.to(1, '17:00');
  await desk.sit('security');
  await desk.must('policy.change', { key: 'classification.officers', value: ['闻人录 机密 规划业务'], reason: '指定本年度定密责任人', headAgreement: '青研函〔2026〕3号' });
  told.push('制度参数：安全保密管理员指定定密责任人，先看影响，理由和时间记入审计。');
  await desk.sit('clerk');

  // A notebook with numbered pages: issued, written into, one handed back.
  const book = await enter('保密本', { carrierKind: 'notebook', docNumber: undefined, source: 'produced', pages: 100 });
  const old = await enter('保密本（上年度）', { carrierKind: 'notebook', docNumber: undefined, source: 'produced', pages: 100 });
  await desk.must('notebook.issue', { carrier: old.id, holder: '南宫砚', pages: 100, dueOn: clock.back(0) });
  await desk.must('notebook.giveBack', { carrier: old.id, pages: 100, used: 86, place: '6号柜2格' });
  await desk.must('notebook.issue', { carrier: book.id, holder: '慕容档', pages: 100, dueOn: clock.back(-30) });
  const plan = await enter('水源地保护规划');
  const extract = { carrier: plan.number, by: '慕容档', reason: '编制年度计划', notebook: book.number, content: '第三章第二节', pages: 2 };
  const extracted = await agreed('carrier.extract', extract, 'copy', '编制年度计划');
  told.push(`保密本 ${book.number} 领用，逐页编号；摘抄 ${extracted.number} 记入保密本，只写范围不写内容。`);

  // What is being asked: one on the leader's screen, one on paper that has not come back.
  const copy = { carrier: plan.number, quantity: 3, reason: '评审会分发', operator: '欧阳笺', machine: '涉密复印机 FY-01', place: '本单位文印室', stamped: true, pages: 12 };
  const paper = await made('approval.request', { command: 'carrier.copy', input: copy, reason: '评审会分发', form: 'paper' }, 'approval');
  const loan = { carrier: plan.number, borrower: '南宫砚', reason: '核对规划数据', place: '规划科', signature: 'ink' };
  const waiting = await made('approval.request', { command: 'carrier.lend', input: loan, reason: '核对规划数据' }, 'approval');
  papers.push(['复印审批表.pdf', 'copySheet', { approval: paper.id }]);
  told.push(`审批 ${paper.number} 在纸上待签，${waiting.number} 在屏上待批；批的是什么就只能办什么。`);

  // A packed case on the road.
  const bag = [await enter('方案评审材料', { place: '6号柜3格' }), await enter('方案评审意见汇总', { place: '6号柜3格' })].map((c) => c.number);
  const trip = await agreed('carrier.carryOut', { carriers: bag, traveller: '南宫砚', companions: ['慕容档'], destination: '示例省青岭厅', purpose: 'meeting', reason: '参加方案评审会', measures: '密码箱，随身携带，不离人', dueOn: clock.back(-2), counted: 2 }, 'trip', '参加方案评审会');
  papers.push(['外出携带审批表.pdf', 'carryOutSheet', { trip: trip.id }], ['装箱清单.pdf', 'packingList', { trip: trip.id }]);
  told.push(`携带外出 ${trip.number}：先批准，照装箱清单装箱，一联随箱一联留存。`);

  // Two copies of a printed run leave by courier; the receipt is still out.
  const run = {
    title: '示范园区用水定额（演示）', docNumber: '青研〔2026〕9号', level: 'confidential', period: { years: 5 }, basisDocument: '示厅函〔2026〕27号', accessScope: ['南宫砚', '慕容档'], distribution: [{ recipient: '示例省青岭厅', copies: 2 }, { recipient: '示例市水务局', copies: 1 }],
    copies: 4, retention: '办结归档', noReturn: true, drafter: '南宫砚', department: '规划科', signed: [{ role: '科室负责人', name: '钟离书' }, { role: '主管领导', name: '闻人录' }, { role: '单位负责人', name: '公孙批' }], machine: 'JSJ-301', operator: '南宫砚',
  };
  const printing = await agreed('production.request', run, 'production', '印发有关单位');
  const printed = (await desk.must('production.complete', { production: printing.id, copiesMade: 4, filedCopies: 1, typist: '南宫砚', proofreader: '慕容档', proofs: 2, wasteSheets: 3, master: 'erased', pages: 8, custodian: '欧阳笺', place: '6号柜4格', cabinetKind: 'code_cabinet' })).result as { carriers: Named[] };
  await desk.must('production.destroyWaste', { production: printing.id, sheets: 5, executor: '东方簿', witness: '闻人录' });
  const away = printed.carriers.slice(0, 2).map((c) => c.number);
  const dispatch = await made('carrier.dispatch', { carriers: away, production: printing.id, recipient: '示例省青岭厅', addressee: '司徒收', checkedBy: '东方簿' }, 'dispatch');
  const parcel = await made('carrier.convey', { carriers: away, dispatches: [dispatch.id], recipient: '示例省青岭厅', channel: 'courier', couriers: ['南宫砚', '慕容档'], route: '沿湖东路直达', vehicle: '公务车', measures: '密码箱', sealed: true, envelope: '青研机字第1号', itemsListed: true }, 'consignment');
  papers.push(['发文单.pdf', 'dispatchSheet', { production: printing.id }], ['签收单.pdf', 'receiptSlip', dispatch.number], ['信封封面.pdf', 'envelope', dispatch.number]);
  told.push(`印制 ${printing.number} 的校样废页已销毁；发文 ${dispatch.number} 两份密封专人投送，回执 ${parcel.number} 未回。`);

  // A level changed by notice: people told, the new mark not yet on the paper.
  const lowered = await enter('防洪调度数据', { place: '6号柜5格' });
  const change = ((await desk.must('classification.recordNotice', { carriers: [lowered.id], notice: 'change', level: 'confidential', period: { years: 5 }, noticeNumber: '示厅密〔2026〕9号', noticeFrom: '示例省青岭厅', noticeOn: clock.back(2), decidedOn: clock.back(3) })).result as { classifications: Named[] }).classifications[0] as Named;
  await desk.must('classification.notified', { classification: change.id, people: ['南宫砚'] });
  papers.push(['密级变更记录.pdf', 'levelChangeSheet', change.number]);
  told.push(`密级变更 ${change.number}：凭通知办理，逐人告知，新标志在旧标志旁。`);

  const telegram = await made('telegram.receive', { telegramNumber: '示电〔2026〕13号', title: '关于应急供水的电报（演示）', issuer: '示例省青岭厅', level: 'confidential', period: { years: 5 }, keeper: '欧阳笺', place: '机要柜1格', cabinetKind: 'code_cabinet', accessScope: ['南宫砚', '东方簿'], warnReason: '机要室专柜' }, 'telegram');
  await desk.must('telegram.read', { telegram: telegram.id, reader: '南宫砚', purpose: '值守安排', place: '机要室', signature: 'ink' });

  // Called in by the issuing body: one of two has gone back.
  const wanted = [await enter('评审会代拟稿', { place: '6号柜6格', returnRequired: true }), await enter('评审会参阅件', { place: '6号柜6格', returnRequired: true })].map((c) => c.number);
  const recall = await made('recall.open', { kind: 'issuer', title: '评审会文件清退', issuer: '示例省青岭厅', noticeNumber: '示厅函〔2026〕90号', dueOn: clock.back(-10), carriers: wanted }, 'recall');
  await desk.must('carrier.returnToIssuer', { carrier: wanted[0], to: '示例省青岭厅', noticeNumber: '示厅函〔2026〕90号', receivedBy: '司徒收' });
  papers.push(['清退登记单.pdf', 'recallSheet', recall.number]);
  told.push(`清退 ${recall.number}：应退两件，已退一件，退还制发机关的不得自行销毁。`);

  // A count of cabinet 7 with all four buckets, before it is closed.
  const [seen, moved] = [await enter('供水调度方案', { place: '7号柜1格' }), await enter('应急水源名录', { place: '7号柜1格' }), await enter('管网压力数据', { place: '7号柜2格' })];
  const count = await made('stocktake.open', { kind: 'part', place: '7号柜', counter: '欧阳笺', checker: '闻人录' }, 'stocktake');
  await desk.must('stocktake.count', { stocktake: count.id, scanned: seen.number, place: '7号柜1格' });
  await desk.must('stocktake.count', { stocktake: count.id, scanned: moved.number, place: '7号柜2格', explanation: '归还时放错一格' });
  await desk.must('stocktake.count', { stocktake: count.id, scanned: '旧 0099', place: '7号柜2格' });
  papers.push(['清点核对表.pdf', 'stocktakeSheet', count.number]);
  told.push(`清点 ${count.number}：相符、位置不符、多出各一件，还有一件没有点到；结束时监督人当场确认。`);

  // A batch that is approved, locked, and waits for the two witnesses.
  const spent = [await enter('过期会议通知', { level: 'confidential', period: { years: 1 }, place: '待销毁箱' }), await enter('评审会过程稿', { place: '待销毁箱' })].map((c) => c.number);
  const destruction = await agreed('carrier.destroy.propose', { carriers: spent, reason: '使用期满，无保存价值', method: 'shred', place: 'authority_facility', placeName: '示例市保密行政管理部门销毁中心' }, 'destruction', '使用期满，无保存价值');
  papers.push(['销毁清册.pdf', 'destructionList', destruction.number]);
  told.push(`销毁 ${destruction.number}：清册已批准，载体锁定，等两名监销人到场。`);

  // A loss: searched for, then a leak, reported upwards in writing.
  const lost = await enter('云杉项目阶段评审材料', { place: '6号柜7格' });
  const incident = await made('carrier.reportMissing', { carrier: lost.number, discoveredBy: '欧阳笺', account: '下班清点不在柜内，最后一次见到是当日上午。', reportedTo: '闻人录、保密工作机构' }, 'incident');
  await desk.must('incident.searchLog', { incident: incident.id, entry: '查过 6 号柜、文印室和借阅人办公室，没有找到。' });
  await desk.must('incident.escalate', { incident: incident.id, reason: '有人看见此件被带出办公区。' });
  await desk.must('incident.report', { incident: incident.id, reportedTo: ['主管领导闻人录', '保密工作机构', '同级保密行政管理部门', '上级主管部门'], remedy: '封存文印室设备，调阅门禁记录', course: '下班清点时在 6 号柜前发现', responsible: ['尚未查明'], harm: '可能造成规划数据外泄', inquiry: '已成立调查组' });
  papers.push(['泄密事件报告表.pdf', 'incidentReport', incident.number], ['查找记录.pdf', 'searchRecord', incident.number]);
  told.push(`丢失 ${incident.number}：查找、转泄密、二十四小时内书面报告，七项填齐。`);

  // The clerk's own post: a new account, confirmed by two officers, and a list to count.
  await desk.sit('system');
  await desk.must('account.create', { ...heir, roles: ['clerk'] });
  await desk.sit('security');
  await desk.must('account.confirm', { account: heir.account });
  await desk.sit('clerk');
  papers.push(['离岗清退单.pdf', 'clearanceSheet', 'YJ-2026-001']);
  const post = await made('handover.open', { kind: 'post', cause: '轮岗', giver: '欧阳笺', taker: heir.name, takerAccount: heir.account, supervisor: '闻人录' }, 'handover');
  papers.push(['保密员交接清册.pdf', 'handoverList', post.number]);
  told.push(`保密员交接 ${post.number}：没有点清签字，接收人不能登记。`);
  return { told, papers };
}
