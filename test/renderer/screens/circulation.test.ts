import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { emptyEntry, toReceive } from '../../../renderer/screens/receive/entry.ts';
import { actsOfSheet, routeFields, stepLine } from '../../../renderer/screens/circulation/acts.ts';
import type { StepLine } from '../../../renderer/screens/circulation/acts.ts';
import { refusalFields } from '../../../renderer/screens/circulation/holding.ts';
import { initialOf, isFilled, toInput } from '../../../renderer/screens/parts/fields.ts';
import type { ActField } from '../../../renderer/screens/parts/fields.ts';
import { actsOn, placeOfAct, smallActs } from '../../../renderer/registers/acts.ts';

const today = '2026-11-20';
const step = (reader: number, state: string): StepLine => stepLine(reader, { reader, readerName: reader === 1 ? '南宫砚' : '慕容档', department: '规划科', state });
const waiting = [step(1, 'waiting'), step(2, 'waiting')];
const out = [step(1, 'out'), step(2, 'waiting')];
const done = [step(1, 'back'), step(2, 'back')];
const names = (state: string, steps: readonly StepLine[], instructed = false): string[] => actsOfSheet(state, steps, instructed).map((a) => a.zh);

const words: Readonly<Record<string, string>> = { count: '5', day: '2026-11-25', flag: '1', names: '南宫砚、慕容档', moment: '0931' };
const typedFor = (fields: readonly ActField[]): Record<string, string> => Object.fromEntries(fields.map((f) => [f.name, f.of === undefined ? (words[f.kind] ?? '甲') : (Object.keys(f.of)[0] ?? '')]));
const forms: readonly (readonly [CommandName, readonly ActField[], Record<string, unknown>])[] = [
  ['carrier.route', routeFields, { carrier: 1 }], ['refusal.record', refusalFields, {}],
  ...[...actsOfSheet('routed', waiting, true), ...actsOfSheet('routed', out, false), ...actsOfSheet('finished', done, false)].map((a) => [a.command, a.fields, { circulation: 1 }] as const),
  ...(['carrier.hold', 'notebook.issue', 'notebook.giveBack', 'refusal.reported', 'carrier.route'] as const).map((c) => [c, smallActs[c]?.fields ?? [], { [smallActs[c]?.ref ?? '']: 1 }] as const),
];

describe('forms of circulation', () => {
  it.each(forms)('%s is taken by the contract, when everything is filled in', (command, fields, fixed) => {
    const parsed = commands[command].input.safeParse({ ...toInput(fields, typedFor(fields), today), ...fixed });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('takes the next reader by himself, when it opens', () => {
    const [circulate] = actsOfSheet('routed', waiting, false);
    const input = toInput(circulate?.fields ?? [], initialOf(circulate?.fields ?? []), today);
    expect([circulate?.command, input]).toEqual(['carrier.circulate', { reader: 1, signature: 'ink' }]);
  });

  it('asks until when an instruction is carried out only when there is one', () => {
    const fields = actsOfSheet('routed', out, false)[0]?.fields ?? [];
    expect(toInput(fields, { ...initialOf(fields), followUpDueOn: '2026-11-27' }, today)).not.toHaveProperty('followUpDueOn');
    expect(toInput(fields, { ...initialOf(fields), instructions: '请办', followUpDueOn: '2026-11-27' }, today)).toMatchObject({ followUpDueOn: '2026-11-27' });
  });

  it('waits for the reason, when somebody has not read yet', () => {
    const last = actsOfSheet('routed', waiting, false).find((a) => a.command === 'circulation.finish');
    expect(isFilled(last?.fields ?? [], { archiveNumber: '' })).toBe(false);
    expect(isFilled(actsOfSheet('routed', done, false)[0]?.fields ?? [], {})).toBe(true);
  });
});

describe('what can be done with a sheet', () => {
  it('is taking back while somebody has it, and nothing else goes out', () => {
    expect(names('routed', out)).toEqual(['退阅', '增加传阅人']);
  });
  it('is handing it to the next one when it is back', () => {
    expect(names('routed', waiting)).toEqual(['送阅', '增加传阅人', '结束传阅']);
  });
  it('is finishing when everybody has read', () => {
    expect(names('routed', done)).toEqual(['结束传阅', '增加传阅人']);
  });
  it('is following up an instruction until it is carried out, also after the end', () => {
    expect(names('finished', done, true)).toEqual(['批示落实', '归卷']);
    expect(names('stopped', done)).toEqual(['归卷']);
    expect(names('filed', done, true)).toEqual(['批示落实']);
    expect(names('filed', done)).toEqual([]);
  });
});

describe('ways into circulation', () => {
  it('lead from the carrier to its sheet and from unrouted mail to the office', () => {
    for (const command of ['carrier.route', 'carrier.circulate', 'circulation.takeBack']) expect(placeOfAct({ command, titleZh: '', outcome: 'allow' }, 'ZT-2026-00001')).toBe('/circulation?carrier=ZT-2026-00001');
    expect(actsOn('receipts', { state: 'registered', routedOn: null }, ['clerk']).map(([c]) => c)).toContain('carrier.route');
    expect(actsOn('receipts', { state: 'registered', routedOn: '2026-11-20' }, ['clerk']).map(([c]) => c)).not.toContain('carrier.route');
    expect(actsOn('receipts', { state: 'registered', routedOn: null }, ['approver'])).toEqual([]);
  });
});

describe('收文', () => {
  const entry = { ...emptyEntry, title: '通知', level: '', copies: '1' };
  it('says how the parcel came only when it was looked at', () => {
    expect(toReceive(entry, today)).not.toHaveProperty('sealIntact');
    expect(toReceive({ ...entry, sealIntact: '0', expectedCopies: '３' }, today)).toMatchObject({ sealIntact: false, expectedCopies: 3 });
    expect(toReceive({ ...entry, sealIntact: '1' }, today)).toMatchObject({ sealIntact: true });
  });
  it('says when the meeting ended only for what comes from a meeting', () => {
    expect(toReceive({ ...entry, channel: 'courier', broughtBackOn: '2026-11-19' }, today)).not.toHaveProperty('broughtBackOn');
    expect(toReceive({ ...entry, channel: 'meeting', broughtBackOn: '2026-11-19' }, today)).toMatchObject({ broughtBackOn: '2026-11-19' });
  });
});
