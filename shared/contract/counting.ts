import { z } from 'zod';
import { act, anyRef, carrierRef, isoDay, levelInput, line, longText, nameLine, nameList } from './inputs.ts';
import { cabinetKind } from './pieces.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;
const answers = z.array(z.strictObject({ key: line(40), answer: z.enum(['yes', 'no', 'na']), note: line(500).optional() })).max(200);

/** Group 2.8: what has to come back, what has to be there, where it may lie, what a person has to look at. */
export const countingCommands = {
  'recall.open': { titleZh: '开始清退', roles: clerk, register: 'recalls', input: act({ kind: z.enum(['annual', 'issuer', 'task']), title: line(), year: z.int().min(1950).max(2200).optional(), issuer: line().optional(), noticeNumber: line().optional(), dueOn: isoDay, carriers: z.array(carrierRef).max(20_000).optional().describe('不填即按年度或制发机关取在册载体') }) },
  'recall.close': { titleZh: '办结清退', roles: clerk, register: 'recalls', input: act({ recall: anyRef, checkedBy: nameLine(), explanation: line(2000).optional() }) },
  'stocktake.open': {
    titleZh: '开始清点', roles: clerk, register: 'stocktakes',
    input: act({ kind: z.enum(['full', 'part', 'sample', 'handover']).default('full'), custodian: nameLine().optional(), place: line().optional(), level: levelInput.optional(), department: line().optional(), sampleSize: z.int().min(1).max(20_000).optional(), counter: nameLine(), checker: nameLine(), handover: anyRef.optional() }),
  },
  'stocktake.count': { titleZh: '清点', roles: clerk, register: 'stocktakeLines', input: act({ stocktake: anyRef, scanned: line(200).optional(), carriers: z.array(carrierRef).min(1).max(20_000).optional().describe('按清点表一次录入几件'), place: line().optional(), withHolder: z.boolean().optional().describe('凭借据在持有人处核实'), explanation: line(1000).optional() }) },
  'stocktake.close': { titleZh: '结束清点', roles: clerk, register: 'stocktakes', input: act({ stocktake: anyRef, action: line(2000).optional() }) },
  'stocktake.cancel': { titleZh: '取消清点', roles: clerk, register: 'stocktakes', input: act({ stocktake: anyRef, reason: line() }) },
  'cabinet.register': { titleZh: '登记柜具', roles: clerk, register: 'cabinets', input: act({ place: line(), kind: cabinetKind, room: line().optional(), level: levelInput.nullable().default(null), keepers: nameList.optional(), ordinary: z.boolean().default(false).describe('存放普通材料'), codeChangedOn: isoDay.optional(), note: longText().optional(), importBatch: z.int().positive().optional() }) },
  'cabinet.change': { titleZh: '变更柜具', roles: clerk, register: 'cabinets', input: act({ cabinet: anyRef, level: levelInput.nullable().optional(), keepers: nameList.optional(), ordinary: z.boolean().optional(), codeChangedOn: isoDay.optional(), withdrawn: z.boolean().optional(), reason: line() }) },
  'check.record': { titleZh: '检查登记', roles: clerk, register: 'checks', input: act({ checklist: line(40), checkedOn: isoDay.optional(), place: line().optional(), inspector: nameLine(), present: nameList.optional(), answers, findings: longText().optional(), correctBy: isoDay.optional() }) },
  'check.correct': { titleZh: '登记整改', roles: clerk, register: 'checks', input: act({ check: anyRef, corrected: longText(), correctedOn: isoDay.optional() }) },
} as const satisfies Record<string, Exchange>;
