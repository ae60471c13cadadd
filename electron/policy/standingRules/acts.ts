import { isStateSecret, levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { addDays, dayOf } from '#shared/time.ts';
import { LAW, REG } from '../question.ts';
import { declare } from './declare.ts';
import type { StandingRule } from './declare.ts';
import { gapsOf } from './keeping.ts';

/** Lines of the other books: loans, readings, copies, runs, destructions, cases, machines, people, cabinets, prints. */
export const actStandingRules: readonly StandingRule[] = [
  declare({
    id: 'BOOK-LOAN', register: 'loans', matrix: ['P075'], titleZh: '借阅未还而载体不在外', source: { law: `${REG}第二十七条第二项` }, parameters: [],
    sentenceZh: '未还的借阅与载体台账一致。',
    look: (l, k) => {
      const c = l.state === 'out' ? k.carrier(l.carrier) : null;
      // What is closed and out is told where the carrier stands.
      return c === null || !['in_custody', 'in_use', 'archived'].includes(c.state ?? '') ? null : `借阅未还，载体 ${c.number ?? ''} 却记为在库，依据${REG}第二十七条第二项。请核对实物，登记归还或更正去向。`;
    },
  }),
  declare({
    id: 'BOOK-LOAN-DAYS', register: 'loans', matrix: ['P075', 'P076'], titleZh: '借期超过规定', source: { seed: '003-10 30' }, parameters: ['loan.days'],
    sentenceZh: '借期不超过本单位规定；需要继续使用的办理续借。',
    look: (l, k) => {
      if (l.state !== 'out' || l.lentAt === null || !isStateSecret(l.level) || (l.extensions ?? 0) > 0) return null;
      const days = k.profile.number('loan.days');
      const last = addDays(dayOf(l.lentAt), days);
      if (l.dueOn !== null && l.dueOn <= last) return null;
      return l.dueOn === null ? `${l.carrierNumber ?? ''} 借出没有应还日期，规定借期 ${days} 日，依据本单位制度。请收回或办理续借。` : `${l.carrierNumber ?? ''} 应于 ${l.dueOn} 归还，超过规定借期 ${days} 日，依据本单位制度。请提前收回或办理续借。`;
    },
  }),
  declare({
    id: 'BOOK-SIGNATURE', register: 'readings', matrix: ['P062'], titleZh: '知悉没有签名', source: { seed: '002-B3 1', law: `${REG}第二十条` }, parameters: ['reading.signatureFrom'],
    sentenceZh: '机密级以上的知悉人本人签名。',
    look: (r, k) => (r.signature === 'pending' && r.state === 'closed' && rankOf(r.level) >= rankOf(k.profile.text('reading.signatureFrom') as Level) ? `${r.readerName ?? ''}知悉 ${r.carrierNumber ?? ''} 没有签名，依据${REG}第二十条。请本人补签；不能补签的写明原因。` : null),
  }),
  declare({
    id: 'BOOK-OPEN-READING', register: 'readings', matrix: ['P067', 'P043'], titleZh: '现场阅读没有结束', source: { seed: '000-1M 33' }, parameters: [],
    sentenceZh: '现场阅读当日结束并收回。',
    look: (r, k) => (r.state === 'open' && r.how === 'read' && r.startedAt !== null && dayOf(r.startedAt) < k.today ? `${r.readerName ?? ''}自 ${dayOf(r.startedAt)} 起现场阅读 ${r.carrierNumber ?? ''}，还没有收回，依据本单位制度。请立即收回，登记归还。` : null),
  }),
  declare({
    id: 'BOOK-COPIES', register: 'copies', matrix: ['P087', 'P088'], titleZh: '复制份数与登记不符', source: { law: `${REG}第二十七条第五项` }, parameters: [],
    sentenceZh: '每份复制件都登记为载体。',
    look: (m) => {
      // An old register names a number of copies, not the copies: they come with the ledger of carriers.
      if ((m.kind !== 'copy' && m.kind !== 'electronic') || m.importBatch != null) return null;
      const entered = m.children?.length ?? 0;
      return m.quantity === null || entered === m.quantity ? null : `复制 ${m.quantity} 份，登记为载体 ${entered} 份，依据${REG}第二十七条第五项。请核对实物，补登或更正份数。`;
    },
  }),
  declare({
    id: 'BOOK-SUM', register: 'productions', matrix: ['P032', 'P024'], titleZh: '印制份数合不上', source: { seed: '003-7（三）1；003-11（一）3(3)' }, parameters: ['production.countTolerance'],
    sentenceZh: '发出、归档、在手、已销毁合计等于实印份数，实印不超过批准。',
    look: (p, k) => {
      if ((p.state !== 'made' && p.state !== 'filed') || p.copiesMade === null) return null;
      const spare = k.profile.number('production.countTolerance');
      if (p.copiesApproved !== null && p.copiesMade > p.copiesApproved + spare) return `批准 ${p.copiesApproved} 份，实印 ${p.copiesMade} 份，依据本单位制度。请查明多印的去向。`;
      const copies = k.copiesOfRun(p.id);
      const issued = new Set(k.linesOfRun(p.id).flatMap((d) => d.carriers ?? []));
      const own = copies.filter((c) => !issued.has(c.id));
      const filed = own.filter((c) => c.state === 'archived').length;
      const missing = own.filter((c) => c.state === 'missing').length;
      const left = own.filter((c) => heldStates.includes(c.state as CarrierState)).length - filed - missing;
      const ended = own.length - filed - missing - left;
      const sum = issued.size + filed + left + ended;
      return sum === p.copiesMade ? null : `实印 ${p.copiesMade} 份，发出 ${issued.size}、归档 ${filed}、在手 ${left}、已结 ${ended}，差 ${p.copiesMade - sum} 份${missing === 0 ? '' : `（查找中 ${missing} 份）`}，依据本单位制度。请清点印件，查明去向。`;
    },
  }),
  declare({
    id: 'BOOK-WASTE', register: 'productions', matrix: ['P029'], titleZh: '废页到期没有销毁', source: { seed: '000-1M 32', law: '及时销毁（二手）' }, parameters: ['production.wasteMode', 'production.wasteWithinDays'],
    sentenceZh: '印制废页按期销毁并登记。',
    look: (p, k) => (p.wasteDueOn !== null && p.wasteDestroyedAt === null && p.wasteDueOn < k.today && (p.wasteSheets ?? 0) + (p.proofs ?? 0) > 0 ? `废页 ${(p.wasteSheets ?? 0) + (p.proofs ?? 0)} 张应于 ${p.wasteDueOn} 前销毁，依据本单位制度。请清点后销毁并登记。` : null),
  }),
  declare({
    id: 'BOOK-DESTROYED', register: 'destructions', matrix: ['P123', 'P124', 'P130'], titleZh: '销毁清点不符', source: { seed: 'C08', law: `${REG}第二十八条` }, parameters: ['destruction.supervisors'],
    sentenceZh: '销毁前后清点数等于造册件数，两名监销人在场，经过审批。',
    look: (d) => {
      // What an old list lacks is said on its lines (HIST-FLAG); there is no more to count.
      if (d.state !== 'destroyed' || d.importBatch != null) return null;
      const listed = d.itemCount ?? d.items?.length ?? 0;
      if (d.countBefore !== listed || d.countAfter !== listed) return `造册 ${listed} 件，出库清点 ${d.countBefore ?? '未填'}，销毁清点 ${d.countAfter ?? '未填'}，依据${REG}第二十八条。请核对清册和回执，写明差数原因。`;
      if (d.witness1 === null || d.witness2 === null || d.witness1 === d.witness2) return `监销人不足两名，依据${REG}第二十八条。请核对清册签字，写明情况。`;
      return d.approval === null && d.approvedBy === null ? `没有销毁审批，依据${REG}第二十八条。请核对审批单，写明情况。` : null;
    },
  }),
  declare({
    id: 'BOOK-STILL-HELD', register: 'destructions', matrix: ['P133'], titleZh: '已销毁批次中的载体仍在册', source: { law: `${REG}第二十八条` }, parameters: [],
    sentenceZh: '已销毁的批次，其中载体都记为已销毁。',
    look: (d, k) => {
      if (d.state !== 'destroyed') return null;
      const left = (d.items ?? []).map((id) => k.carrier(id)).find((c) => c !== null && c.state !== 'destroyed');
      return left == null ? null : `批次已销毁，${left.number ?? ''} 却不是已销毁，依据${REG}第二十八条。请核对清册和实物；实物仍在的，按违规登记。`;
    },
  }),
  declare({
    id: 'BOOK-CASE', register: 'incidents', matrix: ['P153'], titleZh: '事件没有报告', source: { law: `${LAW}第五十六条` }, parameters: [],
    sentenceZh: '下落不明和泄密事件发现后二十四小时内报告。',
    look: (i, k) => (i.state !== 'closed' && i.state !== 'found' && i.kind !== 'damage' && i.reportedAt === null && i.discoveredAt !== null && Date.parse(k.now) - Date.parse(i.discoveredAt) > 24 * 3_600_000 ? `发现已超过二十四小时，还没有报告，依据${LAW}第五十六条。请立即报告，登记报告时间和对象。` : null),
  }),
  declare({
    id: 'BOOK-SESSION', register: 'usageLogs', matrix: ['P178'], titleZh: '机时登记没有结束', source: { law: `${REG}第三十四条` }, parameters: [],
    sentenceZh: '使用涉密计算机当日登记关机。',
    look: (u, k) => (u.state === 'open' && u.startedAt !== null && dayOf(u.startedAt) < k.today ? `${u.userName ?? ''}自 ${dayOf(u.startedAt)} 起使用 ${u.computerNumber ?? ''}，没有登记关机，依据${REG}第三十四条。请核对后补登关机时间。` : null),
  }),
  declare({
    id: 'BOOK-SESSION-LEVEL', register: 'usageLogs', matrix: ['P168'], titleZh: '处理的密级高于设备', source: { law: `${LAW}第三十一条` }, parameters: [],
    sentenceZh: '不在低密级计算机上处理高密级信息。',
    look: (u) => (u.state !== 'withdrawn' && isStateSecret(u.level) && rankOf(u.level) > rankOf(u.computerLevel) ? `处理${levelZh[u.level]}信息，设备${u.computerLevel === null ? '没有密级' : levelZh[u.computerLevel]}，依据${LAW}第三十一条。请按违规登记处置。` : null),
  }),
  declare({
    id: 'BOOK-MACHINE-KEEPER', register: 'computers', matrix: ['P167'], titleZh: '涉密计算机责任人不在岗', source: { law: `${LAW}第四十六条` }, parameters: [],
    sentenceZh: '在用的涉密计算机都有在岗的责任人。',
    look: (m, k) => {
      if ((m.state !== 'in_use' && m.state !== 'registered') || !isStateSecret(m.level)) return null;
      if ((m.custodian ?? '') === '') return `没有责任人，依据${REG}第三十四条。请办理变更责任人。`;
      const p = m.custodianPerson === null ? k.personNamed(m.custodian) : k.person(m.custodianPerson);
      return p !== null && (p.status === 'left' || p.status === 'cooling_off' || p.status === 'suspended') ? `责任人${p.name ?? ''}已不在岗，依据${LAW}第四十六条。请办理变更责任人。` : null;
    },
  }),
  declare({
    id: 'BOOK-PERSON', register: 'persons', matrix: ['P065', 'P233', 'P240', 'P255'], titleZh: '在岗人员接触条件不齐', source: { law: `${LAW}第四十三条` }, parameters: ['eligibility.checks', 'training.validMonths', 'screening.everyMonths.core', 'screening.everyMonths.important', 'screening.everyMonths.general'],
    sentenceZh: '在岗涉密人员审查、培训、承诺书齐全并在有效期内。',
    look: (p, k) => {
      const gaps = p.status === 'on_post' && p.personnelClass !== null && p.personnelClass !== 'none' ? gapsOf(p, k) : [];
      return gaps.length === 0 ? null : `${p.name ?? ''}${gaps.join('，')}，依据${LAW}第四十三条。请补齐手续；补齐前不得接触国家秘密。`;
    },
  }),
  declare({
    id: 'BOOK-COOLING', register: 'persons', matrix: ['P314'], titleZh: '脱密期没有写明', source: { law: `${LAW}第四十六条` }, parameters: [],
    sentenceZh: '离岗涉密人员写明脱密期起止。',
    look: (p) => (p.status === 'cooling_off' && (p.coolingOffFrom === null || p.coolingOffUntil === null) ? `${p.name ?? ''}在脱密期内，没有写明起止日期，依据${LAW}第四十六条。请更正，补填脱密期起止。` : null),
  }),
  declare({
    id: 'BOOK-CABINET-KEEPER', register: 'cabinets', matrix: ['P120', 'P119'], titleZh: '可开柜的人不在岗', source: { seed: '002-B2 9' }, parameters: [],
    sentenceZh: '可开启保密柜的人在岗；有人离岗即更换密码。',
    look: (b, k) => {
      if (b.state !== 'in_service') return null;
      const left = (b.keepers ?? []).map((name) => k.personNamed(name)).find((p) => p !== null && (p.status === 'left' || p.status === 'cooling_off' || p.status === 'suspended'));
      return left == null ? null : `${left.name ?? ''}已不在岗，仍列为${b.place ?? ''}可开启人员，依据本单位制度。请更换密码，办理变更柜具。`;
    },
  }),
  declare({
    id: 'BOOK-APPROVAL', register: 'approvals', matrix: ['P411'], titleZh: '申请人批了自己的申请', source: { law: `${REG}第三十四条` }, parameters: [],
    sentenceZh: '申请人不审批自己的申请。',
    look: (a) => ((a.state === 'approved' || a.state === 'used') && a.decidedBy !== null && a.form === 'screen' && a.decidedBy === a.requestedBy ? `${a.decidedBy}申请，又由${a.decidedBy}审批，依据${REG}第三十四条。请由有权审批的人重新审查，写明情况。` : null),
  }),
  declare({
    id: 'BOOK-PRINT', register: 'prints', matrix: ['P409'], titleZh: '打印结果没有确认', source: { seed: '002-B2 14' }, parameters: [],
    sentenceZh: '每次打印都登记打印成功或卡纸作废。',
    look: (p, k) => (p.state === 'issued' && p.printedAt !== null && dayOf(p.printedAt) < k.today ? `${dayOf(p.printedAt)} 打印，没有确认结果，依据本单位制度。请核对纸件，登记打印成功或卡纸作废。` : null),
  }),
];
