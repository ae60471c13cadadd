import { useState } from 'react';
import { PaperCompare } from '../screens/verify/PaperCompare.tsx';
import { Sentence } from '../screens/parts/Sentence.tsx';
import { Act } from '../ui/Act.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { VerdictShape } from '../ui/icons.tsx';
import { Pane } from '../ui/Page.tsx';
import { SecondPerson } from '../ui/SecondPerson.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { useDo } from './api.ts';
import type { Second } from './api.ts';
import { Gate } from './Gate.tsx';
import '../screens/screens.css';
import { isGap, useMay, useOpen, useSession } from './session.tsx';

/**
 * Right after signing in to a store that is older than its anchor: what that means, the paper that decides it, and the way out
 * (`anchor.accept`: 安全保密管理员 with 安全审计员 beside). Everybody else may read on; a bar stays until it is settled.
 */
export function ReadOnlyGate() {
  const { terminal, findings } = useOpen();
  const { lock, reload, setReading } = useSession();
  const onRead = (): void => setReading(true);
  const security = useMay('security_administrator');
  const compares = useMay('auditor', 'security_administrator', 'clerk');
  const { run, busy, refusal } = useDo();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const notNow = reason.trim() === '' ? '请先写明原因。' : undefined;
  const accept = async (second: Second): Promise<void> => {
    if ((await run('anchor.accept', { reason: reason.trim() }, second)).ok) await reload();
  };
  const ask = (): void => {
    if (notNow === undefined) setAsking(true);
  };
  useKeys([
    { key: 'Ctrl+S Ctrl+Enter', label: '请审计员确认', when: security && notNow === undefined, run: ask },
    { key: 'Escape', label: '只读查看', run: onRead },
    { key: 'Ctrl+L', label: '锁定', run: () => void lock() },
  ]);
  return (
    <Gate terminal={terminal} wide>
      <section className="dec deny" data-screen="older">
        <div className="verd" role="alert">
          <VerdictShape outcome="deny" />
          <div>
            <h1>台账库比本机锚点旧</h1>
            <p>{findings.find(isGap)?.messageZh}</p>
          </div>
        </div>
        <div className="pad stack">
          <p><b>须到场</b>　安全保密管理员和安全审计员。</p>
          <p><b>接下来</b>　取出最近的纸质锚点单核对。相符，说明锚点单以前的登记没有被换；锚点单以后的登记须与纸面登记逐条对照补登。</p>
          <div className="gap-cols">
            {compares ? <PaperCompare /> : null}
            <Pane title="确认差异">
              <div className="pad stack" data-form>
                {security ? (
                  <>
                    <FormRow label="原因" required hint="写明为何变旧，例如硬盘故障后放回了旧文件。原因和两人姓名记入审计。">
                      <textarea className="inp area" data-field="reason" rows={4} value={reason} onChange={(e) => setReason(e.target.value)} />
                    </FormRow>
                    <Sentence refusal={asking ? null : refusal} />
                    <div><Act tone="primary" kbd="Ctrl+S" busy={busy} notNow={notNow} onClick={ask}>请安全审计员确认…</Act></div>
                    <p className="hint">确认后恢复登记，本机锚点从现在的内容接续。</p>
                  </>
                ) : <p>确认由安全保密管理员办理，安全审计员在场。请锁定后由安全保密管理员登录。在此之前只能查看，不能登记，也不能打印（打印要编号登记）。</p>}
              </div>
            </Pane>
          </div>
          <div className="foot-acts"><Act kbd="Escape" onClick={onRead}>只读查看</Act><Act kbd="Ctrl+L" onClick={() => void lock()}>锁定</Act></div>
        </div>
      </section>
      {asking ? <SecondPerson actZh="确认台账库与锚点的差异" reasonZh="须安全审计员在场，防止一人掩盖换回旧文件。" busy={busy} refusalZh={refusal?.messageZh} onDone={(second) => void accept(second)} onCancel={() => setAsking(false)} /> : null}
    </Gate>
  );
}
