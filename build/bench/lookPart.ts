import type { RegisterKey } from '#shared/registers/index.ts';
import { note } from '#electron/commands/door.ts';
import { askBooks } from '#electron/queries/ask.ts';
import { deskOf, doorOf } from '#electron/session.ts';
import { checkSession } from '#electron/verification.ts';
import { atMost, median, quantile, showMs, timed, timedAsync } from './figure.ts';
import type { Figure } from './figure.ts';
import type { Office } from './office.ts';

type List = Readonly<{ titleZh: string; input: Record<string, unknown> }>;
const lists: readonly List[] = [
  { titleZh: '在册', input: { register: 'carriers', view: 'held' } }, { titleZh: '在库', input: { register: 'carriers', view: 'in' } }, { titleZh: '在外', input: { register: 'carriers', view: 'out' } }, { titleZh: '超期', input: { register: 'carriers', view: 'overdue' } },
  { titleZh: '期限将满', input: { register: 'carriers', view: 'ending' } }, { titleZh: '已结', input: { register: 'carriers', view: 'closed' } }, { titleZh: '全部', input: { register: 'carriers' } }, { titleZh: '全部，正序', input: { register: 'carriers', descending: false } },
  { titleZh: '按接收日期', input: { register: 'carriers', view: 'held', sort: 'receivedOn' } }, { titleZh: '按应还日期', input: { register: 'carriers', view: 'out', sort: 'dueOn', descending: false } }, { titleZh: '机密在库', input: { register: 'carriers', view: 'in', filter: { level: 'secret' } } },
  { titleZh: '某日接收', input: { register: 'carriers', filter: { receivedOn: { from: '2026-10-08', to: '2026-10-09' } } } }, { titleZh: '阅读', input: { register: 'readings' } }, { titleZh: '借阅在外', input: { register: 'loans', view: 'out' } }, { titleZh: '借阅全部', input: { register: 'loans', view: 'all' } }, { titleZh: '人员', input: { register: 'persons', view: 'present' } },
];

const words: Readonly<Record<string, readonly string[]>> = {
  一字: ['水', '图', '纪', '岭', '鼍'], 二字: ['水文', '青岭', '欧阳', '防火', '鼍鼓', '函〔'], 四字: ['应急预案', '防汛抗旱', '档案库房', '示厅函〔', '二〇二五', '鼍鼓逢逢'], 无结果: ['魑魅魍魉', '无此文件名', 'zzqxq', '鼍'],
};

function asker(office: Office): (name: string, input: unknown) => { ms: number; value: unknown } {
  const { session } = office;
  const desk = deskOf(session);
  return (name, input) => {
    const { ms, value } = timed(() => askBooks(desk, session.me, name, input));
    if (!value.ok) throw new Error(`${name}: ${JSON.stringify(value.refusal).slice(0, 300)}`);
    return { ms, value: value.value };
  };
}

/** What was worked out before is void after every entry; the clerk's own looks are entries, so each measured look comes after one. */
const stir = (office: Office): void => void note(doorOf(office.session), 'clerk', 'session.lock', null);

/** The median of three looks at the same thing: what another program did to the machine in between is no figure of ours. */
const thrice = (look: () => { ms: number; value: unknown }, before: () => void): { ms: number; value: unknown } => {
  const looks = [0, 1, 2].map(() => {
    before();
    return look();
  });
  return { ms: median(looks.map((l) => l.ms)), value: looks[0]?.value };
};

/** Pages of registers, searches and the first screen over full books. Floor of a page: the same hundred rows by bare SQL. */
export function benchLooks(office: Office, rounds: number, say: (line: string) => void): Figure[] {
  say('看：台账翻页、查找、今日');
  const ask = asker(office);
  const { db } = office.session.vault;
  const pages = new Map<string, number[]>();
  const bare: number[] = [];
  const sql = db.prepare('SELECT * FROM carriers WHERE id < ? ORDER BY id DESC LIMIT 100');
  const size = (ask('record.list', { register: 'carriers', limit: 1 }).value as { total: number }).total;
  const first: { titleZh: string; ms: number }[] = [];
  for (const l of lists) first.push({ titleZh: l.titleZh, ms: ask('record.list', { ...l.input, limit: 100 }).ms });
  for (let n = 0; n < rounds; n++) {
    for (const l of lists) {
      const { ms, value } = thrice(() => ask('record.list', { ...l.input, limit: 100, counts: n % 4 === 0 }), () => { stir(office); });
      (pages.get(l.titleZh) ?? pages.set(l.titleZh, []).get(l.titleZh))?.push(ms);
      const { cursor } = value as { cursor?: string };
      if (cursor !== undefined) pages.get(l.titleZh)?.push(thrice(() => ask('record.list', { ...l.input, limit: 100, cursor, total: false }), () => undefined).ms);
      bare.push(thrice(() => timed(() => sql.all(size - ((n * 977) % Math.max(1, size - 200)))), () => undefined).ms);
    }
  }
  const every = [...pages.values()].flat();
  const slowest = [...pages].map(([titleZh, ms]) => ({ titleZh, ms: quantile(ms, 0.95) })).sort((a, b) => b.ms - a.ms)[0];
  const coldest = first.sort((a, b) => b.ms - a.ms)[0];
  const figures: Figure[] = [
    atMost(5, 10, { name: 'list.page', titleZh: `台账一页 100 行，p95`, value: quantile(every, 0.95), floor: quantile(bare, 0.95), unit: 'ms', detail: `${size} 件载体，中位 ${showMs(median(every))}，裸 SQL p95 ${showMs(quantile(bare, 0.95))}，最慢“${slowest?.titleZh}”${showMs(slowest?.ms ?? 0)}，打开后头一次最慢“${coldest?.titleZh}”${showMs(coldest?.ms ?? 0)}` }),
  ];

  for (const [kind, texts] of Object.entries(words)) {
    const box: number[] = [];
    const list: number[] = [];
    for (let n = 0; n < rounds; n++) {
      for (const text of texts) {
        box.push(thrice(() => ask('search', { text }), () => undefined).ms);
        list.push(thrice(() => ask('record.list', { register: 'carriers' satisfies RegisterKey, search: text, limit: 100 }), () => { stir(office); }).ms);
      }
    }
    const all = [...box, ...list];
    const name = { 一字: 'one', 二字: 'two', 四字: 'four', 无结果: 'none' }[kind] ?? kind;
    figures.push(atMost(20, 30, { name: `search.${name}`, titleZh: `查找，${kind}，p95`, value: quantile(all, 0.95), floor: null, unit: 'ms', detail: `查找框 p95 ${showMs(quantile(box, 0.95))}，台账内查找 p95 ${showMs(quantile(list, 0.95))}，次数 ${all.length}` }));
  }

  const opening = ask('today', {}).ms;
  const today: number[] = [];
  for (let n = 0; n < rounds * 2; n++) {
    today.push(thrice(() => ask('today', {}), () => { stir(office); }).ms);
  }
  figures.push(atMost(50, 50, { name: 'today', titleZh: '今日，p95', value: quantile(today, 0.95), floor: null, unit: 'ms', detail: `中位 ${showMs(median(today))}，打开后头一次 ${showMs(opening)}` }));
  return figures;
}

/** The whole-ledger check over full books, told line by line as the window hears it. A stop waits at most one stretch between two tellings. */
export async function benchCheck(office: Office, say: (line: string) => void): Promise<Figure> {
  say('全面核查');
  const stretches: number[] = [];
  let from = performance.now();
  const { ms, value } = await timedAsync(() =>
    checkSession(office.session, {}, {
      progress: () => {
        const now = performance.now();
        stretches.push(now - from);
        from = now;
      },
    }));
  if (!value.ok) throw new Error(value.refusal.messageZh);
  const { counted } = value.value;
  return atMost(30_000, 30_000, { name: 'check', titleZh: '全面核查，全部规则', value: ms, floor: null, unit: 'ms', detail: `${counted.lines} 行，${counted.rules} 条规则，报进度 ${stretches.length} 次，最长相隔 ${showMs(Math.max(0, ...stretches))}` });
}
