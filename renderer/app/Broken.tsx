import { lazy, Suspense, useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import type { TerminalFacts } from '#shared/session.ts';
import { Act } from '../ui/Act.tsx';
import { VerdictShape } from '../ui/icons.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { brokenScreen } from './broken.ts';
import { Gate } from './Gate.tsx';

const RestoreDialog = lazy(async () => ({ default: (await import('../screens/backups/Restore.tsx')).RestoreDialog }));

/** The store cannot be opened: what, who must come, the one next step. */
export function Broken({ refusal, terminal, onRetry }: Readonly<{ refusal: Refusal; terminal: TerminalFacts | null; onRetry: () => void }>) {
  const screen = brokenScreen(refusal);
  const [restoring, setRestoring] = useState(false);
  // A store that will not open any more is what backups are for.
  const restores = screen.key === 'damaged';
  useKeys([{ key: 'Enter', label: '再试一次', run: onRetry, inFields: false }, { key: 'Ctrl+O', label: '从备份恢复', when: restores, run: () => setRestoring(true) }]);
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
          <div className="foot-acts"><Act kbd="Enter" onClick={onRetry}>再试一次</Act>{restores ? <Act kbd="Ctrl+O" tone="primary" onClick={() => setRestoring(true)}>从备份恢复到新文件夹…</Act> : null}</div>
        </div>
      </section>
      {restoring ? <Suspense fallback={null}><RestoreDialog onClose={() => setRestoring(false)} /></Suspense> : null}
    </Gate>
  );
}
