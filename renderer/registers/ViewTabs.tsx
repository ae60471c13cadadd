import { useRef } from 'react';
import type { View } from '#shared/registers/define.ts';
import { useKeys } from '../ui/useKeys.ts';

/** The views of a register as tabs with counts. One tab stop; arrows walk. */
export function ViewTabs({ views, view, counts, onView }: Readonly<{ views: readonly View[]; view: string; counts: Readonly<Record<string, number>> | undefined; onView: (key: string) => void }>) {
  const box = useRef<HTMLDivElement>(null);
  const at = views.findIndex((v) => v.key === view);
  useKeys(
    [{ key: 'ArrowLeft ArrowRight', label: '换页签', run: (e) => {
      const next = views[(at + (e.key === 'ArrowRight' ? 1 : -1) + views.length) % views.length];
      if (next === undefined) return;
      onView(next.key);
      box.current?.querySelectorAll('button')[views.indexOf(next)]?.focus();
    } }],
    { within: box },
  );
  if (views.length < 2) return null;
  return (
    <div className="tabs" role="tablist" aria-label="视图" ref={box}>
      {views.map((v) => (
        <button key={v.key} type="button" role="tab" aria-selected={v.key === view} tabIndex={v.key === view ? 0 : -1} onClick={() => onView(v.key)}>
          {v.title}
          {counts?.[v.key] === undefined ? null : <span>{counts[v.key]?.toLocaleString('en-US')}</span>}
        </button>
      ))}
    </div>
  );
}
