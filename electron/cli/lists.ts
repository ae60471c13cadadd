import { z } from 'zod';
import { commands, commandNames } from '#shared/contract/commands.ts';
import { queries, queryNames } from '#shared/contract/queries.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import { roleZh } from '#shared/roles.ts';
import { profileOf } from '../policy/parameters.ts';
import { rulesAsListed } from '../queries/ask.ts';

const schema = (of: z.ZodType): unknown => z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' });

export const listCommands = () => commandNames.map((id) => ({ id, titleZh: commands[id].titleZh, roles: commands[id].roles, rolesZh: commands[id].roles.map((r) => roleZh[r]), register: commands[id].register, approvable: 'approvable' in commands[id], input: schema(commands[id].input) }));
export const listQueries = () => queryNames.map((id) => ({ id, titleZh: queries[id].titleZh, roles: queries[id].roles, input: schema(queries[id].input) }));
export const listRegisters = () => registerKeys.map((key) => {
  const spec = registerOf(key);
  return {
    id: key, register: spec.id, titleZh: spec.title, readers: spec.readers, series: spec.series, states: spec.fields[spec.states.field]?.of ?? {}, moves: spec.states.moves, views: spec.views.map((v) => ({ id: v.key, titleZh: v.title })),
    fields: Object.entries(spec.fields).map(([name, f]) => ({ id: name, labelZh: f.label, kind: f.kind, correctable: f.correctable === true, searched: f.search === true, ...(f.of === undefined ? {} : { of: f.of }) })),
    input: z.toJSONSchema(z.object(Object.fromEntries(Object.entries(spec.fields).map(([n, f]) => [n, f.schema]))), { io: 'input', unrepresentable: 'any' }),
  };
});

/** The rule book with its defaults, before any organisation has changed a value. */
export const listRules = () => rulesAsListed({ level: null, profile: profileOf(new Map()) });
