import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import type { CreateOutput } from '#shared/session.ts';
import { answerOf } from '../app/api.ts';
import { Gate } from '../app/Gate.tsx';
import { useSession } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { emptyPlan, problemsOf, steps, toCreate } from './firstRun/plan.ts';
import type { Plan, Step } from './firstRun/plan.ts';
import { RecoverySheets } from './firstRun/RecoverySheets.tsx';
import { StepFields } from './firstRun/StepFields.tsx';
import { Sentence } from './parts/Sentence.tsx';

/** The wizard that makes a store: one question per page, then the two recovery sheets. */
export function FirstRun({ folder }: Readonly<{ folder: string }>) {
  const { reload } = useSession();
  const [plan, setPlan] = useState<Plan>(emptyPlan);
  const [step, setStep] = useState<Step>(0);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sheets, setSheets] = useState<CreateOutput['recoverySheets'] | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const problems = problemsOf(plan, step);
  const last = step === steps.length - 1;

  useEffect(() => {
    body.current?.querySelector<HTMLElement>('input')?.focus();
  }, [step]);

  const create = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const answer = await answerOf<CreateOutput>(window.shoumi.session('create', toCreate(plan)));
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setPlan(emptyPlan); // the passphrases leave the page
    setSheets(answer.value.recoverySheets);
  };
  const next = (): void => {
    if (busy) return;
    setTried(true);
    if (problems.length > 0) return;
    if (last) return void create();
    setTried(false);
    setStep((step + 1) as Step);
  };
  const back = (): void => setStep(Math.max(0, step - 1) as Step);
  const enter = (event: KeyboardEvent): unknown => {
    const fields = [...(body.current?.querySelectorAll<HTMLInputElement>('input:not([type=radio]):not([type=checkbox])') ?? [])];
    const at = fields.findIndex((f) => f === event.target);
    if (event.target instanceof HTMLButtonElement) return false;
    const to = fields[at + 1];
    if (at >= 0 && to !== undefined) return to.focus();
    return next();
  };
  useKeys([
    { key: 'Enter', label: last ? '建库' : '下一步', when: sheets === null, run: enter },
    { key: 'Ctrl+S', label: last ? '建库' : '下一步', bar: false, when: sheets === null, run: next },
    { key: 'Escape', label: '上一步', when: step > 0 && sheets === null, run: back },
  ]);

  if (sheets !== null) return <RecoverySheets sheets={sheets} onDone={() => void reload()} />;
  return (
    <Gate terminal={null} wide={step === 4} end={<span className="sec">{step + 1} / {steps.length}　{steps[step]}</span>}>
      <div className="pad stack">
        <ol className="steps-line" aria-hidden="true">{steps.map((s, i) => <li key={s} className={i <= step ? 'done' : ''} />)}</ol>
        <h1>{steps[step]}</h1>
        <div ref={body}><StepFields step={step} plan={plan} folder={folder} put={(part) => setPlan((was) => ({ ...was, ...part }))} /></div>
        {tried && problems.length > 0 ? <div className="notice bad" role="alert"><ul>{problems.map((p) => <li key={p}>▲ {p}</li>)}</ul></div> : null}
        <Sentence refusal={refusal} />
        <div className="foot-acts">
          <Act tone="primary" kbd="Enter" onClick={next} busy={busy}>{busy ? '正在建库…' : last ? '建库' : '下一步'}</Act>
          {step > 0 ? <Act kbd="Escape" onClick={back}>上一步</Act> : null}
        </div>
      </div>
    </Gate>
  );
}
