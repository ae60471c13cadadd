import { describe, expect, it } from 'vitest';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Level } from '#shared/levels.ts';
import { recordById } from '#electron/vault/read.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { all_, CARRIER, core, lend, read, ready, readyTop, running, set, shelve, shelveTop, staff, withBooks } from '#test/helpers/rulesCases.ts';

type Variant = Readonly<{ key: string; value: string; level?: Level; arrange: (desk: Desk) => void; command: CommandName; input: Record<string, unknown>; before: string; after: string }>;
const burn = { carriers: [CARRIER], reason: '过期无用', method: 'shred', place: 'authority_facility' };
const copy = { carrier: CARRIER, quantity: 1, reason: '会议用', operator: '欧阳笺', place: '文印室' };

// Each parameter of table B that changes nothing but who approves.
const variants: readonly Variant[] = [
  { key: 'scope.widenApprover', value: 'namedDelegate', arrange: all_(staff(), shelve({ accessScope: ['慕容档'] })), command: 'carrier.read', input: read, before: '主要负责人', after: '主要负责人或其指定的人' },
  { key: 'scope.widenApprover', value: 'namedDelegate', arrange: shelve(), command: 'scope.widen', input: { carrier: CARRIER, add: ['慕容档'], reason: '参加编制' }, before: '主要负责人', after: '主要负责人或其指定的人' },
  { key: 'reading.topSecretApprover', value: 'principalLeader', level: 'top_secret', arrange: readyTop, command: 'carrier.read', input: { ...read, place: '保密室' }, before: '主管领导', after: '主要负责人' },
  { key: 'copy.approver.secret', value: 'principalLeader', arrange: shelve(), command: 'carrier.copy', input: copy, before: '主管领导', after: '主要负责人' },
  { key: 'copy.approver.confidential', value: 'principalLeader', arrange: shelve({ level: 'confidential' }), command: 'carrier.copy', input: copy, before: '主管领导', after: '主要负责人' },
  { key: 'destruction.approver.topSecret', value: 'principalLeader', level: 'top_secret', arrange: shelveTop(), command: 'carrier.destroy.propose', input: burn, before: '主管领导', after: '主要负责人' },
  { key: 'destruction.approver.secret', value: 'principalLeader', arrange: shelve(), command: 'carrier.destroy.propose', input: burn, before: '主管领导', after: '主要负责人' },
  { key: 'destruction.approver.confidential', value: 'principalLeader', arrange: all_(shelve(), shelve({ level: 'confidential', copySerial: '000004' })), command: 'carrier.destroy.propose', input: { ...burn, carriers: [CARRIER, 'ZT-2026-00002'] }, before: '主管领导', after: '主要负责人' },
  { key: 'computer.issueApprover', value: 'secrecyOffice', arrange: running(), command: 'computer.assign', input: { computer: 'SM-001', custodian: '慕容档', reason: '调岗' }, before: '办公室', after: '保密工作机构' },
];

describe('who approves', () => {
  it.each(variants.map((v) => [`${v.key} for ${v.command}`, v] as const))('follows %s in decision, sentence and request', (_name, v) => {
    withBooks(v.level ?? 'secret', (desk) => {
      v.arrange(desk);
      const look = () => {
        const decision = desk.judge(v.command, v.input);
        return { outcome: decision.outcome, approver: decision.approverZh, said: decision.reasons.find((r) => r.outcome === 'needs_approval')?.messageZh };
      };
      expect(look()).toEqual({ outcome: 'needs_approval', approver: v.before, said: expect.stringContaining(v.before) });
      set(v.key, v.value)(desk);
      expect(look()).toEqual({ outcome: 'needs_approval', approver: v.after, said: expect.stringContaining(v.after) });
      const { approval } = desk.must('approval.request', { command: v.command, input: v.input, reason: '工作需要' }).result as { approval: { id: number } };
      expect(recordById(desk.db, 'approvals', approval.id)?.approver).toBe(v.after);
    });
  });

  it('names everybody whose word the act wants, not only the last', () => {
    withBooks('top_secret', (desk) => {
      all_(core, shelveTop({ accessScope: ['慕容档'] }))(desk);
      expect(desk.judge('carrier.lend', { ...lend, place: '保密室', dueOn: '2026-11-20' }).approverZh).toBe('主要负责人、主管领导、保管方和借阅方领导');
    });
  });

  it('names one person once', () => {
    withBooks('secret', (desk) => {
      all_(ready, staff('慕容档', { personnelClass: 'general' }))(desk);
      expect(desk.judge('knowledge.record', { carrier: CARRIER, readers: ['慕容档'], how: 'handled' }).approverZh).toBe('主管领导、主要负责人');
    });
  });
});
