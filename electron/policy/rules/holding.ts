import { isStateSecret } from '#shared/levels.ts';
import { addDays, toInstant } from '#shared/time.ts';
import { isViolationKind, violationKinds } from '#shared/violations.ts';
import { enterRecord } from '../change.ts';
import type { Change } from '../change.ts';
import { isHandedOut } from '../places.ts';
import { deny, LAW, needsApproval, warn } from '../question.ts';
import type { Rule } from '../question.ts';
import { called, classified, zh } from './subject.ts';

const missing = (path: string, messageZh: string) => [{ path, messageZh }];

/** What people keep for a while with leave, notebooks, refusals, and the kinds of violations (P053, P057, P071, P072, L034). */
export const holdingRules: readonly Rule[] = [
  {
    id: 'P053', titleZh: '个人留存须经批准并有期限', matrix: ['P053'], outcome: 'needs_approval', source: { seed: '000-1M 34；003-15 六4、七11；003-12 3', law: '个人留存台账（二手）' }, parameters: ['personalHold.maxDays'], commands: ['carrier.hold'],
    sentenceZh: '办完的载体交回保密员；确需个人留存的写明原因、期限，经批准，到期收回。', approverZh: '主管领导',
    judge: (q) => {
      const c = q.facts.carrier;
      const until = String(q.input['until']);
      const most = q.profile.number('personalHold.maxDays');
      if (until < q.today) return deny(`不得登记。留存期限 ${until} 早于今天（规则 P053）。`, '请改留存期限。');
      if (until > addDays(q.today, most)) return deny(`不得留存。期限 ${until} 超过 ${most} 日，个人不得长期留存载体，依据本单位制度（规则 P053）。`, `请改为 ${addDays(q.today, most)} 以前，或先交回保密员。`);
      if (c === undefined || !classified(c)) return null;
      if (c.level === 'top_secret') return deny('不得留存。绝密件须当日退还，依据本单位制度（规则 P042）。', '请今日收回，由保密员保管。');
      return needsApproval(`需审批。个人留存${zh(c.level)}载体须经主管领导批准，依据本单位制度（规则 P053）。`, '按 Ctrl+S 送审，或按 F8 打印审批单；不再用的请先收回。');
    },
  },
  { id: 'P053-L', titleZh: '个人持有不超过上限', matrix: ['P053'], outcome: 'due', source: { seed: '000-1M 34；003-12 3' }, parameters: ['personalHold.maxDays'], commands: [], sentenceZh: '续借后持有超过上限的列入今日，收回或办个人留存审批。' },
  {
    id: 'P057', titleZh: '拒绝违规要求照实登记', matrix: ['P057'], outcome: 'record', source: { seed: '000-5（六）' }, parameters: [], commands: ['refusal.record'],
    sentenceZh: '对违反规定的要求可以拒绝并向上报告；写明违反什么规定，登记保护拒绝人。',
    require: (q) => [
      ...(q.input['rules'] === undefined ? missing('rules', '请填写违反的规定。拒绝办理须写明理由（规则 P057）。') : []),
      ...(typeof q.input['refusedAt'] === 'string' && toInstant(q.input['refusedAt']) > q.now ? missing('refusedAt', '拒绝时间晚于现在，请核对（规则 P057）。') : []),
      ...(q.input['reportedAt'] !== undefined && q.input['reportedTo'] === undefined ? missing('reportedTo', '请填写向谁报告。拒绝后须向上报告（规则 P057）。') : []),
    ],
  },
  {
    id: 'P071', titleZh: '工作笔记只用登记的保密本', matrix: ['P071'], outcome: 'deny', source: { seed: '004-3M 5（九）；000-1M 33；000-9.1', law: `${LAW}第二十六条第一款` }, parameters: [], commands: ['notebook.issue', 'notebook.giveBack'],
    sentenceZh: '涉密内容只记在登记编号的保密本上；保密本按密级领用，一本一人。',
    judge: (q) => {
      const c = q.facts.carrier;
      if (c === undefined) return null;
      if (q.command === 'notebook.giveBack') return q.facts.notebook == null ? deny(`不得登记。${called(c)} 没有领用登记（规则 P071）。`, '请核对编号；载体归还在“归还”办理。') : null;
      if (c.carrierKind !== 'notebook') return deny(`不得领用。${called(c)} 不是保密本，依据本单位制度（规则 P071）。`, '请选类别为“保密本”的载体；没有的先登记载体。');
      return isStateSecret(c.level) ? null : deny(`不得领用。${called(c)} 没有定密级，不能记录国家秘密，依据本单位制度（规则 P071）。`, '请先登记有密级和保密期限的保密本。');
    },
  },
  {
    id: 'P071-N', titleZh: '保密本缺页须说明', matrix: ['P071', 'P054'], outcome: 'record', source: { seed: '001-E 4；000-9.1' }, parameters: [], commands: ['notebook.giveBack'],
    sentenceZh: '交回的保密本逐页清点；少页的写明情况，立案追查。',
    require: (q) => {
      const out = q.facts.notebook?.pagesOut ?? 0;
      const back = q.input['pages'] as number;
      if (back > out && q.facts.notebook != null) return missing('pages', `请重新清点。领用时 ${out} 页，交回不会多于领用时页数（规则 P071）。`);
      if ((q.input['used'] as number) > back) return missing('used', '请重新清点。已写页数不会多于交回页数（规则 P071）。');
      return back < out && q.input['remark'] === undefined ? missing('remark', `请写明缺页情况。领用时 ${out} 页，交回 ${back} 页（规则 P071）。`) : [];
    },
  },
  {
    id: 'P071-L', titleZh: '保密本缺页立案', matrix: ['P071', 'P054'], outcome: 'effect', source: { seed: '001-E 4；000-1M 33' }, parameters: [], commands: ['notebook.giveBack'],
    sentenceZh: '保密本缺页按载体下落不明立案查找。',
    effect: (q, planned) => {
      const n = q.facts.notebook;
      const c = q.facts.carrier;
      const back = q.input['pages'] as number;
      if (n == null || c === undefined || n.pagesOut === null || back >= n.pagesOut) return planned;
      const short = n.pagesOut - back;
      return [
        enterRecord('missingPages', 'incidents', {
          kind: 'missing', carrier: c.id, carrierNumber: c.number, title: `${c.title ?? '保密本'}缺 ${short} 页`, level: c.level, discoveredAt: q.happenedAt, discoveredBy: q.actor.name, lastHolder: n.holderName, state: 'searching',
          account: `保密本 ${c.number ?? ''} 领用时 ${n.pagesOut} 页，交回 ${back} 页，缺 ${short} 页。${(q.input['remark'] as string | undefined) ?? ''}`,
        }),
        ...planned.map((p): Change => (p.kind === 'move' && p.register === 'notebooks' ? { ...p, set: { ...p.set, incident: { $from: 'missingPages', take: 'id' } } } : p)),
      ];
    },
  },
  {
    id: 'P071-O', titleZh: '领用中的保密本先交回', matrix: ['P071', 'P047'], outcome: 'deny', source: { seed: '000-1M 34' }, parameters: [], commands: ['carrier.place', 'carrier.transfer', 'carrier.returnToIssuer', 'carrier.destroy.propose', 'carrier.file', 'carrier.route'],
    sentenceZh: '领用中的保密本交回后才能移存、移交、归档、销毁。',
    judge: (q) => {
      const held = (q.facts.carriers ?? (q.facts.carrier === undefined ? [] : [q.facts.carrier])).find(isHandedOut);
      return held === undefined ? null : deny(`不得办理。${called(held)} 由${held.holderName ?? ''}领用，尚未交回（规则 P071）。`, '请先办理交回保密本。');
    },
  },
  {
    id: 'P071-D', titleZh: '保密本领用写明交回日期', matrix: ['P071', 'P053'], outcome: 'warn', source: { seed: '000-9.1' }, parameters: [], commands: ['notebook.issue'],
    sentenceZh: '领用保密本写明应交回日期，到期清点。',
    judge: (q) => {
      const due = q.input['dueOn'] as string | undefined;
      if (due === undefined) return warn('没有写明应交回日期，到期不能提醒（规则 P071）。', '请填写应交回日期；长期领用的写明原因。');
      return due < q.today ? deny(`不得登记。应交回日期 ${due} 早于今天（规则 P071）。`, '请改应交回日期。') : null;
    },
  },
  {
    id: 'P072', titleZh: '打听、收集工作以外的秘密要登记', matrix: ['P072'], outcome: 'record', source: { seed: '002-P（二）2；001-A 四4' }, parameters: [], commands: ['violation.record'],
    sentenceZh: '打听、索取、收集工作以外的秘密事项是违规，写明何人。',
    require: (q) => (q.input['kind'] === 'outside_duty' && q.input['person'] === undefined ? missing('person', '请填写何人。打听、收集工作以外的秘密须记明当事人（规则 P072）。') : []),
  },
  {
    id: 'L034', titleZh: '违规情形写明违反的条文', matrix: ['P072'], outcome: 'effect', source: { law: `${LAW}第二十八条、第二十九条、第三十一条、第五十七条` }, parameters: [], commands: ['violation.record'],
    sentenceZh: '违规情形从法律列举的禁止行为中选择，违反的条文随情形写入登记。',
    effect: (q, planned) => {
      const { kind } = q.input;
      if (!isViolationKind(kind)) return planned;
      const named = violationKinds[kind].law;
      return planned.map((p) => (p.kind === 'enter' && p.register === 'violations' ? { ...p, values: { ...p.values, rulesZh: [named, p.values['rulesZh']].filter((x) => typeof x === 'string').join('；') } } : p));
    },
  },
];
