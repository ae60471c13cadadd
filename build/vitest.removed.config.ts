import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The rule book with a gap in it (`npm run rules:removed`). The product has no switch that leaves a rule out: here the book’s own
 * source is changed while it is loaded, and `withoutRule(id)` exists in this run only.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [
    {
      name: 'rule-book-with-a-gap',
      enforce: 'pre',
      transform(code: string, id: string) {
        if (!id.replaceAll('\\', '/').endsWith('/electron/policy/rules/index.ts')) return null;
        const declared = 'export const ruleBook: readonly Rule[] = [';
        if (!code.includes(declared)) throw new Error('the rule book is declared in another way: adapt build/vitest.removed.config.ts');
        const gap = '\nconst wholeBook = ruleBook;\nObject.assign(globalThis, { withoutRule: (id: string | null) => { ruleBook = wholeBook.filter((rule) => rule.id !== id); return wholeBook.length - ruleBook.length; } });\n';
        return { code: code.replace(declared, declared.replace('const', 'let')) + gap, map: null };
      },
    },
  ],
  test: { environment: 'node', include: ['test/electron/policy/rulesRemoved.ts'], pool: 'forks', testTimeout: 60_000, retry: 0, allowOnly: false },
});
