import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { checklistOf, checklists, isChecklistKey } from '#shared/checklists.ts';
import type { ChecklistKey } from '#shared/checklists.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { useMe } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { answersOf, answerWords, checkFields } from './counting/fields.ts';
import type { Marked } from './counting/fields.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Combo, optionsOf } from './parts/Combo.tsx';
import { Recent } from './parts/Recent.tsx';
import './screens.css';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** 检查: what a person has to look at, question by question; what is wrong gets a day by which it is put right. */
export function Checks() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const dialogs = useDialogs();
  const me = useMe();
  const asked = search.get('list') ?? 'self';
  const [key, setKey] = useState<ChecklistKey>(isChecklistKey(asked) ? asked : 'self');
  const [marked, setMarked] = useState<Marked>({});
  const list = checklistOf(key);
  const keys = list.questions.map((q) => q.key);
  const answers = answersOf(keys, marked);
  const choose = (next: ChecklistKey): void => { setKey(next); setMarked({}); };
  const blank = (): void => dialogs.print({ form: 'checklistSheet', filter: { checklist: key }, titleZh: list.titleZh });
  const rest = (): void => setMarked((was) => ({ ...Object.fromEntries(keys.map((k) => [k, 'yes'])), ...Object.fromEntries(Object.entries(was).filter(([, v]) => v !== '')) }));
  useKeys([{ key: 'F8', label: '打印空白表', run: blank }]);
  return (
    <Page title="检查" sentence="逐项看过再填；不符合的限期整改" actions={<Act kbd="F8" onClick={blank}>打印空白表</Act>}>
      <div className="cols">
        <div className="desk-left stack scroll">
          <Pane title="检查表">
            <ul className="lines">
              {Object.values(checklists).map((l) => (
                <li key={l.key}><button type="button" className="hit" aria-pressed={l.key === key} onClick={() => choose(l.key)}><b>{l.key === key ? '▶ ' : ''}{l.titleZh}</b><span className="grow" /><span className="sec small">{l.rhythmZh}　{l.questions.length} 项</span></button></li>
              ))}
            </ul>
          </Pane>
          <Recent register="checks" view="open" titleZh="待整改" emptyZh="没有待整改的。" limit={8} lineOf={(v) => ({ title: text(v['titleZh']), detail: `不符合 ${text(v['bad'])} 项　期限 ${text(v['correctBy'])}` })} actZh="整改" onAct={(id) => void navigate(`${places.record('checks', id)}?act=check.correct`)} />
        </div>
        <ActForm key={key} stacked command="check.record" titleZh={list.titleZh} verb="登记" postZh="登记检查" fields={checkFields} fixed={{ checklist: key, answers }} given={{ inspector: me.name }} onPosted={() => setMarked({})}>
          <p className="foot-acts"><span className="mut">已答 {answers.length} 项，共 {keys.length} 项　</span><Act small onClick={rest}>其余全部符合</Act></p>
          <div className="form-grid">
            {list.questions.map((q, i) => [
              <p key={`${q.key}-t`} className="cell s8">{i + 1}　{q.textZh}</p>,
              <div key={q.key} className="cell s4"><Combo name={`q-${q.key}`} aria-label={q.textZh} value={marked[q.key] ?? ''} options={optionsOf(answerWords)} placeholder="1 符合　2 不符合" onChange={(v) => setMarked((was) => ({ ...was, [q.key]: v }))} /></div>,
            ])}
          </div>
        </ActForm>
      </div>
    </Page>
  );
}
