import { levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { showInstant } from '#shared/time.ts';
import type { ReadDb } from '../vault/open.ts';
import { one } from '../vault/read.ts';

const numberOfRef = (db: ReadDb, register: string, id: unknown): string => {
  const number = isRegisterKey(register) ? one(db, `SELECT number FROM ${register} WHERE id = ?`, id)?.['number'] : undefined;
  return typeof number === 'string' ? number : String(id);
};

/** A value as a person reads it: codes in Chinese, references by number, moments by the terminal's clock. null stays null. */
export function shown(db: ReadDb, register: RegisterKey, name: string, value: unknown): unknown {
  const field = registerOf(register).fields[name];
  if (field === undefined || value === null || value === undefined) return value ?? null;
  switch (field.kind) {
    case 'choice': return field.of?.[String(value)] ?? value;
    case 'level': return levelZh[value as Level];
    case 'flag': return value === 1 ? '是' : '否';
    case 'instant': return showInstant(String(value));
    case 'ref': return numberOfRef(db, field.register ?? '', value);
    case 'ids': return Array.isArray(value) ? value.slice(0, 20).map((id) => numberOfRef(db, field.register ?? '', id)).concat(value.length > 20 ? [`等 ${value.length} 件`] : []) : value;
    default: return value;
  }
}
