import { Suspense, useMemo } from 'react';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { DialogHost } from './DialogHost.tsx';
import { Library } from './Library.tsx';
import { useKeysOnTheWay } from './onTheWay.ts';
import { openRouter } from './routes.tsx';

/**
 * The pages of one sign-in. A new sign-in is a new `key`, hence a new router: the pages of the one before are gone. `instead` is
 * shown in their place while it is not null.
 */
export function Signed({ nonce, instead }: Readonly<{ nonce: string; instead: ReactNode }>) {
  const router = useMemo(() => openRouter(), []);
  useKeysOnTheWay(router, instead === null);
  return (
    <Library nonce={nonce}>
      <DialogHost>{instead === null ? <RouterProvider router={router} /> : <Suspense fallback={<div className="blank" aria-busy="true" />}>{instead}</Suspense>}</DialogHost>
    </Library>
  );
}
