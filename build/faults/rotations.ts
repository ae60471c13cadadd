import { lock } from '#electron/session.ts';
import { readHeader } from '#electron/vault/vault.ts';
import { isAck, killChild } from './children.ts';
import { copyOf, dice, enterAs, foundGround, passwordOf } from './ground.ts';
import { inspect } from './inspect.ts';
import { broken, hold, reportOf, tally, word } from './report.ts';
import type { Report } from './report.ts';
import { codeOfOpening } from './tamper.ts';

/**
 * FI-14: SIGKILL while an account is revoked and the keys are exchanged. Afterwards the vault opens under exactly one generation, verification
 * holds over both, who was revoked stays out, and after the next sign-in of an administrator no key slot of the revoked one is left.
 */
export async function rotations(o: { kills: number }, seed = 1): Promise<Report> {
  const t = tally();
  const luck = dice(seed);
  const base = await foundGround();
  for (let n = 0; n < o.kills; n += 1) {
    const dir = copyOf(base);
    const lines = await killChild('revoke', dir, { then: 'hold' }, luck.below(500));
    const acks = lines.filter(isAck);
    const f = await inspect(dir, acks, { who: 'sysadmin' });
    t.runs += 1;
    hold(t, !lines.some((l) => 'refused' in l || 'thrown' in l), `the revocation was refused: ${JSON.stringify(lines.at(-1) ?? null)}`);
    t.lost += f.lost;
    t.half += f.half;
    t.breaks += f.breaks;
    word(t, acks.length > 0 ? 'exchanged' : 'cut');
    if (f.code !== null) broken(t, `after the kill the vault answers ${f.code}`);
    if (f.lost + f.half + f.breaks > 0) broken(t, `lost ${f.lost}, half ${f.half}, breaks ${f.breaks}`);
    if (f.failed.length > 0) broken(t, `verification fails in ${f.failed.join(', ')}`);
    const s = await enterAs(dir, 'sysadmin');
    const state = (s.vault.db.prepare(`SELECT state FROM accounts WHERE account = 'leader'`).pluck().get() as string | undefined) ?? 'gone';
    lock(s);
    if (acks.length > 0) hold(t, state === 'revoked', `the revocation was acknowledged and the books say ${state}`);
    const opening = await codeOfOpening(dir, 'leader', passwordOf('leader'));
    const { accounts, generation } = readHeader(dir);
    const slot = accounts.find((a) => a.account === 'leader')?.state;
    word(t, `leader ${state}, slot ${slot}, generation ${generation}`);
    if (state === 'revoked') {
      hold(t, opening === 'revoked', `a revoked account is answered ${opening}`);
      hold(t, slot === 'revoked' && generation === 2, `the books say revoked, the slot says ${slot}, generation ${generation}`);
    } else hold(t, opening === 'opens', `an account that was not revoked is answered ${opening}`);
  }
  return reportOf('FI-14', 'SIGKILL while an account is revoked and keys are exchanged', t);
}
