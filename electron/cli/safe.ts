import path from 'node:path';
import { existsSync } from 'node:fs';
import { listBackups, makeBackup } from '../backup/backup.ts';
import { restoreBackup } from '../backup/restore.ts';
import { lock } from '../session.ts';
import { checkSession, verifySession } from '../verification.ts';
import type { Session } from '../session.ts';
import { refusalOf } from '../refusals.ts';
import { inspectTerminal } from '../terminal/isolation.ts';
import { readHeader } from '../vault/vault.ts';
import { ended, Ended, usage } from './output.ts';
import { needed, numberFlag, readJson, textFlag } from './options.ts';
import type { Options } from './options.ts';
import { clockFor, inSession, packaged, passwordOf, secondOf, signIn, vaultOf } from './signIn.ts';

type Told = { document: unknown; human: string; code?: number };

export const backup = (o: Options): Promise<Told> => {
  const to = path.resolve(needed(o, 'to'));
  return inSession(o, async (s) => {
    const made = await makeBackup(s, to);
    if (!made.ok) throw ended(made.refusal, 'backup');
    const { number: _number, ...document } = made.value;
    return { document, human: `已备份并核验：${made.value.file}（${made.value.bytes} 字节，审计链第 ${made.value.chain.seq} 条，${made.value.seconds.toFixed(1)} 秒）。` };
  });
};

export const backups = (o: Options): Told => {
  const found = listBackups(path.resolve(needed(o, 'in')));
  return { document: found, human: found.length === 0 ? '这里没有备份。' : found.map((b) => `${b.verified ? '✔' : '✕'} ${b.file}  ${b.findingZh}`).join('\n') };
};

export async function restore(o: Options): Promise<Told> {
  const from = needed(o, 'from');
  if (!existsSync(from)) throw usage('读不到 --from 所指的备份。请核对路径。', 'from');
  const training = ((): boolean => {
    try {
      return readHeader(path.dirname(path.resolve(from))).testClock;
    } catch {
      return false;
    }
  })();
  const restored = await restoreBackup(path.resolve(from), path.resolve(vaultOf(o)), { account: needed(o, 'as'), password: passwordOf(o, packaged(), training) }, secondOf(), clockFor(o, training));
  if (!restored.ok) throw ended(restored.refusal, 'restore');
  const { missing } = restored.value;
  return { document: restored.value, human: `已恢复到 ${restored.value.vault}，审计链第 ${restored.value.chain.seq} 条。${missing === null ? '没有缺少的记录。' : `比原库少审计记录第 ${missing.fromSeq} 至 ${missing.toSeq} 条，请据纸面补登。`}` };
}

export async function verify(o: Options): Promise<Told> {
  const file = textFlag(o, 'anchors');
  const raw = file === undefined ? [] : readJson(file, 'anchors');
  const given: unknown[] = Array.isArray(raw) ? raw : [raw];
  const anchors = given.filter((a): a is { seq: number; code: string } => typeof a === 'object' && a !== null && 'seq' in a && 'code' in a && Number.isInteger(a.seq) && typeof a.code === 'string');
  if (anchors.length < given.length) throw usage('--anchors 须为 [{"seq": 12, "code": "…"}]。', 'anchors');
  let session: Session;
  try {
    session = await signIn(o, true);
  } catch (error) {
    if (!(error instanceof Ended) || error.code !== 5) throw error;
    // The store would not even open: that is the finding.
    const { messageZh, code } = error.document as { messageZh: string; code: string };
    return { document: { ok: false, checks: [{ name: 'open', nameZh: '打开台账库', ok: false, counted: 0, findings: [{ code, messageZh }] }], chain: null }, human: messageZh, code: 5 };
  }
  try {
    const document = await verifySession(session, anchors);
    return { document, human: [document.ok ? '核验通过，未发现改动。' : '核验发现问题。', ...document.checks.map((c) => `${c.ok ? '✔' : '✕'} ${c.nameZh}  ${c.counted}${c.findings.map((f) => `\n    ${String((f as { messageZh?: string }).messageZh ?? '')}`).join('')}`)].join('\n'), ...(document.ok ? {} : { code: 5 }) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) throw ended(refusal);
    throw error;
  } finally {
    lock(session);
  }
}

/** `check`: the whole-ledger check. Findings that nobody explained end with 3, as an act against the rules would. */
export const check = (o: Options): Promise<Told> => {
  const rule = textFlag(o, 'rule');
  const most = numberFlag(o, 'most');
  return inSession(o, async (s) => {
    const checked = await checkSession(s, { ...(rule === undefined ? {} : { rules: [rule] }), ...(most === undefined ? {} : { most }) });
    if (!checked.ok) throw ended(checked.refusal, 'check');
    const document = checked.value;
    const found = document.rules.filter((r) => r.found > 0);
    const told = found.flatMap((r) => [`▲ ${r.titleZh}（${r.id}，${r.registerZh}）：${r.found} 处${r.explained > 0 ? `，已说明 ${r.explained} 处` : ''}`, ...document.findings.filter((f) => f.rule === r.id).slice(0, 10).map((f) => `    ${f.number ?? ''} ${f.titleZh}　${f.messageZh}${f.explained === undefined ? '' : `（已说明：${f.explained.explanation}）`}`)]);
    return { document, human: [document.ok ? '全面核查没有待处理的问题。' : '全面核查发现问题，请逐条处理或说明。', `核查 ${document.counted.rules} 项，${document.counted.lines} 条登记。`, ...told].join('\n'), ...(document.ok ? {} : { code: 3 }) };
  });
};

export function isolation(): Told {
  const found = inspectTerminal();
  return { document: found, human: found.map((f) => `${f.ok ? '✔' : '▲'} ${f.findingZh}`).join('\n') };
}
