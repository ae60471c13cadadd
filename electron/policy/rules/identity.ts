import type { CommandName } from '#shared/contract/commands.ts';
import { registerOf } from '#shared/registers/index.ts';
import { roleConflicts, roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { dayOf, toInstant } from '#shared/time.ts';
import { deny, LAW, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';

/** The name an act would give a person; undefined when it gives none. */
function nameGiven(q: Question): unknown {
  if (q.command === 'person.register') return q.input['name'];
  return q.facts.record?.register === 'persons' ? (q.input['set'] as Readonly<Record<string, unknown>>)['name'] : undefined;
}

/** Days and hours of acts that say what has already been. What is still to come (应还、期限、有效期) is not among them. */
const past = ['issuedOn', 'receivedOn', 'screenedOn', 'trainedOn', 'undertakingOn', 'decidedOn', 'noticeOn', 'submittedOn', 'answeredOn', 'notifiedOn', 'archivedOn', 'sentOn', 'signedOn', 'consentOn', 'listFiledOn', 'meetingEndedOn', 'codeChangedOn', 'checkedOn', 'correctedOn', 'refusedAt', 'reportedAt', 'occurredAt'] as const;
const pastZh: Readonly<Record<(typeof past)[number], string>> = {
  issuedOn: '成文（制发）日期', receivedOn: '接收日期', screenedOn: '审查日期', trainedOn: '培训日期', undertakingOn: '承诺书签订日期', decidedOn: '决定日期', noticeOn: '通知日期', submittedOn: '报请日期', answeredOn: '答复日期', notifiedOn: '通知日期',
  archivedOn: '归档日期', sentOn: '发出日期', signedOn: '签字日期', consentOn: '同意日期', listFiledOn: '备案日期', meetingEndedOn: '会议结束日期', codeChangedOn: '密码更换日期', checkedOn: '检查日期', correctedOn: '整改日期', refusedAt: '拒绝时间', reportedAt: '报告时间', occurredAt: '发生时间',
};

/** Acts by which one person gets something into their own hands. In a circulation the leader who settles the list is a reader like the others. */
const forOneself: readonly string[] = ['carrier.lend', 'carrier.hold', 'carrier.carryOut', 'carrier.extract', 'archive.consult', 'archive.lendOut', 'notebook.issue'] satisfies readonly CommandName[];

/** Who gives the verdict: who is signed in, or whose name stands on the paper. */
const signerOf = (q: Question): string => (q.command === 'approval.recordPaper' ? String(q.input['signedBy']) : q.actor.name);

/** Who is who: one person has one side in every act, one name means one person, and nothing has happened before its day. */
export const identityRules: readonly Rule[] = [
  {
    id: 'SECOND-SELF', titleZh: '第二人不得是本人', matrix: ['P411', 'P124', 'P117'], outcome: 'deny', source: { seed: '004-4（三）', law: `${REG}第三十四条` }, parameters: [], commands: 'every command',
    sentenceZh: '须两人到场的，两人是不同的人；同一人的另一个账户不算第二人。',
    judge: (q) => {
      // The same account twice is no second person at all: the rules that want one say so themselves.
      if (q.second === null || q.second.account === q.actor.account || q.second.name !== q.actor.name) return null;
      return deny(`不得办理。第二人${q.second.name}就是办理人本人（规则 P411）。`, '请另一位到场输入账户和口令；确是同名的另一人，请系统管理员以“姓名（部门）”另建账户。');
    },
  },
  {
    id: 'ONE-SIDE', titleZh: '一人不兼对立的角色', matrix: ['P411'], outcome: 'deny', source: { seed: '004-4（三）', law: `${REG}第三十四条` }, parameters: [], commands: ['account.create', 'account.grantRole'],
    sentenceZh: '同一人的几个账户合在一起，也不得兼任互相制约的角色。',
    judge: (q) => {
      const roles = (q.input['roles'] as Role[] | undefined) ?? [];
      // What one account alone may not hold is P411's word.
      const other = roleConflicts(roles).length > 0 ? undefined : (q.facts.namesakes ?? []).find((n) => roleConflicts([...new Set([...roles, ...((n.roles as Role[] | null) ?? [])])]).length > 0);
      if (other === undefined) return null;
      return deny(`不得建立。${other.name ?? ''}已有账户 ${other.account ?? ''}（${((other.roles as Role[] | null) ?? []).map((r) => roleZh[r]).join('、')}），依据${REG}第三十四条，不得一人兼任（规则 P411）。`, '请分给不同的人，或先停用原账户；确是同名的另一人，姓名写作“姓名（部门）”。');
    },
  },
  {
    id: 'OWN-MATTER', titleZh: '不得审批交给自己的事', matrix: ['P411', 'P073', 'P105'], outcome: 'deny', source: { seed: '004-4（三）', law: `${REG}第三十四条` }, parameters: [], commands: ['approval.decide', 'approval.recordPaper'],
    sentenceZh: '借阅、留存、携带外出、摘抄、查阅的人，不得审批交给自己的这件事；由保密员代为送审的也一样。',
    judge: (q) => {
      const a = q.facts.approvalRecord;
      if (a === undefined || q.input['verdict'] !== 'approved' || !forOneself.includes(a.command ?? '') || !(a.person ?? '').split('、').includes(signerOf(q))) return null;
      return deny(`不得审批。${a.number ?? ''} 就是办给${signerOf(q)}本人的，依据${REG}第三十四条（规则 P411）。`, '请另一位审批领导或上一级领导审批。');
    },
  },
  {
    id: 'SIGNED-BEFORE', titleZh: '签字不早于申请', matrix: ['P411', 'P155'], outcome: 'warn', source: { seed: '004-4（三）；003-15 六9' }, parameters: [], commands: ['approval.recordPaper'],
    sentenceZh: '审批单先申请、后签字；签字日期早于申请的，写明依据的是哪一份请示。',
    judge: (q) => {
      const asked = q.facts.approvalRecord?.requestedAt;
      const day = q.input['signedOn'];
      if (asked == null || typeof day !== 'string' || day >= dayOf(asked)) return null;
      return warn(`签字日期 ${day} 早于申请日期 ${dayOf(asked)}（规则 P411）。`, '请核对签字日期；确系先有纸面请示的，写明是哪一份。');
    },
  },
  {
    id: 'APPROVER-GONE', titleZh: '审批人账户已停用', matrix: ['P411', 'P142'], outcome: 'warn', source: { seed: '004-4（三）；002-Q 8（二）', law: `${REG}第三十四条` }, parameters: [], commands: 'every command',
    sentenceZh: '批准之后审批人的账户停用了的，审批单仍有效，但要写明核对情况；有疑问的重新送审。',
    judge: (q) => {
      if (q.approval === null || !q.approval.fits || q.approval.approverGone !== true) return null;
      const a = q.approval.record;
      return warn(`审批单 ${a.number ?? ''} 由${a.decidedBy ?? ''}批准，其账户已停用（规则 P411）。`, '请向现任领导核对后写明情况；有疑问的作废原审批单，重新送审。');
    },
  },
  {
    id: 'NAMESAKE', titleZh: '同名人员分得开', matrix: ['P012', 'P045', 'P061'], outcome: 'deny', source: { seed: '002-B2 15', law: `${LAW}第二十一条` }, parameters: [], commands: ['person.register', 'record.correct'],
    sentenceZh: '知悉范围、责任人按姓名认人，台账中一个姓名只指一个人；同名的写作“姓名（部门）”。',
    judge: (q) => {
      const name = nameGiven(q);
      const same = q.facts.sameName;
      if (typeof name !== 'string' || same == null || q.historical) return null;
      return deny(`不得登记。${name.trim()}已登记为 ${same.number ?? ''}${same.department === null ? '' : `（${same.department}）`}，知悉范围按姓名认人，同名的两人会分不清（规则 P045）。`, `若是同一人，请在原登记上办理；确是另一人，姓名写作“${name.trim()}（部门）”。`);
    },
  },
  {
    id: 'NOT-YET', titleZh: '没有到的日期不得记为已办', matrix: ['P155', 'P036'], outcome: 'deny', source: { seed: '003-15 六9' }, parameters: [], commands: 'every command',
    sentenceZh: '成文、接收、审查、培训、签字、决定等已经发生的日期，不得晚于今天。',
    judge: (q) => {
      const set = q.command === 'carrier.correct' || q.command === 'record.correct' ? (q.input['set'] as Readonly<Record<string, unknown>> | undefined) : undefined;
      const given = set ?? (q.input as Readonly<Record<string, unknown>>);
      const wrong = past.find((field) => {
        const value = given[field];
        // Of the day on which mail came in P036 speaks itself.
        if (typeof value !== 'string' || value === '' || (q.command === 'carrier.receive' && field === 'receivedOn')) return false;
        // An hour is compared with the hour, a day with the day, a month with the month.
        return value.includes('T') ? toInstant(value) > q.now : value > q.today.slice(0, value.length);
      });
      if (wrong === undefined) return null;
      const spec = set === undefined || q.facts.record === undefined ? undefined : registerOf(q.facts.record.register).fields[wrong];
      return deny(`不得登记。${spec?.label ?? pastZh[wrong]} ${String(given[wrong]).slice(0, 10)} 还没有到（规则 P155）。`, '请核对日期。');
    },
  },
];
