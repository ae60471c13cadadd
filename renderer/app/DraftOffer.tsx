import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { KeptDraft } from '#shared/session.ts';
import { dayOf, shortMoment } from '../ui/days.ts';
import { Act } from '../ui/Act.tsx';
import { answerOf } from './api.ts';
import { onPosted, takeUp } from './drafts.ts';
import { useClock } from './session.tsx';

/** After sign-in, once: the form that was open when the terminal locked, to go on with or to drop. A line, not a dialog: work may begin elsewhere. */
export function DraftOffer() {
  const today = dayOf(useClock());
  const go = useNavigate();
  const [draft, setDraft] = useState<KeptDraft | null>(null);
  useEffect(() => {
    void answerOf<KeptDraft | null>(window.shoumi.session('draft')).then((answer) => {
      if (answer.ok && answer.value !== null && typeof answer.value.place === 'string') setDraft(answer.value);
    });
  }, []);
  useEffect(() => onPosted((form) => {
    if (form !== draft?.form) return;
    setDraft(null);
    void answerOf(window.shoumi.session('settleDraft'));
  }), [draft]);
  if (draft === null) return null;
  const settle = async (goOn: boolean): Promise<void> => {
    setDraft(null);
    await answerOf(window.shoumi.session('settleDraft'));
    if (!goOn) return;
    takeUp(draft);
    void go(draft.place);
  };
  return (
    <div className="bar-line offer" role="status" data-pane tabIndex={-1} aria-label="未完成的登记">
      <span>有 1 份未完成的登记：{draft.titleZh}（{shortMoment(draft.at, today)} 锁定时留下，尚未登记）。</span>
      <Act small tone="primary" onClick={() => void settle(true)}>继续填</Act>
      <Act small onClick={() => void settle(false)}>丢弃</Act>
    </div>
  );
}
