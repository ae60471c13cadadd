import { z } from 'zod';
import { act, anyRef, carrierRef, isoDay, isoInstant, levelInput, line, longText, nameLine, nameList, personRef } from './inputs.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;

/** The steps of the ladder (P159); which of them this unit uses is a parameter. */
export const sanctionsZh = { criticism: '批评教育', warning: '警告', demerit: '记过', demotion: '降级', removal: '撤职', dismissal: '开除', fine: '罚款', prosecution: '移送司法机关', none: '不予处理' } as const;
export type Sanction = keyof typeof sanctionsZh;

/** Group 2.12: cases open, escalate, are answered for; what somebody saw is told to the security administrator. */
export const incidentCommands = {
  'incident.open': {
    titleZh: '立案', roles: clerk, register: 'incidents',
    input: act({ kind: z.enum(['leak', 'damage', 'anomaly', 'shortage']), carrier: carrierRef.optional(), persons: z.array(personRef).max(50).optional(), title: line(500).optional(), level: levelInput.nullable().default(null), discoveredAt: isoInstant.optional(), discoveredBy: nameLine(), account: longText(), remedy: longText().optional(), reportedTo: line().optional(), reportedAt: isoInstant.optional() }),
  },
  'incident.internal': { titleZh: '单位内部报告', roles: clerk, register: 'incidents', input: act({ incident: anyRef, to: line(), at: isoInstant.optional(), byWord: z.boolean().default(true).describe('先行口头报告') }) },
  'incident.escalate': { titleZh: '转泄密处理', roles: clerk, register: 'incidents', input: act({ incident: anyRef, reason: line(1000) }) },
  'incident.sanction': {
    titleZh: '处理责任人', roles: clerk, register: 'incidents',
    input: act({
      incident: anyRef, responsible: nameList, supervisor: nameLine().optional().describe('负领导责任人'), noSupervisorReason: line().optional(),
      sanctions: z.array(z.strictObject({ name: nameLine(), measure: z.enum(Object.keys(sanctionsZh) as [Sanction, ...Sanction[]]), on: isoDay.optional(), by: line().optional(), reason: line().optional() })).min(1).max(50),
    }),
  },
  'incident.result': { titleZh: '报告查处结果', roles: clerk, register: 'incidents', input: act({ incident: anyRef, progress: z.boolean().default(false).describe('只报进展'), reason: line(1000).optional(), reportedOn: isoDay.optional(), cooperation: longText().optional(), investigators: line(500).optional() }) },
  'tipOff.record': { titleZh: '举报', roles: ['clerk', 'approver', 'system_administrator', 'security_administrator', 'auditor'], register: 'tipOffs', input: act({ about: line(), account: longText(), stopped: z.boolean().optional().describe('已当场制止'), anonymous: z.boolean().default(false).describe('登记簿不写举报人') }) },
  'tipOff.handle': { titleZh: '处理举报', roles: ['security_administrator'], register: 'tipOffs', input: act({ tipOff: anyRef, handled: longText() }) },
} as const satisfies Record<string, Exchange>;
