import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '#shared/contract/commands.ts';
import { importTargets } from '#shared/import.ts';
import type { ImportTargetId } from '#shared/import.ts';
import { exitCodeOf } from '#shared/result.ts';
import type { Result } from '#shared/result.ts';
import type { Done } from '../commands/door.ts';
import { importLedger, readLedgerFile } from '../importing.ts';
import { act, actAll, ask } from '../session.ts';
import { ended, Ended, usage } from './output.ts';
import { placeToWrite } from './outFile.ts';
import { needed, numberFlag, on, parseJson, readJson, textFlag } from './options.ts';
import type { Options } from './options.ts';
import { inSession, secondOf } from './signIn.ts';

type Told = { document: unknown; human: string; code?: number };

const doneDocument = (d: Done) => ({ ok: true, command: d.command, result: d.result, events: d.events, audit: d.audit });
const demand = <T>(result: Result<T>, command?: string): T => {
  if (!result.ok) throw ended(result.refusal, command);
  return result.value;
};
const nameOf = (o: Options): string => {
  const name = o.positionals[0];
  if (name === undefined) throw usage('缺少名称。请用 shoumi help 查看用法。', 'name');
  return name;
};

/** So many numbers are read out. */
const TOLD = 12;

/** The numbers that an act gave or was about, as its result names them; the first of many, and how many there are. */
function numbersIn(result: unknown): string {
  const found = new Set<string>();
  const look = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key === 'number') found.add(value);
    else if (typeof value === 'object' && value !== null) for (const [k, inner] of Object.entries(value)) look(inner, k);
  };
  look(result, '');
  return found.size === 0 ? '' : `：${[...found].slice(0, TOLD).join('、')}${found.size > TOLD ? ` 等 ${found.size} 个` : ''}`;
}

/** `run NAME --input FILE|-`: one command through the one door. */
export const run = (o: Options): Promise<Told> => {
  const name = nameOf(o);
  const input = readJson(textFlag(o, 'input') ?? '-', 'input');
  return inSession(o, async (s) => {
    const value = demand(await act(s, name, input, secondOf()), name);
    return { document: doneDocument(value), human: `已办${commands[value.command].titleZh}${numbersIn(value.result)}。审计记录第 ${value.audit.seq} 条。` };
  }, name === 'anchor.accept');
};

/** `run-batch --input FILE.ndjson [--atomic]`: one result line each. */
export const runBatch = (o: Options): Promise<Told> => {
  const source = needed(o, 'input');
  let content: string;
  try {
    content = readFileSync(source === '-' ? 0 : source, 'utf8');
  } catch {
    throw usage('读不到 --input 所指的文件。请核对路径。', 'input');
  }
  const acts = content.split('\n').filter((l) => l.trim() !== '').map((l, i) => {
    const one = parseJson(l, `input 第 ${i + 1} 行`) as { name?: unknown; input?: unknown };
    if (typeof one !== 'object' || one === null || typeof one.name !== 'string') throw usage(`第 ${i + 1} 行缺少 name。`, `line ${i + 1}`);
    return { name: one.name, input: one.input ?? {} };
  });
  return inSession(o, async (s) => {
    const lines: unknown[] = [];
    let worst = 0;
    const tell = (name: string, result: Result<Done>): void => {
      if (result.ok) lines.push(doneDocument(result.value));
      else {
        const told = ended(result.refusal, name);
        lines.push(told.document);
        worst ||= exitCodeOf(result.refusal);
      }
    };
    if (on(o, 'atomic')) {
      const outcome = demand(await actAll(s, acts));
      outcome.results.forEach((r, i) => tell(acts[i]?.name ?? '', r));
      if (!outcome.ok) lines.forEach((l, i) => { if ((l as { ok: boolean }).ok) lines[i] = { ...(l as object), ok: false, undone: true }; });
    } else {
      for (const one of acts) tell(one.name, await act(s, one.name, one.input, secondOf()));
    }
    return { document: { $lines: lines }, human: lines.map((l) => JSON.stringify(l)).join('\n'), code: worst };
  });
};

export const decideOnly = (o: Options): Promise<Told> => {
  const name = nameOf(o);
  const input = readJson(textFlag(o, 'input') ?? '-', 'input');
  return inSession(o, async (s) => {
    const decision = demand(await ask(s, 'decide', { command: name, input })) as { outcome: string; reasons: readonly { rule: string; messageZh: string; nextStepZh: string }[] };
    return { document: decision, human: [decision.outcome, ...decision.reasons.map((r) => `  ${r.rule}  ${r.messageZh}${r.nextStepZh}`)].join('\n') };
  });
};

export const query = (o: Options): Promise<Told> => {
  const name = nameOf(o);
  const input = o.flags['input'] === undefined ? {} : readJson(needed(o, 'input'), 'input');
  return inSession(o, async (s) => {
    const value = demand(await ask(s, name, input));
    return { document: value, human: JSON.stringify(value, null, 2) };
  }, true);
};

type Page = { register: string; total: number; entries: { id: number; number: string | null; values: Record<string, unknown>; state: string }[]; cursor?: string };

export const list = (o: Options): Promise<Told> => {
  const register = needed(o, 'register');
  const filter = textFlag(o, 'filter');
  const limit = numberFlag(o, 'limit');
  const input = {
    register, ...(filter === undefined ? {} : { filter: parseJson(filter, 'filter') }), ...(limit === undefined ? {} : { limit }), ...(textFlag(o, 'cursor') === undefined ? {} : { cursor: textFlag(o, 'cursor') }), ...(on(o, 'history') ? { history: true } : {}),
    ...(textFlag(o, 'search') === undefined ? {} : { search: textFlag(o, 'search') }), ...(textFlag(o, 'view') === undefined ? {} : { view: textFlag(o, 'view') }), ...(textFlag(o, 'sort') === undefined ? {} : { sort: textFlag(o, 'sort') }),
  };
  return inSession(o, async (s) => {
    const page = demand(await ask(s, 'record.list', input)) as Page;
    return { document: page, human: [`共 ${page.total} 条`, ...page.entries.map((e) => `${e.number ?? e.id}\t${String(e.values['title'] ?? e.values['name'] ?? e.values['account'] ?? '')}\t${e.state}`)].join('\n') };
  }, true);
};

export const due = (o: Options): Promise<Told> =>
  inSession(o, async (s) => {
    const within = numberFlag(o, 'within');
    const items = demand(await ask(s, 'due', { ...(textFlag(o, 'on') === undefined ? {} : { on: textFlag(o, 'on') }), ...(within === undefined ? {} : { within }) })) as { titleZh: string; dueOn: string; overdueDays: number; rule: string }[];
    return { document: items, human: items.length === 0 ? '没有到期事项。' : items.map((i) => `${i.dueOn}\t${i.overdueDays > 0 ? `超 ${i.overdueDays} 日` : ''}\t${i.titleZh}（规则 ${i.rule}）`).join('\n') };
  }, true);

/** Writes the rejected rows. What was entered stays entered when the disk refuses here, so this is said and is not an end of its own. */
function notWritten(target: string, rejects: Uint8Array): string | null {
  try {
    writeFileSync(target, rejects, { mode: 0o600 });
    return null;
  } catch {
    return '合格的行已经登记，退回的行没有写成文件。请核对磁盘空间后，用 --dry-run 重新列出退回的行。';
  }
}

/** A mapping names columns: {"来文日期": "receivedOn"}. Anything else is bad input, never guessed at. */
function mappingFrom(file: string): Record<string, string> {
  const given = readJson(file, 'mapping');
  if (typeof given !== 'object' || given === null || Array.isArray(given) || Object.values(given).some((v) => typeof v !== 'string')) throw usage('--mapping 须为 {"表中列名": "字段"}。请核对后重试。', 'mapping');
  return given as Record<string, string>;
}

/** `import`: reads a ledger and takes it into the books, all or nothing unless --accept-valid. */
export const importFile = (o: Options): Promise<Told> => {
  const register = needed(o, 'register');
  if (!(importTargets as readonly string[]).includes(register)) throw usage(`不能导入“${register}”。可导入：${importTargets.join('、')}。`, 'register');
  const file = needed(o, 'file');
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw usage('读不到 --file 所指的文件。请核对路径。', 'file');
  }
  const sheet = textFlag(o, 'sheet');
  const mapping = textFlag(o, 'mapping');
  const options = { ...(sheet === undefined ? {} : { sheet }), ...(mapping === undefined ? {} : { mapping: mappingFrom(mapping) }) };
  return inSession(o, async (s) => {
    const target = textFlag(o, 'rejects');
    if (target !== undefined) placeToWrite(target, 'rejects', s.vault.header.testClock);
    const preview = demand(await readLedgerFile(bytes, path.basename(file), register, options));
    const mode = on(o, 'dry-run') ? 'dryRun' : on(o, 'accept-valid') ? 'valid' : 'all';
    const { rejects, ...document } = demand(await importLedger(s, preview, register as ImportTargetId, mode, bytes));
    const unwritten = rejects === undefined || target === undefined ? null : notWritten(target, rejects);
    const { ok, doubt, rejected, skipped, created } = document.counts;
    const problems = document.sheets.flatMap((one) => one.rows.filter((r) => r.status === 'rejected' || r.status === 'doubt').map((r) => `  ${one.sheet} 第 ${r.row} 行：${r.problems.map((p) => p.messageZh).join('')}`));
    const refused = mode === 'all' && rejected > 0;
    const human = [`读入 ${ok + doubt} 条可登记（存疑 ${doubt}），退回 ${rejected}，略过 ${skipped}，登记 ${created}。${document.batch === undefined ? '' : `批次 ${document.batch}。`}`, ...problems.slice(0, 40), ...(unwritten === null ? [] : [unwritten]), ...(refused ? ['有退回的行，没有登记任何一条。改正后重试，或用 --accept-valid 只登记合格的行。'] : [])].join('\n');
    return { document: unwritten === null ? document : { ...document, rejectsZh: unwritten }, human, ...(refused ? { code: 2 } : {}) };
  });
};

export { Ended };
