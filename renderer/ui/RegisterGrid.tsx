import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useScale } from '../app/scale.ts';
import { useKeys } from './useKeys.ts';

export type GridColumn<R> = Readonly<{
  key: string;
  titleZh: string;
  /** Pixels; the column marked `grow` takes what is left, at least this. */
  width: number;
  /** So narrow it may become before the table scrolls sideways; without it the width is kept. */
  least?: number;
  grow?: boolean;
  align?: 'right';
  sortable?: boolean;
  render: (row: R) => ReactNode;
}>;

export type RegisterGridProps<R> = Readonly<{
  /** What is listed, for screen readers. */
  label: string;
  columns: readonly GridColumn<R>[];
  /** How many columns stay in place while the others scroll. */
  frozen?: number;
  rows: readonly R[];
  idOf: (row: R) => string | number;
  /** All rows there are, also those not loaded yet. */
  total?: number;
  focused: string | number | null;
  onFocus: (id: string | number, row: R) => void;
  onOpen?: (row: R) => void;
  ticked?: ReadonlySet<string | number>;
  onTick?: (row: R) => void;
  /** 'old' strikes a row through, 'gone' greys it. */
  toneOf?: (row: R) => 'old' | 'gone' | undefined;
  sort?: Readonly<{ key: string; descending: boolean }> | undefined;
  onSort?: (key: string) => void;
  /** Called when the last loaded rows come into sight. */
  onEnd?: () => void;
  empty?: ReactNode;
  rowHeight?: number;
  autoFocus?: boolean;
}>;

/**
 * The table of every register. Windowed; the container keeps the focus and names the active row (`aria-activedescendant`),
 * because a focused row that scrolls away would lose it. Never a cell editor.
 */
export function RegisterGrid<R>(p: RegisterGridProps<R>) {
  const { columns, rows, idOf, focused, onFocus, onOpen, onTick, ticked, toneOf, sort, onSort, onEnd, frozen = 2 } = p;
  const scale = useScale();
  const rowHeight = (p.rowHeight ?? 34) * scale;
  const widthOf = (c: GridColumn<R>): number => c.width * scale;
  const leastOf = (c: GridColumn<R>): number => (c.least ?? c.width) * scale;
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [hold, setHold] = useState(0);
  const at = Math.max(0, rows.findIndex((row) => idOf(row) === focused));
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => body.current, estimateSize: () => rowHeight, overscan: 8, scrollPaddingStart: rowHeight });
  useEffect(() => list.measure(), [list, rowHeight]);
  const items = list.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 12 && hold !== rows.length) {
      setHold(rows.length);
      onEnd?.();
    }
  }, [last, rows.length, hold, onEnd]);
  useEffect(() => {
    if (p.autoFocus === true) body.current?.focus({ preventScroll: true });
  }, [p.autoFocus]);

  const seen = useRef(false);
  useEffect(() => {
    // A list one comes back to shows the row it was left at.
    if (seen.current || rows.length === 0) return;
    seen.current = true;
    if (at > 0) list.scrollToIndex(at, { align: 'center' });
  }, [rows.length, at, list]);

  const go = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[next];
    if (row === undefined) return;
    list.scrollToIndex(next, { align: 'auto' });
    onFocus(idOf(row), row);
  };
  const page = (): number => Math.max(1, Math.floor((body.current?.clientHeight ?? 300) / rowHeight) - 2);
  const row = rows[at];
  useKeys(
    [
      { key: 'ArrowUp ArrowDown', label: '选行', run: (e) => go(at + (e.key === 'ArrowDown' ? 1 : -1)) },
      { key: 'Enter', label: '打开', when: onOpen !== undefined && row !== undefined, run: () => row !== undefined && onOpen?.(row) },
      { key: 'Space', label: '勾选', when: onTick !== undefined && row !== undefined, run: () => {
        if (row !== undefined) onTick?.(row);
        go(at + 1);
      } },
      { key: 'PageDown', label: '下一屏', bar: false, run: () => go(at + page()) },
      { key: 'PageUp', label: '上一屏', bar: false, run: () => go(at - page()) },
      { key: 'Home', label: '第一行', bar: false, run: () => go(0) },
      { key: 'End', label: '最后一行', bar: false, run: () => go(rows.length - 1) },
      { key: 'ArrowLeft', label: '向左', bar: false, run: () => body.current?.scrollBy({ left: -160 }) },
      { key: 'ArrowRight', label: '向右', bar: false, run: () => body.current?.scrollBy({ left: 160 }) },
    ],
    { within: box },
  );

  const template = columns.map((c) => `minmax(${leastOf(c)}px, ${c.grow === true ? '1fr' : `${widthOf(c)}px`})`).join(' ');
  const least = columns.reduce((sum, c) => sum + leastOf(c), 0);
  const lefts = columns.map((_, i) => columns.slice(0, i).reduce((sum, c) => sum + leastOf(c), 0));
  // A frozen column must know its place, so a growing column ends the frozen part.
  const frozenTo = Math.min(frozen, columns.findIndex((c) => c.grow === true) < 0 ? frozen : columns.findIndex((c) => c.grow === true) + 1);
  const place = (i: number) => (i < frozenTo ? { left: lefts[i] } : undefined);
  const cell = (i: number, c: GridColumn<R>): string => `gc${c.align === 'right' ? ' r' : ''}${i < frozenTo ? ' fz' : ''}`;

  return (
    <div className="rg" ref={box}>
      <div
        className="rg-body"
        ref={body}
        role="grid"
        tabIndex={0}
        aria-label={p.label}
        aria-rowcount={(p.total ?? rows.length) + 1}
        aria-colcount={columns.length}
        aria-multiselectable={onTick !== undefined}
        {...(row === undefined ? {} : { 'aria-activedescendant': `${base}-${idOf(row)}` })}
      >
        <div className="rg-canvas" role="presentation" style={{ height: list.getTotalSize() + rowHeight, minWidth: least }}>
          <div className="gr gh" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
            {columns.map((c, i) => {
              const sorted = sort?.key === c.key;
              return (
                <div key={c.key} role="columnheader" className={cell(i, c)} style={place(i)} aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
                  {c.sortable === true && onSort !== undefined ? (
                    <button type="button" tabIndex={-1} onClick={() => onSort(c.key)}>
                      {c.titleZh}
                      {sorted ? <span> {sort.descending ? '▼' : '▲'}<span className="sr">{sort.descending ? '，从大到小' : '，从小到大'}</span></span> : null}
                    </button>
                  ) : (
                    c.titleZh
                  )}
                </div>
              );
            })}
          </div>
          {items.map((item) => {
            const r = rows[item.index];
            if (r === undefined) return null;
            const id = idOf(r);
            const on = item.index === at;
            const tick = ticked?.has(id) ?? false;
            return (
              <div
                key={String(id)}
                id={`${base}-${id}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={onTick === undefined ? on : tick}
                className={`gr${on ? ' foc' : ''}${tick ? ' ticked' : ''} ${toneOf?.(r) ?? ''}`}
                style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
                onClick={(e) => {
                  onFocus(id, r);
                  if (e.ctrlKey) onTick?.(r);
                }}
                onDoubleClick={() => onOpen?.(r)}
              >
                {columns.map((c, i) => (
                  <div key={c.key} role="gridcell" className={cell(i, c)} style={place(i)}>
                    {i === 0 && onTick !== undefined ? <span className="tickmark" aria-hidden="true">{tick ? '☑' : ''}</span> : null}
                    {c.render(r)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && p.empty !== undefined ? <div className="rg-empty">{p.empty}</div> : null}
    </div>
  );
}
