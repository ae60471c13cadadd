import { checklistOf } from '#shared/checklists.ts';
import type { ChecklistKey } from '#shared/checklists.ts';
import type { countingCommands } from '#shared/contract/counting.ts';
import { paper } from './desk.ts';
import type { Desk } from './desk.ts';

type Answer = 'yes' | 'no' | 'na';
/** Every question of a list answered alike; `other`: what is answered differently. */
export const answersTo = (key: ChecklistKey, answer: Answer = 'yes', other: Readonly<Record<string, Answer>> = {}) => checklistOf(key).questions.map((x) => ({ key: x.key, answer: other[x.key] ?? answer }));

/** A count and a recall that run, a check with something to put right. */
export const furnishCounting = (desk: Desk): void => {
  desk.must('carrier.enter', paper('第901件', { docNumber: '示厅函〔2026〕901号', oldNumber: '901' }));
  desk.must('carrier.enter', paper('第902件', { docNumber: '示厅函〔2026〕902号', oldNumber: '902', place: '清点柜1格' }));
  desk.must('stocktake.open', { kind: 'part', place: '清点柜', counter: '欧阳笺', checker: '闻人录' });
  desk.must('recall.open', { kind: 'task', title: '专项收回', dueOn: '2026-12-15', carriers: ['901'] });
  desk.must('check.record', { checklist: 'destruction', inspector: '欧阳笺', answers: answersTo('destruction', 'yes', { scrap: 'no' }), findings: '废纸堆有一页内部材料', correctBy: '2026-11-27' });
};

/** A cabinet. Comes last: from the first registered cabinet on, every place is asked about. */
export const furnishCabinet = (desk: Desk): void => void desk.must('cabinet.register', { place: '3号柜', kind: 'code_cabinet' });

/** A well-formed input for every command of this area. */
export const countingSamples: Readonly<Record<keyof typeof countingCommands, Record<string, unknown>>> = {
  'recall.open': { kind: 'issuer', title: '清退示例省青岭厅文件', issuer: '示例省青岭厅', noticeNumber: '示厅函〔2026〕40号', dueOn: '2026-12-10' },
  'recall.close': { recall: 1, checkedBy: '闻人录' },
  'stocktake.open': { kind: 'full', counter: '欧阳笺', checker: '闻人录' },
  'stocktake.count': { stocktake: 1, scanned: '902', place: '清点柜1格' },
  'stocktake.close': { stocktake: 1, warnReason: '已查过各柜' },
  'stocktake.cancel': { stocktake: 1, reason: '改日再点' },
  'cabinet.register': { place: '6号柜', kind: 'code_cabinet', level: 'secret' },
  'cabinet.change': { cabinet: 1, codeChangedOn: '2026-11-20', reason: '换人' },
  'check.record': { checklist: 'store', inspector: '欧阳笺', place: '档案库', answers: answersTo('store') },
  'check.correct': { check: 1, corrected: '已清理废纸堆' },
};
