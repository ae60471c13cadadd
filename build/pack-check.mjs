// `npm run pack:check`: packs the program around a stub instead of the Electron binary, offline, and looks at the result: the files
// in the archive, the fuses, and the unpacked archive running on the double. What only the real binary can show is not claimed.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { launchDouble } from './host/launch.mjs';

const root = path.resolve(import.meta.dirname, '..');
const release = path.join(root, 'release');
const stub = path.join(release, 'stub');
const unpacked = path.join(release, 'linux-unpacked');
const archive = path.join(unpacked, 'resources/app.asar');
const run = (program, ...args) => execFileSync(process.execPath, [path.join(root, 'node_modules/.bin', program), ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The fuses of security design 5.2, as `electron-fuses read` names them. */
const fuses = {
  RunAsNode: 'Disabled',
  EnableCookieEncryption: 'Enabled',
  EnableNodeOptionsEnvironmentVariable: 'Disabled',
  EnableNodeCliInspectArguments: 'Disabled',
  EnableEmbeddedAsarIntegrityValidation: 'Enabled',
  OnlyLoadAppFromAsar: 'Enabled',
  LoadBrowserProcessSpecificV8Snapshot: 'Disabled',
  GrantFileProtocolExtraPrivileges: 'Disabled',
};
const required = ['/package.json', '/dist/electron/main.js', '/dist/electron/worker.js', '/dist/electron/aside.js', '/dist/electron/cli.js', '/dist/electron/preload.cjs', '/dist/renderer/index.html', '/dist/fonts/fonts.css', '/node_modules/better-sqlite3/lib/index.js', '/node_modules/better-sqlite3/prebuilds/linux-x64.node'];
const allowed = [/^\/package\.json$/, /^\/dist\/electron\/[\w-]+\.(js|cjs)$/, /^\/dist\/renderer\/(index\.html|assets\/[\w.-]+)$/, /^\/dist\/fonts\/[\w.-]+$/, /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w./-]+\.js|prebuilds\/linux-x64\.node)$/];

const problems = [];
const demand = (ok, text) => {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`);
  if (!ok) problems.push(text);
};

function makeStub() {
  rmSync(release, { recursive: true, force: true });
  mkdirSync(path.join(stub, 'resources'), { recursive: true });
  mkdirSync(path.join(stub, 'locales'));
  const binary = path.join(stub, 'electron');
  // The sentinel, version 1, eight fuses: what the fuse tool looks for in a real binary.
  writeFileSync(binary, Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\ndL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10110001\n')]));
  chmodSync(binary, 0o755);
  writeFileSync(path.join(stub, 'version'), '45.4.1');
}

async function runUnpacked(folder) {
  const dataDir = path.join(release, 'data');
  const app = await launchDouble({ chromium, entry: path.join(folder, 'dist/electron/main.js'), args: ['--vault', path.join(dataDir, 'vault')], dataDir, env: { HOST_PACKAGED: '1' }, cwd: folder });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    const state = await page.evaluate(() => window.shoumi.session('state'));
    if (state.ok !== true) console.log(JSON.stringify(state).slice(0, 300));
    demand(state.ok === true, 'the unpacked archive starts and its worker answers');
    demand((await page.title()) !== '', 'the page has its title');
  } finally {
    await app.close();
  }
}

makeStub();
run('electron-builder', '--linux', '--dir', '--x64', '--publish', 'never', '--projectDir', root, '--config', 'build/electron-builder.json', `-c.electronDist=${stub}`);
const files = run('asar', 'list', archive).split('\n').map((line) => line.trim().replaceAll('\\', '/')).filter(Boolean);
const folders = new Set(files.map((file) => path.posix.dirname(file)));
const plain = files.filter((file) => !folders.has(file));
for (const file of required) demand(files.includes(file), `holds ${file}`);
const stray = plain.filter((file) => !allowed.some((pattern) => pattern.test(file)));
demand(stray.length === 0, `holds nothing else (${plain.length} files${stray.length ? `, stray: ${stray.slice(0, 10).join(' ')}` : ''})`);
const size = statSync(archive).size / 1_048_576;
demand(size < 60, `archive of ${size.toFixed(1)} MB`);
demand(existsSync(`${archive}.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node`), 'the native module lies beside the archive');

const read = run('electron-fuses', 'read', '--app', path.join(unpacked, 'shoumi'));
for (const [name, value] of Object.entries(fuses)) demand(new RegExp(`${name} is ${value}`).test(read), `fuse ${name} ${value}`);

const folder = path.join(release, 'app');
run('asar', 'extract', archive, folder);
await runUnpacked(folder);

console.log('not seen here, needs the real binary: asar integrity, signatures, the ninth fuse (wasmTrapHandlers), native dialogs');
process.exitCode = problems.length === 0 ? 0 : 1;
