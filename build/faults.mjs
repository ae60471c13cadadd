import { runFaults } from './faults/run.ts';

/**
 * `npm run faults -- [--tier commit|night] [--only FI-01,FI-09]`: breaks vaults on purpose and looks whether anything that was acknowledged
 * is lost, half, or wrong without being said. One line per fault; the last line is `N passed, N failed`.
 */
const args = process.argv.slice(2);
const after = (/** @type {string} */ flag) => {
  const at = args.indexOf(flag);
  return at === -1 ? undefined : args[at + 1];
};
const tier = after('--tier') ?? 'night';
if (tier !== 'commit' && tier !== 'night') {
  process.stderr.write('--tier 须为 commit 或 night。\n');
  process.exitCode = 2;
} else {
  process.exitCode = await runFaults(tier, after('--only')?.split(',') ?? []);
}
