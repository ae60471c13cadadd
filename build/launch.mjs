import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { SetupRefusal, build, built, home, node24, packages, refusal, say, secondReader, system } from './setup.mjs';

/**
 * `node build/launch.mjs <script> [arguments]`: sees to what the script needs and runs it on Node 24. The scripts of package.json
 * call this file with whatever Node there is. Exit codes pass through; 6 when the machine lacks something a person must add.
 */

/** @param {string} path */
const here = (path) => join(home, path);
const cli = here('electron/cli/main.ts');

/** The commands of the command line (cli.md); the first of them among the arguments is the one asked for. */
const commands = new Set(['init', 'registers', 'commands', 'queries', 'rules', 'run', 'run-batch', 'decide', 'query', 'list', 'import', 'print', 'backup', 'backups', 'restore', 'verify', 'check', 'isolation', 'due', 'recover', 'help', 'demo', 'bench']);

/** @type {Record<string, (args: string[]) => string[] | number>} what to run, after the set-up; a number is an exit code */
const scripts = {
  setup: () => {
    system('chromium', 'fonts', 'poppler', 'strace');
    secondReader();
    const code = built();
    if (code === 0) say('准备就绪。');
    return code;
  },
  build: () => build(),
  check: (args) => [here('build/commands/check.mjs'), ...args],
  test: (args) => {
    system('chromium', 'fonts', 'poppler', 'strace');
    secondReader();
    return [here('build/commands/test.mjs'), ...args];
  },
  demo: (args) => {
    system('chromium', 'fonts', 'poppler');
    const code = built();
    if (code !== 0) return code;
    return [cli, 'demo', ...(args.some((arg) => arg === '--out' || arg.startsWith('--out=')) ? [] : ['--out', 'demo-out']), ...args];
  },
  start: (args) => {
    const electron = here('node_modules/electron/dist/electron');
    if (!existsSync(electron)) system('chromium', 'fonts');
    const code = built();
    if (code !== 0) return code;
    return existsSync(electron) ? [here('build/commands/start.mjs'), electron, ...args] : [here('build/host/preview.mjs'), ...args];
  },
  shoumi: (args) => {
    const command = args.find((arg) => commands.has(arg));
    if (command === 'print' || command === 'demo') system('chromium', 'fonts');
    const code = command === 'demo' ? built() : 0;
    return code === 0 ? [cli, ...args] : code;
  },
  bench: (args) => {
    // Without the window, the browser or the second reader its figures are left out, so they are set up first.
    system('chromium', 'fonts');
    secondReader();
    const code = built();
    return code === 0 ? [cli, 'bench', ...args] : code;
  },
  'rules-removed': (args) => [here('build/rules-removed.mjs'), ...args],
  'rules-coverage': (args) => [here('build/rule-coverage.mjs'), '--groups', ...args],
  faults: (args) => {
    system('strace');
    secondReader();
    return [here('build/faults.mjs'), ...args];
  },
  trace: (args) => {
    system('strace');
    return [here('build/trace.mjs'), ...args];
  },
  'contact-sheet': (args) => {
    system('chromium', 'fonts', 'poppler');
    return [here('build/contact/sheet.ts'), ...args];
  },
  'pack-check': (args) => {
    const code = built();
    return code === 0 ? [here('build/pack-check.mjs'), ...args] : code;
  },
};

/** Runs a script of ours on Node 24 in the caller's folder and ends as it ends. @param {string[]} args */
function become(args) {
  // Whatever the script starts as `node` is Node 24 too, also when npm did not start us.
  const path = [here('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(node24(), args, { stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', (fault) => {
    say(`无法启动 Node 24：${fault.message}`);
    process.exitCode = 70;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

const [name = '', ...args] = process.argv.slice(2);
const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
if (script === undefined) {
  say(`没有这个脚本：${name === '' ? '（未写）' : name}。可用的有：${Object.keys(scripts).join('、')}。`);
  process.exitCode = 2;
} else {
  try {
    packages();
    const next = script(args);
    if (typeof next === 'number') process.exitCode = next;
    else become(next);
  } catch (fault) {
    if (!(fault instanceof SetupRefusal)) throw fault;
    say(fault.message);
    process.exitCode = refusal;
  }
}
