import type { RecordOf } from '#shared/registers/index.ts';
import { addMonths, dayOf } from '#shared/time.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { coolingMonths } from '../policy/rules/leaving.ts';
import { recordsWhere } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About } from './define.ts';
import { findPerson } from './find.ts';
import { inHandsOf } from './run.ts';
import type { ReadDb } from '../vault/open.ts';

const personOf = (q: Question): RecordOf<'persons'> => q.facts.person as RecordOf<'persons'>;
const about = (q: Question): About | null => (q.facts.person === undefined ? null : { register: 'persons', record: q.facts.person.id, number: q.facts.person.number });
const loadPerson = (db: ReadDb, input: { person: number | string }) => {
  const person = findPerson(db, input.person);
  return isRefusal(person) ? person : { person, carriers: inHandsOf(db, person) };
};

export const register = defineCommand({
  name: 'person.register',
  load: (db, input) => ({ sameName: recordsWhere(db, 'persons', { name: input.name }, 1)[0] ?? null }),
  plan: (q) => {
    const { happenedAt: _h, lateReason: _l, warnReason: _w, approval: _a, civilServant, delegate, ...given } = q.input;
    return [enterRecord('person', 'persons', { ...given, civilServant: civilServant === undefined ? null : civilServant ? 1 : 0, delegate: delegate === undefined ? null : delegate ? 1 : 0 })];
  },
  about: (_q, made) => (made['person'] === undefined ? null : { register: 'persons', record: made['person'].id, number: made['person'].number }),
  result: (made) => ({ person: made['person'] }),
});

export const activate = defineCommand({
  name: 'person.activate',
  load: loadPerson,
  plan: (q) => [move('persons', personOf(q), { status: 'on_post', onPostFrom: q.input.onPostFrom ?? q.today, coolingOffFrom: null, coolingOffUntil: null }, 'activated')],
  about,
});

export const suspend = defineCommand({
  name: 'person.suspend',
  load: loadPerson,
  plan: (q) => [move('persons', personOf(q), { status: 'suspended' }, 'suspended', { reason: q.input.reason })],
  about,
});

export const leavePost = defineCommand({
  name: 'person.leavePost',
  load: loadPerson,
  plan: (q) => {
    const p = personOf(q);
    const from = q.input.coolingOffFrom ?? dayOf(q.happenedAt);
    const months = coolingMonths(q, p.personnelClass);
    if (months === null) return [move('persons', p, { status: 'left' }, 'left_post', { reason: q.input.reason })];
    return [move('persons', p, { status: 'cooling_off', coolingOffFrom: from, coolingOffUntil: q.input.coolingOffUntil ?? addMonths(from, months) }, 'left_post', { reason: q.input.reason })];
  },
  about,
});
