import { useState } from 'react';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { AuditLine } from '../app/answers.ts';
import { ask, useAsk } from '../app/api.ts';
import type { AskInput } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useRuleTitles } from '../app/ruleTitles.ts';
import { useClock } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { RegisterGrid } from '../ui/RegisterGrid.tsx';
import type { GridColumn } from '../ui/RegisterGrid.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';
import { rulesZh } from '../ui/rules.ts';
import { useKeys } from '../ui/useKeys.ts';
import { Control } from './parts/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Sentence } from './parts/Sentence.tsx';
import { Facts } from './parts/Subject.tsx';
import './screens.css';

type Outcome = 'done' | 'refused' | 'noted';
const outcomes: readonly (readonly [Outcome | '', string])[] = [['', '全部'], ['done', '已办'], ['refused', '拒绝'], ['noted', '本机记录']];
const result: Readonly<Record<string, readonly [string, string]>> = { done: ['✔ 已办', 'y'], refused: ['✕ 拒绝', 'n'], noted: ['· 记录', ''] };
const titleOf = (register: string | null): string => (register !== null && isRegisterKey(register) ? registerOf(register).title : '—');

/** 审计记录 (ui 5.11): who did what when, never the content; no edit control exists. */
export function Audit() {
  const today = dayOf(useClock());
  const dialogs = useDialogs();
  const titles = useRuleTitles();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [actor, setActor] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [seq, setSeq] = useState('');
  const [focused, setFocused] = useState<number | null>(null);
  const [more, setMore] = useState<{ key: string; rows: readonly AuditLine[]; cursor: string | undefined }>({ key: '', rows: [], cursor: undefined });
  const wanted = Number(seq.replaceAll(',', ''));
  const input: AskInput<'audit.list'> = {
    limit: 200,
    ...(outcome === '' ? {} : { outcome }),
    ...(actor.trim() === '' ? {} : { actor: actor.trim() }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(Number.isInteger(wanted) && wanted > 0 ? { seq: wanted } : {}),
  };
  const key = JSON.stringify(input);
  const list = useAsk('audit.list', input, { keep: true });
  const rows = [...(list.data?.entries ?? []), ...(more.key === key ? more.rows : [])];
  const cursor = more.key === key ? more.cursor : list.data?.cursor;
  const line = rows.find((r) => r.seq === focused) ?? rows[0];
  const next = async (): Promise<void> => {
    if (cursor === undefined || rows.length === 0) return;
    const page = await ask('audit.list', { ...input, cursor }).catch(() => null);
    if (page !== null) setMore((was) => ({ key, rows: [...(was.key === key ? was.rows : []), ...page.entries], cursor: page.cursor }));
  };
  const print = (): void => dialogs.print({ form: 'audit', titleZh: '审计记录', filter: Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'limit')) });
  useKeys([
    { key: 'F5', label: '刷新', run: () => void list.refetch() },
    { key: 'F8', label: '打印', run: print },
  ]);

  const columns: readonly GridColumn<AuditLine>[] = [
    { key: 'seq', titleZh: '序号', width: 76, align: 'right', render: (r) => r.seq.toLocaleString('zh-CN') },
    { key: 'at', titleZh: '时间', width: 126, render: (r) => `${shortMoment(r.at, today)}${r.late ? ' 补登' : ''}` },
    { key: 'actor', titleZh: '人员', width: 76, render: (r) => r.actorZh },
    { key: 'act', titleZh: '动作', width: 96, render: (r) => r.actZh },
    { key: 'object', titleZh: '对象', width: 140, grow: true, render: (r) => <span className="one">{r.number ?? ''}　{titleOf(r.register)}{r.rules.length > 0 ? `　${rulesZh(r.rules, titles, '')}` : ''}</span> },
    { key: 'outcome', titleZh: '结果', width: 90, render: (r) => <span className={result[r.outcome]?.[1] ?? ''}>{result[r.outcome]?.[0] ?? r.outcome}</span> },
  ];
  return (
    <Page
      title="审计记录"
      tools={<div className="seg" role="group" aria-label="只看">{outcomes.map(([o, zh]) => <button key={o} type="button" aria-pressed={outcome === o} onClick={() => setOutcome(o)}>{zh}</button>)}</div>}
      sentence={`共 ${(list.data?.total ?? 0).toLocaleString('zh-CN')} 条，只读`}
      actions={<Act kbd="F8" onClick={print}>打印</Act>}
    >
      <div className="filter-row" data-form>
        <FormRow label="人员"><Control field={{ name: 'actor', labelZh: '人员', kind: 'line' }} value={actor} onChange={setActor} placeholder="账户" /></FormRow>
        <FormRow label="自"><Control field={{ name: 'from', labelZh: '自', kind: 'day' }} value={from} onChange={setFrom} /></FormRow>
        <FormRow label="至"><Control field={{ name: 'to', labelZh: '至', kind: 'day' }} value={to} onChange={setTo} /></FormRow>
        <FormRow label="序号"><Control field={{ name: 'seq', labelZh: '序号', kind: 'count' }} value={seq} onChange={setSeq} /></FormRow>
      </div>
      <Sentence refusal={list.error?.refusal ?? null} />
      <div className="cols">
        <section className="card grow stack min0" data-pane>
          <RegisterGrid label="审计记录" columns={columns} rows={rows} total={list.data?.total ?? 0} idOf={(r) => r.seq} focused={line?.seq ?? null} onFocus={(id) => setFocused(Number(id))} frozen={1} autoFocus onEnd={() => void next()} empty="没有符合条件的审计记录。清空条件再看。" />
        </section>
        {line === undefined ? null : (
          <div className="side stack">
            <Pane title={`第 ${line.seq.toLocaleString('zh-CN')} 条`} end={<span className={result[line.outcome]?.[1] ?? ''}>{result[line.outcome]?.[0] ?? line.outcome}</span>}>
              <div className="pad">
                <Facts
                  rows={[
                    ['登记时间', shortMoment(line.at, '')],
                    ['发生时间', line.happenedAt === null ? '' : shortMoment(line.happenedAt, '')],
                    ['人员', `${line.actorZh}（${line.actor}）`],
                    ['第二人', line.second ?? ''],
                    ['动作', line.actZh],
                    ['台账', titleOf(line.register)],
                    ['编号', line.number ?? ''],
                    ['规则', rulesZh(line.rules, titles, '')],
                    ['摘要', <span key="hash" className="mono breaks">{line.hash}</span>],
                  ]}
                />
                <p className="hint">摘要由本条内容和前一条摘要算出；改动任一条，其后全部不符。</p>
              </div>
            </Pane>
          </div>
        )}
      </div>
    </Page>
  );
}
