// `node build/bundle.mjs [--fixture | --partial]`: builds everything that ships into dist/.
//   dist/electron  main.js worker.js aside.js cli.js (ES modules) and preload.cjs (one CommonJS file, as a sandboxed preload must be)
//   dist/renderer  the page
//   dist/fonts     faces for the page and for paper
// `--fixture` builds the main process around the small page and worker of test/fixtures into test-results/fixture.
// `--partial` builds what is there and leaves the rest out; without it a missing source is an error.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const root = path.resolve(import.meta.dirname, '..');
const fixture = process.argv.includes('--fixture');
const partial = fixture || process.argv.includes('--partial');
const out = path.join(root, fixture ? 'test-results/fixture' : 'dist');
const electronOut = path.join(out, 'electron');
const source = (file) => path.join(root, file);

// Native or carrying their own data: stay in node_modules. Everything else is bundled, so that the package holds few files.
const external = ['electron', /^node:/, 'better-sqlite3', /^better-sqlite3\//];

async function write(input, output, more = {}) {
  const present = Object.fromEntries(Object.entries(input).filter(([, file]) => !partial || existsSync(file)));
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
  const plugins = [{ name: 'not-built-here', resolveId: (id, from) => leftOut(id, from) }];
  await write(entries, { format: 'esm', entryFileNames: '[name].js' }, { platform: 'node', plugins });
  await write({ preload: source('electron/preload.ts') }, { format: 'cjs', entryFileNames: '[name].cjs' }, { platform: 'browser' });
}

/** A source of ours that does not exist stays an import; nobody asks for it at run time. */
function leftOut(id, from) {
  if (!partial || !from || from.includes('node_modules') || !/^[.#].*[.]ts$/.test(id)) return null;
  const file = id.startsWith('#') ? path.join(root, id.slice(1)) : path.resolve(path.dirname(from), id);
  if (existsSync(file)) return null;
  console.error(`bundle: ${id} is not there, left out`);
  return { id, external: true };
}

async function buildRenderer() {
  if (fixture) return cpSync(source('test/fixtures/page'), path.join(out, 'renderer'), { recursive: true });
  const { build } = await import('vite');
  await build({ configFile: source('build/vite.config.ts') });
}

async function buildFonts() {
  if (fixture) return;
  const { ensureFonts } = await import('./fonts/collect.ts');
  ensureFonts(path.join(out, 'fonts'));
}

const from = performance.now();
const built = await Promise.allSettled([buildElectron(), buildRenderer(), buildFonts()]);
for (const { reason } of built.filter((b) => b.status === 'rejected')) {
  console.error(reason?.message ?? reason);
  if (!partial) process.exitCode = 1;
}
console.error(`bundle: ${path.relative(root, out)} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
