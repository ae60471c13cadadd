import type { Refusal } from '#shared/result.ts';
import { VaultError } from './vault/errors.ts';

const signIn = new Set(['wrong_password', 'locked_out', 'pending_confirmation', 'revoked']);
const environment = new Set(['unknown_vault', 'folder_not_empty', 'opened_elsewhere', 'disk_full', 'disk_error', 'no_rights', 'target_exists', 'unreviewed_driver', 'settings_refused', 'self_test', 'live_store_touched']);
const invalid = new Set(['weak_password', 'invalid_account', 'account_exists', 'unknown_account', 'wrong_state', 'last_administrator', 'sheet_typo', 'sheet_same', 'sheet_unpaired', 'sheet_foreign']);

/** A problem of the vault as the answer a user is entitled to. Out: null for anything that is not a VaultError, which is a bug. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof VaultError)) return null;
  const { code, messageZh, details } = error;
  if (signIn.has(code)) return { kind: 'sign_in', code, messageZh, ...(typeof details['waitSeconds'] === 'number' ? { waitSeconds: details['waitSeconds'] } : {}) };
  if (environment.has(code)) return { kind: 'environment', code, messageZh };
  if (invalid.has(code)) return { kind: 'invalid', messageZh, issues: [{ path: code.startsWith('sheet') ? 'sheet' : 'account', messageZh }] };
  if (code === 'vault_closed') return { kind: 'locked', messageZh };
  if (code === 'root_missing') return { kind: 'policy', messageZh, decision: { outcome: 'deny', checks: [], reasons: [] } };
  return { kind: 'integrity', code, messageZh };
}

/** SQLite's own words for a full or failing disk, which reach the door while it writes. */
export function diskRefusal(error: unknown): Refusal | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { kind: 'environment', code: 'disk_full', messageZh: '磁盘空间不足，本次没有登记，已有登记完好。请系统管理员腾出 200 MB 后重试。' };
  if (code === 'SQLITE_IOERR_FSYNC') return { kind: 'environment', code: 'disk_error', messageZh: '磁盘没有确认写入，这一条是否保住要重新打开后才知道；以前的登记完好。请退出程序，由系统管理员检查硬盘，重新打开后核对最后一条。' };
  if (code.startsWith('SQLITE_IOERR')) return { kind: 'environment', code: 'disk_error', messageZh: '磁盘读写不成，本次没有登记，已有登记完好。请退出程序，由系统管理员检查硬盘后核验。' };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { kind: 'integrity', code: 'damaged', messageZh: '读到的内容与校验值不符，本次没有登记。请停止登记，保留原样，由系统管理员运行核验。' };
  if (code.startsWith('SQLITE_READONLY')) return { kind: 'environment', code: 'no_rights', messageZh: '没有写入权限，本次没有登记。请系统管理员核对文件夹权限。' };
  return null;
}
