import { highest, rankOf } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { recordsWhere } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command } from './define.ts';
import { findCarrier, findPerson } from './find.ts';
import { eachCarrier, itemsOf } from './items.ts';

type Carrier = RecordOf<'carriers'>;
const sourceOf = (q: Question): Carrier => q.facts.carrier as Carrier;
const aboutSource = (q: Question): About | null => {
  const c = q.facts.carrier ?? itemsOf(q)[0];
  return c === undefined ? null : { register: 'carriers', record: c.id, number: c.number };
};

/** 摘抄: what is necessary, into a notebook of the same level or higher that was issued to who writes. The notebook stays the carrier. */
const extract = defineCommand({
  name: 'carrier.extract',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    if (isRefusal(carrier)) return carrier;
    const person = findPerson(db, input.by);
    if (isRefusal(person)) return person;
    const notebookCarrier = input.notebook === undefined ? null : findCarrier(db, input.notebook);
    if (notebookCarrier !== null && isRefusal(notebookCarrier)) return notebookCarrier;
    return { carrier, person, notebookCarrier, loan: recordsWhere(db, 'loans', { carrier: carrier.id, state: 'out' }).at(-1) ?? null };
  },
  plan: (q) => {
    const i = q.input;
    const c = sourceOf(q);
    const { person: p, notebookCarrier: n } = q.facts;
    return [
      enterRecord('copy', 'copies', {
        carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, kind: 'extract', quantity: 1, pages: i.pages ?? null, reason: i.reason ?? null, operator: p?.name ?? null, originatorConsent: i.originatorConsent ?? null, consentOn: i.consentOn ?? null, consentFile: i.consentFile ?? null,
        madeAt: q.happenedAt, approval: q.approval?.record.id ?? null, state: 'made', notebook: n?.id ?? null, content: i.content ?? null, recipients: p?.name == null ? null : [p.name],
      }),
      move('carriers', c, {}, 'extracted', { reason: [p?.name ?? '', n == null ? '' : `记入 ${n.number ?? ''}`].filter((s) => s !== '').join('，') }),
      ...(n == null ? [] : [move('carriers', n, {}, 'extract_entered', { reason: c.number ?? '' })]),
    ];
  },
  about: aboutSource,
  result: (made) => ({ copy: made['copy'], readings: Object.entries(made).filter(([k]) => k.startsWith('reading')).map(([, m]) => m) }),
  bind: (i, f) => ({ carrier: f.carrier?.id, by: f.person?.id, notebook: f.notebookCarrier?.id ?? null, content: i.content ?? null, full: i.full }),
  quantity: () => 1,
});

/** The part with the highest level; it stands as mother of what is made of it. */
const first = (parts: readonly Carrier[]): Carrier => parts.reduce((top, c) => (rankOf(c.level) > rankOf(top.level) ? c : top));

/** 汇编: new carriers, one for each copy, with links to all parts. Level, period and scope come from the parts (L020-E). */
const compile = defineCommand({
  name: 'carrier.compile',
  load: (db, input) => {
    const carriers = eachCarrier(db, input.carriers);
    return isRefusal(carriers) ? carriers : { carriers: carriers as readonly Carrier[] };
  },
  plan: (q) => {
    const i = q.input;
    const parts = itemsOf(q);
    const mother = first(parts);
    const keys = Array.from({ length: i.copies }, (_, n) => `child${n}`);
    return [
      ...keys.map((key, n) => enterRecord(key, 'carriers', {
        title: i.title, carrierKind: 'paper', regime: 'ordinary', issuer: q.terminal.organisation, copySerial: String(n + 1).padStart(6, '0'), copies: 1, pages: i.pages ?? null, issuedOn: q.today, receivedOn: q.today, source: 'compiled', parent: mother.id,
        accessScope: i.accessScope ?? null, custodian: i.custodian, home: i.place, place: i.place, state: 'in_custody',
      })),
      enterRecord('copy', 'copies', {
        carrier: mother.id, carrierNumber: mother.number, title: i.title, level: highest(parts.map((c) => c.level)), kind: 'compile', quantity: i.copies, pages: i.pages ?? null, reason: i.reason, operator: i.operator ?? null, originatorConsent: i.originatorConsent ?? null, consentOn: i.consentOn ?? null, consentFile: i.consentFile ?? null,
        children: keys.map((k) => fromKey(k, 'id')), sources: parts.map((c) => c.id), content: parts.map((c) => c.number ?? '').join('、').slice(0, 1000), madeAt: q.happenedAt, approval: q.approval?.record.id ?? null, state: 'made',
      }),
      ...parts.map((c) => move('carriers', c, {}, 'compiled', { reason: i.title.slice(0, 300) })),
    ];
  },
  about: aboutSource,
  result: (made) => ({ copy: made['copy'], children: Object.entries(made).filter(([k]) => k.startsWith('child')).map(([, m]) => m) }),
  bind: (i, f) => ({ carriers: (f.carriers ?? []).map((c) => c.id), title: i.title, scope: i.accessScope ?? null }),
  quantity: (i) => i.copies,
});

/** Group 2.6 beside copies: extracts and compilations. */
export const extractActs: { readonly [N in 'carrier.extract' | 'carrier.compile']: Command<N> } = { 'carrier.extract': extract, 'carrier.compile': compile };
