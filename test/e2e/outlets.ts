// What a page that wants out has at hand: runs inside the page, so both pages try with the same hands.

/** `attempt` notes under a name what came of a try: its own word, refused, or nothing after 1.5 s. */
export interface Outlets {
  readonly results: Record<string, string>;
  readonly attempt: (name: string, f: () => unknown) => Promise<void>;
  /** Hangs an element into the page: open when it loads, refused when it does not. */
  readonly element: (tag: string, more: Readonly<Record<string, string>>) => Promise<string>;
}

declare global {
  interface Window {
    outlets: Outlets;
  }
}

/** For `page.evaluate`: puts the hands on the page's window. */
export function giveOutlets(): void {
  const results: Record<string, string> = {};
  window.outlets = {
    results,
    attempt: async (name, f) => {
      results[name] = await Promise.race([
        (async () => String(await f()))().catch(() => 'refused'),
        new Promise<string>((r) => setTimeout(() => r('nothing'), 1500)),
      ]);
    },
    element: (tag, more) =>
      new Promise((resolve) => {
        const e = document.createElement(tag);
        e.onload = () => resolve('open');
        e.onerror = () => resolve('refused');
        for (const [k, v] of Object.entries(more)) e.setAttribute(k, v);
        document.body.append(e);
      }),
  };
}
