import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import type { SessionState } from '#shared/session.ts';
import { answerOf } from '../app/api.ts';
import { Broken } from '../app/Broken.tsx';
import { staysOnForm } from '../app/broken.ts';
import { Gate } from '../app/Gate.tsx';
import { useSession } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Breach, Good } from '../ui/icons.tsx';
import { useKeys } from '../ui/useKeys.ts';

type Locked = Extract<SessionState, { phase: 'locked' }>;

/** Who, passphrase, Enter. Nothing about content is visible; a store that cannot be opened gets a screen of its own. */
export function Unlock({ state }: Readonly<{ state: Locked }>) {
  const { take, reload } = useSession();
  const [account, setAccount] = useState(state.accounts.length === 1 ? (state.accounts[0]?.account ?? '') : '');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [ime, setIme] = useState(false);
  const [wait, setWait] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const findings = state.isolation.filter((c) => !c.ok);

  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  useEffect(() => {
    if (account === '') form.current?.querySelector('input')?.focus();
    else box.current?.focus();
  }, []);

  const open = async (): Promise<void> => {
    if (busy || wait > 0) return;
    if (account === '' || password === '') {
      setRefusal({ kind: 'invalid', messageZh: account === '' ? '请先选择账户。' : '请输入口令。', issues: [] });
      if (account !== '') box.current?.focus();
      return;
    }
    setBusy(true);
    setRefusal(null);
    const answer = await answerOf<SessionState>(window.shoumi.session('unlock', { account, password }));
    setPassword('');
    setBusy(false);
    if (answer.ok) {
      if (answer.value !== null && typeof answer.value === 'object' && answer.value.phase === 'open') take(answer.value);
      else await reload();
      return;
    }
    setRefusal(answer.refusal);
    if (answer.refusal.kind === 'sign_in') setWait(answer.refusal.waitSeconds ?? 0);
    box.current?.focus();
  };
  useKeys([{ key: 'Enter', label: '登录', run: () => (account !== '' && document.activeElement !== box.current && password === '' ? box.current?.focus() : void open()) }, { key: 'ArrowUp ArrowDown', label: '选账户', run: () => false, bar: state.accounts.length > 1 }], { within: form });

  if (refusal !== null && !staysOnForm(refusal)) {
    return <Broken refusal={refusal} terminal={state.terminal} onRetry={() => { setRefusal(null); void reload(); }} />;
  }
  return (
    <Gate terminal={state.terminal} end={findings.length === 0 ? <span className="iso y"><Good />隔离正常</span> : <span className="iso n"><Breach />有违规 {findings.length} 项</span>}>
      <div className="pad stack" ref={form}>
        <div>
          <h1>登录</h1>
          {state.drafts > 0 ? <p className="sec">有 {state.drafts} 份未完成的登记。</p> : <p className="sec">请选择账户，输入口令后按 Enter。</p>}
        </div>
        {findings.map((f) => <p key={f.check} className="notice bad">{f.findingZh}</p>)}
        <fieldset className="plain-set">
          <legend className="lab">账户</legend>
          <div className="accounts">
            {state.accounts.map((a) => (
              <label key={a.account}>
                <input
                  type="radio"
                  name="account"
                  checked={a.account === account}
                  onChange={() => {
                    setAccount(a.account);
                    setRefusal(null);
                    setWait(0);
                  }}
                />
                <span><b>{a.name}</b> <span className="sec small">{a.account}</span></span>
              </label>
            ))}
          </div>
        </fieldset>
        <FormRow label="口令" error={refusal === null ? undefined : wait > 0 ? `${refusal.messageZh}（${wait} 秒后可再试）` : refusal.messageZh} hint={capsLock ? '▲ 大写锁定已打开。' : ime ? '▲ 请切换到英文输入。' : undefined}>
          <input
            ref={box}
            className="inp"
            type="password"
            autoComplete="off"
            value={password}
            onChange={(e) => setPassword(e.target.value)}
            onKeyUp={(e) => {
              setCapsLock(e.getModifierState('CapsLock'));
              setIme(e.nativeEvent.isComposing || e.keyCode === 229);
            }}
          />
        </FormRow>
        <div className="foot-acts">
          <Act tone="primary" kbd="Enter" busy={busy} onClick={() => void open()} notNow={wait > 0 ? `请等 ${wait} 秒` : undefined}>{busy ? '正在开库…' : '登录'}</Act>
        </div>
        <p className="sec small">口令连续不符会延长等待，达到规定次数后锁定，由安全保密管理员核实本人后解除（规则 L039）。</p>
      </div>
    </Gate>
  );
}
