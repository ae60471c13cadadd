import { createHash } from 'node:crypto';
import type { World } from './world.ts';

const open = (register: string, state: string): string => `(SELECT COUNT(*) FROM ${register} x WHERE x.carrier = c.id AND x.state = '${state}')`;
const within = (register: string, list: string, state: string): string => `(SELECT COUNT(*) FROM ${register} x, json_each(x.${list}) i WHERE i.value = c.id AND x.state IN (${state}))`;
const carriers = (where: string): string => `SELECT c.number || ' ' || c.state AS what FROM carriers c WHERE ${where}`;
const length = (list: string): string => `json_array_length(COALESCE(${list}, '[]'))`;

const gone = `('destroyed', 'transferred', 'returned', 'withdrawn')`;

/** Each question must have no answer in the books, whatever was done. */
const never: Readonly<Record<string, string>> = {
  'is lent without exactly one loan, or has a loan without being lent': carriers(`(c.state = 'lent') <> (${open('loans', 'out')} = 1) OR ${open('loans', 'out')} > 1`),
  'circulates without exactly one reader, or has a reader without circulating': carriers(`(c.state = 'circulating') <> (${open('circulationSteps', 'out')} = 1) OR ${open('circulationSteps', 'out')} > 1`),
  'is issued as a notebook and not in use, or issued twice': carriers(`${open('notebooks', 'out')} > 1 OR (${open('notebooks', 'out')} = 1 AND c.state <> 'in_use')`),
  'is being read without a reading or a use of the archive that is open': carriers(`c.state = 'reading' AND ${open('readings', 'open')} = 0 AND ${within('archiveUses', 'items', `'open'`)} = 0`),
  'is carried out without a trip': carriers(`c.state = 'carried_out' AND (${within('trips', 'items', `'out'`)} <> 1 OR c.trip IS NULL)`),
  'is on a trip that has not ended and stands elsewhere': carriers(`c.state NOT IN ('carried_out', 'missing') AND c.trip IS NOT NULL AND EXISTS (SELECT 1 FROM trips t WHERE t.id = c.trip AND t.state = 'out')`),
  'is on its way without a consignment or a line of dispatch': carriers(`c.state = 'in_transit' AND ${within('consignments', 'items', `'out', 'exception'`)} + ${within('dispatches', 'carriers', `'sent'`)} = 0`),
  'waits for destruction without a batch, or stands in two': carriers(`c.source <> 'imported' AND ((c.state = 'destroy_pending' AND NOT EXISTS (SELECT 1 FROM destructions d, json_each(d.items) i WHERE d.id = c.destruction AND d.state = 'proposed' AND i.value = c.id)) OR (c.state NOT IN ('destroy_pending', 'missing') AND EXISTS (SELECT 1 FROM destructions d WHERE d.id = c.destruction AND d.state = 'proposed')))`),
  'was destroyed without a batch': carriers(`c.state = 'destroyed' AND c.source <> 'imported' AND ${within('destructions', 'items', `'destroyed'`)} <> 1`),
  'is out of the books and still with somebody': carriers(`c.state IN ${gone} AND (c.holder IS NOT NULL OR ${open('loans', 'out')} + ${open('circulationSteps', 'out')} + ${open('notebooks', 'out')} + ${open('readings', 'open')} + ${within('trips', 'items', `'out'`)} * (c.trip IS NOT NULL) > 0)`),
  'is out of the books and waits for something': carriers(`c.state IN ${gone} AND (${within('dispatches', 'carriers', `'registered'`)} > 0 OR EXISTS (SELECT 1 FROM circulations k WHERE k.carrier = c.id AND k.state = 'routed'))`),
  'lies in the safe and has a holder': carriers(`c.state IN ('in_custody', 'archived', 'destroy_pending') AND c.holder IS NOT NULL`),
  'lies in the safe with a reading that has not ended': carriers(`c.state IN ('in_custody', 'archived') AND ${open('readings', 'open')} > 0`),
  'is missing without a case': carriers(`c.state = 'missing' AND NOT EXISTS (SELECT 1 FROM incidents i WHERE i.carrier = c.id AND i.kind = 'missing' AND i.foundAt IS NULL)`),
  'is searched for and not missing': `SELECT i.number AS what FROM incidents i JOIN carriers c ON c.id = i.carrier WHERE i.kind = 'missing' AND i.foundAt IS NULL AND i.state <> 'closed' AND c.state <> 'missing' AND NOT EXISTS (SELECT 1 FROM notebooks n WHERE n.incident = i.id)`,
  'has no keeper or no place': carriers('c.custodian IS NULL OR c.place IS NULL'),
  'is a copy without its parent': carriers(`c.source IN ('copied', 'compiled') AND NOT EXISTS (SELECT 1 FROM copies x, json_each(x.children) i WHERE i.value = c.id AND x.carrier = c.parent)`),
  'more or fewer children than were made': `SELECT number AS what FROM copies WHERE importBatch IS NULL AND kind <> 'extract' AND ${length('children')} <> quantity`,
  'more children than were approved': `SELECT k.number AS what FROM copies k JOIN approvals a ON a.id = k.approval WHERE k.kind <> 'extract' AND k.quantity > a.quantity`,
  'one approval for two acts': `SELECT a.number AS what FROM approvals a WHERE (a.state = 'used') <> ((SELECT COUNT(*) FROM event e WHERE e.register = 'approvals' AND e.record = a.id AND e.kind = 'used') = 1)`,
  'an approval by who asked for it': 'SELECT number AS what FROM approvals WHERE decidedBy = requestedBy OR signedBy = requestedBy',
  'an approval used without being agreed': `SELECT a.number AS what FROM approvals a WHERE a.state = 'used' AND NOT EXISTS (SELECT 1 FROM event e WHERE e.register = 'approvals' AND e.record = a.id AND e.kind = 'approved')`,
  'a run printed beyond its approval': `SELECT p.number AS what FROM productions p LEFT JOIN approvals a ON a.id = p.approval WHERE p.copiesMade > p.copiesApproved OR p.copiesApproved > a.quantity OR (p.copiesMade IS NOT NULL AND p.copiesMade <> ${length('p.children')})`,
  'a run whose lines do not balance': `SELECT p.number AS what FROM productions p WHERE p.state IN ('made', 'filed') AND ((SELECT COUNT(*) FROM carriers c WHERE c.production = p.id) <> p.copiesMade OR p.filedCopies + p.surplus > p.copiesMade OR (SELECT COUNT(*) FROM carriers c WHERE c.production = p.id AND c.archiveNumber = p.archiveNumber) > p.filedCopies)`,
  'a copy on two open lines of dispatch': `SELECT i.value AS what FROM dispatches d, json_each(d.carriers) i WHERE d.state IN ('registered', 'sent') GROUP BY i.value HAVING COUNT(*) > 1`,
  'waste destroyed that was not made': 'SELECT number AS what FROM productions WHERE wasteDestroyed IS NOT NULL AND wasteDestroyed <> COALESCE(proofs, 0) + COALESCE(wasteSheets, 0)',
  'a batch whose counts differ': `SELECT number AS what FROM destructions WHERE importBatch IS NULL AND (${length('items')} <> itemCount OR (state = 'destroyed' AND (countBefore <> itemCount OR countAfter <> itemCount)))`,
  'an old batch of destruction that does not hold its lines': `SELECT number AS what FROM destructions d WHERE importBatch IS NOT NULL AND state = 'destroyed' AND (SELECT COUNT(*) FROM carriers c WHERE c.destruction = d.id) <> itemCount`,
  'a trip whose counts differ': `SELECT number AS what FROM trips WHERE ${length('items')} <> itemCount OR countOut <> itemCount OR countBack > countOut`,
  'a consignment whose counts differ': `SELECT number AS what FROM consignments WHERE ${length('items')} <> itemCount OR (state = 'receipted' AND receivedCount > itemCount)`,
  'a consignment receipted with items on the way': `SELECT s.number AS what FROM consignments s, json_each(s.items) i JOIN carriers c ON c.id = i.value WHERE s.state = 'receipted' AND c.state = 'in_transit' AND c.consignment = s.id`,
  'a recall whose fates do not add up': `SELECT number AS what FROM recalls WHERE ${length('items')} <> itemCount OR (state = 'closed' AND COALESCE(returned, 0) + COALESCE(archived, 0) + COALESCE(destroyed, 0) + COALESCE(kept, 0) + COALESCE(missing, 0) <> itemCount)`,
  'a stocktake whose results do not add up': `SELECT number AS what FROM stocktakes s WHERE s.state = 'closed' AND (SELECT COUNT(*) FROM json_each(s.expected) e WHERE NOT EXISTS (SELECT 1 FROM stocktakeLines l WHERE l.stocktake = s.id AND l.carrier = e.value)) > 0 OR (s.state = 'closed' AND s.found + s.misplaced + s.missing + s.unexpected + s.unconfirmed <> (SELECT COUNT(*) FROM stocktakeLines l WHERE l.stocktake = s.id))`,
  'a stocktake with one carrier twice': 'SELECT stocktakeNumber AS what FROM stocktakeLines WHERE carrier IS NOT NULL GROUP BY stocktake, carrier HAVING COUNT(*) > 1',
  'a handover whose counts differ': `SELECT number AS what FROM handovers WHERE ${length('items')} <> itemCount OR (state = 'closed' AND counted <> itemCount)`,
  'a telegram and its carrier that disagree': `SELECT t.number AS what FROM telegrams t JOIN carriers c ON c.id = t.carrier WHERE (t.state = 'returned') <> (c.state = 'returned') OR (t.state = 'destroyed') <> (c.state = 'destroyed')`,
  'two sessions open on one machine': `SELECT computerNumber AS what FROM usageLogs WHERE state = 'open' GROUP BY computer HAVING COUNT(*) > 1`,
  'a case closed without its four tests': `SELECT number AS what FROM incidents WHERE state = 'closed' AND (cause IS NULL OR handled IS NULL OR corrected IS NULL OR educated IS NULL)`,
  'a provisional level that nobody proposed': carriers(`c.provisional = 1 AND c.state NOT IN ${gone} AND NOT EXISTS (SELECT 1 FROM classifications k WHERE k.state IN ('proposed', 'submitted'))`),
  'a period on what is no secret': carriers(`c.level IS NULL AND c.grade IS NULL AND c.secrecyPeriod IS NOT NULL`),
};

/** Every question with the first answer it has; empty when the books are in order. */
export function broken(w: World): string[] {
  return Object.entries(never).flatMap(([name, sql]) => {
    const first = w.rows(sql)[0];
    return first === undefined ? [] : [`${String(first['what'])}: ${name}`];
  });
}

const tables = new WeakMap<object, readonly Readonly<{ name: string; every: Readonly<{ all: () => unknown[] }> }>[]>();
/** The tables are the same for as long as the books are open; each is asked for with one prepared statement. */
function tablesOf(w: World): NonNullable<ReturnType<typeof tables.get>> {
  const known = tables.get(w.desk.db);
  if (known !== undefined) return known;
  const names = w.rows(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT IN ('audit', 'event') AND name NOT LIKE 'sqlite%' ORDER BY name`).map((r) => String(r['name']));
  const found = names.map((name) => ({ name, every: w.desk.db.prepare(`SELECT * FROM ${name}`).raw() }));
  tables.set(w.desk.db, found);
  return found;
}

/** Every table but the trail and its events, byte for byte, the word indexes too. */
export function digestOf(w: World): string {
  const sum = createHash('sha256');
  for (const { name, every } of tablesOf(w)) sum.update(`${name}${JSON.stringify(every.all())}`);
  return sum.digest('hex');
}
