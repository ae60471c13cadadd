import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { places } from '../../../renderer/app/places.ts';
import { screens } from '../../../renderer/app/routes.tsx';
import { actsOn } from '../../../renderer/registers/acts.ts';
import { caseFields, closeFields, courseActs, destroyFields, openFields, receiveFields, reportFields, telegramActs, tipOffFields } from '../../../renderer/screens/ending/fields.ts';
import type { HandoverKind } from '../../../renderer/screens/ending/fields.ts';
import { initialOf, isFilled, toInput } from '../../../renderer/screens/parts/fields.ts';
import type { ActField } from '../../../renderer/screens/parts/fields.ts';
import { verbOf } from '../../../renderer/screens/today.ts';

const today = '2026-11-20';
const own: Readonly<Record<string, string>> = { others: '电子文件 0\n设备 1\n存储介质 0\n保密本 0\n工作证件 1\n钥匙 2\n门禁权限 1', tally: '纸质 2\n图纸地图 1', sanctions: '某某 警告 党组会', period: '10年', level: 'secret' };
const words: Readonly<Record<string, string>> = { count: '5', day: '2026-11-20', moment: '0930', flag: '1', names: '南宫砚、慕容档', refs: 'ZT-2026-00001', lines: '主管领导' };
const typedFor = (fields: readonly ActField[]): Record<string, string> => Object.fromEntries(fields.map((f) => [f.name, own[f.name] ?? (f.of === undefined ? (words[f.kind] ?? '甲') : (Object.keys(f.of)[0] ?? ''))]));
const kinds: readonly HandoverKind[] = ['post', 'holder', 'unit', 'retired'];
const forms: readonly (readonly [string, CommandName, readonly ActField[], Record<string, unknown>])[] = [
  ...kinds.map((kind) => [`opening ${kind}`, 'handover.open', openFields[kind], { kind }] as const), ...kinds.map((kind) => [`closing ${kind}`, 'handover.close', closeFields(kind), { handover: 1 }] as const),
  ['receiving', 'telegram.receive', receiveFields, {}], ...telegramActs.map((a) => [a.zh, a.command, a.fields, { telegram: 1 }] as const), ['a case', 'incident.open', caseFields, {}], ['the report', 'incident.report', reportFields, { incident: 1 }], ...courseActs.map((a) => [a.zh, a.command, a.fields, { incident: 1 }] as const),
  ['telling', 'tipOff.record', tipOffFields, {}], ['destroying', 'carrier.destroy.execute', destroyFields({ paper: 2, map: 1 }, true), { destruction: 1 }],
];

describe('forms of handing over, of telegrams and of cases', () => {
  it.each(forms)('%s is taken by the contract, when everything is filled in', (_what, command, fields, fixed) => {
    const parsed = commands[command].input.safeParse({ ...toInput(fields, typedFor(fields), today), ...fixed });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('counts what is handed over besides carriers, and lets the refusal name what cannot be read', () => {
    const fields = closeFields('holder');
    expect(toInput(fields, { ...initialOf(fields), counted: '0' }, today)['others']).toEqual({ electronicFiles: 0, devices: 0, media: 0, notebooks: 0, passes: 0, keys: 0, doorRights: 0 });
    expect(toInput(fields, { ...initialOf(fields), others: '设备：2台；钥匙3把' }, today)['others']).toEqual({ devices: 2, keys: 3 });
    expect(toInput(fields, { ...initialOf(fields), others: '若干' }, today)['others']).toBe('若干');
  });

  it('says that nothing is kept only when that was chosen', () => {
    const fields = closeFields('holder');
    expect(toInput(fields, initialOf(fields), today)).not.toHaveProperty('keptPrivately');
    expect(toInput(fields, { ...initialOf(fields), keptPrivately: 'none' }, today)['keptPrivately']).toBe(false);
    expect(toInput(fields, { ...initialOf(fields), keptPrivately: 'some' }, today)['keptPrivately']).toBe(true);
    expect(closeFields('post').some((f) => f.name === 'keptPrivately')).toBe(false);
  });

  it('reads decisions line by line', () => {
    const fields = courseActs.find((a) => a.command === 'incident.sanction')?.fields ?? [];
    expect(toInput(fields, { ...initialOf(fields), sanctions: '某甲 警告 党组会\n某乙 不予处理 党组会 初次违规情节轻微' }, today)['sanctions']).toEqual([{ name: '某甲', measure: 'warning', by: '党组会' }, { name: '某乙', measure: 'none', by: '党组会', reason: '初次违规情节轻微' }]);
    expect(toInput(fields, { ...initialOf(fields), sanctions: '某甲 口头说说' }, today)['sanctions']).toBe('某甲 口头说说');
  });

  it('asks the seven items only of the written report', () => {
    const typed = { ...initialOf(reportFields), remedy: '封存', course: '晨检时' };
    expect(toInput(reportFields, typed, today)).toMatchObject({ reportedTo: ['主管领导', '保密工作机构', '同级保密行政管理部门', '上级主管部门'], course: '晨检时' });
    expect(toInput(reportFields, { ...typed, byWord: '1' }, today)).not.toHaveProperty('course');
  });

  it('asks who is meant only in the case of an anomaly', () => {
    const base = { ...initialOf(caseFields), discoveredBy: '欧阳笺', account: '未到岗', persons: '南宫砚' };
    expect(toInput(caseFields, base, today)).not.toHaveProperty('persons');
    expect(toInput(caseFields, { ...base, kind: 'anomaly' }, today)).toMatchObject({ kind: 'anomaly', persons: ['南宫砚'] });
  });

  it('asks for escorts and receipt only of what leaves the house, and for counts of each kind only of several', () => {
    const names = (fields: readonly ActField[]) => fields.map((f) => f.name);
    expect(names(destroyFields({ paper: 3 }, false))).toEqual(['countBefore', 'countAfter', 'executor', 'witness1', 'witness2', 'unrecoverable']);
    expect(names(destroyFields({ paper: 2, map: 1 }, true))).toEqual(expect.arrayContaining(['tally', 'escorts', 'receiptNumber']));
    expect(isFilled(destroyFields({ paper: 2, map: 1 }, true), { countBefore: '3', countAfter: '3', executor: '甲', tally: '' })).toBe(false);
  });
});

describe('ways into these screens', () => {
  it('lead from the line of the book to where it is dealt with', () => {
    expect([places.dealing('handovers', 3), places.dealing('telegrams', 4), places.dealing('incidents', 5)]).toEqual(['/handover/3', '/telegrams/4', '/missing?incident=5']);
    for (const path of ['handover', 'handover/:no', 'telegrams', 'telegrams/:no', 'tip-off']) expect(screens.some((s) => s.path === path)).toBe(true);
    expect(screens.find((s) => s.path === 'tip-off')?.roles).toHaveLength(5);
  });

  it('lead from today', () => {
    const item = (kind: string, register: string) => ({ id: 'x', rule: 'x', kind, register, record: 7, number: null, dueOn: today, overdueDays: 0, titleZh: '', detailZh: '', level: null, hard: true }) as never;
    expect(verbOf(item('handover', 'handovers'), ['clerk'])).toEqual({ zh: '办移交', to: '/handover/7' });
    expect(verbOf(item('incidentResult', 'incidents'), ['clerk'])).toEqual({ zh: '报结果', to: '/missing?incident=7' });
    expect(verbOf(item('account', 'accounts'), ['system_administrator'])?.zh).toBe('停用');
  });

  it('let only the security administrator handle what was told', () => {
    expect(actsOn('tipOffs', { state: 'recorded' }, ['security_administrator']).map(([name]) => name)).toEqual(['tipOff.handle']);
    expect(actsOn('tipOffs', { state: 'recorded' }, ['clerk'])).toEqual([]);
  });
});
