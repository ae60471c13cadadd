/** One thing wrong with an input: where, and what to do about it. `code`: a stable name of the case, where a caller wants to tell it from others. */
export type Issue = Readonly<{ path: string; messageZh: string; code?: string }>;
