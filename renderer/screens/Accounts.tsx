import { useState } from 'react';
import type { CommandName } from '#shared/contract/commands.ts';
import { roles, roleZh } from '#shared/roles.ts';
import type { AccountLine } from '../app/answers.ts';
import { useAsk, useDo } from '../app/api.ts';
import type { ActInput } from '../app/api.ts';
import { useClock, useMay, useMe } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { StateWord } from '../ui/StateWord.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';
import { CreateAccount } from './accounts/CreateAccount.tsx';
import { OwnPassword } from './accounts/OwnPassword.tsx';
import { Sentence } from './parts/Sentence.tsx';
import './screens.css';

/** 账户 (ui 5.12): people by roles, creation waits for 安全保密管理员. Everyone changes the own password here. */
export function Accounts() {
  const today = dayOf(useClock());
  const me = useMe();
  const system = useMay('system_administrator');
  const security = useMay('security_administrator');
  const reads = useMay('system_administrator', 'security_administrator', 'auditor');
  const accounts = useAsk('accounts', {}, { enabled: reads });
  const { run, busy, refusal } = useDo();
  const [picked, setPicked] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<string | null>(null);
  const line = accounts.data?.find((a) => a.account === picked);

  const act = async (name: Extract<CommandName, 'account.confirm' | 'account.unlock' | 'account.revoke'>, of: AccountLine, zh: string): Promise<void> => {
    const input = name === 'account.confirm' ? { account: of.account } : { account: of.account, reason: reason.trim() };
    if ((await run(name, input as ActInput<typeof name>)).ok) {
      setDone(`${of.name}（${of.account}）${zh}`);
      setReason('');
    }
  };
  const needsReason = reason.trim() === '' ? '请先填写原因。' : undefined;
  return (
    <Page title="账户" sentence={reads ? '建立由系统管理员，确认和解锁由安全保密管理员，一人不得兼任' : '账户由系统管理员建立；您可在此修改本人口令'}>
      {done === null ? null : <p className="notice good" role="status">✔ {done}。</p>}
      <div className="cols">
        {reads ? (
          <div className="stack grow min0 scroll">
            <Sentence refusal={accounts.error?.refusal ?? null} />
            <Pane title="账户与角色" end={`${accounts.data?.length ?? 0} 个`}>
              <table className="grid roomy">
                <thead><tr><th scope="col">账户</th><th scope="col">姓名</th>{roles.map((r) => <th key={r} scope="col" className="c">{roleZh[r]}</th>)}<th scope="col">状态</th><th scope="col">上次登录</th><th scope="col" className="r">失败</th></tr></thead>
                <tbody>
                  {(accounts.data ?? []).map((a) => (
                    <tr key={a.account} className={a.account === picked ? 'foc' : ''}>
                      <td><button type="button" className="link" aria-pressed={a.account === picked} onClick={() => setPicked(a.account)}>{a.account}</button></td>
                      <td>{a.name}</td>
                      {roles.map((r) => <td key={r} className="c">{a.roles.includes(r) ? <span className="y">✔<span className="sr">是</span></span> : <span className="mut" aria-hidden="true">·</span>}</td>)}
                      <td><StateWord state={a.state} word={a.stateZh} /></td>
                      <td>{a.lastSignInAt === null ? '从未' : shortMoment(a.lastSignInAt, today)}</td>
                      <td className="r">{a.failures}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Pane>
            {line === undefined ? <p className="hint">选一个账户，可看建立、确认情况和能办的事。</p> : (
              <Pane title={`${line.name}（${line.account}）`} end={line.stateZh}>
                <div className="pad stack">
                  <p className="sec">建立 {line.createdBy ?? '建库时'}　确认 {line.confirmedBy ?? (line.state === 'pending' ? '待确认' : '建库时')}　口令设定 {line.passwordSetAt === null ? '—' : shortMoment(line.passwordSetAt, today)}</p>
                  {(system || security) && line.account !== me.account ? (
                    <>
                      {line.state === 'pending' && security ? <div><Act tone="primary" busy={busy} onClick={() => void act('account.confirm', line, '已确认，可以登录')}>确认账户</Act></div> : null}
                      {(security && line.state === 'locked') || (system && line.state !== 'revoked') ? <FormRow label="原因" required><input className="inp" data-field="reason" value={reason} onChange={(e) => setReason(e.target.value)} /></FormRow> : null}
                      <div className="bt">
                        {security && line.state === 'locked' ? <Act tone="primary" busy={busy} notNow={needsReason} onClick={() => void act('account.unlock', line, '已解除锁定')}>解除锁定</Act> : null}
                        {system && line.state !== 'revoked' ? <Act tone="danger" busy={busy} notNow={needsReason} onClick={() => void act('account.revoke', line, '已停用')}>停用账户</Act> : null}
                      </div>
                      {system && line.state === 'locked' ? <p className="hint">解除锁定由安全保密管理员办理。</p> : null}
                      {system && line.state === 'pending' ? <p className="hint">确认由安全保密管理员办理，本人不得确认自己建立的账户。</p> : null}
                    </>
                  ) : null}
                  <Sentence refusal={refusal} />
                </div>
              </Pane>
            )}
          </div>
        ) : null}
        <div className="side stack">
          {system ? <CreateAccount onDone={setDone} /> : null}
          <OwnPassword />
        </div>
      </div>
    </Page>
  );
}
