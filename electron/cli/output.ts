import { exitCodeOf } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';

/** Ends a command with what it has to say and the exit code of the contract. */
export class Ended extends Error {
  readonly code: number;
  readonly document: unknown;
  readonly human: string;
  constructor(code: number, document: unknown, human: string) {
    super(`exit ${code}`);
    this.code = code;
    this.document = document;
    this.human = human;
  }
}

/** Bad usage: exit 2, one sentence, one issue. */
export const usage = (messageZh: string, path = 'arguments'): Ended => new Ended(2, { ok: false, kind: 'invalid', messageZh, issues: [{ path, messageZh }] }, messageZh);

/** A refusal as the document that acceptance reads: the decision whole for policy, `issues` for bad input. */
export function ended(refusal: Refusal, command?: string): Ended {
  const code = exitCodeOf(refusal);
  const head = { ok: false, ...(command === undefined ? {} : { command }), kind: refusal.kind, messageZh: refusal.messageZh };
  switch (refusal.kind) {
    case 'policy':
      return new Ended(code, { ...head, ...refusal.decision, ...(refusal.audit === undefined ? {} : { audit: refusal.audit }) }, [refusal.messageZh, ...refusal.decision.reasons.map((r) => `  ${r.rule}  ${r.messageZh}${r.nextStepZh}`)].join('\n'));
    case 'invalid':
      return new Ended(code, { ...head, issues: refusal.issues }, refusal.issues.map((i) => `${i.path}：${i.messageZh}`).join('\n'));
    case 'missing':
      return new Ended(code, { ...head, issues: [{ path: 'record', messageZh: refusal.messageZh }] }, refusal.messageZh);
    case 'stale':
      return new Ended(code, { ...head, expected: refusal.expected, actual: refusal.actual, issues: [{ path: 'revision', messageZh: refusal.messageZh }] }, refusal.messageZh);
    case 'sign_in':
    case 'integrity':
    case 'environment':
      return new Ended(code, { ...head, code: refusal.code }, refusal.messageZh);
    case 'locked':
      return new Ended(code, head, refusal.messageZh);
    case 'fault':
      return new Ended(code, { ...head, ref: refusal.ref }, refusal.messageZh);
    default:
      throw new Error('unhandled refusal');
  }
}
