import type { Level } from '#shared/levels.ts';
import type { Entry } from '../../app/answers.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** 使用中 2:14. */
export function lasting(startedAt: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(startedAt)) / 60_000));
  return Number.isNaN(minutes) ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

type Props = Readonly<{ machines: readonly Entry[]; sessions: readonly Entry[]; now: Date; chosen: number | null; onChoose: (machine: Entry) => void }>;

/** Machines as rows with level and state; arrows walk, Enter chooses. */
export function Machines({ machines, sessions, now, chosen, onChoose }: Props) {
  return (
    <Pane title="涉密计算机" end={`${machines.length} 台，${sessions.length} 台使用中`}>
      {machines.length === 0 ? <p className="pad mut">还没有在用的涉密计算机。请先在“涉密计算机”中登记并启用。</p> : (
        <ul
          className="lines scroll"
          onKeyDown={(e) => {
            if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
            e.preventDefault();
            const all = [...e.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
            all[(all.indexOf(document.activeElement as HTMLButtonElement) + (e.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length]?.focus();
          }}
        >
          {machines.map((m) => {
            const session = sessions.find((s) => s.values['computer'] === m.id);
            return (
              <li key={m.id}>
                <button type="button" className="hit machine" aria-pressed={chosen === m.id} onClick={() => onChoose(m)}>
                  <b className="nw">{text(m.values['assetNumber'])}</b>
                  <LevelMark level={(m.values['level'] ?? null) as Level | null} />
                  <span className="grow one sec small">{text(m.values['room'])}</span>
                  {session !== undefined
                    ? <span className="st st-out">使用中 {lasting(text(session.values['startedAt']), now)}</span>
                    : <span className={`st ${m.state === 'in_use' ? 'st-in' : 'st-wait'}`}>{m.state === 'in_use' ? '空闲' : '未启用'}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Pane>
  );
}
