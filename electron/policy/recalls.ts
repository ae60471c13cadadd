import type { RecordOf } from '#shared/registers/index.ts';
import { isOut } from './places.ts';

/**
 * What became of one carrier of a recall. Called in by the year or for a task, it may lie in the office again, to be filed or
 * destroyed; what an issuing body wants back has only gone back when it is returned (P112, P113).
 */
export function outcomeOf(recall: RecordOf<'recalls'>, c: RecordOf<'carriers'>): 'returned' | 'archived' | 'destroyed' | 'kept' | 'missing' {
  switch (c.state) {
    case 'returned':
    case 'transferred': return 'returned';
    case 'archived': return recall.kind === 'issuer' ? 'missing' : 'archived';
    case 'destroyed':
    case 'destroy_pending': return 'destroyed';
    case 'withdrawn': return 'returned';
    case 'missing': return 'missing';
    default: return recall.kind === 'issuer' || isOut(c) ? 'missing' : 'kept';
  }
}
