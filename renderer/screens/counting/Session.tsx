import { useCallback, useEffect, useRef, useState } from 'react';
import { numberOfLabel } from '#shared/labels.ts';
import type { Level } from '#shared/levels.ts';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { ask, useAsk, useDo } from '../../app/api.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { Act } from '../../ui/Act.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';
import { ScanBox } from '../../ui/ScanBox.tsx';
import type { Scan } from '../../ui/ScanBox.tsx';
import { Seg } from '../../ui/Seg.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { ActForm } from '../parts/ActForm.tsx';
import { Combo } from '../parts/Combo.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { Facts } from '../parts/Subject.tsx';
import { Ticking } from './Ticking.tsx';
import { cancelFields, closeFields, lineFields, toldZh } from './fields.ts';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');
const buckets = registers.stocktakeLines.fields.bucket.of;
/** The label of a cabinet says where the counting goes on; that of a carrier is counted. */
const CABINET_LABEL = 39;

type Doing = 'scan' | 'tick' | 'line' | 'close' | 'cancel';
const modes: readonly Readonly<{ key: Doing; zh: string }>[] = [{ key: 'scan', zh: '扫码' }, { key: 'tick', zh: '勾选' }, { key: 'line', zh: '说明' }, { key: 'close', zh: '结束' }, { key: 'cancel', zh: '取消' }];

/** How many lines of a session have one result. */
const useTally = (stocktake: number, bucket: keyof typeof buckets): number => useAsk('record.list', { register: 'stocktakeLines', filter: { stocktake, bucket }, limit: 1 }, { keep: true }).data?.total ?? 0;

/** One count that runs: a code after the other, what each says at once, what differs below, and its end. */
export function Session({ entry, onEnded }: Readonly<{ entry: Entry; onEnded: (sentence: string) => void }>) {
  const dialogs = useDialogs();
  const doing = useDo();
  const [mode, setMode] = useState<Doing>('scan');
  const [place, setPlace] = useState('');
  const [withHolder, setWithHolder] = useState(false);
  const [last, setLast] = useState<{ text: string; good: boolean } | undefined>();
  const [found, misplaced, unexpected] = [useTally(entry.id, 'found'), useTally(entry.id, 'misplaced'), useTally(entry.id, 'unexpected')];
  const lines = useAsk('record.list', { register: 'stocktakeLines', filter: { stocktake: entry.id }, limit: 30 }, { keep: true }).data?.entries ?? [];
  const expected = Number(entry.values['expectedCount'] ?? 0);
  const left = Math.max(0, expected - found - misplaced);
  const { run } = doing;

  const scanned = useCallback(async (scan: Scan): Promise<void> => {
    if (scan.label?.book === CABINET_LABEL) {
      const cabinet = await ask('record.get', { register: 'cabinets', record: numberOfLabel(scan.label) ?? '' }).catch(() => null);
      setPlace(text(cabinet?.values['place']));
      setLast(cabinet === null ? { text: '没有找到这个柜具。', good: false } : { text: `接着清点 ${text(cabinet.values['place'])}`, good: true });
      return;
    }
    const answer = await run('stocktake.count', { stocktake: entry.id, scanned: scan.text, ...(place.trim() === '' ? {} : { place: place.trim() }), ...(withHolder ? { withHolder } : {}) });
    setLast(answer.ok ? toldZh(answer.value.result) : { text: answer.refusal.messageZh, good: false });
  }, [run, entry.id, place, withHolder]);

  const sheet = (): void => dialogs.print({ form: 'stocktakeSheet', filter: { stocktake: entry.id }, titleZh: `清点核对表 ${entry.number ?? ''}` });
  const rest = (): void => dialogs.print({ form: 'stocktakeSheet', filter: { stocktake: entry.id }, view: 'left', titleZh: `未清点清单 ${entry.number ?? ''}` });
  const box = useRef<HTMLInputElement>(null);
  // The next code may come at once, by hand too.
  useEffect(() => {
    if (mode === 'scan') box.current?.focus();
  }, [mode]);
  useKeys([{ key: 'F8', label: '打印核对表', run: sheet }, { key: 'F7', label: '扫码框', run: () => (mode === 'scan' ? box.current?.focus() : setMode('scan')) }]);

  return (
    <div className="cols">
      <div className="desk-left stack scroll">
        <Pane title={`清点 ${entry.number ?? ''}`} end={`应有 ${expected} 件`}>
          <div className="pad stack">
            <Facts rows={[['范围', text(entry.values['scopeZh'])], ['清点人', text(entry.values['counter'])], ['监督人', text(entry.values['checker'])], ['相符', `${found} 件`], ['位置不符', `${misplaced} 件`], ['多出', `${unexpected} 件`], ['还没有清点', `${left} 件`]]} />
            <p className="foot-acts"><Act small kbd="F8" onClick={sheet}>打印核对表</Act><Act small onClick={rest}>打印未清点清单</Act></p>
          </div>
        </Pane>
        <Seg label="办理" items={modes} value={mode} onChange={setMode} />
      </div>
      {mode === 'scan' ? (
        <div className="stack grow min0">
          <Pane title="扫码清点" end={`还有 ${left} 件`}>
            <div className="pad stack">
              <ScanBox inputRef={box} prompt="扫载体标签，或输编号、原编号" onScan={(s) => void scanned(s)} last={last} />
              <div className="form-grid">
                <div className="cell s6"><label className="stack">现在清点的位置（扫柜具标签可改）<Combo name="place" value={place} suggest="place" onChange={setPlace} placeholder="不核对位置的留空" /></label></div>
                <div className="cell s6"><label className="stack">凭借据在持有人处核实<Combo name="withHolder" value={withHolder ? '1' : '0'} options={[{ value: '0', labelZh: '否' }, { value: '1', labelZh: '是' }]} onChange={(v) => setWithHolder(v === '1')} /></label></div>
              </div>
              <Sentence refusal={doing.refusal?.kind === 'policy' || doing.refusal?.kind === 'missing' ? null : doing.refusal} />
            </div>
          </Pane>
          <Pane title="最近清点" end="不符的在“说明”中写明">
            {lines.length === 0 ? <p className="pad mut">还没有清点。请扫第一件。</p> : (
              <ul className="lines scroll">
                {lines.map((l) => {
                  const bucket = l.values['bucket'] as keyof typeof buckets;
                  return (
                    <li key={l.id}>
                      <div className="grow">
                        <p className="one"><b>{bucket === 'found' ? '✔' : '▲'} {buckets[bucket]}</b>　{text(l.values['carrierNumber']) || text(l.values['scanned'])}　{text(l.values['title']) || '台账没有'}</p>
                        <p className="small sec one"><LevelMark level={(l.values['level'] ?? null) as Level | null} />　账面 {text(l.values['expectedPlace']) || '—'}　实际 {text(l.values['foundPlace']) || '—'}　{text(l.values['explanation'])}</p>
                      </div>
                    </li>
                  );
                })}
              </ul>
            )}
          </Pane>
        </div>
      ) : mode === 'tick' ? (
        <Ticking stocktake={entry.id} number={entry.number ?? ''} />
      ) : mode === 'line' ? (
        <ActForm key="line" stacked command="stocktake.count" titleZh="逐件说明" verb="清点" postZh="登记清点" fields={lineFields} fixed={{ stocktake: entry.id }} given={{ place }} keep={['place']} />
      ) : mode === 'close' ? (
        <ActForm key="close" stacked command="stocktake.close" titleZh="结束清点" verb="结束" postZh="结束清点" fields={closeFields} fixed={{ stocktake: entry.id }} onPosted={() => onEnded(`${entry.number ?? ''} 已结束。缺少的已逐件立案。`)}>
          <p className="mut">相符 {found} 件，位置不符 {misplaced} 件，多出 {unexpected} 件，还没有清点 {left} 件。没有清点到的，在库的逐件报失立案，在外的列为未核实。</p>
        </ActForm>
      ) : (
        <ActForm key="cancel" stacked command="stocktake.cancel" titleZh="取消清点" verb="取消" postZh="取消清点" fields={cancelFields} fixed={{ stocktake: entry.id }} onPosted={() => onEnded(`${entry.number ?? ''} 已取消。`)} />
      )}
    </div>
  );
}
