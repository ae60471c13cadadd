/**
 * What can go wrong with the vault, each with the sentence a person reads: what happened · why · what to do next
 * (wording rules of ui.md 6). Sentences carry no password, no key and no register content.
 */
const sentences = {
  wrong_password: '未能登录。账号或口令不符。请核对账号、大小写和中英文输入状态后重试。',
  locked_out: '账号已锁定。口令连续不符达到规定次数（规则 L039）。请安全保密管理员核实本人后解除锁定。',
  pending_confirmation: '账号尚未生效。它已登记，但还没有经安全保密管理员确认。请安全保密管理员登录后在“账号”中确认。',
  revoked: '账号已停用，不能登录。停用后密钥已从本终端移除。如需继续使用，请系统管理员另行登记账号。',
  unknown_vault: '没有打开台账库。所选文件夹中没有台账库的文件头 header.json。请另选文件夹，或由系统管理员新建台账库。',
  folder_not_empty: '没有新建台账库。所选文件夹里已有内容，本程序不覆盖任何文件。请另选一个空文件夹。',
  header_damaged: '没有打开台账库。文件头 header.json 内容不完整，可能是磁盘故障。请保留整个文件夹原样，由系统管理员用 header.json.prev 或最近一次备份恢复。',
  header_altered: '没有打开台账库。文件头 header.json 的校验值不符，说明它在程序之外被改动过。请保留原样，报告安全保密管理员和安全审计员，用最近一次备份核对。',
  slots_rolled_back: '没有打开台账库。文件头 header.json 比台账库记录的旧，可能有人换回了旧的账号文件。请保留原样，请安全保密管理员和安全审计员一同到场处理。',
  not_encrypted: '没有打开台账库。store.db 是未加密的明文文件，不是本程序写成的。请停止使用，保留原样，报告安全保密管理员，用最近一次备份恢复。',
  from_the_future: '没有打开台账库。它由较新版本的程序写成，本版本不认识。请换用新版本程序打开；已有登记不受影响。',
  wrong_key: '没有打开台账库。口令相符，但 store.db 与文件头不属于同一库或同一代密钥，可能有一个文件被换过。请保留原样，由系统管理员从同一次备份中取回这两个文件。',
  damaged: '没有打开台账库。store.db 有部分内容与校验值不符，已经损坏或被改动。请停止登记，保留原样，由系统管理员运行核验，再用最近一次备份恢复。',
  store_missing: '没有打开台账库。文件夹中没有 store.db，本程序不会用空库代替它。请系统管理员查明去向，或用最近一次备份恢复。',
  older_than_anchor: '台账库转为只读。它比本机锚点记录的旧，可能被换回了旧文件，或丢失了最后的登记。请安全保密管理员和安全审计员到场核对纸质锚点并写明原因。',
  opened_elsewhere: '没有打开台账库。另一个程序正在使用它，同一时间只能由一个程序打开。请先退出另一个守密窗口或命令，再重试。',
  disk_full: '磁盘空间不足，本次没有写入，已有登记完好。请系统管理员腾出空间后重试。',
  disk_error: '磁盘读写不成，本次没有写入。可能是硬盘或接口故障，不能断定内容被改动。请退出程序，由系统管理员检查硬盘后核验台账库。',
  no_rights: '没有打开台账库。当前系统用户对台账库文件夹没有读写权限。请系统管理员核对文件夹权限后重试。',
  target_exists: '没有写出副本。目标位置已有同名文件，本程序不覆盖任何文件。请另选位置。',
  short_tag: '没有打开台账库。文件头 header.json 中的校验码长度不符，说明它被改动过。请保留原样，报告安全保密管理员和安全审计员。',
  unreviewed_driver: '没有打开台账库。程序附带的加密组件不是经过审查的版本。请用原安装介质重新安装。',
  settings_refused: '没有打开台账库。加密组件没有接受规定的安全设置。请用原安装介质重新安装。',
  self_test: '程序没有启动。密码算法自检与标准答案不符，不能保证台账安全。请用原安装介质重新安装。',
  live_store_touched: '操作已停止。程序的另一处试图直接读写正在使用的台账库文件，这会破坏文件锁。已有登记完好；请记下时间并报告系统管理员。',
  vault_closed: '未能办理。台账库已经锁定。请重新登录后再办。',
  weak_password: '没有采用该口令。它不符合本终端密级的口令要求。请按提示重设口令。',
  account_exists: '没有登记账号。已有同名账号，账号名不重复使用。请另取一个账号名。',
  unknown_account: '未能办理。没有这个账号。请核对账号名。',
  invalid_account: '没有登记账号。账号名须为 1 至 64 个字，且不含空白和控制字符。请改正后再登记。',
  wrong_state: '未能办理。该账号当前的状态不允许这样做。请在“账号”中核对它是待确认、在用还是已停用。',
  last_administrator: '没有停用账号。它是最后一个能确认账号的管理员，停用后将无人能确认新账号。请先登记并确认另一位管理员。',
  root_missing: '未能办理。确认账号和更换密钥须由系统管理员或安全保密管理员登录后进行。请换管理员登录。',
  sheet_typo: '没有采用恢复信封的内容。有一行与它的校验字符不符，多半是抄错或漏抄。请对照纸面重新输入该行。',
  sheet_same: '没有采用恢复信封的内容。两次输入的是同一张。请输入另一只信封中的那一张。',
  sheet_unpaired: '没有采用恢复信封的内容。两张不是同一次打印的一对。请核对信封上的日期和终端编号。',
  sheet_foreign: '没有采用恢复信封的内容。它不属于这个台账库，或在更换密钥时已经作废。请取最近一次打印的恢复信封。',
  verification_failed: '没有更换密钥。新副本与原库核对不一致，已丢弃副本，原库照常使用。请系统管理员先运行核验。',
} as const;

/** Name of a vault problem; stable, for code and tests. */
export type VaultErrorCode = keyof typeof sentences;

/** Facts beside the sentence: numbers and names only, never secrets. */
export type VaultErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The error of the vault room. `code` is for programs, `messageZh` is the whole sentence for people. */
export class VaultError extends Error {
  readonly code: VaultErrorCode;
  readonly messageZh: string;
  readonly details: VaultErrorDetails;

  constructor(code: VaultErrorCode, details: VaultErrorDetails = {}, addition = '') {
    const messageZh = sentences[code] + addition;
    super(`${code}: ${messageZh}`);
    this.name = 'VaultError';
    this.code = code;
    this.messageZh = messageZh;
    this.details = details;
  }
}

/** All codes, so that a test can walk through every sentence. */
export const vaultErrorCodes = Object.keys(sentences) as readonly VaultErrorCode[];

/** The sentence of a code. */
export function sentenceOf(code: VaultErrorCode): string {
  return sentences[code];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * In: anything thrown by the driver or by the file system. Out: the matching VaultError, or null when it is none of ours
 * (then it is a bug and should stay one). A read error of the disk comes up as SQLITE_CORRUPT or SQLITE_NOTADB with this
 * driver (security.md 1, finding 9), so `damaged` must be settled by the page scan before anyone is told so.
 */
export function asVaultError(error: unknown): VaultError | null {
  if (error instanceof VaultError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new VaultError('disk_full');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new VaultError('opened_elsewhere');
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new VaultError('no_rights');
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO') return new VaultError('disk_error', { driver: code });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new VaultError('damaged', { driver: code });
  return null;
}
