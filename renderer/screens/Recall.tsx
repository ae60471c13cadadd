import { useNavigate, useParams } from 'react-router';
import { places } from '../app/places.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useClock } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { dayOf } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { recallCloseFields, recallFields } from './counting/fields.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Facts, useRecord } from './parts/Subject.tsx';
import './screens.css';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** 清退收缴: what is called in, what became of each piece, and its end with a word about what did not come (P112–P114). */
export function Recall() {
  const { no } = useParams();
  const navigate = useNavigate();
  const dialogs = useDialogs();
  const year = dayOf(useClock()).slice(0, 4);
  const entry = useRecord('recalls', no);
  const slip = (): void => dialogs.print({ form: 'recallSheet', filter: { recall: entry?.id ?? 0 }, titleZh: `清退登记单 ${entry?.number ?? ''}` });
  useKeys([{ key: 'F8', label: '打印登记单', when: entry !== null, run: slip }]);
  return (
    <Page title="清退收缴" sentence="制发机关要收回的一律退还，不得自行销毁" actions={entry === null ? undefined : <><Act onClick={() => void navigate(places.recall())}>新的清退</Act><Act kbd="F8" onClick={slip}>打印登记单</Act></>}>
      <div className="cols">
        <div className="desk-left stack scroll">
          <Recent register="recalls" view="open" titleZh="未办结" emptyZh="没有未办结的清退。" limit={8} lineOf={(v) => ({ title: text(v['title']), detail: `应清退 ${text(v['itemCount'])} 件　期限 ${text(v['dueOn'])}` })} actZh="办理" onAct={(id) => void navigate(places.recall(id))} />
          {entry === null ? null : (
            <>
              <Pane title={`${entry.number ?? ''}　${text(entry.values['title'])}`}>
                <div className="pad"><Facts rows={[['制发机关', text(entry.values['issuer'])], ['通知文号', text(entry.values['noticeNumber'])], ['期限', text(entry.values['dueOn'])], ['应清退', `${text(entry.values['itemCount'])} 件`]]} /></div>
              </Pane>
              <Recent register="carriers" view="held" filter={{ recall: entry.id }} titleZh="还在册" emptyZh="都已清退、归档或销毁。" limit={50} lineOf={(v) => ({ title: text(v['title']), detail: `${text(v['holderName']) || text(v['custodian'])}　${text(v['place'])}` })} actZh="清退" onAct={(id) => void navigate(`${places.record('carriers', id)}?act=carrier.returnToIssuer`)} />
            </>
          )}
        </div>
        {entry === null || entry.values['state'] !== 'open' ? (
          <ActForm key="open" stacked command="recall.open" titleZh="开始清退" verb="开始" postZh="开始清退" fields={recallFields} given={{ title: `${year} 年年终清退`, year, dueOn: `${year}-12-31` }} onPosted={(acted) => { const id = (acted.result as { recall?: { id?: number } } | null)?.recall?.id; if (id !== undefined) void navigate(places.recall(id)); }} />
        ) : (
          <ActForm key={`close ${entry.id}`} stacked command="recall.close" titleZh="办结清退" verb="办结" postZh="办结清退" fields={recallCloseFields} fixed={{ recall: entry.id }} onPosted={() => void navigate(places.recall())} />
        )}
      </div>
    </Page>
  );
}
