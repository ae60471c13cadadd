import { Input } from 'antd';
import { useState } from 'react';
import type { Second } from '../app/api.ts';
import { Act } from './Act.tsx';
import { Dialog } from './Dialog.tsx';
import { FormRow } from './FormRow.tsx';
import { useKeys } from './useKeys.ts';

export type SecondPersonProps = Readonly<{
  /** What is about to be done: 销毁 XH-2026-003. */
  actZh: string;
  /** Why two are needed, with the clause. */
  reasonZh: string;
  /** The refusal of the last try, kept in the dialog. */
  refusalZh?: string | undefined;
  busy?: boolean;
  onDone: (second: Second) => void;
  onCancel: () => void;
}>;

/** The second person types account and password on the spot. The password lives in this dialog only. */
export function SecondPerson({ actZh, reasonZh, refusalZh, busy = false, onDone, onCancel }: SecondPersonProps) {
  return (
    <Dialog title="需第二人在场" onClose={onCancel}>
      <SecondForm {...{ actZh, reasonZh, refusalZh, busy, onDone, onCancel }} />
    </Dialog>
  );
}

function SecondForm({ actZh, reasonZh, refusalZh, busy = false, onDone, onCancel }: SecondPersonProps) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const ready = account.trim() !== '' && password !== '';
  const send = (): void => {
    if (!ready || busy) return;
    onDone({ account: account.trim(), password });
    setPassword('');
  };
  useKeys([{ key: 'Ctrl+S Ctrl+Enter', label: '确认', when: ready, run: send }]);
  return (
    <div className="stack second">
      <p>{actZh}。{reasonZh}</p>
      <p className="sec small">请在场的第二人本人输入账户和口令，其他人请回避。</p>
      <FormRow label="第二人账户" required>
        <Input autoFocus value={account} autoComplete="off" onChange={(e) => setAccount(e.target.value)} />
      </FormRow>
      <FormRow label="口令" required error={refusalZh}>
        <Input.Password value={password} autoComplete="off" visibilityToggle={false} onChange={(e) => setPassword(e.target.value)} onPressEnter={send} />
      </FormRow>
      <div className="foot-acts">
        <Act tone="primary" kbd="Ctrl+S" onClick={send} busy={busy} notNow={ready ? undefined : '请先输入第二人的账户和口令'}>确认在场</Act>
        <Act kbd="Escape" onClick={onCancel}>不办了</Act>
      </div>
    </div>
  );
}
