import { highest, isStateSecret, rankOf } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import type { Change } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, LAW, needsApproval, REG } from '../question.ts';
import type { Finding, Question, Rule } from '../question.ts';
import { heads } from './dispatch.ts';
import { called, classified, subjects, zh } from './subject.ts';

type Carrier = RecordOf<'carriers'>;
const extract = ['carrier.extract'] as const;
const compile = ['carrier.compile'] as const;
const takingFrom = ['carrier.copy', 'carrier.extract', 'carrier.compile'] as const;
const leader: Readonly<Record<string, string>> = { leaderInCharge: '主管领导', principalLeader: '主要负责人' };
const verbOf = (q: Question): string => (q.command === 'carrier.extract' ? '摘抄' : q.command === 'carrier.compile' ? '汇编' : '复制');
/** The act is done now, not asked for: a stamp is set and waste is counted only then. */
const doing = (q: Question): boolean => q.approval?.fits === true;

/** The longest of the periods: what has no day of its end outlasts every day. */
function longest(parts: readonly Carrier[]): Pick<Carrier, 'secrecyPeriod' | 'periodForm' | 'periodEndsOn'> {
  const open = ['long_term', 'condition', 'unmarked'] as const;
  for (const form of open) {
    const c = parts.find((p) => p.periodForm === form && p.periodEndsOn === null);
    if (c !== undefined) return { secrecyPeriod: c.secrecyPeriod, periodForm: c.periodForm, periodEndsOn: null };
  }
  // Counted from the day of the new document the years of a part would run longer than the part itself: the day counts.
  const end = parts.map((p) => p.periodEndsOn).filter((d) => d !== null).sort().at(-1) ?? null;
  return { secrecyPeriod: end, periodForm: end === null ? null : 'date', periodEndsOn: end };
}
const common = (lists: readonly (readonly string[])[]): string[] => (lists[0] ?? []).filter((name) => lists.every((l) => l.includes(name)));
const listsOf = (parts: readonly Carrier[]): string[][] => parts.filter(classified).map((c) => c.accessScope ?? []).filter((l) => l.length > 0);

/** Group 2.6 beside the copies themselves. */
export const extractRules: readonly Rule[] = [
  {
    id: 'P090', titleZh: '摘抄须经批准', matrix: ['P090'], outcome: 'needs_approval', source: { seed: '000-1M 33', law: `${REG}第二十七条第五项` }, parameters: ['extract.approver.secret', 'extract.approver.confidential'], commands: extract,
    sentenceZh: '摘抄涉密载体须经主管领导批准；绝密另须原定密机关同意。', approverZh: '主管领导',
    judge: (q) => {
      const level = q.facts.carrier?.level ?? null;
      if (!isStateSecret(level)) return null;
      const set = level === 'top_secret' ? 'leaderInCharge' : q.profile.text(`extract.approver.${keyOfLevel(level)}`);
      if (set === 'never') return deny(`不得摘抄。本单位规定${zh(level)}载体不摘抄（规则 P090）。`, '请改为现场阅读。');
      const approverZh = leader[set] ?? '';
      return { ...needsApproval(`需审批。摘抄${zh(level)}载体须经${approverZh}批准，依据${REG}第二十七条第五项（规则 P090）。`, '按 Ctrl+S 送审，或按 F8 打印复制审批表。'), approverZh };
    },
  },
  {
    id: 'P090-F', titleZh: '绝密件不得全文抄录', matrix: ['P090'], outcome: 'deny', source: { seed: '000-1M 33' }, parameters: [], commands: extract,
    sentenceZh: '绝密件不得全文抄录，只摘必要的内容；密码电报另由保管人摘录。',
    judge: (q) => {
      const c = q.facts.carrier;
      if (q.input['full'] !== true || c?.level !== 'top_secret') return null;
      return deny('不得抄录。绝密件不得全文抄录，依据本单位制度（规则 P090）。', '请改为现场阅读；确需摘抄的写明摘抄范围。');
    },
  },
  {
    id: 'P090-N', titleZh: '摘抄只记入保密本', matrix: ['P090'], outcome: 'deny', source: { seed: '000-1M 33' }, parameters: [], commands: extract,
    sentenceZh: '涉密内容只摘入摘抄人领用的、密级相当的保密本。',
    judge: (q) => {
      const c = q.facts.carrier;
      // Asked about the item alone, nobody has chosen a notebook yet.
      if (c === undefined || !classified(c) || q.facts.notebookCarrier === undefined) return null;
      const no = (what: string, next = '请改用摘抄人领用的保密本；没有的先办领用保密本。'): Finding => deny(`不得摘抄。${what}，依据本单位制度（规则 P090）。`, next);
      const n = q.facts.notebookCarrier;
      if (n === null) return no('涉密内容只能记入保密本，没有写明记入哪一本');
      if (n.carrierKind !== 'notebook' || n.id === c.id) return no(`${called(n)} 不是可记入的保密本`);
      if (rankOf(n.level) < rankOf(c.level)) return no(`保密本 ${called(n)} 为${zh(n.level)}，不能记入${zh(c.level)}内容`, `请换用${zh(c.level)}级保密本。`);
      return n.state === 'in_use' && n.holder === (q.facts.person?.id ?? null) ? null : no(`保密本 ${called(n)} 不是${q.facts.person?.name ?? '摘抄人'}领用的`);
    },
  },
  {
    id: 'P090-C', titleZh: '摘抄写明范围', matrix: ['P090'], outcome: 'record', source: { seed: '000-1M 33' }, parameters: [], commands: extract,
    sentenceZh: '摘抄登记写明摘了哪一部分，不写内容本身。',
    require: (q) => (q.input['content'] === undefined && q.facts.carrier !== undefined && classified(q.facts.carrier) ? [{ path: 'content', messageZh: '请填写摘抄范围，如“第三部分第二段”，不写内容本身（规则 P090）。' }] : []),
  },
  {
    id: 'L022-B', titleZh: '制发机关不准复制的不得摘抄、汇编', matrix: ['P086', 'P090'], outcome: 'deny', source: { law: `${REG}第二十七条第五项` }, parameters: [], commands: ['carrier.extract', 'carrier.compile'],
    sentenceZh: '制发机关注明不准复制的，也不得摘抄、汇编。',
    judge: (q) => {
      const c = subjects(q).find((s) => s.copyingForbidden === 1);
      return c === undefined ? null : deny(`不得${verbOf(q)}。制发机关注明 ${called(c)} 不准复制，依据${REG}第二十七条第五项（规则 L022）。`, '请改为现场阅读，或向制发机关书面请示。');
    },
  },
  {
    id: 'L022', titleZh: '复制件加盖戳记', matrix: ['P086', 'P087'], outcome: 'record', source: { law: `${REG}第二十七条第五项` }, parameters: [], commands: ['carrier.copy'],
    sentenceZh: '涉密复制件加盖复制机关、单位戳记后才能登记发出。',
    require: (q) => (doing(q) && q.input['stamped'] !== true && q.facts.carrier !== undefined && classified(q.facts.carrier) ? [{ path: 'stamped', messageZh: '请加盖复制戳记后勾选“已加盖复制戳记”，没有戳记的不得发出（规则 L022）。' }] : []),
  },
  {
    id: 'L022-P', titleZh: '复制件标明翻印单位和日期', matrix: ['P087'], outcome: 'effect', source: { law: `${REG}第二十七条第五项；公文格式` }, parameters: [], commands: ['carrier.copy'],
    sentenceZh: '翻印件写明翻印单位、日期和份数。',
    effect: (q, planned) => {
      const on = dayOf(q.happenedAt);
      const [y, m, d] = on.split('-').map(Number) as [number, number, number];
      const stampText = `${q.terminal.organisation} ${y}年${m}月${d}日翻印，共 ${String(q.input['quantity'])} 份`;
      return planned.map((c): Change => {
        if (c.kind !== 'enter') return c;
        if (c.register === 'copies') return { ...c, values: { ...c.values, stampText } };
        return c.register === 'carriers' ? { ...c, values: { ...c.values, note: stampText } } : c;
      });
    },
  },
  {
    id: 'P093', titleZh: '外单位和个人复制须经许可', matrix: ['P093'], outcome: 'needs_approval', source: { seed: '003-7 四3' }, parameters: [], commands: ['carrier.copy'],
    sentenceZh: '文印设备由办公室管理，外单位和个人申请复制须经办公室许可。', approverZh: '办公室负责人',
    judge: (q) => (q.input['outsider'] === true ? needsApproval('需审批。外单位或个人申请复制，须经办公室许可，依据本单位制度（规则 P093）。', '按 Ctrl+S 送审，或按 F8 打印复制审批表。') : null),
  },
  {
    id: 'P094', titleZh: '复制清场，废页当场销毁', matrix: ['P094'], outcome: 'record', source: { seed: '002-J；003-10 29（五）' }, parameters: [], commands: ['carrier.copy'],
    sentenceZh: '复制完把原件、复制件全部带走，清点废页；没有废页的填 0。',
    require: (q) => (doing(q) && q.input['kind'] !== 'electronic' && q.input['wasteSheets'] === undefined && q.facts.carrier !== undefined && classified(q.facts.carrier) ? [{ path: 'wasteSheets', messageZh: '请填写废页数，没有的填 0；废页当场销毁（规则 P094）。' }] : []),
  },
  {
    id: 'P095', titleZh: '复制件交部门负责人或联系人', matrix: ['P095'], outcome: 'deny', source: { seed: '003-10 29（三）' }, parameters: ['department.delegates'], commands: ['carrier.copy'],
    sentenceZh: '涉密复制件只交部门负责人或部门保密联系人。',
    judge: (q) => {
      if (q.facts.carrier === undefined || !classified(q.facts.carrier)) return null;
      const headsToo = q.profile.text('department.delegates') === 'headOrDelegate';
      const other = (q.facts.people ?? []).find((p) => p.delegate !== 1 && !(headsToo && heads.test(p.duty ?? '')));
      return other === undefined ? null : deny(`不得复制。领取人${other.name ?? ''}不是部门负责人或部门保密联系人，依据本单位制度（规则 P095）。`, '请改交部门负责人或部门保密联系人；新指定的，先在人员台账登记。');
    },
  },
  {
    id: 'P097', titleZh: '涉密档案不得擅自复制摘抄', matrix: ['P097'], outcome: 'needs_approval', source: { seed: '003-10 33（七）' }, parameters: ['archive.copyApprover'], commands: takingFrom,
    sentenceZh: '涉密档案不复制、不摘抄；确需的须经单位负责人批准。', approverZh: '单位负责人',
    judge: (q) => {
      const c = subjects(q).find((s) => classified(s) && (s.carrierKind === 'archive' || s.archivedOn !== null));
      if (c === undefined) return null;
      if (q.profile.text('archive.copyApprover') === 'never') return deny(`不得${verbOf(q)}。${called(c)} 是涉密档案，本单位规定一律不复制、不摘抄（规则 P097）。`, '请改为档案查阅。');
      return needsApproval(`需审批。${called(c)} 是涉密档案，${verbOf(q)}须经单位负责人批准，依据本单位制度（规则 P097）。`, '按 Ctrl+S 送审，或按 F8 打印复制审批表。');
    },
  },
  {
    id: 'L020', titleZh: '汇编、引用须经批准', matrix: ['P086'], outcome: 'needs_approval', source: { law: `${REG}第二十七条第五项` }, parameters: ['copy.approver.secret', 'copy.approver.confidential', 'copy.originatorConsent.secret', 'copy.originatorConsent.confidential'], commands: compile,
    sentenceZh: '汇编涉密文件资料须经主管领导批准；绝密部分另须原定密机关同意。', approverZh: '主管领导',
    judge: (q) => {
      const level = highest(subjects(q).map((c) => c.level));
      if (!isStateSecret(level)) return null;
      const settings = subjects(q).filter(classified).filter((c) => c.level !== 'top_secret').map((c) => ({ c, key: keyOfLevel(c.level as 'secret') }));
      const never = settings.find(({ key }) => q.profile.text(`copy.approver.${key}`) === 'never');
      if (never !== undefined) return deny(`不得汇编。本单位规定${zh(never.c.level)}载体不复制，也不汇编（规则 L020）。`, `请去掉 ${called(never.c)}。`);
      const asks = settings.find(({ key }) => q.profile.text(`copy.originatorConsent.${key}`) === 'required');
      if (asks !== undefined && q.input['originatorConsent'] === undefined) return deny(`不得汇编。本单位规定复制${zh(asks.c.level)}载体须有制发机关同意（规则 L020）。`, '请填写制发机关同意的文号和日期。');
      const approverZh = settings.some(({ key }) => q.profile.text(`copy.approver.${key}`) === 'principalLeader') ? '主要负责人' : '主管领导';
      return { ...needsApproval(`需审批。汇编${zh(level)}内容须经${approverZh}批准，依据${REG}第二十七条第五项（规则 L020）。`, '按 Ctrl+S 送审，或按 F8 打印复制审批表。'), approverZh };
    },
  },
  {
    id: 'L020-S', titleZh: '汇编本知悉范围不超出各件', matrix: ['P087', 'P045'], outcome: 'deny', source: { law: `${LAW}第二十一条第三款；${REG}第二十七条第五项` }, parameters: [], commands: compile,
    sentenceZh: '汇编本的知悉范围不超出其中每一件的知悉范围。',
    judge: (q) => {
      const names = (q.input['accessScope'] as string[] | undefined) ?? [];
      const out = subjects(q).filter(classified).map((c) => ({ c, name: (c.accessScope ?? []).length === 0 ? undefined : names.find((n) => c.accessScope?.includes(n) !== true) })).find((x) => x.name !== undefined);
      return out === undefined ? null : deny(`不得汇编。${out.name ?? ''}不在 ${called(out.c)} 的知悉范围内，依据${LAW}第二十一条第三款（规则 L020）。`, '请改知悉范围；确需的先办扩大知悉范围。');
    },
  },
  {
    id: 'L020-E', titleZh: '汇编本取最高密级、最长期限', matrix: ['P087'], outcome: 'effect', source: { law: `${REG}第二十七条第五项` }, parameters: [], commands: compile,
    sentenceZh: '汇编本的密级取其中最高的，保密期限取最长的，知悉范围取各件共同的。',
    effect: (q, planned) => {
      const parts = subjects(q);
      const level = highest(parts.map((c) => c.level));
      const secret = parts.filter(classified);
      const lists = listsOf(parts);
      const given = q.input['accessScope'] as string[] | undefined;
      const shared = given ?? common(lists);
      const values = {
        level, regime: isStateSecret(level) ? 'state_secret' : level === 'internal' ? 'internal' : 'ordinary', ...(secret.length === 0 ? {} : longest(secret)), accessScope: shared.length === 0 ? null : shared, scopeUnit: lists.length > 0 || given !== undefined ? null : (secret.find((c) => c.scopeUnit !== null)?.scopeUnit ?? null),
        copyingForbidden: secret.some((c) => c.copyingForbidden === 1) ? 1 : null, wideningForbidden: secret.some((c) => c.wideningForbidden === 1) ? 1 : null,
      };
      return planned.map((c): Change => (c.kind === 'enter' && c.register === 'carriers' ? { ...c, values: { ...c.values, ...values } } : c));
    },
  },
];
