import { useLocation, useNavigate, useParams } from 'react-router';
import { places } from '../app/places.ts';
import { useMe } from '../app/session.tsx';
import { Page } from '../ui/Page.tsx';
import { Session } from './counting/Session.tsx';
import { stocktakeFields } from './counting/fields.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { useRecord } from './parts/Subject.tsx';
import './screens.css';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** 清点: the list is frozen, each piece is scanned where it lies, an independent eye confirms the end (P116–P118). */
export function Stocktake() {
  const { no } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const { state } = useLocation() as { state: { said?: string } | null };
  const said = state?.said ?? null;
  const entry = useRecord('stocktakes', no);
  const open = (id: number | string): void => void navigate(places.stocktake(id));
  return (
    <Page title="清点" sentence="名单先定，逐件见物，监督人当场确认">
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      {entry !== null && entry.values['state'] === 'open' ? (
        <Session key={entry.id} entry={entry} onEnded={(sentence) => void navigate(places.stocktake(), { state: { said: sentence } })} />
      ) : (
        <div className="cols">
          <div className="desk-left stack scroll">
            <Recent register="stocktakes" view="open" titleZh="清点中" emptyZh="没有进行中的清点。" limit={8} lineOf={(v) => ({ title: text(v['scopeZh']), detail: `应有 ${text(v['expectedCount'])} 件　监督人${text(v['checker'])}` })} actZh="继续" onAct={open} />
            <Recent register="stocktakes" filter={{ state: 'closed' }} titleZh="已结束" emptyZh="还没有清点过。" limit={6} lineOf={(v) => ({ title: text(v['scopeZh']), detail: `相符 ${text(v['found'])}　不符 ${text(v['misplaced'])}　缺少 ${text(v['missing'])}　多出 ${text(v['unexpected'])}` })} actZh="查看" onAct={(id) => void navigate(places.record('stocktakes', id))} />
          </div>
          <ActForm stacked command="stocktake.open" titleZh="开始清点" verb="开始" postZh="开始清点" fields={stocktakeFields} given={{ counter: me.name }} onPosted={(acted) => { const made = (acted.result as { stocktake?: { id?: number } } | null)?.stocktake?.id; if (made !== undefined) open(made); }} />
        </div>
      )}
    </Page>
  );
}
