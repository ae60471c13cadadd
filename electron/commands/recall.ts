import { highest } from '#shared/levels.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { missing } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import type { CommandInput } from '#shared/contract/commands.ts';
import { dayOf } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { outcomeOf } from '../policy/recalls.ts';
import { all, recordsWhere, toRecord } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Made } from './define.ts';
import { find, findCarrier, findEach } from './find.ts';

type Carrier = RecordOf<'carriers'>;
const MOST = 20_000;
const recallOf = (q: Question): RecordOf<'recalls'> => q.facts.recall as RecordOf<'recalls'>;
const about = (q: Question, made: Made = {}): About | null => {
  const r = q.facts.recall;
  if (r !== undefined) return { register: 'recalls', record: r.id, number: r.number };
  const m = made['recall'];
  return m === undefined ? null : { register: 'recalls', record: m.id, number: m.number };
};

/** What a recall calls in: what is named, else everything of the year or of the issuing body that the unit still holds and has not filed. */
function calledIn(db: ReadDb, input: CommandInput<'recall.open'>): readonly Carrier[] | Refusal {
  if (input.carriers !== undefined) return findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref)) as readonly Carrier[] | Refusal;
  const filed = input.kind === 'issuer' ? [] : ['archived'];
  const states = heldStates.filter((s) => !filed.includes(s)).map((s) => `'${s}'`).join(', ');
  const [where, value] = input.kind === 'issuer' ? ['issuer = ?', input.issuer] : [`substr(coalesce(receivedOn, issuedOn), 1, 4) = ?`, input.year === undefined ? undefined : String(input.year)];
  if (value === undefined) return [];
  const rows = all(db, `SELECT * FROM carriers WHERE ${where} AND +state IN (${states}) AND recall IS NULL ORDER BY id LIMIT ${MOST + 1}`, value);
  return rows.length > MOST ? missing(`应清退的超过 ${MOST} 件，一批最多 ${MOST} 件。请按制发机关分批，或逐件指定。`) : rows.map((r) => toRecord('carriers', r));
}

export const open = defineCommand({
  name: 'recall.open',
  load: (db, input) => {
    const carriers = calledIn(db, input);
    if (isRefusal(carriers)) return carriers;
    const busy = carriers.filter((c) => c.recall !== null && recordsWhere(db, 'recalls', { state: 'open' }).some((r) => r.id === c.recall));
    return { recalled: { carriers, busy } };
  },
  plan: (q) => {
    const i = q.input;
    const carriers = q.facts.recalled?.carriers ?? [];
    return [
      enterRecord('recall', 'recalls', {
        kind: i.kind, title: i.title, year: i.year ?? null, issuer: i.issuer ?? null, noticeNumber: i.noticeNumber ?? null, dueOn: i.dueOn, items: carriers.map((c) => c.id), itemCount: carriers.length, level: highest(carriers.map((c) => c.level)), openedOn: dayOf(q.happenedAt), state: 'open',
      }),
      ...carriers.map((c) => move('carriers', c, { recall: fromKey('recall', 'id'), returnBy: i.kind === 'issuer' || c.returnBy === null || c.returnBy > i.dueOn ? i.dueOn : c.returnBy }, 'recalled', { reason: [i.title, i.noticeNumber ?? ''].filter((s) => s !== '').join('，').slice(0, 300) })),
    ];
  },
  about,
  result: (made, q) => ({ recall: made['recall'], items: q.facts.recalled?.carriers.length ?? 0 }),
});

export const close = defineCommand({
  name: 'recall.close',
  load: (db, input) => {
    const recall = find(db, 'recalls', input.recall);
    if (isRefusal(recall)) return recall;
    return { recall, recalled: { carriers: recordsWhere(db, 'carriers', { recall: recall.id }), busy: [] } };
  },
  plan: (q) => {
    const r = recallOf(q);
    const tally = { returned: 0, archived: 0, destroyed: 0, kept: 0, missing: 0 };
    for (const c of q.facts.recalled?.carriers ?? []) tally[outcomeOf(r, c)] += 1;
    return [move('recalls', r, { ...tally, closedOn: dayOf(q.happenedAt), checkedBy: q.input.checkedBy, explanation: q.input.explanation ?? null, state: 'closed' }, 'closed')];
  },
  about,
});
