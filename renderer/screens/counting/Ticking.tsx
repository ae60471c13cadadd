import { useState } from 'react';
import type { LeftLine } from '../../app/answers.ts';
import { useAsk, useDo } from '../../app/api.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';
import { RegisterGrid } from '../../ui/RegisterGrid.tsx';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { Combo } from '../parts/Combo.tsx';
import { Sentence } from '../parts/Sentence.tsx';

const columnsOf = (ticked: ReadonlySet<string | number>): readonly GridColumn<LeftLine>[] => [
  { key: 'tick', titleZh: '勾', width: 40, render: (l) => <span className="big-tick" aria-hidden="true">{ticked.has(l.id) ? '☑' : '☐'}</span> },
  { key: 'number', titleZh: '载体编号', width: 122, render: (l) => l.number },
  { key: 'level', titleZh: '密级', width: 76, render: (l) => <LevelMark level={l.level} /> },
  { key: 'title', titleZh: '名称', width: 140, grow: true, render: (l) => <span className="one">{l.title}</span> },
  { key: 'who', titleZh: '在谁处', width: 84, render: (l) => l.holder ?? l.keeper },
  { key: 'place', titleZh: '账面位置', width: 112, render: (l) => <span className="one">{l.out ? l.stateZh : l.place}</span> },
];

/** 逐件勾选: off a sheet that keeper or holder has signed, what is still to be counted, one tick for each piece that was seen. */
export function Ticking({ stocktake, number }: Readonly<{ stocktake: number; number: string }>) {
  const dialogs = useDialogs();
  const { run, busy, refusal } = useDo();
  const [person, setPerson] = useState('');
  const [why, setWhy] = useState('见到实物，凭签字的核对表勾选');
  const [focused, setFocused] = useState<number | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string | number>>(new Set());
  const [said, setSaid] = useState<string | null>(null);
  const answer = useAsk('stocktake.left', { stocktake, ...(person === '' ? {} : { person }) }, { keep: true });
  const lines = answer.data?.lines ?? [];
  const chosen = lines.filter((l) => ticked.has(l.id));
  const notNow = chosen.length === 0 ? '请先用空格勾选见到的各件。' : why.trim() === '' ? '请写明凭什么勾选。' : undefined;

  const tick = (l: LeftLine): void => setTicked((was) => new Set(was.has(l.id) ? [...was].filter((id) => id !== l.id) : [...was, l.id]));
  const post = async (): Promise<void> => {
    if (notNow !== undefined || busy) return;
    // What is in somebody's hands was seen there, not in the cabinet.
    for (const out of [false, true]) {
      const carriers = chosen.filter((l) => l.out === out).map((l) => l.id);
      if (carriers.length > 0 && !(await run('stocktake.count', { stocktake, carriers, explanation: why.trim(), ...(out ? { withHolder: true } : {}) })).ok) return;
    }
    setSaid(`已清点 ${chosen.map((l) => l.number).slice(0, 3).join('、')}${chosen.length > 3 ? ` 等 ${chosen.length} 件` : ''}`);
    setTicked(new Set());
  };
  const sheet = (): void => dialogs.print({ form: 'stocktakeSheet', filter: { stocktake, ...(person === '' ? {} : { person }) }, titleZh: `清点核对表 ${number}${person === '' ? '' : `　${person}`}` });
  useKeys([{ key: 'Ctrl+S Ctrl+Enter', label: '登记所勾', run: () => void post() }, { key: 'F8', label: person === '' ? '打印核对表' : `打印${person}的核对表`, run: sheet }]);

  return (
    <Pane title="逐件勾选" grow end={`勾选 ${chosen.length} 件，还有 ${lines.length} 件`}>
      <div className="pad stack" data-form>
        {said === null ? null : <p className="notice good" role="status">✔ {said}。</p>}
        <div className="form-grid">
          <div className="cell s4">
            <FormRow label="谁的" hint="选一人，再按 F8 打印他的核对表。">
              <Combo name="person" value={person} onChange={(name) => { setPerson(name); setTicked(new Set()); }} placeholder="全部" options={(answer.data?.people ?? []).map((p) => ({ value: p.name, labelZh: p.name, detailZh: `应有 ${p.expected} 件，还有 ${p.left} 件` }))} />
            </FormRow>
          </div>
          <div className="cell s8"><FormRow label="凭什么勾选" required><input className="inp" data-field="why" value={why} onChange={(e) => setWhy(e.target.value)} /></FormRow></div>
        </div>
        <Sentence refusal={refusal} />
      </div>
      <div className="own-ticks">
        <RegisterGrid label="还没有清点的" columns={columnsOf(ticked)} rows={lines} total={lines.length} idOf={(l) => l.id} focused={focused ?? lines[0]?.id ?? null} onFocus={(id) => setFocused(Number(id))} ticked={ticked} onTick={tick} frozen={2} autoFocus empty="都已清点。" />
      </div>
      <div className="pad bt">
        <Act tone="primary" kbd="Ctrl+S" busy={busy} notNow={notNow} onClick={() => void post()}>{chosen.length === 0 ? '登记所勾' : `登记所勾 ${chosen.length} 件`}</Act>
        <Act kbd="F8" onClick={sheet}>{person === '' ? '打印核对表' : `打印${person}的核对表`}</Act>
      </div>
    </Pane>
  );
}
