import { heldStates } from '#shared/registers/carriers.ts';

/** The states in which the unit answers for a carrier, as SQL: `state IN ${heldSql}`. Names of the definition, nothing typed by anybody. */
export const heldSql = `(${heldStates.map((s) => `'${s}'`).join(', ')})`;
