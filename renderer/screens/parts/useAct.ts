import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Decision } from '#shared/decision.ts';
import type { Refusal } from '#shared/result.ts';
import { useAsk, useDo } from '../../app/api.ts';
import type { ActInput, AskInput, Second } from '../../app/api.ts';
import type { Acted } from '../../app/answers.ts';
import { numbersIn } from './reply.ts';

export type Outgoing = Readonly<Record<string, unknown>>;

/** One intended act: what the rules say of it now, what answers a warning or a second person, and the posting of it. */
export type Intent = Readonly<{
  command: CommandName;
  input: Outgoing | null;
  decision: Decision | null;
  /** The audit entry of a refusal that was really posted. */
  audit: { seq: number } | null;
  /** A refusal that is no decision: stale, locked, disk full… */
  refusal: Refusal | null;
  /** Field → sentence. */
  issues: ReadonlyMap<string, string>;
  busy: boolean;
  /** The answer shown is the answer to what stands in the form now, not to the word before. */
  settled: boolean;
  /** Posting was asked for before the answer came: it is acted on when it comes, and forgotten when another word is typed. */
  wanted: boolean;
  want: (on: boolean) => void;
  warnReason: string;
  setWarnReason: (text: string) => void;
  second: Second | null;
  setSecond: (second: Second | null) => void;
  approval: string;
  setApproval: (number: string) => void;
  /** Posts the act. Null when it was refused; then `decision`, `issues` or `refusal` say why. */
  post: (second?: Second) => Promise<Acted | null>;
  /** What stands in the form was sent for approval; it is kept by the request and no longer unfinished. */
  sent: boolean;
  /** Asks for approval, on screen or on a numbered form. Null when that was refused. */
  send: (form: 'screen' | 'paper', reason: string) => Promise<string | null>;
  clear: () => void;
}>;

/** A value that follows another one after a short rest, so that a decision is asked once per word and not per key. */
export function useRested<T>(value: T, ms = 120): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

/**
 * In: the command and its input as it stands, null while too little is filled in. `live` asks the rules while it is being
 * filled in (query `decide`, which changes nothing). Out: see `Intent`.
 */
export function useAct(command: CommandName, input: Outgoing | null, live = true): Intent {
  const doing = useDo();
  const [refused, setRefused] = useState<{ key: string; refusal: Refusal } | null>(null);
  const [warnReason, setWarnReason] = useState('');
  const [second, setSecond] = useState<Second | null>(null);
  const [approval, setApproval] = useState('');
  const [wantedKey, setWantedKey] = useState('');
  const [sentInput, setSentInput] = useState('');
  const full = useMemo<Outgoing | null>(
    () => (input === null ? null : { ...input, ...(warnReason.trim() === '' ? {} : { warnReason: warnReason.trim() }), ...(approval.trim() === '' ? {} : { approval: approval.trim() }) }),
    [input, warnReason, approval],
  );
  const key = full === null ? '' : `${command} ${JSON.stringify(full)}`;
  const rested = useRested(key);
  const asked = useAsk(
    'decide',
    { command, input: (rested === key ? (full ?? {}) : {}) as AskInput<'decide'>['input'], ...(second === null ? {} : { secondAccount: second.account }) },
    { enabled: live && full !== null && rested === key && key !== '' },
  );

  // A refusal belongs to what was posted; another word typed makes it old.
  const last = refused !== null && refused.key === key ? refused.refusal : null;
  const posted = last?.kind === 'policy' ? last : null;
  // What cannot even be judged yet is a matter of fields, told while typing.
  const early = full !== null && last === null && asked.data === undefined ? (asked.error?.refusal ?? null) : null;
  // While the next word is judged the former decision stays, with the boxes inside its card: the cursor may be in one of them.
  // Posting is judged again by the door in any case.
  const held = useRef<Decision | null>(null);
  const fresh = posted?.decision ?? asked.data ?? null;
  if (full === null) held.current = null;
  else if (fresh !== null) held.current = fresh;
  const stays = early === null || approval.trim() !== '';
  const decision = full === null ? null : (fresh ?? (stays ? held.current : null));
  const issues = useMemo(() => {
    const found = new Map<string, string>();
    const list = last?.kind === 'invalid' ? last.issues : early?.kind === 'invalid' ? early.issues : (last === null && posted === null ? [] : (decision?.issues ?? []));
    for (const i of list) found.set(i.path.split('.')[0] ?? '', i.messageZh);
    return found;
  }, [last, posted, decision, early]);

  const want = useCallback((on: boolean) => setWantedKey(on ? key : ''), [key]);
  const { run, clear: clearDoing } = doing;
  const post = useCallback(async (by?: Second) => {
    if (full === null) return null;
    const answer = await run(command, full as ActInput<CommandName>, by ?? second ?? undefined);
    if (answer.ok) {
      setRefused(null);
      setWarnReason('');
      setSecond(null);
      setApproval('');
      return answer.value;
    }
    setRefused({ key, refusal: answer.refusal });
    return null;
  }, [full, run, command, second, key]);
  const send = useCallback(async (form: 'screen' | 'paper', reason: string) => {
    if (full === null) return null;
    const answer = await run('approval.request', { command, input: full as ActInput<'approval.request'>['input'], reason, form });
    if (answer.ok) {
      setSentInput(JSON.stringify(input));
      return numbersIn(answer.value, 'SP')[0] ?? '';
    }
    setRefused({ key, refusal: answer.refusal });
    return null;
  }, [full, input, run, command, key]);
  const clear = useCallback(() => {
    clearDoing();
    held.current = null;
    setRefused(null);
    setWarnReason('');
    setSecond(null);
    setApproval('');
  }, [clearDoing]);

  return {
    command, input: full, decision, audit: posted?.audit ?? null, refusal: [last, early].find((r) => r !== null && r.kind !== 'policy' && r.kind !== 'invalid') ?? null,
    issues, busy: doing.busy, settled: fresh !== null || early !== null, wanted: key !== '' && wantedKey === key, want, warnReason, setWarnReason, second, setSecond, approval, setApproval, post, sent: input !== null && sentInput === JSON.stringify(input), send, clear,
  };
}
