import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { home, node24, say } from './setup.mjs';

/**
 * Watches a command with strace and counts what it asks of the network: `npm run trace -- [--prove] [program arguments…]`; without a
 * program it watches the whole headless demonstration. Our own processes may open no internet socket at all; Chromium opens UDP
 * sockets to ask the kernel for a route and may send nothing on them (security.md 5.3). Exit 1 when either is not so.
 * `--prove` first runs a twin that does connect: a check that has only ever shown zeros proves nothing.
 */

/** @typedef {{program: string, pid: number, browser: boolean, inet: number, tcp: number, dns: number, sent: number, netlink: number}} Row */

/** One line of `strace -f -yy`: process id, then the call, perhaps unfinished or resumed. */
const lineForm = /^(\d+)\s+(.*)$/;

/**
 * Counts the calls of each process. Threads count for their process; a process belongs to the last program it became, and to
 * Chromium when any of its ancestors is Chromium.
 * @param {string} trace
 * @returns {Row[]}
 */
function count(trace) {
  /** @type {Map<number, {owner: number, parent: number | null, programs: {from: number, program: string}[]}>} */
  const tasks = new Map();
  /** @type {{pid: number, at: number, call: string}[]} */
  const events = [];
  /** @type {Map<number, string>} */
  const unfinished = new Map();
  const task = (/** @type {number} */ pid) => {
    const known = tasks.get(pid);
    if (known !== undefined) return known;
    const fresh = { owner: pid, parent: null, programs: [] };
    tasks.set(pid, fresh);
    return fresh;
  };

  trace.split('\n').forEach((line, at) => {
    const [, id, call] = lineForm.exec(line) ?? [];
    if (id === undefined || call === undefined) return;
    const pid = Number(id);
    task(pid);
    if (/^(socket|connect|sendto|sendmsg|sendmmsg|bind|listen)\(/.test(call)) return void events.push({ pid, at, call });
    let whole = call;
    if (call.endsWith('<unfinished ...>')) return void unfinished.set(pid, call);
    if (call.startsWith('<... ')) {
      whole = `${unfinished.get(pid) ?? ''} ${call}`;
      unfinished.delete(pid);
    }
    const program = /^execve\("([^"]+)".*= 0$/.exec(whole)?.[1];
    if (program !== undefined && program !== '/proc/self/exe') task(pid).programs.push({ from: at, program });
    const child = /^(?:clone|clone3|fork|vfork)\(.*= (\d+)(?:<[^>]*>)?$/.exec(whole)?.[1];
    if (child !== undefined) {
      const born = task(Number(child));
      born.parent = pid;
      if (whole.includes('CLONE_THREAD')) born.owner = pid;
    }
  });

  const ownerOf = (/** @type {number} */ pid) => {
    let owner = pid;
    for (let next = tasks.get(owner)?.owner; next !== undefined && next !== owner; next = tasks.get(owner)?.owner) owner = next;
    return owner;
  };
  /** @returns {string} */
  const programOf = (/** @type {number} */ pid, /** @type {number} */ at) => {
    const { programs, parent } = task(ownerOf(pid));
    const own = programs.filter(({ from }) => from <= at).at(-1)?.program;
    return own ?? (parent === null ? '?' : programOf(parent, at));
  };
  const isBrowser = (/** @type {number} */ pid) => {
    for (let next = /** @type {number | null} */ (pid); next !== null; next = task(ownerOf(next)).parent) {
      if (task(ownerOf(next)).programs.some(({ program }) => /chrom(e|ium)/.test(basename(program)))) return true;
    }
    return false;
  };

  /** @type {Map<number, Row>} */
  const rows = new Map();
  for (const { pid, at, call } of events) {
    const owner = ownerOf(pid);
    const row = rows.get(owner) ?? { program: basename(programOf(pid, at)), pid: owner, browser: isBrowser(pid), inet: 0, tcp: 0, dns: 0, sent: 0, netlink: 0 };
    rows.set(owner, row);
    const internet = /\bAF_INET6?\b|<(TCP|UDP)(v6)?:/.test(call);
    if (/^socket\(AF_INET6?\b/.test(call)) row.inet += 1;
    if (/^socket\(AF_NETLINK/.test(call)) row.netlink += 1;
    if (/^connect\(\d+<TCP/.test(call)) row.tcp += 1;
    if (/^connect\(.*htons\(53\)/.test(call)) row.dns += 1;
    if (/^send/.test(call) && internet) row.sent += 1;
  }
  return [...rows.values()];
}

/** Runs a program under strace. @param {string[]} command @returns {{rows: Row[], status: number}} */
function watch(command) {
  const folder = mkdtempSync(join(tmpdir(), 'shoumi-trace-'));
  try {
    const log = join(folder, 'calls');
    const done = spawnSync('strace', ['-f', '-yy', '-qq', '-e', 'trace=%network,execve,clone,clone3,fork,vfork', '-e', 'signal=none', '-o', log, ...command], { stdio: ['inherit', 2, 2] });
    return { rows: count(readFileSync(log, 'utf8')), status: done.status ?? 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Row[]} rows */
function print(rows) {
  const total = (/** @type {boolean} */ browser) =>
    rows.filter((row) => row.browser === browser).reduce((sum, row) => ({ ...sum, inet: sum.inet + row.inet, tcp: sum.tcp + row.tcp, dns: sum.dns + row.dns, sent: sum.sent + row.sent, netlink: sum.netlink + row.netlink }), { inet: 0, tcp: 0, dns: 0, sent: 0, netlink: 0 });
  const [own, browser] = [total(false), total(true)];
  const line = (/** @type {string} */ name, /** @type {Omit<Row, 'program' | 'pid' | 'browser'>} */ c) =>
    [name.padEnd(24), ...[c.inet, c.tcp, c.dns, c.sent, c.netlink].map((n) => String(n).padStart(13))].join('');
  const out = [['process'.padEnd(24), ...['AF_INET(6)', 'TCP connect', 'DNS connect', 'sent', 'AF_NETLINK'].map((h) => h.padStart(13))].join('')];
  for (const row of rows) if (row.inet + row.tcp + row.dns + row.sent + row.netlink > 0) out.push(line(`${row.browser ? '  Chromium ' : '  '}${row.program} ${row.pid}`, row));
  out.push(line('Shoumi, all', own), line('Chromium, all', browser));
  process.stdout.write(`${out.join('\n')}\n`);
  return { own, browser };
}

const args = process.argv.slice(2);
const prove = args[0] === '--prove';
const command = prove ? args.slice(1) : args;

if (prove) {
  const twin = watch([node24(), '-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"]);
  process.stdout.write('The twin that does connect:\n');
  if (print(twin.rows).own.inet === 0) {
    say('跟踪没有发现故意建立的连接，因此它的结果不可信。请检查 strace 是否可用。');
    process.exit(1);
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'shoumi-trace-demo-'));
try {
  const { rows, status } = watch(command.length > 0 ? command : [node24(), join(home, 'electron/cli/main.ts'), 'demo', '--out', join(scratch, 'demo')]);
  const { own, browser } = print(rows);
  if (status !== 0) say(`被跟踪的命令以 ${status} 结束。`);
  const silent = own.inet === 0 && browser.tcp === 0 && browser.dns === 0 && browser.sent === 0;
  process.stdout.write(silent ? 'No network use.\n' : 'NETWORK USE FOUND.\n');
  process.exitCode = silent ? status : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
