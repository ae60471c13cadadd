import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { home } from './setup.mjs';
import { ruleBook } from '../electron/policy/rules/index.ts';

/**
 * `node build/rule-coverage.mjs`: rule of the matrix → rule of the book → tests that name it, then the rules without a test.
 * Counted are the cases of the table (`rule:` or the first word of `of('…')`) and every test elsewhere whose text names the rule.
 * Exit 1 when a rule that works has no test.
 */

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) => readdirSync(join(home, folder), { recursive: true, withFileTypes: true }).flatMap((f) => (f.isFile() && /\.(test\.tsx?|spec\.ts|ts)$/.test(f.name) ? [join(f.parentPath, f.name)] : []));

/** @type {Map<string, {cases: number, named: Set<string>}>} */
const tests = new Map(ruleBook.map((rule) => [rule.id, { cases: 0, named: new Set() }]));
for (const file of filesIn('test')) {
  const text = readFileSync(file, 'utf8');
  if (/rulesCases\w+\.ts$/.test(file)) {
    for (const part of text.split(/\.\.\.of\('/).slice(1)) {
      const id = part.slice(0, part.indexOf("'"));
      const entry = tests.get(id);
      if (entry !== undefined) entry.cases += (part.match(/\bname: [`'"][a-z]/g) ?? []).length;
    }
    continue;
  }
  if (!/\.(test\.tsx?|spec\.ts)$/.test(file)) continue;
  for (const [id, entry] of tests) if (new RegExp(`(?<![A-Z0-9-])${id}(?![A-Z0-9-])`).test(text)) entry.named.add(relative(home, file));
}

const works = (/** @type {(typeof ruleBook)[number]} */ rule) => rule.judge !== undefined || rule.require !== undefined || rule.effect !== undefined;
const matrix = [...new Set(ruleBook.flatMap((rule) => rule.matrix))].sort();
for (const m of matrix) {
  for (const rule of ruleBook.filter((r) => r.matrix.includes(m))) {
    const entry = tests.get(rule.id);
    process.stdout.write(`${m}  ${rule.id.padEnd(15)} ${rule.outcome.padEnd(20)} ${String(entry?.cases ?? 0).padStart(3)} cases  ${[...(entry?.named ?? [])].join(' ')}\n`);
  }
}
const bare = ruleBook.filter((rule) => tests.get(rule.id)?.cases === 0 && tests.get(rule.id)?.named.size === 0);
process.stdout.write(`${matrix.length} rules of the matrix, ${ruleBook.length} rules of the book (${ruleBook.filter(works).length} of them work on commands), ${[...tests.values()].reduce((sum, t) => sum + t.cases, 0)} cases\n`);
if (bare.length > 0) process.stdout.write(`without a test: ${bare.map((rule) => `${rule.id} (${rule.outcome})`).join(', ')}\n`);
process.exitCode = bare.some(works) ? 1 : 0;
