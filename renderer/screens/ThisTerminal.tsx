import type { Today } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useOpen } from '../app/session.tsx';
import { Link } from 'react-router';
import { places } from '../app/places.ts';
import { shortMoment } from '../ui/days.ts';
import { Breach, Good, Notice } from '../ui/icons.tsx';
import { Pane } from '../ui/Page.tsx';

/** 本终端: isolation, backup, chain and paper anchor, each in one sentence. */
export function ThisTerminal({ answer, today }: Readonly<{ answer: Today | undefined; today: string }>) {
  const open = useOpen();
  const isolation = useAsk('isolation', {}, { keep: true });
  if (answer === undefined) return null;
  const bad = isolation.data?.filter((c) => !c.ok) ?? [];
  const { backup, chain, anchorDays } = answer;
  const anchor = anchorDays === null ? '尚未打印' : anchorDays === 0 ? '今日已打印' : `已 ${anchorDays} 个工作日未打印`;
  return (
    <Pane title="本终端">
      <ul className="self">
        <li>
          {bad.length > 0 ? <Breach /> : <Good />}
          <div>
            <p>{bad.length > 0 ? `隔离：有违规 ${bad.length} 项` : isolation.data === undefined ? '隔离：正在自检' : `隔离：${isolation.data.length} 项自检正常`}</p>
            <p>{bad[0]?.findingZh ?? '网卡、无线、可移动存储、摄像头'}</p>
          </div>
        </li>
        <li>
          {backup?.madeAt === undefined ? <Notice /> : <Good />}
          <div>
            <p>{backup?.madeAt === undefined ? '备份：尚无备份' : `备份：${shortMoment(backup.madeAt, today)}，已重新打开核验`}</p>
            <p>{backup?.madeAt === undefined ? <Link to={places.backups}>去备份</Link> : (backup.file?.split(/[\\/]/).pop() ?? '　')}</p>
          </div>
        </li>
        <li>
          <Good />
          <div>
            <p>审计链：{chain.seq.toLocaleString('en-US')} 条</p>
            <p className="mono">{chain.code}</p>
          </div>
        </li>
        <li>
          {anchorDays === null || anchorDays > 1 ? <Notice /> : <Good />}
          <div>
            <p>纸质锚点：{anchor}</p>
            <p>{open.me.roles.includes('approver') ? '与审计员同签后入柜' : <><Link to={places.verify}>打印锚点单</Link>，与审计员同签后入柜</>}</p>
          </div>
        </li>
        {answer.newViolations > 0 ? (
          <li>
            <Notice />
            <div>
              <p>违规登记：{answer.newViolations} 件待审计员阅处</p>
              <p>{open.me.roles.some((r) => ['clerk', 'approver', 'auditor'].includes(r)) ? <Link to={places.register('violations', 'new')}>打开违规登记簿</Link> : '由安全审计员阅处'}</p>
            </div>
          </li>
        ) : null}
        {open.findings.map((f) => (
          <li key={f.code}>
            <Notice />
            <div><p>{f.messageZh}</p></div>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
