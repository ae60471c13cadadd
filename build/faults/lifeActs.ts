import { addDays, dayOf } from '#shared/time.ts';

type Act = Readonly<{ name: string; input: unknown }>;

/**
 * The n-th act of the life of a carrier, after it was entered: read and given back, lost and found, called in, counted, its scope and
 * level changed, a case about it. Each moves several registers at once; one that comes out of turn is refused, and a refusal is entered too.
 * In: the carrier's number, and one that tells this round from the others.
 */
export function lifeAct(n: number, carrier: string): Act {
  const today = dayOf(new Date().toISOString());
  const steps: readonly Act[] = [
    { name: 'carrier.read', input: { carrier, reader: '南宫砚', purpose: '编制方案', place: '阅文室' } },
    { name: 'carrier.giveBack', input: { carrier, pagesChecked: true, intact: true } },
    { name: 'knowledge.record', input: { carrier, readers: ['慕容档'], how: 'told', place: '会议室', signature: 'ink' } },
    { name: 'scope.set', input: { carrier, accessScope: ['南宫砚', '慕容档'], basis: '来文' } },
    { name: 'recall.open', input: { kind: 'task', title: `专项收回${n}`, dueOn: addDays(today, 20), carriers: [carrier] } },
    { name: 'carrier.reportMissing', input: { carrier, discoveredBy: '欧阳笺', account: '清点未见', reportedTo: '主管领导' } },
    { name: 'carrier.find', input: { carrier, foundWhere: '柜顶', warnReason: '已逐页核对' } },
    { name: 'approval.request', input: { command: 'carrier.lend', input: { carrier, borrower: '南宫砚', reason: '编制方案' }, reason: '工作需要' } },
    { name: 'classification.recordNotice', input: { carriers: [carrier], notice: 'change', noticeNumber: `示厅密〔2026〕${n}号`, noticeFrom: '示例省青岭厅', noticeOn: today, decidedOn: today, level: 'secret', period: { years: 5 + (n % 5) } } },
    { name: 'label.applied', input: { carriers: [carrier] } },
    { name: 'incident.open', input: { kind: 'damage', carrier, discoveredBy: '欧阳笺', account: '受潮，第3页字迹不清', remedy: '晾干', reportedTo: '主管领导' } },
    { name: 'stocktake.open', input: { kind: 'part', level: 'secret', counter: '慕容档', checker: '闻人录' } },
    { name: 'stocktake.count', input: { stocktake: 1, carriers: [carrier] } },
    { name: 'carrier.convey', input: { carriers: [carrier], recipient: '示例省档案馆', channel: 'confidential_transport', sealed: true, envelope: `青研机字第${n}号`, itemsListed: true } },
    { name: 'carrier.reportMissing', input: { carrier, discoveredBy: '欧阳笺', account: '途中遗失', reportedTo: '主管领导' } },
    { name: 'carrier.find', input: { carrier, foundWhere: '交通工具上', warnReason: '封签完好' } },
    { name: 'refusal.record', input: { askedBy: '某科长', asked: '要求复印两份自留', rules: '不得私自复制', carrier } },
    { name: 'carrier.lend', input: { carrier, borrower: '南宫砚', reason: '编制方案' } },
  ];
  return steps[n % steps.length] as Act;
}

/** How many acts one carrier lives through before the next has its turn. */
export const lifeLength = 18;
