import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Entry } from '../app/answers.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useClock } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { Seg } from '../ui/Seg.tsx';
import { dayOf } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { compileFields, copyFields, extractFields } from './archive/fields.ts';
import { idIn, useItems } from './archive/useItems.ts';
import { CarrierPane } from './desk/CarrierPane.tsx';
import { Items } from './dispatch/Items.tsx';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Subject, useRecord } from './parts/Subject.tsx';
import { focusField } from './parts/walk.ts';
import './screens.css';

type Mode = 'copy' | 'extract' | 'compile';
const modes: readonly Readonly<{ key: Mode; zh: string }>[] = [{ key: 'copy', zh: '复制' }, { key: 'extract', zh: '摘抄' }, { key: 'compile', zh: '汇编' }];
const isMode = (text: string | null): text is Mode => modes.some((m) => m.key === text);

/** 复制、摘抄、汇编: copies become carriers of their own, extracts go into a notebook, a compilation takes the highest level of its parts. */
export function Copy() {
  const [search, setSearch] = useSearchParams();
  const today = dayOf(useClock());
  const dialogs = useDialogs();
  const wanted = search.get('mode');
  const [mode, setMode] = useState<Mode>(isMode(wanted) ? wanted : 'copy');
  const asked = useRecord('carriers', search.get('carrier'));
  const [picked, setPicked] = useState<Entry | null>(null);
  const [parts, setParts] = useItems(search.get('carrier'));
  const [writing, setWriting] = useState(false);
  const [made, setMade] = useState<number | null>(null);
  const carrier = picked ?? asked;
  const turn = (to: Mode): void => {
    setMode(to);
    setWriting(false);
    setMade(null);
  };
  const left = useRef<HTMLDivElement>(null);
  const another = (): void => {
    setPicked(null);
    setMade(null);
    setSearch({ mode }, { replace: true });
    focusField(left.current, 'subject');
  };
  const write = (): void => setWriting(true);
  const print = (): void => dialogs.print({ form: 'copySheet', filter: { copy: made ?? 0 }, titleZh: '复印审批表' });
  useKeys([{ key: 'Ctrl+N', label: '填写汇编', when: mode === 'compile' && parts.length > 1 && !writing, run: write }, { key: 'Ctrl+N', label: '另选一件', when: mode !== 'compile' && carrier !== null, run: another }, { key: 'F8', label: '打印审批表', when: made !== null, run: print }]);
  const remember = (result: unknown): void => setMade(idIn(result, 'copy'));
  return (
    <Page
      title="复制摘抄"
      sentence="每份复制件自成一件载体，视同原件管理；摘抄只记入保密本"
      tools={<Seg label="办理" items={modes} value={mode} onChange={turn} />}
      actions={<>{made === null ? null : <Act kbd="F8" onClick={print}>打印审批表</Act>}{mode === 'compile' || carrier === null ? null : <Act kbd="Ctrl+N" onClick={another}>另选一件</Act>}</>}
    >
      <div className="cols">
        <div className="desk-left stack scroll" ref={left}>
          {mode === 'compile' ? <Items items={parts} onChange={setParts} /> : (
            <>
              <Subject register="carriers" titleZh={mode === 'copy' ? '母件' : '摘抄哪一件'} hintZh="编号、编号尾数或题名" onPick={setPicked} />
              {carrier === null ? null : <CarrierPane carrier={carrier} today={today} more={0} />}
            </>
          )}
          <Recent register="copies" titleZh="最近复制" emptyZh="还没有复制登记。" limit={6} lineOf={(v) => ({ title: `${String(v['carrierNumber'] ?? '')}　${String(v['quantity'] ?? '')} 份`, detail: String(v['title'] ?? '') })} />
        </div>
        {mode === 'compile' ? (
          parts.length < 2 ? <section className="card grow pad mut">请扫入汇编的各件，两件以上。汇编本取其中最高密级、最长期限，知悉范围取各件共同的。</section>
            : !writing ? <section className="card grow pad stack"><p className="mut">已列 {parts.length} 件。可接着扫；扫完按 Ctrl+N 填写。</p><p><Act tone="primary" kbd="Ctrl+N" onClick={write}>填写汇编登记</Act></p></section>
              : <ActForm key="compile" stacked command="carrier.compile" titleZh="汇编" verb="汇编" postZh={`登记汇编 ${parts.length} 件`} fields={compileFields} fixed={{ carriers: parts.map((p) => p.id) }} onPosted={(acted) => { remember(acted.result); setParts([]); setWriting(false); }} />
        ) : carrier === null ? (
          <section className="card grow pad mut">请先选定{mode === 'copy' ? '母件' : '要摘抄的一件'}。选定后填写，即时显示能否办理、由谁批准。</section>
        ) : mode === 'copy' ? (
          <ActForm key={carrier.id} stacked command="carrier.copy" titleZh="复制" verb="复制" postZh="登记复制" fields={copyFields} fixed={{ carrier: carrier.id }} seed={() => ({ carrier: carrier.number ?? carrier.id })} onInstead={another} insteadZh="换一件" onPosted={(acted) => remember(acted.result)} />
        ) : (
          <ActForm key={`extract ${carrier.id}`} stacked command="carrier.extract" titleZh="摘抄" verb="摘抄" postZh="登记摘抄" fields={extractFields} fixed={{ carrier: carrier.id }} seed={() => ({ carrier: carrier.number ?? carrier.id })} onInstead={another} insteadZh="换一件" onPosted={(acted) => remember(acted.result)} />
        )}
      </div>
    </Page>
  );
}
