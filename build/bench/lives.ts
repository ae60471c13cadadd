import { addDays } from '#shared/time.ts';
import { enterRecord, fromKey } from '#electron/policy/change.ts';
import type { Change } from '#electron/policy/change.ts';
import { mixed } from './words.ts';

/** The organisation of the bench; what it made itself is reviewed every year. */
const OWN = '青岭研究所';

/** What some carriers of a large unit are besides received state secrets: own papers, work secrets, papers whose level is not settled. */
export const kindOf = (n: number): Record<string, unknown> => {
  if (n % 12 === 2) return { source: 'produced', issuer: OWN };
  if (n % 50 === 3) return { level: 'internal', regime: 'work_secret', secrecyPeriod: null, periodForm: null, periodEndsOn: null };
  return n % 1000 === 5 ? { provisional: 1 } : {};
};

/**
 * What stands in the other books when a carrier is entered: receipt, finished circulation with an instruction carried out, dispatch,
 * derived classification, now and then a changed level. In: its running number, its day, the values of the carrier, whether it is among
 * the newest (then not all is done yet). Out: changes of the same act; the carrier's own key is `carrier`, its receipt `receipt`.
 */
export function booksBeside(n: number, day: string, c: Readonly<Record<string, unknown>>, newest: boolean): { before: Change[]; after: Change[]; receipt: boolean } {
  const named = { title: c['title'], level: c['level'] };
  const about = { ...named, docNumber: c['docNumber'] };
  const received = n % 4 === 1;
  const open = newest && n % 20 === 1;
  const before = received ? [enterRecord('receipt', 'receipts', { ...about, receivedOn: day, issuer: c['issuer'], copies: 1, channel: 'confidential_transport', handler: '欧阳笺', signedBy: '欧阳笺', urgency: 'normal', routeDueOn: addDays(day, 1), ...(open ? {} : { routedOn: day }), state: 'registered' })] : [];
  const after: Change[] = [];
  const carrier = fromKey('carrier', 'id');
  if (n % 8 === 1 && !open) after.push(enterRecord('circulation', 'circulations', { ...about, carrier, receipt: fromKey('receipt', 'id'), routedBy: '闻人录', routedOn: day, readers: ['闻人录'], instructions: '请规划科阅办', followUp: '已办结', followUpDueOn: addDays(day, 30), followUpDoneOn: addDays(day, 20), startedOn: day, dueOn: addDays(day, 7), finishedOn: addDays(day, 3), state: 'finished' }));
  if (n % 12 === 2) {
    after.push(enterRecord('derived', 'classifications', { ...named, kind: 'derived', carrier, regime: 'state_secret', derivedReason: 'executes', sourceCarrier: 1 + Math.floor(n / 2), proposer: '南宫砚', decider: '闻人录', proposedOn: day, decidedOn: day, state: 'done' }));
    after.push(enterRecord('dispatch', 'dispatches', { ...about, sentOn: day, recipient: '示例省青岭厅', outside: 1, copies: 1, channel: 'confidential_transport', handler: '欧阳笺', receivedBy: '慕容档', receiptNumber: `H${n}`, state: 'receipted' }));
  }
  if (n % 2000 === 7) after.push(enterRecord('changed', 'classifications', { ...named, kind: 'change', carrier: 1 + Math.floor(n / 3), regime: 'state_secret', decider: '闻人录', decidedOn: day, state: 'done' }));
  return { before, after, receipt: received };
}

/** A few of the persons have left; what they hold is asked for every day. */
export const leavingOf = (n: number, day: string): Record<string, unknown> => (n % 30 === 29 ? { status: 'cooling_off', coolingOffFrom: day, coolingOffUntil: addDays(day, 730 + (mixed(n, 40) % 300)) } : {});
