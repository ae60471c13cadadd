import type { Level } from '#shared/levels.ts';
import type { Register } from '#shared/registers/define.ts';
import type { Entry } from '../app/answers.ts';
import { daysBetween } from '../ui/days.ts';
import { LevelMark } from '../ui/LevelMark.tsx';
import type { GridColumn } from '../ui/RegisterGrid.tsx';
import { StateWord } from '../ui/StateWord.tsx';
import { viewOf } from './fieldViews.tsx';

/** A line of the table: an entry, or one of its earlier wordings. */
export type Line = Readonly<{ key: string; entry: Entry; values: Entry['values']; revision: number; old: boolean }>;

/** Entries as lines; with their earlier wordings directly above the one in force when those were asked for. */
export function linesOf(entries: readonly Entry[]): Line[] {
  return entries.flatMap((entry) => {
    const earlier = (entry.revisions ?? []).filter((r) => r.revision < entry.revision);
    const old = earlier.map((r) => ({ key: `${entry.id}.${r.revision}`, entry, values: r.values, revision: r.revision, old: true }));
    return [...old, { key: String(entry.id), entry, values: entry.values, revision: entry.revision, old: false }];
  });
}

const wide: Readonly<Record<string, number>> = { title: 150, docNumber: 150, subject: 240, work: 160, file: 260, fileName: 220, reason: 150, kind: 110, place: 104, room: 130, issuer: 140, name: 90, account: 110, copySerial: 68, carrierKind: 72, custodian: 66, readerName: 72, borrowerName: 72, department: 100, carrierNumber: 126, computerNumber: 116, userName: 72, state: 88, dueOn: 74, key: 260, rulesZh: 140, brandModel: 140, diskSerial: 150, filingNumber: 130, level: 120 };

/** Kinds of fields whose words may be cut in a table; the line below it and the record show them whole. */
const softKinds: readonly string[] = ['text', 'note', 'names'];

/** Days past the due day of a line that is out; 0 for all others. */
export function overdueOf(values: Entry['values'], today: string): number {
  const due = values['dueOn'];
  const out = ['lent', 'reading', 'circulating', 'carried_out', 'routed', 'out'].includes(String(values['state']));
  return out && typeof due === 'string' && due < today ? daysBetween(due, today) : 0;
}

/**
 * The columns of a register's table from its definition: the number first, then the columns the definition names. The column
 * that names the record takes what space is left.
 */
export function columnsOf(spec: Register, today: string): GridColumn<Line>[] {
  const grows = spec.list.columns.includes(spec.name) ? spec.name : (spec.list.columns.find((c) => spec.fields[c]?.kind === 'text') ?? spec.list.columns[0]);
  const sortable = new Set<string>(spec.list.sorts);
  const own = spec.list.columns.map((name): GridColumn<Line> => {
    const field = spec.fields[name];
    if (field === undefined) throw new Error(`register ${spec.key} has no field ${name}`);
    const view = viewOf(field);
    const isState = name === spec.states.field;
    const render = (line: Line) => {
      const value = line.values[name];
      if (isState && line.old) return <span className="tagln">已更正</span>;
      if (isState) return <StateWord state={value === null || value === undefined ? null : String(value)} word={viewOf(field).words({ field, value, today })} overdue={overdueOf(line.values, today)} />;
      if (name === spec.levelField) return <LevelMark level={value as Level | null} period={typeof line.values['secrecyPeriod'] === 'string' ? line.values['secrecyPeriod'] : null} />;
      const words = view.words({ field, value, today });
      const late = name === 'dueOn' && !line.old && overdueOf(line.values, today) > 0;
      return (
        <>
          <span className={late ? 'cut late' : 'cut'} title={words === '—' ? undefined : words}>{view.show({ field, value, today })}</span>
          {name === grows && !line.old && line.entry.corrections > 0 ? <span className="tagln">第 {line.entry.corrections + 1} 稿</span> : null}
          {name === grows && !line.old && line.entry.flags?.includes('late') === true ? <span className="tagln">补登</span> : null}
        </>
      );
    };
    const titleZh = name === spec.levelField && 'secrecyPeriod' in spec.fields ? '密级★期限' : field.label;
    // A short number may stand under a long heading: the heading is read whole.
    const width = name === spec.levelField && !('secrecyPeriod' in spec.fields) ? 92 : (wide[name] ?? Math.max(view.width, 18 + 14 * titleZh.length));
    return {
      key: name,
      titleZh,
      width,
      // Words give way before the state at the end leaves the window; numbers, days and marks are read whole.
      ...(softKinds.includes(field.kind) && !isState && (!name.endsWith('Number') || name === 'filingNumber') ? { least: Math.min(width, Math.max(66, Math.round(width * 0.62))) } : {}),
      grow: name === grows,
      sortable: sortable.has(name),
      ...('align' in view && view.align === 'right' ? { align: 'right' as const } : {}),
      render,
    };
  });
  if (spec.series === null) return own;
  return [{ key: 'number', titleZh: `${spec.record}编号`.replace('登记编号', '编号'), width: 126, sortable: true, render: (line) => <span className="cut">{line.entry.number ?? '—'}</span> }, ...own];
}
