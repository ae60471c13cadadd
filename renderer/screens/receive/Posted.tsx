import { useNavigate } from 'react-router';
import type { Level } from '#shared/levels.ts';
import { places } from '../../app/places.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { namesIn, periodZh, readPeriod } from '../parts/typed.ts';
import { copiesOf } from './entry.ts';
import type { Entry } from './entry.ts';

export type PostedEntry = Readonly<{ receipt: string; carriers: readonly string[]; entry: Entry; keys: number }>;

/** The last four of the batch; the one just posted stands at the bottom, next to the current one. */
export function Posted({ posted }: Readonly<{ posted: readonly PostedEntry[] }>) {
  const navigate = useNavigate();
  return (
    <section className="card posted" data-pane tabIndex={-1} aria-label="本批已登记">
      <table className="grid">
        <thead>
          <tr><th scope="col">收文号</th><th scope="col">载体编号</th><th scope="col">文号</th><th scope="col">份号</th><th scope="col" className="wide">题名</th><th scope="col" className="r">页数</th><th scope="col">密级★期限</th><th scope="col">知悉范围</th><th scope="col" className="r">用键</th></tr>
        </thead>
        <tbody>
          {posted.length === 0 ? <tr><td colSpan={9} className="mut">本批还没有登记。填好下面各项，末项按 Enter 即登记，编号自动给出。</td></tr> : null}
          {posted.slice(-4).map((p) => {
            const scope = namesIn(p.entry.accessScope);
            return (
              <tr key={p.receipt + p.entry.copySerial}>
                <td><button type="button" className="link" onClick={() => void navigate(places.record('receipts', p.receipt))}>{p.receipt}</button></td>
                <td>{p.carriers[0] ?? '—'}{p.carriers.length > 1 ? ` 等 ${p.carriers.length} 件` : ''}</td>
                <td>{p.entry.docNumber || '—'}</td>
                <td>{p.entry.copySerial || '—'}{copiesOf(p.entry) > 1 ? ` ×${copiesOf(p.entry)}` : ''}</td>
                <td className="wide">{p.entry.title}</td>
                <td className="r">{p.entry.pages || '—'}</td>
                <td><LevelMark level={(p.entry.level || null) as Level | null} period={periodZh(readPeriod(p.entry.period)) || null} /></td>
                <td>{scope.length === 0 ? '—' : `${scope[0] ?? ''}${scope.length > 1 ? ` 等 ${scope.length} 人` : ''}`}</td>
                <td className="r mut">{p.keys} 键</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
