// How each form is asked for in the books of the contact office. A form without a request here does not compile and fails its test.
import type { FormKey, PrintRequest } from '#electron/printing/compose/request.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { Actor, Role } from '#shared/roles.ts';

export type Asked = PrintRequest & Readonly<{ as?: Role }>;

const sheets = [1, 2].map((sheet) => ({ sheet, text: 'M4Q8 0RC7 7XKD 2FXA Q\n9PVA 0C3T X6H0 4ZE2 W\nM4Q8 0RC7 7XKD 2FXA 1\n9PVA 0C3T X6H0 4ZE2 K' }));
const findings = [{ check: 'network', ok: true, findingZh: '1 个接口，未接线，未分配地址', source: '保密法第三十一条' }, { check: 'camera', ok: false, findingZh: '发现摄像头 1 个', source: '规则P176' }];
const checks = [{ name: 'chain', nameZh: '审计链', ok: true, counted: 140, findings: [] }, { name: 'rows', nameZh: '台账行摘要', ok: true, counted: 90, findings: [] }];

/** One request for each form, in the order of the carrier's life. */
export const formRequests: Readonly<Record<FormKey, readonly Asked[]>> = {
  draftSheet: [{ filter: { production: 1 } }],
  dispatchSheet: [{ filter: { production: 1 } }],
  receiptSlip: [{ filter: { consignment: 1 } }],
  envelope: [{ filter: { consignment: 1 } }],
  routingSlip: [{ filter: { circulation: 1 } }, { filter: { receipt: 'SW-2026-0002' } }],
  issueSheet: [{ filter: { circulation: 1 } }],
  carrierLife: [{ filter: { carrier: 'ZT-2026-00003' } }],
  knowers: [{ filter: { carrier: 'ZT-2026-00003' } }],
  loanSlip: [{ filter: { loan: 1 } }],
  approvalForm: [{ filter: { approval: 2 } }],
  borrowSheet: [{ filter: { use: 1 } }],
  introduction: [{ filter: { use: 1 } }, {}],
  copySheet: [{ filter: { copy: 1 } }],
  carryOutSheet: [{ filter: { trip: 1 } }],
  packingList: [{ filter: { trip: 1 } }],
  classificationSheet: [{ filter: { classification: 1 } }],
  levelChangeSheet: [{ filter: { classification: 2 } }],
  stocktakeSheet: [{ filter: { stocktake: 1 } }],
  stocktakeResult: [{ filter: { stocktake: 1 } }],
  recallSheet: [{ filter: { recall: 1 } }, { filter: { person: '南宫砚' } }],
  checklistSheet: [{ filter: { check: 1 } }, { filter: { checklist: 'store' } }],
  cabinetLabels: [{}],
  handoverList: [{ filter: { handover: 2 } }],
  clearanceSheet: [{ filter: { handover: 1 } }],
  destructionList: [{ filter: { destruction: 1 } }],
  destructionCertificate: [{ filter: { destruction: 1 } }],
  incidentReport: [{ filter: { incident: 1 } }],
  searchRecord: [{ filter: { incident: 1 } }],
  sanctionDecision: [{ filter: { incident: 1 } }],
  usageYear: [{ filter: { computer: 'SM-001', year: 2026 } }],
  labels: [{}, { data: { change: true } }],
  dueList: [{}],
  auditTrail: [{ as: 'auditor' }],
  anchorSheet: [{}],
  recoverySheets: [{ as: 'system_administrator', data: { sheets } }],
  isolation: [{ data: findings }],
  verification: [{ data: { ok: true, checks } }],
};

/** Every sheet there is, with a file name: the forms, then each register as its first reader prints it. */
export const everySheet: readonly (readonly [name: string, asked: Asked])[] = [
  ...Object.entries(formRequests).flatMap(([form, requests]) => requests.map((request, at) => [`form-${form}${at === 0 ? '' : `-${at + 1}`}`, { form, ...request }] as const)),
  ...registerKeys.map((register) => [`register-${register}`, { register, as: registerOf(register).readers[0] ?? 'clerk' }] as const),
];

/** Who asks: the clerk who is signed in, or the role the form belongs to. */
export const askerOf = (asked: Asked, me: Actor): Actor => (asked.as === undefined || me.roles.includes(asked.as) ? me : { account: asked.as, name: '端木核', roles: [asked.as] });
