import { useState } from 'react';
import type { LifeEntry } from '../app/answers.ts';
import { shortMoment } from './days.ts';

export type LifeLineProps = Readonly<{ life: readonly LifeEntry[]; today: string; /** What is expected next, drawn dashed above the rest. */ expected?: Readonly<{ when: string; node: string; titleZh: string; detailZh?: string }> | undefined }>;

/** First character and shape of a node: filled square custody, ring movement, red square refusal, grey ring correction. */
export function nodeOf(kind: string): readonly [string, '' | 'in' | 'bad' | 'fix'] {
  const found = nodes.find(([pattern]) => pattern.test(kind));
  return found === undefined ? ['记', ''] : [found[1], found[2]];
}
const nodes: readonly (readonly [RegExp, string, '' | 'in' | 'bad' | 'fix'])[] = [
  [/refus|denied/i, '拒', 'bad'], [/violat/i, '违', 'bad'], [/missing|incident|leak/i, '失', 'bad'],
  [/correct/i, '改', 'fix'], [/withdraw|cancel|void/i, '撤', 'fix'],
  [/receive|receipt/i, '收', 'in'], [/enter|register|create|imported/i, '登', 'in'], [/giveBack|return(?!ToIssuer)/i, '还', 'in'], [/found|find/i, '找', 'in'], [/place|move/i, '移', 'in'],
  [/lend|lent|loan/i, '借', ''], [/read|knowledge|known/i, '阅', ''], [/cop(y|ied)/i, '复', ''], [/extract/i, '抄', ''], [/transfer/i, '移', ''], [/returnToIssuer|recall/i, '清', ''],
  [/destroy|destruct/i, '销', ''], [/scope/i, '范', ''], [/print/i, '印', ''], [/approv/i, '批', ''], [/usage/i, '用', ''], [/view/i, '看', ''],
];

const groups = [
  { key: 'all', zh: '全部', has: () => true },
  { key: 'move', zh: '流转', has: (e: LifeEntry) => ['', 'in'].includes(nodeOf(e.kind)[1]) },
  { key: 'fix', zh: '更正', has: (e: LifeEntry) => nodeOf(e.kind)[1] === 'fix' },
  { key: 'bad', zh: '拒绝与违规', has: (e: LifeEntry) => nodeOf(e.kind)[1] === 'bad' },
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
        {life.filter(has).map((e) => <Node key={e.seq} entry={e} today={today} />)}
        {life.length === 0 ? <li className="mut none">还没有记录。</li> : null}
      </ol>
    </div>
  );
}

function Node({ entry, today }: Readonly<{ entry: LifeEntry; today: string }>) {
  const [char, shape] = nodeOf(entry.kind);
  const late = entry.happenedAt !== null && entry.happenedAt.slice(0, 10) !== entry.at.slice(0, 10);
  const shown = entry.changes.filter((c) => c.from !== null && c.from !== undefined && c.from !== '');
  return (
    <li>
      <span className="t">{shortMoment(entry.happenedAt ?? entry.at, today)}</span>
      <span className={`n ${shape}`} aria-hidden="true">{char}</span>
      <div className="e">
        <p title={entry.sentenceZh}><b>{entry.kindZh}</b> {entry.sentenceZh}<span className="ev">#{entry.seq.toLocaleString('en-US')}</span></p>
        {shape === 'fix' && shown.length > 0 ? (
          <p>{shown.map((c) => <span key={c.field} className="chg">{c.labelZh} <s>{wordOf(c.from)}</s> → {wordOf(c.to)}</span>)}</p>
        ) : null}
        <p>
          {entry.actor}
          {late ? `　补登于 ${shortMoment(entry.at, today)}` : ''}
          {entry.reason === undefined || entry.reason === '' ? '' : `　事由：${entry.reason}`}
          {entry.rules === undefined || entry.rules.length === 0 ? '' : `　规则 ${entry.rules.join('、')}`}
        </p>
      </div>
    </li>
  );
}

const wordOf = (value: unknown): string => (value === null || value === undefined || value === '' ? '空' : Array.isArray(value) ? value.join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value));
