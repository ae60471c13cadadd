import type { Decision } from './decision.ts';
import type { Issue } from './issue.ts';

export type { Issue } from './issue.ts';

/** A refusal is an answer the user is entitled to; a fault is a bug. */
export type Refusal =
  | Readonly<{ kind: 'invalid'; messageZh: string; issues: readonly Issue[] }>
  | Readonly<{ kind: 'policy'; messageZh: string; decision: Decision; audit?: { seq: number; hash: string } }>
  | Readonly<{ kind: 'missing'; messageZh: string }>
  | Readonly<{ kind: 'stale'; messageZh: string; expected: number; actual: number }>
  | Readonly<{ kind: 'sign_in'; code: string; messageZh: string; waitSeconds?: number }>
  | Readonly<{ kind: 'locked'; messageZh: string }>
  | Readonly<{ kind: 'integrity'; code: string; messageZh: string }>
  | Readonly<{ kind: 'environment'; code: string; messageZh: string }>
  | Readonly<{ kind: 'fault'; ref: string; messageZh: string }>;

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal });

/** Bad input, in one sentence each. */
export const invalid = (...issues: Issue[]): Refusal => ({
  kind: 'invalid',
  messageZh: issues.length === 1 ? (issues[0] as Issue).messageZh : `有 ${issues.length} 处需要修改。`,
  issues,
});
export const missing = (messageZh: string): Refusal => ({ kind: 'missing', messageZh });

/** The exit codes of the headless contract. They do not change without a migration note. */
export function exitCodeOf(refusal: Refusal): number {
  switch (refusal.kind) {
    case 'invalid':
    case 'missing':
    case 'stale':
      return 2;
    case 'policy':
      return 3;
    case 'sign_in':
    case 'locked':
      return 4;
    case 'integrity':
      return 5;
    case 'environment':
      return 6;
    case 'fault':
      return 70;
    default:
      return never(refusal);
  }
}

/** Makes the compiler insist that every case is handled. */
export function never(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
