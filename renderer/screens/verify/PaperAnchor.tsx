import { useRef, useState } from 'react';
import { useAsk, useDo } from '../../app/api.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { useMay } from '../../app/session.tsx';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { useFieldWalk } from '../parts/useFieldWalk.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { Sentence } from '../parts/Sentence.tsx';
import { narrow } from '../parts/typed.ts';

/** The code as it is printed: groups of four. The core reads any case, O for 0 and I or L for 1. */
export const inGroups = (code: string): string => narrow(code).toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, 21).replace(/(.{4})(?=.)/g, '$1-');

/** 纸质锚点: a sheet in a locked cabinet is the only witness that this terminal cannot rewrite. */
export function PaperAnchor() {
  const may = useMay('auditor', 'security_administrator', 'clerk');
  const form = useRef<HTMLDivElement>(null);
  const [seq, setSeq] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState<{ seq: number; code: string } | null>(null);
  const dialogs = useDialogs();
  const head = useAsk('audit.head', {});
  const check = useAsk('audit.checkPaper', asked ?? { seq: 1, code: '-' }, { enabled: asked !== null && may });
  const { run, refusal } = useDo();

  const compare = (): void => {
    const number = Number(narrow(seq).replaceAll(',', ''));
    if (Number.isInteger(number) && number > 0 && code.trim() !== '') setAsked({ seq: number, code: inGroups(code) });
  };
  const printSheet = async (): Promise<void> => {
    // The sheet vouches for everything up to the entry that says it was printed.
    if ((await run('audit.anchor', {})).ok) dialogs.print({ form: 'anchor', titleZh: '审计锚点单' });
  };
  useFieldWalk(form, { onPost: compare, postZh: '核对' });
  useKeys([{ key: 'Ctrl+N', label: '打印锚点单', run: () => void printSheet() }]);

  return (
    <div className="side stack">
      <Pane title="与纸质锚点核对" end="从柜中取出锚点单">
        <div className="pad stack" ref={form} data-form>
          {may ? null : <p className="mut">纸质锚点由安全审计员、安全保密管理员或保密员核对。</p>}
          <FormRow label="序号">
            <input className="inp num" data-field="seq" inputMode="numeric" value={seq} disabled={!may} onChange={(e) => setSeq(e.target.value)} />
          </FormRow>
          <FormRow label="锚点码（20 位＋校验位）" hint="不分大小写，O 与 0、I 与 1 通认。">
            <input className="inp mono" data-field="code" autoComplete="off" spellCheck={false} value={code} disabled={!may} placeholder="4TQ8-M0RC-77XH-ZE2K-9PVA-5" onChange={(e) => setCode(e.target.value)} onBlur={() => setCode(inGroups(code))} />
          </FormRow>
          <div><Act kbd="Ctrl+S" onClick={compare} busy={check.isFetching} {...(may ? {} : { notNow: '您的角色不核对锚点。' })}>核对</Act></div>
          {check.data === undefined || asked === null ? null : (
            <p className={`notice ${check.data.ok ? 'good' : 'bad'}`} role="status">
              <b aria-hidden="true">{check.data.ok ? '✔ ' : '✕ '}</b>{check.data.messageZh}
            </p>
          )}
          <Sentence refusal={check.error?.refusal ?? null} />
        </div>
      </Pane>
      <Pane title="链首">
        <dl className="kv pad">
          <dt>序号</dt><dd className="num-left">{head.data?.seq.toLocaleString('zh-CN') ?? '—'}</dd>
          <dt>锚点码</dt><dd className="mono">{head.data?.code ?? '—'}</dd>
        </dl>
        <div className="pad-b stack">
          <Act kbd="Ctrl+N" onClick={() => void printSheet()}>打印今日锚点单</Act>
          <p className="hint">打印后由两人签字，装入信封，存放在本机之外的保密柜。</p>
          <Sentence refusal={refusal} />
        </div>
      </Pane>
    </div>
  );
}
