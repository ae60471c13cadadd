import { createContext, lazy, Suspense, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

/** What F8 prints: a register (filtered, in a view), one record, or a form by name. */
export type PrintRequest = Readonly<{
  titleZh: string;
  register?: string;
  form?: string;
  record?: number | string;
  view?: string;
  filter?: Readonly<Record<string, unknown>>;
  search?: string;
  input?: unknown;
}>;

/** What F9 records: what was refused or already happened. */
export type ViolationRequest = Readonly<{ command?: string; rules?: readonly string[]; carrier?: number | string; computer?: number | string; person?: string; titleZh?: string }>;

type Dialogs = Readonly<{ print: (request: PrintRequest) => void; violation: (request: ViolationRequest) => void; /** True while a dialog is open. */ open: boolean }>;
const Context = createContext<Dialogs | null>(null);

const PrintDialog = lazy(async () => ({ default: (await import('../screens/PrintDialog.tsx')).PrintDialog }));
const ViolationDialog = lazy(async () => ({ default: (await import('../screens/Violation.tsx')).ViolationDialog }));

/** The two dialogs every page may open. Never two at once. */
export function DialogProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [open, setOpen] = useState<{ print: PrintRequest } | { violation: ViolationRequest } | null>(null);
  const dialogs = useMemo<Dialogs>(() => ({ print: (print) => setOpen({ print }), violation: (violation) => setOpen({ violation }), open: open !== null }), [open]);
  const close = (): void => setOpen(null);
  return (
    <Context.Provider value={dialogs}>
      {children}
      <Suspense fallback={null}>
        {open !== null && 'print' in open ? <PrintDialog request={open.print} onClose={close} /> : null}
        {open !== null && 'violation' in open ? <ViolationDialog request={open.violation} onClose={close} /> : null}
      </Suspense>
    </Context.Provider>
  );
}

/** Opens the print dialog (F8) and the 违规登记 dialog (F9). */
export function useDialogs(): Dialogs {
  const dialogs = useContext(Context);
  if (dialogs === null) throw new Error('useDialogs outside DialogProvider');
  return dialogs;
}
