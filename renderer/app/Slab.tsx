import type { TerminalFacts } from '#shared/session.ts';

/** 终端密级标志: ladder, word, number. Never hidden, also on the lock screen. */
export function Slab({ terminal }: Readonly<{ terminal: TerminalFacts }>) {
  return (
    <div className={`slab slab-${terminal.level}`} role="img" aria-label={`本终端密级：${terminal.levelZh}级，编号 ${terminal.terminalNumber}`}>
      <span className="lad" />
      <b>{terminal.levelZh}级</b>
      <span className="no">涉密终端<br />{terminal.terminalNumber}</span>
    </div>
  );
}
