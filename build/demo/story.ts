import { ask } from '#electron/session.ts';
import type { Desk } from './day.ts';

/** One thing that was shown, in a sentence for the summary. */
export type Told = string[];

type Made = { id: number; number: string };

/** The lives of a few carriers, readings, computer sessions: nine days of a clerk's work, with what the rules refuse on the way. */
export async function nineDays(desk: Desk): Promise<{ told: Told; carrier: string; computer: string }> {
  const told: Told = [];
  const { clock } = desk;
  const enter = async (input: Record<string, unknown>): Promise<Made> => ((await desk.must('carrier.enter', input)).result as { carrier: Made }).carrier;
  const base = { custodian: '欧阳笺', cabinetKind: 'code_cabinet', source: 'received' };

  // Day 9: machines are registered and commissioned; incoming documents are received with their four formalities.
  clock.to(9, '09:05');
  await desk.sit('clerk');
  for (const [n, level, room] of [['JSJ-301', 'secret', '301 室'], ['JSJ-302', 'confidential', '302 室']] as const) {
    await desk.must('computer.register', { assetNumber: n, level, filingNumber: `备〔2026〕${n.slice(-3)}`, diskSerial: `WD-DEMO-${n}`, brandModel: '演示台式机', room, custodian: '欧阳笺', department: '办公室' });
    await desk.must('computer.commission', { computer: n, checkReport: `检测（演示）2026-${n.slice(-3)}` });
  }
  // The people ledger is some years old: this year's re-screening and training are added, each as a correction with its reason.
  clock.to(9, '09:30');
  for (const [name, personnelClass] of [['南宫砚', 'core'], ['慕容档', 'important'], ['东方簿', 'general'], ['皇甫柜', 'general'], ['钟离书', 'important'], ['司徒印', 'general'], ['闻人录', 'core']] as const) {
    const found = await ask(await desk.sit('clerk'), 'record.get', { register: 'persons', record: name });
    const row = found.ok ? (found.value as { id: number; revision: number } | null) : null;
    if (row === null) {
      await desk.must('person.register', { name, department: '规划科', post: '规划岗', personnelClass, employment: 'staff', status: 'on_post', screenedOn: clock.back(200), screeningResult: 'passed', trainedOn: clock.back(120), undertakingOn: clock.back(190) });
      continue;
    }
    await desk.must('record.correct', { register: 'persons', record: row.id, revision: row.revision, set: { personnelClass: personnelClass === 'general' ? 'important' : personnelClass, screenedOn: clock.back(200), screeningResult: 'passed', trainedOn: clock.back(120), undertakingOn: clock.back(190) }, reason: '补录本年度复审、培训和承诺书' });
  }
  told.push('人员台账：补录本年度复审、培训、承诺书，旧稿保留。');
  clock.to(9, '09:40');
  const received = await desk.must('carrier.receive', {
    title: '示范园区供水管网改造方案（演示）', level: 'secret', period: { years: 10 }, issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕27号', copies: 2, copySerials: ['000003', '000004'], pages: 38, channel: 'confidential_transport', counted: true, signedBy: '欧阳笺', handler: '南宫砚',
    custodian: '欧阳笺', place: '3号柜1格', cabinetKind: 'code_cabinet', accessScope: ['南宫砚', '慕容档', '东方簿'], issuedOn: clock.day(),
  });
  const [plan, second] = (received.result as { carriers: Made[] }).carriers as [Made, Made];
  told.push(`收文登记：一份来文两册，登记为载体 ${plan.number}、${second.number}。`);
  told.push(`重号拦下：${await desk.mustNot('carrier.receive', { title: '示范园区供水管网改造方案（演示）', level: 'secret', period: { years: 10 }, docNumber: '示厅函〔2026〕27号', copySerials: ['000003'], signedBy: '欧阳笺', custodian: '欧阳笺', place: '3号柜1格', accessScope: ['南宫砚'] })}`);
  told.push(`超级别拦下：${await desk.mustNot('carrier.enter', { ...base, title: '绝密件（演示）', level: 'top_secret', period: { years: 30 }, place: '3号柜', accessScope: ['南宫砚'], copySerial: '000001' })}`);
  const script = await enter({ ...base, title: '应急演练脚本（演示）', level: 'confidential', copySerial: '000011', period: { years: 5 }, docNumber: '青研发〔2026〕33号', issuer: '青岭研究所', place: '3号柜2格', accessScope: ['东方簿', '南宫砚'], pages: 22 });
  const disc = await enter({ ...base, title: '年度物资储备数据光盘（演示）', level: 'secret', period: { years: 10 }, carrierKind: 'optical', docNumber: '示储〔2026〕5号', issuer: '示例市储备局', place: '5号柜盘架', accessScope: ['南宫砚', '皇甫柜'] });
  const draft = await enter({ ...base, title: '管线普查底稿（演示）', level: 'confidential', copySerial: '000001', period: { years: 1 }, docNumber: '青研调〔2026〕2号', place: '待销毁箱', accessScope: ['南宫砚'] });
  const notes = await enter({ ...base, title: '协调会汇报提纲（演示）', level: 'confidential', copySerial: '000007', period: { months: 6 }, docNumber: '青研函〔2026〕19号', place: '3号柜1格', accessScope: ['东方簿'] });

  // Day 8: a correction is a new draft, the old one stays.
  clock.to(8, '08:50');
  await desk.sit('clerk');
  await desk.must('carrier.correct', { carrier: script.id, revision: 1, set: { docNumber: '青研发〔2026〕35号' }, reason: '录入有误' });
  told.push(`更正 ${script.number} 的文号：旧稿保留，可打印划线。`);

  // Day 7: who may read. Out of scope, not eligible, then approved.
  clock.to(7, '09:20');
  await desk.sit('clerk');
  told.push(`范围外拦下：${await desk.mustNot('carrier.read', { carrier: plan.id, reader: '钟离书', purpose: '了解情况', place: '阅文室' })}`);
  told.push(`脱密期拦下：${await desk.mustNot('carrier.read', { carrier: plan.id, reader: '钟离柜', purpose: '查阅', place: '阅文室' })}`);
  await desk.must('carrier.read', { carrier: plan.id, reader: '慕容档', purpose: '核对管网资料', place: '阅文室', signature: 'ink' });
  clock.to(7, '11:30');
  await desk.must('carrier.giveBack', { carrier: plan.id, pagesChecked: true, intact: true });
  clock.to(7, '14:00');
  const loan = { carrier: plan.number, borrower: '南宫砚', reason: '编制改造方案', place: '规划科', signature: 'ink' };
  const approval = await desk.approved('carrier.lend', loan, '编制改造方案需用');
  await desk.must('carrier.lend', { ...loan, approval });
  told.push(`借出 ${plan.number}：先送审，领导同意后登记，知悉记录随即生成。`);
  told.push(`横传拦下：${await desk.mustNot('carrier.read', { carrier: plan.id, reader: '东方簿', purpose: '查阅', place: '阅文室' })}`);

  // Day 6: computers. A session over the machine's level is refused.
  clock.to(6, '08:55');
  await desk.sit('clerk');
  told.push(`超级别上机拦下：${await desk.mustNot('usageLog.open', { computer: 'JSJ-302', user: '南宫砚', work: '处理机密材料', level: 'secret' })}`);
  for (const [daysAgo, from, to, who, work, level] of [[6, '09:00', '11:20', '南宫砚', '编制管网改造方案', 'secret'], [5, '14:05', '16:40', '慕容档', '整理园区测绘成果', 'secret'], [4, '09:10', '10:00', '东方簿', '起草演练脚本', 'confidential']] as const) {
    clock.to(daysAgo, from);
    await desk.sit('clerk');
    const opened = await desk.must('usageLog.open', { computer: 'JSJ-301', user: who, work, level, media: level === 'secret' && daysAgo === 6 ? [disc.number] : [] });
    clock.to(daysAgo, to);
    await desk.must('usageLog.close', { usage: (opened.result as { usage: Made }).usage.id, outputs: daysAgo === 5 ? '打印 1 份' : '无', outputCount: daysAgo === 5 ? 1 : 0, abnormal: '无' });
  }
  told.push('上机登记：三次开关机，介质、输出、异常情况逐项填写。');

  // Day 3: a copy, to the approved number.
  clock.to(3, '10:10');
  await desk.sit('clerk');
  const copy = { carrier: script.number, quantity: 2, reason: '演练分发', operator: '欧阳笺', machine: '涉密复印机 FY-01', place: '本单位文印室', stamped: true, wasteSheets: 1 };
  const copying = await desk.approved('carrier.copy', copy, '演练分发');
  told.push(`多印拦下：${await desk.mustNot('carrier.copy', { ...copy, quantity: 3, approval: copying })}`);
  const copied = await desk.must('carrier.copy', { ...copy, approval: copying });
  told.push(`复制两份：${(copied.result as { children: Made[] }).children.map((c) => c.number).join('、')}，密级期限随母件。`);

  // Day 2: destruction before two supervisors who are not the keeper.
  clock.to(2, '09:00');
  await desk.sit('clerk');
  const batch = { carriers: [draft.number], reason: '已无保存价值', method: 'shred', place: 'authority_facility', placeName: '示例市保密行政管理部门销毁中心' };
  const destroying = await desk.approved('carrier.destroy.propose', batch, '期限届满，已无保存价值');
  const proposed = await desk.must('carrier.destroy.propose', { ...batch, approval: destroying });
  const destruction = (proposed.result as { destruction: Made }).destruction;
  told.push(`监销人不符拦下：${await desk.mustNot('carrier.destroy.execute', { destruction: destruction.id, countBefore: 1, countAfter: 1, executor: '钟离书', witness1: '欧阳笺', witness2: '东方簿', escorts: ['东方簿', '司徒印'], receiptNumber: '销毁回执（演示）2026-11', unrecoverable: true })}`);
  clock.to(2, '15:20');
  await desk.must('carrier.destroy.execute', { destruction: destruction.id, countBefore: 1, countAfter: 1, executor: '钟离书', witness1: '东方簿', witness2: '闻人录', receiptNumber: '销毁回执（演示）2026-11', escorts: ['东方簿', '司徒印'], unrecoverable: true }, 'leader');
  told.push(`销毁 ${draft.number}：清册、批准、两名监销人（一名当场输入口令）、前后点数一致。`);

  // Day 1: return, late; something is missing; a violation is written down.
  clock.to(1, '08:40');
  await desk.sit('clerk');
  await desk.must('carrier.giveBack', { carrier: plan.number, pagesChecked: true, intact: true, remark: '按期归还' });
  const second2 = { carrier: second.number, borrower: '东方簿', reason: '会签意见', place: '基建科', signature: 'pending' };
  await desk.must('carrier.lend', { ...second2, approval: await desk.approved('carrier.lend', second2, '会签需用') });
  clock.to(1, '16:10');
  await desk.must('carrier.reportMissing', { carrier: notes.number, discoveredBy: '欧阳笺', account: '下午清点 3 号柜时未见此件，登记在柜。', reportedTo: '闻人录、保密工作机构' });
  await desk.must('violation.record', { kind: 'private_custody', account: '某科室将涉密材料放在个人抽屉过夜，次日收回。', reason: '下班前未交回', person: '（演示）', carrier: script.number });
  told.push(`报失 ${notes.number}：立案，六十日时钟从发现起算；违规照实登记，送审计员阅。`);
  return { told, carrier: plan.number, computer: 'JSJ-301' };
}
