import { afterAll, describe, expect, it } from 'vitest';
import { all } from '#electron/vault/read.ts';
import { correctableFields, defineRegister, searchedFields } from '#shared/registers/define.ts';
import { storedAsJson, text, choice } from '#shared/registers/fields.ts';
import { isRegisterKey, registerKeys, registerOf } from '#shared/registers/index.ts';
import { roles } from '#shared/roles.ts';
import { openDesk } from '#test/helpers/desk.ts';

const desk = openDesk();
afterAll(() => { desk.close(); });

describe.each(registerKeys.map((k) => [k, registerOf(k)] as const))('%s', (key, spec) => {
  it('is kept in a table of exactly its fields and what the vault gives', () => {
    const columns = all(desk.db, `SELECT name, type FROM pragma_table_info('${key}')`);
    const wanted = [['id', 'INTEGER'], ['number', 'TEXT'], ['revision', 'INTEGER'], ['corrections', 'INTEGER'], ...Object.entries(spec.fields).map(([n, f]) => [n, f.column])];
    expect(columns.map((c) => [c['name'], c['type']])).toEqual(wanted);
  });

  it('has a search table when it has searched fields, and only then', () => {
    const found = all(desk.db, `SELECT 1 FROM sqlite_schema WHERE name = '${key}_search'`).length === 1;
    expect(found).toBe(searchedFields(spec).length > 0);
  });

  it('lets every state be reached by its own words, and ends somewhere only on purpose', () => {
    const { field, moves } = spec.states;
    const states = Object.keys(spec.fields[field]?.of ?? {});
    expect(Object.keys(moves).sort()).toEqual([...states].sort());
    expect(Object.hasOwn(spec.fields, field)).toBe(true);
    expect(correctableFields(spec)).not.toContain(field);
  });

  it('speaks Chinese and is read by somebody', () => {
    expect(spec.title).toMatch(/\p{Script=Han}/u);
    for (const f of Object.values(spec.fields)) expect(f.label).toMatch(/\p{Script=Han}/u);
    for (const zh of Object.values(spec.fields).flatMap((f) => Object.values(f.of ?? {}))) expect(zh).toMatch(/^\S+$/u);
    expect(spec.readers.length).toBeGreaterThan(0);
    expect(spec.readers.every((r) => roles.includes(r))).toBe(true);
    expect(spec.views.some((v) => v.key === 'all')).toBe(true);
    expect(new Set(spec.views.map((v) => v.key)).size).toBe(spec.views.length);
  });

  it('lets a null into every field and points only at registers that exist', () => {
    for (const [name, f] of Object.entries(spec.fields)) {
      expect(f.schema.safeParse(null).success, name).toBe(true);
      if (f.register !== undefined) expect(isRegisterKey(f.register), name).toBe(true);
      if (storedAsJson.has(f.kind)) expect(f.column, name).toBe('TEXT');
    }
    if (spec.levelField !== null) expect(spec.fields[spec.levelField]?.kind).toBe('level');
    expect(Object.hasOwn(spec.fields, spec.name)).toBe(true);
  });

  it('never lets level, period, number or custody be corrected by hand', () => {
    for (const name of ['level', 'secrecyPeriod', 'periodEndsOn', 'state', 'status', 'holder', 'custodian', 'home', 'binding', 'approval', 'signature', 'signedAt', 'countBefore', 'countAfter', 'witness1', 'witness2', 'roles']) expect(correctableFields(spec)).not.toContain(name);
  });
});

describe('the registers together', () => {
  it('number in series of their own', () => {
    const series = registerKeys.map((k) => registerOf(k).series).filter((s) => s !== null);
    expect(new Set(series).size).toBe(series.length);
    expect(series).not.toContain('PW');
  });

  it('keep the auditor away from content (P411, P414)', () => {
    for (const key of ['receipts', 'carriers', 'readings', 'loans', 'copies', 'destructions', 'incidents', 'computers', 'usageLogs', 'persons'] as const) {
      for (const role of ['auditor', 'system_administrator', 'security_administrator'] as const) expect(registerOf(key).readers, `${key} ${role}`).not.toContain(role);
    }
  });

  it('know no prototype', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '']) expect(isRegisterKey(name)).toBe(false);
  });

  it('stand in the store as they stood in review', async () => {
    const schema = all(desk.db, `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '*_search_*' ORDER BY type, name`).map((r) => `-- ${String(r['type'])} ${String(r['name'])}\n${String(r['sql'])};`);
    await expect(`${schema.join('\n\n')}\n`).toMatchFileSnapshot('schema.sql');
  });
});

describe('a definition', () => {
  const good = { key: 'x', id: 'R99', title: '试', record: '试', series: null, digits: 0, fields: { title: text('名称'), state: choice('状态', { a: '甲' }) }, list: { columns: [], sorts: [] }, views: [], states: { field: 'state', moves: { a: [] } }, readers: [], name: 'title', levelField: null } as const;
  it.each([
    ['an unknown column', { list: { columns: ['nothing'], sorts: [] } }, 'list.columns'], ['an unknown sort', { list: { columns: [], sorts: ['nothing'] } }, 'list.sorts'], ['an unknown field in a view', { views: [{ key: 'v', title: '视', where: { nothing: 1 } }] }, 'view v'],
    ['a state field that is no choice', { states: { field: 'title', moves: {} } }, 'states.field'], ['a move to an unknown state', { states: { field: 'state', moves: { a: ['b'] } } }, 'unknown state b'], ['a field the vault gives', { fields: { ...good.fields, revision: text('版') } }, 'given by the vault'],
  ])('refuses %s by name', (_what, more, says) => {
    expect(() => defineRegister({ ...good, ...more } as never)).toThrow(says);
  });
});
