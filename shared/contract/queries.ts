import { z } from 'zod';
import type { Role } from '../roles.ts';
import { anyRef, isoDay, line, nameLine } from './inputs.ts';

const everyone = ['clerk', 'approver', 'system_administrator', 'security_administrator', 'auditor'] as const;
const readers = ['clerk', 'approver'] as const;
const page = { limit: z.int().min(1).max(20_000).default(100), cursor: z.string().max(200).optional() };

/** The kinds of things the search box finds. */
type Exchange = Readonly<{ titleZh: string; roles: readonly Role[]; input: z.ZodType }>;

/** Everything that can be asked. Queries never change anything. */
export const queries = {
  /** → {register, total, entries:[{id, number, revision, corrections, values, state, flags}], cursor?, counts?:{view: n}} */
  'record.list': {
    titleZh: '台账', roles: everyone,
    input: z.strictObject({
      register: line(40), view: line(40).optional(), filter: z.record(z.string(), z.json()).optional(), search: z.string().max(100).optional(), sort: line(40).optional(), descending: z.boolean().default(true),
      history: z.boolean().optional(), counts: z.boolean().optional(), total: z.boolean().default(true), ...page,
    }),
  },
  /** → {id, number, revision, corrections, values, state, flags} or null */
  'record.get': { titleZh: '一条登记', roles: everyone, input: z.strictObject({ register: line(40), record: anyRef }) },
  /** → [{seq, at, happenedAt, kind, kindZh, actor, sentenceZh, changes:[{field, labelZh, from, to}], reason?, rules?, revision}] newest first */
  'record.life': { titleZh: '一生', roles: readers, input: z.strictObject({ register: line(40), record: anyRef }) },
  /** → [{command, titleZh, outcome, reasonZh?, key?}] what may be done with the carrier now */
  'carrier.acts': { titleZh: '可办事项', roles: readers, input: z.strictObject({ carrier: anyRef }) },
  /** → [{name, personId, how, firstAt, times, inScope, signature}] the cumulative list of who knows */
  'carrier.knowers': { titleZh: '知悉人', roles: readers, input: z.strictObject({ carrier: anyRef }) },
  /** → {carrier, answerZh} where it is and who has it, in one line */
  'carrier.where': { titleZh: '在哪里', roles: readers, input: z.strictObject({ carrier: anyRef }) },
  /** → {person, name, totals:[{level, levelZh, items, times, firstOn, lastOn}], held:[{id, number, title, level, state}]} what one person came to know (P070) */
  'person.knowledge': { titleZh: '个人知悉汇总', roles: readers, input: z.strictObject({ person: anyRef }) },
  /** → {left, people:[{name, expected, left}], lines:[{id, number, title, level, place, keeper, holder, out, stateZh}]} what a running stocktake still lacks, of all or of one keeper or holder */
  'stocktake.left': { titleZh: '未清点', roles: readers, input: z.strictObject({ stocktake: anyRef, person: nameLine().optional(), limit: z.int().min(1).max(20_000).default(200) }) },
  /** → {groups:[{kind, titleZh, hits:[{register, id, number, titleZh, detailZh, level, state}]}]} */
  search: { titleZh: '查找', roles: readers, input: z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50).default(8) }) },
  /** → [text] completions for a field, by characters or pinyin initials */
  suggest: { titleZh: '补全', roles: readers, input: z.strictObject({ field: z.enum(['issuer', 'custodian', 'place', 'person', 'department', 'computer', 'docNumber', 'title', 'room']), text: z.string().max(60), limit: z.int().min(1).max(30).default(8) }) },
  /** → {duplicates:[{register, number, id, receivedOn}]} of 文号 + 份号 */
  'receipt.duplicates': { titleZh: '重号', roles: readers, input: z.strictObject({ docNumber: z.string().max(120), copySerial: z.string().max(40).optional() }) },
  /** → Decision of an intended act; changes nothing */
  decide: { titleZh: '判定', roles: everyone, input: z.strictObject({ command: line(60), input: z.record(z.string(), z.json()), secondAccount: line(40).optional() }) },
  /** → [{id, kind, register, record, number, dueOn, overdueDays, titleZh, detailZh, level, rule, hard}] */
  due: { titleZh: '到期', roles: everyone, input: z.strictObject({ on: isoDay.optional(), within: z.int().min(0).max(3650).default(7) }) },
  /** → {due, terminal:{…}, holdings:[{level, in, out}], ageing:[{bin, count}], backup:{…}|null, chain:{seq, hash, code}, anchorDays, newViolations} */
  today: { titleZh: '今日', roles: everyone, input: z.strictObject({ within: z.int().min(0).max(365).default(7) }) },
  /** → [{id, titleZh, matrix, outcome, source, parameters, commands, sentenceZh, checklistOnly?}] */
  rules: { titleZh: '规则', roles: everyone, input: z.strictObject({}) },
  /** → [{key, titleZh, value, default, min?, max?, allowed?, unit, source, bound, who, rules, changedBy?, changedAt?, reason?}] */
  policy: { titleZh: '制度参数', roles: everyone, input: z.strictObject({}) },
  /** → {findings:[{register, record, number, titleZh, messageZh}]} what a new value would newly flag */
  'policy.preview': { titleZh: '变更影响', roles: ['security_administrator'], input: z.strictObject({ key: line(100), value: z.json() }) },
  /** → [{account, name, roles, rolesZh, state, stateZh, passwordSetAt, lastSignInAt, createdBy, confirmedBy, failures}] */
  accounts: { titleZh: '账户', roles: ['system_administrator', 'security_administrator', 'auditor'], input: z.strictObject({}) },
  /** → {entries:[{seq, at, happenedAt, late, actor, actorZh, second, act, actZh, outcome, register, record, number, rules, hash}], total, cursor?} newest first; no register content */
  'audit.list': { titleZh: '审计记录', roles: ['auditor', 'security_administrator'], input: z.strictObject({ actor: line(40).optional(), act: line(60).optional(), outcome: z.enum(['done', 'refused', 'noted']).optional(), register: line(40).optional(), record: z.int().positive().optional(), from: isoDay.optional(), to: isoDay.optional(), seq: z.int().positive().optional(), ...page }) },
  /** → {seq, hash, code, at} */
  'audit.head': { titleZh: '审计链首', roles: everyone, input: z.strictObject({}) },
  /** → {ok, checks:[{name, nameZh, ok, counted, findings:[]}], chain:{seq, hash}} */
  verify: { titleZh: '核验', roles: ['auditor', 'security_administrator', 'system_administrator', 'clerk'], input: z.strictObject({ pages: z.boolean().default(true) }) },
  /** → {ok, counted:{rules, lines}, rules:[{id, titleZh, sentenceZh, register, registerZh, matrix, found, explained}], findings:[{rule, register, record, number, titleZh, messageZh, explained?}]} every rule that can be judged on what stands in the books; `most` findings of each rule are listed, all are counted */
  'ledger.check': { titleZh: '全面核查', roles: readers, input: z.strictObject({ rules: z.array(line(40)).max(200).optional(), most: z.int().min(1).max(100_000).default(500) }) },
  /** → {ok, messageZh, seq, code} compares a printed anchor code with the chain */
  'audit.checkPaper': { titleZh: '核对纸质锚点', roles: ['auditor', 'security_administrator', 'clerk'], input: z.strictObject({ seq: z.int().min(1), code: line(60) }) },
  /** → {ok, intact, same, messageZh, register, page, sealed, code, digest, print, printedOn, lines, corrected:[{number, corrected, further}], further} one page of a continued register against the books; `code`: as it stands in the foot of the paper */
  'print.pageCheck': { titleZh: '核对续打页', roles: readers, input: z.strictObject({ register: line(40), page: z.int().min(1), code: line(80).optional() }) },
  /** → [{number, file, bytes, sha256, chainSeq, chainCode, madeAt, madeBy, state, present}] */
  backups: { titleZh: '备份', roles: ['clerk', 'system_administrator', 'security_administrator', 'auditor'], input: z.strictObject({}) },
  /** → [{check, ok, findingZh, source}] */
  isolation: { titleZh: '隔离自检', roles: everyone, input: z.strictObject({}) },
  /** → {organisation, department, terminalNumber, level, levelZh, testClock, storeId, version, schema, …} */
  terminal: { titleZh: '本机', roles: everyone, input: z.strictObject({}) },
  /** → [{key, id, title, record, count, last, states, columns, views…}] the books this role may open */
  shelf: { titleZh: '台账架', roles: everyone, input: z.strictObject({}) },
  /** → {mark, level, period} computed level of a register or selection (K42) */
  'register.mark': { titleZh: '台账密级', roles: everyone, input: z.strictObject({ register: line(40), filter: z.record(z.string(), z.json()).optional() }) },
} as const satisfies Record<string, Exchange>;

export type QueryName = keyof typeof queries;
export type QueryInput<N extends QueryName> = z.output<(typeof queries)[N]['input']>;
export const queryNames = Object.keys(queries) as QueryName[];
export const isQueryName = (name: string): name is QueryName => Object.hasOwn(queries, name);
