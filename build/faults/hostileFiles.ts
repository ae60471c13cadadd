import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { lock } from '#electron/session.ts';
import { codeIn, shoumi } from './cli.ts';
import { copyOf, dice, enterAs, foundGround, scratch } from './ground.ts';
import { inspect } from './inspect.ts';
import { broken, hold, reportOf, tally, word } from './report.ts';
import type { Report } from './report.ts';

const sample = fileURLToPath(new URL('../sample/收文登记簿（样例）.xlsx', import.meta.url));
const csv = fileURLToPath(new URL('../sample/涉密载体台账（样例）.csv', import.meta.url));

/** A zip of one part that says it is small and is not. */
function bomb(megabytes: number): Buffer {
  const name = 'xl/worksheets/sheet1.xml';
  const packed = deflateRawSync(Buffer.alloc(megabytes << 20, 0x20), { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(Buffer.alloc(0)), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

const heading = '文号,标题,来文机关,收文日期,密级,份数';
const wanted = (text: string): Buffer => Buffer.from(`\uFEFF${heading}\n${text}\n`, 'utf8');

/** Hand-made files: name, content. */
const crafted: readonly (readonly [string, Buffer])[] = [
  ['空.csv', Buffer.alloc(0)],
  ['零.xlsx', Buffer.alloc(4096)],
  ['炸弹.xlsx', bomb(200)],
  ['公式.csv', wanted('"=cmd|\'/c calc\'!A1",+1+1,-2+3,2026-01-02,@SUM(A1),1')],
  ['百万列.csv', Buffer.from(`\uFEFF${heading}${','.repeat(1_000_000)}\n1${','.repeat(1_000_000)}\n`)],
  ['一格到底.csv', wanted(`"${'长'.repeat(2_000_000)}",甲,乙,2026-01-02,秘密,1`)],
  ['没有关上的引号.csv', wanted(`"${'甲\n'.repeat(100_000)}`)],
  ['记号.csv', wanted('x\u0000y,\u202Etxt.exe,<img src=x onerror=alert(1)>,2026-01-02,秘密,1')],
  ['伪装.xls', Buffer.from('<html><script>alert(1)</script><table><tr><td>文号</td><td>标题</td></tr><tr><td>1</td><td><img src=http://127.0.0.1/x></td></tr></table></html>')],
  ['..…\u202E文件.csv', wanted('演〔2026〕1号,标题,机关,2026-13-45,顶级机密,-1')],
];

/**
 * FI-18: files of strangers. Through the command line: hand-made ones, each answered with 0 or 2 and one document. Through a session: a sample
 * workbook and a sample ledger with bytes changed, removed, doubled. The vault stays sound whatever they hold.
 */
export async function hostileFiles(o: { crafted: number; mutated: number }, seed = 1): Promise<Report> {
  const t = tally();
  const luck = dice(seed);
  const dir = copyOf(await foundGround(2));
  const folder = scratch();
  for (const [name, bytes] of crafted.slice(0, o.crafted)) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const said = shoumi(['import', '--vault', dir, '--register', 'receipts', '--file', file, '--accept-valid', '--json'], { who: 'clerk', cwd: folder });
    t.runs += 1;
    word(t, `exit ${said.code}`);
    if ((said.code !== 0 && said.code !== 2) || said.document === undefined) broken(t, `${name}: exit ${said.code} ${said.signal ?? ''} ${codeIn(said)}`);
  }
  const s = await enterAs(dir);
  try {
    for (let n = 0; n < o.mutated; n += 1) {
      const [source, register] = n % 2 === 0 ? ([sample, 'receipts'] as const) : ([csv, 'carriers'] as const);
      let bytes = readFileSync(source);
      for (let k = 0; k <= luck.below(12); k += 1) {
        const at = luck.below(bytes.length);
        const how = luck.below(3);
        if (how === 0) bytes[at] = luck.below(256);
        else if (how === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + luck.below(64))]);
        else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - luck.below(400)))]);
      }
      t.runs += 1;
      const preview = await readLedgerFile(bytes, basename(source), register);
      if (!preview.ok) {
        word(t, preview.refusal.kind);
        hold(t, preview.refusal.kind === 'invalid' && /[\u4e00-\u9fff].*[。；]/.test(preview.refusal.messageZh), `a changed file is answered with ${preview.refusal.kind} ${preview.refusal.messageZh}`);
        continue;
      }
      const taken = await importLedger(s, preview.value, register, n % 4 < 2 ? 'valid' : 'dryRun', bytes);
      word(t, taken.ok ? 'read' : taken.refusal.kind);
      hold(t, taken.ok || taken.refusal.kind !== 'fault', 'a changed file is a fault of ours');
    }
  } finally {
    lock(s);
  }
  const f = await inspect(dir, []);
  t.half += f.half;
  t.breaks += f.breaks;
  hold(t, f.code === null && f.failed.length === 0 && f.half + f.breaks === 0, `afterwards the vault answers ${f.code ?? f.failed.join(', ')}`);
  return reportOf('FI-18', 'hostile and damaged ledgers', t);
}
