import { useNavigate } from 'react-router';
import { roleZh } from '#shared/roles.ts';
import { dayOf, timeOf, weekdayOf } from '../ui/days.ts';
import { Breach, Good, Notice, Search } from '../ui/icons.tsx';
import { Key } from '../ui/Key.tsx';
import { useAsk } from './api.ts';
import { places } from './places.ts';
import { useClock, useOpen, useSession } from './session.tsx';
import { Slab } from './Slab.tsx';

/** Terminal level mark, search box, isolation light, clock, who is signed in, lock. */
export function TopBar({ onFind }: Readonly<{ onFind: () => void }>) {
  const open = useOpen();
  const { lock } = useSession();
  const now = useClock();
  const day = dayOf(now);
  const time = timeOf(now);
  return (
    <header className="top">
      <Slab terminal={open.terminal} />
      <button type="button" className="omni" onClick={onFind}>
        <Search />
        <span className="grow">扫码，或输编号 / 文号 / 题名 / 姓名 / 柜号 / 首字母</span>
        <Key name="Ctrl+K" />
      </button>
      <div className="tr">
        <IsolationLight />
        <time className="sec clock" dateTime={`${day}T${time}`}>{Number(day.slice(5, 7))}月{Number(day.slice(8))}日 {weekdayOf(day)} {time}</time>
        <span className="who"><b>{open.me.name}</b><span className="role">{open.me.roles.map((r) => roleZh[r]).join('、')}</span></span>
        <button type="button" className="btn sm" onClick={() => void lock()}>锁定 <Key name="Ctrl+L" /></button>
      </div>
    </header>
  );
}

/** ✔ 隔离正常 · ▲ 有提示 · octagon 有违规. Opens the finding list. */
function IsolationLight() {
  const open = useOpen();
  const go = useNavigate();
  const checks = useAsk('isolation', {}, { keep: true });
  const findings = checks.data?.filter((c) => !c.ok) ?? [];
  const clock = open.findings.filter((f) => f.code.startsWith('clock'));
  const [Shape, word, tone] = findings.length > 0 ? [Breach, `有违规 ${findings.length} 项`, 'n'] as const : open.findings.length > 0 ? [Notice, `有提示 ${open.findings.length} 项`, 'w'] as const : checks.data === undefined ? [Notice, '正在自检', 'w'] as const : [Good, '隔离正常', 'y'] as const;
  const says = [...findings.map((f) => f.findingZh), ...open.findings.map((f) => f.messageZh)].join('；');
  return (
    <button type="button" className={`iso ${tone}`} title={says === '' ? '网卡、无线、可移动存储、摄像头均未启用' : says} onClick={() => void go(places.terminal)}>
      <Shape />
      {word}
      {clock.length > 0 ? <small>▲ 时钟</small> : null}
    </button>
  );
}
