import { highest, levelZh, markOf, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { registerKeys, registerOf, registers } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { all, metaOf, numberOf, one } from '../vault/read.ts';
import type { Query } from './define.ts';
import { boundOf, sieveOf, whereOf } from './filter.ts';
import { countsOf } from './list.ts';
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

/** Length of a period as it stands in the mark, for finding the longest: 长期 is longer than any number of years. */
function lengthOf(period: string): number {
  const m = /^(\d+)\s*(年|个?月)$/.exec(period);
  if (m !== null) return Number(m[1]) * (m[2] === '年' ? 12 : 1);
  return period === '长期' ? 100_000 : 1;
}

/** Computed level of a register or of what a filter selects: the highest in it, with the longest period at that level (K42). */
export const mark: Query<'register.mark'> = ({ db, today }, input) => {
  const register = input.register as RegisterKey;
  const spec = registerOf(register);
  const field = spec.levelField;
  if (field === null) return { mark: null, level: null, period: null };
  const filters = [input.filter ?? {}];
  const sieve = sieveOf(register, filters, today);
  return kept(db, JSON.stringify(['mark', register, filters, today]), () => {
    const longest = (periods: Iterable<string | null>): string | null => {
      let found: string | null = null;
      for (const p of periods) if (p !== null && (found === null || lengthOf(p) > lengthOf(found))) found = p;
      return found;
    };
    const pieces = [...sieve.pieces, ...sieve.quickPieces];
    let level: Level | null = null;
    let periods: Set<string | null | undefined> | null = null;
    if (sieve.pieces.length === 0) {
      const tally = tallyOf(db, register);
      const seen = new Set<string | null | undefined>();
      for (let id = 1; id <= tally.size(); id++) {
        const here = tally.levelAt(id);
        if (rankOf(here) < rankOf(level) || here === null || (sieve.quick !== null && !sieve.quick(tally, id))) continue;
        if (here !== level) seen.clear();
        level = here;
        seen.add(tally.periodAt(id));
      }
      periods = seen;
    } else level = highest(all(db, `SELECT DISTINCT ${field} AS level FROM ${register}${whereOf(pieces)}`, ...boundOf(pieces)).map((r) => r['level'] as Level | null));
    if (level === null) return { mark: null, level: null, period: null };
    const hasPeriod = Object.hasOwn(spec.fields, 'secrecyPeriod');
    const period = !hasPeriod ? null : periods !== null && !periods.has(undefined) ? longest(periods as Set<string | null>)
      : longest(all(db, `SELECT DISTINCT secrecyPeriod AS p FROM ${register}${whereOf(pieces, [`${field} = ?`])}`, ...boundOf(pieces), level).map((r) => r['p'] as string | null));
    return { mark: markOf(level, period), level, period };
  });
};
