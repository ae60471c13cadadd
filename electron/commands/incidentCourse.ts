import type { incidentCommands } from '#shared/contract/incidents.ts';
import { sanctionsZh } from '#shared/contract/incidents.ts';
import { highest } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addMonths, clockOf, dayOf, toInstant } from '#shared/time.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import type { ReadDb } from '../vault/open.ts';
import { courseOf } from './courseOf.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command } from './define.ts';
import { find, findCarrier, findEach, findPerson } from './find.ts';

const incidentOf = (q: Question): RecordOf<'incidents'> => q.facts.incident as RecordOf<'incidents'>;
const about = (q: Question): About | null => (q.facts.incident == null ? null : { register: 'incidents', record: q.facts.incident.id, number: q.facts.incident.number });
const loadIncident = (db: ReadDb, input: { incident: number | string }) => {
  const incident = find(db, 'incidents', input.incident);
  return isRefusal(incident) ? incident : { incident };
};
/** One line of the reports that were made of a case, kept beside the sums of it. */
export const reported = (i: RecordOf<'incidents'>, at: string, to: readonly string[], form: 'word' | 'written' | 'internal'): readonly unknown[] => [...((i.reports as readonly unknown[] | null) ?? []), { at, to: [...to], form }];
/** The day by which the result of a leak is to be reported (L047). */
export const resultDue = (q: Question, discoveredAt: string): string => addMonths(dayOf(discoveredAt), q.profile.number('incident.resultWithinMonths'));

const open = defineCommand({
  name: 'incident.open',
  load: (db, input) => {
    const carrier = input.carrier === undefined ? undefined : findCarrier(db, input.carrier);
    if (carrier !== undefined && isRefusal(carrier)) return carrier;
    const people = input.persons === undefined ? undefined : findEach([...new Set(input.persons)], (ref) => findPerson(db, ref));
    if (people !== undefined && isRefusal(people)) return people;
    return { ...(carrier === undefined ? {} : { carrier, courseZh: courseOf(db, carrier) }), ...(people === undefined ? {} : { people }) };
  },
  plan: (q) => {
    const i = q.input;
    const c = q.facts.carrier;
    const people = q.facts.people ?? [];
    const discoveredAt = i.discoveredAt ?? q.happenedAt;
    const told = i.reportedTo === undefined ? {} : { internalAt: i.reportedAt ?? q.now, internalTo: i.reportedTo };
    return [
      enterRecord('incident', 'incidents', {
        kind: i.kind, carrier: c?.id ?? null, carrierNumber: c?.number ?? null, title: i.title ?? c?.title ?? people.map((p) => p.name).join('、'), level: highest([i.level, c?.level ?? null]), discoveredAt, discoveredBy: i.discoveredBy, lastHolder: c === undefined ? null : (c.holderName ?? c.custodian), account: i.account, remedy: i.remedy ?? null,
        persons: people.length === 0 ? null : people.map((p) => p.id), anomaly: i.kind === 'anomaly' ? 1 : 0, resultDueOn: i.kind === 'leak' ? resultDue(q, discoveredAt) : null, ...told, state: i.kind === 'leak' ? 'leak' : 'searching',
      }),
      ...(c === undefined ? [] : [move('carriers', c, {}, 'incident_opened')]),
    ];
  },
  about: (_q, made) => (made['incident'] === undefined ? null : { register: 'incidents', record: made['incident'].id, number: made['incident'].number }),
  result: (made) => ({ incident: made['incident'] }),
});

const internal = defineCommand({
  name: 'incident.internal',
  load: loadIncident,
  plan: (q) => {
    const i = incidentOf(q);
    const at = q.input.at === undefined ? q.happenedAt : toInstant(q.input.at);
    return [move('incidents', i, { internalAt: i.internalAt ?? at, internalTo: [...new Set([...(i.internalTo ?? '').split('、').filter((s) => s !== ''), q.input.to])].join('、').slice(0, 290), ...(q.input.byWord ? { wordOfMouthAt: i.wordOfMouthAt ?? at } : {}), reports: reported(i, at, [q.input.to], 'internal') }, 'told_inside')];
  },
  about,
});

const escalate = defineCommand({
  name: 'incident.escalate',
  load: loadIncident,
  plan: (q) => {
    const i = incidentOf(q);
    return [move('incidents', i, { state: 'leak', escalatedAt: q.happenedAt, resultDueOn: i.resultDueOn ?? resultDue(q, i.discoveredAt ?? q.happenedAt) }, 'escalated', { reason: q.input.reason })];
  },
  about,
});

const sanction = defineCommand({
  name: 'incident.sanction',
  load: loadIncident,
  plan: (q) => {
    const i = incidentOf(q);
    const given = [...((i.sanctions as readonly unknown[] | null) ?? []), ...q.input.sanctions.map((s) => ({ ...s, on: s.on ?? dayOf(q.happenedAt) }))];
    const lines = q.input.sanctions.map((s) => `${s.name}：${sanctionsZh[s.measure]}（${s.on ?? dayOf(q.happenedAt)}${s.by === undefined ? '' : `，${s.by}决定`}${s.reason === undefined ? '' : `，${s.reason}`}）`);
    const all = [i.sanctionsZh ?? '', ...lines].filter((s) => s !== '').join('\n').slice(0, 2000);
    return [move('incidents', i, {
      responsible: [...new Set([...(i.responsible ?? []), ...q.input.responsible])], supervisor: q.input.supervisor ?? i.supervisor ?? (q.input.noSupervisorReason === undefined ? null : `无（${q.input.noSupervisorReason}）`.slice(0, 290)), sanctions: given, sanctionsZh: all, handled: i.handled ?? lines.join('；').slice(0, 3900),
    }, 'sanctioned')];
  },
  about,
});

const result = defineCommand({
  name: 'incident.result',
  load: loadIncident,
  plan: (q) => {
    const { progress, reason, cooperation, investigators } = q.input;
    const on = q.input.reportedOn ?? dayOf(q.happenedAt);
    const said = { ...(investigators === undefined ? {} : { investigators }), ...(cooperation === undefined ? {} : { cooperation }) };
    return [move('incidents', incidentOf(q), progress ? { progressReportedOn: on, progressReason: reason ?? null, ...said } : { resultReportedOn: on, ...said }, progress ? 'progress_reported' : 'result_reported', reason === undefined ? {} : { reason })];
  },
  about,
});

const recordTipOff = defineCommand({
  name: 'tipOff.record',
  load: () => ({}),
  plan: (q) => [enterRecord('tipOff', 'tipOffs', { about: q.input.about, account: q.input.account, stopped: q.input.stopped === true ? 1 : 0, reporter: q.input.anonymous ? null : q.actor.name, reportedAt: q.happenedAt, state: 'recorded' })],
  about: (_q, made) => (made['tipOff'] === undefined ? null : { register: 'tipOffs', record: made['tipOff'].id, number: made['tipOff'].number }),
  result: (made) => ({ tipOff: made['tipOff']?.number ?? null }),
});

const handleTipOff = defineCommand({
  name: 'tipOff.handle',
  load: (db, input) => {
    const tipOff = find(db, 'tipOffs', input.tipOff);
    return isRefusal(tipOff) ? tipOff : { tipOff };
  },
  plan: (q) => {
    const t = q.facts.tipOff as RecordOf<'tipOffs'>;
    const line = `${dayOf(q.happenedAt)} ${clockOf(q.happenedAt)} ${q.actor.name}：${q.input.handled}`;
    return [move('tipOffs', t, { handled: [t.handled ?? '', line].filter((s) => s !== '').join('\n').slice(-4000), handledBy: q.actor.name, handledOn: dayOf(q.happenedAt), state: 'handled' }, 'handled')];
  },
  about: (q) => (q.facts.tipOff === undefined ? null : { register: 'tipOffs', record: q.facts.tipOff.id, number: q.facts.tipOff.number }),
});

/** Group 2.12: the course of a case. */
export const incidentCourseActs: { readonly [N in keyof typeof incidentCommands]: Command<N> } = {
  'incident.open': open, 'incident.internal': internal, 'incident.escalate': escalate, 'incident.sanction': sanction, 'incident.result': result, 'tipOff.record': recordTipOff, 'tipOff.handle': handleTipOff,
};
