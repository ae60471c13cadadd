import type { Refusal } from '#shared/result.ts';

/** A refusal that is no decision card: its sentence, and the places to look at when there are several. */
export function Sentence({ refusal }: Readonly<{ refusal: Refusal | null }>) {
  if (refusal === null) return null;
  const issues = refusal.kind === 'invalid' ? refusal.issues : [];
  return (
    <div className="notice bad" role="alert">
      <p>
        <b aria-hidden="true">▲ </b>
        {refusal.messageZh}
        {refusal.kind === 'fault' ? `本次没有登记。编号 ${refusal.ref}，请抄给系统管理员。` : ''}
      </p>
      {issues.length > 1 ? <ul>{issues.map((i, n) => <li key={n}>{i.messageZh}</li>)}</ul> : null}
    </div>
  );
}
