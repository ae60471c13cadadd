import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Bell, Reply } from '#shared/bridge.ts';
import type { Answers, Call, CallOp, FromWorker, ToWorker, WorkerStart } from './protocol.ts';

type Waiting = { settle: (reply: Reply) => void; timer: NodeJS.Timeout };

export type ClientOptions = Readonly<{
  file: URL;
  start: WorkerStart;
  answers: Answers;
  onBell: (bell: Bell) => void;
  /** The worker ended by itself. Its keys are gone with it; the window must go too. */
  onCrash: (ref: string) => void;
  log: (line: string) => void;
  /** Milliseconds a question may take; printing and imports are slow by nature. */
  patience?: Partial<Record<CallOp, number>>;
}>;

export type Client = Readonly<{
  /** Numbers the question, posts it and waits. Always resolves: a crash or a silence is a `fault`. */
  send: (call: Call) => Promise<Reply>;
  /** Ends the thread (key memory ends with it) and starts a fresh one. Open questions are answered `locked`. */
  renew: () => Promise<void>;
  /** Ends the thread for good. */
  close: () => Promise<void>;
}>;

const patience: Record<CallOp, number> = { ask: 60_000, do: 120_000, session: 120_000, file: 600_000, print: 600_000 };

/** A short reference that stands in the local log and in the sentence on the screen, and says nothing else. */
export const newRef = (): string => randomBytes(4).toString('hex');

export const fault = (ref: string): Reply => ({
  ok: false,
  refusal: { kind: 'fault', ref, messageZh: `程序出错，本次操作没有完成。请重试；仍然出错时，把编号 ${ref} 告诉系统管理员。` },
});
const locked: Reply = { ok: false, refusal: { kind: 'locked', messageZh: '已锁定，操作没有进行。请重新登录后再试。' } };

/** The main side of the worker thread. It carries messages and holds no keys. */
export function openClient(o: ClientOptions): Client {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const settle = (id: number, reply: Reply): void => {
    const one = waiting.get(id);
    if (one === undefined) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    one.settle(reply);
  };
  const settleAll = (reply: Reply): void => [...waiting.keys()].forEach((id) => settle(id, reply));

  async function answer(to: Worker, message: Extract<FromWorker, { request: number }>): Promise<void> {
    const send = (reply: ToWorker): void => {
      if (to === worker) to.postMessage(reply);
    };
    try {
      const value = await (o.answers[message.op] as (input: unknown) => Promise<unknown>)(message.input);
      send({ answer: message.request, ok: true, value });
    } catch (error) {
      // The worker gets a code, and a sentence if it is one of ours: texts of foreign code may quote content.
      const { code, messageZh } = (error ?? {}) as { code?: unknown; messageZh?: unknown };
      const known = typeof code === 'string' ? code : 'failed';
      o.log(`request ${message.op} failed ${known}`);
      send({ answer: message.request, ok: false, code: known, ...(typeof messageZh === 'string' ? { messageZh } : {}) });
    }
  }

  function begin(): Worker {
    const fresh = new Worker(o.file, { workerData: o.start });
    fresh.on('message', (message: FromWorker) => {
      if (fresh !== worker) return; // a late word from a thread that was already sent away
      if ('bell' in message) o.onBell(message.bell);
      else if ('request' in message) void answer(fresh, message);
      else settle(message.id, message.reply);
    });
    const ended = (): void => {
      if (fresh !== worker) return;
      const ref = newRef();
      worker = null;
      o.log(`worker ended ${ref}`);
      settleAll(fault(ref));
      o.onCrash(ref);
    };
    fresh.on('error', ended);
    fresh.on('exit', ended);
    return fresh;
  }
  async function end(): Promise<void> {
    const old = worker;
    worker = null;
    settleAll(locked);
    await old?.terminate();
  }

  return {
    send: (call) =>
      new Promise((resolve) => {
        worker ??= begin();
        const id = ++last;
        const timer = setTimeout(() => {
          const ref = newRef();
          o.log(`no answer to ${call.op} ${ref}`);
          settle(id, fault(ref));
        }, o.patience?.[call.op] ?? patience[call.op]);
        waiting.set(id, { settle: resolve, timer });
        try {
          worker.postMessage({ ...call, id } satisfies ToWorker);
        } catch {
          settle(id, fault(newRef())); // something that cannot be cloned; the gate should have refused it
        }
      }),
    renew: async () => {
      await end();
      worker = begin();
    },
    close: end,
  };
}
