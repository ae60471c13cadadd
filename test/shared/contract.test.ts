import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registry } from '#electron/commands/registry.ts';
import { commandNames, commands, isCommandName } from '#shared/contract/commands.ts';
import { isQueryName, queries, queryNames } from '#shared/contract/queries.ts';
import { isRegisterKey } from '#shared/registers/index.ts';
import { roles } from '#shared/roles.ts';
import { sampleInputs } from '#test/helpers/arbitrariesActs.ts';

const all = [...commandNames.map((n) => [n, commands[n]] as const), ...queryNames.map((n) => [n, queries[n]] as const)];

describe('the contract', () => {
  it.each(all)('describes %s as JSON schema that refuses unknown keys', (_name, exchange) => {
    const schema = z.toJSONSchema(exchange.input, { io: 'input' }) as { type?: string; additionalProperties?: unknown };
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it.each(all)('opens %s to somebody, in Chinese', (_name, exchange) => {
    expect(exchange.roles.length).toBeGreaterThan(0);
    expect(exchange.roles.every((r) => roles.includes(r))).toBe(true);
    expect(exchange.titleZh).toMatch(/^\p{Script=Han}+$/u);
  });

  it.each(commandNames.map((n) => [n]))('%s takes a plain input and no key beside it', (name) => {
    const { input } = commands[name];
    expect(input.safeParse(sampleInputs[name]).success).toBe(true);
    expect(input.safeParse({ ...sampleInputs[name], actor: 'auditor' }).success).toBe(false);
    expect(input.safeParse(JSON.parse('{"__proto__": 1}')).success).toBe(false);
    expect(input.safeParse(null).success).toBe(false);
  });

  it('names registers that exist', () => {
    for (const name of commandNames) {
      const { register } = commands[name];
      if (register !== null) expect(isRegisterKey(register), name).toBe(true);
    }
  });

  it('lets be approved exactly what can be bound', () => {
    expect(commandNames.filter((n) => 'approvable' in commands[n])).toEqual(commandNames.filter((n) => registry[n].bind !== undefined));
  });

  it('knows no prototype', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) expect([isCommandName(name), isQueryName(name)]).toEqual([false, false]);
  });
});
