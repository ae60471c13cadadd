import { useState } from 'react';
import { useDo } from '../../app/api.ts';
import type { Second } from '../../app/api.ts';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { SecondPerson } from '../../ui/SecondPerson.tsx';
import { Sentence } from '../parts/Sentence.tsx';

/** After the clock ran backwards or leapt: the system administrator and a second officer say that it is right now (P155, P414). */
export function ClockConfirm() {
  const { run, busy, refusal, acted } = useDo();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const confirm = async (second: Second): Promise<void> => {
    if (!(await run('clock.confirm', { reason: reason.trim() }, second)).ok) return;
    setAsking(false);
    setReason('');
  };
  return (
    <Pane title="确认时钟" end="两人办理">
      <div className="pad stack" data-form>
        {acted === null ? null : <p className="notice good" role="status">✔ 时钟已确认，可以继续登记。</p>}
        <FormRow label="确认时钟的原因" hint="时钟倒走或跳变后登记会停下。先核对标准时间、调准系统时钟，再由两人确认。"><input className="inp" data-field="reason" value={reason} onChange={(e) => setReason(e.target.value)} /></FormRow>
        <Sentence refusal={asking ? null : refusal} />
        <div><Act busy={busy} notNow={reason.trim() === '' ? '请填写原因。' : undefined} onClick={() => setAsking(true)}>请第二人确认…</Act></div>
      </div>
      {asking ? <SecondPerson actZh="确认本机时钟" reasonZh="须安全保密管理员或安全审计员在场，防止一人改动登记时间。" busy={busy} refusalZh={refusal?.messageZh} onDone={(second) => void confirm(second)} onCancel={() => setAsking(false)} /> : null}
    </Pane>
  );
}
