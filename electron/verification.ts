import type { Result } from '#shared/result.ts';
import { done, refuse } from '#shared/result.ts';
import { runAside } from './aside/run.ts';
import { openLedgerCheck, verifyBooks } from './queries/ask.ts';
import type { CheckProgress, LedgerCheck } from './queries/ask.ts';
import { diskRefusal } from './refusals.ts';
import { act, answered, ask, deskOf } from './session.ts';
import type { Session } from './session.ts';
import { copyOwn } from './vault/keys.ts';
import { checkpoint } from './vault/open.ts';
import { storeIn } from './vault/unlocked.ts';

export type VerifyDocument = { ok: boolean; checks: { name: string; nameZh: string; ok: boolean; counted: number; findings: unknown[] }[]; chain: { seq: number; hash: string } | null };

/** A page that cannot be read stops the proof; that is a finding too, and the page scan's own must not be lost with it. */
function provenAsFar(s: Session): VerifyDocument {
  try {
    return verifyBooks(deskOf(s)) as VerifyDocument;
  } catch (error) {
    const refusal = diskRefusal(error);
    if (refusal === null) throw error;
    return { ok: false, checks: [{ name: 'read', nameZh: '读取内容', ok: false, counted: 0, findings: [{ code: refusal.kind === 'integrity' ? refusal.code : refusal.kind, messageZh: '有内容读不出来，其余核对没有进行。请保留原样，用最近一次备份核对。' }] }], chain: null };
  }
}

/** Everything that can be checked: pages, SQLite, chain, state, anchors, paper codes. Out: the document of the contract; never throws for a finding. */
export async function verifySession(s: Session, anchors: readonly { seq: number; code: string }[] = []): Promise<VerifyDocument> {
  const { vault } = s;
  checkpoint(vault.db);
  const key = copyOwn(vault.keys.db);
  const scan = (await runAside('pageScan', { file: storeIn(vault.dir), key: new Uint8Array(key) })) as { ok: boolean; pages: number; bad: readonly number[]; badCount: number };
  key.fill(0);
  const found = provenAsFar(s);
  const checks = [{ name: 'pages', nameZh: '页校验', ok: scan.ok, counted: scan.pages, findings: scan.ok ? [] : [{ messageZh: `有 ${scan.badCount} 页与校验值不符。`, pages: scan.bad.slice(0, 20) }] as unknown[] }, ...found.checks];
  const older = s.readOnly !== null;
  checks.push({ name: 'anchor', nameZh: '本机锚点', ok: !older, counted: 1, findings: older ? [{ messageZh: s.readOnly?.messageZh }] : [] });
  if (anchors.length > 0) {
    const findings: unknown[] = [];
    for (const a of anchors) {
      const told = await ask(s, 'audit.checkPaper', { seq: a.seq, code: a.code });
      if (!told.ok || (told.value as { ok: boolean }).ok !== true) findings.push({ seq: a.seq, messageZh: told.ok ? (told.value as { messageZh: string }).messageZh : told.refusal.messageZh });
    }
    checks.push({ name: 'paper', nameZh: '纸质锚点', ok: findings.length === 0, counted: anchors.length, findings });
  }
  const ok = checks.every((c) => c.ok);
  if (s.readOnly === null) await act(s, 'audit.verified', { ok, checks: checks.map((c) => ({ name: c.name, ok: c.ok, counted: c.counted })) });
  return { ok, checks, chain: found.chain };
}

export type CheckWatch = Readonly<{ progress?: (at: CheckProgress) => void; /** True: stop at the next thousand lines. */ cancelled?: () => boolean }>;

/** A breath between two steps: messages that came in the meantime are read. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The whole-ledger check while the window stays in touch. In: the session, input of `ledger.check`, who watches.
 * Out: its answer; a refusal of the query; `cancelled` when it was stopped. Reads only: what was found so far is dropped.
 */
export const checkSession = (s: Session, input: unknown, watch: CheckWatch = {}): Promise<Result<LedgerCheck>> =>
  answered(async () => {
    const run = openLedgerCheck(deskOf(s), s.me, input);
    if ('kind' in run) return refuse(run);
    for (;;) {
      const step = run.next();
      if (step.done === true) return done(step.value);
      watch.progress?.(step.value);
      await breath();
      if (watch.cancelled?.() === true) return refuse({ kind: 'environment', code: 'cancelled', messageZh: '核查已停止，没有得出结果；登记没有改动。需要时请重新开始。' });
    }
  });
