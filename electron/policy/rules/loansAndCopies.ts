import { isStateSecret } from '#shared/levels.ts';
import { addDays } from '#shared/time.ts';
import type { Change } from '../change.ts';
import { deny, LAW, needsApproval, REG, warn } from '../question.ts';
import type { Rule } from '../question.ts';
import { keyOfLevel } from '../parameters.ts';
import { approverOf, called, classified, subjects, zh } from './subject.ts';

const copying = ['carrier.copy'] as const;
/** Everything that takes words out of an item. */
const takingFrom = ['carrier.copy', 'carrier.extract', 'carrier.compile'] as const;

/** Groups 2.5, 2.6 and the storage rules of 2.8 that these commands meet. */
export const loanAndCopyRules: readonly Rule[] = [
  {
    id: 'P073', titleZh: '借阅须经领导批准', matrix: ['P073'], outcome: 'needs_approval', source: { seed: '003-10 30；003-15 一6；000-3a 二' }, parameters: ['loan.approvers'], commands: ['carrier.lend'],
    sentenceZh: '借出涉密载体须经双方领导批准；同一部门内借阅，本单位规定由保管方领导批准的从其规定。', approverZh: '保管方和借阅方领导',
    judge: (q) => {
      const c = q.facts.carrier;
      if (c === undefined || !classified(c)) return null;
      const keeper = q.facts.custodianPerson?.department ?? null;
      const one = q.profile.text('loan.approvers') === 'ownerLeader' && keeper !== null && keeper === q.facts.person?.department;
      const approverZh = one ? '保管方领导' : '保管方和借阅方领导';
      return { ...needsApproval(`需审批。借出${zh(c.level)}载体须经${approverZh}批准，依据本单位制度（规则 P073）。`, '按 Ctrl+S 送审，或按 F8 打印借阅审批单；只看不带走的，改为现场阅读。'), approverZh };
    },
  },
  {
    id: 'P074', titleZh: '借阅须有工作事由', matrix: ['P074'], outcome: 'record', source: { seed: '003-15 一6' }, parameters: [], commands: ['carrier.lend'],
    sentenceZh: '没有工作事由不得借阅。',
    require: (q) => (q.input['reason'] === undefined ? [{ path: 'reason', messageZh: '请填写借阅事由。没有工作事由不得借阅（规则 P074）。' }] : []),
  },
  {
    id: 'P075', titleZh: '每次借阅有应还日期', matrix: ['P075'], outcome: 'effect', source: { seed: '000-3a 二；003-12 3' }, parameters: ['loan.days', 'loan.remindDays'], commands: ['carrier.lend'],
    sentenceZh: '借期以制度参数为准，到期前提醒，超期列入今日并催还。',
    effect: (q, planned) => {
      const due = (q.input['dueOn'] as string | undefined) ?? (q.facts.carrier?.level === 'top_secret' ? q.today : addDays(q.today, q.profile.number('loan.days')));
      return planned.map((c): Change => {
        if (c.kind === 'enter' && c.register === 'loans') return { ...c, values: { ...c.values, dueOn: due, promisedDueOn: due } };
        if (c.kind === 'move' && c.register === 'carriers' && c.event === 'lent') return { ...c, set: { ...c.set, dueOn: due } };
        return c;
      });
    },
  },
  {
    id: 'P075-M', titleZh: '借期不超过规定', matrix: ['P075'], outcome: 'deny', source: { seed: '000-3a 二' }, parameters: ['loan.days'], commands: ['carrier.lend', 'carrier.extendLoan'],
    sentenceZh: '应还日期不早于今天，不超过规定借期；续借须经批准。', approverZh: '原批准人',
    judge: (q) => {
      const due = q.input['dueOn'] as string | undefined;
      if (due === undefined) return null;
      if (due < q.today) return deny(`不得登记。应还日期 ${due} 早于今天（规则 P075）。`, '请改应还日期。');
      if (due > addDays(q.today, q.profile.number('loan.days'))) return deny(`不得登记。应还日期 ${due} 超过 ${q.profile.number('loan.days')} 日借期（规则 P075）。`, `请改为 ${addDays(q.today, q.profile.number('loan.days'))} 以前，到期再办续借。`);
      return q.command === 'carrier.extendLoan' ? needsApproval('需审批。续借须经原批准人同意（规则 P075）。', '按 Ctrl+S 送审，或先办归还。') : null;
    },
  },
  {
    id: 'P076', titleZh: '借阅期间不得复制', matrix: ['P076'], outcome: 'deny', source: { seed: '003-10 30' }, parameters: [], commands: ['carrier.copy', 'carrier.extract'],
    sentenceZh: '借出的载体不得复制摘抄，保管方领导在借阅单上批注的除外。',
    judge: (q) => {
      const c = q.facts.carrier;
      if (c === undefined || c.state !== 'lent' || q.facts.loan?.copyingNote != null) return null;
      return deny(`不得复制摘抄。${called(c)} 在借阅期间，借阅单上没有准予复制摘抄的批注，依据本单位制度（规则 P076）。`, '请先归还，由保管方另办审批。');
    },
  },
  {
    id: 'P085', titleZh: '绝密不得擅自复制', matrix: ['P085', 'P090', 'P097'], outcome: 'deny', source: { seed: '000-1M 32；003-14 3', law: `${LAW}第二十六条第二款；${REG}第二十九条第四项` }, parameters: ['copy.topSecret', 'extract.approver.topSecret'], commands: takingFrom,
    sentenceZh: '绝密载体未经原定密机关或其上级同意，不得复制、摘抄、汇编；同意的文号、日期和文件归处一并写明。',
    judge: (q) => {
      if (!subjects(q).some((c) => c.level === 'top_secret')) return null;
      const what = q.command === 'carrier.extract' ? '摘抄' : q.command === 'carrier.compile' ? '汇编' : '复制';
      const never = q.profile.text(q.command === 'carrier.extract' ? 'extract.approver.topSecret' : 'copy.topSecret') === 'never';
      const left = ([['originatorConsent', '文号'], ['consentOn', '日期'], ['consentFile', '文件归处']] as const).filter(([key]) => q.input[key] === undefined).map(([, zhName]) => zhName);
      if (!never && left.length === 0) return null;
      const given = left.length < 3 && !never ? `同意文件还缺${left.join('、')}。` : '';
      return deny(`不得${what}。绝密载体未经原定密机关、单位或其上级机关批准不得复制、摘抄和汇编，依据${LAW}第二十六条第二款（规则 P085）。${given}`, never ? `本单位规定绝密一律不${what}，请改为现场阅读。` : '请先取得原定密机关书面同意，填写文号、日期和文件归处；本单位领导同意不能代替。');
    },
  },
  {
    id: 'P086', titleZh: '复制须经审批', matrix: ['P086', 'P096'], outcome: 'needs_approval', source: { seed: '000-1M 32；000-3a 三；003-12 6', law: `${REG}第二十七条第五项` }, commands: copying,
    parameters: ['copy.approver.secret', 'copy.approver.confidential', 'copy.originatorConsent.secret', 'copy.originatorConsent.confidential'],
    sentenceZh: '复制机密、秘密载体须经主管领导批准并登记，单位定为主要负责人的由其批准；制发机关不准复制的不得复制。', approverZh: '主管领导',
    judge: (q) => {
      const c = q.facts.carrier;
      if (c === undefined || !isStateSecret(c.level)) return null;
      if (c.copyingForbidden === 1) return deny(`不得复制。制发机关注明 ${called(c)} 不准复制，依据${REG}第二十七条第五项（规则 P086）。`, '请改为现场阅读，或向制发机关书面请示。');
      if (c.level !== 'top_secret') {
        const key = keyOfLevel(c.level);
        if (q.profile.text(`copy.approver.${key}`) === 'never') return deny(`不得复制。本单位规定${zh(c.level)}载体不复制（规则 P086）。`, '请改为现场阅读。');
        if (q.profile.text(`copy.originatorConsent.${key}`) === 'required' && q.input['originatorConsent'] === undefined) return deny(`不得复制。本单位规定复制${zh(c.level)}载体须有制发机关同意（规则 P086）。`, '请填写制发机关同意的文号和日期。');
      }
      const by = c.level === 'top_secret' ? '主管领导' : approverOf(q, `copy.approver.${keyOfLevel(c.level)}`);
      return needsApproval(`需审批。复制${zh(c.level)}载体须经${by}批准，依据${REG}第二十七条第五项（规则 P086）。`, '按 Ctrl+S 送审，或按 F8 打印复制审批单。', by);
    },
  },
  {
    id: 'P087', titleZh: '复制件视同原件', matrix: ['P087'], outcome: 'effect', source: { seed: '000-1M 32；003-6 四', law: `${REG}第二十七条第五项` }, parameters: [], commands: copying,
    sentenceZh: '每份复制件单独编号，密级、期限、知悉范围随母件，按原件管理。',
    effect: (q, planned) => {
      const c = q.facts.carrier;
      if (c === undefined) return planned;
      return planned.map((p): Change => (p.kind === 'enter' && p.register === 'carriers'
        ? { ...p, values: { ...p.values, level: c.level, regime: c.regime, secrecyPeriod: c.secrecyPeriod, periodForm: c.periodForm, periodEndsOn: c.periodEndsOn, accessScope: c.accessScope, scopeUnit: c.scopeUnit, parent: c.id, copyingForbidden: c.copyingForbidden, wideningForbidden: c.wideningForbidden } }
        : p));
    },
  },
  {
    id: 'P088', titleZh: '不得超过批准份数', matrix: ['P088'], outcome: 'deny', source: { seed: '000-9.2；003-10 29（四）' }, parameters: [], commands: ['carrier.copy', 'carrier.compile'],
    sentenceZh: '复制份数以批准的为准，不得多印。',
    judge: (q) => {
      const approved = q.approval?.record.quantity;
      const asked = (q.input['quantity'] ?? q.input['copies']) as number;
      if (approved == null || asked <= approved) return null;
      return deny(`不得复制。批准 ${approved} 份，要复制 ${asked} 份，依据本单位制度（规则 P088）。`, '请按批准份数复制；确需增加的另行送审。');
    },
  },
  {
    id: 'P089', titleZh: '复制件办完收回', matrix: ['P089'], outcome: 'effect', source: { seed: '003-14 4' }, parameters: ['copy.returnDays'], commands: copying,
    sentenceZh: '复制件写明收回日期，到期列入今日。',
    effect: (q, planned) => {
      const back = (q.input['returnBy'] as string | undefined) ?? addDays(q.today, q.profile.number('copy.returnDays'));
      return planned.map((p): Change => (p.kind === 'enter' && (p.register === 'carriers' || p.register === 'copies') ? { ...p, values: { ...p.values, returnBy: back } } : p));
    },
  },
  {
    id: 'P091', titleZh: '不得私自复制留存', matrix: ['P091'], outcome: 'deny', source: { seed: '003-15 六8；001-E 4' }, parameters: [], commands: ['carrier.copy', 'carrier.extract'],
    sentenceZh: '不得为个人参考复制、摘抄、留存。',
    judge: (q) => (q.input['privateUse'] === true ? deny('不得复制摘抄。个人参考不是复制、摘抄的理由，依据本单位制度（规则 P091）。', '请改为现场阅读。') : null),
  },
  {
    id: 'P092', titleZh: '不得到社会上复印', matrix: ['P092'], outcome: 'deny', source: { seed: '003-6 四', law: `${LAW}第四十一条` }, parameters: [], commands: copying,
    sentenceZh: '涉密载体在本单位文印室或有保密资质的单位复制。',
    judge: (q) => {
      const place = q.input['place'] as string | undefined;
      if (place === undefined || !/(社会|打印店|复印店|图文|快印|街)/.test(place)) return null;
      return deny(`不得复制。${place}不是本单位文印室，也没有保密资质记录，依据${LAW}第四十一条（规则 P092）。`, '请改在本单位文印室复制。');
    },
  },
  {
    id: 'COPY-REASON', titleZh: '复制写明事由和复制人', matrix: ['P086'], outcome: 'record', source: { law: `${REG}第二十七条第五项` }, parameters: [], commands: takingFrom,
    sentenceZh: '复制、摘抄、汇编登记写明事由和经手人。',
    require: (q) => {
      const gaps: { path: string; messageZh: string }[] = [];
      if (q.input['reason'] === undefined) gaps.push({ path: 'reason', messageZh: '请填写事由（规则 P086）。' });
      if (q.command !== 'carrier.extract' && q.input['operator'] === undefined) gaps.push({ path: 'operator', messageZh: '请填写复制人（规则 P086）。' });
      return gaps;
    },
  },
  {
    id: 'P120', titleZh: '柜具与密级相配', matrix: ['P120'], outcome: 'deny', source: { seed: 'C09', law: '密码柜（二手）' }, parameters: ['storage.cabinetFor.topSecret', 'storage.cabinetFor.secret', 'storage.cabinetFor.confidential'], commands: ['carrier.receive', 'carrier.enter', 'carrier.place', 'carrier.transfer', 'production.complete', 'telegram.receive'],
    sentenceZh: '绝密存密码保险柜，机密、秘密存密码文件柜。',
    judge: (q) => {
      const kind = q.input['cabinetKind'] as string | undefined;
      const level = (q.facts.carrier?.level ?? q.facts.production?.level ?? (q.input['level'] as never)) ?? null;
      if (kind === undefined || q.historical || !isStateSecret(level)) return null;
      const ranks = ['other', 'iron_cabinet', 'archive_room', 'code_cabinet', 'code_safe'];
      const need = q.profile.text(`storage.cabinetFor.${keyOfLevel(level)}`);
      if (ranks.indexOf(kind) >= ranks.indexOf(need)) return null;
      return deny(`不得存放。${zh(level)}载体须存${need === 'code_safe' ? '密码保险柜' : '密码文件柜'}，依据本单位制度（规则 P120）。`, '请另选柜具。');
    },
  },
  {
    id: 'P083-B', titleZh: '档案经档案归还登记收回', matrix: ['P083'], outcome: 'deny', source: { seed: '001-T 档案员 2–6' }, parameters: [], commands: ['carrier.giveBack'],
    sentenceZh: '查阅、借出的档案整批清点归架，办理档案归还，不按一般归还办理。',
    judge: (q) => (q.facts.archiveUse === undefined ? null : deny(`不得办理。${q.facts.carrier === undefined ? '本件' : called(q.facts.carrier)} 是按 ${q.facts.archiveUse.number ?? ''} 查阅借出的档案（规则 P083）。`, '请办理档案归还，清点归架。')),
  },
  {
    id: 'OVERDUE-NOTE', titleZh: '超期归还须说明', matrix: ['P075', 'P053'], outcome: 'warn', source: { seed: '000-3a 二' }, parameters: [], commands: ['carrier.giveBack'],
    sentenceZh: '超期归还的写明原因。',
    judge: (q) => {
      const due = q.facts.loan?.dueOn ?? null;
      if (due === null || due >= q.today || q.input['remark'] !== undefined) return null;
      return warn(`归还已超期，应于 ${due} 归还（规则 P075）。`, '请写明原因，登记后从今日清单移出。');
    },
  },
  {
    id: 'RETURN-CHECK', titleZh: '归还当面清点', matrix: ['P046', 'P054'], outcome: 'warn', source: { seed: '000-1M 31' }, parameters: [], commands: ['carrier.giveBack', 'circulation.takeBack'],
    sentenceZh: '归还时核对页数和完好情况；不齐的写明并追查。',
    judge: (q) => (q.input['pagesChecked'] === false || q.input['intact'] === false ? warn('归还件页数不齐或有涂改破损（规则 P046）。', '请写明缺损情况；疑似泄密的另作报告。') : null),
  },
];
