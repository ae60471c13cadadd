import type { circulationCommands } from '#shared/contract/circulation.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { toInstant } from '#shared/time.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { recordById, recordsWhere } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { find, findCarrier, findPerson } from './find.ts';

type Carrier = RecordOf<'carriers'>;
const carrierOf = (q: Question): Carrier => q.facts.carrier as Carrier;
const aboutCarrier = (q: Question): About | null => (q.facts.carrier === undefined ? null : { register: 'carriers', record: q.facts.carrier.id, number: q.facts.carrier.number });

/** Who has it keeps it until a day, agreed and noted: on the carrier, on the loan, on the line of the circulation. */
const hold = defineCommand({
  name: 'carrier.hold',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const person = carrier.holder === null ? null : recordById(db, 'persons', carrier.holder);
    const loan = recordsWhere(db, 'loans', { carrier: carrier.id, state: 'out' }).at(-1) ?? null;
    return { carrier, loan, steps: recordsWhere(db, 'circulationSteps', { carrier: carrier.id, state: 'out' }), ...(person === null ? {} : { person }) };
  },
  plan: (q) => {
    const { until, reason } = q.input;
    const changes: Change[] = [move('carriers', carrierOf(q), { holdUntil: until, holdReason: reason, dueOn: until }, 'held', { reason })];
    if (q.facts.loan != null) changes.push(move('loans', q.facts.loan, { dueOn: until }, 'extended', { reason: `个人留存：${reason}` }));
    for (const step of q.facts.steps ?? []) changes.push(move('circulationSteps', step, { dueOn: until }, 'extended', { reason: `个人留存：${reason}` }));
    return changes;
  },
  about: aboutCarrier,
  bind: (input, f) => ({ carrier: f.carrier?.id, holder: f.carrier?.holder ?? null, until: input.until }),
  quantity: () => 1,
});

const issue = defineCommand({
  name: 'notebook.issue',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const person = findPerson(db, input.holder);
    return isRefusal(person) ? person : { carrier, person, notebook: recordsWhere(db, 'notebooks', { carrier: carrier.id, state: 'out' }).at(-1) ?? null };
  },
  plan: (q) => {
    const c = carrierOf(q);
    const p = q.facts.person as RecordOf<'persons'>;
    return [
      enterRecord('notebook', 'notebooks', { carrier: c.id, carrierNumber: c.number, level: c.level, holder: p.id, holderName: p.name, department: p.department, pagesOut: q.input.pages, issuedAt: q.happenedAt, dueOn: q.input.dueOn ?? null, state: 'out' }),
      move('carriers', c, { state: 'in_use', holder: p.id, holderName: p.name, place: q.input.place ?? p.department ?? `${p.name ?? ''}处`, pages: q.input.pages, dueOn: q.input.dueOn ?? null }, 'notebook_issued'),
    ];
  },
  about: aboutCarrier,
  result: (made) => ({ notebook: made['notebook'] }),
});

const giveBack = defineCommand({
  name: 'notebook.giveBack',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const notebook = recordsWhere(db, 'notebooks', { carrier: carrier.id, state: 'out' }).at(-1) ?? null;
    const person = notebook?.holder == null ? null : recordById(db, 'persons', notebook.holder);
    return { carrier, notebook, ...(person === null ? {} : { person }) };
  },
  plan: (q) => {
    const i = q.input;
    const c = carrierOf(q);
    const back = i.place ?? c.home;
    return [
      move('notebooks', q.facts.notebook as RecordOf<'notebooks'>, { state: 'returned', pagesBack: i.pages, pagesUsed: i.used, returnedAt: q.happenedAt, remark: i.remark ?? null }, 'returned'),
      move('carriers', c, { state: 'in_custody', holder: null, holderName: null, place: back, home: c.home ?? back, pages: i.pages, dueOn: null }, 'notebook_returned'),
    ];
  },
  about: aboutCarrier,
  result: (made) => ({ incident: made['missingPages'] ?? null }),
});

const recordRefusal = defineCommand({
  name: 'refusal.record',
  load: (db, input) => {
    if (input.carrier === undefined) return {};
    const carrier = findCarrier(db, input.carrier);
    return isRefusal(carrier) ? carrier : { carrier };
  },
  plan: (q) => {
    const i = q.input;
    const c = q.facts.carrier;
    const reported = i.reportedTo !== undefined;
    return [
      enterRecord('refusal', 'refusals', {
        askedBy: i.askedBy, asked: i.asked, rulesZh: i.rules ?? null, carrier: c?.id ?? null, carrierNumber: c?.number ?? null, refusedBy: i.refusedBy ?? q.actor.name, refusedAt: i.refusedAt === undefined ? q.happenedAt : toInstant(i.refusedAt),
        reportedTo: i.reportedTo ?? null, reportedAt: reported ? (i.reportedAt ?? q.happenedAt) : null, state: reported ? 'reported' : 'recorded', note: i.note ?? null,
      }),
      ...(c === undefined ? [] : [move('carriers', c, {}, 'refusal')]),
    ];
  },
  about: (q, made: Made) => (made['refusal'] === undefined ? aboutCarrier(q) : { register: 'refusals', record: made['refusal'].id, number: made['refusal'].number }),
  result: (made) => ({ refusal: made['refusal'] }),
});

const refusalReported = defineCommand({
  name: 'refusal.reported',
  load: (db, input) => {
    const refusal = find(db, 'refusals', input.refusal);
    return isRefusal(refusal) ? refusal : { refusal };
  },
  plan: (q) => [move('refusals', q.facts.refusal as RecordOf<'refusals'>, { state: 'reported', reportedTo: q.input.reportedTo, reportedAt: q.input.reportedAt ?? q.happenedAt }, 'reported')],
  about: (q) => (q.facts.refusal === undefined ? null : { register: 'refusals', record: q.facts.refusal.id, number: q.facts.refusal.number }),
});

type Names = Exclude<keyof typeof circulationCommands, `circulation.${string}` | 'carrier.route' | 'carrier.circulate'>;

/** What people keep with them for a while, and what somebody refused to do. */
export const holdingActs: { readonly [N in Names]: Command<N> } = {
  'carrier.hold': hold, 'notebook.issue': issue, 'notebook.giveBack': giveBack, 'refusal.record': recordRefusal, 'refusal.reported': refusalReported,
};
