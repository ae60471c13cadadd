export interface PdfEngine {
  /**
   * One finished HTML document (fonts embedded) as a PDF. Page size and margins come from its @page rule; scripts in it
   * do not run and nothing is loaded from outside. Rejects when a font it carries cannot be read.
   */
  print(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

export interface PdfEngineOptions {
  /** A browser of the Chromium family; the first installed one when absent. */
  readonly executablePath?: string;
  /** `auto`: sandbox on, except for root, where Chromium does not start with it. */
  readonly sandbox?: 'auto' | boolean;
}

/** The first installed browser of the Chromium family, or null. */
export function findPdfBrowser(): string | null;

/** Starts the browser over a pipe. Rejects with a Chinese sentence when none is installed. */
export function openPdfEngine(options?: PdfEngineOptions): Promise<PdfEngine>;
