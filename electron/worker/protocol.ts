import type { Bell, Reply } from '#shared/bridge.ts';

/** The five things a page may ask for; one IPC channel each. */
export type CallOp = 'ask' | 'do' | 'session' | 'file' | 'print';

/** A second person's name and password, given on the spot for one act. */
export type Second = Readonly<{ account: string; password: string }>;

/** What the gate lets through: checked for shape and size, not yet for meaning. */
export type Call = Readonly<{ op: CallOp; name: string; input: unknown; second?: Second }>;

/** Main to worker. `answer` settles a request the worker made. */
export type ToWorker =
  | (Call & Readonly<{ id: number }>)
  | Readonly<{ answer: number; ok: true; value: unknown }>
  | Readonly<{ answer: number; ok: false; code: string; messageZh?: string }>;

/**
 * What the worker needs from the process that has windows. Paths chosen in dialogs go to the worker only; the page never sees
 * them and never names one.
 */
export type Requests = {
  printToPdf: { input: { html: string }; output: Uint8Array };
  printPaper: { input: { html: string; copies?: number }; output: { printed: boolean } };
  aside: { input: { job: string; input: unknown }; output: unknown };
  chooseOpen: { input: { titleZh: string; extensions?: readonly string[] }; output: string | null };
  chooseSave: { input: { titleZh: string; fileName: string; extension: string }; output: string | null };
  chooseFolder: { input: { titleZh: string }; output: string | null };
};
export type RequestOp = keyof Requests;
export type Answers = { [Op in RequestOp]: (input: Requests[Op]['input']) => Promise<Requests[Op]['output']> };

/** Worker to main. */
export type FromWorker =
  | Readonly<{ id: number; reply: Reply }>
  | Readonly<{ bell: Bell }>
  | { [Op in RequestOp]: Readonly<{ request: number; op: Op; input: Requests[Op]['input'] }> }[RequestOp];

/** Handed to the worker thread when it starts (`workerData`). No secrets: they come with `session` calls. */
export type WorkerStart = Readonly<{ vault: string; packaged: boolean }>;

/** What `session` replies may carry for the main side, beside what the page reads: the times of the idle lock. */
export type SessionTimes = Readonly<{ idleLockMinutes?: number; absoluteLockHours?: number }>;
