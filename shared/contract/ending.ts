import { z } from 'zod';
import { act, anyRef, carrierRef, isoDay, isoInstant, levelInput, line, longText, periodInput, personRef } from './inputs.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;
const signature = z.enum(['pending', 'own_password', 'ink']);
const others = z.strictObject({ electronicFiles: z.int().min(0).optional(), devices: z.int().min(0).optional(), media: z.int().min(0).optional(), notebooks: z.int().min(0).optional(), passes: z.int().min(0).optional(), keys: z.int().min(0).optional(), doorRights: z.int().min(0).optional(), other: line(500).optional() });

/** Groups 2.10 and 2.11: handing over holdings and the clerk's own post; cipher telegrams. */
export const endingCommands = {
  'handover.open': {
    titleZh: '开始移交', roles: clerk, register: 'handovers', approvable: true,
    input: act({ kind: z.enum(['post', 'holder', 'unit', 'retired']), cause: line(), person: personRef.optional().describe('移交人员'), giver: line(60), giverAccount: line(40).optional(), taker: line(60), takerAccount: line(40).optional(), toUnit: line().optional(), supervisor: line(60).optional() }),
  },
  'handover.close': {
    titleZh: '办结移交', roles: clerk, register: 'handovers', approvable: true,
    input: act({ handover: anyRef, counted: z.int().min(0), others: others.optional(), differences: longText().optional(), stocktake: anyRef.optional(), signedFrom: signature.optional(), signedTo: signature.optional(), receiptNumber: line().optional(), rightsRevokedOn: isoDay.optional(), keptPrivately: z.boolean().optional(), place: line().optional() }),
  },
  'handover.cancel': { titleZh: '取消移交', roles: clerk, register: 'handovers', input: act({ handover: anyRef, reason: line() }) },
  'telegram.receive': { titleZh: '收密码电报', roles: clerk, register: 'telegrams', input: act({ telegramNumber: line(60), title: line(500), issuer: line(), level: levelInput, period: periodInput.optional(), receivedAt: isoInstant.optional(), keeper: line(60), place: line(), cabinetKind: line(40).optional(), pages: z.int().min(0).optional(), accessScope: z.array(line(60)).max(2000).optional() }) },
  'telegram.read': { titleZh: '阅读密码电报', roles: clerk, register: 'telegrams', approvable: true, input: act({ telegram: anyRef, reader: personRef, purpose: line().optional(), place: line().optional(), signature: signature.optional() }) },
  'telegram.extract': { titleZh: '摘录密码电报', roles: clerk, register: 'telegrams', approvable: true, input: act({ telegram: anyRef, by: line(60), notebook: carrierRef.optional(), reason: line(), originatorConsent: line().optional(), consentOn: isoDay.optional(), reprint: z.boolean().optional().describe('翻印成文件') }) },
  'telegram.reply': { titleZh: '复电', roles: clerk, register: 'telegrams', input: act({ telegram: anyRef, channel: z.enum(['cipher', 'plain', 'phone']), replyNumber: line(60).optional(), classified: z.boolean().default(true).describe('复电内容涉密') }) },
  'telegram.return': { titleZh: '退还密码电报', roles: clerk, register: 'telegrams', input: act({ telegram: anyRef, receivedBy: line(60), channel: z.enum(['confidential_transport', 'courier', 'ordinary', 'confidential_post']).default('confidential_transport') }) },
} as const satisfies Record<string, Exchange>;
