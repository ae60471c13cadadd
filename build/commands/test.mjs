import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { built, home, say, secondReaderBuilt } from '../setup.mjs';
import { check } from './check.mjs';

/**
 * `npm test`: build, the four checks, unit and property tests, end-to-end tests; the last line is `N passed, N failed`.
 * A step that dies without counting is one failure. `npm test -- unit test/electron/vault` runs a part and passes the rest on;
 * the parts are check, unit and e2e.
 */

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

const reports = join(home, '.setup');
const tests = { passed: 0, failed: 0, skipped: 0 };
/** Walks in the window that passed at the second try; only the gate tries twice, here at home the first failure counts. */
let secondTry = 0;

/** @param {Count} count */
function add(count) {
  tests.passed += count.passed;
  tests.failed += count.failed;
  tests.skipped += count.skipped;
}

/** Runs a test runner and reads its own report. @param {string[]} args @param {string} report @param {(report: any) => Count} read @param {NodeJS.ProcessEnv} [env] */
function runner(args, report, read, env = {}) {
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, args, { cwd: home, stdio: 'inherit', env: { ...process.env, ...env } });
  const count = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  // A file that cannot be loaded fails the run without a failed test in it.
  add(status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count);
}

/** @param {string[]} args */
function unit(args) {
  const report = join(reports, 'unit.json');
  runner(
    [join(home, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts', '--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`, ...args],
    report,
    (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests + r.numTodoTests }),
  );
}

/** @param {string[]} args */
function e2e(args) {
  const report = join(reports, 'e2e.json');
  runner(
    [join(home, 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts', '--reporter', 'list,json', ...args],
    report,
    (r) => {
      secondTry += r.stats.flaky;
      return { passed: r.stats.expected + r.stats.flaky, failed: r.stats.unexpected, skipped: r.stats.skipped };
    },
    { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
}

async function checks() {
  for (const { ok } of await check()) add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
}

mkdirSync(reports, { recursive: true });
const began = performance.now();
const [part, ...rest] = process.argv.slice(2);
const whole = part === undefined || !['check', 'unit', 'e2e'].includes(part);
if (whole && part !== undefined) rest.unshift(part);

if (whole || part === 'e2e') {
  if (built() !== 0) add({ passed: 0, failed: 1, skipped: 0 });
}
if (whole || part === 'check') await checks();
if (whole || part === 'unit') {
  if (!secondReaderBuilt()) say('第二读取器没有编译：用正版 SQLCipher 核对数据库的测试将跳过。');
  unit(rest);
}
// With a filter meant for unit tests there is nothing to ask the browser.
if ((whole && rest.length === 0) || part === 'e2e') e2e(rest);

if (secondTry > 0) process.stdout.write(`${secondTry} only at the second try, named above as flaky\n`);
if (tests.skipped > 0) process.stdout.write(`${tests.skipped} skipped\n`);
process.stdout.write(`${((performance.now() - began) / 60_000).toFixed(1)} min\n`);
process.stdout.write(`${tests.passed} passed, ${tests.failed} failed\n`);
process.exitCode = tests.failed === 0 && tests.passed > 0 ? 0 : 1;
