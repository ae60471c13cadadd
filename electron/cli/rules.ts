import { dueRules } from '../policy/due.ts';
import { parameterOf } from '../policy/parameters.ts';
import { ruleBook } from '../policy/rules/index.ts';

/** The rule book in the shape of the contract: id, matrix ids, source, parameters with default and limits, commands. */
export function listRules() {
  const due = new Map(dueRules.map((r) => [r.id, r]));
  const shown = ruleBook.map((r) => ({
    id: r.id, titleZh: r.titleZh, matrix: r.matrix, outcome: r.outcome, source: r.source, sentenceZh: r.sentenceZh, commands: typeof r.commands === 'string' ? [r.commands] : r.commands,
    parameters: r.parameters.map((key) => {
      const p = parameterOf(key);
      return { key, titleZh: p?.titleZh, value: p?.default, default: p?.default, ...(p?.min === undefined ? {} : { min: p.min }), ...(p?.max === undefined ? {} : { max: p.max }), ...(p?.allowed === undefined ? {} : { allowed: p.allowed }), unit: p?.unit, source: p?.source, bound: p?.bound };
    }),
    ...(r.checklistOnly === true ? { checklistOnly: true } : {}),
  }));
  const known = new Set(ruleBook.map((r) => r.id));
  const more = [...due.values()].filter((d) => !known.has(d.id)).map((d) => ({ id: d.id, titleZh: d.id, matrix: [d.id], outcome: 'due', source: {}, sentenceZh: '', commands: [] as string[], parameters: [] as never[] }));
  return [...shown, ...more];
}
