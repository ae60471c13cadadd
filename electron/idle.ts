export type IdleTimes = Readonly<{ idleLockMinutes: number; absoluteLockHours: number }>;
export const usualTimes: IdleTimes = { idleLockMinutes: 5, absoluteLockHours: 8 };

/** Seconds of warning before an idle lock; the screen counts them. */
export const WARNING_SECONDS = 30;

export type IdleWatch = Readonly<{
  /** Somebody signed in: count from now. */
  begin: (times: Partial<IdleTimes>) => void;
  /** The person at the terminal did something. */
  activity: () => void;
  /** Locked or gone: count nothing. */
  stop: () => void;
}>;

/**
 * Counts inactivity of the signed-in person (K6, P212): a warning, then the lock. The absolute limit runs whatever is done.
 * A time that is missing or out of reason falls back to the usual one, so a broken reply can never switch the lock off.
 */
export function watchIdle(on: { warn: (seconds: number) => void; lock: (why: 'idle' | 'absolute') => void }): IdleWatch {
  let warning: NodeJS.Timeout | undefined;
  let locking: NodeJS.Timeout | undefined;
  let absolute: NodeJS.Timeout | undefined;
  let times: IdleTimes | null = null;
  const within = (value: number | undefined, usual: number, max: number): number =>
    value !== undefined && Number.isFinite(value) && value > 0 && value <= max ? value : usual;

  const stop = (): void => {
    times = null;
    [warning, locking, absolute].forEach((timer) => clearTimeout(timer));
  };
  const lock = (why: 'idle' | 'absolute'): void => {
    stop();
    on.lock(why);
  };
  const activity = (): void => {
    if (times === null) return;
    clearTimeout(warning);
    clearTimeout(locking);
    const all = times.idleLockMinutes * 60;
    const left = Math.min(WARNING_SECONDS, all / 2);
    warning = setTimeout(() => on.warn(Math.round(left)), (all - left) * 1000);
    locking = setTimeout(() => lock('idle'), all * 1000);
  };
  return {
    begin: (given) => {
      stop();
      times = {
        idleLockMinutes: within(given.idleLockMinutes, usualTimes.idleLockMinutes, 120),
        absoluteLockHours: within(given.absoluteLockHours, usualTimes.absoluteLockHours, 24),
      };
      absolute = setTimeout(() => lock('absolute'), times.absoluteLockHours * 3_600_000);
      activity();
    },
    activity,
    stop,
  };
}
