import { isStateSecret, levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Question } from '../question.ts';

/** The carriers an act is about, one or many. */
export const subjects = (q: Question): readonly RecordOf<'carriers'>[] => q.facts.carriers ?? (q.facts.carrier === undefined ? [] : [q.facts.carrier]);

/** Level of the item that an act brings in or handles: what the input says, else the highest of the carriers. */
export function levelOf(q: Question): Level | null {
  if (q.command === 'carrier.enter' || q.command === 'carrier.receive' || q.command === 'telegram.receive' || q.command === 'computer.register') return (q.input['level'] as Level | null | undefined) ?? null;
  return q.facts.carrier?.level ?? q.facts.computer?.level ?? null;
}

/** 《题名》 of a carrier, for sentences; short. */
export const called = (c: RecordOf<'carriers'>): string => c.number ?? String(c.id);

export const zh = (level: Level | null): string => (level === null ? '无密级' : levelZh[level]);

/** People an act would let know the content. */
export const readersOf = (q: Question): readonly RecordOf<'persons'>[] => q.facts.people ?? (q.facts.person === undefined ? [] : [q.facts.person]);

export const classified = (c: RecordOf<'carriers'>): boolean => isStateSecret(c.level);

/** Where people may come to know content: in scope by name, by unit, or not. */
export function inScope(carrier: RecordOf<'carriers'>, person: Readonly<{ name: string | null; department: string | null }>): boolean {
  const listed = carrier.accessScope ?? [];
  if (listed.length > 0) return person.name !== null && listed.includes(person.name);
  const unit = carrier.scopeUnit;
  // 规划科 is meant by 规划科、财务科 and by 青岭研究所规划科, not by 规划科学院.
  const { department } = person;
  return unit !== null && department !== null && unit.split(/[、，,；;\s]+/).some((part) => part.endsWith(department));
}

/** Whoever a parameter names as approver, as the office calls it. */
const approverNames: Readonly<Record<string, string>> = { leaderInCharge: '主管领导', principalLeader: '主要负责人', namedDelegate: '主要负责人或其指定的人', generalOffice: '办公室', secrecyOffice: '保密工作机构' };
export const approverOf = (q: Question, key: string): string => approverNames[q.profile.text(key)] ?? '审批领导';
