import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Level } from '#shared/levels.ts';
import { correctableFields } from '#shared/registers/define.ts';
import type { Register } from '#shared/registers/define.ts';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import { roleZh } from '#shared/roles.ts';
import type { Entry } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { useClock, useMay, useMe } from '../app/session.tsx';
import { ActForm } from '../screens/parts/ActForm.tsx';
import { Sentence } from '../screens/parts/Sentence.tsx';
import { Act } from '../ui/Act.tsx';
import { CustodyBand } from '../ui/CustodyBand.tsx';
import { stretchesOf } from '../ui/custody.ts';
import { dayOf, shortDay } from '../ui/days.ts';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { StateWord } from '../ui/StateWord.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { actsOn, smallActs } from './acts.ts';
import { CarrierAside } from './CarrierAside.tsx';
import { overdueOf } from './columns.tsx';
import { Facts } from './Facts.tsx';
import { viewOf } from './fieldViews.tsx';
import { LifeTabs } from './LifeTabs.tsx';
import { PrintPages } from './PrintPages.tsx';
import { PersonAside } from './PersonAside.tsx';
import { recall } from './memory.ts';
import { RecordForm } from './RecordForm.tsx';
import { secondPaperOf } from './secondPaper.ts';

/** One record and its life, from the definition of its register alone. */
export function RecordPage() {
  const { id = '', record = '' } = useParams();
  const me = useMe();
  const known = isRegisterKey(id);
  const spec = known ? registerOf(id) : null;
  const may = spec !== null && me.roles.some((r) => spec.readers.includes(r));
  const wanted = /^\d+$/.test(record) ? Number(record) : record;
  const answer = useAsk('record.get', { register: known ? id : 'carriers', record: wanted }, { enabled: may });
  if (spec === null) return <Page title="没有这本台账"><p className="card empty">本终端没有这本台账。请按 Ctrl 9 打开台账架。</p></Page>;
  if (!may) return <Page title={spec.title}><p className="card empty">《{spec.title}》由{spec.readers.map((r) => roleZh[r]).join('、')}查阅，您现在的身份不能打开。</p></Page>;
  if (answer.error !== null) return <Page title={spec.title}><Sentence refusal={answer.error.refusal} /></Page>;
  if (answer.data === undefined) return <Page title={spec.title}><div className="card skeleton" aria-busy="true"><i /><i /><i /></div></Page>;
  if (answer.data === null) return <Page title={spec.title}><p className="card empty">《{spec.title}》中没有 {record}。请核对编号，或按 Ctrl K 查找。</p></Page>;
  return <One key={`${id} ${answer.data.id}`} spec={spec} entry={answer.data} />;
}

function One({ spec, entry }: Readonly<{ spec: Register; entry: Entry }>) {
  const me = useMe();
  const today = dayOf(useClock());
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const dialogs = useDialogs();
  const clerk = useMay('clerk');
  const reads = useMay('clerk', 'approver');
  const [said, setSaid] = useState<string | null>(null);
  const life = useAsk('record.life', { register: spec.key, record: entry.id }, { enabled: reads });
  const carrier = spec.key === 'carriers';
  const mode = search.get('correct') !== null ? 'correct' : (search.get('act') ?? 'read');
  const leave = (): void => setSearch({}, { replace: true });
  // The form of an act takes the cursor with it when it goes: back on the page the keys go on working.
  useEffect(() => {
    if (mode === 'read' && document.activeElement === document.body) document.querySelector<HTMLElement>('.record-page [data-pane]')?.focus({ preventScroll: true });
  }, [mode]);
  const walk = recall(spec.key)?.walk ?? [];
  const at = walk.indexOf(entry.id);
  const step = (by: 1 | -1): void => {
    const next = walk[at + by];
    if (next !== undefined) void go(places.record(spec.key, next), { replace: true });
  };
  const canCorrect = clerk && correctableFields(spec).length > 0;
  const deskable = clerk && (carrier || typeof entry.values['carrierNumber'] === 'string');
  const ref = carrier ? (entry.number ?? entry.id) : String(entry.values['carrierNumber'] ?? '');
  const dealing = clerk ? places.dealing(spec.key, entry.id) : null;
  const printLife = (): void => dialogs.print({ titleZh: `${entry.number ?? spec.record} 生命线`, form: 'life', register: spec.key, record: entry.id });
  const second = clerk ? secondPaperOf(spec.key) : undefined;
  const printSecond = (): void => {
    if (second !== undefined) dialogs.print({ titleZh: `${second.titleZh} ${entry.number ?? ''}`, form: second.form, filter: { [second.of]: entry.id } });
  };
  useKeys([
    { key: 'Escape', label: mode === 'read' ? '回台账' : '不改了', run: () => (mode === 'read' ? void go(places.register(spec.key)) : leave()) },
    { key: 'PageUp PageDown', label: '上一件、下一件', when: mode === 'read' && at >= 0 && walk.length > 1, run: (e) => step(e.key === 'PageDown' ? 1 : -1) },
    { key: 'F2', label: '更正', when: canCorrect && mode === 'read', run: () => setSearch({ correct: '1' }, { replace: true }) },
    { key: 'F7', label: '借还', when: deskable, run: () => void go(places.deskFor(ref)) },
    { key: 'Ctrl+N', label: '办理', when: dealing !== null && mode === 'read', run: () => void go(dealing ?? places.today) },
    { key: 'F8', label: '打印', when: clerk, run: printLife },
    { key: 'Shift+F8', label: `打印${second?.titleZh ?? ''}`, when: second !== undefined, run: printSecond },
    { key: 'F5', label: '刷新', bar: false, run: () => void life.refetch() },
  ]);

  const naming = spec.fields[spec.name];
  const title = naming === undefined || entry.values[spec.name] == null ? (entry.number ?? spec.record) : viewOf(naming).words({ field: naming, value: entry.values[spec.name], today });
  const level = spec.levelField === null ? null : (entry.values[spec.levelField] as Level | null);
  const period = typeof entry.values['secrecyPeriod'] === 'string' ? entry.values['secrecyPeriod'] : null;
  const ends = typeof entry.values['periodEndsOn'] === 'string' ? entry.values['periodEndsOn'] : null;
  const state = spec.fields[spec.states.field];
  const word = state === undefined ? '' : viewOf(state).words({ field: state, value: entry.values[spec.states.field], today });
  const line = (carrier ? ['docNumber', 'copySerial', 'issuer', 'carrierKind', 'pages'] : spec.list.columns.filter((c) => c !== spec.name && c !== spec.levelField && c !== spec.states.field).slice(0, 4)).flatMap((name) => {
    const field = spec.fields[name];
    const words = field === undefined ? '—' : viewOf(field).words({ field, value: entry.values[name], today });
    return field === undefined || words === '—' ? [] : [name === 'copySerial' ? `份号 ${words}` : name === 'pages' ? `${words} 页` : words];
  });
  const stretches = carrier && life.data !== undefined ? stretchesOf(life.data, today, typeof entry.values['dueOn'] === 'string' ? entry.values['dueOn'] : null) : [];
  const start = stretches[0]?.from;
  const small = smallActs[mode]?.register === spec.key && me.roles.includes(smallActs[mode].who) ? smallActs[mode] : undefined;
  const offered = actsOn(spec.key, entry.values, me.roles);

  return (
    <Page title={`${spec.record} ${entry.number ?? ''}`} className="record-page">
      <section className="card" aria-label="概要">
        <div className="idbar">
          <LevelMark big level={level} period={period} />
          <div>
            <p className="record-title">{title}</p>
            <p className="record-line"><StateWord state={String(entry.values[spec.states.field] ?? '')} word={word} overdue={overdueOf(entry.values, today)} />　{[entry.number, ...line].filter((w) => w !== null).join(' · ')}</p>
          </div>
          <span className="end">
            {offered.map(([command, a]) => <Act key={command} onClick={() => setSearch({ act: command }, { replace: true })}>{a.zh}</Act>)}
            {canCorrect ? <Act kbd="F2" onClick={() => setSearch({ correct: '1' }, { replace: true })}>更正</Act> : null}
            {clerk ? <Act kbd="F8" onClick={printLife}>打印</Act> : null}
            {second === undefined ? null : <Act kbd="Shift+F8" onClick={printSecond}>打印{second.titleZh}</Act>}
            {dealing === null ? null : <Act tone="primary" kbd="Ctrl+N" onClick={() => void go(dealing)}>办理…</Act>}
            {deskable ? <Act tone="primary" kbd="F7" onClick={() => void go(places.deskFor(ref))}>借还</Act> : null}
          </span>
        </div>
        {start === undefined ? null : <CustodyBand from={start} today={today} endsOn={ends} stretches={stretches} startZh={entry.values['source'] === 'received' ? '收文' : '登记'} {...(ends === null ? {} : { noteZh: `保密期限至 ${ends}` })} />}
      </section>
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      {mode === 'correct' && canCorrect ? (
        <RecordForm spec={spec} entry={entry} today={today} onDone={(draft) => {
          setSaid(`已更正，现为第 ${draft} 稿。原登记划线保留，可在生命线和“显示旧稿”中看到。`);
          leave();
        }} onCancel={leave} />
      ) : small !== undefined ? (
        <ActForm command={mode as 'carrier.place'} fields={small.fields} titleZh={`${small.zh}　${entry.number ?? ''}`} verb={small.zh} fixed={{ [small.ref]: entry.id }} onPosted={() => {
          setSaid(`已登记${small.zh}。写错了？按 F2 更正，原登记保留。`);
          leave();
        }} />
      ) : (
        <div className="cols">
          <Facts spec={spec} entry={entry} life={life.data} today={today} />
          {reads ? <LifeTabs carrier={carrier ? entry.id : null} life={life.data} refusal={life.error?.refusal ?? null} today={today} expected={expectedOf(entry, today)} /> : <Pane grow><p className="empty">生命线由保密员和审批领导查阅。</p></Pane>}
          {carrier && reads ? <CarrierAside entry={entry} /> : null}
          {spec.key === 'prints' && reads ? <PrintPages print={entry} /> : null}
          {spec.key === 'persons' && reads ? <PersonAside person={entry.id} /> : null}
        </div>
      )}
    </Page>
  );
}

/** What must happen next: a carrier that is out comes back. */
function expectedOf(entry: Entry, today: string): { when: string; node: string; titleZh: string; detailZh?: string } | undefined {
  const due = entry.values['dueOn'];
  if (typeof due !== 'string' || !['lent', 'reading', 'circulating', 'carried_out', 'out'].includes(String(entry.values['state']))) return undefined;
  const who = entry.values['holderName'] ?? entry.values['borrowerName'] ?? entry.values['readerName'];
  const late = overdueOf(entry.values, today);
  return { when: shortDay(due, today), node: '还', titleZh: `应交回${typeof who === 'string' ? `　${who}` : ''}${typeof entry.values['home'] === 'string' ? ` → ${entry.values['home']}` : ''}`, ...(late > 0 ? { detailZh: `▲ 超 ${late} 日` } : {}) };
}
