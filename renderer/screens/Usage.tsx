import { useState } from 'react';
import type { Entry } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useClock } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { Seg } from '../ui/Seg.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Facts } from './parts/Subject.tsx';
import { closeFields, lateFields, openFields } from './usage/fields.ts';
import { lasting, Machines } from './usage/Machines.tsx';
import './screens.css';

type Mode = 'now' | 'late' | 'year';
const modes: readonly Readonly<{ key: Mode; zh: string }>[] = [{ key: 'now', zh: '开机、关机' }, { key: 'late', zh: '补录纸面登记' }, { key: 'year', zh: '封存年度册' }];

/** 机时登记 (ui 5.9): machines left; the chosen one is started, closed, entered late, or its year is closed. */
export function Usage() {
  const now = useClock();
  const today = dayOf(now);
  const dialogs = useDialogs();
  const [mode, setMode] = useState<Mode>('now');
  const [chosen, setChosen] = useState<Entry | null>(null);
  const [round, setRound] = useState(0);
  const machines = useAsk('record.list', { register: 'computers', view: 'present', limit: 500, sort: 'assetNumber', descending: false });
  const open = useAsk('record.list', { register: 'usageLogs', view: 'open', limit: 500 });
  const sessions = open.data?.entries ?? [];
  const session = chosen === null ? undefined : sessions.find((s) => s.values['computer'] === chosen.id);
  const text = (of: Entry | undefined, key: string): string => (typeof of?.values[key] === 'string' ? (of.values[key] as string) : '');
  const asset = text(chosen ?? undefined, 'assetNumber');
  const key = `${mode} ${chosen?.id ?? 0} ${session?.id ?? 0} ${round}`;
  const next = (): void => setRound(round + 1);
  const year = Number(today.slice(0, 4));
  const print = (): void => dialogs.print(chosen === null ? { register: 'usageLogs', titleZh: '涉密计算机使用登记簿' } : { form: 'usage-year', record: chosen.id, filter: { computer: chosen.id, year }, titleZh: `${asset} ${year} 年使用登记` });
  useKeys([{ key: 'F8', label: '打印', run: print }]);

  return (
    <Page
      title="机时登记"
      tools={<Seg label="办理" items={modes} value={mode} onChange={setMode} />}
      actions={<Act kbd="F8" onClick={print}>打印</Act>}
    >
      <div className="cols">
        <div className="desk-left stack scroll"><Machines machines={machines.data?.entries ?? []} sessions={sessions} now={now} chosen={chosen?.id ?? null} onChoose={setChosen} /></div>
        {chosen === null ? (
          <section className="card grow pad mut">请选一台计算机：空闲的登记开机，使用中的登记关机。一机一年一册，逐次登记。</section>
        ) : mode === 'late' ? (
          <ActForm key={key} stacked ownTime command="usageLog.open" titleZh={`${asset}　补录`} verb="补录" postZh="登记这一次" fields={lateFields} fixed={{ computer: chosen.id }} keep={['user', 'level', 'work', 'lateReason', 'abnormal']} seed={() => ({ computer: asset })} />
        ) : mode === 'year' ? (
          <ActForm key={key} stacked ownTime command="usageLog.closeYear" titleZh={`${asset}　封存年度册`} verb="封存" postZh="封存" fields={[{ name: 'year', labelZh: '年度', kind: 'count', required: true, initial: String(year - 1), hintZh: '封存后不再添加；年度册保存五年。' }]} fixed={{ computer: chosen.id }} />
        ) : session === undefined ? (
          <ActForm key={key} stacked ownTime command="usageLog.open" titleZh={`${asset}　开机`} verb="开机" postZh="登记开机" fields={openFields} fixed={{ computer: chosen.id }} seed={(t) => ({ computer: asset, person: t['user'] ?? '' })} onPosted={next} />
        ) : (
          <ActForm key={key} stacked ownTime command="usageLog.close" titleZh={`${asset}　关机`} verb="关机" postZh="登记关机" fields={closeFields} fixed={{ usage: session.id }} seed={() => ({ computer: asset, person: text(session, 'userName') })} onPosted={next}>
            <Facts rows={[['使用人', text(session, 'userName')], ['开机', `${shortMoment(text(session, 'startedAt'), today)}，已用 ${lasting(text(session, 'startedAt'), now)}`], ['事由', text(session, 'work')]]} />
          </ActForm>
        )}
      </div>
    </Page>
  );
}
