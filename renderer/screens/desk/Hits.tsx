import { useEffect, useRef } from 'react';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';
import type { Found } from './resolve.ts';

const kindZh: Readonly<Record<Found['kind'], string>> = { carrier: '载体', person: '人员', approval: '审批单', loan: '借阅', dealing: '办理单' };

/** What was typed may mean several things: arrows choose, Enter takes. */
export function Hits({ found, onTake, onDrop }: Readonly<{ found: readonly Found[]; onTake: (found: Found) => void; onDrop: () => void }>) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [found]);
  return (
    <Pane title={`找到 ${found.length} 项，请选一项`} end={<button type="button" className="link" onClick={onDrop}>都不是</button>}>
      <ul
        className="lines"
        onKeyDown={(e) => {
          if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
          e.preventDefault();
          const all = [...e.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
          const at = all.indexOf(document.activeElement as HTMLButtonElement);
          all[(at + (e.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length]?.focus();
        }}
      >
        {found.map((f, i) => (
          <li key={`${f.kind}${f.hit.id}`}>
            <button ref={i === 0 ? first : undefined} type="button" className="hit" onClick={() => onTake(f)}>
              <span className="mut">{kindZh[f.kind]}</span>
              <b>{f.hit.number ?? ''}</b>
              <span className="grow one">{f.hit.titleZh}</span>
              <LevelMark level={f.hit.level} />
              <span className="sec small">{f.hit.detailZh}</span>
            </button>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
