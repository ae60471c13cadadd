import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { ask, Refused, useAsk } from '../../app/api.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { Pane } from '../../ui/Page.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import type { SuggestField } from './Combo.tsx';
import { Combo } from './Combo.tsx';

type Hit = Readonly<{ id: number; number: string | null; titleZh: string; detailZh: string }>;
type Props = Readonly<{ register: RegisterKey; titleZh: string; hintZh: string; suggest?: SuggestField; onPick: (entry: Entry) => void }>;

/** The record an act is about, found by number, number tail, title or name. */
export function Subject({ register, titleZh, hintZh, suggest, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [sentence, setSentence] = useState<string | undefined>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (hits.length > 0) box.current?.querySelector<HTMLElement>('button.hit')?.focus();
  }, [hits]);
  // Up from the first line leads back to the box, to type something else.
  const walk = (by: 1 | -1): unknown => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('input, button.hit') ?? [])];
    const at = all.findIndex((el) => el === document.activeElement);
    if (at < 1) return false;
    all[Math.min(all.length - 1, at + by)]?.focus();
    return true;
  };
  useKeys([{ key: 'ArrowUp ArrowDown', label: '选', when: hits.length > 0, run: (e) => walk(e.key === 'ArrowDown' ? 1 : -1) }], { within: box });
  const take = async (id: number): Promise<void> => {
    const entry = await ask('record.get', { register, record: id });
    setHits([]);
    if (entry !== null) onPick(entry);
  };
  const look = async (text: string): Promise<void> => {
    if (text.trim() === '') return;
    setSentence(undefined);
    try {
      const { groups } = await ask('search', { text: text.trim() });
      const found = groups.flatMap((g) => g.hits).filter((h) => h.register === register);
      const unique = found.filter((h, i) => found.findIndex((o) => o.id === h.id) === i);
      const exact = unique.find((h) => h.number === text.trim().toUpperCase());
      const only = exact ?? (unique.length === 1 ? unique[0] : undefined);
      if (only !== undefined) return await take(only.id);
      setHits(unique);
      if (unique.length === 0) setSentence(`没有找到“${text.trim()}”。请试编号尾数、名称或拼音首字母。`);
    } catch (e) {
      setSentence(e instanceof Refused ? e.message : '没有查到，请再试一次。');
    }
  };
  return (
    <Pane title={titleZh}>
      <div className="pad stack" ref={box}>
        <FormRow label={hintZh} error={sentence} hint="Enter 查找；也可扫描标签。">
          <Combo name="subject" value={typed} {...(suggest === undefined ? {} : { suggest })} onChange={setTyped} onPick={(text) => void look(text)} />
        </FormRow>
        {hits.length === 0 ? null : (
          <>
            <p className="small sec" role="status">找到 {hits.length} 项，↑↓ 选，Enter 取用。</p>
            <ul className="lines flush">
              {hits.map((h) => (
                <li key={h.id}><button type="button" className="hit two" onClick={() => void take(h.id)}><span className="one"><b>{h.number ?? ''}</b>　{h.titleZh}</span><span className="sec small">{h.detailZh}</span></button></li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Pane>
  );
}

/** A record named in the address, or null. */
export function useRecord(register: RegisterKey, asked: string | null | undefined): Entry | null {
  const wanted = asked ?? '';
  const answer = useAsk('record.get', { register, record: /^\d+$/.test(wanted) ? Number(wanted) : wanted === '' ? 1 : wanted }, { enabled: wanted !== '' && wanted !== 'new' });
  return wanted === '' ? null : (answer.data ?? null);
}

/** Facts of a record beside its form. */
export function Facts({ rows }: Readonly<{ rows: readonly (readonly [string, ReactNode])[] }>) {
  return <dl className="kv">{rows.map(([zh, value]) => [<dt key={`${zh}-t`}>{zh}</dt>, <dd key={`${zh}-d`}>{value === '' || value === null || value === undefined ? '—' : value}</dd>])}</dl>;
}
