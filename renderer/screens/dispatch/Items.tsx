import { useCallback, useState } from 'react';
import type { Level } from '#shared/levels.ts';
import type { Entry } from '../../app/answers.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';
import { ScanBox } from '../../ui/ScanBox.tsx';
import type { Scan } from '../../ui/ScanBox.tsx';
import { scannedCarrier } from '../desk/resolve.ts';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** The carriers that go together, one scan after the other; each once. */
export function Items({ items, onChange }: Readonly<{ items: readonly Entry[]; onChange: (items: readonly Entry[]) => void }>) {
  const [last, setLast] = useState<{ text: string; good: boolean } | undefined>();
  const add = useCallback(async (scan: Scan) => {
    const found = await scannedCarrier(scan);
    if ('sentence' in found) return setLast({ text: found.sentence, good: false });
    const { entry } = found;
    const again = items.some((i) => i.id === entry.id);
    setLast({ text: again ? `已扫过 ${entry.number ?? ''}，不重复计数。请扫下一件。` : `${entry.number ?? ''}　${text(entry.values['title'])}`, good: true });
    if (!again) onChange([...items, entry]);
  }, [items, onChange]);
  return (
    <Pane title="载体" end={`${items.length} 件`}>
      <div className="pad"><ScanBox prompt="逐件扫码，或输编号尾数" onScan={(s) => void add(s)} last={last} /></div>
      <ul className="lines scroll">
        {items.map((i) => (
          <li key={i.id}>
            <div className="grow">
              <p className="one"><b>{i.number}</b>　{text(i.values['title'])}</p>
              <p className="small sec one"><LevelMark level={(i.values['level'] ?? null) as Level | null} period={text(i.values['secrecyPeriod']) || null} />　{text(i.values['docNumber'])}　{text(i.values['copySerial'])}</p>
            </div>
            <button type="button" className="link nw" onClick={() => onChange(items.filter((o) => o.id !== i.id))}>移出</button>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
