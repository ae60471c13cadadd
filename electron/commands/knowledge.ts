import type { RecordOf } from '#shared/registers/index.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { readingValues } from '../policy/rules/knowledge.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About } from './define.ts';
import { find, findCarrier, findEach, findPerson } from './find.ts';
import type { ReadDb } from '../vault/open.ts';

const about = (q: Question): About | null => (q.facts.carrier === undefined ? null : { register: 'carriers', record: q.facts.carrier.id, number: q.facts.carrier.number });
const loadCarrier = (db: ReadDb, input: { carrier: number | string }) => {
  const carrier = findCarrier(db, input.carrier);
  return isRefusal(carrier) ? carrier : { carrier };
};
const carrierOf = (q: Question): RecordOf<'carriers'> => q.facts.carrier as RecordOf<'carriers'>;

export const record = defineCommand({
  name: 'knowledge.record',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const people = findEach(input.readers, (ref) => findPerson(db, ref));
    return isRefusal(people) ? people : { carrier, people };
  },
  plan: (q) => {
    const c = carrierOf(q);
    return [...(q.facts.people ?? []).map((p, i) => enterRecord(`reading${i}`, 'readings', readingValues(q, c, p, null))), move('carriers', c, {}, 'known')];
  },
  about,
  result: (made) => ({ readings: Object.values(made) }),
  bind: (input, f) => ({ carrier: f.carrier?.id, readers: (f.people ?? []).map((p) => p.id).sort((a, b) => a - b), how: input.how }),
  quantity: (_input, f) => f.people?.length ?? 0,
});

export const sign = defineCommand({
  name: 'knowledge.sign',
  load: (db, input) => {
    const reading = find(db, 'readings', input.reading);
    if (isRefusal(reading)) return reading;
    const person = reading.reader === null ? undefined : find(db, 'persons', reading.reader);
    return { reading, ...(person === undefined || isRefusal(person) ? {} : { person }) };
  },
  plan: (q) => [move('readings', q.facts.reading as RecordOf<'readings'>, { signature: q.input.signature, signedAt: q.happenedAt }, 'signed')],
  about: (q) => (q.facts.reading == null ? null : { register: 'readings', record: q.facts.reading.id, number: q.facts.reading.number }),
});

export const setScope = defineCommand({
  name: 'scope.set',
  load: loadCarrier,
  plan: (q) => [move('carriers', carrierOf(q), { accessScope: [...new Set(q.input.accessScope)] }, 'scope_set', { reason: q.input.basis })],
  about,
});

export const widenScope = defineCommand({
  name: 'scope.widen',
  load: loadCarrier,
  plan: (q) => [move('carriers', carrierOf(q), { accessScope: [...new Set([...(carrierOf(q).accessScope ?? []), ...q.input.add])] }, 'scope_widened', { reason: q.input.reason })],
  about,
  bind: (input, f) => ({ carrier: f.carrier?.id, add: [...input.add].sort() }),
  quantity: (input) => input.add.length,
});

export const revokeScope = defineCommand({
  name: 'scope.revoke',
  load: loadCarrier,
  plan: (q) => [move('carriers', carrierOf(q), { accessScope: (carrierOf(q).accessScope ?? []).filter((n) => !q.input.remove.includes(n)) }, 'scope_revoked', { reason: q.input.reason })],
  about,
});
