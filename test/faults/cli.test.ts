import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn, shoumi } from '#build/faults/cli.ts';
import type { Calling, Said } from '#build/faults/cli.ts';
import { copyOf, enterAs, foundGround, must, paper, passwordOf, people, scratch, tidy } from '#build/faults/ground.ts';
import { straceIsHere } from '#build/faults/strace.ts';
import { lock } from '#electron/session.ts';

const sample = fileURLToPath(new URL('../../build/sample/收文登记簿（样例）.xlsx', import.meta.url));
const year = new Date().getFullYear();
const first = `ZT-${year}-00001`;

let base = '';
/** Everything any command said in this file, to be searched for secrets at the end. */
const heard: string[] = [];

/** Runs a command with --json. What it says is exactly one document, or one per line where the contract says lines. */
function call(args: readonly string[], o: Calling & { lines?: boolean } = {}): Said & { d: Record<string, unknown> } {
  const said = shoumi([...args, '--json'], o);
  heard.push(said.stdout, said.stderr);
  if (o.lines !== true) expect(said.document, `${args.join(' ')}: ${said.stdout.slice(0, 300)}${said.stderr.slice(0, 600)}`).toBeDefined();
  expect(said.stderr, args.join(' ')).toBe('');
  return { ...said, d: (said.document ?? {}) as Record<string, unknown> };
}

/** What the books hold and where the trail stands, read in this process. */
async function state(dir: string): Promise<{ entries: string; seq: number }> {
  const s = await enterAs(dir);
  try {
    const entries = JSON.stringify(['carriers', 'receipts', 'persons', 'imports', 'accounts'].map((r) => s.vault.db.prepare(`SELECT * FROM ${r} ORDER BY id`).all()));
    return { entries, seq: s.vault.db.prepare('SELECT MAX(seq) FROM audit').pluck().get() as number };
  } finally {
    lock(s);
  }
}

const issuesOf = (d: Record<string, unknown>): { path: string; messageZh: string }[] => d['issues'] as { path: string; messageZh: string }[];
const aSentence = /[\u4e00-\u9fff].*。$/;
const accountsFile = (accounts: unknown = people): string => {
  const file = join(scratch(), 'accounts.json');
  writeFileSync(file, JSON.stringify(accounts));
  return file;
};

beforeAll(async () => {
  base = await foundGround(3);
});
afterAll(tidy);

describe('the command line', { timeout: 120_000 }, () => {
  it('ends with 2, one document and the place of the problem, when it is used wrongly', () => {
    const broken = join(scratch(), 'broken.json');
    writeFileSync(broken, '{"title": ');
    const wrong: [readonly string[], string][] = [
      [[], 'command'],
      [['schliessen'], 'command'],
      [['constructor'], 'command'],
      [['list', '--password', 'x'], 'arguments'],
      [['list', '--register', 'carriers'], 'vault'],
      [['list', '--vault', base], 'register'],
      [['list', '--vault', base, '--register', 'carriers', '--limit', 'viele'], 'limit'],
      [['list', '--vault', base, '--register', 'carriers'], 'as'],
      [['run', '--vault', base], 'name'],
      [['run', 'carrier.enter', '--vault', base, '--input', broken], 'input'],
      [['run', 'carrier.enter', '--vault', base, '--input', '/nowhere/x.json'], 'input'],
      [['import', '--vault', base, '--register', 'violations', '--file', sample], 'register'],
      [['print', '--vault', base, '--register', 'carriers', '--form', 'label'], 'register'],
      [['restore', '--vault', join(scratch(), 'n'), '--from', '/nowhere/store.db'], 'from'],
    ];
    for (const [args, path] of wrong) {
      const { code, d } = call(args, { password: passwordOf('clerk') });
      expect([args.join(' '), code, d['kind'], issuesOf(d)?.[0]?.path]).toEqual([args.join(' '), 2, 'invalid', path]);
      expect(d['messageZh']).toMatch(aSentence);
    }
  });

  it('lists registers, commands, queries and rules without a vault', () => {
    for (const name of ['registers', 'commands', 'queries', 'rules']) {
      const { code, document } = call([name]);
      const list = document as { id: string; titleZh: string }[];
      expect([name, code]).toEqual([name, 0]);
      expect(list.length).toBeGreaterThan(10);
      for (const one of list) expect(one.titleZh).toMatch(/\S/);
      expect(new Set(list.map((one) => one.id)).size).toBe(list.length);
    }
  });

  it('says in prose on standard error what it says in JSON on standard output', () => {
    const said = shoumi(['list', '--vault', copyOf(base), '--register', 'carriers'], { who: 'clerk', password: 'falsch' });
    expect([said.code, said.stdout]).toEqual([4, '']);
    expect(said.stderr).toMatch(/^未能登录。.*。\n$/);
  });
});

describe('init', { timeout: 120_000 }, () => {
  const init = (dir: string, o: { accounts?: unknown; more?: string[] } = {}) => call(['init', '--vault', dir, '--org', '青岭研究所', '--accounts', accountsFile(o.accounts), ...(o.more ?? [])]);

  it('makes a vault only in an empty folder', () => {
    const dir = scratch();
    writeFileSync(join(dir, '笔记.txt'), '已有');
    const refused = init(dir, { more: ['--test-clock'] });
    expect([refused.code, refused.d['code']]).toEqual([6, 'folder_not_empty']);
    expect(readdirSync(dir)).toEqual(['笔记.txt']);
  });

  it('refuses roles that exclude each other, weak passwords and wrong accounts with 2, and leaves nothing', () => {
    const cases: unknown[] = [
      [{ account: 'a', name: '甲', roles: ['system_administrator', 'auditor'], password: 'Qingtai-Desk#2026' }],
      [{ account: 'a', name: '甲', roles: ['clerk'], password: '123456' }],
      [{ account: 'a', name: '甲', roles: ['king'], password: 'Qingtai-Desk#2026' }],
      [],
    ];
    for (const accounts of cases) {
      const dir = join(scratch(), 'v');
      const refused = init(dir, { accounts, more: ['--test-clock'] });
      expect([refused.code, refused.d['kind']]).toEqual([2, 'invalid']);
      expect(issuesOf(refused.d).length).toBeGreaterThan(0);
      expect(existsSync(dir)).toBe(false);
    }
  });

  it('refuses a real vault on volatile storage with 6, and makes it on an inner disk with the sheets shown once; --now is then ignored', () => {
    const away = init('/dev/shm/shoumi-faults-vault');
    expect([away.code, away.d['code'], existsSync('/dev/shm/shoumi-faults-vault')]).toEqual([6, 'target_volatile', false]);
    const dir = join(scratch(), 'v');
    const made = init(dir, { accounts: people.filter((p) => p.account === 'clerk' || p.account === 'auditor' || p.account === 'sysadmin' || p.account === 'secadmin') });
    if (made.code === 6) return expect(made.d['code']).toMatch(/^target_/);
    expect([made.code, (made.d['recoverySheets'] as unknown[]).length, made.d['testClock']]).toEqual([0, 2, false]);
    const then = call(['run', 'carrier.enter', '--vault', dir, '--now', '2035-01-01T09:00:00+08:00', '--input', '-'], { who: 'clerk', input: JSON.stringify(paper(1)) });
    expect(then.code).toBe(0);
    const trail = call(['query', 'audit.list', '--vault', dir], { who: 'auditor' });
    const ats = (trail.d['entries'] as { at: string }[]).map((e) => e.at);
    expect(ats.length).toBeGreaterThan(3);
    expect(ats.filter((at) => at >= '2035')).toEqual([]);
    const shm = call(['backup', '--vault', dir, '--to', '/dev/shm/shoumi-faults-backup'], { who: 'clerk' });
    expect([shm.code, shm.d['code'], existsSync('/dev/shm/shoumi-faults-backup')]).toEqual([6, 'target_volatile', false]);
  });
});

describe('run, decide and batches', { timeout: 120_000 }, () => {
  it('does an act and tells result, events and its place in the trail', () => {
    const dir = copyOf(base);
    const { code, d } = call(['run', 'carrier.enter', '--vault', dir, '--input', '-', '--now', `${year + 1}-03-01T10:00:00+08:00`], { who: 'clerk', input: JSON.stringify(paper(50)) });
    expect(code).toBe(0);
    expect(d).toMatchObject({ ok: true, command: 'carrier.enter', events: [{ kind: 'entered', register: 'carriers' }], audit: { seq: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    // The test clock holds: the number is of the year of --now.
    expect(JSON.stringify(d['result'])).toContain(`ZT-${year + 1}-00001`);
  });

  it('leaves the books as they were and one line in the trail, when an act is refused', async () => {
    const dir = copyOf(base);
    const before = await state(dir);
    const missing = call(['run', 'carrier.enter', '--vault', dir, '--input', '-'], { who: 'clerk', input: '{"title": "", "level": "geheim", "extra": 1}' });
    expect([missing.code, missing.d['kind']]).toEqual([2, 'invalid']);
    expect(issuesOf(missing.d).map((i) => i.path)).toEqual(expect.arrayContaining(['title', 'level', 'custodian', 'place']));
    const nobody = call(['run', 'carrier.place', '--vault', dir, '--input', '-'], { who: 'clerk', input: `{"carrier": "ZT-${year}-99999", "place": "1号柜"}` });
    expect(nobody.code).toBe(2);
    const barred = call(['run', 'carrier.place', '--vault', dir, '--input', '-'], { who: 'auditor', input: `{"carrier": "${first}", "place": "1号柜"}` });
    expect([barred.code, barred.d['outcome']]).toEqual([3, 'deny']);
    for (const reason of barred.d['reasons'] as Record<string, unknown>[]) expect(Object.keys(reason)).toEqual(expect.arrayContaining(['rule', 'outcome', 'messageZh', 'nextStepZh', 'source', 'parameters']));
    const lend = call(['run', 'carrier.lend', '--vault', dir, '--input', '-'], { who: 'clerk', input: `{"carrier": "${first}", "borrower": "南宫砚", "reason": "编制方案"}` });
    expect([lend.code, lend.d['outcome']]).toEqual([3, 'needs_approval']);
    const unknown = call(['run', 'carrier.fly', '--vault', dir, '--input', '-'], { who: 'clerk', input: '{}' });
    expect([unknown.code, issuesOf(unknown.d)[0]?.path]).toEqual([2, 'command']);
    const after = await state(dir);
    expect(after.entries).toBe(before.entries);
    // Each signing in and out is two entries, five times by the command line and once more by this reading; two refusals by rule.
    expect(after.seq - before.seq).toBe(5 * 2 + 2 + 2);
  });

  it('decides without changing anything', async () => {
    const dir = copyOf(base);
    const before = await state(dir);
    const { code, d } = call(['decide', 'carrier.lend', '--vault', dir, '--input', '-'], { who: 'clerk', input: `{"carrier": "${first}", "borrower": "南宫砚", "reason": "编制方案"}` });
    expect([code, d['outcome']]).toEqual([0, 'needs_approval']);
    const after = await state(dir);
    expect(after.entries).toBe(before.entries);
    expect(after.seq - before.seq).toBe(4);
  });

  it('takes a batch line by line, or with --atomic all or nothing', async () => {
    const dir = copyOf(base);
    const file = join(scratch(), 'batch.ndjson');
    writeFileSync(file, [{ name: 'carrier.enter', input: paper(61) }, { name: 'carrier.place', input: { carrier: `ZT-${year}-99999`, place: '1号柜' } }, { name: 'carrier.enter', input: paper(62) }].map((l) => JSON.stringify(l)).join('\n'));
    const before = await state(dir);
    const atomic = call(['run-batch', '--vault', dir, '--input', file, '--atomic'], { who: 'clerk', lines: true });
    expect(atomic.code).toBe(2);
    expect(atomic.stdout.trim().split('\n').map((l) => (JSON.parse(l) as { ok: boolean }).ok)).toEqual([false, false]);
    expect((await state(dir)).entries).toBe(before.entries);
    const lines = call(['run-batch', '--vault', dir, '--input', file], { who: 'clerk', lines: true });
    expect(lines.code).toBe(2);
    expect(lines.stdout.trim().split('\n').map((l) => (JSON.parse(l) as { ok: boolean }).ok)).toEqual([true, false, true]);
    const listed = call(['list', '--vault', dir, '--register', 'carriers', '--limit', '2'], { who: 'clerk' });
    expect([listed.code, listed.d['total'], (listed.d['entries'] as unknown[]).length]).toEqual([0, 5, 2]);
  });

  it('answers queries, due dates and the isolation check; refuses a query that the role may not ask', () => {
    const dir = copyOf(base);
    expect(call(['query', 'carrier.where', '--vault', dir, '--input', '-'], { who: 'clerk', input: `{"carrier": "${first}"}` }).code).toBe(0);
    const due = call(['due', '--vault', dir, '--on', `${year + 20}-01-01`, '--within', '30'], { who: 'clerk' });
    expect([due.code, Array.isArray(due.document)]).toEqual([0, true]);
    expect(call(['query', 'audit.list', '--vault', dir], { who: 'clerk' }).code).toBe(3);
    expect(call(['query', 'audit.list', '--vault', dir, '--input', '-'], { who: 'auditor', input: '{"limit": 0}' }).code).toBe(2);
    const isolation = call(['isolation']);
    expect(isolation.code).toBe(0);
    for (const one of isolation.document as Record<string, unknown>[]) expect(Object.keys(one)).toEqual(expect.arrayContaining(['check', 'ok', 'findingZh', 'source']));
  });
});

describe('signing in', { timeout: 120_000 }, () => {
  it('locks an account at the fifth wrong password, for every process, until the security administrator unlocks it', () => {
    const dir = copyOf(base);
    const list = (o: Calling, more: string[] = []) => call(['list', '--vault', dir, '--register', 'carriers', ...more], o);
    const none = list({ who: 'clerk', password: '' });
    expect(none.code).toBe(4);
    for (let n = 2; n <= 4; n += 1) {
      const wrong = list({ who: 'clerk', password: `Falsch-${n}#2026` });
      expect([wrong.code, wrong.d['code']]).toEqual([4, 'wrong_password']);
    }
    const fifth = list({ who: 'clerk', password: 'Falsch-5#2026' });
    expect([fifth.code, fifth.d['code']]).toEqual([4, 'locked_out']);
    const right = list({ who: 'clerk' });
    expect([right.code, right.d['code']]).toEqual([4, 'locked_out']);
    const stranger = shoumi(['list', '--vault', dir, '--register', 'carriers', '--as', 'niemand', '--json'], { password: passwordOf('clerk') });
    expect([stranger.code, codeIn(stranger)]).toEqual([4, 'wrong_password']);

    const self = call(['run', 'account.unlock', '--vault', dir, '--input', '-'], { who: 'sysadmin', input: '{"account": "clerk", "reason": "本人在场"}' });
    expect(self.code).toBe(3);
    // The administrator's sign-in took the lock into the store: a removed file of failed sign-ins opens nothing.
    rmSync(join(dir, 'attempts.json'));
    expect(list({ who: 'clerk' }).d['code']).toBe('locked_out');
    const unlocked = call(['run', 'account.unlock', '--vault', dir, '--input', '-'], { who: 'secadmin', input: '{"account": "clerk", "reason": "本人在场"}' });
    expect(unlocked.code).toBe(0);
    const again = call(['list', '--vault', dir, '--register', 'carriers', '--as', 'clerk', '--password-stdin'], { input: `${passwordOf('clerk')}\n` });
    expect(again.code).toBe(0);
    const trail = call(['query', 'audit.list', '--vault', dir], { who: 'auditor' });
    const acts = (trail.d['entries'] as { act: string }[]).map((e) => e.act);
    for (const act of ['session.failed', 'session.lockedOut', 'session.attemptsGone', 'account.unlock']) expect(acts).toContain(act);
  });

  it('has no password in any argument or environment of the processes it starts', (c) => {
    if (!straceIsHere()) return c.skip();
    const dir = copyOf(base);
    const log = join(scratch(), 'exec');
    const program = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
    const done = spawnSync('strace', ['-f', '-v', '-qq', '-s', '100000', '-o', log, '-e', 'trace=execve', process.execPath, program, 'verify', '--vault', dir, '--as', 'clerk', '--json'], { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', SHOUMI_PASSWORD: passwordOf('clerk') } });
    expect(done.status).toBe(0);
    const execs = readFileSync(log, 'utf8').split('\n').filter((l) => l.includes('execve('));
    // The first is our own call, which hands the password over; the page scan is another process.
    expect(execs.length).toBeGreaterThan(1);
    expect(execs.slice(1).filter((l) => l.includes(passwordOf('clerk')))).toEqual([]);
  });
});

describe('a vault that is not what it was', { timeout: 120_000 }, () => {
  it('is refused with 5 in a different sentence for each kind of change', async () => {
    const sentences = new Map<string, string>();
    const after = async (change: (dir: string) => void | Promise<void>): Promise<void> => {
      const dir = copyOf(base);
      await change(dir);
      const said = call(['run', 'carrier.place', '--vault', dir, '--input', '-'], { who: 'clerk', input: `{"carrier": "${first}", "place": "1号柜"}` });
      expect([said.d['code'], said.code]).toEqual([said.d['code'], 5]);
      sentences.set(String(said.d['code']), String(said.d['messageZh']));
    };
    const store = (dir: string): string => join(dir, 'store.db');
    await after((dir) => writeFileSync(store(dir), Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), readFileSync(store(dir)).subarray(16)])));
    await after((dir) => writeFileSync(join(dir, 'header.json'), readFileSync(join(dir, 'header.json'), 'utf8').replace('"v": 1', '"v": 9')));
    const other = await foundGround(1);
    await after((dir) => copyFileSync(store(other), store(dir)));
    await after(async (dir) => {
      const old = readFileSync(store(dir));
      const s = await enterAs(dir);
      await must(s, 'carrier.place', { carrier: first, place: '8号柜8格', cabinetKind: 'code_cabinet' });
      lock(s);
      writeFileSync(store(dir), old);
    });
    await after((dir) => truncateSync(store(dir), 8192));
    expect([...sentences.keys()].sort()).toEqual(['damaged', 'from_the_future', 'not_encrypted', 'older_than_anchor', 'wrong_key']);
    expect(new Set(sentences.values()).size).toBe(5);
    for (const sentence of sentences.values()) expect(sentence).toMatch(aSentence);
  });

  it('is reported by verify with 5, when a page is altered, and with the check that failed, when it is older than its anchor', async () => {
    const dir = copyOf(base);
    const good = call(['verify', '--vault', dir], { who: 'auditor' });
    expect([good.code, good.d['ok']]).toEqual([0, true]);
    const old = readFileSync(join(dir, 'store.db'));
    const s = await enterAs(dir);
    await must(s, 'carrier.place', { carrier: first, place: '8号柜8格', cabinetKind: 'code_cabinet' });
    lock(s);
    const last = old.length - 4096;
    const bad = Buffer.from(readFileSync(join(dir, 'store.db')));
    bad[last + 100] = (bad[last + 100] ?? 0) ^ 1;
    const flipped = copyOf(dir);
    writeFileSync(join(flipped, 'store.db'), bad);
    const altered = call(['verify', '--vault', flipped], { who: 'auditor' });
    expect(altered.code).toBe(5);
    writeFileSync(join(dir, 'store.db'), old);
    const older = call(['verify', '--vault', dir], { who: 'auditor' });
    expect([older.code, (older.d['checks'] as { name: string; ok: boolean }[]).filter((x) => !x.ok).map((x) => x.name)]).toEqual([5, ['anchor']]);
    // It may still be read, and nothing entered.
    expect(call(['list', '--vault', dir, '--register', 'carriers'], { who: 'clerk' }).code).toBe(0);
    const accepted = call(['run', 'anchor.accept', '--vault', dir, '--input', '-'], { who: 'clerk', input: '{"reason": "演练"}' });
    expect(accepted.code).toBe(3);
  });

  it('is answered with 6, when there is no vault in the folder', () => {
    const nothing = call(['list', '--vault', scratch(), '--register', 'carriers'], { who: 'clerk' });
    expect([nothing.code, nothing.d['code']]).toEqual([6, 'unknown_vault']);
  });
});

describe('backup and restore', { timeout: 120_000 }, () => {
  it('restores only with a second person, says which entries are missing, and refuses a changed backup', async () => {
    const dir = copyOf(base);
    const folder = join(scratch(), 'backups');
    const made = call(['backup', '--vault', dir, '--to', folder], { who: 'sysadmin' });
    expect(made.code).toBe(0);
    expect(made.d).toMatchObject({ file: expect.stringContaining('store.db'), bytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), chain: { seq: expect.any(Number) }, verified: true, seconds: expect.any(Number) });
    const file = String(made.d['file']);
    const seq = (made.d['chain'] as { seq: number }).seq;
    const s = await enterAs(dir);
    for (let n = 0; n < 3; n += 1) await must(s, 'carrier.enter', paper(70 + n));
    lock(s);
    const listed = call(['backups', '--in', folder]);
    expect([listed.code, (listed.document as { verified: boolean }[]).map((b) => b.verified)]).toEqual([0, [true]]);

    const to = join(scratch(), 'restored');
    const alone = call(['restore', '--from', file, '--vault', to], { who: 'sysadmin' });
    expect([alone.code, alone.d['outcome'], existsSync(to), existsSync(`${to}.part`)]).toEqual([3, 'needs_second_person', false, false]);
    const forged = call(['restore', '--from', file, '--vault', to], { who: 'sysadmin', second: 'secadmin', secondPassword: 'Falsch-1#2026' });
    expect([forged.code, existsSync(to), existsSync(`${to}.part`)]).toEqual([4, false, false]);
    const done = call(['restore', '--from', file, '--vault', to], { who: 'sysadmin', second: 'secadmin' });
    expect(done.code).toBe(0);
    const missing = done.d['missing'] as { fromSeq: number; toSeq: number };
    expect(missing.fromSeq).toBe(seq + 1);
    expect(missing.toSeq).toBeGreaterThan(seq + 3);
    expect(call(['verify', '--vault', to], { who: 'auditor' }).code).toBe(0);
    const onto = call(['restore', '--from', file, '--vault', to], { who: 'sysadmin', second: 'secadmin' });
    expect([onto.code, onto.d['code']]).toEqual([6, 'folder_not_empty']);

    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const changed = call(['restore', '--from', file, '--vault', join(scratch(), 'x')], { who: 'sysadmin', second: 'secadmin' });
    expect(changed.code).toBe(5);
    expect((call(['backups', '--in', folder]).document as { verified: boolean }[])[0]?.verified).toBe(false);
  });
});

describe('import', { timeout: 120_000 }, () => {
  it('changes nothing on trial, refuses a ledger with bad rows whole, and takes the good ones on request', async () => {
    const dir = copyOf(base);
    const before = await state(dir);
    const messy = join(scratch(), '杂乱.csv');
    writeFileSync(messy, `\uFEFF收文号,文号,标题,来文机关,收文日期,密级,保密期限,份数,承办人\n1,演指〔2022〕1号,关于开展清点演练的通知（演练）,市演练指挥部,2022.1.10,秘密,5年,1,欧阳笺\n2,,,市演练指挥部,2022-13-45,顶级机密,10年,-2,欧阳笺\n\n3,演办〔2022〕3号,联络员名单（演练）,市演练指挥部,2022年1月24日,内部,,1,慕容档\n`);
    const counts = (d: Record<string, unknown>): Record<string, number> => d['counts'] as Record<string, number>;
    const trial = call(['import', '--vault', dir, '--register', 'receipts', '--file', messy, '--dry-run'], { who: 'clerk' });
    expect([trial.code, counts(trial.d)['created']]).toEqual([0, 0]);
    expect((await state(dir)).entries).toBe(before.entries);
    const whole = call(['import', '--vault', dir, '--register', 'receipts', '--file', messy], { who: 'clerk' });
    expect(counts(whole.d)['rejected'], JSON.stringify(whole.d).slice(0, 2000)).toBeGreaterThan(0);
    expect([whole.code, counts(whole.d)['created']]).toEqual([2, 0]);
    expect((await state(dir)).entries).toBe(before.entries);
    const rejects = join(scratch(), '退回.xlsx');
    const good = call(['import', '--vault', dir, '--register', 'receipts', '--file', messy, '--accept-valid', '--rejects', rejects], { who: 'clerk' });
    expect(good.code).toBe(0);
    expect(counts(good.d)['created']).toBe((counts(good.d)['ok'] ?? 0) + (counts(good.d)['doubt'] ?? 0));
    expect(counts(good.d)['created']).toBeGreaterThan(0);
    expect(existsSync(rejects)).toBe(true);
    const listed = call(['list', '--vault', dir, '--register', 'receipts'], { who: 'clerk' });
    expect(listed.d['total']).toBe(counts(good.d)['created']);
    const barred = call(['import', '--vault', dir, '--register', 'receipts', '--file', messy, '--accept-valid'], { who: 'auditor' });
    expect([barred.code, barred.d['outcome'], barred.d['counts']]).toEqual([3, 'deny', undefined]);
    const trail = call(['query', 'audit.list', '--vault', dir, '--input', '-'], { who: 'auditor', input: '{"outcome": "refused"}' });
    expect((trail.d['entries'] as { act: string }[]).map((e) => e.act)).toEqual(['import.open']);
  });
});

it('never says a password, on any output of any command of this file', () => {
  const all = heard.join('\n');
  expect(all.length).toBeGreaterThan(10_000);
  for (const { password } of people) expect(all.includes(password)).toBe(false);
  expect(all).not.toMatch(/Falsch-\d#2026/);
});
