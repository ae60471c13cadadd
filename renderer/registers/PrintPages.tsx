import { useRef, useState } from 'react';
import type { Entry } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { Sentence } from '../screens/parts/Sentence.tsx';
import { narrow } from '../screens/parts/typed.ts';
import { useFieldWalk } from '../screens/parts/useFieldWalk.ts';
import { Act } from '../ui/Act.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Pane } from '../ui/Page.tsx';

/** Right of a continuation print: whether its pages still say what the register says, and whether a sheet is the one printed. */
export function PrintPages({ print }: Readonly<{ print: Entry }>) {
  const { register, pageFrom, pageTo, continuation } = print.values;
  const form = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(String(typeof pageFrom === 'number' ? pageFrom : ''));
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState<{ page: number; code: string } | null>(null);
  const check = useAsk('print.pageCheck', { register: String(register), page: asked?.page ?? 1, ...(asked === null || asked.code === '' ? {} : { code: asked.code }) }, { enabled: asked !== null });
  const compare = (): void => {
    const number = Number(narrow(page));
    if (Number.isInteger(number) && number > 0) setAsked({ page: number, code: narrow(code).trim() });
  };
  useFieldWalk(form, { onPost: compare, postZh: '核对', saves: false });
  if (Number(continuation ?? 0) !== 1 || typeof pageFrom !== 'number') return null;
  return (
    <aside className="acts stack" aria-label="核对续打页">
      <Pane title="核对续打页" end={pageFrom === pageTo ? `第 ${pageFrom} 页` : `第 ${pageFrom} 至 ${String(pageTo)} 页`}>
        <div className="pad stack" ref={form} data-form>
          <FormRow label="页码"><input className="inp num" data-field="page" inputMode="numeric" value={page} onChange={(e) => setPage(e.target.value)} /></FormRow>
          <FormRow label="页摘要" hint="照页脚录入，可以不填；不分大小写和横线。"><input className="inp mono" data-field="code" autoComplete="off" spellCheck={false} value={code} onChange={(e) => setCode(e.target.value)} /></FormRow>
          <div><Act kbd="Enter" onClick={compare} busy={check.isFetching}>核对</Act></div>
          {check.data === undefined || asked === null ? null : (
            <p className={`notice ${check.data.ok ? 'good' : 'bad'}`} role="status"><b aria-hidden="true">{check.data.ok ? '✔ ' : '✕ '}</b>{check.data.messageZh}</p>
          )}
          <Sentence refusal={check.error?.refusal ?? null} />
        </div>
      </Pane>
    </aside>
  );
}
