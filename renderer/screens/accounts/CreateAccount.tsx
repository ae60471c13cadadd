import { useRef, useState } from 'react';
import { roleConflicts, roles, roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { useDo } from '../../app/api.ts';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { useFieldWalk } from '../parts/useFieldWalk.ts';

/** 建立账户: forbidden combinations show as one ticks; the account works only after the security administrator has confirmed it. */
export function CreateAccount({ onDone }: Readonly<{ onDone: (zh: string) => void }>) {
  const form = useRef<HTMLDivElement>(null);
  const { run, busy, refusal } = useDo();
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const [held, setHeld] = useState<readonly Role[]>([]);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [appointment, setAppointment] = useState('');
  const conflicts = roleConflicts(held);
  const issues = new Map(refusal?.kind === 'invalid' ? refusal.issues.map((i) => [i.path.split('.')[0] ?? '', i.messageZh]) : []);
  const notNow = account.trim() === '' || name.trim() === '' || held.length === 0 || password === '' ? '账户、姓名、角色和口令须填写。' : conflicts[0] ?? (password !== again ? '两次口令不一致。' : undefined);
  const post = async (): Promise<void> => {
    if (notNow !== undefined || busy) return;
    const answer = await run('account.create', { account: account.trim(), name: name.trim(), roles: [...held], password, ...(appointment.trim() === '' ? {} : { appointment: appointment.trim() }) });
    setPassword('');
    setAgain('');
    if (!answer.ok) return;
    onDone(`账户 ${account.trim()} 已建立，待安全保密管理员确认后可用`);
    setAccount('');
    setName('');
    setHeld([]);
    setAppointment('');
  };
  useFieldWalk(form, { onPost: () => void post(), postZh: '建立账户' });
  return (
    <Pane title="建立账户">
      <div className="pad stack" ref={form} data-form>
        <FormRow label="账户" required error={issues.get('account')}><input className="inp" data-field="account" autoComplete="off" value={account} onChange={(e) => setAccount(e.target.value)} /></FormRow>
        <FormRow label="姓名" required error={issues.get('name')}><input className="inp" data-field="name" autoComplete="off" value={name} onChange={(e) => setName(e.target.value)} /></FormRow>
        <fieldset className="ticks">
          <legend className="lab">角色</legend>
          {roles.map((r) => (
            <label key={r} className="tick"><input type="checkbox" checked={held.includes(r)} onChange={(e) => setHeld(e.target.checked ? [...held, r] : held.filter((h) => h !== r))} /> {roleZh[r]}</label>
          ))}
        </fieldset>
        {conflicts.map((c) => <p key={c} className="notice bad" role="alert">✕ {c}，依据《保守国家秘密法实施条例》（2024）第三十四条（规则 P411）。请另选一人。</p>)}
        <FormRow label="任命文号"><input className="inp" data-field="appointment" autoComplete="off" value={appointment} onChange={(e) => setAppointment(e.target.value)} /></FormRow>
        <FormRow label="口令（由本人输入，其他人请回避）" required error={issues.get('password')}><input className="inp" type="password" data-field="password" autoComplete="new-password" value={password} onChange={(e) => setPassword(e.target.value)} /></FormRow>
        <FormRow label="再输一次" required><input className="inp" type="password" data-field="again" autoComplete="new-password" value={again} onChange={(e) => setAgain(e.target.value)} /></FormRow>
        <Sentence refusal={refusal} />
        <div><Act tone="primary" kbd="Ctrl+S" busy={busy} notNow={notNow} onClick={() => void post()}>建立账户</Act></div>
      </div>
    </Pane>
  );
}
