import { lazy, Suspense, useEffect } from 'react';
import { Unlock } from '../screens/Unlock.tsx';
import { Broken } from './Broken.tsx';
import { fetchAhead, Founding, Signed } from './inside.ts';
import { isGap, SessionProvider, useSession } from './session.tsx';

// Needed on a bad day only.
const ReadOnlyGate = lazy(async () => ({ default: (await import('./ReadOnlyGate.tsx')).ReadOnlyGate }));

const blank = <div className="blank" aria-busy="true" />;

/** Before unlocking there is no router, no query and no register content; after it one router per sign-in. */
function Phases({ nonce }: Readonly<{ nonce: string }>) {
  const { state, refusal, reload, reading } = useSession();
  const phase = state?.phase;
  useEffect(() => (phase === 'locked' ? fetchAhead() : undefined), [phase]);
  if (refusal !== null) return <Broken refusal={refusal} terminal={null} onRetry={() => void reload()} />;
  if (state === null) return blank;
  if (state.phase === 'locked') return <Unlock state={state} />;
  if (state.phase === 'no_vault') return <Suspense fallback={blank}><Founding nonce={nonce} folder={state.folder} /></Suspense>;
  return <Suspense fallback={blank}><Signed key={state.me.account} nonce={nonce} instead={state.findings.some(isGap) && !reading ? <ReadOnlyGate /> : null} /></Suspense>;
}

/** `nonce` comes with the page (meta csp-nonce). */
export function App({ nonce }: Readonly<{ nonce: string }>) {
  return (
    <SessionProvider>
      <Phases nonce={nonce} />
    </SessionProvider>
  );
}
