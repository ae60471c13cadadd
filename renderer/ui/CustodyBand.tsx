import type { Stretch } from './custody.ts';
import { shortDay } from './days.ts';

export type CustodyBandProps = Readonly<{ from: string; today: string; endsOn: string | null; stretches: readonly Stretch[]; startZh?: string; noteZh?: string }>;

const words = { in: '在库', out: '在外', late: '超期', lost: '查找中', gone: '已离开' } as const;

/** One bar from receipt to the end of the secrecy period: solid in the safe, hatched out, red hatch overdue, dashes ahead. */
export function CustodyBand({ from, today, endsOn, stretches, startZh = '收文', noteZh }: CustodyBandProps) {
  const width = 1100;
  const now = endsOn === null || endsOn <= today ? width - 60 : 640;
  const span = Math.max(1, Date.parse(today) + 86_400_000 - Date.parse(from));
  const x = (at: string): number => Math.min(now, Math.max(0, ((Date.parse(at) - Date.parse(from)) / span) * now));
  const used = (['in', 'out', 'late', 'lost', 'gone'] as const).filter((k) => stretches.some((s) => s.kind === k));
  const spoken = stretches.map((s) => `${shortDay(s.from, today)} 起${words[s.kind]}`).join('，');
  return (
    <div className="band">
      <svg width="100%" height="66" viewBox={`0 0 ${width} 66`} preserveAspectRatio="xMinYMid meet" role="img" aria-label={`保管过程：${spoken}${endsOn === null ? '' : `；保密期限至 ${endsOn}`}`}>
        <defs>
          <pattern id="band-out" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#E2EFEE" /><rect width="2.4" height="6" fill="#0E5A5F" /></pattern>
          <pattern id="band-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#FBEAE8" /><rect width="2.6" height="6" fill="#A61B1B" /></pattern>
        </defs>
        <text x="0" y="12" className="t2">{shortDay(from, today)} {startZh}</text>
        <text x={now} y="12" className="tb" textAnchor={now > width - 100 ? 'end' : 'middle'}>今日 {shortDay(today, today)}</text>
        {endsOn === null ? null : <text x={width - 2} y="12" className="t2" textAnchor="end">{endsOn} {endsOn <= today ? '' : '期限届满'}</text>}
        {stretches.map((s, i) => {
          const [a, b] = [x(s.from), x(s.to)];
          const wide = Math.max(2, b - a);
          if (s.kind === 'in') return <rect key={i} x={a} y="20" width={wide} height="18" fill="#1D6B39" opacity=".82" />;
          if (s.kind === 'gone') return <path key={i} d={`M${a} 29H${a + wide}`} stroke="#8A9592" strokeWidth="1" />;
          return <rect key={i} x={a} y="20.5" width={wide} height="17" fill={`url(#band-${s.kind === 'out' ? 'out' : 'late'})`} stroke={s.kind === 'out' ? '#0E5A5F' : '#A61B1B'} />;
        })}
        {endsOn === null || endsOn <= today ? null : <path d={`M${now} 29H${width - 2}M${width - 2} 20v18`} stroke="#8A9592" strokeWidth="2" strokeDasharray="3 5" />}
        <path d={`M${now} 17v25`} stroke="#18221F" strokeWidth="2" />
        {used.map((k, i) => (
          <g key={k} transform={`translate(${i * 68} 50)`}>
            <rect width="11" height="11" fill={k === 'in' ? '#1D6B39' : k === 'gone' ? '#fff' : `url(#band-${k === 'out' ? 'out' : 'late'})`} stroke={k === 'gone' ? '#8A9592' : 'none'} />
            <text x="17" y="10" className="t2">{words[k]}</text>
          </g>
        ))}
        {noteZh === undefined ? null : <text x={width - 2} y="60" className="t2" textAnchor="end">{noteZh}</text>}
      </svg>
    </div>
  );
}
