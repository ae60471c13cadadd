import { isStateSecret } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { Period } from '#shared/contract/inputs.ts';
import type { SecretGrade } from '#shared/registers/carriers.ts';
import { dayOf } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import { periodEnd, periodForm, periodText } from '../policy/period.ts';
import type { Facts, Question } from '../policy/question.ts';
import { readingValues } from '../policy/rules/knowledge.ts';
import { all, recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Made } from './define.ts';
import { useWith } from './archive.ts';
import { peopleNamed, waitingLines } from './run.ts';
import { duplicatesOf, find, findCarrier, findEach, findPerson } from './find.ts';

const bit = (b: boolean | undefined): 0 | 1 | null => (b === undefined ? null : b ? 1 : 0);

type Item = { grade?: SecretGrade | undefined; receivedOn?: string | undefined; level: Level | null; regime?: string | undefined; period?: Period | undefined; periodBasis?: string | undefined; issuedOn?: string | undefined };

/** 性质, 密级, 期限 as they are stored. Only state secrets and commercial secrets have a period. */
export function described(item: Item, today: string): Record<string, unknown> {
  const secret = isStateSecret(item.level);
  const regime = item.regime ?? (secret ? 'state_secret' : item.level === 'internal' ? 'internal' : 'ordinary');
  const commercial = regime === 'commercial_secret';
  const grade = commercial ? (item.grade ?? null) : null;
  if ((!secret && !commercial) || item.period === undefined) return { level: item.level, regime, grade };
  return { level: item.level, regime, grade, secrecyPeriod: periodText(item.period), periodForm: periodForm(item.period), periodEndsOn: periodEnd(item.period, item.issuedOn ?? item.receivedOn ?? null, today), periodBasis: item.periodBasis ?? null };
}

const carrierAbout = (q: Question): About | null => (q.facts.carrier === undefined ? null : { register: 'carriers', record: q.facts.carrier.id, number: q.facts.carrier.number });
const madeAbout = (register: About['register'], key: string) => (_q: Question, made: Made): About | null => {
  const m = made[key];
  return m === undefined ? null : { register, record: m.id, number: m.number };
};

/** Who signed for the mail, when the ledger of persons knows exactly one of that name. */
const signerOf = (db: ReadDb, name: string | undefined): RecordOf<'persons'> | null => {
  const found = name === undefined ? undefined : findPerson(db, name);
  return found === undefined || isRefusal(found) ? null : found;
};

export const receive = defineCommand({
  name: 'carrier.receive',
  load: (db, input) => ({ duplicates: duplicatesOf(db, input.docNumber, input.copySerials ?? [], input.level), custodianPerson: input.importBatch === undefined && isStateSecret(input.level) ? signerOf(db, input.signedBy) : null, ...(input.channel === 'fax' ? { people: peopleNamed(db, [input.handler]) } : {}) }),
  plan: (q) => {
    const i = q.input;
    const received = i.receivedOn ?? dayOf(q.happenedAt);
    const serials = i.copySerials ?? [];
    const receipt = enterRecord('receipt', 'receipts', {
      receivedOn: received, issuer: i.issuer ?? null, docNumber: i.docNumber ?? null, title: i.title, issuedOn: i.issuedOn ?? null, level: i.level, secrecyPeriod: i.period === undefined ? null : periodText(i.period),
      regime: isStateSecret(i.level) ? 'state_secret' : i.level === 'internal' ? 'internal' : (i.regime === 'ordinary' || i.regime === undefined ? 'ordinary' : 'ordinary'), copies: i.copies, copySerials: serials.length === 0 ? null : serials.length > 2 ? `${serials[0] ?? ''} 等 ${serials.length} 份` : serials.join('、'), pages: i.pages ?? null, attachments: i.attachments ?? null,
      urgency: i.urgency ?? 'normal', channel: i.channel ?? null, envelope: i.envelope ?? null, handler: i.handler ?? null, signedBy: i.signedBy ?? null, returnBy: i.returnBy ?? null, oldNumber: i.oldNumber ?? null, importBatch: i.importBatch ?? null, lateReason: i.lateReason ?? null, sealIntact: bit(i.sealIntact), broughtBackOn: i.broughtBackOn ?? null, state: 'registered', note: i.note ?? null,
    });
    const kept = isStateSecret(i.level) || i.asClassified === true;
    if (!kept) return [receipt];
    const base = {
      title: i.title, carrierKind: i.carrierKind, ...described(i, q.today), issuer: i.issuer ?? null, docNumber: i.docNumber ?? null, pages: i.pages ?? null, issuedOn: i.issuedOn ?? null, receivedOn: received, source: 'received', receipt: fromKey('receipt', 'id'),
      accessScope: i.accessScope ?? null, scopeUnit: i.scopeUnit ?? null, custodian: i.custodian ?? i.handler ?? q.actor.name, home: i.place ?? '待入柜', place: i.place ?? '待入柜', cabinetKind: i.cabinetKind ?? null, returnBy: i.returnBy ?? null, copyingForbidden: bit(i.copyingForbidden), wideningForbidden: bit(i.wideningForbidden),
      returnRequired: bit(i.returnRequired), importBatch: i.importBatch ?? null, state: 'in_custody', note: i.note ?? null,
    };
    return [receipt, ...Array.from({ length: i.copies }, (_, n): Change => enterRecord(`carrier${n}`, 'carriers', { ...base, copies: 1, copySerial: serials[n] ?? null }))];
  },
  about: madeAbout('receipts', 'receipt'),
  result: (made) => ({ receipt: made['receipt'], carriers: Object.entries(made).filter(([k]) => k.startsWith('carrier')).map(([, m]) => m) }),
});

export const enter = defineCommand({
  name: 'carrier.enter',
  load: (db, input) => {
    const person = signerOf(db, input.holder);
    return { duplicates: input.copySerial === undefined ? [] : duplicatesOf(db, input.docNumber, [input.copySerial], input.level), ...(person === null ? {} : { person }) };
  },
  plan: (q) => {
    const i = q.input;
    const state = q.historical ? (i.state ?? 'in_custody') : 'in_custody';
    // Who had it when the old ledger ended: known by name also when the ledger of persons does not have him.
    const held = q.historical && i.holder !== undefined && (state === 'lent' || state === 'in_use') ? { holder: q.facts.person?.id ?? null, holderName: i.holder } : {};
    return [enterRecord('carrier', 'carriers', {
      ...held,
      title: i.title, carrierKind: i.carrierKind, kindNote: i.kindNote ?? null, ...described(i, q.today), issuer: i.issuer ?? null, docNumber: i.docNumber ?? null, copySerial: i.copySerial ?? null, copies: i.copies ?? 1, pages: i.pages ?? null, sizeNote: i.sizeNote ?? null,
      deviceSerial: i.deviceSerial ?? null, issuedOn: i.issuedOn ?? null, receivedOn: i.receivedOn ?? (q.historical ? null : q.today), source: q.historical ? 'imported' : i.source, accessScope: i.accessScope ?? null, scopeUnit: i.scopeUnit ?? null, custodian: i.custodian, home: i.place, place: i.place,
      cabinetKind: i.cabinetKind ?? null, returnBy: i.returnBy ?? null, copyingForbidden: bit(i.copyingForbidden), wideningForbidden: bit(i.wideningForbidden), returnRequired: bit(i.returnRequired), periodBasis: i.periodBasis ?? null,
      oldNumber: i.oldNumber ?? null, oldState: i.oldState ?? null, importBatch: i.importBatch ?? null, state, note: [i.basisDocument === undefined ? '' : `定密依据：${i.basisDocument}`, i.note ?? ''].filter((part) => part !== '').join('；') || null,
    })];
  },
  about: madeAbout('carriers', 'carrier'),
  result: (made) => ({ carrier: made['carrier'] }),
});

const loadCarrier = (db: ReadDb, input: { carrier: number | string }) => {
  const carrier = findCarrier(db, input.carrier);
  return isRefusal(carrier) ? carrier : { carrier };
};
const openLoan = (db: ReadDb, carrier: number): RecordOf<'loans'> | null => recordsWhere(db, 'loans', { carrier, state: 'out' }).at(-1) ?? null;
const openReading = (db: ReadDb, carrier: number): RecordOf<'readings'> | null => recordsWhere(db, 'readings', { carrier, state: 'open' }).at(-1) ?? null;

export const place = defineCommand({
  name: 'carrier.place',
  load: loadCarrier,
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    return [move('carriers', c, { place: q.input.place, ...(q.input.home ? { home: q.input.place } : {}), ...(q.input.cabinetKind === undefined ? {} : { cabinetKind: q.input.cabinetKind }) }, 'placed')];
  },
  about: carrierAbout,
});

const loadWithPerson = (db: ReadDb, carrierRef: number | string, personRef: number | string): Facts | ReturnType<typeof findCarrier> => {
  const carrier = findCarrier(db, carrierRef);
  if (isRefusal(carrier)) return carrier;
  const person = findPerson(db, personRef);
  if (isRefusal(person)) return person as never;
  return { carrier, person };
};

export const lend = defineCommand({
  name: 'carrier.lend',
  load: (db, input) => {
    const found = loadWithPerson(db, input.carrier, input.borrower) as Facts;
    return isRefusal(found) ? found : { ...found, custodianPerson: signerOf(db, found.carrier?.custodian ?? undefined) };
  },
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const p = q.facts.person as RecordOf<'persons'>;
    return [
      enterRecord('loan', 'loans', {
        carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, borrower: p.id, borrowerName: p.name, department: p.department, reason: q.input.reason ?? null, place: q.input.place ?? null, lentAt: q.happenedAt, dueOn: q.input.dueOn ?? null,
        promisedDueOn: q.input.dueOn ?? null, extensions: 0, copyingNote: q.input.copyingNote ?? null, approval: q.approval?.record.id ?? null, state: 'out',
      }),
      move('carriers', c, { state: 'lent', holder: p.id, holderName: p.name, place: q.input.place ?? p.department ?? `${p.name ?? ''}处`, dueOn: q.input.dueOn ?? null }, 'lent'),
    ];
  },
  about: carrierAbout,
  result: (made) => ({ loan: made['loan'], readings: Object.entries(made).filter(([k]) => k.startsWith('reading')).map(([, m]) => m) }),
  // The leave to copy is the lending leader's word (P076): it counts only when it was on the form that was agreed.
  bind: (input, f) => ({ carrier: f.carrier?.id, borrower: f.person?.id, copyingNote: input.copyingNote ?? null }),
  quantity: () => 1,
});

export const read = defineCommand({
  name: 'carrier.read',
  load: (db, input) => loadWithPerson(db, input.carrier, input.reader) as Facts,
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const p = q.facts.person as RecordOf<'persons'>;
    const ended = q.input.endedAt !== undefined;
    return [
      // 现场阅读 is always a reading record, whatever the level: it is the act itself. P061 adds one to loans.
      enterRecord('reading0', 'readings', readingValues(q, c, p, null)),
      move('carriers', c, ended ? {} : { state: 'reading', holder: p.id, holderName: p.name, place: q.input.place ?? '阅文室', dueOn: q.today }, ended ? 'read' : 'reading'),
    ];
  },
  about: carrierAbout,
  result: (made) => ({ reading: made['reading0'] }),
  bind: (_input, f) => ({ carrier: f.carrier?.id, reader: f.person?.id }),
  quantity: () => 1,
});

export const giveBack = defineCommand({
  name: 'carrier.giveBack',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const person = carrier.holder === null ? undefined : find(db, 'persons', carrier.holder);
    return { carrier, loan: openLoan(db, carrier.id), reading: openReading(db, carrier.id), ...useWith(db, carrier), ...(person === undefined || isRefusal(person) ? {} : { person }) };
  },
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const back = q.input.place ?? c.home;
    const check = [q.input.pagesChecked === undefined ? '' : q.input.pagesChecked ? '页数齐' : '页数不齐', q.input.intact === undefined ? '' : q.input.intact ? '完好' : '有缺损', q.input.remark ?? ''].filter((s) => s !== '').join('；');
    const changes: Change[] = [move('carriers', c, { state: 'in_custody', holder: null, holderName: null, place: back, home: c.home ?? back, dueOn: null, ...(c.holdUntil === null ? {} : { holdUntil: null, holdReason: null }) }, 'returned')];
    const loan = q.facts.loan ?? null;
    if (loan !== null) changes.unshift(move('loans', loan, { state: 'returned', returnedAt: q.happenedAt, returnCheck: check === '' ? null : check }, 'returned'));
    const reading = q.facts.reading ?? null;
    if (reading !== null) {
      const signing = q.input.signature !== undefined && q.input.signature !== 'pending' && reading.signature === 'pending';
      changes.push(move('readings', reading, { state: 'closed', endedAt: q.happenedAt, ...(signing ? { signature: q.input.signature, signedAt: q.happenedAt } : {}) }, 'closed'));
    }
    return changes;
  },
  about: carrierAbout,
  result: (_made, q) => ({ carrier: q.facts.carrier?.number, daysOut: q.facts.loan?.lentAt == null ? 0 : Math.max(0, Math.floor((Date.parse(q.happenedAt) - Date.parse(q.facts.loan.lentAt)) / 86_400_000)) }),
});

export const extendLoan = defineCommand({
  name: 'carrier.extendLoan',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    return isRefusal(carrier) ? carrier : { carrier, loan: openLoan(db, carrier.id) };
  },
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const changes: Change[] = [move('carriers', c, { dueOn: q.input.dueOn }, 'extended', { reason: q.input.reason })];
    if (q.facts.loan != null) changes.unshift(move('loans', q.facts.loan, { dueOn: q.input.dueOn, extensions: (q.facts.loan.extensions ?? 0) + 1 }, 'extended', { reason: q.input.reason }));
    return changes;
  },
  about: carrierAbout,
  bind: (input, f) => ({ carrier: f.carrier?.id, dueOn: input.dueOn }),
  quantity: () => 1,
});

const namesOf = (people: readonly RecordOf<'persons'>[] | undefined): string[] | null => {
  const names = (people ?? []).map((p) => p.name ?? '').filter((n) => n !== '');
  return names.length === 0 ? null : names;
};

/** The highest number given to a copy of this paper: numbers run on from one copying to the next, so that two copies never bear the same. */
const copiesOf = (db: ReadDb, c: RecordOf<'carriers'>): number =>
  all(db, `SELECT copySerial FROM carriers WHERE parent = ? AND source = 'copied'`, c.id).reduce((most, row) => Math.max(most, Number(/^复(\d+)-/.exec(String(row['copySerial']))?.[1] ?? 0)), 0);

export const copy = defineCommand({
  name: 'carrier.copy',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const people = findEach(input.recipients ?? [], (ref) => findPerson(db, ref));
    return isRefusal(people) ? people : { carrier, loan: openLoan(db, carrier.id), people: people as readonly RecordOf<'persons'>[], copiesBefore: copiesOf(db, carrier) };
  },
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const i = q.input;
    const before = q.facts.copiesBefore ?? 0;
    const keys = Array.from({ length: i.quantity }, (_, n) => `child${n}`);
    const children = keys.map((key, n) => enterRecord(key, 'carriers', {
      title: c.title, carrierKind: i.kind === 'electronic' ? 'optical' : 'paper', regime: 'ordinary', issuer: c.issuer, docNumber: c.docNumber, copySerial: `复${String(before + n + 1).padStart(2, '0')}-${c.number ?? ''}`.slice(0, 40), copies: 1,
      pages: i.pages ?? c.pages, issuedOn: c.issuedOn, receivedOn: q.today, source: 'copied', custodian: i.custodian ?? c.custodian, home: i.storedAt ?? c.home, place: i.storedAt ?? c.home, returnBy: i.returnBy ?? null, state: 'in_custody',
    }));
    const register = enterRecord('copy', 'copies', {
      carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, kind: i.kind, quantity: i.quantity, pages: i.pages ?? c.pages, reason: i.reason ?? null, operator: i.operator ?? null, machine: i.machine ?? null, place: i.place ?? null, stamped: bit(i.stamped), wasteSheets: i.wasteSheets ?? null,
      originatorConsent: i.originatorConsent ?? null, consentOn: i.consentOn ?? null, consentFile: i.consentFile ?? null, recipients: namesOf(q.facts.people), returnBy: i.returnBy ?? null, children: keys.map((k) => fromKey(k, 'id')), madeAt: q.happenedAt, approval: q.approval?.record.id ?? null, state: 'made',
    });
    return [...children, register, move('carriers', c, {}, 'copied')];
  },
  about: carrierAbout,
  result: (made) => ({ copy: made['copy'], children: Object.entries(made).filter(([k]) => k.startsWith('child')).map(([, m]) => m) }),
  bind: (input, f) => ({ carrier: f.carrier?.id, kind: input.kind, recipients: (f.people ?? []).map((p) => p.id), outsider: input.outsider ?? false }),
  quantity: (input) => input.quantity,
});

/** What leaves for good must not wait in a line of 发文登记. */
const loadLeaving = (db: ReadDb, input: { carrier: number | string }) => {
  const found = loadCarrier(db, input);
  return isRefusal(found) ? found : { ...found, dispatches: waitingLines(db, [found.carrier]) };
};

export const transfer = defineCommand({
  name: 'carrier.transfer',
  load: loadLeaving,
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const i = q.input;
    if (i.toUnit !== undefined) return [move('carriers', c, { state: 'transferred', place: i.toUnit, holderName: i.to, dueOn: null }, 'transferred_out', { reason: `接收签字 ${i.receivedBy ?? ''}` })];
    return [move('carriers', c, { custodian: i.to, place: i.place ?? c.place, home: i.place ?? c.home, ...(i.cabinetKind === undefined ? {} : { cabinetKind: i.cabinetKind }) }, 'transferred', { reason: `接收签字 ${i.receivedBy ?? ''}` })];
  },
  about: carrierAbout,
});

export const returnToIssuer = defineCommand({
  name: 'carrier.returnToIssuer',
  load: loadLeaving,
  plan: (q) => {
    const c = q.facts.carrier as RecordOf<'carriers'>;
    const to = q.input.to ?? c.issuer ?? '制发机关';
    return [move('carriers', c, { state: 'returned', place: to, holderName: null, dueOn: null }, 'returned_to_issuer', { reason: [q.input.noticeNumber ?? '', `接收签字 ${q.input.receivedBy ?? ''}`].filter((s) => s !== '').join('；') })];
  },
  about: carrierAbout,
});
