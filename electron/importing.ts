import { createHash } from 'node:crypto';
import type { ImportTargetId, LedgerPreview, LedgerRow } from '#shared/import.ts';
import { done, invalid, refuse } from '#shared/result.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { AsideError, runAside } from './aside/run.ts';
import { duringImport } from './commands/define.ts';
import { enter, judge } from './commands/door.ts';
import type { Done } from './commands/door.ts';
import { actOfRow } from './import/toActs.ts';
import type { RowAct } from './import/toActs.ts';
import { writeRejects } from './import/rejects.ts';
import { answered, anchorNow, doorOf, doubted, noRoom } from './session.ts';
import type { Session } from './session.ts';
import { one } from './vault/read.ts';

export type ImportMode = 'dryRun' | 'all' | 'valid';
export type Imported = LedgerPreview & { batch?: string; rejects?: Buffer };
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads a ledger in a process of its own. Out: the preview, or a refusal with a sentence. */
export async function readLedgerFile(bytes: Uint8Array, fileName: string, register: string, options: { sheet?: string; mapping?: Record<string, string> } = {}): Promise<Result<LedgerPreview>> {
  try {
    return done((await runAside('readLedger', { bytes, fileName, target: register, options })) as LedgerPreview);
  } catch (error) {
    if (error instanceof AsideError) return refuse(invalid({ path: 'file', messageZh: error.messageZh }));
    throw error;
  }
}

const taken = (row: LedgerRow): boolean => row.status === 'ok' || row.status === 'doubt';
const sentenceOf = (refusal: Refusal): string => (refusal.kind === 'policy' ? refusal.decision.reasons.filter((r) => r.satisfied !== true).map((r) => r.messageZh).join('') : refusal.kind === 'invalid' ? refusal.issues.map((i) => i.messageZh).join('') : refusal.messageZh);

/** Marks a row as not taken, with the reason the door gave. */
function reject(preview: LedgerPreview, act: RowAct, code: string, messageZh: string): void {
  const row = preview.sheets[act.sheet]?.rows.find((r) => r.row === act.row) as Mutable<LedgerRow> | undefined;
  if (row === undefined) return;
  row.status = 'rejected';
  row.problems = [...row.problems, { code, messageZh }];
}

function recount(preview: LedgerPreview, created: number): void {
  const counts = { ok: 0, doubt: 0, rejected: 0, skipped: 0, created };
  for (const sheet of preview.sheets) for (const row of sheet.rows) counts[row.status] += 1;
  (preview as Mutable<LedgerPreview>).counts = counts;
}

/** Two rows of one ledger with the same 文号 but not the same document: both are taken, the later one with a question to the clerk. */
function tellApart(act: RowAct, row: LedgerRow, numbers: Map<string, number>): void {
  // Only in a ledger of documents does one 文号 mean one document; registers of acts name it as often as something happens to it.
  if (act.name !== 'carrier.receive' && act.name !== 'carrier.enter') return;
  const { docNumber, copySerial, copySerials, level } = act.input;
  if (typeof docNumber !== 'string') return;
  const key = JSON.stringify([docNumber, copySerial ?? copySerials ?? null, level]);
  const first = numbers.get(key);
  if (first === undefined) {
    numbers.set(key, act.row);
    return;
  }
  if (act.input['distinctFrom'] !== undefined) return;
  act.input['distinctFrom'] = `同一旧台账第 ${first} 行`;
  const doubtful = row as Mutable<LedgerRow>;
  doubtful.status = 'doubt';
  doubtful.problems = [...row.problems, { field: 'docNumber', code: 'sameNumber', messageZh: `文号 ${docNumber} 与第 ${first} 行相同而标题不同，两条都已登记。请核对文号。` }];
}

/** What went against the rules in the old days is taken as it was, and the clerk is asked to look. */
function flag(row: LedgerRow, messageZh: string): void {
  if (messageZh === '') return;
  const doubtful = row as Mutable<LedgerRow>;
  doubtful.status = 'doubt';
  doubtful.problems = [...row.problems, { code: 'rule', messageZh }];
}

/** What the door would say of each row, on the books as they stand. Rows it refuses become rejected rows with its sentence. */
function judgeRows(s: Session, preview: LedgerPreview, register: string): RowAct[] {
  const acts: RowAct[] = [];
  const door = doorOf(s);
  const numbers = new Map<string, number>();
  const batch = 1 + ((one(s.vault.db, 'SELECT max(id) AS last FROM imports')?.['last'] as number | null | undefined) ?? 0);
  preview.sheets.forEach((sheet, i) => {
    for (const row of sheet.rows) {
      if (!taken(row)) continue;
      // Judged as part of the batch that comes next: nothing in the books is of the same file.
      const act = actOfRow(register, i, row, s.me.name, batch);
      tellApart(act, row, numbers);
      const judged = judge(door, s.me, null, act.name, act.input);
      if (!judged.ok) reject(preview, act, judged.refusal.kind, sentenceOf(judged.refusal));
      else if (judged.value.issues !== undefined) reject(preview, act, 'invalid', judged.value.issues.map((x) => x.messageZh).join(''));
      else if (judged.value.outcome !== 'allow') reject(preview, act, 'policy', judged.value.reasons.filter((r) => r.satisfied !== true).map((r) => r.messageZh).join(''));
      else {
        flag(row, judged.value.reasons.filter((r) => r.rule === 'HIST-FLAG').map((r) => r.messageZh).join(''));
        acts.push(act);
      }
    }
  });
  return acts;
}

class Undo extends Error {}

/** What is entered about the file before its rows. */
function openingOf(preview: LedgerPreview, register: ImportTargetId, bytes: Uint8Array, accepted: number) {
  const { ok, doubt, rejected, skipped } = preview.counts;
  return { register, fileName: preview.file.slice(-290), fileDigest: createHash('sha256').update(bytes).digest('hex'), ...(preview.encoding === undefined ? {} : { encoding: preview.encoding }), rowsRead: ok + doubt + rejected + skipped, accepted, doubtful: doubt, rejected, skipped };
}

/** Who may not import at all is told so once, not in every row, and the refusal is entered like any other (P414). */
function notAllowed(s: Session, preview: LedgerPreview, register: ImportTargetId, bytes: Uint8Array): Refusal | null {
  const door = doorOf(s);
  const opening = openingOf(preview, register, bytes, 0);
  const judged = judge(door, s.me, null, 'import.open', opening);
  if (!judged.ok) return judged.refusal;
  if (judged.value.outcome === 'allow') return null;
  const entered = enter(door, s.me, 'import.open', opening);
  return entered.ok ? null : entered.refusal;
}

/**
 * Takes a preview into the books, each row through the door, all in one transaction.
 * `all`: nothing is taken unless every row is. `valid`: good rows are taken, the others come back as a workbook.
 * Out: the preview with what became of each row, the batch number and the counts.
 */
export const importLedger = (s: Session, preview: LedgerPreview, register: ImportTargetId, mode: ImportMode, bytes: Uint8Array): Promise<Result<Imported>> =>
  answered<Imported>(() => {
    if (s.readOnly !== null) return refuse(s.readOnly);
    const full = mode === 'dryRun' ? null : noRoom(s);
    if (full !== null) return refuse(full);
    const barred = notAllowed(s, preview, register, bytes);
    if (barred !== null) return refuse(barred);
    const acts = judgeRows(s, preview, register);
    recount(preview, 0);
    if (mode === 'dryRun') return done(preview);
    const { rejected } = preview.counts;
    if (mode === 'all' && rejected > 0) return done({ ...preview, rejects: writeRejects(preview, preview.file) });
    if (acts.length === 0) return done({ ...preview, ...(rejected > 0 ? { rejects: writeRejects(preview, preview.file) } : {}) });
    const door = doorOf(s);
    let batch = '';
    let created = 0;
    const late: { act: RowAct; refusal: Refusal }[] = [];
    try {
      door.db.transaction(() => {
        const opened = enter(door, s.me, 'import.open', openingOf(preview, register, bytes, acts.length));
        if (!opened.ok) throw Object.assign(new Undo(), { refusal: opened.refusal });
        const made = (opened.value.result as { batch: { id: number; number: string } }).batch;
        batch = made.number;
        duringImport(door.db, made.id, () => {
          for (const act of acts) {
            const input = 'importBatch' in act.input ? { ...act.input, importBatch: made.id } : act.input;
            const result: Result<Done> = enter(door, s.me, act.name, input);
            if (result.ok) created += 1;
            else late.push({ act, refusal: result.refusal });
            // A row can be refused only because of a row before it in the same file.
            if (!result.ok && mode === 'all') throw new Undo();
          }
        });
      }).immediate();
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
      if ('refusal' in error) return refuse(error.refusal as Refusal);
      created = 0;
      batch = '';
    }
    for (const { act, refusal } of late) reject(preview, act, refusal.kind, sentenceOf(refusal));
    recount(preview, created);
    anchorNow(s);
    return done({ ...preview, ...(batch === '' ? {} : { batch }), ...(preview.counts.rejected > 0 ? { rejects: writeRejects(preview, preview.file) } : {}) });
  }).then((result) => doubted(s, result));
