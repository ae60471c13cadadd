import { createContext, useContext } from 'react';

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

export type Dialogs = Readonly<{ print: (request: PrintRequest) => void; violation: (request: ViolationRequest) => void; /** True while a dialog is open. */ open: boolean }>;

/** Filled by DialogHost; apart from it, so that the dialogs' own screens may name these types. */
export const DialogContext = createContext<Dialogs | null>(null);

/** Opens the print dialog (F8) and the 违规登记 dialog (F9). */
export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogContext);
  if (dialogs === null) throw new Error('useDialogs outside DialogHost');
  return dialogs;
}
