import type { CommandName } from '#shared/contract/commands.ts';
import type { Input, World } from './world.ts';

/** What the model knows of a carrier: where it stands in its life and who has it. */
type Stand = Readonly<{ state: string; holder: number | null }>;
/** What an act does to carriers, said without looking at the product: which come to stand where, and how many are born. `state` may name several. */
export type Expected = Readonly<{ moves: ReadonlyMap<number, Readonly<{ state: readonly string[]; holder?: number | null }>>; born: number }>;
export type Model = Map<number, Stand>;

export const booked = (w: World): Model => new Map(w.rows('SELECT id, state, holder FROM carriers').map((r) => [r['id'] as number, { state: r['state'] as string, holder: r['holder'] as number | null }]));

const ids = (value: unknown): number[] => [...new Set((value as number[] | undefined) ?? [])];
const listed = (w: World, register: string, id: unknown): number[] => w.rows(`SELECT i.value AS id FROM ${register} r, json_each(r.items) i WHERE r.id = ?`, id).map((r) => r['id'] as number);
const personId = (w: World, name: unknown): number | null => (w.rows('SELECT id FROM persons WHERE name = ?', name)[0]?.['id'] as number | undefined) ?? null;
const gone = ['destroyed', 'transferred', 'returned', 'withdrawn'];
const out = ['lent', 'reading', 'circulating', 'carried_out', 'in_transit', 'out_for_repair'];
const isSecret = (level: unknown): boolean => level === 'top_secret' || level === 'secret' || level === 'confidential';

/** What the act should do if it is accepted. Asked before the act, while the books still say where things are. */
export function expectedOf(name: CommandName, i: Input, w: World, model: Model): Expected {
  const moves = new Map<number, { state: readonly string[]; holder?: number | null }>();
  let born = 0;
  const put = (list: readonly number[], state: string | readonly string[], holder?: number | null): void => { for (const id of list) moves.set(id, { state: typeof state === 'string' ? [state] : state, ...(holder === undefined ? {} : { holder }) }); };
  const one = [i['carrier'] as number];
  const stateOf = (id: number): string => model.get(id)?.state ?? '';
  /** What was filed goes back to the files. */
  const home = (id: number): string => (w.rows('SELECT archivedOn FROM carriers WHERE id = ?', id)[0]?.['archivedOn'] == null ? 'in_custody' : 'archived');
  const circulating = (): number[] => w.rows('SELECT carrier FROM circulations WHERE id = ? AND carrier IS NOT NULL', i['circulation']).map((r) => r['carrier'] as number);
  switch (name) {
    case 'carrier.receive': born = isSecret(i['level']) || i['asClassified'] === true ? (i['copies'] as number) : 0; break;
    case 'carrier.enter': case 'telegram.receive': born = 1; break;
    case 'carrier.copy': born = i['quantity'] as number; break;
    case 'carrier.compile': born = i['copies'] as number; break;
    case 'production.complete': born = i['copiesMade'] as number; break;
    case 'register.print': born = i['level'] === null ? 0 : (i['copies'] as number); break;
    case 'carrier.lend': put(one, 'lent', personId(w, i['borrower'])); break;
    case 'carrier.read': if (i['endedAt'] === undefined) put(one, 'reading', personId(w, i['reader'])); break;
    case 'carrier.giveBack': case 'carrier.find': for (const id of one) put([id], home(id), null); break;
    case 'carrier.circulate': put(circulating(), 'circulating', personId(w, i['reader'])); break;
    case 'circulation.takeBack': put(circulating(), 'in_custody', null); break;
    case 'notebook.issue': put(one, 'in_use', personId(w, i['holder'])); break;
    case 'notebook.giveBack': put(one, 'in_custody', null); break;
    case 'carrier.destroy.propose': put(ids(i['carriers']), 'destroy_pending'); break;
    case 'carrier.destroy.execute': put(listed(w, 'destructions', i['destruction']), 'destroyed', null); break;
    case 'carrier.destroy.cancel': for (const id of listed(w, 'destructions', i['destruction'])) if (stateOf(id) === 'destroy_pending') put([id], home(id)); break;
    case 'carrier.transfer': if (i['toUnit'] !== undefined) put(one, 'transferred'); break;
    case 'carrier.returnToIssuer': put(one, 'returned'); break;
    case 'telegram.return': put(w.rows('SELECT carrier FROM telegrams WHERE id = ?', i['telegram']).map((r) => r['carrier'] as number), 'returned', null); break;
    case 'carrier.reportMissing': put(one, 'missing'); break;
    case 'archive.consult': put(ids(i['items']), 'reading', i['reader'] === undefined ? null : personId(w, i['reader'])); break;
    case 'archive.lendOut': put(ids(i['items']), 'lent', personId(w, i['reader'])); break;
    case 'archive.close': for (const id of listed(w, 'archiveUses', i['use'])) if (stateOf(id) === 'lent' || stateOf(id) === 'reading') put([id], home(id), null); break;
    case 'carrier.carryOut': put(ids(i['carriers']), 'carried_out', personId(w, i['traveller'])); break;
    case 'carrier.checkIn':
      for (const id of listed(w, 'trips', i['trip'])) if (stateOf(id) === 'carried_out') put([id], ids(i['missing']).includes(id) ? 'missing' : home(id), ids(i['missing']).includes(id) ? undefined : null);
      break;
    case 'carrier.file':
      if (i['carrier'] !== undefined) put(one, 'archived');
      if (i['receipt'] !== undefined) put(w.rows(`SELECT id FROM carriers WHERE receipt = ? AND state = 'in_custody'`, i['receipt']).map((r) => r['id'] as number), 'archived');
      if (i['production'] !== undefined) put(w.rows(`SELECT id FROM carriers WHERE production = ? AND state = 'in_custody'`, i['production']).map((r) => r['id'] as number), ['archived', 'in_custody']);
      break;
    case 'carrier.dispatch': if (i['channel'] !== undefined) put(ids(i['carriers']), 'in_transit'); break;
    case 'carrier.convey': put(ids(i['carriers']), 'in_transit'); break;
    case 'carrier.acknowledge': {
      const of = i['consignment'] !== undefined ? listed(w, 'consignments', i['consignment']) : w.rows('SELECT i.value AS id FROM dispatches d, json_each(d.carriers) i WHERE d.id = ?', i['dispatch']).map((r) => r['id'] as number);
      const awaited = of.filter((id) => stateOf(id) === 'in_transit' || (i['dispatch'] !== undefined && stateOf(id) === 'in_custody'));
      if (i['count'] === undefined || (i['count'] as number) >= awaited.length) put(awaited, ['transferred', 'returned', 'in_custody'], null);
      break;
    }
    case 'handover.close': {
      const kind = w.rows('SELECT kind FROM handovers WHERE id = ?', i['handover'])[0]?.['kind'];
      if (kind === 'unit') put(listed(w, 'handovers', i['handover']).filter((id) => !gone.includes(stateOf(id)) && stateOf(id) !== 'missing'), 'transferred', null);
      break;
    }
    case 'stocktake.close':
      put(w.rows(`SELECT i.value AS id FROM stocktakes s, json_each(s.expected) i WHERE s.id = ? AND NOT EXISTS (SELECT 1 FROM stocktakeLines l WHERE l.stocktake = s.id AND l.carrier = i.value) AND NOT EXISTS (SELECT 1 FROM notebooks n WHERE n.carrier = i.value AND n.state = 'out')`, i['stocktake']).map((r) => r['id'] as number).filter((id) => ![...gone, ...out, 'missing'].includes(stateOf(id)) && model.get(id)?.holder == null), 'missing');
      break;
    case 'loan.enter': if (i['returnedOn'] === undefined) put(w.rows('SELECT id FROM carriers WHERE number = ?', i['carrier']).map((r) => r['id'] as number), 'lent', personId(w, i['borrower'])); break;
    case 'notebook.enter': born = i['returnedOn'] === undefined ? 1 : 0; break;
    case 'destruction.enter': born = 1; break;
    case 'import.withdraw':
      put(w.rows(`SELECT carrier AS id FROM loans WHERE importBatch = ? AND state = 'out' AND carrier IS NOT NULL`, i['batch']).map((r) => r['id'] as number), 'in_custody', null);
      put(w.rows('SELECT id FROM carriers WHERE importBatch = ?', i['batch']).map((r) => r['id'] as number), 'withdrawn', null); break;
    default: break;
  }
  return { moves, born };
}

/** The books after an accepted act against what was expected of it. Out: every difference; the model then follows the books. */
export function differences(before: Model, expected: Expected, after: Model): string[] {
  const found: string[] = [];
  for (const [id, now] of after) {
    const was = before.get(id);
    if (was === undefined) continue;
    const to = expected.moves.get(id);
    const states = to?.state ?? [was.state];
    const holder = to?.holder === undefined ? was.holder : to.holder;
    if (!states.includes(now.state)) found.push(`carrier ${id}: ${was.state} became ${now.state}, expected ${states.join(' or ')}`);
    if (holder !== now.holder && !(to !== undefined && was.state === now.state)) found.push(`carrier ${id} (${now.state}): holder ${String(now.holder)}, expected ${String(holder)}`);
  }
  const born = after.size - before.size;
  if (born !== expected.born) found.push(`${born} carriers came into being, expected ${expected.born}`);
  return found;
}
