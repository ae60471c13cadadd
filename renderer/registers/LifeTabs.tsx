import { useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import type { LifeEntry } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { Sentence } from '../screens/parts/Sentence.tsx';
import { shortMoment } from '../ui/days.ts';
import { LifeLine } from '../ui/LifeLine.tsx';

type Props = Readonly<{ carrier: number | null; life: readonly LifeEntry[] | undefined; refusal: Refusal | null; today: string; expected?: Readonly<{ when: string; node: string; titleZh: string; detailZh?: string }> | undefined }>;

const signatures: Readonly<Record<string, string>> = { pending: '待签名', own_password: '本人口令确认', ink: '纸面签名' };

/** 生命线, 知悉人, 更正: the three views of what happened. */
export function LifeTabs({ carrier, life, refusal, today, expected }: Props) {
  const [tab, setTab] = useState<'life' | 'known' | 'fix'>('life');
  const known = useAsk('carrier.knowers', { carrier: carrier ?? 1 }, { enabled: carrier !== null });
  const fixes = life?.filter((e) => e.kind === 'corrected') ?? [];
  const tabs = [['life', '生命线', null], ...(carrier === null ? [] : [['known', '知悉人', known.data?.length ?? 0]]), ['fix', '更正', fixes.length]] as const;
  return (
    <section className="card life" data-pane tabIndex={-1} aria-label="经过">
      <header>
        <div className="seg" role="group" aria-label="看哪一面">
          {tabs.map(([key, zh, n]) => <button key={key} type="button" aria-pressed={tab === key} onClick={() => setTab(key as typeof tab)}>{zh}{n === null ? null : <b>{n}</b>}</button>)}
        </div>
        <span className="end">新的在上　·　F6 换区</span>
      </header>
      <Sentence refusal={refusal} />
      {tab === 'life' ? <LifeLine life={life ?? []} today={today} expected={expected} /> : null}
      {tab === 'fix' ? (fixes.length === 0 ? <p className="empty">没有更正过。</p> : <LifeLine life={fixes} today={today} />) : null}
      {tab === 'known' ? (
        <div className="scroll" tabIndex={0} role="region" aria-label="知悉人">
          {known.data?.length === 0 ? <p className="empty">还没有人知悉本件。机密级以上须逐人登记，依据《保守国家秘密法实施条例》（2024）第二十条（P061）。</p> : (
            <table className="plain-table">
              <thead><tr><th>姓名</th><th>方式</th><th>首次知悉</th><th className="r">次数</th><th>范围</th><th>签名</th></tr></thead>
              <tbody>
                {known.data?.map((k) => (
                  <tr key={k.name + String(k.personId)}><td>{k.name}</td><td>{k.how}</td><td>{shortMoment(k.firstAt, today)}</td><td className="r">{k.times}</td><td>{k.inScope ? '✔ 范围内' : <span className="n">▲ 范围外</span>}</td><td>{k.signature === null ? '—' : (signatures[k.signature] ?? k.signature)}</td></tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ) : null}
    </section>
  );
}
