import type { endingCommands } from '#shared/contract/ending.ts';
import { isStateSecret } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { dayOf, toInstant } from '#shared/time.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import { periodEnd, periodForm, periodText } from '../policy/period.ts';
import type { Question } from '../policy/question.ts';
import { readingValues } from '../policy/rules/knowledge.ts';
import { recordById, recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { find, findCarrier, findPerson } from './find.ts';

type Telegram = RecordOf<'telegrams'>;
type Carrier = RecordOf<'carriers'>;
const telegramOf = (q: Question): Telegram => q.facts.telegram as Telegram;
const carrierOf = (q: Question): Carrier => q.facts.carrier as Carrier;
const about = (q: Question): About | null => (q.facts.telegram === undefined ? null : { register: 'telegrams', record: q.facts.telegram.id, number: q.facts.telegram.number });

const load = (db: ReadDb, ref: number | string) => {
  const telegram = find(db, 'telegrams', ref);
  if (isRefusal(telegram)) return telegram;
  const carrier = telegram.carrier === null ? null : recordById(db, 'carriers', telegram.carrier);
  return { telegram, ...(carrier === null ? {} : { carrier }) };
};

/** A telegram is a carrier with a line of its own: who keeps it, who read it, how it was answered. */
const receive = defineCommand({
  name: 'telegram.receive',
  load: (db) => ({ telegrams: recordsWhere(db, 'telegrams', { state: 'in_custody' }) }),
  plan: (q) => {
    const i = q.input;
    const on = dayOf(q.happenedAt);
    const secret = isStateSecret(i.level) && i.period !== undefined;
    return [
      enterRecord('carrier', 'carriers', {
        title: i.title, carrierKind: 'telegram', regime: isStateSecret(i.level) ? 'state_secret' : 'internal', level: i.level, secrecyPeriod: secret && i.period !== undefined ? periodText(i.period) : null, periodForm: secret && i.period !== undefined ? periodForm(i.period) : null,
        periodEndsOn: secret && i.period !== undefined ? periodEnd(i.period, i.issuedOn ?? on, q.today) : null, periodBasis: i.periodBasis ?? null, issuer: i.issuer, docNumber: i.telegramNumber, copies: 1, pages: i.pages ?? null, issuedOn: i.issuedOn ?? null, receivedOn: on, source: 'received',
        accessScope: i.accessScope ?? null, custodian: i.keeper, home: i.place, place: i.place, cabinetKind: i.cabinetKind ?? null, copyingForbidden: 1, state: 'in_custody',
      }),
      enterRecord('telegram', 'telegrams', {
        telegramNumber: i.telegramNumber, title: i.title, issuer: i.issuer, level: i.level, secrecyPeriod: secret && i.period !== undefined ? periodText(i.period) : null, carrier: fromKey('carrier', 'id'), carrierNumber: fromKey('carrier', 'number'),
        receivedAt: i.receivedAt === undefined ? q.happenedAt : toInstant(i.receivedAt), keeper: i.keeper, channel: i.channel, extracts: 0, state: 'in_custody',
      }),
    ];
  },
  about: (_q, made: Made) => (made['telegram'] === undefined ? null : { register: 'telegrams', record: made['telegram'].id, number: made['telegram'].number }),
  result: (made) => ({ telegram: made['telegram'], carrier: made['carrier'] }),
});

const read = defineCommand({
  name: 'telegram.read',
  load: (db, input) => {
    const loaded = load(db, input.telegram);
    if (isRefusal(loaded)) return loaded;
    const person = findPerson(db, input.reader);
    return isRefusal(person) ? person : { ...loaded, person };
  },
  plan: (q) => {
    const t = telegramOf(q);
    const p = q.facts.person as RecordOf<'persons'>;
    return [
      // Read before the keeper and taken back at once; the telegram never leaves his hands.
      enterRecord('reading0', 'readings', { ...readingValues(q, carrierOf(q), p, null), endedAt: q.happenedAt, state: 'closed' }),
      move('telegrams', t, { readers: [...new Set([...(t.readers ?? []), p.name ?? ''])].filter((n) => n !== '') }, 'read', { reason: p.name ?? '' }),
      move('carriers', carrierOf(q), {}, 'read'),
    ];
  },
  about,
  result: (made) => ({ reading: made['reading0'] }),
  bind: (_input, f) => ({ telegram: f.telegram?.id, reader: f.person?.id }),
  quantity: () => 1,
});

const extract = defineCommand({
  name: 'telegram.extract',
  load: (db, input) => {
    const loaded = load(db, input.telegram);
    if (isRefusal(loaded) || input.notebook === undefined) return loaded;
    const notebookCarrier = findCarrier(db, input.notebook);
    return isRefusal(notebookCarrier) ? notebookCarrier : { ...loaded, notebookCarrier };
  },
  plan: (q) => {
    const i = q.input;
    const t = telegramOf(q);
    const book = q.facts.notebookCarrier as Carrier;
    const line = `${dayOf(q.happenedAt)} ${i.by} 摘入 ${book.number ?? ''}，事由：${i.reason}${i.originatorConsent === undefined ? '' : `，发电单位同意 ${i.originatorConsent}`}`;
    return [
      move('telegrams', t, { extracts: (t.extracts ?? 0) + 1, extractsZh: [t.extractsZh ?? '', line].filter((s) => s !== '').join('\n').slice(-2000) }, 'extracted', { reason: i.reason }),
      move('carriers', carrierOf(q), {}, 'telegram_extracted', { reason: `${i.by}摘入 ${book.number ?? ''}` }),
      move('carriers', book, {}, 'extract_entered', { reason: `密码电报 ${t.number ?? ''}` }),
    ];
  },
  about,
  bind: (input, f) => ({ telegram: f.telegram?.id, by: input.by, notebook: f.notebookCarrier?.id ?? null }),
  quantity: () => 1,
});

const reply = defineCommand({
  name: 'telegram.reply',
  load: (db, input) => load(db, input.telegram),
  plan: (q) => [move('telegrams', telegramOf(q), { replyChannel: q.input.channel, replyNumber: q.input.replyNumber ?? null, repliedAt: q.happenedAt }, 'replied'), move('carriers', carrierOf(q), {}, 'telegram_replied')],
  about,
});

const giveBack = defineCommand({
  name: 'telegram.return',
  load: (db, input) => load(db, input.telegram),
  plan: (q) => [
    move('telegrams', telegramOf(q), { state: 'returned', returnedAt: q.happenedAt }, 'returned', { reason: q.input.receivedBy }),
    move('carriers', carrierOf(q), { state: 'returned', place: telegramOf(q).issuer, holder: null, holderName: q.input.receivedBy, dueOn: null, returnBy: null }, 'returned_to_issuer', { reason: `签收人${q.input.receivedBy}` }),
  ],
  about,
});

/** Group 2.11: one keeper, no copies, answered the way it came. */
export const telegramActs: { readonly [N in Exclude<keyof typeof endingCommands, `handover.${string}`>]: Command<N> } = {
  'telegram.receive': receive, 'telegram.read': read, 'telegram.extract': extract, 'telegram.reply': reply, 'telegram.return': giveBack,
};
