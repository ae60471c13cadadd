import { z } from 'zod';
import { act, anyRef, carrierRef, computerRef, isoDay, isoInstant, levelInput, line, longText, nameLine, nameList, periodInput, personRef } from './inputs.ts';
import { cabinetKind } from './pieces.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;
const channel = z.enum(['confidential_transport', 'confidential_post', 'courier', 'exchange_station', 'ordinary', 'fax', 'network', 'left_for', 'meeting']);
const list = z.array(z.strictObject({ recipient: line(), copies: z.int().min(1).max(10_000) })).max(2000);

/** Groups 2.2, dispatch of 2.3, conveyance of 2.7: approved before the run, counted after it, every copy sent, filed or left over. */
export const productionCommands = {
  'production.request': {
    titleZh: '印制登记', roles: clerk, register: 'productions', approvable: true,
    input: act({
      title: line(500), documentKind: z.enum(['ordinary', 'normative', 'disc', 'other']).default('ordinary'), docNumber: line(120).optional(), level: levelInput, period: periodInput.optional(), periodBasis: line().optional(), basis: line(1000).optional(), secretPoints: line(1000).optional().describe('密点'), basisDocument: line().optional(),
      accessScope: nameList.optional(), scopeUnit: line().optional(), distribution: list.optional(), copies: z.int().min(1).max(10_000).optional(), retention: line().optional(), returnBy: isoDay.optional(), noReturn: z.boolean().optional().describe('不要求清退'),
      drafter: nameLine(), department: line().optional(), signatory: nameLine().optional(), signed: z.array(z.strictObject({ role: line(40), name: nameLine(), on: isoDay.optional() })).max(20).optional(),
      madeWhere: z.enum(['own', 'outside']).default('own'), partner: line().optional(), certificate: line().optional(), certificateUntil: isoDay.optional(), agreement: line().optional(), machine: computerRef.optional(), operator: personRef.optional(), originatorConsent: line().optional(), note: longText().optional(),
    }),
  },
  'production.complete': {
    titleZh: '印制完成', roles: clerk, register: 'productions',
    input: act({
      production: anyRef, copiesMade: z.int().min(0).max(10_000), filedCopies: z.int().min(0).max(10_000).default(0), typist: nameLine().optional(), proofreader: nameLine().optional(), printedBy: nameLine().optional(), machine: computerRef.optional(), proofs: z.int().min(0).optional(), wasteSheets: z.int().min(0).optional(),
      master: z.enum(['erased', 'keptEncrypted']).optional(), copySerials: z.array(line(20)).max(10_000).optional().describe('不填则从 000001 起编'), pages: z.int().min(0).optional(), custodian: nameLine(), place: line(), cabinetKind: cabinetKind.optional(),
    }),
  },
  'production.destroyWaste': { titleZh: '销毁废页', roles: clerk, register: 'productions', input: act({ production: anyRef, sheets: z.int().min(0), method: z.enum(['shred', 'pulp']).default('shred'), executor: nameLine(), witness: nameLine().optional() }) },
  'production.cancel': { titleZh: '撤销印制', roles: clerk, register: 'productions', input: act({ production: anyRef, reason: line() }) },
  'carrier.file': { titleZh: '归档', roles: clerk, register: 'carriers', input: act({ carrier: carrierRef.optional(), production: anyRef.optional(), receipt: anyRef.optional(), archiveNumber: line(), place: line().optional(), archivedOn: isoDay.optional(), archiveClass: z.enum(['general', 'personnel', 'case']).optional() }) },
  'carrier.dispatch': {
    titleZh: '发文登记', roles: clerk, register: 'dispatches',
    input: act({
      carriers: z.array(carrierRef).min(1).max(2000), recipient: line(), addressee: line(60).optional(), production: anyRef.optional(), title: line(500).optional(), docNumber: line(120).optional(), urgency: z.enum(['normal', 'urgent', 'extra_urgent', 'addressee_only']).default('normal'),
      envelope: line().optional(), channel: channel.optional(), handler: personRef.optional(), checkedBy: nameLine().optional().describe('发出前复核人'), outside: z.boolean().default(true).describe('发往外单位'), sentOn: isoDay.optional(), finalList: z.boolean().default(false).describe('该印制的分发到此为止，核对合计'), note: longText().optional(),
    }),
  },
  'dispatch.withdraw': { titleZh: '作废发文登记', roles: clerk, register: 'dispatches', input: act({ dispatch: anyRef, reason: line() }) },
  'carrier.convey': {
    titleZh: '机要投送', roles: clerk, register: 'consignments',
    input: act({
      carriers: z.array(carrierRef).min(1).max(2000), dispatches: z.array(anyRef).max(200).optional(), recipient: line(), channel, couriers: z.array(personRef).max(9).default([]), route: line().optional(), vehicle: line().optional(), measures: line(1000).optional(), envelope: line().optional(), sealed: z.boolean().optional(),
      itemsListed: z.boolean().optional().describe('逐件列单'), viaThird: z.boolean().optional().describe('经第三人转交'), dueOn: isoDay.optional(),
    }),
  },
  'carrier.acknowledge': { titleZh: '登记回执', roles: clerk, register: 'consignments', input: act({ consignment: anyRef.optional(), dispatch: anyRef.optional(), receivedBy: nameLine(), receivedAt: isoInstant.optional(), receiptNumber: line().optional(), count: z.int().min(0).optional(), problem: line(1000).optional() }) },
} as const satisfies Record<string, Exchange>;
