import { useState } from 'react';
import type { VerifyCheck } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useSession } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { Sentence } from './parts/Sentence.tsx';
import { PaperAnchor } from './verify/PaperAnchor.tsx';
import './screens.css';

/** A finding is a sentence, or carries one beside its figures. */
const sentenceOf = (f: unknown): string => (typeof f === 'string' ? f : typeof f === 'object' && f !== null && 'messageZh' in f && typeof f.messageZh === 'string' ? f.messageZh : '有一处与记录不符。请打印核验报告。');

/** What stands beside each check; findings are the core's own sentences. */
function CheckLine({ check }: Readonly<{ check: VerifyCheck }>) {
  return (
    <li className="check-line">
      <span className={check.ok ? 'y' : 'n'} aria-hidden="true">{check.ok ? '✔' : '✕'}</span>
      <b>{check.nameZh}</b>
      <span>{check.ok ? '未发现改动' : `有 ${check.findings.length} 处与记录不符`}</span>
      <span className="num mut">{check.counted.toLocaleString('zh-CN')} 项</span>
      {check.findings.slice(0, 5).map((f, i) => (
        <p key={i} className="finding">{sentenceOf(f)}</p>
      ))}
    </li>
  );
}

/** 核验 (ui 5.11): verdict first, then each check; the paper anchor beside it is the evidence this terminal cannot have changed. */
export function Verify() {
  const [asked, setAsked] = useState(0);
  const verify = useAsk('verify', { pages: true }, { enabled: asked > 0 });
  const { progress } = useSession();
  const dialogs = useDialogs();
  const report = (): void => dialogs.print({ form: 'verification', titleZh: '核验报告' });

  const again = (): void => {
    setAsked(asked + 1);
    if (asked > 0) void verify.refetch();
  };
  // The entry in the trail, who looked and what was found, is made where the verification is made.
  const result = verify.data;
  useKeys([
    { key: 'F5', label: '核验', run: again },
    { key: 'F8', label: '打印报告', when: result !== undefined, run: report },
  ]);

  const bad = result?.checks.filter((c) => !c.ok) ?? [];
  return (
    <Page
      title="核验"
      sentence="只读；核验本身也记入审计"
      actions={
        <>
          <Act kbd="F8" onClick={report} notNow={result === undefined ? '核验完成后可打印报告。' : undefined}>打印核验报告</Act>
          <Act kbd="F5" tone="primary" busy={verify.isFetching} onClick={again}>{asked === 0 ? '开始核验' : '重新核验'}</Act>
        </>
      }
    >
      <div className="cols">
        <div className="stack grow">
          {verify.isFetching ? (
            <p className="notice" role="status">正在核验：逐页校验、审计链、登记内容对照。{progressZh(progress)}</p>
          ) : result === undefined && verify.error === null ? (
            <p className="notice">核验逐页检查数据库、逐条重算审计链，并按事件重放登记内容。按 F5 开始，登记不受影响。</p>
          ) : null}
          <Sentence refusal={verify.error?.refusal ?? null} />
          {result === undefined || verify.isFetching ? null : (
            <>
              <section className={`verdict ${result.ok ? 'ok' : 'bad'}`} role="status">
                <span className="shape" aria-hidden="true">{result.ok ? '✔' : '✕'}</span>
                <div className="grow">
                  <h2>{result.ok ? '审计链完整，未发现登记被改动' : '核验发现改动'}</h2>
                  <p>
                    {result.ok
                      ? `核验 ${result.checks.length} 项全部通过。链首第 ${result.chain.seq.toLocaleString('zh-CN')} 条。`
                      : `${bad.map((c) => c.nameZh).join('、')}与记录不符。请停止登记，请安全保密管理员和安全审计员到场，先按 F8 打印核验报告。`}
                  </p>
                </div>
                <div className="digest"><small>链首摘要</small><b className="mono">{result.chain.hash.slice(0, 12).toUpperCase()}</b></div>
              </section>
              <Pane title="逐项结果" end="以纸质锚点为外部凭据">
                <ul className="checks">{result.checks.map((c) => <CheckLine key={c.name} check={c} />)}</ul>
              </Pane>
            </>
          )}
        </div>
        <PaperAnchor />
      </div>
    </Page>
  );
}

/** Counts of a running check, as far as the bell told. */
function progressZh(bell: Readonly<Record<string, unknown>> | null): string {
  const done = bell?.['done'];
  const total = bell?.['total'];
  return typeof done === 'number' && typeof total === 'number' ? `已完成 ${done.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')}。` : '';
}
