import type { PagePaper } from '#shared/printing.ts';
import { isRegisterKey } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid, missing } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Continuation, Reprint } from '../policy/printedPages.ts';
import type { Question } from '../policy/question.ts';
import { all, recordsWhere } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About } from './define.ts';
import { find } from './find.ts';
import { continuationOf, pagesMoved, reprintOf } from './sealedPages.ts';
import type { ReadDb } from '../vault/open.ts';

// ── accounts ──
const byAccount = (db: ReadDb, account: string): RecordOf<'accounts'> | null => recordsWhere(db, 'accounts', { account })[0] ?? null;
const accountOf = (q: Question): RecordOf<'accounts'> => q.facts.account as RecordOf<'accounts'>;
const loadAccount = (db: ReadDb, input: { account: string }): { account: RecordOf<'accounts'> } | Refusal => {
  const account = byAccount(db, input.account);
  return account === null ? missing(`没有账户 ${input.account}。请核对账户名。`) : { account };
};
/** Who bears the same name and may still sign in, besides the account itself. */
const namesakesOf = (db: ReadDb, name: string, account: string): readonly RecordOf<'accounts'>[] => recordsWhere(db, 'accounts', { name }).filter((a) => a.account !== account && a.state !== 'revoked');
const aboutAccount = (q: Question): About | null => (q.facts.account == null ? null : { register: 'accounts', record: q.facts.account.id, number: q.facts.account.account });

export const createAccount = defineCommand({
  name: 'account.create',
  load: (db, input) => (byAccount(db, input.account) === null ? { namesakes: namesakesOf(db, input.name, input.account) } : invalid({ path: 'account', messageZh: `账户 ${input.account} 已有。请另取账户名。` })),
  plan: (q) => [enterRecord('account', 'accounts', { account: q.input.account, name: q.input.name, roles: q.input.roles, createdBy: q.actor.account, appointment: q.input.appointment ?? null, passwordSetAt: q.now, state: 'pending' })],
  about: (_q, made) => (made['account'] === undefined ? null : { register: 'accounts', record: made['account'].id, number: null }),
  result: () => ({ state: 'pending' }),
});
export const confirmAccount = defineCommand({ name: 'account.confirm', load: loadAccount, plan: (q) => [move('accounts', accountOf(q), { state: 'active', confirmedBy: q.actor.account }, 'confirmed')], about: aboutAccount });
export const grantRole = defineCommand({
  name: 'account.grantRole',
  load: (db, input) => {
    const found = loadAccount(db, input);
    return isRefusal(found) ? found : { ...found, namesakes: namesakesOf(db, found.account.name ?? '', input.account) };
  },
  // New roles wait for the security administrator like a new account.
  plan: (q) => [move('accounts', accountOf(q), { roles: q.input.roles, state: 'pending', confirmedBy: null, createdBy: q.actor.account }, 'roles_changed', { reason: q.input.reason })],
  about: aboutAccount,
});
export const setPassword = defineCommand({
  name: 'account.setPassword',
  load: (db, _input, setting) => ({ account: byAccount(db, setting.actor.account) }),
  plan: (q) => (q.facts.account == null ? [] : [move('accounts', accountOf(q), { passwordSetAt: q.now }, 'password_changed')]),
  about: aboutAccount,
});
export const unlockAccount = defineCommand({
  name: 'account.unlock',
  load: loadAccount,
  plan: (q) => [move('accounts', accountOf(q), { lockedAt: null, ...(accountOf(q).state === 'locked' ? { state: 'active' } : {}) }, 'unlocked', { reason: q.input.reason })],
  about: aboutAccount,
});
export const revokeAccount = defineCommand({ name: 'account.revoke', load: loadAccount, plan: (q) => [move('accounts', accountOf(q), { state: 'revoked' }, 'revoked', { reason: q.input.reason })], about: aboutAccount });

// ── policy and settings ──
export const changePolicy = defineCommand({
  name: 'policy.change',
  load: (db, input) => ({
    parameter: recordsWhere(db, 'parameters', { key: input.key })[0] ?? null,
    tiersHeld: all(db, `SELECT DISTINCT personnelClass AS tier FROM persons WHERE status IS NOT 'left' AND personnelClass IS NOT NULL`).map((r) => String(r['tier'])),
  }),
  plan: (q) => {
    const values = { value: q.input.value, reason: q.input.reason, changedBy: q.actor.name, changedAt: q.now, headAgreement: q.input.headAgreement ?? null };
    const p = q.facts.parameter ?? null;
    return [p === null ? enterRecord('parameter', 'parameters', { key: q.input.key, ...values, state: 'in_force' }) : move('parameters', p, values, 'changed', { reason: q.input.reason })];
  },
  about: (q, made) => (q.facts.parameter != null ? { register: 'parameters', record: q.facts.parameter.id, number: null } : made['parameter'] === undefined ? null : { register: 'parameters', record: made['parameter'].id, number: null }),
});
export const changeSetting = defineCommand({
  name: 'setting.change',
  load: (db, input) => ({ setting: recordsWhere(db, 'settings', { key: input.key })[0] ?? null }),
  plan: (q) => {
    const s = q.facts.setting ?? null;
    const values = { value: q.input.value, changedBy: q.actor.name, changedAt: q.now };
    return [s === null ? enterRecord('setting', 'settings', { key: q.input.key, ...values, state: 'in_force' }) : move('settings', s, values, 'changed')];
  },
});
export const confirmClock = defineCommand({ name: 'clock.confirm', load: () => ({}), plan: () => [] });
export const anchor = defineCommand({ name: 'audit.anchor', load: () => ({}), plan: () => [] });
export const acceptAnchor = defineCommand({ name: 'anchor.accept', load: () => ({}), plan: () => [] });
export const verified = defineCommand({ name: 'audit.verified', load: () => ({}), plan: () => [] });

// ── backups ──
export const makeBackup = defineCommand({
  name: 'backup.make',
  load: () => ({}),
  plan: (q) => [enterRecord('backup', 'backups', { file: q.input.file, bytes: q.input.bytes, sha256: q.input.sha256, chainSeq: q.input.chainSeq, chainHash: q.input.chainHash, seconds: q.input.seconds, madeAt: q.now, madeBy: q.actor.name, kind: 'manual', state: 'verified' })],
  about: (_q, made) => (made['backup'] === undefined ? null : { register: 'backups', record: made['backup'].id, number: made['backup'].number }),
  result: (made) => ({ backup: made['backup'] }),
});
export const rotateBackup = defineCommand({
  name: 'backup.rotate',
  load: (db, input) => {
    const backup = find(db, 'backups', input.backup);
    return isRefusal(backup) ? backup : { backup };
  },
  plan: (q) => [move('backups', q.facts.backup as RecordOf<'backups'>, { state: 'rotated_out' }, 'rotated_out', { reason: q.input.reason })],
  about: (q) => (q.facts.backup === undefined ? null : { register: 'backups', record: q.facts.backup.id, number: q.facts.backup.number }),
});
export const restoreRun = defineCommand({
  name: 'restore.run',
  load: () => ({}),
  plan: (q) => [enterRecord('backup', 'backups', { file: q.input.file, sha256: q.input.sha256, bytes: q.input.bytes, chainSeq: q.input.backupSeq, chainHash: q.input.backupHash, madeAt: q.now, madeBy: `${q.actor.name}、${q.second?.name ?? ''}`, kind: 'restored', state: 'restored', note: q.input.missingFrom === null ? '没有缺少的记录。' : `缺审计记录 ${q.input.missingFrom} 至 ${q.input.missingTo ?? ''}。` })],
  about: (_q, made) => (made['backup'] === undefined ? null : { register: 'backups', record: made['backup'].id, number: made['backup'].number }),
  result: (made) => ({ restore: made['backup'] }),
});

// ── paper ──
/** What the book of prints keeps of a continuation: which lines on which pages, and the digest of each page. */
const pagesEntered = (c: Continuation | undefined): Partial<Record<keyof RecordOf<'prints'>, unknown>> =>
  c === undefined ? {} : { register: c.register, continuation: 1, rows: c.pages.reduce((n, p) => n + p.lines.length, 0), firstNumber: c.firstNumber, lastNumber: c.lastNumber, lastRecord: c.lastRecord, pageFrom: c.pages[0]?.page ?? null, pageTo: c.pages.at(-1)?.page ?? null, pageDigests: c.pages };

/** A page printed again is no continuation: it seals nothing, and the next one goes on as if it had not been. */
const pageAgain = (r: Reprint | undefined): Partial<Record<keyof RecordOf<'prints'>, unknown>> =>
  r === undefined ? {} : { register: r.register, continuation: 0, firstNumber: r.firstNumber, lastNumber: r.lastNumber, pageFrom: r.page.page, pageTo: r.page.page };

export const print = defineCommand({
  name: 'register.print',
  load: (db, input, { profile }) => {
    const asked = input.continuation ?? input.reprint;
    if (asked === undefined) return {};
    if (input.continuation !== undefined && input.reprint !== undefined) return invalid({ path: 'reprint', messageZh: '续打和补印不能同时办理。请分两次打印。' });
    const { register } = asked;
    if (!isRegisterKey(register)) return invalid({ path: 'continuation.register', messageZh: `没有“${register}”这本台账。` });
    if (input.reprint !== undefined) {
      const reprint = reprintOf(db, register, input.reprint.page);
      return isRefusal(reprint) ? reprint : reprint.page.digest === input.reprint.digest ? { reprint } : pagesMoved(register);
    }
    const { basis, papers } = input.continuation ?? { basis: '', papers: [] };
    const continuation = continuationOf(db, register, profile.number('print.linesPerPage'), (at) => papers[at] as PagePaper | undefined);
    if (isRefusal(continuation)) return continuation;
    return continuation.basis === basis && continuation.pages.length === papers.length ? { continuation } : pagesMoved(register);
  },
  plan: (q) => [enterRecord('print', 'prints', { form: q.input.form, title: q.input.title, purpose: q.input.purpose ?? null, copies: q.input.copies, rows: q.input.rows, level: q.input.level, secrecyPeriod: q.input.secrecyPeriod, digest: q.input.digest, filter: q.input.filter ?? null, printedBy: q.actor.name, printedAt: q.now, state: 'issued', note: q.input.warnReason ?? null, ...pagesEntered(q.facts.continuation), ...pageAgain(q.facts.reprint) })],
  about: (_q, made) => (made['print'] === undefined ? null : { register: 'prints', record: made['print'].id, number: made['print'].number }),
  result: (made) => ({ print: made['print'], carriers: Object.entries(made).filter(([k]) => k.startsWith('printout')).map(([, m]) => m) }),
});
/** One number, or the run of numbers when several copies were entered. */
const sheetNumbers = (numbers: readonly string[]): string => (numbers.length === 1 ? (numbers[0] ?? '') : `${numbers[0] ?? ''} 至 ${numbers.at(-1) ?? ''}，共 ${numbers.length} 份`);

export const printed = defineCommand({
  name: 'register.printed',
  load: (db, input) => {
    const found = find(db, 'prints', input.print);
    if (isRefusal(found)) return found;
    // Numbers of the sheets and the place in the trail were given when the print was entered; the book of prints names them from here on.
    const sheets = all(db, `SELECT number FROM carriers WHERE docNumber = ? AND source = 'printed' ORDER BY id`, found.number).map((r) => r['number'] as string);
    const seq = all(db, `SELECT seq FROM event WHERE register = 'prints' AND record = ? ORDER BY id LIMIT 1`, found.id)[0]?.['seq'];
    return { print: { ...found, carrierNumbers: sheets.length === 0 ? null : sheetNumbers(sheets), chainSeq: typeof seq === 'number' ? seq : null } };
  },
  plan: (q) => {
    const p = q.facts.print as RecordOf<'prints'>;
    return [move('prints', p, { state: 'confirmed', result: q.input.result, pages: q.input.pages ?? null, carrierNumbers: p.carrierNumbers, chainSeq: p.chainSeq }, 'confirmed')];
  },
  about: (q) => (q.facts.print === undefined ? null : { register: 'prints', record: q.facts.print.id, number: q.facts.print.number }),
});
