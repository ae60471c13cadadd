import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../app/answers.ts';
import { useClock } from '../app/session.tsx';
import { Page } from '../ui/Page.tsx';
import { dayOf } from '../ui/days.ts';
import { CarrierPane } from './desk/CarrierPane.tsx';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField } from './parts/fields.ts';
import { Recent } from './parts/Recent.tsx';
import { Subject, useRecord } from './parts/Subject.tsx';
import './screens.css';

const fields: readonly ActField[] = [
  { name: 'kind', labelZh: '方式', kind: 'choice', of: registers.copies.fields.kind.of, initial: 'copy', required: true, span: 4 },
  { name: 'quantity', labelZh: '份数', kind: 'count', initial: '1', required: true, span: 2 },
  { name: 'pages', labelZh: '页数', kind: 'count', span: 2 },
  { name: 'operator', labelZh: '复制人', kind: 'line', suggest: 'person' },
  { name: 'reason', labelZh: '事由', kind: 'line', span: 8 },
  { name: 'machine', labelZh: '复印设备', kind: 'line', suggest: 'computer' },
  { name: 'place', labelZh: '复制地点', kind: 'line', suggest: 'room' },
  { name: 'stamped', labelZh: '已加盖复制戳记', kind: 'flag' },
  { name: 'wasteSheets', labelZh: '废页数', kind: 'count', initial: '0' },
  { name: 'originatorConsent', labelZh: '原定密机关同意文号', kind: 'docNumber' },
  { name: 'custodian', labelZh: '复制件责任人', kind: 'line', suggest: 'custodian' },
  { name: 'storedAt', labelZh: '复制件存放', kind: 'line', suggest: 'place' },
  { name: 'returnBy', labelZh: '应收回日期', kind: 'day' },
];

/** 复制、摘抄: the copies become carriers of their own, with level, scope and 份号 of the mother. */
export function Copy() {
  const [search] = useSearchParams();
  const today = dayOf(useClock());
  const asked = useRecord('carriers', search.get('carrier'));
  const [picked, setPicked] = useState<Entry | null>(null);
  const carrier = picked ?? asked;
  return (
    <Page title="复制摘抄" sentence="每份复制件自成一件载体，视同原件管理">
      <div className="cols">
        <div className="desk-left stack scroll">
          <Subject register="carriers" titleZh="母件" hintZh="编号、编号尾数或题名" suggest="title" onPick={setPicked} />
          {carrier === null ? null : <CarrierPane carrier={carrier} today={today} more={0} />}
          <Recent register="copies" titleZh="最近复制" emptyZh="还没有复制登记。" limit={6} lineOf={(v) => ({ title: `${String(v['carrierNumber'] ?? '')}　${String(v['quantity'] ?? '')} 份`, detail: String(v['title'] ?? '') })} />
        </div>
        {carrier === null ? (
          <section className="card grow pad mut">请先选定母件。选定后填写份数和事由，即时显示能否复制、由谁批准。</section>
        ) : (
          <ActForm key={carrier.id} stacked command="carrier.copy" titleZh="复制" verb="复制" postZh="登记复制" fields={fields} fixed={{ carrier: carrier.id }} seed={() => ({ carrier: carrier.number ?? carrier.id })} onInstead={() => setPicked(null)} insteadZh="换一件" />
        )}
      </div>
    </Page>
  );
}
