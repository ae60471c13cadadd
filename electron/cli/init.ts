import { z } from 'zod';
import { roleConflicts, roles } from '#shared/roles.ts';
import { levelFrom } from '#shared/levels.ts';
import { refusalOf } from '../refusals.ts';
import { selfTest } from '../vault/keys.ts';
import { foundVault, RefusedFounding } from '../session.ts';
import { targetRefusal } from '../backup/backup.ts';
import { clockFor, vaultOf } from './signIn.ts';
import { needed, on, readJson, textFlag } from './options.ts';
import type { Options } from './options.ts';
import { ended, Ended, usage } from './output.ts';

const accountsForm = z.array(z.strictObject({ account: z.string().trim().min(1).max(40), name: z.string().trim().min(1).max(60), roles: z.array(z.enum(roles)).min(1), password: z.string().min(1).max(256) })).min(1).max(100);

/** `init`: makes a vault. Out: where it is and the recovery sheets, which are printed once and exist nowhere else. */
export async function init(o: Options): Promise<{ document: unknown; human: string }> {
  const dir = vaultOf(o);
  const organisation = needed(o, 'org').trim();
  const parsed = accountsForm.safeParse(readJson(needed(o, 'accounts'), 'accounts'));
  if (!parsed.success) throw new Ended(2, { ok: false, kind: 'invalid', messageZh: '账户文件的内容不合要求。', issues: parsed.error.issues.map((i) => ({ path: `accounts.${i.path.join('.')}`, messageZh: '缺少或写法不对。' })) }, '账户文件的内容不合要求。请按说明改正。');
  const conflicts = parsed.data.flatMap((a, i) => roleConflicts(a.roles).map((messageZh) => ({ path: `accounts.${i}.roles`, messageZh: `账户 ${a.account}：${messageZh}（规则 P411）。` })));
  if (conflicts.length > 0) throw new Ended(2, { ok: false, kind: 'invalid', messageZh: conflicts[0]?.messageZh, issues: conflicts }, conflicts.map((c) => c.messageZh).join('\n'));
  const level = levelFrom(textFlag(o, 'level') ?? 'secret');
  if (level === null || level === 'internal') throw usage('--level 须为 confidential、secret 或 topSecret（秘密、机密、绝密）。', 'level');
  const testClock = on(o, 'test-clock');
  const away = targetRefusal(dir, testClock);
  if (away !== null) throw ended({ ...away, messageZh: away.messageZh.replace('不能备份到该位置', '不能在该位置建库') });
  try {
    selfTest();
    const made = await foundVault(dir, { terminal: { organisation, terminalNumber: textFlag(o, 'terminal') ?? '01', level }, testClock, accounts: parsed.data }, clockFor(o, testClock));
    const sheets = made.recoverySheets.map((s) => `—— 恢复单 第 ${s.sheet} 张（单独封存，两人分别保管） ——\n${s.text}`).join('\n\n');
    return { document: { ok: true, vault: dir, organisation, level, testClock, accounts: parsed.data.map(({ account, name, roles: held }) => ({ account, name, roles: held })), recoverySheets: made.recoverySheets, chain: made.head }, human: `台账库已建立：${dir}\n恢复单只显示这一次，请抄录或打印后分别封存。\n\n${sheets}` };
  } catch (error) {
    if (error instanceof RefusedFounding) throw ended({ ...error.refusal, kind: 'invalid', issues: [{ path: 'accounts', messageZh: error.refusal.messageZh }] });
    const refusal = refusalOf(error);
    if (refusal !== null) throw ended(refusal);
    throw error;
  }
}
