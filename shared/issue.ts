/** One thing wrong with an input: where, and what to do about it. */
export type Issue = Readonly<{ path: string; messageZh: string }>;
