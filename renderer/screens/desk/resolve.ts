import type { SearchHit } from '../../app/answers.ts';
import { ask } from '../../app/api.ts';
import type { Scan } from '../../ui/ScanBox.tsx';

export type Found = Readonly<{ kind: 'carrier' | 'person' | 'approval'; hit: SearchHit }>;

const kinds: Readonly<Record<string, Found['kind']>> = { carriers: 'carrier', persons: 'person', approvals: 'approval' };

/** The number on a label as people read it. Book 1 carries carriers; other books are found by the same year and serial. */
export const labelNumber = (label: NonNullable<Scan['label']>): string => `ZT-${label.year}-${String(label.serial).padStart(5, '0')}`;

/**
 * What was scanned or typed: number, number tail, title, name. Out: everything it may mean, the exact number alone when there is
 * one. Throws `Refused` as every question does.
 */
export async function resolveScan(scan: Scan): Promise<Found[]> {
  const text = scan.label === null ? scan.text : labelNumber(scan.label);
  const { groups } = await ask('search', { text, limit: 8 });
  const all = groups.flatMap((g) => g.hits).flatMap((hit): Found[] => {
    const kind = kinds[hit.register];
    return kind === undefined ? [] : [{ kind, hit }];
  });
  const unique = all.filter((f, i) => all.findIndex((o) => o.kind === f.kind && o.hit.id === f.hit.id) === i);
  const exact = unique.filter((f) => f.hit.number === text.toUpperCase() || (f.kind === 'person' && f.hit.titleZh === text));
  if (exact.length > 0) return exact;
  // The tail of a carrier's number names that carrier, also when other books have a number with the same tail.
  const tail = /^\d{3,5}$/.test(text) ? unique.filter((f) => f.kind === 'carrier' && (f.hit.number ?? '').endsWith(text)) : [];
  return tail.length === 1 ? tail : unique;
}
