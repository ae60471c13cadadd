// Before the end-to-end tests: the small page and worker of test/fixtures, built around the real main process.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

export default function buildFixture() {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../bundle.mjs'), '--fixture'], { stdio: ['ignore', 'ignore', 'pipe'] });
}
