import { parentPort, workerData } from 'node:worker_threads';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Bell, Reply } from '#shared/bridge.ts';
import { importTargets } from '#shared/import.ts';
import type { ImportTargetId, LedgerPreview } from '#shared/import.ts';
import { levelFrom, levelZh } from '#shared/levels.ts';
import { refuse } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import type { CreateInput, FoundBackup, SessionState } from '#shared/session.ts';
import { AsideError, relayAside } from '../aside/run.ts';
import { listBackups, makeBackup, readManifest, targetRefusal } from '../backup/backup.ts';
import { restoreBackup } from '../backup/restore.ts';
import { importLedger, readLedgerFile } from '../importing.ts';
import { confirmPrinted, previewForm, printForm, recoveryPaper } from '../paper.ts';
import { diskRefusal, refusalOf } from '../refusals.ts';
import { act, ask, draftCount, draftOf, foundVault, idleLockMinutes, keepDraft, lock, openSession, RefusedFounding } from '../session.ts';
import type { Session } from '../session.ts';
import { inspectTerminal } from '../terminal/isolation.ts';
import { checkSession, verifySession } from '../verification.ts';
import { installStoreGuard } from '../vault/guardedFs.ts';
import { selfTest } from '../vault/keys.ts';
import { readHeader, recover } from '../vault/vault.ts';
import type { FromWorker, RequestOp, Requests, Second, ToWorker, WorkerStart } from './protocol.ts';

// The worker holds the key, the rules and the books, and it alone knows who is signed in.

const port = parentPort;
if (port === null) throw new Error('the worker runs as a worker thread');
const { vault: folder, preview } = workerData as WorkerStart & { preview?: boolean };

let session: Session | null = null;
/** Paths chosen in dialogs; the page only ever holds their tokens. */
const chosen = new Map<string, string>();
const tokenFor = (file: string): string => {
  const token = randomBytes(12).toString('hex');
  chosen.set(token, file);
  return token;
};

/** What is being filled in right now, as the page last told: only in this thread's memory until the terminal locks. */
let unfinished: string | null = null;
const DRAFT_MOST = 200_000;

let asked = 0;
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
/** Asks the process that has windows. */
function request<Op extends RequestOp>(op: Op, input: Requests[Op]['input']): Promise<Requests[Op]['output']> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    port?.postMessage({ request: id, op, input } as FromWorker);
  });
}
// Reading the live store with fs would drop its lock (finding 8): in this thread it throws instead.
installStoreGuard();
let tested = false;
/** The primitives give the known answers, or nothing is opened. Once per thread, when the first key is needed. */
function testedPrimitives(): void {
  if (!tested) selfTest();
  tested = true;
}
relayAside((job, input) => request('aside', { job, input }).catch((error: unknown) => {
  // What the job itself refused comes with a sentence of ours; all else is a fault.
  const { code, messageZh } = error as { code?: unknown; messageZh?: unknown };
  throw typeof code === 'string' && typeof messageZh === 'string' ? new AsideError(code, messageZh) : error;
}));

const ok = (value: unknown): Reply => ({ ok: true, value });
const no = (refusal: Refusal): Reply => ({ ok: false, refusal });
const lockedOut: Refusal = { kind: 'locked', messageZh: '已锁定，操作没有进行。请重新登录后再试。' };
const badCall = (messageZh: string): Reply => no({ kind: 'invalid', messageZh, issues: [{ path: 'input', messageZh }] });

const factsOf = (header: ReturnType<typeof readHeader>) => ({ organisation: header.terminal.organisation, terminalNumber: header.terminal.terminalNumber, level: header.terminal.level, levelZh: levelZh[header.terminal.level], training: header.testClock });

function stateNow(): SessionState {
  if (session !== null) {
    const s = session;
    return { phase: 'open', terminal: factsOf(readHeader(folder)), me: { account: s.me.account, name: s.me.name, roles: s.me.roles }, idleLockMinutes: idleLockMinutes(s), lastSignInAt: s.lastSignInAt, failedSince: s.failedSince, findings: s.readOnly === null ? s.findings.filter((f) => f.code !== 'older_than_anchor') : s.findings, now: s.clock(), preview: preview === true };
  }
  if (!existsSync(path.join(folder, 'header.json'))) return { phase: 'no_vault', folder };
  const header = readHeader(folder);
  return { phase: 'locked', terminal: factsOf(header), accounts: header.accounts.filter((a) => a.state !== 'revoked').map(({ account, name }) => ({ account, name })), drafts: 0, isolation: inspectTerminal() };
}

/** What the wizard asked for is entered by the one who may: the system administrator, whose passphrase was typed a moment ago. */
async function setBackupFolder(accounts: CreateInput['accounts'], value: string): Promise<void> {
  const who = accounts.find((a) => a.roles.includes('system_administrator'));
  if (who === undefined) return;
  const theirs = await openSession(folder, who.account, who.password);
  try {
    await act(theirs, 'setting.change', { key: 'backupFolder', value });
  } finally {
    lock(theirs);
  }
}

const personIn = (value: unknown): { account: string; password: string } | null => {
  const { account, password } = (typeof value === 'object' && value !== null ? value : {}) as { account?: unknown; password?: unknown };
  return typeof account === 'string' && account !== '' && typeof password === 'string' ? { account, password } : null;
};

/** What the descriptions in a folder say: the folder of one backup, or the one that holds several. Proven only when it is restored. */
function backupsAt(found: string): FoundBackup[] {
  const folders = readManifest(found) !== null ? [found] : readdirSync(found, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => path.join(found, e.name));
  return folders.flatMap((dir) => {
    const m = readManifest(dir);
    return m === null ? [] : [{ token: tokenFor(dir), name: path.basename(dir), organisation: m.organisation, terminalNumber: m.terminalNumber, madeAt: m.madeAt, madeBy: m.madeBy, seq: m.seq, bytes: m.bytes }];
  }).sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)).slice(0, 200);
}

type Ops = Readonly<Record<string, (input: Record<string, unknown>, second?: Second) => Promise<Reply> | Reply>>;

const sessionOps: Ops = {
  state: () => ok(stateNow()),
  unlock: async (input) => {
    testedPrimitives();
    if (session !== null) lock(session);
    session = null;
    session = await openSession(folder, String(input['account'] ?? ''), String(input['password'] ?? ''));
    return ok({ ...stateNow(), idleLockMinutes: idleLockMinutes(session) });
  },
  // Out: how many drafts wait, for the lock screen. What was being filled in goes into the store before its keys are gone.
  lock: () => {
    let drafts = 0;
    if (session !== null) {
      try {
        if (unfinished !== null) keepDraft(session, unfinished);
        drafts = draftCount(session);
      } catch {
        // A full disk must not keep the keys in memory: locking goes on without the draft.
      }
      lock(session);
    }
    session = null;
    unfinished = null;
    chosen.clear();
    return ok({ drafts });
  },
  create: async (input) => {
    testedPrimitives();
    const wanted = input as unknown as CreateInput;
    const level = levelFrom(String(wanted.level));
    if (level === null || level === 'internal') return badCall('请选定终端密级。');
    const away = targetRefusal(folder, wanted.training);
    if (away !== null) return no({ ...away, messageZh: away.messageZh.replace('不能备份到该位置', '不能在该位置建库') });
    const made = await foundVault(folder, { terminal: { organisation: String(wanted.organisation), terminalNumber: String(wanted.terminalNumber), level }, testClock: wanted.training, accounts: wanted.accounts });
    if (wanted.backupFolder !== undefined) await setBackupFolder(wanted.accounts, wanted.backupFolder);
    return ok({ recoverySheets: made.recoverySheets, state: stateNow() });
  },
  recover: async (input) => {
    await recover(folder, String(input['sheetA'] ?? ''), String(input['sheetB'] ?? ''), String(input['account'] ?? ''), String(input['password'] ?? ''));
    return ok(stateNow());
  },
  // Also before anybody is signed in: the vault of this window may be past opening. Both prove themselves on the backup.
  restore: async (input) => {
    testedPrimitives();
    const from = chosen.get(String(input['from']));
    const to = chosen.get(String(input['to']));
    if (from === undefined || to === undefined) return badCall('没有选定备份和新文件夹。请重新选择。');
    const first = personIn(input['first']);
    if (first === null) return badCall('请输入两人的账户和口令。');
    const reply = await restoreBackup(from, to, first, personIn(input['second']) ?? undefined);
    return reply.ok ? ok({ ...reply.value, current: folder }) : reply;
  },
  keepDraft: (input) => {
    const text = input['form'] === undefined || session === null ? null : JSON.stringify({ place: input['place'], form: input['form'], titleZh: input['titleZh'], typed: input['typed'], at: session.clock() });
    unfinished = text !== null && text.length > DRAFT_MOST ? null : text;
    return ok(null);
  },
  draft: () => {
    if (session === null) return no(lockedOut);
    const text = draftOf(session);
    return ok(text === null ? null : JSON.parse(text));
  },
  settleDraft: () => {
    if (session === null) return no(lockedOut);
    keepDraft(session, null);
    return ok(null);
  },
  changePassword: async (input) => (session === null ? no(lockedOut) : act(session, 'account.setPassword', input)),
};

const fileOps: Ops = {
  chooseImport: async () => {
    const file = await request('chooseOpen', { titleZh: '选择要导入的台账', extensions: ['xlsx', 'xls', 'csv', 'tsv', 'txt'] });
    return ok(file === null ? null : { token: tokenFor(file), name: path.basename(file), size: readFileSync(file).length });
  },
  readImport: async (input) => {
    if (session === null) return no(lockedOut);
    const file = chosen.get(String(input['token']));
    const register = String(input['register']);
    if (file === undefined || !(importTargets as readonly string[]).includes(register)) return badCall('没有选定文件或台账。请重新选择。');
    const bytes = readFileSync(file);
    const read = await readLedgerFile(bytes, path.basename(file), register, { ...(typeof input['sheet'] === 'string' ? { sheet: input['sheet'] } : {}), ...(typeof input['mapping'] === 'object' && input['mapping'] !== null ? { mapping: input['mapping'] as Record<string, string> } : {}) });
    if (!read.ok) return read;
    const mode = input['commit'] === 'all' || input['commit'] === 'valid' ? input['commit'] : 'dryRun';
    const imported = await importLedger(session, read.value, register as ImportTargetId, mode, bytes);
    if (!imported.ok) return imported;
    const { rejects, ...rest } = imported.value;
    let rejectsFile: string | null = null;
    if (rejects !== undefined && mode === 'valid') {
      // The good rows are in the books already: a dialog or a disk that fails now must not read as if nothing had been entered.
      try {
        const target = await request('chooseSave', { titleZh: '保存退回的行', fileName: `${path.parse(file).name}（退回）.xlsx`, extension: 'xlsx' });
        if (target !== null) {
          writeFileSync(target, rejects, { mode: 0o600 });
          rejectsFile = path.basename(target);
        }
      } catch {
        rejectsFile = null;
      }
    }
    if (mode !== 'dryRun') bell({ kind: 'changed' });
    return ok({ ...(rest satisfies LedgerPreview & { batch?: string }), rejectsFile });
  },
  choosePdfTarget: async (input) => {
    const file = await request('chooseSave', { titleZh: '保存 PDF', fileName: `${typeof input['name'] === 'string' ? input['name'] : '打印'}.pdf`, extension: 'pdf' });
    return ok(file === null ? null : { token: tokenFor(file), name: path.basename(file) });
  },
  chooseFolder: async () => {
    const found = await request('chooseFolder', { titleZh: '选择文件夹' });
    return ok(found === null ? null : { token: tokenFor(found), path: found });
  },
  chooseBackup: async () => {
    const found = await request('chooseFolder', { titleZh: '选择备份所在的文件夹' });
    return ok(found === null ? null : { path: found, backups: backupsAt(found) });
  },
};

/** Founding: nobody is signed in yet, and the two sheets must be on paper before anything else. They go to the printer and nowhere else. */
async function printSheets(sheets: unknown): Promise<Reply> {
  const given = Array.isArray(sheets) && sheets.length === 2 && sheets.every((x) => typeof (x as { text?: unknown }).text === 'string');
  if (!given) return badCall('没有要打印的恢复单。');
  const facts = factsOf(readHeader(folder));
  const made = recoveryPaper(facts, sheets as readonly { sheet: 1 | 2; text: string }[], new Date().toISOString());
  return made.ok ? ok(await request('printPaper', { html: made.value.html })) : made;
}

/** Page count of finished PDFs. */
const countPages = (pdf: Uint8Array): number => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1').match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 0;

const printOps: Ops = {
  preview: async (input) => (session === null ? no(lockedOut) : previewForm(session, input as never)),
  pdf: async (input) => {
    if (session === null) return no(lockedOut);
    const target = chosen.get(String(input['target']));
    if (target === undefined) return badCall('没有选定保存位置。请重新选择。');
    const made = await printForm(session, { ...input, volumes: true } as never);
    if (!made.ok) return made;
    const { html, furtherVolumes = [], ...told } = made.value;
    let pages = 0;
    const files: string[] = [];
    for (const [i, volume] of [html, ...furtherVolumes].entries()) {
      const pdf = await request('printToPdf', { html: volume });
      const file = i === 0 ? target : target.replace(/(\.pdf)?$/i, `（第${i + 1}册）.pdf`);
      writeFileSync(file, pdf, { mode: 0o600 });
      pages += countPages(pdf);
      files.push(path.basename(file));
    }
    bell({ kind: 'changed' });
    return ok({ ...told, pages, file: files.join('、') });
  },
  print: async (input) => {
    if (session === null) return input['form'] === 'recovery' ? printSheets(input['sheets']) : no(lockedOut);
    const made = await printForm(session, { ...input, volumes: true } as never);
    if (!made.ok) return made;
    const copies = typeof input['copies'] === 'number' ? input['copies'] : 1;
    const { html, furtherVolumes = [], ...told } = made.value;
    let printed = true;
    for (const volume of [html, ...furtherVolumes]) printed = (await request('printPaper', { html: volume, copies })).printed && printed;
    bell({ kind: 'changed' });
    return ok({ ...told, printed });
  },
};

/** Acts that are more than one command: they end in one. */
const longActs: Ops = {
  'backup.run': async (input) => {
    if (session === null) return no(lockedOut);
    const configured = await ask(session, 'terminal', {});
    const fallback = configured.ok ? (configured.value as { backupFolder?: string }).backupFolder : undefined;
    const target = typeof input['folder'] === 'string' ? chosen.get(input['folder']) : fallback;
    if (target === undefined) return badCall('没有设置备份位置。请先选择文件夹，或由系统管理员在“本机”中设置。');
    return makeBackup(session, target);
  },
  'print.confirm': async (input) => (session === null ? no(lockedOut) : confirmPrinted(session, input['print'] as never, input['result'] === 'spoiled' ? 'spoiled' : 'done', typeof input['pages'] === 'number' ? input['pages'] : 0)),
};

/** Whole-ledger checks asked for and not stopped, by message. The word to stop comes past the queue in which they wait or run. */
const checksWanted = new Set<number>();

const bell = (rung: Bell): void => port.postMessage({ bell: rung } as FromWorker);

async function answer(message: Extract<ToWorker, { id: number }>): Promise<Reply> {
  const input = (typeof message.input === 'object' && message.input !== null ? message.input : {}) as Record<string, unknown>;
  const own = (ops: Ops): Promise<Reply> | Reply => {
    const op = Object.hasOwn(ops, message.name) ? ops[message.name] : undefined;
    return op === undefined ? badCall('没有这个操作。') : op(input, message.second);
  };
  switch (message.op) {
    case 'session':
      return own(sessionOps);
    case 'file':
      return own(fileOps);
    case 'print':
      return own(printOps);
    case 'ask':
      if (session === null) return no(lockedOut);
      if (message.name === 'verify') return ok(await verifySession(session));
      if (message.name === 'ledger.check') {
        return checkSession(session, message.input ?? {}, { progress: (at) => bell({ kind: 'progress', of: 'ledger.check', done: at.done, total: at.total, register: at.register }), cancelled: () => !checksWanted.has(message.id) }).finally(() => checksWanted.delete(message.id));
      }
      if (message.name === 'backups.inFolder') return ok(listBackups(String(input['folder'] ?? '')));
      return ask(session, message.name, message.input ?? {});
    case 'do': {
      if (session === null) return no(lockedOut);
      if (Object.hasOwn(longActs, message.name)) {
        const reply = await own(longActs);
        bell({ kind: 'changed' });
        return reply;
      }
      const result = await act(session, message.name, message.input ?? {}, message.second);
      if (result.ok || result.refusal.kind === 'policy') bell({ kind: 'changed' });
      return result;
    }
    default:
      return badCall('没有这个操作。');
  }
}

/** One thing at a time, in the order asked. */
let queue: Promise<void> = Promise.resolve();

port.on('message', (message: ToWorker) => {
  if ('answer' in message) {
    const one = waiting.get(message.answer);
    waiting.delete(message.answer);
    if (message.ok) one?.resolve(message.value);
    else one?.reject(Object.assign(new Error(message.code), { code: message.code, messageZh: (message as { messageZh?: string }).messageZh }));
    return;
  }
  if (message.op === 'session' && (message.name === 'stopCheck' || message.name === 'lock')) checksWanted.clear();
  if (message.op === 'ask' && message.name === 'ledger.check') checksWanted.add(message.id);
  if (message.op === 'session' && message.name === 'stopCheck') {
    port.postMessage({ id: message.id, reply: ok(null) } as FromWorker);
    return;
  }
  queue = queue.then(async () => {
    let reply: Reply;
    try {
      reply = await answer(message);
    } catch (error) {
      const refusal = error instanceof RefusedFounding ? error.refusal : (refusalOf(error) ?? diskRefusal(error));
      // A bug: the reference goes to the page, the place to the developer's console, the text nowhere.
      reply = refusal !== null ? refuse(refusal) : no({ kind: 'fault', ref: randomBytes(4).toString('hex'), messageZh: '程序出错，本次没有登记。请重试；仍然出错时把编号告诉系统管理员。' });
      if (refusal === null) process.stderr.write(`fault ${/[\w-]+\.(?:ts|js):\d+/.exec(error instanceof Error ? (error.stack ?? '') : '')?.[0] ?? ''}\n`);
    }
    port.postMessage({ id: message.id, reply } as FromWorker);
  });
});
