import type { Outcome } from '#shared/decision.ts';

// About twenty small drawings, always beside a word. Shapes differ, so that nothing depends on colour.

type Size = Readonly<{ size?: number }>;
const box = (size: number) => ({ width: size, height: size, 'aria-hidden': true as const, focusable: false as const });

export const Search = ({ size = 16 }: Size) => (
  <svg {...box(size)} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6"><circle cx="7" cy="7" r="4.6" /><path d="M10.6 10.6 14.5 14.5" /></svg>
);
/** ✔ disc: in order. */
export const Good = ({ size = 18 }: Size) => (
  <svg {...box(size)} className="i-ok" viewBox="0 0 18 18"><circle cx="9" cy="9" r="8" fill="currentColor" /><path d="M5 9.3 8 12.2 13.2 6.4" fill="none" stroke="#fff" strokeWidth="2" /></svg>
);
/** ▲ triangle: look. */
export const Notice = ({ size = 18 }: Size) => (
  <svg {...box(size)} className="i-warn" viewBox="0 0 18 18"><path d="M9 2 17 16H1Z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" /><path d="M9 7v4.4M9 13v1.6" stroke="currentColor" strokeWidth="1.8" /></svg>
);
/** Octagon: against a rule. */
export const Breach = ({ size = 18 }: Size) => (
  <svg {...box(size)} className="i-deny" viewBox="0 0 18 18"><path d="M5.5 1h7L17 5.5v7L12.5 17h-7L1 12.5v-7Z" fill="currentColor" /><path d="M5 9h8" stroke="#fff" strokeWidth="2.2" /></svg>
);

/** The five verdicts: disc, triangle, two discs, diamond with hourglass, octagon. */
export function VerdictShape({ outcome, size = 56 }: Readonly<{ outcome: Outcome; size?: number }>) {
  const frame = { ...box(size), viewBox: '0 0 56 56' };
  switch (outcome) {
    case 'allow':
      return <svg {...frame} className="i-ok"><circle cx="28" cy="28" r="25" fill="currentColor" /><path d="M15 29 24 38 41 19" fill="none" stroke="#fff" strokeWidth="6" /></svg>;
    case 'warn':
      return <svg {...frame} className="i-warn"><path d="M28 6 53 50H3Z" fill="none" stroke="currentColor" strokeWidth="4" strokeLinejoin="round" /><path d="M28 21v14M28 39v5" stroke="currentColor" strokeWidth="5" /></svg>;
    case 'needs_second_person':
      return <svg {...frame} className="i-warn"><circle cx="20" cy="28" r="15" fill="none" stroke="currentColor" strokeWidth="4" /><circle cx="36" cy="28" r="15" fill="none" stroke="currentColor" strokeWidth="4" /></svg>;
    case 'needs_approval':
      return <svg {...frame} className="i-warn"><path d="M28 3 53 28 28 53 3 28Z" fill="none" stroke="currentColor" strokeWidth="4" strokeLinejoin="round" /><path d="M21 18h14M21 38h14M22 18c0 6 12 14 12 20M34 18c0 6-12 14-12 20" fill="none" stroke="currentColor" strokeWidth="3" /></svg>;
    case 'deny':
      return <svg {...frame} className="i-deny"><path d="M17 3h22l14 14v22L39 53H17L3 39V17Z" fill="currentColor" /><path d="M17 28h22" stroke="#fff" strokeWidth="7" /></svg>;
  }
}
