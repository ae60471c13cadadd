import { z } from 'zod';
import { act, anyRef, carrierRef, isoDay, isoInstant, line, longText, nameLine, personRef } from './inputs.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;
const signature = z.enum(['pending', 'own_password', 'ink']);

/** Group 2.3 circulation and 2.4 notebooks: the office names the readers; out to one, back to the clerk, then to the next. */
export const circulationCommands = {
  'carrier.route': {
    titleZh: '送批办', roles: clerk, register: 'circulations', approvable: true,
    input: act({ carrier: carrierRef.optional(), receipt: anyRef.optional(), readers: z.array(personRef).min(1).max(200), routedBy: nameLine().optional().describe('批办人（办公室负责人）'), proposal: line(1000).optional(), urgency: z.enum(['normal', 'urgent', 'extra_urgent', 'addressee_only']).optional(), dueOn: isoDay.optional() }),
  },
  'carrier.circulate': { titleZh: '送阅', roles: clerk, register: 'circulationSteps', approvable: true, input: act({ circulation: anyRef, reader: personRef, place: line().optional(), signature: signature.optional(), passedBy: nameLine().optional().describe('由他人转来时填写转交人'), leftFor: z.boolean().optional().describe('放在桌上或托人转交'), dueOn: isoDay.optional() }) },
  'circulation.takeBack': { titleZh: '退阅', roles: clerk, register: 'circulationSteps', input: act({ circulation: anyRef, opinion: line(1000).optional(), instructions: longText().optional().describe('领导批示'), followUpDueOn: isoDay.optional(), pagesChecked: z.boolean().optional(), signature: signature.optional(), place: line().optional(), remark: line(1000).optional() }) },
  'circulation.followUp': { titleZh: '登记批示落实', roles: clerk, register: 'circulations', input: act({ circulation: anyRef, text: longText(), done: z.boolean().default(false) }) },
  'circulation.addReaders': { titleZh: '增加传阅人', roles: clerk, register: 'circulations', approvable: true, input: act({ circulation: anyRef, readers: z.array(personRef).min(1).max(200), routedBy: nameLine().optional() }) },
  'circulation.finish': { titleZh: '结束传阅', roles: clerk, register: 'circulations', input: act({ circulation: anyRef, archiveNumber: line().optional(), reason: line().optional().describe('提前结束的原因') }) },
  'refusal.record': { titleZh: '登记拒绝办理', roles: clerk, register: 'refusals', input: act({ askedBy: nameLine(), asked: line(1000), rules: line(1000).optional(), carrier: carrierRef.optional(), refusedBy: nameLine().optional(), refusedAt: isoInstant.optional(), reportedTo: line().optional(), reportedAt: isoInstant.optional(), note: longText().optional() }) },
  'refusal.reported': { titleZh: '登记拒绝已报告', roles: clerk, register: 'refusals', input: act({ refusal: anyRef, reportedTo: line(), reportedAt: isoInstant.optional() }) },
  'carrier.hold': { titleZh: '个人留存', roles: clerk, register: 'carriers', approvable: true, input: act({ carrier: carrierRef, until: isoDay, reason: line() }) },
  'notebook.issue': { titleZh: '领用保密本', roles: clerk, register: 'notebooks', input: act({ carrier: carrierRef, holder: personRef, pages: z.int().min(1).max(2000), dueOn: isoDay.optional(), place: line().optional().describe('领用人存放处，不填即在领用人部门') }) },
  'notebook.giveBack': { titleZh: '交回保密本', roles: clerk, register: 'notebooks', input: act({ carrier: carrierRef, pages: z.int().min(0).max(2000), used: z.int().min(0).max(2000), remark: line(1000).optional(), place: line().optional() }) },
} as const satisfies Record<string, Exchange>;
