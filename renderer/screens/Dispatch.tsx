import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Entry } from '../app/answers.ts';
import { ask } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useClock } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { Seg } from '../ui/Seg.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { conveyFields, dispatchFields, receiptFields } from './dispatch/fields.ts';
import { Items } from './dispatch/Items.tsx';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Facts } from './parts/Subject.tsx';
import './screens.css';

type Mode = 'dispatch' | 'convey' | 'receipt';
const modes: readonly Readonly<{ key: Mode; zh: string }>[] = [{ key: 'dispatch', zh: '发文登记' }, { key: 'convey', zh: '机要投送' }, { key: 'receipt', zh: '登记回执' }];
type Sent = Readonly<{ register: 'dispatches' | 'consignments'; entry: Entry }>;

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');
const idsIn = (v: unknown): readonly number[] => (Array.isArray(v) ? v.filter((id): id is number => typeof id === 'number') : []);
const carriersOf = async (ids: readonly number[]): Promise<readonly Entry[]> => (await Promise.all(ids.slice(0, 200).map((record) => ask('record.get', { register: 'carriers', record })))).filter((e): e is Entry => e !== null);

/** 发文投送: entered line by line, sealed and handed over, receipted with the count of the other side. */
export function Dispatch() {
  const [search] = useSearchParams();
  const dialogs = useDialogs();
  const today = dayOf(useClock());
  const [mode, setMode] = useState<Mode>(search.get('mode') === 'convey' ? 'convey' : search.get('dispatch') !== null || search.get('consignment') !== null ? 'receipt' : 'dispatch');
  const [items, setItems] = useState<readonly Entry[]>([]);
  const [to, setTo] = useState('');
  // While carriers are scanned the cursor stays with the scanner; the form opens when the pile is complete.
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const [posted, setPosted] = useState<Sent | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const look = async (register: Sent['register'], record: number | string): Promise<void> => {
    const entry = await ask('record.get', { register, record });
    if (entry !== null) setSent({ register, entry });
  };
  const takeLine = async (id: number): Promise<void> => {
    const entry = await ask('record.get', { register: 'dispatches', record: id });
    if (entry === null) return;
    setItems(await carriersOf(idsIn(entry.values['carriers'])));
    setTo(text(entry.values['recipient']));
    setMode('convey');
    setWriting(true);
  };
  const takeRun = async (id: number): Promise<void> => {
    const [run, { entries }] = await Promise.all([ask('record.get', { register: 'productions', record: id }), ask('record.list', { register: 'carriers', filter: { production: id, state: 'in_custody' }, limit: 200, descending: false })]);
    // What is filed and what is left over stays here: the last copies of the run.
    const stay = Number(run?.values['filedCopies'] ?? 0) + Number(run?.values['surplus'] ?? 0);
    setItems(entries.slice(0, Math.max(0, entries.length - stay)));
    setMode('dispatch');
  };
  const [asked] = useState(() => ({ carrier: search.get('carrier'), production: search.get('production'), dispatch: search.get('dispatch'), consignment: search.get('consignment') }));
  useEffect(() => {
    const begin = async (): Promise<void> => {
      if (asked.production !== null) await takeRun(Number(asked.production));
      else if (asked.dispatch !== null) await look('dispatches', Number(asked.dispatch));
      else if (asked.consignment !== null) await look('consignments', Number(asked.consignment));
      else if (asked.carrier !== null) {
        const entry = await ask('record.get', { register: 'carriers', record: /^\d+$/.test(asked.carrier) ? Number(asked.carrier) : asked.carrier });
        if (entry !== null) setItems([entry]);
      }
    };
    void begin();
  }, [asked]);

  const paper = mode === 'receipt' ? sent : posted;
  const filter = paper === null ? {} : { [paper.register === 'dispatches' ? 'dispatch' : 'consignment']: paper.entry.id };
  const slip = (): void => dialogs.print({ form: 'receiptSlip', filter, titleZh: `签收单 ${paper?.entry.number ?? ''}` });
  const cover = (): void => dialogs.print({ form: 'envelope', filter, titleZh: `信封封面和封签 ${paper?.entry.number ?? ''}` });
  const write = (): void => setWriting(true);
  useKeys([{ key: 'F8', label: '打印签收单', when: paper !== null, run: slip }, { key: 'Ctrl+N', label: '填写', when: mode !== 'receipt' && items.length > 0 && !writing, run: write }]);
  const remember = async (register: Sent['register'], id: unknown): Promise<void> => {
    const entry = typeof id === 'number' ? await ask('record.get', { register, record: id }) : null;
    setPosted(entry === null ? null : { register, entry });
    setSaid(`已登记 ${entry?.number ?? ''}。${register === 'dispatches' ? '接着办机要投送，或当面签收后登记回执。' : '收到回执后在“登记回执”中登记。'}`);
    setItems([]);
    setTo('');
    setWriting(false);
  };
  const idOf = (result: unknown, name: string): unknown => (typeof result === 'object' && result !== null ? ((result as Record<string, { id?: unknown } | undefined>)[name]?.id) : undefined);

  return (
    <Page
      title="发文投送"
      sentence="逐件登记，密封投送，清点签收"
      tools={<Seg label="办理" items={modes} value={mode} onChange={(key) => { setMode(key); setWriting(false); setSaid(null); }} />}
      actions={paper === null ? undefined : <><Act onClick={cover}>打印信封封签</Act><Act kbd="F8" onClick={slip}>打印签收单</Act></>}
    >
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      <div className="cols">
        <div className="desk-left stack scroll">
          {mode === 'receipt' ? null : <Items items={items} onChange={setItems} />}
          {mode === 'dispatch' ? <Recent register="productions" filter={{ state: 'made' }} titleZh="已印制待分发" emptyZh="没有待分发的印件。" limit={6} lineOf={(v) => ({ title: text(v['title']), detail: `实印 ${text(v['copiesMade'])} 份` })} actZh="取印件" onAct={(id) => void takeRun(id)} /> : null}
          {mode === 'convey' ? <Recent register="dispatches" filter={{ state: 'registered' }} titleZh="待发出" emptyZh="没有待发出的发文。" limit={8} lineOf={(v) => ({ title: text(v['recipient']), detail: `${text(v['copies'])} 份　${text(v['title'])}` })} actZh="投送" onAct={(id) => void takeLine(id)} /> : null}
          {mode === 'receipt' ? (
            <>
              <Recent register="consignments" view="out" titleZh="投送未回执" emptyZh="没有未回执的投送。" limit={8} lineOf={(v) => ({ title: text(v['recipient']), detail: `${text(v['itemCount'])} 件　${text(v['envelope'])}` })} actZh="登记回执" onAct={(id) => void look('consignments', id)} />
              <Recent register="dispatches" view="open" titleZh="发文未回执" emptyZh="没有未回执的发文。" limit={8} lineOf={(v) => ({ title: text(v['recipient']), detail: `${text(v['copies'])} 份　${text(v['title'])}` })} actZh="登记回执" onAct={(id) => void look('dispatches', id)} />
            </>
          ) : null}
        </div>
        {mode === 'receipt' ? (
          sent === null ? <section className="card grow pad mut">请在左边选一次投送或一条发文。对方清点签收后登记回执；件数不符的，随即立案查找。</section> : (
            <div className="stack grow min0">
              <Pane title={`${sent.entry.number ?? ''}　${text(sent.entry.values['recipient'])}`}>
                <div className="pad"><Facts rows={[['件数', `${text(sent.entry.values['itemCount'] ?? sent.entry.values['copies'])} 件`], ['载体编号', text(sent.entry.values['itemNumbers'] ?? sent.entry.values['carrierNumbers'])], ['封号', text(sent.entry.values['envelope'])], ['发出', text(sent.entry.values['sentOn']) || (typeof sent.entry.values['sentAt'] === 'string' ? shortMoment(sent.entry.values['sentAt'], today) : '')]]} /></div>
              </Pane>
              <ActForm key={`${sent.register} ${sent.entry.id} ${sent.entry.revision}`} stacked command="carrier.acknowledge" titleZh="登记回执" verb="登记回执" postZh="登记回执" fields={receiptFields} fixed={{ [sent.register === 'dispatches' ? 'dispatch' : 'consignment']: sent.entry.id }} given={{ count: text(sent.entry.values['itemCount'] ?? sent.entry.values['copies']) }} onPosted={() => { setSaid(`已登记 ${sent.entry.number ?? ''} 的回执。`); setSent(null); }} />
            </div>
          )
        ) : items.length === 0 ? (
          <section className="card grow pad mut">{mode === 'dispatch' ? '请扫入要发出的载体，或在左边取印件。一条登记发往一个单位。' : '请扫入要投送的载体，或在左边选一条待发出的发文。'}</section>
        ) : !writing ? (
          <section className="card grow pad stack"><p className="mut">已列 {items.length} 件。可接着扫；扫完按 Ctrl+N 填写收件单位等。</p><p><Act tone="primary" kbd="Ctrl+N" onClick={write}>填写{mode === 'dispatch' ? '发文' : '投送'}</Act></p></section>
        ) : mode === 'dispatch' ? (
          <ActForm key="dispatch" stacked command="carrier.dispatch" titleZh="发文登记" verb="发出" postZh={`登记发文 ${items.length} 件`} fields={dispatchFields} fixed={{ carriers: items.map((i) => i.id) }} onPosted={(acted) => void remember('dispatches', idOf(acted.result, 'dispatch'))} />
        ) : (
          <ActForm key={`convey ${to}`} stacked command="carrier.convey" titleZh="机要投送" verb="投送" postZh={`交出投送 ${items.length} 件`} fields={conveyFields} fixed={{ carriers: items.map((i) => i.id) }} given={{ recipient: to }} onPosted={(acted) => void remember('consignments', idOf(acted.result, 'consignment'))} />
        )}
      </div>
    </Page>
  );
}
