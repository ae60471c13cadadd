import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Acted, Entry } from '../app/answers.ts';
import { ask, Refused, useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { useClock } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { ScanBox } from '../ui/ScanBox.tsx';
import type { Scan } from '../ui/ScanBox.tsx';
import { Seg } from '../ui/Seg.tsx';
import { dayOf, shiftDay } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Combo } from './parts/Combo.tsx';
import { numbersIn } from './parts/reply.ts';
import { autoAct, deskActOf, deskActs } from './desk/acts.ts';
import { CarrierPane } from './desk/CarrierPane.tsx';
import { Hits } from './desk/Hits.tsx';
import { PersonPane } from './desk/PersonPane.tsx';
import { resolveScan } from './desk/resolve.ts';
import type { Found } from './desk/resolve.ts';
import { Steps } from './desk/Steps.tsx';
import './screens.css';

const main: readonly CommandName[] = ['carrier.lend', 'carrier.giveBack', 'carrier.read'];

/**
 * 借还 (ui 5.6): one scan box; an item in the safe is lent, an item that is out comes back, a name chooses the reader, an approval
 * number answers the approval. The decision stands there before anything is posted.
 */
export function Desk() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const today = dayOf(useClock());
  const dialogs = useDialogs();
  const scan = useRef<HTMLInputElement>(null);
  const [queue, setQueue] = useState<readonly Entry[]>([]);
  const [person, setPerson] = useState<Entry | null>(null);
  const [chosen, setChosen] = useState<CommandName | null>((deskActOf(search.get('act'))?.command ?? null) as CommandName | null);
  const [approval, setApproval] = useState('');
  const [hits, setHits] = useState<readonly Found[]>([]);
  const [last, setLast] = useState<{ text: string; good: boolean } | undefined>();
  const [posted, setPosted] = useState<{ zh: string; command: string; loan: string } | null>(null);
  const [round, setRound] = useState(0);
  const todays = useAsk('record.list', { register: 'loans', filter: { lentAt: { from: shiftDay(today, 0) } }, limit: 1 });

  const carrier = queue[0] ?? null;
  // The state may have changed by another act on this very screen: always decide on the fresh record.
  const fresh = useAsk('record.get', { register: 'carriers', record: carrier?.id ?? 1 }, { enabled: carrier !== null });
  const shown = carrier === null ? null : (fresh.data ?? carrier);
  const command = chosen ?? autoAct(shown?.state ?? null);
  const deskAct = deskActOf(command);
  const needsPerson = deskAct?.person !== null;

  const take = useCallback(async (found: Found) => {
    setHits([]);
    if (found.kind === 'approval') {
      setApproval(found.hit.number ?? String(found.hit.id));
      return setLast({ text: `${found.hit.number ?? ''} 审批单已带入，再扫载体和人员。`, good: true });
    }
    if (found.kind === 'dealing') {
      const to = places.dealing(found.hit.register, found.hit.id);
      return to === null ? setLast({ text: `${found.hit.number ?? ''} 不在这里办理。请在相应的页面办理。`, good: false }) : void navigate(to);
    }
    const loan = found.kind === 'loan' ? await ask('record.get', { register: 'loans', record: found.hit.id }) : null;
    const entry = await ask('record.get', { register: found.kind === 'person' ? 'persons' : 'carriers', record: loan === null ? found.hit.id : Number(loan.values['carrier']) });
    if (entry === null) return setLast({ text: '没有这条登记。请再扫一次。', good: false });
    setPosted(null);
    if (found.kind === 'person') {
      setPerson(entry);
      return setLast({ text: `人员 ${found.hit.titleZh}`, good: true });
    }
    setQueue((was) => {
      const again = was.some((c) => c.id === entry.id);
      setLast({ text: again ? `已扫过 ${entry.number ?? ''}，不重复计入。请扫下一件。` : `${entry.number ?? ''}　${String(entry.values['title'] ?? '')}`, good: true });
      return again ? was : [...was, entry];
    });
  }, [navigate]);
  const onScan = useCallback(async (what: Scan) => {
    try {
      const found = await resolveScan(what);
      const only = found[0];
      if (only === undefined) setLast({ text: `没有找到“${what.text}”。请试编号尾数、题名、姓名或拼音首字母。`, good: false });
      else if (found.length === 1) await take(only);
      else setHits(found);
    } catch (e) {
      setLast({ text: e instanceof Refused ? e.message : '没有查到。请再扫一次。', good: false });
    }
  }, [take]);

  const asked = search.get('carrier');
  useEffect(() => {
    if (asked === null) return;
    void ask('record.get', { register: 'carriers', record: /^\d+$/.test(asked) ? Number(asked) : asked }).then((entry) => {
      if (entry !== null) setQueue([entry]);
    }, () => setLast({ text: `没有载体 ${asked}。请扫描标签。`, good: false }));
  }, [asked]);
  // A card or a name is what is missing: the cursor waits there, and the scan box hears the scanner everywhere.
  const waiting = carrier !== null && needsPerson && person === null;
  useEffect(() => {
    if (waiting) document.querySelector<HTMLInputElement>('[data-person] input')?.focus();
  }, [waiting, carrier?.id]);

  const done = (acted: Acted): void => {
    setPosted({ zh: deskAct?.zh ?? '办理', command, loan: numbersIn(acted)[0] ?? '' });
    setQueue((was) => was.slice(1));
    setApproval('');
    setRound(round + 1);
    // The borrower stays while there is more on the desk for the same person.
    if (queue.length <= 1) setPerson(null);
  };
  const reset = (): void => {
    setQueue([]);
    setPerson(null);
    setApproval('');
    setHits([]);
    setPosted(null);
    setLast(undefined);
  };
  useKeys([
    { key: 'F7', label: '扫码框', run: () => scan.current?.focus() },
    { key: 'F8', label: '打印借据', when: posted?.command === 'carrier.lend', run: () => dialogs.print({ form: 'loan-slip', record: posted?.loan ?? '', titleZh: `借据 ${posted?.loan ?? ''}` }) },
    { key: 'Escape', label: '放回，结束', when: carrier !== null || person !== null || hits.length > 0, run: reset },
  ]);

  return (
    <Page
      title="借还"
      tools={
        <Seg label="办理方式" items={[{ key: 'auto', zh: '自动' }, ...main.map((c) => ({ key: c, zh: deskActOf(c)?.zh ?? '' }))]} value={chosen ?? 'auto'} onChange={(to) => setChosen(to === 'auto' ? null : to)} />
      }
      sentence={chosen === null ? '在库的扫一下是借，在外的扫一下是还' : `只办${deskAct?.zh ?? ''}`}
      actions={<span className="sec small nw">今日借出 {todays.data?.total ?? 0} 笔</span>}
    >
      <Steps
        steps={[
          { zh: '载体', wordZh: shown?.number ?? '', state: carrier === null ? 'now' : 'done' },
          ...(needsPerson ? [{ zh: deskAct?.personZh ?? '人员', wordZh: String(person?.values['name'] ?? ''), state: person !== null ? 'done' as const : carrier !== null ? 'now' as const : 'open' as const }] : []),
          { zh: '判定', wordZh: '', state: carrier !== null && !waiting ? 'now' : 'open' },
          { zh: '登记', wordZh: posted === null ? '' : `已登记${posted.zh}`, state: posted === null ? 'open' : 'done' },
        ]}
      />
      <div className="cols">
        <div className="desk-left stack scroll">
          <Pane>
            <div className="pad stack">
              <ScanBox inputRef={scan} prompt="扫码，或输编号尾数、题名、姓名" onScan={(s) => void onScan(s)} last={last} />
              <Combo name="act" aria-label="其他办理" value={chosen !== null && !main.includes(chosen) ? chosen : ''} placeholder="其他办理：续借、移交、清退、知悉登记……" options={deskActs.filter((a) => !main.includes(a.command)).map((a) => ({ value: a.command, labelZh: a.zh }))} onChange={(c) => setChosen(c === '' ? null : (c as CommandName))} />
            </div>
          </Pane>
          {hits.length > 0 ? <Hits found={hits} onTake={(f) => void take(f)} onDrop={() => setHits([])} /> : null}
          <CarrierPane carrier={shown} today={today} more={Math.max(0, queue.length - 1)} />
          {needsPerson && (carrier !== null || person !== null) ? <PersonPane titleZh={deskAct?.personZh ?? '人员'} person={person} onName={(name) => void onScan({ text: name, how: 'typed', label: null })} onChange={() => setPerson(null)} /> : null}
        </div>
        {shown !== null && deskAct !== undefined && !waiting ? (
          <ActForm
            key={`${command} ${shown.id} ${person?.id ?? 0} ${round} ${approval}`}
            stacked
            command={command}
            titleZh={deskAct.zh}
            verb={deskAct.verb}
            postZh={deskAct.postZh}
            fields={deskAct.fields}
            fixed={{ carrier: shown.id, ...(deskAct.person === null || person === null ? {} : { [deskAct.person]: person.id }), ...(approval === '' ? {} : { approval }) }}
            seed={() => ({ carrier: shown.number ?? shown.id, ...(person === null ? {} : { person: String(person.values['name'] ?? '') }) })}
            {...(deskAct.person === null ? {} : { insteadZh: `换一位${deskAct.personZh ?? '人员'}`, onInstead: () => setPerson(null) })}
            onPosted={done}
          />
        ) : (
          <Pane grow>
            <div className="pad stack">
              {posted === null ? null : (
                <>
                  <p className="notice good" role="status">✔ 已登记{posted.zh} {posted.loan}。请扫下一件。写错了？打开该登记按 F2 更正，原登记保留。</p>
                  {posted.command === 'carrier.lend' ? <div><Act kbd="F8" onClick={() => dialogs.print({ form: 'loan-slip', record: posted.loan, titleZh: `借据 ${posted.loan}` })}>打印借据</Act></div> : null}
                </>
              )}
              <p className="mut">{waiting ? `请扫人员卡，或在左边输入${deskAct?.personZh ?? '人员'}姓名、首字母。选定后这里即时显示判定、依据和下一步。` : '请扫描载体标签。在库的载体开始借出，在外的载体开始归还；姓名选人，审批单号带入审批。'}</p>
            </div>
          </Pane>
        )}
      </div>
    </Page>
  );
}
