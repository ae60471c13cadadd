import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { benchDoor } from './doorPart.ts';
import { table } from './figure.ts';
import type { Figure } from './figure.ts';
import { benchBackup, benchChain, benchCipher, benchOther } from './filePart.ts';
import { benchImport } from './importPart.ts';
import { benchCheck, benchLooks } from './lookPart.ts';
import { benchMemory } from './memoryPart.ts';
import { openOffice } from './office.ts';
import { benchPaper } from './paperPart.ts';
import { benchWindow } from './windowPart.ts';

export type Scale = 'small' | 'full';
export type Machine = Readonly<{ processor: string; cores: number; memoryMB: number; system: string; node: string }>;
export type BenchDocument = Readonly<{ machine: Machine; scale: Scale; seconds: number; books: { carriers: number; auditEntries: number; events: number }; ok: boolean; ratios: readonly Figure[]; skipped: readonly { name: string; reason: string }[] }>;

/** How much of everything; the full books are those of a large unit after years. */
export type Size = Readonly<{ carriers: number; entries: number; door: { carriers: number; rounds: number }; looks: number; chain: number; other: number; cipher: number; backup: number; importRows: number; paper: { rows: number; rounds: number }; start: number }>;
const sizes: Readonly<Record<Scale, Size>> = {
  small: { carriers: 3000, entries: 15_000, door: { carriers: 1000, rounds: 40 }, looks: 2, chain: 3, other: 3, cipher: 10, backup: 2, importRows: 300, paper: { rows: 500, rounds: 2 }, start: 2 },
  full: { carriers: 200_000, entries: 1_000_000, door: { carriers: 10_000, rounds: 150 }, looks: 5, chain: 3, other: 5, cipher: 40, backup: 1, importRows: 2000, paper: { rows: 10_000, rounds: 2 }, start: 5 },
};

const machine = (): Machine => ({ processor: cpus()[0]?.model.trim() ?? '', cores: cpus().length, memoryMB: Math.round(totalmem() / 1_048_576), system: `${process.platform} ${release()}`, node: process.version });

/**
 * Measures the product against floors taken in the same run on the same machine, so that the ratios hold on another one too.
 * In: the scale; `say` hears how far it is. Out: the document of the contract and the table people read. Everything it makes is
 * invented and lies in a folder below the system's temporary one, removed at the end. A part that cannot run here is told in `skipped`.
 */
export async function runBench(scale: Scale, say: (line: string) => void, size: Size = sizes[scale]): Promise<{ document: BenchDocument; human: string }> {
  const started = performance.now();
  const dir = mkdtempSync(path.join(tmpdir(), 'shoumi-bench-'));
  const ratios: Figure[] = [];
  const skipped: { name: string; reason: string }[] = [];
  const part = async (name: string, work: () => Figure | Figure[] | Promise<Figure | Figure[]>): Promise<void> => {
    try {
      const made = [await work()].flat();
      ratios.push(...made);
      if (made.length === 0) skipped.push({ name, reason: '本机缺少所需的程序' });
    } catch (error) {
      skipped.push({ name, reason: error instanceof Error ? error.message.slice(0, 300) : String(error) });
      say(`  没有测成：${skipped.at(-1)?.reason ?? ''}`);
    }
  };
  try {
    await part('start', () => benchWindow(dir, size.start, say));
    await part('door', () => benchDoor(dir, size.door, say));
    say(`造 ${size.carriers} 件载体、${size.entries} 条审计记录`);
    const office = await openOffice(dir, { carriers: size.carriers, entries: size.entries, persons: 300 }, say);
    say(`  用时 ${((performance.now() - started) / 1000).toFixed(0)} 秒（自开始）`);
    await part('looks', () => benchLooks(office, size.looks, say));
    await part('check', () => benchCheck(office, say));
    await part('cipher', () => benchCipher(office, size.cipher, say));
    await part('secondReader', () => benchOther(office, size.other, say));
    await part('chain', () => benchChain(office, size.chain, say));
    await part('backup', () => benchBackup(office, size.backup, say));
    await part('paper', () => benchPaper(dir, size.paper.rows, size.paper.rounds, say));
    await part('import', () => benchImport(office, size.importRows, 1, say));
    await part('memory', () => benchMemory(office, dir, say));
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const document: BenchDocument = { machine: machine(), scale, seconds, books: { carriers: size.carriers, auditEntries: office.entries, events: office.events }, ok: ratios.every((r) => r.ok) && skipped.length === 0, ratios, skipped };
    const missed = ratios.filter((r) => !r.ok).length;
    const head = `${document.machine.processor}，${document.machine.cores} 核，${document.machine.system}，Node ${document.machine.node.slice(1)}；${size.carriers} 件载体，${office.entries} 条审计记录，${office.events} 条事件；共 ${seconds} 秒`;
    const foot = [`✓ 达到目标　○ 可接受　✗ 未达到（${missed} 项）`, ...skipped.map((s) => `未测 ${s.name}：${s.reason}`)];
    return { document, human: `${head}\n${table(ratios)}\n${foot.join('\n')}` };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
