import { isStateSecret, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addDays, dayOf } from '#shared/time.ts';
import { enterRecord, fromKey } from '../change.ts';
import type { Change } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, LAW, needsApproval, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { workingDayAfter, workingDaysBetween } from '../workingDays.ts';
import { holdingRules } from './holding.ts';
import { called, classified, inScope, zh } from './subject.ts';

const urgent = (urgency: unknown): boolean => urgency === 'urgent' || urgency === 'extra_urgent';
const mailLevel = (q: Question): Level | null => (q.input['level'] as Level | null | undefined) ?? null;
const kept = (q: Question): boolean => isStateSecret(mailLevel(q)) || q.input['asClassified'] === true;
const receivedOn = (q: Question): string => (q.input['receivedOn'] as string | undefined) ?? dayOf(q.happenedAt);
const missing = (path: string, messageZh: string) => [{ path, messageZh }];

/** Completes the line of the receipt that the act enters. */
const onReceipt = (planned: readonly Change[], values: (before: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>): readonly Change[] =>
  planned.map((c): Change => (c.kind === 'enter' && c.register === 'receipts' ? { ...c, values: { ...c.values, ...values(c.values) } } : c));

/** What the circulation is about is a state secret: by its carrier, or by the line itself where there is none. */
const secretItem = (q: Question): boolean => {
  const c = q.facts.carrier;
  return c !== undefined ? classified(c) : isStateSecret(q.facts.circulation?.level ?? q.facts.receipt?.level ?? null);
};
const levelOfItem = (q: Question): Level | null => q.facts.carrier?.level ?? q.facts.circulation?.level ?? q.facts.receipt?.level ?? null;
const itemZh = (q: Question): string => q.facts.carrier?.number ?? q.facts.receipt?.number ?? q.facts.circulation?.number ?? '本件';
const outStep = (q: Question) => (q.facts.steps ?? []).find((s) => s.state === 'out');

/** Group 2.3: routing and circulation; 2.4: notebooks. */
export const circulationRules: readonly Rule[] = [
  {
    id: 'P038', titleZh: '收文及时送批办', matrix: ['P038'], outcome: 'effect', source: { seed: '003-7（一）1' }, parameters: ['circulation.routeWithinWorkingDays'], commands: ['carrier.receive'],
    sentenceZh: '涉密来文附传阅笺，当日或下一个工作日送办公室负责人批办。',
    effect: (q, planned) => (q.historical || !kept(q) ? planned : onReceipt(planned, () => ({ routeDueOn: workingDayAfter(receivedOn(q), q.profile.number('circulation.routeWithinWorkingDays')) }))),
  },
  {
    id: 'P040', titleZh: '急件随到随送', matrix: ['P040'], outcome: 'effect', source: { seed: '003-7（一）2' }, parameters: ['circulation.urgentWithinDays'], commands: ['carrier.receive'],
    sentenceZh: '急件、特急件和有时限的文件当日送批办、当日送阅，不得积压。',
    effect: (q, planned) => (q.historical || !urgent(q.input['urgency']) ? planned : onReceipt(planned, () => ({ routeDueOn: addDays(receivedOn(q), q.profile.number('circulation.urgentWithinDays')) }))),
  },
  {
    id: 'P054-S', titleZh: '收文验看封签', matrix: ['P054', 'P046'], outcome: 'warn', source: { seed: '003-3 1；003-7（一）1', law: `${REG}第二十七条第二项` }, parameters: [], commands: ['carrier.receive'],
    sentenceZh: '来文封签破损的，当场与送件人核对，写明情况并立案追查。',
    judge: (q) => (q.input['sealIntact'] === false && !q.historical ? warn('来文封签破损，内容可能已经外泄（规则 P054）。', '请当场与送件人核对件数，写明情况后登记；登记时随即立案。') : null),
  },
  {
    id: 'P054-D', titleZh: '封签破损立案', matrix: ['P054'], outcome: 'effect', source: { seed: '001-E 6；003-3 1' }, parameters: [], commands: ['carrier.receive'],
    sentenceZh: '封签破损的来文，随登记立案追查。',
    effect: (q, planned) => {
      const receipt = planned.find((c) => c.kind === 'enter' && c.register === 'receipts');
      if (q.input['sealIntact'] !== false || q.historical || receipt?.kind !== 'enter') return planned;
      return [...planned, enterRecord('seal', 'incidents', { kind: 'damage', title: q.input['title'], level: mailLevel(q), discoveredAt: q.happenedAt, discoveredBy: q.actor.name, state: 'searching', carrierNumber: fromKey(receipt.key, 'number'), account: `来文封签破损。${q.input.warnReason ?? ''}` })];
    },
  },
  {
    id: 'P054-P', titleZh: '退回缺页立案', matrix: ['P054', 'P046'], outcome: 'effect', source: { seed: '001-E 6；003-3 1' }, parameters: [], commands: ['carrier.giveBack', 'circulation.takeBack'],
    sentenceZh: '归还、退阅时缺页的，随登记立案查找。',
    effect: (q, planned) => {
      const c = q.facts.carrier;
      if (q.input['pagesChecked'] !== false || c === undefined || !classified(c)) return planned;
      return [...planned, enterRecord('pages', 'incidents', {
        kind: 'shortage', carrier: c.id, carrierNumber: c.number, title: `${c.title ?? ''}（退回缺页）`, level: c.level, discoveredAt: q.happenedAt, discoveredBy: q.actor.name, lastHolder: c.holderName, state: 'searching',
        account: `由${c.holderName ?? '持有人'}退回时页数不齐。${[q.input['remark'], q.input.warnReason].filter((t) => t !== undefined).map(String).join('；')}`,
      })];
    },
  },
  {
    id: 'P056', titleZh: '会议带回的文件及时交回登记', matrix: ['P056'], outcome: 'warn', source: { seed: '000-3a 七；000-9.1；003-15 一7' }, parameters: ['receipt.handInWithinWorkingDays'], commands: ['carrier.receive'],
    sentenceZh: '会议、外出带回的文件在回来后一个工作日内交保密员登记。',
    judge: (q) => {
      const back = q.input['broughtBackOn'] as string | undefined;
      if (back === undefined || q.historical) return null;
      if (back > q.today) return deny(`不得登记。会议结束日期 ${back} 晚于今天（规则 P056）。`, '请核对会议结束日期。');
      const most = q.profile.number('receipt.handInWithinWorkingDays');
      const late = workingDaysBetween(back, receivedOn(q));
      return late <= most ? null : warn(`会议 ${back} 结束，过了 ${late} 个工作日才交回，应在 ${most} 个工作日内交回，依据本单位制度（规则 P056）。`, '请写明迟交原因后登记。');
    },
  },
  {
    id: 'P056-R', titleZh: '会议带回的写明会议结束日期', matrix: ['P056', 'P060'], outcome: 'record', source: { seed: '003-15 一7' }, parameters: [], commands: ['carrier.receive'],
    sentenceZh: '会议带回的文件写明会议结束日期，以便核对是否及时交回。',
    require: (q) => (q.input['channel'] === 'meeting' && !q.historical && q.input['broughtBackOn'] === undefined ? missing('broughtBackOn', '请填写会议结束日期。会议带回的文件须及时交回登记（规则 P056）。') : []),
  },
  {
    id: 'L027-R', titleZh: '拆封清点的人也是知悉人', matrix: ['P061'], outcome: 'effect', source: { law: `${REG}第二十条（推定）` }, parameters: ['reading.recordFrom'], commands: ['carrier.receive'],
    sentenceZh: '拆封清点机密级以上来文的签收人，随收文登记记入知悉人。',
    effect: (q, planned) => {
      if (q.historical || rankOf(mailLevel(q)) < rankOf(q.profile.text('reading.recordFrom') as Level)) return planned;
      const opener = q.facts.custodianPerson ?? null;
      const name = opener?.name ?? (q.input['signedBy'] as string | undefined) ?? q.actor.name;
      const listed = (q.input['accessScope'] as string[] | undefined) ?? [];
      const opened = planned.flatMap((c) => (c.kind === 'enter' && c.register === 'carriers' ? [enterRecord(`opened-${c.key}`, 'readings', {
        carrier: fromKey(c.key, 'id'), carrierNumber: fromKey(c.key, 'number'), title: c.values['title'], level: mailLevel(q), secrecyPeriod: c.values['secrecyPeriod'], copySerial: c.values['copySerial'], reader: opener?.id ?? null, readerName: name, department: opener?.department ?? null,
        personnelClass: opener?.personnelClass ?? null, how: 'opened', startedAt: q.happenedAt, endedAt: q.happenedAt, purpose: '收文拆封清点', inScope: listed.includes(name) ? 1 : 0, signature: 'ink', signedAt: q.happenedAt, state: 'closed',
      })] : []));
      return [...planned, ...opened];
    },
  },
  {
    id: 'P039', titleZh: '传阅人由办公室负责人批定', matrix: ['P039'], outcome: 'needs_approval', source: { seed: '003-7（一）1' }, parameters: ['circulation.routerRole'], commands: ['carrier.route', 'circulation.addReaders', 'carrier.circulate'],
    sentenceZh: '谁看由办公室负责人批定，保密员只送批定的人。', approverZh: '办公室负责人',
    judge: (q) => {
      if (q.command === 'carrier.circulate') {
        const p = q.facts.person;
        if (p === undefined) return null;
        const own = (q.facts.steps ?? []).filter((s) => s.reader === p.id);
        if (own.some((s) => s.state === 'waiting' || s.state === 'out')) return null;
        return deny(`不得送阅。${p.name ?? ''}${own.length > 0 ? '已阅退' : '不在批定的传阅人之内'}，依据本单位制度（规则 P039）。`, '请按批定的传阅人送阅；确需再送的，先办增加传阅人。');
      }
      if (q.command === 'circulation.addReaders') {
        const twice = (q.facts.people ?? []).find((p) => (q.facts.steps ?? []).some((s) => s.reader === p.id && (s.state === 'waiting' || s.state === 'out')));
        if (twice !== undefined) return deny(`不得增加。${twice.name ?? ''}已在传阅人之内，尚未阅退（规则 P039）。`, '请去掉重复的传阅人。');
      }
      if (!secretItem(q)) return null;
      const role = q.profile.text('circulation.routerRole') === 'leaderInCharge' ? '主管领导' : '办公室负责人';
      return { ...needsApproval(`需审批。${zh(levelOfItem(q))}件的传阅人由${role}批定，依据本单位制度（规则 P039）。`, `按 Ctrl+S 送审，或按 F8 打印审批单送${role}批示。`), approverZh: role };
    },
  },
  {
    id: 'P045-C', titleZh: '传阅人须在知悉范围内', matrix: ['P045', 'P012'], outcome: 'deny', source: { seed: '003-15 一2', law: `${LAW}第二十一条第三款` }, parameters: [], commands: ['carrier.route', 'circulation.addReaders'],
    sentenceZh: '拟送的传阅人须在知悉范围内；范围以外的先办扩大知悉范围。',
    judge: (q) => {
      const c = q.facts.carrier;
      if (c === undefined || !classified(c)) return null;
      const outside = (q.facts.people ?? []).filter((p) => !inScope(c, p)).map((p) => p.name ?? '');
      return outside.length === 0 ? null : deny(`不得列入传阅。${outside.join('、')}不在 ${called(c)} 的知悉范围内，依据${LAW}第二十一条第三款（规则 P045）。`, '请先办扩大知悉范围，经主要负责人或其指定的人批准；或去掉这些人。');
    },
  },
  {
    id: 'P041', titleZh: '传阅一周内结束', matrix: ['P041'], outcome: 'effect', source: { seed: '003-7（一）2', law: '（二手）' }, parameters: ['circulation.maxDays'], commands: ['carrier.route'],
    sentenceZh: '普通传阅一周内结束；到期列入今日并催办。',
    effect: (q, planned) => {
      const due = (q.input['dueOn'] as string | undefined) ?? addDays(q.today, q.profile.number('circulation.maxDays'));
      return planned.map((c): Change => (c.kind === 'enter' && c.register === 'circulations' ? { ...c, values: { ...c.values, dueOn: due } } : c));
    },
  },
  {
    id: 'P041-M', titleZh: '传阅期限不超过规定', matrix: ['P041'], outcome: 'deny', source: { seed: '003-7（一）2' }, parameters: ['circulation.maxDays'], commands: ['carrier.route', 'carrier.circulate'],
    sentenceZh: '传阅应结束日期不早于今天，不超过规定期限。',
    judge: (q) => {
      const due = q.input['dueOn'] as string | undefined;
      if (due === undefined) return null;
      if (due < q.today) return deny(`不得登记。日期 ${due} 早于今天（规则 P041）。`, '请改日期。');
      const last = addDays(q.today, q.profile.number('circulation.maxDays'));
      return due <= last ? null : deny(`不得登记。日期 ${due} 超过 ${q.profile.number('circulation.maxDays')} 日传阅期限，依据本单位制度（规则 P041）。`, `请改为 ${last} 以前；到期看不完的，可提前结束后另办借阅。`);
    },
  },
  {
    id: 'P042-D', titleZh: '送阅件当日退还', matrix: ['P042', 'P041'], outcome: 'effect', source: { seed: '003-7（一）3；003-14 3', law: '离开时入柜（二手）' }, parameters: ['circulation.sameDay.topSecret', 'circulation.sameDay.secret', 'circulation.sameDay.confidential'], commands: ['carrier.circulate'],
    sentenceZh: '送阅的涉密件写明当日退还；非密件以传阅期限为准。',
    effect: (q, planned) => {
      const level = levelOfItem(q);
      const sameDay = isStateSecret(level) && q.profile.text(`circulation.sameDay.${keyOfLevel(level)}`) !== 'off';
      const end = q.facts.circulation?.dueOn ?? q.today;
      const due = (q.input['dueOn'] as string | undefined) ?? (sameDay || end < q.today ? q.today : end);
      return planned.map((c): Change => (c.kind === 'move' && (c.event === 'circulating' || c.event === 'handed_out') ? { ...c, set: { ...c.set, dueOn: due } } : c));
    },
  },
  {
    id: 'P042-L', titleZh: '逾期退还须说明', matrix: ['P042', 'P041'], outcome: 'warn', source: { seed: '003-7（一）3' }, parameters: [], commands: ['circulation.takeBack'],
    sentenceZh: '过了应退日期才退还的写明原因。',
    judge: (q) => {
      const due = outStep(q)?.dueOn ?? null;
      if (due === null || due >= q.today || q.input['remark'] !== undefined) return null;
      return warn(`退还已逾期，应于 ${due} 退还，依据本单位制度（规则 P042）。`, '请写明逾期原因，登记后从今日清单移出。');
    },
  },
  {
    id: 'P044', titleZh: '先签名后阅读', matrix: ['P044', 'P046'], outcome: 'deny', source: { seed: '003-11（一）3(5)', law: `${REG}第二十条` }, parameters: ['reading.signatureMode'], commands: ['carrier.circulate'],
    sentenceZh: '传阅人先在文件发放登记表签名，或当场输入本人口令，再领取涉密件。',
    judge: (q) => {
      if (!secretItem(q)) return null;
      const signature = (q.input['signature'] as string | undefined) ?? 'pending';
      if (signature === 'pending') return deny(`不得送阅。${q.facts.person?.name ?? '传阅人'}还没有签名，须先签名后阅读，依据本单位制度（规则 P044）。`, '请传阅人在文件发放登记表上签名，选“纸面签名”；或当场输入本人口令。');
      if (signature === 'ink' && q.profile.text('reading.signatureMode') === 'ownPassword') return deny('不得以纸面签名。本单位规定以本人口令确认（规则 P044）。', '请传阅人当场输入口令。');
      return null;
    },
  },
  {
    id: 'P046-C', titleZh: '退还时清点并签名', matrix: ['P046', 'P054'], outcome: 'record', source: { seed: '000-8(2)；000-1M 31', law: `${REG}第二十七条第二项` }, parameters: [], commands: ['circulation.takeBack'],
    sentenceZh: '涉密件退还时当面清点页数，写明退还签名。',
    require: (q) => {
      if (!secretItem(q)) return [];
      return [
        ...(q.input['pagesChecked'] === undefined ? missing('pagesChecked', '请当面清点页数。涉密件每次交接都须清点（规则 P046）。') : []),
        ...(q.input['signature'] === undefined ? missing('signature', '请写明退还签名。涉密件每次交接双方签名（规则 P046）。') : []),
      ];
    },
  },
  {
    id: 'P046-W', titleZh: '退还没有双方签名须说明', matrix: ['P046'], outcome: 'warn', source: { seed: '000-8(2)；000-1M 31', law: `${REG}第二十七条第二项` }, parameters: [], commands: ['circulation.takeBack'],
    sentenceZh: '退还人没有签名的写明原因。',
    judge: (q) => (secretItem(q) && q.input['signature'] === 'pending' ? warn('退还人没有签名，每次交接须双方签名（规则 P046）。', '请退还人签名；确实不能签的，写明原因。') : null),
  },
  {
    id: 'P043-O', titleZh: '传阅未结束不另办', matrix: ['P043', 'P047', 'P041'], outcome: 'deny', source: { seed: '003-11（一）3(5)' }, parameters: [], commands: ['carrier.route', 'carrier.destroy.propose', 'carrier.returnToIssuer', 'carrier.transfer', 'carrier.file', 'carrier.dispatch', 'carrier.convey', 'carrier.acknowledge', 'handover.close'],
    sentenceZh: '一件只有一份传阅单；传阅结束后才能清退、移交、发出、归档、销毁。',
    judge: (q) => {
      if (q.command === 'carrier.route') return q.facts.circulation === undefined ? null : deny(`不得送批办。${itemZh(q)} 已在传阅，传阅单 ${q.facts.circulation.number ?? ''}（规则 P043）。`, '请在原传阅单上增加传阅人。');
      // Within the office a post goes on as it is; only a unit that is dissolved gives everything away.
      if (q.command === 'handover.close' && q.facts.handover?.kind !== 'unit') return null;
      // What is already on its way is signed for, whatever its sheet says.
      const leaves = (c: RecordOf<'carriers'>): boolean => q.command !== 'carrier.acknowledge' || c.state === 'in_custody';
      const busy = (q.facts.carriers ?? (q.facts.carrier === undefined ? [] : [q.facts.carrier])).find((c) => c.circulation !== null && leaves(c));
      return busy === undefined ? null : deny(`不得办理。${called(busy)} 的传阅没有结束，依据本单位制度（规则 P043）。`, '请先结束传阅。');
    },
  },
  {
    id: 'P041-F', titleZh: '收齐再结束传阅', matrix: ['P041', 'P043'], outcome: 'deny', source: { seed: '003-7（一）1、2' }, parameters: [], commands: ['circulation.finish'],
    sentenceZh: '在阅的收回后才能结束传阅；批示没有办结的不得归卷。',
    judge: (q) => {
      const out = outStep(q);
      if (out !== undefined) return deny(`不得结束。本件还在${out.readerName ?? '传阅人'}处（规则 P043）。`, '请先办退阅，再结束传阅。');
      const c = q.facts.circulation;
      if (q.input['archiveNumber'] === undefined || c?.instructions == null || c.followUpDoneOn !== null) return null;
      return deny('不得归卷。领导批示还没有办结，依据本单位制度（规则 P058）。', '请先登记批示落实情况并办结，再填写归卷号。');
    },
  },
  {
    id: 'P041-R', titleZh: '提前结束传阅写明原因', matrix: ['P041'], outcome: 'record', source: { seed: '003-7（一）2' }, parameters: [], commands: ['circulation.finish'],
    sentenceZh: '还有人没有看就结束的，写明原因。',
    require: (q) => {
      const waiting = (q.facts.steps ?? []).filter((s) => s.state === 'waiting');
      return waiting.length === 0 || q.input['reason'] !== undefined ? [] : missing('reason', `请填写提前结束的原因。还有${waiting.map((s) => s.readerName ?? '').join('、')}没有看（规则 P041）。`);
    },
  },
  {
    id: 'P058', titleZh: '批示写明办结日期', matrix: ['P058'], outcome: 'record', source: { seed: '000-8；003-7（一）1' }, parameters: [], commands: ['circulation.takeBack'],
    sentenceZh: '领导批示照录，写明应办结日期，落实到底。',
    require: (q) => (q.input['instructions'] !== undefined && q.input['followUpDueOn'] === undefined ? missing('followUpDueOn', '请填写批示应办结日期。领导批示须落实到底（规则 P058）。') : []),
  },
  {
    id: 'P058-F', titleZh: '有批示才有落实', matrix: ['P058'], outcome: 'deny', source: { seed: '000-8' }, parameters: [], commands: ['circulation.followUp'],
    sentenceZh: '批示落实情况记在有批示的传阅单上，办结后不再续记。',
    judge: (q) => {
      const c = q.facts.circulation;
      if (c?.instructions == null) return deny('不得登记。本传阅单没有领导批示（规则 P058）。', '请在退阅时照录批示，再登记落实情况。');
      return c.followUpDoneOn === null ? null : deny(`不得登记。批示已于 ${c.followUpDoneOn} 办结（规则 P058）。`, '如有新的批示，退阅时照录。');
    },
  },
  {
    id: 'P047-M', titleZh: '传阅、领用中的去向一并记明', matrix: ['P047', 'P071'], outcome: 'effect', source: { seed: '000-1M 31' }, parameters: [], commands: ['carrier.reportMissing', 'carrier.find'],
    sentenceZh: '传阅中或领用中的载体下落不明、找到的，传阅行和领用登记随之改记。',
    effect: (q, planned) => {
      const lost = q.command === 'carrier.reportMissing';
      const steps = (q.facts.steps ?? []).filter((s) => s.state === (lost ? 'out' : 'missing'));
      const { notebook } = q.facts;
      const own = notebook != null && notebook.state === (lost ? 'out' : 'missing') ? [notebook] : [];
      return [
        ...planned,
        ...steps.map((s): Change => ({ kind: 'move', register: 'circulationSteps', record: s.id, revision: s.revision, event: lost ? 'missing' : 'found', set: lost ? { state: 'missing' } : { state: 'back', backAt: q.happenedAt, remark: '下落不明后找到' } })),
        ...own.map((n): Change => ({ kind: 'move', register: 'notebooks', record: n.id, revision: n.revision, event: lost ? 'missing' : 'found', set: lost ? { state: 'missing' } : { state: 'returned', returnedAt: q.happenedAt, remark: '下落不明后找到' } })),
      ];
    },
  },
  { id: 'P042-C', titleZh: '送阅件当日收回', matrix: ['P042'], outcome: 'due', source: { seed: '003-7（一）3；003-14 3', law: '离开时入柜（二手）' }, parameters: ['circulation.sameDay.topSecret', 'circulation.sameDay.secret', 'circulation.sameDay.confidential', 'calendar.workdayEnd'], commands: [], sentenceZh: '送阅的涉密件当日下班前收回，没有收回的列入今日。' },
  { id: 'P040-C', titleZh: '急件随到随阅', matrix: ['P040'], outcome: 'due', source: { seed: '003-7（一）2' }, parameters: ['circulation.urgentWithinDays'], commands: [], sentenceZh: '急件批办后当日送阅；没有送出的列入今日，领导也能看到。' },
  { id: 'L018', titleZh: '八个环节都留痕', matrix: ['P047'], outcome: 'computed', source: { law: `${LAW}第二十六条第一款` }, parameters: [], commands: [], sentenceZh: '制作、收发、传递、使用、复制、保存、维修、销毁，每一环都在载体一生中留下记录。' },
  { id: 'P070', titleZh: '个人知悉情况汇总', matrix: ['P070'], outcome: 'computed', source: { seed: '000-5（二）；002-H 38' }, parameters: [], commands: [], sentenceZh: '每人知悉的件数、密级和起止时间随时可以汇总，供确定脱密期。' },
  ...holdingRules,
];
