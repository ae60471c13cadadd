import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Both books: what an act is asked, and what the whole-ledger check asks of what stands. */
const books = [
  { file: '/electron/policy/rules/index.ts', name: 'ruleBook', declared: 'export const ruleBook: readonly Rule[] = [', without: 'withoutRule' },
  { file: '/electron/policy/standingRules/index.ts', name: 'standingRules', declared: 'export const standingRules: readonly StandingRule[] = [', without: 'withoutStandingRule' },
] as const;

/**
 * The rule book with a gap in it (`npm run rules:removed`). The product has no switch that leaves a rule out: here the book’s own
 * source is changed while it is loaded, and `withoutRule(id)` and `withoutStandingRule(id)` exist in this run only.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [
    {
      name: 'rule-book-with-a-gap',
      enforce: 'pre',
      transform(code: string, id: string) {
        const book = books.find((x) => id.replaceAll('\\', '/').endsWith(x.file));
        if (book === undefined) return null;
        if (!code.includes(book.declared)) throw new Error(`${book.file} is declared in another way: adapt build/vitest.removed.config.ts`);
        const gap = `\nconst wholeBook = ${book.name};\nObject.assign(globalThis, { ${book.without}: (id: string | null) => { ${book.name} = wholeBook.filter((rule) => rule.id !== id); return wholeBook.length - ${book.name}.length; } });\n`;
        return { code: code.replace(book.declared, book.declared.replace('const', 'let')) + gap, map: null };
      },
    },
  ],
  test: { environment: 'node', include: ['test/electron/policy/rulesRemoved.ts'], pool: 'forks', testTimeout: 60_000, retry: 0, allowOnly: false },
});
