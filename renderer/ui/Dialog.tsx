import { useContext, useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { Key } from './Key.tsx';
import { KeyDepth, useKeys } from './useKeys.ts';

export type DialogProps = Readonly<{ title: string; onClose: () => void; children: ReactNode; footer?: ReactNode; width?: number }>;

/**
 * The only dialog: Esc closes, keys of the page below sleep, the focus returns to where it was. Mount it to open it. The browser's own
 * modal element keeps the focus inside and needs no styles made from text.
 */
export function Dialog(props: DialogProps) {
  const depth = useContext(KeyDepth);
  return (
    <KeyDepth value={depth + 1}>
      <Box {...props} />
    </KeyDepth>
  );
}

function Box({ title, onClose, children, footer, width = 560 }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const id = useId();
  useKeys([{ key: 'Escape', label: '关闭', run: onClose }]);
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) dialog.showModal();
    // The first field is where the work is, not the closing cross.
    body.current?.querySelector<HTMLElement>('input:not([type=radio]):not([type=checkbox]), textarea, .btn.primary, [tabindex="0"]')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={id}
      style={{ width: `${width / 15}rem` }}
      onCancel={(e) => {
        e.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="btn sm" onClick={onClose}>关闭 <Key name="Escape" /></button>
      </header>
      <div className="dialog-body" ref={body}>{children}</div>
      {footer === undefined ? null : <footer>{footer}</footer>}
    </dialog>
  );
}
