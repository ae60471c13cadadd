/**
 * Rotates a vault and dies by SIGKILL at a named step, or after a number of milliseconds. argv: vault folder, account, password,
 * step or milliseconds. The password of a throw-away test vault may stand on a command line.
 */
import { unlockVault, rotate } from '#electron/vault/vault.ts';

const [dir = '', account = '', password = '', when = ''] = process.argv.slice(2);
const v = await unlockVault(dir, account, password);
const after = Number(when);
if (!Number.isNaN(after)) {
  // A timer cannot fire while the rotation runs: another process pulls the trigger.
  process.stdout.write('rotating\n');
}
rotate(v, v.header.slots.filter((slot) => slot.kind === 'account' && slot.account !== 'murong').map((slot) => slot.account), {
  onStep: (step) => {
    if (step === when) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write('rotated\n');
process.exit(0);
