import { useRef, useState } from 'react';
import { useAsk } from '../../app/api.ts';
import { useMay } from '../../app/session.tsx';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { narrow } from '../parts/typed.ts';
import { useFieldWalk } from '../parts/useFieldWalk.ts';

/** The code as it is printed: groups of four. The core reads any case, O for 0 and I or L for 1. */
export const inGroups = (code: string): string => narrow(code).toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, 21).replace(/(.{4})(?=.)/g, '$1-');

/** 与纸质锚点核对: number and code from the sheet, and how far it vouches for what is stored. */
export function PaperCompare() {
  const may = useMay('auditor', 'security_administrator', 'clerk');
  const form = useRef<HTMLDivElement>(null);
  const [seq, setSeq] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState<{ seq: number; code: string } | null>(null);
  const check = useAsk('audit.checkPaper', asked ?? { seq: 1, code: '-' }, { enabled: asked !== null && may });
  const compare = (): void => {
    const number = Number(narrow(seq).replaceAll(',', ''));
    if (Number.isInteger(number) && number > 0 && code.trim() !== '') setAsked({ seq: number, code: inGroups(code) });
  };
  useFieldWalk(form, { onPost: compare, postZh: '核对' });
  return (
    <Pane title="与纸质锚点核对" end="从柜中取出锚点单">
      <div className="pad stack" ref={form} data-form>
        {may ? null : <p className="mut">纸质锚点由安全审计员、安全保密管理员或保密员核对。</p>}
        <FormRow label="序号">
          <input className="inp num" data-field="seq" inputMode="numeric" value={seq} disabled={!may} onChange={(e) => setSeq(e.target.value)} />
        </FormRow>
        <FormRow label="锚点码（20 位＋校验位）" hint="不分大小写，O 与 0、I 与 1 通认。">
          <input className="inp mono" data-field="code" autoComplete="off" spellCheck={false} value={code} disabled={!may} placeholder="4TQ8-M0RC-77XH-ZE2K-9PVA-5" onChange={(e) => setCode(e.target.value)} onBlur={() => setCode(inGroups(code))} />
        </FormRow>
        <div><Act kbd="Enter" onClick={compare} busy={check.isFetching} {...(may ? {} : { notNow: '您的角色不核对锚点。' })}>核对</Act></div>
        {check.data === undefined || asked === null ? null : (
          <p className={`notice ${check.data.ok ? 'good' : 'bad'}`} role="status">
            <b aria-hidden="true">{check.data.ok ? '✔ ' : '✕ '}</b>{check.data.messageZh}
          </p>
        )}
        <Sentence refusal={check.error?.refusal ?? null} />
      </div>
    </Pane>
  );
}
