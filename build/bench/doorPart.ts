import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Actor } from '#shared/roles.ts';
import { enter } from '#electron/commands/door.ts';
import type { Door } from '#electron/commands/door.ts';
import { trailHead } from '#electron/vault/read.ts';
import { fillBooks } from './books.ts';
import { atMost, median, showMs, timed } from './figure.ts';
import type { Figure } from './figure.ts';
import { recording, replay } from './floor.ts';
import { doorOnto, newStore, twin } from './stores.ts';
import { docNumberOf, issuerOf, mixed, placeOf, titleOf } from './words.ts';

export const clerk: Actor = { account: 'clerk', name: '欧阳笺', roles: ['clerk'] };
export const approver: Actor = { account: 'leader', name: '闻人录', roles: ['approver'] };

/** One act of the day: who, which command, and its input. */
export type Act = Readonly<{ actor: Actor; name: CommandName; input: unknown }>;
/** What an act gave, as the next one needs it. */
type Given = (name: CommandName) => { id: number; number: string };

const paper = (n: number): Record<string, unknown> => ({ title: titleOf(n), level: 'confidential', period: { years: 10 }, accessScope: ['沐书简'], issuer: issuerOf(n), docNumber: docNumberOf(n), pages: 12, custodian: '欧阳笺', place: placeOf(n), cabinetKind: 'code_cabinet' });

/** A round of everyday acts on one new carrier: the clerk enters, lends with approval, takes back, lets read, moves, corrects, looks. */
export const day: readonly ((n: number, given: Given) => Act)[] = [
  (n) => ({ actor: clerk, name: 'carrier.enter', input: { ...paper(n), copySerial: `K${n}`, source: 'received' } }),
  (n) => ({ actor: clerk, name: 'carrier.receive', input: { ...paper(n + 500_000), copies: 2, copySerials: [`S${n}`, `T${n}`], expectedCopies: 2, channel: 'confidential_transport', signedBy: '欧阳笺', counted: true } }),
  (_n, given) => ({ actor: clerk, name: 'approval.request', input: { command: 'carrier.lend', input: { carrier: given('carrier.enter').id, borrower: '沐书简', reason: '编制方案' }, reason: '工作需要' } }),
  (_n, given) => ({ actor: approver, name: 'approval.decide', input: { request: given('approval.request').id, verdict: 'approved' } }),
  (_n, given) => ({ actor: clerk, name: 'carrier.lend', input: { carrier: given('carrier.enter').id, borrower: '沐书简', reason: '编制方案', approval: given('approval.request').id } }),
  (_n, given) => ({ actor: clerk, name: 'carrier.giveBack', input: { carrier: given('carrier.enter').id, pagesChecked: true, intact: true } }),
  (n, given) => ({ actor: clerk, name: 'carrier.place', input: { carrier: given('carrier.enter').id, place: placeOf(n + 3), cabinetKind: 'code_cabinet' } }),
  (_n, given) => ({ actor: clerk, name: 'record.view', input: { register: 'carriers', record: given('carrier.enter').id } }),
  (n, given) => ({ actor: clerk, name: 'knowledge.record', input: { carrier: given('carrier.enter').id, readers: ['沐书简'], how: 'meeting', place: '阅文室', purpose: `第 ${n} 次会商` } }),
  (n, given) => ({ actor: clerk, name: 'carrier.correct', input: { carrier: given('carrier.enter').id, revision: 5, set: { pages: 20 + (n % 50) }, reason: '清点后更正页数' } }),
];

const reader = { name: '沐书简', department: '规划科', post: '规划岗', personnelClass: 'important', employment: 'staff', status: 'on_post', screenedOn: '2026-03-01', screeningResult: 'passed', trainedOn: '2026-05-10', undertakingOn: '2026-03-05' };
export const readers: readonly Act[] = [{ actor: clerk, name: 'person.register', input: reader }];

/** Runs one act and demands that it is done; the bench measures work, not refusals. Out: what it took, and what it made. */
export function run(door: Door, act: Act): { ms: number; made: { id: number; number: string } } {
  const { ms, value } = timed(() => enter(door, act.actor, act.name, act.input));
  if (!value.ok) throw new Error(`${act.name}: ${JSON.stringify(value.refusal).slice(0, 600)}`);
  return { ms, made: firstOf(value.value.result) };
}

function firstOf(result: unknown): { id: number; number: string } {
  for (const value of Object.values((result ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'object' && value !== null && 'id' in value) return value as { id: number; number: string };
  }
  return { id: 0, number: '' };
}

/** Every act of a round in order; what each made is at hand for the next. */
export function round(n: number, each: (act: Act) => { id: number; number: string }): void {
  const made = new Map<string, { id: number; number: string }>();
  for (const next of day) {
    const act = next(n, (name) => made.get(name) ?? { id: 0, number: '' });
    made.set(act.name, each(act));
  }
}

/**
 * The door against the bare durable insert of the same bytes. Three stores of equal content: one lets the door run and writes down
 * each row, the second replays the rows bare (floor), the third lets the door run (measured). Interleaved, medians; at the end both chains must be equal.
 */
export function benchDoor(dir: string, o: { carriers: number; rounds: number }, say: (line: string) => void): Figure[] {
  say('门：每个办理事项与裸写同样字节相比');
  const trailKey = randomBytes(32);
  const first = newStore(path.join(dir, 'door-record.db'));
  fillBooks(doorOnto(first.db, trailKey, '2026-11-19T00:00:00Z'), { carriers: o.carriers, entries: o.carriers * 3, persons: 50, from: '2025-01-02T01:00:00Z', until: '2026-11-19T00:00:00Z' }, () => undefined);
  first.db.pragma('wal_checkpoint(TRUNCATE)');
  first.db.close();
  const stores = [twin(first, path.join(dir, 'door-floor.db')), twin(first, path.join(dir, 'door-done.db')), twin(first, path.join(dir, 'door-noted.db'))] as const;
  const [floorStore, doneStore, notedStore] = stores;
  // This one is not measured; it need not wait for the disk.
  notedStore.db.pragma('synchronous=OFF');
  const noted = recording(notedStore.db);
  const start = '2026-11-20T01:00:00Z';
  const notedDoor = doorOnto(noted.db, trailKey, start);
  const door = doorOnto(doneStore.db, trailKey, start);
  const bare = replay(floorStore.db);
  const doneMs = new Map<CommandName, number[]>();
  const bareMs = new Map<CommandName, number[]>();
  const keep = (into: Map<CommandName, number[]>, name: CommandName, ms: number): void => void (into.get(name) ?? into.set(name, []).get(name))?.push(ms);

  const both = (act: Act, order: number, measured: boolean): { id: number; number: string } => {
    run(notedDoor, act);
    const rows = noted.taken();
    const floor = (): number => timed(() => { bare(rows); }).ms;
    const before = order % 2 === 0 ? floor() : null;
    const { ms, made } = run(door, act);
    const bareTook = before ?? floor();
    if (measured) {
      keep(doneMs, act.name, ms);
      keep(bareMs, act.name, bareTook);
    }
    return made;
  };
  for (const act of readers) both(act, 0, false);
  const warm = Math.max(2, Math.ceil(o.rounds / 8));
  for (let n = 0; n < o.rounds + warm; n++) round(n, (act) => both(act, mixed(n, act.name.length), n >= warm));
  const heads = [doneStore, floorStore].map((s) => trailHead(s.db)?.hash.toString('hex'));
  if (heads[0] !== heads[1]) throw new Error('the floor did not write what the door wrote');
  const figures: Figure[] = [];
  let sumDone = 0;
  let sumBare = 0;
  let sumOwn = 0;
  for (const [name, list] of doneMs) {
    const value = median(list);
    const floor = median(bareMs.get(name) ?? []);
    sumDone += value;
    sumBare += floor;
    sumOwn += value - floor;
    figures.push(atMost(1.25, 1.6, { name: `door.${name}`, titleZh: `办理：${commands[name].titleZh}`, value: value / floor, floor, unit: 'x', detail: `${showMs(value)}，裸写 ${showMs(floor)}，次数 ${list.length}` }));
  }
  figures.unshift(atMost(1.25, 1.6, { name: 'door', titleZh: '办理：全部事项', value: sumDone / sumBare, floor: sumBare, unit: 'x', detail: `中位数之和 ${showMs(sumDone)}，裸写 ${showMs(sumBare)}，每事项门自身 ${showMs(sumOwn / figures.length)}，两库链首相同` }));
  for (const s of [floorStore, doneStore, notedStore]) {
    s.db.close();
    rmSync(s.file, { force: true });
  }
  rmSync(first.file, { force: true });
  return figures;
}
