import { useState } from 'react';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import { useAsk, useDo } from '../../app/api.ts';
import { useClock } from '../../app/session.tsx';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { dayOf, shortMoment } from '../../ui/days.ts';
import { Sentence } from '../parts/Sentence.tsx';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** What was imported before; a batch can be withdrawn while none of its records was touched. */
export function Batches() {
  const today = dayOf(useClock());
  const list = useAsk('record.list', { register: 'imports', limit: 50 });
  const { run, busy, refusal } = useDo();
  const [picked, setPicked] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const withdraw = async (id: number): Promise<void> => {
    if ((await run('import.withdraw', { batch: id, reason: reason.trim() })).ok) {
      setPicked(null);
      setReason('');
    }
  };
  return (
    <Pane title="导入批次" end={`${list.data?.total ?? 0} 批`}>
      <ul className="lines">
        {(list.data?.entries ?? []).map((e) => {
          const register = text(e.values['register']);
          return (
            <li key={e.id} className="wrap-line">
              <div className="grow">
                <p className="one"><b>{e.number}</b>　{text(e.values['fileName'])}</p>
                <p className="small sec one"><StateWord state={e.state} word={e.state === 'withdrawn' ? '已撤销' : '已导入'} />　{isRegisterKey(register) ? registerOf(register).title : register}　登记 {text(e.values['accepted'])}　存疑 {text(e.values['doubtful'])}　退回 {text(e.values['rejected'])}　{text(e.values['importedAt']) === '' ? '' : shortMoment(text(e.values['importedAt']), today)}</p>
              </div>
              {e.state === 'withdrawn' ? null : picked === e.id ? (
                <div className="withdraw" data-form>
                  <FormRow label="撤销原因" required><input className="inp" data-field="reason" value={reason} onChange={(x) => setReason(x.target.value)} /></FormRow>
                  <Act small tone="danger" busy={busy} notNow={reason.trim() === '' ? '请填写撤销原因。' : undefined} onClick={() => void withdraw(e.id)}>撤销这一批</Act>
                </div>
              ) : <Act small onClick={() => setPicked(e.id)}>撤销…</Act>}
            </li>
          );
        })}
      </ul>
      {list.data?.total === 0 ? <p className="pad mut">还没有导入过台账。</p> : null}
      <div className="pad"><p className="hint">整批撤销只在其中各条都没有再办理过时可以；撤销的登记仍留存，状态为已撤销。</p><Sentence refusal={refusal} /></div>
    </Pane>
  );
}
