import type { RecordOf } from '#shared/registers/index.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import { markWords, releasedMark } from '../policy/marks.ts';
import { periodText } from '../policy/period.ts';
import type { Facts, Question } from '../policy/question.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, toRecord } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Made } from './define.ts';
import { familiesOf, familyOf } from './family.ts';
import { findCarrier, findEach } from './find.ts';
import { deciderOf, openQuery, relabel, sourceOf } from './levels.ts';
import type { Become } from './levels.ts';

const carrierOf = (q: Question): RecordOf<'carriers'> => q.facts.carrier as RecordOf<'carriers'>;
const about = (q: Question): About | null => (q.facts.carrier === undefined ? null : { register: 'carriers', record: q.facts.carrier.id, number: q.facts.carrier.number });
const result = (made: Made, q: Question): unknown => ({ classification: made['classification'], carriers: q.facts.carriers?.map((c) => c.number) ?? [] });

type Ref = number | string;
const load = (db: ReadDb, input: { carrier: Ref; decider?: string | undefined }): Facts => {
  const carrier = findCarrier(db, input.carrier);
  if (isRefusal(carrier)) return carrier as never;
  return { carrier, carriers: familyOf(db, carrier), decider: deciderOf(db, input.decider), sourceCarrier: sourceOf(db, carrier.id), openQuery: openQuery(db, carrier.id) };
};
const bound = (f: Facts, more: Record<string, unknown>): Record<string, unknown> => ({ carriers: (f.carriers ?? []).map((c) => c.id), ...more });
const quantity = (_input: unknown, f: Facts): number => f.carriers?.length ?? 1;

type Word = { decider?: string | undefined; deciderOffice?: string | undefined; basis?: string | undefined; noticeNumber?: string | undefined; noticeFrom?: string | undefined; noticeOn?: string | undefined };

/** The line in R14 about a later word on a level. Whom to tell, by when and which mark replaces which is filled in by the rules L009 and P009. */
function entry(q: Question, kind: 'change' | 'extension' | 'release' | 'notice', c: RecordOf<'carriers'>, to: Become, word: Word, more: Record<string, unknown> = {}, key = 'classification'): Change {
  const commercial = c.regime === 'commercial_secret';
  return enterRecord(key, 'classifications', {
    kind, carrier: c.id, carrierNumber: c.number, title: c.title, regime: commercial ? 'commercial_secret' : 'state_secret', level: to.level, oldLevel: c.level, grade: to.grade ?? null, oldGrade: c.grade,
    secrecyPeriod: to.level === null && to.grade == null ? null : to.period === undefined ? c.secrecyPeriod : periodText(to.period), oldPeriod: c.secrecyPeriod, accessScope: c.accessScope, scopeUnit: c.scopeUnit, basis: word.basis ?? null, decider: word.decider ?? null, deciderOffice: word.deciderOffice ?? null,
    noticeNumber: word.noticeNumber ?? null, noticeFrom: word.noticeFrom ?? (word.noticeNumber === undefined ? null : c.issuer), noticeOn: word.noticeOn ?? null, proposer: q.actor.name, decidedOn: q.today, effectiveOn: q.today, approval: q.approval?.record.id ?? null,
    count: kind === 'notice' ? null : (q.facts.carriers?.length ?? 1), reportedAt: q.now, state: 'decided', ...more,
  }, kind === 'notice' ? 'noticed' : 'decided');
}

export const change = defineCommand({
  name: 'classification.change',
  load,
  plan: (q) => {
    const c = carrierOf(q);
    const commercial = c.regime === 'commercial_secret';
    const to: Become = { level: commercial ? null : (q.input.level ?? c.level), grade: commercial ? (q.input.grade ?? c.grade) : null, period: q.input.period, periodBasis: q.input.periodBasis };
    return [entry(q, 'change', c, to, q.input), ...relabel(q.facts.carriers ?? [], to, q.profile, 'level_changed', q.input.noticeNumber ?? q.input.basis)];
  },
  about,
  result,
  bind: (input, f) => bound(f, { level: input.level ?? null, grade: input.grade ?? null, period: input.period === undefined ? null : periodText(input.period) }),
  quantity,
});

export const extend = defineCommand({
  name: 'classification.extend',
  load,
  plan: (q) => {
    const c = carrierOf(q);
    const to: Become = { level: c.level, grade: c.grade, period: q.input.period, periodBasis: q.input.periodBasis };
    return [entry(q, 'extension', c, to, q.input, { decidedOn: q.input.decidedOn ?? q.today }), ...relabel(q.facts.carriers ?? [], to, q.profile, 'level_extended', q.input.noticeNumber ?? q.input.basis)];
  },
  about,
  result,
  bind: (input, f) => bound(f, { period: periodText(input.period) }),
  quantity,
});

export const release = defineCommand({
  name: 'classification.release',
  load,
  plan: (q) => {
    const c = carrierOf(q);
    const effective = q.input.reason === 'ended' ? c.periodEndsOn : q.today;
    return [
      entry(q, 'release', c, { level: null }, q.input, { releaseReason: q.input.reason, effectiveOn: effective }),
      ...relabel(q.facts.carriers ?? [], { level: null }, q.profile, 'level_released', { ended: '期限届满', condition: '解密条件达到', decided: '决定提前解密', published: '决定公布' }[q.input.reason]),
    ];
  },
  about,
  result,
  bind: (input, f) => bound(f, { reason: input.reason }),
  quantity,
});

/** True when the notice decided an extension after this carrier's period had ended: it does not count until the organ answers (L010). */
export const cameLate = (q: Question, c: RecordOf<'carriers'>): boolean => q.input['notice'] === 'extension' && c.periodEndsOn !== null && String(q.input['decidedOn']) > c.periodEndsOn;

export const recordNotice = defineCommand({
  name: 'classification.recordNotice',
  load: (db, input) => {
    const named = findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref));
    if (isRefusal(named)) return named;
    return { named, carriers: familiesOf(db, named) };
  },
  plan: (q) => {
    const i = q.input;
    const named = q.facts.named ?? [];
    const ended = i.notice === 'release' || i.notice === 'published';
    const becomes = (c: RecordOf<'carriers'>): Become => (ended ? { level: null } : { level: i.level ?? c.level, period: i.period });
    const word = { noticeNumber: i.noticeNumber, noticeFrom: i.noticeFrom, noticeOn: i.noticeOn };
    const lines = named.map((c, n) => entry(q, 'notice', c, becomes(c), word, {
      decidedOn: i.decidedOn, note: i.note ?? null, count: named.length === 1 ? (q.facts.carriers?.length ?? 1) : null, ...(ended ? { releaseReason: i.notice === 'published' ? 'published' : 'decided' } : {}), ...(cameLate(q, c) ? { suspended: 1, queriedWith: i.queriedWith ?? null, submittedTo: i.queriedWith ?? null, submittedOn: q.today, state: 'submitted' } : {}),
    }, n === 0 ? 'classification' : `classification${n}`));
    const event = ended ? 'level_released' : i.notice === 'extension' ? 'level_extended' : 'level_changed';
    const moves = (q.facts.carriers ?? []).flatMap((c) => (cameLate(q, c) ? [move('carriers', c, {}, 'level_suspended', { reason: i.noticeNumber })] : relabel([c], becomes(c), q.profile, event, i.noticeNumber)));
    return [...lines, ...moves];
  },
  about: (_q, made) => (made['classification'] === undefined ? null : { register: 'classifications', record: made['classification'].id, number: made['classification'].number }),
  result: (made, q) => ({ classifications: Object.values(made), carriers: q.facts.carriers?.map((c) => c.number) ?? [] }),
});

const loadMany = (db: ReadDb, input: { carriers: readonly Ref[] }): Facts => {
  const carriers = findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref));
  return isRefusal(carriers) ? (carriers as never) : { carriers };
};
const aboutFirst = (q: Question): About | null => {
  const c = q.facts.carriers?.[0];
  return c === undefined ? null : { register: 'carriers', record: c.id, number: c.number };
};
const markNow = (c: RecordOf<'carriers'>): string => markWords(c) ?? releasedMark;

export const label = defineCommand({
  name: 'label.print',
  load: loadMany,
  plan: (q) => (q.facts.carriers ?? []).map((c) => (q.input.unmarkable
    ? move('carriers', c, { markText: markNow(c), markApplied: 0 }, 'mark_notified', { reason: q.input.writtenNotice ?? '' })
    : move('carriers', c, { markText: markNow(c) }, 'label_printed'))),
  about: aboutFirst,
  result: (_made, q) => ({ labels: (q.facts.carriers ?? []).map((c) => ({ number: c.number, mark: markNow(c), oldMark: q.input.change ? c.oldMark : null })) }),
});

export const applied = defineCommand({
  name: 'label.applied',
  load: (db, input) => {
    const found = loadMany(db, input);
    if (isRefusal(found)) return found;
    const classifications = (found.carriers ?? []).flatMap((c) => all(db, `SELECT * FROM classifications WHERE carrier = ? AND newMark IS NOT NULL AND markedOn IS NULL AND +state = 'decided' ORDER BY id`, c.id).map((r) => toRecord('classifications', r)));
    return { ...found, classifications };
  },
  plan: (q) => [
    ...(q.facts.carriers ?? []).map((c) => move('carriers', c, { markApplied: 1, markText: markNow(c) }, 'marked', q.input.where === undefined ? {} : { reason: q.input.where })),
    // What was to be told and marked is done with when both are.
    ...(q.facts.classifications ?? []).map((r) => move('classifications', r, { markedOn: q.today, ...(r.notifiedOn === null ? {} : { state: 'done' }) }, 'marked')),
  ],
  about: aboutFirst,
});

