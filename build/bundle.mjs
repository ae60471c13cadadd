// `node build/bundle.mjs [--fixture]`: builds everything that ships into dist/.
//   dist/electron  main.js worker.js aside.js cli.js (ES modules) and preload.cjs (one CommonJS file, as a sandboxed preload must be)
//   dist/renderer  the page
//   dist/fonts     faces for the page and for paper
// `--fixture` builds dist-like files around the small page and worker of test/fixtures into test-results/fixture.
import { existsSync, rmSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.resolve(import.meta.dirname, '..');
const fixture = process.argv.includes('--fixture');
const out = path.join(root, fixture ? 'test-results/fixture' : 'dist');
const electronOut = path.join(out, 'electron');
const source = (file) => path.join(root, file);

// Native or carrying their own data: stay in node_modules. Everything else is bundled, so that the package holds few files.
const external = ['electron', /^node:/, 'better-sqlite3', /^better-sqlite3\//];

async function write(input, output, more = {}) {
  const present = Object.fromEntries(Object.entries(input).filter(([, file]) => existsSync(file)));
  for (const name of Object.keys(input)) if (!(name in present)) console.error(`bundle: ${name} has no source yet, left out`);
  const bundle = await rolldown({ input: present, external, cwd: root, logLevel: 'warn', ...more });
  await bundle.write({ dir: electronOut, chunkFileNames: 'part-[name]-[hash].js', sourcemap: false, ...output });
  await bundle.close();
}

async function buildElectron() {
  rmSync(electronOut, { recursive: true, force: true });
  mkdirSync(electronOut, { recursive: true });
  const worker = fixture ? 'test/fixtures/worker.ts' : 'electron/worker/worker.ts';
  const entries = { main: source('electron/main.ts'), worker: source(worker), aside: source('electron/aside/entry.ts') };
  if (!fixture) entries.cli = source('electron/cli/main.ts');
  // In the fixture, parts that are not under test may be missing; they are left for run time, where nobody asks for them.
  const plugins = [{ name: 'not-built-here', resolveId: (id, from) => leftOut(id, from) }];
  await write(entries, { format: 'esm', entryFileNames: '[name].js' }, { platform: 'node', plugins });
  await write({ preload: source('electron/preload.ts') }, { format: 'cjs', entryFileNames: '[name].cjs' }, { platform: 'browser' });
}

function leftOut(id, from) {
  if (!from || from.includes('node_modules') || !/^[.#].*[.]ts$/.test(id)) return null;
  const file = id.startsWith('#') ? path.join(root, id.slice(1)) : path.resolve(path.dirname(from), id);
  if (!fixture || existsSync(file)) return null;
  console.error(`bundle: ${id} is not there, left out of the fixture`);
  return { id, external: true };
}

async function buildRenderer() {
  if (fixture) return cpSync(source('test/fixtures/page'), path.join(out, 'renderer'), { recursive: true });
  if (!existsSync(source('renderer/index.html'))) return console.error('bundle: renderer/index.html is missing, left out');
  const { build } = await import('vite');
  await build({ configFile: source('build/vite.config.ts') });
}

async function buildFonts() {
  if (fixture) return;
  const folder = source('build/fonts');
  const script = existsSync(folder) ? readdirSync(folder).find((name) => /^(copy|build|index)[\w-]*\.(mjs|ts)$/.test(name)) : undefined;
  if (script === undefined) return;
  const made = await import(pathToFileURL(path.join(folder, script)).href);
  await (made.copyFonts ?? made.buildFonts ?? (() => undefined))(path.join(out, 'fonts'));
}

const from = performance.now();
await Promise.all([buildElectron(), buildRenderer(), buildFonts()]);
console.error(`bundle: ${path.relative(root, out)} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
