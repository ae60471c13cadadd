import type { Refusal } from '#shared/result.ts';

export type BrokenScreen = Readonly<{ key: 'damaged' | 'newer' | 'older' | 'elsewhere' | 'other'; titleZh: string; whoZh: string; nextZh: string }>;

const damaged = new Set(['header_damaged', 'header_altered', 'damaged', 'wrong_key', 'slots_rolled_back', 'not_encrypted', 'store_missing', 'short_tag', 'disk_error', 'unknown_vault']);

/** Codes that only say that this person could not sign in now; the form stays as it is. */
export const staysOnForm = (refusal: Refusal): boolean => refusal.kind === 'sign_in' || refusal.kind === 'invalid' || refusal.kind === 'locked' || refusal.kind === 'policy';

/** Which of the screens a refusal to open is: each has one next step and names who must come (ui 5.1). */
export function brokenScreen(refusal: Refusal): BrokenScreen {
  const code = 'code' in refusal ? refusal.code : '';
  if (code === 'opened_elsewhere') return { key: 'elsewhere', titleZh: '台账库正由另一个程序使用', whoZh: '本人', nextZh: '退出另一个守密窗口或命令，再按 Enter 重试。' };
  if (code === 'from_the_future') return { key: 'newer', titleZh: '台账库由较新版本写成', whoZh: '系统管理员', nextZh: '请系统管理员换装新版本程序，已有登记不受影响。' };
  if (code === 'older_than_anchor') return { key: 'older', titleZh: '台账库比本机锚点旧', whoZh: '安全保密管理员和安全审计员', nextZh: '请两人到场，取出最近的纸质锚点单核对，并写明原因。' };
  if (damaged.has(code) || refusal.kind === 'integrity') return { key: 'damaged', titleZh: '台账库损坏或被改动', whoZh: '系统管理员和安全保密管理员', nextZh: '请停止使用并保留文件夹原样，由系统管理员从最近一次备份恢复。' };
  return { key: 'other', titleZh: '台账库没有打开', whoZh: '系统管理员', nextZh: '请按上面的说明处理后，再按 Enter 重试。' };
}
