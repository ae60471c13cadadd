import type { Acted } from '../../app/answers.ts';

/** The plain object inside an answer, or an empty one. What the core answers is read field by field and never trusted to be there. */
export const objectIn = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});

/** Text of a field of an answer; '' when there is none. */
export function textIn(value: unknown, key: string): string {
  const found = objectIn(value)[key];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** Every number (SW-2026-0235) that an act has given, in order, each once; of one series when asked for. */
export function numbersIn(acted: Acted | null | undefined, series?: string): string[] {
  const found: string[] = [];
  const look = (value: unknown, depth: number): void => {
    if (depth > 4) return;
    if (typeof value === 'string' && /^[A-Z]{2}-\d{4}-\d{2,}$/.test(value)) found.push(value);
    else if (Array.isArray(value)) for (const v of value.slice(0, 200)) look(v, depth + 1);
    else for (const v of Object.values(objectIn(value))) look(v, depth + 1);
  };
  look(acted?.result, 0);
  for (const e of acted?.events ?? []) look(e.number, 0);
  return [...new Set(found)].filter((n) => series === undefined || n.startsWith(`${series}-`));
}
