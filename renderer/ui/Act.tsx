import type { ReactNode, Ref } from 'react';
import { Key } from './Key.tsx';

export type ActProps = Readonly<{
  children: ReactNode;
  onClick: () => void;
  /** Printed on the button; the screen registers the key itself with `useKeys`. */
  kbd?: string;
  tone?: 'primary' | 'danger' | 'plain';
  small?: boolean;
  /** Why the button cannot be pressed now. A button is never dead without a sentence. */
  notNow?: string | undefined;
  busy?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  label?: string;
}>;

/** A button with its key. One primary per view. */
export function Act({ children, onClick, kbd, tone = 'plain', small = false, notNow, busy = false, buttonRef, label }: ActProps) {
  const off = busy || notNow !== undefined;
  return (
    <button
      ref={buttonRef}
      type="button"
      className={`btn ${tone === 'plain' ? '' : tone}${small ? ' sm' : ''}`}
      aria-disabled={off}
      aria-label={label}
      title={notNow}
      onClick={() => {
        if (!off) onClick();
      }}
    >
      {children}
      {kbd === undefined ? null : <Key name={kbd} />}
    </button>
  );
}
