import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import { file, print, useDo } from '../app/api.ts';
import type { PrintRequest } from '../app/dialogs.tsx';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import { Act } from '../ui/Act.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { useFieldWalk } from './parts/useFieldWalk.ts';
import { useKeys } from '../ui/useKeys.ts';
import { Combo } from './parts/Combo.tsx';
import { Sentence } from './parts/Sentence.tsx';
import { narrow } from './parts/typed.ts';
import { objectIn, textIn } from './parts/reply.ts';
import { LabelSheets, sheetsChosen, usualSheets } from './print/LabelSheets.tsx';
import { PaperView } from './print/PaperView.tsx';
import './screens.css';

type Preview = Readonly<{ html: string; mark: string | null; rows: number; pagesEstimate: number }>;
type Printed = Readonly<{ number: string; pages?: number; carrierNumbers?: readonly string[]; file?: string }>;

/** Choices of the last print of each form, kept while the window is open. */
const lastChoices = new Map<string, { copies: string; purpose: string }>();

/** F8, the same everywhere (ui 5.13): choices left, the true pages right; after printing the paper is accounted for. */
export function PrintDialog({ request, onClose }: Readonly<{ request: PrintRequest; onClose: () => void }>) {
  // Paper that came out must be accounted for before the dialog goes.
  const [owed, setOwed] = useState(false);
  const close = (): void => {
    if (!owed) onClose();
  };
  return (
    <Dialog title={`打印　${request.titleZh}`} width={1120} onClose={close}>
      <PrintForm what={request} onClose={onClose} onOwed={setOwed} />
    </Dialog>
  );
}

function PrintForm({ what, onClose, onOwed }: Readonly<{ what: PrintRequest; onClose: () => void; onOwed: (owed: boolean) => void }>) {
  const kind = what.register ?? what.form ?? '';
  const form = useRef<HTMLDivElement>(null);
  const [copies, setCopies] = useState(lastChoices.get(kind)?.copies ?? '1');
  const [purpose, setPurpose] = useState(lastChoices.get(kind)?.purpose ?? '');
  const [view, setView] = useState(what.view ?? '');
  const [history, setHistory] = useState(true);
  const [how, setHow] = useState<'whole' | 'continued' | 'again'>('whole');
  const [lost, setLost] = useState('');
  const [sheets, setSheets] = useState(usualSheets(what.form));
  const [reason, setReason] = useState('');
  const [explains, setExplains] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const [settled, setSettled] = useState<'done' | 'spoiled' | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = useDo();

  // A list may be printed as it stands or as any other view of its book; one record is one record.
  const views = what.register !== undefined && what.record === undefined && isRegisterKey(what.register) ? registerOf(what.register).views.map((v) => ({ value: v.key, labelZh: v.title })) : [];
  // A whole register may be continued; what is on its sealed pages is not chosen by what the list shows.
  const whole = views.length > 0 && what.form === undefined;
  const continuation = whole && how === 'continued';
  const again = whole && how === 'again';
  // In the place of one sheet comes one sheet.
  const count = again ? 1 : Math.max(1, Math.min(99, Math.trunc(Number(copies)) || 1));
  const lostPage = /^\d{1,5}$/.test(narrow(lost).trim()) ? Number(narrow(lost)) : 0;
  const chosen = continuation ? { register: what.register, continuation } : again ? { register: what.register, reprint: lostPage } : {
    ...(what.register === undefined ? {} : { register: what.register, history }),
    ...(what.form === undefined ? {} : { form: what.form }),
    ...(view === '' ? {} : { view }),
    filter: what.filter ?? {},
    ...(what.record === undefined ? {} : { record: what.record }),
    ...(what.search === undefined || what.search === '' ? {} : { search: what.search }),
    ...(sheets !== null ? { data: { ...(what.input ?? {}), ...sheetsChosen(sheets) } } : what.input === undefined ? {} : { data: what.input }),
  };
  const asked = { ...chosen, copies: count, ...(purpose.trim() === '' ? {} : { purpose: purpose.trim() }), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
  const key = JSON.stringify(chosen);
  useEffect(() => {
    let gone = false;
    setPreview(null);
    setRefusal(null);
    // Nobody has said yet which page is missing.
    if ((JSON.parse(key) as { reprint?: number }).reprint === 0) return;
    void print<Preview>('preview', JSON.parse(key)).then((answer) => {
      if (gone) return;
      if (answer.ok) setPreview(answer.value);
      setRefusal(answer.ok ? null : answer.refusal);
    });
    return () => {
      gone = true;
    };
  }, [key]);

  // 机密 and above: why the paper is needed stands in the book of prints.
  const mustSay = preview !== null && preview.mark !== null && /^(机密|绝密)/.test(preview.mark);
  // 许多条汇总在一份打印件上 (L030): the rule has asked once, from then on the field stays.
  const asks = refusal?.kind === 'policy' && refusal.decision.reasons.some((r) => r.rule === 'L030' && r.satisfied !== true);
  useEffect(() => {
    if (asks) setExplains(true);
  }, [asks]);
  const notNow = again && lostPage === 0 ? '请填写要补印的页码。' : again && reason.trim() === '' ? '请填写原页去向。' : preview === null ? '预览出来后再打印。' : mustSay && purpose.trim() === '' ? '机密级以上的打印须填写用途。' : explains && reason.trim() === '' ? '请填写汇总打印的理由。' : undefined;
  const send = async (to: 'print' | 'pdf'): Promise<void> => {
    if (notNow !== undefined || busy || printed !== null) return;
    let target: string | undefined;
    if (to === 'pdf') {
      const picked = await file<{ token: string } | null>('choosePdfTarget', { name: what.titleZh });
      if (!picked.ok) return setRefusal(picked.refusal);
      if (picked.value === null) return;
      target = picked.value.token;
    }
    setBusy(true);
    const answer = await print<Printed>(to, { ...asked, ...(target === undefined ? {} : { target }) });
    setBusy(false);
    setRefusal(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    lastChoices.set(kind, { copies, purpose });
    setPrinted(answer.value);
    onOwed(true);
  };
  const settle = async (result: 'done' | 'spoiled'): Promise<void> => {
    if (printed === null) return;
    const answer = await confirm.run('register.printed', { print: printed.number, result, ...(printed.pages === undefined ? {} : { pages: printed.pages * count }) });
    if (!answer.ok) return;
    setSettled(result);
    onOwed(false);
  };
  useFieldWalk(form, { onPost: () => void send('print'), postZh: '打印' });
  useKeys([
    { key: 'F8', label: '打印', when: printed === null, run: () => void send('print') },
    { key: 'Ctrl+N', label: '存为 PDF', when: printed === null, run: () => void send('pdf') },
  ]);

  const pages = printed?.pages ?? preview?.pagesEstimate ?? 0;
  return (
    <div className="print-dialog">
      <div className="stack print-choices" ref={form} data-form>
        {whole ? (
          <>
            <label className="tick"><input type="checkbox" data-field="continuation" checked={continuation} disabled={printed !== null} onChange={(e) => setHow(e.target.checked ? 'continued' : 'whole')} /> 续打（只打封页以后的登记）</label>
            <label className="tick"><input type="checkbox" data-field="again" checked={again} disabled={printed !== null} onChange={(e) => setHow(e.target.checked ? 'again' : 'whole')} /> 补印封页（原页遗失或损毁）</label>
          </>
        ) : null}
        {again ? (
          <>
            <FormRow label="页码" required hint="纸页上方的“第几页”。"><input className="inp num" data-field="lost" inputMode="numeric" value={lost} onChange={(e) => setLost(e.target.value)} /></FormRow>
            <FormRow label="原页去向" required hint="遗失还是损毁、现在何处。涉密原页遗失的，另行登记丢失。"><input className="inp" data-field="reason" value={reason} onChange={(e) => setReason(e.target.value)} /></FormRow>
          </>
        ) : null}
        {views.length === 0 || continuation || again ? null : (
          <FormRow label="范围"><Combo name="view" value={view} onChange={setView} options={views} placeholder="本页所见" /></FormRow>
        )}
        {sheets === null ? null : <LabelSheets sheets={sheets} onChange={setSheets} disabled={printed !== null} />}
        {again ? null : <FormRow label="份数"><input className="inp num" data-field="copies" inputMode="numeric" value={copies} onChange={(e) => setCopies(e.target.value)} /></FormRow>}
        <FormRow label="用途" required={mustSay} hint={mustSay ? '机密级以上须填写，记入打印登记簿。' : '记入打印登记簿。'}>
          <input className="inp" data-field="purpose" value={purpose} onChange={(e) => setPurpose(e.target.value)} />
        </FormRow>
        {explains && !again ? (
          <FormRow label="理由" required hint="记入打印登记簿。">
            <input className="inp" data-field="reason" value={reason} onChange={(e) => setReason(e.target.value)} />
          </FormRow>
        ) : null}
        {what.register === undefined || continuation || again ? null : (
          <label className="tick"><input type="checkbox" data-field="history" checked={history} onChange={(e) => setHistory(e.target.checked)} /> 含旧稿（划去的更正前内容）</label>
        )}
        {preview === null ? null : (
          <p className="notice">
            {printed === null ? `打印约 ${pages} 页 ${count} 份，${preview.rows.toLocaleString('zh-CN')} 行。` : `打印号 ${printed.number}，${pages} 页 ${count} 份。`}
            {preview.mark === null ? '没有密级标志；含内部内容的打印件同样登记为载体。' : `打印件为${preview.mark}载体，将登记为涉密载体。`}
          </p>
        )}
        <Sentence refusal={refusal ?? confirm.refusal} />
        {printed === null ? (
          <div className="stack">
            <Act tone="primary" kbd="F8" busy={busy} notNow={notNow} onClick={() => void send('print')}>打印</Act>
            <Act kbd="Ctrl+N" busy={busy} notNow={notNow} onClick={() => void send('pdf')}>存为 PDF 文件</Act>
            <Act kbd="Escape" onClick={onClose}>不打印</Act>
          </div>
        ) : (
          <AfterPrinting printed={printed} settled={settled} busy={confirm.busy} onSettle={(r) => void settle(r)} onClose={onClose} />
        )}
      </div>
      <div className="print-pages">
        {preview?.mark != null ? <p className="print-mark">{preview.mark}</p> : null}
        {preview === null ? (
          <p className="mut pad">{again && lostPage === 0 ? '填写页码后显示该页。' : refusal === null ? '正在排版……' : '没有可以预览的内容。'}</p>
        ) : (
          <PaperView html={preview.html} />
        )}
      </div>
    </div>
  );
}

type AfterProps = Readonly<{ printed: Printed; settled: 'done' | 'spoiled' | null; busy: boolean; onSettle: (result: 'done' | 'spoiled') => void; onClose: () => void }>;

/** 打印成功 or 卡纸作废 must be answered; the number stays used either way. */
function AfterPrinting({ printed, settled, busy, onSettle, onClose }: AfterProps) {
  const carriers = printed.carrierNumbers ?? [];
  const saved = textIn(objectIn(printed), 'file');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  if (settled !== null) {
    return (
      <div className="stack">
        <p className="notice good" role="status">{settled === 'done' ? `✔ ${printed.number} 打印成功。` : `✔ ${printed.number} 已记为卡纸作废，号码不再使用。废页请清点后销毁。`}{carriers.length > 0 ? `登记为 ${carriers.join('、')}，请贴密级标志后入柜。` : ''}</p>
        <Act tone="primary" kbd="Escape" onClick={onClose}>返回</Act>
      </div>
    );
  }
  return (
    <div className="stack" role="group" aria-label="打印结果">
      <p><b>{saved === '' ? '纸出来了吗？' : '文件已写好，纸件印出来了吗？'}</b></p>
      <Act tone="primary" kbd="Enter" busy={busy} buttonRef={first} onClick={() => onSettle('done')}>打印成功</Act>
      <Act tone="danger" busy={busy} onClick={() => onSettle('spoiled')}>卡纸作废</Act>
      <p className="hint">两项必答其一；作废的页数也要登记。</p>
    </div>
  );
}
