import { checklistOf, checklists, isChecklistKey } from '#shared/checklists.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { missing } from '#shared/result.ts';
import { dayOf } from '#shared/time.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Made } from './define.ts';
import { find } from './find.ts';

const about = (q: Question, made: Made = {}): About | null => {
  const c = q.facts.check;
  if (c !== undefined) return { register: 'checks', record: c.id, number: c.number };
  const m = made['check'];
  return m === undefined ? null : { register: 'checks', record: m.id, number: m.number };
};

export const recordCheck = defineCommand({
  name: 'check.record',
  load: (_db, input) => (isChecklistKey(input.checklist) ? {} : missing(`没有“${input.checklist}”这张检查表。可填写：${Object.values(checklists).map((l) => `${l.key}（${l.titleZh}）`).join('、')}。`)),
  plan: (q) => {
    const { checklist, checkedOn, place, inspector, present, answers, findings, correctBy } = q.input;
    const bad = answers.filter((a) => a.answer === 'no').length;
    return [enterRecord('check', 'checks', {
      checklist, titleZh: isChecklistKey(checklist) ? checklistOf(checklist).titleZh : checklist, checkedOn: checkedOn ?? dayOf(q.happenedAt), place: place ?? null, inspector, present: present ?? null, answers, good: answers.filter((a) => a.answer === 'yes').length, bad,
      findings: findings ?? null, correctBy: correctBy ?? null, state: bad > 0 ? 'open' : 'closed',
    })];
  },
  about,
  result: (made) => ({ check: made['check'] }),
});

export const correctCheck = defineCommand({
  name: 'check.correct',
  load: (db, input) => {
    const check = find(db, 'checks', input.check);
    return isRefusal(check) ? check : { check };
  },
  plan: (q) => [move('checks', q.facts.check as RecordOf<'checks'>, { corrected: q.input.corrected, correctedOn: q.input.correctedOn ?? dayOf(q.happenedAt), state: 'closed' }, 'put_right')],
  about,
});
