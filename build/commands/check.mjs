import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { home, say } from '../setup.mjs';

/**
 * The four checks that read the source without running it: types, words (ESLint), imports (dependency-cruiser), leftovers (knip).
 * Two at a time; each prints only when it has something to say. `check.mjs types lint` runs those two alone.
 */

const rooms = ['electron', 'renderer', 'shared', 'build', 'test'];
const bin = (/** @type {string} */ path) => join(home, 'node_modules', path);

const checks = {
  types: [bin('typescript/bin/tsc'), '-p', '.', '--noEmit', '--pretty', 'false'],
  lint: [bin('eslint/bin/eslint.js'), '-c', 'build/eslint.config.mjs', '--max-warnings', '0', '.'],
  boundaries: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', 'build/boundaries.cjs', '--output-type', 'err-long', ...rooms.filter((room) => existsSync(join(home, room)))],
  leftovers: [bin('knip/bin/knip.js'), '--config', 'build/knip.json', '--no-config-hints', '--no-progress'],
};

/** @typedef {keyof typeof checks} Check */

/** Runs one check. @param {Check} name @returns {Promise<{name: Check, ok: boolean, seconds: number}>} */
function run(name) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, checks[name], { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('close', (code) => {
      const seconds = (performance.now() - began) / 1000;
      say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
      if (code !== 0) say(said.trimEnd());
      resolve({ name, ok: code === 0, seconds });
    });
  });
}

/** Runs the named checks, two at a time. @param {Check[]} names */
export async function check(names = /** @type {Check[]} */ (Object.keys(checks))) {
  const waiting = [...names];
  const results = [];
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) results.push(await run(name));
  };
  await Promise.all([lane(), lane()]);
  return results;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !Object.hasOwn(checks, name));
  if (unknown.length > 0) {
    say(`没有这项检查：${unknown.join('、')}。可用的有：${Object.keys(checks).join('、')}。`);
    process.exitCode = 2;
  } else {
    const results = await check(asked.length > 0 ? /** @type {Check[]} */ (asked) : undefined);
    process.exitCode = results.every((result) => result.ok) ? 0 : 1;
  }
}
