import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { isFilled, toInput } from '../../../renderer/screens/parts/fields.ts';
import type { ActField } from '../../../renderer/screens/parts/fields.ts';
import { actsOf, appliedFields, carrierActs, labelFields, noticeFields, proposeFields, reviewFields } from '../../../renderer/screens/levels/fields.ts';
import { verbOf } from '../../../renderer/screens/today.ts';
import { actsOn, placeOfAct } from '../../../renderer/registers/acts.ts';

const today = '2026-11-20';
const matterActs = [['proposed', 'provisional'], ['submitted', 'provisional'], ['submitted', 'notice'], ['submitted', 'suggestion'], ['decided', 'change']].flatMap(([state = '', kind = '']) => actsOf(state, kind, false));
const forms: readonly (readonly [string, CommandName, readonly ActField[], Record<string, unknown>])[] = [
  ['提出定密', 'classification.propose', proposeFields, {}], ['收到通知', 'classification.recordNotice', noticeFields, { carriers: [1] }], ['年度审核', 'classification.review', reviewFields, { carriers: [1] }],
  ['制作标志', 'label.print', labelFields, { carriers: [1] }], ['作好标志', 'label.applied', appliedFields, { carriers: [1] }],
  ...matterActs.map((a, n) => [`${n} ${a.zh}`, a.command, a.fields, { classification: 1 }] as const), ...Object.entries(carrierActs).map(([command, a]) => [a.zh, command as CommandName, a.fields, { carrier: 1 }] as const),
];
const words: Readonly<Record<string, string>> = { count: '5', day: '2026-11-25', flag: '1', level: 'secret', period: '10', names: '南宫砚、慕容档', moment: '0931', docNumber: '青研（2026）8号' };
const typedFor = (fields: readonly ActField[], more: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(fields.map((f) => [f.name, more[f.name] ?? (f.name === 'period' ? '10年' : f.name === 'disputed' ? '秘密、机密' : f.of === undefined ? (words[f.kind] ?? '甲') : (Object.keys(f.of)[0] ?? ''))]));

describe('forms about levels', () => {
  it.each(forms)('%s is taken by the contract, when everything is filled in', (_zh, command, fields, fixed) => {
    const parsed = commands[command].input.safeParse({ ...toInput(fields, typedFor(fields), today), ...fixed });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('ask for the source with a derived level, for the clause with an original one, for the grade with a commercial secret', () => {
    const keys = (more: Record<string, string>): string[] => Object.keys(toInput(proposeFields, typedFor(proposeFields, more), today));
    expect(keys({ kind: 'derived' })).toEqual(expect.arrayContaining(['source', 'derivedReason', 'level']));
    expect(keys({ kind: 'derived' })).not.toContain('clause');
    expect(keys({ kind: 'original' })).toEqual(expect.arrayContaining(['clause']));
    expect(keys({ kind: 'original', regime: 'commercial_secret' })).toEqual(expect.arrayContaining(['grade', 'period']));
    expect(keys({ kind: 'original', regime: 'commercial_secret' })).not.toContain('level');
  });

  it('read the levels that others claim, and send a word that is none as typed', () => {
    const claims = (text: string): unknown => toInput(proposeFields, typedFor(proposeFields, { disputed: text }), today)['disputed'];
    expect(claims('秘密、绝密级')).toEqual(['confidential', 'top_secret']);
    expect(claims('很密')).toEqual(['很密']);
  });

  it('send “no secret” as no level, and an answered extension as yes or no', () => {
    const [answer] = actsOf('submitted', 'provisional', false);
    expect(toInput(answer?.fields ?? [], typedFor(answer?.fields ?? [], { level: 'none', period: '' }), today)).toEqual({ answeredOn: '2026-11-25', answerNumber: '青研〔2026〕8号', level: null });
    const [late] = actsOf('submitted', 'notice', false);
    expect(toInput(late?.fields ?? [], typedFor(late?.fields ?? [], { confirmed: 'no' }), today)['confirmed']).toBe(false);
  });

  it('ask whether an extension came only when a period has ended, and who decides only when somebody has to', () => {
    const release = carrierActs['classification.release']?.fields ?? [];
    expect(Object.keys(toInput(release, typedFor(release, { reason: 'ended' }), today))).toContain('extensionChecked');
    expect(Object.keys(toInput(release, typedFor(release, { reason: 'ended' }), today))).not.toContain('decider');
    expect(Object.keys(toInput(release, typedFor(release, { reason: 'published' }), today))).toContain('decider');
    expect(isFilled(noticeFields, { notice: 'change' })).toBe(false);
  });
});

describe('what can be done with a matter', () => {
  it('follows its state: up or decided, answered, told', () => {
    const of = (state: string, kind: string, told = false): string[] => actsOf(state, kind, told).map((a) => a.zh);
    expect(of('proposed', 'original')).toEqual(['定密决定', '报请']);
    expect(of('proposed', 'provisional')).toEqual(['报请', '定密决定']);
    expect(of('submitted', 'provisional')).toEqual(['登记答复']);
    expect(of('decided', 'change')).toEqual(['登记通知']);
    expect(of('decided', 'change', true)).toEqual([]);
    expect(of('done', 'review')).toEqual([]);
  });
});

describe('where acts about levels are done', () => {
  it('opens the screen for piles and proposals, the record page for one carrier', () => {
    const to = (command: string): string | null => placeOfAct({ command, titleZh: '', outcome: 'allow' } as never, 7);
    expect(to('classification.propose')).toBe('/levels?carrier=7');
    expect(to('label.print')).toBe('/levels?mode=label&carrier=7');
    expect(to('label.applied')).toBe('/levels?mode=applied&carrier=7');
    expect(to('classification.change')).toBe('/register/carriers/7?act=classification.change');
    expect(actsOn('classifications', { state: 'decided' }, ['clerk'])).toEqual([]);
  });

  it('leads each line of the day to its act', () => {
    const verb = (kind: string, register: string) => verbOf({ kind, register, record: 4, number: 'DM-2026-0004', dueOn: today, overdueDays: 0, titleZh: '', detailZh: '', level: null, rule: '', id: '' } as never, ['clerk']);
    expect(verb('submit', 'classifications')).toEqual({ zh: '报请', to: '/levels/4' });
    expect(verb('notify', 'classifications')).toEqual({ zh: '登记通知', to: '/levels/4' });
    expect(verb('period', 'carriers')).toEqual({ zh: '核对解密', to: '/register/carriers/4?act=classification.release' });
    expect(verb('levelReview', 'carriers')).toEqual({ zh: '年度审核', to: '/levels?mode=review' });
  });
});
