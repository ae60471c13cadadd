import type { Register } from '#shared/registers/define.ts';
import { useAsk } from '../app/api.ts';
import { Act } from '../ui/Act.tsx';
import { AnswerLine } from '../ui/AnswerLine.tsx';
import type { Line } from './columns.tsx';
import { unread, viewOf } from './fieldViews.tsx';
import { useRested } from './useRegisterPage.ts';

/** The answer under the table for the focused row: carriers say where they are and who has them, others what they are. */
export function RowAnswer({ spec, line, today, onOpen, onDesk }: Readonly<{ spec: Register; line: Line; today: string; onOpen: () => void; onDesk?: () => void }>) {
  const carrier = spec.key === 'carriers' ? line.entry.id : null;
  const rested = useRested(carrier, 60);
  const where = useAsk('carrier.where', { carrier: rested ?? 1 }, { enabled: rested !== null && rested === carrier, keep: true });
  const words = (name: string): string => {
    const field = spec.fields[name];
    return field === undefined ? '—' : viewOf(field).words({ field, value: line.values[name], today });
  };
  const told = carrier !== null && where.data !== undefined ? where.data.answerZh : words(spec.name);
  const detail = carrier === null ? detailNames(spec).map((n) => [spec.fields[n]?.label, words(n)] as const) : (['custodian', 'home', 'docNumber', 'copySerial'] as const).map((n) => [spec.fields[n]?.label, words(n)] as const);
  return (
    <AnswerLine
      detail={detail.filter(([, w]) => w !== '—').map(([label, w]) => `${label} ${w}`).join('　·　')}
      actions={<>{onDesk === undefined ? null : <Act small kbd="F7" onClick={onDesk}>借还</Act>}<Act small kbd="Enter" onClick={onOpen}>打开</Act></>}
    >
      <b>{line.entry.number ?? ''}</b> {told.startsWith(line.entry.number ?? '\u0000') ? told.slice((line.entry.number ?? '').length) : told}
    </AnswerLine>
  );
}

/** What else a row says: the first fields that are no column. */
const detailNames = (spec: Register): string[] => Object.keys(spec.fields).filter((n) => !unread.has(n) && !spec.list.columns.includes(n) && ['text', 'day', 'instant', 'choice', 'count', 'names'].includes(spec.fields[n]?.kind ?? '')).slice(0, 4);
