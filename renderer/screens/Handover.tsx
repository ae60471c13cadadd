import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../app/answers.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { useMe } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { Seg } from '../ui/Seg.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { cancelFields, closeFields, openFields } from './ending/fields.ts';
import type { HandoverKind } from './ending/fields.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Facts, useRecord } from './parts/Subject.tsx';
import './screens.css';

const kinds = registers.handovers.fields.kind.of;
const kindKeys = Object.keys(kinds) as HandoverKind[];
const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** 移交: the post of the clerk, a holder who leaves, a unit that is merged, what retired staff return (P134–P143). */
export function Handover() {
  const { no } = useParams();
  const navigate = useNavigate();
  const dialogs = useDialogs();
  const me = useMe();
  const handover = useRecord('handovers', no);
  const [kind, setKind] = useState<HandoverKind>('post');
  const start = (): void => void navigate(places.handover());
  const personal = handover !== null && (handover.values['kind'] === 'holder' || handover.values['kind'] === 'retired');
  const list = (): void => dialogs.print({ form: 'handoverList', filter: { handover: handover?.id ?? 0 }, titleZh: `移交清册 ${handover?.number ?? ''}` });
  const clearance = (): void => dialogs.print({ form: 'clearanceSheet', filter: { handover: handover?.id ?? 0 }, titleZh: `离岗清退单 ${handover?.number ?? ''}` });
  useKeys([{ key: 'Ctrl+N', label: '开始移交', run: start }, { key: 'F8', label: '打印移交清册', when: handover !== null, run: list }, { key: 'F7', label: '打印离岗清退单', when: personal, run: clearance }]);
  return (
    <Page
      title="移交"
      sentence="列清册、逐件清点、双方签名、领导监交"
      tools={handover !== null ? undefined : <Seg label="移交类别" items={kindKeys.map((k) => ({ key: k, zh: kinds[k] }))} value={kind} onChange={setKind} />}
      actions={<>{handover === null ? null : <Act kbd="F8" onClick={list}>打印移交清册</Act>}{personal ? <Act kbd="F7" onClick={clearance}>打印离岗清退单</Act> : null}<Act kbd="Ctrl+N" tone="plain" onClick={start}>开始移交</Act></>}
    >
      <div className="cols">
        <div className="desk-left stack scroll">
          <Recent register="handovers" view="open" titleZh="交接中" emptyZh="没有未办结的移交。" lineOf={(v) => ({ title: `${text(v['giver'])} → ${text(v['taker'])}`, detail: `${text(v['cause'])}　${text(v['itemCount'])} 件` })} actZh="打开" onAct={(id) => void navigate(places.handover(id))} />
          {handover === null ? null : <About handover={handover} />}
        </div>
        {handover === null ? (
          <ActForm
            key={kind} stacked command="handover.open" titleZh={`开始移交　${kinds[kind]}`} verb="开始移交" postZh="列出清册" fields={openFields[kind]} fixed={{ kind }} given={kind === 'post' || kind === 'unit' ? { giver: me.name } : { taker: me.name }}
            onPosted={(acted) => {
              const made = (acted.result as { handover?: { id?: number } } | null)?.handover?.id;
              if (made !== undefined) void navigate(places.handover(made));
            }}
          />
        ) : handover.state === 'open' ? (
          <Closing key={`${handover.id} ${handover.revision}`} handover={handover} />
        ) : (
          <section className="card grow pad mut">这份移交{handover.state === 'closed' ? '已办结' : '已取消'}。按 Ctrl+N 开始另一份。</section>
        )}
      </div>
    </Page>
  );
}

function About({ handover }: Readonly<{ handover: Entry }>) {
  const v = handover.values;
  return (
    <Pane title={`移交 ${handover.number ?? ''}`} end={`${text(v['itemCount'])} 件`}>
      <div className="pad"><Facts rows={[['类别', kinds[text(v['kind']) as HandoverKind]], ['移交人', text(v['giver'])], ['接收人', [text(v['taker']), text(v['toUnit'])].filter((s) => s !== '').join('　')], ['监交领导', text(v['supervisor'])], ['开始', text(v['openedOn'])], ['差异', text(v['differences'])]]} /></div>
    </Pane>
  );
}

/** Counting, signing and ending; or calling it off. */
function Closing({ handover }: Readonly<{ handover: Entry }>) {
  const [mode, setMode] = useState<'close' | 'cancel'>('close');
  const kind = text(handover.values['kind']) as HandoverKind;
  return (
    <div className="stack grow min0">
      <Seg label="办理" items={[{ key: 'close', zh: '办结' }, { key: 'cancel', zh: '取消' }]} value={mode} onChange={setMode} className="self-start" />
      {mode === 'close' ? (
        <ActForm key="close" stacked command="handover.close" titleZh="清点办结" verb="办结" postZh="办结移交" fields={closeFields(kind)} fixed={{ handover: handover.id }} />
      ) : (
        <ActForm key="cancel" stacked command="handover.cancel" titleZh="取消移交" verb="取消" postZh="取消移交" fields={cancelFields} fixed={{ handover: handover.id }} />
      )}
    </div>
  );
}
