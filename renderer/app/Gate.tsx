import type { ReactNode } from 'react';
import type { TerminalFacts } from '#shared/session.ts';
import { KeyBar } from '../ui/KeyBar.tsx';
import { Slab } from './Slab.tsx';

/** The frame before unlocking: level and number of the terminal, nothing of the content. */
export function Gate({ terminal, children, wide = false, end }: Readonly<{ terminal: TerminalFacts | null; children: ReactNode; wide?: boolean; end?: ReactNode }>) {
  return (
    <div className="gate">
      <header className="gate-top">
        {terminal === null ? null : <Slab terminal={terminal} />}
        <b>守密台账工作站</b>
        {terminal === null ? null : <span className="sec">{terminal.organisation}</span>}
        <span className="end">{end}</span>
      </header>
      <main className="gate-body" aria-label="登录">
        <div className={`card gate-card${wide ? ' wide' : ''}`}>{children}</div>
      </main>
      <KeyBar end={terminal?.training === true ? <span className="demo">演示数据</span> : null} />
    </div>
  );
}
