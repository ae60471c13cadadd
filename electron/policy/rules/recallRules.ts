import { REG, deny } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { outcomeOf } from '../recalls.ts';
import { called } from './subject.ts';

const fate = (q: Question, wanted: ReturnType<typeof outcomeOf>) => {
  const { recall, recalled } = q.facts;
  return recall === undefined ? [] : (recalled?.carriers ?? []).filter((c) => outcomeOf(recall, c) === wanted);
};

/** Recall: what the issuing body, the year's end or the end of a task calls in (P112–P114, K18). */
export const recallRules: readonly Rule[] = [
  { id: 'P112', titleZh: '年终全部清退', matrix: ['P112'], outcome: 'due', source: { seed: '000-1M 35', law: '每年清退（二手）' }, parameters: ['recall.window'], commands: [], sentenceZh: '每年年底收回各部门全部载体，分别归档或销毁。' },
  { id: 'P113', titleZh: '按要求的日期清退', matrix: ['P113'], outcome: 'due', source: { seed: '003-7（一）6', law: `${REG}第二十七条第九项` }, parameters: ['recall.dates', 'recall.leadDays'], commands: [], sentenceZh: '制发机关和保密部门规定了清退日期的，按期清退。' },
  { id: 'P113-R', titleZh: '清退按期办结', matrix: ['P112', 'P113'], outcome: 'due', source: { seed: '003-7（一）6', law: `${REG}第二十七条第九项` }, parameters: ['recall.leadDays'], commands: [], sentenceZh: '清退批次到期前提醒，逐件清退、归档或销毁后办结。' },
  { id: 'P114', titleZh: '清退日期提醒', matrix: ['P114'], outcome: 'due', source: { seed: '003-11（一）3（2）' }, parameters: ['recall.leadDays'], commands: [], sentenceZh: '文件印有清退日期的，到期前提醒持有人和保管人。' },
  {
    id: 'P113-N', titleZh: '清退依据写清楚', matrix: ['P112', 'P113'], outcome: 'record', source: { seed: '000-1M 35；003-7（一）6', law: `${REG}第二十七条第九项` }, parameters: [], commands: ['recall.open'],
    sentenceZh: '年度清退写明年度；制发机关清退写明机关和通知文号；专项收回逐件指定。',
    require: (q) => {
      const { kind, year, issuer, noticeNumber, carriers } = q.input;
      if (kind === 'annual') return year === undefined ? [{ path: 'year', messageZh: '请填写年度（规则 P112）。' }] : [];
      if (kind === 'task') return carriers === undefined ? [{ path: 'carriers', messageZh: '请指定收回哪些载体（规则 P112）。' }] : [];
      return [
        ...(issuer === undefined ? [{ path: 'issuer', messageZh: '请填写制发机关（规则 P113）。' }] : []),
        ...(noticeNumber === undefined ? [{ path: 'noticeNumber', messageZh: '请填写清退通知文号。清退由制发机关决定（规则 P113）。' }] : []),
      ];
    },
  },
  {
    id: 'P112-S', titleZh: '清退批次里有载体', matrix: ['P112', 'P113'], outcome: 'deny', source: { seed: '000-1M 35' }, parameters: [], commands: ['recall.open'],
    sentenceZh: '没有应清退载体的不立批次；一件载体不同时列入两批。',
    judge: (q) => {
      const r = q.facts.recalled;
      if (r?.carriers.length === 0) return deny('不得开始。没有应清退的载体（规则 P112）。', '请核对年度或制发机关；已列入别的批次的不重复列入。');
      const twice = r?.busy[0];
      return twice === undefined ? null : deny(`不得列入。${called(twice)} 已列入没有办结的清退批次（规则 P112）。`, '请先办结原批次，或去掉这一件。');
    },
  },
  {
    id: 'P112-D', titleZh: '清退期限不早于今天', matrix: ['P112', 'P113'], outcome: 'deny', source: { seed: '003-7（一）6' }, parameters: [], commands: ['recall.open'],
    sentenceZh: '清退期限不早于开始清退的日期。',
    judge: (q) => (q.historical || String(q.input['dueOn']) >= q.today ? null : deny(`不得登记。清退期限 ${String(q.input['dueOn'])} 已过（规则 P113）。`, '请核对清退通知；已经逾期的，填写今天并立即清退。')),
  },
  {
    id: 'K18', titleZh: '制发机关要求清退的一律退还', matrix: ['P053', 'P112', 'P113', 'P114'], outcome: 'effect', source: { law: `${REG}第二十七条第九项` }, parameters: [], commands: ['recall.open'],
    sentenceZh: '列入制发机关清退的载体标明须清退，此后不得自行销毁。',
    effect: (q, planned) => (q.input['kind'] !== 'issuer' ? planned : planned.map((c) => (c.kind === 'move' && c.register === 'carriers' ? { ...c, set: { ...c.set, returnRequired: 1 } } : c))),
  },
  {
    id: 'P113-X', titleZh: '没有收回的说明去向', matrix: ['P112', 'P113', 'P118'], outcome: 'record', source: { seed: '000-1M 35；003-7（一）6', law: `${REG}第二十七条第九项` }, parameters: [], commands: ['recall.close'],
    sentenceZh: '没有收回的逐件说明去向；下落不明的先报失立案。',
    require: (q) => {
      const open = fate(q, 'missing').filter((c) => c.state !== 'missing');
      return open.length === 0 || q.input['explanation'] !== undefined ? [] : [{ path: 'explanation', messageZh: `请说明没有收回的 ${open.length} 件：${open.slice(0, 3).map(called).join('、')}${open.length > 3 ? '等' : ''}。下落不明的先报失（规则 P113）。` }];
    },
  },
  {
    id: 'K18-X', titleZh: '应退件不得以销毁代替', matrix: ['P113'], outcome: 'record', source: { law: `${REG}第二十七条第九项` }, parameters: [], commands: ['recall.close'],
    sentenceZh: '制发机关清退批次里有列入销毁的，写明制发机关同意销毁的文号。',
    require: (q) => (q.facts.recall?.kind === 'issuer' && fate(q, 'destroyed').length > 0 && q.input['explanation'] === undefined ? [{ path: 'explanation', messageZh: '请写明制发机关同意销毁的文号。要求清退的不得自行销毁（规则 L023）。' }] : []),
  },
];
