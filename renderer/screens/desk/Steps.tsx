import type { Outcome } from '#shared/decision.ts';

export type Step = Readonly<{ zh: string; wordZh: string; state: 'done' | 'now' | 'stop' | 'open' }>;

/** 载体, 借阅人, 判定, 登记 on one line; nothing modal. */
export function Steps({ steps }: Readonly<{ steps: readonly Step[] }>) {
  return (
    <ol className="steps card" aria-label="步骤">
      {steps.map((s, i) => (
        <li key={s.zh} className={s.state === 'done' ? 'done' : s.state === 'now' ? 'cur' : s.state === 'stop' ? 'stop' : ''} {...(s.state === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <i aria-hidden="true">{s.state === 'done' ? '✓' : s.state === 'stop' ? '✕' : i + 1}</i>
          <span>{[s.zh, s.wordZh].filter((w) => w !== '').join('　')}</span>
        </li>
      ))}
    </ol>
  );
}

/** The third step says the verdict in two or three characters. */
export const verdictWord: Readonly<Record<Outcome, string>> = { allow: '可以办理', warn: '请说明', needs_second_person: '需第二人', needs_approval: '需审批', deny: '不得办理' };
