import { useCallback, useState } from 'react';
import type { Level } from '#shared/levels.ts';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';
import { ScanBox } from '../../ui/ScanBox.tsx';
import type { Scan } from '../../ui/ScanBox.tsx';
import { scannedCarrier } from '../desk/resolve.ts';
import { ActForm } from '../parts/ActForm.tsx';
import type { ActField } from '../parts/fields.ts';
import { blockOf, useVerdicts } from './useVerdicts.ts';

const fields: readonly ActField[] = [
  { name: 'reason', labelZh: '销毁原因', kind: 'line', required: true, span: 12 },
  { name: 'method', labelZh: '销毁方式', kind: 'choice', of: registers.destructions.fields.method.of, initial: 'pulp', required: true },
  { name: 'place', labelZh: '销毁地点', kind: 'choice', of: { ...registers.destructions.fields.place.of, scrap_sale: '废品收购', other: '其他' }, initial: 'authority_facility', required: true },
  { name: 'placeName', labelZh: '承销单位或设备编号', kind: 'line' },
  { name: 'issuerLeave', labelZh: '制发机关同意文号', kind: 'docNumber', hintZh: '须清退件经制发机关同意销毁时填写。' },
  { name: 'certificate', labelZh: '承销单位资质证书号', kind: 'line', when: (t) => t['place'] === 'designated_unit' },
  { name: 'certificateUntil', labelZh: '资质有效期至', kind: 'day', when: (t) => t['place'] === 'designated_unit' },
  { name: 'agreement', labelZh: '保密协议号', kind: 'line', when: (t) => t['place'] === 'designated_unit' },
];
const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** 造册: by scanner or by number; what is blocked stays visible with its reason and is left out of the list. */
export function Builder({ onPosted }: Readonly<{ /** The batch that was made. */ onPosted: (batch?: number) => void }>) {
  const [items, setItems] = useState<readonly Entry[]>([]);
  const [last, setLast] = useState<{ text: string; good: boolean } | undefined>();
  const verdicts = useVerdicts(items.map((i) => i.id));
  const free = items.filter((i) => blockOf(verdicts.get(i.id)) === null);

  const add = useCallback(async (scan: Scan) => {
    const found = await scannedCarrier(scan);
    if ('sentence' in found) return setLast({ text: found.sentence, good: false });
    const { entry } = found;
    setItems((was) => {
      const again = was.some((i) => i.id === entry.id);
      setLast({ text: again ? `已扫过 ${entry.number ?? ''}，不重复计数。请扫下一件。` : `${entry.number ?? ''}　${text(entry.values['title'])}`, good: true });
      return again ? was : [...was, entry];
    });
  }, []);
  const kinds = new Map<string, number>();
  for (const i of free) kinds.set(text(i.values['carrierKind']), (kinds.get(text(i.values['carrierKind'])) ?? 0) + 1);
  const kindZh = registers.carriers.fields.carrierKind.of;

  return (
    <div className="cols">
      <Pane title="列入清册的载体" grow end={`可列入 ${free.length} 件${items.length > free.length ? `，不得列入 ${items.length - free.length} 件` : ''}`}>
        <div className="pad"><ScanBox prompt="逐件扫码，或输编号尾数" onScan={(s) => void add(s)} last={last} /></div>
        <ul className="lines scroll">
          {items.map((i) => {
            const verdict = verdicts.get(i.id);
            const block = blockOf(verdict);
            const deny = block !== null;
            return (
              <li key={i.id} className={deny ? 'blocked' : ''}>
                <span className={deny ? 'n' : verdict === undefined ? 'mut' : 'y'} aria-hidden="true">{deny ? '✕' : verdict === undefined ? '○' : '✔'}</span>
                <div className="grow">
                  <p className="one"><b>{i.number}</b>　{text(i.values['title'])}</p>
                  <p className="small sec one"><LevelMark level={(i.values['level'] ?? null) as Level | null} period={text(i.values['secrecyPeriod']) || null} />　{kindZh[text(i.values['carrierKind']) as keyof typeof kindZh] ?? ''}　{text(i.values['custodian'])}</p>
                  {deny ? <p className="small bad">{block}</p> : null}
                </div>
                <button type="button" className="link nw" onClick={() => setItems(items.filter((o) => o.id !== i.id))}>移出</button>
              </li>
            );
          })}
        </ul>
        <p className="pad small sec">{free.length === 0 ? '造册后送审，批准后出库清点，再由两名监销人到场销毁。' : `合计：${[...kinds].map(([k, n]) => `${kindZh[k as keyof typeof kindZh] ?? '其他'} ${n} 件`).join('，')}。`}</p>
      </Pane>
      <div className="side wider stack">
        {free.length === 0 ? <section className="card pad mut">扫入载体后填写原因、方式和地点。</section> : (
          <ActForm stacked quiet command="carrier.destroy.propose" titleZh="造册" verb="造册" postZh={`造册 ${free.length} 件`} fields={fields} fixed={{ carriers: free.map((f) => f.id) }} onPosted={(acted) => { setItems([]); onPosted((acted.result as { destruction?: { id?: number } } | null)?.destruction?.id); }} />
        )}
      </div>
    </div>
  );
}
