import { useState } from 'react';
import type { PolicyLine, RuleLine } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { RegisterGrid } from '../ui/RegisterGrid.tsx';
import type { GridColumn } from '../ui/RegisterGrid.tsx';
import { Sentence } from './parts/Sentence.tsx';
import { Change } from './policy/Change.tsx';
import { RuleFacts } from './policy/RuleFacts.tsx';
import { outcomeWord, rangeOf, wordOf } from './policy/words.ts';
import './screens.css';

/** 制度参数 and 规则 (ui 5.12): everyone may read them, the security administrator may change a parameter inside its limits. */
export function Policy() {
  const [mode, setMode] = useState<'parameters' | 'rules'>('parameters');
  const [find, setFind] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [rule, setRule] = useState<string | null>(null);
  const may = useMay('security_administrator');
  const policy = useAsk('policy', {});
  const rules = useAsk('rules', {});
  const wanted = find.normalize('NFKC').trim().toLowerCase();
  const has = (...texts: readonly string[]): boolean => wanted === '' || texts.some((t) => t.toLowerCase().includes(wanted));
  // What differs from its default stands first: that is what an inspector asks about.
  const parameters = (policy.data ?? []).filter((p) => has(p.key, p.titleZh, ...p.rules)).toSorted((a, b) => Number(b.changedAt !== undefined) - Number(a.changedAt !== undefined));
  const shownRules = (rules.data ?? []).filter((r) => has(r.id, r.titleZh, r.sentenceZh, ...r.matrix));
  const parameter = parameters.find((p) => p.key === key) ?? parameters[0];
  const shownRule = shownRules.find((r) => r.id === rule) ?? shownRules[0];

  const columns: readonly GridColumn<PolicyLine>[] = [
    { key: 'titleZh', titleZh: '参数', width: 150, grow: true, render: (p) => <span className="one">{p.titleZh}</span> },
    { key: 'value', titleZh: '取值', width: 104, render: (p) => <b className="one">{wordOf(p.value, p.unit)}</b> },
    { key: 'default', titleZh: '默认', width: 90, render: (p) => <span className="one">{wordOf(p.default, p.unit)}</span> },
    { key: 'range', titleZh: '法定范围', width: 120, render: (p) => <span className="one">{rangeOf(p)}</span> },
    { key: 'rules', titleZh: '规则', width: 76, render: (p) => <span className="one">{p.rules.join('、')}</span> },
  ];
  const ruleColumns: readonly GridColumn<RuleLine>[] = [
    { key: 'id', titleZh: '规则', width: 72, render: (r) => r.id },
    { key: 'titleZh', titleZh: '内容', width: 180, grow: true, render: (r) => <span className="one">{r.titleZh}</span> },
    { key: 'outcome', titleZh: '不符合时', width: 110, render: (r) => outcomeWord(r) },
    { key: 'source', titleZh: '依据', width: 170, render: (r) => <span className="one">{r.source.law ?? '本单位制度'}</span> },
  ];
  return (
    <Page
      title="制度参数"
      tools={
        <div className="seg" role="group" aria-label="只看">
          <button type="button" aria-pressed={mode === 'parameters'} onClick={() => setMode('parameters')}>参数<b>{policy.data?.length ?? ''}</b></button>
          <button type="button" aria-pressed={mode === 'rules'} onClick={() => setMode('rules')}>规则<b>{rules.data?.length ?? ''}</b></button>
        </div>
      }
      sentence={may ? '改前先看影响；理由和时间记入审计' : '参数由安全保密管理员变更；规则人人可查'}
    >
      <div className="filter-row one-field"><FormRow label="查找：名称、规则号、参数名"><input className="inp" data-field="find" value={find} autoComplete="off" onChange={(e) => setFind(e.target.value)} /></FormRow></div>
      <Sentence refusal={(mode === 'parameters' ? policy.error : rules.error)?.refusal ?? null} />
      <div className="cols">
        <section className="card grow stack min0" data-pane>
          {mode === 'parameters' ? (
            <RegisterGrid label="制度参数" columns={columns} rows={parameters} idOf={(p) => p.key} focused={parameter?.key ?? null} onFocus={(id) => setKey(String(id))} frozen={1} autoFocus empty="没有这样的参数。" />
          ) : (
            <RegisterGrid label="规则" columns={ruleColumns} rows={shownRules} idOf={(r) => r.id} focused={shownRule?.id ?? null} onFocus={(id) => setRule(String(id))} frozen={1} autoFocus empty="没有这样的规则。" />
          )}
        </section>
        <div className="side wide stack">
          {mode === 'rules' ? (shownRule === undefined ? null : <RuleFacts rule={shownRule} />) : parameter === undefined ? null : may ? <Change key={parameter.key} parameter={parameter} /> : <Pane title={parameter.titleZh}><p className="pad">现为 {wordOf(parameter.value, parameter.unit)}，默认 {wordOf(parameter.default, parameter.unit)}，法定范围 {rangeOf(parameter)}。</p></Pane>}
        </div>
      </div>
    </Page>
  );
}
