import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Entry } from '../app/answers.ts';
import { ask } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { Seg } from '../ui/Seg.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { Items } from './dispatch/Items.tsx';
import { appliedFields, labelFields, noticeFields, proposeFields, reviewFields } from './levels/fields.ts';
import { Matter } from './levels/Matter.tsx';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField } from './parts/fields.ts';
import { Recent } from './parts/Recent.tsx';
import { useRecord } from './parts/Subject.tsx';
import './screens.css';

type Mode = 'open' | 'propose' | 'notice' | 'label' | 'applied' | 'review';
type Form = Readonly<{ command: CommandName; zh: string; postZh: string; fields: readonly ActField[] }>;
const modes: readonly Readonly<{ key: Mode; zh: string }>[] = [{ key: 'open', zh: '未办结' }, { key: 'propose', zh: '提出定密' }, { key: 'notice', zh: '收到通知' }, { key: 'label', zh: '制作标志' }, { key: 'applied', zh: '作好标志' }, { key: 'review', zh: '年度审核' }];
/** Acts on a pile of carriers. */
const onPile: Partial<Record<Mode, Form>> = {
  notice: { command: 'classification.recordNotice', zh: '登记通知', postZh: '登记通知', fields: noticeFields },
  label: { command: 'label.print', zh: '制作标志', postZh: '登记制作标志', fields: labelFields },
  applied: { command: 'label.applied', zh: '作好标志', postZh: '登记已作标志', fields: appliedFields },
  review: { command: 'classification.review', zh: '年度审核', postZh: '登记审核', fields: reviewFields },
};
const modeOf = (text: string | null, carrier: boolean): Mode => modes.find((m) => m.key === text)?.key ?? (carrier ? 'propose' : 'open');
const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** 定密: proposed and decided, changed by notice, told, marked, looked at every year. */
export function Levels() {
  const { no } = useParams();
  const [search] = useSearchParams();
  const dialogs = useDialogs();
  const navigate = useNavigate();
  const matter = useRecord('classifications', no);
  const [asked] = useState(() => ({ carrier: search.get('carrier'), mode: search.get('mode') }));
  const [mode, setMode] = useState<Mode>(modeOf(asked.mode, asked.carrier !== null));
  const [items, setItems] = useState<readonly Entry[]>([]);
  // While carriers are scanned the cursor stays with the scanner; the form opens when the pile is complete.
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [printed, setPrinted] = useState<{ ids: readonly number[]; change: boolean } | null>(null);
  useEffect(() => {
    const begin = async (): Promise<void> => {
      if (asked.carrier === null) return;
      const entry = await ask('record.get', { register: 'carriers', record: /^\d+$/.test(asked.carrier) ? Number(asked.carrier) : asked.carrier });
      if (entry !== null) setItems([entry]);
    };
    void begin();
  }, [asked]);

  const go = (key: Mode): void => {
    setMode(key);
    setWriting(false);
    setSaid(null);
    setPrinted(null);
    if (no !== undefined) void navigate(places.levels());
  };
  const takeOwn = async (): Promise<void> => {
    const { entries } = await ask('record.list', { register: 'carriers', filter: { source: ['produced', 'compiled'], level: ['confidential', 'secret', 'top_secret'] }, view: 'held', limit: 200, descending: false });
    setItems(entries);
  };
  const form = onPile[mode];
  const labels = (): void => {
    if (printed !== null) dialogs.print({ form: 'labels', filter: { id: [...printed.ids] }, titleZh: printed.change ? '密级变更标签' : '载体标签', input: { change: printed.change } });
  };
  useKeys([
    { key: 'Ctrl+N', label: form === undefined ? '提出定密' : '填写', when: form === undefined || (items.length > 0 && !writing), run: () => (form === undefined ? go('propose') : setWriting(true)) },
    { key: 'F8', label: '打印标签', when: printed !== null, run: labels },
  ]);
  const shown = no === undefined ? mode : 'open';
  return (
    <Page
      title="定密"
      sentence="谁定、定何密级、告诉谁、标在哪里，件件有据"
      tools={<Seg label="办理" items={modes} value={shown} onChange={go} />}
      actions={printed === null ? undefined : <Act kbd="F8" onClick={labels}>打印标签</Act>}
    >
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      {shown === 'propose' ? (
        <ActForm key={items[0]?.id ?? 0} command="classification.propose" titleZh="提出定密" verb="提出定密" postZh="登记提出" fields={proposeFields} given={items[0] === undefined ? {} : { carrier: items[0].number ?? '' }} onPosted={() => setSaid('已提出。按拟定密级先行保护；审批后在“未办结”登记决定。')} />
      ) : (
        <div className="cols">
          <div className="desk-left stack scroll">
            {form === undefined ? <Recent register="classifications" view="open" titleZh="未办结" emptyZh="没有未办结的定密事项。按 Ctrl+N 提出定密。" limit={30} lineOf={(v) => ({ title: text(v['title']), detail: `${text(v['carrierNumber'])}　${text(v['newMark'])}` })} actZh="打开" onAct={(id) => void navigate(places.levels(id))} /> : <Items items={items} onChange={setItems} />}
            {mode === 'review' && form !== undefined ? <section className="card pad"><button type="button" className="link" onClick={() => void takeOwn()}>取本单位所定的全部载体</button></section> : null}
          </div>
          {form === undefined ? (
            matter === null ? <section className="card grow pad mut">请在左边打开一件，或按 Ctrl+N 提出定密。</section> : <Matter key={`${matter.id} ${matter.revision}`} matter={matter} />
          ) : !writing || items.length === 0 ? (
            <section className="card grow pad mut">{items.length === 0 ? '请逐件扫入载体，复制件随母件一并变更。' : '扫齐后按 Ctrl+N 填写。'}</section>
          ) : (
            <ActForm
              key={form.command} stacked command={form.command} titleZh={form.zh} verb={form.zh} postZh={form.postZh} fields={form.fields} fixed={{ carriers: items.map((i) => i.id) }}
              onPosted={() => {
                setPrinted(mode === 'label' ? { ids: items.map((i) => i.id), change: items.every((i) => (i.values['oldMark'] ?? null) !== null) } : null);
                setSaid(`已登记 ${items.length} 件。${mode === 'label' ? '请打印标签，贴好后在“作好标志”登记。' : mode === 'notice' ? '请在“未办结”通知知悉范围并更换标志。' : ''}`);
                setItems([]);
                setWriting(false);
              }}
            />
          )}
        </div>
      )}
    </Page>
  );
}
