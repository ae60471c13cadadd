import { lazy } from 'react';

// Everything that the unlock screen does not need: the component library, the router, the schemas and the screens. It is
// fetched once the unlock screen stands, while the passphrase is being typed.

/** The parts behind these two doors come after the schemas have been told how to work. */
async function behind<T>(load: () => Promise<T>): Promise<T> {
  await import('./schemas.ts');
  return load();
}

const loadSigned = () => behind(() => import('./Signed.tsx'));

/** The pages of somebody who is signed in. */
export const Signed = lazy(async () => ({ default: (await loadSigned()).Signed }));

/** The wizard of a terminal that has no store yet. */
export const Founding = lazy(async () => ({ default: (await behind(() => import('./Founding.tsx'))).Founding }));

/** Fetches what signing in will show, when the page has nothing better to do. Returns how to call it off. */
export function fetchAhead(): () => void {
  const asked = requestIdleCallback(() => void loadSigned().then(() => import('../screens/Today.tsx')).catch(() => undefined));
  return () => cancelIdleCallback(asked);
}
