import { approver, secadmin } from './desk.ts';
import type { Desk } from './desk.ts';
import { all_, CARRIER, ready, set, staff } from './rulesCases.ts';
import type { Books, Case } from './rulesCases.ts';

type Part = Omit<Case, 'rule'>;
type Input = Record<string, unknown>;
const of = (rule: string, ...parts: Part[]): Case[] => parts.map((p) => ({ rule, ...p }));
const passes = { passes: true } as const;
const denied = { refused: 'deny' } as const;

const smaller = set('person.tiersInUse', ['important', 'general']);
const someone: Input = { name: '慕容档', personnelClass: 'core', status: 'proposed' };
const inUse = (value: readonly string[]): Input => ({ key: 'person.tiersInUse', value, reason: '本单位制度' });

const alone: Input = { kind: 'full', counter: '欧阳笺', checker: '欧阳笺' };
const reduced = set('separation.mode', 'reduced');
const started = (d: Desk): void => void d.must('stocktake.open', alone);
const counted = (d: Desk): void => void d.must('stocktake.count', { stocktake: 1, scanned: CARRIER });
const scopeIs = (wanted: string) => ({ passes: true, after: (b: Books) => { if (b.row('stocktakes')['scopeZh'] !== wanted) throw new Error(String(b.row('stocktakes')['scopeZh'])); } }) as const;

/** Classes of persons, and the reduced division of work in a small unit. */
export const postsCases: readonly Case[] = [
  ...of('P223',
    { name: 'refuses a class that the unit does not use', arrange: smaller, command: 'person.register', input: someone, expect: { refused: 'deny', says: /本单位只用重要、一般/ } },
    { name: 'refuses to correct somebody into it', arrange: all_(staff('慕容档'), smaller), command: 'record.correct', input: { register: 'persons', record: 1, revision: 1, set: { personnelClass: 'core' }, reason: '调岗' }, expect: denied },
    { name: 'takes a class that the unit uses', arrange: smaller, command: 'person.register', input: { ...someone, personnelClass: 'important' }, expect: passes },
    { name: 'takes who is not classified', arrange: smaller, command: 'person.register', input: { ...someone, personnelClass: 'none' }, expect: passes }),
  ...of('P223-U',
    { name: 'refuses to give up a class that somebody has', actor: secadmin, arrange: staff(), command: 'policy.change', input: inUse(['core', 'general']), expect: { refused: 'deny', says: /还有重要涉密人员/ } },
    { name: 'gives up a class that nobody has', actor: secadmin, arrange: staff(), command: 'policy.change', input: inUse(['important', 'general']), expect: passes },
    { name: 'does not mind who has left', actor: secadmin, arrange: (d) => { staff()(d); d.must('person.leavePost', { person: '南宫砚', reason: '调离' }); d.db.prepare(`UPDATE persons SET status = 'left', revision = revision + 1 WHERE id = 1`).run(); }, command: 'policy.change', input: inUse(['core', 'general']), expect: passes }),
  ...of('P117-O',
    { name: 'lets the keeper of a small unit count alone', arrange: all_(ready, reduced), command: 'stocktake.open', input: alone, expect: passes },
    { name: 'lets nobody hand over his post alone, even there', arrange: all_(ready, reduced), command: 'stocktake.open', input: { ...alone, kind: 'handover', custodian: '欧阳笺' }, expect: denied },
    { name: 'keeps the keeper from watching somebody else, even there', arrange: all_(ready, reduced), command: 'stocktake.open', input: { ...alone, counter: '慕容档' }, expect: denied }),
  ...of('P117',
    { name: 'closes what the keeper of a small unit counted alone', arrange: all_(ready, reduced, started, counted), command: 'stocktake.close', input: { stocktake: 1 }, expect: passes },
    { name: 'asks for another once the unit has gone back to strict', arrange: all_(ready, reduced, started, counted, set('separation.mode', 'strict')), command: 'stocktake.close', input: { stocktake: 1 }, expect: { refused: 'needs_second_person' } },
    { name: 'refuses another than the one that was named, once strict again', second: approver, arrange: all_(ready, reduced, started, counted, set('separation.mode', 'strict')), command: 'stocktake.close', input: { stocktake: 1 }, expect: denied }),
  ...of('P117-M',
    { name: 'marks what a small unit counts', arrange: all_(ready, reduced), command: 'stocktake.open', input: { ...alone, checker: '闻人录' }, expect: scopeIs('全部在册载体（简化分工）') },
    { name: 'marks nothing where work is divided', arrange: ready, command: 'stocktake.open', input: { ...alone, checker: '闻人录' }, expect: scopeIs('全部在册载体') }),
];
