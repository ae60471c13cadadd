import { oneName } from '#shared/names.ts';
import { tidy } from './text.ts';

/** A person's name in a cell: tidied as every cell, then written as names are kept. */
export const readName = (text: string): string => oneName(tidy(text));
