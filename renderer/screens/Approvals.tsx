import { useEffect, useRef, useState } from 'react';
import type { Level } from '#shared/levels.ts';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useClock, useMay } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Page } from '../ui/Page.tsx';
import { RegisterGrid } from '../ui/RegisterGrid.tsx';
import type { GridColumn } from '../ui/RegisterGrid.tsx';
import { StateWord } from '../ui/StateWord.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { Decide } from './approvals/Decide.tsx';
import { paperOf } from './approvals/paper.ts';
import { Proceed } from './approvals/Proceed.tsx';
import { Request } from './approvals/Request.tsx';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField } from './parts/fields.ts';
import './screens.css';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');
const paperFields: readonly ActField[] = [
  { name: 'verdict', labelZh: '结果', kind: 'choice', of: { approved: '同意', refused: '不同意' }, required: true },
  { name: 'signedBy', labelZh: '签字人', kind: 'line', suggest: 'person', required: true },
  { name: 'signedOn', labelZh: '签字日期', kind: 'day', required: true },
  { name: 'opinion', labelZh: '意见（照纸面抄录）', kind: 'long', required: true },
  { name: 'paperFile', labelZh: '原件归入', kind: 'line', span: 12, hintZh: '如 审批单 2026 年第 2 册。' },
];
const voidFields: readonly ActField[] = [{ name: 'reason', labelZh: '作废原因', kind: 'line', required: true, span: 12 }];

/** 审批 and the paper loop (ui 5.8): the approver decides on screen, the clerk records what was signed on the numbered form. */
export function Approvals() {
  const today = dayOf(useClock());
  const approver = useMay('approver');
  const clerk = useMay('clerk');
  const dialogs = useDialogs();
  const [view, setView] = useState('pending');
  const [focused, setFocused] = useState<number | null>(null);
  const [mode, setMode] = useState<'paper' | 'void'>('paper');
  const [done, setDone] = useState<string | null>(null);
  const list = useAsk('record.list', { register: 'approvals', view, limit: 200, counts: true, sort: 'requestedAt' }, { keep: true });
  const rows = list.data?.entries ?? [];
  const request = rows.find((r) => r.id === focused) ?? rows[0] ?? null;
  useEffect(() => {
    if (focused === null && rows[0] !== undefined) setFocused(rows[0].id);
  }, [focused, rows]);

  // The last one done takes its form with it: the cursor goes back to the list.
  const box = useRef<HTMLElement>(null);
  const none = request === null;
  useEffect(() => {
    if (none && document.activeElement === document.body) box.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [none]);

  const columns: readonly GridColumn<Entry>[] = [
    { key: 'number', titleZh: '审批单', width: 112, render: (r) => r.number },
    { key: 'commandZh', titleZh: '事项', width: 76, render: (r) => text(r.values['commandZh']) },
    { key: 'subject', titleZh: '事由', width: 100, grow: true, render: (r) => <span className="one">{text(r.values['subject'])}</span> },
    { key: 'level', titleZh: '密级', width: 76, render: (r) => <LevelMark level={(r.values['level'] ?? null) as Level | null} /> },
    { key: 'requestedAt', titleZh: '申请', width: 100, render: (r) => (text(r.values['requestedAt']) === '' ? '' : shortMoment(text(r.values['requestedAt']), today)) },
    { key: 'state', titleZh: '状态', width: 96, render: (r) => <StateWord state={r.state} word={r.state === 'pending' && r.values['form'] === 'paper' ? '待签字' : (registers.approvals.fields.state.of[(r.state ?? 'pending') as 'pending'] ?? '')} /> },
  ];
  const print = (): void => {
    if (request !== null) dialogs.print(paperOf(text(request.values['command']), request.id, request.number));
  };
  const turn = (by: 1 | -1): void => {
    const { views } = registers.approvals;
    const next = views[(views.findIndex((v) => v.key === view) + by + views.length) % views.length];
    if (next === undefined) return;
    setView(next.key);
    setFocused(null);
  };
  useKeys([{ key: 'F8', label: '打印审批单', when: request !== null, run: print }, { key: 'Ctrl+PageDown', label: '换一栏', run: () => turn(1) }, { key: 'Ctrl+PageUp', label: '前一栏', bar: false, run: () => turn(-1) }]);
  const open = request !== null && request.state === 'pending';
  return (
    <Page
      title="审批"
      tools={<div className="seg" role="group" aria-label="只看">{registers.approvals.views.map((v) => <button key={v.key} type="button" aria-pressed={view === v.key} onClick={() => { setView(v.key); setFocused(null); }}>{v.title}<b>{list.data?.counts?.[v.key] ?? ''}</b></button>)}</div>}
      actions={<Act kbd="F8" onClick={print} notNow={request === null ? '没有选中审批单。' : undefined}>打印审批单</Act>}
    >
      {done === null ? null : <p className="notice good" role="status">✔ {done}。</p>}
      <div className="cols">
        <section className="card grow stack min0" data-pane ref={box}>
          <RegisterGrid label="审批单" columns={columns} rows={rows} total={list.data?.total ?? 0} idOf={(r) => r.id} focused={request?.id ?? null} onFocus={(id) => setFocused(Number(id))} frozen={1} autoFocus empty={view === 'pending' ? '没有待审批的申请。' : '没有审批单。'} />
        </section>
        {request === null ? null : (
          <div className={`side wider stack ${approver ? '' : 'scroll'}`}>
            {clerk && request.state === 'approved' && view === 'approved' ? <Proceed key={`use ${request.id}`} request={request} onDone={setDone} /> : null}
            {/* However long the request is, what the leader answers with stays on screen below it. */}
            {approver ? <div className="stack scroll min0 grow" role="region" aria-label="申请内容" tabIndex={0}><Request request={request} today={today} /></div> : <Request request={request} today={today} />}
            {approver ? <Decide key={request.id} request={request} onDone={setDone} /> : null}
            {clerk && open ? (
              <>
                <div className="seg self-start" role="group" aria-label="办理">
                  <button type="button" aria-pressed={mode === 'paper'} onClick={() => setMode('paper')}>录入纸面结果</button>
                  <button type="button" aria-pressed={mode === 'void'} onClick={() => setMode('void')}>作废</button>
                </div>
                {mode === 'paper' ? (
                  <ActForm key={`paper ${request.id}`} stacked ownTime command="approval.recordPaper" titleZh="录入纸面结果" verb="录入" postZh="录入结果" fields={paperFields} fixed={{ request: request.id }} onPosted={() => setDone(`${request.number ?? ''} 纸面结果已录入；同意的，请回到原处登记，填写这个单号`)} />
                ) : (
                  <ActForm key={`void ${request.id}`} stacked ownTime command="approval.void" titleZh="作废审批单" verb="作废" postZh="作废" fields={voidFields} fixed={{ request: request.id }} onPosted={() => setDone(`${request.number ?? ''} 已作废`)} />
                )}
              </>
            ) : null}
          </div>
        )}
      </div>
    </Page>
  );
}
