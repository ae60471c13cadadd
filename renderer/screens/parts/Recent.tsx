import { useNavigate } from 'react-router';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Level } from '#shared/levels.ts';
import type { Values } from '../../app/answers.ts';
import { useAsk } from '../../app/api.ts';
import { places } from '../../app/places.ts';
import { Act } from '../../ui/Act.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';
import { StateWord } from '../../ui/StateWord.tsx';

export type RecentProps = Readonly<{
  register: RegisterKey;
  view?: string;
  filter?: Readonly<Record<string, string | number | null>>;
  titleZh: string;
  emptyZh: string;
  lineOf: (values: Values) => { title: string; detail: string };
  limit?: number;
  /** One act per line; without it a line opens its record. */
  actZh?: string;
  busy?: boolean;
  onAct?: (id: number, number: string | null, values: Values) => void;
}>;

/** The last few entries of a book beside a form: what there is, and one thing to do with each. */
export function Recent({ register, view, filter, titleZh, emptyZh, lineOf, limit = 12, actZh, busy = false, onAct }: RecentProps) {
  const navigate = useNavigate();
  const list = useAsk('record.list', { register, limit, ...(view === undefined ? {} : { view }), ...(filter === undefined ? {} : { filter }) }, { keep: true });
  const spec = isRegisterKey(register) ? registerOf(register) : null;
  const words = spec?.fields[spec.states.field]?.of ?? {};
  const entries = list.data?.entries ?? [];
  return (
    <Pane title={titleZh} end={list.data === undefined ? '' : `${list.data.total} 件`}>
      {entries.length === 0 ? <p className="pad mut">{list.isPending ? '正在读取……' : emptyZh}</p> : (
        <ul className="lines scroll">
          {entries.map((e) => {
            const { title, detail } = lineOf(e.values);
            const level = e.values['level'];
            return (
              <li key={e.id}>
                <div className="grow">
                  <p className="one"><button type="button" className="link" onClick={() => void navigate(places.record(register, e.id))}>{e.number ?? `第 ${e.id} 号`}</button>　{title}</p>
                  <p className="two small sec">{typeof level === 'string' ? <><LevelMark level={level as Level} />　</> : null}<StateWord state={e.state} word={words[e.state ?? ''] ?? e.state ?? ''} />{detail.split('　').filter((fact) => fact !== '').map((fact, i) => <span key={i}>　<span className="fact">{fact}</span></span>)}</p>
                </div>
                {onAct === undefined ? null : <Act small busy={busy} onClick={() => onAct(e.id, e.number, e.values)}>{actZh ?? '办理'}</Act>}
              </li>
            );
          })}
        </ul>
      )}
    </Pane>
  );
}
