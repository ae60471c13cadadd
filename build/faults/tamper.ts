import { copyFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession, lock } from '#electron/session.ts';
import { copyOwn } from '#electron/vault/keys.ts';
import { pageScan, pageSize } from '#electron/vault/pageScan.ts';
import { verifySession } from '#electron/verification.ts';
import { VaultError } from '#electron/vault/errors.ts';
import { isAck, runChild } from './children.ts';
import { copyOf, dice, enterAs, foundGround, must, passwordOf } from './ground.ts';
import { inspect } from './inspect.ts';
import type { Findings } from './inspect.ts';
import { broken, hold, reportOf, tally, word } from './report.ts';
import type { Report, Tally } from './report.ts';

const storeOf = (dir: string): string => join(dir, 'store.db');

/** The key of a ground vault, for the page scan. */
async function keyOf(dir: string): Promise<Buffer> {
  const s = await openSession(copyOf(dir), 'clerk', passwordOf('clerk'));
  const key = copyOwn(s.vault.keys.db);
  lock(s);
  return key;
}

/** Puts other bytes into a closed store, asks, and puts the right ones back. */
function withBytes<T>(file: string, right: Buffer, wrong: Buffer, ask: () => T): T {
  writeFileSync(file, wrong);
  try {
    return ask();
  } finally {
    writeFileSync(file, right);
  }
}

/** What the owner is told when she opens and verifies: the code of the refusal, or the checks that fail, or nothing. */
const said = (f: Findings): string | null => f.code ?? (f.failed.length > 0 ? `verify:${[...f.failed].sort().join('+')}` : null);

/**
 * FI-05: one byte flipped in every page; pages swapped; the file cut; the file exchanged for plain text. The page scan must report every
 * one; opening or reading must answer `damaged` (or `wrong_key` when the salt is hit), and never show a wrong row.
 */
export async function damagedBytes(o: { openEvery: number; swaps: number; cuts: number }, seed = 1): Promise<Report> {
  const t = tally();
  const luck = dice(seed);
  const base = await foundGround();
  const key = await keyOf(base);
  const file = storeOf(base);
  const right = readFileSync(file);
  const pages = right.length / pageSize;
  const scanned = (wrong: Buffer, what: string): void => {
    const { kind, badCount } = withBytes(file, right, wrong, () => pageScan({ file, key }));
    t.runs += 1;
    word(t, `scan:${kind}`);
    if (kind === 'ok') broken(t, `${what}: the scan finds nothing (${badCount})`);
  };
  /** A fresh copy each time: opening writes. */
  const opened = async (wrong: Buffer, what: string, allowed: readonly string[]): Promise<void> => {
    const dir = copyOf(base);
    writeFileSync(storeOf(dir), wrong);
    const f = await inspect(dir, []);
    const answer = said(f);
    word(t, `open:${answer ?? 'nothing'}`);
    if (f.half + f.breaks > 0 && answer === null) broken(t, `${what}: wrong rows and no word of it`);
    if (answer !== null && !allowed.includes(answer) && !answer.startsWith('verify:')) broken(t, `${what}: answered ${answer}`);
    rmSync(dir, { recursive: true });
  };
  for (let page = 0; page < pages; page += 1) {
    const wrong = Buffer.from(right);
    const at = page * pageSize + luck.below(pageSize);
    wrong[at] = (wrong[at] ?? 0) ^ (1 + luck.below(255));
    scanned(wrong, `one byte of page ${page + 1}`);
    if (page % o.openEvery === 0) await opened(wrong, `one byte of page ${page + 1}`, at < 16 ? ['wrong_key'] : ['damaged', 'SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_CORRUPT_VTAB']);
  }
  const salt = Buffer.from(right);
  salt[3] = (salt[3] ?? 0) ^ 1;
  await opened(salt, 'a byte of the salt', ['wrong_key']);
  for (let n = 0; n < o.swaps; n += 1) {
    const [a, b] = [luck.below(pages), luck.below(pages)];
    if (a === b) continue;
    const wrong = Buffer.from(right);
    right.copy(wrong, a * pageSize, b * pageSize, (b + 1) * pageSize);
    right.copy(wrong, b * pageSize, a * pageSize, (a + 1) * pageSize);
    scanned(wrong, `pages ${a + 1} and ${b + 1} swapped`);
  }
  for (let n = 0; n < o.cuts; n += 1) {
    const length = n === 0 ? right.length - 1 : luck.below(right.length - pageSize) + 1;
    const wrong = Buffer.from(right.subarray(0, length));
    if (length % pageSize !== 0) scanned(wrong, `cut to ${length} bytes`);
    await opened(wrong, `cut to ${length} bytes`, ['damaged', 'wrong_key', 'SQLITE_CORRUPT', 'older_than_anchor']);
  }
  // Every kind of exchange in its own words.
  const exchanged = async (what: string, expected: string, change: (dir: string) => void): Promise<void> => {
    const dir = copyOf(base);
    change(dir);
    const f = await inspect(dir, []);
    t.runs += 1;
    word(t, `open:${f.code ?? 'nothing'}`);
    hold(t, f.code === expected, `${what}: answered ${f.code ?? 'nothing'} instead of ${expected}`);
  };
  await exchanged('plain text in place of the store', 'not_encrypted', (dir) => writeFileSync(storeOf(dir), Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), right.subarray(16)])));
  await exchanged('an empty store', 'damaged', (dir) => truncateSync(storeOf(dir), 0));
  await exchanged('no store', 'store_missing', (dir) => rmSync(storeOf(dir)));
  const other = await foundGround(1);
  await exchanged('the store of another vault', 'wrong_key', (dir) => copyFileSync(storeOf(other), storeOf(dir)));
  await exchanged('noise', 'wrong_key', (dir) => writeFileSync(storeOf(dir), Buffer.from(Array.from({ length: 8 * pageSize }, () => luck.below(256)))));
  await exchanged('a header of a later version', 'from_the_future', (dir) => writeFileSync(join(dir, 'header.json'), readFileSync(join(dir, 'header.json'), 'utf8').replace('"v": 1', '"v": 2')));
  await exchanged('half a header', 'header_damaged', (dir) => truncateSync(join(dir, 'header.json'), 300));
  await exchanged('no header', 'unknown_vault', (dir) => rmSync(join(dir, 'header.json')));
  key.fill(0);
  return reportOf('FI-05', `one byte in each of ${pages} pages, swaps, cuts, exchanges`, t);
}

/**
 * FI-06: single pages of an older, genuine copy put back. Page MAC and SQLite see nothing wrong in them; the rows do not fit their events.
 * Every page that differs is spliced, alone; those that change what is stored must be reported.
 */
export async function oldPages(o: { most: number }): Promise<Report> {
  const t = tally();
  const base = await foundGround();
  const older = readFileSync(storeOf(base));
  const dir = copyOf(base);
  const s = await enterAs(dir);
  // Same-length edits: the realistic downgrade attack, which moves no index page.
  for (let n = 1; n <= 24; n += 1) await must(s, 'carrier.correct', { carrier: `ZT-${new Date().getFullYear()}-${String(n).padStart(5, '0')}`, revision: 1, set: { pages: 39 }, reason: '页数更正' });
  const owners = new Map((s.vault.db.prepare('SELECT pageno, name FROM dbstat').all() as { pageno: number; name: string }[]).map((r) => [r.pageno, r.name]));
  lock(s);
  const newer = readFileSync(storeOf(dir));
  const key = await keyOf(dir);
  const differing = Array.from({ length: older.length / pageSize }, (_, i) => i).filter((i) => !older.subarray(i * pageSize, (i + 1) * pageSize).equals(newer.subarray(i * pageSize, (i + 1) * pageSize)));
  let blind = 0;
  let reported = 0;
  for (const page of differing.slice(0, o.most)) {
    const spliced = copyOf(dir);
    const bytes = Buffer.from(newer);
    older.copy(bytes, page * pageSize, page * pageSize, (page + 1) * pageSize);
    writeFileSync(storeOf(spliced), bytes);
    if (pageScan({ file: storeOf(spliced), key }).kind === 'ok') blind += 1;
    const f = await inspect(spliced, []);
    t.runs += 1;
    const answer = said(f);
    if (answer !== null) word(t, answer);
    const owner = owners.get(page + 1) ?? 'free';
    if (answer !== null) reported += 1;
    // Only what is derived or says nothing about the books may go back unnoticed: the word index, the notes of the terminal, free pages, and an unchanged schema.
    else if (!/_search|^(meta|draft|free|sqlite_schema)$/.test(owner)) broken(t, `page ${page + 1} (${owner}) put back and no word of it`);
    else word(t, `silent:${owner}`);
    if (answer === null && f.half + f.breaks > 0) broken(t, `page ${page + 1} (${owner}) put back: wrong rows and no word of it`);
    rmSync(spliced, { recursive: true });
  }
  key.fill(0);
  hold(t, t.runs > 0, 'no page differs: nothing was tested');
  hold(t, reported > 0, 'no splice is reported');
  return reportOf('FI-06', 'old genuine pages put back', t, `the page MAC alone accepts ${blind} of ${t.runs}`);
}

/**
 * FI-07: the write-ahead log cut, flipped, removed after a crash. SQLite says nothing; when an acknowledged entry that the anchor covers is
 * gone, opening must say `older_than_anchor` and let nothing be entered.
 */
export async function logDamaged(o: { rounds: number }, seed = 1): Promise<Report> {
  const t = tally();
  const luck = dice(seed);
  const base = await foundGround();
  const source = copyOf(base);
  // Forty acts, entered whether done or refused: the anchor is written at every twentieth, so the last act is anchored; then death with a hot log.
  const { lines } = runChild('acts', source, { count: 40, then: 'die' });
  const acks = lines.filter(isAck);
  const log = `${storeOf(source)}-wal`;
  hold(t, lines.length === 40 && acks.at(-1) === lines.at(-1) && existsSync(log) && statSync(log).size > 32, 'the child left no log to damage');
  let silent = 0;
  for (let n = 0; n < o.rounds && existsSync(log); n += 1) {
    const dir = copyOf(source);
    const wal = `${storeOf(dir)}-wal`;
    const size = statSync(wal).size;
    const kind = n % 4;
    if (kind === 0) truncateSync(wal, luck.below(size));
    else if (kind === 1) truncateSync(wal, 32 + luck.below(Math.floor((size - 32) / 4120)) * 4120);
    else if (kind === 2) {
      const bytes = readFileSync(wal);
      const at = luck.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << luck.below(8));
      writeFileSync(wal, bytes);
    } else rmSync(wal);
    const f = await inspect(dir, acks);
    t.runs += 1;
    word(t, f.code ?? (f.lost === 0 ? 'harmless' : 'nothing'));
    if (f.lost > 0 && f.failed.length === 0 && f.half + f.breaks === 0) silent += 1;
    if (f.lost > 0 && f.code !== 'older_than_anchor') broken(t, `log ${['cut', 'cut at a frame', 'flipped', 'removed'][kind]}: ${f.lost} entries gone and the answer is ${f.code ?? 'nothing'}`);
    if (f.code === 'older_than_anchor') hold(t, f.readOnly, 'a vault older than its anchor takes entries');
    if (f.half + f.breaks > 0) broken(t, `log damaged: half ${f.half}, breaks ${f.breaks}`);
    rmSync(dir, { recursive: true });
  }
  hold(t, silent > 0, 'no damage lost anything: nothing was tested');
  return reportOf('FI-07', 'write-ahead log cut, flipped, removed', t, `without the anchor ${silent} losses would be silent`);
}

/**
 * FI-08: older files put back: the store, the store with its anchor, the header with the key slots, the file of failed sign-ins.
 * All but the second are refused or reported by the machine; the second by the code on the printed anchor.
 */
export async function rollback(): Promise<Report> {
  const t = tally();
  const old = await foundGround();
  const dir = copyOf(old);
  let s = await enterAs(dir);
  for (let n = 1; n <= 3; n += 1) await must(s, 'carrier.place', { carrier: `ZT-${new Date().getFullYear()}-0000${n}`, place: '9号柜9格', cabinetKind: 'code_cabinet' });
  lock(s);
  s = await enterAs(dir, 'auditor');
  const { paperCode } = await import('#electron/vault/anchorCode.ts');
  const { trailHead } = await import('#electron/vault/read.ts');
  const head = trailHead(s.vault.db);
  const paper = { seq: head?.seq ?? 0, code: paperCode({ storeId: s.vault.header.storeId, generation: s.vault.header.generation, seq: head?.seq ?? 0, hash: head?.hash ?? Buffer.alloc(32) }) };
  lock(s);
  s = await enterAs(dir, 'sysadmin');
  await must(s, 'account.create', { account: 'second', name: '第五签', roles: ['clerk'], password: 'Xinren-Desk#2026' });
  lock(s);

  const attack = async (what: string, expected: string, files: readonly string[]): Promise<string> => {
    const target = copyOf(dir);
    for (const file of files) copyFileSync(join(old, file), join(target, file));
    const f = await inspect(target, []);
    t.runs += 1;
    word(t, f.code ?? 'opens');
    hold(t, (f.code ?? 'opens') === expected, `${what}: answered ${f.code ?? 'nothing'} instead of ${expected}`);
    return target;
  };
  await attack('old store', 'older_than_anchor', ['store.db']);
  await attack('old header', 'slots_rolled_back', ['header.json']);
  await attack('old store and header', 'older_than_anchor', ['store.db', 'header.json']);
  const both = await attack('old store, header and anchor', 'opens', ['store.db', 'header.json', 'anchors/anchor.json', 'attempts.json']);
  const fooled = await openSession(both, 'auditor', passwordOf('auditor'));
  const found = await verifySession(fooled, [paper]);
  const onPaper = found.checks.find((c) => c.name === 'paper');
  hold(t, !found.ok && onPaper?.ok === false, 'the printed anchor does not find a vault set back together with its local anchor');
  hold(t, found.checks.every((c) => c.name === 'paper' || c.ok), 'something else than the paper finds it, so the twin says nothing');
  word(t, 'paper');
  lock(fooled);
  const genuine = await openSession(copyOf(dir), 'auditor', passwordOf('auditor'));
  const fine = await verifySession(genuine, [paper]);
  hold(t, fine.ok, `the printed anchor is refused by the genuine vault: ${fine.checks.filter((c) => !c.ok).map((c) => c.name).join(', ')}`);
  lock(genuine);

  // The file of failed sign-ins, removed or set back, is a line in the trail.
  for (const change of ['removed', 'older'] as const) {
    const target = copyOf(dir);
    const before = readFileSync(join(old, 'attempts.json'));
    if (change === 'removed') rmSync(join(target, 'attempts.json'));
    else writeFileSync(join(target, 'attempts.json'), before);
    const again = await enterAs(target);
    const noted = again.vault.db.prepare(`SELECT count(*) FROM audit WHERE entry LIKE '%session.attemptsGone%'`).pluck().get() as number;
    t.runs += 1;
    hold(t, noted > 0, `the file of failed sign-ins is ${change} and the trail does not say so`);
    lock(again);
  }
  return reportOf('FI-08', 'older store, anchor, key slots, sign-in file put back', t, 'store, header and anchor set back together open without a word; only the paper tells');
}

/** The code of what opening throws, for tests of single words. */
export async function codeOfOpening(dir: string, account = 'clerk', password = passwordOf('clerk')): Promise<string> {
  try {
    const s = await openSession(dir, account, password);
    lock(s);
    return 'opens';
  } catch (error) {
    return error instanceof VaultError ? error.code : 'unexpected';
  }
}

export type { Tally };
