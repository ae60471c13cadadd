import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileFrom } from '#electron/commands/door.ts';
import { insertRecord, updateRecord } from '#electron/vault/write.ts';
import { recordById } from '#electron/vault/read.ts';
import type { AnyRecord } from '#shared/registers/index.ts';
import { openDesk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';

let desk: Desk;
beforeEach(() => { desk = openDesk(); });
afterEach(() => { desk.close(); });

const days = (): number => profileFrom(desk.db).number('period.expiryLeadDays');
const set = (value: number): void => {
  const before = recordById(desk.db, 'parameters', 1);
  if (before === null) insertRecord(desk.db, 'parameters', { key: 'period.expiryLeadDays', value, state: 'set' }, 2026);
  else updateRecord(desk.db, 'parameters', before as unknown as AnyRecord, before.revision, { value }, false);
};

describe('profileFrom', () => {
  it('gives what the books say at this moment, when a parameter is set, set again and set back', () => {
    expect(days()).toBe(90);
    for (const value of [60, 120, 60]) {
      set(value);
      expect(days()).toBe(value);
    }
  });

  it('gives the old value again, when the transaction that changed it was undone after it was asked', () => {
    set(60);
    expect(days()).toBe(60);
    expect(() => desk.db.transaction(() => {
      set(120);
      expect(days()).toBe(120);
      throw new Error('undone');
    })()).toThrow('undone');
    expect(days()).toBe(60);
  });
});
