import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportTargetId } from '#shared/import.ts';
import { makeBackup } from '#electron/backup/backup.ts';
import { restoreBackup } from '#electron/backup/restore.ts';
import { pagesOf } from '#electron/cli/print.ts';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { confirmPrinted, printForm } from '#electron/paper.ts';
import { ask, foundVault, lock, openSession } from '#electron/session.ts';
import type { ReadDb } from '#electron/vault/open.ts';
import { verifySession } from '#electron/verification.ts';
import { openPdfEngine } from '#build/host/pdfEngine.mjs';
import { registerKeys } from '#shared/registers/index.ts';
import { demoClock, Desk, people } from './day.ts';
import { pictures } from './pictures.ts';
import { askedAs, furtherLives } from './lives.ts';
import { nineDays } from './story.ts';
import { underWay } from './underWay.ts';

const here = import.meta.dirname;
const sample = (name: string): string => path.join(here, '../sample', name);

type Pdf = { file: string; pages: number; number: string };

/** Takes one ledger in; prints its counts. */
async function take(desk: Desk, file: string, register: ImportTargetId, say: (line: string) => void): Promise<{ file: string; register: string; created: number; doubt: number; rejected: number; skipped: number }> {
  const session = await desk.sit('clerk');
  const bytes = readFileSync(file);
  const read = await readLedgerFile(bytes, path.basename(file), register);
  if (!read.ok) throw new Error(`${path.basename(file)}: ${read.refusal.messageZh}`);
  const done = await importLedger(session, read.value, register, 'valid', bytes);
  if (!done.ok) throw new Error(`${path.basename(file)}: ${done.refusal.messageZh}`);
  const { created, doubt, rejected, skipped } = done.value.counts;
  desk.commands += created + 1;
  say(`导入 ${path.basename(file)}：登记 ${created}，存疑 ${doubt}，退回 ${rejected}，略过 ${skipped}`);
  return { file: path.basename(file), register, created, doubt, rejected, skipped };
}

/**
 * The main job from nothing, headless: a vault, real documents, nine days of work, paper, backup, verification, restore and comparison, pictures of the real window.
 * In: the folder for the results (emptied if it is an earlier demonstration's), a folder with the big data or null. Out: summary.json's content.
 */
export async function runDemo(out: string, data: string | null, say: (line: string) => void): Promise<{ summary: object; human: string; ok: boolean }> {
  const started = Date.now();
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(path.join(out, 'summary.json')) && !existsSync(path.join(out, '.demo'))) throw new Error(`${out} is not empty and is no earlier demonstration`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.join(out, 'pdf'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(out, '.demo'), '');
  const clock = demoClock(10);
  const folder = path.join(out, 'vault');
  await foundVault(folder, { terminal: { organisation: '青岭研究所（演示）', terminalNumber: '03', level: 'secret' }, testClock: true, accounts: Object.values(people).map((p) => ({ ...p, roles: [...p.roles] })) }, clock.now);
  say('建库：五个账户，三员分设，恢复单两张已生成。');
  const desk = new Desk(folder, clock);
  try {
    const imported = [await take(desk, sample('涉密人员台账（样例）.csv'), 'persons', say)];
    // The big set first: the sample's public documents are among it, and the second time they are caught as duplicates.
    if (data !== null) imported.push(await take(desk, path.join(data, 'documents.csv'), 'receipts', say));
    imported.push(await take(desk, sample('收文登记簿（样例）.xlsx'), 'receipts', say), await take(desk, sample('涉密载体台账（样例）.csv'), 'carriers', say));
    const { told, carrier, computer } = await nineDays(desk);
    const further = await furtherLives(desk);
    const standing = await underWay(desk);
    told.push(...further.told, ...standing.told);
    for (const line of told) say(line);

    clock.today();
    let session = await desk.sit('clerk');
    const pdfs: Pdf[] = [];
    const engine = await openPdfEngine();
    try {
      const wanted: [string, Parameters<typeof printForm>[1]][] = [
        ['涉密载体台账.pdf', { register: 'carriers', view: 'held', purpose: '月末归档' }], ['收文登记簿.pdf', { register: 'receipts', view: 'classified', purpose: '月末归档' }], ['阅读知悉登记簿.pdf', { register: 'readings', purpose: '月末归档' }],
        ['涉密计算机使用登记簿.pdf', { register: 'usageLogs', purpose: '月末归档' }], ['载体一生.pdf', { form: 'carrierLife', filter: { carrier }, purpose: '迎检' }],
        ...[...further.papers, ...standing.papers].map((paper): [string, Parameters<typeof printForm>[1]] => [paper[0], { ...askedAs(paper), purpose: '办理' }]),
      ];
      for (const [file, request] of wanted) {
        const made = await printForm(session, data === null ? request : { ...request, reason: '定密责任人已核对汇总后的密级' });
        if (!made.ok) throw new Error(`${file}: ${made.refusal.messageZh}`);
        const pdf = await engine.print(made.value.html);
        writeFileSync(path.join(out, 'pdf', file), pdf);
        await confirmPrinted(session, made.value.number, 'done', pagesOf(pdf));
        pdfs.push({ file: `pdf/${file}`, pages: pagesOf(pdf), number: made.value.number });
        say(`打印 ${file}：${pagesOf(pdf)} 页，${made.value.number}`);
      }
    } finally {
      await engine.close();
    }

    session = await desk.sit('system');
    const backup = await makeBackup(session, path.join(out, 'backup'));
    if (!backup.ok) throw new Error(backup.refusal.messageZh);
    say(`备份：${backup.value.bytes} 字节，重新打开核验通过，${backup.value.seconds.toFixed(1)} 秒`);
    const stateAtBackup = digestOfBooks(session.vault.db);

    session = await desk.sit('audit');
    const verification = await verifySession(session);
    writeFileSync(path.join(out, 'verification.json'), `${JSON.stringify(verification, null, 1)}\n`);
    say(`核验：${verification.ok ? '通过，未发现改动' : '发现问题'}`);
    const head = await ask(session, 'audit.head', {});
    const auditEntries = head.ok ? (head.value as { seq: number }).seq : 0;
    const chain = verification.chain;
    desk.leave();

    const restored = await restoreBackup(backup.value.file, path.join(out, 'restored'), people.system, people.security, clock.now);
    if (!restored.ok) throw new Error(restored.refusal.messageZh);
    const again = await openSession(path.join(out, 'restored'), people.audit.account, people.audit.password, clock.now);
    const identical = digestOfBooks(again.vault.db) === stateAtBackup;
    lock(again);
    say(`恢复到另一文件夹：内容${identical ? '完全一致' : '不一致'}，缺审计记录 ${restored.value.missing === null ? '无' : `${restored.value.missing.fromSeq}–${restored.value.missing.toSeq}`}`);

    const screenshots = await pictures(folder, path.join(out, 'screens'), carrier, say);
    const ok = verification.ok && identical && screenshots.length > 0;
    const summary = {
      ok, seconds: Math.round((Date.now() - started) / 100) / 10, imported, commands: desk.commands, refused: desk.refused, auditEntries, chain, pdfs, screenshots, backup: backup.value, verification: { file: 'verification.json', ok: verification.ok, checks: verification.checks.map(({ name, ok: fine, counted }) => ({ name, ok: fine, counted })) },
      restore: { ok: true, identical, missing: restored.value.missing }, told, carrier, computer,
    };
    writeFileSync(path.join(out, 'summary.json'), `${JSON.stringify(summary, null, 1)}\n`);
    return { summary, ok, human: `演示完成，用时 ${summary.seconds} 秒。结果在 ${out}：summary.json、verification.json、pdf/、screens/、backup/、vault/、restored/。\n打开这份演示库：npm start -- --vault ${path.join(out, 'vault')}（账户 ${people.clerk.account}，口令见 build/demo/day.ts）` };
  } finally {
    desk.leave();
  }
}

/** Everything in the registers, as one text to compare. Backups and the trail are left out: making and restoring a backup adds to both. */
function digestOfBooks(db: ReadDb): string {
  const tables = registerKeys.filter((key) => key !== 'backups');
  return tables.map((t) => JSON.stringify(db.prepare(`SELECT * FROM ${t} ORDER BY id`).all())).join('\n');
}
