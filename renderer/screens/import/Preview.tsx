import { useState } from 'react';
import type { LedgerPreview, LedgerRow, LedgerSheet, RowStatus } from '#shared/import.ts';
import { Pane } from '../../ui/Page.tsx';
import { RegisterGrid } from '../../ui/RegisterGrid.tsx';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { Combo } from '../parts/Combo.tsx';

const statusZh: Readonly<Record<RowStatus, readonly [string, string, string]>> = { ok: ['✔', '可登记', 'y'], doubt: ['▲', '存疑', 'w'], rejected: ['✕', '退回', 'n'], skipped: ['·', '略过', 'mut'] };
const filters: readonly (readonly [RowStatus | 'look', string])[] = [['look', '要看的'], ['ok', '可登记'], ['doubt', '存疑'], ['rejected', '退回'], ['skipped', '略过']];

type Props = Readonly<{ preview: LedgerPreview; mapping: Readonly<Record<string, string>>; onMap: (heading: string, field: string) => void; onSheet: (sheet: string) => void }>;

/** What was read: sheets, mapping of headings, and every row with what is doubtful about it. Nothing is registered yet. */
export function Preview({ preview, mapping, onMap, onSheet }: Props) {
  const usable = preview.sheets.filter((s) => s.skipped === undefined);
  const [name, setName] = useState(usable[0]?.sheet ?? '');
  const sheet = usable.find((s) => s.sheet === name) ?? usable[0];
  return (
    <>
      <div className="seg self-start" role="group" aria-label="工作表">
        {usable.map((s) => <button key={s.sheet} type="button" aria-pressed={s.sheet === sheet?.sheet} onClick={() => { setName(s.sheet); onSheet(s.sheet); }}>{s.sheet || '全部'}<b>{s.rows.length}</b></button>)}
      </div>
      {preview.sheets.filter((s) => s.skipped !== undefined).map((s) => <p key={s.sheet} className="hint">工作表“{s.sheet}”未读：{s.skipped?.messageZh}</p>)}
      {sheet === undefined ? <p className="notice bad" role="alert">没有可以读入的工作表。请检查是否选对了台账，或另存为 xlsx 后再选。</p> : (
        <div className="cols">
          <Rows key={sheet.sheet} sheet={sheet} labels={preview.labels} />
          <Mapping sheet={sheet} labels={preview.labels} mapping={mapping} onMap={onMap} />
        </div>
      )}
    </>
  );
}

function Rows({ sheet, labels }: Readonly<{ sheet: LedgerSheet; labels: Readonly<Record<string, string>> }>) {
  const [filter, setFilter] = useState<RowStatus | 'look'>('look');
  const [focused, setFocused] = useState<number | null>(null);
  const shows = (r: LedgerRow): boolean => (filter === 'look' ? r.status === 'doubt' || r.status === 'rejected' : r.status === filter);
  const rows = sheet.rows.filter(shows);
  const used = new Set(Object.values(sheet.mapping));
  const row = rows.find((r) => r.row === focused) ?? rows[0];
  const columns: readonly GridColumn<LedgerRow>[] = [
    { key: 'row', titleZh: '行', width: 60, align: 'right', render: (r) => r.row },
    { key: 'status', titleZh: '结果', width: 92, render: (r) => <span className={statusZh[r.status][2]}>{statusZh[r.status][0]} {statusZh[r.status][1]}</span> },
    { key: 'problem', titleZh: '要看什么', width: 230, render: (r) => <span className="one">{r.problems.map((p) => p.messageZh).join(' ')}</span> },
    ...Object.entries(labels).filter(([field]) => used.has(field)).map(([field, zh]): GridColumn<LedgerRow> => ({ key: field, titleZh: zh, width: field === 'title' ? 220 : 110, render: (r) => <span className="one">{String(r.values[field] ?? '')}</span> })),
  ];
  return (
    <section className="card grow stack min0" data-pane>
      <div className="pad-s seg-line">
        <div className="seg small-seg" role="group" aria-label="只看">
          {filters.map(([f, zh]) => <button key={f} type="button" aria-pressed={filter === f} onClick={() => setFilter(f)}>{zh}<b>{f === 'look' ? sheet.rows.filter((r) => r.status === 'doubt' || r.status === 'rejected').length : sheet.rows.filter((r) => r.status === f).length}</b></button>)}
        </div>
        <span className="small sec">表头在第 {sheet.headerRow} 行</span>
      </div>
      <RegisterGrid label="读入的行" columns={columns} rows={rows} idOf={(r) => r.row} focused={row?.row ?? null} onFocus={(id) => setFocused(Number(id))} frozen={2} empty={filter === 'look' ? '没有存疑或退回的行。' : '没有这样的行。'} />
      {row === undefined || row.problems.length === 0 ? null : (
        <div className="pad-s row-problem" role="status">
          <p><b>第 {row.row} 行</b>　{row.problems.map((p) => `${p.field === undefined ? '' : `${labels[p.field] ?? p.field}：`}${p.messageZh}`).join('　')}</p>
          {row.read === undefined ? null : <p className="small sec one">原文　{row.read.filter((c) => c !== '').join(' ｜ ')}</p>}
        </div>
      )}
    </section>
  );
}

function Mapping({ sheet, labels, mapping, onMap }: Readonly<{ sheet: LedgerSheet; labels: Readonly<Record<string, string>>; mapping: Readonly<Record<string, string>>; onMap: (heading: string, field: string) => void }>) {
  const headings = sheet.headings ?? Object.keys(sheet.mapping);
  return (
    <div className="side scroll">
      <Pane title="表头对应" end={`${Object.keys(sheet.mapping).length} / ${headings.filter((h) => h !== '').length} 列`}>
        <div className="pad stack" data-form>
          {headings.filter((h) => h !== '').map((h) => (
            <div key={h} className="map-line">
              <span className="one" title={h}>{h}</span>
              <Combo name={`map-${h}`} aria-label={`“${h}”对应`} value={mapping[h] ?? sheet.mapping[h] ?? ''} placeholder="不读入" options={[{ value: '', labelZh: '不读入' }, ...Object.entries(labels).map(([value, labelZh]) => ({ value, labelZh }))]} onChange={(field) => onMap(h, field)} />
            </div>
          ))}
          <p className="hint">改了对应，按 F5 重读。</p>
        </div>
      </Pane>
    </div>
  );
}
