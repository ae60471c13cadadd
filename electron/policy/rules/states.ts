import { carrierStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { deny, LAW } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { called, subjects } from './subject.ts';

/** From which states an act may take a carrier. Silence refuses. */
const from: Partial<Record<CommandName, readonly CarrierState[]>> = {
  'carrier.place': ['in_custody', 'in_use'],
  'carrier.lend': ['in_custody', 'in_use', 'lent', 'reading'],
  'carrier.read': ['in_custody', 'in_use', 'lent', 'reading'],
  'carrier.giveBack': ['lent', 'reading', 'out_for_repair'],
  'carrier.extendLoan': ['lent'],
  'carrier.copy': ['in_custody', 'in_use', 'lent'],
  'carrier.transfer': ['in_custody', 'in_use'],
  'carrier.returnToIssuer': ['in_custody', 'in_use'],
  'carrier.reportMissing': ['in_custody', 'lent', 'reading', 'in_use', 'out_for_repair', 'destroy_pending'],
  'carrier.find': ['missing'],
  'carrier.destroy.execute': ['destroy_pending'],
  'knowledge.record': ['in_custody', 'lent', 'reading', 'in_use', 'out_for_repair', 'destroy_pending'],
  'scope.set': ['in_custody', 'lent', 'reading', 'in_use', 'destroy_pending', 'out_for_repair'],
  'scope.widen': ['in_custody', 'lent', 'reading', 'in_use', 'out_for_repair'],
};

/** Other records that an act may take only in a certain state: what it is, where it stands, what is allowed. */
function otherState(q: Question): { what: string; ok: boolean; next: string } | null {
  const f = q.facts;
  switch (q.command) {
    case 'carrier.destroy.execute':
    case 'carrier.destroy.cancel':
      return { what: `${f.destruction?.number ?? ''} 已办结或已撤销`, ok: f.destruction?.state === 'proposed', next: '请另选未办结的批次。' };
    case 'approval.decide':
    case 'approval.recordPaper':
    case 'approval.void':
      return { what: `${f.approvalRecord?.number ?? ''} 已有结果`, ok: f.approvalRecord?.state === 'pending' || (q.command === 'approval.void' && f.approvalRecord?.state === 'approved'), next: '请查看原结果；需要重办的另行送审。' };
    case 'usageLog.close':
      return { what: `${f.usage?.number ?? ''} 已办关机登记`, ok: f.usage?.state === 'open', next: '写错了的按 F2 更正。' };
    case 'incident.report':
    case 'incident.searchLog':
    case 'incident.close':
      return { what: `${f.incident?.number ?? ''} 已结案`, ok: f.incident != null && f.incident.state !== 'closed', next: '如有新情况另立事件。' };
    case 'violation.review':
      return { what: `${f.violation?.number ?? ''} 已阅处`, ok: f.violation?.state === 'recorded', next: '请查看原记录。' };
    case 'computer.commission':
      return { what: `${f.computer?.assetNumber ?? ''} 已启用或已停用`, ok: f.computer?.state === 'registered', next: '请核对计算机状态。' };
    case 'computer.assign':
    case 'computer.relocate':
    case 'computer.withdraw':
      return { what: `${f.computer?.assetNumber ?? ''} 已停用`, ok: f.computer?.state === 'registered' || f.computer?.state === 'in_use', next: '请核对计算机状态。' };
    case 'person.activate':
      return { what: `${f.person?.name ?? ''} 已在岗`, ok: f.person?.status !== 'on_post', next: '不必重复办理。' };
    case 'person.suspend':
      return { what: `${f.person?.name ?? ''} 已暂停、脱密或离岗`, ok: f.person?.status === 'on_post' || f.person?.status === 'proposed', next: '请核对人员状态。' };
    case 'person.leavePost':
      return { what: `${f.person?.name ?? ''} 已离岗`, ok: f.person?.status === 'on_post' || f.person?.status === 'suspended', next: '请核对人员状态。' };
    case 'import.withdraw':
      return { what: `${f.batch?.number ?? ''} 已撤销`, ok: f.batch?.state === 'done', next: '不必重复办理。' };
    case 'register.printed':
      return { what: `${f.print?.number ?? ''} 已确认`, ok: f.print?.state === 'issued', next: '不必重复办理。' };
    case 'backup.rotate':
      return { what: `${f.backup?.number ?? ''} 已轮换`, ok: f.backup?.state === 'verified', next: '不必重复办理。' };
    case 'account.confirm':
      return { what: `${f.account?.account ?? ''} 不在待确认状态`, ok: f.account?.state === 'pending', next: '请核对账户状态。' };
    case 'account.grantRole':
    case 'account.revoke':
      return { what: `${f.account?.account ?? ''} 已停用`, ok: f.account?.state !== 'revoked', next: '请核对账户状态。' };
    case 'knowledge.sign':
      return { what: `${f.reading?.number ?? ''} 已签名`, ok: f.reading?.signature === 'pending', next: '不必重复办理。' };
    default:
      return null;
  }
}

/** The order in which things can be done at all. */
export const stateRules: readonly Rule[] = [
  {
    id: 'STATE', titleZh: '办理顺序', matrix: ['P047', 'P132', 'P133'], outcome: 'deny', source: { seed: '000-1M 31', law: `${LAW}第二十六条第一款` }, parameters: [], commands: 'every command',
    sentenceZh: '每件载体按收发、保管、使用、归还、销毁的顺序办理，已结的不再办理。',
    judge: (q) => {
      const allowed = from[q.command];
      if (allowed !== undefined) {
        const wrong = subjects(q).find((c) => !allowed.includes(c.state as CarrierState));
        if (wrong !== undefined) return deny(`不得办理。${called(wrong)} 现为“${carrierStates[wrong.state as CarrierState]}”（规则“办理顺序”）。`, '请打开该载体查看可办事项。');
      }
      const other = otherState(q);
      return other === null || other.ok ? null : deny(`不得办理。${other.what}（规则“办理顺序”）。`, other.next);
    },
  },
];
