import { checklistOf, isChecklistKey } from '#shared/checklists.ts';
import { deny, REG } from '../question.ts';
import type { Rule } from '../question.ts';

type Answer = Readonly<{ key: string; answer: 'yes' | 'no' | 'na'; note?: string | undefined }>;
const record = ['check.record'] as const;
const asked = (id: string, titleZh: string, matrix: readonly string[], seed: string, sentenceZh: string): Rule => ({ id, titleZh, matrix, outcome: 'computed', source: { seed }, parameters: [], commands: [], sentenceZh, checklistOnly: true });

/** What software cannot see: questions a person answers on a checklist (shared/checklists.ts holds the questions). */
export const checklistRules: readonly Rule[] = [
  asked('P008-K', '检查密级标志位置', ['P008'], '002-B3 3；002-B2 14、17', '检查密级标志在规定位置，清楚完整。'),
  asked('P021', '涉密项目三阶段检查', ['P021'], '000-1M 11', '涉密项目开工前交底、进行中监督、完成后验收，三次检查。'),
  asked('P031', '底稿下班入柜', ['P031'], '003-15 四3；003-7（二）3', '未完的草稿和底稿下班时锁入柜中。'),
  asked('P034', '文印室闲人免进', ['P034'], '000-9.2；003-7（二）4', '无关人员不进文印室，不在文印室会客。'),
  asked('P051-K', '临发重核', ['P051'], '003-7（三）3', '临发前另一人重核收件单位和件数。'),
  asked('P079-K', '只查登记的范围', ['P079'], '003-15 二3', '查阅档案只开放登记的范围，摘录经审查后盖章。'),
  asked('P094-K', '复印机不留件', ['P094'], '002-J；003-10 29（五）', '复制、传真后全部取走，废页当场销毁。'),
  asked('P099-K', '密封封套', ['P099'], '000-1M 36', '封套韧线装订，封口盖章或贴条，盖住封口和骑缝。'),
  asked('P101-K', '直送不停留', ['P101'], '003-15 五4', '投送人直送，不托人转交，途中不停留。'),
  asked('P104', '电传须用密码设备', ['P104'], '000-1M 37；002-A2 10（四）（五）', '涉密联系只用经批准的密码设备。'),
  asked('P115-K', '人离文入柜', ['P115'], '000-9.1；000-6 七；003-1', '用后及时退还，离开时文件入柜。'),
  asked('P122-K', '库房柜具防护', ['P122'], '003-7（一）4；001-T', '库房柜具防盗、防失、防窥、防虫、防潮，损坏的报告并处理。'),
  asked('P128-K', '不得私自销毁变卖', ['P128'], '000-3a 六；003-12 5', '载体不私自销毁、不当废品、不作包装。'),
  { id: 'P122', titleZh: '库房柜具定期检查', matrix: ['P122'], outcome: 'due', source: { seed: '003-7（一）4；001-T' }, parameters: ['storage.checkEveryMonths'], commands: [], sentenceZh: '库房和柜具按规定周期检查并登记。' },
  { id: 'L050', titleZh: '按十三个方面自查', matrix: ['P115'], outcome: 'due', source: { seed: 'C24', law: `${REG}第五十八条` }, parameters: ['selfCheck.everyMonths'], commands: [], sentenceZh: '保密自查按条例规定的十三个方面进行，按规定周期登记。' },
  asked('P346-K', '部门负责人检查内容', ['P346'], '003-13 四（二）', '部门负责人的保密责任、所管人员和载体逐项检查。'),
  asked('P321-K', '涉密人员考核内容', ['P321'], '000-3c 6；003-13 四；002-N 10', '在岗涉密人员逐人考核。'),
  asked('P324-K', '联合检查内容', ['P324'], '000-1 三；001-R 五2', '组织、人事、保密共同检查在岗涉密人员。'),
  asked('P193-K', '计算机检查内容', ['P193'], '002-Q 11；003-13 四（三）', '用认可的专用工具检查涉密计算机，记下工具编号。'),
  { id: 'P346', titleZh: '部门负责人定期检查考核', matrix: ['P346', 'P321'], outcome: 'due', source: { seed: 'C24；003-13 四（二）' }, parameters: ['assessment.headEveryMonths'], commands: [], sentenceZh: '涉密部门负责人按规定周期检查考核并登记。' },
  { id: 'P321', titleZh: '涉密人员定期考核', matrix: ['P321'], outcome: 'due', source: { seed: 'C24；003-13 四', law: `${REG}第六条` }, parameters: ['assessment.personEveryMonths'], commands: [], sentenceZh: '涉密人员按规定周期考核并登记。' },
  { id: 'P324', titleZh: '每年联合检查', matrix: ['P324'], outcome: 'due', source: { seed: 'C24；000-1 三' }, parameters: ['assessment.jointEveryMonths'], commands: [], sentenceZh: '组织、人事、保密部门每年至少联合检查一次在岗涉密人员。' },
  { id: 'P193', titleZh: '涉密计算机定期检查', matrix: ['P193'], outcome: 'due', source: { seed: 'C24；002-Q 11', law: `${REG}第三十四条` }, parameters: ['inspection.computerEveryMonths'], commands: [], sentenceZh: '涉密计算机按规定周期检查并登记。' },
  { id: 'CHECK-DUE', titleZh: '检查发现的问题按期整改', matrix: ['P122'], outcome: 'due', source: { law: `${REG}第五十八条` }, parameters: [], commands: [], sentenceZh: '检查发现的问题按整改期限改正，逾期列入今日。' },
  {
    id: 'CHECK-ALL', titleZh: '检查表逐项填写', matrix: ['P122', 'P115'], outcome: 'deny', source: { law: `${REG}第五十八条` }, parameters: [], commands: record,
    sentenceZh: '检查表每一项都要回答，不增不减。',
    judge: (q) => {
      const key = String(q.input['checklist']);
      if (!isChecklistKey(key)) return null;
      const answers = q.input['answers'] as readonly Answer[];
      const { questions, titleZh } = checklistOf(key);
      const left = questions.filter((x) => !answers.some((a) => a.key === x.key));
      if (left.length > 0) return deny(`${titleZh}还有 ${left.length} 项没有回答：${left.slice(0, 3).map((x) => x.textZh).join('；')}（规则 L050）。`, '请逐项回答；不涉及的选“不涉及”。');
      const strange = answers.find((a, i) => !questions.some((x) => x.key === a.key) || answers.findIndex((b) => b.key === a.key) !== i);
      return strange === undefined ? null : deny(`${titleZh}没有“${strange.key}”这一项，或填了两次（规则 L050）。`, '请按检查表填写。');
    },
  },
  {
    id: 'CHECK-BAD', titleZh: '发现问题写明整改期限', matrix: ['P122'], outcome: 'record', source: { seed: '003-7（一）4', law: `${REG}第五十八条` }, parameters: [], commands: record,
    sentenceZh: '有不符合项的，写明发现的问题和整改期限。',
    require: (q) => {
      const answers = q.input['answers'] as readonly Answer[];
      const bad = answers.filter((a) => a.answer === 'no');
      if (bad.length === 0) return [];
      return [
        ...(q.input['findings'] === undefined && bad.some((a) => a.note === undefined) ? [{ path: 'findings', messageZh: `请写明发现的问题。不符合的有 ${bad.length} 项（规则 P122）。` }] : []),
        ...(q.input['correctBy'] === undefined ? [{ path: 'correctBy', messageZh: '请填写整改期限。发现的问题限期整改（规则 P122）。' }] : []),
      ];
    },
  },
];
