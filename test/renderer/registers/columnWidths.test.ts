import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../renderer/registers/columns.tsx';
import { registerKeys, registerOf } from '#shared/registers/index.ts';

/** The table in a window of 1280: without the rail, the margins and the lines around it. */
const ROOM = 1044;

describe('the columns of a book', () => {
  it.each(registerKeys)('of %s fit into the window, the state at the end included', (register) => {
    const columns = columnsOf(registerOf(register), '2026-11-20');
    expect(columns.reduce((sum, c) => sum + (c.least ?? c.width), 0), columns.map((c) => `${c.key} ${c.least ?? c.width}`).join(', ')).toBeLessThanOrEqual(ROOM);
  });
});
