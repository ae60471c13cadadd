import type { QueryName } from '#shared/contract/queries.ts';
import { auditHead, auditList, checkPaper } from './audit.ts';
import { backups } from './backups.ts';
import { acts, knowers, where } from './carrier.ts';
import { ledgerCheck } from './check.ts';
import type { Query } from './define.ts';
import { due } from './due.ts';
import { personKnowledge } from './knowledge.ts';
import { life } from './life.ts';
import { get, list } from './list.ts';
import { pageCheck } from './pageCheck.ts';
import { policy, preview } from './policy.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { stocktakeLeft } from './stocktakeLeft.ts';
import { duplicates, suggest } from './suggest.ts';
import { accounts, mark, shelf, terminal } from './terminal.ts';
import { today } from './today.ts';
import { verify } from './verify.ts';

/** Every query of the contract: its answer, or `elsewhere` for what the session answers because it needs the door or the machine. */
export const answers: { readonly [N in QueryName]: Query<N> | 'elsewhere' } = {
  'record.list': list, 'record.get': get, 'record.life': life,
  'carrier.acts': acts, 'carrier.knowers': knowers, 'carrier.where': where, 'person.knowledge': personKnowledge,
  'stocktake.left': stocktakeLeft,
  search, suggest, 'receipt.duplicates': duplicates,
  decide: 'elsewhere', isolation: 'elsewhere',
  due, today, rules, policy, 'policy.preview': preview,
  accounts, 'audit.list': auditList, 'audit.head': auditHead, verify, 'ledger.check': ledgerCheck, 'audit.checkPaper': checkPaper, 'print.pageCheck': pageCheck,
  backups, terminal, shelf, 'register.mark': mark,
};
