import { createHmac, createSecretKey } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { verifyChain } from '#electron/queries/chain.ts';
import { askBooks } from '#electron/queries/ask.ts';
import type { ReadDesk } from '#electron/queries/ask.ts';
import { makeBackup } from '#electron/backup/backup.ts';
import { deskOf } from '#electron/session.ts';
import { checkpoint, openCopy, openStore, vacuumInto } from '#electron/vault/open.ts';
import type { CopyDb, WriteDb } from '#electron/vault/open.ts';
import { statement, trailHead } from '#electron/vault/read.ts';
import { clerk, readers, round, run } from './doorPart.ts';
import { atLeast, atMost, median, showMs, timed, timedAsync, told as toldFigure } from './figure.ts';
import type { Figure } from './figure.ts';
import { recording } from './floor.ts';
import type { Written } from './floor.ts';
import type { Office } from './office.ts';
import { doorOnto, openOther, openPlain } from './stores.ts';
import type { OtherDb, OtherStatement } from './stores.ts';

/** The key of the store, for the bench’s own connections to copies of invented content. */
const keyOf = (office: Office): Buffer => Buffer.from(office.session.vault.keys.db);
const megabytes = (file: string): string => `${Math.round(statSync(file).size / 1_048_576)} MB`;

/** Proving the chain against bare hashing: the same entries read from the same file, one HMAC each, compared with what is stored. */
export function benchChain(office: Office, rounds: number, say: (line: string) => void): Figure {
  say('审计链核验');
  const { db } = office.session.vault;
  const desk = deskOf(office.session);
  const proven: number[] = [];
  const bare: number[] = [];
  let counted = 0;
  for (let n = 0; n < rounds; n++) {
    const done = timed(() => verifyChain(desk));
    if (done.value.findings.length > 0) throw new Error(done.value.findings[0]);
    counted = done.value.counted;
    proven.push(done.ms);
    bare.push(timed(() => {
      const key = createSecretKey(desk.trailKey);
      let good = 0;
      for (const [entry, hash] of db.prepare('SELECT entry, hash FROM audit ORDER BY seq').raw().iterate() as IterableIterator<[string, Buffer]>) if (createHmac('sha256', key).update(entry).digest().equals(hash)) good++;
      if (good !== counted) throw new Error('an entry does not fit its hash');
    }).ms);
  }
  const value = Math.min(...proven);
  const floor = Math.min(...bare);
  return atMost(2, 3, { name: 'chain', titleZh: '审计链核验', value: value / floor, floor, unit: 'x', detail: `${counted} 条，${showMs(value)}，裸散列 ${showMs(floor)}` });
}

/** A proven backup against the bare encrypted copy: VACUUM INTO and a flush. */
export async function benchBackup(office: Office, rounds: number, say: (line: string) => void): Promise<Figure> {
  say('备份');
  const folder = path.join(office.dir, '..', 'backups');
  const bareFile = path.join(office.dir, '..', 'bare.db');
  const proven: number[] = [];
  const bare: number[] = [];
  let size = '';
  for (let n = 0; n < rounds; n++) {
    bare.push(timed(() => { vacuumInto(office.session.vault.db, bareFile); }).ms);
    size = megabytes(bareFile);
    rmSync(bareFile);
    const made = await timedAsync(() => makeBackup(office.session, folder));
    if (!made.value.ok) throw new Error(JSON.stringify(made.value.refusal).slice(0, 400));
    proven.push(made.ms);
    rmSync(path.dirname(made.value.value.file), { recursive: true });
  }
  const value = median(proven);
  const floor = median(bare);
  return atMost(3, 4, { name: 'backup', titleZh: '备份并证明', value: value / floor, floor, unit: 'x', detail: `${size}，${showMs(value)}，裸加密复制 ${showMs(floor)}` });
}

const deskOnto = (office: Office, db: WriteDb): ReadDesk => ({ ...deskOf(office.session), db });

/** A round of the day: every act once, and between them pages, searches and records, as a clerk looks. */
function dayOnto(office: Office, db: WriteDb): (n: number) => number {
  const door = doorOnto(db, office.session.vault.keys.trail, '2027-01-04T01:00:00Z');
  const desk = deskOnto(office, db);
  for (const act of readers) run(door, act);
  const look = (name: string, input: unknown): void => {
    const told = askBooks(desk, clerk, name, input);
    if (!told.ok) throw new Error(`${name}: ${JSON.stringify(told.refusal).slice(0, 300)}`);
  };
  return (n) => timed(() => {
    round(n, (act) => {
      const { made } = run(door, act);
      look('record.list', { register: 'carriers', view: n % 2 === 0 ? 'in' : 'out', limit: 100 });
      look('search', { text: ['水文', '应急预案', '青岭', '欧阳'][n % 4] });
      look('record.get', { register: 'carriers', record: 1 + ((n * 7919) % 2000) });
      return made;
    });
  }).ms;
}

/** The day’s mix on the encrypted store against the same pages in clear text, same statements, same settings. */
export function benchCipher(office: Office, rounds: number, say: (line: string) => void): Figure {
  say('加密与明文');
  const folder = path.join(office.dir, '..', 'twins');
  mkdirSync(folder, { recursive: true });
  const key = keyOf(office);
  const files = { cipher: path.join(folder, 'cipher.db'), plain: path.join(folder, 'plain.db') };
  for (const file of [files.cipher, files.plain]) vacuumInto(office.session.vault.db, file);
  const cipherDb = openStore(files.cipher, Buffer.from(key));
  const plainDb = openPlain(cipherDb, files.plain, key);
  const [onCipher, onPlain] = [dayOnto(office, cipherDb), dayOnto(office, plainDb)];
  const measured: [number, number][] = [];
  for (let n = 0; n < rounds + 3; n++) {
    const pair: [number, number] = n % 2 === 0 ? [onCipher(n), onPlain(n)] : (() => { const plain = onPlain(n); return [onCipher(n), plain]; })();
    if (n >= 3) measured.push(pair);
  }
  const same = trailHead(cipherDb)?.hash.equals(trailHead(plainDb)?.hash ?? Buffer.alloc(0));
  if (same !== true) throw new Error('the twins did not do the same work');
  cipherDb.close();
  plainDb.close();
  rmSync(folder, { recursive: true });
  const value = median(measured.map(([c]) => c));
  const floor = median(measured.map(([, p]) => p));
  return atMost(1.2, 1.4, { name: 'cipher', titleZh: '加密库与明文库，一日办理', value: value / floor, floor, unit: 'x', detail: `一轮 10 次办理、30 次查看：${showMs(value)}，明文 ${showMs(floor)}，轮数 ${rounds}` });
}

/** The reads that a round of the day makes, as the door and the queries asked them, with what was bound. */
function readsOfTheDay(office: Office, rounds: number): Written[] {
  const file = path.join(office.dir, '..', 'reads.db');
  vacuumInto(office.session.vault.db, file);
  const db = openStore(file, keyOf(office));
  const noted = recording(db, 'reads');
  const once = dayOnto(office, noted.db);
  once(0);
  noted.taken();
  for (let n = 1; n <= rounds; n++) once(n);
  db.close();
  rmSync(file);
  // What the connection itself is asked is no work; what was bound by name the other binding would want otherwise.
  return noted.taken().filter((r) => !/^\s*PRAGMA/i.test(r.sql) && r.bound.every((b) => typeof b !== 'object' || b === null));
}

function ours(db: CopyDb, work: readonly Written[]): number {
  for (const { sql } of work) statement(db, sql);
  return timed(() => {
    for (const { sql, call, bound } of work) statement(db, sql)[call](...bound);
  }).ms;
}

async function theirs(db: OtherDb, work: readonly Written[]): Promise<number> {
  const known = new Map<string, OtherStatement>();
  for (const { sql } of work) if (!known.has(sql)) known.set(sql, db.prepare(sql));
  const once = ({ sql, call, bound }: Written): Promise<void> => new Promise((resolve, reject) => {
    const done = (error: Error | null): void => { if (error === null) resolve(); else reject(error); };
    const prepared = known.get(sql);
    if (call === 'all') prepared?.all([...bound], done);
    else prepared?.get([...bound], done);
  });
  const { ms } = await timedAsync(async () => {
    for (const read of work) await once(read);
  });
  for (const prepared of known.values()) prepared.finalize();
  return ms;
}

/** Reads of the same work through genuine SQLCipher’s Node binding: same file, same SQL, prepared once, one after the other. */
export async function benchOther(office: Office, rounds: number, say: (line: string) => void): Promise<Figure[]> {
  say('与 @journeyapps/sqlcipher 相比');
  const file = path.join(office.dir, '..', 'copy.db');
  const key = keyOf(office);
  checkpoint(office.session.vault.db);
  vacuumInto(office.session.vault.db, file);
  const other = await openOther(file, key);
  if (other === null) {
    rmSync(file);
    say('  没有编译 @journeyapps/sqlcipher，略去');
    return [];
  }
  const work = readsOfTheDay(office, 3);
  const searches = work.filter((r) => r.sql.includes(' MATCH '));
  const mine = openCopy(file, Buffer.from(key));
  const figures: Figure[] = [];
  const compare = async (name: string, titleZh: string, list: readonly Written[], judged: boolean): Promise<void> => {
    if (list.length === 0) return;
    const [a, b]: [number[], number[]] = [[], []];
    for (let n = 0; n < rounds * 3; n++) {
      a.push(ours(mine, list));
      b.push(await theirs(other, list));
    }
    // Some milliseconds each: the best of the rounds is the one that nothing else on the machine disturbed.
    const [value, floor] = [Math.min(...b), Math.min(...a)];
    const figure = { name, titleZh, value: value / floor, floor, unit: 'x' as const, detail: `${list.length} 次读取：${showMs(floor)}，@journeyapps/sqlcipher ${showMs(value)}` };
    figures.push(judged ? atLeast(10, figure) : toldFigure(figure));
  };
  await compare('secondReader', '读取快几倍：一日办理的全部读取', work, true);
  await compare('secondReader.one', '读取快几倍：其中取一行', work.filter((r) => r.call === 'get'), false);
  await compare('secondReader.many', '读取快几倍：其中取多行', work.filter((r) => r.call === 'all' && !r.sql.includes(' MATCH ')), false);
  await compare('secondReader.search', '读取快几倍：其中查找', searches, false);
  mine.close();
  await new Promise<void>((resolve) => { other.close(resolve); });
  rmSync(file);
  return figures;
}
