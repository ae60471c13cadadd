/**
 * Fails to sign in, or signs in, with what is written beside the store counted as always. argv: vault folder, account, `wrong` or
 * `right`. Prints where the account stands, or the code of the refusal. The disk is made full by whoever starts it.
 */
import { attemptsOnFullDisk, attemptState, attemptWasRight, attemptWasWrong, beginAttempt } from '#electron/vault/attempts.ts';
import { VaultError } from '#electron/vault/errors.ts';

const [dir = '', account = '', kind = ''] = process.argv.slice(2);
const at = '2026-11-22T08:00:00.000Z';
try {
  beginAttempt(dir, account, at);
  if (kind === 'wrong') attemptWasWrong(dir, account, at);
  else attemptWasRight(dir, account);
  const { failures, locked } = attemptState(dir, account);
  process.stdout.write(JSON.stringify({ failures, locked, spare: attemptsOnFullDisk(dir) }));
} catch (error) {
  process.stdout.write(error instanceof VaultError ? error.code : String(error));
}
