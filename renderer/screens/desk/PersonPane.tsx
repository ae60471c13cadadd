import { useState } from 'react';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { useAsk } from '../../app/api.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { Combo } from '../parts/Combo.tsx';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const word = (of: Readonly<Record<string, string>>, value: unknown): string => of[text(value)] ?? '—';

type Props = Readonly<{ titleZh: string; person: Entry | null; onName: (name: string) => void; onChange: () => void }>;

/** Who is to have it: chosen by card, name or initials; the facts the rules look at stand below. */
export function PersonPane({ titleZh, person, onName, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const take = (name: string): void => {
    setTyped('');
    onName(name);
  };
  const held = useAsk('record.list', { register: 'carriers', filter: { holder: person?.id ?? 0 }, limit: 1 }, { enabled: person !== null });
  if (person === null) {
    return (
      <Pane title={titleZh}>
        <form
          className="pad"
          data-form
          data-person
          onSubmit={(e) => {
            e.preventDefault();
            if (typed.trim() !== '') take(typed.trim());
          }}
        >
          <FormRow label={`${titleZh}（姓名、首字母，或扫人员卡）`} hint="Enter 选定。">
            <Combo name="person" value={typed} suggest="person" onChange={setTyped} onPick={take} />
          </FormRow>
        </form>
      </Pane>
    );
  }
  const v = person.values;
  const p = registers.persons.fields;
  const cooling = v['status'] === 'cooling_off';
  return (
    <Pane title={titleZh} end={<button type="button" className="link" onClick={onChange}>换一位</button>}>
      <div className="pad obj">
        <p className="tt">{text(v['name'])}　<span className="small sec">{text(v['department'])}</span></p>
        <dl className="kv">
          <dt>涉密等级</dt><dd>{word(p.personnelClass.of, v['personnelClass'])}</dd>
          <dt>当前状态</dt><dd className={cooling ? 'bad' : ''}><StateWord state={text(v['status'])} word={word(p.status.of, v['status'])} />{cooling && text(v['coolingOffUntil']) !== '' ? `　至 ${text(v['coolingOffUntil'])}` : ''}</dd>
          <dt>手中载体</dt><dd>{held.data?.total ?? '—'} 件</dd>
          <dt>审查</dt><dd>{text(v['screenedOn']) || '未登记'}</dd>
          <dt>培训</dt><dd>{text(v['trainedOn']) || '未登记'}</dd>
          <dt>承诺书</dt><dd>{text(v['undertakingOn']) || '未登记'}</dd>
        </dl>
      </div>
    </Pane>
  );
}
