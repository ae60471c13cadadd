import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Bell } from '#shared/bridge.ts';
import type { Refusal } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import type { SessionState } from '#shared/session.ts';
import { answerOf, client, listenToBell } from './api.ts';
import { wipeWithDraft } from './wiping.ts';

export type OpenSession = Extract<SessionState, { phase: 'open' }>;

type Held = Readonly<{
  state: SessionState | null;
  refusal: Refusal | null;
  /** Seconds until the idle lock, null while nobody counts. */
  lockIn: number | null;
  /** The last 'progress' bell: imports, verification, backups. */
  progress: Bell | null;
  /** Milliseconds between the application clock and this process's. */
  clockOffset: number;
  reload: () => Promise<void>;
  take: (state: SessionState) => void;
  lock: () => Promise<void>;
  /** Somebody chose to read on in a store that is older than its anchor. */
  reading: boolean;
  setReading: (on: boolean) => void;
}>;

/** The finding that makes the store read-only: it is older than the anchor this terminal keeps. */
export const isGap = (finding: Readonly<{ code: string }>): boolean => finding.code === 'older_than_anchor';

const Context = createContext<Held | null>(null);

/** Holds what the main side says about the session. Everything below it may ask `useSession`. */
export function SessionProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [state, setState] = useState<SessionState | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [lockIn, setLockIn] = useState<number | null>(null);
  const [progress, setProgress] = useState<Bell | null>(null);
  const [reading, setReading] = useState(false);

  const reload = useCallback(async () => {
    const answer = await answerOf<SessionState>(window.shoumi.session('state'));
    if (answer.ok) setState(answer.value);
    setRefusal(answer.ok ? null : answer.refusal);
  }, []);
  const lock = useCallback(async () => {
    // What was shown leaves the page before the lock screen paints.
    wipeWithDraft();
    setState(null);
    setReading(false);
    client.clear();
    await answerOf(window.shoumi.session('lock'));
    await reload();
  }, [reload]);

  useEffect(() => {
    void reload();
    return listenToBell((bell) => {
      if (bell.kind === 'lockWarning') setLockIn(typeof bell['seconds'] === 'number' ? bell['seconds'] : 30);
      if (bell.kind === 'progress') setProgress(bell);
      if (bell.kind === 'locked') {
        wipeWithDraft();
        setState(null);
        setReading(false);
        setLockIn(null);
        client.clear();
        void reload();
      }
    });
  }, [reload]);

  useActivity(state?.phase === 'open', setLockIn);
  useCountdown(lockIn, setLockIn);

  const clockOffset = useMemo(() => (state?.phase === 'open' ? Date.parse(state.now) - Date.now() : 0), [state]);
  const held = useMemo<Held>(() => ({ state, refusal, lockIn, progress, clockOffset, reload, take: setState, lock, reading, setReading }), [state, refusal, lockIn, progress, clockOffset, reload, lock, reading]);
  return <Context.Provider value={held}>{children}</Context.Provider>;
}

/** Tells the main side that somebody is there, at most every five seconds; it counts the idle time, not the page. */
function useActivity(on: boolean, setLockIn: (n: number | null) => void): void {
  useEffect(() => {
    if (!on) return;
    let last = 0;
    const tell = (): void => {
      setLockIn(null);
      const now = performance.now();
      if (now - last < 5_000) return;
      last = now;
      void answerOf(window.shoumi.session('activity'));
    };
    const seen = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of seen) window.addEventListener(kind, tell, { capture: true, passive: true });
    return () => {
      for (const kind of seen) window.removeEventListener(kind, tell, { capture: true });
    };
  }, [on, setLockIn]);
}

function useCountdown(lockIn: number | null, setLockIn: (n: number | null) => void): void {
  useEffect(() => {
    if (lockIn === null || lockIn <= 0) return;
    const timer = setTimeout(() => setLockIn(lockIn - 1), 1000);
    return () => clearTimeout(timer);
  }, [lockIn, setLockIn]);
}

/** The session as it is, before and after unlocking. */
export function useSession(): Held {
  const held = useContext(Context);
  if (held === null) throw new Error('useSession outside SessionProvider');
  return held;
}

/** The open session. Only for what is drawn after unlocking; throws elsewhere. */
export function useOpen(): OpenSession {
  const { state } = useSession();
  if (state?.phase !== 'open') throw new Error('useOpen while nobody is signed in');
  return state;
}

/** Who is signed in. */
export const useMe = (): OpenSession['me'] => useOpen().me;

/** True when the signed-in person holds one of the roles. */
export function useMay(...wanted: readonly Role[]): boolean {
  const { roles } = useMe();
  return wanted.some((role) => roles.includes(role));
}

/** The application clock as minutes pass: the session's `now` plus the time since. Tests may set the clock, so never `new Date()`. */
export function useClock(): Date {
  const { clockOffset } = useSession();
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => new Date(tick + clockOffset), [tick, clockOffset]);
}
