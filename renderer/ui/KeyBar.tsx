import type { ReactNode } from 'react';
import { keyLabel } from './keys.ts';
import { useShownKeys } from './useKeys.ts';

/** The dark line at the bottom: what the keyboard does here and now, at most eight keys; state of the terminal at the right. */
export function KeyBar({ end }: Readonly<{ end?: ReactNode }>) {
  const keys = useShownKeys().filter((k) => k.bar !== false).slice(0, 8);
  return (
    <footer className="keys" aria-label="可用按键">
      <span className="keys-now">
        {keys.map((k) => (
          <span key={k.key}>
            <b>{keyLabel(k.key)}</b>
            {k.label}
          </span>
        ))}
      </span>
      <span className="end">{end}</span>
    </footer>
  );
}
