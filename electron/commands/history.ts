import type { historyCommands } from '#shared/contract/history.ts';
import { highest } from '#shared/levels.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { addDays, toInstant } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Facts, Question } from '../policy/question.ts';
import { all, one, recordsWhere, toRecord } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { searchQuestion } from '../vault/searchTerms.ts';
import { described } from './carriers.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { findCarrier, findPerson } from './find.ts';

type Item = Readonly<{ carrier?: string | undefined; docNumber?: string | undefined; copySerial?: string | undefined; title?: string | undefined }>;

/** A destruction batch of an old ledger without list number ends after so many lines: one record must stay readable. */
const LINES_PER_BATCH = 500;

/** The carrier that an old line means: by its number, else by 文号 and 份号, else by title. `meant` says how many fit; only one is taken. */
function itemOf(db: ReadDb, { carrier, docNumber, copySerial, title }: Item): Pick<Facts, 'carrier' | 'meant'> {
  const direct = carrier === undefined ? undefined : findCarrier(db, carrier);
  if (direct !== undefined && !isRefusal(direct)) return { carrier: direct, meant: 1 };
  const by = (where: string, ...bound: string[]) => all(db, `SELECT * FROM carriers WHERE ${where} AND +state IS NOT 'withdrawn' ORDER BY id LIMIT 3`, ...bound).map((r) => toRecord('carriers', r));
  // Titles have no index of their own; what equals the title has all its words.
  const titled = (text: string) => {
    const words = searchQuestion(text);
    return words === null ? by('title = ?', text) : by('id IN (SELECT rowid FROM carriers_search WHERE carriers_search MATCH ?) AND title = ?', words, text);
  };
  const found = docNumber !== undefined ? (copySerial === undefined ? by('docNumber = ?', docNumber) : by('docNumber = ? AND copySerial = ?', docNumber, copySerial)) : carrier === undefined && title !== undefined ? titled(title) : [];
  return { meant: found.length, ...(found.length === 1 && found[0] !== undefined ? { carrier: found[0] } : {}) };
}

/** The person of that name, when the ledger of persons knows exactly one. */
function bearer(db: ReadDb, name: string): Pick<Facts, 'person'> {
  const person = findPerson(db, name);
  return isRefusal(person) ? {} : { person };
}

/** A line that says the same and stands in the register already. One of another file comes before one of the same. */
function earlier(db: ReadDb, register: RegisterKey, batch: number, where: string, ...bound: (string | number | null)[]): Pick<Facts, 'earlier'> {
  const row = one(db, `SELECT number, importBatch IS ? AS sameFile FROM ${register} WHERE ${where} ORDER BY importBatch IS ? LIMIT 1`, batch, ...bound, batch);
  return { earlier: row === undefined ? null : { register, number: row['number'] as string, sameFile: row['sameFile'] === 1 } };
}

/** Registers keep instants; an old line names the day. */
const morning = (day: string | undefined): string | null => (day === undefined ? null : toInstant(`${day}T08:00:00`));
const numberOf = (c: RecordOf<'carriers'> | undefined, i: Item): string | null => c?.number ?? i.carrier ?? null;
const titleOf = (c: RecordOf<'carriers'> | undefined, i: Item): string | null => i.title ?? c?.title ?? i.docNumber ?? null;
const about = (register: RegisterKey, key: string) => (_q: Question, made: Made): About | null => (made[key] === undefined ? null : { register, record: made[key].id, number: made[key].number });
const batchOf = (i: Readonly<{ oldNumber?: string | undefined; importBatch: number }>) => ({ oldNumber: i.oldNumber ?? null, importBatch: i.importBatch });

const loan = defineCommand({
  name: 'loan.enter',
  load: (db, input) => {
    const item = itemOf(db, input);
    const c = item.carrier;
    return {
      ...item, ...bearer(db, input.borrower), loan: c === undefined ? null : (recordsWhere(db, 'loans', { carrier: c.id, state: 'out' }).at(-1) ?? null),
      ...earlier(db, 'loans', input.importBatch, `lentAt IS ? AND borrowerName = ? AND carrierNumber IS ? AND title IS ? AND +state IS NOT 'withdrawn'`, morning(input.lentOn), input.borrower, numberOf(c, input), titleOf(c, input)),
    };
  },
  plan: (q) => {
    const i = q.input;
    const { carrier: c, person: p } = q.facts;
    const open = i.returnedOn === undefined && i.returned !== true;
    const department = i.department ?? p?.department ?? null;
    const line = enterRecord('loan', 'loans', {
      carrier: c?.id ?? null, carrierNumber: numberOf(c, i), title: titleOf(c, i), level: c?.level ?? i.level, borrower: p?.id ?? null, borrowerName: i.borrower, department, reason: i.reason ?? null, lentAt: morning(i.lentOn), dueOn: i.dueOn ?? null, promisedDueOn: i.dueOn ?? null, extensions: 0,
      returnedAt: morning(i.returnedOn), returnCheck: i.returnCheck ?? null, state: open ? 'out' : 'returned', note: i.note ?? null, ...batchOf(i),
    });
    if (!open || c === undefined) return [line];
    const where = { holder: p?.id ?? null, holderName: i.borrower, dueOn: i.dueOn ?? null };
    return [line, c.state === 'lent' ? move('carriers', c, where, 'old_holder') : move('carriers', c, { ...where, state: 'lent', place: department ?? `${i.borrower}处` }, 'old_loan')];
  },
  about: about('loans', 'loan'),
  result: (made) => ({ loan: made['loan'] }),
});

const dispatch = defineCommand({
  name: 'dispatch.enter',
  load: (db, input) => ({
    ...itemOf(db, { carrier: input.carrier }),
    ...earlier(db, 'dispatches', input.importBatch, `sentOn IS ? AND recipient = ? AND docNumber IS ? AND title IS ? AND copySerials IS ? AND +state IS NOT 'withdrawn'`, input.sentOn ?? null, input.recipient, input.docNumber ?? null, input.title ?? input.docNumber ?? null, input.copySerials ?? null),
  }),
  plan: (q) => {
    const i = q.input;
    const c = q.facts.carrier;
    // A line of the last weeks is still asked for; an older one is a matter of the past, flagged on the line itself.
    const fresh = i.sentOn !== undefined && addDays(i.sentOn, q.profile.number('conveyance.receiptDays')) >= q.today;
    return [enterRecord('dispatch', 'dispatches', {
      sentOn: i.sentOn ?? null, recipient: i.recipient, addressee: i.addressee ?? null, docNumber: i.docNumber ?? null, title: i.title ?? i.docNumber ?? null, level: i.level ?? c?.level ?? null, secrecyPeriod: i.secrecyPeriod ?? null, urgency: i.urgency ?? 'normal', outside: 1, copies: i.copies ?? null, copySerials: i.copySerials ?? null,
      carrierNumbers: numberOf(c, i), envelope: i.envelope ?? null, channel: i.channel ?? null, handler: i.handler ?? null, receivedBy: i.receivedBy ?? null, receivedAt: morning(i.receivedOn), receiptNumber: i.receiptNumber ?? null, state: i.receivedBy !== undefined ? 'receipted' : fresh ? 'sent' : 'past', note: i.note ?? null, ...batchOf(i),
    })];
  },
  about: about('dispatches', 'dispatch'),
  result: (made) => ({ dispatch: made['dispatch'] }),
});

const copy = defineCommand({
  name: 'copy.enter',
  load: (db, input) => {
    const item = itemOf(db, input);
    return { ...item, ...earlier(db, 'copies', input.importBatch, `carrier IS ? AND madeAt IS ? AND carrierNumber IS ? AND title IS ? AND quantity = ? AND operator IS ? AND +state IS NOT 'withdrawn'`, item.carrier?.id ?? null, morning(input.copiedOn), numberOf(item.carrier, input), titleOf(item.carrier, input), input.quantity, input.operator ?? null) };
  },
  plan: (q) => {
    const i = q.input;
    const c = q.facts.carrier;
    return [enterRecord('copy', 'copies', {
      carrier: c?.id ?? null, carrierNumber: numberOf(c, i), title: titleOf(c, i), level: c?.level ?? i.level, kind: i.kind, quantity: i.quantity, pages: i.pages ?? null, reason: i.reason ?? null, operator: i.operator ?? null, machine: i.machine ?? null, originatorConsent: i.originatorConsent ?? null,
      recipients: i.recipients ?? null, madeAt: morning(i.copiedOn), state: 'made', note: [i.approver === undefined ? '' : `批准人${i.approver}`, i.note ?? ''].filter((t) => t !== '').join('；') || null, ...batchOf(i),
    })];
  },
  about: about('copies', 'copy'),
  result: (made) => ({ copy: made['copy'] }),
});

const notebook = defineCommand({
  name: 'notebook.enter',
  load: (db, input) => {
    const item = itemOf(db, { carrier: input.carrier });
    const c = item.carrier;
    return {
      ...item, ...bearer(db, input.holder), notebook: c === undefined ? null : (recordsWhere(db, 'notebooks', { carrier: c.id, state: 'out' }).at(-1) ?? null),
      ...earlier(db, 'notebooks', input.importBatch, `issuedAt IS ? AND holderName = ? AND (carrierNumber IS ? OR oldNumber IS ?) AND +state IS NOT 'withdrawn'`, morning(input.issuedOn), input.holder, numberOf(c, input), input.carrier ?? input.oldNumber ?? null),
    };
  },
  plan: (q) => {
    const i = q.input;
    const { carrier: c, person: p } = q.facts;
    const open = i.returnedOn === undefined && i.returned !== true;
    const department = i.department ?? p?.department ?? null;
    const known = { holder: p?.id ?? null, holderName: i.holder, dueOn: i.dueOn ?? null };
    const held = { ...known, place: department ?? `${i.holder}处` };
    // The list of notebooks is often the only place where a notebook stands: one that is still out becomes a carrier with its line.
    const born = open && c === undefined;
    const changes: Change[] = [];
    if (born) {
      changes.push(enterRecord('carrier', 'carriers', {
        title: i.title ?? '保密本', carrierKind: 'notebook', ...described({ level: i.level, period: { unmarked: true }, receivedOn: i.issuedOn }, q.today), copies: 1, pages: i.pages ?? null, source: 'imported', custodian: q.actor.name,
        home: '未写明', ...held, oldNumber: i.carrier ?? i.oldNumber ?? null, importBatch: i.importBatch, state: 'in_use', note: i.note ?? null,
      }));
    } else if (open && c !== undefined) changes.push(move('carriers', c, c.state === 'in_use' ? known : { ...held, state: 'in_use' }, c.state === 'in_use' ? 'old_holder' : 'old_issue'));
    return [...changes, enterRecord('notebook', 'notebooks', {
      carrier: born ? fromKey('carrier', 'id') : (c?.id ?? null), carrierNumber: born ? fromKey('carrier', 'number') : numberOf(c, i), level: c?.level ?? i.level, holder: p?.id ?? null, holderName: i.holder, department, pagesOut: i.pages ?? null, issuedAt: morning(i.issuedOn), dueOn: i.dueOn ?? null,
      pagesBack: i.pagesBack ?? null, returnedAt: morning(i.returnedOn), remark: i.remark ?? null, state: open ? 'out' : 'returned', note: i.note ?? null, ...batchOf(i), oldNumber: i.carrier ?? i.oldNumber ?? null,
    })];
  },
  about: about('notebooks', 'notebook'),
  result: (made) => ({ notebook: made['notebook'], carrier: made['carrier'] ?? null }),
});

const destruction = defineCommand({
  name: 'destruction.enter',
  load: (db, input) => {
    const item = itemOf(db, { carrier: input.carrier, ...(input.copySerial === undefined ? {} : { docNumber: input.docNumber, copySerial: input.copySerial }) });
    const c = item.carrier;
    // Lines of one list, or of one day where no list is numbered, are one batch.
    const same = one(db, `SELECT * FROM destructions WHERE importBatch = ? AND oldNumber IS ? AND destroyedAt IS ? AND approvedBy IS ? AND executor IS ? AND itemCount < ${LINES_PER_BATCH} ORDER BY id DESC LIMIT 1`, input.importBatch, input.listNumber ?? null, morning(input.destroyedOn), input.approver ?? null, input.executor ?? null);
    // An item that only this line tells of was taken before when another import told the same of the same day.
    const told = c !== undefined ? undefined : one(db, `SELECT d.id FROM destructions d CROSS JOIN carriers c ON c.destruction = d.id WHERE d.importBatch <> ? AND d.destroyedAt IS ? AND d.oldNumber IS ? AND +d.state = 'destroyed' AND c.title = ? AND +c.docNumber IS ? AND +c.copySerial IS ? AND +c.oldNumber IS ? LIMIT 1`,
      input.importBatch, morning(input.destroyedOn), input.listNumber ?? null, input.title, input.docNumber ?? null, input.copySerial ?? null, input.carrier ?? input.oldNumber ?? null);
    const before = c?.destruction ?? (told?.['id'] as number | undefined) ?? null;
    const of = before === null ? undefined : one(db, 'SELECT number FROM destructions WHERE id = ?', before);
    return { ...item, ...(same === undefined ? {} : { destruction: toRecord('destructions', same) }), earlier: of === undefined ? null : { register: 'destructions', number: of['number'] as string, sameFile: false } };
  },
  plan: (q) => {
    const i = q.input;
    const { carrier: c, destruction: d } = q.facts;
    const level = c?.level ?? i.level;
    const batch: Change = d === undefined
      ? enterRecord('destruction', 'destructions', {
        itemCount: 1, level, reason: i.reason ?? `旧销毁登记${i.listNumber === undefined ? '' : ` ${i.listNumber}`}`, method: i.method ?? null, place: i.place ?? null, placeName: i.placeName ?? null, approvedBy: i.approver ?? null, executor: i.executor ?? null, witness1: i.witnesses?.[0] ?? null, witness2: i.witnesses?.[1] ?? null,
        destroyedAt: morning(i.destroyedOn), receiptNumber: i.receiptNumber ?? null, state: 'destroyed', note: i.note ?? null, ...batchOf({ ...i, oldNumber: i.listNumber }),
      })
      : move('destructions', d, { itemCount: (d.itemCount ?? 0) + 1, level: highest([d.level, level]) }, 'old_line');
    const of = d === undefined ? fromKey('destruction', 'id') : d.id;
    if (c !== undefined) return [batch, move('carriers', c, { destruction: of }, 'old_destruction')];
    return [batch, enterRecord('carrier', 'carriers', {
      title: i.title, carrierKind: i.carrierKind, kindNote: i.kindNote ?? null, ...described({ level: i.level, period: { unmarked: true } }, q.today), issuer: i.issuer ?? null, docNumber: i.docNumber ?? null, copySerial: i.copySerial ?? null,
      copies: i.copies, pages: i.pages ?? null, source: 'imported', custodian: i.custodian ?? q.actor.name, place: '已销毁', destruction: of, oldNumber: i.carrier ?? i.oldNumber ?? null, oldState: '已销毁', importBatch: i.importBatch, state: 'destroyed', note: i.note ?? null,
    })];
  },
  about: (q, made) => (q.facts.destruction === undefined ? about('destructions', 'destruction')(q, made) : { register: 'destructions', record: q.facts.destruction.id, number: q.facts.destruction.number }),
  result: (made, q) => ({ destruction: made['destruction'] ?? { id: q.facts.destruction?.id, number: q.facts.destruction?.number }, carrier: made['carrier'] ?? null }),
});

/** Lines of old registers, entered by an import. */
export const historyActs: { readonly [N in keyof typeof historyCommands]: Command<N> } = {
  'loan.enter': loan, 'dispatch.enter': dispatch, 'copy.enter': copy, 'notebook.enter': notebook, 'destruction.enter': destruction,
};
