// What all forms share: who prints, under which mark, and whether everything on it is invented.
import type { PrintBase, PrintFoot } from '#shared/printing.ts';
import type { Books } from './books.ts';

/** Head of any form. A training store prints 样张 on every page. */
export const baseOf = (books: Pick<Books, 'terminal'>, formNumber: string, titleZh: string, mark: string | null, foot: PrintFoot): PrintBase => ({
  titleZh, formNumber, organisation: books.terminal.organisation, ...(books.terminal.department === undefined ? {} : { department: books.terminal.department }), mark, foot, sample: books.terminal.training,
});
