import { carrierStates, heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { isStateSecret } from '#shared/levels.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { deny, LAW } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { called, subjects } from './subject.ts';

/** From which states an act may take a carrier. Silence refuses. */
const from: Partial<Record<CommandName, readonly CarrierState[]>> = {
  'carrier.place': ['in_custody', 'in_use'],
  'carrier.lend': ['in_custody', 'in_use', 'lent', 'reading', 'circulating'],
  'carrier.read': ['in_custody', 'in_use', 'lent', 'reading', 'circulating'],
  'carrier.route': ['in_custody', 'in_use', 'lent', 'reading', 'circulating'],
  'carrier.circulate': ['in_custody', 'lent', 'reading', 'circulating'],
  'circulation.takeBack': ['circulating'],
  'carrier.hold': ['lent', 'circulating'],
  'notebook.issue': ['in_custody', 'in_use'],
  'notebook.giveBack': ['in_use'],
  'carrier.giveBack': ['lent', 'reading', 'out_for_repair'],
  'carrier.extendLoan': ['lent'],
  'carrier.copy': ['in_custody', 'in_use', 'lent', 'archived'],
  'carrier.extract': ['in_custody', 'in_use', 'lent', 'reading', 'circulating', 'archived'],
  'carrier.compile': ['in_custody', 'in_use', 'archived'],
  'carrier.carryOut': ['in_custody'],
  'archive.consult': ['archived', 'in_custody'],
  'archive.lendOut': ['archived', 'in_custody'],
  'archive.move': ['archived', 'in_custody'],
  'carrier.transfer': ['in_custody', 'in_use', 'archived'],
  'carrier.returnToIssuer': ['in_custody', 'in_use', 'archived'],
  'carrier.reportMissing': ['in_custody', 'lent', 'reading', 'circulating', 'carried_out', 'archived', 'in_use', 'out_for_repair', 'destroy_pending', 'in_transit'],
  'carrier.find': ['missing'],
  'carrier.file': ['in_custody'],
  'carrier.dispatch': ['in_custody'],
  'carrier.convey': ['in_custody'],
  'carrier.destroy.execute': ['destroy_pending'],
  'classification.propose': heldStates,
  'classification.change': heldStates,
  'classification.extend': heldStates,
  'classification.release': heldStates,
  'classification.recordNotice': heldStates,
  'classification.suggestRelease': heldStates,
  'classification.review': heldStates,
  'label.print': heldStates,
  'label.applied': heldStates,
  'knowledge.record': ['in_custody', 'lent', 'reading', 'circulating', 'carried_out', 'archived', 'in_use', 'out_for_repair', 'destroy_pending', 'in_transit'],
  'scope.set': ['in_custody', 'lent', 'reading', 'circulating', 'carried_out', 'archived', 'in_use', 'destroy_pending', 'out_for_repair', 'in_transit'],
  'scope.widen': ['in_custody', 'lent', 'reading', 'circulating', 'carried_out', 'archived', 'in_use', 'out_for_repair', 'in_transit'],
};

/** Other records that an act may take only in a certain state: what it is, where it stands, what is allowed. */
function otherState(q: Question): { what: string; ok: boolean; next: string } | null {
  const f = q.facts;
  switch (q.command) {
    case 'production.complete':
    case 'production.cancel':
      return { what: `${f.production?.number ?? ''} 已印制或已撤销`, ok: f.production?.state === 'approved', next: '请另选未印制的一次。' };
    case 'production.destroyWaste':
      return { what: `${f.production?.number ?? ''} 没有待销毁的废页`, ok: f.production?.wasteDueOn != null && f.production.wasteDestroyedAt === null, next: '请核对印制登记。' };
    case 'carrier.file':
      if (f.production !== undefined) return { what: `${f.production.number ?? ''} 没有印制或已归档`, ok: f.production.state === 'made', next: '请核对印制登记。' };
      return f.receipt === undefined ? null : { what: `${f.receipt.number ?? ''} 已归档或已撤销`, ok: f.receipt.state === 'registered' && f.receipt.archivedOn === null, next: '请核对收文登记。' };
    case 'carrier.dispatch':
      return f.production === undefined ? null : { what: `${f.production.number ?? ''} 还没有印制完成`, ok: f.production.state === 'made' || f.production.state === 'filed', next: '请先登记印制完成。' };
    case 'carrier.acknowledge':
      if (f.consignment !== undefined) return { what: `${f.consignment.number ?? ''} 已回执`, ok: f.consignment.state !== 'receipted', next: '不必重复办理。' };
      if (f.dispatch?.state === 'withdrawn') return { what: `${f.dispatch.number ?? ''} 已作废`, ok: false, next: '请另行登记发文。' };
      return { what: `${f.dispatch?.number ?? ''} 已回执`, ok: f.dispatch?.state !== 'receipted', next: '不必重复办理。' };
    case 'dispatch.withdraw':
      return f.dispatch?.state === 'withdrawn' ? { what: `${f.dispatch.number ?? ''} 已作废`, ok: false, next: '不必重复办理。' } : { what: `${f.dispatch?.number ?? ''} 已经发出`, ok: f.dispatch?.state === 'registered', next: '发错的，请收件单位退回，登记回执后按收文登记；只写错文号的按 F2 更正。' };
    case 'carrier.destroy.execute': {
      // What was missing and found again stands in the list no longer; another list may have it.
      const elsewhere = f.destruction?.state === 'proposed' ? f.carriers?.find((c) => c.destruction !== f.destruction?.id) : undefined;
      if (elsewhere !== undefined) return { what: `${called(elsewhere)} 已不在清册 ${f.destruction?.number ?? ''} 内`, ok: false, next: '请撤销本批造册，核对后重新造册。' };
      return { what: `${f.destruction?.number ?? ''} 已办结或已撤销`, ok: f.destruction?.state === 'proposed', next: '请另选未办结的批次。' };
    }
    case 'carrier.destroy.cancel':
      return { what: `${f.destruction?.number ?? ''} 已办结或已撤销`, ok: f.destruction?.state === 'proposed', next: '请另选未办结的批次。' };
    case 'approval.decide':
    case 'approval.recordPaper':
    case 'approval.void':
      return { what: `${f.approvalRecord?.number ?? ''} 已有结果`, ok: f.approvalRecord?.state === 'pending' || (q.command === 'approval.void' && f.approvalRecord?.state === 'approved'), next: '请查看原结果；需要重办的另行送审。' };
    case 'usageLog.close':
      return { what: `${f.usage?.number ?? ''} 已办关机登记`, ok: f.usage?.state === 'open', next: '写错了的按 F2 更正。' };
    case 'handover.close':
    case 'handover.cancel':
      return { what: `${f.handover?.number ?? ''} 已办结或已取消`, ok: f.handover?.state === 'open', next: '需要再移交的另行开始。' };
    case 'telegram.read':
    case 'telegram.extract':
    case 'telegram.reply':
    case 'telegram.return':
      return { what: `${f.telegram?.number ?? ''} 已退还、已销毁或不在库`, ok: f.telegram?.state === 'in_custody' && f.carrier?.state === 'in_custody', next: '请核对密码电报登记簿和载体状态。' };
    case 'incident.escalate':
      return { what: `${f.incident?.number ?? ''} 已按泄密处理、已找到或已结案`, ok: f.incident?.state === 'searching' || f.incident?.state === 'reported', next: '请查看该事件。' };
    case 'incident.internal':
    case 'incident.sanction':
    case 'incident.result':
    case 'incident.report':
    case 'incident.searchLog':
    case 'incident.close':
      return { what: `${f.incident?.number ?? ''} 已结案`, ok: f.incident != null && f.incident.state !== 'closed', next: '如有新情况另立事件。' };
    case 'classification.propose':
      return { what: `${f.carrier?.number ?? ''} 已有密级`, ok: f.carrier === undefined || f.carrier.provisional === 1 || (f.carrier.grade === null && !isStateSecret(f.carrier.level)), next: '要改密级的办理变更密级，要改期限的办理延长保密期限。' };
    case 'classification.decide':
      return { what: `${f.classification?.number ?? ''} 已有结果，或不是待决定的定密`, ok: f.classification?.state === 'proposed', next: '请查看原记录；要改密级的办理变更密级。' };
    case 'classification.submit':
      return { what: `${f.classification?.number ?? ''} 不须报请，或已有答复`, ok: f.classification?.state === 'submitted' || (f.classification?.state === 'proposed' && q.input['answeredOn'] === undefined), next: '请查看原记录。' };
    case 'classification.notified':
      return { what: `${f.classification?.number ?? ''} 没有待通知的变更`, ok: f.classification?.notifyDueOn != null && (f.classification.state === 'decided' || f.classification.state === 'done'), next: '请查看原记录。' };
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
    case 'carrier.circulate':
    case 'circulation.addReaders':
      return { what: `传阅单 ${f.circulation?.number ?? ''} 已结束`, ok: f.circulation?.state === 'routed', next: '需要再传阅的另行送批办。' };
    case 'circulation.takeBack':
      return { what: `传阅单 ${f.circulation?.number ?? ''} 没有在阅的`, ok: f.steps?.some((s) => s.state === 'out') === true, next: '请核对传阅单。' };
    case 'circulation.finish':
      return { what: `传阅单 ${f.circulation?.number ?? ''} 已结束`, ok: f.circulation?.state === 'routed' || ((f.circulation?.state === 'finished' || f.circulation?.state === 'stopped') && q.input['archiveNumber'] !== undefined), next: '已结束的只能填写归卷号归卷。' };
    case 'recall.close':
      return { what: `${f.recall?.number ?? ''} 已办结`, ok: f.recall?.state === 'open', next: '请另选未办结的清退批次。' };
    case 'stocktake.count':
    case 'stocktake.close':
    case 'stocktake.cancel':
      return { what: `清点 ${f.stocktake?.number ?? ''} 已结束或已取消`, ok: f.stocktake?.state === 'open', next: '请另选清点中的一次，或开始新的清点。' };
    case 'cabinet.change':
      return { what: `${f.cabinet?.number ?? ''} 已停用`, ok: f.cabinet?.state === 'in_service', next: '请另选在用的柜具。' };
    case 'check.correct':
      return { what: `${f.check?.number ?? ''} 没有待整改的问题`, ok: f.check?.state === 'open', next: '请核对检查记录。' };
    case 'refusal.reported':
      return { what: `${f.refusal?.number ?? ''} 已报告`, ok: f.refusal?.state === 'recorded', next: '不必重复办理。' };
    case 'archive.close':
      return { what: `${f.archiveUse?.number ?? ''} 已结束`, ok: f.archiveUse?.state === 'open', next: '不必重复办理。' };
    case 'carrier.checkIn':
      return { what: `${f.trip?.number ?? ''} 已返回`, ok: f.trip?.state === 'out', next: '不必重复办理。' };
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
