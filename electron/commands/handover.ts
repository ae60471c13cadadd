import type { endingCommands } from '#shared/contract/ending.ts';
import { highest } from '#shared/levels.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { missing } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { differencesOf, givenOver, othersZh } from '../policy/rules/handover.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, heldSql, recordById, recordsWhere, toRecord } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { find, findCarrier, findEach, findPerson } from './find.ts';
import { inHandsOf, waitingLines } from './run.ts';
import { telegramActs } from './telegrams.ts';

type Carrier = RecordOf<'carriers'>;
type Handover = RecordOf<'handovers'>;
const handoverOf = (q: Question): Handover => q.facts.handover as Handover;
const about = (q: Question): About | null => (q.facts.handover === undefined ? null : { register: 'handovers', record: q.facts.handover.id, number: q.facts.handover.number });
const isHeld = (c: Carrier): boolean => heldStates.includes(c.state as CarrierState);

/** What somebody answers for: every one of it, however many passed through his hands before. */
const keptBy = (db: ReadDb, name: string): Carrier[] => all(db, `SELECT * FROM carriers WHERE custodian = ? AND state IN ${heldSql} ORDER BY id`, name).map((row) => toRecord('carriers', row));

/** Who takes over, when the ledger of persons knows exactly one of that name. */
const takerOf = (db: ReadDb, name: string): RecordOf<'persons'> | null => {
  const found = findPerson(db, name);
  return isRefusal(found) ? null : found;
};
const accountOf = (db: ReadDb, account: string | undefined): RecordOf<'accounts'> | null | Refusal => {
  if (account === undefined) return null;
  return recordsWhere(db, 'accounts', { account }).at(-1) ?? missing(`没有找到账户 ${account}。请先建立并确认接收人的账户。`);
};

/** The account whose rights end with a post: the one that is named, else that of who acts for himself, else the last of the giver's name. */
const accountOfGiver = (db: ReadDb, input: Readonly<{ giver: string; giverAccount?: string | undefined }>, actor: Question['actor']): RecordOf<'accounts'> | null =>
  recordsWhere(db, 'accounts', input.giverAccount !== undefined ? { account: input.giverAccount } : actor.name === input.giver ? { account: actor.account } : { name: input.giver }).at(-1) ?? null;

const open = defineCommand({
  name: 'handover.open',
  load: (db, input, { actor }) => {
    const person = input.person === undefined ? undefined : findPerson(db, input.person);
    if (person !== undefined && isRefusal(person)) return person;
    const account = accountOf(db, input.takerAccount);
    if (account !== null && isRefusal(account)) return account;
    const named = input.carriers === undefined ? undefined : findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref));
    if (named !== undefined && isRefusal(named)) return named;
    const same = recordsWhere(db, 'handovers', { giver: input.giver, state: 'open' }).at(-1);
    return { carriers: named ?? keptBy(db, input.giver), heldByGiver: person === undefined ? [] : inHandsOf(db, person), account, giverAccount: accountOfGiver(db, input, actor), custodianPerson: takerOf(db, input.taker), ...(person === undefined ? {} : { person }), ...(same === undefined ? {} : { handover: same }) };
  },
  plan: (q) => {
    const i = q.input;
    const items = q.facts.carriers ?? [];
    return [enterRecord('handover', 'handovers', {
      kind: i.kind, cause: i.cause, giver: i.giver, giverAccount: i.giverAccount ?? (i.kind !== 'post' ? null : q.actor.name === i.giver ? q.actor.account : (q.facts.giverAccount?.account ?? null)), taker: i.taker, takerAccount: i.takerAccount ?? null, toUnit: i.toUnit ?? null, person: q.facts.person?.id ?? null, supervisor: i.supervisor ?? null,
      items: items.map((c) => c.id), itemCount: items.length, level: highest(items.map((c) => c.level)), openedOn: q.today, signedFrom: 'pending', signedTo: 'pending', state: 'open',
    })];
  },
  about: (_q, made: Made) => (made['handover'] === undefined ? null : { register: 'handovers', record: made['handover'].id, number: made['handover'].number }),
  result: (made, q) => ({ handover: made['handover'], count: q.facts.carriers?.length ?? 0, held: q.facts.heldByGiver?.length ?? 0 }),
});

/** What the handover is about now: the list of a unit or of a retired person is frozen, a post goes on working while it is counted. */
function loadHandover(db: ReadDb, ref: number | string) {
  const handover = find(db, 'handovers', ref);
  if (isRefusal(handover)) return handover;
  const person = handover.person === null ? undefined : (recordById(db, 'persons', handover.person) ?? undefined);
  const listed = (handover.items ?? []).map((id) => recordById(db, 'carriers', id)).filter((c): c is Carrier => c !== null);
  const frozen = handover.kind === 'unit' || handover.kind === 'retired';
  const giver = handover.giver ?? '';
  return {
    dispatches: frozen ? waitingLines(db, listed) : [],
    handover, named: listed, carriers: frozen ? listed.filter(isHeld) : keptBy(db, giver), heldByGiver: person === undefined ? [] : inHandsOf(db, person), custodianPerson: takerOf(db, handover.taker ?? ''),
    telegrams: recordsWhere(db, 'telegrams', { keeper: giver, state: 'in_custody' }), ...(person === undefined ? {} : { person }),
  };
}

const close = defineCommand({
  name: 'handover.close',
  load: (db, input) => {
    const loaded = loadHandover(db, input.handover);
    if (isRefusal(loaded) || input.stocktake === undefined) return loaded;
    const stocktake = find(db, 'stocktakes', input.stocktake);
    return isRefusal(stocktake) ? stocktake : { ...loaded, stocktake };
  },
  plan: (q) => {
    const i = q.input;
    const h = handoverOf(q);
    const out = differencesOf(q);
    const passed = givenOver(q);
    const away = h.kind === 'unit';
    const place = i.place === undefined ? {} : { place: i.place, home: i.place };
    const changes: Change[] = passed.map((c) => (away
      ? move('carriers', c, { state: 'transferred', place: h.toUnit, holder: null, holderName: h.taker, dueOn: null, returnBy: null }, 'transferred_out', { reason: `移交清册 ${h.number ?? ''}` })
      : move('carriers', c, { custodian: h.taker, ...(c.state === 'in_custody' ? place : {}) }, 'handed_over', { reason: `移交清册 ${h.number ?? ''}` })));
    // The keeper of cipher telegrams changes with the post, and only so (P144).
    if (h.kind === 'post') for (const t of q.facts.telegrams ?? []) changes.push(move('telegrams', t, { keeper: h.taker }, 'handed_over', { reason: `移交清册 ${h.number ?? ''}` }));
    const differences = [out.length === 0 ? '' : `清册所列已不在的：${out.map((d) => d.textZh).join('；')}`, i.differences ?? ''].filter((s) => s !== '').join('\n').slice(0, 4000);
    changes.push(move('handovers', h, {
      state: 'closed', closedOn: q.today, counted: i.counted, items: passed.map((c) => c.id), itemCount: passed.length, level: highest(passed.map((c) => c.level)), others: i.others ?? null, othersZh: i.others === undefined ? null : othersZh(i.others),
      differences: differences === '' ? null : differences, differenceCount: out.length, stocktake: q.facts.stocktake?.id ?? null, signedFrom: i.signedFrom ?? h.signedFrom, signedTo: i.signedTo ?? h.signedTo,
      receiptNumber: i.receiptNumber ?? null, rightsRevokedOn: i.rightsRevokedOn ?? null, approval: q.approval?.record.id ?? null,
    }, 'closed'));
    return changes;
  },
  about,
  result: (_made, q) => ({ handover: q.facts.handover?.number ?? null, count: givenOver(q).length, differences: differencesOf(q).length }),
  bind: (_input, f) => ({ handover: f.handover?.id, giver: f.handover?.giver, taker: f.handover?.taker, items: (f.carriers ?? []).map((c) => c.id).sort((a, b) => a - b) }),
  quantity: (_input, f) => f.carriers?.length ?? 0,
});

const cancel = defineCommand({
  name: 'handover.cancel',
  load: (db, input) => loadHandover(db, input.handover),
  plan: (q) => [move('handovers', handoverOf(q), { state: 'cancelled', closedOn: q.today }, 'cancelled', { reason: q.input.reason })],
  about,
});

/** Groups 2.10 and 2.11: handing over, cipher telegrams. */
export const handoverActs: { readonly [N in keyof typeof endingCommands]: Command<N> } = { 'handover.open': open, 'handover.close': close, 'handover.cancel': cancel, ...telegramActs };
