import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import { registers } from '#shared/registers/index.ts';
import { isViolationKind, violationKindKeys, violationKinds, violationZh } from '#shared/violations.ts';

describe('L034 the pick-list of violations', () => {
  it('holds every one of the thirteen acts that article 57 punishes, once', () => {
    const items = Object.values(violationKinds).flatMap((k) => ('sanction' in k ? [k.sanction] : []));
    expect([...items].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('cites the six prohibitions about carriers and the six about systems and devices', () => {
    const cited = Object.values(violationKinds).map((k) => k.law).join('；');
    for (const clause of ['一', '二', '三', '四', '五', '六']) {
      expect(cited).toMatch(new RegExp(`第二十八条[^；]*第${clause}项`, 'u'));
      expect(cited).toContain(`第三十一条第${clause}项`);
    }
  });

  it('is what the register keeps and what the command takes', () => {
    expect(registers.violations.fields.kind.of).toEqual(violationZh);
    const { input } = commands['violation.record'];
    for (const kind of violationKindKeys) expect(input.safeParse({ kind, account: '经过', reason: '原因' }).success, kind).toBe(true);
    expect(input.safeParse({ kind: 'unheard_of', account: '经过', reason: '原因' }).success).toBe(false);
    expect(input.safeParse({ account: '经过', reason: '原因' }).success).toBe(false);
    expect(isViolationKind('toString')).toBe(false);
  });
});
