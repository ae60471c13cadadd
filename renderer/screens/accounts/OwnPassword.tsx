import { useRef, useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import { answerOf } from '../../app/api.ts';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { useFieldWalk } from '../parts/useFieldWalk.ts';

/** 修改本人口令: only the own key slot changes, nothing is encrypted anew. The words leave this component with the call. */
export function OwnPassword() {
  const form = useRef<HTMLDivElement>(null);
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState(false);
  const notNow = old === '' || next === '' ? '请输入原口令和新口令。' : next !== again ? '两次新口令不一致。' : undefined;
  const post = async (): Promise<void> => {
    if (notNow !== undefined || busy) return;
    setBusy(true);
    const answer = await answerOf(window.shoumi.session('changePassword', { oldPassword: old, newPassword: next }));
    setBusy(false);
    setOld('');
    setNext('');
    setAgain('');
    setRefusal(answer.ok ? null : answer.refusal);
    setDone(answer.ok);
  };
  useFieldWalk(form, { onPost: () => void post(), postZh: '修改口令' });
  const box = (name: string, value: string, set: (t: string) => void) => <input className="inp" type="password" data-field={name} autoComplete="off" value={value} onChange={(e) => set(e.target.value)} />;
  return (
    <Pane title="修改本人口令">
      <div className="pad stack" ref={form} data-form>
        {done ? <p className="notice good" role="status">✔ 口令已修改，下次登录使用新口令。</p> : null}
        <FormRow label="原口令">{box('old', old, setOld)}</FormRow>
        <FormRow label="新口令" hint="至少 10 位，含大写、小写、数字和符号；绝密级终端至少 12 位。">{box('next', next, setNext)}</FormRow>
        <FormRow label="再输一次">{box('again', again, setAgain)}</FormRow>
        <Sentence refusal={refusal} />
        <div><Act busy={busy} notNow={notNow} onClick={() => void post()}>修改口令</Act></div>
      </div>
    </Pane>
  );
}
