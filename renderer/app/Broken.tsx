import type { Refusal } from '#shared/result.ts';
import type { TerminalFacts } from '#shared/session.ts';
import { Act } from '../ui/Act.tsx';
import { VerdictShape } from '../ui/icons.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { brokenScreen } from './broken.ts';
import { Gate } from './Gate.tsx';

/** The store cannot be opened: what, who must come, the one next step. */
export function Broken({ refusal, terminal, onRetry }: Readonly<{ refusal: Refusal; terminal: TerminalFacts | null; onRetry: () => void }>) {
  const screen = brokenScreen(refusal);
  useKeys([{ key: 'Enter', label: '再试一次', run: onRetry }]);
  return (
    <Gate terminal={terminal}>
      <section className="dec deny" role="alert" data-screen={screen.key}>
        <div className="verd">
          <VerdictShape outcome="deny" />
          <div>
            <h1>{screen.titleZh}</h1>
            <p>{refusal.messageZh}</p>
          </div>
        </div>
        <div className="pad stack">
          <p><b>须到场</b>　{screen.whoZh}</p>
          <p><b>接下来</b>　{screen.nextZh}</p>
          {refusal.kind === 'fault' ? <p className="sec small">编号 {refusal.ref}</p> : null}
          <div className="foot-acts"><Act kbd="Enter" onClick={onRetry}>再试一次</Act></div>
        </div>
      </section>
    </Gate>
  );
}
