import { useState } from 'react';
import type { LifeEntry } from '../app/answers.ts';
import { useRuleTitles } from '../app/ruleTitles.ts';
import { shortMoment } from './days.ts';
import { rulesZh } from './rules.ts';

export type LifeLineProps = Readonly<{ life: readonly LifeEntry[]; today: string; /** What is expected next, drawn dashed above the rest. */ expected?: Readonly<{ when: string; node: string; titleZh: string; detailZh?: string }> | undefined }>;

type Shape = '' | 'in' | 'bad' | 'fix';

const custody = new Set(['entered', 'returned', 'found', 'placed', 'commissioned', 'activated', 'approved', 'signed']);
const against = new Set(['refused', 'violation', 'missing', 'suspended']);
const amended = new Set(['corrected', 'withdrawn', 'import_withdrawn', 'destroy_cancelled', 'cancelled', 'void']);
const spelled: Readonly<Record<string, string>> = { corrected: '改', returned: '还', destroy_proposed: '册', scope_set: '范', scope_widened: '范', scope_revoked: '范', withdrawn: '撤', import_withdrawn: '撤' };

/** Character and shape of a node: filled square custody, ring movement, red square refusal, grey ring correction. */
export function nodeOf(kind: string, kindZh: string): readonly [string, Shape] {
  const shape: Shape = against.has(kind) ? 'bad' : amended.has(kind) ? 'fix' : custody.has(kind) ? 'in' : '';
  return [spelled[kind] ?? ([...kindZh][0] ?? '记'), shape];
}

const groups = [
  { key: 'all', zh: '全部', has: () => true },
  { key: 'move', zh: '流转', has: (e: LifeEntry) => ['', 'in'].includes(nodeOf(e.kind, e.kindZh)[1]) },
  { key: 'fix', zh: '更正', has: (e: LifeEntry) => nodeOf(e.kind, e.kindZh)[1] === 'fix' },
  { key: 'bad', zh: '拒绝与违规', has: (e: LifeEntry) => nodeOf(e.kind, e.kindZh)[1] === 'bad' },
] as const;

/** 生命线, newest first. Refusals stay; a correction shows the struck old value beside the new one. */
export function LifeLine({ life, today, expected }: LifeLineProps) {
  const [group, setGroup] = useState<(typeof groups)[number]['key']>('all');
  const has = groups.find((g) => g.key === group)?.has ?? (() => true);
  const kinds = groups.filter((g) => g.key === 'all' || life.some(g.has));
  return (
    <div className="life-box">
      {kinds.length < 3 ? null : (
        <div className="seg small-seg" role="group" aria-label="只看">
          {kinds.map((g) => (
            <button key={g.key} type="button" aria-pressed={g.key === group} onClick={() => setGroup(g.key)}>
              {g.zh}
              <b>{life.filter(g.has).length}</b>
            </button>
          ))}
        </div>
      )}
      <ol className="life-list" tabIndex={0} aria-label="生命线，新的在上">
        {expected === undefined || group !== 'all' ? null : (
          <li>
            <span className="t">预计 {expected.when}</span>
            <span className="n ghost" aria-hidden="true">{expected.node}</span>
            <div className="e"><p><b>{expected.titleZh}</b></p>{expected.detailZh === undefined ? null : <p>{expected.detailZh}</p>}</div>
          </li>
        )}
        {life.filter(has).map((e) => <Node key={`${e.seq} ${e.kind}`} entry={e} today={today} />)}
        {life.length === 0 ? <li className="mut none">还没有记录。</li> : null}
      </ol>
    </div>
  );
}

function Node({ entry, today }: Readonly<{ entry: LifeEntry; today: string }>) {
  const titles = useRuleTitles();
  const [char, shape] = nodeOf(entry.kind, entry.kindZh);
  const when = entry.happenedAt ?? entry.at;
  const late = entry.happenedAt !== null && entry.at !== null && entry.happenedAt.slice(0, 10) !== entry.at.slice(0, 10);
  const shown = entry.changes.filter((c) => c.from !== null && c.from !== undefined && c.from !== '');
  return (
    <li>
      <span className="t">{when === null ? '时间不明' : shortMoment(when, today)}</span>
      <span className={`n ${shape}`} aria-hidden="true">{char}</span>
      <div className="e">
        <p title={entry.sentenceZh}><b>{entry.kindZh}</b> {entry.sentenceZh}<span className="ev">#{entry.seq.toLocaleString('en-US')}</span></p>
        {shape === 'fix' && shown.length > 0 ? (
          <p>{shown.map((c) => <span key={c.field} className="chg">{c.labelZh} <s>{wordOf(c.from)}</s> → {wordOf(c.to)}</span>)}</p>
        ) : null}
        <p>
          {entry.actor}
          {late ? `　补登于 ${shortMoment(entry.at ?? '', today)}` : ''}
          {entry.lateReason === undefined ? '' : `　补登原因：${entry.lateReason}`}
          {entry.reason === undefined || entry.reason === '' ? '' : `　事由：${entry.reason}`}
          {entry.rules === undefined || entry.rules.length === 0 ? '' : `　${rulesZh(entry.rules, titles)}`}
        </p>
      </div>
    </li>
  );
}

const wordOf = (value: unknown): string => (value === null || value === undefined || value === '' ? '空' : Array.isArray(value) ? value.join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value));
