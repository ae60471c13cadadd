import { useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { Omnibox } from '../screens/Omnibox.tsx';
import { Act } from '../ui/Act.tsx';
import { KeyBar } from '../ui/KeyBar.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { useAsk } from './api.ts';
import { useDialogs } from './dialogs.tsx';
import { DraftOffer } from './DraftOffer.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { arrived } from './onTheWay.ts';
import { nextPane } from './panes.ts';
import { places } from './places.ts';
import { railOf } from './rails.ts';
import { Rail } from './Rail.tsx';
import { scaleBy } from './scale.ts';
import { isGap, useClock, useMe, useOpen, useSession } from './session.tsx';
import { TopBar } from './TopBar.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';

/** Top line, rail, page, key bar. The frame's keys are asked last, so that a page may use a key for itself. */
export function Frame() {
  const [finding, setFinding] = useState(false);
  const [help, setHelp] = useState(false);
  const { lock, lockIn } = useSession();
  const me = useMe();
  const go = useNavigate();
  const here = useLocation();
  const dialogs = useDialogs();
  const rail = railOf(me.roles);

  useEffect(() => {
    arrived(here.key);
    // A page that does not take the focus itself gets it on its first pane, so that the keys work at once.
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body) document.querySelector<HTMLElement>('.main [role=grid], .main [data-pane], .main')?.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [here.key]);

  useKeys(
    [
      { key: 'F1', label: '全部按键', run: () => setHelp(true) },
      { key: 'Ctrl+K F3', label: '查', run: () => setFinding(true) },
      { key: 'F6', label: '换区', run: () => nextPane(1) },
      { key: 'Shift+F6', label: '上一区', bar: false, run: () => nextPane(-1) },
      ...rail.filter((item) => item.digit !== undefined).map((item) => ({ key: `Ctrl+${item.digit}`, label: item.zh, bar: false, run: () => void go(item.to) })),
      { key: 'Ctrl+9', label: '台账架', bar: false, run: () => void go(places.shelf()) },
      { key: 'F9', label: '违规登记', bar: false, when: me.roles.includes('clerk'), run: () => dialogs.violation({}) },
      { key: 'Ctrl+L', label: '锁定', bar: false, run: () => void lock() },
      { key: 'Alt+ArrowLeft', label: '后退', bar: false, run: () => void go(-1) },
      { key: 'Alt+ArrowRight', label: '前进', bar: false, run: () => void go(1) },
      { key: 'Ctrl+= Ctrl+Shift+=', label: '放大', bar: false, run: () => scaleBy(1) },
      { key: 'Ctrl+-', label: '缩小', bar: false, run: () => scaleBy(-1) },
      { key: 'Ctrl+0', label: '原来大小', bar: false, run: () => scaleBy(0) },
    ],
    { base: true },
  );

  return (
    <div className="app">
      <TopBar onFind={() => setFinding(true)} />
      <Rail items={rail} />
      <div className="centre">
        <StandingBars />
        <DraftOffer />
        {lockIn === null ? null : <p className="idle-line" role="status">{lockIn} 秒后锁定，按任意键继续。</p>}
        <Outlet />
      </div>
      <KeyBar end={<BarEnd />} />
      {finding ? <Omnibox onClose={() => setFinding(false)} /> : null}
      {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </div>
  );
}

/** What stays true until somebody deals with it: a finding of the isolation check, a store that may only be read. */
function StandingBars() {
  const { setReading } = useSession();
  const open = useOpen();
  const isolation = useAsk('isolation', {}, { keep: true });
  const gap = open.findings.find(isGap);
  return (
    <>
      {(isolation.data ?? []).filter((c) => !c.ok).map((c) => <p key={c.findingZh} className="bar-line n" role="status">{c.findingZh}</p>)}
      {gap === undefined ? null : <div className="bar-line n offer" role="status"><span>{gap.messageZh}</span><Act small onClick={() => setReading(false)}>核对与确认…</Act></div>}
    </>
  );
}

/** Chain, backup, and what kind of store this is. */
function BarEnd() {
  const open = useOpen();
  const today = useAsk('today', {}, { keep: true });
  const day = dayOf(useClock());
  const { chain, backup } = today.data ?? {};
  return (
    <>
      {chain === undefined ? null : <span>审计链 #{chain.seq.toLocaleString('en-US')}</span>}
      {today.data === undefined ? null : <span>{backup?.madeAt === undefined ? '尚无备份' : `备份 ${shortMoment(backup.madeAt, day)} 已核验`}</span>}
      {open.preview ? <span className="demo">预览</span> : null}
      {open.terminal.training ? <span className="demo">演示数据</span> : null}
    </>
  );
}
