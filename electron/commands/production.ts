import type { productionCommands } from '#shared/contract/production.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { dayOf } from '#shared/time.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import { periodEnd, periodText } from '../policy/period.ts';
import type { Question } from '../policy/question.ts';
import { recordById, recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { carriersById, peopleNamed } from './run.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command } from './define.ts';
import { acknowledge, convey, dispatch, withdraw } from './dispatch.ts';
import { find, findCarrier, findComputer, findPerson } from './find.ts';

const runOf = (q: Question): RecordOf<'productions'> => q.facts.production as RecordOf<'productions'>;
const about = (q: Question): About | null => (q.facts.production === undefined ? null : { register: 'productions', record: q.facts.production.id, number: q.facts.production.number });
/** The incoming document whose last copy in hand goes to the archive with this carrier: it is filed as well and no longer awaits the office. */
function filedWith(db: ReadDb, carrier: RecordOf<'carriers'>): { receipt?: RecordOf<'receipts'> } {
  const receipt = carrier.receipt === null ? null : recordById(db, 'receipts', carrier.receipt);
  if (receipt === null || receipt.archivedOn !== null) return {};
  const others = recordsWhere(db, 'carriers', { receipt: receipt.id }).filter((c) => c.id !== carrier.id && c.state !== 'archived');
  return others.some((c) => heldStates.includes(c.state as CarrierState)) ? {} : { receipt };
}
const totalOf = (list: readonly { copies: number }[] | undefined): number | null => (list === undefined ? null : list.reduce((n, line) => n + line.copies, 0));

/** 印制登记: the run as it was approved, with its exact count. */
export const request = defineCommand({
  name: 'production.request',
  load: (db, input) => {
    const computer = input.machine === undefined ? undefined : findComputer(db, input.machine);
    if (computer !== undefined && isRefusal(computer)) return computer;
    const person = input.operator === undefined ? undefined : findPerson(db, input.operator);
    if (person !== undefined && isRefusal(person)) return person;
    return { ...(computer === undefined ? {} : { computer }), ...(person === undefined ? {} : { person }) };
  },
  plan: (q) => {
    const i = q.input;
    const on = dayOf(q.happenedAt);
    return [enterRecord('production', 'productions', {
      title: i.title, docNumber: i.docNumber ?? null, documentKind: i.documentKind, level: i.level, secrecyPeriod: i.period === undefined ? null : periodText(i.period), periodEndsOn: i.period === undefined ? null : periodEnd(i.period, on, q.today),
      basis: [i.basis ?? '', i.basisDocument ?? ''].filter((s) => s !== '').join('；') || null, secretPoints: i.secretPoints ?? null, accessScope: i.accessScope ?? null, scopeUnit: i.scopeUnit ?? null, drafter: i.drafter, department: i.department ?? null,
      signChain: i.signed ?? null, signatory: i.signatory ?? i.signed?.at(-1)?.name ?? null, distribution: i.distribution ?? null, distributed: totalOf(i.distribution), copiesApproved: i.copies ?? null, retention: i.retention ?? null, returnBy: i.returnBy ?? null,
      madeWhere: i.madeWhere, partner: i.partner ?? null, certificate: i.certificate ?? null, certificateUntil: i.certificateUntil ?? null, agreement: i.agreement ?? null, machine: q.facts.computer?.id ?? null, machineNumber: q.facts.computer?.assetNumber ?? null,
      printedBy: q.facts.person?.name ?? null, requestedOn: on, approval: q.approval?.record.id ?? null, state: 'approved', note: [i.originatorConsent === undefined ? '' : `原定密机关同意：${i.originatorConsent}`, i.note ?? ''].filter((s) => s !== '').join('；') || null,
    })];
  },
  about: (_q, made) => (made['production'] === undefined ? null : { register: 'productions', record: made['production'].id, number: made['production'].number }),
  result: (made) => ({ production: made['production'] }),
  // Approved is this text at this level for these recipients, made there: a change of any of them goes round again.
  bind: (i, f) => ({ title: i.title, level: i.level, period: i.period ?? null, documentKind: i.documentKind, scope: i.accessScope ?? i.scopeUnit ?? null, distribution: i.distribution ?? null, madeWhere: i.madeWhere, partner: i.partner ?? null, machine: f.computer?.id ?? null }),
  quantity: (i) => i.copies ?? 0,
});

/** 印制完成: the count of the run. The copies become carriers by P033, the waste gets its day by P029, who worked on it is entered by L027. */
export const complete = defineCommand({
  name: 'production.complete',
  load: (db, input) => {
    const production = find(db, 'productions', input.production);
    if (isRefusal(production)) return production;
    const computer = input.machine !== undefined ? findComputer(db, input.machine) : production.machine === null ? undefined : find(db, 'computers', production.machine);
    if (computer !== undefined && isRefusal(computer)) return computer;
    return { production, people: peopleNamed(db, [input.typist, input.proofreader, input.printedBy ?? production.printedBy ?? undefined]), ...(computer === undefined ? {} : { computer }) };
  },
  plan: (q) => {
    const i = q.input;
    const p = runOf(q);
    return [move('productions', p, {
      state: 'made', madeAt: q.happenedAt, copiesMade: i.copiesMade, filedCopies: i.filedCopies, surplus: Math.max(0, i.copiesMade - i.filedCopies - (p.distributed ?? 0)), typist: i.typist ?? null, proofreader: i.proofreader ?? null, printedBy: i.printedBy ?? p.printedBy,
      machine: q.facts.computer?.id ?? null, machineNumber: q.facts.computer?.assetNumber ?? null, proofs: i.proofs ?? null, wasteSheets: i.wasteSheets ?? null, master: i.master ?? null,
    }, 'made')];
  },
  about,
  result: (made, q) => ({ production: runOf(q).number, carriers: Object.entries(made).filter(([k]) => k.startsWith('child')).map(([, m]) => m) }),
});

const loadRun = (db: ReadDb, input: { production: number | string }) => {
  const production = find(db, 'productions', input.production);
  return isRefusal(production) ? production : { production };
};

/** 销毁废页: drafts, proofs and spoiled sheets are gone, counted and watched. */
export const destroyWaste = defineCommand({
  name: 'production.destroyWaste',
  load: loadRun,
  plan: (q) => [move('productions', runOf(q), { wasteDestroyedAt: q.happenedAt, wasteDestroyed: q.input.sheets, wasteWitness: q.input.witness ?? null }, 'waste_destroyed', { reason: `${q.input.executor}${q.input.method === 'pulp' ? '化浆' : '粉碎'}` })],
  about,
});

/** 撤销印制: an approved run that does not take place. */
export const cancel = defineCommand({
  name: 'production.cancel',
  load: loadRun,
  plan: (q) => [move('productions', runOf(q), { state: 'cancelled' }, 'cancelled', { reason: q.input.reason })],
  about,
});

/** 归档: one carrier, the original of a run with its file copies, or a receipt with the carriers that are in. */
export const file = defineCommand({
  name: 'carrier.file',
  load: (db, input) => {
    const named = [input.carrier, input.production, input.receipt].filter((x) => x !== undefined);
    if (named.length !== 1) return invalid({ path: 'carrier', messageZh: '请填写一件载体、一次印制或一件收文，三者取一。' });
    if (input.carrier !== undefined) {
      const carrier = findCarrier(db, input.carrier);
      return isRefusal(carrier) ? carrier : { carrier, ...filedWith(db, carrier) };
    }
    if (input.production !== undefined) {
      const production = find(db, 'productions', input.production);
      if (isRefusal(production)) return production;
      const copies = carriersById(db, production.children ?? []);
      const left = Math.max(0, (production.filedCopies ?? 0) - copies.filter((c) => c.state === 'archived').length);
      // What was issued to a department is not a file copy, though it is still in the house.
      const issued = new Set(recordsWhere(db, 'dispatches', { production: production.id }).filter((d) => d.state !== 'withdrawn').flatMap((d) => d.carriers ?? []));
      return { production, carriers: copies.filter((c) => c.state === 'in_custody' && !issued.has(c.id)).slice(0, left) };
    }
    const receipt = find(db, 'receipts', input.receipt as number | string);
    if (isRefusal(receipt)) return receipt;
    return { receipt, carriers: recordsWhere(db, 'carriers', { receipt: receipt.id, state: 'in_custody' }) };
  },
  plan: (q) => {
    const { archiveNumber } = q.input;
    const on = q.input.archivedOn ?? dayOf(q.happenedAt);
    const items = q.facts.carriers ?? (q.facts.carrier === undefined ? [] : [q.facts.carrier]);
    const changes: Change[] = items.map((c) => move('carriers', c, { state: 'archived', archiveNumber, archivedOn: on, ...(q.input.archiveClass === undefined ? {} : { archiveClass: q.input.archiveClass }), ...(q.input.place === undefined ? {} : { place: q.input.place, home: q.input.place }) }, 'filed'));
    if (q.facts.production !== undefined) changes.push(move('productions', q.facts.production, { state: 'filed', filedOn: on, archiveNumber }, 'filed'));
    if (q.facts.receipt !== undefined) changes.push(move('receipts', q.facts.receipt, { archivedOn: on, archiveNumber }, 'filed'));
    return changes;
  },
  about: (q) => {
    const f = q.facts;
    if (f.carrier !== undefined) return { register: 'carriers', record: f.carrier.id, number: f.carrier.number };
    if (f.receipt !== undefined) return { register: 'receipts', record: f.receipt.id, number: f.receipt.number };
    return about(q);
  },
});

/** Groups 2.2, dispatch of 2.3, conveyance of 2.7. */
export const productionActs: { readonly [N in keyof typeof productionCommands]: Command<N> } = {
  'production.request': request, 'production.complete': complete, 'production.destroyWaste': destroyWaste, 'production.cancel': cancel,
  'carrier.file': file, 'carrier.dispatch': dispatch, 'dispatch.withdraw': withdraw, 'carrier.convey': convey, 'carrier.acknowledge': acknowledge,
};
