import { useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { levels, levelZh } from '#shared/levels.ts';
import type { Register } from '#shared/registers/define.ts';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { roleZh } from '#shared/roles.ts';
import { useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { useClock, useMay, useMe } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { dayOf } from '../ui/days.ts';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Page } from '../ui/Page.tsx';
import { RegisterGrid } from '../ui/RegisterGrid.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { Sentence } from '../screens/parts/Sentence.tsx';
import { columnsOf, linesOf } from './columns.tsx';
import type { Line } from './columns.tsx';
import { choicesOf } from './fieldViews.tsx';
import { FilterLine } from './FilterLine.tsx';
import { recall, remember } from './memory.ts';
import type { ListMemory } from './memory.ts';
import { importable, newEntry } from './newEntry.ts';
import { RowAnswer } from './RowAnswer.tsx';
import { useRegisterPage, useRested } from './useRegisterPage.ts';
import { ViewTabs } from './ViewTabs.tsx';

/** Any register as a table, from its definition alone. */
export function RegisterList() {
  const { id = '' } = useParams();
  const me = useMe();
  if (!isRegisterKey(id)) return <Page title="没有这本台账"><p className="card empty">本终端没有这本台账。请按 Ctrl 9 打开台账架。</p></Page>;
  const spec = registerOf(id);
  if (!me.roles.some((r) => spec.readers.includes(r))) {
    return <Page title={spec.title}><p className="card empty">《{spec.title}》由{spec.readers.map((r) => roleZh[r]).join('、')}查阅，依据本单位制度您现在的身份不能打开。请锁定后由相应人员登录。</p></Page>;
  }
  return <Book key={id} id={id} spec={spec} />;
}

const fresh = (spec: Register): ListMemory => ({ view: spec.views[0]?.key ?? '', search: '', filter: {}, sort: null, history: false, focused: null, walk: [] });

function Book({ id, spec }: Readonly<{ id: RegisterKey; spec: Register }>) {
  const [search] = useSearchParams();
  const today = dayOf(useClock());
  const go = useNavigate();
  const dialogs = useDialogs();
  const clerk = useMay('clerk');
  const asked = search.get('view');
  const [memory, setMemory] = useState<ListMemory>(() => {
    const last = recall(id) ?? fresh(spec);
    return asked !== null && spec.views.some((v) => v.key === asked) ? { ...last, view: asked } : last;
  });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const find = useRef<HTMLInputElement>(null);
  const text = useRested(memory.search);
  const { view, filter, sort, history } = memory;
  const list = useRegisterPage({ register: id, view, search: text, filter, sort, history });
  const mark = useAsk('register.mark', { register: id }, { enabled: spec.levelField !== null, keep: true });

  const first = list.data?.pages[0];
  const lines = useMemo(() => linesOf(list.data?.pages.flatMap((p) => p.entries) ?? []), [list.data]);
  const columns = useMemo(() => columnsOf(spec, today), [spec, today]);
  const focused = lines.find((l) => l.key === memory.focused) ?? lines[0];

  const change = useCallback((part: Partial<ListMemory>) => setMemory((was) => {
    const next = { ...was, ...part };
    remember(id, next);
    return next;
  }), [id]);
  const openRecord = (line: Line): void => {
    change({ focused: line.key, walk: lines.filter((l) => !l.old).map((l) => l.entry.id) });
    void go(places.record(id, line.entry.id));
  };
  const correct = (): void => {
    if (focused === undefined) return;
    openRecord(focused);
    void go(`${places.record(id, focused.entry.id)}?correct=1`, { replace: true });
  };
  const carrierOf = (line: Line | undefined): string | number | null => (line === undefined ? null : id === 'carriers' ? (line.entry.number ?? line.entry.id) : typeof line.values['carrierNumber'] === 'string' ? line.values['carrierNumber'] : null);
  const entry = clerk ? newEntry[id] : undefined;
  const printIt = (): void => dialogs.print({ titleZh: spec.title, register: id, view, filter, ...(text === '' ? {} : { search: text }) });
  const canCorrect = clerk && Object.values(spec.fields).some((f) => f.correctable === true);
  const deskable = clerk && carrierOf(focused) !== null;
  useKeys([
    { key: 'F2', label: '更正', when: canCorrect && focused !== undefined, run: correct },
    { key: 'F7', label: '借还', when: deskable, run: () => void go(places.deskFor(carrierOf(focused) ?? '')) },
    { key: 'F8', label: '打印', when: clerk, run: printIt },
    { key: 'Ctrl+F', label: '表内查', run: () => { find.current?.focus(); find.current?.select(); } },
    { key: 'Ctrl+N', label: entry?.zh ?? '', when: entry !== undefined, run: () => void go(entry?.to ?? places.today) },
    { key: 'F5', label: '刷新', bar: false, run: () => void list.refetch() },
    { key: 'Escape', label: '清除查找', bar: false, when: memory.search !== '' || Object.keys(filter).length > 0, run: () => {
      change({ search: '', filter: {} });
      focusGrid();
    } },
  ]);

  const chips = spec.list.columns.flatMap((name) => {
    const field = spec.fields[name];
    if (field === undefined || name === spec.states.field) return [];
    if (field.kind === 'level') return [{ name, label: field.label, of: Object.fromEntries([...levels].reverse().map((l) => [l, levelZh[l]])) }];
    const of = choicesOf(field);
    return of === undefined ? [] : [{ name, label: field.label, of }];
  });
  const bookMark = mark.data;

  return (
    <Page
      title={spec.title}
      sentence={<>{spec.id}{bookMark?.level == null ? null : <> · 本册 <LevelMark level={bookMark.level} period={bookMark.period} /></>}</>}
      actions={
        <>
          {clerk && importable.has(id) ? <Act onClick={() => void go(places.import(id))}>导入…</Act> : null}
          {clerk ? <Act kbd="F8" onClick={printIt}>打印</Act> : null}
          {entry === undefined ? null : <Act tone="primary" kbd="Ctrl+N" onClick={() => void go(entry.to)}>{entry.zh}</Act>}
        </>
      }
    >
      <ViewTabs views={spec.views} view={view} counts={first?.counts} onView={(key) => change({ view: key, focused: null })} />
      <FilterLine
        inputRef={find}
        search={memory.search}
        onSearch={(s) => change({ search: s, focused: null })}
        chips={chips}
        filter={filter}
        onFilter={(f) => change({ filter: f, focused: null })}
        history={history}
        onHistory={(h) => change({ history: h })}
        onDone={focusGrid}
      />
      <Sentence refusal={list.error?.refusal ?? null} />
      <section className="card tbl" data-pane>
        <RegisterGrid<Line>
          label={spec.title}
          columns={columns}
          rows={lines}
          idOf={(l) => l.key}
          total={first?.total ?? lines.length}
          focused={focused?.key ?? null}
          onFocus={(key) => change({ focused: String(key) })}
          onOpen={openRecord}
          ticked={ticked}
          onTick={(l) => setTicked((was) => {
            const next = new Set(was);
            if (!next.delete(l.key)) next.add(l.key);
            return next;
          })}
          toneOf={(l) => (l.old ? 'old' : ['destroyed', 'withdrawn', 'transferred', 'cancelled', 'void'].includes(String(l.values[spec.states.field])) ? 'gone' : undefined)}
          sort={sort ?? undefined}
          onSort={(key) => change({ sort: sort?.key === key ? (sort.descending ? { key, descending: false } : null) : { key, descending: true } })}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          autoFocus
          empty={<Nothing spec={spec} waiting={list.data === undefined} searching={text !== '' || Object.keys(filter).length > 0} text={text} />}
        />
        {ticked.size === 0 ? null : (
          <div className="act-bar" role="status">
            <b>已勾选 {ticked.size} 条</b>
            {clerk && id === 'carriers' ? <Act small onClick={() => void go(`${places.destruction()}?carriers=${lines.filter((l) => ticked.has(l.key)).map((l) => l.entry.number ?? l.entry.id).join(',')}`)}>列入销毁</Act> : null}
            <Act small onClick={() => setTicked(new Set())}>全部取消</Act>
          </div>
        )}
        {focused === undefined ? null : <RowAnswer spec={spec} line={focused} today={today} onOpen={() => openRecord(focused)} {...(deskable ? { onDesk: () => void go(places.deskFor(carrierOf(focused) ?? '')) } : {})} />}
      </section>
      <p className="sr" role="status">{first === undefined ? '' : `共 ${first.total} 条`}</p>
    </Page>
  );
}

const focusGrid = (): void => document.querySelector<HTMLElement>('.main [role=grid]')?.focus();

function Nothing({ spec, waiting, searching, text }: Readonly<{ spec: Register; waiting: boolean; searching: boolean; text: string }>) {
  if (waiting) return <div className="skeleton" aria-busy="true"><i /><i /><i /></div>;
  if (searching) return <p>没有找到{text === '' ? '' : `“${text}”`}。试试编号、题名、姓名或拼音首字母；按 Esc 清除查找和筛选。</p>;
  return <p>《{spec.title}》这一页还没有登记。</p>;
}
