import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { LedgerPreview } from '#shared/import.ts';
import { importTargets } from '#shared/import.ts';
import type { ImportTargetId } from '#shared/import.ts';
import { registers } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import { client, file } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { Batches } from './import/Batches.tsx';
import { Preview } from './import/Preview.tsx';
import { Combo } from './parts/Combo.tsx';
import { Sentence } from './parts/Sentence.tsx';
import './screens.css';

type Chosen = Readonly<{ token: string; name: string; size: number }>;
type Committed = LedgerPreview & Readonly<{ batch?: string; rejectsFile?: string | null }>;

const isTarget = (key: string | null): key is ImportTargetId => key !== null && (importTargets as readonly string[]).includes(key);

/** 导入旧台账: choose, look, correct the mapping, then register all or the good rows; the rest goes back as a file. */
export function ImportScreen() {
  const [search] = useSearchParams();
  const asked = search.get('register');
  const { progress } = useSession();
  const [register, setRegister] = useState<ImportTargetId>(isTarget(asked) ? asked : 'receipts');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [preview, setPreview] = useState<LedgerPreview | null>(null);
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [sheet, setSheet] = useState<string | undefined>();
  const [busy, setBusy] = useState<'read' | 'write' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<Committed | null>(null);

  const read = async (of: Chosen, target: ImportTargetId, map: Readonly<Record<string, string>>): Promise<void> => {
    setBusy('read');
    const answer = await file<LedgerPreview>('readImport', { token: of.token, register: target, ...(sheet === undefined ? {} : { sheet }), ...(Object.keys(map).length === 0 ? {} : { mapping: map }) });
    setBusy(null);
    setRefusal(answer.ok ? null : answer.refusal);
    if (answer.ok) setPreview(answer.value);
  };
  const choose = async (): Promise<void> => {
    const answer = await file<Chosen | null>('chooseImport', { register });
    if (!answer.ok) return setRefusal(answer.refusal);
    if (answer.value === null) return;
    setChosen(answer.value);
    setPreview(null);
    setMapping({});
    setSheet(undefined);
    setDone(null);
    await read(answer.value, register, {});
  };
  const commit = async (how: 'all' | 'valid'): Promise<void> => {
    if (chosen === null || busy !== null) return;
    setBusy('write');
    const answer = await file<Committed>('readImport', { token: chosen.token, register, commit: how, ...(sheet === undefined ? {} : { sheet }), ...(Object.keys(mapping).length === 0 ? {} : { mapping }) });
    setBusy(null);
    setRefusal(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    setDone(answer.value);
    if (answer.value.batch === undefined) {
      // Nothing was registered: the rows that the rules refused are marked in the same preview.
      setPreview(answer.value);
      return;
    }
    setPreview(null);
    setChosen(null);
    void client.invalidateQueries();
  };
  const counts = preview?.counts;
  const good = (counts?.ok ?? 0) + (counts?.doubt ?? 0);
  const notAll = counts === undefined ? '请先选择文件。' : counts.rejected > 0 ? `有 ${counts.rejected} 行退回，不能整批登记。请改好文件再选，或只登记可用的行。` : good === 0 ? '没有可以登记的行。' : undefined;
  const notValid = counts === undefined ? '请先选择文件。' : good === 0 ? '没有可以登记的行。' : undefined;
  /** What Ctrl+S does; the button that says so bears it. */
  const byKey = notAll === undefined ? 'all' : 'valid';
  useKeys([
    { key: 'Ctrl+N', label: '选择文件', run: () => void choose() },
    { key: 'F5', label: '重读', when: chosen !== null, run: () => chosen !== null && void read(chosen, register, mapping) },
    { key: 'Ctrl+S', label: '登记', when: notValid === undefined, run: () => void commit(byKey) },
  ]);
  const counted = typeof progress?.['done'] === 'number' ? `已处理 ${progress['done'].toLocaleString('zh-CN')} 行。` : '';
  return (
    <Page
      title="导入台账"
      sentence="先看后登记；每行都有去处：登记、存疑、退回、略过"
      actions={
        <>
          <Act kbd="Ctrl+N" tone={chosen === null ? 'primary' : 'plain'} busy={busy !== null} onClick={() => void choose()}>选择文件…</Act>
          {preview === null ? null : <Act {...(byKey === 'valid' ? { kbd: 'Ctrl+S', tone: 'primary' as const } : {})} busy={busy !== null} notNow={notValid} onClick={() => void commit('valid')}>登记可用的 {good.toLocaleString('zh-CN')} 行，退回其余</Act>}
          {preview === null ? null : <Act {...(byKey === 'all' ? { kbd: 'Ctrl+S', tone: 'primary' as const } : {})} busy={busy !== null} notNow={notAll} onClick={() => void commit('all')}>全部登记</Act>}
        </>
      }
    >
      <Sentence refusal={refusal} />
      {busy === null ? null : <p className="notice" role="status">{busy === 'read' ? '正在读文件：认编码、找表头、逐行核对。' : '正在登记。'}{counted}</p>}
      {done === null ? null : done.batch === undefined ? (
        <p className="notice bad" role="alert">▲ 没有登记：有 {done.counts.rejected} 行退回。请看退回的行，改好后重选文件，或只登记可用的行。</p>
      ) : (
        <p className="notice good" role="status">✔ 已登记 {done.counts.created.toLocaleString('zh-CN')} 条，批次 {done.batch}；存疑 {done.counts.doubt}，退回 {done.counts.rejected}，略过 {done.counts.skipped}。{done.counts.rejected === 0 ? '' : done.rejectsFile === undefined || done.rejectsFile === null ? '退回的行没有存成文件：再选一次这个文件可以看到退回的行，照着改好原表即可，登记过的不会重复。' : `退回的行已写入 ${done.rejectsFile}，改好后可再导入。`}</p>
      )}
      {preview === null ? (
        <div className="cols">
          <Pane title="旧台账" grow>
            <div className="pad stack narrow" data-form>
              <FormRow label="导入到"><Combo name="register" value={register} onChange={(k) => setRegister(isTarget(k) ? k : 'receipts')} options={importTargets.map((k) => ({ value: k, labelZh: registers[k].title }))} /></FormRow>
              <p>可读 xlsx、xls、csv 和制表符分隔的文本；编码、表头行、日期写法自动识别。读文件在单独的进程中进行，公式不执行，原文件不改动。</p>
              <div><Act kbd="Ctrl+N" onClick={() => void choose()} busy={busy !== null}>选择文件…</Act></div>
            </div>
          </Pane>
          <div className="side wide stack"><Batches /></div>
        </div>
      ) : (
        <>
          <div className="tally" role="status" aria-label="读入结果">
            <span><b>{preview.file}</b>{preview.encoding === undefined ? '' : `　${preview.encoding}`}</span>
            <span className="y">✔ 可登记 <b>{preview.counts.ok.toLocaleString('zh-CN')}</b></span>
            <span className="w">▲ 存疑 <b>{preview.counts.doubt.toLocaleString('zh-CN')}</b></span>
            <span className="n">✕ 退回 <b>{preview.counts.rejected.toLocaleString('zh-CN')}</b></span>
            <span className="mut">· 略过 <b>{preview.counts.skipped.toLocaleString('zh-CN')}</b></span>
            <span className="mut">还没有登记</span>
          </div>
          <Preview preview={preview} mapping={mapping} onSheet={setSheet} onMap={(heading, field) => setMapping({ ...mapping, [heading]: field })} />
        </>
      )}
    </Page>
  );
}
