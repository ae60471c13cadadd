/** Shapes of the states; the word always stands beside. */
const shapes: Readonly<Record<string, string>> = {
  in_custody: 'in', in_use: 'in', active: 'in', on_post: 'in', registered: 'in', in_service: 'in', closed: 'done', done: 'done', verified: 'in', approved: 'in', in_force: 'in', found: 'in', confirmed: 'done', made: 'done', reviewed: 'done', used: 'done',
  lent: 'out', reading: 'out', out: 'out', open: 'out', out_for_repair: 'carry', circulating: 'out', carried_out: 'carry', archived: 'in', routed: 'out', waiting: 'wait', back: 'done', skipped: 'gone', finished: 'done', stopped: 'gone', in_transit: 'carry', sent: 'out', receipted: 'done', exception: 'miss', filed: 'done',
  pending: 'wait', proposed: 'wait', destroy_pending: 'wait', issued: 'wait', recorded: 'wait', reported: 'wait', cooling_off: 'wait', suspended: 'wait',
  missing: 'miss', searching: 'miss', leak: 'late', overdue: 'late', locked: 'late', refused: 'gone',
  destroyed: 'gone', transferred: 'gone', returned: 'done', withdrawn: 'gone', cancelled: 'gone', void: 'gone', revoked: 'gone', left: 'gone', rotated_out: 'gone', outside: 'done', restored: 'done',
};

export type StateWordProps = Readonly<{ state: string | null | undefined; word: string; /** Days past the due day: the state reads 超 n 日. */ overdue?: number }>;

/** ■ 在库 ◐ 借出 ▲ 超期 … glyph and word together. */
export function StateWord({ state, word, overdue = 0 }: StateWordProps) {
  if (overdue > 0) return <span className="st st-late">超 {overdue} 日</span>;
  if (state === null || state === undefined) return <span className="mut">—</span>;
  return <span className={`st st-${shapes[state] ?? 'done'}`}>{word}</span>;
}
