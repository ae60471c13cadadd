import { useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import { actOutside, client, file, useAsk } from '../app/api.ts';
import { useClock, useMay, useMe, useSession } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { Good, Notice } from '../ui/icons.tsx';
import { dayOf, daysBetween, shortMoment } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { RestoreDialog } from './backups/Restore.tsx';
import { textIn } from './parts/reply.ts';
import { Sentence } from './parts/Sentence.tsx';
import './screens.css';

type Made = Readonly<{ file: string; bytes: number; sha256: string; chain: Readonly<{ seq: number; hash: string }>; verified: boolean; seconds: number }>;

/** 12.4 MB. */
export const sizeZh = (bytes: number): string => (bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`);

/** 备份与恢复 (ui 5.12): the last good one large, a list with verification, and restoring with two persons. */
export function Backups() {
  const today = dayOf(useClock());
  const may = useMay('clerk', 'system_administrator');
  const backups = useAsk('backups', {});
  const head = useAsk('audit.head', {}, { keep: true });
  const terminal = useAsk('terminal', {});
  const me = useMe();
  const restores = useMay('system_administrator', 'security_administrator', 'auditor');
  const [restoring, setRestoring] = useState(false);
  const { progress } = useSession();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const lines = backups.data ?? [];
  const good = lines.find((b) => b.state === 'verified');
  const age = good === undefined ? null : daysBetween(dayOf(new Date(good.madeAt)), today);

  const make = async (elsewhere: boolean): Promise<void> => {
    if (busy || !may) return;
    let folder: string | undefined;
    if (elsewhere) {
      const chosen = await file<{ token: string; path: string } | null>('chooseFolder');
      if (!chosen.ok) return setRefusal(chosen.refusal);
      if (chosen.value === null) return;
      folder = chosen.value.token;
    }
    setBusy(true);
    setMade(null);
    setRefusal(null);
    const answer = await actOutside<Made>('backup.run', folder === undefined ? {} : { folder });
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else setRefusal(answer.refusal);
    void client.invalidateQueries();
  };
  const notNow = may ? undefined : '备份由系统管理员或保密员办理。';
  useKeys([
    { key: 'Ctrl+S', label: '立即备份', when: may, run: () => void make(false) },
    { key: 'Ctrl+N', label: '备份到…', when: may, run: () => void make(true) },
    { key: 'Ctrl+O', label: '恢复', when: restores, run: () => setRestoring(true) },
    { key: 'F5', label: '刷新', run: () => void backups.refetch() },
  ]);
  const percent = busy && typeof progress?.['done'] === 'number' && typeof progress['total'] === 'number' ? `已完成 ${Math.round((progress['done'] / Math.max(1, progress['total'])) * 100)}%。` : '';
  return (
    <Page
      title="备份与恢复"
      sentence="备份写完即重新打开核验，不使用可移动介质"
      actions={<><Act kbd="Ctrl+N" busy={busy} notNow={notNow} onClick={() => void make(true)}>备份到其他位置…</Act><Act kbd="Ctrl+S" tone="primary" busy={busy} notNow={notNow} onClick={() => void make(false)}>立即备份</Act></>}
    >
      <Sentence refusal={refusal ?? backups.error?.refusal ?? null} />
      {busy ? <p className="notice" role="status">正在备份：复制、重新打开、逐页核验、对照审计链。{percent}</p> : null}
      {made === null ? null : <p className="notice good" role="status">✔ 备份完成并已核验：{made.file}，{sizeZh(made.bytes)}，用时 {made.seconds} 秒，审计链第 {made.chain.seq.toLocaleString('zh-CN')} 条。</p>}
      <div className="cols">
        <div className="stack grow min0">
          <section className="card pad backup-last" aria-label="最近备份">
            {good === undefined || age === null ? (
              <><Notice size={36} /><div><h2>还没有备份</h2><p className="sec">请先备份到第二块内置硬盘，再开始登记。</p></div></>
            ) : (
              <>
                {age <= 1 ? <Good size={36} /> : <Notice size={36} />}
                <div>
                  <h2>{shortMoment(good.madeAt, today)} 备份，已核验</h2>
                  <p className="sec">{age === 0 ? '今日' : `${age} 日前`}　{sizeZh(good.bytes)}　审计链第 {good.chainSeq.toLocaleString('zh-CN')} 条　{good.chainCode}{good.present ? '' : '　文件不在原处'}</p>
                </div>
              </>
            )}
          </section>
          <Pane title="备份记录" grow end={`${lines.length} 份`}>
            <div className="scroll">
              <table className="grid">
                <thead><tr><th scope="col">编号</th><th scope="col">时间</th><th scope="col" className="wide">位置</th><th scope="col" className="r">大小</th><th scope="col" className="r">审计链</th><th scope="col">操作人</th><th scope="col">核验</th></tr></thead>
                <tbody>
                  {lines.map((b) => (
                    <tr key={b.number}>
                      <td>{b.number}</td>
                      <td>{shortMoment(b.madeAt, today)}</td>
                      <td className="wide" title={`${b.file}\nSHA-256 ${b.sha256}`}>{b.file}</td>
                      <td className="r">{sizeZh(b.bytes)}</td>
                      <td className="r">#{b.chainSeq.toLocaleString('zh-CN')}</td>
                      <td>{b.madeBy}</td>
                      <td>{b.state === 'verified' ? <span className="y">✔ 已核验</span> : <span className="mut">{b.state === 'rotated_out' ? '已轮换' : '恢复自此'}</span>}{b.present ? '' : <span className="w">　▲ 不在原处</span>}</td>
                    </tr>
                  ))}
                  {lines.length === 0 ? <tr><td colSpan={7} className="mut">还没有备份记录。</td></tr> : null}
                </tbody>
              </table>
            </div>
          </Pane>
        </div>
        <div className="side stack">
          <Pane title="恢复">
            <div className="pad stack">
              <p>恢复须两人在场：系统管理员和安全保密管理员。恢复总是写入新的文件夹，原库不动；恢复前列出备份之后、将会缺少的登记。</p>
              <div><Act kbd="Ctrl+O" notNow={restores ? undefined : '恢复由系统管理员和安全保密管理员办理。'} onClick={() => setRestoring(true)}>恢复到新文件夹…</Act></div>
              <p className="hint">每半年至少演练一次：恢复到第二个文件夹，核验一致后保留记录。</p>
            </div>
          </Pane>
          <Pane title="位置">
            <div className="pad"><p className="sec">备份只写到本机内置硬盘或光盘。可移动介质和网络位置会被拒绝，并说明原因。默认位置由系统管理员在“本机”设置。</p></div>
          </Pane>
        </div>
      </div>
      {restoring ? <RestoreDialog account={me.account} head={head.data?.seq} usualZh={textIn(terminal.data, 'backupFolder')} onClose={() => { setRestoring(false); void head.refetch(); }} /> : null}
    </Page>
  );
}
