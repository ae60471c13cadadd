import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CommandName } from '#shared/contract/commands.ts';
import { registers } from '#shared/registers/index.ts';
import type { Acted } from '../app/answers.ts';
import { ask } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useClock, useMe } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { dayOf, daysBetween, shortMoment } from '../ui/days.ts';
import { Seg } from '../ui/Seg.tsx';
import { CarrierPane } from './desk/CarrierPane.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField } from './parts/fields.ts';
import { Recent } from './parts/Recent.tsx';
import { Facts, Subject, useRecord } from './parts/Subject.tsx';
import { caseFields, courseActs, reportFields } from './ending/fields.ts';
import './screens.css';

type MissingAct = Readonly<{ command: CommandName; zh: string; on: 'carrier' | 'incident' | 'none'; fields: readonly ActField[] }>;
const acts: readonly MissingAct[] = [
  {
    command: 'carrier.reportMissing', zh: '报失', on: 'carrier',
    fields: [
      { name: 'discoveredAt', labelZh: '发现时间', kind: 'moment', span: 6 },
      { name: 'discoveredBy', labelZh: '发现人', kind: 'line', suggest: 'person', required: true, span: 6 },
      { name: 'account', labelZh: '情况说明', kind: 'long', required: true, hintZh: '最后一次见到、经手人、已查找的地方。' },
      { name: 'reportedTo', labelZh: '已报告', kind: 'line', span: 6 },
      { name: 'reportedAt', labelZh: '报告时间', kind: 'moment', span: 6 },
    ],
  },
  { command: 'incident.searchLog', zh: '续记查找', on: 'incident', fields: [{ name: 'entry', labelZh: '查找情况', kind: 'long', required: true }] },
  {
    command: 'incident.report', zh: '报告', on: 'incident',
    fields: reportFields,
  },
  ...courseActs.map((a) => ({ command: a.command, zh: a.zh, on: 'incident' as const, fields: a.fields })),
  { command: 'carrier.find', zh: '找到', on: 'carrier', fields: [{ name: 'foundWhere', labelZh: '找到地点', kind: 'line', required: true, span: 6 }, { name: 'place', labelZh: '放回', kind: 'line', suggest: 'place', span: 6 }, { name: 'account', labelZh: '经过', kind: 'long' }] },
  {
    command: 'incident.close', zh: '结案', on: 'incident',
    fields: [
      { name: 'cause', labelZh: '原因查明', kind: 'long' },
      { name: 'handled', labelZh: '责任人处理', kind: 'long' },
      { name: 'corrected', labelZh: '整改措施', kind: 'long' },
      { name: 'educated', labelZh: '教育情况', kind: 'long' },
    ],
  },
  { command: 'incident.open', zh: '立案', on: 'none', fields: caseFields },
];

/** 报失查找: the clocks start at discovery; searching, reporting, finding and closing are one file. */
export function Missing() {
  const [search] = useSearchParams();
  const clock = useClock();
  const today = dayOf(clock);
  const me = useMe();
  const dialogs = useDialogs();
  const asked = useRecord('carriers', search.get('carrier'));
  const askedIncident = useRecord('incidents', search.get('incident'));
  // Kept by number, so that both panes show what stands in the books after every act.
  const [picked, setPicked] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const pickedNow = useRecord('carriers', picked === null ? null : String(picked));
  const chosenNow = useRecord('incidents', chosen === null ? null : String(chosen));
  const incident = chosen === null ? askedIncident : chosenNow;
  const carrier = picked === null ? asked : pickedNow;
  const [mode, setMode] = useState<CommandName>(search.get('incident') === null ? 'carrier.reportMissing' : 'incident.searchLog');
  const act = acts.find((a) => a.command === mode);
  const subject = act?.on === 'carrier' ? carrier : incident;
  const v = incident?.values ?? {};
  const text = (key: string): string => (typeof v[key] === 'string' ? v[key] : '');
  const paper = (form: string, titleZh: string) => (): void => dialogs.print({ form, filter: { incident: incident?.id ?? 0 }, titleZh: `${titleZh} ${incident?.number ?? ''}` });
  const print = paper('incidentReport', '泄密事件报告表');
  const log = paper('searchRecord', '查找记录');
  const decision = paper('sanctionDecision', '处理决定');
  const decided = incident !== null && typeof incident.values['sanctionsZh'] === 'string';
  useKeys([{ key: 'F8', label: '打印报告表', when: incident !== null, run: print }, { key: 'F7', label: '打印查找记录', when: incident !== null, run: log }, { key: 'Ctrl+D', label: '打印处理决定', when: decided, run: decision }]);
  const days = text('discoveredAt') === '' ? 0 : daysBetween(dayOf(new Date(text('discoveredAt'))), today) + 1;

  const open = async (id: number, next: CommandName): Promise<void> => {
    const entry = await ask('record.get', { register: 'incidents', record: id });
    if (entry === null) return;
    setChosen(entry.id);
    const of = entry.values['carrier'];
    if (typeof of === 'number') setPicked(of);
    setMode(next);
  };
  // A case that was just opened is the one that goes on: the other acts are about it.
  const opened = (acted: Acted): void => {
    const made = (acted.result as { incident?: { id?: number } | null } | null)?.incident?.id;
    if (made !== undefined) setChosen(made);
  };
  return (
    <Page
      title="报失查找"
      tools={<Seg label="办理" items={acts.map((a) => ({ key: a.command, zh: a.zh }))} value={mode} onChange={setMode} />}
    >
      <div className="cols">
        <div className="desk-left stack scroll">
          <Recent
            register="incidents"
            view="open"
            titleZh="未结事件"
            emptyZh="没有未结事件。"
            lineOf={(x) => ({ title: String(x['title'] ?? ''), detail: `${String(x['carrierNumber'] ?? '')}　${typeof x['discoveredAt'] === 'string' ? `${shortMoment(x['discoveredAt'], today)} 发现` : ''}` })}
            actZh="续记"
            onAct={(id) => void open(id, 'incident.searchLog')}
          />
          {act?.on === 'carrier' ? <Subject register="carriers" titleZh="载体" hintZh="编号、编号尾数或题名" onPick={(entry) => setPicked(entry.id)} /> : null}
          {act?.on === 'carrier' && carrier !== null ? <CarrierPane carrier={carrier} today={today} more={0} /> : null}
          {act?.on === 'incident' && incident !== null ? (
            <Pane title={`事件 ${incident.number ?? ''}`} end={days > 0 ? `第 ${days} 日` : ''}>
              <div className="pad"><Facts rows={[['载体', text('carrierNumber')], ['名称', text('title')], ['发现', text('discoveredAt') === '' ? '' : shortMoment(text('discoveredAt'), today)], ['最后持有', text('lastHolder')], ['内部报告', text('internalTo')], ['已报告', text('reportedTo')], ['结果应于', text('resultDueOn')], ['处理', text('sanctionsZh')], ['状态', registers.incidents.fields.state.of[text('state') as keyof typeof registers.incidents.fields.state.of]]]} /><p className="foot-acts"><Act small kbd="F8" onClick={print}>打印报告表</Act><Act small kbd="F7" onClick={log}>打印查找记录</Act>{decided ? <Act small kbd="Ctrl+D" onClick={decision}>打印处理决定</Act> : null}</p></div>
            </Pane>
          ) : null}
        </div>
        {act?.on === 'none' ? (
          <ActForm key={act.command} stacked command={act.command} titleZh={act.zh} verb={act.zh} postZh={`登记${act.zh}`} fields={act.fields} given={{ discoveredBy: me.name }} onPosted={opened} />
        ) : subject === null || act === undefined ? (
          <section className="card grow pad mut">{act?.on === 'carrier' ? '请先选定载体。发现下落不明应立即登记并报告，时限自发现之时起算。' : '请在左边选一件未结事件。'}</section>
        ) : (
          <ActForm
            key={`${mode} ${subject.id}`}
            stacked
            command={act.command}
            titleZh={act.zh}
            verb={act.zh}
            postZh={`登记${act.zh}`}
            fields={act.fields}
            fixed={act.on === 'carrier' ? { carrier: subject.id } : { incident: subject.id }}
            given={mode === 'carrier.reportMissing' ? { discoveredBy: me.name } : {}}
            onPosted={opened}
            seed={() => ({ ...(carrier === null ? {} : { carrier: carrier.number ?? carrier.id }) })}
          />
        )}
      </div>
    </Page>
  );
}
