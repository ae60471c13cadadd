// A small office with one of everything that is printed, entered through the door like any other day.
import { enter } from '#electron/commands/door.ts';
import type { Done } from '#electron/commands/door.ts';
import { doorOf } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { recordByNumber } from '#electron/vault/read.ts';
import type { Actor } from '#shared/roles.ts';
import { paper, reader } from '../../../helpers/desk.ts';
import { staff } from '../../../helpers/terminal.ts';

export const leader: Actor = { account: staff.leader.account, name: staff.leader.name, roles: staff.leader.roles };
/** In CJK extension B, C and A: the bundle has none of them. */
export const RARE = '南宫𬭎';

export type Scene = Readonly<{ must: (name: string, input: unknown, actor?: Actor, second?: Actor) => Done; approved: (command: string, input: Record<string, unknown>) => number }>;

export function sceneOf(s: Session): Scene {
  const must = (name: string, input: unknown, actor: Actor = s.me, second: Actor | null = null): Done => {
    const result = enter(doorOf(s), actor, name, input, second);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
  return {
    must,
    approved: (command, input) => {
      const id = (must('approval.request', { command, input, reason: '编制方案' }).result as { approval: { id: number } }).approval.id;
      must('approval.decide', { request: id, verdict: 'approved' }, leader);
      return id;
    },
  };
}

/** Carriers 1 to 6 of two levels and five kinds, one lent, one corrected, one copied, two destroyed, one lost; a machine with three sessions. */
export function furnish(s: Session): Scene {
  const scene = sceneOf(s);
  const { must, approved } = scene;
  for (const [name, more] of [[RARE, {}], ['慕容档', { department: '储备科' }], ['钟离书', {}], ['上官册', { department: '测绘科' }]] as const) must('person.register', reader(name, more));
  must('carrier.receive', { title: '关于下达年度水文监测任务的通知', level: 'confidential', period: { years: 5 }, accessScope: ['慕容档'], issuer: '示例省青岭厅', docNumber: '示厅发〔2026〕61号', copies: 1, copySerials: ['000212'], pages: 9, issuedOn: '2026-11-13', channel: 'confidential_transport', counted: true, handler: '欧阳笺', signedBy: '欧阳笺', custodian: '欧阳笺', place: '3号柜2格', cabinetKind: 'code_cabinet' });
  must('carrier.enter', paper('示范园区供水管网改造方案（送审稿）', { accessScope: [RARE, '钟离书'], issuedOn: '2026-09-11' }));
  must('carrier.enter', paper('应急演练脚本（送审稿）', { level: 'confidential', period: { years: 3 }, issuer: '青岭研究所', docNumber: '青研发〔2026〕33号', copySerial: '000011', pages: 22, issuedOn: '2026-10-08', basisDocument: '青研密〔2026〕2号' }));
  must('carrier.enter', paper('云杉项目阶段评审材料（内部桌面推演）', { period: { years: 20 }, issuer: '示例市云杉局', docNumber: '示云函〔2026〕9号', copySerial: '000004', pages: 27, issuedOn: '2026-11-09' }));
  must('carrier.enter', paper('年度物资储备数据光盘', { carrierKind: 'optical', level: 'confidential', period: { years: 10 }, docNumber: '示储〔2026〕5号', copySerial: '000001', pages: undefined, sizeNote: '0.6GB', deviceSerial: 'GP-2026-011', issuedOn: '2026-10-22' }));
  must('carrier.enter', paper('园区测绘成果图 1:2000（示例幅）', { carrierKind: 'map', docNumber: '示测〔2026〕14号', copySerial: '000002', pages: 1, issuedOn: '2026-10-12' }));
  const third = recordByNumber(s.vault.db, 'carriers', 'ZT-2026-00003');
  must('carrier.correct', { carrier: 'ZT-2026-00003', revision: third?.revision, set: { docNumber: '青研发〔2026〕35号' }, reason: '文号录入有误' });
  must('knowledge.record', { carrier: 'ZT-2026-00002', readers: ['钟离书'], how: 'meeting', place: '第二会议室', signature: 'ink' });
  const lend = { carrier: 'ZT-2026-00002', borrower: RARE, reason: '编制方案', place: '规划科 302', dueOn: '2026-11-27' };
  must('carrier.lend', { ...lend, approval: approved('carrier.lend', lend), signature: 'ink' });
  const copy = { carrier: 'ZT-2026-00006', kind: 'copy', quantity: 1, reason: '送评审会', operator: '欧阳笺', machine: 'FY-01', place: '文印室', stamped: true, wasteSheets: 2 };
  must('carrier.copy', { ...copy, approval: approved('carrier.copy', copy) });
  must('violation.record', { kind: 'records', account: '上午借出未当面清点，下午补点，页数相符。', reason: '经办人疏忽', carrier: 'ZT-2026-00006', person: '慕容档', measures: '批评教育' });
  must('computer.register', { assetNumber: 'SM-001', level: 'secret', filingNumber: 'BA-2026-01', diskSerial: 'EX-0003', brandModel: '示例 T1', room: '保密室 301', department: '规划科', custodian: '慕容档', users: ['慕容档', '钟离书'] });
  must('computer.commission', { computer: 'SM-001', checkReport: 'JC-2026-01' });
  must('usageLog.open', { computer: 'SM-001', user: '慕容档', work: '起草物资储备方案', level: 'secret', startedAt: '2026-11-20T08:10:00', endedAt: '2026-11-20T08:55:00', outputs: '打印 1 份', outputCount: 1, abnormal: '无' });
  must('usageLog.open', { computer: 'SM-001', user: '钟离书', work: '修改评审材料', level: 'secret' });
  must('record.correct', { register: 'usageLogs', record: 1, revision: 1, set: { work: '起草物资储备预案' }, reason: '事由录入有误' });
  const burn = { carriers: ['ZT-2026-00001', 'ZT-2026-00007'], reason: '使用期满无保存价值', method: 'shred', place: 'authority_facility', placeName: '示例市销毁工作机构' };
  must('carrier.destroy.propose', { ...burn, approval: approved('carrier.destroy.propose', burn) });
  must('carrier.destroy.execute', { destruction: 'XH-2026-001', countBefore: 2, countAfter: 2, executor: '司马执', witness1: '慕容档', witness2: '钟离书', receiptNumber: 'HZ-2026-08', escorts: ['慕容档', '钟离书'], unrecoverable: true }, s.me, { account: 'zhongli', name: '钟离书', roles: ['approver'] });
  must('carrier.reportMissing', { carrier: 'ZT-2026-00004', discoveredAt: '2026-11-20T08:30:00', discoveredBy: '欧阳笺', account: '晨检时不在柜内，最后一次见到是昨日下班前。', reportedTo: '单位负责人、保密行政管理部门', reportedAt: '2026-11-20T08:40:00' });
  return scene;
}
