import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../app/answers.ts';
import { ask } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { Seg } from '../ui/Seg.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { closeFields, consultFields, lendOutFields, moveFields } from './archive/fields.ts';
import { idIn, useItems } from './archive/useItems.ts';
import { Items } from './dispatch/Items.tsx';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Facts } from './parts/Subject.tsx';
import './screens.css';

type Mode = 'consult' | 'lendOut' | 'close' | 'move';
const modes: readonly Readonly<{ key: Mode; zh: string }>[] = [{ key: 'consult', zh: '档案查阅' }, { key: 'lendOut', zh: '档案借出' }, { key: 'close', zh: '档案归还' }, { key: 'move', zh: '档案移动' }];
const isMode = (text: string | null): text is Mode => modes.some((m) => m.key === text);
const kinds: Readonly<Record<string, string>> = registers.archiveUses.fields.kind.of;
const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');
const opening = {
  consult: { command: 'archive.consult', verb: '查阅', fields: consultFields, hintZh: '请扫入要查阅的档案。' },
  lendOut: { command: 'archive.lendOut', verb: '借出', fields: lendOutFields, hintZh: '请扫入要借出的档案；能在室内看的，改办档案查阅。' },
  move: { command: 'archive.move', verb: '移动', fields: moveFields, hintZh: '请扫入要移动的档案。' },
} as const;

/** 档案: read in the room, lent by exception, moved with papers, back on the shelf the same day (P078–P084). */
export function Archive() {
  const [search] = useSearchParams();
  const dialogs = useDialogs();
  const wanted = search.get('mode');
  const [mode, setMode] = useState<Mode>(search.get('use') !== null ? 'close' : isMode(wanted) ? wanted : 'consult');
  const [items, setItems] = useItems(search.get('carrier'));
  // While files are scanned the cursor stays with the scanner; the form opens when the pile is complete.
  const [writing, setWriting] = useState(false);
  const [use, setUse] = useState<Entry | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const look = async (record: number): Promise<void> => {
    setUse(await ask('record.get', { register: 'archiveUses', record }));
  };
  const [asked] = useState(search.get('use'));
  useEffect(() => {
    if (asked !== null) void look(Number(asked));
  }, [asked]);
  // A file that is out leads to the use it is in; nothing can be begun with it.
  const only = items.length === 1 ? items[0] : undefined;
  useEffect(() => {
    if (mode !== 'close' || only === undefined) return;
    void ask('record.list', { register: 'archiveUses', view: 'open', limit: 200 }).then(({ entries }) => {
      const found = entries.find((e) => Array.isArray(e.values['items']) && e.values['items'].includes(only.id));
      setItems([]);
      if (found !== undefined) setUse(found);
    });
  }, [mode, only, setItems]);

  const turn = (to: Mode): void => {
    setMode(to);
    setWriting(false);
    setSaid(null);
    setUse(null);
  };
  const write = (): void => setWriting(true);
  const print = (): void => dialogs.print({ form: 'borrowSheet', filter: { use: use?.id ?? 0 }, titleZh: `申请借阅单 ${use?.number ?? ''}` });
  // The letter a reader from outside brings: with what is entered already, or to be filled in by hand.
  const letter = (): void => dialogs.print({ form: 'introduction', ...(use === null ? {} : { filter: { use: use.id } }), titleZh: `查阅档案介绍信${use === null ? '（空白）' : ` ${use.number ?? ''}`}` });
  const printable = use !== null && use.values['kind'] !== 'move';
  useKeys([{ key: 'Ctrl+N', label: '填写', when: mode !== 'close' && items.length > 0 && !writing, run: write }, { key: 'F8', label: '打印借阅单', when: printable, run: print }]);
  const posted = async (id: number | null): Promise<void> => {
    const entry = id === null ? null : await ask('record.get', { register: 'archiveUses', record: id });
    setUse(entry);
    setSaid(`已登记 ${entry?.number ?? ''}。${mode === 'move' ? '' : '看完清点归架，办理档案归还。'}`);
    setItems([]);
    setWriting(false);
  };
  return (
    <Page
      title="档案"
      sentence="在室内查阅，借出是例外，当日清点归架"
      tools={<Seg label="办理" items={modes} value={mode} onChange={turn} />}
      actions={<>{mode === 'move' ? null : <Act onClick={letter}>打印介绍信</Act>}{printable ? <Act kbd="F8" onClick={print}>打印借阅单</Act> : null}</>}
    >
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      <div className="cols">
        <div className="desk-left stack scroll">
          {mode === 'close' ? null : <Items items={items} onChange={setItems} />}
          <Recent register="archiveUses" view="open" titleZh="没有归还的" emptyZh="没有未归还的档案。" limit={8} lineOf={(v) => ({ title: `${text(v['readerName'])}　${text(v['itemCount'])} 件`, detail: `${kinds[text(v['kind'])] ?? ''}　${text(v['unit'])}` })} actZh="归还" onAct={(id) => { turn('close'); void look(id); }} />
        </div>
        {mode === 'close' ? (
          use?.values['state'] !== 'open' ? <section className="card grow pad mut">请在左边选一次查阅或借出。清点归架后登记归还。</section> : (
            <div className="stack grow min0">
              <Pane title={`${use.number ?? ''}　${text(use.values['readerName'])}`}>
                <div className="pad"><Facts rows={[['类别', kinds[text(use.values['kind'])] ?? ''], ['档案编号', text(use.values['itemNumbers'])], ['件数', `${text(use.values['itemCount'])} 件`], ['准阅范围', text(use.values['range'])], ['应还日期', text(use.values['dueOn'])]]} /></div>
              </Pane>
              <ActForm key={`${use.id} ${use.revision}`} stacked command="archive.close" titleZh="档案归还" verb="归还" postZh="登记归还" fields={closeFields} fixed={{ use: use.id }} onPosted={() => { setSaid(`已登记 ${use.number ?? ''} 归还。`); setUse(null); }} />
            </div>
          )
        ) : items.length === 0 ? (
          <section className="card grow pad mut">{opening[mode].hintZh}</section>
        ) : !writing ? (
          <section className="card grow pad stack"><p className="mut">已列 {items.length} 件。可接着扫；扫完按 Ctrl+N 填写。</p><p><Act tone="primary" kbd="Ctrl+N" onClick={write}>填写{opening[mode].verb}登记</Act></p></section>
        ) : (
          <ActForm key={mode} stacked command={opening[mode].command} titleZh={modes.find((m) => m.key === mode)?.zh ?? ''} verb={opening[mode].verb} postZh={`登记${opening[mode].verb} ${items.length} 件`} fields={opening[mode].fields} fixed={{ items: items.map((i) => i.id) }} onPosted={(acted) => void posted(idIn(acted.result, 'use'))} />
        )}
      </div>
    </Page>
  );
}
