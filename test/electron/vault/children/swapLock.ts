/** Tries to take the lock under which the files of a vault are moved. argv: vault folder. Prints `free` or the code of the refusal. */
import { VaultError } from '#electron/vault/errors.ts';
import { holdSwap } from '#electron/vault/rotation.ts';

try {
  holdSwap(process.argv[2] ?? '')();
  process.stdout.write('free\n');
} catch (error) {
  process.stdout.write(`${error instanceof VaultError ? error.code : String(error)}\n`);
}
