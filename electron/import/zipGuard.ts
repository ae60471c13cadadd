import { inflateRawSync } from 'node:zlib';
import { importLimits } from './limits.ts';
import { ImportRefusal } from './refusal.ts';

const damaged = () => new ImportRefusal('damaged', '文件不完整或已损坏，无法读出其中的工作表；请在表格软件中打开后另存一份，再导入。');

/**
 * Looks into a workbook before anything unpacks it: how many parts, how much they really expand to. Declared sizes are not
 * believed, each part is inflated against what is left of the budget and thrown away. Returns the names of the parts; they
 * are compared, never used as paths.
 */
export function guardZip(bytes: Buffer): readonly string[] {
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= lowest && bytes.readUInt32LE(end) !== 0x06054b50) end--;
  if (end < lowest) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > importLimits.zipEntries) throw bomb();

  const budget = Math.min(importLimits.expandedBytes, Math.max(importLimits.smallExpansion, bytes.length * importLimits.zipRatio));
  let spent = 0;
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    const skip = nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const local = bytes.readUInt32LE(at + 42);
    names.push(bytes.subarray(at + 46, at + 46 + nameLength).toString('latin1'));
    at += 46 + skip;

    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) throw damaged();
    if ((bytes.readUInt16LE(local + 6) & 0x2041) !== 0) throw new ImportRefusal('encrypted', '文件设了打开密码，无法读取；请在表格软件中去掉密码、另存后再导入。');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const method = bytes.readUInt16LE(local + 8);
    if (method === 0) {
      spent += bytes.readUInt32LE(local + 22);
    } else if (method === 8) {
      try {
        spent += inflateRawSync(bytes.subarray(start), { maxOutputLength: Math.max(1, budget - spent) }).length;
      } catch (error) {
        throw error instanceof RangeError ? bomb() : damaged();
      }
    } else throw damaged();
    if (spent > budget) throw bomb();
  }
  return names;
}

function bomb(): ImportRefusal {
  return new ImportRefusal('zipBomb', '文件解开后异常庞大，不像正常的登记簿，可能会耗尽本机内存；请核对来源，另存为新的工作簿后再导入。');
}
