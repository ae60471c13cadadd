import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { places } from '../app/places.ts';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { Batch, BatchFacts } from './destruction/Batch.tsx';
import { Builder } from './destruction/Builder.tsx';
import { Recent } from './parts/Recent.tsx';
import { useRecord } from './parts/Subject.tsx';
import './screens.css';

/** 销毁清退: the list is made, approved, counted out, destroyed before two supervisors, and counted again. */
export function Destruction() {
  const { no } = useParams();
  const navigate = useNavigate();
  const asked = useRecord('destructions', no);
  const [building, setBuilding] = useState(false);
  const start = (): void => {
    setBuilding(true);
    void navigate(places.destruction());
  };
  useKeys([{ key: 'Ctrl+N', label: '新造清册', run: start }]);
  const builds = building || (no !== undefined && no === 'new');
  return (
    <Page title="销毁清退" sentence="造册、审批、出库清点、两人监销、签字" actions={<Act kbd="Ctrl+N" tone={asked === null && !builds ? 'primary' : 'plain'} onClick={start}>新造清册</Act>}>
      {builds && (no === undefined || no === 'new') ? <Builder onPosted={(id) => { setBuilding(false); void navigate(places.destruction(id)); }} /> : (
        <div className="cols">
          <div className="desk-left stack scroll">
            <Recent
              register="destructions"
              view="all"
              titleZh="销毁批次"
              emptyZh="还没有销毁批次。按 Ctrl+N 造册。"
              lineOf={(v) => ({ title: `${String(v['itemCount'] ?? '')} 件`, detail: String(v['reason'] ?? '') })}
              actZh="打开"
              onAct={(id) => {
                setBuilding(false);
                void navigate(places.destruction(id));
              }}
            />
            {asked === null ? null : <BatchFacts batch={asked} />}
            <p className="hint">清退请在“借还”的其他办理中选。</p>
          </div>
          {asked === null ? <section className="card grow pad mut">请在左边打开一批，或按 Ctrl+N 新造清册。</section> : <Batch key={`${asked.id} ${asked.revision} ${asked.state ?? ''}`} batch={asked} onDone={() => undefined} />}
        </div>
      )}
    </Page>
  );
}
