import { describe, expect, it } from 'vitest';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { Entry } from '../../../renderer/app/answers.ts';
import { columnsOf, linesOf, overdueOf } from '../../../renderer/registers/columns.tsx';
import { changesOf, startOf } from '../../../renderer/registers/corrections.ts';
import { readMoment, viewOf } from '../../../renderer/registers/fieldViews.tsx';

const today = '2026-11-20';
const entry = (values: Entry['values'], more: Partial<Entry> = {}): Entry => ({ id: 1, number: 'ZT-2026-00001', revision: 2, corrections: 1, values, state: null, ...more });

describe('generic screens from the definitions', () => {
  it('make columns for every register, each with a heading and at most one that grows', () => {
    for (const key of registerKeys) {
      const spec = registerOf(key);
      const columns = columnsOf(spec, today);
      expect(columns.length).toBe(spec.list.columns.length + (spec.series === null ? 0 : 1));
      expect(columns.filter((c) => c.grow === true)).toHaveLength(1);
      for (const c of columns) expect(c.titleZh).not.toBe('');
    }
  });
  it('say every field of every register in words, when it is empty', () => {
    for (const key of registerKeys) for (const field of Object.values(registerOf(key).fields)) expect(viewOf(field).words({ field, value: null, today })).toBe('—');
  });
  it('put an earlier wording directly above its successor', () => {
    const lines = linesOf([entry({ title: '新' }, { revisions: [{ revision: 1, values: { title: '旧' } }, { revision: 2, values: { title: '新' } }] })]);
    expect(lines.map((l) => [l.old, l.values['title']])).toEqual([[true, '旧'], [false, '新']]);
  });
  it('count days only for what is out', () => {
    expect(overdueOf({ state: 'lent', dueOn: '2026-11-18' }, today)).toBe(2);
    expect(overdueOf({ state: 'in_custody', dueOn: '2026-11-18' }, today)).toBe(0);
  });
});

describe('a correction', () => {
  const spec = registerOf('carriers');
  const old = entry({ title: '供水方案', pages: 36, issuedOn: '2026-09', copyingForbidden: 1, docNumber: null });
  it('is empty, when nothing was changed or everything was put back', () => {
    expect(changesOf(spec, old, startOf(spec, old), today)).toEqual({ set: {}, wrong: [] });
  });
  it('holds stored values of the changed fields only', () => {
    const typed = { ...startOf(spec, old), pages: '３８', docNumber: ' 示厅函〔2026〕27号 ', issuedOn: '2026-10', copyingForbidden: '0' };
    expect(changesOf(spec, old, typed, today)).toEqual({ set: { pages: 38, docNumber: '示厅函〔2026〕27号', issuedOn: '2026-10', copyingForbidden: 0 }, wrong: [] });
  });
  it('names the field, when what was typed says nothing sensible', () => {
    expect(changesOf(spec, old, { ...startOf(spec, old), pages: '三十八', receivedOn: '?' }, today).wrong.sort()).toEqual(['pages', 'receivedOn']);
  });
  it('never offers what only an act may change', () => {
    const offered = Object.keys(startOf(spec, old));
    for (const name of ['level', 'state', 'holder', 'place', 'custodian', 'home']) expect(offered).not.toContain(name);
  });
  it('reads a moment in the time of the country', () => {
    expect(readMoment('0931', today)).toBe('2026-11-20T01:31:00.000Z');
    expect(readMoment('1119 1730', today)).toBe('2026-11-19T09:30:00.000Z');
    expect(readMoment('', today)).toBeNull();
    expect(readMoment('昨天', today)).toBeUndefined();
  });
});
