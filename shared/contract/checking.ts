import { act, anyRef, line, longText } from './inputs.ts';
import type { Exchange } from './pieces.ts';

/** What follows the whole-ledger check: a finding is put right by the act it asks for, or explained. */
export const checkingCommands = {
  'finding.explain': { titleZh: '说明核查问题', roles: ['clerk'], register: 'explanations', input: act({ rule: line(40), register: line(40), record: anyRef, explanation: longText() }) },
} as const satisfies Record<string, Exchange>;
