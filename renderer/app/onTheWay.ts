import { useEffect } from 'react';
import type { createMemoryRouter } from 'react-router';
import { holdKeys } from '../ui/typeAhead.ts';

type Router = ReturnType<typeof createMemoryRouter>;

/** A page that has not come after this long is not coming: the keys are given back. */
const patience = 5000;
let release: ((drop?: boolean) => void) | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let current: Router | null = null;

const letGo = (): void => {
  clearTimeout(timer);
  release?.();
  release = null;
};

/**
 * Keys pressed between leaving one page and standing on the next wait for the next: Ctrl+S right after Ctrl+2 must neither be lost
 * nor register what stands on the page before. `here`: false while something else is shown in place of the pages.
 */
export function useKeysOnTheWay(router: Router, here: boolean): void {
  useEffect(() => {
    if (!here) return;
    current = router;
    let at = router.state.location.key;
    const stop = router.subscribe(({ navigation, location }) => {
      if (navigation.state === 'idle' && location.key === at) return letGo();
      at = navigation.state === 'idle' ? location.key : at;
      if (release !== null) return;
      release = holdKeys();
      timer = setTimeout(letGo, patience);
    });
    return () => {
      stop();
      letGo();
    };
  }, [router, here]);
}

/** The page of this address stands and has its keys. Called by the frame, whose effects run after those of the page in it. */
export function arrived(key: string): void {
  if (current?.state.navigation.state === 'idle' && current.state.location.key === key) letGo();
}
