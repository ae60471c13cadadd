// A register printed as numbered pages, as plain data.
import type { Level } from '#shared/levels.ts';
import type { PagePaper } from '#shared/printing.ts';
import type { RegisterKey } from '#shared/registers/index.ts';

/** A line on a page: the record and its revision when it was printed. */
export type PageLine = readonly [record: number, revision: number];

/**
 * A page as the book of prints keeps it. A page that is not full is not sealed: it is printed again with what is added. `paper`: what
 * stood on it, word for word; pages of the first continuation prints have none, their digest covers the entries alone.
 */
export type PrintedPage = Readonly<{ page: number; sealed: boolean; digest: string; lines: readonly PageLine[]; paper?: PagePaper }>;

/** A line on a sealed page that was corrected after the last continuation print. `event` tells two corrections of one line apart. */
export type Amendment = Readonly<{ event: number; seq: number; page: number; record: number; number: string | null; set: Readonly<Record<string, unknown>>; was: Readonly<Record<string, unknown>>; reason: string | null }>;

/** What the next continuation print of a register holds. `replaces`: the print whose page was not full and is printed again; `lineFrom`: running number of its first line in the whole register. */
export type Continuation = Readonly<{
  register: RegisterKey; pages: readonly PrintedPage[]; replaces: string | null; amendments: readonly Amendment[]; lineFrom: number; firstNumber: string | null; lastNumber: string | null; lastRecord: number;
  /** Digest of all of this: what was laid out is what is entered, or nothing is. */
  basis: string;
}>;

/** A sealed page to be printed once more, as it was sealed. `times`: how often that was done before; `corrected`: lines on it corrected since. */
export type Reprint = Readonly<{ register: RegisterKey; page: PrintedPage & Readonly<{ paper: PagePaper }>; print: string; printedAt: string | null; level: Level | null; secrecyPeriod: string | null; firstNumber: string | null; lastNumber: string | null; times: number; corrected: number }>;
