import { z } from 'zod';
import { act, anyRef, carrierRef, isoDay, isoInstant, levelInput, line, longText, nameLine, periodInput, personRef } from './inputs.ts';
import { cabinetKind } from './pieces.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;
const signature = z.enum(['pending', 'own_password', 'ink']);
const carriers = z.array(carrierRef).min(1).max(2000);
/** What is handed over besides carriers, each kind counted (P141). */
const others = z.strictObject({
  electronicFiles: z.int().min(0).describe('电子文件'), devices: z.int().min(0).describe('设备'), media: z.int().min(0).describe('存储介质'), notebooks: z.int().min(0).describe('保密本'),
  passes: z.int().min(0).describe('工作证件'), keys: z.int().min(0).describe('钥匙'), doorRights: z.int().min(0).describe('门禁权限'), other: line(500).optional().describe('其他'),
});

/** Groups 2.10 and 2.11: handing over holdings and the clerk's own post; cipher telegrams. */
export const endingCommands = {
  'handover.open': {
    titleZh: '开始移交', roles: clerk, register: 'handovers',
    input: act({
      kind: z.enum(['post', 'holder', 'unit', 'retired']), cause: line(), person: personRef.optional().describe('移交人员（持有人移交）'), giver: nameLine(), giverAccount: line(40).optional().describe('移交人账户；不填即本人'), taker: nameLine(),
      takerAccount: line(40).optional().describe('接收人账户（保密员交接）'), toUnit: line().optional(), supervisor: nameLine().optional().describe('监交领导'), carriers: carriers.optional().describe('只交这些载体（机构变动、离退休退还）'),
    }),
  },
  'handover.close': {
    titleZh: '办结移交', roles: clerk, register: 'handovers', approvable: true,
    input: act({
      handover: anyRef, counted: z.int().min(0), others: others.optional(), differences: longText().optional(), stocktake: anyRef.optional(), signedFrom: signature.optional(), signedTo: signature.optional(),
      receiptNumber: line().optional(), rightsRevokedOn: isoDay.optional(), keptPrivately: z.boolean().optional().describe('仍有私自留存'), place: line().optional().describe('接收后存放位置；不填即不动'),
    }),
  },
  'handover.cancel': { titleZh: '取消移交', roles: clerk, register: 'handovers', input: act({ handover: anyRef, reason: line() }) },
  'telegram.receive': {
    titleZh: '收密码电报', roles: clerk, register: 'telegrams',
    input: act({
      telegramNumber: line(60), title: line(500), issuer: line(), level: levelInput, period: periodInput.optional(), periodBasis: line().optional(), channel: z.enum(['cipher', 'plain']).default('cipher'), issuedOn: isoDay.optional(), receivedAt: isoInstant.optional(),
      keeper: nameLine(), place: line(), cabinetKind: cabinetKind.optional(), pages: z.int().min(0).max(100_000).optional(), accessScope: z.array(nameLine()).min(1).max(2000).optional(),
    }),
  },
  'telegram.read': { titleZh: '阅读密码电报', roles: clerk, register: 'telegrams', approvable: true, input: act({ telegram: anyRef, reader: personRef, purpose: line().optional(), place: line().optional(), signature: signature.optional() }) },
  'telegram.extract': { titleZh: '摘录密码电报', roles: clerk, register: 'telegrams', approvable: true, input: act({ telegram: anyRef, by: nameLine(), notebook: carrierRef.optional().describe('摘入的保密本'), reason: line(), originatorConsent: line().optional(), consentOn: isoDay.optional(), reprint: z.boolean().optional().describe('翻印成文件') }) },
  'telegram.reply': { titleZh: '复电', roles: clerk, register: 'telegrams', input: act({ telegram: anyRef, channel: z.enum(['cipher', 'plain', 'phone']), replyNumber: line(60).optional(), classified: z.boolean().default(true).describe('复电内容涉密') }) },
  'telegram.return': { titleZh: '退还密码电报', roles: clerk, register: 'telegrams', input: act({ telegram: anyRef, receivedBy: nameLine(), channel: z.enum(['confidential_transport', 'courier', 'ordinary', 'confidential_post']).default('confidential_transport') }) },
} as const satisfies Record<string, Exchange>;
