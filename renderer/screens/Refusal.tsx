import { useNavigate } from 'react-router';
import { places } from '../app/places.ts';
import { useMe } from '../app/session.tsx';
import { Page } from '../ui/Page.tsx';
import { refusalFields } from './circulation/holding.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import './screens.css';

/** 拒绝办理: who was asked for something against the rules and said no is protected by the entry (P057). */
export function Refusal() {
  const me = useMe();
  const navigate = useNavigate();
  return (
    <Page title="拒绝办理登记" sentence="对违反规定的要求可以拒绝；照实登记，向上报告">
      <div className="cols">
        <div className="desk-left stack scroll">
          <Recent
            register="refusals" view="open" titleZh="尚未报告" emptyZh="没有尚未报告的。" lineOf={(v) => ({ title: String(v['asked'] ?? ''), detail: `${String(v['askedBy'] ?? '')}　拒绝人${String(v['refusedBy'] ?? '')}` })} actZh="报告"
            onAct={(id) => void navigate(`${places.record('refusals', id)}?act=refusal.reported`)}
          />
        </div>
        <ActForm stacked command="refusal.record" titleZh="登记一件" verb="登记" postZh="登记拒绝办理" fields={refusalFields} given={{ refusedBy: me.name }} />
      </div>
    </Page>
  );
}
