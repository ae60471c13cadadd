import { commands, isCommandName } from '#shared/contract/commands.ts';
import { registerOf, isRegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { toInstant, addDays } from '#shared/time.ts';
import { GENESIS, readEntry } from '../commands/trail.ts';
import { paperCode, samePaperCode, wellFormedPaperCode } from '../vault/anchorCode.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, numberOf, trailAt, trailHead } from '../vault/read.ts';
import type { TrailRow } from '../vault/read.ts';
import { verifyChain } from './chain.ts';
import { Refused } from './define.ts';
import type { Asking, Query } from './define.ts';
import { nameOf } from './names.ts';
import { kept, seqOf } from './standing.ts';

/** What happened to the terminal itself and is no command. */
const notedZh: Readonly<Record<string, string>> = {
  'session.signIn': '登录', 'session.lock': '锁定', 'session.failed': '口令不符', 'session.lockedOut': '账户锁定', 'session.attemptsGone': '登录记录缺失', 'session.signOut': '退出', 'session.idleLock': '无操作锁定', 'session.second': '第二人到场',
  'clock.leap': '时钟跳变', 'clock.back': '时钟倒退', 'clock.confirm': '确认时钟', 'vault.create': '建库', 'vault.open': '开库', 'vault.rotate': '换钥', 'vault.anchorMissing': '本机锚点缺失', 'vault.anchor': '本机锚点', 'vault.rollback': '疑似回退', 'vault.restore': '恢复',
  'account.rotate': '换钥', 'account.recovery': '恢复单启用', 'anchor.accept': '确认接续', verify: '核验', 'verify.failed': '核验不符', 'export': '导出', 'print.failed': '打印未成', 'isolation.finding': '隔离违规',
};
export const actZh = (act: string): string => (isCommandName(act) ? commands[act].titleZh : (notedZh[act] ?? act));
const outcomeZh = { done: '已办', refused: '拒绝', noted: '记事' } as const;

/** The code of an entry on paper. */
const codeOf = (a: Pick<Asking, 'storeId'>, row: TrailRow): string => paperCode({ storeId: a.storeId, generation: readEntry(row.entry).generation, seq: row.seq, hash: row.hash });

/** The newest entry with its paper code; seq 0 while the books are empty. */
export function headOf(a: Pick<Asking, 'db' | 'storeId' | 'generation'>): { seq: number; hash: string; code: string; at: string | null } {
  const row = trailHead(a.db);
  if (row === null) return { seq: 0, hash: GENESIS, code: paperCode({ storeId: a.storeId, generation: a.generation, seq: 0, hash: GENESIS }), at: null };
  return { seq: row.seq, hash: row.hash.toString('hex'), code: codeOf(a, row), at: readEntry(row.entry).at };
}
export const auditHead: Query<'audit.head'> = (a) => headOf(a);

/** First entry whose time is not before the given moment: times never go back along the chain, so halving finds it. */
function seqFrom(db: ReadDb, instant: string): number {
  let low = 1;
  let high = seqOf(db) + 1;
  while (low < high) {
    const mid = Math.floor((low + high) / 2);
    const row = trailAt(db, mid);
    if (row !== null && readEntry(row.entry).at < instant) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** A filtered search of the trail is counted up to here. */
const COUNTED = 1000;

/** The trail, newest first: who did what to which number, and with what outcome. Never what stands in the registers (P411). */
export const auditList: Query<'audit.list'> = (a, input) => {
  const { db } = a;
  const head = seqOf(db);
  const where: string[] = [];
  const bound: unknown[] = [];
  const also = (text: string, ...values: unknown[]): void => {
    where.push(text);
    bound.push(...values);
  };
  // Positions in the canonical form of an entry; the cheap text test first, because reading the form costs.
  const named: readonly (readonly [string | undefined, number])[] = [[input.actor, 5], [input.act, 7], [input.outcome, 8], [input.register, 9]];
  for (const [value, place] of named) if (value !== undefined) also(`instr(entry, ?) > 0 AND json_extract(entry, '$[${place}]') = ?`, JSON.stringify(value), value);
  if (input.record !== undefined) also(`json_extract(entry, '$[10]') = ?`, input.record);
  const narrowed = where.length > 0;
  let low = 1;
  let high = head;
  if (input.seq !== undefined) [low, high] = [input.seq, Math.min(head, input.seq)];
  if (input.from !== undefined) low = Math.max(low, seqFrom(db, toInstant(`${input.from}T00:00:00`)));
  if (input.to !== undefined) high = Math.min(high, seqFrom(db, toInstant(`${addDays(input.to, 1)}T00:00:00`)) - 1);
  const text = where.length === 0 ? '' : ` AND ${where.join(' AND ')}`;
  let top = high;
  if (input.cursor !== undefined) {
    if (!/^\d{1,15}$/.test(input.cursor)) throw new Refused(invalid({ path: 'cursor', messageZh: '翻页标记不对。请从第一页重新打开。' }));
    top = Math.min(high, Number(input.cursor) - 1);
  }
  const rows = all(db, `SELECT seq, entry, hash FROM audit WHERE seq BETWEEN ? AND ?${text} ORDER BY seq DESC LIMIT ?`, low, top, ...bound, input.limit + 1) as unknown as TrailRow[];
  const entries = rows.slice(0, input.limit).map((row) => {
    const e = readEntry(row.entry);
    return {
      seq: row.seq, at: e.at, happenedAt: e.happenedAt, late: e.happenedAt !== null, actor: e.actor, actorZh: nameOf(db, e.actor), second: e.second, secondZh: e.second === null ? null : nameOf(db, e.second), act: e.act, actZh: actZh(e.act), outcome: e.outcome, outcomeZh: outcomeZh[e.outcome],
      register: e.register, registerZh: e.register !== null && isRegisterKey(e.register) ? registerOf(e.register).title : null, record: e.record, number: e.number, rules: e.rules, hash: row.hash.toString('hex'),
    };
  });
  const last = entries.at(-1);
  const count = () => kept(db, JSON.stringify(['audit', text, bound, low, high]), () => numberOf(db, `SELECT count(*) FROM (SELECT 1 FROM audit WHERE seq BETWEEN ? AND ?${text} ORDER BY seq DESC LIMIT ${COUNTED + 1})`, low, high, ...bound));
  const total = !narrowed ? Math.max(0, high - low + 1) : input.cursor === undefined && rows.length <= input.limit && rows.length <= COUNTED ? rows.length : count();
  return { entries, total: Math.min(total, narrowed ? COUNTED : total), ...(narrowed && total > COUNTED ? { totalIsAtLeast: true } : {}), ...(rows.length > input.limit && last !== undefined ? { cursor: String(last.seq) } : {}) };
};

/** Compares a printed anchor with the chain, and proves the chain from there to its head. */
export const checkPaper: Query<'audit.checkPaper'> = (a, input) => {
  const { db } = a;
  const answer = (ok: boolean, messageZh: string) => ({ ok, messageZh, seq: input.seq, code: input.code });
  if (!wellFormedPaperCode(input.code)) return answer(false, '抄写有误。锚点码为五组四位加一位校验，校验位不符。请对照锚点单重新录入。');
  const row = trailAt(db, input.seq);
  const head = seqOf(db);
  if (row === null) return answer(false, `与本机不符。锚点单记到第 ${input.seq} 条，本机审计记录只有 ${head} 条，可能被换成了旧的副本。请停止登记，请安全保密管理员和安全审计员到场。`);
  if (!samePaperCode(codeOf(a, row), input.code)) return answer(false, `与本机不符。第 ${input.seq} 条与锚点单上的码不一致，此前内容可能被改动。请停止登记，请安全保密管理员和安全审计员到场。`);
  const after = verifyChain(a, { from: input.seq });
  if (after.findings.length > 0) return answer(false, `第 ${input.seq} 条及以前与锚点单一致；${after.findings[0] ?? ''}请安全保密管理员和安全审计员到场。`);
  return answer(true, `一致。第 1 至 ${input.seq} 条与锚点单相符，第 ${input.seq} 至 ${head} 条首尾相连，未发现改动。`);
};
