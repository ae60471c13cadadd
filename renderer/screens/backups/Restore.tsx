import { useId, useState } from 'react';
import { Input } from 'antd';
import type { Refusal } from '#shared/result.ts';
import type { FoundBackup, RestoreOutput, UnlockInput } from '#shared/session.ts';
import { answerOf, file } from '../../app/api.ts';
import { Act } from '../../ui/Act.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { dayOf, shortMoment } from '../../ui/days.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { Sentence } from '../parts/Sentence.tsx';
import '../screens.css';

export type RestoreProps = Readonly<{
  /** Who is signed in, when somebody is. */
  account?: string;
  /** The newest entry of the open store, when one is open: what a backup will lack is told before anything is done. */
  head?: number | undefined;
  /** Where backups are usually written. */
  usualZh?: string;
  onClose: () => void;
}>;

const nobody: UnlockInput = { account: '', password: '' };
const isFilled = (p: UnlockInput): boolean => p.account.trim() !== '' && p.password !== '';

const count = (n: number): string => n.toLocaleString('zh-CN');
/** 第 215 条, or 第 215 至 220 条. */
const rangeZh = (from: number, to: number): string => (from === to ? `第 ${count(from)} 条` : `第 ${count(from)} 至 ${count(to)} 条`);

/** What the chosen backup lacks, as far as it is known before: null when nothing can be said. */
export function lackZh(seq: number, head: number | undefined): string | null {
  if (head === undefined) return null;
  return head <= seq ? `备份记到第 ${count(seq)} 条，本机没有更新的登记。` : `备份记到第 ${count(seq)} 条，本机现有 ${count(head)} 条：恢复出的库将缺${rangeZh(seq + 1, head)}，须按纸面登记补登。`;
}

/** 恢复 (ui 5.12): a backup, an empty folder, two persons. It never writes over anything; what will be missing is said first. */
export function RestoreDialog(props: RestoreProps) {
  return (
    <Dialog title="从备份恢复到新文件夹" onClose={props.onClose} width={760}>
      <RestoreForm {...props} />
    </Dialog>
  );
}

function RestoreForm({ account, head, usualZh, onClose }: RestoreProps) {
  const [found, setFound] = useState<Readonly<{ path: string; backups: readonly FoundBackup[] }> | null>(null);
  const [from, setFrom] = useState<FoundBackup | null>(null);
  const [to, setTo] = useState<Readonly<{ token: string; path: string }> | null>(null);
  const [first, setFirst] = useState<UnlockInput>({ ...nobody, account: account ?? '' });
  const [second, setSecond] = useState<UnlockInput>(nobody);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<RestoreOutput | null>(null);

  const chooseBackup = async (): Promise<void> => {
    const answer = await file<{ path: string; backups: readonly FoundBackup[] } | null>('chooseBackup');
    setRefusal(answer.ok ? null : answer.refusal);
    if (!answer.ok || answer.value === null) return;
    setFound(answer.value);
    setFrom(answer.value.backups[0] ?? null);
  };
  const chooseTarget = async (): Promise<void> => {
    const answer = await file<{ token: string; path: string } | null>('chooseFolder');
    setRefusal(answer.ok ? null : answer.refusal);
    if (answer.ok && answer.value !== null) setTo(answer.value);
  };
  const notNow = from === null ? '请先选择备份。' : to === null ? '请先选择空的新文件夹。' : !isFilled(first) || !isFilled(second) ? '请两人分别输入账户和口令。' : undefined;
  const restore = async (): Promise<void> => {
    if (notNow !== undefined || busy || from === null || to === null) return;
    setBusy(true);
    setRefusal(null);
    const answer = await answerOf<RestoreOutput>(window.shoumi.session('restore', { from: from.token, to: to.token, first: { ...first, account: first.account.trim() }, second: { ...second, account: second.account.trim() } }));
    setBusy(false);
    setFirst({ ...first, password: '' });
    setSecond({ ...second, password: '' });
    if (answer.ok) setDone(answer.value);
    else setRefusal(answer.refusal);
  };
  useKeys([{ key: 'Ctrl+S Ctrl+Enter', label: '恢复', when: done === null && notNow === undefined, run: () => void restore() }]);

  if (done !== null) return <Restored done={done} onClose={onClose} />;
  const lack = from === null ? null : lackZh(from.seq, head);
  return (
    <div className="stack restore">
      <section className="stack" aria-label="备份">
        <h3>一、备份</h3>
        <div className="bt"><Act onClick={() => void chooseBackup()}>选择备份所在的文件夹…</Act><span className="sec breaks grow">{found?.path ?? (usualZh === undefined || usualZh === '' ? '选中一份备份的文件夹，或放着多份备份的文件夹。' : `备份通常在 ${usualZh}`)}</span></div>
        {found === null ? null : found.backups.length === 0 ? <p className="notice warn">▲ 这个文件夹里没有备份。备份的文件夹里有 store.db、header.json 和 manifest.json。请另选。</p> : <Choice found={found.backups} chosen={from} onChoose={setFrom} />}
        {lack === null ? null : <p className="notice">{lack}</p>}
      </section>
      <section className="stack" aria-label="新文件夹">
        <h3>二、新文件夹</h3>
        <div className="bt"><Act onClick={() => void chooseTarget()}>选择空文件夹…</Act><span className="sec breaks grow">{to?.path ?? '在本机内置硬盘新建一个空文件夹。原库和备份都不改动。'}</span></div>
      </section>
      <section className="stack" aria-label="两人到场">
        <h3>三、两人到场</h3>
        <p className="sec small">一人是系统管理员，另一人是安全保密管理员或安全审计员。口令用备份当时的口令，各人自己输入，他人回避。</p>
        <div className="form-2">
          <Person whoZh="第一人" person={first} onChange={setFirst} />
          <Person whoZh="第二人" person={second} onChange={setSecond} />
        </div>
      </section>
      <Sentence refusal={refusal} />
      {busy ? <p className="notice" role="status">正在恢复：复制、逐页核验、对照审计链、登记两人到场。请勿关机。</p> : null}
      <div className="foot-acts">
        <Act tone="primary" kbd="Ctrl+S" busy={busy} notNow={notNow} onClick={() => void restore()}>恢复</Act>
        <Act kbd="Escape" onClick={onClose}>不办了</Act>
        {notNow === undefined ? null : <span className="sec">{notNow}</span>}
      </div>
    </div>
  );
}

function Choice({ found, chosen, onChoose }: Readonly<{ found: readonly FoundBackup[]; chosen: FoundBackup | null; onChoose: (b: FoundBackup) => void }>) {
  const name = useId();
  return (
    <fieldset className="plain-set restore-list">
      <legend className="sr">选一份备份</legend>
      {found.map((b) => (
        <label key={b.token} className="tick">
          <input type="radio" name={name} checked={b.token === chosen?.token} onChange={() => onChoose(b)} />
          <span><b>{shortMoment(b.madeAt, dayOf(new Date(0)))}</b>　第 {b.seq.toLocaleString('zh-CN')} 条　{b.organisation}　{b.terminalNumber}　{b.madeBy}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Person({ whoZh, person, onChange }: Readonly<{ whoZh: string; person: UnlockInput; onChange: (p: UnlockInput) => void }>) {
  return (
    <>
      <FormRow label={`${whoZh}账户`} required><Input value={person.account} autoComplete="off" onChange={(e) => onChange({ ...person, account: e.target.value })} /></FormRow>
      <FormRow label={`${whoZh}口令`} required><Input.Password value={person.password} autoComplete="off" visibilityToggle={false} onChange={(e) => onChange({ ...person, password: e.target.value })} /></FormRow>
    </>
  );
}

/** What was restored, what it lacks, and the steps until the terminal works on it: the program itself never puts one store in another's place. */
function Restored({ done, onClose }: Readonly<{ done: RestoreOutput; onClose: () => void }>) {
  const { vault, chain, missing, current } = done;
  return (
    <div className="stack restore">
      <p className="notice good" role="status">✔ 已恢复并核验，审计链第 {chain.seq.toLocaleString('zh-CN')} 条。原库没有改动。</p>
      <p className="breaks"><b>新库在</b>　{vault}</p>
      <p><b>缺少的登记</b>　{missing === null ? '没有发现缺少的登记。' : `${rangeZh(missing.fromSeq, missing.toSeq)}在备份之后，新库里没有，须按纸面登记补登。`}</p>
      <div>
        <b>要改用新库</b>
        <ol className="steps-list">
          <li>退出程序。</li>
          <li className="breaks">把原文件夹 {current} 改名留存，不要删除。</li>
          <li>把新库的文件夹放到原来的位置，用原来的名称。</li>
          <li>重新打开程序，两人登录核验，打印锚点单。</li>
        </ol>
        <p className="hint">只是演练的，核验后记录结果，新库按涉密载体保管或清除。</p>
      </div>
      <div className="foot-acts"><Act tone="primary" kbd="Escape" onClick={onClose}>知道了</Act></div>
    </div>
  );
}
