import { pathToFileURL } from 'node:url';
import { diskRefusal } from '../refusals.ts';
import { installStoreGuard } from '../vault/guardedFs.ts';
import { decideOnly, due, importFile, list, query, run, runBatch } from './books.ts';
import { init } from './init.ts';
import { listCommands, listQueries, listRegisters, listRules } from './lists.ts';
import { readOptions } from './options.ts';
import type { Options } from './options.ts';
import { ended, Ended, usage } from './output.ts';
import { backup, backups, check, isolation, restore, verify } from './safe.ts';
import { takePassword } from './signIn.ts';
import { usageZh } from './usage.ts';

type Told = { document: unknown; human: string; code?: number };

const table = <T extends { id: string; titleZh: string }>(rows: readonly T[]): Told => ({ document: rows, human: rows.map((r) => `${r.id}\t${r.titleZh}`).join('\n') });

/** Every command of the headless contract (cli.md). Loaded when asked for, so that a small question starts fast. */
const verbs: Readonly<Record<string, (o: Options) => Promise<Told> | Told>> = {
  help: () => ({ document: { commands: Object.keys(verbs) }, human: usageZh }),
  init,
  registers: () => table(listRegisters()),
  commands: () => table(listCommands()),
  queries: () => table(listQueries()),
  rules: () => table(listRules()),
  run,
  'run-batch': runBatch,
  decide: decideOnly,
  query,
  list,
  import: importFile,
  print: async (o) => (await import('./print.ts')).print(o),
  backup,
  backups,
  restore,
  verify,
  check,
  isolation,
  due,
  recover: async (o) => (await import('./recover.ts')).recoverAccount(o),
  demo: async (o) => (await import('./demo.ts')).demo(o),
  bench: async (o) => (await import('./demo.ts')).bench(o),
};

/** Runs one command line. Out: the exit code; with --json exactly one document on standard output and nothing else. */
export async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const say = (document: unknown, human: string): void => {
    const lines = typeof document === 'object' && document !== null && '$lines' in document ? (document.$lines as unknown[]) : null;
    const text = lines !== null ? lines.map((l) => JSON.stringify(l)).join('\n') : json ? JSON.stringify(document) : human;
    if (text !== '') process.stdout.write(`${text}\n`);
  };
  try {
    const o = readOptions(args);
    const verb = Object.hasOwn(verbs, o.command) ? verbs[o.command] : undefined;
    if (verb === undefined) throw usage(o.command === '' ? '缺少命令。请用 shoumi help 查看用法。' : `没有“${o.command}”这个命令。请用 shoumi help 查看用法。`, 'command');
    takePassword(o);
    const told = await verb(o);
    say(told.document, told.human);
    return told.code ?? 0;
  } catch (error) {
    const end = error instanceof Ended ? error : ((refusal) => (refusal === null ? null : ended(refusal)))(diskRefusal(error));
    if (end !== null) {
      if (json) say(end.document, '');
      else process.stderr.write(`${end.human}\n`);
      return end.code;
    }
    // A bug. The place helps a developer; the text might quote content, so it stays out.
    const place = error instanceof Error ? (/[\w-]+\.(?:ts|js):\d+/.exec(error.stack ?? '')?.[0] ?? '') : '';
    const ref = Date.now().toString(36);
    const messageZh = `程序出错，本次没有登记。请把编号 ${ref} 告诉系统管理员。`;
    if (json) say({ ok: false, kind: 'fault', ref, messageZh }, '');
    process.stderr.write(`${messageZh} ${place}\n`);
    if (process.env['SHOUMI_DEVELOPER'] === '1') process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    return 70;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.umask(0o077);
  installStoreGuard();
  process.exitCode = await main(process.argv.slice(2));
}
