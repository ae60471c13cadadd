import { NavLink } from 'react-router';
import { useAsk } from './api.ts';
import { places } from './places.ts';
import { shelvesOf } from './rails.ts';
import type { RailItem } from './rails.ts';
import { useMay, useMe } from './session.tsx';

/** Verbs first, then the shelves. Only what the signed-in role may do. */
export function Rail({ items }: Readonly<{ items: readonly RailItem[] }>) {
  const me = useMe();
  const today = useAsk('today', {}, { keep: true });
  const keeps = useMay('clerk', 'approver');
  const pending = useAsk('record.list', { register: 'approvals', filter: { state: 'pending' }, limit: 1 }, { enabled: keeps, keep: true });
  const counts = { due: today.data?.due.length ?? 0, approvals: pending.data?.total ?? 0, violations: today.data?.newViolations ?? 0 };
  const shelves = shelvesOf(me.roles);
  // With more verbs than the number keys reach, the rest stands two abreast: the whole rail is seen without scrolling.
  const [keyed, rest] = items.length > 12 ? [items.filter((i) => i.digit !== undefined), items.filter((i) => i.digit === undefined)] : [items, []];
  const line = (item: RailItem) => {
    const n = item.badge === undefined ? 0 : counts[item.badge];
    return (
      <li key={item.key}>
        <NavLink to={item.to} end={item.to.includes('?')}>
          {item.zh}
          {n > 0 ? <em aria-label={`${n} 项`}>{n}</em> : null}
          {item.digit === undefined ? null : <i aria-hidden="true">Ctrl {item.digit}</i>}
        </NavLink>
      </li>
    );
  };
  const only = me.roles.length === 1 ? me.roles[0] : undefined;
  return (
    <nav className={rest.length === 0 ? 'rail' : 'rail close'} aria-label="办理与台账">
      <ul>{keyed.map(line)}</ul>
      {rest.length === 0 ? null : <ul className="abreast">{rest.map(line)}</ul>}
      {shelves.length === 0 ? null : (
        <>
          <hr />
          <ul>
            <li className="cap"><NavLink to={places.shelf()} end>台账架<i aria-hidden="true">Ctrl 9</i></NavLink></li>
            {shelves.map((s) => (
              <li key={s.key}><NavLink to={places.shelf(s.key)}>{s.zh}<i>{s.books.length} 册</i></NavLink></li>
            ))}
          </ul>
        </>
      )}
      {keeps ? (
        <>
          <hr />
          <ul className={rest.length === 0 ? undefined : 'abreast'}>
            {me.roles.includes('clerk') ? <li><NavLink to={places.import()}>导入</NavLink></li> : null}
            {me.roles.includes('clerk') ? <li><NavLink to={places.verify}>核验</NavLink></li> : null}
            {me.roles.includes('clerk') ? <li><NavLink to={places.backups}>备份</NavLink></li> : null}
            <li><NavLink to={places.policy}>制度与规则</NavLink></li>
            <li><NavLink to={places.terminal}>本机</NavLink></li>
          </ul>
        </>
      ) : null}
      {only === undefined ? null : <p className="rail-note">{notes[only]}</p>}
    </nav>
  );
}

const notes = {
  clerk: '', approver: '审批领导不登记台账；不得审批自己的申请。',
  system_administrator: '系统管理员管账户、备份和本机，不接触台账内容。',
  security_administrator: '安全保密管理员管制度参数、权限和提醒，不登记台账。',
  auditor: '安全审计员只读，不能改动任何登记。',
} as const;
