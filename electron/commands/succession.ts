import type { RecordOf } from '#shared/registers/index.ts';
import type { Actor } from '#shared/roles.ts';
import type { Facts } from '../policy/question.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, heldSql, one, toRecord } from '../vault/read.ts';


/**
 * How a clerk stands to the post: the last handover that names the account, and whether things are still entered under the name of an
 * earlier clerk whose account is closed. In: who acts. Out: facts for the rule about handing over (P135); nothing for other roles.
 */
export function successionOf(db: ReadDb, actor: Actor): Facts {
  if (!actor.roles.includes('clerk')) return {};
  const row = one(db, `SELECT * FROM handovers WHERE kind = 'post' AND state IN ('open', 'closed') AND (giverAccount = ? OR takerAccount = ?) ORDER BY id DESC LIMIT 1`, actor.account, actor.account);
  const postHandover = row === undefined ? null : (toRecord('handovers', row) as RecordOf<'handovers'>);
  const gone = all(db, `SELECT DISTINCT b.name FROM accounts a JOIN accounts b ON b.id < a.id WHERE a.account = ? AND a.state IS NOT 'revoked' AND b.state = 'revoked' AND b.roles LIKE '%"clerk"%'
    AND NOT EXISTS (SELECT 1 FROM accounts c WHERE c.name = b.name AND c.state IS NOT 'revoked')`, actor.account);
  const owed = gone.find((g) => one(db, `SELECT 1 FROM carriers WHERE custodian = ? AND state IN ${heldSql} LIMIT 1`, g['name']) !== undefined);
  return { postHandover, handoverOwedBy: owed === undefined ? null : (owed['name'] as string) };
}
