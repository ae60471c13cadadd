import { useRef, useState } from 'react';
import type { Entry } from '../../app/answers.ts';
import { useDo } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { Sentence } from '../parts/Sentence.tsx';

/** 同意 or 不同意, with the opinion as it will stand on the form. Nobody decides on an own request. */
export function Decide({ request, onDone }: Readonly<{ request: Entry; onDone: (zh: string) => void }>) {
  const me = useMe();
  const { run, busy, refusal } = useDo();
  const [opinion, setOpinion] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const own = request.values['requester'] === me.account;
  const closed = request.state !== 'pending';
  const notNow = own ? '申请人不得审批自己的申请。' : closed ? '这张审批单已有结果。' : undefined;
  const decide = async (verdict: 'approved' | 'refused'): Promise<void> => {
    if (notNow !== undefined || busy) return;
    if (verdict === 'refused' && opinion.trim() === '') {
      box.current?.focus();
      return;
    }
    const answer = await run('approval.decide', { request: request.id, verdict, ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }) });
    if (answer.ok) onDone(`${request.number ?? ''} ${verdict === 'approved' ? '已同意' : '不同意'}`);
  };
  useKeys([
    { key: 'Ctrl+S Ctrl+Enter', label: '同意', when: notNow === undefined, run: () => void decide('approved') },
    { key: 'Ctrl+D', label: '不同意', when: notNow === undefined, run: () => void decide('refused') },
  ]);
  return (
    <Pane title="审批意见" end={own ? '申请人不得审批' : ''}>
      <div className="pad stack">
        <FormRow label="意见" hint="不同意须写明理由。">
          <textarea ref={box} className="inp area" rows={3} value={opinion} disabled={notNow !== undefined} onChange={(e) => setOpinion(e.target.value)} />
        </FormRow>
        <Sentence refusal={refusal} />
        <div className="bt">
          <Act tone="primary" kbd="Ctrl+S" busy={busy} notNow={notNow} onClick={() => void decide('approved')}>同意</Act>
          <Act tone="danger" kbd="Ctrl+D" busy={busy} notNow={notNow ?? (opinion.trim() === '' ? '不同意须先写明理由。' : undefined)} onClick={() => void decide('refused')}>不同意</Act>
        </div>
        {notNow === undefined ? null : <p className="sec">{notNow}</p>}
      </div>
    </Pane>
  );
}
