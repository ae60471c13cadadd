import { useState } from 'react';
import type { CreateOutput } from '#shared/session.ts';
import { print } from '../../app/api.ts';
import { Gate } from '../../app/Gate.tsx';
import { Act } from '../../ui/Act.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { Sentence } from '../parts/Sentence.tsx';
import type { Refusal } from '#shared/result.ts';

/** The two recovery sheets, shown once. They exist nowhere else; both together open the store when every passphrase is lost. */
export function RecoverySheets({ sheets, onDone }: Readonly<{ sheets: CreateOutput['recoverySheets']; onDone: () => void }>) {
  const [kept, setKept] = useState(false);
  const [printed, setPrinted] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const printThem = async (): Promise<void> => {
    const answer = await print('print', { form: 'recovery', copies: 1, purpose: '恢复封存', sheets });
    setPrinted(answer.ok);
    setRefusal(answer.ok || answer.refusal.kind === 'locked' ? null : answer.refusal);
    // Nobody is signed in yet, so the terminal's own print may not be there: this page prints itself, one sheet to a page.
    if (!answer.ok) window.print();
  };
  useKeys([{ key: 'F8', label: '打印两张', run: () => void printThem() }, { key: 'Ctrl+S', label: '完成', when: kept, run: onDone }]);
  return (
    <Gate terminal={null} wide>
      <div className="pad stack">
        <h1>恢复单：只显示这一次</h1>
        <p>台账库已建好。下面两张恢复单合在一起，可以在全部口令遗失时开库；单独一张没有用处。请分别打印或抄写，装入两只信封密封，由两位不同的人分柜保管。</p>
        <div className="sheets">
          {sheets.map((s) => (
            <section key={s.sheet} className="sheet" aria-label={`恢复单第 ${s.sheet} 张`}>
              <b>恢复单　第 {s.sheet} 张（共 2 张）</b>
              <pre>{s.text}</pre>
              <p className="sec small">保管人签字：＿＿＿＿＿＿　日期：＿＿＿＿＿＿</p>
            </section>
          ))}
        </div>
        <Sentence refusal={refusal} />
        {printed ? <p className="notice good" role="status">✔ 已送打印。请核对两张都清楚、完整。</p> : null}
        <label className="check no-print"><input type="checkbox" autoFocus checked={kept} onChange={(e) => setKept(e.target.checked)} /> 两张都已打印或抄写、核对并分别密封</label>
        <div className="foot-acts no-print">
          <Act tone="primary" kbd="Ctrl+S" onClick={onDone} notNow={kept ? undefined : '请先保存两张恢复单并勾选'}>完成，去登录</Act>
          <Act kbd="F8" onClick={() => void printThem()}>打印两张</Act>
        </div>
      </div>
    </Gate>
  );
}
