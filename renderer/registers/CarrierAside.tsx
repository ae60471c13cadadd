import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Outcome } from '#shared/decision.ts';
import type { Entry } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { Key } from '../ui/Key.tsx';
import { Pane } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { placeOfAct } from './acts.ts';

const glyph: Readonly<Record<Outcome, readonly [string, string, string]>> = { allow: ['✔', 'y', '可办'], warn: ['▲', 'w', '须说明'], needs_second_person: ['◎', 'w', '须第二人'], needs_approval: ['◇', 'w', '须审批'], deny: ['✕', 'n', '不得'] };

/** What may be done stands above what may not, whose reasons are long; among equals the order of the work stays. */
const possibleFirst = <A extends { outcome: Outcome }>(acts: readonly A[]): readonly A[] => [...acts.filter((a) => a.outcome !== 'deny'), ...acts.filter((a) => a.outcome === 'deny')];

/** Right of a carrier: what the rules say may be done now, and who is within the access scope. */
export function CarrierAside({ entry }: Readonly<{ entry: Entry }>) {
  const go = useNavigate();
  const clerk = useMay('clerk');
  const acts = useAsk('carrier.acts', { carrier: entry.id });
  const known = useAsk('carrier.knowers', { carrier: entry.id });
  const scope = Array.isArray(entry.values['accessScope']) ? (entry.values['accessScope'] as readonly string[]) : [];
  const box = useRef<HTMLElement>(null);
  const walk = (by: -1 | 0 | 1): void => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('button.a') ?? [])];
    const at = all.findIndex((b) => b === document.activeElement);
    all[by === 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  // The list stands at the end of the page: without a key of its own it is some twenty presses away.
  useKeys([{ key: 'F4', label: '可办事项', when: clerk, run: () => walk(0) }]);
  useKeys([{ key: 'ArrowUp ArrowDown', label: '选', when: clerk, run: (e) => walk(e.key === 'ArrowDown' ? 1 : -1) }], { within: box });
  const names = new Set(known.data?.map((k) => k.name));
  const yet = scope.filter((n) => !names.has(n));
  return (
    <aside className="acts stack" ref={box} aria-label="可办事项与知悉范围">
      <Pane title="可办事项" end={clerk ? 'F4　↑↓ 选，Enter 办' : '按规则即时判定'}>
        {possibleFirst(acts.data ?? []).map((a) => {
          const [sign, tone, word] = glyph[a.outcome];
          const to = clerk ? placeOfAct(a, entry.number ?? entry.id) : null;
          const inside = (
            <>
              <span className={`v ${tone}`} aria-hidden="true">{sign}</span>
              <span><p>{a.titleZh}<span className="sr">，{word}</span></p>{a.reasonZh === undefined || a.reasonZh === '' ? null : <p>{a.reasonZh}</p>}</span>
              {a.key === undefined ? null : <Key name={a.key} />}
            </>
          );
          return to === null ? <div key={a.command} className="a">{inside}</div> : <button key={a.command} type="button" className="a" onClick={() => void go(to)}>{inside}</button>;
        })}
        {acts.data?.length === 0 ? <p className="empty mut">本件已结，没有可办事项。</p> : null}
      </Pane>
      <Pane title="知悉范围" end={scope.length === 0 ? '未列到人' : `${scope.length} 人，已知悉 ${known.data?.length ?? 0} 人`}>
        <div className="know">
          {scope.length === 0 ? <p>{typeof entry.values['scopeUnit'] === 'string' ? entry.values['scopeUnit'] : '没有列出知悉范围。'}</p> : null}
          {names.size === 0 ? null : <p><b>已知悉</b>　{[...names].join('、')}</p>}
          {yet.length === 0 ? null : <p><b>未知悉</b>　{yet.join('、')}</p>}
        </div>
      </Pane>
    </aside>
  );
}
