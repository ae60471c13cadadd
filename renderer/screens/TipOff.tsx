import { useNavigate } from 'react-router';
import { places } from '../app/places.ts';
import { useMay } from '../app/session.tsx';
import { Page } from '../ui/Page.tsx';
import { tipOffFields } from './ending/fields.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import './screens.css';

/** 举报: who sees others breach the rules stops it, then tells it; only the security administrator reads it (P156). */
export function TipOff() {
  const navigate = useNavigate();
  const reads = useMay('security_administrator');
  return (
    <Page title="举报" sentence="发现违规先制止，再报告；只有安全保密管理员能看">
      <div className="cols">
        {reads ? (
          <div className="desk-left stack scroll">
            <Recent register="tipOffs" view="new" titleZh="待处理" emptyZh="没有待处理的举报。" lineOf={(v) => ({ title: String(v['about'] ?? ''), detail: v['stopped'] === 1 ? '已当场制止' : '没有制止' })} actZh="处理" onAct={(id) => void navigate(`${places.record('tipOffs', id)}?act=tipOff.handle`)} />
          </div>
        ) : null}
        <ActForm stacked command="tipOff.record" titleZh="举报一件" verb="报告" postZh="登记举报" fields={tipOffFields} />
      </div>
    </Page>
  );
}
