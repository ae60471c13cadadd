import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Refusal } from '#shared/result.ts';
import type { LedgerCheck as Checked, LedgerFinding } from '../app/answers.ts';
import { answerOf, client } from '../app/api.ts';
import { places } from '../app/places.ts';
import { useMay, useMe, useSession } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { RegisterGrid } from '../ui/RegisterGrid.tsx';
import type { GridColumn } from '../ui/RegisterGrid.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { explainFields, findingsOf, rulesFound, verdictZh, withExplained } from './check/found.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Sentence } from './parts/Sentence.tsx';
import './screens.css';

type State = Readonly<{ phase: 'idle' | 'running'; checked: Checked | null; refusal: Refusal | null }>;

/** Kept with the other answers, so that Enter to a record and back does not cost another run; locking clears them all. */
const LAST = ['ledger.check', 'last'] as const;
const keep = (checked: Checked | null): void => void client.setQueryData(LAST, checked);

const keyOf = (f: LedgerFinding): string => `${f.rule}-${f.register}-${f.record}`;
const columns: readonly GridColumn<LedgerFinding>[] = [
  { key: 'number', titleZh: '编号', width: 120, render: (f) => f.number ?? '—' },
  { key: 'title', titleZh: '名称', width: 160, render: (f) => <span className="one">{f.titleZh}</span> },
  { key: 'message', titleZh: '发现问题', width: 240, grow: true, render: (f) => <span className="one">{f.messageZh}</span> },
  { key: 'explained', titleZh: '说明', width: 72, render: (f) => (f.explained === undefined ? '' : '✔ 已说明') },
];

/** 全面核查: every rule that can be judged on what stands in the books, asked of every line; findings are put right or explained, never dismissed. */
export function LedgerCheck() {
  const me = useMe();
  const clerk = useMay('clerk');
  const { progress } = useSession();
  const go = useNavigate();
  const [state, setState] = useState<State>({ phase: 'idle', checked: client.getQueryData<Checked | null>(LAST) ?? null, refusal: null });
  const [rule, setRule] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [explaining, setExplaining] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { checked } = state;
  const running = state.phase === 'running';
  const rows = checked === null ? [] : findingsOf(checked, rule);
  const finding = rows.find((f) => keyOf(f) === at) ?? rows[0] ?? null;
  const mayExplain = clerk && finding !== null && finding.explained === undefined;

  const start = async (): Promise<void> => {
    if (running) return;
    setState({ phase: 'running', checked: null, refusal: null });
    setSaid(null);
    setExplaining(false);
    const answer = await answerOf<Checked>(window.shoumi.ask('ledger.check', {}));
    const told = answer.ok ? answer.value : null;
    keep(told);
    setState({ phase: 'idle', checked: told, refusal: answer.ok ? null : answer.refusal });
    setRule(null);
    setAt(null);
  };
  const stop = (): void => void answerOf(window.shoumi.session('stopCheck'));
  const take = (next: Checked): void => {
    keep(next);
    setState({ phase: 'idle', checked: next, refusal: null });
  };
  useKeys([
    { key: 'F5', label: checked === null ? '开始核查' : '重新核查', when: !running, run: () => void start() },
    { key: 'Escape', label: '停止', when: running, run: stop },
    { key: 'Escape', label: '收起说明', when: explaining && !running, run: () => setExplaining(false) },
    { key: 'F2', label: '说明', when: mayExplain && !running, run: () => setExplaining(true) },
  ]);
  const percent = typeof progress?.['done'] === 'number' && typeof progress['total'] === 'number' && progress['of'] === 'ledger.check' ? `已核查 ${progress['done'].toLocaleString('zh-CN')} / ${progress['total'].toLocaleString('zh-CN')} 条。` : '';

  return (
    <Page
      title="全面核查"
      sentence="按现行规则逐条核对全部登记；只读"
      actions={running ? <Act kbd="Escape" onClick={stop}>停止</Act> : <Act kbd="F5" tone="primary" onClick={() => void start()}>{checked === null ? '开始核查' : '重新核查'}</Act>}
    >
      {running ? <p className="notice" role="status">正在核查。{percent}按 Esc 停止。</p> : null}
      {!running && checked === null && state.refusal === null ? <p className="notice">核查载体、借阅、知悉、印制、销毁、计算机、人员等登记是否合乎现行规则。变更制度参数后请核查一次。按 F5 开始。</p> : null}
      <Sentence refusal={state.refusal} />
      {checked === null ? null : <p className={`notice ${checked.ok ? 'good' : 'bad'}`} role="status">{checked.ok ? '✔ ' : '▲ '}{verdictZh(checked)}</p>}
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      {checked === null || checked.findings.length === 0 ? null : (
        <div className="cols">
          <section className="card grow stack min0" data-pane>
            <RegisterGrid label="核查结果" columns={columns} rows={rows} total={rows.length} idOf={keyOf} focused={finding === null ? null : keyOf(finding)} onFocus={(id) => { setAt(String(id)); setExplaining(false); }} onOpen={(f) => void go(places.record(f.register, f.record))} frozen={1} autoFocus empty="这一项没有问题。" />
          </section>
          <div className="side wide stack scroll">
            {finding === null ? null : (
              <Pane title={`${finding.number ?? ''} ${finding.titleZh}`}>
                <div className="pad stack">
                  <p>{finding.messageZh}</p>
                  {finding.explained === undefined ? null : <p className="hint">{finding.explained.by}说明（{finding.explained.number}）：{finding.explained.explanation}</p>}
                  <div className="bt">
                    <Act kbd="Enter" onClick={() => void go(places.record(finding.register, finding.record))}>打开登记</Act>
                    <Act kbd="F2" onClick={() => setExplaining(true)} notNow={mayExplain ? undefined : finding.explained === undefined ? '核查问题由保密员说明。' : '已有说明；登记再变动后重新说明。'}>说明</Act>
                  </div>
                </div>
              </Pane>
            )}
            {finding !== null && explaining && mayExplain ? (
              <ActForm
                key={keyOf(finding)} stacked command="finding.explain" titleZh="说明核查问题" verb="说明" postZh="登记说明" fields={explainFields} fixed={{ rule: finding.rule, register: finding.register, record: finding.record }}
                onPosted={(acted) => {
                  const made = (acted.result as { explanation?: { number?: string } } | undefined)?.explanation?.number ?? '';
                  take(withExplained(checked, finding, { explanation: '见核查说明登记簿', by: me.name, at: '', number: made }));
                  setExplaining(false);
                  setSaid(`${finding.number ?? finding.titleZh} 已说明${made === '' ? '' : `，登记为 ${made}`}。`);
                }}
              />
            ) : (
              <Pane title="按核查项">
                <ul className="lines" role="group" aria-label="核查项">
                  <li><button type="button" className="hit" aria-pressed={rule === null} onClick={() => { setRule(null); setAt(null); }}><b>{rule === null ? '▶ ' : ''}全部</b></button></li>
                  {rulesFound(checked).map((r) => (
                    <li key={r.id}>
                      <button type="button" className="hit" aria-pressed={rule === r.id} title={r.sentenceZh} onClick={() => { setRule(r.id); setAt(null); }}>
                        <span>{rule === r.id ? '▶ ' : ''}{r.titleZh}</span><span className="grow" /><span className="sec small">{r.explained === 0 ? '' : `已说明 ${r.explained}　`}</span><b className="num">{r.found - r.explained} 条</b>
                      </button>
                    </li>
                  ))}
                </ul>
              </Pane>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
