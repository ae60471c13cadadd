import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { home } from './setup.mjs';

/**
 * `npm run rules:removed`: takes every working rule out of the book in turn and runs the cases that name it. Prints a line per rule:
 * id, rules of the matrix, cases that fail without it. Exit 1 when a rule can go without any test noticing. The rules of the
 * whole-ledger check (BOOK-…) are among them. `--only PREFIX` (several apart by commas): only the rules that begin so.
 */

const at = process.argv.indexOf('--only');
const only = at === -1 ? null : process.argv[at + 1];
if (only !== null && !/^[A-Z0-9,-]+$/.test(only ?? '')) {
  process.stderr.write('usage: node build/rules-removed.mjs [--only PREFIX,PREFIX…]\n');
  process.exit(2);
}
const filter = only == null ? [] : ['-t', `a missing rule is noticed[ >]+(${only.split(',').join('|')})`];

const began = performance.now();
const run = spawnSync(process.execPath, [join(home, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'build/vitest.removed.config.ts', '--disableConsoleIntercept', '--reporter', 'dot', ...filter], { cwd: home, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const lines = run.stdout.split('\n');

/** @type {{id: string, matrix: string[], cases: number, failing: number}[]} */
const rows = lines.flatMap((line) => {
  const at = line.indexOf('REMOVED {');
  return at === -1 ? [] : [JSON.parse(line.slice(at + 'REMOVED '.length, line.lastIndexOf('}') + 1))];
});

for (const row of rows) process.stdout.write(`${row.id.padEnd(20)}${row.matrix.join(' ').padEnd(28)}${String(row.failing).padStart(3)} of ${String(row.cases).padStart(3)} fail${row.failing === 0 ? '   NOT NOTICED' : ''}\n`);
const unnoticed = rows.filter((row) => row.failing === 0);
process.stdout.write(`${rows.length} rules removed one by one, ${unnoticed.length} not noticed, ${((performance.now() - began) / 1000).toFixed(0)} s\n`);

// A run that broke off has proven nothing.
if (run.status !== 0 && unnoticed.length === 0) process.stdout.write(`${run.stdout}\n${run.stderr}\n`);
process.exitCode = run.status === 0 && rows.length > 0 && unnoticed.length === 0 ? 0 : 1;
