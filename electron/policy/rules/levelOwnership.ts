import { levelFrom, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Question } from '../question.ts';

/**
 * True when this unit set the level itself: made here and issued in its own name or in none. What came by post, and what an
 * old ledger says another organ issued, belongs to the organ that issued it (保守国家秘密法（2024）第二十三条、第二十四条).
 */
export function ownSecret(c: RecordOf<'carriers'>, organisation: string): boolean {
  if (c.issuer !== null) return c.issuer === organisation;
  return c.source !== 'received' && c.source !== 'imported';
}

export type Officer = Readonly<{ name: string; top: Level; field: string }>;

/** 闻人录 机密 规划业务 → who may decide up to which level in which field; lines that cannot be read count for nobody. */
export function officersOf(q: Question): readonly Officer[] {
  return q.profile.list('classification.officers').flatMap((line) => {
    const [name = '', level = '', ...field] = line.split(' ');
    const top = levelFrom(level);
    return top === null || name === '' ? [] : [{ name, top, field: field.join(' ') }];
  });
}

/** The entries of the list a named decider stands on; the head stands on it by office. */
export const entriesFor = (q: Question, decider: string): readonly Officer[] => officersOf(q).filter((o) => o.name === decider || (o.name === '主要负责人' && q.input['deciderOffice'] === '主要负责人'));

/** The level an act decides about: the new one, else the one that stands. */
export const decided = (q: Question): Level | null => (q.input['level'] as Level | null | undefined) ?? q.facts.classification?.level ?? q.facts.carrier?.level ?? null;

export const commercial = (q: Question): boolean => (q.facts.classification?.regime ?? q.facts.carrier?.regime) === 'commercial_secret';

/** Changing, extending, releasing before the end: acts for which somebody has to decide. Ended periods and met conditions release by law. */
export function needsDecision(q: Question): boolean {
  if (q.command === 'classification.decide') return q.input['verdict'] === 'agreed';
  if (q.command === 'classification.release') return q.input['reason'] === 'decided' || q.input['reason'] === 'published';
  return q.command === 'classification.change' || q.command === 'classification.extend';
}

/** True when this unit's own 定密责任人 has to decide the act. */
export function decidedHere(q: Question): boolean {
  if (!needsDecision(q) || commercial(q)) return false;
  if (q.command === 'classification.decide') return true;
  const c = q.facts.carrier;
  return c !== undefined && ownSecret(c, q.terminal.organisation);
}

export const topOf = (officers: readonly Officer[]): number => Math.max(0, ...officers.map((o) => rankOf(o.top)));
