import { useEffect, useRef, useState } from 'react';
import type { Level } from '#shared/levels.ts';
import { useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { textsOf, useDraft } from '../app/drafts.ts';
import { useClock, useOpen } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Page } from '../ui/Page.tsx';
import { dayOf } from '../ui/days.ts';
import { holdKeys } from '../ui/typeAhead.ts';
import { useKeys } from '../ui/useKeys.ts';
import { Control } from './parts/Field.tsx';
import { Outcome } from './parts/Outcome.tsx';
import { numbersIn } from './parts/reply.ts';
import { Sentence } from './parts/Sentence.tsx';
import { levelRefusal, periodZh, readPeriod } from './parts/typed.ts';
import { useAct, useRested } from './parts/useAct.ts';
import { useFieldWalk } from './parts/useFieldWalk.ts';
import { fieldAt, focusField } from './parts/walk.ts';
import { completeDocNumber, emptyEntry, entryFields, nextEntry, sameAgain, serialsOf, stickable, stickyAtFirst, tidySerial, toReceive } from './receive/entry.ts';
import type { Entry, EntryField } from './receive/entry.ts';
import { Posted } from './receive/Posted.tsx';
import type { PostedEntry } from './receive/Posted.tsx';
import { Preview } from './receive/Preview.tsx';
import { entryRow, receiveFields } from './receive/receiveFields.ts';
import { useKeyCount } from './receive/useKeyCount.ts';
import './screens.css';

const isEntryField = (name: string): name is EntryField => (entryFields as readonly string[]).includes(name);

/** 收文 (ui 5.5): twenty documents in ten minutes, keyboard only. Sticky fields above, the last four in the middle, the current one below. */
export function Receive() {
  const { terminal, me } = useOpen();
  const clock = useClock();
  const today = dayOf(clock);
  const dialogs = useDialogs();
  const form = useRef<HTMLDivElement>(null);
  const [sticky, setSticky] = useState<ReadonlySet<EntryField>>(new Set(stickyAtFirst));
  const [entry, setEntry] = useState<Entry>(() => ({ ...emptyEntry, receivedOn: today, custodian: me.name, signedBy: me.name }));
  const [posted, setPosted] = useState<readonly PostedEntry[]>([]);
  const [asksParcel, setAsksParcel] = useState(false);
  const [started] = useState(() => clock.getTime());
  const [keys, startCount] = useKeyCount(form);
  const previous = posted.at(-1)?.entry ?? null;
  const set = (field: EntryField, text: string): void => setEntry((was) => ({ ...was, [field]: text, ...(field === 'docNumber' || field === 'copySerial' ? { distinctFrom: '' } : {}) }));

  const late = entry.receivedOn !== '' && entry.receivedOn < today;
  const above = levelRefusal(entry.level, terminal.level);
  const complete = entry.title.trim() !== '' && above === null;
  // The number as it will stand, also when Ctrl+S comes before the field was left.
  const final: Entry = { ...entry, docNumber: completeDocNumber(entry.docNumber, previous?.docNumber ?? ''), copySerial: tidySerial(entry.copySerial) };
  const intent = useAct('carrier.receive', complete ? toReceive(final, today) : null);
  const asked = useRested(`${entry.docNumber}\u0000${serialsOf(entry)[0] ?? ''}`, 150).split('\u0000');
  const duplicates = useAsk('receipt.duplicates', { docNumber: asked[0] ?? '', ...(asked[1] === undefined || asked[1] === '' ? {} : { copySerial: asked[1] }) }, { enabled: (asked[0] ?? '') !== '' });
  const found = entry.docNumber === '' || asked[0] !== entry.docNumber ? [] : (duplicates.data?.duplicates ?? []);
  const same = found[0];
  // Only when the parcel is not as its list says: otherwise no key is spent on it.
  const checking = asksParcel || entry.expectedCopies !== '' || entry.sealIntact !== '';
  const basis = entry.periodBasis !== '' || intent.issues.has('periodBasis') || (intent.decision?.reasons.some((r) => r.rule === 'P002' && r.satisfied !== true) ?? false);
  const notNow = above ?? (entry.title.trim() === '' ? '请先填写题名。' : same !== undefined && entry.distinctFrom !== same.number ? `文号和份号已登记为 ${same.number}。请改份号，或声明确为另一件。` : late && entry.lateReason.trim() === '' ? '收文日期早于今天，请填写补登原因。' : undefined);

  /** Where the cursor goes when the way is not free. */
  const stopAt: EntryField | undefined = above !== null ? 'level' : entry.title.trim() === '' ? 'title' : same !== undefined && entry.distinctFrom !== same.number ? 'copySerial' : late && entry.lateReason.trim() === '' ? 'lateReason' : undefined;
  const take = (acted: Parameters<Parameters<typeof Outcome>[0]['onPosted']>[0], then?: () => void): void => {
    setPosted((was) => [...was, { receipt: numbersIn(acted, 'SW')[0] ?? numbersIn(acted)[0] ?? '', carriers: numbersIn(acted, 'ZT'), entry: final, keys: startCount() }]);
    setEntry(nextEntry(entry, sticky));
    setAsksParcel(false);
    intent.clear();
    const freed = stickyAtFirst.find((f) => !sticky.has(f));
    requestAnimationFrame(() => {
      focusField(form.current, freed ?? 'docNumber');
      then?.();
    });
  };
  // Keys typed on while the document is being registered are those of the next one; after a refusal they are nobody's.
  const post = async (): Promise<void> => {
    if (stopAt !== undefined) return focusField(form.current, stopAt);
    if (intent.busy) return;
    const release = holdKeys();
    let acted: Awaited<ReturnType<typeof intent.post>> = null;
    try {
      acted = await intent.post();
    } finally {
      if (acted === null) release(true);
      else take(acted, release);
    }
  };
  const firstIssue = [...intent.issues.keys()].find(isEntryField);
  useEffect(() => {
    if (firstIssue !== undefined && intent.refusal === null && intent.decision === null) focusField(form.current, firstIssue);
  }, [firstIssue, intent.refusal, intent.decision]);
  useEffect(() => focusField(form.current, 'issuer'), []);

  const again = (): void => {
    if (previous === null) return;
    const at = fieldAt();
    if (at === 'docNumber') setEntry(sameAgain(previous));
    else if (isEntryField(at)) set(at, previous[at]);
  };
  const pin = (): void => {
    const at = fieldAt();
    if (!isEntryField(at) || !stickable.includes(at)) return;
    setSticky((was) => {
      const now = new Set(was);
      if (!now.delete(at)) now.add(at);
      return now;
    });
  };
  const end = (): void => {
    setPosted([]);
    setEntry({ ...emptyEntry, receivedOn: today, custodian: me.name, signedBy: me.name });
    startCount();
    focusField(form.current, 'issuer');
  };
  const slip = (): void => dialogs.print({ register: 'receipts', titleZh: '收文登记簿（本批）', filter: { receivedOn: entry.receivedOn || today } });
  const made = posted.flatMap((p) => p.carriers);
  const labels = (): void => dialogs.print({ form: 'labels', titleZh: `载体标签（本批 ${made.length} 件）`, filter: { number: made } });
  const typedSomething = entry.docNumber !== '' || entry.title !== '';
  useDraft({
    form: 'receive', titleZh: '收文登记', typed: { entry, sticky: [...sticky] }, worth: typedSomething && !intent.sent,
    put: (was) => {
      const { entry: typed, sticky: pinned } = was as { entry?: unknown; sticky?: unknown };
      setEntry((now) => ({ ...now, ...textsOf(typed, Object.keys(emptyEntry)) }));
      if (Array.isArray(pinned)) setSticky(new Set(pinned.filter((name): name is EntryField => typeof name === 'string' && isEntryField(name))));
    },
  });
  useFieldWalk(form, { onPost: () => void post(), postZh: '登记', judging: intent.input !== null && !intent.settled });
  useKeys([
    { key: 'Ctrl+D', label: '同上份', when: previous !== null, run: again },
    { key: 'Ctrl+T', label: '固定此项', run: pin },
    { key: 'Ctrl+E', label: '来件核对', run: () => setAsksParcel(!asksParcel) },
    { key: 'F8', label: '打印签收单', when: posted.length > 0, run: slip },
    { key: 'Shift+F8', label: '打印标签', when: made.length > 0, run: labels },
    { key: 'Escape', label: '结束本批', when: posted.length > 0 && !typedSomething, run: end },
  ]);

  const control = (field: EntryField, onBlur?: () => void) => (
    <FormRow label={receiveFields[field].labelZh} sticky={sticky.has(field) && stickable.includes(field)} error={field === 'level' ? (above ?? intent.issues.get(field)) : intent.issues.get(field)}>
      <Control field={receiveFields[field]} value={entry[field]} onChange={(text) => set(field, text)} {...(onBlur === undefined ? {} : { onBlur })} />
    </FormRow>
  );
  const tidy: Partial<Record<EntryField, () => void>> = {
    docNumber: () => set('docNumber', completeDocNumber(entry.docNumber, previous?.docNumber ?? '')),
    copySerial: () => set('copySerial', tidySerial(entry.copySerial)),
  };
  const average = posted.length === 0 ? 0 : Math.round(posted.reduce((sum, p) => sum + p.keys, 0) / posted.length);
  const minutes = Math.floor((clock.getTime() - started) / 60_000);
  const shows = intent.decision !== null && intent.decision.outcome !== 'allow';
  return (
    <Page
      title="收文登记"
      sentence={`本批第 ${posted.length + 1} 份　·　用时 ${minutes} 分${average > 0 ? `　·　平均每份 ${average} 键（题名除外）` : ''}`}
      actions={<><Act kbd="F8" onClick={slip} notNow={posted.length === 0 ? '登记后可打印。' : undefined}>打印签收单</Act><Act kbd="Shift+F8" onClick={labels} notNow={made.length === 0 ? '登记后可打印。' : undefined}>打印标签</Act><Act kbd="Escape" onClick={end} notNow={posted.length === 0 ? '本批还没有登记。' : undefined}>结束本批</Act></>}
    >
      <div className="receive" ref={form} data-form>
        <section className="card sticky-bar" data-pane tabIndex={-1} aria-label="固定项">
          {stickable.map((f) => <div key={f} className={`k-${f}${sticky.has(f) ? ' pin' : ''}`}>{control(f)}</div>)}
        </section>
        <Posted posted={posted} />
        <section className="card entry" aria-label={`第 ${posted.length + 1} 份`}>
          <div className="f" data-pane>
            <div className="hd">
              <h2>第 {posted.length + 1} 份</h2>
              <LevelMark level={(entry.level || null) as Level | null} period={periodZh(readPeriod(entry.period)) || null} />
              <span className="end">已按 <b>{keys}</b> 键　·　Enter 下一项　·　末项 Enter 即登记</span>
            </div>
            {entryRow.map((f) => <div key={f} className={`s${receiveFields[f].span ?? 4}`}>{control(f, tidy[f])}</div>)}
            {entry.channel === 'meeting' ? <div className="s4">{control('broughtBackOn')}</div> : null}
            {checking ? <><div className="s3">{control('expectedCopies')}</div><div className="s3">{control('sealIntact')}</div></> : null}
            {entry.level === '' ? <div className="s3">{control('asClassified')}</div> : null}
            {basis ? <div className="s6">{control('periodBasis')}</div> : null}
            {late ? <div className="s6">{control('lateReason')}</div> : null}
            <div className="s12"><Sentence refusal={intent.refusal} /></div>
          </div>
          <Preview entry={entry} duplicates={found} checked={duplicates.data !== undefined && asked[0] === entry.docNumber} onDistinct={(n) => set('distinctFrom', n)} onPost={() => void post()} busy={intent.busy} notNow={notNow}>
            {shows ? <Outcome intent={intent} verb="登记" postZh="登记并继续" onPosted={take} onInstead={() => focusField(form.current, 'docNumber')} insteadZh="改一改再登记" seed={{}} /> : null}
          </Preview>
        </section>
      </div>
    </Page>
  );
}
