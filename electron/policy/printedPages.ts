// A register printed as numbered pages, as plain data.
import type { RegisterKey } from '#shared/registers/index.ts';

/** A line on a page: the record and its revision when it was printed. */
export type PageLine = readonly [record: number, revision: number];

/** A page as the book of prints keeps it. A page that is not full is not sealed: it is printed again with what is added. */
export type PrintedPage = Readonly<{ page: number; sealed: boolean; digest: string; lines: readonly PageLine[] }>;

/** A line on a sealed page that was corrected after the last continuation print. `event` tells two corrections of one line apart. */
export type Amendment = Readonly<{ event: number; seq: number; page: number; record: number; number: string | null; set: Readonly<Record<string, unknown>>; was: Readonly<Record<string, unknown>>; reason: string | null }>;

/** What the next continuation print of a register holds. `replaces`: the print whose page was not full and is printed again; `lineFrom`: running number of its first line in the whole register. */
export type Continuation = Readonly<{
  register: RegisterKey; pages: readonly PrintedPage[]; replaces: string | null; amendments: readonly Amendment[]; lineFrom: number; firstNumber: string | null; lastNumber: string | null; lastRecord: number;
  /** Digest of all of this: what was laid out is what is entered, or nothing is. */
  basis: string;
}>;
