import type { classificationCommands } from '#shared/contract/classification.ts';
import { highest, levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import { periodFrom, periodText } from '../policy/period.ts';
import type { Facts, Question } from '../policy/question.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { familyOf } from './family.ts';
import { find, findCarrier, findEach } from './find.ts';
import { deciderOf, relabel } from './levels.ts';
import { applied, change, extend, label, recordNotice, release } from './levelChange.ts';

const recordOf = (q: Question): RecordOf<'classifications'> => q.facts.classification as RecordOf<'classifications'>;
const aboutRecord = (q: Question): About | null => (q.facts.classification === undefined ? null : { register: 'classifications', record: q.facts.classification.id, number: q.facts.classification.number });
const aboutMade = (_q: Question, made: Made): About | null => (made['classification'] === undefined ? null : { register: 'classifications', record: made['classification'].id, number: made['classification'].number });
const resultMade = (made: Made): unknown => ({ classification: made['classification'] });

/** The decision with the carriers it is about and the item it was derived from. */
function loadRecord(db: ReadDb, ref: number | string): Facts | ReturnType<typeof invalid> {
  const classification = find(db, 'classifications', ref);
  if (isRefusal(classification)) return classification as never;
  const carrier = classification.carrier === null ? undefined : find(db, 'carriers', classification.carrier);
  const source = classification.sourceCarrier === null ? null : find(db, 'carriers', classification.sourceCarrier);
  return {
    classification, sourceCarrier: source === null || isRefusal(source) ? null : source,
    ...(carrier === undefined || isRefusal(carrier) ? {} : { carrier, carriers: familyOf(db, carrier) }),
  };
}

const propose = defineCommand({
  name: 'classification.propose',
  load: (db, input) => {
    const source = input.source === undefined ? null : findCarrier(db, input.source);
    if (source !== null && isRefusal(source)) return source;
    if (input.carrier === undefined) return input.title === undefined ? invalid({ path: 'title', messageZh: '没有填写事项名称，也没有指明载体。请填写一项。' }) : { sourceCarrier: source };
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    return source?.id === carrier.id ? invalid({ path: 'source', messageZh: '派生来源就是本件。请填写所依据的来文。' }) : { carrier, carriers: familyOf(db, carrier), sourceCarrier: source };
  },
  plan: (q) => {
    const i = q.input;
    const c = q.facts.carrier;
    const commercial = i.regime === 'commercial_secret';
    const entry = enterRecord('classification', 'classifications', {
      kind: i.kind, carrier: c?.id ?? null, carrierNumber: c?.number ?? null, title: c?.title ?? i.title, regime: i.regime, level: commercial ? null : (i.level ?? null), oldLevel: c?.level ?? null, grade: commercial ? (i.grade ?? null) : null, oldGrade: c?.grade ?? null,
      secrecyPeriod: i.period === undefined ? null : periodText(i.period), oldPeriod: c?.secrecyPeriod ?? null, accessScope: i.accessScope ?? c?.accessScope ?? null, scopeUnit: i.scopeUnit ?? c?.scopeUnit ?? null,
      basis: [i.basis, i.basisDocument, i.periodBasis].filter((s) => s !== undefined).join('；') || null, clause: i.clause ?? null, derivedReason: i.derivedReason ?? null, sourceCarrier: q.facts.sourceCarrier?.id ?? null, sourceNumber: q.facts.sourceCarrier?.number ?? i.basisDocument ?? null,
      proposer: i.proposer, submittedTo: i.submitTo ?? null, disputed: i.disputed === undefined ? null : i.disputed.map((l) => levelZh[l]).join('、'), proposedOn: q.today, count: q.facts.carriers?.length ?? null, reportedAt: q.now, state: 'proposed',
    }, 'proposed');
    if (commercial) return [entry];
    // Protected at once at the proposed level, whoever decides it later (实施条例（2024）第十七条第二款).
    return [entry, ...relabel(q.facts.carriers ?? [], { level: i.level ?? null, period: i.period, periodBasis: i.periodBasis, provisional: true }, q.profile, 'level_proposed')];
  },
  about: aboutMade,
  result: resultMade,
});

const decide = defineCommand({
  name: 'classification.decide',
  load: (db, input) => {
    const found = loadRecord(db, input.classification);
    return isRefusal(found) ? found : { ...found, decider: deciderOf(db, input.decider) };
  },
  plan: (q) => {
    const r = recordOf(q);
    const i = q.input;
    const carriers = q.facts.carriers ?? [];
    const said = { decider: i.decider, deciderOffice: i.deciderOffice ?? null, decidedOn: q.today };
    if (i.verdict === 'refused') {
      const back = r.regime === 'commercial_secret' ? [] : relabel(carriers, { level: null }, q.profile, 'level_refused', i.reason);
      return [move('classifications', r, { ...said, state: 'refused' }, 'disagreed', i.reason === undefined ? {} : { reason: i.reason }), ...back];
    }
    const period = i.period ?? (r.secrecyPeriod === null ? undefined : periodFrom(r.secrecyPeriod));
    const to = { level: r.regime === 'commercial_secret' ? null : (i.level ?? r.level), grade: r.regime === 'commercial_secret' ? (i.grade ?? r.grade) : null, period, periodBasis: i.periodBasis };
    const scope = { ...(r.accessScope === null ? {} : { accessScope: r.accessScope }), ...(r.scopeUnit === null ? {} : { scopeUnit: r.scopeUnit }) };
    const changes: Change[] = relabel(carriers, to, q.profile, 'level_decided', r.number ?? '').map((c) => (c.kind === 'move' && c.record === q.facts.carrier?.id ? { ...c, set: { ...c.set, ...scope } } : c));
    return [move('classifications', r, { ...said, level: to.level, grade: to.grade, secrecyPeriod: period === undefined ? null : periodText(period), effectiveOn: q.today, approval: q.approval?.record.id ?? null, state: 'done' }, 'agreed'), ...changes];
  },
  about: aboutRecord,
  bind: (input, f) => ({ classification: f.classification?.id, carriers: (f.carriers ?? []).map((c) => c.id), verdict: input.verdict, level: input.level ?? f.classification?.level ?? null, grade: input.grade ?? f.classification?.grade ?? null, period: input.period === undefined ? (f.classification?.secrecyPeriod ?? null) : periodText(input.period) }),
  quantity: (_input, f) => Math.max(1, f.carriers?.length ?? 0),
});

const submit = defineCommand({
  name: 'classification.submit',
  load: (db, input) => loadRecord(db, input.classification) as Facts,
  plan: (q) => {
    const r = recordOf(q);
    const i = q.input;
    if (i.answeredOn === undefined) return [move('classifications', r, { state: 'submitted', submittedTo: i.to ?? r.submittedTo, submittedOn: i.submittedOn ?? q.today }, 'submitted')];
    const answer = { answeredOn: i.answeredOn, answerNumber: i.answerNumber ?? null };
    const carriers = q.facts.carriers ?? [];
    if (r.kind === 'suggestion') return [move('classifications', r, { ...answer, state: 'done' }, 'answered')];
    if (r.kind === 'notice') {
      if (i.confirmed !== true) return [move('classifications', r, { ...answer, suspended: 0, state: 'done' }, 'answered')];
      const level = r.level ?? r.oldLevel;
      return [move('classifications', r, { ...answer, suspended: 0, state: 'decided' }, 'answered'), ...relabel(carriers, { level, period: r.secrecyPeriod === null ? undefined : periodFrom(r.secrecyPeriod) }, q.profile, 'level_extended', r.noticeNumber ?? '')];
    }
    const level: Level | null = i.level ?? null;
    const period = i.period ?? (r.secrecyPeriod === null ? undefined : periodFrom(r.secrecyPeriod));
    return [
      move('classifications', r, { ...answer, level, secrecyPeriod: level === null || period === undefined ? null : periodText(period), decidedOn: i.answeredOn, effectiveOn: q.today, state: 'done' }, 'answered'),
      ...relabel(carriers, { level, period }, q.profile, 'level_decided', i.answerNumber),
    ];
  },
  about: aboutRecord,
});

const notified = defineCommand({
  name: 'classification.notified',
  load: (db, input) => loadRecord(db, input.classification) as Facts,
  plan: (q) => {
    const r = recordOf(q);
    const told = [...new Set([...(r.notified ?? []), ...q.input.people])];
    const everyone = (r.accessScope ?? []).every((name) => told.includes(name));
    const finished = everyone && (r.newMark === null || r.markedOn !== null);
    return [move('classifications', r, { notified: told, notifiedOn: everyone ? (q.input.notifiedOn ?? q.today) : null, ...(finished ? { state: 'done' } : {}) }, 'notified', { reason: q.input.people.join('、').slice(0, 900) })];
  },
  about: aboutRecord,
});

const suggestRelease = defineCommand({
  name: 'classification.suggestRelease',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    return isRefusal(carrier) ? carrier : { carrier };
  },
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    return [
      enterRecord('classification', 'classifications', {
        kind: 'suggestion', carrier: c.id, carrierNumber: c.number, title: c.title, regime: 'state_secret', level: c.level, oldLevel: c.level, secrecyPeriod: c.secrecyPeriod, oldPeriod: c.secrecyPeriod, basis: q.input.reason, proposer: q.actor.name,
        submittedTo: q.input.to, proposedOn: q.today, submittedOn: q.today, count: 1, reportedAt: q.now, state: 'submitted',
      }, 'suggested'),
      move('carriers', c, {}, 'release_suggested', { reason: q.input.to }),
    ];
  },
  about: aboutMade,
  result: resultMade,
});

const review = defineCommand({
  name: 'classification.review',
  load: (db, input) => {
    const carriers = findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref));
    return isRefusal(carriers) ? carriers : { carriers, decider: deciderOf(db, input.decider) };
  },
  plan: (q) => {
    const carriers = q.facts.carriers ?? [];
    const i = q.input;
    const only = carriers.length === 1 ? carriers[0] : undefined;
    return [
      enterRecord('classification', 'classifications', {
        kind: 'review', carrier: only?.id ?? null, carrierNumber: only?.number ?? null, title: only?.title ?? `密级审核 ${carriers.length} 件`, regime: 'state_secret', level: highest(carriers.map((c) => c.level)), decider: i.decider, deciderOffice: i.deciderOffice ?? null,
        decidedOn: q.today, reviewResult: i.result, listNumber: i.listNumber ?? null, listFiledOn: i.listFiledOn ?? null, count: carriers.length, reportedAt: q.now, state: 'done', note: i.note ?? null,
      }, 'reviewed'),
      ...carriers.map((c) => move('carriers', c, { reviewedOn: q.today }, 'level_reviewed', { reason: i.result })),
    ];
  },
  about: aboutMade,
  result: (made, q) => ({ classification: made['classification'], carriers: q.facts.carriers?.length ?? 0 }),
});

/** Group 2.1: proposing, deciding, changing, extending and releasing levels; labels. */
export const classificationActs: { readonly [N in keyof typeof classificationCommands]: Command<N> } = {
  'classification.propose': propose, 'classification.decide': decide, 'classification.submit': submit, 'classification.change': change, 'classification.extend': extend, 'classification.release': release,
  'classification.recordNotice': recordNotice, 'classification.notified': notified, 'classification.suggestRelease': suggestRelease, 'classification.review': review, 'label.print': label, 'label.applied': applied,
};
