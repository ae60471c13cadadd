import { lazy, Suspense, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { DialogContext } from './dialogs.tsx';
import type { Dialogs, PrintRequest, ViolationRequest } from './dialogs.tsx';

const PrintDialog = lazy(async () => ({ default: (await import('../screens/PrintDialog.tsx')).PrintDialog }));
const ViolationDialog = lazy(async () => ({ default: (await import('../screens/Violation.tsx')).ViolationDialog }));

/** The two dialogs every page may open. Never two at once. */
export function DialogHost({ children }: Readonly<{ children: ReactNode }>) {
  const [open, setOpen] = useState<{ print: PrintRequest } | { violation: ViolationRequest } | null>(null);
  const dialogs = useMemo<Dialogs>(() => ({ print: (print) => setOpen({ print }), violation: (violation) => setOpen({ violation }), open: open !== null }), [open]);
  const close = (): void => setOpen(null);
  return (
    <DialogContext value={dialogs}>
      {children}
      <Suspense fallback={null}>
        {open !== null && 'print' in open ? <PrintDialog request={open.print} onClose={close} /> : null}
        {open !== null && 'violation' in open ? <ViolationDialog request={open.violation} onClose={close} /> : null}
      </Suspense>
    </DialogContext>
  );
}
