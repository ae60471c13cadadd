import { isStateSecret, levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addMonths } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../change.ts';
import { deny, LAW, needsApproval, needsSecond, REG } from '../question.ts';
import type { Finding, Question, Rule } from '../question.ts';
import { approverOf, called, classified, inScope, readersOf, subjects, zh } from './subject.ts';

const handOut = ['carrier.lend', 'carrier.read', 'carrier.circulate', 'knowledge.record', 'archive.consult', 'archive.lendOut', 'telegram.read'] as const;
/** Who writes something out of an item knows it; who carries it is answerable for it. */
const knowing = [...handOut, 'carrier.extract'] as const;

/** What stands against a person's access; empty when nothing does. */
export function ineligible(q: Question, person: RecordOf<'persons'>): string[] {
  const checks = q.profile.list('eligibility.checks');
  const gaps: string[] = [];
  const has = (check: string): boolean => checks.includes(check);
  const until = person.coolingOffUntil;
  // The period ends with the procedure, not by itself (P313): who is past its day without it still has no access.
  if (has('notCoolingOff') && person.status === 'cooling_off' && until !== null && until < q.today) gaps.push(`脱密期已于 ${until} 届满，尚未办理终止手续和重新上岗`);
  else if (has('notCoolingOff') && (person.status === 'cooling_off' || (until !== null && until >= q.today))) gaps.push(`正在脱密期内${until === null ? '' : `（至 ${until}）`}`);
  if (has('notSuspended') && person.status === 'suspended') gaps.push('已暂停接触国家秘密');
  if (has('onPost') && !['on_post', 'suspended', 'cooling_off'].includes(person.status ?? '')) gaps.push('不在涉密岗位');
  if (has('screened')) {
    const tier = person.personnelClass === 'core' || person.personnelClass === 'important' ? person.personnelClass : 'general';
    if (person.screenedOn === null || person.screeningResult === 'failed') gaps.push(person.screeningResult === 'failed' ? '保密审查不合格' : '没有保密审查记录');
    else if (addMonths(person.screenedOn, q.profile.number(`screening.everyMonths.${tier}`)) < q.today) gaps.push(`保密审查（${person.screenedOn}）已到期未复审`);
  }
  if (has('trained')) {
    if (person.trainedOn === null) gaps.push('没有保密培训记录');
    else if (addMonths(person.trainedOn, q.profile.number('training.validMonths')) < q.today) gaps.push(`保密培训（${person.trainedOn}）已过期`);
  }
  if (has('undertaking') && person.undertakingOn === null) gaps.push('没有签订保密承诺书');
  if (has('certificate') && person.certificateUntil !== null && person.certificateUntil < q.today) gaps.push(`上岗证已于 ${person.certificateUntil} 到期`);
  return gaps;
}

const tierMax = (q: Question, person: RecordOf<'persons'>): Level | null =>
  person.personnelClass === null || person.personnelClass === 'none' ? null : (q.profile.text(`reading.tierLevel.${person.personnelClass}`) as Level);

/** Who is named to receive and send 绝密: on post, of a class that may know it, marked as the department's delegate (REG24 第二十九条第一项). */
export const isNamedForTopSecret = (q: Question, p: RecordOf<'persons'>): boolean => p.status === 'on_post' && p.delegate === 1 && tierMax(q, p) === 'top_secret';

const eachReader = (q: Question, look: (carrier: RecordOf<'carriers'>, person: RecordOf<'persons'>) => Finding | null): Finding[] =>
  subjects(q).filter(classified).flatMap((c) => readersOf(q).map((p) => look(c, p)).filter((f): f is Finding => f !== null));

const howOf: Readonly<Record<string, string>> = { 'carrier.lend': 'loan', 'carrier.read': 'read', 'carrier.circulate': 'circulated', 'archive.consult': 'read', 'archive.lendOut': 'loan', 'carrier.extract': 'copied' };

/** Who comes to know, also when the person stands in no ledger of this unit. */
export type Knower = Readonly<{ id: number | null; name: string | null; department: string | null; personnelClass: RecordOf<'persons'>['personnelClass'] }>;

/** Group 2.4: who may know, and that it is written down. */
export const knowledgeRules: readonly Rule[] = [
  {
    id: 'P064', titleZh: '按涉密等级知悉', matrix: ['P064', 'P222'], outcome: 'deny', source: { seed: '002-H 35；002-B2 11', law: `${LAW}第四十三条` }, parameters: ['reading.tierLevel.core', 'reading.tierLevel.important', 'reading.tierLevel.general'], commands: [...knowing, 'notebook.issue', 'carrier.carryOut'],
    sentenceZh: '核心人员可知悉绝密，重要人员可知悉机密，一般人员可知悉秘密；超出的须经批准。',
    judge: (q) => eachReader(q, (c, p) => {
      const max = tierMax(q, p);
      if (rankOf(c.level) <= rankOf(max)) return null;
      if (max === null) return deny(`不得交出。${p.name ?? ''}不是涉密人员，不能接触${zh(c.level)}载体，依据${LAW}第四十三条（规则 P064）。`, '请换一位阅读人；如已交出，按 F9 违规登记。');
      return needsApproval(`需审批。${p.name ?? ''}可知悉${levelZh[max]}以下内容，本件为${zh(c.level)}，依据${LAW}第四十三条（规则 P064）。`, '按 Ctrl+S 送审，或按 F8 打印审批单。');
    }),
    approverZh: '主管领导',
  },
  {
    id: 'P065', titleZh: '接触条件齐全', matrix: ['P065', 'P314', 'P240', 'P253'], outcome: 'deny', source: { seed: '002-H 36；000-3b 1；002-N 11', law: `${LAW}第四十三条、第四十六条；${REG}第五十条` }, commands: [...knowing, 'notebook.issue', 'usageLog.open', 'carrier.carryOut'],
    parameters: ['eligibility.checks', 'training.validMonths', 'screening.everyMonths.core', 'screening.everyMonths.important', 'screening.everyMonths.general'],
    sentenceZh: '在岗、审查合格、培训在有效期内、签有承诺书、不在脱密期、未被暂停的人员才能接触国家秘密。',
    judge: (q) => {
      if (q.historical) return null;
      const level = q.command === 'usageLog.open' ? ((q.input['level'] as Level | null) ?? null) : (subjects(q).find(classified)?.level ?? null);
      if (!isStateSecret(level)) return null;
      return readersOf(q).flatMap((p) => {
        const gaps = ineligible(q, p);
        if (gaps.length === 0) return [];
        const law = gaps.some((g) => g.includes('脱密期')) ? `${LAW}第四十六条` : `${LAW}第四十三条`;
        return [deny(`不得${q.command === 'usageLog.open' ? '使用' : '交出'}。${p.name ?? ''}${gaps.join('，')}，依据${law}（规则 P065）。`, '请换一位人员；手续补齐后再办；如已交出，按 F9 违规登记。')];
      });
    },
  },
  {
    id: 'P045', titleZh: '只交给知悉范围内的人', matrix: ['P045', 'P069'], outcome: 'needs_approval', source: { seed: '003-15 一2；000-3a 二', law: `${LAW}第二十一条第三款` }, parameters: ['scope.widenApprover'], commands: [...knowing, 'scope.widen'],
    sentenceZh: '知悉范围以外的人，职务再高也须经单位主要负责人批准，单位指定了人的由其或指定的人批准。',
    approverZh: '主要负责人',
    judge: (q) => {
      const by = approverOf(q, 'scope.widenApprover');
      if (q.command === 'scope.widen') {
        const c = q.facts.carrier;
        if (c === undefined || !classified(c)) return null;
        if (c.wideningForbidden === 1) return null;
        return needsApproval(`需审批。扩大 ${called(c)} 的知悉范围须经${by}批准，依据${LAW}第二十一条第三款（规则 P045）。`, '按 Ctrl+S 送审，或按 F8 打印审批单。', by);
      }
      return eachReader(q, (c, p) => {
        // Where the originator limits the scope, no leader of ours can open it: L028 refuses.
        if (inScope(c, p) || c.wideningForbidden === 1) return null;
        return needsApproval(`需审批。${p.name ?? ''}不在本件知悉范围内，扩大范围须经${by}批准，依据${LAW}第二十一条第三款（规则 P045）。`, '按 Ctrl+S 送审，或按 F8 打印审批单。', by);
      });
    },
  },
  {
    id: 'L028', titleZh: '制发机关限定的范围不得扩大', matrix: ['P045'], outcome: 'deny', source: { law: `${LAW}第二十一条第三款` }, parameters: [], commands: [...knowing, 'scope.widen'],
    sentenceZh: '制发机关明确限定知悉范围的，本单位不得扩大，只能向制发机关请示。',
    judge: (q) => {
      if (q.command !== 'scope.widen') return eachReader(q, (c, p) => (c.wideningForbidden === 1 && !inScope(c, p) ? deny(`不得交出。${p.name ?? ''}不在本件知悉范围内，制发机关限定了范围，依据${LAW}第二十一条第三款（规则 L028）。`, '请换一位阅读人，或向制发机关书面请示。') : null));
      const c = q.facts.carrier;
      return c !== undefined && classified(c) && c.wideningForbidden === 1 ? deny(`不得扩大。${called(c)} 的知悉范围由制发机关限定，依据${LAW}第二十一条第三款（规则 L028）。`, '请向制发机关书面请示。') : null;
    },
  },
  {
    id: 'P063', titleZh: '绝密逐人批准', matrix: ['P063'], outcome: 'needs_approval', source: { seed: '000-1M 33', law: `${REG}第二十九条第一项` }, parameters: ['reading.topSecretApprover'], commands: handOut,
    sentenceZh: '绝密级内容只给逐人批准的人。', approverZh: '主管领导',
    judge: (q) => eachReader(q, (c, p) => (c.level === 'top_secret' ? needsApproval(`需审批。绝密件须由${approverOf(q, 'reading.topSecretApprover')}对${p.name ?? ''}逐人批准，依据${REG}第二十九条（规则 P063）。`, '按 Ctrl+S 送审，或按 F8 打印审批单。', approverOf(q, 'reading.topSecretApprover')) : null)),
  },
  {
    id: 'P061', titleZh: '机密以上登记知悉人', matrix: ['P061', 'P413'], outcome: 'effect', source: { seed: '002-A2 10（二）；002-B2 15', law: `${REG}第二十条` }, parameters: ['reading.recordFrom'], commands: ['carrier.lend', 'carrier.read', 'carrier.circulate'],
    sentenceZh: '机密级以上载体每次借阅、阅读、传阅都随即写入知悉登记。',
    effect: (q, planned) => {
      const c = q.facts.carrier;
      const from = q.profile.text('reading.recordFrom') as Level;
      if (c === undefined || rankOf(c.level) < rankOf(from) || planned.some((p) => p.kind === 'enter' && p.register === 'readings')) return planned;
      const step = planned.find((p) => p.kind === 'move' && p.register === 'circulationSteps');
      if (step !== undefined) return [...readersOf(q).map((p, i) => enterRecord(`reading${i}`, 'readings', readingValues(q, c, p, null))), ...planned.map((p) => (p === step && p.kind === 'move' ? { ...p, set: { ...p.set, reading: fromKey('reading0', 'id') } } : p))];
      const loan = planned.find((p) => p.kind === 'enter' && p.register === 'loans');
      return [...planned, ...readersOf(q).map((p, i) => enterRecord(`reading${i}`, 'readings', readingValues(q, c, p, loan === undefined ? null : fromKey(loan.kind === 'enter' ? loan.key : '', 'id'))))];
    },
  },
  { id: 'P062', titleZh: '知悉人签名', matrix: ['P062', 'P044'], outcome: 'due', source: { seed: '002-B3 1', law: `${REG}第二十条` }, parameters: ['reading.signatureFrom', 'reading.signatureMode'], commands: [], sentenceZh: '机密级以上的知悉记录由本人签名；未签的列入今日，补签为止。' },
  {
    id: 'P066', titleZh: '在符合保密要求的场所阅读', matrix: ['P066'], outcome: 'deny', source: { seed: '000-1M 33；003-15 七2', law: `${REG}第二十七条第四项` }, parameters: ['reading.places.forbidden', 'reading.places.other'], commands: handOut,
    sentenceZh: '涉密载体只在符合保密要求的办公场所阅读使用。',
    judge: (q) => {
      const place = q.input['place'] as string | undefined;
      if (place === undefined || !subjects(q).some(classified)) return null;
      const bad = q.profile.list('reading.places.forbidden').find((f) => place.includes(f));
      if (bad !== undefined) return deny(`不得交出。${place}不是符合保密要求的办公场所，依据${REG}第二十七条第四项（规则 P066）。`, '请改在本单位办公场所阅读；确需外带的另办外带审批。');
      const named = q.profile.list('reading.places.other');
      if (named.includes('本单位') || named.some((n) => place.includes(n)) || subjects(q).every((c) => !classified(c) || c.level === 'top_secret')) return null;
      return deny(`不得交出。${place}不在规定的阅读场所之内，依据${REG}第二十七条第四项（规则 P066）。`, `请在规定的场所（${named.join('、')}）阅读；要增加场所的，请安全保密管理员变更制度参数。`);
    },
  },
  {
    id: 'P067', titleZh: '绝密在指定场所阅读', matrix: ['P067', 'P066'], outcome: 'deny', source: { seed: '003-14 3', law: `${REG}第二十九条第三项` }, parameters: ['reading.places.topSecret'], commands: handOut,
    sentenceZh: '绝密件在指定场所阅读，由专人保管，当日退还。',
    judge: (q) => {
      if (!subjects(q).some((c) => c.level === 'top_secret')) return null;
      const place = q.input['place'] as string | undefined;
      const allowed = q.profile.list('reading.places.topSecret');
      if (q.command === 'knowledge.record') {
        if (q.input['how'] === 'told') return deny('不得登记。绝密内容不得转述，只能由批准的人在指定场所阅读，依据本单位制度（规则 P067）。', '请改为现场阅读；已经转述的，按 F9 违规登记。');
        if (place === undefined) return null;
      }
      if (place !== undefined && allowed.some((a) => place.includes(a))) return null;
      return deny(`不得交出。绝密件只能在指定场所（${allowed.join('、')}）阅读，依据${REG}第二十九条第三项（规则 P067）。`, '请填写指定的阅读场所。');
    },
  },
  {
    id: 'P068', titleZh: '口头传达也要登记', matrix: ['P068'], outcome: 'record', source: { seed: '000-3a 二；002-B2 23' }, parameters: [], commands: ['knowledge.record'],
    sentenceZh: '会议、口头传达的写明场合、地点和听取人。',
    require: (q) => (['told', 'meeting'].includes(String(q.input['how'])) && q.input['place'] === undefined ? [{ path: 'place', messageZh: '请填写传达地点。口头传达须记明场合和听取人（规则 P068）。' }] : []),
  },
  {
    id: 'PURPOSE', titleZh: '阅读须有工作事由', matrix: ['P061', 'P069'], outcome: 'record', source: { seed: '000-3a 二', law: `${LAW}第二十一条` }, parameters: [], commands: ['carrier.read', 'telegram.read'],
    sentenceZh: '阅读写明工作事由。',
    require: (q) => (q.input['purpose'] === undefined && subjects(q).some(classified) ? [{ path: 'purpose', messageZh: '请填写阅读事由。知悉范围按工作需要限定（规则 P061）。' }] : []),
  },
  {
    id: 'P412', titleZh: '取消知悉即时生效', matrix: ['P412'], outcome: 'effect', source: { seed: '001-I 四；001-C 10' }, parameters: [], commands: ['person.suspend', 'person.leavePost'],
    sentenceZh: '暂停、离岗的人员即刻不能再接触，手中的载体列为当日收回。',
    effect: (q, planned) => {
      const held = (q.facts.carriers ?? []).filter((c) => c.state === 'lent' || c.state === 'reading' || c.state === 'circulating' || c.state === 'carried_out' || c.state === 'in_use');
      return [...planned, ...held.map((c) => move('carriers', c, { dueOn: q.today }, 'recall_due', { reason: String(q.input['reason'] ?? '') }))];
    },
  },
  {
    id: 'P065-A', titleZh: '条件齐全才能上岗', matrix: ['P065', 'P227', 'P240', 'P253'], outcome: 'deny', source: { seed: '002-H 36', law: `${LAW}第四十三条；${REG}第五十条` }, parameters: ['eligibility.checks'], commands: ['person.activate'],
    sentenceZh: '审查合格、培训过、签了承诺书才能上岗。',
    judge: (q) => {
      const p = q.facts.person;
      if (p === undefined) return null;
      const gaps = ineligible(q, { ...p, status: 'on_post' });
      if (p.personnelClass === null || p.personnelClass === 'none') gaps.push('没有确定涉密等级');
      return gaps.length === 0 ? null : deny(`不得上岗。${p.name ?? ''}${gaps.join('，')}，依据${LAW}第四十三条（规则 P065）。`, '请先更正或补办所缺的手续。');
    },
  },
  {
    id: 'SIGNED-HERE', titleZh: '本人口令确认须本人在场', matrix: ['P044', 'P062'], outcome: 'needs_second_person', source: { seed: '003-11（一）3(5)' }, parameters: ['reading.signatureMode'], commands: ['carrier.lend', 'carrier.read', 'carrier.giveBack', 'carrier.circulate', 'circulation.takeBack', 'knowledge.record', 'knowledge.sign', 'telegram.read'],
    sentenceZh: '选“本人口令确认”的，须阅读人当场输入口令；没有账户的用纸面签名。',
    judge: (q) => {
      if (q.input['signature'] !== 'own_password') return null;
      if (q.profile.text('reading.signatureMode') === 'inkOnForm') return deny('不得以口令签名。本单位规定知悉记录用纸面签名（规则 P062）。', '请改为“纸面签名”或“待签名”。');
      const names = readersOf(q).map((p) => p.name);
      return q.second !== null && (names.length === 0 || names.includes(q.second.name)) ? null : needsSecond('需第二人在场。签名人没有当场输入口令，不能记为本人口令确认（规则 P062）。', '请由阅读人输入口令，或改为“待签名”。');
    },
  },
];

/** The values of a knowledge record for one person and one carrier. */
export function readingValues(q: Question, c: RecordOf<'carriers'>, p: Knower, loan: unknown): Record<string, unknown> {
  const ended = q.input['endedAt'] as string | undefined;
  const how = howOf[q.command] ?? (q.input['how'] as string | undefined) ?? 'read';
  const momentary = how !== 'loan' && how !== 'read' && how !== 'circulated';
  const signature = (q.input['signature'] as string | undefined) ?? 'pending';
  return {
    carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, secrecyPeriod: c.secrecyPeriod, copySerial: c.copySerial, reader: p.id, readerName: p.name, department: p.department,
    personnelClass: p.personnelClass, how, startedAt: q.happenedAt, endedAt: ended ?? (momentary ? q.happenedAt : null), place: q.input['place'] ?? null, purpose: q.input['purpose'] ?? q.input['reason'] ?? null,
    inScope: inScope(c, p) ? 1 : 0, approvedBy: q.approval?.record.decidedBy ?? q.approval?.record.signedBy ?? null, signature, signedAt: signature === 'pending' ? null : q.happenedAt, loan,
    state: ended !== undefined || momentary ? 'closed' : 'open',
  };
}
