import type { RecordOf } from '#shared/registers/index.ts';
import { clockOf, dayOf, toInstant } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { recordsWhere } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About } from './define.ts';
import { courseOf } from './courseOf.ts';
import { find, findCarrier, findComputer } from './find.ts';
import { reported, resultDue } from './incidentCourse.ts';
import type { ReadDb } from '../vault/open.ts';

const carrierAbout = (q: Question): About | null => (q.facts.carrier === undefined ? null : { register: 'carriers', record: q.facts.carrier.id, number: q.facts.carrier.number });
const incidentOf = (q: Question): RecordOf<'incidents'> => q.facts.incident as RecordOf<'incidents'>;
const about = (q: Question): About | null => (q.facts.incident == null ? null : { register: 'incidents', record: q.facts.incident.id, number: q.facts.incident.number });
const loadIncident = (db: ReadDb, input: { incident: number | string }) => {
  const incident = find(db, 'incidents', input.incident);
  return isRefusal(incident) ? incident : { incident };
};
/** Adds a dated line to a log that is kept as text. */
const logged = (log: string | null, q: Question, text: string): string => [log ?? '', `${dayOf(q.happenedAt)} ${clockOf(q.happenedAt)} ${q.actor.name}：${text}`].filter((s) => s !== '').join('\n');

/** The line of a circulation and the notebook entry that say who has it (or had it when it was lost). */
const withWhom = (db: ReadDb, carrier: number, state: 'out' | 'missing') => ({ steps: recordsWhere(db, 'circulationSteps', { carrier, state }), notebook: recordsWhere(db, 'notebooks', { carrier, state }).at(-1) ?? null });

export const reportMissing = defineCommand({
  name: 'carrier.reportMissing',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    return isRefusal(carrier) ? carrier : { carrier, courseZh: courseOf(db, carrier), loan: recordsWhere(db, 'loans', { carrier: carrier.id, state: 'out' }).at(-1) ?? null, ...withWhom(db, carrier.id, 'out') };
  },
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const changes: Change[] = [move('carriers', c, { state: 'missing', dueOn: null }, 'missing', { reason: q.input.account })];
    if (q.facts.loan != null) changes.push(move('loans', q.facts.loan, { state: 'missing' }, 'missing'));
    return changes;
  },
  about: carrierAbout,
  result: (made) => ({ incident: made['incident'] }),
});

export const findAgain = defineCommand({
  name: 'carrier.find',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    // Only the search ends; a leak or damage of the same carrier is another case.
    const open = recordsWhere(db, 'incidents', { carrier: carrier.id, kind: 'missing' }).filter((i) => i.state !== 'closed' && i.state !== 'found').at(-1) ?? null;
    return { carrier, incident: open, loan: recordsWhere(db, 'loans', { carrier: carrier.id, state: 'missing' }).at(-1) ?? null, readings: recordsWhere(db, 'readings', { carrier: carrier.id, state: 'open' }), ...withWhom(db, carrier.id, 'missing') };
  },
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const back = q.input.place ?? c.home;
    const changes: Change[] = [move('carriers', c, { state: c.archivedOn === null ? 'in_custody' : 'archived', place: back, home: c.home ?? back, holder: null, holderName: null, ...(c.trip === null ? {} : { trip: null }), ...(c.destruction === null ? {} : { destruction: null }) }, 'found', { reason: q.input.foundWhere })];
    if (q.facts.incident != null) changes.push(move('incidents', q.facts.incident, { state: 'found', foundAt: q.happenedAt, foundWhere: q.input.foundWhere, ...(q.input.account === undefined ? {} : { search: logged(q.facts.incident.search, q, q.input.account) }) }, 'found'));
    if (q.facts.loan != null) changes.push(move('loans', q.facts.loan, { state: 'returned', returnedAt: q.happenedAt, returnCheck: '下落不明后找到' }, 'returned'));
    // Who was reading it when it was lost reads it no longer.
    changes.push(...(q.facts.readings ?? []).map((r) => move('readings', r, { state: 'closed', endedAt: q.happenedAt }, 'closed')));
    return changes;
  },
  about: carrierAbout,
  result: (_made, q) => ({ incident: q.facts.incident?.number ?? null }),
});

export const report = defineCommand({
  name: 'incident.report',
  load: loadIncident,
  plan: (q) => {
    const i = incidentOf(q);
    const at = q.input.reportedAt === undefined ? q.now : toInstant(q.input.reportedAt);
    const { course, harm, responsible, inquiry, byWord, remedy, account } = q.input;
    // What is said by word of mouth starts no new state: the written report is still due (L046).
    const stand = byWord === true ? { wordOfMouthAt: i.wordOfMouthAt ?? at } : { state: i.state === 'searching' ? 'reported' : i.state, reportedAt: i.reportedAt ?? at };
    const items = { ...(course === undefined ? {} : { course }), ...(harm === undefined ? {} : { harm }), ...(responsible === undefined ? {} : { responsible: [...new Set([...(i.responsible ?? []), ...responsible])] }), ...(inquiry === undefined ? {} : { search: logged(i.search, q, inquiry) }) };
    return [move('incidents', i, { ...stand, ...items, reports: reported(i, at, q.input.reportedTo, byWord === true ? 'word' : 'written'), reportedTo: [...new Set([...(i.reportedTo ?? '').split('、').filter((s) => s !== ''), ...q.input.reportedTo])].join('、').slice(0, 290), ...(remedy === undefined ? {} : { remedy }), ...(account === undefined ? {} : { account: `${i.account ?? ''}\n${account}`.trim() }) }, byWord === true ? 'told_first' : 'reported')];
  },
  about,
});

export const searchLog = defineCommand({
  name: 'incident.searchLog',
  load: loadIncident,
  plan: (q) => [move('incidents', incidentOf(q), { search: logged(incidentOf(q).search, q, q.input.entry) }, 'searched')],
  about,
});

export const close = defineCommand({
  name: 'incident.close',
  load: loadIncident,
  plan: (q) => {
    const { cause, handled, corrected, educated } = q.input;
    const given = Object.fromEntries(Object.entries({ cause, handled, corrected, educated }).filter(([, v]) => v !== undefined));
    return [move('incidents', incidentOf(q), { ...given, state: 'closed', closedAt: q.happenedAt }, 'closed')];
  },
  about,
});

export const recordViolation = defineCommand({
  name: 'violation.record',
  load: (db, input) => {
    const carrier = input.carrier === undefined ? undefined : findCarrier(db, input.carrier);
    if (carrier !== undefined && isRefusal(carrier)) return carrier;
    const computer = input.computer === undefined ? undefined : findComputer(db, input.computer);
    if (computer !== undefined && isRefusal(computer)) return computer;
    return { ...(carrier === undefined ? {} : { carrier, courseZh: courseOf(db, carrier) }), ...(computer === undefined ? {} : { computer }) };
  },
  plan: (q) => {
    const i = q.input;
    const c = q.facts.carrier;
    const discovered = i.discoveredAt === undefined ? q.now : toInstant(i.discoveredAt);
    const changes: Change[] = [];
    if (i.possibleLeak === true) {
      changes.push(enterRecord('incident', 'incidents', { kind: 'leak', carrier: c?.id ?? null, carrierNumber: c?.number ?? null, title: c?.title ?? '违规登记所涉事项', level: c?.level ?? null, discoveredAt: discovered, discoveredBy: q.actor.name, lastHolder: i.person ?? null, account: i.account, resultDueOn: resultDue(q, discovered), state: 'searching' }));
    }
    changes.push(enterRecord('violation', 'violations', {
      kind: i.kind, command: i.command ?? null, rules: i.rules ?? [], rulesZh: i.rules === undefined ? null : i.rules.join('、'), carrier: c?.id ?? null, carrierNumber: c?.number ?? null, computer: q.facts.computer?.id ?? null, person: i.person ?? null, level: c?.level ?? q.facts.computer?.level ?? null,
      occurredAt: i.occurredAt === undefined ? null : toInstant(i.occurredAt), discoveredAt: discovered, account: i.account, reason: i.reason, measures: i.measures ?? null, possibleLeak: i.possibleLeak === true ? 1 : 0, incident: i.possibleLeak === true ? fromKey('incident', 'id') : null, state: 'recorded',
    }));
    if (c !== undefined) changes.push(move('carriers', c, {}, 'violation'));
    return changes;
  },
  about: (q, made) => carrierAbout(q) ?? (made['violation'] === undefined ? null : { register: 'violations', record: made['violation'].id, number: made['violation'].number }),
  result: (made) => ({ violation: made['violation'], incident: made['incident'] ?? null }),
});

export const reviewViolation = defineCommand({
  name: 'violation.review',
  load: (db, input) => {
    const violation = find(db, 'violations', input.violation);
    return isRefusal(violation) ? violation : { violation };
  },
  plan: (q) => [move('violations', q.facts.violation as RecordOf<'violations'>, { state: 'reviewed', reviewedBy: q.actor.name, reviewedAt: q.now, ...(q.input.note === undefined ? {} : { note: q.input.note }) }, 'reviewed')],
  about: (q) => (q.facts.violation === undefined ? null : { register: 'violations', record: q.facts.violation.id, number: q.facts.violation.number }),
});
