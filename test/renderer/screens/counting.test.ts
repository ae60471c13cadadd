import { describe, expect, it } from 'vitest';
import { checklistOf, checklists } from '#shared/checklists.ts';
import type { ChecklistKey } from '#shared/checklists.ts';
import { ruleBook } from '#electron/policy/rules/index.ts';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { isFilled, toInput } from '../../../renderer/screens/parts/fields.ts';
import type { ActField } from '../../../renderer/screens/parts/fields.ts';
import { answersOf, cabinetChangeFields, cabinetFields, cancelFields, checkFields, closeFields, correctFields, lineFields, recallCloseFields, recallFields, stocktakeFields, toldZh } from '../../../renderer/screens/counting/fields.ts';

const today = '2026-11-20';
const keys = checklistOf('store').questions.map((q) => q.key);
const forms: readonly (readonly [CommandName, readonly ActField[], Record<string, unknown>])[] = [
  ['stocktake.open', stocktakeFields, {}], ['stocktake.close', closeFields, { stocktake: 1 }], ['stocktake.cancel', cancelFields, { stocktake: 1 }], ['stocktake.count', lineFields, { stocktake: 1 }], ['recall.open', recallFields, {}], ['recall.close', recallCloseFields, { recall: 1 }],
  ['cabinet.register', cabinetFields, {}], ['cabinet.change', cabinetChangeFields, { cabinet: 1 }], ['check.record', checkFields, { checklist: 'store', answers: answersOf(keys, Object.fromEntries(keys.map((k) => [k, 'yes']))) }], ['check.correct', correctFields, { check: 1 }],
];
const words: Readonly<Record<string, string>> = { count: '5', day: '2026-11-25', flag: '1', level: 'secret', names: '南宫砚、慕容档', docNumber: '示厅函（2026）40号' };
const typedFor = (fields: readonly ActField[], more: Record<string, string> = {}): Record<string, string> => Object.fromEntries(fields.map((f) => [f.name, more[f.name] ?? (f.name === 'year' ? '2026' : f.of === undefined ? (words[f.kind] ?? '甲') : (Object.keys(f.of)[0] ?? ''))]));

describe('forms of counting', () => {
  it.each(forms)('%s is taken by the contract, when everything is filled in', (command, fields, fixed) => {
    const parsed = commands[command].input.safeParse({ ...toInput(fields, typedFor(fields), today), ...fixed });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('asks for limits only when not everything is counted', () => {
    expect(Object.keys(toInput(stocktakeFields, typedFor(stocktakeFields, { kind: 'full' }), today))).toEqual(['kind', 'counter', 'checker']);
    expect(Object.keys(toInput(stocktakeFields, typedFor(stocktakeFields, { kind: 'sample' }), today))).toContain('sampleSize');
    expect(isFilled(stocktakeFields, { kind: 'full', counter: '欧阳笺', checker: '' })).toBe(false);
  });

  it('asks for the notice only when an issuing body calls in', () => {
    expect('noticeNumber' in toInput(recallFields, typedFor(recallFields, { kind: 'annual' }), today)).toBe(false);
    expect(toInput(recallFields, typedFor(recallFields, { kind: 'issuer' }), today)).toMatchObject({ noticeNumber: '示厅函〔2026〕40号' });
  });
});

describe('a checklist', () => {
  it('gives no answer for a question that was left blank', () => {
    expect(answersOf(['a', 'b', 'c'], { a: 'yes', b: '', c: 'no' })).toEqual([{ key: 'a', answer: 'yes' }, { key: 'c', answer: 'no' }]);
  });

  it.each(Object.keys(checklists) as ChecklistKey[])('%s names each question once, and rules of the book', (key) => {
    const { questions } = checklistOf(key);
    const known = new Set(ruleBook.map((r) => r.id));
    expect(new Set(questions.map((q) => q.key)).size).toBe(questions.length);
    expect(questions.flatMap((q) => q.rules).filter((r) => !known.has(r))).toEqual([]);
  });

  it('asks about every rule that software cannot judge', () => {
    const asked = new Set(Object.values(checklists).flatMap((l) => l.questions.flatMap((q): readonly string[] => q.rules)));
    expect(ruleBook.filter((r) => r.checklistOnly === true && !asked.has(r.id)).map((r) => r.id)).toEqual([]);
  });

  it('has the thirteen heads of the regulation in the self-check', () => {
    expect(checklists.self.questions.filter((q) => (q.rules as readonly string[]).includes('L050'))).toHaveLength(13);
  });
});

describe('the line after a scan', () => {
  const of = (line: Record<string, unknown>) => toldZh({ lines: [{ number: 'ZT-2026-00001', title: '方案', bucketZh: '相符', bucket: 'found', stateZh: '在库', expectedPlace: '3号柜', ...line }] });
  it('is good when it lies where it should', () => expect(of({})).toEqual({ text: '相符　ZT-2026-00001　方案', good: true }));
  it('says where the books have it, when it lies elsewhere', () => expect(of({ bucket: 'misplaced', bucketZh: '位置不符' })).toEqual({ text: '位置不符　ZT-2026-00001　方案　账面在3号柜（在库）', good: false }));
  it('says so when the books do not know it', () => expect(of({ number: null, title: null, bucket: 'unexpected', bucketZh: '多出', stateZh: '台账没有' })).toEqual({ text: '多出　（台账没有）', good: false }));
});
