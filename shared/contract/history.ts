import { z } from 'zod';
import { act, isoDay, levelInput, line, longText, nameLine, nameList } from './inputs.ts';
import { carrierKind } from './pieces.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;

/** What every line of an old register may say about the item, and the batch it comes with: without a running import nothing is entered this way. */
const oldLine = {
  importBatch: z.int().positive().describe('导入批次'),
  carrier: line(60).optional().describe('旧登记所写的载体编号'),
  docNumber: line(120).optional(),
  copySerial: line(20).optional(),
  title: line(500).optional(),
  level: levelInput.nullable().default(null),
  oldNumber: line(60).optional().describe('旧登记簿上的号'),
  distinctFrom: line().optional().describe('与另一行相同而确为两次时写明'),
  note: longText(3000).optional(),
};

/** Lines of paper registers from before these books: what was lent, sent, copied, issued and destroyed. Entered late, with the old dates, by an import only (P036, P155). */
export const historyCommands = {
  'loan.enter': {
    titleZh: '补登旧借阅', roles: clerk, register: 'loans',
    input: act({ ...oldLine, borrower: nameLine(), department: line().optional(), reason: line().optional(), lentOn: isoDay.optional(), dueOn: isoDay.optional(), returnedOn: isoDay.optional(), returned: z.boolean().optional().describe('已还而日期不明'), returnCheck: line().optional() }),
  },
  'dispatch.enter': {
    titleZh: '补登旧发文', roles: clerk, register: 'dispatches',
    input: act({
      ...oldLine, recipient: line(), addressee: line(60).optional(), sentOn: isoDay.optional(), secrecyPeriod: line(60).optional(), copies: z.int().min(1).max(100_000).optional(), copySerials: line(2000).optional(), urgency: z.enum(['normal', 'urgent', 'extra_urgent', 'addressee_only']).optional(), envelope: line().optional(),
      channel: z.enum(['confidential_transport', 'confidential_post', 'courier', 'exchange_station', 'ordinary', 'fax', 'network', 'meeting']).optional(), handler: nameLine().optional(), receivedBy: nameLine().optional(), receivedOn: isoDay.optional(), receiptNumber: line().optional(),
    }),
  },
  'copy.enter': {
    titleZh: '补登旧复制', roles: clerk, register: 'copies',
    input: act({
      ...oldLine, kind: z.enum(['copy', 'extract', 'compile', 'electronic']).default('copy'), quantity: z.int().min(1).max(100_000).default(1), pages: z.int().min(0).max(1_000_000).optional(), reason: line().optional(), operator: nameLine().optional(), machine: line().optional(), approver: nameLine().optional(), originatorConsent: line().optional(),
      copiedOn: isoDay.optional(), recipients: nameList.optional(),
    }),
  },
  'notebook.enter': {
    titleZh: '补登旧保密本领用', roles: clerk, register: 'notebooks',
    input: act({ ...oldLine, holder: nameLine(), department: line().optional(), issuedOn: isoDay.optional(), pages: z.int().min(0).max(10_000).optional(), dueOn: isoDay.optional(), returnedOn: isoDay.optional(), returned: z.boolean().optional().describe('已还而日期不明'), pagesBack: z.int().min(0).max(10_000).optional(), remark: line(1000).optional() }),
  },
  'destruction.enter': {
    titleZh: '补登旧销毁', roles: clerk, register: 'destructions',
    input: act({
      ...oldLine, title: line(500), issuer: line().optional(), carrierKind: carrierKind.default('paper'), kindNote: line(60).optional(), copies: z.int().min(1).max(100_000).default(1), pages: z.int().min(0).max(1_000_000).optional(), custodian: nameLine().optional(), listNumber: line(60).optional().describe('销毁清册编号'),
      reason: line().optional(), destroyedOn: isoDay.optional(), method: z.enum(['shred', 'pulp', 'degauss', 'physical', 'chemical']).optional(), place: z.enum(['authority_facility', 'designated_unit', 'own_equipment']).optional(), placeName: line().optional(), approver: nameLine().optional(),
      executor: nameLine().optional(), witnesses: z.array(nameLine()).max(20).optional(), receiptNumber: line().optional(),
    }),
  },
} as const satisfies Record<string, Exchange>;
