import { useNavigate } from 'react-router';
import { registers } from '#shared/registers/index.ts';
import { useAsk } from '../app/api.ts';
import { places } from '../app/places.ts';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Pane } from '../ui/Page.tsx';
import { StateWord } from '../ui/StateWord.tsx';

const states: Readonly<Record<string, string>> = registers.carriers.fields.state.of;

/** Right of a person: what he came to know, by level, and what is still in his hands (P070). */
export function PersonAside({ person }: Readonly<{ person: number }>) {
  const go = useNavigate();
  const known = useAsk('person.knowledge', { person });
  const totals = known.data?.totals ?? [];
  const held = known.data?.held ?? [];
  return (
    <aside className="acts stack" aria-label="知悉汇总与持有">
      <Pane title="知悉汇总" end="供确定脱密期">
        {totals.length === 0 ? <p className="empty mut">还没有知悉登记。</p> : (
          <table className="plain-table">
            <thead><tr><th scope="col">密级</th><th scope="col" className="r">件数</th><th scope="col" className="r">次数</th><th scope="col">起止</th></tr></thead>
            <tbody>{totals.map((t) => <tr key={t.levelZh}><td>{t.levelZh}</td><td className="r">{t.items}</td><td className="r">{t.times}</td><td>{t.firstOn === t.lastOn ? t.firstOn : <>{t.firstOn}<br />{t.lastOn}</>}</td></tr>)}</tbody>
          </table>
        )}
      </Pane>
      <Pane title="手中载体" end={`${held.length} 件`}>
        {held.length === 0 ? <p className="empty mut">手中没有载体。</p> : (
          <ul className="lines">
            {held.map((h) => (
              <li key={h.id}><div className="grow"><p className="one"><button type="button" className="link" onClick={() => void go(places.record('carriers', h.id))}>{h.number ?? h.id}</button>　{h.title}</p><p className="one small sec">{h.level === null ? null : <><LevelMark level={h.level} />　</>}<StateWord state={h.state} word={states[h.state] ?? h.state} /></p></div></li>
            ))}
          </ul>
        )}
      </Pane>
    </aside>
  );
}
