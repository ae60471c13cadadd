import type { Result } from '#shared/result.ts';
import { act, lock, openSession } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import type { Done } from '#electron/commands/door.ts';
import { people } from './people.ts';

export { people };
export type Who = keyof typeof people;

/** A clock that the demonstration moves on by itself: days pass in seconds, and always forward. */
export function demoClock(startDaysAgo: number) {
  const origin = Date.now();
  let at = origin - startDaysAgo * 86_400_000;
  return {
    now: (): string => new Date((at += 900)).toISOString(),
    /** Local time of a day counted back from today; never moves back. */
    to: (daysAgo: number, clock: string): void => {
      const day = new Date(origin - daysAgo * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
      at = Math.max(at, Math.min(Date.parse(`${day}T${clock}:00+08:00`), origin - 60_000));
    },
    today: (): void => {
      at = Math.max(at, origin - 30_000);
    },
    /** A calendar day so many days before the demonstration's own today. */
    back: (days: number): string => new Date(at - days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10),
    day: (): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10),
  };
}
export type DemoClock = ReturnType<typeof demoClock>;

/** One terminal, one person at a time: signs the last one out and the next one in. */
export class Desk {
  readonly folder: string;
  readonly clock: DemoClock;
  session: Session | null = null;
  commands = 0;
  refused = 0;
  constructor(folder: string, clock: DemoClock) {
    this.folder = folder;
    this.clock = clock;
  }
  async sit(who: Who): Promise<Session> {
    if (this.session?.me.account === people[who].account) return this.session;
    this.leave();
    this.session = await openSession(this.folder, people[who].account, people[who].password, this.clock.now);
    return this.session;
  }
  leave(): void {
    if (this.session !== null) lock(this.session);
    this.session = null;
  }
  async try(name: string, input: unknown, second?: Who): Promise<Result<Done>> {
    if (this.session === null) throw new Error('nobody is signed in');
    const result = await act(this.session, name, input, second === undefined ? undefined : { account: people[second].account, password: people[second].password });
    this.commands += 1;
    if (!result.ok) this.refused += 1;
    return result;
  }
  async must(name: string, input: unknown, second?: Who): Promise<Done> {
    const result = await this.try(name, input, second);
    if (!result.ok) throw new Error(`${name}: ${result.refusal.messageZh}`);
    return result.value;
  }
  /** What the rules must refuse; a demonstration in which it is allowed has failed. */
  async mustNot(name: string, input: unknown): Promise<string> {
    const result = await this.try(name, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.refusal.messageZh;
  }
  /** Sends an act for approval, has the leader agree, and comes back to the clerk. Out: the approval's id. */
  async approved(command: string, input: Record<string, unknown>, reason: string, opinion = '同意。'): Promise<number> {
    const asked = await this.must('approval.request', { command, input, reason });
    const id = (asked.result as { approval: { id: number } }).approval.id;
    await this.sit('leader');
    await this.must('approval.decide', { request: id, verdict: 'approved', opinion });
    await this.sit('clerk');
    return id;
  }
}
