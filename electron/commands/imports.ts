import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Facts } from '../policy/question.ts';
import { all } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import { isEmptyCabinet } from './cabinets.ts';
import { find } from './find.ts';

/** What becomes of the lines of a batch that is withdrawn. */
const gone: Partial<Record<RegisterKey, string>> = { receipts: 'withdrawn', carriers: 'withdrawn', persons: 'left', computers: 'withdrawn', usageLogs: 'withdrawn', dispatches: 'withdrawn', loans: 'withdrawn', copies: 'withdrawn', notebooks: 'withdrawn', destructions: 'cancelled', cabinets: 'withdrawn' };
type BatchRecord = NonNullable<Facts['batchRecords']>[number];

/** How carriers stood before a line of an old register moved them, by the kind of that event. */
const stoodBefore: Readonly<Record<string, (home: unknown) => Readonly<Record<string, unknown>>>> = {
  old_loan: (home) => ({ state: 'in_custody', holder: null, holderName: null, dueOn: null, place: home }), old_issue: (home) => ({ state: 'in_custody', holder: null, holderName: null, dueOn: null, place: home }),
  old_holder: () => ({ holder: null, holderName: null, dueOn: null }), old_destruction: () => ({ destruction: null }),
};

/**
 * What has to do with a line of the batch without moving it: somebody who holds or has read something, or has handed his post over,
 * is a person of these books for good; a cabinet in which something lies is emptied first (P120).
 */
const inUse: Partial<Record<RegisterKey, string>> = {
  persons: `(EXISTS (SELECT 1 FROM carriers c WHERE c.holder = persons.id) OR EXISTS (SELECT 1 FROM loans l WHERE l.borrower = persons.id AND l.state <> 'withdrawn') OR EXISTS (SELECT 1 FROM readings r WHERE r.reader = persons.id)
    OR EXISTS (SELECT 1 FROM circulationSteps s WHERE s.reader = persons.id) OR EXISTS (SELECT 1 FROM notebooks n WHERE n.holder = persons.id AND n.state <> 'withdrawn') OR EXISTS (SELECT 1 FROM archiveUses u WHERE u.reader = persons.id) OR EXISTS (SELECT 1 FROM handovers h WHERE h.person = persons.id))`,
};

/** The carriers that were there before the batch and that its lines moved. */
function movedBy(db: ReadDb, batch: number): BatchRecord[] {
  const rows = all(db, `SELECT c.id, c.revision, c.number, c.state, c.home, (SELECT e.kind FROM event e WHERE e.register = 'carriers' AND e.record = c.id AND e.revision = c.revision AND e.kind <> 'refused' ORDER BY e.id DESC LIMIT 1) AS kind
    FROM carriers c WHERE c.importBatch IS NOT ? AND (c.id IN (SELECT carrier FROM loans WHERE importBatch = ? AND state <> 'returned') OR c.id IN (SELECT carrier FROM notebooks WHERE importBatch = ? AND state <> 'returned') OR c.destruction IN (SELECT id FROM destructions WHERE importBatch = ?)) ORDER BY c.id`, batch, batch, batch, batch);
  return rows.map((r) => ({ register: 'carriers', id: r['id'] as number, revision: r['revision'] as number, number: r['number'] as string, state: r['state'] as string, touched: stoodBefore[String(r['kind'])] === undefined, back: stoodBefore[String(r['kind'])]?.(r['home']) ?? {} }));
}

export const openImport = defineCommand({
  name: 'import.open',
  load: (_db, input) => (isRegisterKey(input.register) ? {} : invalid({ path: 'register', messageZh: `没有“${input.register}”这本台账。` })),
  plan: (q) => [enterRecord('batch', 'imports', { register: q.input.register, fileName: q.input.fileName, fileDigest: q.input.fileDigest, encoding: q.input.encoding ?? null, rowsRead: q.input.rowsRead, accepted: q.input.accepted, doubtful: q.input.doubtful, rejected: q.input.rejected, skipped: q.input.skipped, importedBy: q.actor.name, importedAt: q.now, state: 'done' })],
  about: (_q, made) => (made['batch'] === undefined ? null : { register: 'imports', record: made['batch'].id, number: made['batch'].number }),
  result: (made) => ({ batch: made['batch'] }),
});
export const withdrawImport = defineCommand({
  name: 'import.withdraw',
  load: (db, input) => {
    const batch = find(db, 'imports', input.batch);
    if (isRefusal(batch)) return batch;
    const entered = (Object.keys(gone) as RegisterKey[]).flatMap((register): BatchRecord[] => {
      const state = registerOf(register).states.field;
      // A destruction batch takes its further lines while it is imported; that is no later act.
      const own = register === 'destructions' ? `(SELECT count(*) FROM event e WHERE e.register = 'destructions' AND e.record = destructions.id AND e.kind = 'old_line')` : '0';
      return all(db, `SELECT id, revision, number, ${state} AS state, ${own} AS own, ${inUse[register] ?? '0'} AS used FROM ${register} WHERE importBatch = ? ORDER BY id`, batch.id).map((r) => ({ register, id: r['id'] as number, revision: r['revision'] as number, number: r['number'] as string, state: r['state'] as string, touched: (r['revision'] as number) - (r['own'] as number) > 1 || r['used'] === 1 || (register === 'cabinets' && !isEmptyCabinet(db, r['id'] as number)) }));
    });
    return { batch, batchRecords: [...entered, ...movedBy(db, batch.id)] };
  },
  plan: (q) => {
    const moves = (q.facts.batchRecords ?? []).map((r): Change => move(r.register, r, r.back ?? { [registerOf(r.register).states.field]: gone[r.register], ...(r.register === 'carriers' ? { holder: null, holderName: null, dueOn: null } : {}) }, 'import_withdrawn', { reason: q.input.reason }));
    return [move('imports', q.facts.batch as RecordOf<'imports'>, { state: 'withdrawn', withdrawnAt: q.now, reason: q.input.reason }, 'withdrawn'), ...moves];
  },
  about: (q) => (q.facts.batch === undefined ? null : { register: 'imports', record: q.facts.batch.id, number: q.facts.batch.number }),
  result: (_made, q) => ({ withdrawn: (q.facts.batchRecords ?? []).filter((r) => r.back === undefined).length }),
});
