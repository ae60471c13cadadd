import { numberOfLabel } from '#shared/labels.ts';
import type { Entry, SearchHit } from '../../app/answers.ts';
import { ask, Refused } from '../../app/api.ts';
import type { Scan } from '../../ui/ScanBox.tsx';

/** `loan`: the carrier that is out on it; `dealing`: something with a screen of its own. */
export type Found = Readonly<{ kind: 'carrier' | 'person' | 'approval' | 'loan' | 'dealing'; hit: SearchHit }>;

const kinds: Readonly<Record<string, Found['kind']>> = { carriers: 'carrier', persons: 'person', approvals: 'approval' };
/** What only its own bar code means here: a name that happens to stand in such a line is not meant. */
const byLabel: Readonly<Record<string, Found['kind']>> = { ...kinds, loans: 'loan', archiveUses: 'dealing', trips: 'dealing', circulations: 'dealing', consignments: 'dealing', destructions: 'dealing' };

/**
 * What was scanned or typed: number, number tail, title, name. Out: everything it may mean, the exact number alone when there is
 * one. Throws `Refused` as every question does.
 */
export async function resolveScan(scan: Scan): Promise<Found[]> {
  const number = scan.label === null ? null : numberOfLabel(scan.label);
  const text = number ?? scan.text;
  const { groups } = await ask('search', { text, limit: 8 });
  const all = groups.flatMap((g) => g.hits).flatMap((hit): Found[] => {
    const kind = (number === null ? kinds : byLabel)[hit.register];
    return kind === undefined ? [] : [{ kind, hit }];
  });
  const unique = all.filter((f, i) => all.findIndex((o) => o.hit.register === f.hit.register && o.hit.id === f.hit.id) === i);
  const exact = unique.filter((f) => f.hit.number === text.toUpperCase() || (f.kind === 'person' && f.hit.titleZh === text));
  if (exact.length > 0) return exact;
  // The tail of a carrier's number names that carrier, also when other books have a number with the same tail.
  const tail = /^\d{3,5}$/.test(text) ? unique.filter((f) => f.kind === 'carrier' && (f.hit.number ?? '').endsWith(text)) : [];
  return tail.length === 1 ? tail : unique;
}

/** So many numbers are named when a scan means more than one carrier. */
const NAMED = 3;

/** The one carrier that a scan or a typed tail means, or what the clerk does next. For lists that take carriers one after the other. */
export async function scannedCarrier(scan: Scan): Promise<{ entry: Entry } | { sentence: string }> {
  try {
    const found = (await resolveScan(scan)).filter((f) => f.kind === 'carrier');
    const only = found[0];
    if (only === undefined) return { sentence: `没有找到“${scan.text}”。请试编号尾数三位以上，或题名、拼音首字母。` };
    if (found.length > 1) return { sentence: `“${scan.text}”不止一件：${found.slice(0, NAMED).map((f) => f.hit.number ?? f.hit.titleZh).join('、')}${found.length > NAMED ? ' 等' : ''}。请多输几位，或输入完整编号。` };
    const entry = await ask('record.get', { register: 'carriers', record: only.hit.id });
    return entry === null ? { sentence: `没有找到“${scan.text}”。请再扫一次。` } : { entry };
  } catch (e) {
    return { sentence: e instanceof Refused ? e.message : '没有查到。请再扫一次。' };
  }
}
