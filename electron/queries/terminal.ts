import { levelZh, markOf } from '#shared/levels.ts';
import { registerKeys, registerOf, registers } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { all, metaOf, numberOf, one } from '../vault/read.ts';
import type { Query } from './define.ts';
import { sieveOf } from './filter.ts';
import { countsOf } from './list.ts';
import { markOfLines } from './mark.ts';
import { kept } from './standing.ts';
import { tallyOf } from './tally.ts';
import { nameOf } from './names.ts';

/** Who may sign in, as what, since when. Failures are those entered since the last good sign-in. */
export const accounts: Query<'accounts'> = ({ db }) =>
  all(db, 'SELECT * FROM accounts ORDER BY id').map((r) => {
    const account = String(r['account']);
    const roles = JSON.parse(String(r['roles'] ?? '[]')) as Role[];
    const signedIn = metaOf(db, `signIn.${account}`) ?? (r['lastSignInAt'] as string | null);
    const failures = numberOf(db, `SELECT count(*) FROM (SELECT 1 FROM audit WHERE seq > (SELECT COALESCE(MAX(seq), 0) - 20000 FROM audit) AND instr(entry, '"session.failed"') > 0 AND json_extract(entry, '$[5]') = ? AND json_extract(entry, '$[2]') > ? LIMIT 1000)`, account, signedIn ?? '');
    return {
      id: r['id'], account, name: r['name'], roles, rolesZh: roles.map((x) => roleZh[x]).join('、'), state: r['state'], stateZh: registers.accounts.fields.state.of[String(r['state']) as 'active'], passwordSetAt: r['passwordSetAt'], lastSignInAt: signedIn,
      createdBy: r['createdBy'] === null ? null : nameOf(db, String(r['createdBy'])), confirmedBy: r['confirmedBy'] === null ? null : nameOf(db, String(r['confirmedBy'])), lockedAt: r['lockedAt'], failures,
    };
  });

/** This terminal. What the machine itself says (version, disks) is added by the session. */
export const terminal: Query<'terminal'> = (a) => ({
  ...a.terminal, department: a.terminal.department ?? null, backupFolder: a.terminal.backupFolder ?? null, levelZh: levelZh[a.terminal.level], testClock: a.terminal.training, storeId: a.storeId, generation: a.generation, now: a.at,
  schema: numberOf(a.db, 'PRAGMA user_version'), entries: numberOf(a.db, 'SELECT COALESCE(MAX(seq), 0) FROM audit'),
});

/** The books this role may open, with what their definitions say. */
export const shelf: Query<'shelf'> = (a) =>
  registerKeys.filter((key) => a.actor.roles.some((r) => registerOf(key).readers.includes(r))).map((key) => {
    const spec = registerOf(key);
    const count = tallyOf(a.db, key).size();
    return {
      key, id: spec.id, title: spec.title, record: spec.record, count, last: (one(a.db, `SELECT number FROM ${key} ORDER BY id DESC LIMIT 1`)?.['number'] ?? null) as string | null, states: spec.fields[spec.states.field]?.of ?? {},
      columns: spec.list.columns.map((name) => ({ name, label: spec.fields[name]?.label ?? name, kind: spec.fields[name]?.kind ?? 'text' })), views: spec.views.map((v) => ({ key: v.key, title: v.title })), counts: countsOf(a, key),
    };
  });

/** Computed mark of a register or of what a filter selects: highest level, longest period, as the paper says it (K42). */
export const mark: Query<'register.mark'> = ({ db, today, profile }, input) => {
  const register = input.register as RegisterKey;
  const filters = [input.filter ?? {}];
  const sieve = sieveOf(register, filters, today);
  return kept(db, JSON.stringify(['mark', register, filters, today]), () => {
    const tally = markOfLines(db, profile, today, register, sieve);
    const [level, period] = [tally.level(), tally.period()];
    return { mark: markOf(level, period), level, period };
  });
};
