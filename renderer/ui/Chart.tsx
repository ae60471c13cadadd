import { levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';

// Our own small drawings: bars only, numbers always as text, distinguished by hatching and not by colour alone.

const hatch = (id: string, ground: string, ink: string) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill={ground} />
    <rect width="2.4" height="6" fill={ink} />
  </pattern>
);

const levelColour: Readonly<Record<Level, string>> = { top_secret: '#8C1212', secret: '#8A4300', confidential: '#1B4F8A', internal: '#4F5A57' };

export type Holding = Readonly<{ level: Level | null; in: number; out: number }>;

/** Holdings by level: solid in the safe, hatched out of it. */
export function HoldingsChart({ holdings, width = 292 }: Readonly<{ holdings: readonly Holding[]; width?: number }>) {
  const most = Math.max(1, ...holdings.map((h) => h.in + h.out));
  const room = width - 56 - 52;
  const height = holdings.length * 25 + 24;
  const sum = (pick: (h: Holding) => number): number => holdings.reduce((n, h) => n + pick(h), 0);
  return (
    <svg className="chart-svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`在册载体：${holdings.map((h) => `${h.level === null ? '无密级' : levelZh[h.level]} 在库、在用、待销毁 ${h.in}，在外、查找中 ${h.out}`).join('；')}`}>
      <defs>{holdings.map((h) => <g key={String(h.level)}>{hatch(`hold-${h.level ?? 'none'}`, '#fff', h.level === null ? '#5F6B67' : levelColour[h.level])}</g>)}</defs>
      {holdings.map((h, i) => {
        const colour = h.level === null ? '#5F6B67' : levelColour[h.level];
        const inside = (room * h.in) / most;
        const outside = (room * h.out) / most;
        return (
          <g key={String(h.level)} transform={`translate(0 ${i * 25})`}>
            <text x="0" y="15" className="tb">{h.level === null ? '无密级' : levelZh[h.level]}</text>
            <rect x="56" y="3" width={inside} height="15" fill={colour} />
            {h.out === 0 ? null : <rect x={56 + inside} y="3.5" width={Math.max(4, outside)} height="14" fill={`url(#hold-${h.level ?? 'none'})`} stroke={colour} />}
            <text x={62 + inside + Math.max(h.out === 0 ? 0 : 4, outside)} y="15">{h.in + h.out}</text>
          </g>
        );
      })}
      <g transform={`translate(0 ${height - 14})`}>
        <rect width="10" height="10" fill="#5F6B67" />
        <text x="15" y="9.5" className="t2">在库、在用、待销毁 {sum((h) => h.in)}</text>
        <rect x="172" width="10" height="10" fill={`url(#hold-${holdings[0]?.level ?? 'none'})`} stroke="#5F6B67" />
        <text x="187" y="9.5" className="t2">在外、查找中 {sum((h) => h.out)}</text>
      </g>
    </svg>
  );
}

export type Bin = Readonly<{ bin: string; count: number; late?: boolean }>;

/** Columns over fixed bins; what is late carries an exclamation mark and the warning colour. */
export function Columns({ bins, label, width = 292, height = 96 }: Readonly<{ bins: readonly Bin[]; label: string; width?: number; height?: number }>) {
  const most = Math.max(1, ...bins.map((b) => b.count));
  const step = width / Math.max(1, bins.length);
  const room = height - 42;
  return (
    <svg className="chart-svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}：${bins.map((b) => `${b.bin} ${b.count}`).join('；')}`}>
      {bins.map((b, i) => {
        const tall = b.count === 0 ? 0 : Math.max(2, (room * b.count) / most);
        const mid = step * (i + 0.5);
        return (
          <g key={b.bin}>
            <rect x={mid - 16} y={height - 24 - tall} width="32" height={tall} fill={b.late === true ? '#A61B1B' : '#0E5A5F'} />
            <text x={mid} y={height - 29 - tall} textAnchor="middle" className="tb">{b.count}{b.late === true && b.count > 0 ? '!' : ''}</text>
            <text x={mid} y={height - 7} textAnchor="middle" className="t2">{b.bin}</text>
          </g>
        );
      })}
      <path d={`M0 ${height - 23.5}H${width}`} stroke="#B4BDB5" />
    </svg>
  );
}
