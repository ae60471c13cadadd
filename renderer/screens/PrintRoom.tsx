import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { places } from '../app/places.ts';
import { useMe } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { useRecord } from './parts/Subject.tsx';
import { requestFields } from './printRoom/fields.ts';
import { Run } from './printRoom/Run.tsx';
import './screens.css';

/** 印制: approved with its exact count, made, every copy entered, the waste destroyed, the original filed. */
export function PrintRoom() {
  const { no } = useParams();
  const me = useMe();
  const navigate = useNavigate();
  const asked = useRecord('productions', no);
  const [asking, setAsking] = useState(false);
  const start = (): void => {
    setAsking(true);
    void navigate(places.printRoom());
  };
  useKeys([{ key: 'Ctrl+N', label: '新登记印制', run: start }]);
  const writes = no === undefined && asking;
  return (
    <Page title="印制" sentence="先批准、后印制，印成的每一份都入台账" actions={<Act kbd="Ctrl+N" tone={asked === null && !writes ? 'primary' : 'plain'} onClick={start}>新登记印制</Act>}>
      {writes ? <ActForm command="production.request" titleZh="印制登记" verb="送印" postZh="登记印制" fields={requestFields} given={{ operator: me.name }} seed={(typed) => ({ titleZh: typed['title'] ?? '' })} /> : (
        <div className="cols">
          <div className="desk-left stack scroll">
            <Recent
              register="productions"
              view="open"
              titleZh="未办结的印制"
              emptyZh="没有未办结的印制。按 Ctrl+N 登记。"
              lineOf={(v) => ({ title: String(v['title'] ?? ''), detail: `${String(v['copiesMade'] ?? v['copiesApproved'] ?? '')} 份　${String(v['drafter'] ?? '')}` })}
              actZh="打开"
              onAct={(id) => {
                setAsking(false);
                void navigate(places.printRoom(id));
              }}
            />
          </div>
          {asked === null ? (
            <section className="card grow pad mut">请在左边打开一次印制，或按 Ctrl+N 新登记。</section>
          ) : (
            <Run key={`${asked.id} ${asked.revision}`} run={asked} />
          )}
        </div>
      )}
    </Page>
  );
}
