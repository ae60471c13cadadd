/** Acts that are asked for on a paper of their own; all others on the general 审批单. */
const papers: Readonly<Record<string, readonly [form: string, titleZh: string]>> = {
  'archive.consult': ['borrowSheet', '申请借阅单'], 'archive.lendOut': ['borrowSheet', '申请借阅单'],
  'carrier.copy': ['copySheet', '复印审批表'], 'carrier.extract': ['copySheet', '复印审批表'], 'carrier.compile': ['copySheet', '复印审批表'],
  'carrier.carryOut': ['carryOutSheet', '外出携带审批表'],
};

export type Paper = Readonly<{ form: string; titleZh: string; record?: number | string; filter?: Readonly<Record<string, number | string>> }>;

/** The paper on which this act is signed. In: the act, the request by id or number, and its number. Out: what the print dialog takes. */
export function paperOf(command: string, request: number | string, number: string | null): Paper {
  const own = papers[command];
  if (own === undefined) return { form: 'approval', record: request, titleZh: `审批单 ${number ?? ''}` };
  return { form: own[0], filter: { approval: request }, titleZh: `${own[1]} ${number ?? ''}` };
}
