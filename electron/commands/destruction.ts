import { highest } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { witnessNames } from '../policy/rules/destructionAndIncidents.ts';
import { recordById, recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About } from './define.ts';
import { find, findCarrier, findEach } from './find.ts';
import { stateAtHome } from './items.ts';
import { waitingLines } from './run.ts';

/** How many of each kind: the counts that list, removal and destruction must agree in. */
const tallyOf = (carriers: readonly RecordOf<'carriers'>[]): Record<string, number> => {
  const tally: Record<string, number> = {};
  for (const c of carriers) tally[c.carrierKind ?? 'other'] = (tally[c.carrierKind ?? 'other'] ?? 0) + 1;
  return tally;
};

const batchOf = (q: Question): RecordOf<'destructions'> => q.facts.destruction as RecordOf<'destructions'>;
const about = (q: Question): About | null => (q.facts.destruction === undefined ? null : { register: 'destructions', record: q.facts.destruction.id, number: q.facts.destruction.number });

const loadBatch = (db: ReadDb, input: { destruction: number | string }) => {
  const destruction = find(db, 'destructions', input.destruction);
  if (isRefusal(destruction)) return destruction;
  const carriers = (destruction.items ?? []).map((id) => recordById(db, 'carriers', id)).filter((c): c is RecordOf<'carriers'> => c !== null);
  return { destruction, carriers, telegrams: carriers.filter((c) => c.carrierKind === 'telegram').flatMap((c) => recordsWhere(db, 'telegrams', { carrier: c.id, state: 'in_custody' })) };
};

export const propose = defineCommand({
  name: 'carrier.destroy.propose',
  load: (db, input) => {
    const carriers = findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref));
    if (isRefusal(carriers)) return carriers;
    return { carriers, dispatches: waitingLines(db, carriers), openCases: carriers.flatMap((c) => recordsWhere(db, 'incidents', { carrier: c.id })).filter((i) => i.state !== 'closed') };
  },
  plan: (q) => {
    const items = q.facts.carriers ?? [];
    const place = q.input.place === 'authority_facility' || q.input.place === 'designated_unit' || q.input.place === 'own_equipment' ? q.input.place : null;
    return [
      enterRecord('destruction', 'destructions', {
        items: items.map((c) => c.id), itemCount: items.length, level: highest(items.map((c) => c.level)), reason: q.input.reason, method: q.input.method, place, placeName: q.input.placeName ?? null, equipment: place === 'own_equipment' ? (q.input.placeName ?? null) : null, certificate: q.input.certificate ?? null, certificateUntil: q.input.certificateUntil ?? null, agreement: q.input.agreement ?? null, issuerLeave: q.input.issuerLeave ?? null, tally: tallyOf(items), proposedOn: dayOf(q.happenedAt),
        approval: q.approval?.record.id ?? null, approvedBy: q.approval?.record.signedBy ?? q.approval?.record.decidedBy ?? null, state: 'proposed',
      }),
      ...items.map((c) => move('carriers', c, { state: 'destroy_pending', destruction: fromKey('destruction', 'id') }, 'destroy_proposed', { reason: q.input.reason })),
    ];
  },
  about: (_q, made) => (made['destruction'] === undefined ? null : { register: 'destructions', record: made['destruction'].id, number: made['destruction'].number }),
  result: (made, q) => ({ destruction: made['destruction'], count: q.facts.carriers?.length ?? 0 }),
  bind: (input, f) => ({ items: (f.carriers ?? []).map((c) => c.id).sort((a, b) => a - b), method: input.method, place: input.place }),
  quantity: (_input, f) => f.carriers?.length ?? 0,
});

export const execute = defineCommand({
  name: 'carrier.destroy.execute',
  load: (db, input) => {
    const batch = loadBatch(db, input);
    if (isRefusal(batch)) return batch;
    const witnesses = witnessNames(input).map((name) => {
      const bearers = recordsWhere(db, 'persons', { name });
      return { name, status: (bearers.find((p) => p.status === 'on_post') ?? bearers.at(-1))?.status ?? null };
    });
    return { ...batch, witnesses };
  },
  plan: (q) => {
    const i = q.input;
    return [
      move('destructions', batchOf(q), { state: 'destroyed', countBefore: i.countBefore, countAfter: i.countAfter, executor: i.executor, witness1: i.witness1 ?? null, witness2: i.witness2 ?? null, destroyedAt: q.happenedAt, receiptNumber: i.receiptNumber ?? null, escorts: i.escorts ?? null, unrecoverable: i.unrecoverable === true ? 1 : 0 }, 'destroyed'),
      ...(q.facts.carriers ?? []).map((c) => move('carriers', c, { state: 'destroyed', place: `清册 ${batchOf(q).number ?? ''}`, holder: null, holderName: null, dueOn: null, returnBy: null }, 'destroyed')),
      ...(q.facts.telegrams ?? []).map((t) => move('telegrams', t, { state: 'destroyed' }, 'destroyed', { reason: batchOf(q).number ?? '' })),
    ];
  },
  about,
  result: (_made, q) => ({ destruction: batchOf(q).number, destroyed: q.facts.carriers?.length ?? 0 }),
});

export const cancel = defineCommand({
  name: 'carrier.destroy.cancel',
  load: loadBatch,
  plan: (q) => [
    move('destructions', batchOf(q), { state: 'cancelled' }, 'cancelled', { reason: q.input.reason }),
    ...(q.facts.carriers ?? []).filter((c) => c.state === 'destroy_pending' && c.destruction === batchOf(q).id).map((c) => move('carriers', c, { state: stateAtHome(c), destruction: null }, 'destroy_cancelled', { reason: q.input.reason })),
  ],
  about,
});
