import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useKeys } from './useKeys.ts';

export type DialogProps = Readonly<{ title: string; onClose: () => void; children: ReactNode; footer?: ReactNode; width?: number }>;

/** The only dialog: Esc closes, keys of the page below sleep, the focus returns to where it was. Mount it to open it. */
export function Dialog({ title, onClose, children, footer, width = 560 }: DialogProps) {
  useKeys([{ key: 'Escape', label: '关闭', run: onClose }], { modal: true });
  return (
    <Modal open title={title} onCancel={onClose} footer={footer ?? null} width={width} keyboard={false} mask={{ closable: false }} destroyOnHidden centered>
      {children}
    </Modal>
  );
}
