import type { RecordOf } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import type { ReadDb } from '../vault/open.ts';
import { recordsWhere } from '../vault/read.ts';

/** So much of a note of the case; the newest holders matter most, so the beginning is cut. */
const MOST = 3900;

/**
 * Who had the item in hand and who read it, oldest first, for the case (P163): keepers, loans, circulations, notebooks, readings.
 * In: the carrier. Out: lines of text, at most what a note holds.
 */
export function courseOf(db: ReadDb, c: RecordOf<'carriers'>): string {
  const day = (at: string | null): string => (at === null ? '日期不详' : dayOf(at));
  const lines: { at: string; text: string }[] = [];
  for (const l of recordsWhere(db, 'loans', { carrier: c.id })) lines.push({ at: l.lentAt ?? '', text: `${day(l.lentAt)} 借给${l.borrowerName ?? '不详'}${l.returnedAt === null ? '，没有归还记录' : `，${dayOf(l.returnedAt)} 归还`}` });
  for (const s of recordsWhere(db, 'circulationSteps', { carrier: c.id })) if (s.outAt !== null) lines.push({ at: s.outAt, text: `${day(s.outAt)} 传阅给${s.readerName ?? '不详'}${s.backAt === null ? '，没有退还记录' : `，${dayOf(s.backAt)} 退还`}` });
  for (const n of recordsWhere(db, 'notebooks', { carrier: c.id })) lines.push({ at: n.issuedAt ?? '', text: `${day(n.issuedAt)} 由${n.holderName ?? '不详'}领用${n.returnedAt === null ? '，没有交回记录' : `，${dayOf(n.returnedAt)} 交回`}` });
  for (const r of recordsWhere(db, 'readings', { carrier: c.id })) if (r.state !== 'withdrawn') lines.push({ at: r.startedAt ?? '', text: `${day(r.startedAt)} ${r.readerName ?? '不详'}知悉` });
  lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const head = `责任人 ${c.custodian ?? '不详'}，原存 ${c.home ?? '不详'}，最后持有人 ${c.holderName ?? c.custodian ?? '不详'}。`;
  const tail = lines.length === 0 ? '没有经手和知悉记录。' : `${lines.map((l) => l.text).join('；')}。`;
  return tail.length <= MOST - head.length ? head + tail : `${head}（前略）${tail.slice(tail.length - (MOST - head.length - 4))}`;
}
