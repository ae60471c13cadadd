import { useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DueItem } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useRuleTitles } from '../app/ruleTitles.ts';
import { useClock, useMe, useOpen } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Columns, HoldingsChart } from '../ui/Chart.tsx';
import { dayOf, daysBetween, shortDay, shortMoment, timeOf } from '../ui/days.ts';
import { Key } from '../ui/Key.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { rulesZh } from '../ui/rules.ts';
import { useKeys } from '../ui/useKeys.ts';
import { Sentence } from './parts/Sentence.tsx';
import { ThisTerminal } from './ThisTerminal.tsx';
import { greeting, groupsOf, shapeOf, verbOf } from './today.ts';
import type { Verb } from './today.ts';

/** 今日: what to do now, in three groups; one verb per line; the terminal and two drawings beside it. */
export function Today() {
  const me = useMe();
  const open = useOpen();
  const now = useClock();
  const today = dayOf(now);
  const answer = useAsk('today', {}, { keep: true });
  const dialogs = useDialogs();
  const [only, setOnly] = useState<'all' | 'late' | 'today' | 'soon' | 'later'>('all');
  const due = answer.data?.due ?? [];
  const groups = groupsOf(due, today);
  const shown = groups.filter((g) => only === 'all' || g.key === only);
  const count = (key: string): number => groups.find((g) => g.key === key)?.items.length ?? 0;
  const printList = (): void => dialogs.print({ titleZh: '今日清单', form: 'due-list' });
  useKeys([{ key: 'F8', label: '打印', run: printList }, { key: 'F5', label: '刷新', bar: false, run: () => void answer.refetch() }]);
  const held = answer.data?.holdings.filter((h) => h.in + h.out > 0) ?? [];
  const bins = answer.data?.ageing ?? [];
  const out = bins.reduce((sum, b) => sum + b.count, 0);
  const last = open.lastSignInAt === null ? '首次登录。' : `上次登录 ${shortMoment(open.lastSignInAt, today)}。`;
  const failed = open.failedSince > 0 ? `此后有 ${open.failedSince} 次口令不符。` : '';

  return (
    <Page
      title="今日"
      sentence={`${me.name}，${greeting(Number(timeOf(now).slice(0, 2)))}。${last}${failed}`}
      actions={
        <>
          <div className="seg" role="group" aria-label="只看">
            {([['all', '全部', due.length], ['late', '超期', count('late')], ['today', '今日', count('today')], ['soon', '七日内', count('soon')], ['later', '以后', count('later')]] as const).map(([key, zh, n]) => (
              <button key={key} type="button" aria-pressed={only === key} onClick={() => setOnly(key)}>{zh}<b>{n}</b></button>
            ))}
          </div>
          <Act kbd="F8" onClick={printList}>打印今日清单</Act>
        </>
      }
    >
      <Sentence refusal={answer.error?.refusal ?? null} />
      <div className="cols">
        <Pane className="due" grow>
          {answer.data === undefined ? null : shown.length === 0 ? <p className="empty">今日无事。上一次锁定后没有到期的事项。</p> : <WorkList key={only} groups={shown} today={today} />}
        </Pane>
        <div className="side stack">
          <ThisTerminal answer={answer.data} today={today} />
          {held.length === 0 ? null : (
            <Pane title="在册载体" end={`${held.reduce((sum, h) => sum + h.in + h.out, 0).toLocaleString('en-US')} 件`}>
              <div className="chart"><HoldingsChart holdings={held} /></div>
            </Pane>
          )}
          {out === 0 ? null : (
            <Pane title="借出时长" end={`借阅登记簿未还 ${out} 笔`}>
              <div className="chart"><Columns label="借出时长" bins={bins.map((b) => ({ ...b, bin: b.bin.replace('以上', '上') }))} /></div>
            </Pane>
          )}
        </div>
      </div>
    </Page>
  );
}

function WorkList({ groups, today }: Readonly<{ groups: ReturnType<typeof groupsOf>; today: string }>) {
  const go = useNavigate();
  const me = useMe();
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const items = groups.flatMap((g) => g.items);
  const [at, setAt] = useState(0);
  const here = Math.min(at, items.length - 1);
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    setAt(next);
    document.getElementById(`${base}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    const at = document.activeElement;
    if (at === null || at === document.body || at.closest('.rail') !== null) box.current?.focus({ preventScroll: true });
  }, []);
  const done = (item: DueItem | undefined): void => {
    const verb = item === undefined ? null : verbOf(item, me.roles);
    if (verb !== null) void go(verb.to);
  };
  useKeys(
    [
      { key: 'ArrowUp ArrowDown', label: '选', run: (e) => move(here + (e.key === 'ArrowDown' ? 1 : -1)) },
      { key: 'Enter', label: '办理', run: (e) => (e.target instanceof HTMLButtonElement ? false : done(items[here])) },
      { key: 'Home', label: '第一项', bar: false, run: () => move(0) },
      { key: 'End', label: '最后一项', bar: false, run: () => move(items.length - 1) },
    ],
    { within: box },
  );
  return (
    <div className="due-list" ref={box} role="grid" tabIndex={0} aria-label="待办" aria-rowcount={items.length} aria-activedescendant={`${base}-${here}`}>
      {groups.map((g) => (
        <div key={g.key} role="rowgroup">
          <div className="grp" role="row"><b role="gridcell">{g.titleZh}</b><span role="gridcell">{g.items.length} 件{g.key === 'late' ? '，先办' : ''}</span></div>
          {g.items.map((item) => {
            const n = items.indexOf(item);
            return <DueRow key={item.id} id={`${base}-${n}`} item={item} today={today} on={n === here} verb={verbOf(item, me.roles)} onPick={() => setAt(n)} onDo={() => done(item)} />;
          })}
        </div>
      ))}
    </div>
  );
}

function DueRow({ id, item, today, on, verb, onPick, onDo }: Readonly<{ id: string; item: DueItem; today: string; on: boolean; verb: Verb | null; onPick: () => void; onDo: () => void }>) {
  const titles = useRuleTitles();
  const days = daysBetween(today, item.dueOn);
  const [glyph, shape] = shapeOf(item, today, days);
  const when = days < 0 ? `超 ${-days} 日` : days === 0 ? '今日' : shortDay(item.dueOn, today);
  return (
    <div className={`row${on ? ' foc' : ''}${item.level === null ? ' bare' : ''}`} id={id} role="row" aria-selected={on} onClick={onPick} onDoubleClick={onDo}>
      <span role="gridcell"><span className={`gl ${shape}`} aria-hidden="true">{glyph}</span></span>
      <div className="what" role="gridcell">
        <p title={item.titleZh}>{item.number !== null && !item.titleZh.includes(item.number) ? `${item.number} ` : ''}{item.titleZh}</p>
        <p title={item.detailZh}>{item.detailZh}{item.rule === null || item.detailZh?.includes(item.rule) ? '' : `　${rulesZh([item.rule], titles)}`}</p>
      </div>
      {item.level === null ? null : <span role="gridcell"><LevelMark level={item.level} /></span>}
      <span role="gridcell" className={`when ${shape}`}>{when}</span>
      <span role="gridcell">{verb === null ? null : <button type="button" tabIndex={-1} className={`btn${on ? ' primary' : ''}`} onClick={onDo}>{verb.zh}{on ? <Key name="Enter" /> : null}</button>}</span>
    </div>
  );
}
