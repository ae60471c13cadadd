import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { isFilled, toInput } from '../../../renderer/screens/parts/fields.ts';
import type { ActField } from '../../../renderer/screens/parts/fields.ts';
import { conveyFields, dispatchFields, receiptFields } from '../../../renderer/screens/dispatch/fields.ts';
import { actsOf, requestFields, runActs } from '../../../renderer/screens/printRoom/fields.ts';
import { distributionZh, readDistribution, readSignatures } from '../../../renderer/screens/printRoom/lines.ts';

const today = '2026-11-20';
const forms: readonly (readonly [CommandName, readonly ActField[], Record<string, unknown>])[] = [
  ['production.request', requestFields, {}], ...runActs.map((a) => [a.command, a.fields, { production: 1 }] as const),
  ['carrier.dispatch', dispatchFields, { carriers: [1] }], ['carrier.convey', conveyFields, { carriers: [1] }], ['carrier.acknowledge', receiptFields, { consignment: 1 }],
];
const words: Readonly<Record<string, string>> = { count: '5', day: '2026-11-25', flag: '1', level: 'secret', period: '10', names: '南宫砚、慕容档', moment: '0931', docNumber: '青研（2026）8号' };
const typedFor = (fields: readonly ActField[], more: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(fields.map((f) => [f.name, more[f.name] ?? (f.name === 'distribution' ? '规划科 1' : f.name === 'signed' ? '科室负责人 申屠核' : f.of === undefined ? (words[f.kind] ?? '甲') : (Object.keys(f.of)[0] ?? ''))]));

describe('forms of the print room and of dispatch', () => {
  it.each(forms)('%s is taken by the contract, when everything is filled in', (command, fields, fixed) => {
    const parsed = commands[command].input.safeParse({ ...toInput(fields, typedFor(fields, { channel: 'courier' }), today), ...fixed });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('asks for the certificate only when somebody else prints, and for machine and maker only when the unit does', () => {
    const own = Object.keys(toInput(requestFields, typedFor(requestFields, { madeWhere: 'own' }), today));
    const other = Object.keys(toInput(requestFields, typedFor(requestFields, { madeWhere: 'outside' }), today));
    expect([own.includes('machine'), own.includes('certificate'), other.includes('machine'), other.includes('certificate')]).toEqual([true, false, false, true]);
  });

  it('asks for the originator’s consent with 绝密 only', () => {
    expect('originatorConsent' in toInput(requestFields, typedFor(requestFields), today)).toBe(false);
    expect('originatorConsent' in toInput(requestFields, typedFor(requestFields, { level: 'top_secret' }), today)).toBe(true);
  });

  it('asks for route, vehicle and couriers only when a courier goes', () => {
    expect(Object.keys(toInput(conveyFields, typedFor(conveyFields, { channel: 'confidential_post' }), today))).not.toContain('route');
    expect(isFilled(receiptFields, { receivedBy: '司徒收', count: '' })).toBe(false);
  });
});

describe('what is typed line by line', () => {
  it('becomes the list of dispatch, however number and name are parted', () => {
    expect(readDistribution('示例省青岭厅 2\n规划科×1份；测绘科　３')).toEqual([{ recipient: '示例省青岭厅', copies: 2 }, { recipient: '规划科', copies: 1 }, { recipient: '测绘科', copies: 3 }]);
    expect(readDistribution('3号院规划科 2')).toEqual([{ recipient: '3号院规划科', copies: 2 }]);
  });
  it('becomes the signatures in their order', () => {
    expect(readSignatures('科室负责人 申屠核 2026-11-19\n单位负责人：公孙批')).toEqual([{ role: '科室负责人', name: '申屠核', on: '2026-11-19' }, { role: '单位负责人', name: '公孙批' }]);
  });
  it('goes as typed, when a line cannot be read, so that nothing is lost in silence', () => {
    expect(readDistribution('示例省青岭厅 2\n规划科')).toBe('示例省青岭厅 2\n规划科');
    expect(readSignatures('科室负责人')).toBe('科室负责人');
  });
  it('is shown as one line', () => {
    expect(distributionZh([{ recipient: '规划科', copies: 1 }, { recipient: '测绘科', copies: 3 }])).toBe('规划科 1 份、测绘科 3 份');
    expect(distributionZh(null)).toBe('');
  });
});

describe('what can be done with a run', () => {
  it('follows its state, and offers the waste while it waits', () => {
    expect(actsOf('approved', false).map((a) => a.command)).toEqual(['production.complete', 'production.cancel']);
    expect(actsOf('made', true).map((a) => a.command)).toEqual(['production.destroyWaste', 'carrier.file']);
    expect(actsOf('filed', true).map((a) => a.command)).toEqual(['production.destroyWaste']);
    expect(actsOf('filed', false)).toEqual([]);
    expect(actsOf('cancelled', false)).toEqual([]);
  });
});
