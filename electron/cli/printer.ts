/** Turns a finished document into a PDF. In Electron main hands in its hidden window; from a checkout a Chromium-family browser does it. */
export type Printer = Readonly<{ print: (html: string) => Promise<Uint8Array>; close: () => Promise<void> }>;

let given: (() => Promise<Printer>) | null = null;

/** Main calls this before the command line runs inside Electron. */
export const usePrinter = (open: () => Promise<Printer>): void => {
  given = open;
};

/** Opens what prints here. Rejects with a Chinese sentence when nothing can. */
export async function openPrinter(): Promise<Printer> {
  if (given !== null) return given();
  // Only a checkout has this engine; the packaged program prints with its own window.
  const engine = (await import(new URL('../../build/host/pdfEngine.mjs', import.meta.url).href)) as { openPdfEngine: () => Promise<Printer> };
  return engine.openPdfEngine();
}
