import type { incidentCommands } from '#shared/contract/incidents.ts';
import type { Desk } from './desk.ts';

/** Something that somebody saw. */
export const furnishIncidents = (desk: Desk): void => {
  desk.must('tipOff.record', { about: '某处人员', account: '把涉密文件放在桌上离开', stopped: true });
};

/** A well-formed input for every command of this area. */
export const incidentsSamples: Readonly<Record<keyof typeof incidentCommands, Record<string, unknown>>> = {
  'incident.open': { kind: 'damage', carrier: 'ZT-2026-00001', discoveredBy: '欧阳笺', account: '受潮，第3页字迹不清', remedy: '晾干', reportedTo: '主管领导' },
  'incident.internal': { incident: 1, to: '主管领导' },
  'incident.escalate': { incident: 1, reason: '查找期满没有找到' },
  'incident.sanction': { incident: 1, responsible: ['某某'], supervisor: '某处长', sanctions: [{ name: '某某', measure: 'warning', by: '党组会' }] },
  'incident.result': { incident: 1, progress: true, reason: '还在核查' },
  'tipOff.record': { about: '某处人员', account: '在走廊谈论涉密内容', stopped: true },
  'tipOff.handle': { tipOff: 1, handled: '已核实，批评教育' },
};
