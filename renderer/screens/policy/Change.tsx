import { useRef, useState } from 'react';
import type { PolicyLine } from '../../app/answers.ts';
import { useAsk } from '../../app/api.ts';
import type { AskInput } from '../../app/api.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { Combo } from '../parts/Combo.tsx';
import { Outcome } from '../parts/Outcome.tsx';
import { Facts } from '../parts/Subject.tsx';
import { useAct, useRested } from '../parts/useAct.ts';
import { useFieldWalk } from '../parts/useFieldWalk.ts';
import { isFixed, needsHead, rangeOf, readValue, whoZh, wordOf } from './words.ts';

/** Changing a parameter shows first what it would newly flag, then asks for the reason (ui 5.12). */
export function Change({ parameter }: Readonly<{ parameter: PolicyLine }>) {
  const p = parameter;
  const form = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(typeof p.value === 'string' || typeof p.value === 'number' ? String(p.value) : Array.isArray(p.value) ? p.value.map(String).join('、') : wordOf(p.value));
  const [reason, setReason] = useState('');
  const [agreement, setAgreement] = useState('');
  const [done, setDone] = useState(false);
  const value = readValue(typed, p.value ?? p.default);
  const changed = value !== undefined && JSON.stringify(value) !== JSON.stringify(p.value);
  const rested = useRested(changed ? JSON.stringify(value) : '', 250);
  const preview = useAsk('policy.preview', { key: p.key, value: (rested === '' ? null : JSON.parse(rested)) as AskInput<'policy.preview'>['value'] }, { enabled: rested !== '' });
  const ready = changed && reason.trim() !== '' && (!needsHead(p.who) || agreement.trim() !== '');
  const intent = useAct('policy.change', ready ? { key: p.key, value, reason: reason.trim(), ...(agreement.trim() === '' ? {} : { headAgreement: agreement.trim() }) } : null);
  useFieldWalk(form, { onPost: () => form.current?.closest('.stack')?.parentElement?.querySelector<HTMLButtonElement>('.dec .btn.primary')?.focus(), postZh: '变更', saves: false });
  const findings = preview.data?.findings ?? [];
  // Inside the law but beyond the usual bounds: the terminal asks for the head's agreement only then.
  const beyond = agreement !== '' || (intent.decision?.reasons ?? []).some((r) => r.messageZh.includes('单位负责人'));
  return (
    <>
      <Pane title={p.titleZh}>
        <div className="pad stack" ref={form} data-form>
          {done ? <p className="notice good" role="status">✔ 已变更，自下一次办理起生效；已办的登记按原值判定。</p> : null}
          <Facts rows={[['现值', wordOf(p.value, p.unit)], ['默认', wordOf(p.default, p.unit)], ['法定范围', rangeOf(p)], ['依据', typeof p.bound === 'string' && p.bound !== '' ? p.bound : '本单位制度'], ['可改', whoZh(p.who)], ['上次变更', p.changedAt === undefined ? '未变更过' : `${p.changedBy ?? ''} ${p.changedAt.slice(0, 10)}　${p.reason ?? ''}`], ['参数名', <span key="k" className="mono breaks">{p.key}</span>]]} />
          {isFixed(p.who) ? <p className="sec">这一项由法律规定，不能变更。</p> : (
            <>
              <FormRow label={`新值${p.unit === '' ? '' : `（${wordOf(1, p.unit).replace(/^1\s*/, '') || '数'}）`}`} error={value === undefined ? '请按现值的写法填写。' : intent.issues.get('value')}>
                {p.allowed !== undefined && p.allowed.length > 0 && !Array.isArray(p.value)
                  ? <Combo name="value" value={typed} onChange={setTyped} options={p.allowed.map((a) => ({ value: String(a), labelZh: wordOf(a, p.unit) }))} />
                  : p.allowed !== undefined && Array.isArray(p.value)
                    ? <span className="ticks">{p.allowed.map((a) => { const had = (Array.isArray(value) ? value : []).includes(String(a)); return <label key={String(a)} className="tick"><input type="checkbox" checked={had} onChange={() => setTyped((had ? (value as string[]).filter((x) => x !== String(a)) : [...(Array.isArray(value) ? value : []), String(a)]).join('、'))} /> {wordOf(a)}</label>; })}</span>
                    : <input className="inp" data-field="value" value={typed} autoComplete="off" onChange={(e) => setTyped(e.target.value)} />}
              </FormRow>
              {!changed ? null : preview.data === undefined ? <p className="mut">{preview.error === null ? '正在计算影响……' : preview.error.message}</p> : (
                <div className={`notice ${findings.length > 0 ? 'warn' : 'good'}`} role="status">
                  <p>{findings.length > 0 ? `变更后将新增 ${findings.length} 件到期或不符。` : '变更后没有新增到期或不符的登记。'}</p>
                  <ul>{findings.slice(0, 6).map((f) => <li key={`${f.register}${f.record}`}>{f.number ?? ''}　{f.titleZh}　{f.messageZh}</li>)}</ul>
                  {findings.length > 6 ? <p>等 {findings.length} 件。</p> : null}
                </div>
              )}
              <FormRow label="理由" required error={intent.issues.get('reason')}><input className="inp" data-field="reason" value={reason} onChange={(e) => setReason(e.target.value)} /></FormRow>
              {needsHead(p.who) || beyond ? <FormRow label="单位负责人同意文号" required error={intent.issues.get('headAgreement')}><input className="inp" data-field="headAgreement" value={agreement} onChange={(e) => setAgreement(e.target.value)} /></FormRow> : null}
            </>
          )}
        </div>
      </Pane>
      {ready ? <Outcome intent={intent} verb="变更" postZh="变更参数" onPosted={() => { setDone(true); setReason(''); intent.clear(); }} /> : null}
    </>
  );
}
