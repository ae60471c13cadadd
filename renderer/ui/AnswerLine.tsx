import type { ReactNode } from 'react';

export type AnswerLineProps = Readonly<{ children: ReactNode; detail?: ReactNode; actions?: ReactNode }>;

/** 在哪里？谁拿着？ The one line under a table that answers for the focused row. */
export function AnswerLine({ children, detail, actions }: AnswerLineProps) {
  return (
    <div className="ans" role="status" aria-live="polite">
      <span className="q">在哪里？<br />谁拿着？</span>
      <div>
        <p>{children}</p>
        <p>{detail ?? '　'}</p>
      </div>
      <span className="ans-acts">{actions}</span>
    </div>
  );
}
