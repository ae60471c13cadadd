import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock, openSession } from '#electron/session.ts';
import { VaultError } from '#electron/vault/errors.ts';
import { canonical, parseHeader } from '#electron/vault/slots.ts';
import type { Header } from '#electron/vault/slots.ts';
import { copyOf, dice, enterAs, foundGround, passwordOf } from './ground.ts';
import { broken, hold, reportOf, tally, word } from './report.ts';
import type { Report } from './report.ts';

const refusals = new Set(['header_damaged', 'header_altered', 'wrong_password', 'locked_out', 'short_tag', 'from_the_future', 'slots_rolled_back', 'wrong_key', 'wrong_state', 'revoked', 'pending_confirmation']);

/** Two headers that say the same, however they are written: spaces, and the unused last bits of a Base64 text. */
function sameMeaning(a: string, b: string): boolean {
  try {
    const [left, right] = [a, b].map((text) => {
      const { mac, ...open } = parseHeader(text);
      return canonical({ ...open, mac: Buffer.from(mac, 'base64').toString('hex') });
    });
    return left === right;
  } catch {
    return false;
  }
}

/** FI-19: bits of the header flipped, tags shortened, slots exchanged, slots of another vault, the header cut. None opens. */
export async function slotAttacks(o: { flips: number }, seed = 1): Promise<Report> {
  const t = tally();
  const luck = dice(seed);
  const base = await foundGround(1);
  const other = await foundGround(1);
  const dir = copyOf(base);
  const file = join(dir, 'header.json');
  const right = readFileSync(file, 'utf8');
  const attempts = readFileSync(join(dir, 'attempts.json'));

  const answer = async (text: string | Buffer): Promise<string> => {
    writeFileSync(file, text);
    writeFileSync(join(dir, 'attempts.json'), attempts);
    t.runs += 1;
    try {
      lock(await openSession(dir, 'clerk', passwordOf('clerk')));
      return 'opens';
    } catch (error) {
      return error instanceof VaultError ? error.code : `unexpected ${error instanceof Error ? error.message : ''}`;
    }
  };
  const must = async (what: string, text: string | Buffer, expected: readonly string[]): Promise<void> => {
    const code = await answer(text);
    word(t, code);
    hold(t, expected.includes(code), `${what}: answered ${code} instead of ${expected.join(' or ')}`);
  };
  const changed = (change: (h: Header) => unknown): string => {
    const header = parseHeader(right);
    change(header);
    return `${JSON.stringify(header, null, 1)}\n`;
  };

  hold(t, (await answer(right)) === 'opens', 'the untouched header does not open');
  const bytes = Buffer.from(right, 'utf8');
  for (let n = 0; n < o.flips; n += 1) {
    const wrong = Buffer.from(bytes);
    const at = luck.below(wrong.length);
    wrong[at] = (wrong[at] ?? 0) ^ (1 << luck.below(8));
    const code = await answer(wrong);
    word(t, code);
    if (code === 'opens' ? !sameMeaning(right, wrong.toString('utf8')) : !refusals.has(code)) broken(t, `bit ${n} at byte ${at}: answered ${code}`);
  }
  const short = (text: string): string => Buffer.from(text, 'base64').subarray(0, 4).toString('base64');
  await must('a short tag on the private key', changed((h) => h.slots.forEach((s) => { if (s.priv !== null) s.priv.tag = short(s.priv.tag); })), ['short_tag']);
  await must('a short tag on the root', changed((h) => h.slots.forEach((s) => { if (s.root !== null) s.root.tag = short(s.root.tag); })), ['short_tag']);
  await must('an empty tag', changed((h) => h.slots.forEach((s) => { if (s.priv !== null) s.priv.tag = ''; })), ['short_tag']);
  await must('a short MAC', changed((h) => { h.mac = short(h.mac); }), ['header_altered']);
  await must('the clerk with the roles of an administrator', changed((h) => h.slots.forEach((s) => { if (s.account === 'clerk') s.roles = ['system_administrator']; })), ['header_altered']);
  await must('the training mark removed', changed((h) => { h.testClock = false; }), ['header_altered']);
  await must('a lower level', changed((h) => { h.terminal.level = 'confidential'; }), ['header_altered']);
  await must('a slot called clerk that is another’s', changed((h) => {
    const [clerk, leader] = [h.slots.find((s) => s.account === 'clerk'), h.slots.find((s) => s.account === 'leader')];
    if (clerk === undefined || leader === undefined) return;
    [clerk.account, leader.account] = ['leader', 'clerk'];
  }), ['wrong_password']);
  await must('a cheaper derivation', changed((h) => h.slots.forEach((s) => { if (s.kdf.name === 'scrypt') s.kdf.n = 2; })), ['wrong_password', 'header_altered']);
  await must('an unpayable derivation', changed((h) => h.slots.forEach((s) => { if (s.kdf.name === 'scrypt') s.kdf.n = 2 ** 40; })), ['header_damaged', 'header_altered', 'wrong_password']);
  await must('the slots of another vault', changed((h) => { h.slots = parseHeader(readFileSync(join(other, 'header.json'), 'utf8')).slots; }), ['wrong_password', 'header_altered']);
  await must('the header of another vault', readFileSync(join(other, 'header.json')), ['wrong_key']);
  await must('a header cut in the middle', bytes.subarray(0, bytes.length >> 1), ['header_damaged']);
  await must('no slots', changed((h) => { h.slots = []; }), ['wrong_password', 'header_altered']);
  copyFileSync(join(base, 'header.json'), file);
  writeFileSync(join(dir, 'attempts.json'), attempts);
  const s = await enterAs(dir);
  lock(s);
  return reportOf('FI-19', 'key slots and header altered, short tags', t);
}
