import type { circulationCommands } from '#shared/contract/circulation.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { missing } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import { clockOf, dayOf } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Facts, Question } from '../policy/question.ts';
import { recordById, recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { find, findCarrier, findEach, findPerson } from './find.ts';
import type { Ref } from './find.ts';
import { holdingActs } from './holding.ts';

type Circulation = RecordOf<'circulations'>;
type Step = RecordOf<'circulationSteps'>;
const circulationOf = (q: Question): Circulation => q.facts.circulation as Circulation;
const stepsOf = (q: Question): readonly Step[] => q.facts.steps ?? [];

const aboutCirculation = (q: Question, made: Made = {}): About | null => {
  const { circulation } = q.facts;
  if (circulation !== undefined) return { register: 'circulations', record: circulation.id, number: circulation.number };
  const m = made['circulation'];
  if (m !== undefined) return { register: 'circulations', record: m.id, number: m.number };
  return aboutItem(q);
};
const aboutItem = (q: Question): About | null => {
  const { carrier, receipt } = q.facts;
  if (carrier !== undefined) return { register: 'carriers', record: carrier.id, number: carrier.number };
  return receipt === undefined ? null : { register: 'receipts', record: receipt.id, number: receipt.number };
};

/** The carrier and the receipt that a circulation is about: either leads to the other; an ordinary document has no carrier. */
function itemOf(db: ReadDb, input: { carrier?: Ref | undefined; receipt?: Ref | undefined }): Pick<Facts, 'carrier' | 'receipt'> | Refusal {
  if (input.carrier !== undefined) {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const receipt = carrier.receipt === null ? null : recordById(db, 'receipts', carrier.receipt);
    return receipt === null ? { carrier } : { carrier, receipt };
  }
  if (input.receipt === undefined) return missing('没有写明传阅哪一件。请填写载体编号或收文号。');
  const receipt = find(db, 'receipts', input.receipt);
  if (isRefusal(receipt)) return receipt;
  const own = recordsWhere(db, 'carriers', { receipt: receipt.id });
  const held = own.filter((c) => heldStates.includes(c.state as (typeof heldStates)[number]));
  if (held.length > 1) return missing(`收文 ${receipt.number ?? ''} 有 ${held.length} 份载体。请用载体编号指明传阅哪一份。`);
  const only = held[0];
  if (only !== undefined) return { carrier: only, receipt };
  return own.length > 0 ? missing(`收文 ${receipt.number ?? ''} 的载体已不在册，没有可传阅的。请核对收文号。`) : { receipt };
}

/** The circulation of the same item that is not finished, if there is one. */
function openOf(db: ReadDb, item: Pick<Facts, 'carrier' | 'receipt'>): Circulation | undefined {
  if (item.carrier !== undefined) return recordsWhere(db, 'circulations', { carrier: item.carrier.id, state: 'routed' }).at(-1);
  return item.receipt === undefined ? undefined : recordsWhere(db, 'circulations', { receipt: item.receipt.id, state: 'routed' }).at(-1);
}

/** A circulation with everything that belongs to it. */
function loadCirculation(db: ReadDb, ref: Ref): (Facts & { circulation: Circulation; steps: readonly Step[] }) | Refusal {
  const circulation = find(db, 'circulations', ref);
  if (isRefusal(circulation)) return circulation;
  const carrier = circulation.carrier === null ? null : recordById(db, 'carriers', circulation.carrier);
  const receipt = circulation.receipt === null ? null : recordById(db, 'receipts', circulation.receipt);
  return { circulation, steps: recordsWhere(db, 'circulationSteps', { circulation: circulation.id }), ...(carrier === null ? {} : { carrier }), ...(receipt === null ? {} : { receipt }) };
}

const namesOf = (people: readonly RecordOf<'persons'>[]): string[] => people.map((p) => p.name ?? '').filter((n) => n !== '');
/** Who named the readers, as the approval says; a word in the input counts only where no approval is asked for. */
const router = (q: Question, word: string | undefined): string | null => q.approval?.record.signedBy ?? q.approval?.record.decidedBy ?? word ?? null;

type Item = Readonly<{ carrier: number | null; carrierNumber: string | null; title: string | null; level: Circulation['level'] }>;
const stepFor = (item: Item, circulation: { id: unknown; number: unknown }, p: RecordOf<'persons'>, turn: number): Change => enterRecord(`step${turn}`, 'circulationSteps', {
  circulation: circulation.id, circulationNumber: circulation.number, ...item, turn, reader: p.id, readerName: p.name, department: p.department, state: 'waiting',
});

const distinct = (people: readonly RecordOf<'persons'>[]): RecordOf<'persons'>[] => [...new Map(people.map((p) => [p.id, p])).values()];

const route = defineCommand({
  name: 'carrier.route',
  load: (db, input) => {
    const item = itemOf(db, input);
    if (isRefusal(item)) return item;
    const people = findEach(input.readers, (ref) => findPerson(db, ref));
    if (isRefusal(people)) return people;
    const circulation = openOf(db, item as Facts);
    return { ...item, people: distinct(people as readonly RecordOf<'persons'>[]), ...(circulation === undefined ? {} : { circulation }) };
  },
  plan: (q) => {
    const { carrier: c, receipt: r } = q.facts;
    const people = q.facts.people ?? [];
    const item: Item = { carrier: c?.id ?? null, carrierNumber: c?.number ?? null, title: c?.title ?? r?.title ?? null, level: c?.level ?? r?.level ?? null };
    const id = fromKey('circulation', 'id');
    return [
      enterRecord('circulation', 'circulations', {
        ...item, receipt: r?.id ?? null, receiptNumber: r?.number ?? null, docNumber: c?.docNumber ?? r?.docNumber ?? null, issuer: c?.issuer ?? r?.issuer ?? null, secrecyPeriod: c?.secrecyPeriod ?? null, copySerial: c?.copySerial ?? null,
        urgency: q.input.urgency ?? r?.urgency ?? 'normal', proposal: q.input.proposal ?? null, routedBy: router(q, q.input.routedBy), routedOn: q.approval?.record.signedOn ?? dayOf(q.approval?.record.decidedAt ?? q.happenedAt), readers: namesOf(people), startedOn: dayOf(q.happenedAt),
        dueOn: q.input.dueOn ?? null, approval: q.approval?.record.id ?? null, state: 'routed',
      }),
      ...people.map((p, i) => stepFor(item, { id, number: fromKey('circulation', 'number') }, p, i + 1)),
      ...(c === undefined ? [] : [move('carriers', c, { circulation: id }, 'routed', { reason: namesOf(people).join('、').slice(0, 300) })]),
      ...(r === undefined ? [] : [move('receipts', r, { circulation: id, routedOn: r.routedOn ?? dayOf(q.happenedAt) }, 'routed')]),
    ];
  },
  about: (q, made) => (made['circulation'] === undefined ? aboutItem(q) : aboutCirculation({ ...q, facts: {} }, made)),
  result: (made) => ({ circulation: made['circulation'] }),
  bind: (_input, f) => ({ carrier: f.carrier?.id ?? null, receipt: f.receipt?.id ?? null, readers: (f.people ?? []).map((p) => p.id) }),
  quantity: (_input, f) => f.people?.length ?? 0,
});

const circulate = defineCommand({
  name: 'carrier.circulate',
  load: (db, input) => {
    const found = loadCirculation(db, input.circulation);
    if (isRefusal(found)) return found;
    const person = findPerson(db, input.reader);
    return isRefusal(person) ? person : { ...found, person };
  },
  plan: (q) => {
    const { circulation, carrier: c, person } = q.facts;
    const p = person as RecordOf<'persons'>;
    const step = stepsOf(q).find((s) => s.reader === p.id && s.state === 'waiting') as Step;
    const signature = q.input.signature ?? 'pending';
    const where = q.input.place ?? p.department ?? `${p.name ?? ''}处`;
    const dueOn = q.input.dueOn ?? circulation?.dueOn ?? null;
    return [
      move('circulationSteps', step, { state: 'out', outAt: q.happenedAt, dueOn, signature, place: q.input.place ?? null }, 'handed_out'),
      ...(c === undefined ? [] : [move('carriers', c, { state: 'circulating', holder: p.id, holderName: p.name, place: where, dueOn }, 'circulating')]),
    ];
  },
  about: (q) => aboutItem(q) ?? aboutCirculation(q),
  result: (made, q) => ({ circulation: circulationOf(q).number, reader: q.facts.person?.name ?? null, reading: made['reading0'] ?? null }),
  bind: (_input, f) => ({ carrier: f.carrier?.id ?? null, circulation: f.circulation?.id, reader: f.person?.id }),
  quantity: () => 1,
});

const takeBack = defineCommand({
  name: 'circulation.takeBack',
  load: (db, input) => {
    const found = loadCirculation(db, input.circulation);
    if (isRefusal(found)) return found;
    const step = found.steps.find((s) => s.state === 'out');
    const person = step?.reader == null ? null : recordById(db, 'persons', step.reader);
    const reading = step?.reading == null ? null : recordById(db, 'readings', step.reading);
    return { ...found, reading, ...(person === null ? {} : { person }) };
  },
  plan: (q) => {
    const i = q.input;
    const { carrier: c, reading } = q.facts;
    const circulation = circulationOf(q);
    const step = stepsOf(q).find((s) => s.state === 'out') as Step;
    const back = i.place ?? c?.home ?? null;
    const changes: Change[] = [move('circulationSteps', step, { state: 'back', backAt: q.happenedAt, opinion: i.opinion ?? null, backSignature: i.signature ?? 'pending', pagesChecked: i.pagesChecked === undefined ? null : i.pagesChecked ? 1 : 0, remark: i.remark ?? null }, 'taken_back')];
    if (c !== undefined) changes.push(move('carriers', c, { state: 'in_custody', holder: null, holderName: null, place: back, home: c.home ?? back, dueOn: null, ...(c.holdUntil === null ? {} : { holdUntil: null, holdReason: null }) }, 'taken_back'));
    if (reading != null) changes.push(move('readings', reading, { state: 'closed', endedAt: q.happenedAt }, 'closed'));
    if (i.instructions !== undefined) {
      changes.push(move('circulations', circulation, { instructions: added(circulation.instructions, `${step.readerName ?? ''}（${dayOf(q.happenedAt)}）：${i.instructions}`), followUpDueOn: i.followUpDueOn ?? circulation.followUpDueOn, followUpDoneOn: null }, 'instructed'));
    }
    return changes;
  },
  about: (q) => aboutItem(q) ?? aboutCirculation(q),
  result: (_made, q) => ({ circulation: circulationOf(q).number, next: stepsOf(q).find((s) => s.state === 'waiting')?.readerName ?? null }),
});

/** A note that grows: what stood there stays, the new line comes below; the oldest part gives way when it gets too long. */
const added = (text: string | null, more: string): string => [text ?? '', more].filter((s) => s !== '').join('\n').slice(-4000);

const followUp = defineCommand({
  name: 'circulation.followUp',
  load: (db, input) => loadCirculation(db, input.circulation),
  plan: (q) => {
    const c = circulationOf(q);
    return [move('circulations', c, { followUp: added(c.followUp, `${dayOf(q.happenedAt)} ${clockOf(q.happenedAt)} ${q.actor.name}：${q.input.text}`), ...(q.input.done ? { followUpDoneOn: dayOf(q.happenedAt) } : {}) }, q.input.done ? 'followed_to_end' : 'followed')];
  },
  about: aboutCirculation,
});

const addReaders = defineCommand({
  name: 'circulation.addReaders',
  load: (db, input) => {
    const found = loadCirculation(db, input.circulation);
    if (isRefusal(found)) return found;
    const people = findEach(input.readers, (ref) => findPerson(db, ref));
    return isRefusal(people) ? people : { ...found, people: distinct(people as readonly RecordOf<'persons'>[]) };
  },
  plan: (q) => {
    const c = circulationOf(q);
    const people = q.facts.people ?? [];
    const item: Item = { carrier: c.carrier, carrierNumber: c.carrierNumber, title: c.title, level: c.level };
    const last = Math.max(0, ...stepsOf(q).map((s) => s.turn ?? 0));
    return [
      move('circulations', c, { readers: [...new Set([...(c.readers ?? []), ...namesOf(people)])] }, 'readers_added', { reason: [router(q, q.input.routedBy), namesOf(people).join('、')].filter((s) => s !== null).join('：').slice(0, 300) }),
      ...people.map((p, i) => stepFor(item, c, p, last + i + 1)),
    ];
  },
  about: aboutCirculation,
  bind: (_input, f) => ({ circulation: f.circulation?.id, readers: (f.people ?? []).map((p) => p.id) }),
  quantity: (_input, f) => f.people?.length ?? 0,
});

const finish = defineCommand({
  name: 'circulation.finish',
  load: (db, input) => loadCirculation(db, input.circulation),
  plan: (q) => {
    const c = circulationOf(q);
    const waiting = stepsOf(q).filter((s) => s.state === 'waiting');
    const filed = q.input.archiveNumber !== undefined;
    const open = c.state === 'routed';
    return [
      move('circulations', c, { state: filed ? 'filed' : waiting.length > 0 ? 'stopped' : 'finished', ...(open ? { finishedOn: dayOf(q.happenedAt) } : {}), ...(filed ? { archiveNumber: q.input.archiveNumber } : {}), ...(q.input.reason === undefined ? {} : { stopReason: q.input.reason }) }, filed ? 'filed' : 'finished', q.input.reason === undefined ? {} : { reason: q.input.reason }),
      ...waiting.map((s) => move('circulationSteps', s, { state: 'skipped' }, 'skipped')),
      ...(q.facts.carrier === undefined || q.facts.carrier.circulation !== c.id ? [] : [move('carriers', q.facts.carrier, { circulation: null }, 'circulation_finished')]),
    ];
  },
  about: aboutCirculation,
});

/** Group 2.3 circulation, refusals, personal holding, notebooks. */
export const circulationActs: { readonly [N in keyof typeof circulationCommands]: Command<N> } = {
  'carrier.route': route, 'carrier.circulate': circulate, 'circulation.takeBack': takeBack, 'circulation.followUp': followUp, 'circulation.addReaders': addReaders, 'circulation.finish': finish, ...holdingActs,
};
