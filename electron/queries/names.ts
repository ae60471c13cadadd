import type { ReadDb } from '../vault/open.ts';
import { one } from '../vault/read.ts';

/** What a person is called whose account stands in the trail; the account itself when it is not in the books. */
export const nameOf = (db: ReadDb, account: string): string => {
  const row = one(db, 'SELECT name FROM accounts WHERE account = ?', account);
  return typeof row?.['name'] === 'string' ? row['name'] : account;
};
