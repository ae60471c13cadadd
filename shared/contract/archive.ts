import { z } from 'zod';
import { act, anyRef, carrierRef, isoDay, isoInstant, line, longText, nameLine, nameList, personRef } from './inputs.ts';
import type { Exchange } from './pieces.ts';

const clerk = ['clerk'] as const;

/** Groups 2.5 to 2.7: archives, extracts, compilations, carrying out. */
export const archiveCommands = {
  'archive.consult': {
    titleZh: '档案查阅', roles: clerk, register: 'archiveUses', approvable: true,
    input: act({ items: z.array(carrierRef).min(1).max(500), reader: personRef.optional(), readerName: nameLine().optional(), unit: line().optional(), outsider: z.boolean().default(false), letter: line().optional().describe('介绍信编号和单位'), purpose: line(500), range: line(1000).optional(), place: line().optional(), related: z.boolean().default(true).describe('与查阅人工作有关') }),
  },
  'archive.lendOut': { titleZh: '档案借出', roles: clerk, register: 'archiveUses', approvable: true, input: act({ items: z.array(carrierRef).min(1).max(500), reader: personRef, purpose: line(500), dueOn: isoDay.optional(), related: z.boolean().default(true) }) },
  'archive.close': { titleZh: '档案归还', roles: clerk, register: 'archiveUses', input: act({ use: anyRef, extracts: line(1000).optional(), extractChecked: z.boolean().optional().describe('摘抄已审查盖章'), intact: z.boolean().optional().describe('逐卷清点，完好无缺'), damage: line(1000).optional(), reshelved: z.boolean().optional().describe('已归架') }) },
  'archive.move': { titleZh: '档案移动', roles: clerk, register: 'archiveUses', input: act({ items: z.array(carrierRef).min(1).max(500), volumes: z.int().min(0).optional(), toPlace: line(), receivedBy: nameLine().optional(), damage: line(1000).optional() }) },
  'carrier.extract': {
    titleZh: '摘抄', roles: clerk, register: 'copies', approvable: true,
    input: act({ carrier: carrierRef, by: personRef, reason: line().optional(), notebook: carrierRef.optional().describe('记入的保密本'), content: line(1000).optional().describe('摘抄范围，不写内容本身'), full: z.boolean().default(false).describe('全文抄录'), pages: z.int().min(0).optional(), originatorConsent: line().optional(), consentOn: isoDay.optional(), consentFile: line().optional(), privateUse: z.boolean().optional() }),
  },
  'carrier.compile': {
    titleZh: '汇编', roles: clerk, register: 'copies', approvable: true,
    input: act({ carriers: z.array(carrierRef).min(2).max(500), title: line(500), copies: z.int().min(1).max(10_000).default(1), reason: line(), operator: nameLine().optional(), pages: z.int().min(0).optional(), custodian: nameLine(), place: line(), accessScope: nameList.optional(), originatorConsent: line().optional(), consentOn: isoDay.optional(), consentFile: line().optional() }),
  },
  'carrier.carryOut': {
    titleZh: '携带外出', roles: clerk, register: 'trips', approvable: true,
    input: act({
      carriers: z.array(carrierRef).min(1).max(500), traveller: personRef, companions: z.array(personRef).max(8).default([]), destination: line(), purpose: z.enum(['meeting', 'work', 'delivery', 'foreign_affairs', 'private_visit', 'sightseeing', 'home', 'social', 'other']).default('work'), reason: line(500), measures: line(1000).optional(),
      border: z.boolean().default(false), permit: line().optional(), stateRule: line(1000).optional(), keeper: nameLine().optional(), dueOn: isoDay.optional(), counted: z.int().min(0).optional(), note: longText().optional(),
    }),
  },
  'carrier.checkIn': { titleZh: '外出返回', roles: clerk, register: 'trips', input: act({ trip: anyRef, counted: z.int().min(0), pagesChecked: z.boolean().optional(), checkedBy: nameLine().optional(), remark: line(1000).optional(), missing: z.array(carrierRef).max(500).optional().describe('没有带回的载体'), reportedTo: line().optional().describe('没有带回的已向谁报告'), reportedAt: isoInstant.optional() }) },
} as const satisfies Record<string, Exchange>;
