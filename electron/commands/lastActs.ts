import type { CommandName } from '#shared/contract/commands.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Facts, LastAct } from '../policy/question.ts';
import type { ReadDb } from '../vault/open.ts';
import { one } from '../vault/read.ts';
import { readEntry } from './trail.ts';

type Told = Readonly<{ register: RegisterKey; id: number; number: string | null }>;
type Line = Readonly<{ id: number; number: string | null }> | null | undefined;

/**
 * Acts that write something down about a record without moving it. They may become known in any order, so their time is compared
 * with nothing and nothing is compared with theirs: what somebody has come to know, what was done wrong, a day of searching.
 */
const notes: readonly CommandName[] = ['knowledge.record', 'violation.record', 'violation.review', 'incident.searchLog', 'record.view'];
/** The same as events, with corrections and what the program itself leaves on a record. */
const noteEvents = `('refused', 'corrected', 'known', 'violation', 'searched', 'reviewed', 'recall_due', 'scope_set', 'scope_widened', 'scope_revoked', 'imported')`;

/** The records an act of this name would move on, among those that were loaded for it. */
function movedBy(name: CommandName, f: Facts): Told[] {
  const told = (register: RegisterKey, ...lines: Line[]): Told[] => lines.flatMap((l) => (l == null ? [] : [{ register, id: l.id, number: l.number }]));
  const [room] = name.split('.');
  if (room === 'person') return told('persons', f.person);
  if (room === 'computer') return told('computers', f.computer);
  if (room === 'usageLog') return told('usageLogs', f.usage);
  if (room === 'approval') return told('approvals', f.approvalRecord);
  if (room === 'incident') return told('incidents', f.incident);
  if (name === 'carrier.destroy.propose') return told('carriers', ...(f.carriers ?? []));
  // The items of a list were put on it by the same act, so the list stands for them.
  if (name === 'carrier.destroy.execute' || name === 'carrier.destroy.cancel') return told('destructions', f.destruction);
  return [...told('carriers', f.carrier), ...told('loans', f.loan), ...told('readings', name === 'carrier.giveBack' ? f.reading : null), ...told('incidents', f.incident)];
}

/** The latest thing that happened to one record; null when there is none that counts. */
function lastActOn(db: ReadDb, { register, id, number }: Told): LastAct | null {
  const row = one(db, `SELECT e.kind, a.entry FROM event e JOIN audit a ON a.seq = e.seq WHERE e.register = ? AND e.record = ? AND e.kind NOT IN ${noteEvents} ORDER BY e.id DESC LIMIT 1`, register, id);
  if (row === undefined) return null;
  const { at, happenedAt, act } = readEntry(String(row['entry']));
  // Being entered is no event in the life of a person or a machine: they were there before.
  if (row['kind'] === 'entered' && (register === 'persons' || register === 'computers')) return null;
  return { register, number, act, at: happenedAt ?? at };
}

/**
 * For an act that is said to have happened earlier: what happened last to the records it would move (rule ORDER). Nothing is read for
 * acts that happen now. A carrier counts from its day of receipt when that is before it was entered, an incident from its discovery.
 */
export function lastActsFor(db: ReadDb, name: CommandName, happenedAt: unknown, facts: Facts): readonly LastAct[] {
  if (typeof happenedAt !== 'string' || notes.includes(name)) return [];
  // A signature is given any time from the beginning of the reading on, also when the return was entered first.
  if (name === 'knowledge.sign') return facts.reading?.startedAt == null ? [] : [{ register: 'readings', number: facts.reading.number, act: 'carrier.read', at: facts.reading.startedAt }];
  return movedBy(name, facts).flatMap((told) => {
    const last = lastActOn(db, told);
    if (last === null) return [];
    const carrier = told.register === 'carriers' ? (facts.carrier ?? facts.carriers?.find((c) => c.id === told.id)) : undefined;
    const since = carrier?.receivedOn != null ? new Date(`${carrier.receivedOn}T00:00:00+08:00`).toISOString() : told.register === 'incidents' ? facts.incident?.discoveredAt : undefined;
    const entered = last.act === 'carrier.receive' || last.act === 'carrier.enter' || (told.register === 'incidents' && (last.act === 'carrier.reportMissing' || last.act === 'violation.record'));
    return [entered && since != null && since < last.at ? { ...last, at: since } : last];
  });
}
