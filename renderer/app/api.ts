import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import type { UseQueryOptions, UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { Bell, FileOp, PrintOp, Reply, Shoumi } from '#shared/bridge.ts';
import type { commands, CommandName } from '#shared/contract/commands.ts';
import type { queries, QueryName } from '#shared/contract/queries.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { Acted, AnswerOf } from './answers.ts';

declare global {
  interface Window {
    shoumi: Shoumi;
  }
}

/** A refusal on its way through TanStack Query, which wants an Error. Its message is what a person may read. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.messageZh);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

export type AskInput<N extends QueryName> = z.input<(typeof queries)[N]['input']>;
export type ActInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>;
export type Second = Readonly<{ account: string; password: string }>;

const isReply = (value: unknown): value is Reply => typeof value === 'object' && value !== null && 'ok' in value;
const broken: Refusal = { kind: 'fault', ref: '——', messageZh: '程序没有回答，本次没有登记。请锁定后重新登录；再次发生时请系统管理员查看本机。' };

/** Any call of the bridge as a result; a call that throws is a fault, never an unhandled rejection. */
export async function answerOf<T>(call: Promise<Reply>): Promise<Result<T>> {
  try {
    const reply: unknown = await call;
    if (!isReply(reply)) return { ok: false, refusal: broken };
    return reply.ok ? { ok: true, value: reply.value as T } : { ok: false, refusal: reply.refusal as Refusal };
  } catch {
    return { ok: false, refusal: broken };
  }
}

/** Asks one question. Throws `Refused`. */
export async function ask<N extends QueryName>(name: N, input: AskInput<N>): Promise<AnswerOf<N>> {
  const answer = await answerOf<AnswerOf<N>>(window.shoumi.ask(name, input));
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}

/** Does one act through the door. `second` is the second person's account and password, typed on the spot. */
export function act<N extends CommandName>(name: N, input: ActInput<N>, second?: Second): Promise<Result<Acted>> {
  return answerOf<Acted>(second === undefined ? window.shoumi.do(name, input) : window.shoumi.do(name, input, { ...second }));
}

/** Acts that the worker carries out outside the contract, such as `backup.run`. */
export function actOutside<T>(name: 'backup.run', input: unknown): Promise<Result<T>> {
  return answerOf<T>(window.shoumi.do(name, input));
}

export const file = <T>(op: FileOp, input?: unknown): Promise<Result<T>> => answerOf<T>(window.shoumi.file(op, input));
export const print = <T>(op: PrintOp, input: unknown): Promise<Result<T>> => answerOf<T>(window.shoumi.print(op, input));

/** Answers stay good until the bell says that something changed; nothing is fetched again behind the clerk's back. */
export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' } },
});

/** After 'changed' every shown answer is asked again; what is not shown is asked when it is next needed. */
export function listenToBell(onBell: (bell: Bell) => void): () => void {
  return window.shoumi.onBell((bell) => {
    if (bell.kind === 'changed') void client.invalidateQueries();
    onBell(bell);
  });
}

type AskOptions = Readonly<{ enabled?: boolean; /** Keep showing the former answer while the next one is on its way. */ keep?: boolean }>;

/**
 * The answer to a question, kept fresh by the bell. `data` is undefined until the first answer; `error.refusal` says why there is none.
 * In: name and input of the contract. `enabled: false` waits.
 */
export function useAsk<N extends QueryName>(name: N, input: AskInput<N>, options: AskOptions = {}): UseQueryResult<AnswerOf<N>, Refused> {
  const common = { queryKey: [name, input], queryFn: () => ask(name, input), enabled: options.enabled ?? true } as const;
  const kept = { ...common, placeholderData: keepPreviousData } as UseQueryOptions<AnswerOf<N>, Refused>;
  return useQuery<AnswerOf<N>, Refused>(options.keep === true ? kept : common);
}

export type Doing = Readonly<{
  /** Runs one act. The refusal of the last act is kept in `refusal` until the next act or `clear`. */
  run: <N extends CommandName>(name: N, input: ActInput<N>, second?: Second) => Promise<Result<Acted>>;
  busy: boolean;
  refusal: Refusal | null;
  /** The last act that went through. */
  acted: Acted | null;
  clear: () => void;
}>;

/** One place of a screen that acts. A second act waits for nothing: buttons are disabled while `busy`. */
export function useDo(): Doing {
  const [state, setState] = useState<{ busy: boolean; refusal: Refusal | null; acted: Acted | null }>({ busy: false, refusal: null, acted: null });
  const run = useCallback(async <N extends CommandName>(name: N, input: ActInput<N>, second?: Second) => {
    setState({ busy: true, refusal: null, acted: null });
    const answer = await act(name, input, second);
    setState({ busy: false, refusal: answer.ok ? null : answer.refusal, acted: answer.ok ? answer.value : null });
    // The bell rings as well; asking again at once spares the clerk a stale row when it is late.
    if (answer.ok) void client.invalidateQueries();
    return answer;
  }, []);
  const clear = useCallback(() => setState({ busy: false, refusal: null, acted: null }), []);
  return { ...state, run, clear };
}
