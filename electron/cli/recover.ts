import { refusalOf } from '../refusals.ts';
import { readHeader, recover } from '../vault/vault.ts';
import { needed, readJson } from './options.ts';
import type { Options } from './options.ts';
import { ended, usage } from './output.ts';
import { clockFor, packaged, passwordOf, vaultOf } from './signIn.ts';

/** `recover --account A --input FILE|-`: both recovery sheets ({"sheetA", "sheetB"}) give an account a new password (SHOUMI_PASSWORD). Forces a rotation afterwards. */
export async function recoverAccount(o: Options): Promise<{ document: unknown; human: string }> {
  const dir = vaultOf(o);
  const account = needed(o, 'account');
  const sheets = readJson(needed(o, 'input'), 'input') as { sheetA?: unknown; sheetB?: unknown } | null;
  if (typeof sheets !== 'object' || sheets === null || typeof sheets.sheetA !== 'string' || typeof sheets.sheetB !== 'string') throw usage('--input 须含 sheetA 和 sheetB 两张恢复单。', 'input');
  try {
    const header = readHeader(dir);
    await recover(dir, sheets.sheetA, sheets.sheetB, account, passwordOf(o, packaged(), header.testClock), { at: clockFor(o, header.testClock)() });
    return { document: { ok: true, account, rotationNeeded: true }, human: `账户 ${account} 已用恢复单重设口令。请尽快登录并更换密钥，重新封存新恢复单。` };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) throw ended(refusal);
    throw error;
  }
}
