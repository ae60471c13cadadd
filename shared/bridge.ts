import type { Refusal } from './result.ts';

export type Reply = { ok: true; value: unknown } | { ok: false; refusal: Refusal };

/** What the main side tells the page unasked. */
export type Bell = Readonly<{ kind: 'changed' | 'locked' | 'lockWarning' | 'progress' | 'isolation'; [more: string]: unknown }>;

export type SessionOp = 'state' | 'unlock' | 'lock' | 'create' | 'recover' | 'activity' | 'changePassword' | 'restore' | 'keepDraft' | 'draft' | 'settleDraft' | 'stopCheck';
export type FileOp = 'chooseImport' | 'readImport' | 'choosePdfTarget' | 'chooseFolder' | 'chooseBackup';
export type PrintOp = 'preview' | 'print' | 'pdf';

/** Everything the page can reach. The page can only ask; it cannot say who it is. */
export type Shoumi = Readonly<{
  ask: (name: string, input: unknown) => Promise<Reply>;
  do: (name: string, input: unknown, second?: { account: string; password: string }) => Promise<Reply>;
  session: (op: SessionOp, input?: unknown) => Promise<Reply>;
  file: (op: FileOp, input?: unknown) => Promise<Reply>;
  print: (op: PrintOp, input: unknown) => Promise<Reply>;
  onBell: (listener: (bell: Bell) => void) => () => void;
}>;
