import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { classifyTarget } from '../terminal/targets.ts';
import { Ended, usage } from './output.ts';

const kindOf = (at: string): 'folder' | 'file' | null => {
  try {
    return statSync(at).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
};

/**
 * Looks at where a file is to be written, before anything is entered: a print that cannot be put down, or an import whose rejected
 * rows have no place, must not be found out after the books have changed.
 * In: the path, the option that named it, whether the vault is a training vault. Ends with 2 for a place that is none, with 6 for one
 * that may not be written or is removable or on a network.
 */
export function placeToWrite(file: string, option: 'out' | 'rejects', training: boolean): void {
  const folder = path.dirname(path.resolve(file));
  if (kindOf(folder) !== 'folder') throw usage(`--${option} 所指的文件夹不存在，没有登记。请先建立文件夹，或另选位置。`, option);
  if (kindOf(file) === 'folder') throw usage(`--${option} 所指的是文件夹，没有登记。请写明文件名。`, option);
  const away = (code: string, messageZh: string): Ended => new Ended(6, { ok: false, kind: 'environment', code, messageZh }, messageZh);
  const target = classifyTarget(folder, { trainingVault: training });
  if (!target.ok) throw away(`target_${target.kind}`, `不能把${option === 'out' ? '打印件' : '退回的行'}存到该位置。${target.reasonZh}`);
  try {
    accessSync(kindOf(file) === 'file' ? file : folder, constants.W_OK);
  } catch {
    throw away('no_permission', `--${option} 所指的位置不能写入，没有登记。请系统管理员核对权限，或另选位置。`);
  }
}
