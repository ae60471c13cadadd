import { markOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { roleConflicts, roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { commands, isCommandName } from '#shared/contract/commands.ts';
import { registerOf } from '#shared/registers/index.ts';
import { dayOf, showInstant } from '#shared/time.ts';
import { enterRecord, fromKey } from '../change.ts';
import { parameterOf, parameterProblems, keyOfLevel } from '../parameters.ts';
import { passwordFindings } from '../passwords.ts';
import { periodForm, periodFrom } from '../period.ts';
import { historyNames } from './history.ts';
import { deny, needsSecond, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';

/** The printed register carries the longest period of its lines, in the form that period has. */
const printedPeriodForm = (text: string | null): string | null => (text === null ? null : periodForm(periodFrom(text)));

const passwordOf = (q: Question): string | undefined => (q.input['password'] ?? q.input['newPassword']) as string | undefined;
const withPassword = ['account.create', 'account.setPassword'] as const;

/** Group 2.25 and the rules of the law about the terminal itself. */
export const terminalRules: readonly Rule[] = [
  {
    id: 'P414', titleZh: '各角色各司其职', matrix: ['P414', 'P411'], outcome: 'deny', source: { seed: '003-11（一）3(4)；004-4（三）', law: `${REG}第三十四条` }, parameters: [], commands: 'every command',
    sentenceZh: '保密员管台账，审批领导管批准，三名管理员各管账户、参数、审计，互不兼任、互不越权。',
    judge: (q) => {
      const may: readonly Role[] = commands[q.command].roles;
      const opened = q.command === 'record.view' ? q.facts.record?.register : q.facts.continuation?.register;
      const shut = opened === undefined || registerOf(opened).readers.some((r) => q.actor.roles.includes(r)) ? null : registerOf(opened);
      if (shut !== null) return deny(`不得查看。${shut.title}由${shut.readers.map((r) => roleZh[r]).join('、')}查看，依据${REG}第三十四条（规则 P414）。`, `请${shut.readers.map((r) => roleZh[r]).join('或')}登录后查看。`);
      if (q.actor.roles.some((r) => may.includes(r))) return null;
      return deny(`不得办理。${commands[q.command].titleZh}由${may.map((r) => roleZh[r]).join('、')}办理，依据${REG}第三十四条（规则 P414）。`, `请${may.map((r) => roleZh[r]).join('或')}登录后办理。`);
    },
  },
  {
    id: 'P411', titleZh: '三员分立', matrix: ['P411'], outcome: 'deny', source: { seed: '004-4（三）', law: `${REG}第三十四条` }, parameters: ['separation.mode'], commands: ['account.create', 'account.grantRole'],
    sentenceZh: '系统管理员、安全保密管理员、安全审计员不得兼任，也不得兼管台账和审批。',
    judge: (q) => {
      const conflicts = roleConflicts((q.input['roles'] as Role[] | undefined) ?? []);
      return conflicts.length === 0 ? null : deny(`不得建立。${conflicts.join('；')}，依据${REG}第三十四条（规则 P411）。`, '请分给不同的人。');
    },
  },
  {
    id: 'OWN-REQUEST', titleZh: '不得审批自己的申请', matrix: ['P411', 'P125'], outcome: 'deny', source: { seed: '004-4（三）' }, parameters: [], commands: ['approval.decide', 'approval.recordPaper', 'account.confirm'],
    sentenceZh: '申请人不得审批本人的申请；建立账户的人不得自己确认。',
    judge: (q) => {
      const a = q.facts.approvalRecord;
      if (q.command === 'account.confirm') return q.facts.account?.createdBy === q.actor.account ? deny('不得确认。建立账户的人不得自己确认（规则 P411）。', '请安全保密管理员确认。') : null;
      if (a === undefined) return null;
      if (q.command === 'approval.decide' && (a.requester === q.actor.account || a.requestedBy === q.actor.name)) return deny('不得审批。申请人不得审批本人的申请（规则 P411）。', '请另一位审批领导审批。');
      if (q.command === 'approval.recordPaper' && [q.actor.name, a.requestedBy, q.facts.account?.name].includes(q.input['signedBy'] as string)) return deny('不得录入。签字人不得是申请人本人（规则 P411）。', '请由审批领导签字后录入。');
      return null;
    },
  },
  {
    id: 'P181', titleZh: '口令长度', matrix: ['P181'], outcome: 'deny', source: { seed: '002-Q 10（五）1', law: '（二手）' }, parameters: ['account.password.minLength.confidential', 'account.password.minLength.secret', 'account.password.minLength.topSecret'], commands: withPassword,
    sentenceZh: '口令长度按终端密级：秘密、机密级十位以上，绝密级十二位以上。',
    judge: (q) => {
      const password = passwordOf(q);
      const min = q.profile.number(`account.password.minLength.${keyOfLevel(q.terminal.level)}`);
      return password === undefined || [...password].length >= min ? null : deny(`口令太短。本终端口令不少于 ${min} 位（规则 P181）。`, `请设 ${min} 位以上的口令。`);
    },
  },
  {
    id: 'P182', titleZh: '口令四类字符', matrix: ['P182'], outcome: 'deny', source: { seed: '002-Q 10（五）2', law: '（二手）' }, parameters: ['account.password.classes'], commands: withPassword,
    sentenceZh: '口令含大写字母、小写字母、数字和符号，不含账户名，不易猜到。',
    judge: (q) => {
      const password = passwordOf(q);
      const findings = password === undefined ? [] : passwordFindings(password, (q.input['account'] as string | undefined) ?? q.actor.account);
      return findings.length === 0 ? null : deny(`口令不合要求：${findings.join('，')}（规则 P182）。`, '请换一个含大写字母、小写字母、数字和符号的口令。');
    },
  },
  {
    id: 'P409', titleZh: '打印件登记为涉密载体', matrix: ['P409', 'P179'], outcome: 'effect', source: { seed: '002-Q 10（六）；002-B2 14', law: '（二手）' }, parameters: ['print.carrierEntry'], commands: ['register.print'],
    sentenceZh: '打印出的台账按内容的最高密级、最长期限登记为载体，逐份编号保管。',
    effect: (q, planned) => {
      const level = q.input['level'] as Level | null;
      if (level === null) return planned;
      const copies = q.input['copies'] as number;
      const extra = Array.from({ length: copies }, (_, i) => enterRecord(`printout${i}`, 'carriers', {
        title: `${String(q.input['title'])}（打印件）`, carrierKind: 'printout', regime: level === 'internal' ? 'internal' : 'state_secret', level, secrecyPeriod: q.input['secrecyPeriod'] ?? null, periodForm: printedPeriodForm(q.input['secrecyPeriod'] as string | null),
        issuer: q.terminal.organisation, copySerial: copies > 1 ? String(i + 1).padStart(6, '0') : null, copies: 1, issuedOn: dayOf(q.now), receivedOn: dayOf(q.now), source: 'printed', accessScope: [q.actor.name], custodian: q.actor.name,
        home: q.input['place'] ?? '打印人保管', place: q.input['place'] ?? '打印人保管', state: 'in_custody', note: markOf(level, null) === null ? null : '台账打印件，按载体管理。', docNumber: fromKey('print', 'number'),
      }));
      return [...planned, ...extra];
    },
  },
  {
    id: 'PRINT-PURPOSE', titleZh: '打印机密以上写明用途', matrix: ['P409'], outcome: 'warn', source: { seed: '002-B2 14' }, parameters: [], commands: ['register.print'],
    sentenceZh: '打印机密级以上内容写明用途。',
    judge: (q) => (['secret', 'top_secret'].includes(String(q.input['level'])) && q.input['purpose'] === undefined ? warn('打印机密级以上内容须写明用途（规则 P409）。', '请填写用途。') : null),
  },
  { id: 'P410', titleZh: '查看也留痕', matrix: ['P410'], outcome: 'computed', source: { seed: '001-J 四3' }, parameters: [], commands: ['record.view'], sentenceZh: '打开一条机密级以上登记，本身也写入审计记录。' },
  { id: 'P413', titleZh: '无人操作自动锁定', matrix: ['P413'], outcome: 'computed', source: { seed: '001-K b四' }, parameters: ['account.idleLockMinutes'], commands: [], sentenceZh: '无操作达到规定分钟数自动锁定，密钥随即清除。' },
  { id: 'P415', titleZh: '表单留日期、签字、盖章处', matrix: ['P415'], outcome: 'computed', source: { seed: '002-I3；000-6 十' }, parameters: [], commands: [], sentenceZh: '打印的表单留有日期、签字和盖章位置，签字栏空白由本人书写。' },
  { id: 'P212', titleZh: '每月备份两次', matrix: ['P212'], outcome: 'due', source: { seed: '003-11（一）3(4)' }, parameters: ['backup.everyDays'], commands: [], sentenceZh: '重要数据每月至少备份两次，只备份到内置硬盘。' },
  { id: 'L039', titleZh: '口令定期更换', matrix: ['P181', 'P182'], outcome: 'due', source: { law: '（二手）' }, parameters: ['account.password.maxAgeDays.confidential', 'account.password.maxAgeDays.secret', 'account.password.maxAgeDays.topSecret', 'account.lockout.failures'], commands: [], sentenceZh: '口令按终端密级定期更换；连续五次不符即锁定，由安全保密管理员解除。' },
  { id: 'L040', titleZh: '审计锚点与审计报告', matrix: ['P410'], outcome: 'due', source: { law: '（二手）' }, parameters: ['audit.reportEveryMonths', 'audit.anchorEveryWorkingDays'], commands: [], sentenceZh: '每日打印纸质锚点，定期核验审计记录。' },
  {
    id: 'POLICY-BOUNDS', titleZh: '参数不越法定界限', matrix: ['P414'], outcome: 'deny', source: { law: '各参数的法定界限见参数表' }, parameters: [], commands: ['policy.change'],
    sentenceZh: '制度参数只能在法定界限内变更；超出通常范围的须经单位负责人同意。',
    judge: (q) => {
      const parameter = parameterOf(q.input['key'] as string);
      if (parameter === undefined) return deny(`没有“${String(q.input['key'])}”这个参数。`, '请从参数表中选择。');
      const problems = parameterProblems(parameter, q.input['value'], q.input['headAgreement'] !== undefined);
      return problems.map((p) => deny(`不得变更。${p}`, '请改取值，或补填单位负责人同意的文号。'));
    },
  },
  {
    id: 'LATE', titleZh: '补登须写原因', matrix: ['P036', 'P155'], outcome: 'deny', source: { seed: '003-7（一）1' }, parameters: [], commands: 'every command',
    sentenceZh: '发生时间早于今天的是补登，写明原因；发生时间不得晚于现在。',
    judge: (q) => {
      if (q.input.happenedAt === undefined) return null;
      if (q.happenedAt > q.now) return deny('不得登记。发生时间晚于现在（规则 P155）。', '请核对发生时间。');
      return dayOf(q.happenedAt) < q.today && q.input.lateReason === undefined ? deny('须写明补登原因。发生时间早于今天（规则 P036）。', '请填写补登原因。') : null;
    },
  },
  {
    id: 'ORDER', titleZh: '先后不得颠倒', matrix: ['P155', 'P047'], outcome: 'deny', source: { seed: '000-1M 31；003-15 六9' }, parameters: [], commands: 'every command',
    sentenceZh: '补登的发生时间不得早于同一登记上一次办理的时间，也不得早于所凭审批的批准时间。',
    judge: (q) => {
      if (q.input.happenedAt === undefined) return null;
      const asked = `填写的发生时间 ${showInstant(q.happenedAt)}`;
      const before = q.facts.lastActs?.find((l) => l.at > q.happenedAt);
      if (before !== undefined) {
        const what = isCommandName(before.act) ? commands[before.act].titleZh : '办理';
        return deny(`不得登记。${asked} 早于 ${before.number ?? '同一登记'} 上一次办理“${what}”的 ${showInstant(before.at)}（规则 P155）。`, '请核对发生时间；上一次办理的时间写错的，按 F9 违规登记说明。');
      }
      const a = q.approval?.record;
      const agreedAt = a == null ? null : a.form === 'paper' ? a.signedOn : a.decidedAt;
      const late = a?.form === 'paper' ? agreedAt !== null && dayOf(q.happenedAt) < agreedAt : agreedAt != null && q.happenedAt < agreedAt;
      return late ? deny(`不得登记。${asked} 早于审批单 ${a?.number ?? ''} 的批准时间 ${a?.form === 'paper' ? String(agreedAt) : showInstant(agreedAt)}（规则 P155）。`, '请核对发生时间；确是先办后批的，按 F9 违规登记。') : null;
    },
  },
  {
    id: 'TWO-RESTORE', titleZh: '恢复须两人到场', matrix: ['P414', 'P411'], outcome: 'needs_second_person', source: { law: '（产品规定）' }, parameters: [], commands: ['restore.run', 'account.revoke', 'clock.confirm'],
    sentenceZh: '恢复备份、停用账户并换钥、确认时钟须两人到场，其中一人是系统管理员，另一人是安全保密管理员或安全审计员。',
    judge: (q) => {
      const held = [q.actor, ...(q.second === null ? [] : [q.second])];
      const admin = held.some((a) => a.roles.includes('system_administrator'));
      const other = held.some((a) => a.roles.includes('security_administrator') || a.roles.includes('auditor'));
      if (q.second !== null && q.second.account !== q.actor.account && admin && other) return null;
      return needsSecond('需第二人在场。须由系统管理员和安全保密管理员（或安全审计员）共同办理。', '请第二人输入账户和口令。');
    },
  },
  {
    id: 'TWO-ANCHOR', titleZh: '锚点差异须两员确认', matrix: ['P411', 'P155'], outcome: 'needs_second_person', source: { law: '（产品规定）' }, parameters: [], commands: ['anchor.accept'],
    sentenceZh: '台账库比锚点旧时，须安全保密管理员和安全审计员到场核对纸质锚点并写明原因，才能恢复登记。',
    judge: (q) => (q.second !== null && q.second.roles.includes('auditor') ? null : needsSecond('需第二人在场。须安全审计员到场核对纸质锚点。', '请安全审计员输入账户和口令。')),
  },
  {
    id: 'IMPORT-BATCH', titleZh: '旧台账只随导入批次登记', matrix: ['P036', 'P155'], outcome: 'deny', source: { seed: '003-7（一）1' }, parameters: [], commands: ['carrier.receive', 'carrier.enter', 'computer.register', 'usageLog.open', 'person.register', 'cabinet.register', ...historyNames],
    sentenceZh: '按旧台账登记的，只能由正在进行的导入随批登记，且属于本台账；导入办结后不得再挂该批次。',
    judge: (q) => {
      const b = q.facts.batch;
      if (b === undefined) return null;
      if (b.state !== 'done' || b.register !== commands[q.command].register) return deny(`不得登记。批次 ${b.number ?? ''} 已撤销或不属于本台账（规则 P036）。`, '请重新导入，或按新发生的事项登记。');
      if (q.facts.importing === true) return null;
      return deny(`不得登记。批次 ${b.number ?? ''} 的导入已经办结，不能再随它登记（规则 P036）。`, '请按新发生的事项登记，补登的写明原因；旧台账另有一份的，重新导入。');
    },
  },
  {
    id: 'UNTOUCHED', titleZh: '未动用的批次才能撤销', matrix: ['P155'], outcome: 'deny', source: { seed: '（产品规定）' }, parameters: [], commands: ['import.withdraw'],
    sentenceZh: '导入的登记办过任何手续后，整批不能再撤销，只能逐条更正。',
    judge: (q) => {
      const touched = (q.facts.batchRecords ?? []).filter((r) => r.touched);
      return touched.length === 0 ? null : deny(`不得撤销。本批有 ${touched.length} 条已办过手续，如 ${touched[0]?.number ?? ''}。`, '请逐条按 F2 更正。');
    },
  },
];
