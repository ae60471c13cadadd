import { useState } from 'react';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { Act } from '../../ui/Act.tsx';
import { Pane } from '../../ui/Page.tsx';
import { Seg } from '../../ui/Seg.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { Steps } from '../desk/Steps.tsx';
import { ActForm } from '../parts/ActForm.tsx';
import type { ActField } from '../parts/fields.ts';
import { Facts } from '../parts/Subject.tsx';
import { destroyFields } from '../ending/fields.ts';

const cancel: readonly ActField[] = [{ name: 'reason', labelZh: '撤销原因', kind: 'line', required: true, span: 12 }];
const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

const tallyOf = (value: unknown): Readonly<Record<string, number>> | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, number>>) : null);

/** What the batch is: beside its form, so that the form has the room. */
export function BatchFacts({ batch }: Readonly<{ batch: Entry }>) {
  const v = batch.values;
  const d = registers.destructions.fields;
  const witnesses = [text(v['witness1']), text(v['witness2'])].filter((w) => w !== '').join('、');
  return (
    <Pane title={`清册 ${batch.number ?? ''}`} end={`${text(v['itemCount'])} 件`}>
      <div className="pad">
        <Facts rows={[['原因', text(v['reason'])], ['方式', d.method.of[text(v['method']) as keyof typeof d.method.of]], ['地点', `${d.place.of[text(v['place']) as keyof typeof d.place.of] ?? ''}　${text(v['placeName'])}`], ['造册', text(v['proposedOn'])], ['批准人', text(v['approvedBy'])], ...(witnesses === '' ? [] : [['监销人', witnesses] as const])]} />
      </div>
    </Pane>
  );
}

/** One batch: list, approval, count before, execution before two supervisors, count after. Three counts must agree. */
export function Batch({ batch, onDone }: Readonly<{ batch: Entry; onDone: () => void }>) {
  const [mode, setMode] = useState<'execute' | 'cancel'>('execute');
  const dialogs = useDialogs();
  const v = batch.values;
  const print = (): void => dialogs.print({ form: 'destruction', record: batch.id, filter: { destruction: batch.id }, titleZh: `销毁清册 ${batch.number ?? ''}` });
  const open = batch.state === 'proposed';
  const approved = text(v['approvedBy']) !== '';
  const done = batch.state === 'destroyed';
  const certificate = (): void => dialogs.print({ form: 'destructionCertificate', filter: { destruction: batch.id }, titleZh: `销毁证明 ${batch.number ?? ''}` });
  useKeys([{ key: 'F8', label: '打印清册', run: print }, { key: 'F7', label: '打印销毁证明', when: done, run: certificate }]);
  return (
    <div className="stack grow min0">
      <Steps
        steps={[
          { zh: '造册', wordZh: '', state: 'done' },
          { zh: '审批', wordZh: '', state: approved || !open ? 'done' : 'now' },
          { zh: '出库清点', wordZh: '', state: open ? (approved ? 'now' : 'open') : 'done' },
          { zh: '监销', wordZh: '', state: batch.state === 'destroyed' ? 'done' : 'open' },
          { zh: batch.state === 'cancelled' ? '已撤销' : '销毁', wordZh: '', state: batch.state === 'destroyed' ? 'done' : batch.state === 'cancelled' ? 'stop' : 'open' },
        ]}
      />
      <div className="bt">
        {open ? <Seg label="办理" items={[{ key: 'execute', zh: '执行销毁' }, { key: 'cancel', zh: '撤销造册' }]} value={mode} onChange={setMode} /> : null}
        {done ? <Act kbd="F7" tone="primary" onClick={certificate}>打印销毁证明</Act> : null}
        <Act kbd="F8" onClick={print}>打印清册</Act>
      </div>
      {done ? <p className="notice good" role="status">✔ 已销毁 {text(v['itemCount'])} 件，出库清点 {text(v['countBefore'])} 件，销毁清点 {text(v['countAfter'])} 件。请打印销毁证明，监销人签字后归档。</p> : null}
      {open ? (
        mode === 'execute' ? (
          <ActForm key="execute" stacked command="carrier.destroy.execute" titleZh="执行销毁" verb="销毁" postZh="登记销毁" fields={destroyFields(tallyOf(v['tally']), v['place'] !== 'own_equipment')} fixed={{ destruction: batch.id }} onPosted={onDone} />
        ) : (
          <ActForm key="cancel" stacked command="carrier.destroy.cancel" titleZh="撤销造册" verb="撤销" postZh="撤销造册" fields={cancel} fixed={{ destruction: batch.id }} onPosted={onDone} />
        )
      ) : null}
    </div>
  );
}
