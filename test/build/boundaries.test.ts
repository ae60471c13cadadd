import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const home = fileURLToPath(new URL('../..', import.meta.url));
const { forbidden } = createRequire(import.meta.url)('../../build/boundaries.cjs') as { forbidden: readonly { name: string }[] };

type Violation = Readonly<{ rule: { name: string }; from: string; to: string }>;
const trees: string[] = [];
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

/** Lays out a small house of its own and cruises it with our rules. Files are given as path → imports. */
function cruise(files: Readonly<Record<string, readonly string[]>>): readonly Violation[] {
  const tree = mkdtempSync(join(tmpdir(), 'house-'));
  trees.push(tree);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  const declared = ['zod', 'electron', 'better-sqlite3', 'react', 'left-pad'];
  put('package.json', JSON.stringify({ name: 'house', type: 'module', imports: { '#shared/*': './shared/*', '#electron/*': './electron/*', '#build/*': './build/*' }, dependencies: Object.fromEntries(declared.map((name) => [name, '1.0.0'])) }));
  put('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'preserve', moduleResolution: 'bundler', allowImportingTsExtensions: true, noEmit: true } }));
  for (const name of [...declared, 'undeclared']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  const rooms = new Set<string>();
  for (const [path, imports] of Object.entries(files)) {
    put(path, [...imports.map((from, i) => `import * as a${i} from '${from}'; console.log(a${i});`), 'export const x = 1;'].join('\n'));
    rooms.add(path.split('/')[0] ?? '');
  }
  const run = spawnSync(process.execPath, [join(home, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', join(home, 'build/boundaries.cjs'), '--output-type', 'json', ...rooms], { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.stdout === '') throw new Error(run.stderr);
  return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** Every rule with one import that breaks it: the file, what it imports, and where that leads. */
const offences: readonly (readonly [rule: string, from: string, imports: string, to: string])[] = [
  ['no-cycles', 'electron/cli/a.ts', './b.ts', 'electron/cli/b.ts'],
  ['no-orphans', 'electron/session/lonely.ts', '', 'electron/session/lonely.ts'],
  ['imports-exist', 'electron/cli/lost.ts', './nowhere.ts', './nowhere.ts'],
  ['imports-are-declared', 'electron/cli/undeclared.ts', 'undeclared', 'node_modules/undeclared/index.js'],
  ['no-drawers', 'electron/cli/drawer.ts', '../utils/things.ts', 'electron/utils/things.ts'],
  ['shared-is-plain', 'shared/fancy.ts', 'react', 'node_modules/react/index.js'],
  ['renderer-sees-shared-only', 'renderer/sees.tsx', '#electron/vault/read.ts', 'electron/vault/read.ts'],
  ['renderer-has-no-node', 'renderer/node.tsx', 'node:fs', 'fs'],
  ['preload-is-a-bridge', 'electron/preload.ts', './vault/read.ts', 'electron/vault/read.ts'],
  ['policy-is-pure', 'electron/policy/impure.ts', 'node:fs', 'fs'],
  ['documents-are-pure', 'electron/printing/documents/impure.ts', '../../vault/read.ts', 'electron/vault/read.ts'],
  ['queries-read', 'electron/queries/writes.ts', '../vault/write.ts', 'electron/vault/write.ts'],
  ['only-the-vault-opens', 'electron/queries/opens.ts', '../vault/open.ts', 'electron/vault/open.ts'],
  ['commands-have-one-way-out', 'electron/commands/opens.ts', '../vault/slots.ts', 'electron/vault/slots.ts'],
  ['only-commands-write', 'electron/backup/writes.ts', '../vault/write.ts', 'electron/vault/write.ts'],
  ['only-the-door-runs-commands', 'electron/cli/shortcut.ts', '../commands/carriers.ts', 'electron/commands/carriers.ts'],
  ['only-ask-runs-queries', 'electron/cli/peek.ts', '../queries/list.ts', 'electron/queries/list.ts'],
  ['vault-knows-no-rules', 'electron/vault/judges.ts', '../policy/rules.ts', 'electron/policy/rules.ts'],
  ['migrations-are-frozen', 'electron/vault/migrations/0010.ts', '#shared/levels.ts', 'shared/levels.ts'],
  ['one-driver-import', 'electron/vault/second.ts', 'better-sqlite3', 'node_modules/better-sqlite3/index.js'],
  ['keys-stay-in-the-vault', 'electron/cli/keys.ts', '../vault/keys.ts', 'electron/vault/keys.ts'],
  ['import-reads-only', 'electron/import/opens.ts', '../vault/open.ts', 'electron/vault/open.ts'],
  ['terminal-stands-alone', 'electron/terminal/reads.ts', '../vault/read.ts', 'electron/vault/read.ts'],
  ['backup-copies', 'electron/backup/asks.ts', '../policy/rules.ts', 'electron/policy/rules.ts'],
  ['aside-runs-few-jobs', 'electron/aside/opens.ts', '../vault/open.ts', 'electron/vault/open.ts'],
  ['worker-holds-a-session', 'electron/worker/worker.ts', '../vault/open.ts', 'electron/vault/open.ts'],
  ['main-side-holds-no-registers', 'electron/main.ts', './vault/read.ts', 'electron/vault/read.ts'],
  ['electron-stays-in-its-rooms', 'electron/backup/window.ts', 'electron', 'node_modules/electron/index.js'],
  ['shipped-code-needs-no-scripts', 'electron/backup/scripts.ts', '#build/setup.mjs', 'build/setup.mjs'],
  ['nothing-depends-on-tests', 'electron/backup/tests.ts', '../../test/stand-in.ts', 'test/stand-in.ts'],
  ['nothing-talks', 'electron/cli/talks.ts', 'node:https', 'https'],
];

describe('who may import whom', () => {
  it('has an offence in this table for every rule, when a rule is added or removed', () => {
    expect(offences.map(([rule]) => rule).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  it('names the rule that was broken, when each is broken once', () => {
    const files: Record<string, string[]> = {
      'electron/cli/b.ts': ['./a.ts'],
      'electron/utils/things.ts': [],
      'electron/vault/read.ts': [],
      'electron/vault/open.ts': [],
      'electron/vault/write.ts': [],
      'electron/vault/keys.ts': [],
      'electron/vault/slots.ts': [],
      'electron/commands/carriers.ts': [],
      'electron/queries/list.ts': [],
      'electron/policy/rules.ts': [],
      'shared/levels.ts': [],
      'build/setup.mjs': [],
      'test/stand-in.ts': [],
    };
    for (const [, from, imports] of offences) files[from] = imports === '' ? [] : [imports];
    const seen = new Set(cruise(files).map((v) => `${v.rule.name}: ${v.from} → ${v.to}`));
    for (const [rule, from, , to] of offences) expect(seen).toContain(`${rule}: ${from} → ${to}`);
  });

  it('says nothing, when every room imports what it may', () => {
    expect(
      cruise({
        'electron/main.ts': ['electron', './window.ts', './worker/client.ts'],
        'electron/window.ts': ['electron'],
        'electron/preload.ts': ['electron', '#shared/levels.ts'],
        'electron/worker/client.ts': ['node:worker_threads', './protocol.ts'],
        'electron/worker/protocol.ts': ['#shared/levels.ts'],
        'electron/worker/worker.ts': ['../session.ts', './protocol.ts'],
        'electron/session.ts': ['./commands/door.ts', './queries/ask.ts', './vault/open.ts', './backup/make.ts', './terminal/isolation.ts'],
        'electron/commands/door.ts': ['../policy/rules.ts', '../vault/write.ts', './trail.ts'],
        'electron/commands/trail.ts': ['../vault/write.ts'],
        'electron/queries/ask.ts': ['../policy/rules.ts', '../vault/read.ts'],
        'electron/policy/rules.ts': ['#shared/levels.ts'],
        'electron/vault/open.ts': ['better-sqlite3', 'node:fs'],
        'electron/vault/read.ts': [],
        'electron/vault/write.ts': ['./read.ts'],
        'electron/backup/make.ts': ['../vault/open.ts', '../terminal/isolation.ts'],
        'electron/terminal/isolation.ts': ['node:fs'],
        'electron/cli/main.ts': ['../session.ts', '#build/pdfEngine.mjs'],
        'build/pdfEngine.mjs': [],
        'shared/levels.ts': ['zod'],
        'renderer/main.tsx': ['react', '#shared/levels.ts'],
        'test/door.test.ts': ['#electron/commands/door.ts', '#electron/vault/write.ts'],
      }),
    ).toEqual([]);
  });
});
